package statistics

import (
	"fmt"
	"slices"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

func TestEffectNamesTheFiguresThatMove(t *testing.T) {
	before := newCase(cases.Reconsideration, []string{police}, act("2020-03-02 receipt", nil), act("2020-03-04 acceptance", nil),
		act("2020-12-30 decision", &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Uphold}}}))
	after := *before
	after.Acts = slices.Clone(before.Acts)
	after.Acts[2] = act("2021-01-04 decision", &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Revoke}}})
	got := map[string]int{}
	for _, d := range Effect(before, &after, cases.Settings{}, law(), iso("2021-12-31")) {
		got[fmt.Sprint(d.Where, d.Year)] = d.By
	}
	for where, by := range map[string]int{"办结2020": -1, "维持2020": -1, "期末未结2020": 1, "上期结转2021": 1, "办结2021": 1, "直接纠错2021": 1} {
		if got[where] != by {
			t.Errorf("%s moves by %d, want %d; all: %v", where, got[where], by, got)
		}
	}
	if same := Effect(before, before, cases.Settings{}, law(), iso("2021-12-31")); len(same) != 0 {
		t.Errorf("no change moves %v", same)
	}
}
