package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// judged is a suit against an organ and the government, judged for each.
func judged(results ...procedure.Result) *cases.Case {
	on := calendar.New(2026, 3, 9)
	c := &cases.Case{ID: 7, Kind: cases.Litigation, Number: "〔2026〕姑苏行应第1号", Suit: &cases.Suit{Court: "某市某区人民法院", CourtNumber: "（2026）苏01行初9号", Instance: cases.First},
		Parties: []cases.Party{{Role: cases.Applicant, Name: "戴某某"}, {Role: cases.Respondent, Name: testBureau}, {Role: cases.Respondent, Name: testGovernment}},
		Acts:    []procedure.Act{{Kind: procedure.SuitReceived, On: on}}}
	if len(results) > 0 {
		c.Acts = append(c.Acts, procedure.Act{Kind: procedure.Judgment, On: on + 60, Detail: &procedure.Detail{Results: results}})
	}
	return c
}

// The page says whether a suit was lost, what was decided for each defendant, and has the court at the same place whatever its length.
func TestCasePageShowsTheOutcome(t *testing.T) {
	law, today := fake.Empty().Law(), calendar.New(2026, 6, 1)
	lost := judged(procedure.Result{Defendant: testBureau, Outcome: procedure.ActIllegal}, procedure.Result{Defendant: testGovernment, Outcome: procedure.ClaimDismissed})
	v := NewCaseView(lost, nil, law, today)
	if v.Outcome != "败诉" || v.OutcomeTone != Late {
		t.Errorf("marked %s", v.Outcome)
	}
	fact := func(label string) Fact {
		for _, f := range v.Facts {
			if f.Label == label {
				return f
			}
		}
		t.Fatalf("no fact %s", label)
		return Fact{}
	}
	if f := fact("处理结果"); f.Value != testBureau+"：确认违法；"+testGovernment+"：驳回诉讼请求" || !f.Wide {
		t.Errorf("result %+v", f)
	}
	if !fact("受诉法院").Wide || fact("法院案号").Wide {
		t.Error("the court and its number stand by their lengths")
	}
	for _, x := range []struct {
		result procedure.Result
		want   string
	}{{procedure.Result{Outcome: procedure.ClaimDismissed}, "未败诉"}, {procedure.Result{Outcome: procedure.Transferred}, ""}, {procedure.Result{}, ""}} {
		c := judged(x.result)
		if x.result.Outcome == "" {
			c = judged()
		}
		if v := NewCaseView(c, nil, law, today); v.Outcome != x.want {
			t.Errorf("%s is marked %q", x.result.Outcome, v.Outcome)
		}
	}
	upheld := judged(procedure.Result{Outcome: procedure.AppealDismissed})
	upheld.Suit.Instance = cases.Second
	if v := NewCaseView(upheld, nil, law, today); v.Outcome != "" {
		t.Errorf("the second instance alone cannot tell, yet %s", v.Outcome)
	}
}

// The card of linked cases leaves out the case itself where it is the only instance, and tells who lost by name.
func TestLinksNameWhoLost(t *testing.T) {
	o, review, first, _ := linkedOffice(t)
	c, err := o.Case(t.Context(), review)
	if err != nil {
		t.Fatal(err)
	}
	id, err := o.Register(t.Context(), &cases.Case{Kind: cases.Reconsideration, Number: "〔2025〕姑苏行复第9号", Parties: c.Parties, Acts: c.Acts})
	if err != nil || id == first {
		t.Fatal(id, err)
	}
	alone := judged(procedure.Result{Defendant: testBureau, Outcome: procedure.ActIllegal}, procedure.Result{Defendant: testGovernment, Outcome: procedure.ClaimDismissed})
	alone.ID, alone.Suit.Related = 0, "〔2025〕姑苏行复第9号"
	alone.Acts = append(alone.Acts, procedure.Act{Kind: procedure.JudgmentServed, On: calendar.New(2026, 5, 9), Detail: &procedure.Detail{To: "戴某某、" + testBureau + "、" + testGovernment}})
	id, err = o.Register(t.Context(), alone)
	if err != nil {
		t.Fatal(err)
	}
	made, _ := o.Case(t.Context(), id)
	l, err := LoadLinks(t.Context(), o, made, calendar.New(2026, 8, 1))
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Lines) != 1 || l.Lines[0].Kind != cases.Reconsideration {
		t.Errorf("lines %+v", l.Lines)
	}
	if !strings.Contains(l.Final, testBureau+"败诉，区政府未败诉") {
		t.Errorf("final: %q", l.Final)
	}
}
