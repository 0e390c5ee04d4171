package procedure

import (
	"cmp"
	"slices"

	"fuyi/cases/calendar"
)

// PeriodChange is what became of one period between two timelines of a case: a what-if, a correction, a new holiday
// notice.
type PeriodChange struct {
	// Before is the period as it was, After as it is; nil where it did not exist.
	Before, After *Period
}

// Name is the period's Chinese name with whom it concerns.
func (c PeriodChange) Name() string {
	if c.After != nil {
		return c.After.Name()
	}
	return c.Before.Name()
}

// Due gives the due dates before and after; zero where there is none (paused, ended or not begun).
func (c PeriodChange) Due() (before, after calendar.Date) { return due(c.Before), due(c.After) }

// Words says in Chinese what became of the period, without its name: what it was, what it is.
func (c PeriodChange) Words() string {
	was, is := c.Due()
	before := ""
	if !was.IsZero() {
		before = "（原 " + was.String() + "）"
	}
	if c.After == nil {
		return "不再计算" + before
	}
	day := is.String() + " " + is.WeekdayChinese()
	if c.After.Count.Provisional {
		day += "（推算）"
	}
	if c.After.Rule.Internal && c.After.Running() {
		return day + "（内部安排）"
	}
	switch {
	case c.After.Ending == RanOut && !c.After.Running():
		return day + "已经届满"
	case !c.After.Running():
		return c.After.Done.String() + " " + c.After.EndWord()
	case c.After.Count.Open:
		return "停止计算" + before
	case c.Before != nil && (was.IsZero() || !c.Before.Running()):
		return "恢复计算，" + day + "届满"
	case c.Before != nil && was != is:
		return was.String() + " → " + day
	}
	return day + "届满"
}

// Moved reports whether both run and end on different days.
func (c PeriodChange) Moved() bool {
	return c.Before != nil && c.After != nil && c.Before.Running() && c.After.Running() && c.Before.Count.Due != c.After.Count.Due
}

func due(p *Period) calendar.Date {
	if p == nil || p.Count.Open {
		return 0
	}
	return p.Count.Due
}

// Compare lists the periods that differ between two timelines: new ones, ended ones, and those that end on another day.
func Compare(before, after *Timeline) []PeriodChange {
	var out []PeriodChange
	old := keyed(before.Periods)
	now := keyed(after.Periods)
	for i := range after.Periods {
		k := now[i]
		j := slices.Index(old, k)
		switch {
		case j < 0:
			out = append(out, PeriodChange{After: &after.Periods[i]})
		case before.Periods[j].differs(&after.Periods[i]):
			out = append(out, PeriodChange{&before.Periods[j], &after.Periods[i]})
		}
	}
	for j := range before.Periods {
		if !slices.Contains(now, old[j]) {
			out = append(out, PeriodChange{Before: &before.Periods[j]})
		}
	}
	return out
}

func (p *Period) differs(q *Period) bool {
	return p.Ending != q.Ending || p.Count.Due != q.Count.Due || p.Count.Open != q.Count.Open || p.Done != q.Done || p.Count.Provisional != q.Count.Provisional
}

// periodKey tells the periods of a case apart: by rule, whom they concern, and which one of these it is.
type periodKey struct {
	id  RuleID
	who string
	nth int
}

func keyed(periods []Period) []periodKey {
	out := make([]periodKey, len(periods))
	for i, p := range periods {
		k := periodKey{id: p.Rule.ID, who: p.Who}
		for slices.Contains(out[:i], k) {
			k.nth++
		}
		out[i] = k
	}
	return out
}

// Running lists the periods that run, by due date, paused ones last.
func (t *Timeline) Running() []Period {
	var out []Period
	for _, p := range t.Periods {
		if p.Running() {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b Period) int {
		if a.Count.Open != b.Count.Open {
			return cmp.Compare(b.Count.Due, a.Count.Due) // an open count has no due date
		}
		return cmp.Compare(a.Count.Due, b.Count.Due)
	})
	return out
}

// Paused returns the pause that runs, false if none does.
func (t *Timeline) Paused() (calendar.Pause, bool) {
	for _, p := range t.Pauses {
		if p.To.IsZero() {
			return p, true
		}
	}
	return calendar.Pause{}, false
}
