package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// A suit offers the papers around a hearing; each is written with what is open told, and a reconsideration offers none.
func TestSuitOffersCourtPapers(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Litigation)
	p.table.list.Select(0)
	want := map[string]string{"负责人出庭函": ".docx", "负责人身份证明": ".docx", "不能出庭情况说明": ".docx", "授权委托书": ".docx", "负责人出庭提要": ".pdf"}
	found, told := 0, ""
	for _, item := range p.pane.prints() {
		label, _, _ := strings.Cut(item.Label, "（")
		if want[label] == "" {
			continue
		}
		found++
		item.Action()
		if p.pane.paper == nil {
			t.Fatalf("%s asks nothing", label)
		}
		p.pane.paper.ask.Head, p.pane.paper.ask.Post = "顾某某", "副局长"
		p.pane.paper.write()
		if label == "负责人出庭函" && !strings.Contains(r.files.court.Title, "出庭") {
			t.Error("no letter", r.files.court.Title)
		}
		if label == "授权委托书" {
			told = r.said()
		}
		path := r.files.exported[len(r.files.exported)-1]
		if !strings.Contains(filepath.Base(path), label) || filepath.Ext(path) != want[label] {
			t.Errorf("%s was written to %s", label, path)
		}
	}
	if found < len(want) {
		t.Errorf("%d papers are offered", found)
	}
	if len(r.files.court.Blanks) == 0 || !strings.Contains(told, "黄色的空白要补写："+r.files.court.Blanks[0]) {
		t.Errorf("blanks %q, told %q", r.files.court.Blanks, told)
	}
	q := r.list(cases.Reconsideration)
	q.table.list.Select(0)
	for _, item := range q.pane.prints() {
		if label, _, _ := strings.Cut(item.Label, "（"); want[label] != "" {
			t.Errorf("a reconsideration offers %s", item.Label)
		}
	}
}

// The print menu of a suit names its groups, keeps to the window, and offers nothing for the court once the case is archived.
func TestSuitMenuHasGroups(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Litigation)
	p.table.list.Select(0)
	titles := func() string {
		out := ""
		for _, item := range p.pane.prints() {
			if item.Disabled {
				out += item.Label + " "
			}
		}
		return out
	}
	if got := titles(); got != "案情 开庭材料 邮寄和装订 " {
		t.Errorf("groups %s", got)
	}
	p.pane.view.Timeline.State = procedure.Archived
	if got := titles(); got != "案情 邮寄和装订 " {
		t.Errorf("archived: %s", got)
	}
	p.pane.print()
	m, ok := r.win.Canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		t.Fatalf("the keys are with %T", r.win.Canvas().Focused())
	}
	if right := m.Position().X + m.Size().Width; right > r.win.Canvas().Size().Width-units(1.9) {
		t.Errorf("the menu ends at %v of %v", right, r.win.Canvas().Size().Width)
	}
}
