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
	places := map[string]byHeads{}
	for i := range b.Sheets {
		places[b.Sheets[i].Name] = headsOf(&b.Sheets[i])
	}
	taken := map[string]bool{}
	carried := make([]*cases.NamedCell, len(old.Cells))
	for _, shift := range []int{latestIn(places) - latest(old.Cells), 0} {
		for i := range old.Cells {
			if carried[i] != nil {
				continue
			}
			at, ok := carryOne(&old.Cells[i], places, shift)
			if where := at.Sheet + "!" + at.Cell; ok && !taken[where] {
				taken[where], at.Name, carried[i] = true, old.Cells[i].Name, &at
			}
		}
	}
	for i, n := range old.Cells {
		if carried[i] == nil {
			lost = append(lost, n)
			continue
		}
		m.Cells = append(m.Cells, *carried[i])
	}
	return m, lost
}

// candidatePlace is one that may be named. close is true where its heads alone tell it.
type candidatePlace struct {
	cases.NamedCell
	fillable, close bool
}

// byHeads are the places of a sheet by their heads.
type byHeads map[string][]candidatePlace

func headsOf(s *cases.BlankSheet) byHeads {
	g, out := NewGrid(s), byHeads{}
	g.each(func(a cases.BlankArea) {
		if n, err := named(g, a.Row, a.Column, ""); err == nil {
			k := headsKey(n.RowHeads, n.ColumnHeads)
			out[k] = append(out[k], candidatePlace{n, g.Fillable(a.Row, a.Column), g.close(a, n.RowHeads, n.ColumnHeads)})
		}
	})
	return out
}

// carryOne finds the place of a named cell: the same address if its heads are the same, else the only place with them.
func carryOne(n *cases.NamedCell, places map[string]byHeads, shift int) (cases.NamedCell, bool) {
	k := headsKey(later(n.RowHeads, shift), later(n.ColumnHeads, shift))
	_, there := places[n.Sheet]
	var found []cases.NamedCell
	for sheet, list := range places {
		if there && sheet != n.Sheet {
			continue
		}
		for _, p := range list[k] {
			switch {
			case !p.fillable && p.Held != n.Held:
			case p.Sheet == n.Sheet && p.Cell == n.Cell:
				return p.NamedCell, true
			case p.close:
				found = append(found, p.NamedCell)
			}
		}
	}
	if len(found) != 1 {
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

func latestIn(places map[string]byHeads) (year int) {
	for _, sheet := range places {
		for _, list := range sheet {
			// All of a list have the same heads.
			year = max(year, latest([]cases.NamedCell{list[0].NamedCell}))
		}
	}
	return year
}
