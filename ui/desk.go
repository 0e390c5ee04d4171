package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// deskPage is the 工作台: every running period of the office by urgency at the left, drafts and the year's figures at the
// right.
type deskPage struct {
	s    *shell
	root *fyne.Container
	// only is the group shown, "" for all; handler the handler whose cases are shown, "" for all.
	only    model.GroupID
	handler string

	docket  *model.Docket
	rows    *model.DeskList
	list    *lineList
	chips   *fyne.Container
	pick    *pick
	body    *fyne.Container
	side    *sideScroll
	nothing *fyne.Container
	// year and figures were counted last; they stay while they are counted anew.
	year    int
	figures []model.Figure
	backlog model.Backlog
	desk    model.Desk
}

func newDeskPage(s *shell) *deskPage {
	p := &deskPage{s: s, root: container.NewStack(), chips: newWrap(1.5), side: newSideScroll(3), nothing: container.NewStack()}
	p.pick = newPick([]string{everybody}, func(i int, text string) {
		p.handler = ""
		if i > 0 {
			p.handler = text
		}
		p.arrange(true)
	})
	p.list = newLineList(p.fillRow, p.press)
	ground := newPanel(colorSurface, theme.ColorNameSeparator, 0, 0, container.NewStack())
	p.body = container.NewStack(ground, p.list, p.nothing)
	return p
}

// everybody is the choice of no particular handler.
const everybody = "全部承办人"

func (p *deskPage) view() fyne.CanvasObject { return p.root }

func (p *deskPage) shown() {
	today := p.s.today()
	start(p.s.run, "desk", func(ctx context.Context) (model.Desk, error) {
		return model.LoadDesk(ctx, p.s.deps.Office, today)
	}, func(d model.Desk, err error) {
		if err != nil {
			p.unread("load desk", err)
			return
		}
		p.desk = d
		p.fill()
		if d.Empty {
			p.s.usable()
			return
		}
		p.load()
	})
}

// load shows what presses most, then reads all periods, then what may come later: the figures and the entries of earlier
// days that nobody checked.
func (p *deskPage) load() {
	if p.docket == nil || p.docket.Today != p.desk.Pressing.Today {
		p.docket = p.desk.Pressing
		p.arrange(true)
	}
	p.s.usable()
	bar := widget.NewProgressBar()
	p.partly(bar)
	begun := false
	p.s.loadDocket(func(percent int) { bar.SetValue(float64(max(percent, 0)) / 100) }, func(d *model.Docket, err error) {
		if err != nil {
			p.unread("load docket", err)
			return
		}
		top := p.docket.Partial
		p.docket = d
		p.arrange(top)
		if !begun {
			begun = true
			p.later()
		}
	})
}

// partly says, in place of the filters, that not everything is listed yet.
func (p *deskPage) partly(bar fyne.CanvasObject) {
	if p.docket.Partial {
		p.chips.Objects = []fyne.CanvasObject{newPanel("", "", 0, 1, muted("先列出最紧迫的案件，正在计算全部在计期限……")), newSized(12, bar)}
		p.root.Refresh()
	}
}

func (p *deskPage) later() {
	p.count(p.desk.Year)
	today := p.s.today()
	start(p.s.run, "backlog", func(ctx context.Context) (model.Backlog, error) {
		return model.LoadBacklog(ctx, p.s.deps.Office, today)
	}, func(b model.Backlog, err error) {
		if err != nil {
			p.s.failed("backlog", err)
			return
		}
		p.backlog = b
		p.fillSide()
	})
}

// count counts the figures after the deadlines are shown: in a large office it takes seconds.
func (p *deskPage) count(year int) {
	today := p.s.today()
	startHeavy(p.s.run, "desk figures", func(ctx context.Context) ([]model.Figure, error) {
		return model.LoadFigures(ctx, p.s.deps.Count, year, today)
	}, func(f []model.Figure, err error) {
		if err != nil {
			p.s.failed("desk figures", err)
			return
		}
		p.year, p.figures = year, f
		p.fillSide()
	})
}

// unread says that the deadlines could not be read: an empty desk would look as if nothing were due.
func (p *deskPage) unread(op string, err error) {
	p.s.failed(op, err)
	p.root.Objects = []fyne.CanvasObject{newHeaded(p.head(), newFlow(0, card(empty(iconNow, "期限没有读出来",
		"读取案件时出错，这里没有显示任何期限，请不要据此安排工作。", button("重新读取", iconClock, p.shown)))))}
	p.root.Refresh()
	p.s.usable()
}

func (p *deskPage) head() fyne.CanvasObject {
	today := p.s.today()
	return pageHead("工作台", muted(today.Chinese()+" "+today.WeekdayChinese()),
		button("导入台账…", iconImport, func() { p.s.chooseLedger() }),
		primary("新收案件", iconIntake, func() { p.s.show(pageIntake) }))
}

func (p *deskPage) fill() {
	if p.desk.Empty {
		p.root.Objects = []fyne.CanvasObject{newHeaded(p.head(), newFlow(0, card(empty(iconCases, "这里还没有案件",
			"可以导入现有的 Excel 台账，也可以手工登记第一件案件。",
			primary("导入台账…", iconImport, func() { p.s.chooseLedger() }),
			button("新收案件", iconIntake, func() { p.s.show(pageIntake) })))))}
		p.root.Refresh()
		return
	}
	p.fillSide()
	filters := newBeside(3, []float32{1, -9}, p.chips, newFlow(0, boxed(p.pick)))
	p.root.Objects = []fyne.CanvasObject{newHeaded(newFlow(2.5, p.head(), filters), newBeside(3, []float32{1.8, 1}, p.body, p.side.Container))}
	p.root.Refresh()
}

// arrange puts the docket into groups, after it was read or another filter was chosen.
func (p *deskPage) arrange(top bool) {
	if !slices.Contains(p.docket.Handlers, p.handler) {
		p.handler = ""
	}
	p.pick.fill(append([]string{everybody}, p.docket.Handlers...), orElse(p.handler != "", p.handler, everybody))
	p.rows = model.NewDeskList(p.docket.Of(p.handler), p.only)
	p.chips.Objects = nil
	for _, g := range p.rows.Groups {
		if g.Total > 0 || p.only == g.ID || g.Always {
			p.chips.Add(chip(g.Chip, g.Total, g.Tone, p.only == g.ID, func() { p.choose(g.ID) }))
		}
	}
	p.list.show(len(p.rows.Rows), top)
	p.say()
	if len(p.rows.Rows) == 0 {
		p.say(p.quiet())
	}
	p.root.Refresh()
}

// choose shows one group, or all again if it was the one shown.
func (p *deskPage) choose(id model.GroupID) {
	if p.only == id {
		id = ""
	}
	p.only = id
	p.arrange(true)
}

// say shows something in place of the list.
func (p *deskPage) say(what ...fyne.CanvasObject) {
	p.nothing.Objects = nil
	for _, o := range what {
		p.nothing.Add(newFlow(0, o))
	}
	p.nothing.Refresh()
}

func (p *deskPage) quiet() fyne.CanvasObject {
	if p.only != "" || p.handler != "" {
		return empty(iconDone, "没有符合条件的期限", "换一组期限或者承办人，就会显示其他在计期限。",
			button("显示全部", nil, func() {
				p.only, p.handler = "", ""
				p.arrange(true)
			}))
	}
	return empty(iconDone, "没有在计期限", "没有超期案件，也没有正在计算的期限。",
		button("查看在办案件", iconCases, func() { p.s.list(cases.Reconsideration).filter(cases.Open) }))
}

func (p *deskPage) fillRow(i int, l *twoLines) {
	r := p.rows.Rows[i]
	if r.Head != nil {
		l.setHead(r.Head.Title, r.Head.Count(), r.Head.Note, r.Head.Tone)
		return
	}
	l.setLine(p.rows.Text(r))
}

func (p *deskPage) press(i int) {
	r := p.rows.Rows[i]
	if r.Head == nil {
		t := p.rows.Text(r)
		p.s.openCase(t.Kind, t.ID)
	}
}

// fillSide draws the right column: what nobody checked, the figures, what was begun.
func (p *deskPage) fillSide() {
	var parts []fyne.CanvasObject
	if p.backlog.Total > 0 {
		check := quiet("去核对", iconRight, func() { p.s.show(pageSheet).(*sheetPage).turn(p.backlog.Days[0].Day) })
		parts = append(parts, newPanel(toneTint(model.Late), "", 3, 2, newFlow(1, newBeside(1.5, []float32{-1.2, 1},
			marker(iconLate, toneColor(model.Late)), newProse(p.backlog.Text())), newLine(0, []float32{1, 0}, caption(""), check))))
	}
	p.side.fill(append(parts, p.figureCards(), p.drafts(p.desk.Drafts))...)
}

// figureTile is the least width of a figure, in characters, so that no name is cut: three stand side by side up to 1700 pixels.
const figureTile = 8.2

func (p *deskPage) figureCards() fyne.CanvasObject {
	if p.figures == nil {
		return card(muted("正在统计本年数据……"))
	}
	grid := newTiles(figureTile, 1.5)
	for _, f := range p.figures {
		grid.Add(figureCard(f, func() { p.s.show(pageStatistics) }))
	}
	head := newLine(2, []float32{1, 0}, subheading(fmt.Sprintf("%d年数据", p.year)).cutting(),
		quiet("统计报表", iconRight, func() { p.s.show(pageStatistics) }))
	return newPanel(colorSurface, theme.ColorNameSeparator, 3, 2, newFlow(1.5, head, grid))
}

// figureCard is one key figure: its name, the number, how it comes about.
func figureCard(f model.Figure, tapped func()) fyne.CanvasObject {
	value := strong(f.Value).in(theme.ColorNamePrimary)
	value.size = sizeFigure
	label := caption(f.Label).cutting()
	// The unit stands beside the number; how a rate comes about needs a line of its own.
	number := newLine(1, []float32{0, 0, 1}, value, newPanel("", "", 0, 0.75, caption(f.Unit)), caption(""))
	note := caption(f.Note).cutting()
	return newPress(theme.ColorNameBackground, "", theme.ColorNameHover, 2, 1.5, newFlow(0, label, number, note), tapped)
}

func (p *deskPage) drafts(list []cases.Draft) fyne.CanvasObject {
	rows := newFlow(0.5, newPanel("", "", 1, 0, subheading("未完成的登记")))
	if len(list) == 0 {
		rows.Add(newPanel("", "", 1, 1, newProse("登记到一半的案件会自动保存在这里。").in(colorMuted)))
	}
	for _, d := range list {
		saved := d.Saved
		if len(saved) >= 16 {
			saved = saved[:10] + " " + saved[11:16]
		}
		rows.Add(row(newLine(2, []float32{1, 0}, newWords(d.Title).cutting(), caption(saved)), func() {
			p.s.show(pageIntake).(*intakePage).resume(d)
		}))
	}
	return newPanel(colorSurface, theme.ColorNameSeparator, 2, 2.5, rows)
}
