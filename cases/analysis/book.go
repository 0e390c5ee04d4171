// Package analysis counts what a year's reports ask for beside the official forms: the tables of the analysis report (统计分析报告),
// the report on open government (政府信息公开年报), the people's congress's table, the heads' appearance, the work of intake, the
// indicators with their possible denominators, and ledgers. DESIGN.md says how.
package analysis

import (
	"cmp"
	"context"
	"slices"

	"fuyi/cases"
	"fuyi/cases/forms"
)

// Book is a period as counted on a day, with the same period a year earlier.
type Book struct {
	Period, Before forms.Period
	Rules          forms.Rules
	Settings       cases.Settings

	now, earlier []Item
	scope, past  scope
}

// Load derives what the tables need. A zero AsOf means the last day of the period. The earlier period is counted as of its own end, or
// as of the same day a year before while the period runs. Errors are those of the office.
func Load(ctx context.Context, o forms.Source, p forms.Period, rules forms.Rules) (*Book, error) {
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
	b := &Book{Period: p, Before: YearBefore(p), Rules: rules, Settings: set}
	b.scope, b.past = newScope(b.Period, rules), newScope(b.Before, rules)
	if b.now, err = items(ctx, o, set, organs, b.Period); err != nil {
		return nil, err
	}
	if b.earlier, err = items(ctx, o, set, organs, b.Before); err != nil {
		return nil, err
	}
	return b, nil
}

func items(ctx context.Context, o forms.Source, set cases.Settings, organs []cases.OrganRecord, p forms.Period) ([]Item, error) {
	d := forms.NewDeriver(o.Law(), set.Organ, organs, p.AsOf)
	var out []Item
	span := cases.Span{From: min(p.From, p.AsOf), To: min(p.To, p.AsOf)}
	err := o.Each(ctx, span, func(c *cases.Case) error {
		out = append(out, newItem(c, d))
		return nil
	})
	slices.SortFunc(out, func(a, b Item) int { return cmp.Or(cmp.Compare(a.Received, b.Received), cmp.Compare(a.ID, b.ID)) })
	suedBySuits(out)
	return out, err
}

// suedBySuits marks a reconsideration as taken to court by the suits that name it: offices enter the suit and seldom the act
// 被诉 in the reconsideration as well.
func suedBySuits(list []Item) {
	at := map[string]*Item{}
	for k := range list {
		if list[k].Kind == cases.Reconsideration {
			at[cases.NumberKey(list[k].Number)] = &list[k]
		}
	}
	for k := range list {
		s := &list[k]
		if s.related == "" {
			continue
		}
		if r := at[cases.NumberKey(s.related)]; r != nil && (r.sued.IsZero() || s.Received < r.sued) {
			r.sued = s.Received
		}
	}
}

// YearBefore is the same period a year earlier (上年同期), known as of its end, or as of a year earlier while the period runs.
func YearBefore(p forms.Period) forms.Period {
	out := forms.Period{From: p.From.AddMonths(-12), To: p.To.AddMonths(-12)}
	// The last day of February is not the same every year.
	if p.To.AddDays(1).Day() == 1 {
		next := out.To
		for next.AddDays(1).Month() == next.Month() {
			next = next.AddDays(1)
		}
		out.To = next
	}
	out.AsOf = out.To
	if !p.AsOf.IsZero() && p.AsOf < p.To {
		out.AsOf = min(p.AsOf.AddMonths(-12), out.To)
	}
	return out
}

// Info names a table or list for choosing it.
type Info struct{ ID, Title, Group string }

// Tables lists the tables in the order of the report. Matters are named as the form in force at the end of the period does.
func Tables(p forms.Period) []Info {
	var out []Info
	for _, s := range specs(p) {
		out = append(out, Info{s.id, s.title, s.group})
	}
	return out
}

// Table counts a table by its ID; nil if there is none.
func (b *Book) Table(id string) *Table {
	for _, s := range specs(b.Period) {
		if s.id == id {
			return b.tally(s)
		}
	}
	return nil
}

// specs are all tables.
func specs(p forms.Period) []*spec {
	return slices.Concat(structures(p), outcomes(p), intake(), courts(p), yearly(p))
}
