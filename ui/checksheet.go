package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// sheetPage is the 登记核对: what was entered or corrected on a day, compared with its papers by a second person.
type sheetPage struct {
	s       *shell
	day     calendar.Date
	sheet   *model.CheckSheet
	backlog model.Backlog

	root    *fyne.Container
	when    *fyne.Container
	next    *push
	sum     *words
	who     *entry
	earlier *fyne.Container
	page    *sideScroll
}

// sheetLines bounds how many lines are drawn; the sheet that is printed holds all.
const sheetLines = 300

func newSheetPage(s *shell) *sheetPage {
	p := &sheetPage{s: s, day: s.today(), when: container.NewStack(), sum: muted("").cutting(), earlier: newWrap(1),
		page: newSideScroll(1.5, waiting("正在读取……"))}
	p.who = newEntry("核对人姓名")
	p.who.SetText(s.checker)
	p.who.OnChanged = func(text string) {
		s.checker = strings.TrimSpace(text)
		s.run.After("checker", pause, p.draw)
	}
	p.next = quiet("后一日", iconRight, func() { p.turn(p.day + 1) })
	line := newLine(1.5, []float32{0, -21, 0, 1, 0, -9}, quiet("前一日", iconLeft, func() { p.turn(p.day - 1) }), p.when, p.next, p.sum,
		muted("核对人"), p.who)
	head := newFlow(2, pageHead("登记核对", muted("每日由登记人以外的另一人，对照文书逐条核对日期").cutting(),
		button("导出核对单", iconExport, p.export)), line, p.earlier)
	p.root = newHeaded(head, p.page.Container)
	return p
}

func (p *sheetPage) view() fyne.CanvasObject { return p.root }

func (p *sheetPage) shown() { p.turn(p.day) }

// turn shows a day; no later one than today.
func (p *sheetPage) turn(day calendar.Date) {
	today := p.s.today()
	p.day = min(day, today)
	field := newDateField(p.s.deps.Office.Law().Calendar, today, p.day.String(), func(text string) {
		p.s.run.After("sheet day", 2*pause, func() { p.typed(text) })
	})
	p.when.Objects = []fyne.CanvasObject{field.Container}
	p.load()
}

// typed shows the day typed into the field, which stays as it is: typing may go on.
func (p *sheetPage) typed(text string) {
	today := p.s.today()
	if d, err := model.ReadDate(text, today); err == nil && !d.IsZero() && d <= today && d != p.day {
		p.day = d
		p.load()
	}
}

func (p *sheetPage) load() {
	type answer struct {
		sheet   *model.CheckSheet
		backlog model.Backlog
	}
	day, today := p.day, p.s.today()
	if day == today {
		p.next.Disable()
	} else {
		p.next.Enable()
	}
	start(p.s.run, "entries", func(ctx context.Context) (answer, error) {
		sheet, err := model.LoadEntries(ctx, p.s.deps.Office, day)
		if err != nil {
			return answer{}, err
		}
		backlog, err := model.LoadBacklog(ctx, p.s.deps.Office, today)
		return answer{sheet, backlog}, err
	}, func(a answer, err error) {
		if err != nil {
			p.s.failed("entries", err)
			p.page.fill(card(empty(iconNow, "登记没有读出来", "读取登记时出错，请重新读取。", button("重新读取", iconClock, p.load))))
			return
		}
		p.sheet, p.backlog = a.sheet, a.backlog
		p.draw()
	})
}

func (p *sheetPage) draw() {
	if p.sheet == nil {
		return
	}
	p.sum.text, p.sum.color = p.sheet.Summary(), colorMuted
	if p.sheet.Unticked > 0 {
		p.sum.color = toneColor(model.Late)
	}
	p.drawEarlier()
	var rows []fyne.CanvasObject
	for i, l := range p.sheet.Lines[:min(len(p.sheet.Lines), sheetLines)] {
		rows = append(rows, p.line(i, l))
	}
	switch {
	case len(rows) == 0:
		rows = append(rows, card(empty(iconDone, "当日没有登记或者更正", "导入台账的案件不在核对单上，导入前的预览已经逐格说明。",
			button("查看前一日", iconLeft, func() { p.turn(p.day - 1) }))))
	case len(p.sheet.Lines) > sheetLines:
		rows = append(rows, caption(fmt.Sprintf("当日共%s条，这里列出前%d条；全部内容见导出的核对单。",
			model.Thousands(len(p.sheet.Lines)), sheetLines)))
	}
	p.page.fill(rows...)
	p.root.Refresh()
}

// drawEarlier offers the earlier days on which something was left unticked.
func (p *sheetPage) drawEarlier() {
	p.earlier.Objects = nil
	if p.backlog.Total == 0 {
		p.earlier.Hide()
		return
	}
	p.earlier.Show()
	p.earlier.Add(newPanel("", "", 0, 1.25, newWords("以前各日未核对：").in(toneColor(model.Late))))
	for _, d := range p.backlog.Days {
		p.earlier.Add(chip(d.Day.String(), d.Unticked, model.Late, d.Day == p.day, func() { p.turn(d.Day) }))
	}
}

// line is one entry: what was entered, from which paper and by whom at the left, the dates it set in the middle, the
// second person's tick at the right.
func (p *sheetPage) line(i int, l model.EntryLine) fyne.CanvasObject {
	tone, word := model.Late, "未核对"
	if l.Entry.Ticked() {
		tone, word = model.Finished, "已核对"
	}
	open := newPress("", "", theme.ColorNameHover, 0, 0, strong(l.Entry.Number).in(theme.ColorNamePrimary),
		func() { p.s.openCase(l.Entry.Kind, l.Entry.Case) })
	open.round = theme.SizeNameSelectionRadius
	left := newFlow(0.5, newLine(3, []float32{0, 1}, open, strong(l.What).cutting()), newProse("日期："+l.On+"　文号："+l.Paper))
	for _, text := range l.Details {
		left.Add(newProse(text).small())
	}
	if l.Old != "" {
		left.Add(newProse(l.Old).small().in(toneColor(model.Soon)))
	}
	left.Add(caption("登记：" + l.Entry.By + " " + l.Time).cutting())
	sets := newFlow(0.25, caption("期限变化"))
	for _, text := range l.Sets {
		sets.Add(newProse(text).small())
	}
	if len(l.Sets) == 0 {
		sets.Add(newProse("没有改变期限").small().in(colorMuted))
	}
	state := newFlow(0.75, newLine(1, []float32{-1.2, 1}, widget.NewIcon(colored(toneIcon(tone), toneColor(tone))),
		strong(word).in(toneColor(tone))), p.tick(l))
	return newPanel(colorSurface, theme.ColorNameSeparator, 3, 2, newBeside(3, []float32{-1.4, 1.4, 1.1, -8},
		muted(fmt.Sprint(i+1)).cutting(), left, sets, state))
}

// tick is what the second person can do with a line: confirm it, or read why not.
func (p *sheetPage) tick(l model.EntryLine) fyne.CanvasObject {
	if l.Entry.Ticked() {
		return newProse(l.Ticked).small().in(colorMuted)
	}
	if reason := l.Refused(p.s.checker); reason != "" {
		return newProse(reason).small().in(colorMuted)
	}
	b := button("核对无误", iconDone, func() { p.confirm(l) })
	if p.s.deps.ReadOnly != "" {
		b.Disable()
	}
	return newLine(0, []float32{0, 1}, b, caption(""))
}

func (p *sheetPage) confirm(l model.EntryLine) {
	if p.s.checker == "" {
		p.s.tell(model.Soon, "请先填写核对人姓名，再逐条核对。")
		p.s.win.Canvas().Focus(p.who)
		return
	}
	by := p.s.checker
	start(p.s.run, "tick", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, l.Tick(ctx, p.s.deps.Office, by)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed("tick", err)
			return
		}
		p.load()
	})
}

// export writes the day's sheet, to be printed and signed.
func (p *sheetPage) export() {
	day := p.day
	p.s.saveAs("期限登记核对单"+day.String()+".xlsx", func(path string) {
		p.s.exporting("核对单", path, func(ctx context.Context, _ cases.Progress) error {
			return p.s.deps.Files.CheckSheet(ctx, path, day)
		})
	})
}
