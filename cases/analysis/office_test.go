package analysis

import (
	"context"
	"flag"
	"sync"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

var update = flag.Bool("update", false, "write the golden tables anew")

// law is read once: a test asks for it once a case.
var law = sync.OnceValue(func() *procedure.Law {
	cal, err := assets.Calendar()
	if err != nil {
		panic(err)
	}
	return procedure.NewLaw(cal)
})

// office is an office over a slice, with only what counting uses.
type office struct {
	cases.Reader
	cases.Directory
	settings cases.Settings
	all      []*cases.Case
}

func newOffice(set cases.Settings, all []*cases.Case) *office {
	for i, c := range all {
		c.ID = cases.ID(i + 1)
	}
	return &office{settings: set, all: all}
}

func (o *office) Law() *procedure.Law                                 { return law() }
func (o *office) Settings(context.Context) (cases.Settings, error)    { return o.settings, nil }
func (o *office) Organs(context.Context) ([]cases.OrganRecord, error) { return nil, nil }
func (o *office) CaseByNumber(_ context.Context, n string) (*cases.Case, error) {
	for _, c := range o.all {
		if c.Number == n {
			return c, nil
		}
	}
	return nil, &cases.Error{Kind: cases.NotFound}
}

// Each gives all cases of the kind: the tables must not rely on the span alone.
func (o *office) Each(ctx context.Context, s cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.all {
		if s.Kind != "" && s.Kind != c.Kind {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func iso(s string) calendar.Date {
	d, err := calendar.ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}

func year(y int) forms.Period {
	return forms.Period{From: calendar.New(y, 1, 1), To: calendar.New(y, 12, 31)}
}

func load(t testing.TB, o forms.Source, p forms.Period, r forms.Rules) *Book {
	t.Helper()
	b, err := Load(context.Background(), o, p, r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// act is one act on a day.
func act(on string, k procedure.Kind, d *procedure.Detail) procedure.Act {
	return procedure.Act{Kind: k, On: iso(on), Detail: d}
}

func filed(applicants int, organ, matter string, acts ...procedure.Act) *cases.Case {
	c := &cases.Case{Kind: cases.Reconsideration, Subject: matter, Class: cases.Classification{Category: "公安", Matter: matter}, Acts: acts, Handler: "陆某、顾某"}
	for range applicants {
		c.Parties = append(c.Parties, cases.Party{Role: cases.Applicant, Name: "陈某某"})
	}
	c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: organ, Organisation: true})
	return c
}

func suitAgainst(organs []string, acts ...procedure.Act) *cases.Case {
	c := &cases.Case{Kind: cases.Litigation, Class: cases.Classification{Category: "公安", Matter: "信息公开"}, Acts: acts,
		Suit: &cases.Suit{Court: "某市某区人民法院", Instance: cases.First, Source: cases.Direct}}
	c.Parties = append(c.Parties, cases.Party{Role: cases.Applicant, Name: "王某"})
	for _, o := range organs {
		c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: o, Organisation: true})
	}
	return c
}

func ground(g procedure.Ground) *procedure.Detail { return &procedure.Detail{Ground: g} }

func decide(d procedure.Disposition) *procedure.Detail {
	return &procedure.Detail{Items: []procedure.Item{{Kind: d}}}
}

// cell finds a number of a table.
func cell(t *testing.T, tb *Table, row, column string) Cell {
	t.Helper()
	for _, r := range tb.Rows {
		for j, c := range tb.Columns {
			if r.Label == row && c.Head() == column {
				return r.Cells[j]
			}
		}
	}
	t.Fatalf("《%s》 has no cell %s/%s", tb.Title, row, column)
	return Cell{}
}

// want compares cells written as row, column, what is shown with one decimal.
func want(t *testing.T, tb *Table, list ...[3]string) {
	t.Helper()
	for _, w := range list {
		if got := cell(t, tb, w[0], w[1]).Show(1); got != w[2] {
			t.Errorf("《%s》 %s/%s = %s, want %s", tb.Title, w[0], w[1], got, w[2])
		}
	}
}

// Preference is nothing: the office keeps no readings of its own.
func (*office) Preference(context.Context, string, string) ([]byte, error) { return nil, nil }
