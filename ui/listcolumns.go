package ui

import (
	"fyne.io/fyne/v2"
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

// chooseColumns opens a menu of the columns; the number is always shown.
func (p *listPage) chooseColumns(at fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, c := range p.table.cols.all[1:] {
		item := fyne.NewMenuItem(c.Title, func() {
			p.table.cols.hidden[c.Title] = !p.table.cols.hidden[c.Title]
			p.keepColumns()
			p.table.refit()
			p.table.redraw()
		})
		item.Checked = !p.table.cols.hidden[c.Title]
		items = append(items, item)
	}
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.s.win.Canvas(), pos.AddXY(0, at.Size().Height))
}

func (p *listPage) columnsKey() string { return "columns." + listName(p.kind) }

func (p *listPage) restoreColumns() {
	for _, t := range fyne.CurrentApp().Preferences().StringList(p.columnsKey()) {
		p.table.cols.hidden[t] = true
	}
}

func (p *listPage) keepColumns() {
	var out []string
	for t, hidden := range p.table.cols.hidden {
		if hidden {
			out = append(out, t)
		}
	}
	fyne.CurrentApp().Preferences().SetStringList(p.columnsKey(), out)
}
