package cases

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func loadCalendar(t testing.TB) *calendar.Calendar {
	t.Helper()
	data, err := os.ReadFile("../assets/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := calendar.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestProjectShowsWhatListsNeed(t *testing.T) {
	law := procedure.NewLaw(loadCalendar(t))
	c := &Case{
		ID: 7, Kind: Reconsideration, Number: "〔2026〕姑苏行复第5号", Subject: "不服罚款决定", Handler: "李某",
		Class: Classification{Category: "公安", Matter: "行政处罚"},
		Parties: []Party{
			{Role: Applicant, Name: "陈某某"}, {Role: Respondent, Name: "苏州市公安局姑苏分局", Organisation: true},
			{Role: Applicant, Name: "王某"}, {Role: ThirdParty, Name: "张某"},
		},
		Acts: []procedure.Act{
			{Kind: procedure.Acceptance, On: calendar.New(2026, 1, 28)},
			{Kind: procedure.Receipt, On: calendar.New(2026, 1, 26)},
		},
	}
	r := Project(c, law, calendar.New(2026, 3, 1))
	if r.Applicants != "陈某某、王某" || r.Respondents != "苏州市公安局姑苏分局" || r.Handler != "李某" {
		t.Errorf("parties: %+v", r)
	}
	if r.State != procedure.Trying || r.Received.String() != "2026-01-26" || r.Accepted.String() != "2026-01-28" {
		t.Errorf("position: %+v", r)
	}
	if r.DueName != "发送申请书副本" || r.Due.String() != "2026-02-06" || r.LastAct.String() != "2026-01-28" {
		t.Errorf("next period: %+v", r)
	}
	if r.Result != "" || !r.Concluded.IsZero() {
		t.Errorf("an open case has no result: %+v", r)
	}
}

func TestProjectOfASuit(t *testing.T) {
	c := &Case{
		Kind: Litigation, Number: "〔2020〕姑苏行应第1号", Suit: &Suit{Court: "苏州市姑苏区人民法院", Instance: First},
		Parties: []Party{{Role: Applicant, Name: "苏州某某公司", Organisation: true}, {Role: Respondent, Name: "苏州市姑苏区人民政府"}},
		Acts: []procedure.Act{
			{Kind: procedure.SuitReceived, On: calendar.New(2020, 5, 11)},
			{Kind: procedure.Judgment, On: calendar.New(2020, 8, 10), Detail: &procedure.Detail{Results: []procedure.Result{
				{Defendant: "甲局", Outcome: procedure.ClaimDismissed}, {Defendant: "乙局", Outcome: procedure.ActIllegal}}}},
		},
	}
	r := Project(c, procedure.NewLaw(loadCalendar(t)), calendar.New(2020, 8, 11))
	if r.Result != "确认违法" || r.Court != "苏州市姑苏区人民法院" || r.Instance.Label() != "一审" || r.State != procedure.Judged {
		t.Errorf("row: %+v", r)
	}
}

func TestMessageNeverShowsAForeignError(t *testing.T) {
	own := &Error{Op: "open", Kind: NotFound, Msg: "没有找到案件。", Err: os.ErrNotExist}
	wrapped := fmt.Errorf("while listing: %w", own)
	if Message(wrapped) != "没有找到案件。" || KindOf(wrapped) != NotFound || !errors.Is(wrapped, os.ErrNotExist) {
		t.Errorf("own error: %q %s", Message(wrapped), KindOf(wrapped))
	}
	foreign := errors.New("SQLITE_BUSY (5)")
	if m := Message(foreign); strings.Contains(m, "SQLITE") || !strings.Contains(m, "没有完成") || KindOf(foreign) != Internal {
		t.Errorf("foreign error shows %q", m)
	}
}

// Every code has a label: a list, a form or a workbook never shows a bare code.
func TestEveryCodeHasALabel(t *testing.T) {
	check := func(what, code, label string) {
		if label == "" || label == code {
			t.Errorf("%s %q has no Chinese label", what, code)
		}
	}
	for _, d := range procedure.Dispositions() {
		check("disposition", string(d), procedure.DispositionLabel(d))
	}
	for _, o := range procedure.Outcomes() {
		check("outcome", string(o), procedure.OutcomeLabel(o))
	}
	for _, suit := range []bool{false, true} {
		for _, s := range procedure.States(suit) {
			check("state", string(s), s.Label())
		}
		for _, s := range procedure.Specs(suit) {
			check("act", string(s.Kind), s.Label)
			if s.Basis == "" {
				t.Errorf("act %s names no article", s.Kind)
			}
			for _, g := range procedure.Grounds(s.Kind) {
				check("ground", string(g), procedure.GroundLabel(g))
			}
		}
	}
	for _, r := range procedure.Rules() {
		if r.Name == "" || r.Event == "" || r.Basis == "" || r.Lapse == "" || r.Owner == "" {
			t.Errorf("rule %s is incomplete: %+v", r.ID, r)
		}
	}
	for _, i := range []Instance{First, Second, Retrial} {
		check("instance", string(i), i.Label())
	}
}

func TestNumberKey(t *testing.T) {
	same := []string{"〔2020〕姑苏行复第5号", "[2020]姑苏行复第5号", "（２０２０）姑苏行复第５号", " 2020 姑苏行复 第5号", "【2020】姑苏行复第5号"}
	for _, s := range same {
		if NumberKey(s) != NumberKey(same[0]) {
			t.Errorf("%q and %q are one number: %q, %q", s, same[0], NumberKey(s), NumberKey(same[0]))
		}
	}
	for _, pair := range [][2]string{{"(2020)5", "20205"}, {"〔2020〕5号", "〔2020〕6号"}, {"姑苏行复5号", "姑苏行应5号"}} {
		if NumberKey(pair[0]) == NumberKey(pair[1]) {
			t.Errorf("%q and %q are two numbers", pair[0], pair[1])
		}
	}
	if NumberKey("〔　〕 ") != "" {
		t.Error("a number of brackets and blanks is none")
	}
}
