package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// monthPage is the 期限日历: a month with its rest days and make-up days and what is due on each day at the left, the day
// chosen in full at the right.
type monthPage struct {
	s       *shell
	month   model.Month
	chosen  calendar.Date
	handler string
	docket  *model.Docket
	page    *model.MonthPage
	day     []model.DueLine

	root  *fyne.Container
	title *words
	sum   *words
	pick  *pick
	grid  *fyne.Container
	side  *fyne.Container
	list  *lineList
}

func newMonthPage(s *shell) *monthPage {
	today := s.today()
	p := &monthPage{s: s, month: model.MonthOf(today), chosen: today, title: subheading(""), sum: muted("").cutting(),
		grid: container.NewStack(waiting("正在计算在计期限……")), side: container.NewStack()}
	p.title.align = fyne.TextAlignCenter
	p.pick = newPick([]string{everybody}, func(i int, text string) {
		p.handler = ""
		if i > 0 {
			p.handler = text
		}
		p.draw()
	})
	p.list = newLineList(func(i int, l *twoLines) { l.setLine(p.day[i].DayText(s.today())) },
		func(i int) { s.openCase(p.day[i].Kind, p.day[i].ID) })
	move := newLine(1, []float32{0, -8, 0, 0, 1, -9}, sign(iconLeft, "上一月", func() { p.move(-1) }), p.title,
		sign(iconRight, "下一月", func() { p.move(1) }), button("本月", nil, p.now), p.sum, boxed(p.pick))
	head := newFlow(2, pageHead("期限日历", nil, button("导出日历文件（.ics）", iconExport, p.export)), move)
	p.root = newHeaded(head, newBeside(3, []float32{2.1, 1}, p.grid, p.side))
	return p
}

func (p *monthPage) view() fyne.CanvasObject { return p.root }

func (p *monthPage) shown() {
	p.s.loadDocket(func(int) {}, func(d *model.Docket, err error) {
		if err != nil {
			p.s.failed("load docket", err)
			p.grid.Objects = []fyne.CanvasObject{newFlow(0, card(empty(iconNow, "期限没有读出来",
				"读取案件时出错，日历上没有显示任何期限，请不要据此安排工作。", button("重新读取", iconClock, p.shown))))}
			p.grid.Refresh()
			return
		}
		p.docket = d
		p.draw()
	})
}

func (p *monthPage) move(months int) { p.turn(p.month.Add(months)) }

// turn shows a month; the day chosen is today in the running month, else its first.
func (p *monthPage) turn(m model.Month) {
	p.month, p.chosen = m, m.First()
	if today := p.s.today(); model.MonthOf(today) == m {
		p.chosen = today
	}
	p.draw()
}

func (p *monthPage) now() { p.turn(model.MonthOf(p.s.today())) }

func (p *monthPage) choose(d calendar.Date) {
	p.month, p.chosen = model.MonthOf(d), d
	p.draw()
}

func (p *monthPage) calendar() *calendar.Calendar { return p.s.deps.Office.Law().Calendar }

func (p *monthPage) draw() {
	if p.docket == nil {
		return
	}
	p.pick.fill(append([]string{everybody}, p.docket.Handlers...), orElse(p.handler != "", p.handler, everybody))
	mine := p.docket.Of(p.handler)
	p.page = model.NewMonthPage(p.month, p.calendar(), mine)
	p.title.set(p.month.Title())
	p.sum.set(p.page.Summary())
	cells := container.New(&monthGrid{weeks: len(p.page.Weeks)})
	for _, w := range model.Weekdays() {
		name := caption(w)
		name.align = fyne.TextAlignCenter
		cells.Add(name)
	}
	for _, week := range p.page.Weeks {
		for _, day := range week {
			cells.Add(p.cell(day))
		}
	}
	p.grid.Objects = []fyne.CanvasObject{cells}
	p.grid.Refresh()
	p.drawDay(mine)
}

// cell is one day: its number with 休 or 班 and the holiday's name, how much is due, and the first lines as far as they fit.
func (p *monthPage) cell(day model.MonthDay) fyne.CanvasObject {
	number := strong(fmt.Sprint(day.Date.Day()))
	number.color = theme.ColorNameForeground
	fill, line := colorSurface, theme.ColorNameSeparator
	if day.Rest {
		number.color, fill = colorMuted, theme.ColorNameBackground
	}
	if !day.In {
		number.color, number.bold, fill, line = theme.ColorNameDisabled, false, "", ""
	}
	if day.Date == p.s.today() {
		number.text += " 今天"
		number.color = theme.ColorNamePrimary
	}
	if day.Date == p.chosen {
		fill, line = theme.ColorNameSelection, theme.ColorNamePrimary
	}
	name := caption("").cutting()
	name.size, name.align = sizeMark, fyne.TextAlignTrailing
	switch day.Mark {
	case "休":
		name.text, name.color = "休 "+day.Name, toneColor(model.Finished)
	case "班":
		name.text, name.color = "班 "+day.Name, toneColor(model.Soon)
	}
	parts := []fyne.CanvasObject{newLine(0.5, []float32{0, 1}, number, name)}
	if text := day.Count(); text != "" {
		count := caption(text).cutting()
		count.bold, count.color = true, theme.ColorNameForeground
		if day.Late > 0 {
			count.color = toneColor(model.Late)
		}
		parts = append(parts, count)
	}
	for _, l := range day.Lines[:min(len(day.Lines), cellLines)] {
		w := newWords(l.Short()).cutting()
		w.size, w.color = theme.SizeNameCaptionText, toneColor(l.Tone(p.s.today()))
		parts = append(parts, w)
	}
	c := newPress(fill, line, theme.ColorNameHover, 1.25, 0.75, container.New(cellStack{}, parts...), func() { p.choose(day.Date) })
	c.round = theme.SizeNameSelectionRadius
	return c
}

// cellLines is how many lines a day's cell shows at most.
const cellLines = 4

// drawDay shows the chosen day in full.
func (p *monthPage) drawDay(d *model.Docket) {
	p.day = d.Day(p.chosen)
	title := newProse(model.DayTitle(p.chosen, p.calendar()))
	title.bold = true
	var content fyne.CanvasObject = p.list
	if len(p.day) == 0 {
		none := newProse("当天没有届满的期限，也没有听证、开庭。").in(colorMuted)
		content = newFlow(0, newPanel("", "", 2, 2, none))
	}
	p.list.show(len(p.day), true)
	p.side.Objects = []fyne.CanvasObject{newPanel(colorSurface, theme.ColorNameSeparator, 0, 0,
		container.New(dayList{}, newPanel("", "", 3, 2, title), content))}
	p.side.Refresh()
}

// export writes the running periods and hearings, of the handler chosen or of all, as a calendar file.
func (p *monthPage) export() {
	name, handler := "期限日历.ics", p.handler
	if handler != "" {
		name = "期限日历（" + handler + "）.ics"
	}
	p.s.saveAs(name, func(path string) {
		p.s.exporting("日历文件", path, func(ctx context.Context, _ cases.Progress) error {
			return p.s.deps.Files.DueCalendar(ctx, path, handler, 0)
		})
	})
}

// monthGrid lays out the heads of seven columns and the weeks below them, all days of one size.
type monthGrid struct{ weeks int }

func (monthGrid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(14), em(14)) }

func (g monthGrid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	gap := units(0.75)
	top := textHeight(theme.SizeNameCaptionText) + units(1)
	w := (size.Width - 6*gap) / 7
	h := (size.Height - top - float32(g.weeks-1)*gap) / float32(g.weeks)
	for i, c := range o {
		x := float32(i%7) * (w + gap)
		if i < 7 {
			place(c, x, 0, w, top)
			continue
		}
		place(c, x, top+float32(i/7-1)*(h+gap), w, max(0, h))
	}
}

// cellStack stacks lines and leaves out those that do not fit.
type cellStack struct{}

func (cellStack) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(1.5), em(1.5)) }

func (cellStack) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, line := range o {
		h := line.MinSize().Height
		if i > 0 && y+h > size.Height+1 {
			line.Hide()
			continue
		}
		line.Show()
		place(line, 0, y, size.Width, h)
		y += h + units(0.25)
	}
}

// dayList puts a title above a list that scrolls by itself.
type dayList struct{}

func (dayList) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(8), em(8)) }

func (dayList) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h := heightFor(o[0], size.Width)
	place(o[0], 0, 0, size.Width, h)
	place(o[1], 0, h, size.Width, max(0, size.Height-h))
}
