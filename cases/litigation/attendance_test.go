package litigation

import (
	"testing"

	"fuyi/cases/statistics"
)

// What the hearings of the second quarter came to, for each of two defendants and for both together, and whether R1 counts the suit. One
// hearing lies before the quarter where the acts say so.
func TestWhatTheHearingsCameTo(t *testing.T) {
	const came, stayed, agreed = "court_hearing head=yes rank=deputy", "court_hearing head=no", "court_hearing head=no absence=joint"
	const present, joint, absent, unknown = statistics.Present, statistics.ByCodefendant, statistics.Absent, statistics.Unrecorded
	for _, x := range []struct {
		name, acts    string
		one, two      statistics.Attendance
		together      statistics.Attendance
		num, of       int
		numTwo, ofTwo int
	}{
		{"both came", "2026-05-12 " + came + " for=甲局\n2026-05-12 " + came + " for=乙局", present, present, present, 1, 1, 1, 1},
		{"one came, the other stayed away", "2026-05-12 " + came + " for=甲局\n2026-05-12 " + stayed + " for=乙局", present, absent, present, 1, 1, 0, 1},
		{"one came for both", "2026-05-12 " + came + " for=甲局\n2026-05-12 " + agreed + " for=乙局", present, joint, present, 1, 1, 0, 0},
		{"agreed, but nobody came", "2026-05-12 " + stayed + " for=甲局\n2026-05-12 " + agreed + " for=乙局", absent, absent, absent, 0, 1, 0, 1},
		{"nothing of the other", "2026-05-12 " + came + " for=甲局", present, unknown, present, 1, 1, 0, 0},
		{"one absent, nothing of the other", "2026-05-12 " + stayed + " for=甲局", absent, unknown, unknown, 0, 0, 0, 0},
		{"nothing at all", "2026-05-12 court_hearing", unknown, unknown, unknown, 0, 0, 0, 0},
		{"an entry for no organ is for all", "2026-05-12 " + stayed, absent, absent, absent, 0, 1, 0, 1},
		{"came in the quarter before", "2026-02-10 " + came + " for=甲局\n2026-05-12 " + stayed + " for=甲局\n2026-05-12 " + stayed + " for=乙局", present, absent, present, 1, 1, 0, 1},
		{"came before, and was called again", "2026-02-10 " + came + " for=甲局\n2026-05-12 " + stayed + " notified=yes for=甲局\n2026-05-12 " + stayed + " for=乙局", absent, absent, absent, 0, 1, 0, 1},
		{"came before, nothing entered since", "2026-02-10 " + came + " for=甲局\n2026-05-12 court_hearing head=no for=乙局", present, absent, present, 1, 1, 0, 1},
		{"comes only later", "2026-05-12 " + stayed + " for=甲局\n2026-05-12 " + stayed + " for=乙局\n2026-08-12 " + came + " for=甲局", absent, absent, absent, 0, 1, 0, 1},
	} {
		r := register(t, "2026-12-31", suit(t, 1, "number=1 against=甲局、乙局\n2026-01-05 suit_received\n"+x.acts))
		s := Scope{From: day(t, "2026-04-01"), To: day(t, "2026-06-30")}
		for organ, want := range map[string]statistics.Attendance{"甲局": x.one, "乙局": x.two, "": x.together} {
			got := r.Suits[0].Sessions(s.In, organ)
			if got.Attendance() != want {
				t.Errorf("%s: %q is %q, want %q", x.name, organ, got.Attendance(), want)
			}
		}
		f, _ := FormulaOf(PerHeard)
		if got := r.Rate(f, s, ""); len(got.Num) != x.num || len(got.Of) != x.of {
			t.Errorf("%s: %d/%d, want %d/%d", x.name, len(got.Num), len(got.Of), x.num, x.of)
		}
		if got := r.Rate(f, s, "乙局"); len(got.Num) != x.numTwo || len(got.Of) != x.ofTwo {
			t.Errorf("%s: 乙局 %d/%d, want %d/%d", x.name, len(got.Num), len(got.Of), x.numTwo, x.ofTwo)
		}
	}
}
