package statistics

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// What is settled before it was accepted (受理前调撤) is concluded and settled, but never accepted; withdrawn without settlement it is
// only concluded. A ledger that records long talks before acceptance is believed.
func TestSettledBeforeAcceptance(t *testing.T) {
	ended := func(from, to string, g procedure.Ground) *cases.Case {
		c := newCase(cases.Reconsideration, []string{"某市公安局某区分局"}, act(from+" receipt", nil), act(to+" withdrawal", &procedure.Detail{Ground: g}))
		for i := range c.Acts {
			c.Acts[i].Imported = true
		}
		return c
	}
	o := newOffice(
		ended("2024-03-01", "2024-03-05", procedure.SettlementReached),
		ended("2024-04-01", "2024-05-20", procedure.SettlementReached),
		ended("2024-04-02", "2024-04-08", procedure.VoluntaryWithdrawal),
		newCase(cases.Reconsideration, []string{"某市公安局某区分局"}, acts("2024-06-03 receipt", "2024-06-05 acceptance", "2024-06-28 mediation")...),
	)
	r := count(t, o, 2024, 0)
	wantFigures(t, r, "received 4", "accepted 1", "concluded 4", "mediated 3", "mediation_rate 3/4", "pending 0")
	if len(r.Checks) > 0 {
		t.Errorf("checks fail: %v", r.Checks)
	}
	var seen []string
	for _, table := range r.Tables {
		for _, c := range table.Columns {
			if strings.HasPrefix(c.Label, "受理前") {
				seen = append(seen, c.Label)
			}
		}
	}
	if len(seen) == 0 {
		t.Error("no table has a column of what ended before acceptance")
	}
	// The year before has nothing: no rate divides by zero.
	before := count(t, o, 2023, 0)
	wantFigures(t, before, "received 0", "mediated 0", "mediation_rate 0/0")
}
