package statistics

import (
	"cmp"
	"maps"
	"slices"

	"fuyi/cases"
)

// total is the label of the last row; as a row key it stands for all cases.
const (
	total    = "合计"
	allCases = ""
)

// sheet defines one table: which rows a case belongs to and what it adds to each column there. The total row is not a
// sum: it is counted from the cases themselves, so that a case in several rows counts once, and so that the sum of the
// rows can be checked against it.
type sheet struct {
	id, title string
	kind      cases.Kind
	// rows names the rows a case may count in; a case that adds nothing to a row does not create it.
	rows func(*Fact) []string
	// order lists rows that stand first and in this order; keep shows them even when nothing counts there.
	order []string
	keep  bool
	// several is true when a case may count in several rows of one column, so that rows may add up to more than the total.
	several bool
	columns []measure
}

// measure defines a column: what a case adds in a row, allCases for the total row.
type measure struct {
	group, label string
	n            func(f *Fact, row string) int
}

// whole makes a column that does not depend on the row.
func whole(group, label string, in func(*Fact) bool) measure {
	return measure{group, label, func(f *Fact, _ string) int { return one(in(f)) }}
}

// single is the rows function of tables in which each case has one row.
func single(key func(*Fact) string) func(*Fact) []string {
	return func(f *Fact) []string { return []string{key(f)} }
}

// tally counts a table.
func (s *sheet) tally(facts []Fact) Table {
	out := Table{ID: s.id, Title: s.title}
	for _, c := range s.columns {
		out.Columns = append(out.Columns, Column{c.group, c.label})
	}
	rows := map[string][]Cell{}
	if s.keep {
		for _, key := range s.order {
			rows[key] = make([]Cell, len(s.columns))
		}
	}
	all := make([]Cell, len(s.columns))
	for i := range facts {
		f := &facts[i]
		if f.Kind != s.kind {
			continue
		}
		if s.add(all, f, allCases) {
			s.spread(rows, f)
		}
	}
	for _, key := range s.sorted(rows) {
		out.Rows = append(out.Rows, TableRow{key, rows[key]})
	}
	out.Rows = append(out.Rows, TableRow{total, all})
	return out
}

// spread adds a case to its rows.
func (s *sheet) spread(rows map[string][]Cell, f *Fact) {
	for _, key := range s.rows(f) {
		cells, known := rows[key]
		if !known {
			cells = make([]Cell, len(s.columns))
		}
		if s.add(cells, f, key) || known {
			rows[key] = cells
		}
	}
}

func (s *sheet) add(cells []Cell, f *Fact, row string) (any bool) {
	for i := range s.columns {
		if n := s.columns[i].n(f, row); n > 0 {
			cells[i].N += n
			cells[i].Cases = append(cells[i].Cases, f.ID)
			any = true
		}
	}
	return any
}

// sorted puts the rows of order first, then the rest by the sum of their cells, largest first, and by name.
func (s *sheet) sorted(rows map[string][]Cell) []string {
	weight := func(key string) int {
		sum := 0
		for _, c := range rows[key] {
			sum += c.N
		}
		return sum
	}
	place := func(key string) int {
		if i := slices.Index(s.order, key); i >= 0 {
			return i
		}
		return len(s.order)
	}
	return slices.SortedFunc(maps.Keys(rows), func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(weight(b), weight(a)), cmp.Compare(a, b))
	})
}

// monthNames are the rows of tables by month.
var monthNames = []string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"}
