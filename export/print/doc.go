package print

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/signintech/gopdf"
)

// Format is a page with its margins, in points.
type Format struct {
	Width, Height            float64
	Top, Bottom, Left, Right float64
}

// mm is a millimetre in points.
const mm = 72 / 25.4

// Portrait is A4 with equal margins in millimetres, Landscape the same turned.
func Portrait(margin float64) Format {
	return Format{210 * mm, 297 * mm, margin * mm, margin * mm, margin * mm, margin * mm}
}

// Landscape is A4 turned.
func Landscape(margin float64) Format {
	f := Portrait(margin)
	f.Width, f.Height = f.Height, f.Width
	return f
}

// Official is the page of official letters (GB/T 9704): A4, margins of 37, 35, 28 and 26 mm.
func Official() Format { return Format{210 * mm, 297 * mm, 37 * mm, 35 * mm, 28 * mm, 26 * mm} }

// Phone is a page as narrow as a phone, 90 by 160 mm.
func Phone() Format { return Format{90 * mm, 160 * mm, 6 * mm, 8 * mm, 6 * mm, 6 * mm} }

func (f Format) inner() (width, height float64) {
	return f.Width - f.Left - f.Right, f.Height - f.Top - f.Bottom
}

// Doc is a document to be written.
type Doc struct {
	Format Format
	// Title and Author go into the file's properties, Made is when it was made.
	Title, Author string
	Made          time.Time
	Blocks        []Block
	// Foot gives the line at the foot of a page; nil for none.
	Foot func(page, pages int) Foot
	// Scale enlarges or shrinks all type, 0 for 1.
	Scale float64
}

// Foot is the line at the bottom of a page.
type Foot struct {
	Left, Centre, Right string
	Size                float64
}

// ErrTooLarge is returned where a document that must fit one page does not, however small.
var ErrTooLarge = errors.New("print: the document does not fit its page")

// placed is a piece at its place on a page.
type placed struct {
	piece
	y    float64
	last bool
}

// pages lays the document out.
func (d *Doc) pages(faces *Faces) [][]placed {
	width, height := d.Format.inner()
	l := &layout{faces: faces, width: width, scale: orElse(d.Scale, 1)}
	var all []piece
	for _, b := range d.Blocks {
		all = append(all, b.lay(l)...)
	}
	return paginate(all, height)
}

// paginate fills pages of a height with pieces.
func paginate(all []piece, height float64) [][]placed {
	var out [][]placed
	var page []placed
	y := 0.0
	turn := func() {
		if n := len(page); n > 0 {
			page[n-1].last = true
		}
		out, page, y = append(out, page), nil, 0
	}
	put := func(p piece) {
		if len(page) > 0 {
			y += p.before
		}
		page = append(page, placed{piece: p, y: y})
		y += p.h
	}
	for i := 0; i < len(all); {
		group := together(all[i:], height)
		if len(page) > 0 && y+room(group) > height+0.01 {
			turn()
			if head := group[0].head; head != nil {
				for _, h := range head {
					put(h)
				}
			}
		}
		for _, p := range group {
			if p.end {
				turn()
				continue
			}
			put(p)
		}
		i += len(group)
	}
	if len(page) > 0 || len(out) == 0 {
		turn()
	}
	return out
}

// together is the leading run of pieces that stay on one page, as far as a page can hold them.
func together(all []piece, height float64) []piece {
	n := 1
	for n < len(all) && all[n-1].keep && room(all[:n+1]) < height*0.8 {
		n++
	}
	return all[:n]
}

func room(group []piece) (h float64) {
	for _, p := range group {
		h += p.before + p.h
	}
	return h
}

// Pages counts the pages the document takes.
func (d *Doc) Pages(faces *Faces) int { return len(d.pages(faces)) }

// Write lays the document out and writes it.
func (d *Doc) Write(w io.Writer, faces *Faces) error {
	pages := d.pages(faces)
	var pdf gopdf.GoPdf
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: d.Format.Width, H: d.Format.Height}})
	for _, name := range names {
		if err := pdf.AddTTFFontFromFontContainer(name, &faces.store); err != nil {
			return fmt.Errorf("use the %s face: %w", name, err)
		}
	}
	pdf.SetInfo(gopdf.PdfInfo{Title: faces.clean(d.Title), Author: faces.clean(d.Author), Creator: "fuyi", CreationDate: d.Made})
	p := &pen{pdf: &pdf, faces: faces}
	for i, page := range pages {
		pdf.AddPage()
		for _, at := range page {
			at.draw(p, d.Format.Left, d.Format.Top+at.y, at.last)
		}
		if d.Foot != nil {
			d.foot(p, d.Foot(i+1, len(pages)))
		}
	}
	if p.err != nil {
		return p.err
	}
	// The library drops the errors of its writer, so it gets one that has none.
	var buf bytes.Buffer
	if _, err := pdf.WriteTo(&buf); err != nil {
		return err
	}
	_, err := buf.WriteTo(w)
	return err
}

func (d *Doc) foot(p *pen, f Foot) {
	size := orElse(f.Size, 9)
	width, _ := d.Format.inner()
	y := d.Format.Height - d.Format.Bottom*0.62 - size/2
	for _, part := range []struct {
		text  string
		share float64
	}{{f.Left, 0}, {f.Centre, 0.5}, {f.Right, 1}} {
		text := p.faces.clean(part.text)
		p.text(d.Format.Left+(width-p.faces.width(text, size, false))*part.share, y, size, false, text, 0)
	}
}

// PageOf is the foot 第 1 页，共 3 页.
func PageOf(page, pages int) string { return fmt.Sprintf("第 %d 页，共 %d 页", page, pages) }

// steps are the scales tried in turn to bring a document onto one page.
var steps = [...]float64{1, 0.95, 0.9, 0.86, 0.82, 0.79, 0.76}

// limits are the numbers of characters to which long texts are shortened in turn where small type is not enough.
var limits = [...]int{2000, 1200, 800, 500, 350, 250, 180, 120, 80, 50, 30, 16}

// WriteOnePage writes a document that must fit one page: it is laid out smaller in steps, then with shorter texts. blocks gives the
// blocks with every long text shortened to a number of characters, 0 for whole.
func (d *Doc) WriteOnePage(w io.Writer, faces *Faces, blocks func(limit int) []Block) error {
	d.Blocks = blocks(0)
	// What does not fit in the smallest type need not be tried in those between.
	if d.Scale = steps[len(steps)-1]; d.Pages(faces) == 1 {
		for _, d.Scale = range steps {
			if d.Pages(faces) == 1 {
				return d.Write(w, faces)
			}
		}
	}
	for _, limit := range limits {
		if d.Blocks = blocks(limit); d.Pages(faces) == 1 {
			return d.Write(w, faces)
		}
	}
	return ErrTooLarge
}
