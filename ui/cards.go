package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/platform"
	"fuyi/ui/model"
)

// cardsPage is where the fields, their order, their names and their codes on the superior's platform are set.
type cardsPage struct {
	s    *shell
	m    *model.CardEditor
	page *scroller
	kind cases.Kind
	from string
	// open is the field whose codes are in view, -1 for none.
	open int
}

func newCardsPage(s *shell) *cardsPage {
	return &cardsPage{s: s, page: newScroller(), kind: cases.Reconsideration, from: pageSettings, open: -1}
}

func (p *cardsPage) view() fyne.CanvasObject { return p.page.Container }

func (p *cardsPage) back() bool {
	p.s.show(p.from)
	return true
}

func (p *cardsPage) shown() {
	k := p.kind
	start(p.s.run, "cards", func(ctx context.Context) (*model.CardEditor, error) {
		return model.LoadCardEditor(ctx, p.s.deps.Office, k)
	}, func(m *model.CardEditor, err error) {
		if err != nil {
			p.s.failed("cards", err)
			m = &model.CardEditor{Card: cases.PlatformCard{Kind: k}}
			if err := m.Reset(); err != nil {
				p.s.failed("cards", err)
				return
			}
		}
		p.m, p.open = m, -1
		p.draw()
	})
}

func (p *cardsPage) draw() {
	kinds := []cases.Kind{cases.Reconsideration, cases.Litigation}
	labels := []string{"行政复议案件", "行政应诉案件"}
	kind := newPick(nil, func(i int, _ string) {
		p.kind = kinds[i]
		p.shown()
	})
	kind.fill(labels, labels[0])
	if p.kind == cases.Litigation {
		kind.fill(labels, labels[1])
	}
	save := primary("保存", nil, p.save)
	reset := button("恢复常用栏目", iconUndo, func() {
		confirm(p.s.win, "恢复常用栏目", "放弃本单位改过的栏目、顺序和代码，恢复成常用的抄录卡？按“保存”后生效。", func() {
			if err := p.m.Reset(); err != nil {
				p.s.failed("reset card", err)
				return
			}
			p.draw()
		})
	})
	if p.s.deps.ReadOnly != "" {
		save.Disable()
	}
	rows := newFlow(0.5, p.line(caption("顺序"), caption("本单位的栏目"), caption("平台上的名称"), caption("代码"), caption("")))
	for i := range p.m.Card.Fields {
		rows.Add(p.field(i))
		if i == p.open {
			rows.Add(p.codes(i))
		}
	}
	head := pageHead("平台抄录卡", nil, button("返回", iconBack, func() { p.back() }), reset, save)
	p.page.fill(head, newNarrow(64, section("栏目和顺序", newSized(10, boxed(kind)),
		newProse("按上级平台录入页面的顺序排列，名称和代码照平台填写。对账也按这里的名称和代码比对。").small().in(colorMuted), rows, p.adding())))
}

func (p *cardsPage) line(parts ...fyne.CanvasObject) fyne.CanvasObject {
	return newLine(2, []float32{-2, -10, 1, -7, -7}, parts...)
}

func (p *cardsPage) field(i int) fyne.CanvasObject {
	f := &p.m.Card.Fields[i]
	label := newEntry("平台上的名称")
	label.SetText(f.Label)
	label.OnChanged = func(s string) { f.Label = s }
	text := "设代码"
	if len(f.Codes) > 0 {
		text = fmt.Sprintf("代码%d项", len(f.Codes))
	}
	icon := foldIcon(i == p.open)
	codes := quiet(text, icon, func() {
		if p.open = i; icon == iconFold {
			p.open = -1
		}
		p.draw()
	})
	move := func(by int) func() {
		return func() {
			p.m.Move(i, by)
			p.open = -1
			p.draw()
		}
	}
	acts := newLine(0, []float32{0, 0, 0, 1}, sign(iconUp, "上移", move(-1)), sign(iconDown, "下移", move(1)),
		sign(iconClose, "不抄这一项", func() {
			p.m.Remove(i)
			p.open = -1
			p.draw()
		}), caption(""))
	return p.line(muted(fmt.Sprint(i+1)), newWords(p.m.OwnName(f.Field)).cutting(), label, codes, acts)
}

// codes is the table of codes of a field.
func (p *cardsPage) codes(i int) fyne.CanvasObject {
	e := newEntry("行政处罚=行政处罚类 01")
	e.MultiLine = true
	e.SetMinRowsVisible(5)
	e.SetText(model.CodeText(&p.m.Card.Fields[i]))
	row := field("代码表：每行一个，写成“本单位用词=平台用词 代码”", false, e, "")
	e.OnChanged = func(text string) {
		row.complain(p.m.SetCodes(i, text))
		p.page.relayout()
	}
	return newPanel(colorTint, theme.ColorNameSeparator, 2.5, 1.5, row.Container)
}

// adding offers the fields that the card does not have.
func (p *cardsPage) adding() fyne.CanvasObject {
	ids, labels := p.m.Missing()
	if len(ids) == 0 {
		return caption("")
	}
	add := newPick(labels, func(i int, _ string) {
		p.m.Add(ids[i])
		p.draw()
	})
	add.PlaceHolder = "添加栏目"
	return newLine(0, []float32{-14, 1}, boxed(add), caption(""))
}

func (p *cardsPage) save() {
	card := p.m.Card
	start(p.s.run, "save card", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, platform.SaveCard(ctx, p.s.deps.Office, card)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed("save card", err)
			return
		}
		p.s.tell(model.Finished, "平台抄录卡已保存。")
	})
}
