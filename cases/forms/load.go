package forms

import (
	"cmp"
	"context"
	"slices"

	"fuyi/cases"
)

// Source is what counting needs of an office.
type Source interface {
	cases.Reader
	cases.Directory
	cases.PreferenceReader
}

// Counted are the records of a period, from which any form can be counted.
type Counted struct {
	Period   Period
	Settings cases.Settings
	Deriver  *Deriver
	Records  []Record
	// Kept is how the office counts where nothing else is asked for.
	Kept Kept
}

// Load derives the records of a period. A zero AsOf means the last day of the period. Errors are those of the office.
func Load(ctx context.Context, o Source, p Period) (*Counted, error) {
	if p.AsOf.IsZero() {
		p.AsOf = p.To
	}
	set, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	organs, err := o.Organs(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := LoadKept(ctx, o)
	if err != nil {
		return nil, err
	}
	out := &Counted{Period: p, Kept: kept, Settings: set, Deriver: NewDeriver(o.Law(), set.Organ, organs, p.AsOf)}
	span := cases.Span{From: min(p.From, p.AsOf), To: min(p.To, p.AsOf)}
	g := gatherer{d: out.Deriver, span: span}
	if t, ok := o.(Tallied); ok {
		err = t.EachTally(ctx, span, g.expect, g.tally, g.load)
	} else {
		err = o.Each(ctx, span, g.load)
	}
	if err != nil {
		return nil, err
	}
	out.Records = g.records
	// In order of receipt, so that lists behind figures keep one order.
	slices.SortFunc(out.Records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.received, b.received), cmp.Compare(a.id, b.id))
	})
	return out, nil
}

// Count counts a form over the records. What rules do not name is counted as the office keeps it; a nil mapping is the office's.
func (c *Counted) Count(e *Edition, rules Rules, mapping Mapping) *Table {
	return Count(e, c.Deriver, c.Records, c.Period, c.Kept.rules(rules), c.Kept.mapping(e, mapping))
}

// Find names a cell by the label of its row and the ID or the printed number of its column; ok is false if there is no such cell.
func (t *Table) Find(row, column string) (i, j int, ok bool) {
	i = slices.IndexFunc(t.Rows, func(r Row) bool { return r.Label == row })
	j, ok = t.Edition.Column(column)
	if !ok {
		j = slices.IndexFunc(t.Edition.Columns, func(c Column) bool { return c.Head() == column || c.number() == column })
	}
	return i, j, i >= 0 && j >= 0
}
