package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

func TestEveryPageHasItsHelp(t *testing.T) {
	for _, page := range []string{pageDesk, pageCases, pageSuits, pageIntake, pageStatistics, pageSettings, pageImport, pageMonth, pageSheet,
		pageHolidays, pageFind, pageCase, pageReader, pageOrgans, pagePeople, pageBin, pagePaste, pageCategories, pageReconcile, pageCards, pageBlanks, pageCourt, "dossier"} {
		if got := model.TopicOf(page); got.Page != page {
			t.Errorf("%s is explained by %q", page, got.Title)
		}
	}
}

// F1 explains what is in view: the list, the case beside it, its dossier, the act being recorded.
func TestHelpOfWhatIsShown(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	asked := func(want string) {
		t.Helper()
		r.key(fyne.KeyF1)
		if got := r.pages[pageHelp].(*helpPage).topic.Title; got != want {
			t.Errorf("F1 tells of %q, want %q", got, want)
		}
		r.key(fyne.KeyEscape)
	}
	asked("复议案件")
	p.table.list.Select(0)
	asked("案件页")
	p.pane.dossier.show()
	asked("卷宗")
	p.pane.dossier.hide()
	p.pane.begin(procedure.SpecOf(procedure.Suspension))
	asked(procedure.ActLabel(procedure.Suspension))
}
