package storage

import (
	"context"
	"fmt"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/sample"
)

// generated is an office of n generated cases of the years 2022 to 2026, as the program's command makes it.
func generated(b *testing.B, n int) *Office {
	b.Helper()
	opt := options(b, true)
	opt.Today = calendar.New(2026, 11, 23)
	o := openWith(b, b.TempDir(), opt)
	im, err := o.BeginImport(context.Background(), cases.ImportSource{File: "台账.xlsx"})
	must(b, err)
	must(b, sample.Generate(n, 1, 2022, 2026, opt.Today, opt.Calendar, func(c *cases.Case) error {
		_, err := im.Add(c)
		return err
	}))
	_, err = im.Commit()
	must(b, err)
	return o
}

// countAll counts every form of a year.
func countAll(b *testing.B, o *Office, year int) *forms.Counted {
	b.Helper()
	p := forms.Period{From: calendar.New(year, 1, 1), To: calendar.New(year, 12, 31)}
	p.AsOf = min(p.To, o.day())
	c, err := forms.Load(context.Background(), o, p)
	must(b, err)
	for _, e := range forms.Editions() {
		c.Count(e, nil, nil)
	}
	return c
}

// BenchmarkFormsOffice reads an office and counts every form of the running year, and of the year before as of its last day.
func BenchmarkFormsOffice(b *testing.B) {
	for _, n := range []int{10_000, large} {
		o := generated(b, n)
		for _, year := range []int{2026, 2025} {
			b.Run(fmt.Sprintf("%d/%d", n, year), func(b *testing.B) {
				for b.Loop() {
					countAll(b, o, year)
				}
			})
		}
	}
}

// BenchmarkFormsCell opens the list behind a number: which cases they are, and the first page of them.
func BenchmarkFormsCell(b *testing.B) {
	o := generated(b, large)
	t := countAll(b, o, 2026).Count(forms.ByID("form1-2016"), nil, nil)
	j, _ := t.Edition.Column("matter.penalty")
	for b.Loop() {
		c := t.Cell(len(t.Rows)-1, j)
		if len(c.Cases) < 200 {
			b.Fatalf("%d cases", len(c.Cases))
		}
		must(b, o.EachOf(context.Background(), c.Cases[:200], func(*cases.Case) error { return nil }))
	}
}
