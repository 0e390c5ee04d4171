package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// pastCase opens a case whose decision was made without opinions heard, long after its deadlines.
func pastCase(t *testing.T) (*rig, *casePane) {
	t.Helper()
	o := fake.New()
	day := o.Today.AddDays(-120)
	id, err := o.Register(t.Context(), &cases.Case{Kind: cases.Reconsideration, Number: "补录1号",
		Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "甲局"}},
		Acts: []procedure.Act{{Kind: procedure.Receipt, On: day}, {Kind: procedure.Acceptance, On: day + 2},
			{Kind: procedure.Decision, On: day + 40, Detail: &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Uphold}}}}}})
	if err != nil {
		t.Fatal(err)
	}
	r := newRig(t, o, model.Look{})
	r.openCase(cases.Reconsideration, id)
	return r, r.pages[pageCases].(*listPage).pane
}

func lastAct(t *testing.T, r *rig, id cases.ID) procedure.Act {
	t.Helper()
	c, err := r.o.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c.Acts[len(c.Acts)-1]
}

// What was forgotten is recorded for its own day: from the reminder, and from the list of all acts.
func TestForgottenActIsRecorded(t *testing.T) {
	r, p := pastCase(t)
	test.Tap(buttonIn(t, p.root, "补记“听取意见”…"))
	if p.act == nil || p.act.form.Date != "" || !p.act.record.Disabled() {
		t.Fatal("the reminder did not open an act without a date")
	}
	p.leaveAct()
	test.Tap(buttonIn(t, p.root, "全部程序行为"))
	told := 0
	for _, s := range shown(p.root) {
		told += strings.Count(s, model.ElsewhereNote)
	}
	if told != 1 {
		t.Errorf("the list says %d times that an earlier day is possible", told)
	}
	days := 0
	walk(p.root, func(o fyne.CanvasObject) {
		if w, ok := o.(*words); ok && strings.HasPrefix(w.text, "不晚于2") {
			days++
		}
	})
	if days == 0 {
		t.Error("no button tells its last day")
	}
	test.Tap(buttonIn(t, p.root, "听取意见…"))
	heard := calendar.Date(p.view.Timeline.Accepted) + 10
	p.act.form.Date = heard.String()
	p.act.preview()
	test.Tap(buttonIn(t, p.root, "记录“听取意见”"))
	if a := lastAct(t, r, p.id); a.Kind != procedure.OpinionsHeard || a.On != heard {
		t.Fatalf("recorded %+v", a)
	}
	walk(p.root, func(o fyne.CanvasObject) {
		if b, ok := o.(*push); ok && b.Text == "补记“听取意见”…" {
			t.Error("the reminder is still there")
		}
	})
}

// What was typed survives Escape, another case, and the end of the program; it is dropped when it was recorded or is not wanted.
func TestTypedActIsKept(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	l := r.pages[pageCases].(*listPage)
	p := l.pane
	begin := func() { p.begin(procedure.SpecOf(procedure.Acceptance)) }
	note := func() string { return p.act.form.Note }
	begin()
	r.key(fyne.KeyEscape)
	if p.act != nil || r.said() != "" {
		t.Fatalf("an untouched form says %q when it is left", r.said())
	}
	for _, leave := range []func(){
		func() { r.key(fyne.KeyEscape) },
		func() { test.Tap(buttonIn(t, p.root, "取消")) },
		func() { r.openCase(cases.Reconsideration, 8); r.openCase(cases.Reconsideration, 10) },
	} {
		begin()
		p.act.form.Note = "材料齐全，符合受理条件"
		leave()
		if p.act != nil || !strings.Contains(r.said(), "已保留") {
			t.Fatalf("left the form, said %q", r.said())
		}
		begin()
		if note() != "材料齐全，符合受理条件" {
			t.Fatalf("the note became %q", note())
		}
		test.Tap(buttonIn(t, p.root, "重新填写"))
		if note() != "" {
			t.Fatalf("begun anew, the note is %q", note())
		}
		p.leaveAct()
	}
	begin()
	p.act.form.Note = "关窗以前没有记录"
	if err := r.partActs(t.Context()); err != nil {
		t.Fatal(err)
	}
	again := newRig(t, r.o, model.Look{})
	again.openCase(cases.Reconsideration, 10)
	p = again.pages[pageCases].(*listPage).pane
	begin()
	if note() != "关窗以前没有记录" {
		t.Fatalf("after the program ended the note is %q", note())
	}
	test.Tap(buttonIn(t, p.root, "记录“受理”"))
	if len(again.shared.acts.Kept) != 0 {
		t.Errorf("recorded, yet kept: %+v", again.shared.acts.Kept)
	}
}

// Ctrl+Enter judges what stands in the form at that moment, not what stood there when typing last paused.
func TestMainActJudgesWhatIsTyped(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	p := r.pages[pageCases].(*listPage).pane
	p.begin(procedure.SpecOf(procedure.Acceptance))
	p.act.form.Date = "2026-02-30"
	r.ctrl(fyne.KeyReturn)
	if p.act == nil || !p.act.record.Disabled() {
		t.Fatal("a day that does not exist was recorded")
	}
	p.act.form.Date = r.o.Today.String() // the preview still shows the refusal, as it does until typing pauses
	r.ctrl(fyne.KeyReturn)
	if a := lastAct(t, r, 10); p.act != nil || a.Kind != procedure.Acceptance {
		t.Errorf("the press was dropped: %+v", a)
	}
}

// A date is replaced by what is typed when its field gets the keys.
func TestDateIsSelectedOnFocus(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	p := r.pages[pageCases].(*listPage).pane
	p.begin(procedure.SpecOf(procedure.Acceptance))
	e, ok := r.win.Canvas().Focused().(*entry)
	if !ok || e.SelectedText() != r.o.Today.String() {
		t.Fatalf("%T has the keys, selected %q", r.win.Canvas().Focused(), e.SelectedText())
	}
	test.Type(e, "2026-5-19")
	if p.act.form.Date != "2026-05-19" {
		t.Errorf("the date became %q", p.act.form.Date)
	}
}

// While a form is open the keys of the list do nothing, and under a dialog those of the window do nothing.
func TestKeysOfTheListRestWhileAFormIsOpen(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	l := r.pages[pageCases].(*listPage)
	all := func() { r.rows(clipper.pickAll) }
	l.pane.begin(procedure.SpecOf(procedure.Acceptance))
	id := l.pane.id
	all()
	l.table.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	l.table.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	r.key(fyne.KeyPageDown)
	if l.list.Picks() != 0 || l.pane.id != id || l.pane.act == nil || r.win.Canvas().Overlays().Top() != nil {
		t.Errorf("%d picked, case %d", l.list.Picks(), l.pane.id)
	}
	r.key(fyne.KeyEscape)
	l.table.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	if l.list.Picks() == 0 {
		t.Error("nothing is picked after the form was left")
	}
	r.deps.ExportDir = ""
	r.chooseLedger()
	r.ctrl(fyne.KeyN)
	r.key(fyne.KeyF1)
	if r.here != pageCases {
		t.Errorf("under a dialog the keys turned to %s", r.here)
	}
	r.key(fyne.KeyEscape)
	if r.win.Canvas().Overlays().Top() != nil {
		t.Error("Esc did not close the dialog")
	}
}

// What the act would miss stands in the bar with the button, which no notice covers.
func TestWarningsStandBesideTheButton(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 8)
	p := r.pages[pageCases].(*listPage).pane
	p.begin(procedure.SpecOf(procedure.Decision))
	p.act.form.Items = []procedure.Item{{Kind: procedure.Uphold}}
	p.act.preview()
	if texts := shown(p.act.bar); !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, "听取意见") }) {
		t.Errorf("the bar says %q", texts)
	}
	buttonIn(t, p.act.bar, "记录“作出复议决定”")
	r.tell(model.Late, "没有保存。")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	notice := r.strip.Objects[0]
	if low, bar := at(notice).Y+notice.Size().Height, at(p.act.bar).Y; low > bar || p.act.bar.Size().Height == 0 {
		t.Errorf("the notice ends at %v, the bar begins at %v", low, bar)
	}
	p.leaveAct()
	r.tell(model.Late, "没有保存。")
	notice = r.strip.Objects[0]
	l := r.pages[pageCases].(*listPage)
	if low, foot := at(notice).Y+notice.Size().Height, at(l.foot.root).Y; low > foot {
		t.Errorf("the notice ends at %v, the foot begins at %v", low, foot)
	}
}

// Nothing is chosen beforehand of who appeared in court.
func TestAppearanceIsAsked(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Litigation, 61)
	p := r.pages[pageSuits].(*listPage).pane
	p.begin(procedure.SpecOf(procedure.CourtHearing))
	if !p.act.record.Disabled() {
		t.Error("recorded without saying who appeared")
	}
	var choice *widget.RadioGroup
	walk(p.root, func(o fyne.CanvasObject) {
		if g, ok := o.(*widget.RadioGroup); ok {
			choice = g
		}
	})
	if choice.Selected != "" {
		t.Errorf("%s is chosen beforehand", choice.Selected)
	}
	choice.SetSelected("负责人出庭")
	if texts := shown(p.act.bar); p.act.record.Disabled() || !slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, "负责人姓名、职务、负责人类别") }) {
		t.Errorf("disabled %v, the bar says %q", p.act.record.Disabled(), texts)
	}
}
