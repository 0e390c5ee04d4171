package model

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases/analysis"
	"fuyi/cases/litigation"
	"fuyi/cases/statistics"
)

// jointNote explains why the organs of a table come to more than its total.
const jointNote = "有两个以上被告的案件，每个被告各计一件，合计中只计一件，所以各机关之和可以大于合计。"

// orderNote tells the order of the organs.
func orderNote(t *analysis.Table) string {
	by := "开庭件数"
	if rates(t) {
		by = "第一个比率的分母"
	}
	return "机关按" + by + "从多到少排列，相同的，应诉案件多的在前。"
}

// rates reports a table that gives numerator, denominator and share of several formulas.
func rates(t *analysis.Table) bool {
	return len(t.Columns) > 2 && t.Columns[0].Label == "分子" && t.Columns[1].Label == "分母" && t.Columns[2].Label == "比率"
}

// organTable reports a table with one row for each organ.
func organTable(t *analysis.Table) bool {
	return t.ID != "attendance_quarters"
}

// ordered is a table with its organs in the order of their hearings, the most first, the total last. What is behind a number is asked of the
// same table.
func ordered(t *analysis.Table) *analysis.Table {
	at := slices.IndexFunc(t.Columns, func(c analysis.Column) bool { return c.Label == "开庭" })
	if rates(t) {
		at = 1 // 分母 of the first formula
	}
	if at < 0 || !organTable(t) {
		return t
	}
	out := *t
	out.Rows = slices.Clone(t.Rows)
	slices.SortStableFunc(out.Rows, func(a, b analysis.Row) int {
		if a.Total != b.Total {
			return map[bool]int{true: 1, false: -1}[a.Total]
		}
		return -cmp.Compare(a.Cells[at].N, b.Cells[at].N)
	})
	return &out
}

// Grid is a table of the page: organs by their short names, a formula in one column with its three numbers, the worst figures marked.
func (c *Court) Grid(t *analysis.Table) Grid {
	g := TableGrid(t, 1)
	short := NewShortNames(c.Register.Organ)
	for i, name := range g.Rows {
		g.Rows[i] = short.Of(name)
		g.Full = append(g.Full, name)
	}
	for i := range g.Cells {
		for j := range g.Cells[i] {
			g.Cells[i][j].Bad = bad(t, i, j)
		}
	}
	if rates(t) {
		return joined(g)
	}
	return g
}

// joined puts numerator, denominator and share of each formula into one cell.
func joined(g Grid) Grid {
	out := Grid{Rows: g.Rows, Full: g.Full}
	for j := 0; j+2 < len(g.Columns); j += 3 {
		out.Columns = append(out.Columns, statistics.Column{Label: formulaName(g.Columns[j].Group)})
	}
	for _, row := range g.Cells {
		var cells []GridCell
		for j := 0; j+2 < len(row); j += 3 {
			cells = append(cells, GridCell{Parts: slices.Clone(row[j : j+3]), At: j})
		}
		out.Cells = append(out.Cells, cells)
	}
	return out
}

// formulaName is a formula with the name that the field gives it (R1 to R5).
func formulaName(label string) string {
	for _, f := range litigation.Formulas() {
		if f.Label == label {
			return label + " " + strings.TrimRight(string(f.ID), "b")
		}
	}
	return label
}

// bad reports a figure that must be seen: suits that were lost, and a rate of attendance of nothing.
func bad(t *analysis.Table, i, j int) bool {
	c, head := t.Rows[i].Cells[j], t.Columns[j]
	group := strings.Join(head.Heads, "")
	switch {
	case t.ID == litigation.LossTable:
		return head.Label != "分母" && c.N > 0
	case group == "败诉":
		return c.N > 0
	case strings.HasPrefix(group, "出庭率") && (head.Label == "比率" || head.Label == "本期"):
		return c.Of > 0 && c.N == 0
	}
	return false
}

// Notes are what is said below a table: not the formulas, which stand once under 口径说明.
func (c *Court) Notes(t *analysis.Table) []string {
	var out []string
	for _, n := range t.Notes {
		if !isReading(n) {
			out = append(out, n)
		}
	}
	if organTable(t) && len(t.Rows) > 2 {
		if t.ID == litigation.AdviceTable {
			return out // its own note says the same of letters
		}
		out = append(out, jointNote, orderNote(t))
	}
	return out
}

// isReading reports a note that tells how was counted, with a formula or without.
func isReading(note string) bool {
	return strings.Contains(note, "＝") || note == litigation.AttendanceNote
}

// Readings are the formulas of the view and what they leave out, each once (口径说明).
func (c *Court) Readings() []string {
	var out []string
	for _, t := range c.Tables() {
		for _, n := range t.Notes {
			if !isReading(n) {
				continue
			}
			// The note on several defendants stands below the tables; its formula is told here.
			if _, formula, ok := strings.Cut(n, "；出庭率＝"); ok {
				n = "出庭率＝" + formula
			}
			if label, says, ok := strings.Cut(n, "＝"); ok {
				n = formulaName(label) + "＝" + says
			}
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// AboutHearings reports a number that is about who came to court.
func AboutHearings(t *analysis.Table, column int) bool {
	if t.ID == litigation.LossTable {
		return false
	}
	group := strings.Join(t.Columns[column].Heads, "")
	return strings.Contains(group, "出庭") || strings.Contains(group, "出声")
}
