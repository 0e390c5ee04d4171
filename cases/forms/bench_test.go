package forms

import (
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/sample"
)

// tenThousand are records of generated cases.
func tenThousand(b *testing.B, asOf calendar.Date) (*Deriver, []Record) {
	b.Helper()
	d := NewDeriver(law(), "苏州市姑苏区人民政府", nil, asOf)
	var out []Record
	if err := sample.Generate(10_000, 7, 2024, 2025, asOf, law().Calendar, func(c *cases.Case) error {
		c.ID = cases.ID(len(out) + 1)
		out = append(out, d.Record(c))
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	return d, out
}

// BenchmarkForms counts every form of a year over 1,000,000 records.
func BenchmarkForms(b *testing.B) {
	asOf := calendar.New(2025, 12, 31)
	d, ten := tenThousand(b, asOf)
	var all []Record
	for range 100 {
		all = append(all, ten...)
	}
	for b.Loop() {
		for _, e := range Editions() {
			Count(e, d, all, year(2025), nil, nil)
		}
	}
}

// BenchmarkCell opens the list behind a number of a form over 1,000,000 records.
func BenchmarkCell(b *testing.B) {
	asOf := calendar.New(2025, 12, 31)
	d, ten := tenThousand(b, asOf)
	var all []Record
	for range 100 {
		all = append(all, ten...)
	}
	t := Count(ByID("form1-2016"), d, all, year(2025), nil, nil)
	j, _ := t.Edition.Column("matter.penalty")
	for b.Loop() {
		t.Cell(0, j)
	}
}

// BenchmarkRecord derives the record of a case.
func BenchmarkRecord(b *testing.B) {
	asOf := calendar.New(2025, 12, 31)
	var all []*cases.Case
	if err := sample.Generate(1000, 7, 2024, 2025, asOf, law().Calendar, func(c *cases.Case) error {
		all = append(all, c)
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	d := NewDeriver(law(), "苏州市姑苏区人民政府", nil, asOf)
	i := 0
	for b.Loop() {
		d.Record(all[i%len(all)])
		i++
	}
}
