package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// ctrl does what Ctrl with a key does: the test driver's canvas has no shortcuts of its own.
func (r *rig) ctrl(key fyne.KeyName) { r.combine(key, ctrl) }

// combine does what a key with a modifier does.
func (r *rig) combine(key fyne.KeyName, mod fyne.KeyModifier) {
	for _, k := range windowKeys() {
		if k.key == key && k.mod == mod {
			r.press(k.do)
			return
		}
	}
	panic("no such key: " + string(key))
}

func (r *rig) key(key fyne.KeyName) { r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key}) }

// said is the sentence above the page, "" if none.
func (r *rig) said() string {
	return strings.Join(shown(r.strip), "")
}

// shown lists the running texts in an object.
func shown(o fyne.CanvasObject) (out []string) {
	walk(o, func(o fyne.CanvasObject) {
		if p, ok := o.(*prose); ok {
			out = append(out, p.text)
		}
	})
	return out
}

// buttonIn finds a button by its words.
func buttonIn(t *testing.T, root fyne.CanvasObject, text string) *push {
	t.Helper()
	var found *push
	walk(root, func(o fyne.CanvasObject) {
		if b, ok := o.(*push); ok && b.Text == text {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", text)
	}
	return found
}

// walk visits an object and everything visible in it.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	for _, c := range childrenOf(o) {
		walk(c, visit)
	}
}

// childrenOf lists what an object is made of.
func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

func TestModulesByKeyboard(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	if !r.logged("msg=ready") || !r.logged("msg=page", "name=desk") {
		t.Errorf("log\n%s", r.log)
	}
	for _, item := range navItems {
		r.log.Reset()
		r.ctrl(item.key)
		if r.here != item.name || !r.logged("msg=page", "name="+item.name) {
			t.Errorf("Ctrl+%s shows %s", item.key, r.here)
		}
	}
	r.ctrl(fyne.KeyN)
	if r.here != pageIntake {
		t.Errorf("Ctrl+N shows %s", r.here)
	}
	r.ctrl(fyne.KeyK)
	if p := r.pages[pageFind].(*findPage); r.here != pageFind || r.win.Canvas().Focused() != p.text {
		t.Errorf("Ctrl+K shows %s, focus on %T", r.here, r.win.Canvas().Focused())
	}
}

// Fields must pass every key of the window on, or they would swallow it.
func TestFieldsPassEveryShortcutOn(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.show(pageFind)
	p := r.pages[pageFind].(*findPage)
	for _, k := range windowKeys() {
		if !isWindowKey(&desktop.CustomShortcut{KeyName: k.key, Modifier: k.mod}) {
			t.Errorf("a field swallows %s", k.keys)
		}
	}
	for _, k := range plainKeys() {
		if k.key != fyne.KeyPageUp && k.key != fyne.KeyPageDown && !passKey(p.text, &fyne.KeyEvent{Name: k.key}) {
			t.Errorf("a field swallows %s", k.keys)
		}
		r.show(pageFind)
	}
}

func TestSearchAndOpenACase(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.ctrl(fyne.Key2)
	p := r.pages[pageCases].(*listPage)
	r.ctrl(fyne.KeyF)
	test.Type(p.text, "王某")
	if n, _ := p.list.Total(); n == 0 || n == 60 || !r.logged("msg=search", "text=王某", "total=") {
		t.Fatalf("%d found\n%s", n, r.log)
	}
	p.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.pane.view == nil || !r.logged("msg=case", "number="+p.pane.view.Number) {
		t.Fatalf("Enter opened nothing\n%s", r.log)
	}
	first := p.pane.id
	p.table.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if p.pane.id == first {
		t.Error("the arrow did not move on")
	}
	chosen, _ := p.list.Chosen()
	r.key(fyne.KeyEscape)
	if p.root.Objects[0] != p.left || r.win.Canvas().Focused() != p.table.list {
		t.Error("Esc did not return to the row")
	}
	if id, _ := p.list.Chosen(); id != chosen {
		t.Error("Esc lost the choice")
	}
}

// A window too narrow for list and case shows the case in the list's place.
func TestNarrowWindowShowsTheCaseAlone(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{Percent: 175})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(0)
	if p.root.Objects[0] != p.pane.root {
		t.Error("the case is not alone")
	}
	r.key(fyne.KeyEscape)
	if p.root.Objects[0] != p.left {
		t.Error("Esc did not return to the list")
	}
}

func TestAnotherLookKeepsWhatWasTyped(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.show(pageIntake).(*intakePage).in.Of(cases.Applicant)[0].Name = "陈某某"
	list := r.list(cases.Reconsideration)
	r.show(pageSettings)
	r.relook()
	if in := r.show(pageIntake).(*intakePage).in; in.Names(cases.Applicant)[0] != "陈某某" {
		t.Errorf("after the change %+v", in)
	}
	if r.list(cases.Reconsideration) == list {
		t.Error("the list was not built anew")
	}
}

func TestHeaderSorts(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	i := slices.IndexFunc(p.table.heads, func(h *headCell) bool { return h.col.Key == cases.ByApplicants })
	head := p.table.heads[i]
	test.Tap(head.press)
	first, _ := p.list.Row(0)
	test.Tap(head.press)
	last, _ := p.list.Row(0)
	if first.Applicants >= last.Applicants || !strings.HasSuffix(head.label.text, "▼") {
		t.Errorf("%q then %q, head %q", first.Applicants, last.Applicants, head.label.text)
	}
}

func TestFilterThatFindsNothingSaysSo(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	test.Type(p.text, "没有这样的案件")
	test.Tap(buttonIn(t, p.nothing, "清除筛选"))
	if n, _ := p.list.Total(); n != 60 || p.text.Text != "" {
		t.Errorf("after clearing %d cases, text %q", n, p.text.Text)
	}
}

func TestRecordAnAct(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	p := r.pages[pageCases].(*listPage).pane
	test.Tap(buttonIn(t, p.root, "受理"))
	if c, _ := r.o.Case(t.Context(), 10); len(c.Acts) != 1 {
		t.Fatal("opening the form recorded something")
	}
	test.Tap(buttonIn(t, p.root, "记录“受理”"))
	if c, _ := r.o.Case(t.Context(), 10); len(c.Acts) != 2 || c.Acts[1].Kind != procedure.Acceptance {
		t.Fatalf("acts %+v", c.Acts)
	}
	if p.view.State != "审理中" || p.act != nil || !strings.Contains(r.said(), "已记录“受理”") {
		t.Errorf("state %s, said %q", p.view.State, r.said())
	}
}

func TestRefusedActCannotBeRecorded(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	p := r.pages[pageCases].(*listPage).pane
	test.Tap(buttonIn(t, p.root, "受理"))
	p.act.form.Date = "2026-01-01"
	p.act.preview()
	if !p.act.record.Disabled() {
		t.Error("the button can be pressed")
	}
	r.key(fyne.KeyEscape)
	if p.act != nil {
		t.Error("Esc did not leave the form")
	}
}

// Every kind of act has a form that can be drawn and left again.
func TestEveryActHasAForm(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		l := r.list(k)
		l.table.list.Select(0)
		for _, s := range procedure.Specs(k == cases.Litigation) {
			l.pane.begin(s)
			if l.pane.act == nil || l.pane.act.rows["date"] == nil {
				t.Errorf("%s has no form", s.Label)
			}
			for _, f := range slices.Concat(s.Fields, s.May) {
				if l.pane.act.form.Has(f) && l.pane.act.rows[string(f)] == nil {
					t.Errorf("%s does not ask for %s", s.Label, f)
				}
			}
			l.pane.leaveAct()
		}
	}
}

func TestRefusedActsSayWhy(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.openCase(cases.Reconsideration, 10)
	p := r.pages[pageCases].(*listPage).pane
	test.Tap(buttonIn(t, p.root, "全部程序行为"))
	refused := 0
	for _, g := range p.view.Groups {
		p.unfold(refusalsOf + g.Title)
		texts := shown(p.root)
		for _, o := range g.Offers {
			if o.Refused == "" {
				continue
			}
			refused++
			if !o.Earlier.IsZero() {
				buttonIn(t, p.root, o.Spec.Label+"…")
			} else if !slices.Contains(texts, o.Refused) {
				t.Errorf("no reason for %s", o.Spec.Label)
			}
		}
	}
	if refused == 0 {
		t.Error("nothing is refused")
	}
}

func TestNumberTypedByTheClerkStays(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	p.number.SetText("自编1号")
	p.propose()
	if p.in.Number != "自编1号" {
		t.Errorf("number became %q", p.in.Number)
	}
}

func TestImportIsPreviewedThenWrittenThenUndone(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.files.rows = []cases.LedgerRow{{Sheet: "复议", Row: 3, Number: "1号", Status: cases.RowImported},
		{Sheet: "复议", Row: 4, Number: "2号", Status: cases.RowRefused, Reasons: []string{"C4 不是日期"},
			Cells: []cases.LedgerCell{{Address: "C4", Header: "收件日期", Text: "2020.13.1", Problem: "不是日期"}}}}
	r.files.report = cases.LedgerReport{Imported: 1, Refused: 1, Sheets: []cases.LedgerSheet{{Name: "复议",
		Kind: cases.Reconsideration, HeaderRow: 2, Rows: 2}}}
	r.previewLedger("/x/台账.xlsx")
	p := r.pages[pageImport].(*importPage)
	if p.v.Done || len(p.rows) != 2 || p.rows[0].Status != cases.RowRefused {
		t.Fatalf("preview %+v", p.rows)
	}
	p.list.Select(0)
	if texts := shown(p.detail); !slices.Contains(texts, "2020.13.1：不是日期") {
		t.Errorf("the account of the row says %q", texts)
	}
	test.Tap(buttonIn(t, p.root, "导入1件"))
	if !p.v.Done || p.v.Report.ImportID != 7 {
		t.Fatalf("report %+v", p.v.Report)
	}
	r.o.Past = []cases.ImportRecord{{ID: 7, File: "台账.xlsx"}}
	test.Tap(buttonIn(t, p.root, "撤销本次导入"))
	test.Tap(buttonIn(t, r.win.Canvas().Overlays().Top(), "确定"))
	if !r.o.Past[0].Undone {
		t.Error("the import was not undone")
	}
}

func TestExportSaysWhere(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.ctrl(fyne.Key5)
	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 1 || !r.logged("msg=exported", "path=") || !strings.Contains(r.said(), "已导出") {
		t.Errorf("exported %v, said %q", r.files.exported, r.said())
	}
	r.ctrl(fyne.Key3)
	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 2 || !strings.Contains(r.files.exported[1], "行政应诉案件") {
		t.Errorf("exported %v", r.files.exported)
	}
}

// Esc takes popups and dialogs away for good: an overlay left behind unseen would catch every press.
func TestEscapeClosesPopupsAndDialogs(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.deps.ExportDir = ""
	list := r.list(cases.Reconsideration)
	date := newDateField(r.o.Cal, r.o.Today, "", func(string) {})
	for name, open := range map[string]func(){
		"file to open": r.chooseLedger,
		"file to save": func() { r.exportLedger(2026) },
		"question":     func() { confirm(r.win, "撤销导入", "确定吗？", func() { t.Error("Esc said yes") }) },
		"columns":      func() { list.chooseColumns(list.text) },
		"calendar":     func() { date.popup(list.text) },
	} {
		open()
		if r.win.Canvas().Overlays().Top() == nil {
			t.Errorf("%s did not open", name)
		}
		r.key(fyne.KeyEscape)
		if r.win.Canvas().Overlays().Top() != nil {
			t.Errorf("%s is still there", name)
		}
	}
}

func TestFigureOpensItsCases(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageStatistics).(*statisticsPage)
	i := p.m.Report.Indicator("received")
	p.showBehind(i.Label, i.Formula, i.Cases)
	rows := 0
	walk(p.behind, func(o fyne.CanvasObject) {
		if _, ok := o.(*press); ok {
			rows++
		}
	})
	if rows != int(i.Value) {
		t.Errorf("%d rows behind %v", rows, i.Value)
	}
	r.key(fyne.KeyEscape)
	if p.behind != nil {
		t.Error("Esc did not return to the figures")
	}
}

func TestSettingsAreSaved(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageSettings).(*settingsPage)
	p.form.Office = "某某区司法局"
	p.save()
	if r.o.Set.Office != "某某区司法局" || r.nav.office.text != "某某区司法局" {
		t.Errorf("saved %q, shown %q", r.o.Set.Office, r.nav.office.text)
	}
	p.form.SuitPrefix = "第1号"
	p.save()
	if p.rows["suit_prefix"].note.text == "" || r.o.Set.SuitPrefix == "第1号" {
		t.Error("a wrong prefix was saved")
	}
}

func TestUnknownErrorHasAnIncidentNumber(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.o.Fail = errors.New("disk on fire")
	r.key(fyne.KeyF5)
	if s := r.said(); !strings.Contains(s, "事件编号") || strings.Contains(s, "fire") {
		t.Errorf("said %q", s)
	}
	if !r.logged("disk on fire", "incident=") {
		t.Errorf("log\n%s", r.log)
	}
}

func TestReadOnlyOfficeOffersNothingToRecord(t *testing.T) {
	o := fake.New()
	deps := testDeps(o, &fakeFiles{o: o})
	deps.ReadOnly = "另一个窗口正在使用这个案卷库，现在只能查看。"
	s, w := stage(deps, model.Look{}, pictureSize)
	defer w.Close()
	s.begin()
	s.openCase(cases.Reconsideration, 10)
	walk(s.pages[pageCases].(*listPage).pane.root, func(o fyne.CanvasObject) {
		if b, ok := o.(*push); ok && b.Text == "受理" {
			t.Error("an act is offered")
		}
	})
	if p := s.show(pageIntake).(*intakePage); !p.button.Disabled() {
		t.Error("a case can be registered")
	}
}
