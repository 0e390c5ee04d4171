package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
		var inner []fyne.CanvasObject
		switch at := at.(type) {
		case *fyne.Container:
			inner = at.Objects
		case *container.Scroll:
			inner = []fyne.CanvasObject{at.Content}
			if at.Direction != container.ScrollHorizontalOnly {
				in = at
			}
		case *container.Split:
			inner = []fyne.CanvasObject{at.Leading, at.Trailing}
		case *panel:
			inner = []fyne.CanvasObject{at.content}
		case *press:
			inner = []fyne.CanvasObject{at.content}
		}
		for _, x := range inner {
			if walk(x, in) {
				return true
			}
		}
		return false
	}
	walk(root, nil)
	return found
}
