package forms

import (
	"context"

	"fuyi/cases"
)

// Relate adds to a table's checks those that need more than the table: E10 against the period before it, F7 against the form of the
// other kind. Errors are those of the office.
func (c *Counted) Relate(ctx context.Context, o Source, t *Table) error {
	var extra []Check
	if standard(t.Rules) {
		eve := c.Period.From.AddDays(-1)
		before, err := Load(ctx, o, Period{From: c.Period.From.AddMonths(-12), To: eve, AsOf: eve})
		if err != nil {
			return err
		}
		extra = append(extra, CarryOver(before.Count(t.Edition, t.Rules.spelled(), nil), t))
	}
	year := c.Period.To.Year()
	review, suits := t, t
	if t.Edition.Kind == cases.Litigation {
		review = c.Count(For(cases.Reconsideration, year), nil, nil)
	} else {
		suits = c.Count(For(cases.Litigation, year), nil, nil)
	}
	t.related = append(extra, CrossCheck(review, suits))
	if t.Edition.Kind == cases.Reconsideration {
		// The cell it points to is of the other form.
		last := &t.related[len(t.related)-1]
		last.Row, last.Column = -1, -1
	}
	return nil
}
