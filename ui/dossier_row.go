package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// paperIcon goes with the kind of a file.
func paperIcon(k model.MediaKind) fyne.Resource {
	switch k {
	case model.MediaPicture:
		return iconPicture
	case model.MediaPDF, model.MediaText:
		return iconPaper
	}
	return iconFile
}

// Icons of files, read only.
var (
	iconPaper   = icon("paper", "M6 3 H14.5 L18.5 7 V21 H6 Z M14.5 3 V7 H18.5 M9 11.5 H15.5 M9 15 H15.5 M9 18 H13")
	iconPicture = icon("picture", "M4 5 H20 V19 H4 Z M4 16 L9 11 L14 16 M12.5 14.5 L15.5 11.5 L20 16 O15.5 8.5 1")
	iconFile    = icon("file", "M6 3 H14.5 L18.5 7 V21 H6 Z M14.5 3 V7 H18.5")
	iconTurn    = icon("turn", "M19 12 L18 8.5 L15.5 6 L12 5 L8.5 6 L6 8.5 L5 12 L6 15.5 L8.5 18 L12 19 L15.5 18 M15.5 12 L19 12.5 L22 9.5")
	iconLess    = icon("less", "M5 12 H19")
	iconTrash   = icon("trash", "M5 7 H19 M9 7 V4.5 H15 V7 M7 7 L8 20 H16 L17 7 M10.5 11 V16.5 M13.5 11 V16.5")
	iconPen     = icon("pen", "M5 19 L6 15 L16 5 L19 8 L9 18 Z")
)

// paperRow is one paper of the list: a press chooses it, another opens it, and keys work on it.
type paperRow struct {
	press
	p       *dossierPane
	id      cases.PaperID
	actions *fyne.Container
}

func newPaperRow(p *dossierPane, v model.PaperView) *paperRow {
	r := &paperRow{p: p, id: v.Paper.ID, actions: newWrap(1)}
	title := newProse(v.Title)
	body := newFlow(0.25, title)
	if v.Facts != "" {
		body.Add(caption(v.Facts).cutting())
	}
	if v.Remark != "" {
		body.Add(newProse("备注：" + v.Remark).small().in(colorMuted))
	}
	span, size := newWords(v.Span), caption(string(v.Kind)+" "+v.Size)
	span.size, span.align, size.align = theme.SizeNameCaptionText, fyne.TextAlignTrailing, fyne.TextAlignTrailing
	if v.Paper.Pages == 0 {
		span.color = toneColor(model.Soon)
	}
	right := newFlow(0.25, span.cutting(), size.cutting())
	line := newBeside(1.5, []float32{-1.2, 1, -7.5}, marker(paperIcon(v.Kind), theme.ColorNamePrimary), body, right)
	r.offer()
	r.press = press{tapped: r.chooseOrOpen}
	r.panel = panel{content: newFlow(1, line, r.actions), padX: 2, padY: 1.25, round: theme.SizeNameSelectionRadius}
	r.ExtendBaseWidget(r)
	r.mark(p.chosen == r.id)
	return r
}

// offer fills the line of actions.
func (r *paperRow) offer() {
	r.actions.Add(quiet("打开", nil, func() { r.p.openPaper(r.id) }))
	if r.p.s.deps.ReadOnly != "" {
		return
	}
	r.actions.Add(quiet("编辑", iconPen, func() { r.p.edit(r.id) }))
	r.actions.Add(quiet("上移", iconUp, func() { r.p.move(r.id, -1) }))
	r.actions.Add(quiet("下移", iconDown, func() { r.p.move(r.id, 1) }))
	r.actions.Add(quiet("移入回收站", iconTrash, func() { r.p.discard(r.id) }))
}

// mark shows whether the row is chosen.
func (r *paperRow) mark(chosen bool) {
	r.fill, r.hover = "", theme.ColorNameHover
	r.actions.Hide()
	if chosen {
		r.fill, r.hover = theme.ColorNameSelection, theme.ColorNameSelection
		r.actions.Show()
	}
}

func (r *paperRow) chooseOrOpen() {
	if r.p.chosen == r.id {
		r.p.openPaper(r.id)
		return
	}
	r.p.choose(r.id)
}

// TypedKey moves among papers, opens, renames and discards.
func (r *paperRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		r.p.choose(r.p.d.Beside(r.id, -1))
	case fyne.KeyDown:
		r.p.choose(r.p.d.Beside(r.id, 1))
	case fyne.KeyHome:
		r.p.choose(r.p.d.Beside(r.id, -len(r.p.d.Papers)))
	case fyne.KeyEnd:
		r.p.choose(r.p.d.Beside(r.id, len(r.p.d.Papers)))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.p.openPaper(r.id)
	case fyne.KeyF2:
		r.p.edit(r.id)
	case fyne.KeyDelete:
		r.p.discard(r.id)
	default:
		passKey(r, e)
	}
}

// TypedShortcut moves the paper with Alt+↑↓, takes pasted paths, and passes all others on.
func (r *paperRow) TypedShortcut(s fyne.Shortcut) {
	if by := altArrow(s); by != 0 {
		r.p.move(r.id, by)
		return
	}
	if _, paste := s.(*fyne.ShortcutPaste); paste {
		r.p.adder.paste()
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(r).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// choose marks a paper and gives it the keyboard.
func (p *dossierPane) choose(id cases.PaperID) {
	for _, at := range []cases.PaperID{p.chosen, id} {
		if row := p.rows[at]; row != nil {
			row.mark(at == id)
			row.Refresh()
		}
	}
	p.chosen = id
	p.page.relayout()
	if row := p.rows[id]; row != nil {
		p.s.win.Canvas().Focus(row)
		reveal(row)
	}
}
