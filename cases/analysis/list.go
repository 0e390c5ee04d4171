package analysis

import (
	"cmp"
	"context"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

// List is a ledger (台账): one row per case.
type List struct {
	ID, Title string
	Kind      cases.Kind
	Period    forms.Period
	Columns   []ListColumn
	Rows      []ListRow
	// Notes say what is listed.
	Notes []string
}

// ListColumn is the head of a column; Date is true where it holds days, Width the usual number of signs.
type ListColumn struct {
	// Key is the column's English name for programs, "" where it has none.
	Key   string
	Label string
	Date  bool
	Width int
}

// ListRow is one case.
type ListRow struct {
	ID    cases.ID
	Cells []ListCell
}

// ListCell is a text, or a day where the column holds days.
type ListCell struct {
	Text string
	Day  calendar.Date
}

// Cell is the cell of a row under the column of a key, empty where there is none.
func (l *List) Cell(row *ListRow, key string) ListCell {
	if i := slices.IndexFunc(l.Columns, func(c ListColumn) bool { return c.Key == key }); i >= 0 {
		return row.Cells[i]
	}
	return ListCell{}
}

// Show is the cell as text.
func (c ListCell) Show() string {
	if !c.Day.IsZero() {
		return c.Day.String()
	}
	return c.Text
}

// entry is what the columns of a list may ask of a case.
type entry struct {
	*cases.Case
	item   Item
	time   procedure.Timeline
	serial int
	// acts are those of the day of counting, in the order of days.
	acts []procedure.Act
	// related is the reconsideration case that the suit followed, nil if it is not in the office.
	related *cases.Case
	// appealed is true when a second instance of the suit is in the office.
	appealed bool
}

// listColumn defines a column: a text or a day.
type listColumn struct {
	key   string
	label string
	width int
	text  func(*entry) string
	day   func(*entry) calendar.Date
}

// listSpec defines a list; keep chooses the cases.
type listSpec struct {
	id, title string
	kind      cases.Kind
	keep      measure
	columns   []listColumn
	notes     []string
}

// Lists names the ledgers.
func Lists() []Info {
	var out []Info
	for _, s := range listSpecs() {
		out = append(out, Info{s.id, s.title, groupLists})
	}
	return out
}

const groupLists = "台账和清单"

// NewList lists the cases of a period; nil without an error if there is no list of that ID. Errors are those of the office.
func NewList(ctx context.Context, o forms.Source, id string, p forms.Period, rules forms.Rules) (*List, error) {
	all := listSpecs()
	k := slices.IndexFunc(all, func(s listSpec) bool { return s.id == id })
	if k < 0 {
		return nil, nil
	}
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
	if rules, err = forms.InForce(ctx, o, rules); err != nil {
		return nil, err
	}
	l := &lister{o: o, spec: &all[k], period: p, deriver: forms.NewDeriver(o.Law(), set.Organ, organs, p.AsOf), scope: newScope(p, rules)}
	return l.list(ctx)
}

// lister writes a list.
type lister struct {
	o       forms.Source
	spec    *listSpec
	period  forms.Period
	deriver *forms.Deriver
	scope   scope
	rows    []*entry
	// appeals are the numbers of suits, as cases.NumberKey writes them, that a suit of the second instance names.
	appeals map[string]bool
}

func (l *lister) list(ctx context.Context) (*List, error) {
	p := l.period
	err := l.o.Each(ctx, cases.Span{Kind: l.spec.kind, From: min(p.From, p.AsOf), To: min(p.To, p.AsOf)}, func(c *cases.Case) error {
		if e := l.entry(c); e != nil {
			l.rows = append(l.rows, e)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(l.rows, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.item.Received, b.item.Received), cmp.Compare(a.ID, b.ID))
	})
	if err := l.findAppeals(ctx); err != nil {
		return nil, err
	}
	out := &List{ID: l.spec.id, Title: l.spec.title, Kind: l.spec.kind, Period: p, Notes: l.spec.notes}
	for _, c := range l.spec.columns {
		out.Columns = append(out.Columns, ListColumn{c.key, c.label, c.day != nil, c.width})
	}
	for n, e := range l.rows {
		e.serial = n + 1
		e.appealed = l.appeals[cases.NumberKey(e.Number)] || l.appeals[cases.NumberKey(e.suit().CourtNumber)]
		if e.Suit != nil && e.Suit.Related != "" {
			// A number that the office does not know is no error: the list then leaves the result open.
			if r, err := l.o.CaseByNumber(ctx, e.Suit.Related); err == nil && r.Kind == cases.Reconsideration {
				e.related = r
			}
		}
		out.Rows = append(out.Rows, l.row(e))
	}
	return out, ctx.Err()
}

// findAppeals looks for the second instances that name a suit; ledgers of one column name it where others name the reconsideration.
func (l *lister) findAppeals(ctx context.Context) error {
	l.appeals = map[string]bool{}
	if l.spec.kind != cases.Litigation {
		return nil
	}
	return l.o.Each(ctx, cases.Span{Kind: cases.Litigation, To: l.period.AsOf}, func(c *cases.Case) error {
		known := slices.ContainsFunc(c.Acts, func(a procedure.Act) bool { return a.On <= l.period.AsOf })
		if !known || c.Suit == nil || c.Suit.Instance != cases.Second {
			return nil
		}
		for _, number := range []string{c.Suit.Earlier, c.Suit.Related} {
			if key := cases.NumberKey(number); key != "" {
				l.appeals[key] = true
			}
		}
		return nil
	})
}

// entry keeps what the list needs of a case, nil if it is not listed.
func (l *lister) entry(c *cases.Case) *entry {
	i := newItem(c, l.deriver)
	if l.spec.keep.n(&l.scope, &i, "") == 0 {
		return nil
	}
	kept := *c
	kept.Parties, kept.Notes = slices.Clone(c.Parties), slices.Clone(c.Notes)
	e := &entry{Case: &kept, item: i}
	for _, a := range c.Acts {
		if a.On <= l.period.AsOf {
			e.acts = append(e.acts, a)
		}
	}
	slices.SortStableFunc(e.acts, func(a, b procedure.Act) int { return cmp.Compare(a.On, b.On) })
	kept.Acts = e.acts
	e.time = procedure.Fold(e.acts, c.Course(), l.o.Law(), l.period.AsOf)
	return e
}

func (l *lister) row(e *entry) ListRow {
	out := ListRow{ID: e.ID}
	for _, c := range l.spec.columns {
		if c.day != nil {
			out.Cells = append(out.Cells, ListCell{Day: c.day(e)})
		} else {
			out.Cells = append(out.Cells, ListCell{Text: c.text(e)})
		}
	}
	return out
}
