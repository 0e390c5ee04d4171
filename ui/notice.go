package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/ui/model"
)

// noticeTime is how long a sentence that asks for nothing stays.
const noticeTime = 6 * time.Second

// tell shows a sentence at the lower right, over the page, which stays where it is, and above the bar at the page's lower edge, so
// that it covers no button there. What succeeded goes by itself; what asks
// for something stays until the next page or a press on its cross.
func (s *shell) tell(t model.Tone, text string, actions ...fyne.CanvasObject) {
	icon := marker(toneIcon(t), toneColor(t))
	right := container.NewHBox(append(actions, sign(iconClose, "关闭", s.hush))...)
	p := newPanel(toneTint(t), toneColor(t), 3, 1.25, newLine(2, []float32{0, 1, 0}, icon, newProse(text), right))
	p.round = theme.SizeNameCardRadius
	s.strip.Objects = []fyne.CanvasObject{p}
	s.strip.Refresh()
	if passing := t == model.Finished || t == model.Calm; passing && len(actions) == 0 && !s.run.inline {
		s.run.After("notice", noticeTime, func() {
			if len(s.strip.Objects) > 0 && s.strip.Objects[0] == p {
				s.hush()
			}
		})
	}
}

func (s *shell) hush() {
	s.strip.Objects = nil
	s.strip.Refresh()
}

// noticeLayout lays a notice over the lower right of the page, above its bar.
type noticeLayout struct {
	// bar is the height of the bar in view.
	bar func() float32
}

// barred is a page with a bar of buttons at its lower edge.
type barred interface{ barHeight() float32 }

// barHeight is the height of the bar at the lower edge of the page in view, 0 if it has none.
func (s *shell) barHeight() float32 {
	if p, ok := s.pages[s.here].(barred); ok {
		return p.barHeight()
	}
	return 0
}

// barHeight is that of the foot of the list, or of the form beside it.
func (p *listPage) barHeight() float32 {
	switch {
	case p.root.Objects[0] == p.left:
		return p.foot.root.Size().Height
	case p.root.Objects[0] == p.pane.root:
		return p.pane.barHeight()
	}
	return max(p.foot.root.Size().Height, p.pane.barHeight())
}

func (p *caseWindow) barHeight() float32 { return p.pane.barHeight() }

// barHeight is that of the form that is open.
func (p *casePane) barHeight() float32 {
	if p.act == nil {
		return 0
	}
	return p.act.bar.Size().Height
}

func (*noticeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *noticeLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	edge := units(3)
	w := min(em(46), size.Width-2*edge)
	for _, notice := range o {
		h := heightFor(notice, w)
		place(notice, size.Width-edge-w, max(0, size.Height-l.bar()-edge-h), w, h)
	}
}
