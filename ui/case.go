package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// casePane is one case: header, what may come next, periods, facts and the timeline of its acts. While an act is being
// recorded the act's page takes its place.
type casePane struct {
	s       *shell
	id      cases.ID
	root    *fyne.Container
	page    *scroller
	view    *model.CaseView
	act     *actPane
	close   func() bool
	changed func()
	// open holds which derivations are unfolded, by name; allRefused whether the refused acts are shown.
	open       map[string]bool
	allRefused bool
}

func newCasePane(s *shell, close func() bool) *casePane {
	p := &casePane{s: s, close: close, root: container.NewStack(), page: newScroller(), open: map[string]bool{}}
	return p
}

// load shows a case; a slower answer for a case left meanwhile is dropped.
func (p *casePane) load(id cases.ID) {
	if p.act != nil {
		p.act = nil
	}
	if p.id != id {
		p.open, p.allRefused = map[string]bool{}, false
		p.page.scroll.ScrollToTop()
	}
	p.id = id
	start(p.s.run, "case", func(ctx context.Context) (*cases.Case, error) { return p.s.deps.Office.Case(ctx, id) },
		func(c *cases.Case, err error) {
			if err != nil {
				p.s.failed("load case", err)
				return
			}
			p.show(c)
			p.s.deps.Log.Info("case", "number", c.Number)
		})
}

// reload shows the case again after something changed.
func (p *casePane) reload() {
	if p.id != 0 && p.act == nil {
		p.load(p.id)
	}
}

func (p *casePane) show(c *cases.Case) {
	p.view = model.NewCaseView(c, p.s.deps.Office.Law(), p.s.today())
	p.draw()
	p.root.Objects = []fyne.CanvasObject{p.page.Container}
	p.root.Refresh()
}

func (p *casePane) draw() {
	v := p.view
	parts := []fyne.CanvasObject{p.header(), p.next()}
	if len(v.Problems) > 0 {
		parts = append(parts, p.problems())
	}
	if len(v.Periods) > 0 {
		parts = append(parts, p.periods())
	}
	parts = append(parts, p.facts(), p.timeline())
	if len(v.Notes) > 0 {
		parts = append(parts, p.notes())
	}
	p.page.fill(parts...)
}

func (p *casePane) header() fyne.CanvasObject {
	v := p.view
	number := heading(v.Number).cutting()
	shut := quiet("", iconClose, func() { p.close() })
	top := newLine(2, []float32{1, 0}, number, shut)
	marks := newWrap(2, badge(v.State, v.StateTone))
	if v.Due.Date != "" {
		marks.Add(badge(v.Due.Name+" "+v.Due.Date, v.Due.Tone))
		left := strong(v.Due.Left).in(toneColor(v.Due.Tone))
		marks.Add(container.NewCenter(left))
	}
	return newFlow(1.75, top, newProse(v.Title).in(colorMuted), marks)
}

// section is a titled card.
func section(title string, right fyne.CanvasObject, content ...fyne.CanvasObject) fyne.CanvasObject {
	if right == nil {
		right = caption("")
	}
	head := newLine(2, []float32{1, 0}, subheading(title), right)
	return card(newFlow(2, append([]fyne.CanvasObject{head}, content...)...))
}

// next offers the acts: the most likely one first, the refused ones greyed with their reasons.
func (p *casePane) next() fyne.CanvasObject {
	v := p.view
	if p.s.deps.ReadOnly != "" {
		return section("下一步", nil, newProse(p.s.deps.ReadOnly).in(colorMuted))
	}
	line := newWrap(1.5)
	if v.Main != nil {
		line.Add(primary(v.Main.Spec.Label, nil, func() { p.begin(v.Main.Spec) }))
	}
	for _, o := range v.Offers {
		line.Add(button(o.Spec.Label, nil, func() { p.begin(o.Spec) }))
	}
	rows := []fyne.CanvasObject{line}
	if v.Main == nil && len(v.Offers) == 0 {
		rows = []fyne.CanvasObject{newProse("这件案件已经办结归档，没有可以记录的程序行为。").in(colorMuted)}
	}
	more := "暂不能记录的"
	icon := iconWhy
	if p.allRefused {
		icon = iconFold
		rows = append(rows, p.refused()...)
	}
	toggle := quiet(more, icon, func() {
		p.allRefused = !p.allRefused
		p.draw()
	})
	if len(v.Refused) == 0 {
		toggle.Hide()
	}
	return section("下一步", toggle, rows...)
}

func (p *casePane) refused() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range p.view.Refused {
		name := newWords(o.Spec.Label).in(theme.ColorNameDisabled).cutting()
		out = append(out, newBeside(1.5, []float32{-1.2, -8, 1}, marker(iconRefuse, theme.ColorNameDisabled), name,
			newProse(o.Refused).in(colorMuted)))
	}
	return out
}

func (p *casePane) problems() fyne.CanvasObject {
	rows := newFlow(1)
	for _, text := range p.view.Problems {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconLate, toneColor(model.Soon)), newProse(text)))
	}
	return section("需要核对的记录", nil, rows)
}

// periods lists the periods; a press shows the derivation of the date.
func (p *casePane) periods() fyne.CanvasObject {
	rows := newFlow(0)
	for _, v := range p.view.Periods {
		rows.Add(p.period(v))
		if p.open[v.Name] {
			rows.Add(p.derivation(v))
		}
	}
	return section("期限", caption("点击期限可查看计算过程"), rows)
}

func (p *casePane) period(v model.PeriodView) fyne.CanvasObject {
	icon := widget.NewIcon(colored(toneIcon(v.Tone), toneColor(v.Tone)))
	name, fold := newWords(v.Name), iconWhy
	name.bold = v.Running
	if p.open[v.Name] {
		fold = iconFold
	}
	left := newWords(v.Left).in(toneColor(v.Tone)).cutting()
	left.bold = v.Running
	due := muted(v.Due).cutting()
	return row(newLine(1.5, []float32{-1.2, -8.5, -10.5, 1, -1.2}, icon, name.cutting(), due, left,
		widget.NewIcon(colored(fold, colorMuted))), func() {
		p.open[v.Name] = !p.open[v.Name]
		p.draw()
	})
}

func (p *casePane) derivation(v model.PeriodView) fyne.CanvasObject {
	rows := newFlow(0.5)
	for _, s := range v.Steps {
		rows.Add(newBeside(2, []float32{-5, 1}, caption(s.Label), newProse(s.Text).small()))
	}
	copied := quiet("复制计算过程", iconCopy, func() {
		fyne.CurrentApp().Clipboard().SetContent(model.ExplainText(p.view.Number+" "+v.Name, v.Steps))
		p.s.tell(model.Finished, "已复制“"+v.Name+"”的计算过程。")
	})
	rows.Add(newLine(0, []float32{0, 1}, copied, caption("")))
	return newPanel(theme.ColorNameBackground, "", 3, 2, rows)
}

// facts are two columns of labelled values; long values take the full width.
func (p *casePane) facts() fyne.CanvasObject {
	grid := newFlow(1.25)
	var pending fyne.CanvasObject
	flush := func() {
		if pending != nil {
			grid.Add(newBeside(4, []float32{1, 1}, pending, caption("")))
			pending = nil
		}
	}
	for _, f := range p.view.Facts {
		o := fact(f.Label, f.Value)
		switch {
		case len([]rune(f.Value)) > 14:
			flush()
			grid.Add(o)
		case pending == nil:
			pending = o
		default:
			grid.Add(newBeside(4, []float32{1, 1}, pending, o))
			pending = nil
		}
	}
	flush()
	return section("基本情况", nil, grid)
}

// timeline lists the acts, the newest first.
func (p *casePane) timeline() fyne.CanvasObject {
	rows := newFlow(2)
	for _, a := range p.view.Acts {
		title := newLine(2, []float32{0, 0, 1}, strong(a.Label), caption(""), muted(a.Paper).cutting())
		if a.Imported {
			title.Objects[1] = badge("导入", model.Calm)
		}
		body := newFlow(0.25, title)
		for _, line := range a.Lines {
			body.Add(newProse(line).in(colorMuted))
		}
		rows.Add(newBeside(2, []float32{-9, 1}, muted(a.Date), body))
	}
	return section("办理过程", nil, rows)
}

func (p *casePane) notes() fyne.CanvasObject {
	rows := newFlow(1)
	for _, n := range p.view.Notes {
		rows.Add(fact(n.Label, n.Text))
	}
	return section("备注", caption("台账中未能识别的栏目原样保存在这里"), rows)
}

// begin opens the page of an act.
func (p *casePane) begin(s *procedure.Spec) {
	form := model.NewActForm(p.view.Case, s, p.s.deps.Office.Law(), p.s.today())
	p.act = newActPane(p.s, form, func() { p.leaveAct() }, func() {
		p.act = nil
		p.s.changed()
		p.changed()
	})
	p.root.Objects = []fyne.CanvasObject{p.act.page.Container}
	p.root.Refresh()
}

// leaveAct returns from an act's page to the case without recording; false if there is none.
func (p *casePane) leaveAct() bool {
	if p.act == nil {
		return false
	}
	p.act = nil
	p.root.Objects = []fyne.CanvasObject{p.page.Container}
	p.root.Refresh()
	return true
}
