package ui

import (
	"fyne.io/fyne/v2"

	"fuyi/ui/model"
)

// mostHearingPapers bounds the papers that stand as buttons on the card; more are in the print menu only.
const mostHearingPapers = 6

// hearing is the card of the hearing to come, with its papers; nil where none is announced.
func (p *casePane) hearing() fyne.CanvasObject {
	var clashes []string
	if d := p.s.docket; d != nil {
		clashes = d.Clashes(p.view.Case.ID)
	}
	h := p.view.Hearing(p.s.today(), clashes)
	if h == nil {
		return nil
	}
	when := newProse(h.When)
	when.bold = true
	rows := []fyne.CanvasObject{newLine(2, []float32{1, 0}, when, badge(h.Left, h.Tone))}
	if h.Where != "" {
		rows = append(rows, newProse(h.Where))
	}
	for _, n := range h.Notes {
		rows = append(rows, newProse(n).small().in(colorMuted))
	}
	if offers := model.CourtOffers(p.view.Case, p.settings, p.view.Timeline.Hearing); !h.Passed && len(offers) <= mostHearingPapers {
		papers := newWrap(1.5)
		for _, o := range offers {
			papers.Add(button(o.Label, nil, func() { p.court(o) }))
		}
		if len(papers.Objects) > 0 {
			rows = append(rows, papers)
		}
	}
	return section(h.Title, nil, rows...)
}
