// Package chart draws charts (图表) as pictures, with the program's typeface and without a display.
package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"strconv"

	"github.com/go-analyze/charts"
	"github.com/golang/freetype/truetype"

	"fuyi/cases"
)

// Pen draws charts in one typeface. It may be used by several goroutines.
type Pen struct{ regular, bold *truetype.Font }

// NewPen reads the two weights of a typeface, TrueType files that are not written to.
func NewPen(regular, bold []byte) (*Pen, error) {
	r, err := truetype.Parse(regular)
	if err != nil {
		return nil, fmt.Errorf("chart typeface: %w", err)
	}
	b, err := truetype.Parse(bold)
	if err != nil {
		return nil, fmt.Errorf("bold chart typeface: %w", err)
	}
	return &Pen{r, b}, nil
}

// Draw draws a chart. Sizes that are too small to read are raised, so any look gives a picture.
func (p *Pen) Draw(c cases.Chart, look cases.ChartLook) (image.Image, error) {
	data, err := p.PNG(c, look)
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(data))
}

// Bounds of a picture in dots at 100 % and of its scale.
const (
	minWidth, minHeight = 360, 240
	maxSide             = 4000
	minScale, maxScale  = 0.5, 4
)

// PNG draws a chart into the bytes of a PNG file.
func (p *Pen) PNG(c cases.Chart, look cases.ChartLook) ([]byte, error) {
	s := newSheet(p, c, look)
	s.frame()
	if c.Empty() || len(c.Categories) == 0 {
		s.nothing()
		return s.p.Bytes()
	}
	if err := s.body(); err != nil {
		return nil, fmt.Errorf("draw chart %s: %w", c.ID, err)
	}
	return s.p.Bytes()
}

// sheet is one picture being drawn. Its measures are pixels: dots times scale.
type sheet struct {
	pen   *Pen
	c     cases.Chart
	scale float64
	p     *charts.Painter
	ink   colours
	// top and bottom bound what is left for the chart between title and note.
	top, bottom int
}

func newSheet(p *Pen, c cases.Chart, look cases.ChartLook) *sheet {
	scale := min(max(look.Scale, minScale), maxScale)
	if math.IsNaN(look.Scale) {
		scale = 1
	}
	s := &sheet{pen: p, c: c, scale: scale, ink: inks(look.Dark)}
	w, h := min(max(look.Width, minWidth), maxSide), min(max(look.Height, minHeight), maxSide)
	s.p = charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputPNG, Width: s.px(float64(w)), Height: s.px(float64(h)),
		Font: p.regular, Theme: s.ink.theme})
	return s
}

func (s *sheet) px(dots float64) int { return int(math.Round(dots * s.scale)) }

// Sizes of signs in dots.
const (
	titleSize  = 15
	labelSize  = 12
	noteSize   = 11
	smallest   = 9
	lineHeight = 1.45
	border     = 14
)

// pointsPerDot turns dots into the points of the library, which draws at 92 dots an inch.
const pointsPerDot = 72.0 / 92.0

func (s *sheet) style(size float64, c charts.Color) charts.FontStyle {
	return charts.FontStyle{FontSize: size * pointsPerDot * s.scale, FontColor: c, Font: s.pen.regular}
}

func (s *sheet) bold(size float64, c charts.Color) charts.FontStyle {
	f := s.style(size, c)
	f.Font = s.pen.bold
	return f
}

func (s *sheet) width(text string, f charts.FontStyle) int {
	return s.p.MeasureText(text, 0, f).Width()
}

// frame paints the ground, the title with the unit, and the note.
func (s *sheet) frame() {
	w, h := s.p.Width(), s.p.Height()
	s.p.FilledRect(0, 0, w, h, s.ink.ground, s.ink.ground, 0)
	x, y := s.px(border), s.px(border+titleSize)
	title := s.c.Title
	if s.c.Unit != "" {
		title += "（" + s.c.Unit + "）"
	}
	for _, line := range s.wrap(title, w-2*x, s.bold(titleSize, s.ink.text)) {
		s.p.Text(line, x, y, 0, s.bold(titleSize, s.ink.text))
		y += s.px(titleSize * lineHeight)
	}
	s.top = y
	s.bottom = h - s.px(border)
	if s.c.Note == "" || s.c.Empty() {
		return
	}
	f := s.style(noteSize, s.ink.muted)
	lines := s.wrap(s.c.Note, w-2*x, f)
	if most := 3; len(lines) > most {
		last := []rune(lines[most-1])
		lines = append(lines[:most-1], string(last[:max(len(last)-1, 0)])+"…")
	}
	from := h - s.px(border/2) - len(lines)*s.px(noteSize*lineHeight)
	s.bottom = from - s.px(noteSize/2)
	for i, line := range lines {
		s.p.Text(line, x, from+(i+1)*s.px(noteSize*lineHeight)-s.px(noteSize*0.3), 0, f)
	}
}

// nothing writes the sentence that stands instead of an empty frame.
func (s *sheet) nothing() {
	text := s.c.Note
	if text == "" {
		text = "没有可以画出的数字。"
	}
	f := s.style(labelSize+1, s.ink.muted)
	lines := s.wrap(text, s.p.Width()-4*s.px(border), f)
	y := (s.top+s.p.Height())/2 - (len(lines)-1)*s.px(labelSize*lineHeight)/2
	for _, line := range lines {
		s.p.Text(line, (s.p.Width()-s.width(line, f))/2, y, 0, f)
		y += s.px((labelSize + 1) * lineHeight)
	}
}

// wrap breaks a text into lines that fit.
func (s *sheet) wrap(text string, width int, f charts.FontStyle) []string {
	var out []string
	line := ""
	for _, r := range text {
		if line != "" && s.width(line+string(r), f) > width {
			out, line = append(out, line), ""
		}
		line += string(r)
	}
	return append(out, line)
}

// cut shortens a text to a width; what is left out is an ellipsis.
func (s *sheet) cut(text string, width int, f charts.FontStyle) string {
	if s.width(text, f) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := string(runes[:n]) + "…"; s.width(short, f) <= width {
			return short
		}
	}
	return "…"
}

// number prints a value: counts whole, rates with one decimal at most.
func (s *sheet) number(v float64) string {
	text := strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
	if s.c.Unit == "%" {
		return text + "%"
	}
	return text
}
