package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases/procedure"
)

// appearance asks whether a head of the organ came to the hearing, and who, or why not.
func (p *actPane) appearance() fyne.CanvasObject {
	a := &p.form.Appearance
	came, absent := p.headCame(a), p.headAbsent(a)
	always := p.courtroom(a)
	show := func() {
		for _, o := range []*fyne.Container{came, absent, always} {
			o.Hide()
		}
		switch {
		case !p.form.AppearanceSaid:
			return
		case a.Head:
			came.Show()
		default:
			absent.Show()
		}
		always.Show()
	}
	choice := widget.NewRadioGroup([]string{"负责人出庭", "负责人未出庭"}, nil)
	choice.Horizontal, choice.Required = true, true
	if p.form.AppearanceSaid {
		choice.Selected = map[bool]string{true: "负责人出庭", false: "负责人未出庭"}[a.Head]
	}
	choice.OnChanged = func(s string) {
		a.Head, p.form.AppearanceSaid = s == "负责人出庭", true
		show()
		p.page.relayout()
		p.touched()
	}
	show()
	notified := newTick("法院通知了负责人出庭", func(on bool) { a.Notified = on; p.touched() })
	notified.Checked = a.Notified
	out := newFlow(2)
	if names := p.form.Defendants(); len(names) > 1 {
		all := append([]string{""}, names...)
		out.Add(p.row("for", "哪个被告", true, codes(all, func(s string) string {
			if s == "" {
				return "全部被告（由同一人代表）"
			}
			return s
		}, "", a.For, func(s string) { a.For = s; p.touched() }), "同一次开庭有几个被告的，每个被告记录一次"))
	}
	out.Add(p.row("appearance", "出庭情况", true, choice, ""))
	out.Add(notified)
	out.Add(came)
	out.Add(absent)
	out.Add(always)
	return out
}

// headCame is who came and what the head said.
func (p *actPane) headCame(a *procedure.Appearance) *fyne.Container {
	spoke := newTick("负责人在庭上发言（出声）", func(on bool) { a.Spoke = on; p.touched() })
	spoke.Checked = a.Spoke
	return newFlow(2, newBeside(3, []float32{1, 1}, p.row("name", "负责人姓名", false, p.text(&a.Name, ""), ""),
		p.row("post", "职务", false, p.text(&a.Post, "如副局长"), "")),
		p.row("rank", "负责人类别", false, codes(procedure.Ranks(), procedure.RankLabel, "请选择", a.Rank,
			func(r procedure.Rank) { a.Rank = r; p.touched() }), ""),
		spoke, p.row("remarks", "对实质性化解争议的意见", false, p.text(&a.Remarks, "负责人在庭上说明的意见"), ""))
}

// headAbsent is why the head did not come, and what the court made of it.
func (p *actPane) headAbsent(a *procedure.Appearance) *fyne.Container {
	grounds := append([]procedure.AbsenceGround{""}, p.form.AbsenceGrounds()...)
	views := append([]procedure.CourtView{""}, procedure.CourtViews()...)
	return newFlow(2,
		newBeside(3, []float32{1, 1},
			p.row("absence", "未出庭的事由", false, codes(grounds, func(g procedure.AbsenceGround) string { return unsaid("没有说明", procedure.AbsenceLabel(g)) }, "",
				a.Absence, func(g procedure.AbsenceGround) { a.Absence = g; p.touched() }), ""),
			p.row("view", "法院对理由的认定", false, codes(views, func(v procedure.CourtView) string { return unsaid("没有表示", procedure.CourtViewLabel(v)) }, "",
				a.View, func(v procedure.CourtView) { a.View = v; p.touched() }), "")),
		p.row("reason", "书面说明的理由", false, p.text(&a.Reason, "没有的不填"), ""),
		p.row("proof", "证明材料", false, p.text(&a.Proof, "如 会议通知；须盖章或者由主要负责人签字"), ""))
}

// courtroom is who else came for the organ, and what the court reported of the hearing, whoever came.
func (p *actPane) courtroom(a *procedure.Appearance) *fyne.Container {
	consequences := append([]procedure.Consequence{""}, procedure.Consequences()...)
	return newFlow(2, newBeside(3, []float32{1, 1}, p.row("staff", "出庭的工作人员", false, p.text(&a.Staff, "几个人的用顿号隔开"), ""),
		p.row("lawyers", "出庭的律师", false, p.text(&a.Lawyers, ""), "")),
		newBeside(3, []float32{1, 1},
			p.row("consequence", "法院通报的情形", false, codes(consequences, func(c procedure.Consequence) string { return unsaid("没有通报", procedure.ConsequenceLabel(c)) }, "",
				a.Consequence, func(c procedure.Consequence) { a.Consequence = c; p.touched() }), ""),
			p.row("letter", "司法建议书文号", false, p.text(&a.Letter, ""), "")))
}

// unsaid is the label of a choice, or what stands for none.
func unsaid(none, label string) string {
	if label == "" {
		return none
	}
	return label
}
