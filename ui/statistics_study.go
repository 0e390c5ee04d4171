package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
	"fuyi/ui/model"
)

// countStudy counts the group of the analysis in view and shows it.
func (p *statisticsPage) countStudy() {
	st := p.study
	period, err := st.Period(p.s.today())
	if err != nil {
		p.page.fill(p.studyHead(), card(newProse(cases.Message(err)).in(theme.ColorNameError)))
		return
	}
	office := p.s.deps.Office
	startHeavy(p.s.run, "count", func(ctx context.Context) (*model.Study, error) { return st.Count(ctx, office, period) },
		func(counted *model.Study, err error) {
			if err != nil {
				p.s.failed("count tables", err)
				return
			}
			if p.study == st {
				p.study = counted
				p.s.deps.Log.Info("study", "group", st.Group)
				p.drawStudy()
			}
		})
}

// studyHead is the period, the rules that these tables ask, and the decimals.
func (p *statisticsPage) studyHead() fyne.CanvasObject {
	digits := newPick(nil, func(i int, _ string) {
		p.study.Decimals = i
		p.drawStudy()
	})
	labels := []string{"不留小数", "一位小数", "两位小数"}
	digits.fill(labels, labels[p.study.Decimals])
	return p.periodHead(p.study.CountSpan, p.countStudy, []forms.RuleID{forms.RuleAccepted, forms.RuleBase}, field("比率", false, digits, "").Container)
}

// drawStudy shows the group: every number opens its cases and says why they count.
func (p *statisticsPage) drawStudy() {
	st := p.study
	if st == nil {
		return
	}
	var parts []fyne.CanvasObject
	switch st.Group {
	case model.StudyIndicators:
		parts = p.indicatorSections()
	case model.StudyLists:
		parts = []fyne.CanvasObject{p.listSection()}
	default:
		for _, t := range st.Tables {
			parts = append(parts, p.tableSection(t))
		}
	}
	p.page.fill(append(parts, p.studyHead())...)
}

func (p *statisticsPage) tableSection(t *analysis.Table) fyne.CanvasObject {
	st := p.study
	parts := []fyne.CanvasObject{newGrid(model.TableGrid(t, st.Decimals), func(i, j int) {
		p.showBehind(model.CellBehind(t, i, j))
	})}
	notes := newFlow(0.5)
	for _, c := range t.Checks() {
		if !c.OK {
			notes.Add(newBeside(1.5, []float32{-1.2, 1}, marker(toneIcon(model.Late), toneColor(model.Late)), newProse(c.Rule+"："+c.Says+"。")))
		}
	}
	for _, text := range t.Notes {
		notes.Add(newProse(text).small().in(colorMuted))
	}
	return section(t.Title, p.spanCaption(t.Period), append(parts, notes)...)
}

// spanCaption is the period counted.
func (p *statisticsPage) spanCaption(x forms.Period) fyne.CanvasObject {
	return caption(fmt.Sprintf("%s 至 %s，截至 %s", x.From, x.To, x.AsOf))
}

// indicatorSections are the indicators by group: figure, fraction, the year before, and which reading counts.
func (p *statisticsPage) indicatorSections() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	var rows *fyne.Container
	group := ""
	for k := range p.study.Indicators {
		i := &p.study.Indicators[k]
		if i.Group != group {
			group = i.Group
			rows = newFlow(0)
			rows.Add(headLine(indicatorWeights(), []fyne.CanvasObject{leftHead("指标"), gridHead("本期"), gridHead("分子÷分母"), gridHead("上年同期"), gridHead("同比"), leftHead("口径")}))
			out = append(out, section(group, p.spanCaption(p.study.Book.Period), rows))
		}
		rows.Add(p.indicatorRow(i, len(rows.Objects)))
	}
	return out
}

func indicatorWeights() []float32 { return []float32{-15, -6, -8, -6, -8, 1} }

func leftHead(text string) fyne.CanvasObject { return newProse(text).small().in(colorMuted) }

func (p *statisticsPage) indicatorRow(i *analysis.Indicator, n int) fyne.CanvasObject {
	digits := p.study.Decimals
	middle := func(text string) fyne.CanvasObject {
		w := newWords(text)
		w.align = fyne.TextAlignCenter
		return w
	}
	figure := newWords(i.Now.Show(digits) + unitAfter(i))
	figure.align = fyne.TextAlignCenter
	shown := fyne.CanvasObject(newPanel("", "", 0, 0.75, figure))
	if len(i.Now.Cases) > 0 {
		shown = newPress("", "", theme.ColorNameHover, 0, 0.75, figure, func() { p.showBehind(i.Label, "为何计入："+i.Now.Why, i.Now.Cases) })
	}
	base := fyne.CanvasObject(middle(model.Fraction(*i)))
	if len(i.Base) > 0 {
		base = newPress("", "", theme.ColorNameHover, 0, 0.75, base, func() { p.showBehind(i.Label+"的分母", "为何计入："+i.Now.Why, i.Base) })
	}
	line := newPanel(rowFill(n), "", 1, 0.25, newLine(1, indicatorWeights(), newWords(i.Label).cutting(), shown, base,
		middle(i.Before.Show(digits)), middle(model.ChangeText(*i, digits)), p.readingOf(i)))
	return line
}

// unitAfter is the unit of averages, which a percent sign does not tell.
func unitAfter(i *analysis.Indicator) string {
	if i.Now.Kind == analysis.Average && i.Now.Of != 0 {
		return i.Unit
	}
	return ""
}

// readingOf says how an indicator is counted; where there are several readings one is chosen for the office.
func (p *statisticsPage) readingOf(i *analysis.Indicator) fyne.CanvasObject {
	formula := newProse(i.Formula).small().in(colorMuted)
	if len(i.Choices) < 2 {
		return formula
	}
	var labels []string
	for _, c := range i.Choices {
		labels = append(labels, "除以"+c.Label)
	}
	pick := newPick(nil, func(k int, _ string) { p.chooseReading(i.ID, i.Choices[k].ID) })
	pick.fill(labels, labels[i.Chosen])
	return newLine(1, []float32{1, -13}, formula, boxed(pick))
}

func (p *statisticsPage) chooseReading(id, reading string) {
	st, office := p.study, p.s.deps.Office
	start(p.s.run, "reading", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, st.Read(ctx, office, id, reading)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed("keep reading", err)
			return
		}
		p.countStudy()
	})
}

// listSection are the ledgers: how many cases each has, to look at and to save.
func (p *statisticsPage) listSection() fyne.CanvasObject {
	rows := newFlow(1)
	for _, l := range p.study.Lists {
		look := quiet("查看案件", iconRight, func() {
			p.showBehind(l.Title, fmt.Sprintf("%s至%s。", l.Period.From.Chinese(), l.Period.To.Chinese()), model.ListCases(l))
		})
		save := quiet("导出", iconExport, func() { p.exportStudy(l.ID, l.Title) })
		head := newLine(2, []float32{-12, -6, 1, 0, 0}, strong(l.Title), muted(fmt.Sprintf("%d件", len(l.Rows))), muted(fmt.Sprintf("%d栏", len(l.Columns))), look, save)
		rows.Add(card(newFlow(0.5, head, newProse(columnNames(l)).small().in(colorMuted))))
	}
	return section(model.StudyLists, caption(""), rows)
}

func columnNames(l *analysis.List) string {
	text := ""
	for i, c := range l.Columns {
		if i > 0 {
			text += "、"
		}
		text += c.Label
	}
	return text
}

// exportStudy writes the group in view, or one ledger.
func (p *statisticsPage) exportStudy(only, title string) {
	st := p.study
	period, err := st.Period(p.s.today())
	if err != nil {
		p.s.failed("export tables", err)
		return
	}
	opt := st.Options(period, only)
	p.s.saveAs(model.FileName(fmt.Sprintf("%s%s至%s", title, period.From, period.To))+".xlsx", func(path string) {
		p.s.exporting(title, path, func(ctx context.Context, progress cases.Progress) error {
			return p.s.deps.Files.FormBook(ctx, path, opt, progress)
		})
	})
}
