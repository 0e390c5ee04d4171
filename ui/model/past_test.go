package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// caseOf is a case of two applicants in an office that lives on 2026-11-23.
func caseOf(o *fake.Office, acts ...procedure.Act) *cases.Case {
	o.Today = calendar.New(2026, 11, 23)
	return &cases.Case{ID: 900, Kind: cases.Reconsideration, Number: "900号", Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"},
		{Role: cases.Applicant, Name: "李某某"}, {Role: cases.Respondent, Name: "甲局"}}, Acts: acts}
}

// upheld is a decision that upholds the act.
func upheld(on calendar.Date) procedure.Act {
	return procedure.Act{Kind: procedure.Decision, On: on, Detail: &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Uphold}}}}
}

func offerOf(t *testing.T, v *CaseView, k procedure.Kind) procedure.Offer {
	t.Helper()
	for _, g := range v.Groups {
		for _, o := range g.Offers {
			if o.Spec.Kind == k {
				return o
			}
		}
	}
	t.Fatalf("%s is not in the table", k)
	return procedure.Offer{}
}

// An act refused only because of today is begun without a date and judged by the day typed.
func TestForgottenActIsJudgedByTheDayTyped(t *testing.T) {
	o := fake.New()
	c := caseOf(o, procedure.Act{Kind: procedure.Receipt, On: calendar.New(2026, 8, 3)},
		procedure.Act{Kind: procedure.SupplementNotice, On: calendar.New(2026, 8, 5)},
		procedure.Act{Kind: procedure.SupplementServed, On: calendar.New(2026, 8, 7)},
		procedure.Act{Kind: procedure.Supplemented, On: calendar.New(2026, 8, 14)})
	v := NewCaseView(c, nil, o.Law(), o.Today)
	offer := offerOf(t, v, procedure.Acceptance)
	if note := OfferNote(offer); offer.Refused == "" || !strings.Contains(note, "按今天不能记录") || !strings.Contains(note, "不晚于2026-08-21") {
		t.Fatalf("offer %+v says %q", offer, note)
	}
	f := v.Begin(offer.Spec, o.Law(), o.Today)
	if f.Date != "" || f.Past == "" {
		t.Errorf("begun with %q, %q", f.Date, f.Past)
	}
	for date, ready := range map[string]bool{"": false, "2026-08-18": true, "2026-08-21": true, "2026-08-24": false, "2026-11-23": false} {
		f.Date = date
		if p := f.Preview(); p.Ready() != ready {
			t.Errorf("%q: %v %q", date, p.Fields, p.Refused)
		}
	}
	if f := v.Begin(procedure.SpecOf(procedure.Decision), o.Law(), o.Today); f.Date != o.Today.String() || f.Past != "" {
		t.Errorf("an act of today begins with %q, %q", f.Date, f.Past)
	}
}

// The notice about opinions leads to the act that settles it, for a day before the decision.
func TestNoticeLeadsToTheActThatSettlesIt(t *testing.T) {
	o := fake.New()
	c := caseOf(o, procedure.Act{Kind: procedure.Receipt, On: calendar.New(2026, 9, 1)},
		procedure.Act{Kind: procedure.Acceptance, On: calendar.New(2026, 9, 3)}, upheld(calendar.New(2026, 10, 9)))
	v := NewCaseView(c, nil, o.Law(), o.Today)
	if len(v.Notices) != 1 || v.Notices[0].Act == nil || v.Notices[0].Act.Kind != procedure.OpinionsHeard {
		t.Fatalf("notices %+v", v.Notices)
	}
	f := v.Begin(v.Notices[0].Act, o.Law(), o.Today)
	f.Date = "2026-09-21"
	p := f.Preview()
	if f.Past == "" || !p.Ready() {
		t.Fatalf("past %q, %v %q", f.Past, p.Fields, p.Refused)
	}
	a, _ := f.Act()
	c.Acts = append(c.Acts, a)
	if v := NewCaseView(c, nil, o.Law(), o.Today); len(v.Notices) != 0 {
		t.Errorf("still noticed: %+v", v.Notices)
	}
}

// Each party is served by its own service, and the form proposes who is left.
func TestServiceIsProposedForWhoIsLeft(t *testing.T) {
	o := fake.New()
	c := caseOf(o, procedure.Act{Kind: procedure.Receipt, On: calendar.New(2026, 9, 1)},
		procedure.Act{Kind: procedure.Acceptance, On: calendar.New(2026, 9, 3)},
		procedure.Act{Kind: procedure.OpinionsHeard, On: calendar.New(2026, 9, 10)}, upheld(calendar.New(2026, 10, 30)))
	for _, x := range []struct{ to, side, take, notice string }{
		{"陈某某、李某某", "applicant", "陈某某", ""},
		{"李某某", "applicant", "李某某", "没有向申请人李某某送达的记录"},
		{"甲局", "respondent", "甲局", "没有向被申请人送达的记录"},
	} {
		v := NewCaseView(c, nil, o.Law(), o.Today)
		var said []string
		for _, n := range v.Notices {
			said = append(said, n.Text)
			if n.Act == nil || n.Act.Kind != procedure.Served {
				t.Errorf("%q leads to %v", n.Text, n.Act)
			}
		}
		if text := strings.Join(said, "\n"); !strings.Contains(text, x.notice) {
			t.Errorf("before %s: notices %q", x.take, text)
		}
		f := v.Begin(procedure.SpecOf(procedure.Served), o.Law(), o.Today)
		if f.Values["to"] != x.to || f.Values["side"] != x.side {
			t.Errorf("proposed %q, want %q for %q", f.Values, x.to, x.side)
		}
		f.Values["to"], f.Date = x.take, "2026-11-02"
		a, bad := f.Act()
		if len(bad) > 0 {
			t.Fatal(bad)
		}
		c.Acts = append(c.Acts, a)
	}
	if v := NewCaseView(c, nil, o.Law(), o.Today); len(v.Notices) != 0 || v.Main.Spec.Kind != procedure.Archiving {
		t.Errorf("all are served, yet %+v, next %s", v.Notices, v.Main.Spec.Label)
	}
}

func TestManyNamesAreCut(t *testing.T) {
	for want, names := range map[string][]string{"": nil, "甲、乙": {"甲", "乙"}, "甲、乙、丙、丁": {"甲", "乙", "丙", "丁"},
		"甲、乙、丙、丁等6人": {"甲", "乙", "丙", "丁", "戊", "己"}} {
		if got := several(names); got != want {
			t.Errorf("%v: %q", names, got)
		}
	}
}
