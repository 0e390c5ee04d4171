package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/statistics"
)

// Grid is a statistical table as the window shows it: columns under group heads, labelled rows of numbers.
type Grid struct {
	Columns []statistics.Column
	Rows    []string
	Values  [][]int64
}

// GridOf is a table of the yearly report.
func GridOf(t statistics.Table) Grid {
	g := Grid{Columns: t.Columns}
	for _, r := range t.Rows {
		values := make([]int64, len(r.Cells))
		for j, c := range r.Cells {
			values[j] = int64(c.N)
		}
		g.Rows, g.Values = append(g.Rows, r.Label), append(g.Values, values)
	}
	return g
}

// Forms is the page of the official forms (官方报表): which one, of which period, counted by which rules.
type Forms struct {
	Edition *forms.Edition
	// From, To and AsOf are days as typed; an empty AsOf is the last day of the period, today while it runs.
	From, To, AsOf string
	Rules          forms.Rules
	// All shows rows without any case too, as the printed form has them.
	All bool
	// Table is the form as counted, nil before.
	Table *forms.Table
	// rows are the rows in view.
	rows []int
}

// NewForms begins with the form of a kind in force in a year.
func NewForms(k cases.Kind, year int, today calendar.Date) *Forms {
	f := &Forms{Edition: forms.For(k, year)}
	f.SetYear(year, today)
	return f
}

// SetYear turns to a whole year.
func (f *Forms) SetYear(year int, today calendar.Date) {
	f.From, f.To, f.AsOf = calendar.New(year, 1, 1).String(), calendar.New(year, 12, 31).String(), ""
	if d := asOfIn(year, today); !d.IsZero() {
		f.AsOf = d.String()
	}
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

// Period reads the days typed.
func (f *Forms) Period(today calendar.Date) (forms.Period, error) {
	invalid := func(msg string) error { return &cases.Error{Op: "forms", Kind: cases.Invalid, Msg: msg} }
	var p forms.Period
	for _, x := range []struct {
		text string
		into *calendar.Date
		name string
	}{{f.From, &p.From, "统计期的第一天"}, {f.To, &p.To, "统计期的最后一天"}, {f.AsOf, &p.AsOf, "截止日期"}} {
		d, err := ReadDate(x.text, today)
		if err != nil {
			return p, invalid(x.name + "没有看懂，请写成 2026-1-1。")
		}
		*x.into = d
	}
	switch {
	case p.From.IsZero() || p.To.IsZero():
		return p, invalid("请填写统计期的第一天和最后一天。")
	case p.To < p.From:
		return p, invalid("统计期的最后一天早于第一天，请改正。")
	}
	if p.AsOf.IsZero() {
		p.AsOf = min(p.To, max(today, p.From))
	}
	if p.AsOf < p.From {
		return p, invalid("截止日期早于统计期的第一天，还没有可以统计的内容。")
	}
	return p, nil
}

// Count counts the form.
func (f *Forms) Count(ctx context.Context, o forms.Source, p forms.Period) (*forms.Table, error) {
	c, err := forms.Load(ctx, o, p)
	if err != nil {
		return nil, err
	}
	return c.Count(f.Edition, f.Rules, nil), nil
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
			g.Rows, g.Values = append(g.Rows, r.Label), append(g.Values, r.Values)
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
func (f *Forms) Options(p forms.Period) cases.FormOptions {
	opt := cases.FormOptions{Forms: []string{f.Edition.ID}, From: p.From, To: p.To, AsOf: p.AsOf, Rules: map[string]string{}}
	for id, code := range f.Rules {
		opt.Rules[string(id)] = code
	}
	return opt
}
