package ui

import (
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

// A choice that brings other fields keeps the keyboard, so that Tab goes on from there.
func TestChoicesKeepTheKeyboard(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	p.rows["channel"].pick(t).SetSelected(procedure.MeansLabel(procedure.ByPost))
	if r.win.Canvas().Focused() != fyne.Focusable(p.rows["channel"].pick(t)) {
		t.Error("the channel lost the keyboard")
	}
	p.rows["applicant.0.kind"].pick(t).SetSelected(model.PartyKindLabel(cases.LegalPerson))
	if r.win.Canvas().Focused() != fyne.Focusable(p.rows["applicant.0.kind"].pick(t)) || p.rows["applicant.0.head"] == nil {
		t.Error("the kind lost the keyboard, or the head is not asked for")
	}
}

func TestEscapeClosesThePasteBox(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	test.Tap(buttonIn(t, p.form.flow.Objects[1], "粘贴多人…"))
	if p.paste == nil || r.win.Canvas().Focused() != fyne.Focusable(p.paste.area) {
		t.Fatal("the box is not open")
	}
	r.key(fyne.KeyEscape)
	if p.paste != nil || r.here != pageIntake {
		t.Error("the box is still open")
	}
}

func TestClipboardBeginsARegistration(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	fyne.CurrentApp().Clipboard().SetContent("陈某甲\n陈某乙\n")
	r.combine(fyne.KeyN, ctrlShift)
	p := r.pages[pageIntake].(*intakePage)
	if got := strings.Join(p.in.Names(cases.Applicant), "、"); r.here != pageIntake || got != "陈某甲、陈某乙" {
		t.Errorf("page %s, applicants %s", r.here, got)
	}
}

// A table with heads is one case a row; names and a table of persons are applicants.
func TestClipboardWithATableRegistersCases(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	for text, page := range map[string]string{
		"申请人\t被申请人\t复议事项\t收件日期\n陈某某\t苏州市公安局姑苏分局\t不服行政处罚决定\t2026-05-18\n": pagePaste,
		"姓名\t证件号码\t联系电话\n陈某某\t\t13800000000\n":                           pageIntake,
		"陈某甲\n陈某乙\n": pageIntake,
	} {
		fyne.CurrentApp().Clipboard().SetContent(text)
		r.combine(fyne.KeyN, ctrlShift)
		if r.here != page {
			t.Errorf("%q leads to %s", text, r.here)
		}
	}
	if k, ok := model.PastedCases("原告\t被告\t案由\t受诉法院\n陈某某\t某局\t处罚\t某某法院\n"); !ok || k != cases.Litigation {
		t.Errorf("a table of suits is %q, %v", k, ok)
	}
}

func TestHandlerIsWhoSignedIn(t *testing.T) {
	r := newRig(t, staffed(t, cases.Person{Name: "沈某", Role: cases.HandlerRole}, cases.Person{Name: "陆某", Role: cases.HandlerRole}), model.Look{})
	test.Tap(pressIn(t, r.body, "陆某"))
	p := r.show(pageIntake).(*intakePage)
	if p.in.Handler != "陆某" || !slices.Equal(p.known.handlers, []string{"沈某", "陆某"}) {
		t.Errorf("handler %s of %v", p.in.Handler, p.known.handlers)
	}
}

func TestNoticeFollowsTheRegistration(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.intake(t)
	test.Tap(buttonIn(t, p.root, "按案件情况列出"))
	if len(p.in.Said.Materials) == 0 {
		t.Fatal("no material is listed")
	}
	p.in.Said.Materials[1].State = cases.MaterialMissing
	p.mainAct()
	p.mainAct()
	buttonIn(t, r.strip, "出具补正通知")
	test.Tap(buttonIn(t, r.strip, "打印收件回执"))
	if len(r.files.exported) != 1 || !strings.HasSuffix(r.files.exported[0], "收件回执.pdf") {
		t.Errorf("printed %q", r.files.exported)
	}
	r.supplement()
	test.Tap(buttonIn(t, r.strip, "打印补正通知书"))
	if len(r.files.exported) != 2 {
		t.Errorf("printed %q", r.files.exported)
	}
	pane := r.pages[pageCases].(*listPage).pane
	if pane.act == nil || !strings.Contains(pane.act.form.Note, "补交") {
		t.Fatal("the notice is not filled in")
	}
	test.Tap(buttonIn(t, pane.root, "记录“发补正通知”"))
	if a := pane.view.Case.Acts; len(a) != 2 || a[1].Kind != procedure.SupplementNotice {
		t.Errorf("state %s", pane.view.State)
	}
}

func TestWrongNumberWarnsAndRegisters(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.intake(t)
	test.Type(p.lists[cases.Applicant].inputs["id"], "110105194912310021")
	if note := p.rows["applicant.0.id"].note; !strings.Contains(note.text, "校验位") || !note.Visible() {
		t.Fatalf("the field says %q", note.text)
	}
	if x := p.in.Of(cases.Applicant)[0]; x.Sex != "女" || x.BornText != "1949-12-31" {
		t.Errorf("sex %s, born %s", x.Sex, x.BornText)
	}
	p.mainAct()
	p.mainAct()
	if len(r.o.All) != 91 {
		t.Error("a warning kept the case from being registered")
	}
}

// Tab never walks out of sight.
func TestTabKeepsTheFieldInView(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	d := fyne.CurrentApp().Driver()
	r.win.Canvas().Unfocus()
	seen, moved := 0, false
	for range 60 {
		r.win.Canvas().FocusNext()
		e, ok := r.win.Canvas().Focused().(*entry)
		if !ok || scrollAround(p.root, e) != p.form.scroll {
			continue
		}
		seen++
		y := d.AbsolutePositionForObject(e).Y - d.AbsolutePositionForObject(p.form.scroll).Y
		if y < 0 || y+e.Size().Height > p.form.scroll.Size().Height {
			t.Fatalf("a field stands at %.0f of %.0f", y, p.form.scroll.Size().Height)
		}
		moved = moved || p.form.scroll.Offset.Y > 0
	}
	if seen < 12 || !moved {
		t.Errorf("%d fields seen, scrolled %v", seen, moved)
	}
}

// A registration begins in its first field, also where the page is drawn anew once the office's names are known; another page
// takes the keys from there.
func TestRegistrationBeginsInItsFirstField(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.ctrl(fyne.KeyN)
	p := r.pages[pageIntake].(*intakePage)
	if r.win.Canvas().Focused() != fyne.Focusable(p.choices["channel"]) {
		t.Fatalf("the keys are at %T", r.win.Canvas().Focused())
	}
	p.keepKeys(p.draw)
	if on, label := r.whereabouts(); on != "choice" || label != "提交方式 *" {
		t.Errorf("drawn anew, the keys are at %s %s", on, label)
	}
	r.win.Canvas().Focus(p.lists[cases.Applicant].inputs["name"])
	p.keepKeys(p.draw)
	if on, label := r.whereabouts(); on != "field" || label != "姓名 *" || r.win.Canvas().Focused() != fyne.Focusable(p.lists[cases.Applicant].inputs["name"]) {
		t.Errorf("drawn anew, the keys are at %s %s", on, label)
	}
	r.ctrl(fyne.Key2)
	if list := r.pages[pageCases].(*listPage).table.list; r.win.Canvas().Focused() != fyne.Focusable(list) {
		t.Errorf("on the list the keys are at %T", r.win.Canvas().Focused())
	}
}

// After an act is recorded the keys stand at the act most likely next; a button pressed by key keeps them, and passes the
// window's keys on.
func TestButtonsByKeyboard(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	p := r.pages[pageCases].(*listPage).pane
	r.win.Canvas().Focus(buttonIn(t, p.root, "受理"))
	typed := func(k fyne.KeyName) { r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	typed(fyne.KeyReturn)
	if on, label := r.whereabouts(); p.act == nil || label != "日期 *" {
		t.Fatalf("the form is open: %v, the keys are at %s %s", p.act != nil, on, label)
	}
	p.mainAct()
	if p.act != nil || p.lead == nil || r.win.Canvas().Focused() != fyne.Focusable(p.lead) {
		t.Fatalf("recorded, the keys are at %T", r.win.Canvas().Focused())
	}
	all := buttonIn(t, p.root, "全部程序行为")
	r.win.Canvas().Focus(all)
	typed(fyne.KeySpace)
	if !p.allActs {
		t.Error("the space bar did not press")
	}
	typed(fyne.KeyEscape)
	if p.root.Visible() && r.pages[pageCases].(*listPage).root.Objects[0] != r.pages[pageCases].(*listPage).left {
		t.Error("Esc did not leave the case")
	}
}
