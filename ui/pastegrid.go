package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/ui/model"
)

// pasteGrid shows the rows of a block with one cell chosen, moved by the arrows; Shift picks cells below each other for filling
// down.
type pasteGrid struct {
	widget.List
	p    *pastePage
	head *fyne.Container
	root *fyne.Container
	// row and col are the chosen cell, from the other end of the picked cells.
	row, col, from int
	shift, focused bool
	rows           []*pasteRow
}

func newPasteGrid(p *pastePage) *pasteGrid {
	g := &pasteGrid{p: p}
	g.Length = func() int { return len(p.paste.Rows) }
	g.CreateItem = func() fyne.CanvasObject {
		r := newPasteRow(g)
		g.rows = append(g.rows, r)
		return r
	}
	g.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(p.paste.Rows) {
			o.(*pasteRow).set(i)
		}
	}
	g.ExtendBaseWidget(g)
	g.head = container.New(&pasteColumns{g})
	top := newPanel(theme.ColorNameHeaderBackground, "", 0, 1, g.head)
	top.round = sizeSquare
	g.root = container.New(&pasteRoom{g}, container.NewHScroll(container.NewBorder(top, nil, nil, nil, g)))
	g.columns()
	row, col := g.firstGap()
	g.point(row, col, false)
	return g
}

func (g *pasteGrid) view() fyne.CanvasObject { return g.root }

// firstGap is the first cell in which something is missing or wrong, else the first that is filled in.
func (g *pasteGrid) firstGap() (row, col int) {
	paste := g.p.paste
	for i, r := range paste.Rows {
		for c, f := range paste.Fields {
			if r.Bad[c] && f != model.PasteNumber {
				return i, c
			}
		}
	}
	for c, f := range paste.Fields {
		if f != model.PasteNumber && f != model.PasteSkip {
			return 0, c
		}
	}
	return 0, 0
}

// columns draws the heads anew, after a column came or changed.
func (g *pasteGrid) columns() {
	g.head.Objects = g.p.heads()
	g.head.Refresh()
	for _, r := range g.rows {
		r.cells = nil
	}
	g.Refresh()
}

// pasteLead is the room before the first column for the sign and the number of a row, in characters.
const pasteLead = 4

// places are the left edges and widths of the columns.
func (g *pasteGrid) places(width float32) (xs, ws []float32) {
	paste := g.p.paste
	var sum float32
	for col := range paste.Fields {
		sum += em(paste.Width(col)) + units(columnGap)
	}
	x := em(pasteLead)
	stretch := max(1, (width-x-units(2))/sum)
	for col := range paste.Fields {
		w := (em(paste.Width(col))+units(columnGap))*stretch - units(columnGap)
		xs, ws = append(xs, x), append(ws, w)
		x += w + units(columnGap)
	}
	return xs, ws
}

func (g *pasteGrid) least() float32 {
	xs, ws := g.places(0)
	return xs[len(xs)-1] + ws[len(ws)-1] + units(2)
}

// pasteColumns lays the heads out above their columns.
type pasteColumns struct{ g *pasteGrid }

func (l *pasteColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, c := range o {
		h = max(h, c.MinSize().Height)
	}
	return fyne.NewSize(l.g.least(), h)
}

func (l *pasteColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	xs, ws := l.g.places(size.Width)
	for i, c := range o {
		place(c, xs[i], 0, ws[i], size.Height)
	}
}

// pasteRoom gives the grid all the room there is.
type pasteRoom struct{ g *pasteGrid }

func (*pasteRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(20), em(8)) }

func (*pasteRoom) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// point chooses a cell; with more set it picks the cells from where it stood.
func (g *pasteGrid) point(row, col int, more bool) {
	g.row = min(max(row, 0), max(len(g.p.paste.Rows)-1, 0))
	g.col = min(max(col, 0), len(g.p.paste.Fields)-1)
	if !more {
		g.from = g.row
	}
	g.p.grid = g
	if g.p.editor != nil {
		g.p.pointed()
	}
	if g.Size().Height > 0 {
		g.ScrollTo(g.row)
	}
	for _, r := range g.rows {
		r.mark()
	}
}

// fillDown repeats the uppermost of the picked cells in the others; without several, the cell above in the chosen one.
func (g *pasteGrid) fillDown() {
	from, to := min(g.from, g.row), max(g.from, g.row)
	if from == to {
		from--
	}
	if from < 0 {
		return
	}
	g.p.paste.FillDown(from, to, g.col)
	g.p.pointed()
	g.p.changed()
}

// FocusGained and FocusLost show where the keys go.
func (g *pasteGrid) FocusGained() { g.focus(true) }

// FocusLost ends it.
func (g *pasteGrid) FocusLost() { g.focus(false) }

func (g *pasteGrid) focus(on bool) {
	g.focused, g.shift = on, false
	for _, r := range g.rows {
		r.mark()
	}
}

// KeyDown and KeyUp note whether Shift is held.
func (g *pasteGrid) KeyDown(e *fyne.KeyEvent) {
	g.shift = g.shift || e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight
}

// KeyUp ends it.
func (g *pasteGrid) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		g.shift = false
	}
}

// TypedKey moves between cells, empties one with Del and changes it with Enter or F2.
func (g *pasteGrid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		g.point(g.row+1, g.col, g.shift)
	case fyne.KeyUp:
		g.point(g.row-1, g.col, g.shift)
	case fyne.KeyRight:
		g.point(g.row, g.col+1, false)
	case fyne.KeyLeft:
		g.point(g.row, g.col-1, false)
	case fyne.KeyHome:
		g.point(g.row, 0, false)
	case fyne.KeyEnd:
		g.point(g.row, len(g.p.paste.Fields)-1, false)
	case fyne.KeyPageDown:
		g.point(g.row+10, g.col, g.shift)
	case fyne.KeyPageUp:
		g.point(g.row-10, g.col, g.shift)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		g.p.edit("")
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.p.typed("")
		g.p.pointed()
	default:
		passKey(g, e)
	}
}

// TypedRune begins the cell anew with what is typed, also with what an input method brings.
func (g *pasteGrid) TypedRune(r rune) { g.p.edit(string(r)) }

// TypedShortcut fills down, copies the cell and pastes a block in place of this one; the rest goes to the window.
func (g *pasteGrid) TypedShortcut(s fyne.Shortcut) {
	switch c := s.(type) {
	case *fyne.ShortcutCopy:
		text, _ := g.p.paste.Text(g.row, g.col)
		fyne.CurrentApp().Clipboard().SetContent(text)
		return
	case *fyne.ShortcutPaste:
		g.paste(fyne.CurrentApp().Clipboard().Content())
		return
	case *desktop.CustomShortcut:
		if c.KeyName == fyne.KeyD && c.Modifier == ctrl {
			g.fillDown()
			return
		}
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(g).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// paste puts a single text into the cell; a block takes the place of this one.
func (g *pasteGrid) paste(text string) {
	if strings.ContainsAny(strings.TrimSpace(text), "\t\n") {
		g.p.s.pasteBlock(g.p.paste.Kind, text)
		return
	}
	g.p.typed(strings.TrimSpace(text))
	g.p.pointed()
}

// pasteRow is one row: a sign, its number, the cells, and below them what is wrong with it.
type pasteRow struct {
	widget.BaseWidget
	g      *pasteGrid
	at     int
	icon   *widget.Icon
	number *words
	cells  []*words
	say    *words
	frame  *canvas.Rectangle
}

func newPasteRow(g *pasteGrid) *pasteRow {
	r := &pasteRow{g: g, at: -1, icon: widget.NewIcon(nil), number: caption("").cutting(), say: caption("").cutting(), frame: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *pasteRow) set(i int) {
	r.at = i
	paste, row := r.g.p.paste, &r.g.p.paste.Rows[i]
	for len(r.cells) < len(paste.Fields) {
		r.cells = append(r.cells, newWords("").cutting())
	}
	for col := range paste.Fields {
		text, proposed := paste.Text(i, col)
		cell := r.cells[col]
		cell.text, cell.color = text, theme.ColorNameForeground
		switch {
		case row.Bad[col] && text == "":
			cell.text, cell.color = "缺", toneColor(model.Late)
		case row.Bad[col]:
			cell.color = toneColor(model.Late)
		case proposed || row.Done || paste.Fields[col] == model.PasteSkip:
			cell.color = colorMuted
		}
	}
	say, tone := "可以登记", model.Finished
	switch {
	case row.Done:
		say = "已经登记"
	case len(row.Problems) > 0:
		say, tone = strings.Join(row.Problems, "；"), model.Late
	}
	if row.Understood != "" && !row.Done {
		say += "；" + row.Understood
	}
	r.say.text, r.say.color, r.number.text = say, toneColor(tone), model.Thousands(i+1)
	r.icon.SetResource(colored(toneIcon(tone), toneColor(tone)))
	r.Refresh()
}

// mark frames the chosen cell and those picked with it.
func (r *pasteRow) mark() {
	g := r.g
	from, to := min(g.from, g.row), max(g.from, g.row)
	r.frame.Hidden = r.at < from || r.at > to || g.col >= len(r.cells)
	if r.frame.Hidden {
		r.frame.Refresh()
		return
	}
	r.frame.FillColor = theme.Color(theme.ColorNameSelection)
	r.frame.StrokeColor, r.frame.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	if r.at == g.row && g.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	xs, ws := g.places(r.Size().Width)
	place(r.frame, xs[g.col]-units(1), units(0.25), ws[g.col]+units(2), textHeight(theme.SizeNameText)+units(1.25))
	r.frame.Refresh()
}

// Tapped chooses the cell under the pointer; DoubleTapped would delay it, so that a second press edits.
func (r *pasteRow) Tapped(e *fyne.PointEvent) {
	g := r.g
	xs, _ := g.places(r.Size().Width)
	col := 0
	for i, x := range xs {
		if e.Position.X >= x-units(1) {
			col = i
		}
	}
	again := g.row == r.at && g.col == col && g.focused
	g.p.s.win.Canvas().Focus(g)
	g.point(r.at, col, g.shift)
	if again {
		g.p.edit("")
	}
}

func (r *pasteRow) CreateRenderer() fyne.WidgetRenderer { return &pasteRowRenderer{r} }

type pasteRowRenderer struct{ r *pasteRow }

func (c *pasteRowRenderer) Destroy() {}

func (c *pasteRowRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{c.r.frame, c.r.icon, c.r.number, c.r.say}
	for _, w := range c.r.cells {
		out = append(out, w)
	}
	return out
}

func (c *pasteRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(em(10), textHeight(theme.SizeNameText)+textHeight(theme.SizeNameCaptionText)+units(2.5))
}

func (c *pasteRowRenderer) Layout(size fyne.Size) {
	r := c.r
	first, side := textHeight(theme.SizeNameText), em(1.1)
	place(r.icon, units(2), units(0.75)+(first-side)/2, side, side)
	place(r.number, units(3)+side, units(1), em(pasteLead)-units(4)-side, first)
	xs, ws := r.g.places(size.Width)
	for i, w := range r.cells {
		if w.Hidden = i >= len(xs); !w.Hidden {
			place(w, xs[i], units(0.75), ws[i], first)
		}
	}
	place(r.say, em(pasteLead), units(1.5)+first, max(0, size.Width-em(pasteLead)-units(2)), textHeight(theme.SizeNameCaptionText))
	r.mark()
}

func (c *pasteRowRenderer) Refresh() {
	c.Layout(c.r.Size())
	for _, o := range c.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
	canvas.Refresh(c.r)
}
