package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// courtList shows suits under heads; a press on a head puts them in its order, one on a line opens the case.
func (p *courtPage) courtList(l *model.CourtList, none string) fyne.CanvasObject {
	count := muted("")
	rows := newFlow(0)
	var draw func()
	draw = func() {
		lines, _ := l.Shown()
		rows.RemoveAll()
		count.set(l.LinesWord())
		if len(lines) == 0 {
			rows.Add(newProse(none).in(colorMuted))
			return
		}
		rows.Add(courtHeads(l, func(i int) {
			l.SortBy(i)
			draw()
			p.relayout()
		}))
		for _, line := range lines {
			rows.Add(p.courtLine(l, line))
		}
	}
	draw()
	return section(l.Title, count, rows)
}

// courtWeights are the widths of the columns.
func courtWeights(l *model.CourtList) []float32 {
	var out []float32
	for _, c := range l.Columns {
		out = append(out, c.Width)
	}
	return out
}

// courtHeads are the titles of the columns; an arrow shows the order.
func courtHeads(l *model.CourtList, sort func(int)) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for i, c := range l.Columns {
		text, color := c.Title, colorMuted
		if l.Sort == i {
			text, color = text+map[bool]string{true: " ▼", false: " ▲"}[l.Desc], theme.ColorNamePrimary
		}
		label := strong(text).in(color).cutting()
		label.size = theme.SizeNameCaptionText
		h := newPress("", "", theme.ColorNameHover, 0, 1, label, func() { sort(i) })
		h.round = theme.SizeNameSelectionRadius
		cells = append(cells, h)
	}
	ground := newPanel(theme.ColorNameHeaderBackground, "", 2, 0.25, newLine(3, courtWeights(l), cells...))
	ground.round = sizeSquare
	return ground
}

// courtLine is one suit.
func (p *courtPage) courtLine(l *model.CourtList, line model.CourtLine) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	var texts []*hinted
	for i, c := range line.Cells {
		t := newHinted(c.Text, c.Full)
		t.bold = i == 0
		switch {
		case c.Tone != "":
			t.color, t.bold = toneColor(c.Tone), true
		case !c.Day.IsZero():
			t.color = colorMuted
		}
		texts, cells = append(texts, t), append(cells, t)
		if c.Tone != "" {
			mark := newPanel(toneTint(c.Tone), "", 1.5, 0, t)
			mark.round = theme.SizeNameInputRadius
			cells[i] = newLine(0, []float32{-3, 1}, mark, caption(""))
			t.align = fyne.TextAlignCenter
		}
	}
	var content fyne.CanvasObject = newLine(3, courtWeights(l), cells...)
	if line.More != "" {
		content = newFlow(0, content, newProse(line.More).small().in(colorMuted))
	}
	r := row(content, func() { p.s.openCase(cases.Litigation, line.ID) })
	for _, t := range texts {
		t.under = r
	}
	return r
}

// relayout lays the page out after a list in it changed.
func (p *courtPage) relayout() {
	if p.behind != nil {
		p.behind.relayout()
		return
	}
	p.page.relayout()
}
