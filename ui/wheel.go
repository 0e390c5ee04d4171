package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over something that takes the mouse wheel for itself although it has nothing to scroll: fields and wide tables. It takes
// the wheel only, no other event, and turns the page around it.
type wheel struct {
	widget.BaseWidget
	// own is asked first and reports whether it used the turn.
	own func(*fyne.ScrollEvent) bool
}

func newWheel(own func(*fyne.ScrollEvent) bool) *wheel {
	w := &wheel{own: own}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled turns what is below if it can be turned, else the page.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if w.own != nil && w.own(e) {
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if c == nil || c.Content() == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w)
	if s := scrollAt(c.Content(), at.AddXY(w.Size().Width/2, w.Size().Height/2)); s != nil {
		s.Scrolled(e)
	}
}

// turns scrolls a box by the wheel if it holds more than it shows in that direction.
func turns(s *container.Scroll, e *fyne.ScrollEvent) bool {
	before := s.Offset
	s.Scrolled(e)
	return s.Offset != before
}

// wheeled is a field's renderer with a wheel over it.
type wheeled struct {
	fyne.WidgetRenderer
	over *wheel
}

// newWheeled lets a field of several lines scroll its own text first.
func newWheeled(r fyne.WidgetRenderer) *wheeled {
	var own func(*fyne.ScrollEvent) bool
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			own = func(e *fyne.ScrollEvent) bool { return turns(s, e) }
		}
	}
	return &wheeled{r, newWheel(own)}
}

// Layout gives the wheel the whole field.
func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.over.Resize(size)
}

// Objects puts the wheel on top.
func (r *wheeled) Objects() []fyne.CanvasObject { return append(r.WidgetRenderer.Objects(), r.over) }
