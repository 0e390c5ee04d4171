package forms

import (
	"cmp"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Period is what is counted: a span of days, both inclusive, as known on a day.
type Period struct{ From, To, AsOf calendar.Date }

// Table is a form as counted. It keeps the records, so that any of its numbers can name its cases.
type Table struct {
	Edition *Edition
	Period  Period
	Rules   Rules
	// Rows are the edition's categories in order, the total last. The total is counted from the cases, not added up.
	Rows []Row
	// Folded are the office's own categories that were counted in a row of another name, largest first.
	Folded []Fold

	deriver *Deriver
	records []Record
	folding []int32
	// related are checks against other tables; see Relate.
	related []Check
}

// Row is one row of a table.
type Row struct {
	Label string
	// Values are in the order of the columns; amounts are in whole yuan.
	Values []int64
}

// Fold says in which row an office's own category was counted.
type Fold struct {
	From, To string
	Cases    int
	// Known is true where a mapping says so, false where the category is in no list and went to 其他.
	Known bool
}

// Cell is a number with what is behind it.
type Cell struct {
	Value int64
	// Cases are those that add to the number, in order of receipt; Amounts what each adds.
	Cases   []cases.ID
	Amounts []int64
	// Why says why a case counts, in Chinese.
	Why string
}

// TotalRow is the label of the last row.
const TotalRow = "合计"

// Mapping folds categories of an office (行政管理类别) into those of a form: own name to printed name.
type Mapping map[string]string

// Count counts a form over records. The records must have been derived as of p.AsOf.
func Count(e *Edition, d *Deriver, records []Record, p Period, rules Rules, mapping Mapping) *Table {
	t := &Table{Edition: e, Period: p, Rules: rules, deriver: d, records: records}
	known := t.rowsOf(mapping)
	used := make([]int, len(d.names))
	width, rows := len(e.Columns), len(e.Rows)
	cells := make([]int64, (rows+1)*width)
	c := t.counter()
	for i := range records {
		r := &records[i]
		if r.kind != c.kind {
			continue
		}
		own := cells[int(t.folding[r.category])*width:]
		all := cells[rows*width:]
		counted := 0
		for j := range e.Columns {
			if n := e.Columns[j].add(c, r); n != 0 {
				own[j] += n
				all[j] += n
				counted = 1
			}
		}
		used[r.category] += counted
	}
	t.folded(used, known)
	for i := range rows + 1 {
		label := TotalRow
		if i < rows {
			label = e.Rows[i]
		}
		t.Rows = append(t.Rows, Row{label, t.yuan(cells[i*width : (i+1)*width])})
	}
	return t
}

// yuan turns amounts from fen into whole yuan, half up, as the form prints them.
func (t *Table) yuan(values []int64) []int64 {
	out := slices.Clone(values)
	for j := range out {
		if t.Edition.Columns[j].Unit == unitYuan {
			out[j] = (out[j] + 50) / 100
		}
	}
	return out
}

// unitYuan is the unit of amounts, which are counted in fen.
const unitYuan = "元"

// rowsOf finds the row of every category, and which are in a list.
func (t *Table) rowsOf(mapping Mapping) []bool {
	t.folding = make([]int32, len(t.deriver.names))
	known := make([]bool, len(t.deriver.names))
	for n, name := range t.deriver.names {
		row, ok := t.Edition.rowOf(name, mapping)
		t.folding[n], known[n] = int32(row), ok
	}
	return known
}

// folded lists the categories that were counted under another name; used are their cases.
func (t *Table) folded(used []int, known []bool) {
	for n, name := range t.deriver.names {
		if label := t.Edition.Rows[t.folding[n]]; label != name && used[n] > 0 {
			t.Folded = append(t.Folded, Fold{name, label, used[n], known[n]})
		}
	}
	slices.SortFunc(t.Folded, func(a, b Fold) int { return cmp.Or(cmp.Compare(b.Cases, a.Cases), cmp.Compare(a.From, b.From)) })
}

// Cell tells what is behind a number; row and column count from 0, the total is the last row.
func (t *Table) Cell(row, column int) Cell {
	out := Cell{Value: t.Rows[row].Values[column], Why: t.why(row, column)}
	c := t.counter()
	for i := range t.records {
		r := &t.records[i]
		if r.kind != c.kind || row < len(t.Edition.Rows) && int(t.folding[r.category]) != row {
			continue
		}
		if n := t.Edition.Columns[column].add(c, r); n != 0 {
			out.Cases = append(out.Cases, r.id)
			out.Amounts = append(out.Amounts, n)
		}
	}
	return out
}

func (t *Table) why(row, column int) string {
	text := t.Edition.Columns[column].why(t.counter())
	if row == len(t.Edition.Rows) {
		return text
	}
	label := t.Edition.Rows[row]
	if row == len(t.Edition.Rows)-1 {
		return "行政管理类别为“" + label + "”或者不在表列类别中；" + text
	}
	return "行政管理类别归入“" + label + "”；" + text
}

// counter is what the predicates of columns ask.
type counter struct {
	Period
	kind uint8
	// byAcceptance, fromReceipt and the like are the readings that differ from the recommended ones.
	byAcceptance, baseReceived, personsAccepted, cohort, openPeriod, carriedClosed, claimed bool
}

func (t *Table) counter() *counter {
	c := &counter{Period: t.Period,
		byAcceptance: t.Rules.is(RuleAccepted, "accepted"), baseReceived: t.Rules.is(RuleBase, "received"),
		personsAccepted: t.Rules.is(RulePersons, "accepted"), cohort: t.Rules.is(RuleResults, "cohort"),
		openPeriod: t.Rules.is(RuleOpen, "period"), carriedClosed: t.Rules.is(RuleCarried, "closed"), claimed: t.Rules.is(RuleDamages, "claimed")}
	if t.Edition.Kind == cases.Litigation {
		c.kind = 1
	}
	return c
}

func (c *counter) in(d calendar.Date) bool { return !d.IsZero() && c.From <= d && d <= c.To }

// taken is the day by which a case belongs to a period: its receipt, or its acceptance where that reading was chosen.
func (c *counter) taken(r *Record) calendar.Date {
	if c.byAcceptance && c.kind == 0 {
		return r.accepted
	}
	return r.received
}

// valid is a case of the form's own count: for form 1 an accepted one, for form 2 any suit.
func (c *counter) valid(r *Record) bool {
	return !r.received.IsZero() && (c.kind == 1 || !r.accepted.IsZero()) && (r.concluded.IsZero() || r.concluded >= r.received)
}

func (c *counter) received(r *Record) bool { return c.in(r.received) }

func (c *counter) accepted(r *Record) bool { return c.valid(r) && c.in(c.taken(r)) }

func (c *counter) carried(r *Record) bool {
	if !c.valid(r) || c.taken(r) >= c.From || !r.concluded.IsZero() && r.concluded < c.From {
		return false
	}
	return !c.carriedClosed || !r.concluded.IsZero() && r.concluded <= c.To
}

func (c *counter) concluded(r *Record) bool {
	if !c.valid(r) || r.concluded.IsZero() {
		return false
	}
	if c.cohort {
		return c.in(c.taken(r))
	}
	return c.in(r.concluded)
}

func (c *counter) open(r *Record) bool {
	d := c.taken(r)
	if !c.valid(r) || d > c.To || !r.concluded.IsZero() && r.concluded <= c.To {
		return false
	}
	return !c.openPeriod || d >= c.From
}

func (c *counter) base(r *Record) bool {
	if c.baseReceived {
		return c.received(r)
	}
	return c.accepted(r)
}
