package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fuyi/ui/model"
)

// loadDocket goes through the running cases of the office anew and keeps what it found for the pages that show it. A
// docket read earlier the same day is handed to done first, so that a page stands at once.
func (s *shell) loadDocket(progress func(percent int), done func(*model.Docket, error)) {
	today := s.today()
	if s.docket != nil && s.docket.Today == today {
		done(s.docket, nil)
	}
	tell := s.run.progress(progress)
	startHeavy(s.run, "docket", func(ctx context.Context) (*model.Docket, error) {
		return model.LoadDocket(ctx, s.deps.Office, today, tell)
	}, func(d *model.Docket, err error) {
		if err == nil {
			s.docket = d
		}
		done(d, err)
	})
}

// headed is a page whose head stays while its body has the rest of the window and scrolls by itself.
type headed struct{}

func newHeaded(head, body fyne.CanvasObject) *fyne.Container {
	return container.New(headed{}, head, body)
}

// MinSize asks for no width, like inset.
func (headed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(12), em(12)) }

func (headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := size.Width - units(8)
	h := heightFor(o[0], w)
	o[0].Move(fyne.NewPos(units(4), units(3)))
	o[0].Resize(fyne.NewSize(w, h))
	y := units(3) + h + units(3)
	o[1].Move(fyne.NewPos(units(4), y))
	o[1].Resize(fyne.NewSize(w, max(0, size.Height-y-units(3))))
}

// sideScroll is a column beside something else that scrolls by itself. Its edge lies a little outside its content, so
// that the borders of cards are not cut.
type sideScroll struct {
	*fyne.Container
	scroll *container.Scroll
	flow   *fyne.Container
}

func newSideScroll(gap float32, content ...fyne.CanvasObject) *sideScroll {
	in := &slim{}
	s := &sideScroll{flow: newFlow(gap, content...)}
	s.scroll = container.NewVScroll(container.New(in, s.flow))
	s.Container = container.New(slimScroll{in}, s.scroll)
	return s
}

// fill replaces the content and stays where it was scrolled to.
func (s *sideScroll) fill(content ...fyne.CanvasObject) {
	s.flow.Objects = content
	s.relayout()
}

func (s *sideScroll) relayout() {
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// slimScroll gives the scroll container its place and tells the content its width.
type slimScroll struct{ in *slim }

func (slimScroll) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(6), em(6)) }

func (l slimScroll) Layout(o []fyne.CanvasObject, size fyne.Size) {
	edge := units(1)
	l.in.width = size.Width - units(2.5)
	place(o[0], -edge, -edge, size.Width+edge, size.Height+edge)
}

// slim leaves room for the edge and the scroll bar.
type slim struct{ width float32 }

func (l *slim) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := l.width
	if w <= 0 {
		w = o[0].MinSize().Width
	}
	return fyne.NewSize(em(6), heightFor(o[0], w)+units(2))
}

func (l *slim) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width - units(3.5)
	place(o[0], units(1), units(1), l.width, heightFor(o[0], l.width))
}
