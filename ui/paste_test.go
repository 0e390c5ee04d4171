package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// Fourteen rows copied in a spreadsheet become fourteen cases with Ctrl+V, some corrections and Ctrl+Enter, and are taken back with
// one Ctrl+Z.
func TestPasteRegistersRows(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.list(cases.Reconsideration)
	var b strings.Builder
	b.WriteString("申请人\t被申请人\t复议事项\t收件日期\n")
	for i := range 14 {
		fmt.Fprintf(&b, "陈某%d\t%s\t不服行政处罚决定\t2026-05-18\n", i+1, map[bool]string{true: "苏州市公安局姑苏分局"}[i == 0])
	}
	fyne.CurrentApp().Clipboard().SetContent(b.String())
	p.table.list.TypedShortcut(&fyne.ShortcutPaste{})
	page := r.pages[pagePaste].(*pastePage)
	if r.here != pagePaste || page.button.Text != "登记1件" || r.win.Canvas().Focused() != page.grid {
		t.Fatalf("page %s, button %q", r.here, page.button.Text)
	}
	g := page.grid
	g.point(0, page.paste.Column(model.PasteRespondent), false)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range 13 {
		g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: ctrl})
	if page.button.Text != "登记14件" {
		t.Fatalf("after filling down %q", page.button.Text)
	}
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	g.point(0, page.paste.Column(model.PasteApplicant), false)
	g.TypedRune('周')
	test.Type(page.editor, "某某")
	page.editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if page.paste.Rows[0].Cells[g.col] != "周某某" || g.row != 1 || r.win.Canvas().Focused() != g {
		t.Errorf("typed %q, row %d", page.paste.Rows[0].Cells[g.col], g.row)
	}
	r.combine(fyne.KeyReturn, ctrl)
	if len(r.o.All) != 104 || r.here != pageCases || !strings.Contains(r.said(), "已粘贴登记14件") {
		t.Fatalf("%d cases, page %s, said %q", len(r.o.All), r.here, r.said())
	}
	r.undo()
	if len(r.o.All) != 90 {
		t.Errorf("%d cases after undo", len(r.o.All))
	}
}

// What was corrected in the preview is there when the same block is pasted again.
func TestPasteGoesOnWhereItWasLeft(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.pasteBlock(cases.Reconsideration, sampleBlock)
	page := r.pages[pagePaste].(*pastePage)
	page.grid.point(2, page.paste.Column(model.PasteRespondent), false)
	page.typed("某某局")
	r.key(fyne.KeyEscape)
	if r.here != pageCases {
		t.Fatalf("Esc shows %s", r.here)
	}
	r.pasteBlock(cases.Reconsideration, sampleBlock)
	if page.paste.Rows[2].Cells[page.grid.col] != "某某局" {
		t.Error("the correction is lost")
	}
	fyne.CurrentApp().Clipboard().SetContent("")
	r.list(cases.Reconsideration).pasteRows()
	if !strings.Contains(r.said(), "剪贴板里没有表格") {
		t.Errorf("said %q", r.said())
	}
}
