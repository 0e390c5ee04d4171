package analysis

import (
	"slices"

	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// conditions on how a reconsideration ended.

func endedBy(list ...statistics.Result) func(*Item) bool {
	return func(i *Item) bool { return slices.Contains(list, i.Fact.Result) }
}

func disposed(list ...procedure.Disposition) func(*Item) bool {
	return func(i *Item) bool {
		return slices.ContainsFunc(list, func(d procedure.Disposition) bool { return i.Fact.Result == statistics.Result(d) })
	}
}

func corrected(i *Item) bool { return i.Corrected }

func rejected() measure {
	return closedAll().and("结果为不予受理", endedBy(statistics.ResultRejected))
}

func upheld(m measure) measure { return m.and("结果为维持", disposed(procedure.Uphold)) }

func refused(m measure) measure {
	return m.and("结果为驳回复议请求或者驳回复议申请", func(i *Item) bool {
		return disposed(procedure.RefuseRequest)(i) || endedBy(statistics.ResultDismissed)(i)
	})
}

func direct(m measure) measure {
	return m.and("决定变更、撤销、确认违法（无效）或者责令履行，一案计一件", corrected)
}

// indirect is 间接纠错: the respondent put right its own act, and the application was withdrawn.
func indirect(m measure) measure {
	return m.and("被申请人改变行政行为后申请人撤回而终止", endedBy(statistics.ResultAltered))
}

func settled(m measure) measure {
	return m.and("以调解书结案或者和解后撤回而终止", endedBy(statistics.ResultMediated, statistics.ResultSettled))
}

// before acceptance: 受理前调解和解, and with plain withdrawals 受理前调撤.
func settledEarly() measure {
	return closedAll().and("受理前经调解、和解撤回申请", endedBy(statistics.ResultReconciled))
}

func droppedEarly() measure {
	return closedAll().and("受理前撤回申请（含经调解、和解撤回的）", endedBy(statistics.ResultReconciled, statistics.ResultDropped))
}

func dropped(m measure) measure {
	return m.and("调解、和解、自愿撤回或者被申请人改变后撤回", endedBy(statistics.ResultMediated, statistics.ResultSettled, statistics.ResultWithdrawn, statistics.ResultAltered))
}

// merits leaves out what was closed without a view on the act (驳回申请、终止): the base of the national rate of correction.
func merits() measure {
	return closed().and("作出维持、驳回请求、变更、撤销、确认违法、责令履行等实体决定", func(i *Item) bool {
		return disposed(procedure.Dispositions()...)(i)
	})
}

// endLine is a way in which a reconsideration ends, as analyses name it.
type endLine struct {
	label string
	in    []statistics.Result
}

// ends are the ways in the order of the report; read only.
func ends() []endLine {
	of := func(d procedure.Disposition) statistics.Result { return statistics.Result(d) }
	return []endLine{
		{"维持", []statistics.Result{of(procedure.Uphold)}}, {"驳回行政复议请求", []statistics.Result{of(procedure.RefuseRequest)}},
		{"驳回行政复议申请", []statistics.Result{statistics.ResultDismissed}},
		{"变更", []statistics.Result{of(procedure.Alter)}}, {"撤销", []statistics.Result{of(procedure.Revoke), of(procedure.RevokePart)}},
		{"确认违法", []statistics.Result{of(procedure.ConfirmIllegal)}}, {"确认无效", []statistics.Result{of(procedure.ConfirmVoid)}},
		{"责令履行", []statistics.Result{of(procedure.OrderPerformance)}}, {"决定赔偿", []statistics.Result{of(procedure.Compensate)}},
		{"调解", []statistics.Result{statistics.ResultMediated}}, {"和解后终止", []statistics.Result{statistics.ResultSettled}},
		{"自愿撤回后终止", []statistics.Result{statistics.ResultWithdrawn}}, {"被申请人改变后撤回而终止", []statistics.Result{statistics.ResultAltered}},
		{"其他终止", []statistics.Result{statistics.ResultEnded}}, {"不予受理", []statistics.Result{statistics.ResultRejected}},
		{"受理前和解撤回", []statistics.Result{statistics.ResultReconciled}}, {"受理前撤回", []statistics.Result{statistics.ResultDropped}},
		{"逾期未补正视为放弃", []statistics.Result{statistics.ResultAbandoned}},
		{"其他", nil},
	}
}

// endOf names how a case ended; what has no name of its own is 其他.
func endOf(i *Item) string {
	list := ends()
	for _, e := range list {
		if slices.Contains(e.in, i.Fact.Result) {
			return e.label
		}
	}
	return list[len(list)-1].label
}

func endNames() []string {
	var out []string
	for _, e := range ends() {
		out = append(out, e.label)
	}
	return out
}

// corrections are the columns of a table of 纠错.
func corrections() []column {
	h := []string{"直接纠错"}
	all := closed()
	out := []column{{label: "审结", m: all}}
	for _, d := range []procedure.Disposition{procedure.Alter, procedure.Revoke, procedure.RevokePart, procedure.ConfirmIllegal, procedure.ConfirmVoid, procedure.OrderPerformance} {
		label := procedure.DispositionLabel(d)
		out = append(out, column{heads: h, label: label, m: direct(all).and("决定的主要结果为"+label, disposed(d))})
	}
	listed := disposed(procedure.Alter, procedure.Revoke, procedure.RevokePart, procedure.ConfirmIllegal, procedure.ConfirmVoid, procedure.OrderPerformance)
	x := direct(all)
	return append(out, column{heads: h, label: "其他", m: x.and("决定的主要结果为其他种类", func(i *Item) bool { return !listed(i) })},
		column{heads: h, label: "合计", m: x},
		column{label: "直接纠错率", unit: "%", m: x, den: &all}, column{label: "改变后撤回", m: indirect(all)},
		column{label: "意见书", unit: "份", m: letters(true)})
}

// letters counts letters of the period, whenever the case was concluded: opinions (意见书) or recommendations (建议书).
func letters(opinion bool) measure {
	name := "建议书"
	if opinion {
		name = "意见书"
	}
	return measure{func(s *scope, i *Item, _ string) (n int64) {
		for _, l := range i.Letters {
			if l.Opinion == opinion && s.in(l.On) {
				n++
			}
		}
		return n
	}, "统计期内制发的行政复议" + name + "，以份计"}
}

func replies() measure {
	return measure{func(s *scope, i *Item, _ string) (n int64) {
		for _, l := range i.replies {
			if s.in(l.On) {
				n++
			}
		}
		return n
	}, "统计期内收到的意见书反馈，以份计"}
}

// toOrgan narrows letters to those addressed to the organ of a row.
func toOrgan(opinion bool) measure {
	m := letters(opinion)
	return measure{func(s *scope, i *Item, row string) (n int64) {
		if row == "" {
			return m.n(s, i, row)
		}
		for _, l := range i.Letters {
			if l.Opinion == opinion && s.in(l.On) && recipient(i, l) == row {
				n++
			}
		}
		return n
	}, m.says}
}

// recipient is to whom a letter went: the named organ, else the first respondent.
func recipient(i *Item, l statistics.Letter) string {
	if l.To != "" {
		return l.To
	}
	return organs(nil, i)[0]
}

func repliedBy() measure {
	m := replies()
	return measure{func(s *scope, i *Item, row string) (n int64) {
		if row == "" {
			return m.n(s, i, row)
		}
		for _, l := range i.replies {
			if s.in(l.On) && recipient(i, l) == row {
				n++
			}
		}
		return n
	}, m.says}
}

// outcomes are the tables of how applications ended.
func outcomes(p forms.Period) []*spec {
	matters, byMatters := byMatter(p)
	check := []balance{{"直接纠错合计＝各种结果之和", []int{8}, []int{1, 2, 3, 4, 5, 6, 7}, false}, {"直接纠错≤审结", []int{8}, []int{0}, true}}
	all := closedAll()
	return []*spec{
		{id: "results", title: "审理结果", group: groupReview, columns: shareColumns(all), keys: func(_ *scope, i *Item) []string { return []string{endOf(i)} },
			order: endNames(), keep: true, notes: []string{"办结的全部申请，包括未经受理办结的；一案有几项决定的，按变更、撤销、确认无效、确认违法、责令履行、赔偿、维持、驳回的先后只计一种。"}},
		{id: "corrections_matters", title: "纠错情况（按申请复议事项）", group: groupReview, columns: corrections(), keys: byMatters, order: matters, keep: true, checks: check},
		{id: "corrections_organs", title: "纠错情况（按被申请人）", group: groupReview, columns: corrections(), keys: organs, several: true, checks: check, notes: []string{organNote}},
		{id: "corrections_categories", title: "纠错情况（按行政管理类别）", group: groupReview, columns: corrections(), keys: category, checks: check},
		{id: "letters", title: "意见书和建议书", group: groupReview, keys: func(_ *scope, i *Item) []string {
			var out []string
			for _, l := range slices.Concat(i.Letters, i.replies) {
				if r := recipient(i, l); !slices.Contains(out, r) {
					out = append(out, r)
				}
			}
			return out
		}, columns: []column{
			{heads: []string{"意见书"}, label: "制发", unit: "份", m: toOrgan(true)}, {heads: []string{"意见书"}, label: "收到反馈", unit: "份", m: repliedBy()},
			{heads: []string{"建议书"}, label: "制发", unit: "份", m: toOrgan(false)}, {heads: []string{"意见书"}, label: "上年制发", unit: "份", before: true, m: toOrgan(true)},
			{heads: []string{"建议书"}, label: "上年制发", unit: "份", before: true, m: toOrgan(false)},
		}, notes: []string{"按收件单位列示；收件单位未记载的，列在案件的第一被申请人名下。"}},
		congress(),
	}
}

// congress is the table of one row that reports to the people's congress use (人大报告).
func congress() *spec {
	h := []string{"办结案件"}
	all, early := closedAll(), droppedEarly()
	x, drop := direct(all), plus("受理后调解、和解、撤回终止和受理前撤回的合计", dropped(closed()), early)
	return &spec{id: "congress", title: "向人民代表大会报告情况表", group: groupYearly, lines: []line{{"本期", one()}}, plain: true, columns: []column{
		{label: "新收案件", m: received()}, {heads: h, label: "总计", m: all}, {heads: h, label: "不予受理", m: rejected()},
		{heads: h, label: "维持", m: upheld(all)}, {heads: h, label: "驳回", m: refused(all)}, {heads: h, label: "直接纠错", m: x}, {heads: h, label: "纠错率", unit: "%", m: x, den: &all},
		{heads: h, label: "和解、调解", m: settled(closed())}, {heads: h, label: "受理前调撤", m: early}, {heads: h, label: "综合调撤率（含受理前调撤）", unit: "%", m: drop, den: &all},
	}, notes: []string{"办结总计包括不予受理的申请；综合调撤率＝（受理后的调解、和解、撤回终止＋受理前撤回）÷办结总计。"}}
}
