package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// intake opens the page and fills in what must be there, as a clerk would.
func (r *rig) intake(t *testing.T) *intakePage {
	t.Helper()
	r.ctrl(fyne.KeyN)
	p := r.pages[pageIntake].(*intakePage)
	test.Type(p.lists[cases.Applicant].inputs["name"], "陈某某")
	test.Type(p.lists[cases.Respondent].inputs["name"], "苏州市公安局姑苏分局")
	test.Type(p.rows["subject"].entry(t), "不服行政处罚决定")
	return p
}

// entry is the text field of a row.
func (f *formRow) entry(t *testing.T) (found *entry) {
	t.Helper()
	for _, o := range f.Objects {
		if e, ok := o.(*entry); ok {
			found = e
		}
	}
	if found == nil {
		t.Fatal("the row has no text field")
	}
	return found
}

// pick is the drop-down of a row.
func (f *formRow) pick(t *testing.T) (found *pick) {
	t.Helper()
	walk(f.Container, func(o fyne.CanvasObject) {
		if p, ok := o.(*pick); ok {
			found = p
		}
	})
	if found == nil {
		t.Fatal("the row has no drop-down")
	}
	return found
}

func TestRegisterByHand(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.ctrl(fyne.KeyN)
	p := r.pages[pageIntake].(*intakePage)
	if p.number.Text != "〔2026〕姑苏行复第61号" {
		t.Errorf("proposed %q", p.number.Text)
	}
	test.Tap(p.button)
	if p.rows["applicant.0.name"].note.text == "" || len(r.o.All) != 90 || p.confirming != nil {
		t.Fatal("an empty page was registered, or nothing was said")
	}
	p = r.intake(t)
	if len(r.o.Saved) != 1 {
		t.Fatal("no draft was saved")
	}
	test.Tap(p.button)
	if len(r.o.All) != 90 || p.confirming == nil {
		t.Fatal("registered without showing what will be recorded")
	}
	if texts := strings.Join(shown(p.root), "|"); !strings.Contains(texts, "陈某某") || !strings.Contains(texts, "2026-05-20") {
		t.Errorf("the summary says %s", texts)
	}
	pane := p.confirming
	pane.write()
	pane.write()
	if len(r.o.All) != 91 || len(r.o.Saved) != 0 || r.here != pageCases {
		t.Fatalf("%d cases, %d drafts, page %s", len(r.o.All), len(r.o.Saved), r.here)
	}
	if v := r.pages[pageCases].(*listPage).pane.view; v.Number != "〔2026〕姑苏行复第61号" || v.State != "受理审查中" {
		t.Errorf("opened %s, %s", v.Number, v.State)
	}
}

func TestRegisterByKeyboard(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.intake(t)
	r.ctrl(fyne.KeyS)
	if p.saved.text != "草稿已自动保存" {
		t.Errorf("Ctrl+S says %q", p.saved.text)
	}
	r.ctrl(fyne.KeyReturn)
	r.key(fyne.KeyEscape)
	if p.confirming != nil || r.here != pageIntake || p.in.Names(cases.Applicant)[0] != "陈某某" {
		t.Fatal("Esc did not return to the form")
	}
	r.ctrl(fyne.KeyReturn)
	r.ctrl(fyne.KeyReturn)
	if len(r.o.All) != 91 {
		t.Fatalf("%d cases", len(r.o.All))
	}
}

func TestDraftIsContinued(t *testing.T) {
	o := fake.New()
	in := model.NewIntake(cases.Litigation, o.Today)
	in.Of(cases.Applicant)[0].Name, in.Court = "周某", "苏州市姑苏区人民法院"
	d, _ := in.Draft()
	if _, err := o.SaveDraft(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	r := newRig(t, o, model.Look{})
	r.show(pageIntake).(*intakePage).resume(o.Saved[0])
	p := r.pages[pageIntake].(*intakePage)
	if p.lists[cases.Applicant].inputs["name"].Text != "周某" || p.rows["court"] == nil || p.in.DraftID != 1 {
		t.Errorf("continued %+v", p.in)
	}
	// Another window registers it meanwhile.
	if err := o.DropDraft(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	test.Type(p.rows["subject"].entry(t), "不服")
	if !strings.Contains(r.said(), "另一个窗口") || len(o.Saved) != 0 {
		t.Fatalf("said %q, %d drafts", r.said(), len(o.Saved))
	}
	test.Tap(buttonIn(t, r.strip, "作为另一件继续"))
	if len(o.Saved) != 1 {
		t.Error("the page is not kept as another registration")
	}
}

func TestChannelDecidesTheFields(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	for channel, want := range map[procedure.Means][]string{procedure.InPerson: nil, procedure.ByPost: {"posted"}, procedure.Online: {"posted", "clock"},
		procedure.Orally: {"paper"}, procedure.ViaPenalizer: {"posted", "forwarded", "penalty_organ"}} {
		p.rows["channel"].pick(t).SetSelected(procedure.MeansLabel(channel))
		for _, id := range []string{"posted", "clock", "paper", "forwarded", "penalty_organ"} {
			if (p.rows[id] != nil) != slices.Contains(want, id) {
				t.Errorf("%s: %s is shown %v", channel, id, p.rows[id] != nil)
			}
		}
	}
}

// Fourteen names copied from a table become fourteen applicants, in the name field and through the button.
func TestPastedNamesBecomeApplicants(t *testing.T) {
	var block strings.Builder
	for i := range 14 {
		fmt.Fprintf(&block, "陈某%d\t1380000%04d\n", i+1, i)
	}
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	fyne.CurrentApp().Clipboard().SetContent(block.String())
	e := p.lists[cases.Applicant].inputs["name"]
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	if got := p.in.Of(cases.Applicant); len(got) != 14 || got[13].Phone != "13800000013" {
		t.Fatalf("%d applicants", len(got))
	}
	fyne.CurrentApp().Clipboard().SetContent("王某")
	e = p.lists[cases.Applicant].inputs["name"]
	e.SetText("")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	if len(p.in.Of(cases.Applicant)) != 14 || e.Text != "王某" {
		t.Error("a single name is not pasted as text")
	}
	p = r.show(pageIntake).(*intakePage)
	p.reset(model.NewIntake(cases.Reconsideration, r.o.Today))
	fyne.CurrentApp().Clipboard().SetContent(block.String())
	test.Tap(buttonIn(t, p.form.flow.Objects[1], "粘贴多人…"))
	if p.paste.say.text != "认出14人" {
		t.Errorf("the box says %q", p.paste.say.text)
	}
	test.Tap(p.paste.add)
	if len(p.in.Of(cases.Applicant)) != 14 || p.paste != nil {
		t.Errorf("%d applicants", len(p.in.Of(cases.Applicant)))
	}
	l := p.lists[cases.Applicant]
	test.Tap(pressIn(t, l.rows, "陈某7"))
	if l.open.Name != "陈某7" || r.win.Canvas().Focused() != l.inputs["name"] {
		t.Error("a press does not open the applicant")
	}
	l.remove(l.open)
	if len(p.in.Of(cases.Applicant)) != 13 {
		t.Fatal("not removed")
	}
	test.Tap(buttonIn(t, r.strip, "放回"))
	if len(p.in.Of(cases.Applicant)) != 14 {
		t.Error("not put back")
	}
}

func TestRespondentFromTheDirectory(t *testing.T) {
	o := fake.New()
	if _, err := o.SaveOrgan(t.Context(), cases.OrganRecord{Name: "苏州市公安局姑苏分局", Short: "姑苏公安", Kind: cases.CityOutpost, Level: cases.DistrictLevel, Field: "公安"}); err != nil {
		t.Fatal(err)
	}
	r := newRig(t, o, model.Look{})
	p := r.show(pageIntake).(*intakePage)
	e := p.lists[cases.Respondent].inputs["name"]
	r.win.Canvas().Focus(e)
	test.Type(e, "gsga")
	if len(p.layer.Objects) != 1 {
		t.Fatal("nothing is proposed for gsga")
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.in.Names(cases.Respondent)[0] != "苏州市公安局姑苏分局" || p.in.Category != "公安" || len(p.layer.Objects) != 0 {
		t.Fatalf("took %q, category %q", p.in.Names(cases.Respondent), p.in.Category)
	}
	if texts := strings.Join(shown(p.lists[cases.Respondent].about), ""); !strings.Contains(texts, "县级") {
		t.Errorf("the directory tells %q", texts)
	}
	e = p.lists[cases.Respondent].inputs["name"]
	e.SetText("苏州市姑苏区某某管理局")
	test.Tap(buttonIn(t, p.lists[cases.Respondent].about, "加入名录"))
	if all, _ := o.Organs(t.Context()); len(all) != 2 || all[1].Kind != cases.Department {
		t.Errorf("directory %+v", all)
	}
}

func TestSimilarCasesAreShownBeside(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	name := r.o.All[0].Names(cases.Applicant)[0]
	test.Type(p.lists[cases.Applicant].inputs["name"], name)
	if len(p.alike) == 0 || !strings.Contains(strings.Join(shown(p.side.flow), ""), "同一申请人已有") {
		t.Fatalf("nothing is said of %s: %q", name, shown(p.side.flow))
	}
	p.listed = true
	p.drawSide()
	if !slices.Contains(shown(p.side.flow), p.alike[0].Row.Number) {
		t.Error("the cases are not listed")
	}
}

func TestCaseIsRevised(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	pane := r.pages[pageCases].(*listPage).pane
	acts := len(pane.view.Case.Acts)
	test.Tap(buttonIn(t, pane.root, "修改案件信息"))
	p := pane.revising
	test.Tap(buttonIn(t, pane.root, "查看改动"))
	if p.confirming != nil || !strings.Contains(r.said(), "没有改动") {
		t.Fatalf("said %q", r.said())
	}
	p.rows["subject"].entry(t).SetText("不服行政强制措施")
	test.Tap(buttonIn(t, pane.root, "查看改动"))
	if texts := shown(pane.root); !slices.Contains(texts, "不服行政强制措施") || p.confirming == nil {
		t.Fatalf("the changes say %q", texts)
	}
	if r.o.All[9].Subject == "不服行政强制措施" {
		t.Fatal("written before it was confirmed")
	}
	p.confirming.button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c := r.o.All[9]; c.Subject != "不服行政强制措施" || len(c.Acts) != acts || pane.revising != nil {
		t.Fatalf("saved %+v", c)
	}
	r.undo()
	if r.o.All[9].Subject == "不服行政强制措施" {
		t.Error("not undone")
	}
	pane.revise()
	r.key(fyne.KeyEscape)
	if pane.revising != nil {
		t.Error("Esc does not leave")
	}
}

// BenchmarkLookAtIntake is what runs once after a pause on the same page.
func BenchmarkLookAtIntake(b *testing.B) {
	o := fake.New()
	s, w := stage(testDeps(o, &fakeFiles{o: o}), model.Look{}, pictureSize)
	defer w.Close()
	s.begin()
	p := s.show(pageIntake).(*intakePage)
	p.lists[cases.Applicant].take(strings.Repeat("陈某某\t11010519491231002X\t13800000000\n", 14))
	for b.Loop() {
		p.look()
	}
}

// quiet stops the pauses that still wait.
func (r *Runner) quiet() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, t := range r.timers {
		t.Stop()
	}
	r.inline = true
}

// A number that is used already is told while it is typed.
func TestTakenNumberIsToldAtOnce(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	page, err := r.o.List(t.Context(), cases.Query{Kind: cases.Reconsideration, Limit: 1})
	if err != nil || len(page.Rows) == 0 {
		t.Fatal(err)
	}
	p := r.show(pageIntake).(*intakePage)
	p.in.Number = page.Rows[0].Number
	p.look()
	if !strings.Contains(p.check.Warnings["number"], "已经登记过") {
		t.Errorf("warnings %v", p.check.Warnings)
	}
	p.in.Number += "9"
	p.look()
	if p.check.Warnings["number"] != "" {
		t.Errorf("warnings %v", p.check.Warnings)
	}
}
