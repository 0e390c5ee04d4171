package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/ui/model"
)

// pasteBox takes a block of names and says how many it found before they are added.
type pasteBox struct {
	list *partyList
	area *entry
	say  *words
	add  *push
}

// pasteInto opens the box with what the clipboard holds.
func (p *intakePage) pasteInto(l *partyList) {
	b := &pasteBox{list: l, area: newArea("从 Excel 或者聊天记录复制姓名，一行一人；可以同时带证件号码、电话、地址", 5), say: muted("").cutting()}
	b.add = primary("加入", nil, func() {
		p.paste = nil
		if !l.take(b.area.Text) {
			l.draw()
		}
	})
	b.area.OnChanged = func(string) { p.s.run.After("paste count", pause, b.count) }
	p.paste = b
	l.draw()
	b.area.SetText(fyne.CurrentApp().Clipboard().Content())
	b.count()
	p.s.win.Canvas().Focus(b.area)
}

func (b *pasteBox) count() {
	n := len(model.Pasted(b.area.Text, b.list.role))
	b.say.set("还没有认出姓名")
	b.add.Disable()
	if n > 0 {
		b.say.set(fmt.Sprintf("认出%d人", n))
		b.add.Enable()
	}
}

func (b *pasteBox) view() fyne.CanvasObject {
	p := b.list.p
	return newPanel(theme.ColorNameBackground, theme.ColorNameSeparator, 3, 2, newFlow(1.5, b.area, newLine(2, []float32{1, 0, 0}, b.say,
		button("取消", nil, func() { p.paste = nil; b.list.draw() }), b.add)))
}
