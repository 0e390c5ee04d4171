package ui

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
)

// findLinks looks for the cases around the case shown; the page is drawn anew only if it found others than before.
func (p *casePane) findLinks(c *cases.Case) {
	office, today := p.s.deps.Office, p.s.today()
	start(p.s.run, "links", func(ctx context.Context) (*model.SuitLinks, error) { return model.LoadLinks(ctx, office, c, today) },
		func(l *model.SuitLinks, err error) {
			if err != nil {
				p.s.failed("linked cases", err)
				return
			}
			if p.id != c.ID || p.act != nil || p.revising != nil {
				return
			}
			old := p.links
			p.links, p.linked = l, c.ID
			if old == nil && len(l.Lines)+len(l.Hints) == 0 && l.Final == "" || reflect.DeepEqual(old, l) {
				return
			}
			at := p.page.scroll.Offset
			p.draw()
			p.page.scroll.ScrollToOffset(at)
		})
}

// linkSection lists the reconsideration and the instances of a dispute, and says who should be the defendant; nil if there is nothing.
func (p *casePane) linkSection() fyne.CanvasObject {
	l := p.links
	if l == nil || len(l.Lines)+len(l.Hints) == 0 && l.Final == "" {
		return nil
	}
	rows := newFlow(0)
	for _, x := range l.Lines {
		state := newWords(x.State).cutting()
		line := newLine(3, []float32{-5, -13.6, 1}, muted(x.What), strong(x.Number).cutting(), state)
		if x.Here {
			line.Objects[1] = muted(x.Number).cutting()
			rows.Add(newPanel("", "", 2, 1.5, line))
			continue
		}
		rows.Add(row(line, func() { p.s.openCase(x.Kind, x.ID) }))
	}
	parts := []fyne.CanvasObject{}
	if len(l.Lines) > 0 {
		parts = append(parts, rows)
	}
	if l.Final != "" {
		parts = append(parts, newProse(l.Final))
	}
	if len(l.Hints) > 0 {
		parts = append(parts, hintRows(l.Hints))
	}
	return section("关联案件和审级", nil, parts...)
}
