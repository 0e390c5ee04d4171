package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// periods lists the running periods as bars, and those that are over when asked; a press shows the derivation of the date.
func (p *casePane) periods() fyne.CanvasObject {
	rows := newFlow(0.5)
	over := 0
	for _, v := range p.view.Periods {
		if !v.Running {
			over++
			if !p.ended && !p.open[v.Name] {
				continue
			}
		}
		rows.Add(p.period(v))
		if p.open[v.Name] {
			rows.Add(p.derivation(v))
		}
	}
	if over == len(p.view.Periods) && !p.ended && len(rows.Objects) == 0 {
		rows.Add(newProse("现在没有正在计算的期限。").in(colorMuted))
	}
	if over > 0 {
		text, icon := fmt.Sprintf("已经结束的期限（%d）", over), iconWhy
		if p.ended {
			text, icon = "收起已经结束的期限", iconFold
		}
		rows.Add(newLine(0, []float32{0, 1}, quiet(text, icon, func() {
			p.ended = !p.ended
			p.draw()
		}), caption("")))
	}
	var right fyne.CanvasObject = caption("点击期限可查看为什么是这一天")
	if p.s.deps.ReadOnly == "" && p.view.Main != nil {
		right = newLine(2, []float32{1, 0}, right, quiet("推演…", iconClock, p.try))
	}
	return section("期限", right, rows)
}

func (p *casePane) period(v model.PeriodView) fyne.CanvasObject {
	icon := widget.NewIcon(colored(toneIcon(v.Tone), toneColor(v.Tone)))
	name, fold := newWords(v.Name), iconWhy
	name.bold = v.Running
	if p.open[v.Name] {
		fold = iconFold
	}
	left := newWords(v.Left).in(toneColor(v.Tone)).cutting()
	left.bold = v.Running
	due := muted(v.Due).cutting()
	line := newLine(1.5, []float32{-1.2, 1, -p.dueWidth(), -9, -1.2}, icon, name.cutting(), due, left,
		widget.NewIcon(colored(fold, colorMuted)))
	content := fyne.CanvasObject(line)
	if v.Running {
		content = newFlow(0.5, line, newBeside(1.5, []float32{-1.2, 1}, caption(""), newPeriodBar(v)))
	}
	return row(content, func() { p.unfold(v.Name) })
}

// dueWidth is the width of the column of dates, in characters: that of the longest.
func (p *casePane) dueWidth() float32 {
	w := float32(0)
	for _, v := range p.view.Periods {
		w = max(w, fyne.MeasureText(v.Due, theme.TextSize(), fyne.TextStyle{}).Width)
	}
	return w/em(1) + 0.3
}

// unfold shows the derivation behind a date, or hides it again.
func (p *casePane) unfold(name string) {
	p.open[name] = !p.open[name]
	p.draw()
}

func (p *casePane) derivation(v model.PeriodView) fyne.CanvasObject {
	rows := newFlow(0.5)
	for _, s := range v.Steps {
		rows.Add(newBeside(2, []float32{-5, 1}, caption(s.Label), newProse(s.Text).small()))
	}
	copied := quiet("复制计算过程", iconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(procedure.ExplainText("期限计算说明："+p.view.Number+" "+v.Name, v.Steps))
		p.s.tell(model.Finished, "已复制“"+v.Name+"”的计算过程。")
	})
	rows.Add(newLine(0, []float32{0, 1}, copied, caption("")))
	if len(v.Days) > 0 {
		rows.Add(newLine(0, []float32{0, 1}, dayGrid(v.Days), caption("")))
	}
	return newPanel(theme.ColorNameBackground, "", 3, 2, rows)
}
