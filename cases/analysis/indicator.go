package analysis

import (
	"fmt"
	"slices"

	"fuyi/cases"
)

// IndicatorsID asks for the indicators where tables and lists are asked for by their IDs.
const IndicatorsID = "indicators"

// Indicator is one figure of the year with its possible denominators (指标及其口径).
type Indicator struct {
	// ID is the stable name; Label the Chinese one; Group 行政复议, 行政应诉 or 办案质量和效率.
	ID, Label, Group string
	Unit             string
	// Choices are the readings; Chosen is the one counted. A plain count has one.
	Choices []Choice
	Chosen  int
	// Now and Before are the figure of the period and of the same period a year earlier; Change compares them: counts in percent,
	// rates in 百分点.
	Now, Before, Change Cell
	// Base are the cases of the denominator.
	Base []cases.ID
	// Formula says in Chinese how it is counted (口径).
	Formula string
}

// Choice is one reading of an indicator: 分子÷分母.
type Choice struct{ ID, Label, Formula string }

// Choices says which reading of an indicator is taken, by its ID; the first one where nothing is said.
type Choices map[string]string

// quotient is one reading: numerator and denominator.
type quotient struct {
	id, label string
	num, den  measure
	// distinct, if set, makes the denominator the number of different names in the cases of den.
	distinct func(*Item) []string
}

func per(id, label string, num, den measure) quotient {
	return quotient{id: id, label: label, num: num, den: den}
}

// figure defines an indicator.
type figure struct {
	id, label, group, unit string
	kind                   CellKind
	// count is a plain number; readings are rates.
	count    *measure
	readings []quotient
}

func number(group, id, label, unit string, m measure) figure {
	return figure{id: id, label: label, group: group, unit: unit, count: &m}
}

func rate(group, id, label string, readings ...quotient) figure {
	return figure{id: id, label: label, group: group, unit: "%", kind: Percent, readings: readings}
}

func average(group, id, label, unit string, readings ...quotient) figure {
	return figure{id: id, label: label, group: group, unit: unit, kind: Average, readings: readings}
}

func (f *figure) choices() []Choice {
	var out []Choice
	for _, q := range f.readings {
		out = append(out, Choice{q.id, q.label, q.num.says + "÷" + q.den.says})
	}
	return out
}

// Indicators counts all indicators by the readings chosen.
func (b *Book) Indicators(c Choices) []Indicator {
	var out []Indicator
	for _, f := range figures() {
		out = append(out, b.indicator(&f, c))
	}
	return out
}

// Check refuses indicators and readings that do not exist, in a Chinese sentence without its full stop.
func (c Choices) Check() error {
	for id, reading := range c {
		list := figures()
		k := slices.IndexFunc(list, func(f figure) bool { return f.id == id })
		if k < 0 {
			return fmt.Errorf("没有名为“%s”的指标", id)
		}
		if !slices.ContainsFunc(list[k].readings, func(q quotient) bool { return q.id == reading }) {
			return fmt.Errorf("指标“%s”没有“%s”这种口径", list[k].label, reading)
		}
	}
	return nil
}

func (b *Book) indicator(f *figure, c Choices) Indicator {
	out := Indicator{ID: f.id, Label: f.label, Group: f.group, Unit: f.unit, Choices: f.choices()}
	var now, past Cell
	if f.count != nil {
		now, _ = measured(b.now, &b.scope, *f.count, nil, nil)
		past, _ = measured(b.earlier, &b.past, *f.count, nil, nil)
		out.Formula = f.count.says
		out.Change = Cell{Kind: Percent, N: now.N - past.N, Of: past.N}
	} else {
		for k, q := range f.readings {
			if q.id == c[f.id] {
				out.Chosen = k
			}
		}
		q := f.readings[out.Chosen]
		now, out.Base = measured(b.now, &b.scope, q.num, &q.den, q.distinct)
		past, _ = measured(b.earlier, &b.past, q.num, &q.den, q.distinct)
		out.Formula = out.Choices[out.Chosen].Formula
		now.Kind, past.Kind = f.kind, f.kind
		out.Change = Cell{Kind: Points, N: now.N*past.Of - past.N*now.Of, Of: now.Of * past.Of}
		if f.kind == Average {
			out.Change = Cell{Kind: Average, N: out.Change.N, Of: out.Change.Of}
		}
	}
	now.Why = fmt.Sprintf("统计期%s至%s；%s。", b.Period.From.Chinese(), b.Period.To.Chinese(), out.Formula)
	past.Why = fmt.Sprintf("统计期%s至%s；%s。", b.Before.From.Chinese(), b.Before.To.Chinese(), out.Formula)
	out.Now, out.Before = now, past
	return out
}

// measured counts a measure and, for a rate, its denominator: cases, or the different names in them.
func measured(items []Item, s *scope, num measure, den *measure, distinct func(*Item) []string) (c Cell, base []cases.ID) {
	names := map[string]bool{}
	for k := range items {
		i := &items[k]
		c.add(i.ID, num.n(s, i, ""))
		if den == nil {
			continue
		}
		if n := den.n(s, i, ""); n != 0 {
			c.Of += n
			base = append(base, i.ID)
			if distinct != nil {
				for _, name := range distinct(i) {
					names[name] = true
				}
			}
		}
	}
	if distinct != nil {
		c.Of = int64(len(names))
	}
	return c, base
}
