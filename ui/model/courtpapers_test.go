package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/courtroom"
	"fuyi/cases/procedure"
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

// Who may not count as a head is doubted while the hearing is recorded; the act may be recorded all the same.
func TestHearingFormDoubtsHeads(t *testing.T) {
	c := &cases.Case{Kind: cases.Litigation, Number: "〔2026〕某行应第1号", Suit: &cases.Suit{}, Parties: []cases.Party{
		{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "某区人民政府"}}}
	law, today := procedure.NewLaw(&calendar.Calendar{}), calendar.New(2026, 3, 2)
	c.Acts = []procedure.Act{{Kind: procedure.SuitReceived, On: calendar.New(2026, 1, 5)}, {Kind: procedure.SuitAnswered, On: calendar.New(2026, 1, 12)}}
	for _, tt := range []struct {
		post string
		rank procedure.Rank
		want string
	}{
		{"副区长", procedure.DeputyHead, ""},
		{"副区长", procedure.ChiefHead, "请改为副职负责人"},
		{"法制科科长", procedure.OtherHead, "内设机构的负责人"},
		{"法制科科长", "", "内设机构的负责人"},
		{"民政局局长", procedure.ChiefHead, "其部门或者下级机关的负责人"},
	} {
		f := NewActForm(c, procedure.SpecOf(procedure.CourtHearing), law, today)
		f.Date, f.AppearanceSaid = "2026-03-02", true
		f.Appearance = procedure.Appearance{Head: true, Name: "顾某某", Post: tt.post, Rank: tt.rank}
		v := f.Preview()
		told := strings.Join(v.Notices, "")
		if !v.Ready() || !strings.Contains(told, tt.want) || tt.want == "" && strings.Contains(told, "法释〔2020〕3号第2条") {
			t.Errorf("%s as %s: ready %v, told %q, want %q", tt.post, tt.rank, v.Ready(), told, tt.want)
		}
	}
}
