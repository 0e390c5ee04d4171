package statistics

import (
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// A notice to the head is for the next day in court and for the organ it names; a tick at the hearing stands all the same.
func TestNoticeToTheHeadMarksTheNextHearing(t *testing.T) {
	came := func(day, organ string, told bool) procedure.Act {
		return act(day+" court_hearing", &procedure.Detail{Appearance: &procedure.Appearance{Head: true, For: organ, Notified: told}})
	}
	notice := func(day, to string) procedure.Act {
		return act(day+" head_notified", &procedure.Detail{To: to})
	}
	const one, two = "苏州市姑苏区人民政府", "苏州市公安局姑苏分局"
	c := newCase(cases.Litigation, []string{one, two}, act("2020-03-09 suit_received", nil), notice("2020-05-06", "区政府"),
		came("2020-05-12", one, false), came("2020-05-12", two, false), came("2020-06-12", one, false), came("2020-07-14", two, true), notice("2020-08-03", ""))
	f := NewFact(c, one, law(), calendar.New(2020, 12, 31))
	want := []bool{true, false, false, true}
	for i, h := range f.Hearings {
		if h.Notified != want[i] {
			t.Errorf("%s for %s: notified is %v", h.On, h.For, h.Notified)
		}
	}
	if before := NewFact(c, one, law(), calendar.New(2020, 5, 5)); len(before.Hearings) != 0 {
		t.Error("a hearing to come is counted")
	}
}
