package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/statistics"
)

// Forms is the page of the official forms (官方报表): which one, of which period, counted by which rules.
type Forms struct {
	*CountSpan
	Edition *forms.Edition
	// All shows rows without any case too, as the printed form has them.
	All bool
	// Table is the form as counted, nil before.
	Table *forms.Table
	// rows are the rows in view.
	rows []int
}

// NewForms begins with the form of a kind in force in a year.
func NewForms(k cases.Kind, year int, span *CountSpan) *Forms {
	return &Forms{CountSpan: span, Edition: forms.For(k, year)}
}

// FormChoices are the editions to choose from, in order, with their names.
func FormChoices() (ids, labels []string) {
	for _, e := range forms.Editions() {
		n := "表1"
		if e.Kind == cases.Litigation {
			n = "表2"
		}
		ids, labels = append(ids, e.ID), append(labels, n+"　"+e.Name)
	}
	return ids, labels
}

// Choose turns to another edition.
func (f *Forms) Choose(id string) {
	if e := forms.ByID(id); e != nil {
		f.Edition, f.Table = e, nil
	}
}

// Count counts the form.
func (f *Forms) Count(ctx context.Context, o forms.Source, p forms.Period) (*forms.Table, error) {
	c, err := forms.Load(ctx, o, p)
	if err != nil {
		return nil, err
	}
	t := c.Count(f.Edition, f.Rules, nil)
	return t, c.Relate(ctx, o, t)
}

// Grid is the table in view: the rows with cases, or all.
func (f *Forms) Grid() Grid {
	var g Grid
	for _, c := range f.Edition.Columns {
		g.Columns = append(g.Columns, statistics.Column{Group: strings.Join(c.Heads, "·"), Label: fmt.Sprintf("%s\n%d", c.Label, c.Number)})
	}
	f.rows = nil
	for i, r := range f.Table.Rows {
		last := i == len(f.Table.Rows)-1
		if f.All || last || slices.ContainsFunc(r.Values, func(n int64) bool { return n != 0 }) {
			f.rows = append(f.rows, i)
			var cells []GridCell
			for _, n := range r.Values {
				cells = append(cells, CountCell(n))
			}
			g.Rows, g.Cells = append(g.Rows, r.Label), append(g.Cells, cells)
		}
	}
	return g
}

// Cell is what is behind a number of the table in view, with its title.
func (f *Forms) Cell(row, column int) (title string, c forms.Cell) {
	i, col := f.rows[row], f.Edition.Columns[column]
	return fmt.Sprintf("%s · %d %s", f.Table.Rows[i].Label, col.Number, col.Head()), f.Table.Cell(i, column)
}

// Notes are what is said below the table: what it is, what was folded, how it was counted.
func (f *Forms) Notes() []string {
	var out []string
	if f.Edition.Note != "" {
		out = append(out, f.Edition.Note)
	}
	for _, x := range f.Table.Folded {
		if !x.Known {
			out = append(out, fmt.Sprintf("类别“%s”的%d件案件不在表列类别中，计入“%s”。", x.From, x.Cases, x.To))
		}
	}
	return append(out, "口径："+strings.Join(f.Table.Rules.Says(), "；")+"。")
}

// Options are the form as a file is asked for.
func (f *Forms) Options(p forms.Period) cases.FormOptions { return f.options(p, f.Edition.ID) }
