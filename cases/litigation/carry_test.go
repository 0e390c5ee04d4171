package litigation

import (
	"slices"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Who lost below has lost still where the judgment stands, per defendant and act, unless something else was said.
func TestCarry(t *testing.T) {
	below := suit(t, 1, `number=1 against=甲局、苏州市姑苏区人民政府
2026-01-05 suit_received
2026-04-01 judgment results=甲局=act_revoked:facts+苏州市姑苏区人民政府=claim_dismissed`)
	for _, x := range []struct {
		name    string
		results []procedure.Result
		below   *cases.Case
		lost    []bool
		carried bool
	}{
		{"for all", []procedure.Result{{Outcome: procedure.AppealDismissed}}, below, []bool{true}, true},
		{"per defendant", []procedure.Result{{Defendant: "甲局", Outcome: procedure.AppealDismissed}, {Defendant: "姑苏区政府", Outcome: procedure.AppealDismissed}}, below, []bool{true, false}, true},
		{"said otherwise", []procedure.Result{{Outcome: procedure.AppealDismissed, Lost: new(bool)}}, below, []bool{false}, false},
		{"altered", []procedure.Result{{Outcome: procedure.AppealAlteredWon}}, below, []bool{false}, false},
		{"application dropped", []procedure.Result{{Outcome: procedure.RetrialRefused}}, below, []bool{true}, true},
		{"nothing known of it", []procedure.Result{{Outcome: procedure.AppealDismissed}}, nil, []bool{false}, false},
	} {
		practice := &newLaw(t).Practice
		before := slices.Clone(x.results)
		got, carried := Carry(x.results, x.below, practice)
		if carried != x.carried {
			t.Errorf("%s: carried is %v", x.name, carried)
		}
		for i := range got {
			if practice.Lost(got[i]) != x.lost[i] {
				t.Errorf("%s: result %d lost is %v", x.name, i, !x.lost[i])
			}
			if practice.Lost(got[i]) && !slices.Equal(got[i].Causes, []procedure.LossCause{procedure.LostByFacts}) {
				t.Errorf("%s: causes %v", x.name, got[i].Causes)
			}
			if x.results[i].Lost != before[i].Lost {
				t.Errorf("%s: the results given were changed", x.name)
			}
		}
	}
}

// The second instance writes the defendants in short: its result replaces theirs all the same. Two suits that name each other and came on one
// day are one dispute.
func TestChainsWhateverTheSpelling(t *testing.T) {
	r := register(t, "2026-12-31", suit(t, 1, `number=1 against=苏州市姑苏区城市管理局、苏州市姑苏区人民政府
2026-01-05 suit_received
2026-03-01 judgment results=苏州市姑苏区城市管理局=act_revoked+苏州市姑苏区人民政府=act_revoked
2026-03-03 judgment_served
2026-03-10 appealed`), suit(t, 2, `number=2 instance=second earlier=1 against=姑苏区城市管理局、姑苏区政府
2026-04-05 suit_received
2026-06-01 judgment results=姑苏区城市管理局=appeal_altered_won+姑苏区政府=appeal_altered_won
2026-06-03 judgment_served`))
	if all := r.Disputes(); len(all) != 1 || len(all[0].Verdicts) != 2 || all[0].Lost("") || all[0].Final.IsZero() {
		t.Errorf("%+v", all[0])
	}
	r = register(t, "2026-12-31", suit(t, 1, "number=1 earlier=2 against=甲局\n2026-01-05 suit_received"), suit(t, 2, "number=2 earlier=1 against=甲局\n2026-01-05 suit_received"))
	if all := r.Disputes(); len(all) != 1 || len(all[0].Suits) != 2 {
		t.Errorf("%d disputes", len(all))
	}
}
