package litigation

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// The table of law.md 4.2: what the reconsideration came to, and who is the defendant.
func TestDefendantsAfterReconsideration(t *testing.T) {
	const begun = "number=〔2026〕姑苏行复第1号 against=姑苏区城市管理局\n2026-01-05 receipt\n2026-01-07 acceptance\n"
	tests := []struct {
		name, acts         string
		original, reviewer bool
		choice             bool
		article            string
	}{
		{"upheld", "2026-02-25 decision items=uphold", true, true, false, "第26条第2款"},
		{"request refused", "2026-02-25 decision items=refuse_request", true, true, false, "第133条"},
		{"revoked", "2026-02-25 decision items=revoke", false, true, false, "第22条"},
		{"altered", "2026-02-25 decision items=alter", false, true, false, "第22条"},
		{"void", "2026-02-25 decision items=confirm_void", false, true, false, "第22条"},
		{"illegal", "2026-02-25 decision items=confirm_illegal", false, true, false, "第22条"},
		{"illegal for procedure only", "2026-02-25 decision items=confirm_illegal~", true, true, false, "第22条第3款"},
		{"one item for procedure, one not", "2026-02-25 decision items=confirm_illegal~+revoke", false, true, false, "第22条"},
		{"partly upheld, partly revoked", "2026-02-25 decision items=revoke_part+uphold", true, true, false, "第134条第2款"},
		{"dismissed, conditions missing", "2026-02-25 dismissal ground=conditions_missing", true, true, true, "第136条"},
		{"dismissed, groundless", "2026-02-25 dismissal ground=groundless", true, true, false, "第133条"},
		{"ended by withdrawal", "2026-02-25 termination ground=voluntary", true, false, false, "第58条"},
		{"mediated", "2026-02-25 mediation", false, false, false, "第73条"},
	}
	law := newLaw(t)
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			c := readCase(t, 1, cases.Reconsideration, begun+x.acts)
			r, ok := RuleAfter(c, law, day(t, "2026-04-01"))
			if !ok {
				t.Fatal("no rule")
			}
			if r.Original != x.original || r.Reviewer != x.reviewer || r.Choice != x.choice {
				t.Errorf("original %v, reviewer %v, choice %v", r.Original, r.Reviewer, r.Choice)
			}
			if !strings.Contains(r.Basis, x.article) {
				t.Errorf("basis %s does not name %s", r.Basis, x.article)
			}
		})
	}
	refused := readCase(t, 1, cases.Reconsideration, "number=1 against=姑苏区城市管理局\n2026-01-05 receipt\n2026-01-09 rejection ground=too_late")
	if r, ok := RuleAfter(refused, law, day(t, "2026-02-01")); !ok || !r.Choice {
		t.Error("a refusal leaves the choice", r, ok)
	}
	unknown := readCase(t, 1, cases.Reconsideration, begun)
	unknown.Acts = append(unknown.Acts, procedure.Act{Kind: procedure.Decision, On: day(t, "2026-02-25"), Imported: true})
	if r, ok := RuleAfter(unknown, law, day(t, "2026-06-01")); ok {
		t.Error("a decision of unknown content gives a rule", r)
	}
	open := readCase(t, 1, cases.Reconsideration, begun)
	if _, ok := RuleAfter(open, law, day(t, "2026-02-01")); ok {
		t.Error("a pending reconsideration says nothing yet")
	}
	if r, ok := RuleAfter(open, law, day(t, "2026-06-01")); !ok || !r.Choice || !strings.Contains(r.Says, "逾期") && !strings.Contains(r.Result, "逾期") {
		t.Error("an overdue reconsideration leaves the choice", r, ok)
	}
}

// A difference between whom the rule makes a defendant and who was sued is named.
func TestDifferencesOfDefendants(t *testing.T) {
	law, asOf := newLaw(t), day(t, "2026-06-01")
	upheld := readCase(t, 1, cases.Reconsideration, "number=1 against=姑苏区城市管理局\n2026-01-05 receipt\n2026-01-07 acceptance\n2026-02-25 decision items=uphold")
	joint := readCase(t, 1, cases.Reconsideration, "number=1 against=姑苏区城市管理局、姑苏区双塔街道办事处\n2026-01-05 receipt\n2026-01-07 acceptance\n2026-02-25 decision items=uphold")
	revoked := readCase(t, 1, cases.Reconsideration, "number=1 against=姑苏区城市管理局\n2026-01-05 receipt\n2026-01-07 acceptance\n2026-02-25 decision items=revoke")
	for _, x := range []struct {
		name   string
		review *cases.Case
		sued   string
		want   string
	}{
		{"both", upheld, "姑苏区城市管理局、苏州市姑苏区人民政府", ""},
		{"short names", upheld, "姑苏区城市管理局、姑苏区政府", ""},
		{"one missing", upheld, "姑苏区城市管理局", "缺少被告“苏州市姑苏区人民政府”"},
		{"the other missing", upheld, "苏州市姑苏区人民政府", "缺少被告“姑苏区城市管理局”"},
		{"alone", revoked, "苏州市姑苏区人民政府", ""},
		{"one of two organs missing", joint, "姑苏区城市管理局、苏州市姑苏区人民政府", "缺少被告“姑苏区双塔街道办事处”"},
		{"both organs", joint, "姑苏区城市管理局、姑苏区双塔街道办事处、苏州市姑苏区人民政府", ""},
		{"a stranger", upheld, "姑苏区城市管理局、苏州市姑苏区人民政府、姑苏区水务局", "“姑苏区水务局”不是复议的被申请人"},
		{"one too many", revoked, "姑苏区城市管理局、苏州市姑苏区人民政府", "“姑苏区城市管理局”（作出原行政行为的机关）不应为被告"},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := suit(t, 2, "number=2 against="+x.sued+"\n2026-03-16 suit_received")
			e, ok := Defendants(c, x.review, government, law, asOf)
			if !ok {
				t.Fatal("no rule")
			}
			if got := strings.Join(e.Differences, "；"); x.want == "" && got != "" || !strings.Contains(got, x.want) {
				t.Errorf("differences %q, want %q", got, x.want)
			}
		})
	}
	e, _ := Defendants(nil, upheld, government, law, asOf)
	if got := CapacityFor("姑苏区政府", e); got != cases.JointReviewer {
		t.Error("capacity of the government", got)
	}
	if got := CapacityFor("姑苏区城市管理局", e); got != cases.OriginalOrgan {
		t.Error("capacity of the bureau", got)
	}
	e, _ = Defendants(nil, revoked, government, law, asOf)
	if got := CapacityFor(government, e); got != cases.SoleReviewer {
		t.Error("capacity after a revocation", got)
	}
	if procedure.OutcomeLost(procedure.ClaimDismissed) {
		t.Error("驳回诉讼请求 is no loss")
	}
}

// What came after the suit does not change whom it should name: a decision made late, or anew after the court sent it back (X44).
func TestDefendantsAsOfTheSuit(t *testing.T) {
	const begun = "number=〔2026〕姑苏行复第1号 against=姑苏区城市管理局\n2026-01-05 receipt\n2026-01-07 acceptance\n"
	law := newLaw(t)
	for _, x := range []struct {
		name, review, suit string
		source             cases.Source
		want               Rule
	}{
		{"decided late", begun + "2026-06-10 decision items=uphold", "number=1 against=" + government + "\n2026-04-16 suit_received", cases.OverInaction, ruleOverdue},
		{"decided anew", begun + "2026-02-25 decision items=uphold\n2026-09-01 decision items=revoke", "number=1 against=" + government + "、姑苏区城市管理局\n2026-03-16 suit_received", cases.AfterReconsideration, ruleUpheld},
	} {
		s, review := suit(t, 2, x.suit), readCase(t, 1, cases.Reconsideration, x.review)
		s.Suit.Source = x.source
		e, ok := Defendants(s, review, government, law, day(t, "2026-12-31"))
		if !ok || e.Rule != x.want || len(e.Differences) != 0 {
			t.Errorf("%s: %+v", x.name, e)
		}
	}
}
