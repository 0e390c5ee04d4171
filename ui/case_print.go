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
	id, files := p.id, p.s.deps.Files
	out := []*fyne.MenuItem{p.printing("一页案情", func(ctx context.Context, path string) error { return files.Brief(ctx, path, id) })}
	for _, l := range model.Letters(p.view.Case) {
		out = append(out, fyne.NewMenuItem(l.Name, func() { p.s.printLetter(l.Name, p.view.Case, l.Compose) }))
	}
	out = append(out, p.courtItems()...)
	for _, slip := range cases.SlipsOf(p.view.Case.Kind) {
		out = append(out, p.printItem(slip))
	}
	return append(out, p.cardItem())
}

// printItem prints one of the slips.
func (p *casePane) printItem(slip cases.Slip) *fyne.MenuItem {
	id, files := p.id, p.s.deps.Files
	return p.printing(slip.Label(), func(ctx context.Context, path string) error { return files.CasePrint(ctx, path, id, slip) })
}

func (p *casePane) printing(what string, write func(ctx context.Context, path string) error) *fyne.MenuItem {
	name := model.FileName(p.view.Number+what) + ".pdf"
	return fyne.NewMenuItem(what, func() { p.s.previewing(what, name, write) })
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
