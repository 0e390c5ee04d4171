package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

func TestUndoAndRedoAfterSaving(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	c := r.o.All[0]
	before := c.Handler
	set := func(name string) func(context.Context) error {
		return func(ctx context.Context) error {
			n := *c
			n.Handler = name
			return r.o.Revise(ctx, []*cases.Case{&n})
		}
	}
	if err := set("周某")(context.Background()); err != nil {
		t.Fatal(err)
	}
	r.did(model.Step{Label: "分派1件给周某", Undo: set(before), Redo: set("周某")})
	r.undo()
	if c.Handler != before || !strings.Contains(r.said(), "已撤销：分派1件给周某") {
		t.Errorf("handler %q, said %q", c.Handler, r.said())
	}
	r.undo()
	if !strings.Contains(r.said(), "没有可以撤销的操作") {
		t.Errorf("said %q", r.said())
	}
	r.redo()
	if c.Handler != "周某" {
		t.Errorf("handler %q after redo", c.Handler)
	}
	r.o.Fail = &cases.Error{Kind: cases.Refused, Msg: "磁盘已满，没有写入。"}
	r.undo()
	r.o.Fail = nil
	if c.Handler != "周某" {
		t.Error("a failed undo changed something")
	}
	r.undo()
	if c.Handler != before {
		t.Error("a failed undo could not be tried again")
	}
}

func TestBackAndForward(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(1)
	first := p.pane.id
	p.table.list.Select(3)
	second := p.pane.id
	r.show(pageStatistics)
	r.combine(fyne.KeyLeft, alt)
	if r.here != pageCases || p.pane.id != second {
		t.Fatalf("back shows %s, case %d, want %d", r.here, p.pane.id, second)
	}
	r.combine(fyne.KeyLeft, alt)
	if p.pane.id != first {
		t.Fatalf("back again shows %d, want %d", p.pane.id, first)
	}
	r.combine(fyne.KeyLeft, alt)
	if p.pane.id != 0 || r.here != pageCases {
		t.Errorf("the list before the case was not shown: %s %d", r.here, p.pane.id)
	}
	r.combine(fyne.KeyRight, alt)
	if p.pane.id != first {
		t.Errorf("forward shows %d", p.pane.id)
	}
}

func TestFindExplainsAndOpens(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.ctrl(fyne.KeyK)
	p := r.pages[pageFind].(*findPage)
	test.Type(p.text, "王某")
	if p.found.First() != 1 || p.found.Rows[1].Hit != "王某" || p.found.Rows[1].Field != "申请人" {
		t.Fatalf("rows %+v", p.found.Rows[:min(3, len(p.found.Rows))])
	}
	want := p.found.Rows[1].ID
	p.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c := r.openedCase(); c == nil || c.ID != want {
		t.Fatalf("Enter opened %v", c)
	}
	r.ctrl(fyne.KeyK)
	p.text.SetText("没有这样的案件")
	if len(p.found.Rows) != 0 || !strings.Contains(p.say.text, "没有找到") {
		t.Errorf("say %q", p.say.text)
	}
	p.text.SetText("")
	if n := len(p.found.Rows); n != 2 || p.found.Rows[1].ID != want {
		t.Errorf("%d rows remembered", n)
	}
}

func TestPinsAndRecentCasesAreKept(t *testing.T) {
	o := fake.New()
	r := newRig(t, o, model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(0)
	one := p.pane.id
	r.combine(fyne.KeyD, ctrlShift)
	p.table.list.Select(2)
	two := p.pane.id
	r.combine(fyne.KeyTab, ctrl)
	if p.pane.id != one {
		t.Errorf("Ctrl+Tab shows %d, want %d", p.pane.id, one)
	}
	again := newRig(t, o, model.Look{})
	v := again.shared.visits
	if !v.HasPin(one) || len(v.Recent) != 2 || v.Recent[1].ID != two {
		t.Errorf("after a restart: %+v", v)
	}
	for range 60 {
		for _, c := range o.All {
			v.Opened(visitOf(c))
		}
	}
	if len(v.Recent) != 20 {
		t.Errorf("%d recent cases", len(v.Recent))
	}
}

func TestSecondWindowFollowsChanges(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(0)
	r.combine(fyne.KeyW, ctrlShift)
	if len(r.shared.windows) != 2 {
		t.Fatal("no second window")
	}
	w := r.shared.windows[1].pages[pageCase].(*caseWindow)
	if w.pane.id != p.pane.id || w.pane.view == nil {
		t.Fatalf("the second window shows %d", w.pane.id)
	}
	c := *p.pane.view.Case
	c.Handler = "钱某某"
	if err := r.o.Revise(context.Background(), []*cases.Case{&c}); err != nil {
		t.Fatal(err)
	}
	r.changed()
	if w.pane.view.Case.Handler != "钱某某" {
		t.Error("the second window shows the case as it was")
	}
	r.shared.windows[1].win.Close()
	if len(r.shared.windows) != 1 {
		t.Error("a closed window is still told of changes")
	}
}

func TestHelpOfThePageAndTheAct(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	for _, item := range navItems {
		r.show(item.name)
		r.key(fyne.KeyF1)
		if p := r.pages[pageHelp].(*helpPage); r.here != pageHelp || p.topic.Page != item.name {
			t.Errorf("F1 on %s explains %q", item.name, p.topic.Title)
		}
		r.key(fyne.KeyEscape)
		if r.here != item.name {
			t.Errorf("Esc leads from the help of %s to %s", item.name, r.here)
		}
	}
	p := r.list(cases.Reconsideration)
	p.filter(cases.Open)
	p.table.list.Select(0)
	r.combine(fyne.KeyReturn, ctrl)
	if p.pane.act == nil {
		t.Fatal("Ctrl+Enter began nothing")
	}
	r.key(fyne.KeyF1)
	if h := r.pages[pageHelp].(*helpPage); h.topic.Title != p.pane.act.form.Spec.Label || h.topic.Law[0].Says == "" {
		t.Errorf("F1 explains %+v", h.topic)
	}
	r.key(fyne.KeyEscape)
	if p.pane.act == nil {
		t.Error("the help took the act's page away")
	}
	r.combine(fyne.KeySlash, ctrl)
	text := strings.Join(wordsIn(r.body), " ")
	for _, k := range windowKeys() {
		if !strings.Contains(text, k.keys) {
			t.Errorf("the key sheet lacks %s", k.keys)
		}
	}
}

// A key that an input method uses, or a letter alone, must never be one of the window's.
func TestKeysLeaveTheInputMethodAlone(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range windowKeys() {
		if k.mod == 0 || slices.Contains([]fyne.KeyName{fyne.KeySpace, fyne.KeyPeriod, fyne.KeyComma}, k.key) {
			t.Errorf("%s", k.keys)
		}
		id := (&desktop.CustomShortcut{KeyName: k.key, Modifier: k.mod}).ShortcutName()
		if seen[id] {
			t.Errorf("%s twice", k.keys)
		}
		seen[id] = true
	}
}
