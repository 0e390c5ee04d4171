package model

import (
	"image"
	"slices"
	"testing"

	"fuyi/cases"
)

// opened is a reader on a paper of ten upright A4 pages in a view of 800 x 600.
func opened() *Reader {
	r := NewReader([]cases.Paper{{ID: 1}, {ID: 2}, {ID: 3}}, 2)
	r.Resize(Extent{800, 600})
	r.Opened(slices.Repeat([]Extent{{595, 842}}, 10))
	return r
}

func TestReaderTurnsThroughAllPages(t *testing.T) {
	for _, single := range []bool{false, true} {
		r := opened()
		r.SetSingle(single)
		var seen []int
		steps := 0
		for ; r.Forward() && steps < 100; steps++ {
			seen = append(seen, r.Page())
		}
		if !slices.IsSorted(seen) || r.Page() != 9 || steps < 10 {
			t.Errorf("single %v: %v", single, seen)
		}
		for back := 0; r.Back() && back < 100; back++ {
		}
		if r.Page() != 0 || r.Y > pageGap {
			t.Errorf("single %v: back at page %d, %.0f", single, r.Page(), r.Y)
		}
	}
}

func TestReaderGoesToAPage(t *testing.T) {
	r := opened()
	for text, ok := range map[string]bool{"7": true, " 10 ": true, "0": false, "11": false, "七": false, "": false} {
		if r.GoToText(text) != ok {
			t.Errorf("%q: %v", text, !ok)
		}
	}
	r.GoTo(99)
	if r.Page() != 9 || r.Place() != "10 / 10" {
		t.Errorf("page %d", r.Page())
	}
}

// Making pages larger keeps what is in the middle of the view there.
func TestZoomKeepsTheMiddle(t *testing.T) {
	r := opened()
	r.GoTo(4)
	r.Scrolled(r.X, r.Y+200)
	middle := func() (int, float32) {
		page := r.pageAt(r.Y + r.View.H/2)
		b, _ := r.Box(page)
		return page, (r.Y + r.View.H/2 - b.Y) / b.H
	}
	page, at := middle()
	scale := r.Scale()
	r.ZoomBy(1)
	r.ZoomBy(1)
	p, a := middle()
	if r.Scale() <= scale || p != page || a < at-0.02 || a > at+0.02 {
		t.Errorf("page %d at %.3f, was %d at %.3f", p, a, page, at)
	}
	for range 40 {
		r.ZoomBy(-1)
	}
	if r.Scale() > 0.26 || r.Scale() < 0.24 {
		t.Errorf("smallest %.2f", r.Scale())
	}
	r.SetFit(FitNone)
	if s := r.Scale(); s < 0.999 || s > 1.001 || r.ScaleText() != "100%" {
		t.Errorf("Ctrl+0 gives %s", r.ScaleText())
	}
}

func TestFits(t *testing.T) {
	r := opened()
	b, _ := r.Box(0)
	if b.W != 800-2*pageGap || b.X != pageGap {
		t.Errorf("fit to width: %+v", b)
	}
	r.SetFit(FitPage)
	if b, _ = r.Box(r.Page()); b.H > 600-2*pageGap+0.5 || b.W >= 800-2*pageGap {
		t.Errorf("fit to page: %+v", b)
	}
	r.Rotate(1)
	if b, _ = r.Box(r.Page()); b.W <= b.H || r.Turns != 1 {
		t.Errorf("turned: %+v", b)
	}
	r.Rotate(-1)
	r.Rotate(-1)
	if r.Turns != 3 {
		t.Errorf("%d turns", r.Turns)
	}
}

func TestAnotherPaperBeginsAtItsTop(t *testing.T) {
	r := opened()
	r.GoTo(5)
	r.Rotate(1)
	if !r.Turn(1) || r.Paper().ID != 3 || r.Page() != 0 || r.Turns != 0 || r.Pages != nil || r.Y != 0 {
		t.Errorf("%+v", r)
	}
	if r.Turn(1) {
		t.Error("there is no paper after the last")
	}
	if from, to := r.Visible(); to >= from {
		t.Error("pages of a paper that is not open are in view")
	}
}

func TestWantedAreThoseInViewAndTheirNeighbours(t *testing.T) {
	r := opened()
	r.SetFit(FitPage)
	r.GoTo(4)
	keys := r.Wanted(2)
	pages := map[int]bool{}
	for _, k := range keys {
		pages[k.Page] = true
	}
	if keys[0].Page != 4 || !pages[5] || !pages[3] || len(keys) > 5 {
		t.Errorf("%v", keys)
	}
	b, _ := r.Box(4)
	if keys[0].Width != int(b.W*2+0.5) {
		t.Errorf("drawn %d pixels wide for %.1f units", keys[0].Width, b.W)
	}
	r.Fit, r.Zoom = FitNone, 4
	r.layout()
	if k := r.Key(4, 2); k.Width != widest {
		t.Errorf("%d pixels", k.Width)
	}
}

func TestCacheKeepsWhatIsWantedAndTheLatest(t *testing.T) {
	c := NewPageCache()
	c.limit = 4 * 100 * 100 * 3
	img := image.NewNRGBA(image.Rect(0, 0, 100, 100))
	key := func(p int) PageKey { return PageKey{p, 100, 0} }
	for p := range 3 {
		c.Put(key(p), img, nil)
	}
	c.Get(key(0))
	c.Put(key(3), img, nil)
	if c.Len() != 3 || c.Has(key(1)) || !c.Has(key(0)) {
		t.Errorf("%d kept", c.Len())
	}
	c.Put(key(4), img, []PageKey{key(0), key(2), key(3), key(4)})
	if !c.Has(key(2)) || c.Len() != 4 {
		t.Error("a page in view was dropped")
	}
	if k, missing := c.Missing([]PageKey{key(0), key(9)}); !missing || k != key(9) {
		t.Errorf("missing %v", k)
	}
	if c.Nearest(PageKey{4, 500, 0}) == nil || c.Nearest(PageKey{4, 500, 1}) != nil {
		t.Error("another size of the page should stand in, another rotation not")
	}
}
