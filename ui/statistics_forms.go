package ui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
	"fuyi/ui/model"
)

// overviewLabel is the choice that shows the year's overview instead of an official form.
const overviewLabel = "年度概览"

// choose turns to the overview, a form or a group of the analysis, in the order of the pick.
func (p *statisticsPage) choose(i int) {
	if p.openDesk(i) {
		return
	}
	p.up = nil
	p.back()
	p.form, p.study, p.report = nil, nil, nil
	p.page.scroll.ScrollToTop()
	ids, _ := model.FormChoices()
	groups := model.StudyGroups()
	switch {
	case i == 0:
	case i <= len(ids):
		p.form = model.NewForms(cases.Reconsideration, p.m.Year, p.span)
		p.form.Choose(ids[i-1])
	case i <= len(ids)+len(groups):
		p.study = model.NewStudy(groups[i-1-len(ids)], p.span)
	default:
		p.report = model.NewNarrative(p.span)
	}
	p.count()
}

// choices are the labels of the pick.
func (p *statisticsPage) choices() []string {
	_, labels := model.FormChoices()
	return append(append(append([]string{overviewLabel}, labels...), append(model.StudyGroups(), model.ReportLabel)...), deskLabels()...)
}

// countForm counts the form anew and shows it.
func (p *statisticsPage) countForm() {
	f := p.form
	period, err := f.Period(p.s.today())
	if err != nil {
		p.page.fill(p.formHead(), card(newProse(cases.Message(err)).in(theme.ColorNameError)))
		return
	}
	office := p.s.deps.Office
	startHeavy(p.s.run, "count", func(ctx context.Context) (*forms.Table, error) { return f.Count(ctx, office, period) },
		func(t *forms.Table, err error) {
			if err != nil {
				p.s.failed("count form", err)
				return
			}
			f.Table = t
			p.s.deps.Log.Info("form", "id", f.Edition.ID)
			p.drawForm()
			p.look([]*forms.Table{t}, p.drawForm)
		})
}

// formHead is the period and the rules by which the form is counted.
func (p *statisticsPage) formHead() fyne.CanvasObject {
	var all []forms.RuleID
	for _, s := range forms.RuleSpecs() {
		all = append(all, s.ID)
	}
	return p.periodHead(p.form.CountSpan, p.countForm, all)
}

// periodHead are the days and the rules of a period, and what else is chosen with them.
func (p *statisticsPage) periodHead(span *model.CountSpan, recount func(), rules []forms.RuleID, more ...fyne.CanvasObject) fyne.CanvasObject {
	day := func(value *string) fyne.CanvasObject {
		return newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), *value, func(text string) {
			*value = text
			p.s.run.After("form period", 2*pause, recount)
		}).Container
	}
	tiles := newTiles(22, 2, field("统计期从", false, day(&span.From), "").Container, field("至", false, day(&span.To), "").Container)
	for _, s := range forms.RuleSpecs() {
		if !slices.Contains(rules, s.ID) {
			continue
		}
		var labels []string
		chosen := 0
		for i, c := range s.Choices {
			labels = append(labels, c.Label)
			if c.Code == span.Rules[s.ID] {
				chosen = i
			}
		}
		rule := newPick(nil, func(i int, _ string) {
			span.Rules = span.Rules.With(s.ID, s.Choices[i].Code)
			recount()
		})
		rule.fill(labels, labels[chosen])
		tiles.Add(field(s.Title, false, rule, "").Container)
	}
	for _, o := range more {
		tiles.Add(o)
	}
	return section("统计期和口径", nil, tiles, p.keptRules(span, recount))
}

// drawForm shows the form with its checks and notes; a number opens its cases and says why they count.
func (p *statisticsPage) drawForm() {
	f := p.form
	if f == nil || f.Table == nil {
		return
	}
	all := newTick("显示没有案件的类别", func(on bool) {
		f.All = on
		p.drawForm()
	})
	all.Checked = f.All
	grid := newGrid(f.Grid(), func(i, j int) {
		title, cell := f.Cell(i, j)
		p.showBehind(title, "为何计入："+cell.Why, cell.Cases)
	})
	span := fmt.Sprintf("%s至%s", f.Table.Period.From.Chinese(), f.Table.Period.To.Chinese())
	when := caption(span + "，截至" + f.Table.Period.AsOf.Chinese())
	parts := append(p.sealBar(), section(f.Edition.Title, all, when, grid), p.formChecks(), p.formHead())
	notes := newFlow(1)
	for _, text := range f.Notes() {
		notes.Add(newProse(text).small().in(colorMuted))
	}
	parts = append(parts, section("说明", p.mapCategories(), notes))
	p.page.fill(parts...)
}

// formChecks lists the balance checks; one that fails opens the cases that cause it.
func (p *statisticsPage) formChecks() fyne.CanvasObject {
	rows := newFlow(0.5)
	good := 0
	for _, c := range seal.Checks(p.form.Table, p.sealed.Carry) {
		if c.OK {
			good++
			continue
		}
		rows.Add(p.checkRow(c))
	}
	if good > 0 {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconDone, toneColor(model.Finished)), newProse(fmt.Sprintf("%d项勾稽关系相符。", good))))
	}
	return section("勾稽关系", nil, rows)
}

// checkRow is a check that fails; pressed, it lists its cases.
func (p *statisticsPage) checkRow(c forms.Check) fyne.CanvasObject {
	tone := model.Late
	if c.Severity == forms.Doubtful {
		tone = model.Soon
	}
	text := newProse(fmt.Sprintf("%s　%s：%s。", c.ID, c.Rule, c.Says))
	line := newBeside(1.5, []float32{-1.2, 1}, marker(toneIcon(tone), toneColor(tone)), text)
	if len(c.Cases) == 0 {
		return line
	}
	return row(line, func() { p.showBehind(c.ID+" "+c.Rule, c.Says+"。", c.Cases) })
}

// exportForm writes the form as a workbook in which every number leads to its cases.
func (p *statisticsPage) exportForm() {
	f := p.form
	period, err := f.Period(p.s.today())
	if err != nil {
		p.s.failed("export form", err)
		return
	}
	opt := f.Options(period)
	name := model.FileName(fmt.Sprintf("%s%s至%s", f.Edition.Title, period.From, period.To))
	p.s.saveAs(name+".xlsx", func(path string) {
		p.s.exporting(f.Edition.Title, path, func(ctx context.Context, progress cases.Progress) error {
			return p.s.deps.Files.FormBook(ctx, path, opt, progress)
		})
	})
}
