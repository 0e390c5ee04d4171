package ui

import (
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

// newGrid shows a statistical table under its group heads, scrolling sideways where it is wider than the page. A number
// opens its cases.
func newGrid(t model.Grid, open func(row, column int)) fyne.CanvasObject {
	rows, label := newFlow(0), -labelWidth(t)
	fixed := &frozen{rows: rows, width: -label}
	if heads := model.Heads(t); heads != nil {
		cells := []fyne.CanvasObject{caption("")}
		weights := []float32{label}
		at := 0
		for _, h := range heads {
			width := gapEm * float32(h.Span-1)
			for _, c := range t.Columns[at : at+h.Span] {
				width += columnWidth(c)
			}
			at += h.Span
			cells = append(cells, gridHead(h.Label))
			weights = append(weights, -width)
		}
		rows.Add(headLine(weights, cells))
	}
	weights := []float32{label}
	cells := []fyne.CanvasObject{caption("")}
	for _, c := range t.Columns {
		cells = append(cells, gridHead(c.Label))
		weights = append(weights, -columnWidth(c))
	}
	rows.Add(headLine(weights, cells))
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
	rows  *fyne.Container
	width float32
}

// cover are the labels, with the ground of their rows.
func (l *frozen) cover(t model.Grid) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	add := func(fill fyne.ThemeColorName, text string) {
		w := newWords(text).cutting()
		w.bold = text == model.TotalLabel
		p := newPanel(fill, "", 0, 0, newPanel("", "", 1, 0.75, w))
		p.round = sizeSquare
		out = append(out, p)
	}
	for range len(l.rows.Objects) - len(t.Rows) {
		add(theme.ColorNameHeaderBackground, "")
	}
	for i, label := range t.Rows {
		add(rowFill(i), label)
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

func headLine(weights []float32, cells []fyne.CanvasObject) fyne.CanvasObject {
	p := newPanel(theme.ColorNameHeaderBackground, "", 0, 1, newBeside(1, weights, cells...))
	p.round = sizeSquare
	return p
}

func gridHead(label string) fyne.CanvasObject {
	p := newProse(label).small().in(colorMuted)
	p.centred = true
	return p
}

func gridLine(t model.Grid, i int, weights []float32, open func(row, column int)) fyne.CanvasObject {
	// The label itself stands in the frozen cover.
	cells := []fyne.CanvasObject{newPanel("", "", 1, 0.75, newWords(""))}
	for j, c := range t.Cells[i] {
		n := newWords(c.Text)
		n.align, n.bold = fyne.TextAlignCenter, t.Rows[i] == model.TotalLabel
		if c.Faint {
			n.color = theme.ColorNameDisabled
		}
		if !c.Opens {
			cells = append(cells, newPanel("", "", 0, 0.75, n))
			continue
		}
		p := newPress("", "", theme.ColorNameHover, 0, 0.75, n, func() { open(i, j) })
		p.round = theme.SizeNameSelectionRadius
		cells = append(cells, p)
	}
	p := newPanel(rowFill(i), "", 0, 0, newBeside(1, weights, cells...))
	p.round = theme.SizeNameSelectionRadius
	return p
}
