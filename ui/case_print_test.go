package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// Ctrl+P on an open case gives a menu whose first item is the brief.
func TestCaseIsPrintedByKeys(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	p.table.list.Select(0)
	r.ctrl(fyne.KeyP)
	focused := r.win.Canvas().Focused()
	if focused == nil {
		t.Fatal("the menu has no keys")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(r.files.exported) != 1 || !strings.HasSuffix(r.files.exported[0], "一页案情.pdf") {
		t.Fatalf("printed %q", r.files.exported)
	}
	// The brief, the slips, and the platform's card.
	if n := len(p.pane.prints()); n != 2+len(cases.Slips()) {
		t.Errorf("%d papers in the menu", n)
	}
}
