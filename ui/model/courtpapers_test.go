package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/courtroom"
)

func TestCourtOffers(t *testing.T) {
	set := cases.Settings{Organ: "某区人民政府"}
	against := func(organs ...string) *cases.Case {
		c := &cases.Case{Kind: cases.Litigation, Number: "〔2026〕某行应第1号", Suit: &cases.Suit{}}
		for _, o := range organs {
			c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: o})
		}
		return c
	}
	enforcement := against("某局")
	enforcement.Suit.Type = cases.EnforcementSuit
	day := calendar.New(2026, 12, 3)
	for _, tt := range []struct {
		name    string
		c       *cases.Case
		hearing calendar.Date
		// n offers are made, the first for organ.
		n     int
		organ string
	}{
		{"own", against("某局", "某区人民政府"), day, 6, "某区人民政府"},
		{"one", against("某局"), day, 6, "某局"},
		{"two others", against("某局", "某街道办事处"), day, 12, "某局"},
		{"no hearing yet", against("某局"), 0, 5, "某局"},
		{"no defendant", against(), day, 0, ""},
		{"enforcement", enforcement, day, 0, ""},
		{"reconsideration", &cases.Case{Kind: cases.Reconsideration}, day, 0, ""},
	} {
		got := CourtOffers(tt.c, set, tt.hearing)
		if len(got) != tt.n || tt.n > 0 && (got[0].Organ != tt.organ || got[0].Kind != courtroom.Letter) {
			t.Errorf("%s: %+v", tt.name, got)
			continue
		}
		if tt.n == 12 && !strings.Contains(got[1].Label, "（某街道办事处）") {
			t.Errorf("%s: the second is %q", tt.name, got[1].Label)
		}
		for _, o := range got {
			if name := o.FileName(tt.c); !strings.HasSuffix(name, o.Kind.Files()[0]) || o.Ask().Organ != o.Organ {
				t.Errorf("%s: %+v is written to %s", tt.name, o, name)
			}
		}
	}
}

func TestToldIsWhatIsLeft(t *testing.T) {
	w := CourtWork{Blanks: []string{"缺电话。"}, Doubts: []string{"像是工作人员"}, Finish: "盖章。"}
	if got := w.Told(); got != "文中黄色的空白要补写：缺电话。请核对：像是工作人员。盖章。" {
		t.Errorf("told %q", got)
	}
	if got := (&CourtWork{}).Told(); got != "" {
		t.Errorf("told %q with nothing left", got)
	}
}
