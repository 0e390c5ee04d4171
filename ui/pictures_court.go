package ui

import (
	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// courtScenes are the pages of suits: the figures by view, a hearing and a judgment being recorded, a suit being registered.
func courtScenes() []scene {
	view := func(name string, view int) scene {
		return scene{name, func(s *shell) {
			s.show(pageCourt).(*courtPage).which.SetSelectedIndex(view)
		}}
	}
	// inSuit opens the newest suit and begins an act there.
	inSuit := func(name string, k procedure.Kind, then func(*actPane)) scene {
		return scene{name, func(s *shell) {
			p := s.list(cases.Litigation)
			p.filter(cases.Any)
			p.table.list.Select(0)
			if p.pane.view == nil {
				return
			}
			p.pane.begin(procedure.SpecOf(k))
			then(p.pane.act)
			p.pane.act.begun = p.pane.act.form.Snapshot() // nobody typed it, so nothing is kept
		}}
	}
	return []scene{view("9-heads", model.CourtHeads), view("9-losses", model.CourtLosses), view("9-register", model.CourtRegister), view("9-advice", model.CourtAdvice),
		inSuit("9-hearing", procedure.CourtHearing, func(a *actPane) {
			a.form.AppearanceSaid, a.form.Appearance = true, procedure.Appearance{Notified: true, For: a.form.Appearance.For}
			a.redrawFields()
		}),
		inSuit("9-judgment", procedure.Judgment, func(a *actPane) {
			a.form.Results[0].Outcome = procedure.ActRevoked
			a.redrawFields()
		}),
		{"4-intake-suit", func(s *shell) {
			p := s.show(pageIntake).(*intakePage)
			p.reset(model.NewIntake(cases.Litigation, s.today()))
			p.look()
			p.jump(p.marks["matter"])
		}}}
}
