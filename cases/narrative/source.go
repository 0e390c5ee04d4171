package narrative

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
)

// Typed is a figure of the report that the office does not count and the clerk types in once a year (另填数字).
type Typed struct {
	Label string `json:"label"`
	Unit  string `json:"unit"`
}

// TypedLabels are the usual ones of a yearly report; an office can have others.
func TypedLabels() []Typed {
	return []Typed{{"合法性审查件数", "件"}, {"重大行政决策审查件数", "件"}, {"行政规范性文件审查件数", "件"}, {"行政协议审查件数", "件"}, {"法律顾问人数", "人"},
		{"法律顾问提供意见件数", "件"}, {"行政执法监督件数", "件"}, {"司法建议件数", "件"}, {"司法建议回复件数", "件"}, {"行政调解件数", "件"}, {"法治培训场次", "场"}}
}

// Source is what a report is written from.
type Source struct {
	Settings   cases.Settings
	Period     forms.Period
	Indicators []analysis.Indicator
	Tables     []*analysis.Table
	// Typed are the figures typed in for the year, TypedBefore those of the year before, by label.
	Typed, TypedBefore map[string]string
	// Units are those of typed figures, by label.
	Units map[string]string
	// Base is over which reconsiderations the structure is counted (构成的基数): 受理, or 新收 where the office counts so.
	Base string
	// Decimals of shares and rates, 0 to 2.
	Decimals int
}

// NewSource takes all indicators and tables of a book.
func NewSource(b *analysis.Book, readings analysis.Choices, decimals int) *Source {
	s := &Source{Settings: b.Settings, Period: b.Period, Indicators: b.Indicators(readings), Typed: map[string]string{}, TypedBefore: map[string]string{},
		Units: map[string]string{}, Decimals: decimals, Base: "受理"}
	if b.Rules[forms.RuleBase] == "received" {
		s.Base = "新收"
	}
	for _, i := range analysis.Tables(b.Period) {
		s.Tables = append(s.Tables, b.Table(i.ID))
	}
	for _, t := range TypedLabels() {
		s.Units[t.Label] = t.Unit
	}
	return s
}

// value is what a placeholder becomes.
type value struct {
	text string
	// empty is true for 0 and for what cannot be compared: an optional passage with it vanishes.
	empty bool
	// missing is a typed figure that was not filled in.
	missing bool
}

// find writes the figure of a placeholder: 名称 or 名称:方面, a cell as 表/行/栏; 名称=0 is nothing, and keeps its passage only where the
// figure is 0. ok is false for an unknown name.
func (s *Source) find(name string) (v value, ok bool) {
	if label, zero := strings.CutSuffix(strings.ReplaceAll(name, "＝", "="), "=0"); zero {
		v, ok := s.find(label)
		return value{empty: !v.empty}, ok
	}
	label, aspect := split(name)
	if v, ok := s.plain(label); ok && aspect == "" {
		return v, true
	}
	if table, rest, cell := strings.Cut(label, "/"); cell {
		// A row's label may have a slash of its own, as that of several kinds of organs.
		if at := strings.LastIndex(rest, "/"); at >= 0 {
			return s.cell(table, rest[:at], rest[at+1:], aspect)
		}
	}
	if k := slices.IndexFunc(s.Indicators, func(i analysis.Indicator) bool { return i.Label == label || i.ID == label }); k >= 0 {
		return s.indicator(&s.Indicators[k], aspect)
	}
	if t := s.table(label); t != nil {
		return s.ranking(t, aspect)
	}
	if unit, known := s.Units[label]; known {
		return s.typed(label, unit, aspect)
	}
	return value{}, false
}

// split parts a name from its aspect; a colon that no aspect follows belongs to the name, as in 其中：受理后审结.
func split(name string) (label, aspect string) {
	at := max(strings.LastIndex(name, ":"), strings.LastIndex(name, "："))
	if at < 0 {
		return name, ""
	}
	rest := strings.TrimLeft(name[at:], ":：")
	if strings.Contains(rest, "/") {
		return name, ""
	}
	return name[:at], rest
}

// plain are words about the report itself.
func (s *Source) plain(name string) (value, bool) {
	p := s.Period
	span := p.From.Chinese() + "至" + p.To.Chinese()
	year := fmt.Sprintf("%d年", p.To.Year())
	if p.From.Year() != p.To.Year() || p.From.Month() != 1 || p.From.Day() != 1 || p.To.Month() != 12 || p.To.Day() != 31 {
		year = span
	}
	words := map[string]string{"年度": year, "统计期": span, "截至": p.AsOf.Chinese(), "单位": s.Settings.Office, "地区": cmp.Or(s.Settings.District, "本级"), "复议机关": s.Settings.Organ, "构成基数": s.Base}
	text, ok := words[name]
	return value{text: text}, ok
}

// indicator writes an aspect of an indicator.
func (s *Source) indicator(i *analysis.Indicator, aspect string) (value, bool) {
	shown := func(c analysis.Cell) value {
		return value{text: c.Show(s.Decimals), empty: c.N == 0 || c.Kind != analysis.Count && c.Of == 0}
	}
	switch aspect {
	case "":
		return shown(i.Now), true
	case "上年":
		return shown(i.Before), true
	case "同比", "百分点":
		return s.change(i.Change, i.Unit), true
	case "增减":
		return difference(i.Now.N-i.Before.N, i.Unit), i.Now.Kind == analysis.Count
	case "分子":
		return value{strconv.FormatInt(i.Now.N, 10), i.Now.N == 0, false}, i.Now.Kind != analysis.Count
	case "分母":
		return value{strconv.FormatInt(i.Now.Of, 10), i.Now.Of == 0, false}, i.Now.Kind != analysis.Count
	}
	return value{}, false
}

// change words a change: counts grow or fall by a percentage, rates rise or sink by 百分点, averages by their own unit. The rates are subtracted exactly and rounded
// once, not after rounding each.
func (s *Source) change(c analysis.Cell, own string) value {
	if c.Of == 0 {
		return value{text: "-", empty: true}
	}
	if c.N == 0 {
		return value{text: "持平"}
	}
	up, down, unit := "增长", "下降", ""
	switch c.Kind {
	case analysis.Points:
		up, unit = "上升", "个百分点"
	case analysis.Average:
		up, down, unit = "增加", "减少", own
	}
	word := up
	if c.N < 0 {
		word = down
		c.N = -c.N
	}
	return value{text: word + c.Show(s.Decimals) + unit}
}

func difference(n int64, unit string) value {
	switch {
	case n > 0:
		return value{text: fmt.Sprintf("增加%d%s", n, unit)}
	case n < 0:
		return value{text: fmt.Sprintf("减少%d%s", -n, unit)}
	}
	return value{text: "持平"}
}

// table finds a table by its title or its ID.
func (s *Source) table(name string) *analysis.Table {
	for _, t := range s.Tables {
		if t.Title == name || t.ID == name {
			return t
		}
	}
	return nil
}

// cell writes one number of a table: 表/行/栏.
func (s *Source) cell(table, row, column, aspect string) (value, bool) {
	t := s.table(table)
	if t == nil || aspect != "" {
		return value{}, false
	}
	if _, j, _ := t.Find(t.Rows[0].Label, column); j < 0 {
		return value{}, false
	}
	i, j, ok := t.Find(row, column)
	if !ok {
		// An organ or category without cases in the period has no row.
		return value{text: "0", empty: true}, true
	}
	c := t.Rows[i].Cells[j]
	return value{text: c.Show(s.Decimals), empty: c.N == 0 || c.Kind != analysis.Count && c.Of == 0}, true
}

// ranking lists the largest rows of a table with their shares: 全部, 前三, 前五.
func (s *Source) ranking(t *analysis.Table, aspect string) (value, bool) {
	most, ok := map[string]int{"全部": len(t.Rows), "前三": 3, "前五": 5}[aspect]
	if !ok {
		return value{}, false
	}
	j := slices.IndexFunc(t.Columns, func(c analysis.Column) bool { return c.Label == "本年" })
	if j < 0 {
		return value{}, false
	}
	var rows []analysis.Row
	var total int64
	for _, r := range t.Rows {
		switch {
		case r.Total:
			total = r.Cells[j].N
		case r.Cells[j].N > 0:
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b analysis.Row) int { return cmp.Compare(b.Cells[j].N, a.Cells[j].N) })
	var out []string
	for _, r := range rows[:min(most, len(rows))] {
		share := analysis.Cell{Kind: analysis.Percent, N: r.Cells[j].N, Of: total}
		out = append(out, fmt.Sprintf("%s%d件（%s）", r.Label, r.Cells[j].N, share.Show(s.Decimals)))
	}
	return value{text: strings.Join(out, "、"), empty: len(out) == 0}, true
}

// typed writes a typed figure; what was not typed in stays visible.
func (s *Source) typed(label, unit, aspect string) (value, bool) {
	now, before := strings.TrimSpace(s.Typed[label]), strings.TrimSpace(s.TypedBefore[label])
	switch aspect {
	case "":
		if now == "" {
			return value{text: "【" + label + "：未填写】", missing: true}, true
		}
		return value{text: now, empty: now == "0"}, true
	case "上年":
		return value{text: cmp.Or(before, "-"), empty: before == "" || before == "0"}, true
	case "同比":
		a, err := strconv.ParseInt(now, 10, 64)
		b, err2 := strconv.ParseInt(before, 10, 64)
		if err != nil || err2 != nil {
			return value{text: "-", empty: true}, true
		}
		return s.change(analysis.Cell{Kind: analysis.Percent, N: a - b, Of: b}, unit), true
	case "增减":
		a, err := strconv.ParseInt(now, 10, 64)
		b, err2 := strconv.ParseInt(before, 10, 64)
		if err != nil || err2 != nil {
			return value{text: "-", empty: true}, true
		}
		return difference(a-b, unit), true
	}
	return value{}, false
}

// names are all names a template may use, for suggesting one.
func (s *Source) names() []string {
	out := []string{"年度", "统计期", "截至", "单位", "地区", "复议机关", "构成基数"}
	for _, i := range s.Indicators {
		out = append(out, i.Label)
	}
	for _, t := range s.Tables {
		out = append(out, t.Title)
	}
	for label := range s.Units {
		out = append(out, label)
	}
	slices.Sort(out)
	return out
}

// nearest is the name that shares most signs with one that is unknown, "" if none shares any.
func (s *Source) nearest(name string) string {
	best, most := "", 0
	for _, n := range s.names() {
		same := 0
		for _, r := range name {
			if strings.ContainsRune(n, r) {
				same++
			}
		}
		// The share of common signs in both, so that a long name is not near to everything.
		if score := 1000 * same / (len([]rune(name)) + len([]rune(n))); score > most {
			best, most = n, score
		}
	}
	return best
}
