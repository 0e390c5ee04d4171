package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/statistics"
	"fuyi/ui/model"
)

// countReport counts the period and writes the report.
func (p *statisticsPage) countReport() {
	n := p.report
	period, err := n.Period(p.s.today())
	if err != nil {
		p.page.fill(p.reportHead(), card(newProse(cases.Message(err)).in(theme.ColorNameError)))
		return
	}
	office := p.s.deps.Office
	startHeavy(p.s.run, "count", func(ctx context.Context) (*model.Narrative, error) { return n.Count(ctx, office, period) },
		func(counted *model.Narrative, err error) {
			if err != nil {
				p.s.failed("write report", err)
				return
			}
			if p.report == n {
				p.report = counted
				p.drawReport()
			}
		})
}

// reportHead are the template, the period and the decimals.
func (p *statisticsPage) reportHead() fyne.CanvasObject {
	ids, labels := model.TemplateChoices()
	chosen := 0
	for i, id := range ids {
		if id == p.report.ID {
			chosen = i
		}
	}
	template := newPick(nil, func(i int, _ string) {
		p.report.ID, p.report.Wording = ids[i], ""
		p.report.Write()
		p.drawReport()
	})
	template.fill(labels, labels[chosen])
	digits := newPick(nil, func(i int, _ string) {
		p.report.Decimals = i
		p.report.Write()
		p.drawReport()
	})
	decimals := []string{"不留小数", "一位小数", "两位小数"}
	digits.fill(decimals, decimals[p.report.Decimals])
	return p.periodHead(p.report.CountSpan, p.countReport, []forms.RuleID{forms.RuleAccepted, forms.RuleBase},
		field("报告", false, template, "").Container, field("比率", false, digits, "").Container)
}

// drawReport shows the report, what it lacks, and the figures to type in.
func (p *statisticsPage) drawReport() {
	n := p.report
	if n == nil || n.Source == nil {
		return
	}
	p.paper = newFlow(1.2)
	p.fillPaper()
	buttons := container.NewHBox(quiet("复制全文", iconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(n.Document.Text())
		p.s.tell(model.Finished, "已复制报告全文。")
	}), quiet("修改模板", iconPencil, p.editTemplate))
	p.page.fill(p.reportHead(), p.typedSection(), section(n.Template().Title, buttons, p.paper))
}

// fillPaper writes the problems and the report into their place.
func (p *statisticsPage) fillPaper() {
	p.paper.RemoveAll()
	for _, x := range p.report.Document.Problems {
		p.paper.Add(newBeside(1.5, []float32{-1.2, 1}, marker(toneIcon(model.Soon), toneColor(model.Soon)), newProse(x.Text)))
	}
	for _, b := range p.report.Document.Blocks {
		p.paper.Add(reportBlock(b))
	}
	p.paper.Refresh()
}

func reportBlock(b cases.ReportBlock) fyne.CanvasObject {
	switch b.Kind {
	case cases.ReportTitle, cases.ReportHeading:
		return strong(b.Text)
	case cases.ReportTable:
		g := model.Grid{}
		for _, h := range b.Head[1:] {
			g.Columns = append(g.Columns, statistics.Column{Label: h})
		}
		for _, r := range b.Rows {
			var cells []model.GridCell
			for _, text := range r[1:] {
				cells = append(cells, model.GridCell{Text: text, Faint: text == "0" || text == "-"})
			}
			g.Rows, g.Cells = append(g.Rows, r[0]), append(g.Cells, cells)
		}
		return newFlow(0.5, muted(b.Text), newGrid(g, nil))
	}
	return newProse("　　" + b.Text)
}

// typedSection are the figures that the office does not count; each is kept after a pause in typing.
func (p *statisticsPage) typedSection() fyne.CanvasObject {
	tiles := newTiles(11, 2)
	for _, t := range p.report.Typed() {
		hint := "未填写"
		if t.Before != "" {
			hint = "上年" + t.Before
		}
		e := newEntry(hint)
		e.SetText(t.Now)
		e.OnChanged = func(text string) {
			p.s.run.After("type "+t.Label, pause, func() { p.typeFigure(t.Label, text) })
		}
		tiles.Add(field(t.Label, false, e, "").Container)
	}
	more := quiet("增加一项", iconAdd, p.addTyped)
	return section(fmt.Sprintf("另填数字（%d年）", p.report.Source.Period.To.Year()), more, newProse("办公室不统计、报告要用的数字，每年填写一次；模板里写【名称】就会引用。").small().in(colorMuted), tiles)
}

func (p *statisticsPage) typeFigure(label, text string) {
	n, office := p.report, p.s.deps.Office
	if n == nil {
		return
	}
	keep := n.Type(label, text)
	// The fields stay as they are: somebody is typing in them.
	p.fillPaper()
	start(p.s.run, "keep figure", func(ctx context.Context) (struct{}, error) { return struct{}{}, keep(ctx, office) }, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed("keep figure", err)
		}
	})
}

// addTyped asks for the name of a figure of the office's own.
func (p *statisticsPage) addTyped() {
	p.s.ask(question{title: "增加另填数字", label: "名称", hint: "例如：行政检查件数", yes: "增加", take: func(text string) string {
		p.typeFigure(text, "")
		p.drawReport()
		return ""
	}})
}

// editTemplate shows the wording of the template in the report's place; what is kept is the office's own.
func (p *statisticsPage) editTemplate() {
	n := p.report
	area := newArea("", 16)
	area.SetText(n.Template().Text)
	help := newProse("每行一段；“# ”开头是标题，“## ”开头是小标题，“表：名称”插入一张表。【名称】是数字，【名称:上年】【名称:同比】【名称:增减】是比较，【申请复议事项:前三】列出最多的几项。" +
		"〔……〕里的数字为0时整段不写；〔【名称=0】……〕只在数字为0时写。").small().in(colorMuted)
	buttons := container.NewHBox(quiet("取消", iconBack, p.drawReport))
	if n.Own() {
		buttons.Add(quiet("恢复原来的模板", iconUndo, func() { p.changeWording(n.Reset()) }))
	}
	buttons.Add(primary("保存模板", nil, func() {
		n.Wording = area.Text
		p.changeWording(n.KeepWording())
	}))
	p.page.fill(section("修改模板："+n.Template().Title, buttons, help, area))
}

// changeWording shows the report in its new wording while that is stored.
func (p *statisticsPage) changeWording(keep func(context.Context, cases.Preferences) error) {
	office := p.s.deps.Office
	p.drawReport()
	start(p.s.run, "keep template", func(ctx context.Context) (struct{}, error) { return struct{}{}, keep(ctx, office) },
		func(_ struct{}, err error) {
			if err != nil {
				p.s.failed("keep template", err)
			}
		})
}

// exportReport writes the report as a Word file, or as text where the name ends so.
func (p *statisticsPage) exportReport() {
	n := p.report
	if n.Source == nil {
		return
	}
	p.s.saveAs(n.FileName(), func(path string) {
		p.s.exporting(n.Template().Title, path, func(context.Context, cases.Progress) error {
			return p.s.deps.Files.SaveReport(path, n.Document.Report)
		})
	})
}
