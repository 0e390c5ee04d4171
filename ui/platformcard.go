package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// platformCard is 平台抄录卡 in a case's place: what has to be typed into the superior's platform, one line after the other.
type platformCard struct {
	s     *shell
	owner *casePane
	page  *scroller
	m     *model.PlatformCard
	// next is the button of the line to be typed now.
	next *push
}

// cardItem opens the card from the menu of what is printed of a case.
func (p *casePane) cardItem() *fyne.MenuItem { return fyne.NewMenuItem("平台抄录卡", p.openCard) }

// openCard shows the card of the case in view.
func (p *casePane) openCard() {
	if p.view == nil {
		return
	}
	v := p.view
	start(p.s.run, "platform card", func(ctx context.Context) (*model.PlatformCard, error) {
		return model.LoadPlatformCard(ctx, p.s.deps.Office, v.Case, &v.Timeline)
	}, func(m *model.PlatformCard, err error) {
		if err != nil {
			p.s.failed("platform card", err)
			return
		}
		c := &platformCard{s: p.s, owner: p, page: newScroller(), m: m}
		p.card = c
		c.draw()
		p.root.Objects = []fyne.CanvasObject{c.page.Container}
		p.root.Refresh()
		c.focus()
	})
}

// leaveCard returns to the case; false if the card is not in view.
func (p *casePane) leaveCard() bool {
	if p.card == nil {
		return false
	}
	p.card = nil
	p.root.Objects = []fyne.CanvasObject{p.face()}
	p.root.Refresh()
	p.takeKeys()
	return true
}

func (c *platformCard) focus() {
	if c.next != nil {
		c.s.win.Canvas().Focus(c.next)
	}
}

func (c *platformCard) draw() {
	clear := quiet("全部重抄", iconUndo, func() {
		confirm(c.s.win, "全部重抄", "取消本案的全部勾选，从第一项开始重新抄录？", func() {
			c.m.Clear()
			c.keep()
		})
	})
	if c.s.deps.ReadOnly != "" {
		clear.Disable()
	}
	head := newLine(2, []float32{0, 1, 0}, quiet("返回案件", iconBack, func() { c.owner.leaveCard() }), caption(""), clear)
	say := newProse(c.m.Says())
	say.bold = true
	rows := newFlow(1)
	c.next = nil
	for _, l := range c.m.Lines() {
		rows.Add(c.line(l))
	}
	c.page.fill(head, heading("平台抄录卡").cutting(), newProse(c.owner.view.Number+"　"+c.owner.view.Title).in(colorMuted), say, rows,
		newLine(0, []float32{0, 1}, quiet("改栏目、顺序和代码", iconRight, func() { c.s.editCard(c.owner.view.Case.Kind) }), caption("")))
}

// line is one field: its name, what is typed in large letters, a button that copies it, and the tick.
func (c *platformCard) line(l model.CardLine) fyne.CanvasObject {
	value := newProse(l.Value)
	value.size = theme.SizeNameSubHeadingText
	fill := fyne.ThemeColorName(colorSurface)
	switch {
	case l.Next:
		fill = colorTint
	case l.Ticked:
		value.color = colorMuted
	}
	text := newFlow(0.5, caption(l.Label), value)
	if l.Value == "" {
		text.Objects[1] = newProse("本案没有登记").in(colorMuted)
	}
	if l.Code != "" {
		text.Add(newLine(1, []float32{0, 0, 1}, muted("代码 "+l.Code), quiet("复制代码", iconCopy, func() { c.copy(l.Code) }), caption("")))
	}
	for _, say := range []string{l.Problem, l.Stale} {
		if say != "" {
			text.Add(newProse(say).small().in(toneColor(model.Late)))
		}
	}
	done := newTick("已抄录", func(on bool) {
		c.m.Tick(l.Field, on)
		c.keep()
	})
	done.Checked = l.Ticked
	if c.s.deps.ReadOnly != "" {
		done.Disable()
	}
	copied := button("复制", iconCopy, func() { c.copy(l.Value) })
	if l.Value == "" {
		copied.Disable()
	}
	if l.Next {
		c.next = copied
	}
	return newPanel(fill, theme.ColorNameSeparator, 2.5, 1.5, newLine(2, []float32{1, 0, 0}, text, copied, done))
}

func (c *platformCard) copy(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	c.s.tell(model.Finished, "已复制，到平台里粘贴后请打勾。")
}

// keep stores the ticks and turns to the next line.
func (c *platformCard) keep() {
	c.draw()
	c.focus()
	m := c.m
	start(c.s.run, "keep ticks", func(ctx context.Context) (struct{}, error) { return struct{}{}, m.Save(ctx, c.s.deps.Office) },
		func(_ struct{}, err error) {
			if err != nil {
				c.s.failed("keep ticks", err)
			}
		})
}

// editCard opens the page on which the card of a kind is changed.
func (s *shell) editCard(k cases.Kind) {
	from := s.here
	p, _ := s.pages[pageCards].(*cardsPage)
	if p == nil {
		p = newCardsPage(s)
		s.pages[pageCards] = p
	}
	p.kind, p.from = k, from
	s.show(pageCards)
}
