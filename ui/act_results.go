package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// resultLabel is the width of the labels of a result, in characters.
const resultLabel = -5

// results asks for the outcome of every defendant, and of every act where the court judged the original act and the
// reconsideration decision apart.
func (p *actPane) results() fyne.CanvasObject {
	rows := newFlow(1.5)
	var draw func()
	redraw := func() {
		draw()
		p.s.freeKeys()
		p.page.relayout()
		p.touched()
	}
	draw = func() {
		rows.RemoveAll()
		for i, b := range p.form.ResultBlocks() {
			rows.Add(p.resultBlock(b, redraw))
			if i == 0 && p.form.MayShareResult() {
				rows.Add(newLine(0, []float32{0, 1}, quiet("各被告结果相同", iconCopy, func() {
					p.form.ShareResult()
					redraw()
				}), caption("")))
			}
		}
	}
	draw()
	return rows
}

// resultBlock are the outcomes of one defendant under its full name; a suit with one defendant has no name to show.
func (p *actPane) resultBlock(b model.ResultBlock, redraw func()) fyne.CanvasObject {
	rows := newFlow(1.5)
	if b.Title != "" {
		title := newProse(b.Title)
		title.bold = true
		rows.Add(title)
	}
	for _, i := range b.At {
		rows.Add(p.result(i, redraw))
	}
	rows.Add(newLine(0, []float32{0, 1}, quiet("再加一项结果", iconAdd, func() {
		p.form.AddResultFor(b.Defendant)
		redraw()
	}), caption("")))
	if b.Title == "" {
		return rows
	}
	return newPanel(theme.ColorNameBackground, theme.ColorNameSeparator, 3, 2, rows)
}

// result is one outcome and what follows from it, each in a row with its label.
func (p *actPane) result(i int, redraw func()) fyne.CanvasObject {
	r := &p.form.Results[i]
	out := newFlow(1)
	add := func(label string, o fyne.CanvasObject) {
		out.Add(newLine(2, []float32{resultLabel, 1}, muted(label), o))
	}
	if names := p.form.Defendants(); len(names) > 1 && !slices.Contains(names, r.Defendant) {
		add(p.form.OrganLabel(), boxed(codes(names, func(s string) string { return s }, "请选择"+p.form.OrganLabel(), r.Defendant, func(s string) { r.Defendant = s; redraw() })))
	}
	outcome := boxed(codes(p.form.Outcomes(), procedure.OutcomeLabel, "请选择裁判结果", r.Outcome, func(o procedure.Outcome) {
		p.form.SetOutcome(r, o)
		redraw()
	}))
	if p.form.MayDropResult(i) {
		outcome = newLine(1, []float32{1, 0}, outcome, sign(iconClose, "去掉这一项", func() {
			p.form.DropResult(i)
			redraw()
		}))
	}
	add("结果", outcome)
	if r.Outcome == "" {
		return out
	}
	if p.form.TwoActs() {
		add("分开裁判", p.actJudged(r))
	}
	if !p.form.Loses() {
		return out
	}
	add("是否败诉", boxed(codes([]model.LostChoice{model.LostUsual, model.LostYes, model.LostNo}, func(c model.LostChoice) string { return model.LostLabel(r, c) },
		"", model.LostOf(r), func(c model.LostChoice) { model.SetLost(r, c); redraw() })))
	if r.Outcome == procedure.ActRevoked || r.Outcome == procedure.ActRevokedPart {
		redo := newTick("责令重作", func(on bool) { r.Redo = on; p.touched() })
		redo.Checked = r.Redo
		add("", redo)
	}
	if procedure.LostBy(*r) {
		add("败诉原因", p.causes(r))
	}
	return out
}

// actJudged chooses the act that the outcome is about.
func (p *actPane) actJudged(r *procedure.Result) fyne.CanvasObject {
	acts := append([]procedure.SuedAct{""}, procedure.SuedActs()...)
	return boxed(codes(acts, func(a procedure.SuedAct) string {
		if a == "" {
			return "不分开裁判"
		}
		return "裁判" + procedure.SuedActLabel(a)
	}, "不分开裁判", r.Act, func(a procedure.SuedAct) { r.Act = a; p.touched() }))
}

// causes asks why a defendant lost.
func (p *actPane) causes(r *procedure.Result) fyne.CanvasObject {
	wrap := newWrap(2)
	for _, c := range procedure.LossCauses() {
		t := newTick(procedure.LossCauseLabel(c), func(on bool) { model.SetCause(r, c, on); p.touched() })
		t.Checked = slices.Contains(r.Causes, c)
		wrap.Add(t)
	}
	return wrap
}
