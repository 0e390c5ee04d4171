package statistics

import (
	"cmp"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// reconsiderationSheets are the tables of 行政复议.
func reconsiderationSheets(p period) []sheet {
	const k = cases.Reconsideration
	category := func(f *Fact) string { return f.Category }
	matter := func(f *Fact) string { return f.Matter }
	return []sheet{
		{id: "reconsideration_cases", title: "行政复议案件情况（按行政管理类别）", kind: k, rows: single(category), columns: caseColumns(p)},
		{id: "reconsideration_results", title: "行政复议审理结果", kind: k, rows: single(resultLabels()), order: resultOrder(),
			columns: resultColumns(p)},
		{id: "reconsideration_matters", title: "行政复议申请事项", kind: k, rows: single(matter), columns: mainColumns(p)},
		{id: "reconsideration_respondents", title: "行政复议被申请人情况（多个被申请人各自计入）", kind: k,
			rows: organs("被申请人未记载"), several: true, columns: mainColumns(p)},
		{id: "reconsideration_months", title: "行政复议分月情况", kind: k, rows: months(p), order: monthNames, keep: true, columns: monthColumns(p)},
		{id: "reconsideration_letters", title: "行政复议意见书、建议书（按发往机关）", kind: k, rows: addressees(p), columns: letterColumns(p)},
	}
}

// caseColumns are those of the national form as far as the facts carry them: 上期结转 to 未结.
func caseColumns(p period) []measure {
	out := []measure{
		whole("收案", "上期结转", p.carried), whole("收案", "本期新收", p.received), whole("收案", "其中受理", p.accepted),
		{"收案", "申请人总数", func(f *Fact, _ string) int {
			if p.received(f) {
				return f.Persons
			}
			return 0
		}},
		whole("已审结", "总计", p.concluded),
	}
	for _, l := range resultLines() {
		out = append(out, whole(l.group, l.label, both(p.concluded, func(f *Fact) bool { return f.Result == l.result })))
	}
	return append(out, whole("", "期末未结", p.pending))
}

// resultColumns split the concluded cases by when they came in.
func resultColumns(p period) []measure {
	return []measure{
		whole("", "办结", p.concluded), whole("其中", "上期结转", both(p.concluded, p.carried)),
		whole("其中", "本期新收", both(p.concluded, p.received)),
	}
}

// mainColumns are the columns of breakdowns.
func mainColumns(p period) []measure {
	return []measure{
		whole("", "新收", p.received), whole("", "受理", p.accepted), whole("", "办结", p.concluded),
		whole("其中", "维持", both(p.concluded, func(f *Fact) bool { return f.Result == Result(procedure.Uphold) })),
		whole("其中", "直接纠错", p.corrected), whole("其中", "调解和解", p.settled),
	}
}

// resultLabels gives the row of a concluded case; one without a known result must not vanish from the table.
func resultLabels() func(*Fact) string {
	labels := map[Result]string{}
	for _, l := range resultLines() {
		labels[l.result] = l.label
	}
	return func(f *Fact) string { return cmp.Or(labels[f.Result], "其他") }
}

func resultOrder() []string {
	var out []string
	for _, l := range resultLines() {
		out = append(out, l.label)
	}
	return out
}

// organs gives the respondents or defendants as rows.
func organs(none string) func(*Fact) []string {
	return func(f *Fact) []string {
		if len(f.Organs) == 0 {
			return []string{none}
		}
		return f.Organs
	}
}

// months gives the months in which something of the case counts.
func months(p period) func(*Fact) []string {
	return func(f *Fact) []string {
		var out []string
		note := func(d calendar.Date) {
			if p.has(d) && !slices.Contains(out, monthOf(d)) {
				out = append(out, monthOf(d))
			}
		}
		note(f.Received)
		note(f.Concluded)
		for _, l := range f.Letters {
			note(l.On)
		}
		for _, h := range f.Hearings {
			note(h.On)
		}
		return out
	}
}

func monthOf(d calendar.Date) string { return monthNames[d.Month()-1] }

// inMonth makes a column that counts a case in the month of the day given.
func inMonth(label string, in func(*Fact) bool, day func(*Fact) calendar.Date) measure {
	return measure{"", label, func(f *Fact, row string) int {
		return one(in(f) && (row == allCases || monthOf(day(f)) == row))
	}}
}

func receivedOn(f *Fact) calendar.Date  { return f.Received }
func concludedOn(f *Fact) calendar.Date { return f.Concluded }

func monthColumns(p period) []measure {
	return []measure{
		inMonth("新收", p.received, receivedOn), inMonth("办结", p.concluded, concludedOn),
		inMonth("直接纠错", p.corrected, concludedOn), inMonth("调解和解", p.settled, concludedOn),
		{"", "意见书、建议书", func(f *Fact, row string) int {
			return p.count(f, func(l Letter) bool { return row == allCases || monthOf(l.On) == row })
		}},
	}
}

// addressees gives the organs to which letters of the period went.
func addressees(p period) func(*Fact) []string {
	return func(f *Fact) []string {
		var out []string
		for _, l := range f.Letters {
			if to := addressee(l); p.has(l.On) && !slices.Contains(out, to) {
				out = append(out, to)
			}
		}
		return out
	}
}

func addressee(l Letter) string { return cmp.Or(l.To, "发往机关未记载") }

func letterColumns(p period) []measure {
	column := func(label string, opinion bool) measure {
		return measure{"", label, func(f *Fact, row string) int {
			return p.count(f, func(l Letter) bool {
				return l.Opinion == opinion && (row == allCases || addressee(l) == row)
			})
		}}
	}
	return []measure{column("行政复议意见书", true), column("行政复议建议书", false)}
}
