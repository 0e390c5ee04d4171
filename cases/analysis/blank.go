package analysis

import (
	"context"
	"maps"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/forms"
)

// Kinds of figures of an indicator, the last part of its name: indicators/loss_rate/now.
const (
	nameNow    = "now"
	nameBefore = "before"
	nameChange = "change"
	nameOf     = "of"
)

// Figures are all figures that forms of other offices may ask for (空表自填): official forms of both kinds, tables, indicators.
type Figures struct {
	book  *Book
	forms []*forms.Table
	read  Choices
}

// LoadFigures counts a period. Rules and mapping are those of the forms, readings those of indicators. Errors are those of the office.
func LoadFigures(ctx context.Context, o forms.Source, p forms.Period, rules forms.Rules, mapping forms.Mapping, readings Choices) (*Figures, error) {
	b, err := Load(ctx, o, p, rules)
	if err != nil {
		return nil, err
	}
	c, err := forms.Load(ctx, o, p)
	if err != nil {
		return nil, err
	}
	out := &Figures{book: b, read: readings}
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		out.forms = append(out.forms, c.Count(forms.For(k, p.To.Year()), rules, mapping))
	}
	return out, nil
}

// Names are the names of the figures with the heads under which tables have them: form1/公安/received, matters/行政处罚/本年,
// indicators/loss_rate/now. Rows of organs and the like are those that occur in the period.
func (f *Figures) Names() []cases.BlankName {
	var out []cases.BlankName
	for _, t := range f.forms {
		out = append(out, t.Edition.Names()...)
	}
	for _, i := range f.book.Indicators(f.read) {
		out = append(out, cases.BlankName{Name: IndicatorsID + "/" + i.ID + "/" + nameNow, Row: []string{i.Label}},
			cases.BlankName{Name: IndicatorsID + "/" + i.ID + "/" + nameBefore, Row: []string{i.Label}, Column: []string{"上年"}},
			cases.BlankName{Name: IndicatorsID + "/" + i.ID + "/" + nameChange, Row: []string{i.Label}, Column: []string{"同比"}})
		if i.Now.Kind == Percent {
			out = append(out, cases.BlankName{Name: IndicatorsID + "/" + i.ID + "/" + nameOf, Row: []string{i.Label}, Column: []string{"分母"}})
		}
	}
	for _, x := range Tables(f.book.Period) {
		t := f.book.Table(x.ID)
		for _, r := range t.Rows {
			for j, c := range r.Cells {
				if c.Kind != Missing {
					out = append(out, cases.BlankName{Name: t.ID + "/" + r.Label + "/" + t.Columns[j].Head(), Row: []string{r.Label}, Column: append(slices.Clone(t.Columns[j].Heads), t.Columns[j].Label)})
				}
			}
		}
	}
	return out
}

// Values are the figures by their names, with those a map asks for of organs and the like that have no case in the period: they are 0.
func (f *Figures) Values(m cases.BlankMap) map[string]cases.BlankValue {
	out := map[string]cases.BlankValue{}
	for _, t := range f.forms {
		maps.Copy(out, t.Values())
	}
	for _, i := range f.book.Indicators(f.read) {
		name := IndicatorsID + "/" + i.ID + "/"
		out[name+nameNow], out[name+nameBefore], out[name+nameChange] = blankValue(i.Now), blankValue(i.Before), blankValue(i.Change)
		out[name+nameOf] = cases.BlankValue{Number: float64(i.Now.Of)}
	}
	tables := map[string]*Table{}
	for _, x := range Tables(f.book.Period) {
		t := f.book.Table(x.ID)
		tables[t.ID] = t
		for _, r := range t.Rows {
			for j, c := range r.Cells {
				out[t.ID+"/"+r.Label+"/"+t.Columns[j].Head()] = blankValue(c)
			}
		}
	}
	for _, c := range m.Cells {
		if _, known := out[c.Name]; !known && f.empty(tables, c.Name) {
			out[c.Name] = cases.BlankValue{}
		}
	}
	return out
}

// empty reports whether a name is that of a row that does not occur in the period, in a column that exists.
func (f *Figures) empty(tables map[string]*Table, name string) bool {
	id, rest, _ := strings.Cut(name, "/")
	k := strings.LastIndex(rest, "/")
	t := tables[id]
	return t != nil && k > 0 && t.spec.keys != nil && slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Head() == rest[k+1:] })
}

// blankValue is a number for a form: a share in percent with two decimals, "-" where nothing can be compared.
func blankValue(c Cell) cases.BlankValue {
	n, ok := c.Value()
	switch {
	case c.Kind == Missing:
		return cases.BlankValue{Empty: true}
	case !ok:
		return cases.BlankValue{Text: "-"}
	case c.Kind == Percent:
		return cases.BlankValue{Number: 100 * n, Percent: true}
	}
	return cases.BlankValue{Number: n}
}
