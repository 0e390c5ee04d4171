package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// caseRow is one row: a cell for every column, shown where the shared layout has room for it, on a ground that tells whether
// the row is chosen or picked.
type caseRow struct {
	widget.BaseWidget
	l     *rowList
	cols  *columnFit
	cells []*words
	icon  *widget.Icon
	box   *widget.Icon
	due   int
	tone  model.Tone
	drawn bool
	// at is the row's index and id its case, 0 while it is not fetched.
	at int
	id cases.ID
	// here and picked are how the ground was last painted.
	here, picked, focused bool
	ground, edge          *canvas.Rectangle
	mod                   fyne.KeyModifier
}

func newCaseRow(l *rowList) *caseRow {
	r := &caseRow{l: l, cols: l.t.cols, icon: widget.NewIcon(nil), box: widget.NewIcon(nil), due: -1, at: -1,
		ground: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil)}
	for i, c := range r.cols.all {
		cell := newWords("").cutting()
		cell.bold = c.ID == model.NumberColumn
		if c.ID == model.DueColumn {
			r.due = i
		}
		r.cells = append(r.cells, cell)
	}
	r.ExtendBaseWidget(r)
	return r
}

// set fills the row.
func (r *caseRow) set(at int, row cases.Row, ok bool, today calendar.Date) {
	r.at, r.id = at, row.ID
	due := model.DeadlineOf(row, today)
	for i, c := range r.cols.all {
		cell := r.cells[i]
		if _, _, shown := r.cols.at(i); !shown {
			cell.text = ""
			continue
		}
		cell.text, cell.color = "", theme.ColorNameForeground
		switch {
		case ok:
			cell.text = c.Text(row, today)
		case c.ID == model.NumberColumn:
			cell.text, cell.color = "正在读取…", colorMuted
		}
		switch {
		case c.ID == model.DueColumn:
			cell.color = toneColor(due.Tone)
		case c.Faint() || c.ID == model.StateColumn && row.State.Concluded():
			cell.color = colorMuted
		}
	}
	if !r.drawn || r.tone != due.Tone {
		r.icon.SetResource(colored(toneIcon(due.Tone), toneColor(due.Tone)))
		r.tone, r.drawn = due.Tone, true
	}
	r.mark()
	r.Refresh()
}

// mark paints the ground as the row stands; it reports whether anything changed. Chosen is a bar at the edge as well as a
// ground, picked a ticked box: neither depends on colour alone.
func (r *caseRow) mark() bool {
	here, picked, focused := r.at == r.l.at, r.id != 0 && r.l.t.picked(r.id), r.l.focused
	if here == r.here && picked == r.picked && focused == r.focused && r.ground.FillColor != nil {
		return false
	}
	r.here, r.picked, r.focused = here, picked, focused
	r.paint()
	return true
}

func (r *caseRow) paint() {
	r.ground.FillColor = color.Transparent
	if r.here || r.picked {
		r.ground.FillColor = theme.Color(theme.ColorNameSelection)
	}
	r.edge.FillColor = theme.Color(theme.ColorNamePrimary)
	r.edge.Hidden = !r.here
	r.ground.StrokeWidth = 0
	if r.here && r.focused && r.picked {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
	res := iconBox
	if r.picked {
		res = iconTicked
	}
	r.box.SetResource(colored(res, theme.ColorNamePrimary))
	r.ground.Refresh()
	r.edge.Refresh()
}

// MouseDown notes the keys held, which a tap does not tell.
func (r *caseRow) MouseDown(e *desktop.MouseEvent) { r.mod = e.Modifier }

// MouseUp does nothing.
func (r *caseRow) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses the row; with Ctrl or in front of it picks it, with Shift picks a range.
func (r *caseRow) Tapped(e *fyne.PointEvent) {
	mod := r.mod
	r.mod = 0
	r.l.tapped(r.at, mod, r.cols.box > 0 && e != nil && e.Position.X < units(columnEdge)+r.cols.box)
}

// TappedSecondary opens the menu of the row.
func (r *caseRow) TappedSecondary(e *fyne.PointEvent) { r.l.menuAt(r.at, e.AbsolutePosition) }

func (r *caseRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.ground, r.edge}
	for _, c := range r.cells {
		objects = append(objects, c)
	}
	r.paint()
	return &caseRowRenderer{r: r, objects: append(objects, r.icon, r.box)}
}

type caseRowRenderer struct {
	r       *caseRow
	objects []fyne.CanvasObject
}

func (c *caseRowRenderer) Destroy()                     {}
func (c *caseRowRenderer) Objects() []fyne.CanvasObject { return c.objects }

func (c *caseRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(em(10), textHeight(theme.SizeNameText)+units(2))
}

func (c *caseRowRenderer) Layout(size fyne.Size) {
	r := c.r
	r.ground.Resize(size)
	place(r.edge, 0, 0, units(0.75), size.Height)
	side := em(1.1)
	r.box.Hidden = r.cols.box == 0 || r.id == 0
	place(r.box, units(columnEdge), (size.Height-side)/2, side, side)
	h := textHeight(theme.SizeNameText)
	for i, cell := range r.cells {
		x, w, ok := r.cols.at(i)
		if cell.Hidden = !ok; !ok {
			if i == r.due {
				r.icon.Hidden = true
			}
			continue
		}
		if i == r.due {
			r.icon.Hidden = cell.text == "" || r.tone == model.Calm
			place(r.icon, x-units(0.5), (size.Height-side)/2, side, side)
			x, w = x+em(1.3), w-em(1.3)
		}
		place(cell, x, (size.Height-h)/2, w, h)
	}
}

func (c *caseRowRenderer) Refresh() {
	c.Layout(c.r.Size())
	c.r.paint()
	for _, o := range c.objects[2:] {
		if o.Visible() {
			o.Refresh()
		}
	}
	canvas.Refresh(c.r)
}
