package cases_test

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func TestEachPartyIsServedByName(t *testing.T) {
	on := calendar.New(2026, 9, 10)
	served := func(to string, side procedure.Side) procedure.Act {
		return procedure.Act{Kind: procedure.Served, On: on + 1, Detail: &procedure.Detail{To: to, Side: side}}
	}
	for name, x := range map[string]struct {
		acts []procedure.Act
		role cases.Role
		want string
	}{
		"nobody was served yet":       {nil, cases.Applicant, ""},
		"one of two":                  {[]procedure.Act{served("陈某某", procedure.ForApplicant)}, cases.Applicant, "李某某"},
		"both together":               {[]procedure.Act{served("陈某某、李某某", procedure.ForApplicant)}, cases.Applicant, ""},
		"one after the other":         {[]procedure.Act{served("李某某", procedure.ForApplicant), served("陈某某", procedure.ForApplicant)}, cases.Applicant, ""},
		"the side without names":      {[]procedure.Act{served("", procedure.ForApplicant)}, cases.Applicant, ""},
		"an agent":                    {[]procedure.Act{served("钱某某", procedure.ForApplicant)}, cases.Applicant, ""},
		"no detail at all":            {[]procedure.Act{{Kind: procedure.Served, On: on + 1}}, cases.Respondent, ""},
		"the side has its own notice": {[]procedure.Act{served("陈某某", procedure.ForApplicant)}, cases.Respondent, ""},
		"no side, but names":          {[]procedure.Act{served("陈某某", "")}, cases.Respondent, "甲局"},
		"third party":                 {[]procedure.Act{served("陈某某", procedure.ForApplicant)}, cases.ThirdParty, "乙公司"},
		"decided anew": {[]procedure.Act{served("陈某某", procedure.ForApplicant), {Kind: procedure.Remitted, On: on + 90}},
			cases.Applicant, ""},
	} {
		c := &cases.Case{Kind: cases.Reconsideration, Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Applicant, Name: "李某某"},
			{Role: cases.Respondent, Name: "甲局"}, {Role: cases.ThirdParty, Name: "乙公司"}}}
		c.Acts = append([]procedure.Act{{Kind: procedure.Decision, On: on}}, x.acts...)
		if got := strings.Join(cases.Unserved(c, x.role), "、"); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
		c.Acts[0].Imported = true
		if got := cases.Unserved(c, x.role); len(got) > 0 {
			t.Errorf("%s: imported, yet %q", name, got)
		}
	}
}
