package print

// Cell is one cell of a table.
type Cell struct {
	Text string
	// Span is the number of columns it covers, 0 for one.
	Span  int
	Align Align
	Bold  bool
	// Shade gives it a light ground, for labels and heads.
	Shade bool
	// Size differs from the table's, 0 for the same.
	Size float64
	// Lines is the least number of lines it is high, for forms that are filled in by hand.
	Lines int
}

// Table is a ruled table. Its widths are weights; rows have as many cells as they need, spans counted.
type Table struct {
	Widths []float64
	Head   []Cell
	Rows   [][]Cell
	// Size of type, 0 for 10.5; Leading as in Text, 0 for 1.35; Pad the room inside cells in points, 0 for 3.5.
	Size, Leading, Pad float64
	Before             float64
	// Open leaves the rules between rows and the frame out but for thin lines below the rows.
	Open bool
}

// Weights of rules in points.
const (
	hairline = 0.5
	frame    = 0.9
)

func (t Table) lay(l *layout) []piece {
	columns := t.columns(l.width)
	var head []piece
	if len(t.Head) > 0 {
		head = t.row(l, columns, t.Head, true)
		for i := range head {
			head[i].keep = true
		}
	}
	out := append([]piece(nil), head...)
	for _, r := range t.Rows {
		for _, p := range t.row(l, columns, r, false) {
			p.head = head
			out = append(out, p)
		}
	}
	if len(out) > 0 {
		out[0].before = t.Before * l.scale
	}
	return out
}

// columns turns weights into widths.
func (t Table) columns(width float64) []float64 {
	sum, out := 0.0, make([]float64, len(t.Widths))
	for _, w := range t.Widths {
		sum += w
	}
	for i, w := range t.Widths {
		out[i] = width * w / sum
	}
	return out
}

// set is a cell with its lines.
type set struct {
	cell        Cell
	x, w        float64
	size, pitch float64
	lines       []line
}

// slice is how many points high a row may be before it is split into lines that may stand on two pages.
const slice = 200

// row lays a row out: one piece, or a piece for each line where it is high.
func (t Table) row(l *layout, columns []float64, cells []Cell, head bool) []piece {
	pad := orElse(t.Pad, 3.5) * l.scale
	sets, tall := make([]set, 0, len(cells)), 1
	x, at, height := 0.0, 0, 0.0
	for _, c := range cells {
		w := 0.0
		for range max(c.Span, 1) {
			if at < len(columns) {
				w += columns[at]
				at++
			}
		}
		s := set{cell: c, x: x, w: w, size: l.size(orElse(c.Size, orElse(t.Size, 10.5)))}
		s.cell.Bold, s.cell.Shade = c.Bold || head, c.Shade || head && !t.Open
		s.pitch = s.size * orElse(t.Leading, 1.35)
		s.lines = l.faces.wrap(l.faces.clean(c.Text), w-2*pad-1, 0, s.size, s.cell.Bold)
		tall = max(tall, len(s.lines))
		height = max(height, s.pitch*float64(max(len(s.lines), c.Lines)))
		sets = append(sets, s)
		x += w
	}
	height += 2 * pad * 0.8
	if height <= slice {
		return []piece{t.piece(sets, pad, height, x, true, true)}
	}
	return t.slices(sets, pad, x, tall)
}

// slices splits a high row line by line.
func (t Table) slices(sets []set, pad, width float64, tall int) []piece {
	var out []piece
	for i := range tall {
		part, height := make([]set, len(sets)), 0.0
		for j, s := range sets {
			part[j] = s
			part[j].lines = nil
			if i < len(s.lines) {
				part[j].lines = s.lines[i : i+1]
			}
			height = max(height, s.pitch)
		}
		first, last := i == 0, i == tall-1
		if first {
			height += pad
		}
		if last {
			height += pad
		}
		p := t.piece(part, pad, height, width, first, last)
		p.keep = i == 0 || i == tall-2
		out = append(out, p)
	}
	return out
}

// piece draws the cells of a row, or of a slice of one: only its first slice has a rule above and only its last one below, unless
// the page ends.
func (t Table) piece(sets []set, pad, height, width float64, first, last bool) piece {
	whole := first && last
	return piece{h: height, draw: func(p *pen, x, y float64, bottom bool) {
		for _, s := range sets {
			if s.cell.Shade {
				p.shade(x+s.x, y, s.w, height)
			}
		}
		for _, s := range sets {
			top := y
			switch free := height - s.pitch*float64(len(s.lines)); {
			case whole:
				top += free / 2
			case first:
				top += pad
			}
			for _, ln := range s.lines {
				p.text(x+s.x+t.offset(p.faces, s, ln.text, pad), top+(s.pitch-s.size)/2, s.size, s.cell.Bold, ln.text, 0)
				top += s.pitch
			}
		}
		t.rules(p, sets, x, y, width, height, first, last || bottom)
	}}
}

func (t Table) offset(f *Faces, s set, text string, pad float64) float64 {
	room := s.w - f.width(text, s.size, s.cell.Bold)
	switch s.cell.Align {
	case Centre:
		return room / 2
	case Right:
		return room - pad
	}
	return pad
}

func (t Table) rules(p *pen, sets []set, x, y, width, height float64, top, bottom bool) {
	if bottom {
		p.rule(x, y+height, x+width, y+height, hairline)
	}
	if t.Open {
		return
	}
	if top {
		p.rule(x, y, x+width, y, hairline)
	}
	for _, s := range sets {
		if s.x > 0 {
			p.rule(x+s.x, y, x+s.x, y+height, hairline)
		}
	}
	p.rule(x, y, x, y+height, frame)
	p.rule(x+width, y, x+width, y+height, frame)
}
