package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// reveal scrolls what got the keyboard into view, which Fyne leaves to its pages: without it Tab would walk out of sight.
func reveal(o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(o)
	if c == nil || c.Content() == nil {
		return
	}
	s := scrollAround(c.Content(), o)
	if s == nil || s.Size().Height <= 0 {
		return
	}
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s).Y
	edge := units(6)
	bottom := top + o.Size().Height - s.Size().Height
	switch {
	case top < edge:
		s.ScrollToOffset(s.Offset.AddXY(0, top-edge))
	case bottom > -edge && top > 2*edge:
		s.ScrollToOffset(s.Offset.AddXY(0, min(bottom+edge, top-edge)))
	}
}

// scrollAt is the innermost vertical scroll under a place of the window, nil if there is none.
func scrollAt(root fyne.CanvasObject, at fyne.Position) *container.Scroll {
	var found *container.Scroll
	d := fyne.CurrentApp().Driver()
	walkInside(root, func(o fyne.CanvasObject) bool {
		pos, size := d.AbsolutePositionForObject(o), o.Size()
		if at.X < pos.X || at.Y < pos.Y || at.X > pos.X+size.Width || at.Y > pos.Y+size.Height {
			return false
		}
		if s, ok := o.(*container.Scroll); ok && s.Direction != container.ScrollHorizontalOnly {
			found = s
		}
		return true
	})
	return found
}

// walkInside visits the visible objects of a page, outer ones first; f tells whether to go inside.
func walkInside(o fyne.CanvasObject, f func(fyne.CanvasObject) bool) {
	if o == nil || !o.Visible() || !f(o) {
		return
	}
	for _, x := range inside(o) {
		walkInside(x, f)
	}
}

// inside lists what a container of the pages holds.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case *panel:
		return []fyne.CanvasObject{o.content}
	case *press:
		return []fyne.CanvasObject{o.content}
	}
	return nil
}

// scrollAround is the innermost vertical scroll that holds an object, nil if there is none.
func scrollAround(root, o fyne.CanvasObject) *container.Scroll {
	var found *container.Scroll
	var walk func(at fyne.CanvasObject, in *container.Scroll) bool
	walk = func(at fyne.CanvasObject, in *container.Scroll) bool {
		if at == nil || !at.Visible() {
			return false
		}
		if at == o {
			found = in
			return true
		}
		if s, ok := at.(*container.Scroll); ok && s.Direction != container.ScrollHorizontalOnly {
			in = s
		}
		for _, x := range inside(at) {
			if walk(x, in) {
				return true
			}
		}
		return false
	}
	walk(root, nil)
	return found
}

// freeKeys takes the keys from a field or button that is no longer in view: it would swallow them.
func (s *shell) freeKeys() {
	c := s.win.Canvas()
	switch o := c.Focused().(type) {
	case *push, *signButton, *tick, *entry, *pick, *suggest, *press:
		if c.Overlays().Top() == nil && !holds(c.Content(), o.(fyne.CanvasObject)) {
			c.Unfocus()
		}
	}
}
