package analysis

import (
	"cmp"
	"slices"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// lost are suits decided in the period that an organ lost: the organ of the row, any defendant in the total.
func lost() measure {
	return ofOrgan("裁判日期在统计期内，行政机关败诉，一案计一件", func(s *scope, i *Item, organ string) bool {
		return s.in(i.Concluded) && i.Lost(organ)
	})
}

// lostByAny is the same in tables whose rows are no organs.
func lostByAny() measure {
	m := lost()
	return measure{func(s *scope, i *Item, _ string) int64 { return m.n(s, i, "") }, m.says}
}

// ofOrgan is a measure over suits that asks for the organ of the row.
func ofOrgan(says string, in func(s *scope, i *Item, organ string) bool) measure {
	return measure{func(s *scope, i *Item, row string) int64 {
		if i.Kind == cases.Litigation && i.sound() && in(s, i, row) {
			return 1
		}
		return 0
	}, says}
}

// heard are suits with a court hearing in the period; several hearings of one instance count once.
func heard() measure {
	return suits("统计期内开庭审理，同一审级多次开庭计一件", func(s *scope, i *Item) bool { return sessions(s, i, "").Attendance() != statistics.NotHeard })
}

// sessions are the hearings of the period that concern an organ.
func sessions(s *scope, i *Item, organ string) *statistics.Sessions {
	out := i.Sessions(s.in, organ)
	return &out
}

// attending are suits whose hearings came to one of some things for the organ of the row.
func attending(says string, which ...statistics.Attendance) measure {
	return ofOrgan(says, func(s *scope, i *Item, organ string) bool {
		return slices.Contains(which, sessions(s, i, organ).Attendance())
	})
}

// entered are suits heard of which it was entered whether the head came: what rates of attendance divide by.
func entered() measure {
	return attending("统计期内开庭，登记了负责人出庭或者未出庭", statistics.Present, statistics.Absent)
}

func attended() measure {
	return attending("统计期内至少一次开庭有行政机关负责人出庭", statistics.Present)
}

func attendedAs(r procedure.Rank) measure {
	return ofOrgan("统计期内出庭的负责人为"+procedure.RankLabel(r)+"（有几种的只计级别最高的）", func(s *scope, i *Item, organ string) bool { return sessions(s, i, organ).Rank() == r })
}

func explained() measure {
	return ofOrgan("统计期内开庭，没有负责人出庭，书面说明了理由", func(s *scope, i *Item, organ string) bool {
		x := sessions(s, i, organ)
		return x.Attendance() == statistics.Absent && x.Explained()
	})
}

// government are suits in which the office's own government is a defendant.
func government(m measure) measure {
	return m.and("本级人民政府为被告或者共同被告", func(i *Item) bool { return i.Government })
}

func ofInstance(list ...cases.Instance) func(*Item) bool {
	return func(i *Item) bool { return slices.Contains(list, cmp.Or(i.Instance, cases.First)) }
}

// reviewedFirst and suedDirectly tell suits after a reconsideration from others.
func reviewedFirst(i *Item) bool { return i.Source.Reviewed() }

func suedDirectly(i *Item) bool { return !i.Source.Reviewed() }

// verdictNames are the outcomes in the order of the code list.
func verdictNames() []string {
	var out []string
	for _, o := range procedure.Outcomes() {
		out = append(out, procedure.OutcomeLabel(o))
	}
	return append(out, "裁判结果未记载")
}

func verdict(_ *scope, i *Item) []string {
	return []string{cmp.Or(procedure.OutcomeLabel(i.Outcome), "裁判结果未记载")}
}

// courtColumns are what tables of suits show.
func courtColumns(x measure) []column {
	closed := suitsClosed()
	return []column{{heads: []string{"新收"}, label: "上年", before: true, m: sued()}, {heads: []string{"新收"}, label: "本年", m: sued()},
		{heads: []string{"新收"}, label: "同比", unit: "%", calc: change, a: 1, b: 0}, {label: "审结", m: closed},
		{heads: []string{"败诉"}, label: "上年", before: true, m: x}, {heads: []string{"败诉"}, label: "本年", m: x},
		{label: "败诉率", unit: "%", m: x, den: &closed}}
}

const lossNote = "败诉率＝败诉÷审结。败诉按每一被告各自的裁判结果认定，驳回上诉维持原判的，登记时按前一审级的结果认定。"

// courts are the tables of litigation (行政应诉).
func courts(p forms.Period) []*spec {
	matters, byMatters := byMatter(p)
	in := sued()
	return []*spec{
		{id: "suits_year", title: "应诉案件情况", group: groupSuits, plain: true, columns: yearColumns(one()), lines: []line{
			{"上期结转", suitsCarried()}, {"新收", in}, {"其中：一审", in.and("一审", ofInstance(cases.First))}, {"其中：二审", in.and("二审", ofInstance(cases.Second))},
			{"其中：再审", in.and("再审", ofInstance(cases.Retrial))}, {"其中：复议后应诉", in.and("经复议后起诉", reviewedFirst)},
			{"其中：未经复议直接应诉", in.and("未经复议直接起诉", suedDirectly)}, {"其中：政府为被告", government(in)},
			{"审结", suitsClosed()}, {"期末未结", suitsOpen()}, {"败诉", lost()},
			{"其中：政府败诉", suitsClosed().and("本级人民政府败诉", func(i *Item) bool { return i.GovernmentLost() })},
			{"开庭", heard()}, {"负责人出庭", attended()}, {"其中：正职", attendedAs(procedure.ChiefHead)},
		}, notes: []string{"各审级分别计件。"}},
		{id: "suits_organs", title: "应诉案件（按被告）", group: groupSuits, columns: courtColumns(lost()), keys: organs, several: true, notes: []string{organNote, lossNote}},
		{id: "suits_matters", title: "应诉案件（按被诉行为种类）", group: groupSuits, columns: courtColumns(lostByAny()), keys: byMatters, order: matters, keep: true, notes: []string{lossNote}},
		{id: "suits_categories", title: "应诉案件（按行政管理类别）", group: groupSuits, columns: courtColumns(lostByAny()), keys: category, notes: []string{lossNote}},
		{id: "suits_courts", title: "应诉案件（按法院）", group: groupSuits, columns: courtColumns(lostByAny()), keys: func(_ *scope, i *Item) []string { return []string{i.Court} }, notes: []string{lossNote}},
		{id: "suits_results", title: "裁判结果", group: groupSuits, columns: shareColumns(suitsClosed()), keys: verdict, order: verdictNames()},
		appearances(),
	}
}

// appearances is the table of heads' appearance (负责人出庭应诉情况统计表).
func appearances() *spec {
	h, in, came := heard(), sued(), attended()
	known := entered()
	due := ofOrgan("统计期内开庭，不含未出庭而理由成立、由共同被告出庭和没有登记出庭情况的案件", func(s *scope, i *Item, organ string) bool { return sessions(s, i, organ).Due() })
	return &spec{id: "appearances", title: "行政机关负责人出庭应诉情况统计表", group: groupSuits, keys: organs, several: true, columns: []column{
		{label: "应诉案件数", m: in}, {label: "开庭件数", m: h}, {label: "应出庭件数", m: due}, {label: "负责人出庭件数", m: came},
		{heads: []string{"其中"}, label: "正职", m: attendedAs(procedure.ChiefHead)}, {heads: []string{"其中"}, label: "副职", m: attendedAs(procedure.DeputyHead)},
		{heads: []string{"其中"}, label: "其他负责人", m: attendedAs(procedure.OtherHead)},
		{label: "由共同被告出庭", m: attending("统计期内开庭，商定由其他共同被告的负责人出庭", statistics.ByCodefendant)},
		{label: "未出庭件数", m: attending("统计期内开庭，没有行政机关负责人出庭", statistics.Absent)}, {label: "书面说明理由", m: explained()},
		{label: "未登记出庭情况", m: attending("统计期内开庭，没有登记谁出庭", statistics.Unrecorded)},
		{label: "出庭率", unit: "%", m: came, den: &known}, {label: "上年出庭率", unit: "%", before: true, m: came, den: &known}, {label: "同比（百分点）", unit: "百分点", calc: points, a: 11, b: 12},
		{label: "备注", unit: " ", calc: blank},
	}, checks: []balance{{"负责人出庭＋由共同被告出庭＋未出庭＋未登记＝开庭", []int{3, 7, 8, 10}, []int{1}, false}, {"正职＋副职＋其他负责人＝负责人出庭", []int{4, 5, 6}, []int{3}, false}},
		notes: []string{"出庭率＝负责人出庭÷（负责人出庭＋未出庭），同一审级多次开庭、其中一次出庭的，计为出庭一件；由共同被告出庭和没有登记出庭情况的案件不计入；" + organNote}}
}
