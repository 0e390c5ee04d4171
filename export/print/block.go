package print

// Align is where a text stands in its box.
type Align int

// Alignments.
const (
	Left Align = iota
	Centre
	Right
)

// Block is a part of a document that is laid out over the width of the page.
type Block interface {
	lay(l *layout) []piece
}

// layout is what blocks need to know: the width at hand and how much type is scaled.
type layout struct {
	faces *Faces
	width float64
	scale float64
}

// size scales a type size, but never below the smallest that is read without effort.
func (l *layout) size(base float64) float64 { return max(base*l.scale, min(base, smallest)) }

// smallest is the least size of type in points.
const smallest = 8

// piece is a part of a block that stays on one page.
type piece struct {
	// before is room above it, which is left out at the top of a page; h its height.
	before, h float64
	// keep holds it on one page with the next.
	keep bool
	// head is repeated at the top of a page that begins with this piece.
	head []piece
	// draw puts it on the page; first and last tell whether it begins or ends the page or its table.
	draw func(p *pen, x, y float64, last bool)
	// end begins a new page behind it.
	end bool
}

// Text is a paragraph or a heading.
type Text struct {
	Text string
	// Size in points, 0 for 10.5; Leading is the height of a line in multiples of it, 0 for 1.5, or Pitch in points.
	Size, Leading, Pitch float64
	Bold                 bool
	Align                Align
	// Indent is the indent of the first line in characters; Hang that of all further ones, with Label before the first.
	Indent, Hang float64
	Label        string
	// Inset narrows the block at both sides, in points.
	Inset float64
	// Before is room above in points, Keep holds it together with what follows, Justify makes both edges straight.
	Before        float64
	Keep, Justify bool
}

func orElse(v, other float64) float64 {
	if v == 0 {
		return other
	}
	return v
}

func (t Text) lay(l *layout) []piece {
	size := l.size(orElse(t.Size, 10.5))
	pitch := size * orElse(t.Leading, 1.5)
	if t.Pitch > 0 {
		pitch = t.Pitch
	}
	hang := t.Hang * size
	width := l.width - 2*t.Inset - hang
	lines := l.faces.wrap(l.faces.clean(t.Text), width, t.Indent*size, size, t.Bold)
	label := l.faces.clean(t.Label)
	out := make([]piece, len(lines))
	begins := true
	for i, ln := range lines {
		indent, mark := hang, ""
		if begins {
			indent += t.Indent * size
		}
		if i == 0 {
			mark = label
		}
		spread := 0.0
		room := width - (indent - hang) - l.faces.width(ln.text, size, t.Bold)
		x := t.Inset + indent
		switch {
		case t.Align == Centre:
			x += room / 2
		case t.Align == Right:
			x += room
		case t.Justify && !ln.ended:
			spread = justify(ln.text, room, size)
		}
		out[i] = piece{h: pitch, keep: t.Keep || len(lines) > 3 && (i == 0 || i == len(lines)-2), draw: func(p *pen, left, y float64, _ bool) {
			top := y + (pitch-size)/2
			p.text(left+t.Inset, top, size, t.Bold, mark, 0)
			p.text(left+x, top, size, t.Bold, ln.text, spread)
		}}
		begins = ln.ended
	}
	out[0].before = t.Before * l.scale
	return out
}

// justify is the spread that fills a line, none where it would tear it apart.
func justify(s string, room, size float64) float64 {
	n := len([]rune(s)) - 1
	if n < 8 || room <= 0 || room > 2.2*size {
		return 0
	}
	return room / float64(n)
}

// Gap is empty room in points.
type Gap float64

func (g Gap) lay(l *layout) []piece {
	return []piece{{h: float64(g) * l.scale, draw: func(*pen, float64, float64, bool) {}}}
}

// Rule is a line across the page.
type Rule struct {
	// Weight is the line's width in points; Before and After the room around it.
	Weight, Before, After float64
}

func (r Rule) lay(l *layout) []piece {
	return []piece{{before: r.Before * l.scale, h: r.After*l.scale + r.Weight, keep: true, draw: func(p *pen, x, y float64, _ bool) {
		p.rule(x, y, x+l.width, y, r.Weight)
	}}}
}

// NewPage ends a page.
type NewPage struct{}

func (NewPage) lay(*layout) []piece {
	return []piece{{end: true, draw: func(*pen, float64, float64, bool) {}}}
}
