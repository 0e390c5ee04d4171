package ui

import (
	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
)

// materialsCard is the checklist of what was handed in and what is missing; it becomes the receipt and the supplement notice.
func (p *intakePage) materialsCard() fyne.CanvasObject {
	rows := newFlow(1)
	states := map[int]*pick{}
	var draw func()
	draw = func() {
		rows.RemoveAll()
		clear(states)
		if len(p.in.Said.Materials) == 0 {
			rows.Add(newProse("还没有列出材料。").in(colorMuted))
		}
		for i := range p.in.Said.Materials {
			rows.Add(p.material(i, states, draw))
		}
		p.form.relayout()
	}
	draw()
	list := quiet("按案件情况列出", nil, func() {
		p.in.FillMaterials(p.context())
		draw()
		p.typed()
	})
	all := quiet("全部收到", nil, func() {
		p.in.ReceiveAll()
		draw()
		p.typed()
	})
	add := quiet("添加", iconAdd, func() {
		p.in.Said.Materials = append(p.in.Said.Materials, model.MaterialForm{State: cases.MaterialReceived})
		draw()
	})
	return card(newFlow(1.5, newLine(2, []float32{0, 1, 0, 0, 0}, subheading("收到的材料"), muted("登记后据此打印收件回执和补正通知").cutting(), list, all, add), rows))
}

// material is one line: what it is, where it stands, how much of it, and what is wrong. A choice of where it stands brings or takes
// fields and keeps the keyboard.
func (p *intakePage) material(i int, states map[int]*pick, redraw func()) fyne.CanvasObject {
	m := &p.in.Said.Materials[i]
	state := codes(model.MaterialStates(), model.MaterialStateLabel, "请选择", m.State, func(s cases.MaterialState) {
		m.State = s
		redraw()
		p.s.win.Canvas().Focus(states[i])
		p.typed()
	})
	states[i] = state
	line := newLine(1.5, []float32{1, -7, -3.5, -3.5, 0, 0}, p.text(&m.Name, "材料名称", 1), boxed(state), p.text(&m.Copies, "份数", 1),
		p.text(&m.Pages, "页数", 1), p.yes("原件", &m.Original), sign(iconClose, "删除这一项", func() {
			p.in.Said.Materials = append(p.in.Said.Materials[:i:i], p.in.Said.Materials[i+1:]...)
			redraw()
			p.typed()
		}))
	if m.State != cases.MaterialMissing && m.State != cases.MaterialFaulty {
		return line
	}
	rows := newFlow(0.75, line, newBeside(1.5, []float32{-1.2, 1}, caption(""), fyne.CanvasObject(p.text(&m.Fault, "需要补正什么，一句话写清", 1))))
	if basis := m.Basis(); basis != "" {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, caption(""), newProse("依据："+basis).small().in(colorMuted)))
	}
	return rows
}
