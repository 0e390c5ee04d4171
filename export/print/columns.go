package print

import (
	"strings"
	"unicode"
)

// Bounds of columns in em: no column is narrower than least, and one that is at most firm wide is not narrowed, so that dates,
// numbers and case numbers stay on one line as long as the page allows.
const (
	least = 3.2
	firm  = 11.5
)

// Fit finds the widths of columns for texts of a size on a page of a width: as wide as their longest line where there is room, else
// the long ones give way first.
func (f *Faces) Fit(head []string, rows [][]string, size, width float64) []float64 {
	pad := 8.0
	want := make([]float64, len(head))
	for i, h := range head {
		want[i] = max(least*size, f.longest(h, size, true)) + pad
	}
	for _, r := range rows {
		for i, text := range r {
			want[i] = max(want[i], f.longest(text, size, false)+pad)
		}
	}
	rigid, loose := 0.0, 0.0
	for _, w := range want {
		if w <= firm*size+pad {
			rigid += w
		} else {
			loose += w
		}
	}
	switch {
	case rigid+loose <= width:
		return want
	case loose > 0 && rigid+0.2*loose <= width:
		share := (width - rigid) / loose
		for i, w := range want {
			if w > firm*size+pad {
				want[i] = max(w*share, least*size+pad)
			}
		}
	default:
		for i, w := range want {
			want[i] = min(w, firm*size+pad)
		}
	}
	return want
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
