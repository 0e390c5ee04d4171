package statistics

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// office is a cases.Reader over a slice, with only what counting uses. It filters by span as its contract says.
type office struct {
	cases.Reader
	settings cases.Settings
	all      []*cases.Case
}

func (o *office) Settings(context.Context) (cases.Settings, error) { return o.settings, nil }

func (o *office) Each(ctx context.Context, s cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.all {
		row := cases.Project(c, o.Law(), calendar.New(2030, 1, 1))
		out := s.Kind != "" && c.Kind != s.Kind || !s.To.IsZero() && row.Received > s.To
		if out || !row.Concluded.IsZero() && row.LastAct < s.From {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Law is read once: a test asks for it once a case.
var law = sync.OnceValue(func() *procedure.Law {
	cal, err := assets.Calendar()
	if err != nil {
		panic(err)
	}
	return procedure.NewLaw(cal)
})

func (o *office) Law() *procedure.Law { return law() }

func holidays(t testing.TB) *calendar.Calendar {
	t.Helper()
	cal, err := assets.Calendar()
	if err != nil {
		t.Fatal(err)
	}
	return cal
}

func settings() cases.Settings {
	return cases.Settings{Organ: "苏州市姑苏区人民政府", District: "姑苏区"}
}

func iso(s string) calendar.Date {
	d, err := calendar.ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}

// act reads "2020-03-05 receipt".
func act(s string, d *procedure.Detail) procedure.Act {
	on, kind, _ := strings.Cut(s, " ")
	return procedure.Act{Kind: procedure.Kind(kind), On: iso(on), Detail: d}
}

// acts reads several acts without detail.
func acts(list ...string) []procedure.Act {
	var out []procedure.Act
	for _, s := range list {
		out = append(out, act(s, nil))
	}
	return out
}

// newCase is a case with one applicant against the organs named.
func newCase(k cases.Kind, organs []string, a ...procedure.Act) *cases.Case {
	c := &cases.Case{Kind: k, Acts: a, Class: cases.Classification{Category: "公安", Matter: "行政处罚"}}
	c.Parties = append(c.Parties, cases.Party{Role: cases.Applicant, Name: "陈某某"})
	for _, o := range organs {
		c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: o, Organisation: true})
	}
	if k == cases.Litigation {
		c.Suit = &cases.Suit{Court: "苏州市虎丘区人民法院", Instance: cases.First, Source: cases.Direct}
	}
	return c
}

func newOffice(all ...*cases.Case) *office {
	for i, c := range all {
		c.ID = cases.ID(i + 1)
		c.Number = cmp.Or(c.Number, fmt.Sprintf("第%d号", i+1))
	}
	return &office{settings: settings(), all: all}
}

func count(t testing.TB, o cases.Reader, year int, asOf calendar.Date) *Report {
	t.Helper()
	r, err := Count(context.Background(), o, year, asOf)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// wantFigures compares indicators written as "received 2" or "loss_rate 1/3".
func wantFigures(t *testing.T, r *Report, want ...string) {
	t.Helper()
	for _, w := range want {
		id, n, _ := strings.Cut(w, " ")
		i := r.Indicator(id)
		got := fmt.Sprint(i.Numerator)
		if i.Rate {
			got = fmt.Sprintf("%d/%d", i.Numerator, i.Denominator)
		}
		if i.ID == "" || got != n {
			t.Errorf("%s = %s, want %s", id, got, n)
		}
	}
}

func wantChecks(t *testing.T, r *Report, want ...string) {
	t.Helper()
	for _, w := range want {
		found := false
		for _, c := range r.Checks {
			found = found || strings.Contains(c.Rule+c.Detail, w)
		}
		if !found {
			t.Errorf("no failed relation mentions %q: %v", w, r.Checks)
		}
	}
	if len(want) == 0 && len(r.Checks) > 0 {
		t.Errorf("relations fail: %v", r.Checks)
	}
}
