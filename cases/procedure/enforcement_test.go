package procedure

import (
	"slices"
	"testing"

	"fuyi/cases/calendar"
)

// What opened a case tells 非诉执行 from a suit, in whatever order the acts are kept.
func TestEnforcementCase(t *testing.T) {
	on := calendar.New(2026, 4, 8)
	for _, x := range []struct {
		name string
		acts []Act
		want bool
	}{
		{"nothing", nil, false},
		{"a suit", []Act{{Kind: SuitFiled, On: on - 3}, {Kind: SuitReceived, On: on}}, false},
		{"a demand", []Act{{Kind: EnforcementApplied, On: on}, {Kind: EnforcementUrged, On: on - 30}}, true},
		{"an application", []Act{{Kind: EnforcementApplied, On: on}}, true},
		{"a suit in which an application was written wrongly", []Act{{Kind: EnforcementApplied, On: on}, {Kind: SuitReceived, On: on - 1}}, false},
		{"a reconsideration whose decision is enforced", []Act{{Kind: Receipt, On: on - 90}, {Kind: Enforcement, On: on}}, false},
	} {
		if got := EnforcementCase(x.acts); got != x.want {
			t.Errorf("%s: %v", x.name, got)
		}
	}
}

// No outcome of 非诉执行 is 败诉, and each belongs to one kind of case.
func TestOutcomesOfEnforcement(t *testing.T) {
	suits, execution := suitOutcomes(), OutcomesOf(FirstCourse, true)
	if len(suits)+len(execution) != len(Outcomes()) || len(execution) != 3 {
		t.Fatalf("%d and %d of %d", len(suits), len(execution), len(Outcomes()))
	}
	for _, o := range execution {
		if slices.Contains(suits, o) || OutcomeLost(o) || OutcomeLabel(o) == "" {
			t.Errorf("%s %s", o, OutcomeLabel(o))
		}
	}
}

// The opening act may be withdrawn as long as the case keeps another one.
func TestStrikingTheDemand(t *testing.T) {
	law := NewLaw(loadCalendar(t))
	on := calendar.New(2026, 4, 8)
	both := []Act{{ID: 1, Kind: EnforcementUrged, On: on - 30}, {ID: 2, Kind: EnforcementApplied, On: on}}
	if reason := CheckCorrection(both, FirstCourse, law, on, 1, nil); reason != "" {
		t.Error(reason)
	}
	if reason := CheckCorrection(both[1:], FirstCourse, law, on, 2, nil); reason == "" {
		t.Error("a case lost its only opening act")
	}
}

// suitOutcomes are those of any instance.
func suitOutcomes() []Outcome {
	var out []Outcome
	for _, c := range []Course{FirstCourse, SecondCourse, RetrialCourse} {
		for _, o := range OutcomesOf(c, false) {
			if !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	return out
}
