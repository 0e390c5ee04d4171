package analysis

import (
	"fmt"
	"slices"

	"fuyi/cases"
	"fuyi/cases/forms"
)

// Checks compares rows with the total, and the columns that must balance.
func (t *Table) Checks() []forms.Check {
	var out []forms.Check
	if t.spec == nil {
		return nil // a table that another package counted
	}
	if !t.spec.plain && !t.spec.several && t.spec.keys != nil {
		out = append(out, t.totals())
	}
	if t.spec.sums {
		out = append(out, t.added())
	}
	for _, b := range t.spec.checks {
		out = append(out, t.balanced(b))
	}
	return out
}

// added checks that the first row is the sum of the others, as in tables that sort every case into one line (E1).
func (t *Table) added() forms.Check {
	c := forms.Check{ID: t.ID, Rule: t.Rows[0].Label + "＝以下各行之和", OK: true, Severity: forms.Wrong, Row: -1, Column: -1}
	for j := range t.Columns {
		var n int64
		in := map[cases.ID]int{}
		for _, r := range t.Rows[1:] {
			n += r.Cells[j].N
			for _, id := range r.Cells[j].Cases {
				in[id]++
			}
		}
		first := t.Rows[0].Cells[j]
		if n == first.N {
			continue
		}
		c.OK, c.Row, c.Column = false, 0, j
		c.Says = fmt.Sprintf("“%s”栏：各行之和为%d，%s为%d", t.Columns[j].Head(), n, t.Rows[0].Label, first.N)
		for _, id := range first.Cases {
			if in[id] != 1 {
				c.Cases = append(c.Cases, id)
			}
		}
		return c
	}
	return c
}

// totals checks that every case stands in exactly one row.
func (t *Table) totals() forms.Check {
	c := forms.Check{ID: t.ID, Rule: "合计＝各行之和", OK: true, Severity: forms.Wrong, Row: -1, Column: -1}
	last := len(t.Rows) - 1
	for j := range t.Columns {
		if t.Rows[last].Cells[j].Kind != Count {
			continue
		}
		var n int64
		for _, r := range t.Rows[:last] {
			n += r.Cells[j].N
		}
		if n != t.Rows[last].Cells[j].N {
			c.OK, c.Row, c.Column = false, last, j
			c.Says = fmt.Sprintf("“%s”栏：各行之和为%d，合计为%d", t.Columns[j].Head(), n, t.Rows[last].Cells[j].N)
			return c
		}
	}
	return c
}

func (t *Table) balanced(b balance) forms.Check {
	c := forms.Check{ID: t.ID, Rule: b.rule, OK: true, Severity: forms.Wrong, Row: -1, Column: -1}
	for i, r := range t.Rows {
		left, right := sum(r, b.left), sum(r, b.right)
		if left == right || b.atMost && left < right {
			continue
		}
		c.OK, c.Row, c.Column = false, i, b.left[0]
		c.Says = fmt.Sprintf("“%s”行：左边为%d，右边为%d", r.Label, left, right)
		c.Cases = differing(r, b)
		return c
	}
	return c
}

func sum(r Row, columns []int) (n int64) {
	for _, j := range columns {
		n += r.Cells[j].N
	}
	return n
}

// differing are the cases that add more to one side than to the other.
func differing(r Row, b balance) []cases.ID {
	sums := map[cases.ID]int64{}
	var order []cases.ID
	add := func(columns []int, sign int64) {
		for _, j := range columns {
			for k, id := range r.Cells[j].Cases {
				if _, seen := sums[id]; !seen {
					order = append(order, id)
				}
				sums[id] += sign * r.Cells[j].Amounts[k]
			}
		}
	}
	add(b.left, 1)
	add(b.right, -1)
	return slices.DeleteFunc(order, func(id cases.ID) bool { return sums[id] == 0 })
}
