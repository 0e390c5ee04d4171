package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
)

// behind lists the cases that a number counts; show gets the list, with the way back above it.
func (s *shell) behind(title, formula string, ids []cases.ID, back fyne.CanvasObject, show func(fyne.CanvasObject)) {
	type answer struct {
		rows []cases.Row
		more bool
	}
	today := s.today()
	start(s.run, "behind", func(ctx context.Context) (answer, error) {
		rows, more, err := model.Behind(ctx, s.deps.Office, ids, today)
		return answer{rows, more}, err
	}, func(a answer, err error) {
		if err != nil {
			s.failed("cases behind a figure", err)
			return
		}
		show(s.behindList(title, formula, len(ids), a.rows, a.more, back))
	})
}

func (s *shell) behindList(title, formula string, n int, rows []cases.Row, more bool, back fyne.CanvasObject) fyne.CanvasObject {
	list := newFlow(0)
	for _, r := range rows {
		who := r.Applicants + " · " + r.Respondents
		list.Add(row(newLine(3, []float32{-13.6, 1, -6, -7, -8}, strong(r.Number).cutting(), newWords(who).cutting(),
			muted(r.Received.String()), newWords(r.State.Label()).cutting(), newWords(r.Result).cutting()),
			func() { s.openCase(r.Kind, r.ID) }))
	}
	if n == 0 {
		list.Add(newProse("没有案件计入这一项。").in(colorMuted))
	}
	if more {
		list.Add(caption(fmt.Sprintf("共%s件，这里列出前%d件；全部清单见导出的工作簿。", model.Thousands(n), len(rows))))
	}
	return newFlow(3, newLine(2, []float32{0, 1}, back, caption("")),
		section(title, muted(fmt.Sprintf("%s件", model.Thousands(n))), newProse(formula).in(colorMuted), list))
}
