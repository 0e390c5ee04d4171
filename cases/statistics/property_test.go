package statistics

import (
	"reflect"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"

	"pgregory.net/rapid"
)

// sums are the columns that count persons or letters, not cases.
var sums = map[string]bool{"申请人总数": true, "意见书、建议书": true, "行政复议意见书": true, "行政复议建议书": true}

// wantCells checks that every number is the length of the list behind it.
func wantCells(t *rapid.T, r *Report) {
	for _, tb := range r.Tables {
		for _, row := range tb.Rows {
			for i, c := range row.Cells {
				if n := len(c.Cases); c.N != n && !(sums[tb.Columns[i].Label] && c.N > n) {
					t.Errorf("%s, %s, %s: %d with %d cases", tb.Title, row.Label, tb.Columns[i].Label, c.N, n)
				}
			}
		}
	}
	for _, i := range r.Indicators {
		plain := i.ID != "letters" && i.ID != "committee_sessions" && i.ID != "appearance_rate_change"
		if plain && (i.Numerator != len(i.Cases) || i.Denominator != len(i.Base)) {
			t.Errorf("%s = %d/%d with %d/%d cases", i.ID, i.Numerator, i.Denominator, len(i.Cases), len(i.Base))
		}
	}
}

// drawOffice draws an office of the sample's making: lawful cases of any stage.
func drawOffice(t *rapid.T, cal *calendar.Calendar) *office {
	o := &office{settings: settings()}
	n := rapid.IntRange(0, 60).Draw(t, "cases")
	today := calendar.New(2022, 1, 1).AddDays(rapid.IntRange(0, 1400).Draw(t, "today"))
	err := sample.Generate(n, rapid.Uint64().Draw(t, "seed"), 2021, 2025, today, cal, func(c *cases.Case) error {
		c.ID = cases.ID(len(o.all) + 1)
		o.all = append(o.all, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestLawfulOfficesAddUp(t *testing.T) {
	cal := holidays(t)
	rapid.Check(t, func(t *rapid.T) {
		o := drawOffice(t, cal)
		year := rapid.IntRange(2020, 2026).Draw(t, "year")
		asOf := calendar.New(year, 1, 1).AddDays(rapid.IntRange(0, 700).Draw(t, "as of"))
		r, err := Count(t.Context(), o, year, asOf)
		if err != nil {
			t.Fatal(err)
		}
		wantCells(t, r)
		for _, c := range r.Checks {
			t.Errorf("%s: %s", c.Rule, c.Detail)
		}
		// The same office on that day, when nothing later had been recorded.
		then := &office{settings: o.settings}
		for _, c := range o.all {
			early := *c
			early.Acts = nil
			for _, a := range c.Acts {
				if a.On <= asOf {
					early.Acts = append(early.Acts, a)
				}
			}
			then.all = append(then.all, &early)
		}
		was, err := Count(t.Context(), then, year, asOf)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(r, was) {
			t.Errorf("counted again as of %s, the year differs", asOf)
		}
		recount(t, o, r, asOf)
	})
}

// recount counts a few figures again in the plainest way, from the acts alone.
func recount(t *rapid.T, o *office, r *Report, asOf calendar.Date) {
	in := func(d calendar.Date) bool { return r.From <= d && d <= r.To }
	want := map[string]int{}
	for _, c := range o.all {
		letters := 0
		for _, a := range c.Acts {
			if a.On > asOf || !in(a.On) {
				continue
			}
			switch a.Kind {
			case procedure.Receipt:
				want["received"]++
			case procedure.SuitReceived:
				want["suits"]++
			case procedure.Judgment:
				want["suits_concluded"]++
			case procedure.Mediation:
				want["mediated"]++
			case procedure.Termination:
				if a.Detail.Ground == procedure.SettlementReached {
					want["mediated"]++
				}
			case procedure.OpinionLetter, procedure.Recommendation:
				letters++
			}
			switch a.Kind {
			case procedure.Decision, procedure.Dismissal, procedure.Mediation, procedure.Termination, procedure.Rejection,
				procedure.Abandonment, procedure.Withdrawal:
				want["concluded"]++
			}
		}
		want["letters"] += letters
	}
	for _, id := range []string{"received", "suits", "suits_concluded", "mediated", "concluded", "letters"} {
		if got := r.Indicator(id).Numerator; got != want[id] {
			t.Errorf("%s = %d, recounted %d", id, got, want[id])
		}
	}
}

// drawJumble draws cases whose acts make no sense, as broken ledgers do.
func drawJumble(t *rapid.T) *office {
	o := &office{settings: settings()}
	for range rapid.IntRange(1, 8).Draw(t, "cases") {
		k := rapid.SampledFrom([]cases.Kind{cases.Reconsideration, cases.Litigation}).Draw(t, "kind")
		c := newCase(k, []string{police, gov})
		c.ID = cases.ID(len(o.all) + 1)
		specs := procedure.Specs(k == cases.Litigation)
		for range rapid.IntRange(0, 10).Draw(t, "acts") {
			c.Acts = append(c.Acts, procedure.Act{
				Kind: rapid.SampledFrom(specs).Draw(t, "act").Kind,
				On:   calendar.New(2019, 1, 1).AddDays(rapid.IntRange(0, 1100).Draw(t, "on")),
				Detail: rapid.SampledFrom([]*procedure.Detail{nil, items(procedure.Revoke, procedure.Uphold),
					grounded(procedure.SettlementReached), results(procedure.Result{Outcome: procedure.ActRevoked})}).Draw(t, "detail"),
			})
		}
		o.all = append(o.all, c)
	}
	return o
}

// Whatever was recorded, every case is counted once: figures fail to balance only where dates run backwards.
func TestJumbledOfficesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, err := Count(t.Context(), drawJumble(t), 2020, calendar.New(2020, 1, 1).AddDays(rapid.IntRange(0, 700).Draw(t, "as of")))
		if err != nil {
			t.Fatal(err)
		}
		wantCells(t, r)
		backwards := false
		for _, c := range r.Checks {
			backwards = backwards || c.Rule == datesRule
		}
		if len(r.Checks) > 0 && !backwards {
			t.Errorf("%v", r.Checks)
		}
	})
}
