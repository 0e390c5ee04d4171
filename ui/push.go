package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// push is the button of all pages. Enter presses it as the space bar does, it comes into view when it gets the keys, it keeps
// them when it is pressed by key, and it passes the keys of the window on; Fyne's own button does none of these.
type push struct {
	widget.Button
	// self is what stands in the tree: this button, or the one it is part of.
	self keyed
	// keys is true while the button has the keys, which a ring around it shows.
	keys bool
}

// keyed is an object that takes keys.
type keyed interface {
	fyne.CanvasObject
	fyne.Focusable
}

func newPush(text string, icon fyne.Resource, tapped func()) *push {
	b := &push{}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.self = b
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained brings the button into view.
func (b *push) FocusGained() {
	b.keys = true
	b.Button.FocusGained()
	reveal(b.self)
}

// FocusLost takes the ring away.
func (b *push) FocusLost() {
	b.keys = false
	b.Button.FocusLost()
}

// CreateRenderer draws a ring around the button that has the keys: its own tint cannot be seen on a filled one.
func (b *push) CreateRenderer() fyne.WidgetRenderer {
	r := &ringed{WidgetRenderer: b.Button.CreateRenderer(), b: b, ring: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

// ringed is a button's renderer with a ring around it.
type ringed struct {
	fyne.WidgetRenderer
	b    *push
	ring *canvas.Rectangle
}

func (r *ringed) paint() {
	r.ring.StrokeColor, r.ring.StrokeWidth = theme.Color(theme.ColorNamePrimary), units(0.5)
	r.ring.CornerRadius = theme.Size(theme.SizeNameButtonRadius) + units(0.5)
	r.ring.Hidden = !r.b.keys
}

// Layout gives the ring the button's edge and a little more.
func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	gap := units(0.6)
	r.ring.Move(fyne.NewPos(-gap, -gap))
	r.ring.Resize(size.AddWidthHeight(2*gap, 2*gap))
}

// Refresh shows the ring or hides it.
func (r *ringed) Refresh() {
	r.paint()
	r.ring.Refresh()
	r.WidgetRenderer.Refresh()
}

// Objects puts the ring over the button.
func (r *ringed) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.ring)
}

// TypedKey presses on Enter and Space and passes the keys of the window on.
func (b *push) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.press()
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(b.self); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(k)
		}
	}
}

// press does what the button is for. The keys stay at the button if it is still in view afterwards, so that Tab goes on from
// there; else the page may take them.
func (b *push) press() {
	if b.Disabled() || b.OnTapped == nil {
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(b.self)
	b.OnTapped()
	if c != nil && c.Focused() == fyne.Focusable(b.self) && !holds(c.Content(), b.self) {
		c.Unfocus()
	}
}

// holds reports whether an object is in view somewhere in another.
func holds(root, o fyne.CanvasObject) bool {
	found := false
	walkInside(root, func(x fyne.CanvasObject) bool {
		found = found || x == o
		return !found
	})
	return found
}

// tick is the check box of all pages; like push it comes into view and passes the keys of the window on.
type tick struct{ widget.Check }

func newTick(label string, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.OnChanged = label, changed
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained brings the box into view.
func (t *tick) FocusGained() {
	t.Check.FocusGained()
	reveal(t)
}

// TypedKey passes the keys of the window on; the space bar comes as a rune.
func (t *tick) TypedKey(k *fyne.KeyEvent) {
	if !passKey(t, k) {
		t.Check.TypedKey(k)
	}
}
