package ui

import (
	"fuyi/cases"
	"fuyi/ui/model"
)

// What the keys of the window do on a list page is done by the case beside the list.

func (p *listPage) mainAct()     { p.pane.mainAct() }
func (p *listPage) correctLast() { p.pane.correctLast() }
func (p *listPage) samePerson()  { p.pane.samePerson() }

// step turns to the previous or next case of the list while a case is shown.
func (p *listPage) step(by int) {
	_, at := p.list.Chosen()
	if n, _ := p.list.Total(); p.pane.id != 0 && at >= 0 && at+by >= 0 && at+by < n {
		p.table.list.Select(at + by)
	}
}

// filling reports whether an act or the case's information is being filled in.
func (p *casePane) filling() bool { return p.act != nil || p.revising != nil }

// unlessFilling keeps a key of the list from acting on rows while a form is open beside it, where nobody expects it.
func (p *listPage) unlessFilling(do func()) func() {
	return func() {
		if p.pane.filling() && p.root.Objects[0] != p.left {
			p.s.tell(model.Soon, "请先记录或者取消正在填写的内容，再对列表中的案件操作。")
			return
		}
		do()
	}
}

// leaveCase shows the list alone.
func (p *listPage) leaveCase() {
	p.pane.leaveAct()
	if p.pane.id != 0 {
		p.back()
	}
}

// mainAct begins the act most likely next, or records the act whose page is open: its summary is in view.
func (p *casePane) mainAct() {
	switch {
	case p.revising != nil:
		p.revising.mainAct()
	case p.act == nil && p.dossier.open:
		p.dossier.mainAct()
	case p.act != nil:
		p.act.press()
	case p.id != 0 && p.view != nil && p.view.Main != nil && p.s.deps.ReadOnly == "":
		p.begin(p.view.Main.Spec)
	}
}

// correctLast opens 更正录入 of the entry recorded last.
func (p *casePane) correctLast() {
	if p.id == 0 || p.view == nil || p.s.deps.ReadOnly != "" {
		return
	}
	acts := p.view.Case.Acts
	for i := len(acts) - 1; i >= 0; i-- {
		if acts[i].ID != 0 {
			p.correct(acts[i])
			return
		}
	}
}

// samePerson lists the other cases of the first applicant.
func (p *casePane) samePerson() {
	if p.id == 0 || p.view == nil {
		return
	}
	if names := p.view.Case.Names(cases.Applicant); len(names) > 0 {
		f := p.s.show(pageFind).(*findPage)
		f.text.SetText(names[0])
		f.ask()
	}
}
