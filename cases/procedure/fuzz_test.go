package procedure

import (
	"testing"

	"fuyi/cases/calendar"
)

// FuzzSet: whatever is typed, setting a field neither panics nor says yes to what the act cannot carry.
func FuzzSet(f *testing.F) {
	for _, suit := range []bool{false, true} {
		for _, s := range Specs(suit) {
			for _, info := range FieldsOf(s.Kind) {
				f.Add(string(s.Kind), info.Key, "2026-03-01..2026-04-01")
				f.Add(string(s.Kind), info.Key, "revoke!:30+uphold")
			}
		}
	}
	law := NewLaw(loadCalendar(f))
	f.Fuzz(func(t *testing.T, kind, key, value string) {
		a := Act{Kind: Kind(kind), On: calendar.New(2026, 5, 6)}
		if reason := Set(&a, key, value); reason != "" {
			return
		}
		if key != "paper" && key != "note" && key != "regime" && SpecOf(a.Kind) == nil {
			t.Errorf("%s is no act and took %s", kind, key)
		}
		for _, course := range []Course{ReviewCourse, FirstCourse, SecondCourse, RetrialCourse} {
			acts := []Act{{Kind: Receipt, On: a.On - 5}}
			if course.Suit() {
				acts[0].Kind = SuitReceived
			}
			Check(acts, course, law, a.On, a)
			Fold(append(acts, a), course, law, a.On+100)
			Describe(&a)
		}
	})
}
