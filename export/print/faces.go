// Package print lays papers out on pages and writes them as PDF with the used part of a Chinese typeface inside: letters, forms,
// lists, the covers and lists of dossiers, and briefs that must fit one page. It knows pages and blocks, not cases; package
// export says what stands in them. DESIGN.md tells how the layout works.
package print

import (
	"fmt"
	"strings"
	"sync"

	"github.com/signintech/gopdf"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// missing stands for a character that the typeface does not have, as printers have always set it.
const missing = '〓'

// Faces is a typeface in two weights. It may be used from several goroutines.
type Faces struct {
	weights [2]*face
	store   gopdf.FontContainer
}

// face measures one weight.
type face struct {
	mu     sync.Mutex
	font   *sfnt.Font
	buf    sfnt.Buffer
	widths map[rune]float64
}

// names are the families under which the weights are kept in a document.
var names = [2]string{"regular", "bold"}

// NewFaces reads a typeface from two TrueType files with glyf outlines. The bytes must not change afterwards.
func NewFaces(regular, bold []byte) (*Faces, error) {
	f := &Faces{}
	for i, data := range [][]byte{regular, bold} {
		parsed, err := sfnt.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("parse the %s face: %w", names[i], err)
		}
		f.weights[i] = &face{font: parsed, widths: map[rune]float64{}}
		if err := f.store.AddTTFFontData(names[i], data); err != nil {
			return nil, fmt.Errorf("read the %s face: %w", names[i], err)
		}
	}
	return f, nil
}

func (f *Faces) weight(bold bool) *face {
	if bold {
		return f.weights[1]
	}
	return f.weights[0]
}

// width is the width of a text at a size in points.
func (f *Faces) width(s string, size float64, bold bool) float64 {
	var sum float64
	w := f.weight(bold)
	for _, r := range s {
		sum += w.advance(r)
	}
	return sum * size
}

// units is the grid in which glyphs are measured: fine enough for sums over a line to be exact to a hundredth of a point.
const units = 2048

// advance is the width of a character in em; negative for one that the face does not have, which callers replace before.
func (w *face) advance(r rune) float64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	if a, ok := w.widths[r]; ok {
		return a
	}
	a := w.measure(r)
	w.widths[r] = a
	return a
}

func (w *face) measure(r rune) float64 {
	g, err := w.font.GlyphIndex(&w.buf, r)
	if err != nil || g == 0 {
		return -1
	}
	a, err := w.font.GlyphAdvance(&w.buf, g, fixed.I(units), font.HintingNone)
	if err != nil {
		return -1
	}
	return float64(a) / 64 / units
}

// clean makes a text printable: one kind of line break, blanks for tabs, no control signs, and a visible mark for every character
// that either weight lacks.
func (f *Faces) clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "　", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r == 0xfeff:
			return -1
		case f.weights[0].advance(r) < 0 || f.weights[1].advance(r) < 0:
			return missing
		}
		return r
	}, strings.ToValidUTF8(s, string(missing)))
}
