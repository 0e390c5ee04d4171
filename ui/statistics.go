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
	"fuyi/cases/calendar"
	"fuyi/cases/seal"
	"fuyi/cases/statistics"
	"fuyi/ui/model"
)

// statisticsPage previews a year: indicators, tables, balance checks and the paragraphs of the yearly report. Every
// number opens the list of its cases.
type statisticsPage struct {
	s      *shell
	m      *model.Statistics
	years  []int
	year   *pick
	when   *fyne.Container
	page   *scroller
	root   *fyne.Container
	behind *fyne.Container
	loaded bool
	// form is the official form in view, study the group of the analysis; both are nil while the year's overview is.
	form  *model.Forms
	study *model.Study
	// report are the texts of yearly reports, nil unless they are in view; paper is where the text stands.
	report *model.Narrative
	paper  *fyne.Container
	// span is the period of forms and analysis.
	span *model.CountSpan
	// which chooses between the overview and the forms.
	which *pick
	// sealed is what the office's seals say of the period in view; up, if set, leads from a list to the list before it.
	sealed seal.View
	up     func()
}

func newStatisticsPage(s *shell) *statisticsPage {
	p := &statisticsPage{s: s, page: newScroller(waiting("正在统计……")), when: container.NewStack()}
	p.year = newPick(nil, func(_ int, text string) {
		n, err := strconv.Atoi(strings.TrimSuffix(text, "年"))
		if err == nil {
			p.m.SetYear(n, s.today())
			p.span.SetYear(n, s.today())
			p.drawAsOf()
			p.count()
		}
	})
	p.which = newPick(p.choices(), func(i int, _ string) { p.choose(i) })
	p.which.fill(p.which.Options, overviewLabel)
	head := pageHead("统计报表", newLine(1.5, []float32{-6.5, -11.5, 0, 1}, boxed(p.year), boxed(p.which), caption("截止"), p.when),
		button("封存", iconSeal, p.askSeal), primary("导出", iconExport, p.export))
	p.root = container.NewBorder(container.New(&inset{}, head), nil, nil, nil, container.NewStack(p.page.Container))
	return p
}

func (p *statisticsPage) view() fyne.CanvasObject { return p.root }

func (p *statisticsPage) shown() {
	start(p.s.run, "statistics years", func(ctx context.Context) (model.CountStart, error) { return model.BeginCounting(ctx, p.s.deps.Office) }, func(b model.CountStart, err error) {
		if err != nil {
			p.s.failed("years", err)
			return
		}
		years := b.Years
		today := p.s.today()
		if !p.loaded {
			p.m, p.span = model.NewStatistics(years, today), &model.CountSpan{Rules: b.Rules}
			p.span.SetYear(p.m.Year, today)
		}
		p.loaded, p.years = true, model.YearChoices(years, today)
		var options []string
		for _, y := range p.years {
			options = append(options, fmt.Sprintf("%d年", y))
		}
		p.year.fill(options, fmt.Sprintf("%d年", p.m.Year))
		p.drawAsOf()
		p.count()
	})
}

func (p *statisticsPage) drawAsOf() {
	day := newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), p.m.AsOf, func(text string) {
		p.m.AsOf, p.span.AsOf = text, text
		p.s.run.After("as of", 2*pause, p.count)
	})
	day.text.PlaceHolder = "年末"
	p.when.Objects = []fyne.CanvasObject{day.Container}
	// The header was laid out while the date was not there yet.
	p.root.Refresh()
}

// count counts the year anew.
func (p *statisticsPage) count() {
	p.sealed = seal.View{}
	switch {
	case p.form != nil:
		p.countForm()
		return
	case p.study != nil:
		p.countStudy()
		return
	case p.report != nil:
		p.countReport()
		return
	}
	day, err := p.m.Day(p.s.today())
	if err != nil {
		p.page.fill(card(newProse(err.Error()).in(theme.ColorNameError)))
		return
	}
	year := p.m.Year
	startHeavy(p.s.run, "count", func(ctx context.Context) (*statistics.Report, error) { return p.s.deps.Count(ctx, year, day) },
		func(r *statistics.Report, err error) {
			if err != nil {
				p.s.failed("count", err)
				return
			}
			p.m.Report = r
			p.draw(day)
			p.look(nil, func() { p.draw(day) })
		})
}

// draw shows the year as counted on a day.
func (p *statisticsPage) draw(asOf calendar.Date) {
	r := p.m.Report
	parts := p.sealBar()
	if failed := p.carryRows(); len(r.Checks)+len(failed) > 0 {
		parts = append(parts, checks(r.Checks, failed...))
	}
	parts = append(parts, p.indicators(r), p.charts(r, asOf))
	for _, x := range r.Paragraphs {
		parts = append(parts, p.paragraph(x))
	}
	for _, t := range r.Tables {
		parts = append(parts, section(t.Title, nil, newGrid(model.GridOf(t), func(i, j int) {
			p.showBehind(t.Title+"："+t.Rows[i].Label+" · "+t.Columns[j].Label, "", t.Rows[i].Cells[j].Cases)
		})))
	}
	p.page.fill(parts...)
}

func checks(list []statistics.Check, more ...fyne.CanvasObject) fyne.CanvasObject {
	rows := newFlow(1, more...)
	for _, c := range list {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconLate, toneColor(model.Late)),
			newProse(c.Rule+"："+c.Detail)))
	}
	return section("勾稽关系不符", nil, rows)
}

func (p *statisticsPage) indicators(r *statistics.Report) fyne.CanvasObject {
	rows := newFlow(2)
	for _, g := range model.FigureGroups(r) {
		grid := newTiles(9, 2)
		for _, f := range g.Figures {
			i := r.Indicator(f.ID)
			grid.Add(figureCard(f, func() { p.showBehind(i.Label, i.Formula, i.Cases) }))
		}
		rows.Add(muted(g.Title))
		rows.Add(grid)
	}
	remark := caption(fmt.Sprintf("统计期间 %s 至 %s，数据截至 %s", r.From, r.To, r.AsOf))
	return section(fmt.Sprintf("%d年度概览", r.Year), remark, rows)
}

func (p *statisticsPage) paragraph(x statistics.Paragraph) fyne.CanvasObject {
	copied := quiet("复制", iconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(x.Text)
		p.s.tell(model.Finished, "已复制“"+x.Title+"”。")
	})
	return section(x.Title, copied, newProse(x.Text))
}

// showBehind lists the cases that a number counts, in place of the tables.
func (p *statisticsPage) showBehind(title, formula string, ids []cases.ID) {
	p.s.behind(title, formula, ids, quiet("返回统计报表", iconBack, func() { p.back() }), func(content fyne.CanvasObject) { p.instead(nil, content) })
}

// instead shows a list in place of the figures; up leads back to the list before it, nil to the figures.
func (p *statisticsPage) instead(up func(), content fyne.CanvasObject) {
	p.behind, p.up = newScroller(content).Container, up
	p.stack().Objects = []fyne.CanvasObject{p.behind}
	p.stack().Refresh()
}

func (p *statisticsPage) stack() *fyne.Container { return p.root.Objects[0].(*fyne.Container) }

// back returns from a list to the figures.
func (p *statisticsPage) back() bool {
	if p.behind == nil {
		return false
	}
	if up := p.up; up != nil {
		up()
		return true
	}
	p.behind = nil
	p.stack().Objects = []fyne.CanvasObject{p.page.Container}
	p.stack().Refresh()
	return true
}

// export writes the year-end workbook.
func (p *statisticsPage) export() {
	if p.m == nil {
		return
	}
	switch {
	case p.form != nil:
		p.exportForm()
		return
	case p.study != nil:
		p.exportStudy("", p.study.Group)
		return
	case p.report != nil:
		p.exportReport()
		return
	}
	day, err := p.m.Day(p.s.today())
	if err != nil {
		p.s.failed("export", err)
		return
	}
	p.s.exportYear(p.m.Year, day)
}

func (s *shell) exportYear(year int, day calendar.Date) {
	s.saveAs(fmt.Sprintf("行政复议应诉年报%d年.xlsx", year), func(path string) {
		s.exporting(fmt.Sprintf("%d年年报表", year), path, func(ctx context.Context, progress cases.Progress) error {
			return s.deps.Files.Yearbook(ctx, path, year, day, progress)
		})
	})
}
