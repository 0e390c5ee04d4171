package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases/forms"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// An official form is chosen, its rules are changed, a number opens its cases and says why, and it leaves as a workbook.
func TestFormsInTheWindow(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageStatistics).(*statisticsPage)
	ids, _ := model.FormChoices()
	p.which.SetSelectedIndex(1 + slices.Index(ids, "form1-2024"))
	if p.form == nil || p.form.Table == nil || p.form.Edition.ID != "form1-2024" {
		t.Fatal("the form was not counted")
	}
	texts := strings.Join(shown(p.page.Container), "\n")
	for _, want := range []string{"这一版没有公开的官方表式", "口径：上期结转", "项勾稽关系相符。"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	g := p.form.Grid()
	j := slices.IndexFunc(p.form.Edition.Columns, func(c forms.Column) bool { return c.ID == "received" })
	total := len(g.Rows) - 1
	if g.Cells[total][j].Faint {
		t.Fatal("nothing was received")
	}
	title, cell := p.form.Cell(total, j)
	p.showBehind(title, cell.Why, cell.Cases)
	if p.behind == nil || !strings.Contains(strings.Join(shown(p.behind), ""), "收件日期在") {
		t.Error("the reason is not told")
	}
	r.key(fyne.KeyEscape)
	p.form.Rules = p.form.Rules.With("base", "received")
	p.count()
	if !strings.Contains(strings.Join(shown(p.page.Container), ""), "本期新收的案件，一案计一件") {
		t.Error("the rule is not told")
	}
	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 1 || r.files.forms.Forms[0] != "form1-2024" || r.files.forms.Rules["base"] != "received" {
		t.Errorf("exported %q as %+v", r.files.exported, r.files.forms)
	}
	p.form.To = "2020-1-1"
	p.count()
	if !strings.Contains(strings.Join(shown(p.page.Container), ""), "最后一天早于第一天") {
		t.Error("a wrong period is not told")
	}
	p.which.SetSelectedIndex(0)
	if p.form != nil {
		t.Error("the overview does not come back")
	}
}
