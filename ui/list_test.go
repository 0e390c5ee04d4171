package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// press does what a key does on a list that has the keys.
func (p *listPage) press(names ...fyne.KeyName) {
	for _, n := range names {
		p.table.list.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// held does something while Shift is held.
func (p *listPage) held(do func()) {
	p.table.list.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	do()
	p.table.list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// rowAt is the row drawn for an index.
func (p *listPage) rowAt(t *testing.T, i int) *caseRow {
	t.Helper()
	for _, r := range p.table.list.rows {
		if r.at == i {
			return r
		}
	}
	t.Fatalf("row %d is not drawn", i)
	return nil
}

func (p *listPage) click(t *testing.T, i int, mod fyne.KeyModifier) {
	t.Helper()
	r := p.rowAt(t, i)
	r.MouseDown(&desktop.MouseEvent{Modifier: mod, Button: desktop.MouseButtonPrimary})
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 5)})
}

func TestListByKeyboard(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	if r.win.Canvas().Focused() != p.table.list {
		t.Fatal("the list has not the keys")
	}
	p.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyHome, fyne.KeyDown)
	if p.table.list.at != 1 || p.pane.id != 0 {
		t.Fatalf("row %d, case %d open", p.table.list.at, p.pane.id)
	}
	p.press(fyne.KeyPageDown, fyne.KeyPageDown)
	if at := p.table.list.at; at < 20 || p.table.list.GetScrollOffset() == 0 {
		t.Errorf("two pages down is row %d", at)
	}
	at := p.table.list.at
	p.press(fyne.KeyReturn)
	if row, _ := p.list.Row(at); p.pane.id != row.ID {
		t.Error("Enter opened another case")
	}
	r.win.Canvas().Unfocus()
	r.key(fyne.KeyPageDown)
	if row, _ := p.list.Row(at + 1); p.pane.id != row.ID {
		t.Error("PgDn in the case did not turn to the next one")
	}
	r.key(fyne.KeyEscape)
	if p.table.list.at != at+1 || r.win.Canvas().Focused() != p.table.list {
		t.Error("Esc did not return to the row")
	}
	p.press(fyne.KeyHome, fyne.KeySpace)
	p.held(func() { p.press(fyne.KeyDown, fyne.KeyDown) })
	if p.list.Picks() != 3 {
		t.Errorf("%d picked", p.list.Picks())
	}
	p.press(fyne.KeyDown)
	if p.list.Picks() != 0 {
		t.Error("an arrow without Shift leaves rows picked")
	}
	p.held(func() { p.press(fyne.KeyF10) })
	if r.win.Canvas().Overlays().Top() == nil {
		t.Error("Shift+F10 opened no menu")
	}
}

func TestRowsArePickedByPointer(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.click(t, 1, 0)
	p.back()
	p.click(t, 3, fyne.KeyModifierControl)
	if p.list.Picks() != 2 || p.pane.id != 0 || p.table.cols.box == 0 || !p.foot.acts.Visible() {
		t.Fatalf("%d picked, case %d open", p.list.Picks(), p.pane.id)
	}
	p.click(t, 6, fyne.KeyModifierShift)
	if p.list.Picks() != 4 {
		t.Errorf("%d picked", p.list.Picks())
	}
	p.rowAt(t, 8).Tapped(&fyne.PointEvent{Position: fyne.NewPos(units(columnEdge)+2, 5)})
	if p.list.Picks() != 5 {
		t.Errorf("the box picked %d", p.list.Picks())
	}
	p.rowAt(t, 4).TappedSecondary(&fyne.PointEvent{})
	if p.list.Picks() != 5 || r.win.Canvas().Overlays().Top() == nil {
		t.Error("the menu on a picked row let the others go")
	}
	r.key(fyne.KeyEscape)
	r.key(fyne.KeyEscape)
	if p.list.Picks() != 0 || p.table.cols.box != 0 {
		t.Error("Esc let nothing go")
	}
}

func TestAssignAndUndo(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Tap(buttonIn(t, p.foot.root, "分派…"))
	top := r.win.Canvas().Overlays().Top()
	if yes := buttonIn(t, top, "分派"); !yes.Disabled() {
		t.Error("nobody can be assigned to")
	}
	walk(top, func(o fyne.CanvasObject) {
		if e, ok := o.(*suggest); ok {
			e.SetText("钱某")
		}
	})
	test.Tap(buttonIn(t, top, "分派"))
	assigned := func() (n int) {
		for _, c := range r.o.All {
			if c.Handler == "钱某" {
				n++
			}
		}
		return n
	}
	if assigned() != 60 || !strings.Contains(r.said(), "已把60件分派给钱某") {
		t.Fatalf("%d assigned, said %q", assigned(), r.said())
	}
	if row, _ := p.list.Row(0); row.Handler != "钱某" {
		t.Error("the list shows the former handler")
	}
	r.undo()
	if assigned() != 0 {
		t.Errorf("%d still assigned", assigned())
	}
}

// Del names the cases and their running periods, and does nothing without a reason.
func TestBinAsksAndCanBeUndone(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(0)
	row, _ := p.list.Row(0)
	p.press(fyne.KeyDelete)
	top := r.win.Canvas().Overlays().Top()
	if texts := wordsIn(top); !slices.Contains(texts, row.Number) {
		t.Errorf("the question names %q", texts)
	}
	if texts := strings.Join(shown(top), ""); !strings.Contains(texts, "正在计算："+row.DueName+" "+row.Due.String()) {
		t.Errorf("the question says %q", texts)
	}
	yes := buttonIn(t, top, "移入回收站")
	if test.Tap(yes); len(r.o.All) != 90 {
		t.Fatal("discarded without a reason")
	}
	walk(top, func(o fyne.CanvasObject) {
		if e, ok := o.(*suggest); ok {
			e.SetText("重复登记")
		}
	})
	if test.Tap(yes); len(r.o.All) != 89 || p.root.Objects[0] != p.left {
		t.Fatalf("%d cases, case still open: %v", len(r.o.All), p.root.Objects[0] != p.left)
	}
	if n, _ := p.list.Total(); n != 59 {
		t.Errorf("the list counts %d", n)
	}
	b := r.show(pageBin).(*binPage)
	if len(b.bin.List) != 1 {
		t.Fatal("the bin is empty")
	}
	b.list.Select(0)
	test.Tap(buttonIn(t, b.root, "恢复1件"))
	if len(r.o.All) != 90 || len(b.bin.List) != 0 {
		t.Errorf("%d cases, %d in the bin", len(r.o.All), len(b.bin.List))
	}
	r.undo()
	r.undo()
	if len(r.o.All) != 90 {
		t.Errorf("%d cases after undoing both", len(r.o.All))
	}
}

func TestFilterPanelAddsChips(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	test.Tap(p.bar.opener)
	if !p.bar.panel.open() {
		t.Fatal("no panel")
	}
	p.bar.panel.adders[1].SetText("行政处罚")
	p.bar.panel.handler.SetSelected("沈某")
	if n, _ := p.list.Total(); n == 0 || n >= 20 || len(p.bar.conditions.Objects) != 3 {
		t.Errorf("%d cases, %d chips", n, len(p.bar.conditions.Objects)-1)
	}
	test.Tap(pressIn(t, p.bar.conditions, "承办人：沈某"))
	if n, _ := p.list.Total(); n != 12 || p.bar.panel.handler.Selected != "不限" {
		t.Errorf("%d cases, handler %q", n, p.bar.panel.handler.Selected)
	}
	test.Tap(buttonIn(t, p.bar.conditions, "清除"))
	if n, _ := p.list.Total(); n != 60 || p.bar.conditions.Visible() {
		t.Errorf("%d cases after clearing", n)
	}
	r.key(fyne.KeyEscape)
	if p.bar.panel.open() {
		t.Error("Esc did not close the panel")
	}
}

// How a list was left is there after a restart, for the person who left it.
func TestListIsRemembered(t *testing.T) {
	o := fake.New()
	o.Who = "沈某"
	r := newRig(t, o, model.Look{})
	p := r.list(cases.Reconsideration)
	p.turnTo(model.BuiltInViews(p.kind)[3])
	p.arranged(p.table.cols.choice.Toggle(p.table.cols.all, "category"))
	p.saveView()
	top := r.win.Canvas().Overlays().Top()
	walk(top, func(o fyne.CanvasObject) {
		if e, ok := o.(*suggest); ok {
			e.SetText("超期带类别")
		}
	})
	test.Tap(buttonIn(t, top, "保存"))
	again := newRig(t, o, model.Look{}).list(cases.Reconsideration)
	if f := again.list.Filter(); f.Status != cases.Overdue || again.bar.view.Text != "视图：超期带类别" || !again.table.cols.choice.Has(again.table.cols.all, "category") {
		t.Errorf("after a restart %+v, %q", f, again.bar.view.Text)
	}
	o.Who = "顾某某"
	other := newRig(t, o, model.Look{}).list(cases.Reconsideration)
	if other.list.Filtered() || len(other.memory.Views) != 0 {
		t.Error("somebody else's list is narrowed")
	}
}

func TestHeadersAreDragged(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	i := slices.IndexFunc(p.table.cols.all, func(c model.Column) bool { return c.ID == "handler" })
	g := p.table.header.Objects[len(p.table.heads)+i].(*grip)
	_, before, _ := p.table.cols.at(i)
	for range 10 {
		g.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(3, 0)})
	}
	g.DragEnd()
	if _, w, _ := p.table.cols.at(i); w < before+29 || w > before+31 {
		t.Errorf("from %v to %v", before, w)
	}
	if p.memory.Columns.Widths["handler"] == 0 {
		t.Error("the width is not remembered")
	}
}

// After a save the list stands where it stood.
func TestListKeepsItsPlace(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(40)
	offset := p.table.list.GetScrollOffset()
	p.renew()
	if p.table.list.GetScrollOffset() != offset || p.table.list.at != 40 || offset == 0 {
		t.Errorf("from %v to %v, row %d", offset, p.table.list.GetScrollOffset(), p.table.list.at)
	}
}

func TestViewIsExportedAndCopied(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.filter(cases.SuspendedNow)
	r.ctrl(fyne.KeyE)
	n, _ := p.list.Total()
	if len(r.files.cells) != n || n == 0 || r.files.title != "行政复议案件（中止）" || r.files.heads[0] != "案号" || r.files.cells[0][4].Day.IsZero() {
		t.Errorf("%d rows of %d, %q, %q", len(r.files.cells), n, r.files.title, r.files.heads)
	}
	r.combine(fyne.KeyP, ctrl)
	if want := "行政复议案件（中止）\n中止。共5件，2026年5月20日打印"; r.files.title != want || !strings.HasSuffix(r.files.exported[1], ".pdf") {
		t.Errorf("printed %q", r.files.title)
	}
	p.press(fyne.KeyHome)
	p.held(func() { p.press(fyne.KeyDown) })
	p.table.list.TypedShortcut(&fyne.ShortcutCopy{})
	if lines := strings.Count(fyne.CurrentApp().Clipboard().Content(), "\r\n"); lines != 2 {
		t.Errorf("%d lines copied", lines)
	}
	r.ctrl(fyne.KeyE)
	if len(r.files.cells) != 2 {
		t.Errorf("%d rows exported of 2 picked", len(r.files.cells))
	}
}

// Nothing can be changed in an office that is only read.
func TestReadOnlyListOffersNothingToWrite(t *testing.T) {
	o := fake.New()
	deps := testDeps(o, &fakeFiles{o: o})
	deps.ReadOnly = "另一个窗口正在使用这个案卷库，现在只能查看。"
	s, w := stage(deps, model.Look{}, pictureSize)
	defer w.Close()
	s.begin()
	p := s.list(cases.Reconsideration)
	p.table.list.Select(0)
	for name, do := range map[string]func(){"assign": p.askAssign, "bin": p.askBin, "paste": p.pasteRows, "view": p.saveView} {
		do()
		if w.Canvas().Overlays().Top() != nil || s.here != pageCases {
			t.Errorf("%s is offered", name)
		}
	}
	if v, _ := o.Preference(t.Context(), "", pageCases); v != nil {
		t.Error("the list was remembered")
	}
}

func TestColumnsAreChosen(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.chooseColumns(p.text)
	var check *tick
	walk(r.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if c, ok := o.(*tick); ok && c.Text == "结果" {
			check = c
		}
	})
	test.Tap(check)
	if slices.ContainsFunc(p.table.cols.shown, func(c model.Column) bool { return c.ID == "result" }) {
		t.Error("the column is still shown")
	}
}

// The second press of a double click neither sorts the list nor opens another case, whatever moved under the pointer meanwhile.
func TestDoubleClickOpensOneCase(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	before := p.list.Filter()
	p.calm = time.Minute
	p.click(t, 1, 0)
	id, _ := p.list.Chosen()
	p.click(t, 0, 0)
	p.table.sorted(cases.ByDue)
	if now, _ := p.list.Chosen(); now != id || p.list.Filter().Sort != before.Sort {
		t.Errorf("case %d instead of %d, sorted by %q", now, id, p.list.Filter().Sort)
	}
	p.opened = p.opened.Add(-time.Hour)
	p.table.sorted(cases.ByDue)
	p.click(t, 0, 0)
	if now, _ := p.list.Chosen(); p.list.Filter().Sort != cases.ByDue || now == 0 {
		t.Errorf("later presses do nothing: sorted by %q", p.list.Filter().Sort)
	}
}
