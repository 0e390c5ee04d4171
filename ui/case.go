package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// casePane is one case: header, what may come next, periods, facts and the timeline of its acts. While an act is being
// recorded the act's page takes its place.
type casePane struct {
	// paper is the panel asked last before a paper around a hearing was written.
	paper *courtPanel
	s     *shell
	id    cases.ID
	root  *fyne.Container
	page  *scroller
	view  *model.CaseView
	// settings name the office's government, for the figures that a correction moves.
	settings cases.Settings
	act      *actPane
	// revising is the page that changes what is known of the case, nil while the case is shown.
	revising *intakePage
	close    func() bool
	changed  func()
	// open holds which derivations are unfolded, by name; allActs whether all acts are shown, permitted or not; ended
	// whether the periods that are over are.
	open    map[string]bool
	allActs bool
	ended   bool
	// printer is the button with the menu of what is printed of the case.
	printer fyne.CanvasObject
	// lead is the button of the act most likely next, nil if there is none.
	lead *push
	// dossier is the papers of the case (卷宗), which stand in the page's place when asked.
	dossier *dossierPane
	// links are the cases around this one, nil until they are found.
	links  *model.SuitLinks
	linked cases.ID
	// card is the platform's card in the case's place, nil while it is not.
	card *platformCard
}

// loadedCase is what a case page needs.
type loadedCase struct {
	c        *cases.Case
	fixes    []cases.CorrectionRecord
	settings cases.Settings
}

func newCasePane(s *shell, close func() bool) *casePane {
	p := &casePane{s: s, close: close, root: container.NewStack(), page: newScroller(), open: map[string]bool{}}
	p.dossier = newDossierPane(p)
	return p
}

// load shows a case; a slower answer for a case left meanwhile is dropped.
func (p *casePane) load(id cases.ID) {
	p.parkAct()
	p.revising, p.card = nil, nil
	if p.id != id {
		p.open, p.allActs, p.ended = map[string]bool{}, false, false
		p.page.scroll.ScrollToTop()
		p.dossier.leave()
	}
	p.id = id
	start(p.s.run, "case", func(ctx context.Context) (l loadedCase, err error) {
		if l.c, err = p.s.deps.Office.Case(ctx, id); err != nil {
			return l, err
		}
		if l.settings, err = p.s.deps.Office.Settings(ctx); err != nil {
			return l, err
		}
		l.fixes, err = p.s.deps.Office.Corrections(ctx, id)
		return l, err
	}, func(l loadedCase, err error) {
		if err != nil {
			p.s.failed("load case", err)
			return
		}
		p.show(l)
		p.s.deps.Log.Info("case", "number", l.c.Number, "state", p.view.State)
		p.s.visited(l.c)
	})
}

// reload shows the case again after something changed.
func (p *casePane) reload() {
	if p.id != 0 && p.act == nil && p.revising == nil && p.card == nil {
		p.load(p.id)
	}
}

func (p *casePane) show(l loadedCase) {
	p.settings = l.settings
	p.view = model.NewCaseView(l.c, l.fixes, p.s.deps.Office.Law(), p.s.today())
	if p.links != nil && p.linked != l.c.ID {
		p.links = nil
	}
	p.draw()
	p.findLinks(l.c)
	if p.dossier.open {
		p.dossier.load()
	}
	p.root.Objects = []fyne.CanvasObject{p.face()}
	p.root.Refresh()
	p.takeKeys()
}

// takeKeys gives the keys to the act most likely next where nothing else has them, so that Enter goes on and Tab comes to the
// other acts.
func (p *casePane) takeKeys() {
	p.s.freeKeys()
	c := p.s.win.Canvas()
	if p.lead != nil && c.Focused() == nil && c.Overlays().Top() == nil && holds(c.Content(), p.lead) {
		c.Focus(p.lead)
	}
}

func (p *casePane) draw() {
	v := p.view
	parts := []fyne.CanvasObject{p.header(), p.next()}
	if h := p.hearing(); h != nil {
		parts = append(parts, h)
	}
	if len(v.Problems) > 0 {
		parts = append(parts, p.sentences("需要核对的记录", v.Problems, iconLate, model.Late))
	}
	if len(v.Notices) > 0 {
		parts = append(parts, p.reminders())
	}
	if len(v.Periods) > 0 {
		parts = append(parts, p.periods())
	}
	parts = append(parts, p.facts())
	if o := p.linkSection(); o != nil {
		parts = append(parts, o)
	}
	parts = append(parts, p.timeline())
	if len(v.Notes) > 0 {
		parts = append(parts, p.notes())
	}
	p.page.fill(parts...)
	p.takeKeys()
}

func (p *casePane) header() fyne.CanvasObject {
	v := p.view
	number := heading(v.Number).cutting()
	shut := sign(iconClose, "关闭案件（Esc）", func() { p.close() })
	pin := iconPin
	if p.s.shared.visits.HasPin(v.Case.ID) {
		pin = iconPinned
	}
	p.printer = sign(iconPrint, "打印（Ctrl+P）", func() { p.print() })
	top := newLine(1, []float32{1, 0, 0, 0, 0, 0}, number, p.dossier.tabs(false), p.printer, sign(pin, "固定案件（Ctrl+Shift+D）", func() {
		p.s.pin(v.Case)
		p.draw()
	}), sign(iconWindow, "在新窗口打开（Ctrl+Shift+W）", func() { p.s.openWindow(v.Case.ID, v.Number) }), shut)
	marks := newWrap(2, badge(v.State, v.StateTone))
	if v.Due.Date != "" {
		marks.Add(badge(v.Due.Name+" "+v.Due.Date, v.Due.Tone))
		left := strong(v.Due.Left).in(toneColor(v.Due.Tone))
		marks.Add(container.NewCenter(left))
	}
	if v.Outcome != "" {
		marks.Add(badge(v.Outcome, v.OutcomeTone))
	}
	for _, f := range v.Flags {
		marks.Add(badge(f, flagTone(f)))
	}
	return newFlow(1.75, top, newProse(v.Title).in(colorMuted), marks)
}

// face is what is shown of the case: its page or its dossier.
func (p *casePane) face() fyne.CanvasObject {
	if p.dossier.open {
		return p.dossier.page.Container
	}
	return p.page.Container
}

// section is a titled card.
func section(title string, right fyne.CanvasObject, content ...fyne.CanvasObject) fyne.CanvasObject {
	if right == nil {
		right = caption("")
	}
	head := newLine(2, []float32{1, 0}, subheading(title), right)
	return card(newFlow(2, append([]fyne.CanvasObject{head}, content...)...))
}

// flagTone makes the flag of overdue cases stand out.
func flagTone(label string) model.Tone {
	if label == procedure.FlagLabel(procedure.FlagOverdue) {
		return model.Late
	}
	return model.Calm
}

// sentences is a card of sentences about the case's records.
func (p *casePane) sentences(title string, list []string, icon fyne.Resource, tone model.Tone) fyne.CanvasObject {
	rows := newFlow(1)
	for _, text := range list {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(icon, toneColor(tone)), newProse(text)))
	}
	return section(title, nil, rows)
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
		o := p.fact(f)
		switch {
		case f.Wide || p.view.Case.Suit == nil && len([]rune(f.Value)) > 14:
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
	var change fyne.CanvasObject
	if p.s.deps.ReadOnly == "" {
		change = quiet("修改案件信息", nil, p.revise)
	}
	return section("基本情况", change, grid)
}

// fact is a labelled value; a date that was computed opens its derivation.
func (p *casePane) fact(f model.Fact) fyne.CanvasObject {
	if f.Period < 0 {
		return fact(f.Label, f.Value)
	}
	name := p.view.Periods[f.Period].Name
	value := newWords(f.Value).in(theme.ColorNameHyperlink)
	link := newPress("", "", theme.ColorNameHover, 0, 0, value, func() {
		p.open[name] = true
		p.ended = p.ended || !p.view.Periods[f.Period].Running
		p.draw()
		p.page.scroll.ScrollToTop()
	})
	return newBeside(2, []float32{factLabel, 1}, muted(f.Label).cutting(), link)
}

// timeline lists the acts, the newest first, each with what it said before it was corrected.
func (p *casePane) timeline() fyne.CanvasObject {
	rows := newFlow(2)
	for _, a := range p.view.Acts {
		title := newLine(2, []float32{0, 0, 1, 0}, strong(a.Label), caption(""), muted(a.Paper).cutting(), caption(""))
		if a.Imported {
			title.Objects[1] = badge("导入", model.Calm)
		}
		if len(a.Corrected) > 0 {
			title.Objects[1] = badge("已更正", model.Soon)
		}
		if p.s.deps.ReadOnly == "" && a.Act.ID != 0 {
			title.Objects[3] = newPress("", "", theme.ColorNameHover, 1, 0, caption("更正"), func() { p.correct(a.Act) })
		}
		body := newFlow(0.25, title)
		for _, line := range a.Lines {
			body.Add(newProse(line).in(colorMuted))
		}
		for _, line := range a.Corrected {
			body.Add(newProse(line).small().in(toneColor(model.Soon)))
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
	form := p.view.Begin(s, p.s.deps.Office.Law(), p.s.today())
	p.openForm(form)
	p.s.offerNotice(form)
}

// correct opens the page on which an entry is corrected (更正录入).
func (p *casePane) correct(a procedure.Act) {
	p.openForm(model.NewCorrection(p.view.Case, a, p.settings, p.s.deps.Office.Law(), p.s.today()))
}

// try opens the page of what-ifs (推演), on the act most worth trying.
func (p *casePane) try() { p.attempt(model.TrialKinds(p.view)[0]) }

func (p *casePane) attempt(s *procedure.Spec) {
	p.openForm(model.NewTrial(p.view.Case, s, p.s.deps.Office.Law(), p.s.today()))
}

func (p *casePane) openForm(form *model.ActForm) {
	p.parkAct()
	if p.links != nil && p.linked == p.view.Case.ID {
		form.Below = p.links.Below
	}
	p.act = newActPane(p, form, func() {
		p.act = nil
		p.s.changed()
		p.changed()
	})
	p.root.Objects = []fyne.CanvasObject{p.act.root}
	p.root.Refresh()
	p.s.win.Canvas().Focus(firstField(p.act.page.flow))
}

// revise opens the page that changes what is known of the case besides its acts (修改案件信息).
func (p *casePane) revise() {
	p.revising = newRevision(p.s, p.view.Case, func(saved bool) {
		p.revising = nil
		p.root.Objects = []fyne.CanvasObject{p.face()}
		p.root.Refresh()
		if saved {
			p.changed()
		}
	})
	p.root.Objects = []fyne.CanvasObject{p.revising.view()}
	p.root.Refresh()
}

// leaveAct returns from an act's page to the case without recording; false if there is none.
func (p *casePane) leaveAct() bool {
	if p.leaveCard() {
		return true
	}
	if p.revising != nil {
		return p.revising.back()
	}
	if p.act == nil {
		return p.dossier.back()
	}
	p.parkAct()
	p.root.Objects = []fyne.CanvasObject{p.face()}
	p.root.Refresh()
	p.takeKeys()
	return true
}
