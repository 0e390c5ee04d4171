package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	// Callbacks: how many rows, the row at an index, the choice of a row, the press of a header, Enter on a row.
	length func() int
	row    func(i int) (cases.Row, bool)
	chosen func(i int)
	sorted func(cases.SortKey)
	enter  func()
	order  func() (cases.SortKey, bool)
	today  func() calendar.Date
}

// columnFit is the layout of columns at the list's present width.
type columnFit struct {
	all    []model.Column
	hidden map[string]bool
	width  float32
	shown  []model.Column
	widths []float32
}

// fit computes the columns for a width, once for header and all rows; it reports whether they changed.
func (c *columnFit) fit(width float32) bool {
	if width == c.width && c.shown != nil {
		return false
	}
	c.width = width
	c.shown, c.widths = model.Fit(c.all, (width-units(3))/em(1), units(2)/em(1), c.hidden)
	return true
}

func (c *columnFit) forget() { c.shown = nil }

// at gives the place of the column with a title, false if it is not shown.
func (c *columnFit) at(title string) (x, w float32, ok bool) {
	x = units(2)
	for i, col := range c.shown {
		w = em(c.widths[i])
		if col.Title == title {
			return x, w, true
		}
		x += w + units(2)
	}
	return 0, 0, false
}

func newCaseTable(cols []model.Column, today func() calendar.Date) *caseTable {
	t := &caseTable{cols: &columnFit{all: cols, hidden: map[string]bool{}}, today: today}
	t.header = container.New(&headerLayout{t})
	for _, c := range cols {
		h := newHeadCell(t, c)
		t.heads = append(t.heads, h)
		t.header.Add(h.press)
	}
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

type headerLayout struct{ t *caseTable }

func (l *headerLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, c := range o {
		h = max(h, c.MinSize().Height)
	}
	return fyne.NewSize(em(10), h)
}

func (l *headerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, cell := range o {
		x, w, ok := l.t.cols.at(l.t.cols.all[i].Title)
		if !ok {
			cell.Hide()
			continue
		}
		cell.Show()
		cell.Move(fyne.NewPos(x-units(1), 0))
		cell.Resize(fyne.NewSize(w+units(2), size.Height))
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
	return h
}

func (h *headCell) update() {
	text := h.col.Title
	h.label.color = colorMuted
	if key, desc := h.t.order(); key == h.col.Key {
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

// rowList is a List whose arrow keys choose and whose Enter opens.
type rowList struct {
	widget.List
	t *caseTable
	// at is the chosen row.
	at int
}

func newRowList(t *caseTable) *rowList {
	l := &rowList{t: t, at: -1}
	l.Length = func() int { return t.length() }
	l.CreateItem = func() fyne.CanvasObject { return newCaseRow(t.cols) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		r, ok := t.row(i)
		o.(*caseRow).set(r, ok, t.today())
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.at = i
		t.chosen(i)
	}
	l.HideSeparators = false
	l.ExtendBaseWidget(l)
	return l
}

// mark shows a row as chosen without reporting it; -1 for none.
func (l *rowList) mark(i int) {
	report := l.OnSelected
	l.OnSelected = nil
	l.UnselectAll()
	l.at = i
	if i >= 0 {
		l.Select(i)
	}
	l.OnSelected = report
}

// TypedKey moves the choice with the arrows and opens with Enter.
func (l *rowList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		l.Select(min(l.at+1, l.Length()-1))
	case fyne.KeyUp:
		l.Select(max(l.at-1, 0))
	case fyne.KeyPageDown:
		l.Select(min(l.at+15, l.Length()-1))
	case fyne.KeyPageUp:
		l.Select(max(l.at-15, 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		l.t.enter()
	default:
		if !passKey(l, e) {
			l.List.TypedKey(e)
		}
	}
}

// caseRow is one row: a cell for every column, shown where the shared layout has room for it.
type caseRow struct {
	widget.BaseWidget
	cols  *columnFit
	cells []*words
	icon  *widget.Icon
	due   int
	tone  model.Tone
	drawn bool
}

func newCaseRow(cols *columnFit) *caseRow {
	r := &caseRow{cols: cols, icon: widget.NewIcon(nil), due: -1}
	for i, c := range cols.all {
		cell := newWords("").cutting()
		cell.bold = c.Key == cases.ByNumber
		if c.Key == cases.ByDue {
			r.due = i
		}
		r.cells = append(r.cells, cell)
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *caseRow) set(row cases.Row, ok bool, today calendar.Date) {
	due := model.DeadlineOf(row, today)
	for i, c := range r.cols.all {
		cell := r.cells[i]
		cell.text, cell.color = "", theme.ColorNameForeground
		if ok {
			cell.text = c.Text(row, today)
		} else if c.Key == cases.ByNumber {
			cell.text, cell.color = "正在读取…", colorMuted
		}
		switch c.Key {
		case cases.ByDue:
			cell.color = toneColor(due.Tone)
		case cases.ByReceived, cases.ByConcluded, cases.ByHandler:
			cell.color = colorMuted
		case cases.ByState:
			if row.State.Concluded() {
				cell.color = colorMuted
			}
		}
	}
	if !r.drawn || r.tone != due.Tone {
		r.icon.SetResource(colored(toneIcon(due.Tone), toneColor(due.Tone)))
		r.tone, r.drawn = due.Tone, true
	}
	r.Refresh()
}

func (r *caseRow) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, 0, len(r.cells)+1)
	for _, c := range r.cells {
		objects = append(objects, c)
	}
	return &caseRowRenderer{r: r, objects: append(objects, r.icon)}
}

type caseRowRenderer struct {
	r       *caseRow
	objects []fyne.CanvasObject
}

func (c *caseRowRenderer) Destroy()                     {}
func (c *caseRowRenderer) Objects() []fyne.CanvasObject { return c.objects }

func (c *caseRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(em(10), fyne.MeasureText("字", theme.TextSize(), fyne.TextStyle{}).Height+units(2))
}

func (c *caseRowRenderer) Layout(size fyne.Size) {
	for i, cell := range c.r.cells {
		x, w, ok := c.r.cols.at(c.r.cols.all[i].Title)
		if !ok {
			cell.Hide()
			if i == c.r.due {
				c.r.icon.Hide()
			}
			continue
		}
		cell.Show()
		if i == c.r.due {
			c.place(x, size)
			x, w = x+em(1.3), w-em(1.3)
		}
		h := cell.MinSize().Height
		cell.Move(fyne.NewPos(x, (size.Height-h)/2))
		cell.Resize(fyne.NewSize(w, h))
	}
}

// place puts the icon of the due date; a row without one has none.
func (c *caseRowRenderer) place(x float32, size fyne.Size) {
	if c.r.cells[c.r.due].text == "" || c.r.tone == model.Calm {
		c.r.icon.Hide()
		return
	}
	c.r.icon.Show()
	c.r.icon.Move(fyne.NewPos(x-units(0.5), (size.Height-em(1.1))/2))
	c.r.icon.Resize(fyne.NewSquareSize(em(1.1)))
}

func (c *caseRowRenderer) Refresh() {
	c.Layout(c.r.Size())
	for _, o := range c.objects {
		if o.Visible() {
			o.Refresh()
		}
	}
	canvas.Refresh(c.r)
}
