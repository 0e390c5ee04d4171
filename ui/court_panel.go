package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// courtPanel asks what a paper around a hearing needs before it is written. Nothing is written until one of its buttons is pressed.
type courtPanel struct {
	owner *casePane
	ask   *model.CourtAsk
	d     *dialog.CustomDialog
}

func newCourtPanel(p *casePane, a *model.CourtAsk) *courtPanel {
	c := &courtPanel{owner: p, ask: a}
	write := primary("写好并打开", nil, c.write)
	as := button("另存为…", nil, c.saveAs)
	no := button("取消", nil, func() { c.d.Hide() })
	c.d = dialog.NewCustomWithoutButtons(a.Offer.Label, newSized(32, c.fields()), p.s.win)
	c.d.SetButtons([]fyne.CanvasObject{no, as, write})
	c.d.Show()
	return c
}

// fields are the rows of the form: those that the paper has a use for.
func (c *courtPanel) fields() fyne.CanvasObject {
	a := c.ask
	text := func(value *string, hint string) *entry {
		e := newEntry(hint)
		e.SetText(*value)
		e.OnChanged = func(s string) { *value = s }
		return e
	}
	rows := newFlow(2)
	if len(a.Organs) > 1 {
		rows.Add(field("为哪个被告出具", false, boxed(codes(a.Organs, func(s string) string { return s }, "", a.Organ, func(s string) { a.Organ = s })), "").Container)
	}
	post := text(&a.Post, "如 副局长")
	name := newSuggest(a.Names, "姓名")
	name.SetText(a.Head)
	name.OnChanged = func(s string) {
		a.Head = s
		if known := a.PostOf(s); known != "" {
			post.SetText(known)
		}
	}
	rows.Add(newBeside(3, []float32{1, 1}, field(a.HeadLabel(), false, name, "").Container, field("职务", false, post, "").Container))
	if a.AsksGround() {
		grounds := append([]procedure.AbsenceGround{""}, procedure.ProperGrounds()...)
		rows.Add(field("不能出庭的事由", false, boxed(codes(grounds, func(g procedure.AbsenceGround) string { return unsaid("还没有选定", procedure.AbsenceLabel(g)) }, "",
			a.Ground, func(g procedure.AbsenceGround) { a.Ground = g })), "").Container)
		rows.Add(field("具体情况", false, text(&a.Reason, "时间、事项，为什么不能由他人代替"), "").Container)
		rows.Add(field("证明材料", false, text(&a.Proof, "如 会议通知"), "").Container)
	}
	if a.AsksStaff() {
		rows.Add(field("同时出庭的工作人员", false, text(&a.Staff, "几个人的用顿号隔开"), "").Container)
	}
	rows.Add(newProse("留空的，文书里留黄色的空白，写好后会逐项说明。").small().in(colorMuted))
	return rows
}

// write writes the paper into the folder for printing and opens it.
func (c *courtPanel) write() {
	c.d.Hide()
	c.owner.writeCourt(c.ask.Offer, c.ask.Answer(), "")
}

// saveAs writes the paper where the clerk says.
func (c *courtPanel) saveAs() {
	c.d.Hide()
	c.owner.s.saveAs(c.ask.Offer.FileName(c.owner.view.Case), func(path string) { c.owner.writeCourt(c.ask.Offer, c.ask.Answer(), path) })
}
