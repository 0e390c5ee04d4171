// Package seal freezes the figures of a period with the cases behind them (封存), and compares a seal with the same period counted
// now (差异表) and with the period after it (E10). DESIGN.md says how.
package seal

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/statistics"
)

// Title names a period: a calendar year, else its days.
func Title(from, to calendar.Date) string {
	if wholeYear(from, to) {
		return fmt.Sprintf("%d年", from.Year())
	}
	return from.Chinese() + "至" + to.Chinese()
}

func wholeYear(from, to calendar.Date) bool {
	return from == calendar.New(from.Year(), 1, 1) && to == calendar.New(from.Year(), 12, 31)
}

// Check refuses a period that cannot be sealed on a day: one that is not over, or counted with knowledge that nobody has yet.
func Check(p forms.Period, today calendar.Date) error {
	refused := func(msg string) error { return &cases.Error{Op: "seal", Kind: cases.Refused, Msg: msg} }
	switch {
	case p.To >= today:
		return refused("统计期到" + p.To.Chinese() + "才结束，还不能封存。请在统计期结束以后再封存。")
	case p.AsOf > today:
		return refused("截止日期" + p.AsOf.Chinese() + "还没有到，不能封存。请把截止日期改为今天或者以前。")
	case p.AsOf < p.To:
		return refused("截止日期" + p.AsOf.Chinese() + "早于统计期的最后一天，封存的数字会不完整。请把截止日期改为" + p.To.Chinese() + "或者以后。")
	}
	return nil
}

// New counts a period for sealing on a day: the official forms in force in it, by the rules given, and the yearly report of a
// whole year. The person, the time and the hash are added by the office that stores it.
func New(ctx context.Context, o forms.Source, p forms.Period, rules forms.Rules, mapping forms.Mapping, today calendar.Date) (*cases.Seal, error) {
	if p.AsOf.IsZero() {
		p.AsOf = p.To
	}
	if err := Check(p, today); err != nil {
		return nil, err
	}
	s := &cases.Seal{SealRecord: cases.SealRecord{Title: Title(p.From, p.To), From: p.From, To: p.To, AsOf: p.AsOf, On: today},
		Rules: map[string]string{}, Mapping: map[string]string{}}
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		s.Forms = append(s.Forms, forms.For(k, p.To.Year()).ID)
	}
	rules, err := forms.InForce(ctx, o, rules)
	if err != nil {
		return nil, err
	}
	for id, code := range rules {
		s.Rules[string(id)] = code
	}
	maps.Copy(s.Mapping, mapping)
	if mapping == nil {
		if err := keepMapping(ctx, o, s); err != nil {
			return nil, err
		}
	}
	return s, fill(ctx, o, s)
}

// keepMapping seals the office's mappings of the forms counted, each under its family of editions: 2024/城管.
func keepMapping(ctx context.Context, o cases.PreferenceReader, s *cases.Seal) error {
	k, err := forms.LoadKept(ctx, o)
	for _, id := range s.Forms {
		family := forms.ByID(id).Family()
		for own, row := range k.Mappings[family] {
			s.Mapping[family+"/"+own] = row
		}
	}
	return err
}

// mappingOf is what a seal says of the categories for an edition, never nil: what the office maps today is another matter.
func mappingOf(s *cases.Seal, e *forms.Edition) forms.Mapping {
	out := forms.Mapping{}
	maps.Copy(out, s.Mapping)
	for key, row := range s.Mapping {
		if own, ok := strings.CutPrefix(key, e.Family()+"/"); ok {
			out[own] = row
		}
	}
	return out
}

// fill counts what a seal names: its period, its editions, by its rules.
func fill(ctx context.Context, o forms.Source, s *cases.Seal) error {
	c, err := forms.Load(ctx, o, forms.Period{From: s.From, To: s.To, AsOf: s.AsOf})
	if err != nil {
		return err
	}
	// The rules of the seal hold, not those that the office keeps today.
	c.Kept = forms.Kept{}
	rules := forms.Rules{}
	for id, code := range s.Rules {
		rules[forms.RuleID(id)] = code
	}
	var tables []*forms.Table
	for _, id := range s.Forms {
		e := forms.ByID(id)
		if e == nil {
			return &cases.Error{Op: "seal", Kind: cases.Invalid, Msg: "本程序没有名为“" + id + "”的报表，不能重新统计这次封存。请使用封存时或者更新版本的程序。"}
		}
		tables = append(tables, c.Count(e, rules, mappingOf(s, e)))
	}
	var r *statistics.Report
	if wholeYear(s.From, s.To) {
		if r, err = statistics.Count(ctx, o, s.From.Year(), s.AsOf); err != nil {
			return err
		}
	}
	s.Figures = Figures(tables, r)
	s.Cases, err = lines(ctx, o, s, c.Settings.Organ)
	return err
}

// Figures lists the numbers of forms and of a report that are not 0, with their cases; r may be nil.
func Figures(tables []*forms.Table, r *statistics.Report) []cases.SealedFigure {
	var out []cases.SealedFigure
	if r != nil {
		out = overview(r)
	}
	for _, t := range tables {
		out = append(out, ofForm(t)...)
	}
	if r != nil {
		for _, t := range r.Tables {
			out = append(out, ofTable(t)...)
		}
	}
	return out
}

// overview are the indicators; a rate is kept as its two counts.
func overview(r *statistics.Report) []cases.SealedFigure {
	const table = "年度概览"
	var out []cases.SealedFigure
	add := func(key, label string, n int, ids []cases.ID) {
		if n != 0 || len(ids) > 0 {
			out = append(out, cases.SealedFigure{Key: "overview/" + key, Table: table, Label: label, Value: int64(n), Cases: ids})
		}
	}
	for _, i := range r.Indicators {
		switch {
		case i.Rate:
			add(i.ID, i.Label+"（分子）", i.Numerator, i.Cases)
			add(i.ID+"/base", i.Label+"（分母）", i.Denominator, i.Base)
		case i.Numerator != 0:
			add(i.ID, i.Label, i.Numerator, i.Cases)
		}
	}
	return out
}

func ofForm(t *forms.Table) []cases.SealedFigure {
	var out []cases.SealedFigure
	for i, r := range t.Rows {
		for j, n := range r.Values {
			c := &t.Edition.Columns[j]
			// Only an amount can be rounded to 0; looking for cases costs a walk over all records.
			if n == 0 && c.Unit != "元" {
				continue
			}
			cell := t.Cell(i, j)
			if len(cell.Cases) == 0 {
				continue
			}
			out = append(out, cases.SealedFigure{Key: t.Edition.ID + "/" + r.Label + "/" + c.ID, Table: t.Edition.Title,
				Label: r.Label + " · " + c.Head(), Unit: c.Unit, Value: n, Cases: cell.Cases, Amounts: unequal(cell.Amounts)})
		}
	}
	return out
}

// unequal leaves amounts out where each is 1, which is nearly everywhere.
func unequal(amounts []int64) []int64 {
	if slices.ContainsFunc(amounts, func(n int64) bool { return n != 1 }) {
		return amounts
	}
	return nil
}

func ofTable(t statistics.Table) []cases.SealedFigure {
	var out []cases.SealedFigure
	for _, r := range t.Rows {
		for j, c := range r.Cells {
			if c.N == 0 && len(c.Cases) == 0 {
				continue
			}
			head := strings.TrimPrefix(t.Columns[j].Group+"·"+t.Columns[j].Label, "·")
			out = append(out, cases.SealedFigure{Key: "table/" + t.ID + "/" + r.Label + "/" + head, Table: t.Title,
				Label: r.Label + " · " + head, Value: int64(c.N), Cases: c.Cases})
		}
	}
	return out
}

// Figure finds a sealed number by its key; nil if it was 0.
func Figure(s *cases.Seal, key string) *cases.SealedFigure {
	if i := slices.IndexFunc(s.Figures, func(f cases.SealedFigure) bool { return f.Key == key }); i >= 0 {
		return &s.Figures[i]
	}
	return nil
}

// Latest is the newest seal of a period among those of an office; nil if it was never sealed.
func Latest(list []cases.SealRecord, from, to calendar.Date) *cases.SealRecord {
	return newest(list, func(r cases.SealRecord) bool { return r.From == from && r.To == to })
}

// Before is the newest seal of the period that ends on the day before a period begins; nil if there is none.
func Before(list []cases.SealRecord, from calendar.Date) *cases.SealRecord {
	return newest(list, func(r cases.SealRecord) bool { return r.To == from.AddDays(-1) })
}

func newest(list []cases.SealRecord, in func(cases.SealRecord) bool) *cases.SealRecord {
	var out *cases.SealRecord
	for i := range list {
		if in(list[i]) && (out == nil || list[i].ID > out.ID) {
			out = &list[i]
		}
	}
	return out
}
