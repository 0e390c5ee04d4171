package ui

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"fuyi/cases"
	"fuyi/ui/model"
)

// altArrow is -1 for Alt+↑, 1 for Alt+↓, 0 for any other shortcut.
func altArrow(s fyne.Shortcut) int {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt {
		return 0
	}
	return map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[c.KeyName]
}

// paperEditor is the form of a paper in its place in the list.
type paperEditor struct {
	s     *shell
	form  *model.PaperForm
	rows  map[string]*formRow
	title *entry
	box   fyne.CanvasObject
}

func newPaperEditor(s *shell, f *model.PaperForm) *paperEditor {
	return &paperEditor{s: s, form: f, rows: map[string]*formRow{}}
}

func (e *paperEditor) text(value *string, hint string) *entry {
	f := newEntry(hint)
	f.SetText(*value)
	f.OnChanged = func(s string) { *value = s }
	return f
}

func (e *paperEditor) row(key, label string, input fyne.CanvasObject) fyne.CanvasObject {
	r := field(label, key == "title", input, "")
	e.rows[key] = r
	return r.Container
}

func (e *paperEditor) heading() *pick {
	labels := model.HeadingLabels(e.form.Kind())
	p := newPick(labels, func(i int, _ string) {
		if i >= 0 {
			e.form.Heading = i
		}
	})
	p.fill(labels, labels[e.form.Heading])
	return p
}

func (e *paperEditor) date() fyne.CanvasObject {
	return newDateField(e.s.deps.Office.Law().Calendar, e.s.today(), e.form.Date, func(s string) { e.form.Date = s }).Container
}

// card is the whole form.
func (e *paperEditor) card(save string, saved, cancel func()) fyne.CanvasObject {
	e.title = e.text(&e.form.Title, "题名")
	rows := newFlow(1.5, e.row("title", "题名", e.title), e.row("heading", "归入", e.heading()),
		newTiles(13, 2, e.row("number", "文号", e.text(&e.form.Number, "")), e.row("author", "责任者", e.text(&e.form.Author, ""))),
		newTiles(13, 2, e.row("date", "日期", e.date()), e.row("pages", "页数", e.text(&e.form.Pages, "不知道的不填"))),
		e.row("remark", "备注", e.text(&e.form.Remark, "")),
		newWrap(1.5, primary(save, nil, saved), button("取消", nil, cancel)))
	e.box = newPanel(colorTint, "", 3, 2, rows)
	return e.box
}

// short is the form of a paper just added: what its name proposed.
func (e *paperEditor) short() fyne.CanvasObject {
	e.title = e.text(&e.form.Title, "题名")
	return newFlow(1, caption(e.form.Paper().File).cutting(), newTiles(15, 2, e.row("title", "题名", e.title),
		e.row("heading", "归入", e.heading()), e.row("date", "日期", e.date())))
}

// complain puts what is wrong below its field.
func (e *paperEditor) complain(err error) {
	var wrong *cases.Error
	if !errors.As(err, &wrong) {
		return
	}
	for key, r := range e.rows {
		r.complain(wrong.Fields[key])
	}
}

// edit opens the form of a paper (F2).
func (p *dossierPane) edit(id cases.PaperID) {
	x, ok := p.d.Paper(id)
	if !ok || p.s.deps.ReadOnly != "" {
		return
	}
	p.chosen, p.editing = id, newPaperEditor(p.s, model.NewPaperForm(p.d, x))
	p.redraw()
	p.bring(p.editing.box)
	p.s.win.Canvas().Focus(p.editing.title)
	p.editing.title.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// bring scrolls a form to the top of the view, so that all of it can be seen where there is little room.
func (p *dossierPane) bring(o fyne.CanvasObject) {
	d, s := fyne.CurrentApp().Driver(), p.page.scroll
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s).Y
	if y+o.Size().Height > s.Size().Height {
		s.ScrollToOffset(s.Offset.AddXY(0, y-units(8)))
	}
}

// save writes what forms changed, as one step. What is wrong is told below its field and nothing is written.
func (p *dossierPane) save(forms []*paperEditor) {
	var from, to []cases.Paper
	var wrong error
	for _, e := range forms {
		x, err := e.form.Changed(p.s.today())
		e.complain(err)
		wrong = errors.Join(wrong, err)
		if x != e.form.Paper() {
			from, to = append(from, e.form.Paper()), append(to, x)
		}
	}
	if wrong != nil {
		p.page.relayout()
		p.s.tell(model.Soon, "有材料的栏目填写不对，请按提示改正。")
		return
	}
	if p.editing == nil {
		p.reviewed()
	}
	p.editing = nil
	if len(to) == 0 {
		p.load()
		return
	}
	label := "修改“" + to[0].Title + "”的登记"
	if len(to) > 1 {
		label = fmt.Sprintf("修改%d件材料的登记", len(to))
	}
	p.revise(label, from, to, nil)
}

// reviewed notes that what was added was looked at.
func (p *dossierPane) reviewed() {
	var ids []cases.PaperID
	for _, e := range p.review {
		ids = append(ids, e.form.Paper().ID)
	}
	p.review = nil
	p.adder.queue.Reviewed(ids)
	p.adder.queue.Clear(p.id)
}

// revise writes a change of papers and notes it as a step; failed, if set, puts the screen back.
func (p *dossierPane) revise(label string, from, to []cases.Paper, failed func()) {
	office, id := p.s.deps.Office, p.id
	write := func(from, to []cases.Paper) func(context.Context) error {
		return func(ctx context.Context) error {
			now, err := office.Papers(ctx, id)
			if err != nil {
				return err
			}
			return office.RevisePapers(ctx, model.MergePapers(now, from, to))
		}
	}
	p.step("revise papers", model.Step{Label: label, Undo: write(to, from), Redo: write(from, to)}, failed)
}

// step does a step and shows the papers anew.
func (p *dossierPane) step(name string, step model.Step, failed func()) {
	start(p.s.run, name, func(ctx context.Context) (struct{}, error) { return struct{}{}, step.Redo(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			p.s.failed(name, err)
			if failed != nil {
				failed()
			}
			return
		}
		p.s.did(step)
		p.load()
	})
}

// move puts a paper up or down under its heading.
func (p *dossierPane) move(id cases.PaperID, by int) {
	if p.s.deps.ReadOnly != "" {
		return
	}
	to := p.d.Moved(id, by)
	x, _ := p.d.Paper(id)
	if to == nil {
		p.s.tell(model.Calm, "“"+x.Title+"”已经在这一类目的"+map[int]string{-1: "最前面", 1: "最后面"}[by]+"；换类目请按 F2。")
		return
	}
	p.chosen = id
	p.revise(map[int]string{-1: "上移", 1: "下移"}[by]+"“"+x.Title+"”", p.d.Was(to), to, nil)
}

// discard puts a paper into the bin; the strip offers to take it back.
func (p *dossierPane) discard(id cases.PaperID) {
	x, ok := p.d.Paper(id)
	if !ok || p.s.deps.ReadOnly != "" {
		return
	}
	office, ids := p.s.deps.Office, []cases.PaperID{id}
	if next := p.d.Beside(id, 1); next != id {
		p.chosen = next
	} else {
		p.chosen = p.d.Beside(id, -1)
	}
	p.step("discard paper", model.Step{Label: "把“" + x.Title + "”移入回收站",
		Redo: func(ctx context.Context) error { return office.DiscardPapers(ctx, ids) },
		Undo: func(ctx context.Context) error { return office.ReinstatePapers(ctx, ids) }}, nil)
}

// reinstate takes a paper out of the bin.
func (p *dossierPane) reinstate(x cases.Paper) {
	office, ids := p.s.deps.Office, []cases.PaperID{x.ID}
	p.chosen = x.ID
	p.step("reinstate paper", model.Step{Label: "从回收站还原“" + x.Title + "”",
		Redo: func(ctx context.Context) error { return office.ReinstatePapers(ctx, ids) },
		Undo: func(ctx context.Context) error { return office.DiscardPapers(ctx, ids) }}, nil)
}
