package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// confirmPane is what is shown before something is written: every fact that will be recorded or changed, and what follows.
type confirmPane struct {
	p      *intakePage
	c      *cases.Case
	button *push
}

// mainAct registers after showing what will be recorded; on the summary it is the confirmation (Ctrl+Enter).
func (p *intakePage) mainAct() {
	if p.confirming != nil {
		p.confirming.write()
		return
	}
	p.confirm()
}

// confirm shows the summary, or below the fields what is missing.
func (p *intakePage) confirm() {
	if p.busy || p.s.deps.ReadOnly != "" {
		return
	}
	c, bad := p.collect()
	p.complain(bad)
	if c == nil {
		p.s.tell(model.Soon, "还有没填好的内容，请按字段下面的提示补充。")
		p.jumpTo(bad)
		return
	}
	p.s.hush()
	pane := &confirmPane{p: p, c: c}
	if !pane.draw() {
		p.s.tell(model.Calm, "没有改动。")
		return
	}
	p.confirming = pane
	p.s.win.Canvas().Focus(pane.button)
}

func (p *intakePage) collect() (*cases.Case, map[string]string) {
	if p.in.Revising() != nil {
		return p.in.Revised(p.s.today())
	}
	return p.in.Case(p.s.today())
}

// jumpTo scrolls to the first section with something wrong.
func (p *intakePage) jumpTo(bad map[string]string) {
	for _, o := range p.form.flow.Objects {
		for id := range bad {
			if r := p.rows[id]; r != nil && within(o, r.Container) {
				p.jump(o)
				return
			}
		}
	}
}

// within reports whether an object is somewhere in another.
func within(o, inner fyne.CanvasObject) bool {
	if o == inner {
		return true
	}
	for _, x := range inside(o) {
		if within(x, inner) {
			return true
		}
	}
	return false
}

// back leaves the summary, or revising altogether; false if there is no layer.
func (p *intakePage) back() bool {
	switch {
	case p.confirming != nil:
		p.confirming = nil
		p.redraw()
		return true
	case p.paste != nil:
		l := p.paste.list
		p.paste = nil
		l.draw()
		return true
	case p.leave != nil:
		p.leave(false)
		return true
	}
	return false
}

// draw shows the summary in place of the form; false if there is nothing to write.
func (v *confirmPane) draw() bool {
	p, in := v.p, v.p.in
	title, word := "将要登记", "确认登记"
	var list []model.Change
	if old := in.Revising(); old != nil {
		title, word = "将要改动", "保存改动"
		if list = model.FactChanges(old, v.c); len(list) == 0 {
			return false
		}
	} else {
		list = in.Summary(v.c, p.context())
	}
	rows := newFlow(1)
	for _, c := range list {
		if in.Revising() != nil {
			rows.Add(newBeside(2, []float32{-8, 1, -1.2, 1}, newProse(c.Label).in(colorMuted), newProse(orWord(c.Before, "没有填写")).in(colorMuted),
				marker(iconRight, colorMuted), newProse(orWord(c.After, "删除"))))
		} else {
			rows.Add(newBeside(2, []float32{-12, 1}, newProse(c.Label).in(colorMuted), newProse(c.After)))
		}
	}
	v.button = primary(word, nil, v.write)
	head := pageHead(title, muted(v.c.Number).cutting(), button("返回修改", iconBack, func() { p.back() }), v.button)
	page := newSideScroll(3, card(newNarrow(60, rows)))
	for _, h := range v.doubts() {
		page.flow.Add(h)
	}
	p.root.Objects = []fyne.CanvasObject{newHeaded(head, page.Container)}
	p.root.Refresh()
	return true
}

func orWord(text, word string) string {
	if text == "" {
		return word
	}
	return text
}

// doubts are the hints that press and the numbers that look wrong.
func (v *confirmPane) doubts() []fyne.CanvasObject {
	var list []model.Hint
	for _, h := range v.p.check.Hints {
		if h.Tone == model.Late || h.Tone == model.Soon {
			list = append(list, h)
		}
	}
	if n := len(v.p.check.Warnings); n > 0 {
		list = append(list, model.Hint{Tone: model.Soon, Title: "有号码需要核对", Text: "证件号码或者电话的格式不对，不影响登记，可以在登记后修改。"})
	}
	if len(list) == 0 {
		return nil
	}
	return []fyne.CanvasObject{section("请留意", nil, hintRows(list))}
}

// write records; a second press while the first still runs is dropped.
func (v *confirmPane) write() {
	p, in := v.p, v.p.in
	if p.busy {
		return
	}
	p.busy = true
	v.button.Disable()
	p.s.run.Stop("draft")
	if in.Revising() != nil {
		p.revise(v.c)
		return
	}
	start(p.s.run, "register", func(ctx context.Context) (cases.ID, error) { return in.Register(ctx, p.s.deps.Office, v.c) },
		func(id cases.ID, err error) {
			p.busy = false
			if err != nil {
				p.confirming = nil
				p.redraw()
				if model.Gone(err) {
					p.lost(err)
					return
				}
				p.refused(err)
				return
			}
			p.reset(model.NewIntake(in.Kind, p.s.today()))
			p.s.changed()
			p.s.openCase(v.c.Kind, id)
			p.s.tell(model.Finished, v.c.Number+"已登记，可以在这里继续办理。", p.s.afterIntake(v.c)...)
		})
}

// revise saves the facts as one step that can be undone.
func (p *intakePage) revise(c *cases.Case) {
	old, office := p.in.Revising(), p.s.deps.Office
	set := func(x *cases.Case) func(context.Context) error {
		return func(ctx context.Context) error { return office.Revise(ctx, []*cases.Case{x}) }
	}
	start(p.s.run, "revise", func(ctx context.Context) (struct{}, error) { return struct{}{}, set(c)(ctx) }, func(_ struct{}, err error) {
		p.busy = false
		if err != nil {
			p.confirming = nil
			p.redraw()
			p.refused(err)
			return
		}
		p.s.changed()
		p.leave(true)
		p.s.did(model.Step{Label: "修改" + c.Number + "的案件信息", Undo: set(old), Redo: set(c)})
	})
}

// afterIntake are the papers that usually follow a registration: the receipt for what was handed in, and the supplement
// notice where something is missing.
func (s *shell) afterIntake(c *cases.Case) []fyne.CanvasObject {
	if c.Particulars == nil || len(c.Particulars.Materials) == 0 {
		return nil
	}
	out := []fyne.CanvasObject{button("打印收件回执", nil, func() { s.printLetter("收件回执", c, model.ReceiptLetter) })}
	if len(model.Faults(c)) == 0 {
		return out
	}
	return append(out, button("出具补正通知", nil, s.supplement))
}

// supplement opens the act 补正通知 of the case in view.
func (s *shell) supplement() {
	if p, ok := s.pages[s.here].(*listPage); ok && p.pane.view != nil {
		p.pane.begin(procedure.SpecOf(procedure.SupplementNotice))
	}
}

// offerNotice lets the supplement notice be printed before the act is recorded: the form holds what must be supplied.
func (s *shell) offerNotice(f *model.ActForm) {
	if f.Spec.Kind != procedure.SupplementNotice || f.Note == "" {
		return
	}
	s.tell(model.Near, "需要补正的内容已经填入“说明”。补正只能通知一次，请核对齐全后再记录。",
		button("打印补正通知书", nil, func() { s.printLetter("补正通知书", f.Case(), model.SupplementLetter) }))
}

// printLetter writes a letter about a case and opens it to be printed.
func (s *shell) printLetter(what string, c *cases.Case, letter func(*cases.Case, cases.Settings, calendar.Date) cases.Letter) {
	today := s.today()
	s.previewing(what, model.FileName(c.Number+what)+".pdf", func(ctx context.Context, path string) error {
		set, err := s.deps.Office.Settings(ctx)
		if err != nil {
			return err
		}
		return s.deps.Files.LetterPrint(ctx, path, letter(c, set, today))
	})
}
