package analysis

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/forms"
)

// Table is a counted table of the year's analysis (统计分析表).
type Table struct {
	// ID is the stable name used by commands; Title the Chinese one; Group the part of the report it belongs to.
	ID, Title, Group string
	Period, Before   forms.Period
	Columns          []Column
	Rows             []Row
	// Notes say in Chinese how was counted.
	Notes []string

	spec *spec
}

// Column is the head of a column.
type Column struct {
	Heads       []string
	Label, Unit string
}

// Head is the whole head: groups and label, joined by ·.
func (c Column) Head() string { return strings.Join(append(slices.Clone(c.Heads), c.Label), "·") }

// Row is one row of a table.
type Row struct {
	Label string
	Total bool
	Cells []Cell
}

// TotalRow is the label of the row that counts all cases.
const TotalRow = forms.TotalRow

// spec defines a table.
type spec struct {
	id, title, group string
	columns          []column
	// lines are rows by a condition of their own; without them keys names the rows a case belongs to.
	lines []line
	keys  func(*scope, *Item) []string
	// order lists rows that stand first, in this order; keep shows them even without cases.
	order []string
	keep  bool
	// several is true where a case may stand in several rows, so that rows may add up to more than the total; plain tables have no
	// total row at all.
	several, plain bool
	// sums is true where the first line takes in all cases and each of them stands in one of the others.
	sums  bool
	notes []string
	// remark says something of the items that no cell can, such as the largest one; "" for nothing.
	remark func(s *scope, items []Item) string
	checks []balance
}

// line is a row with a condition.
type line struct {
	label string
	measure
}

// column defines a column: a count over the period or the one before, or something computed from others.
type column struct {
	heads       []string
	label, unit string
	before      bool
	m           measure
	// den makes a rate: m of den.
	den *measure
	// calc computes from columns a and b of the same row.
	calc calc
	a, b int
	kind CellKind
}

type calc uint8

const (
	counted calc = iota
	share        // a of a's total
	change       // a against b, in percent of b
	points       // rate a minus rate b, in 百分点
	blank        // to be filled in by hand
)

// balance is a relation between columns that must hold in every row.
type balance struct {
	rule        string
	left, right []int
	atMost      bool
}

// accumulator gathers a row.
type accumulator struct{ cells, dens []Cell }

func newAccumulator(n int) *accumulator {
	return &accumulator{make([]Cell, n), make([]Cell, n)}
}

func (c *Cell) add(id cases.ID, n int64) {
	if n != 0 {
		c.N += n
		c.Cases, c.Amounts = append(c.Cases, id), append(c.Amounts, n)
	}
}

// tally counts a table over a book's two sets of items.
func (b *Book) tally(sp *spec) *Table {
	t := &Table{ID: sp.id, Title: sp.title, Group: sp.group, Period: b.Period, Before: b.Before, Notes: sp.notes, spec: sp}
	for _, c := range sp.columns {
		t.Columns = append(t.Columns, Column{c.heads, c.label, cmp.Or(c.unit, "件")})
	}
	rows, all := map[string]*accumulator{}, newAccumulator(len(sp.columns))
	for k, l := range sp.lines {
		rows[lineKey(k, l.label)] = newAccumulator(len(sp.columns))
	}
	if sp.keep {
		for _, o := range sp.order {
			rows[o] = newAccumulator(len(sp.columns))
		}
	}
	b.spread(sp, b.now, &b.scope, false, rows, all)
	b.spread(sp, b.earlier, &b.past, true, rows, all)
	for _, key := range sp.sorted(rows) {
		t.Rows = append(t.Rows, sp.row(key, rows[key], all, b))
	}
	if !sp.plain {
		total := sp.row(TotalRow, all, all, b)
		total.Total = true
		t.Rows = append(t.Rows, total)
	}
	if sp.remark != nil {
		if text := sp.remark(&b.scope, b.now); text != "" {
			t.Notes = append(slices.Clone(t.Notes), text)
		}
	}
	return t
}

// lineKey keeps lines of one label apart.
func lineKey(k int, label string) string { return fmt.Sprintf("%03d%s", k, label) }

// spread adds the items of one period to the rows.
func (b *Book) spread(sp *spec, items []Item, s *scope, before bool, rows map[string]*accumulator, all *accumulator) {
	for x := range items {
		i := &items[x]
		sp.add(all, s, i, "", 1, before)
		for k, l := range sp.lines {
			if n := l.n(s, i, ""); n != 0 {
				sp.add(rows[lineKey(k, l.label)], s, i, "", n, before)
			}
		}
		if sp.lines != nil || sp.keys == nil {
			continue
		}
		for _, key := range sp.keys(s, i) {
			acc, known := rows[key]
			if !known {
				acc = newAccumulator(len(sp.columns))
			}
			if sp.add(acc, s, i, key, 1, before) && !known {
				rows[key] = acc
			}
		}
	}
}

func (sp *spec) add(acc *accumulator, s *scope, i *Item, row string, weight int64, before bool) (any bool) {
	for j := range sp.columns {
		c := &sp.columns[j]
		if c.calc != counted || c.before != before {
			continue
		}
		if n := weight * c.m.n(s, i, row); n != 0 {
			acc.cells[j].add(i.ID, n)
			any = true
		}
		if c.den != nil {
			acc.dens[j].add(i.ID, weight*c.den.n(s, i, row))
		}
	}
	return any
}

// sorted puts the rows of order first, then the rest by their numbers, largest first, and by name; lines stand as given.
func (sp *spec) sorted(rows map[string]*accumulator) []string {
	if sp.lines != nil {
		return slices.Sorted(maps.Keys(rows))
	}
	place := func(key string) int {
		if i := slices.Index(sp.order, key); i >= 0 {
			return i
		}
		return len(sp.order)
	}
	return slices.SortedFunc(maps.Keys(rows), func(x, y string) int {
		out := cmp.Compare(place(x), place(y))
		for j := range sp.columns {
			if out == 0 && !sp.columns[j].before {
				out = cmp.Compare(rows[y].cells[j].N, rows[x].cells[j].N)
			}
		}
		return cmp.Or(out, cmp.Compare(x, y))
	})
}

// row finishes a row: rates, shares and changes.
func (sp *spec) row(key string, acc, all *accumulator, b *Book) Row {
	label, says := key, "本行：“"+key+"”"
	if sp.lines != nil && key != TotalRow {
		label = key[3:]
		says = ""
		for k, l := range sp.lines {
			if lineKey(k, l.label) == key {
				says = l.says
			}
		}
	}
	if key == TotalRow {
		says = ""
	}
	r := Row{Label: label, Cells: slices.Clone(acc.cells)}
	for j, c := range sp.columns {
		cell := &r.Cells[j]
		cell.Kind = c.kind
		if c.den != nil {
			cell.Of = acc.dens[j].N
			if c.kind == Count {
				cell.Kind = Percent
			}
		}
		switch c.calc {
		case share:
			*cell = Cell{Kind: Percent, N: r.Cells[c.a].N, Of: all.cells[c.a].N, Cases: r.Cells[c.a].Cases, Amounts: r.Cells[c.a].Amounts}
		case change:
			*cell = Cell{Kind: Percent, N: r.Cells[c.a].N - r.Cells[c.b].N, Of: r.Cells[c.b].N}
		case points:
			x, y := r.Cells[c.a], r.Cells[c.b]
			*cell = Cell{Kind: Points, N: x.N*y.Of - y.N*x.Of, Of: x.Of * y.Of}
		case blank:
			*cell = Cell{Kind: Missing}
		}
		cell.Why = sp.why(j, says, b)
	}
	return r
}

// why says why a case counts in a column of a row.
func (sp *spec) why(j int, row string, b *Book) string {
	c, p := sp.columns[j], b.Period
	switch c.calc {
	case share:
		return "占比：本行“" + sp.columns[c.a].label + "”栏除以合计。"
	case change:
		return "同比：（“" + sp.columns[c.a].label + "”栏减“" + sp.columns[c.b].label + "”栏）除以“" + sp.columns[c.b].label + "”栏；“" + sp.columns[c.b].label + "”为0的不比较。"
	case points:
		return "同比：两个比率相减，以百分点计；任一分母为0的不比较。"
	case blank:
		return "这一栏由本机关另行填写。"
	}
	if c.before {
		p = b.Before
	}
	parts := []string{fmt.Sprintf("统计期%s至%s，截至%s", p.From.Chinese(), p.To.Chinese(), p.AsOf.Chinese())}
	for _, x := range []string{row, c.m.says} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	text := strings.Join(parts, "；")
	if c.den != nil {
		text += "。分母：" + c.den.says
	}
	return text + "。"
}

// Find names a cell by the label of its row and the head of its column, whole or only the last part; ok is false if there is none.
func (t *Table) Find(row, column string) (i, j int, ok bool) {
	i = slices.IndexFunc(t.Rows, func(r Row) bool { return r.Label == row })
	j = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Head() == column })
	if j < 0 {
		j = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Label == column })
	}
	return i, j, i >= 0 && j >= 0
}
