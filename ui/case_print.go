package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
)

// prints are the items of a menu with everything that is printed of the case shown, the brief first.
func (p *casePane) prints() []*fyne.MenuItem {
	if p.id == 0 || p.view == nil {
		return nil
	}
	var out []*fyne.MenuItem
	id, files, number := p.id, p.s.deps.Files, p.view.Number
	add := func(what string, write func(ctx context.Context, path string) error) {
		out = append(out, fyne.NewMenuItem(what, func() { p.s.previewing(what, model.FileName(number+what)+".pdf", write) }))
	}
	add("一页案情", func(ctx context.Context, path string) error { return files.Brief(ctx, path, id) })
	for _, slip := range cases.SlipsOf(p.view.Case.Kind) {
		add(slip.Label(), func(ctx context.Context, path string) error { return files.CasePrint(ctx, path, id, slip) })
	}
	return out
}

// print opens the menu at its button: Ctrl+P, ↓ and Enter print the brief.
func (p *casePane) print() {
	if items := p.prints(); len(items) > 0 && p.printer != nil {
		p.s.showMenu(p.printer, items...)
	}
}

// print offers what is printed of the case beside the list, and the list; without a case the list is printed at once.
func (p *listPage) print() {
	items := p.pane.prints()
	if len(items) == 0 || p.pane.printer == nil {
		p.printList()
		return
	}
	p.s.showMenu(p.pane.printer, append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("列表", p.printList))...)
}
