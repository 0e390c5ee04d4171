package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// deskPage is the 工作台: what presses at the left, drafts and the year's figures at the right.
type deskPage struct {
	s    *shell
	root *fyne.Container
	page *scroller
	// year and figures were counted last; they stay while they are counted anew.
	year    int
	figures []model.Figure
	numbers *fyne.Container
}

func newDeskPage(s *shell) *deskPage {
	p := &deskPage{s: s, page: newScroller()}
	p.root = p.page.Container
	return p
}

func (p *deskPage) view() fyne.CanvasObject { return p.root }

func (p *deskPage) shown() {
	today := p.s.today()
	start(p.s.run, "desk", func(ctx context.Context) (model.Desk, error) {
		return model.LoadDesk(ctx, p.s.deps.Office, today)
	}, func(d model.Desk, err error) {
		if err != nil {
			p.s.failed("load desk", err)
			p.unread()
			p.s.usable()
			return
		}
		p.fill(d)
		p.s.usable()
		if d.Year != 0 {
			p.count(d.Year)
		}
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
		p.numbers.Objects = []fyne.CanvasObject{p.figureCards()}
		p.page.relayout()
	})
}

// unread says that the deadlines could not be read: an empty desk would look as if nothing were due.
func (p *deskPage) unread() {
	p.page.fill(p.head(), card(empty(iconNow, "期限没有读出来", "读取案件时出错，这里没有显示任何期限，请不要据此安排工作。",
		button("重新读取", iconClock, p.shown))))
}

func (p *deskPage) fill(d model.Desk) { p.page.fill(p.head(), p.body(d)) }

func (p *deskPage) head() fyne.CanvasObject {
	today := p.s.today()
	return pageHead("工作台", muted(today.Chinese()+" "+today.WeekdayChinese()),
		button("导入台账…", iconImport, func() { p.s.chooseLedger() }),
		primary("新收案件", iconIntake, func() { p.s.show(pageIntake) }))
}

func (p *deskPage) body(d model.Desk) fyne.CanvasObject {
	if d.Empty {
		return card(empty(iconCases, "这里还没有案件", "可以导入现有的 Excel 台账，也可以手工登记第一件案件。",
			primary("导入台账…", iconImport, func() { p.s.chooseLedger() }),
			button("新收案件", iconIntake, func() { p.s.show(pageIntake) })))
	}
	left := newFlow(3)
	for _, g := range d.Groups {
		left.Add(p.group(g))
	}
	if len(d.Groups) == 0 {
		left.Add(card(empty(iconDone, "近期没有到期的期限", "没有超期案件，今后7日内也没有期限届满。",
			button("查看在办案件", iconCases, func() { p.s.list(cases.Reconsideration).filter(cases.Open) }))))
	}
	right := newFlow(3)
	p.numbers = newFlow(0, p.figureCards())
	right.Add(p.numbers)
	right.Add(p.drafts(d.Drafts))
	return newBeside(3, []float32{1.75, 1}, left, right)
}

// group is one card of due cases.
func (p *deskPage) group(g model.DeskGroup) fyne.CanvasObject {
	icon := widget.NewIcon(colored(toneIcon(g.Tone), toneColor(g.Tone)))
	title := subheading(g.Title).in(toneColor(g.Tone))
	count := muted(fmt.Sprintf("%s件", model.Thousands(g.Total)))
	rows := newFlow(0, newPanel("", "", 2, 0.5, newLine(1.5, []float32{0, 0, 1}, icon, title, count)))
	for _, r := range g.Rows {
		rows.Add(p.line(r))
	}
	if g.Total > len(g.Rows) {
		rows.Add(newLine(0, []float32{0, 1}, quiet(fmt.Sprintf("查看全部%s件", model.Thousands(g.Total)), iconRight, func() {
			p.s.list("").filter(statusOf(g.Tone))
		}), caption("")))
	}
	return newPanel(colorSurface, theme.ColorNameSeparator, 2, 2.5, rows)
}

func statusOf(t model.Tone) cases.Status {
	if t == model.Late {
		return cases.Overdue
	}
	return cases.Open
}

// line is one case: number and parties above, the period and its end at the right.
func (p *deskPage) line(r cases.Row) fyne.CanvasObject {
	due := model.DeadlineOf(r, p.s.today())
	left := strong(due.Left).in(toneColor(due.Tone))
	left.align = fyne.TextAlignTrailing
	date := muted(due.Date)
	who := r.Applicants
	if r.Respondents != "" {
		who += " · " + r.Respondents
	}
	return row(newLine(3, []float32{-13.6, 1, -5, -8.5, -5}, strong(r.Number).cutting(), newWords(who).cutting(),
		muted(due.Name).cutting(), date.cutting(), left), func() { p.s.openCase(r.Kind, r.ID) })
}

func (p *deskPage) figureCards() fyne.CanvasObject {
	if p.figures == nil {
		return card(muted("正在统计本年数据……"))
	}
	grid := newTiles(7, 1.5)
	for _, f := range p.figures {
		grid.Add(figureCard(f, func() { p.s.show(pageStatistics) }))
	}
	head := newLine(2, []float32{1, 0}, subheading(fmt.Sprintf("%d年数据", p.year)),
		quiet("统计报表", iconRight, func() { p.s.show(pageStatistics) }))
	return newPanel(colorSurface, theme.ColorNameSeparator, 3, 2, newFlow(1.5, head, grid))
}

// foot puts a small text beside a large one, both standing on the same line; the small one goes where there is no room.
type foot struct{}

func (foot) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width, max(a.Height, b.Height))
}

func (foot) Layout(o []fyne.CanvasObject, size fyne.Size) {
	a, b := o[0].MinSize(), o[1].MinSize()
	o[0].Resize(a)
	x := a.Width + units(1)
	o[1].Move(fyne.NewPos(x, a.Height-b.Height))
	o[1].Resize(fyne.NewSize(max(0, size.Width-x), b.Height))
	if b.Width > size.Width-x+1 {
		o[1].Hide()
	} else {
		o[1].Show()
	}
}

// figureCard is one key figure: its name, the number, how it comes about.
func figureCard(f model.Figure, tapped func()) fyne.CanvasObject {
	value := strong(f.Value).in(theme.ColorNamePrimary)
	value.size = sizeFigure
	label := caption(f.Label).cutting()
	note := newPanel("", "", 0, 0.75, caption(f.Note))
	return newPress(theme.ColorNameBackground, "", theme.ColorNameHover, 2, 2,
		newFlow(0.25, label, container.New(&foot{}, value, note)), tapped)
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
