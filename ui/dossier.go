package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/dossier"
	"fuyi/ui/model"
)

// dossierPane is the papers of a case (卷宗), in the place of the case's page: what is missing, both volumes under the headings of
// the standard order, files on their way in, and the bin.
type dossierPane struct {
	s     *shell
	owner *casePane
	// open is true while it stands in the case's place; id is the case whose papers were read.
	open bool
	id   cases.ID
	page *scroller
	d    *model.Dossier
	// chosen is the paper the keys are for; rows are the lines in view by paper.
	chosen cases.PaperID
	rows   map[cases.PaperID]*paperRow
	// editing is the form of one paper, review those of papers just added, archiving the page before 归档; nil while not shown.
	editing   *paperEditor
	review    []*paperEditor
	archiving *archiveForm
	// headings shows those without papers too, missing all that is missing, bin what was put into the bin.
	headings, missing, bin bool
	adder                  *paperAdder
}

func newDossierPane(owner *casePane) *dossierPane {
	p := &dossierPane{s: owner.s, owner: owner, page: newScroller(), rows: map[cases.PaperID]*paperRow{}}
	p.adder = newPaperAdder(p)
	return p
}

// tabs switches between the case and its dossier.
func (p *dossierPane) tabs(dossier bool) fyne.CanvasObject {
	tab := func(text string, here bool, do func()) *push {
		b := quiet(text, nil, do)
		if here {
			b.Importance = widget.HighImportance
		}
		return b
	}
	return newLine(0.5, []float32{0, 0}, tab("案件", !dossier, p.hide), tab("卷宗", dossier, p.show))
}

// show puts the dossier into the case's place.
func (p *dossierPane) show() {
	if p.owner.view == nil || p.open {
		return
	}
	p.open = true
	p.page.fill(p.header(nil), waiting("正在读取卷宗……"))
	p.turn()
	p.load()
}

// hide shows the case again.
func (p *dossierPane) hide() {
	if p.open {
		p.leave()
		p.turn()
	}
}

// leave forgets what was being done, for another case.
func (p *dossierPane) leave() {
	p.open, p.chosen, p.editing, p.review, p.archiving = false, 0, nil, nil, nil
	p.headings, p.missing, p.bin = false, false, false
	p.page.scroll.ScrollToTop()
}

func (p *dossierPane) turn() {
	p.owner.root.Objects = []fyne.CanvasObject{p.owner.face()}
	p.owner.root.Refresh()
}

// back closes the innermost layer: a form, the page before 归档, the dossier.
func (p *dossierPane) back() bool {
	switch {
	case !p.open:
		return false
	case p.editing != nil || p.archiving != nil:
		p.editing, p.archiving = nil, nil
		if len(p.review) == 0 {
			p.beginReview()
		}
		p.redraw()
	default:
		p.hide()
	}
	return true
}

// mainAct saves what is being filled in.
func (p *dossierPane) mainAct() {
	switch {
	case p.editing != nil:
		p.save([]*paperEditor{p.editing})
	case p.archiving != nil:
		p.archiving.record()
	case len(p.review) > 0:
		p.save(p.review)
	}
}

// load reads the papers of the case.
func (p *dossierPane) load() {
	c := p.owner.view.Case
	start(p.s.run, "dossier", func(ctx context.Context) (*model.Dossier, error) {
		papers, err := p.s.deps.Office.Papers(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		bin, err := p.s.deps.Office.DiscardedPapers(ctx, c.ID)
		return model.NewDossier(c, papers, bin), err
	}, func(d *model.Dossier, err error) {
		if err != nil {
			p.s.failed("dossier", err)
			return
		}
		p.take(d)
	})
}

// take shows papers that were read, or keeps them until what is being typed is done with.
func (p *dossierPane) take(d *model.Dossier) {
	first := p.id != d.Case.ID || p.d == nil
	p.id, p.d = d.Case.ID, d
	p.adder.compare(d)
	if p.editing != nil || p.archiving != nil || len(p.review) > 0 {
		return
	}
	p.beginReview()
	p.redraw()
	if first {
		p.s.deps.Log.Info("dossier", "number", d.Case.Number, "papers", len(d.Papers))
	}
}

// redraw draws the page anew; the chosen paper keeps the keyboard.
func (p *dossierPane) redraw() {
	if !p.open || p.d == nil {
		return
	}
	p.rows = map[cases.PaperID]*paperRow{}
	if p.archiving != nil {
		p.page.fill(p.header(p.d), p.archiving.view())
		return
	}
	parts := []fyne.CanvasObject{p.header(p.d)}
	parts = append(parts, p.adder.view(p.id)...)
	if len(p.review) > 0 {
		parts = append(parts, p.reviewCard())
	}
	if len(p.d.Papers) > 0 {
		parts = append(parts, p.completeness())
	}
	for _, part := range p.d.Parts {
		if part.Papers > 0 || p.headings {
			parts = append(parts, p.volume(part))
		}
	}
	if len(p.d.Papers) == 0 && !p.adder.queue.Busy(p.id) {
		parts = append(parts, empty(iconCases, "卷宗里还没有材料", "把文件拖到窗口里，或者选择文件；一个文件最大500 MB。", p.choosing()...))
	}
	parts = append(parts, p.foot())
	p.page.fill(parts...)
	if row := p.rows[p.chosen]; row != nil && p.editing == nil {
		p.s.win.Canvas().Focus(row)
	}
}

func (p *dossierPane) choosing() []fyne.CanvasObject {
	if p.s.deps.ReadOnly != "" {
		return nil
	}
	return []fyne.CanvasObject{primary("选择文件…", iconAdd, p.adder.choose)}
}

// header is the case's number, the tabs, and what can be done with the dossier.
func (p *dossierPane) header(d *model.Dossier) fyne.CanvasObject {
	v := p.owner.view
	top := newLine(1, []float32{1, 0, 0}, heading(v.Number).cutting(), p.tabs(true), sign(iconClose, "关闭案件（Esc）", func() { p.owner.close() }))
	rows := []fyne.CanvasObject{top, newProse(v.Title).in(colorMuted)}
	if d != nil && p.archiving == nil {
		line := newWrap(1.5)
		if p.s.deps.ReadOnly == "" {
			line.Add(primary("添加材料…", iconAdd, p.adder.choose))
			line.Add(button("粘贴路径", iconCopy, p.adder.paste))
		}
		if len(d.Papers) > 0 {
			line.Add(p.outputs())
			if on, _ := dossier.Archived(d.Case); !on.IsZero() {
				line.Add(container.NewCenter(muted("已于" + on.Chinese() + "归档")))
			} else if p.s.deps.ReadOnly == "" {
				line.Add(button("归档…", iconDone, p.beginArchiving))
			}
		}
		rows = append(rows, line)
		if len(d.Papers) > 0 {
			rows = append(rows, muted("共"+d.Totals()).cutting())
		}
	}
	return newFlow(1.75, rows...)
}

// shortMissing is how many missing papers are told before 全部 is pressed.
const shortMissing = 3

// completeness tells what is missing, each with its reason.
func (p *dossierPane) completeness() fyne.CanvasObject {
	d := p.d
	tone := model.Finished
	if len(d.Missing) > 0 {
		tone = model.Soon
	}
	rows := newFlow(1, newBeside(1.5, []float32{-1.2, 1}, marker(toneIcon(tone), toneColor(tone)), newProse(d.Complete())))
	for i, m := range d.Missing {
		if i == shortMissing && !p.missing && p.archiving == nil {
			break
		}
		name := newProse(m.Name)
		name.bold = true
		rows.Add(newBeside(1.5, []float32{-1.2, 1, 1.2}, caption(""), name, newProse(model.Reason(m)).small().in(colorMuted)))
	}
	if len(d.Missing) > shortMissing && p.archiving == nil {
		text, icon := fmt.Sprintf("全部%d项", len(d.Missing)), iconWhy
		if p.missing {
			text, icon = "只看前几项", iconFold
		}
		rows.Add(newLine(0, []float32{0, 1}, quiet(text, icon, func() {
			p.missing = !p.missing
			p.redraw()
		}), caption("")))
	}
	return newPanel(toneTint(tone), "", 3, 2, rows)
}

// volume is one volume: its headings with their papers.
func (p *dossierPane) volume(part model.DossierPart) fyne.CanvasObject {
	rows := newFlow(1.5)
	for _, h := range part.Headings {
		if len(h.Papers) == 0 && !p.headings {
			continue
		}
		name := newWords(h.Name).in(colorMuted).cutting()
		name.bold = len(h.Papers) > 0
		note := caption("")
		if len(h.Papers) == 0 {
			note = caption("没有材料")
			if h.Missing != "" {
				note = caption("缺材料").in(toneColor(model.Soon))
			}
		}
		block := newFlow(0.25, newLine(1, []float32{1, 0}, name, note))
		for _, v := range h.Papers {
			block.Add(p.line(v))
		}
		rows.Add(block)
	}
	var right fyne.CanvasObject = caption(fmt.Sprintf("%d件", part.Papers))
	if part.Volume == cases.InternalVolume {
		right = caption(fmt.Sprintf("内部材料，不对外提供　%d件", part.Papers))
	}
	return section(part.Title, right, rows)
}

// line is one paper, or its form.
func (p *dossierPane) line(v model.PaperView) fyne.CanvasObject {
	if p.editing != nil && p.editing.form.Paper().ID == v.Paper.ID {
		return p.editing.card("保存", func() { p.save([]*paperEditor{p.editing}) }, func() { p.back() })
	}
	r := newPaperRow(p, v)
	p.rows[v.Paper.ID] = r
	return r
}

// foot unfolds headings without papers and the bin.
func (p *dossierPane) foot() fyne.CanvasObject {
	hidden := 0
	for _, part := range p.d.Parts {
		for _, h := range part.Headings {
			if len(h.Papers) == 0 {
				hidden++
			}
		}
	}
	text, icon := fmt.Sprintf("没有材料的类目（%d）", hidden), iconWhy
	if p.headings {
		text, icon = "收起没有材料的类目", iconFold
	}
	line := newWrap(1.5, quiet(text, icon, func() {
		p.headings = !p.headings
		p.redraw()
	}))
	rows := newFlow(1.5, line)
	if n := len(p.d.Bin); n > 0 {
		text, icon = fmt.Sprintf("回收站（%d）", n), iconWhy
		if p.bin {
			text, icon = "收起回收站", iconFold
		}
		line.Add(quiet(text, icon, func() {
			p.bin = !p.bin
			p.redraw()
		}))
		if p.bin {
			rows.Add(p.discarded())
		}
	}
	return rows
}

// discarded lists the bin.
func (p *dossierPane) discarded() fyne.CanvasObject {
	rows := newFlow(1)
	for _, x := range p.d.Bin {
		var back fyne.CanvasObject = caption("")
		if p.s.deps.ReadOnly == "" {
			back = quiet("还原", iconUndo, func() { p.reinstate(x) })
		}
		rows.Add(newLine(1.5, []float32{1, 0, 0}, newWords(x.Title).cutting(), caption(model.SizeWord(x.Size)), back))
	}
	return section("回收站", caption("移入回收站的材料不计入卷宗，可以还原"), rows)
}
