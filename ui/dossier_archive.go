package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"fuyi/cases/dossier"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// archiveForm is the page before 归档: what is missing, and how long the dossier is kept and why. It records nothing: the act has
// its own page with its preview.
type archiveForm struct {
	p    *dossierPane
	spec *procedure.Spec
	// refused is why the act cannot be recorded now, "" if it can.
	refused string
	terms   []dossier.Retention
	term    int
	why     *entry
	row     *formRow
}

// beginArchiving opens the page before 归档.
func (p *dossierPane) beginArchiving() {
	var offers []procedure.Offer
	v := p.owner.view
	if v.Main != nil {
		offers = append(offers, *v.Main)
	}
	offers = append(offers, v.Offers...)
	for _, g := range v.Groups {
		offers = append(offers, g.Offers...)
	}
	f := &archiveForm{p: p, terms: dossier.Retentions(v.Case), why: newEntry("为什么保管这么久")}
	f.spec, f.refused = p.d.ArchivingSpec(offers)
	f.why.SetText(f.terms[0].Why)
	p.editing, p.archiving = nil, f
	p.page.scroll.ScrollToTop()
	p.redraw()
}

func (f *archiveForm) view() fyne.CanvasObject {
	p := f.p
	back := newLine(0, []float32{0, 1}, quiet("返回卷宗", iconBack, func() { p.back() }), caption(""))
	rows := newFlow(3, back, p.completeness())
	if n := p.d.Unknown; n > 0 {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconNow, toneColor(model.Soon)),
			newProse("有材料没有填写页数，卷内目录的页号排不全；请先补填。")))
	}
	if f.refused != "" {
		rows.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconRefuse, toneColor(model.Late)), newProse("现在还不能归档："+f.refused)))
		return section("归档前核对", caption(p.d.Totals()), rows)
	}
	labels := make([]string, len(f.terms))
	for i, t := range f.terms {
		labels[i] = t.Term
	}
	choice := newPick(labels, func(i int, _ string) {
		if i >= 0 && i != f.term {
			f.term = i
			f.why.SetText(f.terms[i].Why)
		}
	})
	choice.fill(labels, labels[f.term])
	f.row = field("理由", true, f.why, "以本地经批准的归档范围和保管期限表为准")
	rows.Add(newBeside(3, []float32{-9, 1}, field("保管期限", true, choice, "").Container, f.row.Container))
	text := "去记录归档"
	if len(p.d.Missing) > 0 {
		text = "材料不齐，仍去记录归档"
	}
	rows.Add(newWrap(1.5, primary(text, nil, f.record), button("取消", nil, func() { p.back() })))
	rows.Add(newProse("下一页先列出归档带来的变化，确认后才会写入。").small().in(colorMuted))
	return section("归档前核对", caption(p.d.Totals()), rows)
}

// record opens the page of the act with the retention in its note.
func (f *archiveForm) record() {
	if f.refused != "" {
		return
	}
	why := strings.TrimSpace(f.why.Text)
	if why == "" {
		f.row.complain("请写明保管期限的理由。")
		f.p.page.relayout()
		return
	}
	p := f.p
	form := model.NewActForm(p.owner.view.Case, f.spec, p.s.deps.Office.Law(), p.s.today())
	form.Note = p.d.ArchiveNote(dossier.Retention{Term: f.terms[f.term].Term, Why: why})
	p.hide()
	p.owner.openForm(form)
}
