package calendar

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestNoticesSurviveWriting(t *testing.T) {
	c := load(t)
	var all []Notice
	for _, y := range c.Years() {
		n, _ := c.Notice(y)
		all = append(all, n)
	}
	data, err := WriteNotices(all)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(data)
	if err != nil || !reflect.DeepEqual(c, again) {
		t.Errorf("read back differently: %v", err)
	}
}

// A year's notice replaces that year's and leaves the others, and the calendar it was made from, as they were.
func TestWithReplacesAYear(t *testing.T) {
	c := load(t)
	n, err := NewNotice(2026, []SpecialDay{{day("2026-10-01"), Exception{Rest: true, Name: "国庆节"}}})
	if err != nil {
		t.Fatal(err)
	}
	changed, err := c.With(n)
	if err != nil {
		t.Fatal(err)
	}
	if work, _ := changed.IsWorkday(day("2026-10-05")); !work {
		t.Error("the old notice of the year still holds")
	}
	if work, _ := c.IsWorkday(day("2026-10-05")); work {
		t.Error("the first calendar changed")
	}
	if _, ok := changed.Exception(day("2025-10-05")); !ok {
		t.Error("another year was lost")
	}
	for _, bad := range [][]SpecialDay{nil, {{day("2026-10-01"), Exception{}}}, {{day("2029-10-01"), Exception{Rest: true}}},
		{{day("2026-10-01"), Exception{Rest: true}}, {day("2026-10-01"), Exception{}}}} {
		if _, err := NewNotice(2026, bad); err == nil {
			t.Errorf("accepted %v", bad)
		}
	}
}

// The derivation day by day agrees with the count: as many counted days as the period has, in order, to the due date.
func TestDerivationAgreesWithTheCount(t *testing.T) {
	c := load(t)
	rapid.Check(t, func(t *rapid.T) {
		start := New(2019, 1, 1).AddDays(rapid.IntRange(0, 2500).Draw(t, "start"))
		n := rapid.IntRange(1, 70).Draw(t, "n")
		var k Count
		switch rapid.IntRange(0, 2).Draw(t, "what") {
		case 0:
			k = c.Workdays(start, n)
		case 1:
			k = c.Before(start, n, rapid.Bool().Draw(t, "clear"))
		default:
			from := start.AddDays(rapid.IntRange(0, 50).Draw(t, "from"))
			k = c.Days(start, n, NaturalDay, []Pause{{From: from, To: from.AddDays(rapid.IntRange(1, 40).Draw(t, "length")), Reason: "中止"}})
		}
		days := c.Derivation(k)
		if days[0].Date != start || days[0].Treatment != StartDay || days[len(days)-1].Date != k.Due {
			t.Fatalf("from %v to %v for %+v", days[0], days[len(days)-1], k)
		}
		counted, rest := 0, 0
		for _, d := range days {
			if d.N > 0 {
				if counted++; d.N != counted {
					t.Fatalf("day %v has number %d, want %d", d.Date, d.N, counted)
				}
			}
			if d.Treatment == RestDay || d.Treatment == Rolled {
				rest++
				if d.Reason == "" {
					t.Fatalf("%v is passed over without a reason", d.Date)
				}
			}
		}
		if counted != n || rest != len(k.Skipped) {
			t.Fatalf("%d days counted of %d, %d passed over of %d: %+v", counted, n, rest, len(k.Skipped), k)
		}
	})
}

func FuzzReadNotices(f *testing.F) {
	f.Add([]byte(`{"years":{"2030":{"rest":{"元旦":["2030-01-01..2030-01-03"]},"work":["2030-01-05"]}}}`))
	f.Add([]byte(`{"years":{"2030":{"rest":{"元旦":["2030-01-01.."]},"work":[]}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		notices, err := ReadNotices(data)
		if err != nil {
			return
		}
		out, err := WriteNotices(notices)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadNotices(out)
		if err != nil || !reflect.DeepEqual(notices, again) {
			t.Errorf("%s reads back as %s: %v", data, out, err)
		}
	})
}
