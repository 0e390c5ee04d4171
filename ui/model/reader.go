package model

import (
	"fmt"
	"slices"
	"strconv"

	"fuyi/cases"
)

// PageFit is how the size of a page follows the window (阅卷时页面的大小).
type PageFit int

// Fits.
const (
	FitWidth PageFit = iota // 适合宽度
	FitPage                 // 适合整页
	FitNone                 // 按比例
)

// Extent is a width and a height: of a page in points, of the view in the window's units.
type Extent struct{ W, H float32 }

// Box is where a page stands in the content that scrolls.
type Box struct{ X, Y, W, H float32 }

// Reader is the state of the page on which papers are read (阅卷): which paper, where in it, how large, which way up. It knows
// nothing of the window but the size of the view, and it decides which pages are to be drawn and how wide.
type Reader struct {
	Papers []cases.Paper
	// At is the paper shown.
	At int
	// Pages are the sizes of its pages in points, nil until it was opened; Problem says why it was not.
	Pages   []Extent
	Problem string
	Fit     PageFit
	// Zoom is the scale where Fit is FitNone: 1 is true to size on a screen of 96 dots per inch.
	Zoom float32
	// Turns are quarter turns clockwise.
	Turns int
	// Single shows one page at a time, else all pages stand below each other.
	Single bool
	// View is what can be seen, X and Y where it begins in the content.
	View Extent
	X, Y float32
	page int
	tops []float32
	size Extent
}

const (
	// pageGap is the space between pages and around them, in the window's units.
	pageGap = 12
	// perPoint are units per point at 100 %: 96/72.
	perPoint = 96.0 / 72
	// keep is the part of a view that stays in view when turning by views, so that the eye finds the line again.
	keep = 0.1
)

// zooms are the steps of Ctrl+plus and minus, read only.
var zooms = []float32{0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4}

// NewReader begins with a paper of a list.
func NewReader(papers []cases.Paper, id cases.PaperID) *Reader {
	r := &Reader{Papers: papers, Zoom: 1}
	r.At = max(0, slices.IndexFunc(papers, func(p cases.Paper) bool { return p.ID == id }))
	return r
}

// Paper is the paper shown.
func (r *Reader) Paper() cases.Paper { return r.Papers[r.At] }

// Turn goes to the paper by places after this one; false at the ends. Size and fit stay, the rotation does not.
func (r *Reader) Turn(by int) bool { return r.Choose(r.At + by) }

// Choose goes to a paper of the list.
func (r *Reader) Choose(at int) bool {
	if at < 0 || at >= len(r.Papers) {
		return false
	}
	r.At, r.Pages, r.Problem, r.Turns, r.page, r.X, r.Y = at, nil, "", 0, 0, 0, 0
	r.layout()
	return true
}

// Opened takes the sizes of the pages.
func (r *Reader) Opened(pages []Extent) {
	r.Pages, r.Problem = pages, ""
	r.page = min(r.page, len(pages)-1)
	r.layout()
	r.GoTo(r.page)
}

// Resize takes the size of the view; what is in its middle stays there.
func (r *Reader) Resize(v Extent) {
	if v != r.View {
		r.around(func() { r.View = v })
	}
}

// around changes the size of pages and keeps what stands at the middle of the view in its place.
func (r *Reader) around(change func()) {
	page, at := r.page, float32(0)
	middle := r.Y + r.View.H/2
	if !r.Single {
		page = r.pageAt(middle)
	}
	if b, ok := r.Box(page); ok && b.H > 0 {
		at = (middle - b.Y) / b.H
	}
	change()
	r.layout()
	if b, ok := r.Box(page); ok {
		r.page = page
		r.scrollTo(b.Y + at*b.H - r.View.H/2)
		r.X = max(0, (r.size.W-r.View.W)/2)
	}
}

// extent is the size of a page in units, turned as shown.
func (r *Reader) extent(page int) Extent {
	e := r.Pages[page]
	if r.Turns%2 == 1 {
		e.W, e.H = e.H, e.W
	}
	if e.W <= 0 || e.H <= 0 {
		e = Extent{595, 842}
	}
	k := r.Zoom * perPoint
	wide := max(40, r.View.W-2*pageGap) / e.W
	switch r.Fit {
	case FitWidth:
		k = wide
	case FitPage:
		k = min(wide, max(40, r.View.H-2*pageGap)/e.H)
	}
	return Extent{e.W * k, e.H * k}
}

// layout places the pages.
func (r *Reader) layout() {
	r.tops, r.size = r.tops[:0], Extent{}
	if len(r.Pages) == 0 {
		return
	}
	y := float32(pageGap)
	for i := range r.Pages {
		if r.Single && i != r.page {
			r.tops = append(r.tops, pageGap)
			continue
		}
		e := r.extent(i)
		r.tops = append(r.tops, y)
		y += e.H + pageGap
		r.size.W = max(r.size.W, e.W+2*pageGap)
	}
	r.size.H = y
}

// Content is the size of what scrolls.
func (r *Reader) Content() Extent { return r.size }

// Box is where a page stands in the content; false where it is not shown.
func (r *Reader) Box(page int) (Box, bool) {
	if page < 0 || page >= len(r.tops) || r.Single && page != r.page {
		return Box{}, false
	}
	e := r.extent(page)
	return Box{max(pageGap, (max(r.size.W, r.View.W)-e.W)/2), r.tops[page], e.W, e.H}, true
}

// pageAt is the page at a height of the content.
func (r *Reader) pageAt(y float32) int {
	at, found := slices.BinarySearch(r.tops, y)
	if !found {
		at--
	}
	return min(max(at, 0), max(len(r.tops)-1, 0))
}

// Scrolled takes where the view was scrolled to.
func (r *Reader) Scrolled(x, y float32) {
	r.X, r.Y = x, y
	if !r.Single && len(r.tops) > 0 {
		r.page = r.pageAt(y + r.View.H/3)
	}
}

func (r *Reader) scrollTo(y float32) {
	r.Scrolled(r.X, min(max(y, 0), max(0, r.size.H-r.View.H)))
}

// Page is the page read now, from 0.
func (r *Reader) Page() int { return r.page }

// GoTo shows a page from its top; one that is not there is the nearest that is.
func (r *Reader) GoTo(page int) {
	if len(r.Pages) == 0 {
		return
	}
	r.page = min(max(page, 0), len(r.Pages)-1)
	if r.Single {
		r.layout()
		r.X, r.Y = 0, 0
		return
	}
	r.scrollTo(r.tops[r.page] - pageGap)
	r.page = min(max(page, 0), len(r.Pages)-1) // the last pages may all be in view
}

// GoToText goes to a page by its number as typed; false if it is none of this paper.
func (r *Reader) GoToText(text string) bool {
	n, err := strconv.Atoi(clean(text))
	if err != nil || n < 1 || n > len(r.Pages) {
		return false
	}
	r.GoTo(n - 1)
	return true
}

// Forward shows what comes next: the rest of a page larger than the view, then the next page; false at the end.
func (r *Reader) Forward() bool {
	b, ok := r.Box(r.page)
	if !ok {
		return false
	}
	if rest := b.Y + b.H - (r.Y + r.View.H); rest > 2*pageGap {
		r.stay(min(r.Y+r.View.H*(1-keep), b.Y+b.H+pageGap-r.View.H))
		return true
	}
	if r.page == len(r.Pages)-1 {
		return false
	}
	r.GoTo(r.page + 1)
	return true
}

// Back shows what came before; false at the beginning.
func (r *Reader) Back() bool {
	b, ok := r.Box(r.page)
	if !ok {
		return false
	}
	if r.Y-b.Y > pageGap {
		r.stay(max(r.Y-r.View.H*(1-keep), b.Y-pageGap))
		return true
	}
	if r.page == 0 {
		return false
	}
	r.GoTo(r.page - 1)
	if b, ok := r.Box(r.page); ok && b.H > r.View.H {
		r.stay(b.Y + b.H + pageGap - r.View.H)
	}
	return true
}

// stay scrolls within the page.
func (r *Reader) stay(y float32) {
	page := r.page
	r.scrollTo(y)
	r.page = page
}

// Scale is the scale at which the current page is shown: 1 is 100 %.
func (r *Reader) Scale() float32 {
	if len(r.Pages) == 0 {
		return r.Zoom
	}
	w := r.Pages[r.page].W
	if r.Turns%2 == 1 {
		w = r.Pages[r.page].H
	}
	if w <= 0 {
		return 1
	}
	return r.extent(r.page).W / (w * perPoint)
}

// ZoomBy makes pages larger (+1) or smaller (-1) by a step.
func (r *Reader) ZoomBy(step int) {
	now, to := r.Scale(), zooms[0]
	if step > 0 {
		to = zooms[len(zooms)-1]
	}
	for i := range zooms {
		if z := zooms[i]; step > 0 && z > now*1.01 {
			to = z
			break
		}
		if z := zooms[len(zooms)-1-i]; step < 0 && z < now*0.99 {
			to = z
			break
		}
	}
	r.around(func() { r.Fit, r.Zoom = FitNone, to })
}

// SetFit fits pages to the view, or shows them true to size (FitNone).
func (r *Reader) SetFit(f PageFit) {
	r.around(func() { r.Fit, r.Zoom = f, 1 })
}

// Rotate turns the pages by a quarter clockwise, or back with -1.
func (r *Reader) Rotate(by int) {
	page := r.page
	r.Turns = (r.Turns + by + 4) % 4
	r.layout()
	r.GoTo(page)
}

// SetSingle shows one page at a time, or all below each other.
func (r *Reader) SetSingle(on bool) {
	page := r.page
	r.Single = on
	r.layout()
	r.GoTo(page)
}

// Visible are the first and the last page in view, -1 for none.
func (r *Reader) Visible() (from, to int) {
	switch {
	case len(r.tops) == 0:
		return 0, -1
	case r.Single:
		return r.page, r.page
	}
	return r.pageAt(r.Y), r.pageAt(r.Y + r.View.H)
}

// Place is 页 x/y.
func (r *Reader) Place() string {
	if len(r.Pages) == 0 {
		return ""
	}
	return fmt.Sprintf("%d / %d", r.page+1, len(r.Pages))
}

// ScaleText is the scale in percent.
func (r *Reader) ScaleText() string { return fmt.Sprintf("%.0f%%", r.Scale()*100) }
