package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/courtroom"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// What is asked goes into the paper: the defendant, the head, why the head cannot come. The hearing recorded before fills in the head.
func TestCourtAsk(t *testing.T) {
	o := fake.New()
	c := &cases.Case{ID: 900, Kind: cases.Litigation, Number: "〔2026〕姑苏行应第9号", Suit: &cases.Suit{Court: "某区人民法院"},
		Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "某某局", Organisation: true}}}
	organ := c.Names(cases.Respondent)[0]
	c.Acts = append(c.Acts, procedure.Act{Kind: procedure.CourtHearing, On: o.Today.AddDays(-1), Detail: &procedure.Detail{Appearance: &procedure.Appearance{Head: true, Name: "顾某某", Post: "副局长",
		Rank: procedure.DeputyHead}}})
	a, err := NewCourtAsk(t.Context(), o, c, CourtOffer{"不能出庭情况说明", courtroom.Absence, organ}, o.Today)
	if err != nil {
		t.Fatal(err)
	}
	if a.Head != "顾某某" || a.PostOf("顾某某") != "副局长" || !a.AsksGround() || a.HeadLabel() != "不能出庭的负责人" {
		t.Errorf("%+v", a)
	}
	a.Head, a.Post, a.Ground, a.Reason, a.Staff = " 陆某某 ", "局长", procedure.AbsentDuty, "主持防汛调度", "沈某"
	w, err := ComposeCourt(t.Context(), o, c, courtroom.Absence, a.Answer(), o.Today)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, b := range w.Paper.Blocks {
		text += b.Label + b.Text
	}
	for _, want := range []string{"陆某某（职务：局长", "主持防汛调度", "需要履行他人不能代替的公务", "沈某"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	a.Offer.Kind = courtroom.Identity
	if x := a.Answer(); x.Reason != "" || x.Staff != "" || x.Head != "陆某某" {
		t.Errorf("%+v", x)
	}
}
