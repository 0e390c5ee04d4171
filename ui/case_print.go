package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// prints are the items of a menu with everything that is printed of the case shown, the brief first.
func (p *casePane) prints() []*fyne.MenuItem {
	if p.id == 0 || p.view == nil {
		return nil
	}
	if p.view.Case.Kind == cases.Litigation {
		return p.suitPrints()
	}
	id, files := p.id, p.s.deps.Files
	out := []*fyne.MenuItem{p.printing("一页案情", func(ctx context.Context, path string) error { return files.Brief(ctx, path, id) })}
	for _, l := range model.Letters(p.view.Case) {
		out = append(out, fyne.NewMenuItem(l.Name, func() { p.s.printLetter(l.Name, p.view.Case, l.Compose) }))
	}
	for _, slip := range cases.SlipsOf(p.view.Case.Kind) {
		out = append(out, p.printItem(slip))
	}
	return append(out, p.cardItem())
}

// suitPrints are those of a court case by what they are for. Once the case is archived nothing is prepared for the court any more.
func (p *casePane) suitPrints() []*fyne.MenuItem {
	id, files := p.id, p.s.deps.Files
	out := []*fyne.MenuItem{p.printing("一页案情", func(ctx context.Context, path string) error { return files.Brief(ctx, path, id) })}
	var binding []*fyne.MenuItem
	for _, slip := range cases.SlipsOf(cases.Litigation) {
		if slip == cases.SlipPhoneBrief {
			out = append(out, p.printItem(slip))
		} else {
			binding = append(binding, p.printItem(slip))
		}
	}
	out = append([]*fyne.MenuItem{menuTitle("案情")}, append(out, p.cardItem())...)
	if p.view.Timeline.State != procedure.Archived {
		if items := p.courtItems(); len(items) > 0 {
			out = append(append(out, fyne.NewMenuItemSeparator(), menuTitle("开庭材料")), trimmed(items)...)
		}
	}
	return append(append(out, fyne.NewMenuItemSeparator(), menuTitle("邮寄和装订")), binding...)
}

// menuTitle heads a group of a menu; it cannot be chosen.
func menuTitle(text string) *fyne.MenuItem {
	item := fyne.NewMenuItem(text, nil)
	item.Disabled = true
	return item
}

// trimmed are the items of a group without the lines before and after them.
func trimmed(items []*fyne.MenuItem) []*fyne.MenuItem {
	for len(items) > 0 && items[0].IsSeparator {
		items = items[1:]
	}
	for len(items) > 0 && items[len(items)-1].IsSeparator {
		items = items[:len(items)-1]
	}
	return items
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
