package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// binPage is 回收站: the discarded cases, the last one first, of which one or several can be restored.
type binPage struct {
	s       *shell
	root    *fyne.Container
	bin     *model.Bin
	list    *lineList
	say     *words
	restore *push
	all     *push
	body    *fyne.Container
	head    fyne.CanvasObject
}

func newBinPage(s *shell) *binPage {
	p := &binPage{s: s, bin: &model.Bin{}, say: muted("").cutting()}
	p.list = newLineList(p.line, func(i int) {
		p.bin.Toggle(i)
		p.marked()
	})
	p.restore = primary("恢复", iconUndo, p.reinstate)
	p.all = button("全选", nil, func() {
		p.bin.PickAll()
		p.marked()
	})
	p.head = pageHead("回收站", p.say, button("返回", iconBack, func() { p.back() }), p.all, p.restore)
	ground := newPanel(colorSurface, theme.ColorNameSeparator, 0, 0, container.NewStack())
	p.body = container.NewStack()
	top := newPanel("", "", 4, 3, newFlow(2, p.head, newProse("这里的案件不在列表、查找、期限提醒和统计中，案号仍然保留。单击选中，恢复后和原来一样。").in(colorMuted)))
	p.root = container.NewBorder(top, newPanel("", "", 0, 2, caption("")), nil, nil, newPanel("", "", 4, 0, container.NewStack(ground, p.body)))
	return p
}

func (p *binPage) view() fyne.CanvasObject { return p.root }

func (p *binPage) back() bool {
	p.s.travel(-1)
	return true
}

func (p *binPage) shown() {
	start(p.s.run, "bin", p.s.deps.Office.Discarded, func(list []cases.DiscardedCase, err error) {
		if err != nil {
			p.s.failed("bin", err)
			return
		}
		p.fill(list)
	})
}

// fill shows what the bin holds.
func (p *binPage) fill(list []cases.DiscardedCase) {
	p.bin = model.NewBin(list)
	p.body.Objects = []fyne.CanvasObject{p.list}
	if len(list) == 0 {
		p.body.Objects = []fyne.CanvasObject{container.NewVBox(newPanel("", "", 0, 12, empty(iconBin, "回收站是空的", "移入回收站的案件会列在这里，可以随时恢复。")))}
	}
	p.body.Refresh()
	p.marked()
	if len(list) > 0 {
		p.s.win.Canvas().Focus(p.list)
	}
}

// marked shows which cases are picked.
func (p *binPage) marked() {
	n := p.bin.Picks()
	p.say.set(fmt.Sprintf("共%s件", model.Thousands(len(p.bin.List))))
	p.restore.SetText(orElse(n > 0, fmt.Sprintf("恢复%s件", model.Thousands(n)), "恢复"))
	able(p.restore, n > 0 && p.s.deps.ReadOnly == "")
	able(p.all, len(p.bin.List) > 0)
	p.head.Refresh()
	p.list.show(len(p.bin.List), false)
}

func able(b *push, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (p *binPage) line(i int, l *twoLines) {
	x := p.bin.Line(i)
	l.setLine(x)
	res := iconBox
	if p.bin.Picked(i) {
		res = iconTicked
	}
	l.shown = colored(res, theme.ColorNamePrimary)
	l.icon.SetResource(l.shown)
}

func (p *binPage) reinstate() {
	chosen := p.bin.Chosen()
	if len(chosen) == 0 || !p.s.writes() {
		return
	}
	p.s.step("reinstate", func(ctx context.Context) (model.Step, error) {
		return model.Reinstate(ctx, p.s.deps.Office, chosen)
	}, func() {})
}
