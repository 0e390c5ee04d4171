package seal

import (
	"context"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// View is what the seals of an office say of a period in view.
type View struct {
	// Record is the newest seal of the period, nil if it was never sealed; Difference what has changed since.
	Record     *cases.SealRecord
	Difference *cases.SealDifference
	// Carry are the carry-overs (E10) of the tables against the period sealed before, those that hold too.
	Carry []forms.Check
}

// Of are the differences of one table; nil without a seal.
func (v *View) Of(table string) []cases.SealLine {
	if v.Difference == nil {
		return nil
	}
	return Of(v.Difference, table)
}

// Look asks the seals of an office about a period and the tables counted for it.
func Look(ctx context.Context, o forms.Source, k cases.Sealer, from, to calendar.Date, tables []*forms.Table, today calendar.Date) (View, error) {
	var v View
	list, err := k.Seals(ctx)
	if err != nil {
		return v, err
	}
	if v.Record = Latest(list, from, to); v.Record != nil {
		s, err := k.LoadSeal(ctx, v.Record.ID)
		if err != nil {
			return v, err
		}
		d, err := Since(ctx, o, s, today)
		if err != nil {
			return v, err
		}
		v.Difference = &d
	}
	before := Before(list, from)
	if before == nil || len(tables) == 0 {
		return v, nil
	}
	s, err := k.LoadSeal(ctx, before.ID)
	if err != nil {
		return v, err
	}
	for _, t := range tables {
		c, known, err := CarryOver(ctx, o, s, t)
		if err != nil {
			return v, err
		}
		if known {
			v.Carry = append(v.Carry, c)
		}
	}
	return v, nil
}

// Checks are the balance checks of a table; a carry-over against a seal stands in the place of the one against a new count.
func Checks(t *forms.Table, carry []forms.Check) []forms.Check {
	list := t.Checks()
	if len(carry) > 0 {
		list = slices.DeleteFunc(list, func(c forms.Check) bool { return c.ID == carryOver })
	}
	return append(list, carry...)
}
