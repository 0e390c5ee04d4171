package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/ui/model"
)

// courtPage is 应诉情况: the bulletin of a year or a quarter, heads in court, losses and the register of suits. Every number opens
// its cases.
type courtPage struct {
	s    *shell
	m    *model.Court
	year *pick
	// which chooses the view.
	which *pick
	page  *scroller
	root  *fyne.Container
	// behind is what stands in place of the figures while a number is open, nil otherwise.
	behind *scroller
	// told is true while the formulas are unfolded.
	told bool
}

func newCourtPage(s *shell) *courtPage {
	p := &courtPage{s: s, page: newScroller(waiting("正在统计……"))}
	p.year = newPick(nil, func(_ int, text string) {
		if n, err := strconv.Atoi(strings.TrimSuffix(text, "年")); err == nil {
			p.m.Year = n
			p.count()
		}
	})
	part := newPick(model.CourtParts(), func(i int, _ string) { p.turn(func() { p.m.Part = i }, true) })
	part.fill(model.CourtParts(), model.CourtParts()[0])
	p.which = newPick(model.CourtViews(), func(i int, _ string) { p.turn(func() { p.m.View = i }, false) })
	p.which.fill(model.CourtViews(), model.CourtViews()[0])
	own := newTick("只看本级政府", func(on bool) { p.turn(func() { p.m.Own = on }, true) })
	head := pageHead("应诉情况", newLine(1.5, []float32{-6.5, -7, -8, 0, 1}, boxed(p.year), boxed(part), boxed(p.which), own, caption("")),
		button("通报（Word）", iconExport, func() { p.save(".docx") }), primary("导出工作簿", iconExport, p.export))
	p.root = container.NewBorder(container.New(&inset{}, head), nil, nil, nil, container.NewStack(p.page.Container))
	return p
}

func (p *courtPage) view() fyne.CanvasObject { return p.root }

// turn changes what is shown; counted anew where other cases are asked for.
func (p *courtPage) turn(change func(), recount bool) {
	if p.m == nil {
		return // chosen before the years were read
	}
	change()
	if recount {
		p.count()
	} else {
		p.draw()
	}
}

func (p *courtPage) shown() {
	start(p.s.run, "court years", func(ctx context.Context) ([]int, error) { return p.s.deps.Office.Years(ctx) }, func(years []int, err error) {
		if err != nil {
			p.s.failed("years", err)
			return
		}
		if p.m == nil {
			p.m = model.NewCourt(years, p.s.today())
		}
		var options []string
		for _, y := range model.YearChoices(years, p.s.today()) {
			options = append(options, fmt.Sprintf("%d年", y))
		}
		p.year.fill(options, fmt.Sprintf("%d年", p.m.Year))
		p.count()
	})
}

func (p *courtPage) count() {
	m, today := p.m, p.s.today()
	startHeavy(p.s.run, "count court", func(ctx context.Context) (*model.Court, error) { return m.Count(ctx, p.s.deps.Office, today) }, func(counted *model.Court, err error) {
		if err != nil {
			p.s.failed("count suits", err)
			return
		}
		// What was chosen while it was counted stays chosen.
		counted.View = p.m.View
		p.m = counted
		p.draw()
	})
}

func (p *courtPage) draw() {
	if p.m.Bulletin == nil {
		return
	}
	p.close()
	var parts []fyne.CanvasObject
	if p.m.View == model.CourtBulletin {
		parts = append(parts, p.words())
	}
	for _, t := range p.m.Tables() {
		parts = append(parts, p.table(t))
	}
	for _, l := range p.m.Lists() {
		parts = append(parts, p.courtList(p.m.CourtListOf(l), model.NoCourtRows(l)))
	}
	if len(p.m.Readings()) > 0 {
		parts = append(parts, p.readings())
	}
	p.page.fill(parts...)
}

// words is the text of the bulletin.
func (p *courtPage) words() fyne.CanvasObject {
	b := p.m.Bulletin
	copied := quiet("复制全文", iconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(strings.Join(append([]string{b.Title}, b.Paragraphs...), "\n"))
		p.s.tell(model.Finished, "已复制通报全文。")
	})
	text := newFlow(1)
	for _, x := range b.Warnings {
		text.Add(newProse(x).in(theme.ColorNameWarning))
	}
	for _, x := range b.Paragraphs {
		text.Add(newProse("　　" + x))
	}
	return section(b.Title, copied, text)
}

func (p *courtPage) table(t *analysis.Table) fyne.CanvasObject {
	grid := newGrid(p.m.Grid(t), func(i, j int) { p.open(t, i, j) })
	notes := newFlow(0.5)
	for _, text := range p.m.Notes(t) {
		notes.Add(newProse(text).small().in(colorMuted))
	}
	return section(t.Title, caption(p.m.Counted(p.s.today())), grid, notes)
}

// readings fold the formulas of the view, which stand once for all of its tables.
func (p *courtPage) readings() fyne.CanvasObject {
	notes := newFlow(0.5)
	if p.told {
		for _, text := range p.m.Readings() {
			notes.Add(newProse(text).small().in(colorMuted))
		}
	}
	return section("口径说明", quiet(map[bool]string{true: "收起", false: "展开"}[p.told], foldIcon(p.told), func() {
		p.told = !p.told
		p.draw()
	}), notes)
}

// open lists the suits behind a number.
func (p *courtPage) open(t *analysis.Table, i, j int) {
	title, why, ids := model.CellBehind(t, i, j)
	back := quiet("返回应诉情况", iconBack, func() { p.back() })
	list := p.m.BehindList(title, ids, model.AboutHearings(t, j))
	p.behind = newScroller()
	p.behind.fill(newLine(2, []float32{0, 1}, back, caption("")), newProse(why).in(colorMuted), p.courtList(list, "没有案件计入这一项。"))
	p.show(p.behind.Container)
}

func (p *courtPage) show(o fyne.CanvasObject) {
	stack := p.root.Objects[0].(*fyne.Container)
	stack.Objects = []fyne.CanvasObject{o}
	stack.Refresh()
}

func (p *courtPage) close() {
	p.behind = nil
	p.show(p.page.Container)
}

// back returns from a list to the figures.
func (p *courtPage) back() bool {
	if p.behind == nil {
		return false
	}
	p.close()
	return true
}

// export writes the workbook.
func (p *courtPage) export() { p.save(".xlsx") }

func (p *courtPage) save(ext string) {
	if p.m == nil {
		return
	}
	opt := p.m.Options(p.s.today())
	p.s.saveAs(p.m.FileTitle()+ext, func(path string) {
		p.s.exporting("情况通报", path, func(ctx context.Context, _ cases.Progress) error {
			return p.s.deps.Files.Bulletin(ctx, path, opt)
		})
	})
}
