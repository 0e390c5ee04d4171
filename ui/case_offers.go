package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/ui/model"
)

// next says what comes next and offers the acts: the most likely one first, the usual ones, and behind 全部程序行为 every
// act by heading, refused ones greyed with their reasons.
func (p *casePane) next() fyne.CanvasObject {
	v := p.view
	if p.s.deps.ReadOnly != "" {
		return section("下一步", nil, newProse(p.s.deps.ReadOnly).in(colorMuted))
	}
	say := newProse(v.Next)
	say.bold = true
	rows := []fyne.CanvasObject{say}
	line := newWrap(1.5)
	p.lead = nil
	if v.Main != nil {
		p.lead = primary(v.Main.Spec.Label, nil, func() { p.begin(v.Main.Spec) })
		line.Add(p.lead)
	}
	for _, o := range v.Offers {
		line.Add(button(o.Spec.Label, nil, func() { p.begin(o.Spec) }))
	}
	if len(line.Objects) > 0 {
		rows = append(rows, line)
	}
	icon := iconWhy
	if p.allActs {
		icon = iconFold
		if v.Elsewhere() {
			rows = append(rows, newProse(model.ElsewhereNote).small().in(colorMuted))
		}
		rows = append(rows, p.groups()...)
	}
	return section("下一步", quiet("全部程序行为", icon, func() {
		p.allActs = !p.allActs
		p.draw()
	}), rows...)
}

// groups lists every act by heading: those of today, those that only an earlier day allows, with the reason (补录), and folded
// those that are refused.
func (p *casePane) groups() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, g := range p.view.Groups {
		line, past, refused := newWrap(1.5), p.past(g), newFlow(0.75)
		for _, o := range g.Offers {
			if o.Refused == "" {
				line.Add(button(o.Spec.Label, nil, func() { p.begin(o.Spec) }))
				continue
			}
			if !o.Earlier.IsZero() {
				continue
			}
			name := newWords(o.Spec.Label).in(theme.ColorNameDisabled).cutting()
			refused.Add(newBeside(1.5, []float32{-1.2, -9, 1}, marker(iconRefuse, theme.ColorNameDisabled), name,
				newProse(model.OfferNote(o)).small().in(colorMuted)))
		}
		part := newFlow(1.25, caption(g.Title))
		for _, o := range []*fyne.Container{line, past} {
			if len(o.Objects) > 0 {
				part.Add(o)
			}
		}
		if n := len(refused.Objects); n > 0 {
			part.Add(newLine(0, []float32{0, 1}, quiet(fmt.Sprintf("现在不能办理的（%d）", n), foldIcon(p.open[refusalsOf+g.Title]), func() { p.unfold(refusalsOf + g.Title) }), caption("")))
			if p.open[refusalsOf+g.Title] {
				part.Add(refused)
			}
		}
		out = append(out, part)
	}
	return out
}

// past lists the acts of a heading that only an earlier day allows.
func (p *casePane) past(g model.OfferGroup) *fyne.Container {
	rows := newFlow(1)
	for _, l := range model.PastLines(g) {
		acts := newWrap(1)
		for _, o := range l.Offers {
			b := quiet(o.Spec.Label+"…", nil, func() { p.begin(o.Spec) })
			if l.Note != "" {
				acts.Add(b)
				continue
			}
			acts.Add(newLine(0, []float32{0, 0}, b, caption(model.LastDay(o))))
		}
		if l.Note == "" {
			rows.Add(acts)
			continue
		}
		rows.Add(newFlow(0.25, newProse(l.Note).small().in(colorMuted), acts))
	}
	return rows
}

// refusalsOf begins the names under which it is kept whether refused acts are unfolded.
const refusalsOf = "refusals:"

// foldIcon is the sign of something that can be folded.
func foldIcon(open bool) fyne.Resource {
	if open {
		return iconFold
	}
	return iconWhy
}

// reminders are the duties that seem to be missed; the act that settles one can be begun beside it.
func (p *casePane) reminders() fyne.CanvasObject {
	rows := newFlow(1)
	for _, n := range p.view.Notices {
		line := newBeside(1.5, []float32{-1.2, 1, 0}, marker(iconNow, toneColor(model.Soon)), newProse(n.Text), caption(""))
		if n.Act != nil && p.s.deps.ReadOnly == "" {
			line.Objects[2] = quiet("补记“"+n.Act.Label+"”…", nil, func() { p.begin(n.Act) })
		}
		rows.Add(line)
	}
	return section("提醒", nil, rows)
}
