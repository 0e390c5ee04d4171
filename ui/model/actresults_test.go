package model

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

const testGovernment = "苏州市姑苏区人民政府"

// twoDefendants is the judgment of a suit against an organ and the government that maintained its act.
func twoDefendants(t *testing.T, mode FormMode) *ActForm {
	t.Helper()
	o := fake.New()
	c := form(t, o, 61, procedure.Judgment).Case()
	c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: testGovernment, PartyDetail: cases.PartyDetail{Capacity: cases.JointReviewer}})
	f := NewActForm(c, procedure.SpecOf(procedure.Judgment), o.Law(), o.Today)
	f.Mode = mode
	return f
}

// A judgment decides on every defendant: one left blank is refused by its name, and may take the outcome of the first.
func TestJudgmentNeedsEveryDefendant(t *testing.T) {
	f := twoDefendants(t, Recording)
	f.Results[0].Outcome = procedure.ActRevoked
	SetCause(&f.Results[0], procedure.LostByFacts, true)
	if p := f.Preview(); p.Ready() || p.Fields["results"] != "还没有填写"+testGovernment+"的裁判结果" {
		t.Errorf("a defendant left blank: %+v", p)
	}
	if !f.MayShareResult() {
		t.Fatal("the first outcome is not offered for the other")
	}
	f.ShareResult()
	if r := f.Results[1]; r.Defendant != testGovernment || r.Outcome != procedure.ActRevoked || !slices.Equal(r.Causes, f.Results[0].Causes) {
		t.Errorf("shared: %+v", r)
	}
	SetCause(&f.Results[1], procedure.LostByLaw, true)
	if len(f.Results[0].Causes) != 1 {
		t.Error("the causes of two defendants are one list")
	}
	if _, bad := f.Act(); bad["results"] != "" || f.MayShareResult() {
		t.Errorf("all are told: %v", bad)
	}

	f = twoDefendants(t, Trying)
	f.Results[0].Outcome = procedure.ActRevoked
	if _, bad := f.Act(); bad["results"] != "" {
		t.Errorf("a what-if asks for %q", bad["results"])
	}
}

// A correction may leave open what the entry never told, and must not drop what it told.
func TestCorrectionKeepsWhatWasTold(t *testing.T) {
	f := twoDefendants(t, Recording)
	told := procedure.Act{Kind: procedure.Judgment, On: f.today, Detail: &procedure.Detail{Results: []procedure.Result{{Defendant: f.Defendants()[0], Outcome: procedure.ClaimDismissed}}}}
	fix := NewCorrection(f.c, told, cases.Settings{}, f.law, f.today)
	if _, bad := fix.Act(); bad["results"] != "" {
		t.Errorf("asked to invent: %v", bad)
	}
	fix.Results = []procedure.Result{{Defendant: testGovernment, Outcome: procedure.ClaimDismissed}, {Defendant: f.Defendants()[0]}}
	if _, bad := fix.Act(); !strings.Contains(bad["results"], f.Defendants()[0]) {
		t.Errorf("what was told is dropped: %v", bad)
	}
}

func TestResultBlocksShowEveryDefendant(t *testing.T) {
	f := twoDefendants(t, Recording)
	f.AddResultFor(testGovernment)
	f.Results = append(f.Results, procedure.Result{Outcome: procedure.ActVoid})
	b := f.ResultBlocks()
	if len(b) != 3 || !slices.Equal(b[1].At, []int{1, 2}) || b[1].Title != testGovernment+"（"+cases.JointReviewer.Label()+"）" || !slices.Equal(b[2].At, []int{3}) {
		t.Errorf("%+v", b)
	}
	if one := form(t, fake.New(), 61, procedure.Judgment); len(one.ResultBlocks()) != 1 || one.ResultBlocks()[0].Title != "" {
		t.Errorf("one defendant: %+v", one.ResultBlocks())
	}
}

// The court judges act and decision together (XSJ-136): the act falls and the decision stands is a question, the reverse is none.
func TestActRevokedWhileDecisionStandsIsAsked(t *testing.T) {
	f := twoDefendants(t, Recording)
	ask := func(first, second procedure.Outcome) bool {
		f.Results[0].Outcome, f.Results[1].Outcome = first, second
		return strings.Contains(strings.Join(f.Preview().Notices, ""), "第136条")
	}
	for _, x := range []struct {
		organ, government procedure.Outcome
		asked             bool
	}{{procedure.ActRevoked, procedure.ClaimDismissed, true}, {procedure.ActIllegal, procedure.ClaimDismissed, true}, {procedure.ActRevoked, procedure.ActRevoked, false},
		{procedure.ClaimDismissed, procedure.ActRevoked, false}, {procedure.ClaimDismissed, procedure.ClaimDismissed, false}} {
		if got := ask(x.organ, x.government); got != x.asked {
			t.Errorf("%s and %s: asked %v", x.organ, x.government, got)
		}
	}
	// No capacity is recorded, but the suit followed a reconsideration.
	for i := range f.c.Parties {
		f.c.Parties[i].Capacity = ""
	}
	f.c.Suit.Source = cases.AfterReconsideration
	if !ask(procedure.ActRevoked, procedure.ClaimDismissed) {
		t.Error("not asked where only the source tells")
	}
	f.c.Suit.Source = cases.Direct
	if ask(procedure.ActRevoked, procedure.ClaimDismissed) {
		t.Error("asked of organs that were sued for two acts")
	}
}
