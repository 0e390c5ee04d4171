package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/naming"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

func (f *fakeFiles) ReadBlank(path string) (cases.Blank, error) {
	b := f.form
	b.File = filepath.Base(path)
	return b, f.o.Fail
}

func (f *fakeFiles) FillBlank(_ context.Context, path, out string, m cases.BlankMap, values map[string]cases.BlankValue) (cases.BlankReport, error) {
	f.exported, f.values = append(f.exported, path, out), values
	return cases.BlankReport{Filled: len(m.Cells), Notices: []string{"请在 Excel 里打开核对。"}}, f.o.Fail
}

func (f *fakeFiles) Reconcile(_ context.Context, _ string, opt cases.ReconcileOptions) (cases.Reconciliation, error) {
	f.cards = opt.Cards
	r := f.list
	r.Year = opt.Year
	return r, f.o.Fail
}

func (f *fakeFiles) SaveReconciliation(_ context.Context, path string, _ cases.Reconciliation) error {
	f.exported = append(f.exported, path)
	return f.o.Fail
}

func saysAll(p page) string { return strings.Join(shown(p.view()), "\n") }

// A form is read once, its proposals are taken, a cell is chosen by hand, and from then on one press fills it.
func TestBlankFormInTheWindow(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.files.form = sampleBlank()
	path := filepath.Join(t.TempDir(), "年报.xlsx")
	if err := os.WriteFile(path, []byte("workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	st := r.show(pageStatistics).(*statisticsPage)
	st.which.SetSelected("空表自填……")
	if r.here != pageBlanks || st.which.Selected != overviewLabel {
		t.Fatalf("at %s, the pick says %q", r.here, st.which.Selected)
	}
	p := r.pages[pageBlanks].(*blanksPage)
	buttonIn(t, p.view(), "登记空表")
	p.open(path)
	if p.form == nil {
		t.Fatal("the form is not shown: " + r.log.String())
	}
	all, _ := p.form.m.Proposed()
	if all == 0 {
		t.Fatal("nothing is proposed")
	}
	p.form.m.Accept(false)
	p.form.choose(3, 6)
	p.form.text.SetText("表1 公安 中止")
	p.form.search()
	p.form.m.Row, p.form.m.Column = 3, 2
	list, _ := p.form.m.Search("公安 表1")
	p.form.name(list[0].Name)
	p.form.title.SetText("省厅年报")
	r.key(fyne.KeyEscape)
	if p.form == nil || r.win.Canvas().Overlays().Top() == nil {
		t.Fatal("what is not saved is left without a question")
	}
	r.key(fyne.KeyEscape)
	p.form.save()
	if p.form != nil || len(p.list) != 1 || p.list[0].Title != "省厅年报" {
		t.Fatalf("kept %+v", p.list)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	p.openFill(p.list[0])
	p.fill.run()
	if len(r.files.exported) != 2 || !strings.HasPrefix(filepath.Base(r.files.exported[1]), "省厅年报2025") || len(r.files.values) == 0 {
		t.Errorf("filled %v", r.files.exported)
	}
	if got, err := os.ReadFile(r.files.exported[0]); err != nil || string(got) != "workbook" {
		t.Errorf("the kept file is %q, %v", got, err)
	}
	if !strings.Contains(saysAll(p), "请在 Excel 里打开核对") {
		t.Error("the notice is not told")
	}

	before := len(r.files.exported)
	r.files.form.Sheets = slices.Clone(r.files.form.Sheets)
	r.files.form.Sheets[0].Name = "附表2"
	p.fill.run()
	if text := saysAll(p); len(r.files.exported) != before || !strings.Contains(text, "附表2") {
		t.Errorf("a changed form: %s", text)
	}
	p.fill.carry()
	if p.form == nil || len(p.form.m.Map().Cells) == 0 || p.form.m.Kept.ID != 1 {
		t.Error("the names do not go over to the changed form")
	}
	p.leave()
	p.edit(p.list[0])
	if p.form == nil || p.form.m.Kept.Title != "省厅年报" {
		t.Error("a kept form cannot be changed")
	}
	p.leave()
	p.store("delete", func(ctx context.Context) error { return naming.DeleteForm(ctx, r.o, 1) }, "已删除。")
	if len(p.list) != 0 {
		t.Error("the form is still there")
	}
	r.key(fyne.KeyEscape)
	if r.here != pageStatistics {
		t.Errorf("Esc leads to %s", r.here)
	}
}

// The card lists a case's fields; what is ticked stays ticked, and the next line has the keys.
func TestPlatformCardInTheWindow(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(0)
	items := p.pane.prints()
	items[len(items)-1].Action()
	c := p.pane.card
	if c == nil || r.win.Canvas().Focused() != c.next {
		t.Fatal("the card is not shown with its first line")
	}
	c.copy("甲")
	if got := fyne.CurrentApp().Clipboard().Content(); got != "甲" {
		t.Errorf("copied %q", got)
	}
	first := c.next
	c.m.Tick("number", true)
	c.keep()
	if c.next == first || r.win.Canvas().Focused() != c.next {
		t.Error("the next line has not the keys")
	}
	r.key(fyne.KeyEscape)
	if p.pane.card != nil || p.pane.root.Objects[0] != p.pane.page.Container {
		t.Fatal("Esc does not lead back to the case")
	}
	p.pane.openCard()
	if !p.pane.card.m.Lines()[0].Ticked {
		t.Error("the tick is forgotten")
	}

	r.editCard(cases.Reconsideration)
	e := r.pages[pageCards].(*cardsPage)
	e.m.Move(0, 1)
	e.m.Card.Fields[0].Label = "平台收案日期"
	e.open = 0
	e.draw()
	e.save()
	r.key(fyne.KeyEscape)
	if r.here != pageCases {
		t.Errorf("back at %s", r.here)
	}
	p.pane.openCard()
	if l := p.pane.card.m.Lines()[0]; l.Label != "平台收案日期" || !l.Next {
		t.Errorf("begins with %+v", l)
	}
}

// A list of the platform is compared by the office's card; a line opens its case.
func TestReconcileInTheWindow(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.show(pageStatistics).(*statisticsPage).which.SetSelected("平台对账……")
	p := r.pages[pageReconcile].(*reconcilePage)
	r.files.list = *sampleReconciliation()
	p.read("平台导出.xlsx")
	text := saysAll(p)
	for _, want := range []string{"平台60条，本单位61件，完全一致58件", "受理日期：本单位“2026-03-05”，平台“2026-03-06”", "没有比对的栏目：录入人"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	if len(r.files.cards) != 2 || p.m.Result.Year != r.o.Today.Year() {
		t.Errorf("compared by %d cards in %d", len(r.files.cards), p.m.Result.Year)
	}
	buttonIn(t, p.view(), "平台缺少 1").OnTapped()
	if strings.Contains(saysAll(p), "受理日期：本单位") {
		t.Error("the lines are not narrowed")
	}
	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 1 {
		t.Errorf("exported %v", r.files.exported)
	}
	r.files.list.Lines = nil
	p.read("平台导出.xlsx")
	if !strings.Contains(saysAll(p), "没有发现不同") {
		t.Error("a list without differences is not told")
	}
}

// A form's notes lead to the mapping, and what is chosen there counts at once; rules are kept and given back.
func TestCategoriesAndRulesAreKept(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	st := r.show(pageStatistics).(*statisticsPage)
	st.which.SetSelectedIndex(1)
	st.span.Rules = st.span.Rules.With(forms.RuleAccepted, "accepted")
	st.keepRules(st.span, "已保存。", func() {})
	again := newStatisticsPage(r.shell)
	again.shown()
	if again.span.Rules[forms.RuleAccepted] != "accepted" {
		t.Errorf("begins with %v", again.span.Rules)
	}

	buttonIn(t, st.page.Container, "改类别对照").OnTapped()
	p := r.pages[pageCategories].(*categoriesPage)
	if p.m == nil || p.m.Edition.Family() != st.form.Edition.Family() {
		t.Fatal("the family of the form is not shown")
	}
	name := p.m.Lines()[0].Name
	p.choose(name, 2)
	k, err := forms.LoadKept(t.Context(), r.o)
	if err != nil || k.Mappings[p.m.Edition.Family()][name] != p.m.Edition.Rows[1] || k.Rules[forms.RuleAccepted] != "accepted" {
		t.Errorf("kept %+v, %v", k, err)
	}
	r.key(fyne.KeyEscape)
	if r.here != pageStatistics {
		t.Errorf("back at %s", r.here)
	}
}
