package model

import (
	"testing"
	"time"

	"fuyi/cases/calendar"
	"fuyi/ui/model/fake"
)

// The days of a month are all there, in weeks from Monday, and hold exactly the duties of the docket.
func TestMonthHoldsItsDays(t *testing.T) {
	o := fake.New()
	d := docketOf(t, o)
	for m := (Month{2025, 12}); m != (Month{2026, 12}); m = m.Add(1) {
		p := NewMonthPage(m, o.Cal, d)
		days, total, late := 0, 0, 0
		for _, w := range p.Weeks {
			for i, day := range w {
				if day.Date.Weekday() != time.Weekday((i+1)%7) {
					t.Fatalf("%s stands in column %d", day.Date, i)
				}
				if day.In {
					days++
				}
			}
		}
		last := m.Add(1).First() - 1
		for _, l := range d.Between(m.First(), last) {
			if !l.Right && !l.Internal {
				total++
				if l.Due < d.Today {
					late++
				}
			}
		}
		if days != last.Day() || p.Total != total || p.Late != late {
			t.Errorf("%s: %d days of %d, %d duties of %d, %d overdue of %d", m.Title(), days, last.Day(), p.Total, total, p.Late, late)
		}
	}
}

func TestMonthMarksHolidays(t *testing.T) {
	o := fake.Empty()
	p := NewMonthPage(Month{2026, 10}, o.Cal, &Docket{Today: o.Today})
	if len(p.Weeks) != 5 || p.Missing != "" || p.Summary() != "当月没有届满的期限" {
		t.Fatalf("%d weeks, %q, %q", len(p.Weeks), p.Missing, p.Summary())
	}
	thursday, madeUp, sunday := p.Weeks[0][3], p.Weeks[1][5], p.Weeks[1][6]
	if thursday.Date != calendar.New(2026, 10, 1) || thursday.Mark != "休" || thursday.Name != "国庆节" || !thursday.Rest {
		t.Errorf("1 October: %+v", thursday)
	}
	if madeUp.Mark != "班" || madeUp.Rest {
		t.Errorf("10 October: %+v", madeUp)
	}
	if sunday.Mark != "" || !sunday.Rest {
		t.Errorf("11 October: %+v", sunday)
	}
	if p.Weeks[0][2].In || !p.Weeks[0][3].In {
		t.Error("the first week does not tell the months apart")
	}
	if next := NewMonthPage(Month{2027, 1}, o.Cal, &Docket{Today: o.Today}); next.Missing == "" {
		t.Error("a year without a notice is not named")
	}
	for day, want := range map[calendar.Date]string{
		calendar.New(2026, 10, 1):  "2026年10月1日 周四（国庆节，休）",
		calendar.New(2026, 10, 10): "2026年10月10日 周六（调休上班）",
		calendar.New(2026, 10, 11): "2026年10月11日 周日（周末）",
		calendar.New(2026, 10, 12): "2026年10月12日 周一",
		calendar.New(2027, 1, 2):   "2027年1月2日 周六（周末，推算）",
	} {
		if got := DayTitle(day, o.Cal); got != want {
			t.Errorf("%s is titled %s", day, got)
		}
	}
}

func TestDayCountsDutiesAndHearings(t *testing.T) {
	late, hearing := DueLine{}, DueLine{Name: "听证", Hearing: true}
	for want, d := range map[string]MonthDay{
		"":          {},
		"到期2项":      {Lines: []DueLine{late, late}},
		"超期1项 听证1件": {Lines: []DueLine{hearing, late}, Late: 2},
		"听证1件":      {Lines: []DueLine{hearing}},
	} {
		if got := d.Count(); got != want {
			t.Errorf("%d lines count as %q, want %q", len(d.Lines), got, want)
		}
	}
}
