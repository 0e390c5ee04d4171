package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fuyi/cases"
	"fuyi/ui/model"
)

// intakePage is the registration by hand, and in revising mode the change of what is known of a case. What is typed is kept
// as a draft on every pause; only the button registers. Everything that checks what was typed runs after a pause.
type intakePage struct {
	s    *shell
	in   *model.Intake
	root *fyne.Container
	// layer holds what stands above the form without taking the keyboard: the organs that match what is typed.
	layer *fyne.Container
	form  *sideScroll
	side  *sideScroll
	// rows are the fields by the ids of the model; those of parties begin with their role.
	rows  map[string]*formRow
	lists map[cases.Role]*partyList
	// choices are the drop-downs by the ids of their rows: one that draws the page anew keeps the keyboard.
	choices map[string]*pick
	marks   map[string]fyne.CanvasObject
	bar     *fyne.Container
	number  *entry
	saved   *words
	button  *push
	paste   *pasteBox
	// proposed is the number last proposed; a number typed by the clerk is never overwritten.
	proposed string
	// known is what the office has to propose; check what the last look through the page found, alike the cases like it.
	known knownOffice
	check model.IntakeCheck
	alike []cases.SimilarCase
	// bad is what was said to be wrong when the page was last judged; what is put right is no longer said.
	bad map[string]string
	// asked is the number that the office was last asked about.
	asked  string
	listed bool
	busy   bool
	gone   bool
	// confirming is the summary before the case is recorded, nil while the form is shown.
	confirming *confirmPane
	// leave returns from revising to the case; nil for a registration.
	leave func(saved bool)
}

// knownOffice is what the page proposes from and checks with.
type knownOffice struct {
	settings cases.Settings
	organs   *model.OrganIndex
	handlers []string
}

func newIntakePage(s *shell) *intakePage {
	p := newIntakeForm(s)
	p.reset(model.NewIntake(cases.Reconsideration, s.today()))
	return p
}

func newIntakeForm(s *shell) *intakePage {
	return &intakePage{s: s, form: newSideScroll(3), side: newSideScroll(3), saved: muted("").cutting(),
		root: container.NewStack(), layer: container.NewWithoutLayout()}
}

// newRevision is the page that changes what is known of a case (修改案件信息).
func newRevision(s *shell, c *cases.Case, leave func(saved bool)) *intakePage {
	p := newIntakeForm(s)
	p.leave = leave
	p.reset(model.NewRevision(c))
	p.shown()
	return p
}

func (p *intakePage) view() fyne.CanvasObject { return p.root }

// begin gives the keyboard to the first field that differs from case to case; without it Tab would begin at the navigation.
func (p *intakePage) begin() {
	if p.confirming != nil {
		return
	}
	p.form.scroll.ScrollToTop()
	p.stay("channel")
	if p.in.Kind == cases.Litigation {
		p.s.win.Canvas().Focus(p.number)
	}
}

// follow turns an empty registration to the kind of case last looked at.
func (p *intakePage) follow() {
	if k := p.s.kind; k != "" && k != p.in.Kind && p.in.Revising() == nil && p.in.Blank() && p.in.DraftID == 0 {
		p.turnTo(k)
	}
}

// shown reads what the page proposes from, then checks what stands on it.
func (p *intakePage) shown() {
	p.follow()
	p.propose()
	office := p.s.deps.Office
	start(p.s.run, "intake", func(ctx context.Context) (k knownOffice, err error) {
		if k.settings, err = office.Settings(ctx); err != nil {
			return k, err
		}
		if k.organs, err = model.LoadOrganIndex(ctx, office, k.settings.Organ); err != nil {
			return k, err
		}
		people, err := office.People(ctx)
		if err != nil {
			return k, err
		}
		names, err := office.Handlers(ctx)
		k.handlers = model.ActiveHandlers(people, names)
		return k, err
	}, func(k knownOffice, err error) {
		if err != nil {
			p.s.failed("intake", err)
			return
		}
		first := p.known.organs == nil
		p.known = k
		if first {
			p.keepKeys(p.draw)
		}
		p.look()
	})
}

// reset begins with another registration.
func (p *intakePage) reset(in *model.Intake) {
	p.in, p.proposed, p.check, p.alike, p.gone, p.confirming, p.paste, p.bad = in, "", model.IntakeCheck{}, nil, false, nil, nil, nil
	if in.Handler == "" && in.Revising() == nil {
		in.Handler = p.s.person
	}
	p.saved.set("")
	p.draw()
}

// draw lays the page out anew; the fields take what the model holds.
func (p *intakePage) draw() {
	p.rows, p.lists, p.marks = map[string]*formRow{}, map[cases.Role]*partyList{}, map[string]fyne.CanvasObject{}
	p.choices = map[string]*pick{}
	p.form.fill(p.sections()...)
	p.drawSide()
	p.root.Objects = []fyne.CanvasObject{newHeaded(p.head(), container.New(&intakeColumns{}, p.form.Container, p.side.Container)), p.layer}
	p.root.Refresh()
}

func (p *intakePage) head() fyne.CanvasObject {
	p.bar = newWrap(1)
	p.drawBar()
	if c := p.in.Revising(); c != nil {
		p.button = primary("查看改动", nil, p.confirm)
		return newFlow(2, pageHead("修改案件信息", muted(c.Number).cutting(), button("取消", nil, func() { p.leave(false) }), p.button), p.bar)
	}
	p.button = primary("登记", iconIntake, p.confirm)
	clearing := button("清空", nil, p.discard)
	if p.s.deps.ReadOnly != "" {
		p.button.Disable()
		clearing.Disable()
	}
	return newFlow(2, pageHead("新收案件", p.saved, clearing, p.button), p.bar)
}

// resume continues a draft.
func (p *intakePage) resume(d cases.Draft) {
	in, err := model.OpenDraft(d)
	if err != nil {
		p.s.failed("open draft", err)
		return
	}
	p.reset(in)
	p.propose()
	p.look()
	p.saved.set("继续填写已保存的草稿")
}

// pasteNew takes a block of names from the clipboard as applicants (Ctrl+Shift+N).
func (p *intakePage) pasteNew(text string) {
	if list := model.Pasted(text, cases.Applicant); len(list) > 0 {
		p.in.AddPasted(cases.Applicant, list)
		p.lists[cases.Applicant].draw()
		p.typed()
	}
}

// typed saves the draft and looks through the page after a pause; nothing else happens while typing.
func (p *intakePage) typed() {
	if p.s.deps.ReadOnly != "" {
		return
	}
	if p.in.Revising() == nil {
		p.s.run.After("draft", 2*pause, p.save)
	}
	p.s.run.After("intake look", pause, p.look)
}

// saveDraft keeps the draft at once (Ctrl+S).
func (p *intakePage) saveDraft() {
	switch {
	case p.in.Revising() != nil:
		p.s.tell(model.Calm, "修改案件信息没有草稿，请按“查看改动”核对后保存。")
	case p.in.Blank():
		p.s.tell(model.Calm, "还没有填写内容，不需要保存草稿。")
	default:
		p.save()
	}
}

func (p *intakePage) save() {
	in := p.in
	if in.Blank() || p.gone || p.busy || in.Revising() != nil {
		return
	}
	d, err := in.Draft()
	if err != nil {
		p.s.failed("draft", err)
		return
	}
	start(p.s.run, "draft", func(ctx context.Context) (struct{}, error) { return struct{}{}, in.Save(ctx, p.s.deps.Office, d) },
		func(_ struct{}, err error) {
			switch {
			case model.Gone(err):
				p.lost(err)
			case err != nil:
				p.s.failed("save draft", err)
			default:
				p.saved.set("草稿已自动保存")
			}
		})
}

// lost says that the draft was finished in another window; a press makes the page a registration of its own.
func (p *intakePage) lost(err error) {
	p.gone = true
	p.saved.set("")
	p.s.tell(model.Soon, cases.Message(err), button("作为另一件继续", nil, func() {
		p.gone = false
		p.in.Detach()
		p.number.SetText("")
		p.s.hush()
		p.propose()
		p.typed()
	}))
}

// propose asks for the next number, unless the clerk typed one.
func (p *intakePage) propose() {
	in := p.in
	if in.Revising() != nil || in.Number != "" && in.Number != p.proposed || p.s.deps.ReadOnly != "" {
		return
	}
	today := p.s.today()
	start(p.s.run, "number", func(ctx context.Context) (string, error) { return in.Proposal(ctx, p.s.deps.Office, today) },
		func(number string, err error) {
			if err != nil {
				p.s.failed("propose number", err)
				return
			}
			if p.in == in && number != "" {
				p.proposed = number
				p.number.SetText(number)
			}
		})
}

// discard empties the page after asking, and drops the draft with it.
func (p *intakePage) discard() {
	in := p.in
	fresh := func() {
		start(p.s.run, "drop draft", func(ctx context.Context) (struct{}, error) { return struct{}{}, in.Drop(ctx, p.s.deps.Office) },
			func(_ struct{}, err error) {
				if err != nil {
					p.s.failed("drop draft", err)
				}
			})
		p.reset(model.NewIntake(in.Kind, p.s.today()))
		p.propose()
		p.look()
	}
	if in.Blank() {
		fresh()
		return
	}
	confirm(p.s.win, "清空登记", "确定清空这一页吗？已经自动保存的草稿会一并删除。", fresh)
}

// context is what checks need.
func (p *intakePage) context() model.IntakeContext {
	return model.IntakeContext{Law: p.s.deps.Office.Law(), Settings: p.known.settings, Organs: p.known.organs, Today: p.s.today()}
}

// refused shows a refusal beside its fields where it names them.
func (p *intakePage) refused(err error) {
	var e *cases.Error
	if errors.As(err, &e) {
		p.complain(e.Fields)
	}
	p.s.failed("register", err)
}

// complain says below the fields what is wrong and brings the first of them into view.
func (p *intakePage) complain(bad map[string]string) {
	for _, l := range p.lists {
		l.complain(bad)
	}
	p.bad = bad
	for id, r := range p.rows {
		if text := bad[id]; text != "" {
			r.complain(text)
		} else {
			r.warn(p.check.Warnings[id])
		}
	}
	p.form.relayout()
}

// intakeColumns puts the form beside what is to know about it; the side keeps a width that reads well.
type intakeColumns struct{}

func (intakeColumns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(12), em(12)) }

func (intakeColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side := min(max(size.Width*0.27, em(14)), em(23))
	gap := units(2)
	if !o[1].Visible() {
		o[0].Resize(size)
		return
	}
	o[0].Resize(fyne.NewSize(size.Width-side-gap, size.Height))
	o[1].Move(fyne.NewPos(size.Width-side, 0))
	o[1].Resize(fyne.NewSize(side, size.Height))
}
