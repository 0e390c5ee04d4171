package naming

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"fuyi/cases"
)

// Carry copies the names of the last version of a form to the next one (沿用命名). A cell is found by its heads on the sheet of
// the same name, or on any sheet if that one is gone. Heads that name a year may name a later one, all by the same number of
// years. lost has the names for which no place, or no single place, was found.
func Carry(old *cases.BlankMap, b *cases.Blank) (m cases.BlankMap, lost []cases.NamedCell) {
	m = cases.BlankMap{Title: old.Title, File: b.File}
	places := map[string][]heads{}
	for i := range b.Sheets {
		places[b.Sheets[i].Name] = headsOf(&b.Sheets[i])
	}
	shift := latestIn(places) - latest(old.Cells)
	taken := map[string]bool{}
	for _, n := range old.Cells {
		at, ok := carryOne(&n, places, 0)
		if !ok && shift != 0 {
			at, ok = carryOne(&n, places, shift)
		}
		if !ok || taken[at.Sheet+"!"+at.Cell] {
			lost = append(lost, n)
			continue
		}
		taken[at.Sheet+"!"+at.Cell] = true
		at.Name = n.Name
		m.Cells = append(m.Cells, at)
	}
	return m, lost
}

// heads is a place that may be named.
type heads struct {
	cases.NamedCell
	fillable bool
}

func headsOf(s *cases.BlankSheet) (out []heads) {
	g := NewGrid(s)
	g.each(func(a cases.BlankArea) {
		if n, err := named(g, a.Row, a.Column, ""); err == nil {
			out = append(out, heads{n, g.Fillable(a.Row, a.Column)})
		}
	})
	return out
}

// carryOne finds the place of a named cell: the same address if its heads are the same, else the only place with them.
func carryOne(n *cases.NamedCell, places map[string][]heads, shift int) (cases.NamedCell, bool) {
	rows, columns := later(n.RowHeads, shift), later(n.ColumnHeads, shift)
	var found []cases.NamedCell
	for sheet, list := range places {
		if _, there := places[n.Sheet]; there && sheet != n.Sheet {
			continue
		}
		for _, h := range list {
			held := h.fillable || h.Held == n.Held
			if !held || !slices.Equal(h.RowHeads, rows) || !slices.Equal(h.ColumnHeads, columns) {
				continue
			}
			if h.Sheet == n.Sheet && h.Cell == n.Cell {
				return h.NamedCell, true
			}
			found = append(found, h.NamedCell)
		}
	}
	// A cell without heads was known by its own text and its address alone.
	if len(found) != 1 || len(rows)+len(columns) == 0 {
		return cases.NamedCell{}, false
	}
	return found[0], true
}

var yearWord = regexp.MustCompile(`(?:19|20)[0-9]{2}年?`)

// later moves the years in heads on.
func later(in []string, shift int) []string {
	if shift == 0 {
		return in
	}
	out := slices.Clone(in)
	for i := range out {
		out[i] = yearWord.ReplaceAllStringFunc(out[i], func(s string) string {
			year, err := strconv.Atoi(s[:4])
			if err != nil {
				return s
			}
			return fmt.Sprint(year+shift) + s[4:]
		})
	}
	return out
}

// latest is the last year that heads name, 0 for none.
func latest(cells []cases.NamedCell) (year int) {
	for _, n := range cells {
		for _, h := range slices.Concat(n.RowHeads, n.ColumnHeads) {
			for _, w := range yearWord.FindAllString(h, -1) {
				if y, err := strconv.Atoi(w[:4]); err == nil {
					year = max(year, y)
				}
			}
		}
	}
	return year
}

func latestIn(places map[string][]heads) (year int) {
	for _, list := range places {
		for _, h := range list {
			year = max(year, latest([]cases.NamedCell{h.NamedCell}))
		}
	}
	return year
}
