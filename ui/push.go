package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// push is the button of all pages. Enter presses it as the space bar does, it comes into view when it gets the keys, it keeps
// them when it is pressed by key, and it passes the keys of the window on; Fyne's own button does none of these.
type push struct {
	widget.Button
	// self is what stands in the tree: this button, or the one it is part of.
	self keyed
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
	b.Button.FocusGained()
	reveal(b.self)
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
