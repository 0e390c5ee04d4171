package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// caseTable is a list of cases under a header. Header and rows share one layout of columns, which drops columns by
// their importance as the list gets narrow. It is a List, not a Table: Fyne's Table loses its place beyond some ten
// thousand rows.
type caseTable struct {
	*fyne.Container
	list   *rowList
	header *fyne.Container
	heads  []*headCell
	cols   *columnFit
	// Callbacks: how many rows, the row at an index, the press of a header, the order shown.
	length func() int
	row    func(i int) (cases.Row, bool)
	sorted func(cases.SortKey)
	order  func() (cases.SortKey, bool)
	today  func() calendar.Date
	// resized is told the columns while a border is dragged; picked tells whether a case is picked, picking whether any is.
	resized func(model.ColumnChoice)
	picked  func(cases.ID) bool
	picking func() bool
}

// columnFit is the layout of columns at the list's present width.
type columnFit struct {
	all    []model.Column
	choice model.ColumnChoice
	width  float32
	// box is the room of the boxes in front of the rows while several are picked.
	box   float32
	shown []model.Column
	// xs and ws are place and width of all columns by their index; a width below 0 is not shown.
	xs, ws []float32
}

// gap is the space after each column and left the edge before the first, in paddings.
const columnGap, columnEdge = 2, 3

// fit computes the columns for a width, once for header and all rows; it reports whether they changed.
func (c *columnFit) fit(width float32) bool {
	if width == c.width && c.shown != nil {
		return false
	}
	c.width = width
	shown, widths := model.Fit(c.choice.Arrange(c.all), c.room(), units(columnGap)/em(1))
	c.shown = shown
	c.xs, c.ws = make([]float32, len(c.all)), make([]float32, len(c.all))
	for i := range c.ws {
		c.ws[i] = -1
	}
	x := units(columnEdge) + c.box
	for i, col := range shown {
		for j := range c.all {
			if c.all[j].ID == col.ID {
				c.xs[j], c.ws[j] = x, em(widths[i])
			}
		}
		x += em(widths[i]) + units(columnGap)
	}
	return true
}

// room is the width for the columns in characters.
func (c *columnFit) room() float32 { return (c.width - units(columnEdge+1) - c.box) / em(1) }

func (c *columnFit) forget() { c.shown = nil }

// at gives the place of a column by its index, false if it is not shown.
func (c *columnFit) at(i int) (x, w float32, ok bool) {
	if i >= len(c.ws) || c.ws[i] < 0 {
		return 0, 0, false
	}
	return c.xs[i], c.ws[i], true
}

func newCaseTable(cols []model.Column, today func() calendar.Date) *caseTable {
	t := &caseTable{cols: &columnFit{all: cols}, today: today, resized: func(model.ColumnChoice) {},
		picked: func(cases.ID) bool { return false }, picking: func() bool { return false }}
	var heads, grips []fyne.CanvasObject
	for i, c := range cols {
		h := newHeadCell(t, c)
		t.heads = append(t.heads, h)
		heads, grips = append(heads, h.press), append(grips, newGrip(t, i))
	}
	t.header = container.New(&headerLayout{t}, append(heads, grips...)...)
	t.list = newRowList(t)
	top := newPanel(theme.ColorNameHeaderBackground, "", 0, 0, t.header)
	top.round = sizeSquare
	t.Container = container.New(&tableLayout{t}, top, t.list)
	return t
}

// refit lays the columns out anew, after the choice of columns changed.
func (t *caseTable) refit() {
	t.cols.forget()
	t.Container.Refresh()
}

// choose shows another choice of columns.
func (t *caseTable) choose(c model.ColumnChoice) {
	t.cols.choice = c
	t.refit()
	t.redraw()
}

// boxes shows or hides the boxes in front of the rows.
func (t *caseTable) boxes() {
	box := float32(0)
	if t.picking() {
		box = em(1.6)
	}
	if box != t.cols.box {
		t.cols.box = box
		t.refit()
	}
	t.list.repaint()
}

// redraw redraws header and rows.
func (t *caseTable) redraw() {
	for _, h := range t.heads {
		h.update()
	}
	t.list.Refresh()
}

type tableLayout struct{ t *caseTable }

func (l *tableLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(20), o[0].MinSize().Height+em(8))
}

func (l *tableLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	changed := l.t.cols.fit(size.Width)
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, h))
	o[1].Move(fyne.NewPos(0, h))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-h))
	if changed {
		l.t.header.Refresh()
		l.t.list.Refresh()
	}
}

// headerLayout puts the heads above their columns and a grip at the right border of each.
type headerLayout struct{ t *caseTable }

func (l *headerLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, c := range o {
		h = max(h, c.MinSize().Height)
	}
	return fyne.NewSize(em(10), h)
}

func (l *headerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	n := len(l.t.cols.all)
	for i := range n {
		cell, grip := o[i], o[n+i]
		x, w, ok := l.t.cols.at(i)
		if !ok {
			cell.Hide()
			grip.Hide()
			continue
		}
		cell.Show()
		grip.Show()
		place(cell, x-units(1), 0, w+units(1.5), size.Height)
		place(grip, x+w, 0, units(columnGap), size.Height)
	}
}

// headCell is a column's title; a press sorts by it, an arrow shows the order.
type headCell struct {
	*press
	t     *caseTable
	col   model.Column
	label *words
}

func newHeadCell(t *caseTable, c model.Column) *headCell {
	h := &headCell{t: t, col: c, label: strong(c.Title).in(colorMuted).cutting()}
	h.label.size = theme.SizeNameCaptionText
	h.press = newPress("", "", theme.ColorNameHover, 1, 1.5, h.label, func() { t.sorted(c.Key) })
	h.press.round = theme.SizeNameSelectionRadius
	h.press.off = c.Key == ""
	return h
}

func (h *headCell) update() {
	text := h.col.Title
	h.label.color = colorMuted
	if key, desc := h.t.order(); key == h.col.Key && key != "" {
		h.label.color = theme.ColorNamePrimary
		if desc {
			text += " ▼"
		} else {
			text += " ▲"
		}
	}
	h.label.text = text
	h.label.Refresh()
}

// grip is the border between two heads: dragging it sets the width of the column at its left.
type grip struct {
	panel
	t *caseTable
	i int
	// from is the column's width where the drag began, moved how far the pointer went since.
	from, moved float32
	dragging    bool
}

func newGrip(t *caseTable, i int) *grip {
	line := container.New(gripLayout{}, newPanel(theme.ColorNameSeparator, "", 0, 0, container.NewStack()))
	g := &grip{t: t, i: i}
	g.panel = panel{content: line, round: theme.SizeNameSelectionRadius}
	g.ExtendBaseWidget(g)
	return g
}

// gripLayout draws the border as a short line in the middle.
type gripLayout struct{}

func (gripLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(units(columnGap), units(2))
}

func (gripLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place(o[0], size.Width/2, size.Height*0.3, 1, size.Height*0.4)
}

// Cursor is the double arrow.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// Dragged sets the width.
func (g *grip) Dragged(e *fyne.DragEvent) {
	if !g.dragging {
		_, w, _ := g.t.cols.at(g.i)
		g.from, g.moved, g.dragging = w, 0, true
	}
	g.moved += e.Dragged.DX
	c := g.t.cols
	g.t.choose(c.choice.Resize(c.all, c.all[g.i].ID, (g.from+g.moved)/em(1), c.room(), units(columnGap)/em(1)))
}

// DragEnd tells the width.
func (g *grip) DragEnd() {
	g.dragging = false
	g.t.resized(g.t.cols.choice)
}
