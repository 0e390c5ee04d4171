package model

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// A case of 非诉执行 is registered with its demand: the organ applies, no court is chosen yet, and the time to apply counts from the
// last day to sue.
func TestRegisterEnforcement(t *testing.T) {
	o := fake.Empty()
	today := calendar.New(2026, 3, 3)
	in := NewIntake(cases.Litigation, today)
	in.Opening, in.Number, in.Received, in.Lapsed, in.Subject = procedure.EnforcementUrged, "〔2026〕姑苏行应第9号", "2026-03-02", "2026-03-16", "申请执行行政处罚决定"
	in.Of(cases.Applicant)[0].Name, in.Of(cases.Respondent)[0].Name = "陈某某", "某区城市管理局"
	c, bad := in.Case(today)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	if !c.Enforcement() || c.Suit.Type != cases.EnforcementSuit || c.Title() != "某区城市管理局 申请执行 陈某某" || in.RoleLabel(cases.Applicant) != "被执行人" || in.RoleLabel(cases.Respondent) != "申请执行人" {
		t.Errorf("%s: %+v", c.Title(), c.Suit)
	}
	if _, err := o.Register(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	v := NewCaseView(c, nil, o.Law(), today)
	for _, id := range []string{"capacity"} {
		if slices.ContainsFunc(in.PartyFields(in.Of(cases.Respondent)[0]), func(f PartyField) bool { return f.ID == id }) {
			t.Errorf("the page asks the organ for %s", id)
		}
	}
	if v.State != procedure.Urging.Label() || !strings.Contains(v.Next, "催告期到2026年3月16日届满") || !strings.Contains(v.Next, "最迟2026年6月16日") {
		t.Errorf("%s: %s", v.State, v.Next)
	}
	for _, g := range v.Groups {
		for _, offer := range g.Offers {
			if offer.Spec.Kind == procedure.SuitAnswered || offer.Spec.Kind == procedure.CourtHearing {
				t.Errorf("the page offers %s", offer.Spec.Label)
			}
		}
	}
	for _, f := range v.Facts {
		if f.Label == "原告" || f.Label == "被告" {
			t.Errorf("the page calls a party %s", f.Label)
		}
	}
	// Its facts can be changed without becoming a suit.
	again, bad := NewRevision(c).Revised(today)
	if len(bad) > 0 || !again.Enforcement() || again.Suit.Type != cases.EnforcementSuit {
		t.Errorf("%v, %+v", bad, again)
	}
	suit := &cases.Case{Kind: cases.Litigation, Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: today}}}
	for _, x := range []struct {
		c    *cases.Case
		want int
	}{{c, len(procedure.OutcomesOf(procedure.FirstCourse, true))}, {suit, len(procedure.OutcomesOf(procedure.FirstCourse, false))}} {
		if got := NewActForm(x.c, procedure.SpecOf(procedure.Judgment), o.Law(), today).Outcomes(); len(got) != x.want {
			t.Errorf("%s is offered %d outcomes", x.c.Title(), len(got))
		}
	}
	in.Opening = procedure.EnforcementApplied
	if _, bad := in.Case(today); bad["court"] == "" {
		t.Error("an application needs the court it went to")
	}
}
