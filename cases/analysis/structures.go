package analysis

import (
	"fmt"

	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// Groups of tables, as the window and the workbook sort them.
const (
	groupReview = "行政复议分析"
	groupIntake = "收案和立案"
	groupSuits  = "行政应诉分析"
	groupYearly = "专项报表"
)

// one is the measure of tables whose rows carry the condition.
func one() measure {
	return measure{func(*scope, *Item, string) int64 { return 1 }, ""}
}

// yearColumns are 上年, 本年 and 同比 of a measure.
func yearColumns(m measure) []column {
	return []column{{label: "上年", before: true, m: m}, {label: "本年", m: m}, {label: "同比", unit: "%", calc: change, a: 1, b: 0}}
}

// shareColumns are 上年, 本年, 占比 and 同比.
func shareColumns(m measure) []column {
	return []column{{label: "上年", before: true, m: m}, {label: "本年", m: m}, {label: "占比", unit: "%", calc: share, a: 1}, {label: "同比", unit: "%", calc: change, a: 1, b: 0}}
}

// organKind sorts a case by its respondents as analyses do.
func organKind(_ *scope, i *Item) []string {
	switch i.Level {
	case forms.Township:
		return []string{"乡镇、街道"}
	case forms.CountyDept, forms.CityDept, forms.ProvinceDept, forms.StateDept:
		return []string{"政府部门"}
	case forms.County, forms.City, forms.Province, forms.StateCouncil:
		return []string{"人民政府"}
	}
	return []string{"其他组织或者多种机关"}
}

func organKinds() []string { return []string{"政府部门", "乡镇、街道", "人民政府"} }

// organs are the respondents or defendants of a case.
func organs(_ *scope, i *Item) []string {
	if len(i.Organs) == 0 {
		return []string{"未记载"}
	}
	return i.Organs
}

func category(_ *scope, i *Item) []string { return []string{i.Category} }

// byMatter names the matter as the form in force does.
func byMatter(p forms.Period) (order []string, keys func(*scope, *Item) []string) {
	order, label := forms.MatterLabels(p.To.Year())
	return order, func(_ *scope, i *Item) []string { return []string{label(i.Matter)} }
}

const (
	baseNote  = "按受理还是按新收统计，由口径“被申请人、复议机关、申请复议事项”决定。"
	organNote = "一案有几个机关的，在每个机关的行各计一件，合计按案件计。"
)

// structures are the tables of how many applications there were, against whom and about what.
func structures(p forms.Period) []*spec {
	matters, byMatters := byMatter(p)
	return []*spec{
		{id: "review_year", title: "收案办案情况", group: groupReview, plain: true, columns: yearColumns(one()), lines: []line{
			{"上期结转", carriedAll()}, {"新收", received()}, {"受理", accepted()}, {"不予受理", rejected()},
			{"办结", closedAll()}, {"其中：受理后审结", closed()}, {"期末未结", openAll()},
			{"申请人总数", received().times("按申请人人数合计", persons)},
		}, notes: []string{"办结包括不予受理、视为放弃、受理前撤回等未经受理办结的申请；申请人总数以人计，其余以件计。"}},
		{id: "respondent_kinds", title: "被申请人构成", group: groupReview, columns: shareColumns(base()), keys: organKind, order: organKinds(), keep: true, notes: []string{baseNote}},
		{id: "respondent_organs", title: "分单位案件统计", group: groupReview, columns: shareColumns(base()), keys: organs, several: true, notes: []string{baseNote + organNote}},
		{id: "matters", title: "申请复议事项", group: groupReview, columns: shareColumns(base()), keys: byMatters, order: matters, keep: true, notes: []string{baseNote}},
		{id: "categories", title: "行政管理类别", group: groupReview, columns: shareColumns(base()), keys: category, notes: []string{baseNote}},
		months(p, monthsOf(p), "months", "分月收案办案情况"),
		months(p, quartersOf(p), "quarters", "分季度收案办案情况"),
	}
}

func persons(i *Item) int64 { return int64(i.Persons) }

// parts divides a period into months or quarters: at tells which a day lies in, counted from the period's beginning, so that the same
// parts of the year before stand in the same rows.
type parts struct {
	names []string
	at    func(d calendar.Date) int
}

func divide(p forms.Period, at func(calendar.Date) int, name func(n int) string) parts {
	out := parts{at: at}
	for n := at(p.From); n <= at(p.To); n++ {
		out.names = append(out.names, name(n))
	}
	return out
}

// yearName names the year of a part where the period does not lie in one year.
func yearName(p forms.Period, year int) string {
	if p.From.Year() == p.To.Year() {
		return ""
	}
	return fmt.Sprintf("%d年", year)
}

func monthsOf(p forms.Period) parts {
	return divide(p, func(d calendar.Date) int { return 12*d.Year() + int(d.Month()) - 1 },
		func(n int) string { return fmt.Sprintf("%s%d月", yearName(p, n/12), n%12+1) })
}

func quartersOf(p forms.Period) parts {
	return divide(p, func(d calendar.Date) int { return 4*d.Year() + (int(d.Month())-1)/3 },
		func(n int) string {
			return yearName(p, n/4) + []string{"一季度", "二季度", "三季度", "四季度"}[n%4]
		})
}

// name is the row of a day that lies in the period of a scope.
func (x parts) name(s *scope, d calendar.Date) string {
	if n := x.at(d) - x.at(s.from); s.in(d) && n < len(x.names) {
		return x.names[n]
	}
	return ""
}

// months is a table by month or quarter: each number stands in the row of the day by which it counts.
func months(_ forms.Period, x parts, id, title string) *spec {
	by := func(m measure, d func(*Item) calendar.Date) measure {
		return measure{func(s *scope, i *Item, row string) int64 {
			if row != "" && x.name(s, d(i)) != row {
				return 0
			}
			return m.n(s, i, row)
		}, m.says}
	}
	came := func(i *Item) calendar.Date { return i.Received }
	ended := func(i *Item) calendar.Date { return i.Concluded }
	in, out := by(received(), came), by(closedAll(), ended)
	return &spec{id: id, title: title, group: groupReview, order: x.names, keep: true,
		keys: func(s *scope, i *Item) []string {
			var keys []string
			for _, d := range []calendar.Date{i.Received, i.Concluded} {
				if n := x.name(s, d); n != "" && (len(keys) == 0 || keys[0] != n) {
					keys = append(keys, n)
				}
			}
			return keys
		},
		columns: []column{
			{heads: []string{"新收"}, label: "上年", before: true, m: in}, {heads: []string{"新收"}, label: "本年", m: in}, {heads: []string{"新收"}, label: "同比", unit: "%", calc: change, a: 1, b: 0},
			{heads: []string{"办结"}, label: "上年", before: true, m: out}, {heads: []string{"办结"}, label: "本年", m: out}, {heads: []string{"办结"}, label: "同比", unit: "%", calc: change, a: 4, b: 3},
			{heads: []string{"应诉"}, label: "新收", m: by(sued(), came)}, {heads: []string{"应诉"}, label: "审结", m: by(suitsClosed(), ended)},
		}}
}
