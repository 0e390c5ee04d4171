package statistics

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func ruled(day string, o procedure.Outcome) procedure.Act {
	return act(day+" judgment", &procedure.Detail{Results: []procedure.Result{{Outcome: o}}})
}

// enforcements are cases of 非诉执行: allowed, not allowed, not accepted, performed without a ruling, still open.
func enforcements() []*cases.Case {
	organ := []string{"苏州市姑苏区人民政府"}
	begun := acts("2020-03-02 enforcement_urged", "2020-03-20 enforcement_applied", "2020-03-25 enforcement_accepted")
	return []*cases.Case{
		newCase(cases.Litigation, organ, append(slices.Clone(begun), ruled("2020-03-30", procedure.ExecutionAllowed), act("2020-05-06 enforcement_done", nil))...),
		newCase(cases.Litigation, organ, append(slices.Clone(begun), ruled("2020-04-20", procedure.ExecutionDenied), act("2020-04-22 judgment_served", nil))...),
		newCase(cases.Litigation, organ, act("2020-06-01 enforcement_applied", nil), ruled("2020-06-05", procedure.ExecutionRejected)),
		newCase(cases.Litigation, organ, acts("2020-07-01 enforcement_urged", "2020-07-20 enforcement_done")...),
		newCase(cases.Litigation, organ, begun...),
	}
}

// 非诉执行 is counted by itself, and changes no figure, table, check or sentence about suits.
func TestEnforcementIsInNoFigureOfSuits(t *testing.T) {
	suits := func() []*cases.Case {
		return []*cases.Case{
			newCase(cases.Litigation, []string{"苏州市姑苏区人民政府"}, act("2020-03-09 suit_received", nil), act("2020-05-12 court_hearing", &procedure.Detail{
				Appearance: &procedure.Appearance{Head: true, Rank: procedure.DeputyHead}}), ruled("2020-06-08", procedure.ActRevoked)),
			newCase(cases.Litigation, []string{"苏州市公安局姑苏分局"}, act("2020-04-09 suit_received", nil)),
			newCase(cases.Reconsideration, []string{"苏州市公安局姑苏分局"}, acts("2020-02-03 receipt", "2020-02-05 acceptance")...),
		}
	}
	plain := count(t, newOffice(suits()...), 2020, 0)
	with := count(t, newOffice(append(suits(), enforcements()...)...), 2020, 0)
	wantFigures(t, with, "suits 2", "suits_concluded 1", "suits_lost 1", "suits_government 1", "suits_heard 1", "loss_rate 1/2")
	wantFigures(t, with, "enforcements 5", "enforcements_ruled 3", "enforcements_refused 2", "enforcement_refusal_rate 2/3")
	own := func(i Indicator) bool { return strings.HasPrefix(i.ID, "enforcement") }
	if slices.ContainsFunc(plain.Indicators, own) {
		t.Error("an office without 非诉执行 has figures of it")
	}
	with.Indicators = slices.DeleteFunc(with.Indicators, own)
	if !reflect.DeepEqual(plain.Indicators, with.Indicators) || !reflect.DeepEqual(plain.Tables, with.Tables) ||
		!reflect.DeepEqual(plain.Checks, with.Checks) || !reflect.DeepEqual(plain.Paragraphs, with.Paragraphs) {
		t.Errorf("非诉执行 changed what is counted of suits:\n%+v\n%+v", plain.Indicators, with.Indicators)
	}
}

// As of a day before anything was ruled, nothing is; an unopened case does not exist.
func TestEnforcementAsOfADay(t *testing.T) {
	o := newOffice(enforcements()...)
	wantFigures(t, count(t, o, 2020, calendar.New(2020, 3, 26)), "enforcements 3", "enforcements_ruled 0", "suits 0")
	if r := count(t, o, 2019, 0); r.Indicator("enforcements").ID != "" {
		t.Error("a year before the demand counts 非诉执行")
	}
}
