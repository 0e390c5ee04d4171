package litigation

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// cell is what a column of the register shows of the first suit.
func cell(t *testing.T, r *Register, s Scope, label string) string {
	t.Helper()
	l := r.List(s)
	for i, c := range l.Columns {
		if c.Label == label {
			return l.Rows[0].Cells[i].Show()
		}
	}
	t.Fatalf("no column %s", label)
	return ""
}

// The register tells the kinds of plaintiffs, third parties and the compensation.
func TestRegisterTellsWhoSuedForWhat(t *testing.T) {
	c := suit(t, 1, "number=1 against=甲局\n2026-01-05 suit_received\n2026-03-02 judgment results=damages")
	c.Parties[0].Kind = cases.Citizen
	c.Parties = append(c.Parties, []cases.Party{
		{Role: cases.Applicant, Name: "戴某某"}, {Role: cases.Applicant, Name: "某某有限公司", Organisation: true},
		{Role: cases.Applicant, Name: "某某业主委员会", Organisation: true, PartyDetail: cases.PartyDetail{Kind: cases.Owners}},
		{Role: cases.Applicant, Name: "某某厂", Organisation: true}, {Role: cases.Applicant, Name: "某某面馆", PartyDetail: cases.PartyDetail{Kind: cases.SoleTrader}},
		{Role: cases.ThirdParty, Name: "沈某"}, {Role: cases.ThirdParty, Name: "蒋某"}}...)
	c.Suit.Claimed = 8_000_050
	s := year(t, 2026)
	for label, want := range map[string]string{"原告类别": "公民3、法人1、其他组织1、法人或者其他组织1", "第三人": "沈某、蒋某", "赔偿请求（元）": "80000.50", "判赔金额（元）": "有，金额未登记"} {
		if got := cell(t, register(t, "2026-12-31", c), s, label); got != want {
			t.Errorf("%s is %q, want %q", label, got, want)
		}
	}
	c.Suit.Awarded = 600_000
	if got := cell(t, register(t, "2026-12-31", c), s, "判赔金额（元）"); got != "6000" {
		t.Errorf("awarded %q", got)
	}
}

// What the court did to the reconsideration decision: as it was judged apart, by the capacity, or where nobody recorded one, by the
// office's own government after a reconsideration.
func TestDecisionResult(t *testing.T) {
	const heard = "\n2026-01-05 suit_received\n2026-03-02 judgment results="
	for _, x := range []struct {
		name, text string
		source     cases.Source
		want       string
	}{
		{"judged apart", "number=1 against=甲局/original、" + government + "/joint" + heard + "甲局@original=claim_dismissed+" + government + "@decision=act_illegal", cases.AfterReconsideration, "确认违法"},
		{"by capacity", "number=1 against=某某厅/sole" + heard + "act_revoked", cases.AfterReconsideration, "撤销"},
		{"own government, nothing recorded", "number=1 against=姑苏区政府" + heard + "act_revoked", cases.AfterReconsideration, "撤销"},
		{"own government beside another", "number=1 against=甲局、" + government + heard + "甲局=claim_dismissed+" + government + "=act_illegal", cases.AfterReconsideration, "确认违法"},
		{"direct suit", "number=1 against=" + government + heard + "act_revoked", cases.Direct, ""},
		{"only the original organ", "number=1 against=甲局" + heard + "act_revoked", cases.AfterReconsideration, ""},
		{"recorded as the original organ", "number=1 against=" + government + "/original" + heard + "act_revoked", cases.AfterReconsideration, ""},
		{"pending", "number=1 against=" + government + "\n2026-01-05 suit_received", cases.AfterReconsideration, ""},
	} {
		c := suit(t, 1, x.text)
		c.Suit.Source = x.source
		r := register(t, "2026-12-31", c)
		if got := cell(t, r, year(t, 2026), "复议决定被法院"); !strings.HasPrefix(got, x.want) || x.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
		if n := len(r.DisputeOf(r.Suits[0]).OnDecision()); (n > 0) != (x.want != "") {
			t.Errorf("%s: %d verdicts on the decision", x.name, n)
		}
	}
	second := suit(t, 2, "number=2 instance=second earlier=1 against=姑苏区政府\n2026-05-06 suit_received\n2026-07-01 judgment results="+string(procedure.AppealDismissed))
	first := suit(t, 1, "number=1 against=姑苏区政府"+heard+"act_revoked")
	first.Suit.Source = cases.AfterReconsideration
	if r := register(t, "2026-12-31", first, second); !strings.HasPrefix(r.DecisionResult(r.Suits[1]), "驳回上诉") {
		t.Errorf("the second instance: %q", r.DecisionResult(r.Suits[1]))
	}
}
