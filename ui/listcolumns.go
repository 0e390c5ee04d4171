package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"fuyi/ui/model"
)

// widen makes the numbers of the first page fit.
func (p *listPage) widen() {
	var longest float32
	for i := range 100 {
		if r, ok := p.list.Row(i); ok {
			longest = max(longest, fyne.MeasureText(r.Number, em(1), fyne.TextStyle{Bold: true}).Width)
		}
	}
	model.Widen(p.table.cols.all, longest/em(1)+0.2)
	p.table.refit()
}

// arranged keeps another choice of columns.
func (p *listPage) arranged(c model.ColumnChoice) {
	p.table.choose(c)
	p.keep()
	p.bar.show()
}

// chooseColumns opens the columns: which are shown, and in which order; the number is always shown.
func (p *listPage) chooseColumns(at fyne.CanvasObject) {
	rows := newFlow(0)
	var fill func()
	change := func(c model.ColumnChoice) {
		p.arranged(c)
		fill()
	}
	fill = func() {
		rows.RemoveAll()
		all, choice := p.table.cols.all, p.table.cols.choice
		ids := choice.IDs(all)
		for i, id := range ids {
			up := sign(iconUp, "上移", func() { change(choice.Move(all, id, -1)) })
			down := sign(iconDown, "下移", func() { change(choice.Move(all, id, 1)) })
			if i == 0 {
				up.Disable()
			}
			if i == len(ids)-1 {
				down.Disable()
			}
			rows.Add(p.columnLine(id, true, change, up, down))
		}
		for _, c := range all {
			if !choice.Has(all, c.ID) {
				rows.Add(p.columnLine(c.ID, false, change, caption(""), caption("")))
			}
		}
		rows.Refresh()
	}
	fill()
	usual := quiet("恢复默认", iconUndo, func() { change(model.ColumnChoice{}) })
	hint := newProse("拖动表头之间的竖线可以改列宽；窗口窄的时候，靠后的列会自动让出位置。").small().in(colorMuted)
	body := newFlow(1.5, newLine(1, []float32{1, 0}, subheading("显示哪些列"), usual), rows, hint)
	scroll := container.NewVScroll(container.New(&fixedWidth{em: 18}, body))
	height := min(scroll.Content.MinSize().Height, p.s.win.Canvas().Size().Height*0.72)
	scroll.SetMinSize(fyne.NewSize(em(18)+units(4), height))
	pop := widget.NewPopUp(newPanel(colorSurface, "", 3, 2, scroll), p.s.win.Canvas())
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	left := min(pos.X, p.s.win.Canvas().Size().Width-em(18)-units(14))
	pop.ShowAtPosition(fyne.NewPos(max(left, 0), pos.Y+at.Size().Height))
}

func (p *listPage) columnLine(id string, shown bool, change func(model.ColumnChoice), up, down fyne.CanvasObject) fyne.CanvasObject {
	all, choice := p.table.cols.all, p.table.cols.choice
	title := id
	for _, c := range all {
		if c.ID == id {
			title = c.Title
		}
	}
	check := newTick(title, nil)
	check.Checked = shown
	check.OnChanged = func(bool) { change(choice.Toggle(all, id)) }
	if id == model.NumberColumn {
		check.Disable()
	}
	return newLine(0, []float32{1, 0, 0}, check, up, down)
}
