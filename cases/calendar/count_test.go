package calendar

import (
	"errors"
	"os"
	"testing"

	"pgregory.net/rapid"
)

func load(t testing.TB) *Calendar {
	t.Helper()
	data, err := os.ReadFile("../../assets/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func day(s string) Date {
	d, err := ParseISO(s)
	if err != nil {
		panic(err)
	}
	return d
}

// The worked dates of the law reference, by its numbers E1 to E20.
func TestWorkedPeriods(t *testing.T) {
	c := load(t)
	work := func(start string, n int) Count { return c.Workdays(day(start), n) }
	days := func(start string, n int, pauses ...Pause) Count { return c.Days(day(start), n, NaturalDay, pauses) }
	pause := func(from, to string) Pause { return Pause{From: day(from), To: day(to)} }
	for _, x := range []struct {
		name string
		got  Count
		want string
	}{
		{"E1 copy", work("2026-01-28", 7), "2026-02-06"},
		{"E1 reply over the Spring Festival", work("2026-02-06", 10), "2026-02-27"},
		{"E1 60 days roll from a Sunday", days("2026-01-28", 60), "2026-03-30"},
		{"E1 extension on the raw date", days("2026-01-28", 90), "2026-04-28"},
		{"E2 copy", work("2026-01-28", 3), "2026-02-02"},
		{"E2 reply", work("2026-02-10", 5), "2026-02-24"},
		{"E2 30 days", days("2026-01-28", 30), "2026-02-27"},
		{"E3 review counts a make-up Saturday", work("2026-02-11", 5), "2026-02-25"},
		{"E3 60 days", days("2026-02-25", 60), "2026-04-27"},
		{"E4 review ends on a make-up Saturday", work("2026-09-28", 5), "2026-10-10"},
		{"E4 60 days", days("2026-10-10", 60), "2026-12-09"},
		{"E5 over National Day", days("2026-08-03", 60), "2026-10-08"},
		{"E6 application period", days("2026-08-05", 60), "2026-10-08"},
		{"E7 notice", work("2026-04-27", 5), "2026-05-07"},
		{"E7 answer", work("2026-05-07", 10), "2026-05-20"},
		{"E7 new review", work("2026-05-20", 5), "2026-05-27"},
		{"E8 backwards from a hearing", work("2026-10-12", -5), "2026-09-29"},
		{"E9 one pause", days("2026-03-02", 60, pause("2026-03-20", "2026-05-06")), "2026-06-17"},
		{"E9 two pauses", days("2026-03-02", 60, pause("2026-03-20", "2026-05-06"), pause("2026-05-20", "2026-06-03")),
			"2026-07-01"},
		{"E9 and extended", days("2026-03-02", 90, pause("2026-03-20", "2026-05-06"), pause("2026-05-20", "2026-06-03")),
			"2026-07-31"},
		{"E10 overlapping pauses once", days("2026-03-02", 60, pause("2026-04-10", "2026-05-08"),
			pause("2026-04-20", "2026-05-12")), "2026-06-02"},
		{"E11 ask the issuer", work("2026-09-21", 3), "2026-09-24"},
		{"E11 issuer replies", work("2026-09-24", 10), "2026-10-15"},
		{"E11 forward", work("2026-09-21", 7), "2026-10-08"},
		{"E12 suit period", days("2026-09-18", 15), "2026-10-08"},
		{"E13 feedback", days("2026-08-07", 60), "2026-10-08"},
		{"E14 sixty days of suspension", days("2026-03-20", 60), "2026-05-19"},
		{"E15 regime A reply ends on a make-up Saturday", days("2023-09-22", 10), "2023-10-07"},
		{"E16 ends on a make-up Sunday", days("2023-12-20", 60), "2024-02-18"},
		{"E17 first due", days("2024-05-20", 60), "2024-07-19"},
		{"E17 extended", days("2024-05-20", 90), "2024-08-19"},
		{"E18 suit after expiry", days("2026-10-08", 15), "2026-10-23"},
		{"E19 restart", days("2026-10-12", 60), "2026-12-11"},
		{"E19 hand-over", work("2026-09-28", 5), "2026-10-10"},
		{"E20 public notice", days("2026-09-01", 30), "2026-10-08"},
	} {
		if x.got.Due != day(x.want) || x.got.Provisional {
			t.Errorf("%s: due %v (raw %v, provisional %v), want %s", x.name, x.got.Due, x.got.Raw, x.got.Provisional, x.want)
		}
	}
}

func TestMissingYearIsSeen(t *testing.T) {
	c := load(t)
	work, err := c.IsWorkday(day("2031-10-01"))
	var missing *MissingYearError
	if !errors.As(err, &missing) || missing.Year != 2031 || !work {
		t.Fatalf("IsWorkday(2031-10-01) = %v, %v", work, err)
	}
	if n := c.Workdays(day("2026-12-28"), 10); !n.Provisional || n.Missing == nil {
		t.Errorf("a count into 2027 must be provisional: %+v", n)
	}
	if n := c.Days(day("2026-11-20"), 60, NaturalDay, nil); !n.Provisional {
		t.Errorf("a due date in 2027 must be provisional: %+v", n)
	}
	if n := c.Days(day("2026-10-12"), 60, NaturalDay, nil); n.Provisional {
		t.Errorf("a count inside 2026 is certain: %+v", n)
	}
}

func TestReadRefusesContradictions(t *testing.T) {
	for _, bad := range []string{
		``, `{}`, `{"years":{"2030":{"rest":{"元旦":["2030-01-01"]},"work":["2030-01-01"]}}}`,
		`{"years":{"2030":{"rest":{"元旦":["2030-01-03..2030-01-01"]},"work":[]}}}`,
		`{"years":{"2030":{"rest":{"元旦":["2030-02-30"]},"work":[]}}}`,
	} {
		if _, err := Read([]byte(bad)); err == nil {
			t.Errorf("Read(%s) accepted", bad)
		}
	}
}

func TestAnotherTableMovesADate(t *testing.T) {
	full := load(t)
	without, err := Read([]byte(`{"years":{"2026":{"rest":{"元旦":["2026-01-01..2026-01-03"]},"work":["2026-01-04"]}}}`))
	if err != nil {
		t.Fatal(err)
	}
	a, b := full.Days(day("2026-08-03"), 60, NaturalDay, nil), without.Days(day("2026-08-03"), 60, NaturalDay, nil)
	if a.Due == b.Due || b.Due != day("2026-10-02") {
		t.Errorf("due %v with holidays, %v without", a.Due, b.Due)
	}
}

func TestPeriodProperties(t *testing.T) {
	c := load(t)
	draw := rapid.Custom(func(t *rapid.T) Date {
		return New(2019, 1, 1).AddDays(rapid.IntRange(0, 2500).Draw(t, "day"))
	})
	rapid.Check(t, func(t *rapid.T) {
		start, n := draw.Draw(t, "start"), rapid.IntRange(1, 90).Draw(t, "n")
		var pauses []Pause
		for range rapid.IntRange(0, 3).Draw(t, "pauses") {
			from := start.AddDays(rapid.IntRange(0, 80).Draw(t, "from"))
			pauses = append(pauses, Pause{From: from, To: from.AddDays(rapid.IntRange(1, 60).Draw(t, "length"))})
		}
		got := c.Days(start, n, NaturalDay, pauses)
		if work, _ := c.IsWorkday(got.Due); !work {
			t.Fatalf("due %v is a rest day", got.Due)
		}
		if more := c.Days(start, n+1, NaturalDay, pauses); more.Due < got.Due {
			t.Fatalf("%d days end %v, %d days end %v", n, got.Due, n+1, more.Due)
		}
		if plain := c.Days(start, n, NaturalDay, nil); got.Due < plain.Due {
			t.Fatalf("pauses shortened %v to %v", plain.Due, got.Due)
		}
		sum := 0
		for _, p := range pauses {
			sum += p.To.Sub(p.From)
		}
		if got.Paused > sum {
			t.Fatalf("deducted %d days, the pauses have %d", got.Paused, sum)
		}
		if twice := c.Days(start, n, NaturalDay, append(pauses, pauses...)); twice.Due != got.Due {
			t.Fatalf("the same pauses twice moved %v to %v", got.Due, twice.Due)
		}
		w := c.Workdays(start, n)
		if back := c.Workdays(w.Due, -n); back.Due > start {
			t.Fatalf("%v + %d working days − %d = %v", start, n, n, back.Due)
		}
	})
}
