package ui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// view is the files of a case on their way, one line each, nothing once they were looked at.
func (a *paperAdder) view(id cases.ID) []fyne.CanvasObject {
	items := a.queue.Of(id)
	a.lines = map[int]*addLine{}
	rows := newFlow(1.5)
	for _, x := range items {
		if x.Stage != model.AddDone || x.Say != "" || a.queue.Busy(id) {
			rows.Add(a.line(x))
		}
	}
	if len(rows.Objects) == 0 {
		return nil
	}
	var done fyne.CanvasObject
	if !a.queue.Busy(id) {
		done = quiet("知道了", iconClose, func() {
			for _, x := range items {
				x.Say = ""
			}
			a.queue.Clear(id)
			a.p.redraw()
		})
	}
	return []fyne.CanvasObject{section("正在添加的材料", done, rows)}
}

func (a *paperAdder) line(x *model.Adding) fyne.CanvasObject {
	l := &addLine{bar: widget.NewProgressBar(), stage: caption(x.Label()).cutting()}
	l.bar.TextFormatter = func() string { return "" }
	l.bar.SetValue(x.Share())
	a.lines[x.ID] = l
	var act fyne.CanvasObject = caption("")
	if x.Busy() {
		act = quiet("取消", iconClose, func() { a.stop(x) })
	}
	line := newLine(1.5, []float32{1, -9, 0}, newWords(filepath.Base(x.Path)).cutting(), l.stage, act)
	rows := newFlow(0.5, line)
	if x.Stage == model.AddCopying {
		rows.Add(container.New(thinBar{}, l.bar))
	}
	if x.Say != "" {
		tone := model.Soon
		if x.Stage == model.AddFailed {
			tone = model.Late
		}
		rows.Add(newBeside(1, []float32{-1.2, 1}, marker(toneIcon(tone), toneColor(tone)), newProse(x.Say).small()))
	}
	return rows
}

// compare tells of papers just added whose content the case has already.
func (a *paperAdder) compare(d *model.Dossier) {
	for _, x := range a.queue.Of(d.Case.ID) {
		if x.Stage != model.AddDone || x.Same != 0 {
			continue
		}
		if same, ok := d.Same(x.Paper); ok {
			x.Same, x.Say = same.ID, "内容与已有的“"+same.Title+"”相同，请核对是否重复；重复的可以移入回收站。"
		}
	}
}

// thinBar holds a progress bar at the height of a line; its own leaves room for a text.
type thinBar struct{}

func (thinBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(4), units(1.5)) }

func (thinBar) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// beginReview asks to look at heading, title and date of what was just added.
func (p *dossierPane) beginReview() {
	if p.adder.queue.Busy(p.id) {
		return
	}
	p.review = nil
	for _, id := range p.adder.queue.Added(p.id) {
		if x, ok := p.d.Paper(id); ok {
			p.review = append(p.review, newPaperEditor(p.s, model.NewPaperForm(p.d, x)))
		}
	}
}

func (p *dossierPane) reviewCard() fyne.CanvasObject {
	rows := newFlow(2.5)
	for _, e := range p.review {
		rows.Add(e.short())
	}
	rows.Add(newLine(0, []float32{0, 1}, primary("核对完毕", nil, func() { p.save(p.review) }), caption("")))
	return section(fmt.Sprintf("刚添加的%d份材料", len(p.review)), caption("按文件名拟定，请核对"), rows)
}
