package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// courtOffice is an office with a suit that was heard and lost.
func courtOffice(t *testing.T) *fake.Office {
	t.Helper()
	o := fake.New()
	day := func(month, d int) calendar.Date { return o.Today.AddDays(-180 + 30*month + d) }
	_, err := o.Register(t.Context(), &cases.Case{Kind: cases.Litigation, Number: "〔2026〕姑苏行应第90号", Subject: "不服责令停业决定",
		Parties: []cases.Party{{Role: cases.Applicant, Name: "戴某某"}, {Role: cases.ThirdParty, Name: "沈某"},
			{Role: cases.Respondent, Name: "某某区文化旅游局", PartyDetail: cases.PartyDetail{Capacity: cases.OriginalOrgan}}},
		Suit: &cases.Suit{Court: "某市某区人民法院", Instance: cases.First, Source: cases.Direct, SuitDetail: cases.SuitDetail{Claimed: 8_000_000, Awarded: 50_050}},
		Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: day(2, 0)},
			{Kind: procedure.CourtHearing, On: day(3, 0), Detail: &procedure.Detail{Appearance: &procedure.Appearance{Head: true, Rank: procedure.ChiefHead, Spoke: true}}},
			{Kind: procedure.Judgment, On: day(4, 0), Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ActRevoked}}}}}})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// The bulletin, the rates and the register are reached by their pick; a number opens its cases and Esc leads back; both kinds of
// file are written.
func TestCourtPage(t *testing.T) {
	r := newRig(t, courtOffice(t), model.Look{})
	r.ctrl(fyne.Key9)
	p := r.pages[pageCourt].(*courtPage)
	text := func() string {
		out := shown(p.root)
		walk(p.root, func(o fyne.CanvasObject) {
			switch w := o.(type) {
			case *words:
				out = append(out, w.text)
			case *hinted:
				out = append(out, w.text)
			}
		})
		return strings.Join(out, " ")
	}
	if p.m == nil || p.m.Bulletin == nil {
		t.Fatal("nothing was counted")
	}
	for _, want := range []string{"情况通报", "各行政机关应诉、出庭和败诉情况", "某某区文化旅游局", "上年同期"} {
		if !strings.Contains(text(), want) {
			t.Errorf("the bulletin lacks %q", want)
		}
	}
	tables := p.m.Tables()
	row, column, ok := tables[0].Find("某某区文化旅游局", "出庭应诉·负责人出庭")
	if !ok {
		t.Fatal("no such number")
	}
	title, _, ids := model.CellBehind(tables[0], row, column)
	if len(ids) != 1 {
		t.Fatalf("%d cases behind %s", len(ids), title)
	}
	p.open(tables[0], row, column)
	if !strings.Contains(text(), "戴某某") || !strings.Contains(text(), "至少一次开庭有负责人出庭") {
		t.Error("the case behind the number is not listed")
	}
	r.key(fyne.KeyEscape)
	if p.behind != nil {
		t.Error("Esc does not lead back")
	}
	for view, want := range map[int]string{model.CourtHeads: "出声率", model.CourtLosses: "实体败诉率", model.CourtRegister: "〔2026〕姑苏行应第90号"} {
		p.turn(func() { p.m.View = view }, false)
		if !strings.Contains(text(), want) {
			t.Errorf("view %d lacks %q", view, want)
		}
	}
	p.turn(func() { p.m.View = model.CourtRegister }, false)
	if want := "〔2026〕姑苏行应第90号；作出原行政行为的机关；直接起诉；原告：公民1；第三人沈某；赔偿请求80000元；判赔500.50元"; !strings.Contains(text(), want) {
		t.Errorf("the register lacks %q:\n%s", want, text())
	}
	p.turn(func() { p.m.Own = true }, true)
	if strings.Contains(text(), "〔2026〕姑苏行应第90号") {
		t.Error("a suit against another organ is listed among the government's own")
	}
	p.turn(func() { p.m.Part = 6 }, true)
	if s := p.m.Scope(p.s.today()); s.From != calendar.New(p.m.Year, 10, 1) || s.To != calendar.New(p.m.Year, 12, 31) {
		t.Error("the fourth quarter", s)
	}
	p.save(".docx")
	r.ctrl(fyne.KeyE)
	if got := strings.Join(r.files.exported, " "); !strings.Contains(got, ".docx") || !strings.Contains(got, ".xlsx") || !r.files.suits.Own {
		t.Error("files", r.files.exported, r.files.suits)
	}
}

// The papers of the answer are saved from the print menu of a suit, and what is missing is told.
func TestAnswerFromTheCase(t *testing.T) {
	r := newRig(t, courtOffice(t), model.Look{})
	p := r.list(cases.Litigation)
	p.table.list.Select(0)
	p.pane.answer()
	if got := strings.Join(r.files.exported, " "); !strings.Contains(got, ".zip") {
		t.Error("files", got)
	}
	if said := strings.Join(shown(r.strip), " "); !strings.Contains(said, "还缺少：答辩状") {
		t.Errorf("told %q", said)
	}
}

func TestCourtParts(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	m := model.NewCourt([]int{2026, 2025}, today)
	for i, want := range []string{"2026-01-01 2026-12-31", "2026-01-01 2026-06-30", "2026-07-01 2026-12-31", "2026-01-01 2026-03-31", "2026-04-01 2026-06-30",
		"2026-07-01 2026-09-30", "2026-10-01 2026-12-31"} {
		m.Part = i
		s := m.Scope(today)
		if got := s.From.String() + " " + s.To.String(); got != want {
			t.Errorf("%s: %s, want %s", model.CourtParts()[i], got, want)
		}
		if s.AsOf < s.From || s.AsOf > s.To {
			t.Errorf("%s is counted as of %s", model.CourtParts()[i], s.AsOf)
		}
	}
}

// A list of suits has heads; a press on one puts the list in its order. The formulas stand once and are folded until asked for.
func TestCourtListsAreSorted(t *testing.T) {
	o := courtOffice(t)
	if _, err := o.Register(t.Context(), &cases.Case{Kind: cases.Litigation, Number: "〔2026〕姑苏行应第91号", Parties: []cases.Party{{Role: cases.Applicant, Name: "安某"},
		{Role: cases.Respondent, Name: "某某区文化旅游局"}}, Suit: &cases.Suit{Instance: cases.First}, Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: o.Today.AddDays(-5)}}}); err != nil {
		t.Fatal(err)
	}
	r := newRig(t, o, model.Look{})
	r.ctrl(fyne.Key9)
	p := r.pages[pageCourt].(*courtPage)
	p.turn(func() { p.m.View = model.CourtRegister }, false)
	plaintiffs := func() string {
		var out []string
		walk(p.root, func(o fyne.CanvasObject) {
			if w, ok := o.(*hinted); ok && (w.text == "戴某某" || w.text == "安某") {
				out = append(out, w.text)
			}
		})
		return strings.Join(out, " ")
	}
	if got := plaintiffs(); got != "戴某某 安某" {
		t.Fatalf("in order of receipt: %s", got)
	}
	pressIn(t, p.root, "原告").Tapped(nil)
	first := plaintiffs()
	pressIn(t, p.root, "原告 ▲").Tapped(nil)
	if second := plaintiffs(); first == second || len(first) != len(second) {
		t.Errorf("turned round: %s, then %s", first, second)
	}
	p.turn(func() { p.m.View = model.CourtHeads }, false)
	if strings.Contains(strings.Join(shown(p.root), ""), "出庭率（庭次） R4＝") {
		t.Error("the formulas are unfolded")
	}
	buttonIn(t, p.root, "展开").OnTapped()
	if n := strings.Count(strings.Join(shown(p.root), ""), "出庭率（庭次） R4＝"); n != 1 {
		t.Errorf("the formula stands %d times", n)
	}
}
