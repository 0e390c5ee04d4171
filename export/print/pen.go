package print

import "github.com/signintech/gopdf"

// pen draws on the pages of one document and keeps the first error.
type pen struct {
	pdf   *gopdf.GoPdf
	faces *Faces
	err   error
}

func (p *pen) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// ascent is how far the baseline of the typeface lies below the top of its em square.
const ascent = 0.88

// text draws a line whose em square begins at y, its characters spread by spread points.
func (p *pen) text(x, y, size float64, bold bool, s string, spread float64) {
	if s == "" || p.err != nil {
		return
	}
	name := names[0]
	if bold {
		name = names[1]
	}
	p.keep(p.pdf.SetFont(name, "", size))
	p.keep(p.pdf.SetCharSpacing(spread))
	p.pdf.SetXY(x, y+ascent*size)
	p.keep(p.pdf.Text(s))
}

// rule draws a line of a width in points.
func (p *pen) rule(x1, y1, x2, y2, width float64) {
	p.pdf.SetLineWidth(width)
	p.pdf.Line(x1, y1, x2, y2)
}

// shade fills a box with a light grey that a copier keeps.
func (p *pen) shade(x, y, w, h float64) {
	if w <= 0 || h <= 0 {
		return
	}
	p.pdf.SetFillColor(0xec, 0xec, 0xec)
	p.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "F")
	p.pdf.SetFillColor(0, 0, 0)
}
