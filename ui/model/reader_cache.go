package model

import (
	"image"
	"math"
	"slices"
)

// PageKey names a drawing of a page: which page, how wide in pixels, how often turned.
type PageKey struct{ Page, Width, Turns int }

const (
	// widest is the greatest width drawn, in pixels: beyond it a scan shows no more and takes too much memory.
	widest = 3200
	// ahead is how many pages before and after those in view are drawn ahead.
	ahead = 1
	// cacheBytes bounds the drawings kept that are not in view.
	cacheBytes = 96 << 20
)

// Key is the drawing of a page that the view needs, at a number of pixels per unit.
func (r *Reader) Key(page int, pixels float32) PageKey {
	return PageKey{page, min(max(int(math.Round(float64(r.extent(page).W*pixels))), 1), widest), r.Turns}
}

// Wanted are the drawings needed, most pressing first: the pages in view, then those after and before.
func (r *Reader) Wanted(pixels float32) []PageKey {
	from, to := r.Visible()
	if to < from {
		return nil
	}
	out := []PageKey{r.Key(r.page, pixels)}
	add := func(p int) {
		if p >= 0 && p < len(r.Pages) && p != r.page {
			out = append(out, r.Key(p, pixels))
		}
	}
	for p := from; p <= to; p++ {
		add(p)
	}
	for i := 1; i <= ahead; i++ {
		add(to + i)
		add(from - i)
	}
	return out
}

// PageCache keeps drawings: those wanted, and of the others the latest, up to a number of bytes.
type PageCache struct {
	drawings map[PageKey]image.Image
	// used are the keys, the least recently used first.
	used  []PageKey
	limit int64
}

// NewPageCache is an empty cache of the usual size.
func NewPageCache() *PageCache {
	return &PageCache{drawings: map[PageKey]image.Image{}, limit: cacheBytes}
}

// Clear forgets everything: another paper.
func (c *PageCache) Clear() {
	c.drawings, c.used = map[PageKey]image.Image{}, nil
}

// Len is the number of drawings kept.
func (c *PageCache) Len() int { return len(c.drawings) }

// Has reports whether a drawing is there.
func (c *PageCache) Has(k PageKey) bool { return c.drawings[k] != nil }

// Get gives a drawing and notes its use.
func (c *PageCache) Get(k PageKey) image.Image {
	if c.drawings[k] == nil {
		return nil
	}
	c.touch(k)
	return c.drawings[k]
}

// Nearest gives another drawing of the page, the widest, to stand in until the right one is there.
func (c *PageCache) Nearest(k PageKey) image.Image {
	best := PageKey{}
	for have := range c.drawings {
		if have.Page == k.Page && have.Turns == k.Turns && have.Width > best.Width {
			best = have
		}
	}
	return c.drawings[best]
}

func (c *PageCache) touch(k PageKey) {
	if i := slices.Index(c.used, k); i >= 0 {
		c.used = slices.Delete(c.used, i, i+1)
	}
	c.used = append(c.used, k)
}

// Put keeps a drawing and drops the least recently used ones that are not wanted beyond the limit.
func (c *PageCache) Put(k PageKey, img image.Image, wanted []PageKey) {
	c.drawings[k] = img
	c.touch(k)
	total := int64(0)
	for _, d := range c.drawings {
		total += bytesOf(d)
	}
	for i := 0; total > c.limit && i < len(c.used); {
		old := c.used[i]
		if slices.Contains(wanted, old) {
			i++
			continue
		}
		total -= bytesOf(c.drawings[old])
		delete(c.drawings, old)
		c.used = slices.Delete(c.used, i, i+1)
	}
}

func bytesOf(img image.Image) int64 {
	b := img.Bounds()
	return int64(b.Dx()) * int64(b.Dy()) * 4
}

// Missing is the most pressing drawing that is not there; false if all are.
func (c *PageCache) Missing(wanted []PageKey) (PageKey, bool) {
	for _, k := range wanted {
		if !c.Has(k) {
			return k, true
		}
	}
	return PageKey{}, false
}
