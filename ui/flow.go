package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Text that wraps has a height only once its width is known, which Fyne's layouts cannot express. The layouts here ask
// their children for the height at a width, so a page is laid out right the first time, at any width and scale.

// tall is what knows its height at a width.
type tall interface{ heightFor(width float32) float32 }

// tallLayout is a layout that does.
type tallLayout interface {
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

func heightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case tall:
		return o.heightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(tallLayout); ok {
			return l.heightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}

// units is n paddings: all distances are multiples of it, so they follow the scale.
func units(n float32) float32 { return n * theme.Padding() }

// em is n widths of a Chinese character of the normal size.
func em(n float32) float32 { return n * theme.TextSize() }

// minWidth is the greatest minimum width among the visible objects.
func minWidth(objects []fyne.CanvasObject) (w float32) {
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return w
}

// flow stacks its objects vertically at full width, gap paddings apart.
type flow struct {
	gap   float32
	width *float32
}

func newFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap, width: new(float32)}, objects...)
}

func (f *flow) heightFor(objects []fyne.CanvasObject, width float32) (h float32) {
	n := 0
	for _, o := range objects {
		if o.Visible() {
			h += heightFor(o, width)
			n++
		}
	}
	return h + float32(max(n-1, 0))*units(f.gap)
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects), f.heightFor(objects, *f.width))
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*f.width = size.Width
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := heightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + units(f.gap)
	}
}

// beside puts its objects side by side. A positive weight takes a share of what is left, a negative one is a fixed width
// in characters, 0 is the object's own minimum.
type beside struct {
	gap     float32
	weights []float32
	middle  bool
	width   *float32
}

func newBeside(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&beside{gap: gap, weights: weights, width: new(float32)}, objects...)
}

// newLine is newBeside with the objects centred vertically, each at its own height.
func newLine(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&beside{gap: gap, weights: weights, middle: true, width: new(float32)}, objects...)
}

func (b *beside) widths(objects []fyne.CanvasObject, width float32) []float32 {
	out := make([]float32, len(objects))
	left, share := width, float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i > 0 {
			left -= units(b.gap)
		}
		switch w := b.weights[i]; {
		case w < 0:
			out[i] = em(-w)
		case w == 0:
			out[i] = o.MinSize().Width
		default:
			share += w
		}
		left -= out[i]
	}
	for i, o := range objects {
		if b.weights[i] > 0 && o.Visible() && share > 0 {
			out[i] = max(0, left*b.weights[i]/share)
		}
	}
	return out
}

func (b *beside) heightFor(objects []fyne.CanvasObject, width float32) (h float32) {
	for i, w := range b.widths(objects, width) {
		if objects[i].Visible() {
			h = max(h, heightFor(objects[i], w))
		}
	}
	return h
}

func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var w float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i > 0 {
			w += units(b.gap)
		}
		if b.weights[i] < 0 {
			w += em(-b.weights[i])
		} else {
			w += o.MinSize().Width
		}
	}
	return fyne.NewSize(w, b.heightFor(objects, max(*b.width, w)))
}

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*b.width = size.Width
	var x float32
	for i, w := range b.widths(objects, size.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		h, y := size.Height, float32(0)
		if b.middle {
			h = min(heightFor(o, w), size.Height)
			y = (size.Height - h) / 2
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		x += w + units(b.gap)
	}
}

// tiles puts its objects into as many equal columns as fit, each at least min characters wide.
type tiles struct {
	min, gap float32
	width    *float32
}

func newTiles(min, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tiles{min: min, gap: gap, width: new(float32)}, objects...)
}

func (t *tiles) columns(n int, width float32) (int, float32) {
	gap := units(t.gap)
	cols := max(1, min(n, int((width+gap)/(em(t.min)+gap))))
	return cols, (width - float32(cols-1)*gap) / float32(cols)
}

func (t *tiles) rows(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	cols, w := t.columns(len(objects), width)
	var y float32
	for i := 0; i < len(objects); i += cols {
		row := objects[i:min(i+cols, len(objects))]
		var h float32
		for _, o := range row {
			h = max(h, heightFor(o, w))
		}
		for j, o := range row {
			place(o, float32(j)*(w+units(t.gap)), y, w, h)
		}
		y += h + units(t.gap)
	}
	return max(0, y-units(t.gap))
}

func (t *tiles) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return t.rows(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (t *tiles) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(t.min), t.heightFor(objects, max(*t.width, em(t.min))))
}

func (t *tiles) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*t.width = size.Width
	t.rows(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// wrap puts its objects one after the other at their own sizes and begins a new line where the width ends.
type wrap struct {
	gap   float32
	width *float32
}

func newWrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrap{gap: gap, width: new(float32)}, objects...)
}

func (r *wrap) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y float32, s fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		s.Width = min(s.Width, max(width, 1))
		if x > 0 && x+s.Width > width {
			x, y, line = 0, y+line+units(r.gap), 0
		}
		put(o, x, y, s)
		x += s.Width + units(r.gap)
		line = max(line, s.Height)
	}
	return y + line
}

func (r *wrap) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return r.place(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}

func (r *wrap) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := minWidth(objects)
	return fyne.NewSize(w, r.heightFor(objects, max(*r.width, w)))
}

func (r *wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*r.width = size.Width
	r.place(objects, size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(s)
	})
}
