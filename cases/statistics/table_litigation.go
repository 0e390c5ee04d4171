package statistics

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// litigationSheets are the tables of 行政应诉.
func litigationSheets(p period) []sheet {
	const k = cases.Litigation
	return []sheet{
		{id: "litigation_organs", title: "行政应诉案件情况（按被诉机关，多个被告各自计入）", kind: k,
			rows: organs("被告未记载"), several: true, columns: organColumns(p)},
		{id: "litigation_categories", title: "行政应诉案件情况（按行政管理类别）", kind: k,
			rows: single(func(f *Fact) string { return f.Category }), columns: suitColumns(p)},
		{id: "litigation_matters", title: "行政应诉案件情况（按被诉行为种类）", kind: k,
			rows: single(func(f *Fact) string { return f.Matter }), columns: suitColumns(p)},
		{id: "litigation_outcomes", title: "行政应诉裁判结果（按审级）", kind: k,
			rows: single(outcomeLabel), order: outcomeOrder(), columns: instanceColumns("", p.concluded, "合计")},
		{id: "litigation_courts", title: "行政应诉案件情况（按受诉法院）", kind: k,
			rows: single(func(f *Fact) string { return f.Court }), columns: courtColumns(p)},
		{id: "litigation_months", title: "行政应诉分月情况", kind: k, rows: months(p), order: monthNames, keep: true, several: true,
			columns: suitMonthColumns(p)},
	}
}

// organColumns count a case for each defendant: lost and attended mean that organ's own loss and appearance.
func organColumns(p period) []measure {
	return []measure{
		whole("收案", "上期结转", p.carried), whole("收案", "本期新收", p.received), whole("", "审结", p.concluded),
		{"", "败诉", func(f *Fact, row string) int { return one(p.concluded(f) && f.Lost(row)) }},
		whole("", "期末未结", p.pending),
		whole("出庭应诉", "开庭", p.heard),
		{"出庭应诉", "负责人出庭", func(f *Fact, row string) int { return one(p.attended(f, row)) }},
		{"出庭应诉", "其中正职", func(f *Fact, row string) int { return one(p.attendedChief(f, row)) }},
	}
}

func suitColumns(p period) []measure {
	return []measure{
		whole("收案", "上期结转", p.carried), whole("收案", "本期新收", p.received),
		whole("其中", cases.AfterReconsideration.Label(), both(p.received, func(f *Fact) bool { return f.Source.Reviewed() })),
		whole("其中", "政府为被告", both(p.received, func(f *Fact) bool { return f.Government })),
		whole("", "审结", p.concluded), whole("", "败诉", p.lost), whole("", "期末未结", p.pending),
		whole("出庭应诉", "开庭", p.heard),
		whole("出庭应诉", "负责人出庭", func(f *Fact) bool { return p.attended(f, allCases) }),
	}
}

func courtColumns(p period) []measure {
	return append(instanceColumns("本期新收", p.received, "小计"),
		whole("", "审结", p.concluded), whole("", "败诉", p.lost), whole("", "开庭", p.heard),
		whole("", "负责人出庭", func(f *Fact) bool { return p.attended(f, allCases) }))
}

// instanceColumns split cases by 审级; a case whose instance was not recorded is in the sum only, so it has a column too.
func instanceColumns(group string, in func(*Fact) bool, sum string) []measure {
	var out []measure
	for _, i := range []cases.Instance{cases.First, cases.Second, cases.Retrial} {
		out = append(out, whole(group, i.Label(), both(in, func(f *Fact) bool { return f.Instance == i })))
	}
	out = append(out, whole(group, "审级未记载", both(in, func(f *Fact) bool { return f.Instance.Label() == "" })))
	return append(out, whole(group, sum, in))
}

func outcomeLabel(f *Fact) string {
	if l := procedure.OutcomeLabel(f.Outcome); l != "" {
		return l
	}
	return "裁判结果未记载"
}

func outcomeOrder() []string {
	var out []string
	for _, o := range procedure.Outcomes() {
		out = append(out, procedure.OutcomeLabel(o))
	}
	return out
}

// suitMonthColumns count a suit in each month it was heard in, and in one month otherwise.
func suitMonthColumns(p period) []measure {
	hearing := func(label string, keep func(Hearing) bool) measure {
		return measure{"", label, func(f *Fact, row string) int {
			return one(slices.ContainsFunc(f.Hearings, func(h Hearing) bool {
				return keep(h) && p.has(h.On) && (row == allCases || monthOf(h.On) == row)
			}))
		}}
	}
	return []measure{
		inMonth("新收", p.received, receivedOn), inMonth("审结", p.concluded, concludedOn),
		inMonth("败诉", p.lost, concludedOn),
		hearing("开庭", func(Hearing) bool { return true }), hearing("负责人出庭", func(h Hearing) bool { return h.Head }),
	}
}
