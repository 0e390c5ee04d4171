package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// A year is sealed with a note; what is changed later shows above the figures, opens the differences, their cases and the reasons; the
// year after says which case its 上期结转 has too much.
func TestYearIsSealedInTheWindow(t *testing.T) {
	o := fake.New()
	o.Today, o.Who = calendar.New(2027, 1, 8), "张某某"
	r := newRig(t, o, model.Look{})
	p := r.show(pageStatistics).(*statisticsPage)
	p.year.SetSelected("2027年")
	test.Tap(buttonIn(t, r.win.Content(), "封存"))
	if !strings.Contains(r.said(), "还不能封存") {
		t.Fatalf("a running year: said %q", r.said())
	}
	p.year.SetSelected("2026年")
	if p.sealed.Record != nil {
		t.Fatal("sealed already")
	}
	seals := func() int { return len(listed(t, o)) }
	test.Tap(buttonIn(t, r.win.Content(), "封存"))
	top := r.win.Canvas().Overlays().Top()
	texts := strings.Join(shown(top), "\n")
	for _, want := range []string{"2026年的年度概览和官方报表", "封存不能撤销", "封存人：张某某　　封存日期：2027-01-08"} {
		if !strings.Contains(texts, want) {
			t.Errorf("the question does not say %q:\n%s", want, texts)
		}
	}
	test.Tap(buttonIn(t, top, "取消"))
	if seals() != 0 {
		t.Fatal("sealed although it was cancelled")
	}
	test.Tap(buttonIn(t, r.win.Content(), "封存"))
	test.Tap(buttonIn(t, r.win.Canvas().Overlays().Top(), "封存"))
	page := func() string { return strings.Join(shown(p.page.Container), "\n") }
	if seals() != 1 || !strings.Contains(page(), "2026年已由张某某于2027-01-08封存，此后没有数字发生变化。") || !r.logged("msg=sealed") {
		t.Fatalf("%d seals, page:\n%s", seals(), page())
	}
	id := p.m.Report.Indicator("received").Cases[0]
	i := slices.IndexFunc(o.All, func(c *cases.Case) bool { return c.ID == id })
	changed := *o.All[i]
	changed.Acts = slices.Clone(changed.Acts)
	changed.Acts[0].On = calendar.New(2025, 12, 1)
	o.All[i] = &changed
	p.count()
	if !strings.Contains(page(), "项数字发生变化。") {
		t.Fatalf("the change does not show:\n%s", page())
	}
	p.showDifference()
	behind := func() string { return strings.Join(shown(p.behind), "\n") }
	if !strings.Contains(behind(), "校验值") && !strings.Contains(behind(), p.sealed.Record.Hash) {
		t.Errorf("the head is missing:\n%s", behind())
	}
	test.Tap(buttonIn(t, p.behind, "导出差异表"))
	if len(r.files.exported) != 1 || r.files.difference.Seal.Hash != p.sealed.Record.Hash {
		t.Errorf("exported %q", r.files.exported)
	}
	line := &p.sealed.Difference.Lines[0]
	p.showChanges(line)
	if !strings.Contains(behind(), "→2025-12-01") || len(line.Cases) != 1 || line.Cases[0].Case != id {
		t.Errorf("the reason is missing:\n%s", behind())
	}
	r.key(fyne.KeyEscape)
	if p.behind == nil || strings.Contains(behind(), "→2025-12-01") {
		t.Error("Esc does not lead back to the differences")
	}
	r.key(fyne.KeyEscape)
	if p.behind != nil {
		t.Error("Esc does not lead back to the figures")
	}
	// Sealing again needs a reason.
	p.askSeal()
	if yes := buttonIn(t, r.win.Canvas().Overlays().Top(), "封存"); !yes.Disabled() {
		t.Error("sealed again without a reason")
	}
	r.key(fyne.KeyEscape)
}

// The year after a sealed one names the case that its 上期结转 lacks.
func TestCarryOverAgainstASealedYear(t *testing.T) {
	o := fake.New()
	o.Today, o.Who = calendar.New(2027, 3, 8), "张某某"
	r := newRig(t, o, model.Look{})
	p := r.show(pageStatistics).(*statisticsPage)
	p.year.SetSelected("2026年")
	p.askSeal()
	test.Tap(buttonIn(t, r.win.Canvas().Overlays().Top(), "封存"))
	ids, _ := model.FormChoices()
	p.which.SetSelectedIndex(1 + slices.Index(ids, "form1-2024"))
	open, _ := p.form.Edition.Column("open")
	list := p.form.Table.Cell(len(p.form.Table.Rows)-1, open).Cases
	if len(list) == 0 {
		t.Fatal("nothing is open")
	}
	gone := *o.All[slices.IndexFunc(o.All, func(c *cases.Case) bool { return c.ID == list[0] })]
	o.All = slices.DeleteFunc(o.All, func(c *cases.Case) bool { return c.ID == list[0] })
	p.year.SetSelected("2027年")
	if text := strings.Join(shown(p.page.Container), "\n"); !strings.Contains(text, "E10　本期上期结转＝封存的上期未审结") || !strings.Contains(text, gone.Number+"（封存时未审结，现在不在案件列表中）") {
		t.Errorf("the form does not name %s:\n%s", gone.Number, text)
	}
	p.which.SetSelectedIndex(0)
	if text := strings.Join(shown(p.page.Container), "\n"); !strings.Contains(text, gone.Number) {
		t.Errorf("the overview does not name %s:\n%s", gone.Number, text)
	}
}

func listed(t *testing.T, o *fake.Office) []cases.SealRecord {
	t.Helper()
	list, err := o.Seals(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return list
}
