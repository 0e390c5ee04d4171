package print

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// least is the width in em that no column is narrower than.
const least = 3.2

// inside is the room in points that a table needs between its rules and the texts.
const inside = 9

// Fit finds the widths of columns for texts of a size on a page of a width: as wide as their longest line where there is room for
// all, else the widest give way, all to one width, so that dates and numbers stay on one line as long as the page allows.
func (f *Faces) Fit(head []string, rows [][]string, size, width float64) []float64 {
	want := make([]float64, len(head))
	for i, h := range head {
		want[i] = max(least*size, f.longest(h, size, true)) + inside
	}
	for _, r := range rows {
		for i, text := range r {
			want[i] = max(want[i], f.longest(text, size, false)+inside)
		}
	}
	limit := level(want, width)
	for i := range want {
		want[i] = min(want[i], max(limit, least*size+inside))
	}
	return want
}

// level is the width to which the widest columns are cut so that all fit, infinite if they do.
func level(want []float64, width float64) float64 {
	sorted := slices.Sorted(slices.Values(want))
	for i, w := range sorted {
		share := width / float64(len(sorted)-i)
		if w > share {
			return share
		}
		width -= w
	}
	return math.Inf(1)
}

// longest is the width of the longest line of a text.
func (f *Faces) longest(s string, size float64, bold bool) (w float64) {
	for _, ln := range strings.Split(f.clean(s), "\n") {
		w = max(w, f.width(ln, size, bold))
	}
	return w
}

// numeric reports whether every text of a column that is not empty is a quantity, so that it is set to the right. A date or a number
// of a paper is none.
func numeric(rows [][]string, column int) bool {
	some := false
	for _, r := range rows {
		if column >= len(r) || r[column] == "" || r[column] == "—" {
			continue
		}
		for i, c := range r[column] {
			if !unicode.IsDigit(c) && c != '.' && c != ',' && c != '%' && (i > 0 || c != '-' && c != '+') {
				return false
			}
		}
		some = true
	}
	return some
}
