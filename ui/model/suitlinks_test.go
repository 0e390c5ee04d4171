package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// linkedOffice has a reconsideration that upheld, a suit against the organ alone, and its second instance.
func linkedOffice(t *testing.T) (o *fake.Office, review, first, second cases.ID) {
	t.Helper()
	o = fake.Empty()
	day := func(month, d int) calendar.Date { return calendar.New(2025, 1, 1).AddDays(30*month + d) }
	add := func(c *cases.Case) cases.ID {
		id, err := o.Register(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	parties := func() []cases.Party {
		return []cases.Party{{Role: cases.Applicant, Name: "戴某某", Phone: "13800000000"}, {Role: cases.Respondent, Name: "姑苏区城市管理局", Organisation: true}}
	}
	review = add(&cases.Case{Kind: cases.Reconsideration, Number: "〔2025〕姑苏行复第1号", Subject: "不服责令限期拆除决定", Class: cases.Classification{Category: "城市管理", Matter: "行政强制"},
		Parties: parties(), Acts: []procedure.Act{{Kind: procedure.Receipt, On: day(0, 0)}, {Kind: procedure.Acceptance, On: day(0, 3)},
			{Kind: procedure.Decision, On: day(1, 20), Detail: &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Uphold}}}},
			{Kind: procedure.Served, On: day(1, 22), Detail: &procedure.Detail{Side: procedure.ForApplicant, To: "戴某某"}}}})
	first = add(&cases.Case{Kind: cases.Litigation, Number: "〔2025〕姑苏行应第1号", Subject: "不服责令限期拆除决定", Parties: parties(),
		Suit: &cases.Suit{Court: "某市某区人民法院", Instance: cases.First, Source: cases.AfterReconsideration, Related: "〔2025〕姑苏行复第1号"},
		Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: day(3, 0)}, {Kind: procedure.Judgment, On: day(5, 0),
			Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ClaimDismissed}}}}, {Kind: procedure.Appealed, On: day(5, 6)}}})
	second = add(&cases.Case{Kind: cases.Litigation, Number: "〔2025〕姑苏行应第2号", Subject: "不服责令限期拆除决定", Parties: parties(),
		Suit: &cases.Suit{Court: "某市中级人民法院", Instance: cases.Second, SuitDetail: cases.SuitDetail{Earlier: "〔2025〕姑苏行应第1号"}},
		Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: day(6, 0)}, {Kind: procedure.JudgmentServed, On: day(8, 2)}, {Kind: procedure.Judgment, On: day(8, 0),
			Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.AppealDismissed}}}}}})
	return o, review, first, second
}

// From each of the three cases the others are found, with what they came to and who should have been sued.
func TestLinksOfADispute(t *testing.T) {
	o, review, first, second := linkedOffice(t)
	for _, id := range []cases.ID{review, first, second} {
		c, err := o.Case(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		l, err := LoadLinks(t.Context(), o, c, o.Today)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		here := 0
		for _, x := range l.Lines {
			got = append(got, x.What+x.Number)
			if x.Here {
				here++
			}
		}
		if want := "行政复议〔2025〕姑苏行复第1号 一审〔2025〕姑苏行应第1号 二审〔2025〕姑苏行应第2号"; strings.Join(got, " ") != want || here != 1 {
			t.Errorf("from case %d: %v, %d in view", id, got, here)
		}
		if !strings.Contains(l.Final, "〔2025〕姑苏行应第2号") || !strings.Contains(l.Final, "未败诉") {
			t.Errorf("from case %d: %q", id, l.Final)
		}
	}
	c, _ := o.Case(t.Context(), first)
	l, _ := LoadLinks(t.Context(), o, c, o.Today)
	text := ""
	for _, h := range l.Hints {
		text += h.Title + h.Text
	}
	if !strings.Contains(text, "缺少被告“苏州市姑苏区人民政府”（复议机关）") {
		t.Errorf("the missing co-defendant is not named: %s", text)
	}
}

// The reconsideration's number brings its parties and the defendants of the rule into what is still empty.
func TestIntakeOfASuitFromItsReconsideration(t *testing.T) {
	o, review, _, _ := linkedOffice(t)
	in := NewIntake(cases.Litigation, o.Today)
	in.Related = "〔2025〕姑苏行复第1号"
	x := IntakeContext{Law: o.Law(), Settings: o.Set, Today: o.Today}
	number := in.ReviewWanted()
	if number == "" {
		t.Fatal("nothing is looked for")
	}
	c, err := FindReview(t.Context(), o, number)
	if err != nil || c == nil || c.ID != review {
		t.Fatal(c, err)
	}
	in.Review(number, c)
	if in.ReviewWanted() != "" {
		t.Error("looked for twice")
	}
	in.FillFromReview(x)
	if got := strings.Join(in.Names(cases.Respondent), "、"); got != "姑苏区城市管理局、苏州市姑苏区人民政府" {
		t.Errorf("defendants %s", got)
	}
	ps := in.Of(cases.Respondent)
	if ps[0].Capacity != cases.OriginalOrgan || ps[1].Capacity != cases.JointReviewer {
		t.Errorf("capacities %s, %s", ps[0].Capacity, ps[1].Capacity)
	}
	if in.Subject != "不服责令限期拆除决定" || in.Source != cases.AfterReconsideration || in.Names(cases.Applicant)[0] != "戴某某" {
		t.Errorf("%+v", in)
	}
	in.Court, in.Number, in.Suit.Claimed, in.Suit.Awarded, in.Suit.Earlier = "某市某区人民法院", "〔2026〕姑苏行应第9号", "1.2万", "3000.5", " 某号 "
	made, bad := in.Case(o.Today)
	if made == nil {
		t.Fatal(bad)
	}
	if made.Suit.Claimed != 1200000 || made.Suit.Awarded != 300050 || made.Suit.Earlier != "某号" {
		t.Errorf("%+v", made.Suit)
	}
	again := NewRevision(made)
	if again.Suit != (SuitForm{Earlier: "某号", Claimed: "12,000", Awarded: "3,000.50"}) {
		t.Errorf("revised: %+v", again.Suit)
	}
	in.Related = "〔2025〕姑苏行复第77号"
	number = in.ReviewWanted()
	c, err = FindReview(t.Context(), o, number)
	if err != nil || c != nil {
		t.Fatal("found what is not there", c, err)
	}
	in.Review(number, nil)
	if k := in.Check(x); !strings.Contains(k.Hints[len(k.Hints)-1].Text, "没有案号为") {
		t.Errorf("%+v", k.Hints)
	}
}

// A case of 非诉执行 that names a reconsideration is found from there, and finds it.
func TestLinksOfAnEnforcement(t *testing.T) {
	o, review, _, _ := linkedOffice(t)
	enforced, err := o.Register(t.Context(), &cases.Case{Kind: cases.Litigation, Number: "〔2025〕姑苏非执第1号", Subject: "申请执行责令限期拆除决定",
		Parties: []cases.Party{{Role: cases.Applicant, Name: "戴某某", Phone: "13800000000"}, {Role: cases.Respondent, Name: "姑苏区城市管理局", Organisation: true}},
		Suit:    &cases.Suit{Court: "某市某区人民法院", Related: "〔2025〕姑苏行复第1号", SuitDetail: cases.SuitDetail{Type: cases.EnforcementSuit}},
		Acts:    []procedure.Act{{Kind: procedure.EnforcementApplied, On: calendar.New(2025, 10, 9)}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []cases.ID{review, enforced} {
		c, err := o.Case(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		l, err := LoadLinks(t.Context(), o, c, o.Today)
		if err != nil {
			t.Fatal(err)
		}
		last := l.Lines[len(l.Lines)-1]
		if len(l.Lines) != 4 || last.Number != "〔2025〕姑苏非执第1号" || last.What != "非诉执行" || last.State == "" || last.Here != (id == enforced) {
			t.Errorf("from case %d: %+v", id, l.Lines)
		}
	}
}
