package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
)

// drawSide shows what is to know about the application as it stands: cases like it, hints with their articles, and the
// conditions of acceptance. It stands beside the form, so that nothing in the form moves when a hint comes.
func (p *intakePage) drawSide() {
	var parts []fyne.CanvasObject
	if len(p.alike) > 0 {
		parts = append(parts, p.alikeCard())
	}
	if len(p.check.Hints) > 0 {
		parts = append(parts, section("提示", nil, hintRows(p.check.Hints)))
	}
	if len(p.check.Conditions) > 0 {
		parts = append(parts, section("受理条件", nil, hintRows(model.Compact(p.check.Conditions))))
	}
	if bare := p.in.Revising() != nil && len(parts) == 0; bare == p.side.Visible() {
		if bare {
			p.side.Hide()
		} else {
			p.side.Show()
		}
		p.root.Refresh()
	}
	if !p.side.Visible() {
		return
	}
	if len(parts) == 0 {
		parts = append(parts, section("提示", nil, newProse("填写时在这里提示需要留意的事项和相似的案件，不影响登记。").in(colorMuted)))
	}
	p.side.fill(parts...)
}

func hintRows(list []model.Hint) fyne.CanvasObject {
	rows := newFlow(2)
	for _, h := range list {
		title := newProse(h.Title)
		title.bold = true
		body := newFlow(0.25, title, newProse(h.Text))
		if h.Text == "" {
			body = newFlow(0.25, newProse(h.Title))
		}
		if h.Basis != "" {
			body.Add(newProse(h.Basis).small().in(colorMuted))
		}
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(toneIcon(h.Tone), toneColor(h.Tone)), body))
	}
	return rows
}

// alikeCard is the strip of similar cases; a press lists them, a press on one opens it beside, the draft stays.
func (p *intakePage) alikeCard() fyne.CanvasObject {
	tone := model.Near
	for _, c := range p.alike {
		if c.Same {
			tone = model.Soon
		}
	}
	fold := iconWhy
	if p.listed {
		fold = iconFold
	}
	head := newBeside(1.5, []float32{-1.2, 1, -1.2}, marker(toneIcon(tone), toneColor(tone)), newProse(p.in.SimilarWords(p.alike)), marker(fold, colorMuted))
	rows := newFlow(1, newPress("", "", "hover", 0, 0, head, func() {
		p.listed = !p.listed
		p.drawSide()
	}))
	if p.listed {
		for _, c := range p.alike {
			rows.Add(p.alikeRow(c))
		}
	}
	return newPanel(toneTint(tone), "", 3, 2, rows)
}

func (p *intakePage) alikeRow(c cases.SimilarCase) fyne.CanvasObject {
	r := c.Row
	why := p.in.SimilarWhy(strings.Join(c.Why, "、")) + "　" + r.State.Label()
	if c.Same {
		why = p.in.RepeatedWord() + "　" + why
	}
	number := newProse(r.Number)
	number.bold = true
	return row(newFlow(0.25, number, newProse(r.Title()).small(), newProse(why).small().in(colorMuted)), func() {
		p.save()
		if p.s.newWindow != nil {
			p.s.openWindow(r.ID, r.Number)
		} else {
			p.s.openCase(r.Kind, r.ID)
		}
	})
}
