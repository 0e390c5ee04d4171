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

// tell shows a sentence in the lower right corner, over the page, which stays where it is. What succeeded goes by itself; what asks
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

// noticeLayout lays a notice over the lower right corner of the page.
type noticeLayout struct{}

func (noticeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (noticeLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	edge := units(3)
	w := min(em(46), size.Width-2*edge)
	for _, notice := range o {
		h := heightFor(notice, w)
		place(notice, size.Width-edge-w, size.Height-edge-h, w, h)
	}
}
