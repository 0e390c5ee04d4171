package analysis

import (
	"cmp"
	"fmt"
	"slices"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// cohorts are the columns A 本期新收, B 上期结转 and C=A+B.
func cohorts() []column {
	a, b := received(), carriedAll()
	return []column{{label: "A 本期新收", m: a}, {label: "B 上期结转", m: b}, {label: "C＝A＋B", m: plus("本期新收和上期结转", a, b)}}
}

func cohortCheck() []balance { return []balance{{"C＝A＋B", []int{2}, []int{0, 1}, false}} }

// during narrows to what happened in the period: closed so within it.
func during(says string, in func(*scope, *Item) bool) measure { return review(says, in) }

func closedIn(says string, in func(*Item) bool) measure {
	return during(says, func(s *scope, i *Item) bool { return s.in(i.Concluded) && in(i) })
}

// examined is when an application was decided upon for acceptance (立案审查): accepted, or ended before.
func takenUp(s *scope, i *Item) bool { return !i.Accepted.IsZero() && i.Accepted <= s.to }

func untouched(s *scope, i *Item) bool {
	return !takenUp(s, i) && (i.Concluded.IsZero() || i.Concluded > s.to)
}

// waitingFor is an application whose supplement was asked for and has not come.
func waitingFor(s *scope, i *Item) bool { return untouched(s, i) && i.is(waiting) }

func before(in func(*Item) bool) func(*scope, *Item) bool {
	return func(s *scope, i *Item) bool { return !takenUp(s, i) && s.in(i.Concluded) && in(i) }
}

// otherEarly are endings before acceptance that are neither a refusal nor told to go elsewhere.
func otherEarly(i *Item) bool {
	return !endedBy(statistics.ResultRejected, statistics.ResultUnhandled, statistics.ResultReconciled)(i)
}

func examination() []line {
	return []line{
		{"当期总数", one()},
		{"已审查：受理", during("至统计期结束时已经受理", takenUp)},
		{"已审查：告知处理", during("未经受理，以告知方式处理", before(endedBy(statistics.ResultUnhandled)))},
		{"已审查：不予受理", during("决定不予受理", before(endedBy(statistics.ResultRejected)))},
		{"已审查：其他处理（案前和解）", during("受理前经调解、和解撤回申请", before(endedBy(statistics.ResultReconciled)))},
		{"已审查：其他处理（未经和解）", during("受理前撤回、视为放弃或者以其他方式办结", before(otherEarly))},
		{"未审查", during("至统计期结束时没有处理，也没有通知补正", func(s *scope, i *Item) bool { return untouched(s, i) && !waitingFor(s, i) })},
		{"通知补正待处理", during("已经通知补正，至统计期结束时尚未补正", waitingFor)},
	}
}

func conclusions() []line {
	accepted := func(in func(*Item) bool) func(*Item) bool {
		return func(i *Item) bool { return i.accepted() && in(i) }
	}
	line1 := func(label string, list ...statistics.Result) line {
		return line{label, closedIn("结果为"+label, accepted(endedBy(list...)))}
	}
	of := func(d procedure.Disposition) statistics.Result { return statistics.Result(d) }
	listed := []statistics.Result{of(procedure.Uphold), of(procedure.RefuseRequest), statistics.ResultDismissed, of(procedure.Revoke), of(procedure.RevokePart),
		of(procedure.Alter), of(procedure.ConfirmIllegal), of(procedure.ConfirmVoid), of(procedure.OrderPerformance), statistics.ResultSettled, statistics.ResultWithdrawn,
		statistics.ResultAltered, statistics.ResultEnded, statistics.ResultMediated}
	pausing := func(i *Item) bool { return i.paused }
	undecided := func(s *scope, i *Item) bool { return takenUp(s, i) && s.open(i, i.Received) }
	return []line{
		{"当期案件总数", one()},
		{"未受理", during("未经受理办结，或者至统计期结束时尚未受理", func(s *scope, i *Item) bool {
			return untouched(s, i) || s.in(i.Concluded) && !i.accepted()
		})},
		{"受理未审结：办理中", during("已经受理，至统计期结束时正在办理", func(s *scope, i *Item) bool { return undecided(s, i) && !pausing(i) })},
		{"受理未审结：中止", during("已经受理，至统计期结束时中止", func(s *scope, i *Item) bool { return undecided(s, i) && pausing(i) })},
		line1("维持", of(procedure.Uphold)),
		line1("驳回：驳回行政复议请求", of(procedure.RefuseRequest)), line1("驳回：驳回行政复议申请", statistics.ResultDismissed),
		line1("撤销", of(procedure.Revoke), of(procedure.RevokePart)), line1("变更", of(procedure.Alter)),
		line1("确认违法、无效", of(procedure.ConfirmIllegal), of(procedure.ConfirmVoid)), line1("责令履行", of(procedure.OrderPerformance)),
		line1("终止：和解协议", statistics.ResultSettled), line1("终止：自愿撤回", statistics.ResultWithdrawn),
		line1("终止：改变后撤回", statistics.ResultAltered), line1("终止：其他", statistics.ResultEnded), line1("调解", statistics.ResultMediated),
		{"其他处理", closedIn("结果为其他", accepted(func(i *Item) bool { return !slices.Contains(listed, i.Fact.Result) }))},
	}
}

// channels are how applications come in (收件方式).
func channel(_ *scope, i *Item) []string {
	switch i.Channel {
	case procedure.InPerson, procedure.Orally, procedure.Directly:
		return []string{"当面"}
	case procedure.ByPost:
		return []string{"来信"}
	case procedure.Online, procedure.Electronic:
		return []string{"互联网"}
	case "":
		return []string{"未记载"}
	}
	return []string{"其他"}
}

// largest names the application with the most applicants (最大值).
func largest(s *scope, items []Item) string {
	var top *Item
	for k := range items {
		i := &items[k]
		if received().n(s, i, "") > 0 && (top == nil || i.Persons > top.Persons) {
			top = i
		}
	}
	if top == nil {
		return ""
	}
	return fmt.Sprintf("申请人最多的一件有%d人（%s）。", top.Persons, cmp.Or(top.Number, "未编号"))
}

// reasons are the grounds of a refusal as their order in the code list.
func reasons() []string {
	var out []string
	for _, g := range procedure.Grounds(procedure.Rejection) {
		out = append(out, procedure.GroundLabel(g))
	}
	return append(out, "理由未记载")
}

func reason(_ *scope, i *Item) []string {
	if l := procedure.GroundLabel(i.Ground); l != "" {
		return []string{l}
	}
	return []string{"理由未记载"}
}

// intake are the tables of reception and examination (收案、立案审查).
func intake() []*spec {
	all := received()
	people := all.times("按申请人人数合计", persons)
	natural := all.and("申请人全部是自然人", func(i *Item) bool { return i.Natural })
	bodies := all.and("申请人中有法人或者其他组织", func(i *Item) bool { return !i.Natural })
	crowd := all.and("申请人在五人以上", func(i *Item) bool { return i.Persons >= 5 })
	kindsOf := func(_ *scope, i *Item) []string {
		if i.Kind != cases.Reconsideration {
			return nil
		}
		return []string{"本期"}
	}
	return []*spec{
		{id: "examination", title: "立案审查情况", group: groupIntake, plain: true, columns: cohorts(), lines: examination(), sums: true, checks: cohortCheck(),
			notes: []string{"当期总数＝以下各行之和。"}},
		{id: "conclusions", title: "结案情况", group: groupIntake, plain: true, columns: cohorts(), lines: conclusions(), sums: true, checks: cohortCheck(),
			notes: []string{"当期案件总数＝以下各行之和。"}},
		{id: "rejections", title: "不予受理原因", group: groupIntake, keys: reason, order: reasons(), keep: true, columns: []column{
			{label: "上年", before: true, m: rejected()}, {label: "本年", m: rejected()}, {label: "占比", unit: "%", calc: share, a: 1}},
			notes: []string{"按不予受理决定登记的理由统计。"}},
		{id: "reception", title: "接收申请情况", group: groupIntake, keys: channel, order: []string{"当面", "来信", "互联网", "其他"}, keep: true, columns: []column{
			{label: "件数", m: all}, {label: "人数", unit: "人", m: people}, {label: "占比", unit: "%", calc: share, a: 0},
			{heads: []string{"上年"}, label: "件数", before: true, m: all}, {heads: []string{"上年"}, label: "人数", unit: "人", before: true, m: people}},
			notes: []string{"按收件时登记的收件方式统计；咨询、来访而没有提出申请的，不在本表之内。"}},
		{id: "collective", title: "集体复议情况", group: groupIntake, keys: kindsOf, order: []string{"本期"}, keep: true, plain: true, columns: []column{
			{label: "本期新收", m: all}, {label: "自然人件数", m: natural}, {label: "非自然人件数", m: bodies}, {label: "申请人人数", unit: "人", m: people},
			{label: "五人以上的件数", m: crowd}, {label: "五人以上的人数", unit: "人", m: crowd.times("按申请人人数合计", persons)},
			{label: "件均人数", unit: "人", m: people, den: &all, kind: Average}},
			remark: largest, checks: []balance{{"本期新收＝自然人件数＋非自然人件数", []int{0}, []int{1, 2}, false}}},
	}
}
