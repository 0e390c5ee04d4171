package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tipPause is how long the pointer rests on a sign before it is named.
const tipPause = 500 * time.Millisecond

// signButton is a button with a sign and no words; it is named while the pointer rests on it.
type signButton struct {
	push
	tip string
}

// sign makes a button of an icon alone; tip names what it does.
func sign(icon fyne.Resource, tip string, tapped func()) *signButton {
	b := &signButton{tip: tip}
	b.Icon, b.OnTapped, b.Importance, b.self = icon, tapped, widget.LowImportance, b
	b.ExtendBaseWidget(b)
	return b
}

// MouseIn names the button after a pause.
func (b *signButton) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	if l := tipsAround(b); l != nil {
		l.run.After("tip", tipPause, func() { l.show(b, b.tip) })
	}
}

// MouseOut takes the name away.
func (b *signButton) MouseOut() {
	b.Button.MouseOut()
	if l := tipsAround(b); l != nil {
		l.run.After("tip", 0, l.hide)
	}
}

// Tapped acts, with the name out of the way.
func (b *signButton) Tapped(e *fyne.PointEvent) {
	if l := tipsAround(b); l != nil {
		l.hide()
	}
	b.Button.Tapped(e)
}

// hinted is a line of text that is shown in full while the pointer rests on it.
type hinted struct {
	words
	tip string
	// under is the row it stands in, whose light goes on all the same.
	under *press
}

// newHinted shows a text that may be cut; tip is the whole of it, "" for the text itself.
func newHinted(text, tip string) *hinted {
	h := &hinted{tip: tip}
	if tip == "" {
		h.tip = text
	}
	h.text, h.color, h.size, h.cut = text, theme.ColorNameForeground, theme.SizeNameText, true
	h.ExtendBaseWidget(h)
	return h
}

// whole reports whether all that the tip says is in view.
func (h *hinted) whole() bool {
	return h.tip == h.text && fyne.MeasureText(h.text, theme.Size(h.size), h.style()).Width <= h.Size().Width
}

// MouseIn shows the whole text after a pause.
func (h *hinted) MouseIn(e *desktop.MouseEvent) {
	if h.under != nil {
		h.under.MouseIn(e)
	}
	if l := tipsAround(h); l != nil && h.text != "" && !h.whole() {
		l.run.After("tip", tipPause, func() { l.show(h, h.tip) })
	}
}

// MouseMoved does nothing.
func (h *hinted) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes it away.
func (h *hinted) MouseOut() {
	if h.under != nil {
		h.under.MouseOut()
	}
	if l := tipsAround(h); l != nil {
		l.run.After("tip", 0, l.hide)
	}
}

// tips is the layer above the pages on which names of signs appear. It takes no events.
type tips struct {
	run   *Runner
	layer *fyne.Container
}

func newTips(run *Runner) *tips {
	t := &tips{run: run}
	t.layer = container.New(&tipLayout{t})
	return t
}

// tipLayout leaves what is shown where it was put, and tells buttons of the layer it is in.
type tipLayout struct{ tips *tips }

func (*tipLayout) MinSize([]fyne.CanvasObject) fyne.Size     { return fyne.Size{} }
func (*tipLayout) Layout(o []fyne.CanvasObject, _ fyne.Size) {}

// tipsAround finds the layer of an object's window, nil where there is none.
func tipsAround(o fyne.CanvasObject) *tips {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	root, ok := c.Content().(*fyne.Container)
	if !ok {
		return nil
	}
	for _, x := range root.Objects {
		if layer, ok := x.(*fyne.Container); ok {
			if l, ok := layer.Layout.(*tipLayout); ok {
				return l.tips
			}
		}
	}
	return nil
}

// show puts a name below a sign, inside the window.
func (t *tips) show(at fyne.CanvasObject, text string) {
	w := newWords(text)
	w.size = theme.SizeNameCaptionText
	p := newPanel(theme.ColorNameMenuBackground, theme.ColorNameInputBorder, 1.5, 0.75, w)
	p.round = theme.SizeNameInputRadius
	size := p.MinSize()
	d := fyne.CurrentApp().Driver()
	pos := d.AbsolutePositionForObject(at).Subtract(d.AbsolutePositionForObject(t.layer)).AddXY(0, at.Size().Height+units(1))
	room := t.layer.Size()
	pos.X = max(0, min(pos.X, room.Width-size.Width-units(1)))
	if pos.Y+size.Height > room.Height {
		pos.Y -= at.Size().Height + size.Height + units(2)
	}
	p.Resize(size)
	p.Move(pos)
	t.layer.Objects = []fyne.CanvasObject{p}
	t.layer.Refresh()
}

func (t *tips) hide() {
	if len(t.layer.Objects) > 0 {
		t.layer.Objects = nil
		t.layer.Refresh()
	}
}
