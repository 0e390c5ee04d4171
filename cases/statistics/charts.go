package statistics

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// How many parts charts name; the others are joined.
const (
	maxSlices = 8
	maxBars   = 12
)

// others is the part that smaller ones are joined into, unnamed the part of cases without an entry.
const (
	others  = "其他"
	unnamed = "未记载"
)

// chartSource is a chart made of columns of one table.
type chartSource struct {
	id, title, table string
	kind             cases.ChartKind
	// columns are the labels of the table's columns. With a limit the rows are ranked by the first column and joined beyond it;
	// without one all rows stay as they are.
	columns []string
	limit   int
	// none is what is said when there is nothing to show.
	none string
}

// chartSources are the charts of tables in the order they are shown.
func chartSources() []chartSource {
	const noCases, noEnds, noSuits = "这一年没有新收的行政复议案件。", "这一年没有办结的行政复议案件。", "这一年没有新收或者审结的应诉案件。"
	return []chartSource{
		{"months", "各月新收、办结的行政复议案件", "reconsideration_months", cases.ChartColumns, []string{"新收", "办结"}, 0, "这一年没有新收或者办结的行政复议案件。"},
		{"matters", "新收行政复议案件的申请事项", "reconsideration_matters", cases.ChartPie, []string{"新收"}, maxSlices, noCases},
		{"categories", "新收行政复议案件的行政管理类别", "reconsideration_cases", cases.ChartBars, []string{"本期新收"}, maxBars, noCases},
		{"results", "办结行政复议案件的审理结果", "reconsideration_results", cases.ChartPie, []string{"办结"}, maxSlices, noEnds},
		{"suit_months", "各月新收、审结的行政应诉案件", "litigation_months", cases.ChartColumns, []string{"新收", "审结"}, 0, noSuits},
	}
}

// compared are the indicators of the comparison with the year before (同比).
func compared() []string {
	return []string{"received", "accepted", "concluded", "mediated", "corrected", "suits", "suits_lost"}
}

// Charts are the charts of a year (图表), made of nothing but its tables and indicators. before is the year before, counted
// as of the day YearBefore names; nil leaves it out.
func Charts(now, before *Report) []cases.Chart {
	var out []cases.Chart
	for _, s := range chartSources() {
		out = append(out, s.chart(now))
	}
	return append(out, comparison(now, before), appearances(now, before))
}

// YearBefore is the day whose knowledge counts when the year before is compared with one counted on asOf (zero: the end of
// the year): the same day a year earlier while the year still runs, else zero, the end of that year.
func YearBefore(year int, asOf calendar.Date) calendar.Date {
	if asOf.IsZero() || asOf >= calendar.New(year, 12, 31) {
		return 0
	}
	return asOf.AddMonths(-12)
}

func (s *chartSource) chart(r *Report) cases.Chart {
	c := cases.Chart{ID: s.id, Title: fmt.Sprintf("%d年%s", r.Year, s.title), Kind: s.kind, Unit: "件"}
	t := tableOf(r, s.table)
	for _, label := range s.columns {
		column := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Label == label })
		parts := partsOf(t, column)
		if s.limit > 0 {
			parts, c.Note = joined(parts, s.limit)
		}
		series := cases.ChartSeries{Label: label}
		c.Categories = nil
		for _, p := range parts {
			c.Categories = append(c.Categories, p.label)
			series.Values = append(series.Values, float64(p.n))
		}
		c.Series = append(c.Series, series)
	}
	if c.Empty() {
		c.Note = s.none
	}
	return c
}

func tableOf(r *Report, id string) Table {
	i := slices.IndexFunc(r.Tables, func(t Table) bool { return t.ID == id })
	if i < 0 {
		return Table{}
	}
	return r.Tables[i]
}

// part is one row of a table with the number of one column.
type part struct {
	label string
	n     int
}

// partsOf are the rows of a table without the total.
func partsOf(t Table, column int) []part {
	var out []part
	for _, row := range t.Rows {
		if row.Label != total && column >= 0 {
			out = append(out, part{cmp.Or(row.Label, unnamed), row.Cells[column].N})
		}
	}
	return out
}

// joined ranks the parts that count anything, the largest first, and joins those beyond limit with 其他, which stands last.
// The note names what was joined.
func joined(parts []part, limit int) (out []part, note string) {
	rest := part{label: others}
	for _, p := range parts {
		switch {
		case p.label == others:
			rest.n += p.n
		case p.n > 0:
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b part) int { return b.n - a.n })
	room := limit
	if len(out) > limit || rest.n > 0 {
		room = limit - 1
	}
	if len(out) > room {
		var names []string
		for _, p := range out[room:] {
			rest.n += p.n
			names = append(names, fmt.Sprintf("%s%d件", p.label, p.n))
		}
		out, note = out[:room], fmt.Sprintf("“%s”中并入了：%s。", others, strings.Join(names, "、"))
	}
	if rest.n > 0 {
		out = append(out, rest)
	}
	return out, note
}

// comparison sets the main figures beside those of the year before.
func comparison(now, before *Report) cases.Chart {
	c := cases.Chart{ID: "years", Title: fmt.Sprintf("%d年主要数字与上年比较", now.Year), Kind: cases.ChartColumns, Unit: "件"}
	for _, id := range compared() {
		c.Categories = append(c.Categories, comparedLabel(now.Indicator(id)))
	}
	for _, r := range []*Report{before, now} {
		if r == nil {
			continue
		}
		s := cases.ChartSeries{Label: fmt.Sprintf("%d年", r.Year)}
		for _, id := range compared() {
			s.Values = append(s.Values, r.Indicator(id).Value)
		}
		c.Series = append(c.Series, s)
	}
	switch {
	case c.Empty():
		c.Note = "这两年都没有案件。"
	case before != nil && before.AsOf < before.To:
		c.Note = fmt.Sprintf("%d年的数字截至%s，%d年的截至%s。", before.Year, before.AsOf.Chinese(), now.Year, now.AsOf.Chinese())
	}
	return c
}

// comparedLabel is the short name under the columns.
func comparedLabel(i Indicator) string {
	switch i.ID {
	case "received":
		return "新收复议"
	case "suits":
		return "新收应诉"
	}
	return i.Label
}

// appearances is the rate of appearance of heads (负责人出庭应诉率) of both years; a year without a hearing has none.
func appearances(now, before *Report) cases.Chart {
	c := cases.Chart{ID: "appearances", Title: "负责人出庭应诉率", Kind: cases.ChartColumns, Unit: "%"}
	s := cases.ChartSeries{Label: "负责人出庭应诉率"}
	var none, notes []string
	for _, r := range []*Report{before, now} {
		if r == nil {
			continue
		}
		i, year := r.Indicator("appearance_rate"), fmt.Sprintf("%d年", r.Year)
		if i.Denominator == 0 {
			none = append(none, year)
			continue
		}
		c.Categories = append(c.Categories, year)
		s.Values = append(s.Values, 100*i.Value)
		notes = append(notes, fmt.Sprintf("%s开庭%d件，负责人出庭%d件", year, i.Denominator, i.Numerator))
	}
	if len(none) > 0 {
		notes = append(notes, strings.Join(none, "、")+"没有开庭的应诉案件，不计算出庭率")
	}
	c.Series, c.Note = []cases.ChartSeries{s}, strings.Join(notes, "；")+"。"
	return c
}
