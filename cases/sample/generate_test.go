package sample_test

import (
	"errors"
	"reflect"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

func generate(t testing.TB, n int, seed uint64, from, to int, today calendar.Date) []*cases.Case {
	t.Helper()
	var out []*cases.Case
	err := sample.Generate(n, seed, from, to, today, holidays(t), func(c *cases.Case) error {
		c.ID = cases.ID(len(out) + 1)
		out = append(out, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGeneratedCasesAreLawful(t *testing.T) {
	cal, today := holidays(t), calendar.New(2026, 11, 23)
	for seed := range uint64(3) {
		all := generate(t, 2000, seed, 2019, 2026, today)
		if len(all) != 2000 {
			t.Fatalf("%d cases, want 2000", len(all))
		}
		numbers, acts, open, suits, last := map[string]bool{}, 0, 0, 0, calendar.Date(0)
		for _, c := range all {
			tl := procedure.Fold(c.Acts, c.Course(), procedure.NewLaw(cal), today)
			for _, p := range tl.Problems {
				t.Errorf("%s: %s", c.Number, p)
			}
			if numbers[c.Number] || tl.Received < last {
				t.Errorf("%s received on %s occurs twice or out of order", c.Number, tl.Received)
			}
			numbers[c.Number], last = true, tl.Received
			acts += len(c.Acts)
			if tl.Concluded.IsZero() {
				open++
			}
			if c.Suit != nil {
				suits++
			}
			for _, a := range c.Acts {
				if a.On > today {
					t.Errorf("%s: %s is dated %s", c.Number, procedure.ActLabel(a.Kind), a.On)
				}
			}
		}
		if acts < 3*len(all) || acts > 9*len(all) {
			t.Errorf("%d acts in %d cases", acts, len(all))
		}
		if open < 20 || open > 200 {
			t.Errorf("%d cases are open, want some but few", open)
		}
		if suits < 500 || suits > 700 {
			t.Errorf("%d of %d cases are suits, want about 600", suits, len(all))
		}
	}
}

func TestGeneratedOfficeAddsUp(t *testing.T) {
	o := &office{law: procedure.NewLaw(holidays(t)), settings: sample.Office(), all: generate(t, 3000, 7, 2021, 2026, calendar.New(2026, 11, 23))}
	for year := 2020; year <= 2026; year++ {
		r := count(t, o, year, 0)
		if year > 2020 && (r.Indicator("received").Numerator == 0 || r.Indicator("suits_lost").Numerator == 0) {
			t.Errorf("%d: %d received, %d suits lost", year, r.Indicator("received").Numerator, r.Indicator("suits_lost").Numerator)
		}
	}
}

func TestSameSeedSameCases(t *testing.T) {
	today := calendar.New(2026, 11, 23)
	one, two, three := generate(t, 400, 7, 2023, 2026, today), generate(t, 400, 7, 2023, 2026, today), generate(t, 400, 8, 2023, 2026, today)
	if !reflect.DeepEqual(one, two) {
		t.Error("the same seed gave other cases")
	}
	if reflect.DeepEqual(one, three) {
		t.Error("another seed gave the same cases")
	}
}

func TestGenerateStops(t *testing.T) {
	stop, n := errors.New("enough"), 0
	err := sample.Generate(100, 1, 2024, 2024, calendar.New(2026, 1, 1), holidays(t), func(*cases.Case) error {
		n++
		if n == 5 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || n != 5 {
		t.Errorf("after %d cases: %v", n, err)
	}
	err = sample.Generate(100, 1, 2030, 2031, calendar.New(2026, 1, 1), holidays(t), func(*cases.Case) error { return nil })
	if cases.KindOf(err) != cases.Invalid {
		t.Errorf("future years: %v", err)
	}
	if got := generate(t, 0, 1, 2024, 2024, calendar.New(2026, 1, 1)); len(got) != 0 {
		t.Errorf("no cases wanted, got %d", len(got))
	}
}

func BenchmarkGenerate(b *testing.B) {
	cal := holidays(b)
	for b.Loop() {
		err := sample.Generate(1000, 1, 2022, 2026, calendar.New(2026, 11, 23), cal, func(*cases.Case) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
	}
}
