package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
	"fuyi/ui/model"
)

// period is the period in view.
func (p *statisticsPage) period() (forms.Period, forms.Rules, error) {
	span := *p.span
	switch {
	case p.form != nil:
		span = *p.form.CountSpan
	case p.study == nil:
		// The overview counts whole years by the recommended rules.
		span.SetYear(p.m.Year, p.s.today())
		span.AsOf, span.Rules = p.m.AsOf, nil
	}
	t, err := span.Period(p.s.today())
	return t, span.Rules, err
}

// look asks the office's seals about the period, after its figures are shown; again draws them anew if there is something to say.
func (p *statisticsPage) look(tables []*forms.Table, again func()) {
	t, _, err := p.period()
	if err != nil {
		return
	}
	office, today := p.s.deps.Office, p.s.today()
	startHeavy(p.s.run, "seals", func(ctx context.Context) (seal.View, error) { return model.LookSeals(ctx, office, t, tables, today) },
		func(v seal.View, err error) {
			if err != nil {
				p.s.failed("seals", err)
				return
			}
			if now, _, err := p.period(); err != nil || now != t {
				return
			}
			p.sealed = v
			if v.Record != nil || len(v.Carry) > 0 {
				again()
			}
		})
}

// sealBar is the line that says that the period is sealed; pressed, it opens the differences.
func (p *statisticsPage) sealBar() []fyne.CanvasObject {
	text, tone := model.SealSays(&p.sealed)
	if text == "" {
		return nil
	}
	open := quiet("查看差异表", iconRight, p.showDifference)
	return []fyne.CanvasObject{card(newLine(1.5, []float32{-1.2, 1, 0}, widget.NewIcon(colored(iconSeal, toneColor(tone))), newProse(text), open))}
}

// carryRows are the carry-overs from the period sealed before that fail (E10).
func (p *statisticsPage) carryRows() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range p.sealed.Carry {
		if !c.OK {
			out = append(out, p.checkRow(c))
		}
	}
	return out
}

// askSeal explains what sealing means and seals when it is confirmed.
func (p *statisticsPage) askSeal() {
	if p.m == nil || !p.s.writes() {
		return
	}
	today, office := p.s.today(), p.s.deps.Office
	t, rules, err := p.period()
	if err != nil {
		p.s.failed("seal", err)
		return
	}
	// The question asks the office itself: what the page knows of seals may not have come yet, or be of another view.
	start(p.s.run, "seal question", func(ctx context.Context) (model.SealQuestion, error) { return model.AskSeal(ctx, office, t, today) },
		func(q model.SealQuestion, err error) {
			if err != nil {
				p.s.failed("seal", err)
				return
			}
			p.confirmSeal(q, t, rules)
		})
}

// confirmSeal asks for the note and seals.
func (p *statisticsPage) confirmSeal(q model.SealQuestion, t forms.Period, rules forms.Rules) {
	today, office := p.s.today(), p.s.deps.Office
	var about []fyne.CanvasObject
	for _, text := range q.About {
		about = append(about, newProse(text))
	}
	p.s.ask(question{title: q.Title, about: about, label: q.Label, hint: q.Hint, value: q.Value, yes: "封存", take: func(note string) string {
		startHeavy(p.s.run, "seal", func(ctx context.Context) (cases.SealRecord, error) {
			return model.SealPeriod(ctx, office, t, rules, note, today)
		}, func(r cases.SealRecord, err error) {
			if err != nil {
				p.s.failed("seal", err)
				return
			}
			p.s.deps.Log.Info("sealed", "title", r.Title, "hash", r.Hash)
			p.s.tell(model.Finished, fmt.Sprintf("已封存%s，校验值%s。", r.Title, r.Short()))
			p.count()
		})
		return ""
	}})
}

// differenceLimit bounds the numbers and the cases listed at once; the workbook has all.
const differenceLimit = 200

// showDifference lists what has changed since the sealing, in place of the figures.
func (p *statisticsPage) showDifference() {
	d := p.sealed.Difference
	if d == nil {
		return
	}
	facts := newFlow(0.5)
	for _, f := range model.SealFacts(d) {
		facts.Add(fact(f[0], f[1]))
	}
	parts := []fyne.CanvasObject{
		newLine(2, []float32{0, 1, 0}, quiet("返回统计报表", iconBack, func() { p.back() }), caption(""), quiet("导出差异表", iconExport, p.exportDifference)),
		section(d.Seal.Title+"封存数字差异表", nil, newProse(seal.Says(d)), facts)}
	shown := 0
	for _, g := range model.SealGroups(d) {
		rows := newFlow(0, newPanel("", "", 2, 0, differenceLine(caption("项目"), caption("封存"), caption("现在"), caption("增减"), caption("案件"))))
		for _, l := range g.Lines {
			if shown++; shown > differenceLimit {
				break
			}
			rows.Add(row(differenceLine(newWords(l.Label), muted(amount(l.Was, l.Unit)), strong(amount(l.Is, l.Unit)), newWords(fmt.Sprintf("%+d", l.Is-l.Was)),
				muted(model.SealCases(l))), func() { p.showChanges(l) }))
		}
		parts = append(parts, section(g.Table, muted(fmt.Sprintf("%d项", len(g.Lines))), rows))
	}
	if shown > differenceLimit {
		parts = append(parts, caption(fmt.Sprintf("共%d项，这里列出前%d项；全部见导出的差异表。", len(d.Lines), differenceLimit)))
	}
	p.instead(nil, newFlow(3, parts...))
}

func amount(n int64, unit string) string { return model.Thousands(int(n)) + unit }

// differenceLine puts the cells of a line of differences into their columns.
func differenceLine(what, was, is, by, who *words) fyne.CanvasObject {
	return newLine(3, []float32{1, -5, -5, -4, 1}, what.cutting(), rightward(was), rightward(is), rightward(by), who.cutting())
}

func rightward(w *words) *words {
	w.align = fyne.TextAlignTrailing
	return w
}

// showChanges lists the cases of a number that differs, each with its reasons.
func (p *statisticsPage) showChanges(l *cases.SealLine) {
	list := newFlow(0)
	for i := range l.Cases[:min(len(l.Cases), differenceLimit)] {
		c := &l.Cases[i]
		tone := model.Soon
		if c.Status == cases.SealAdded {
			tone = model.Near
		}
		line := newFlow(0.5, newLine(3, []float32{-6, -16, 1}, badge(c.Status.Label(), tone), strong(c.Number).cutting(), newWords(c.Title).cutting()),
			newProse(model.SealChangeSays(c)).small().in(colorMuted))
		if c.Gone {
			list.Add(newPanel("", "", 2, 1, line))
			continue
		}
		list.Add(row(line, func() { p.s.openCase(c.Kind, c.Case) }))
	}
	if more := len(l.Cases) - differenceLimit; more > 0 {
		list.Add(caption(fmt.Sprintf("另有%d件案件，见导出的差异表。", more)))
	}
	title := "《" + l.Table + "》" + l.Label
	p.instead(p.showDifference, newFlow(3, newLine(2, []float32{0, 1}, quiet("返回差异表", iconBack, func() { p.back() }), caption("")),
		section(title, muted(fmt.Sprintf("封存%s，现在%s", amount(l.Was, l.Unit), amount(l.Is, l.Unit))), list)))
}

// exportDifference writes the list of differences as a workbook.
func (p *statisticsPage) exportDifference() {
	d := *p.sealed.Difference
	p.s.saveAs(model.FileName(d.Seal.Title+"封存数字差异表")+".xlsx", func(path string) {
		p.s.exporting(d.Seal.Title+"差异表", path, func(ctx context.Context, _ cases.Progress) error {
			return p.s.deps.Files.SealBook(ctx, path, d)
		})
	})
}
