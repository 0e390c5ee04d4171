package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases/statistics"
	"fuyi/ui/model"
)

// gridCell is the least width of a column of a statistical table, in characters.
const gridCell = 4.2

// labelWidth is the width of the row labels: that of the longest, within bounds.
func labelWidth(t model.Grid) float32 {
	longest := 0
	for _, label := range t.Rows {
		longest = max(longest, len([]rune(label)))
	}
	return min(max(float32(longest)+1, 5), 16)
}

// newGrid shows a statistical table under its group heads, scrolling sideways where it is wider than the page; where it is narrower the
// labels get the room they lack, then all columns. A number opens its cases.
func newGrid(t model.Grid, open func(row, column int)) fyne.CanvasObject {
	rows, label := newFlow(0), -labelWidth(t)
	fixed := &frozen{rows: rows, least: -label, width: -label, longest: longestLabel(t)}
	if heads := model.Heads(t); heads != nil {
		cells := []fyne.CanvasObject{caption("")}
		weights := []float32{label}
		at := 0
		for _, h := range heads {
			width := gapEm * float32(h.Span-1)
			for j := range t.Columns[at : at+h.Span] {
				width += gridWidth(t, at+j)
			}
			at += h.Span
			cells = append(cells, gridHead(h.Label))
			weights = append(weights, -width)
		}
		rows.Add(headLine(weights, cells))
		fixed.heads = fixed.widths(weights)
		for _, h := range heads {
			fixed.spans = append(fixed.spans, h.Span)
		}
	}
	weights := []float32{label}
	cells := []fyne.CanvasObject{caption("")}
	for j, c := range t.Columns {
		cells = append(cells, gridHead(c.Label))
		weights = append(weights, -gridWidth(t, j))
	}
	rows.Add(headLine(weights, cells))
	fixed.columns = fixed.widths(weights)
	for i := range t.Rows {
		rows.Add(gridLine(t, i, weights, open))
	}
	scroll := container.NewHScroll(rows)
	turn := newWheel(func(e *fyne.ScrollEvent) bool {
		// Turned straight the wheel is for the page; with Shift it comes as a turn sideways.
		return e.Scrolled.DX != 0 && turns(scroll, e)
	})
	return container.New(fixed, append([]fyne.CanvasObject{scroll, turn}, fixed.cover(t)...)...)
}

// frozen lays the row labels over the beginning of a table, where they stay while it is scrolled sideways, and gives the table the
// height of its content.
type frozen struct {
	rows *fyne.Container
	// least is the width of the labels where there is no more room, longest that of the longest label, width as they are laid out.
	least, longest, width float32
	columns, heads        stretch
	// spans are how many columns each group head is over, nil without group heads.
	spans []int
}

// stretch are the widths of a line of cells: as they are used, which layouts share, and as they are at least.
type stretch struct{ used, least []float32 }

func (*frozen) widths(weights []float32) stretch { return stretch{weights, slices.Clone(weights)} }

// widest is how much wider than at least a column becomes in a wide window.
const widest = 1.5

// fit gives the labels and columns the room of a width.
func (l *frozen) fit(width float32) {
	natural := float32(0)
	for i, w := range l.columns.least {
		natural -= w
		if i > 0 {
			natural += gapEm
		}
	}
	room := max(0, width/em(1)-natural)
	more := min(room, max(0, l.longest-l.least))
	l.width = l.least + more
	l.columns.used[0] = -l.width
	share := float32(1)
	if all := natural - l.least; all > 0 {
		share = min(widest, 1+(room-more)/all)
	}
	for i := range l.columns.least[1:] {
		l.columns.used[i+1] = l.columns.least[i+1] * share
	}
	if l.spans == nil {
		return
	}
	l.heads.used[0] = -l.width
	at := 1
	for i, n := range l.spans {
		sum := -gapEm * float32(n-1)
		for _, w := range l.columns.used[at : at+n] {
			sum += w
		}
		l.heads.used[i+1] = sum
		at += n
	}
}

// longestLabel is the width of the longest label in full, in characters.
func longestLabel(t model.Grid) float32 {
	var w float32
	for _, label := range t.Rows {
		w = max(w, fyne.MeasureText(label, theme.TextSize(), fyne.TextStyle{Bold: true}).Width)
	}
	return w/em(1) + 1
}

// cover are the labels, with the ground of their rows.
func (l *frozen) cover(t model.Grid) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	add := func(fill fyne.ThemeColorName, text, full string) {
		w := newHinted(text, full)
		w.bold = text == model.TotalLabel
		p := newPanel(fill, "", 0, 0, newPanel("", "", 1, 0.75, w))
		p.round = sizeSquare
		out = append(out, p)
	}
	for range len(l.rows.Objects) - len(t.Rows) {
		add(theme.ColorNameHeaderBackground, "", "")
	}
	for i, label := range t.Rows {
		full := label
		if t.Full != nil {
			full = t.Full[i]
		}
		add(rowFill(i), label, full)
	}
	return out
}

func (l *frozen) heightFor([]fyne.CanvasObject, float32) float32 {
	return l.rows.MinSize().Height + units(2)
}

// MinSize is the table's height at whatever width it gets.
func (l *frozen) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(10), l.heightFor(o, 0))
}

// Layout places the table, the wheel over it, and the labels at the height of their rows.
func (l *frozen) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.fit(size.Width)
	o[0].Resize(size)
	o[1].Resize(size)
	for i, label := range o[2:] {
		row := l.rows.Objects[i]
		place(label, 0, row.Position().Y, em(l.width), row.Size().Height)
	}
}

// rowFill is the ground of a row.
func rowFill(i int) fyne.ThemeColorName {
	if i%2 == 1 {
		return theme.ColorNameBackground
	}
	return colorSurface
}

// gapEm is the gap between columns in characters, at paddings of 4 and text of 14.
const gapEm = 4.0 / 14

// columnWidth is the width of a column: that of its head, which wraps where it is long.
func columnWidth(c statistics.Column) float32 {
	return max(gridCell, min(float32(len([]rune(c.Label)))*0.9, 5.4))
}

// gridWidth is the least width of a column.
func gridWidth(t model.Grid, j int) float32 {
	if len(t.Cells) > 0 && t.Cells[0][j].Parts != nil {
		return partsWidth
	}
	return columnWidth(t.Columns[j])
}

func headLine(weights []float32, cells []fyne.CanvasObject) fyne.CanvasObject {
	p := newPanel(theme.ColorNameHeaderBackground, "", 0, 1, newBeside(1, weights, cells...))
	p.round = sizeSquare
	return p
}

// partsWidth is the least width of a column of cells with three numbers.
const partsWidth = 8.4

func gridHead(label string) fyne.CanvasObject {
	p := newProse(label).small().in(colorMuted)
	p.centred = true
	return p
}

func gridLine(t model.Grid, i int, weights []float32, open func(row, column int)) fyne.CanvasObject {
	// The label itself stands in the frozen cover.
	cells := []fyne.CanvasObject{newPanel("", "", 1, 0.75, newWords(""))}
	total := t.Rows[i] == model.TotalLabel
	for j, c := range t.Cells[i] {
		if c.Parts == nil {
			cells = append(cells, gridCellOf(c, total, func() { open(i, j) }))
			continue
		}
		cells = append(cells, gridParts(c, total, func(k int) { open(i, c.At+k) }))
	}
	p := newPanel(rowFill(i), "", 0, 0, newBeside(1, weights, cells...))
	p.round = theme.SizeNameSelectionRadius
	return p
}

// gridCellOf is one number; what has cases behind it can be pressed.
func gridCellOf(c model.GridCell, total bool, open func()) fyne.CanvasObject {
	n := newWords(c.Text)
	n.align, n.bold = fyne.TextAlignCenter, total || c.Bad
	switch {
	case c.Bad:
		n.color = toneColor(model.Late)
	case c.Faint:
		n.color = colorMuted
	}
	if !c.Opens {
		return newPanel("", "", 0, 0.75, n)
	}
	p := newPress("", "", theme.ColorNameHover, 0, 0.75, n, open)
	p.round = theme.SizeNameSelectionRadius
	return p
}

// gridParts are numerator, denominator and share in one cell, each with its own cases: 34/38 89.5%.
func gridParts(c model.GridCell, total bool, open func(part int)) fyne.CanvasObject {
	part := func(k int) fyne.CanvasObject { return gridCellOf(c.Parts[k], total, func() { open(k) }) }
	slash := newPanel("", "", 0, 0.75, newWords("/").in(colorMuted))
	return newBeside(0, []float32{1, -1.9, 0, -1.9, -3.8, 1}, caption(""), part(0), slash, part(1), part(2), caption(""))
}
