package naming

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"fuyi/cases"
)

// Propose guesses names from heads. Only what is clear is proposed: a figure that fits several cells equally well, and a
// cell that several figures fit, are left to the clerk. Cells that taken names already are passed over.
func Propose(b *cases.Blank, names []cases.BlankName, taken []cases.NamedCell) []cases.BlankProposal {
	x := newNameIndex(names, taken)
	var found []candidate
	for i := range b.Sheets {
		if b.Sheets[i].Hidden {
			continue
		}
		g := NewGrid(&b.Sheets[i])
		g.each(func(a cases.BlankArea) {
			if x.cells[g.sheet.Name+"!"+cases.CellName(a.Row, a.Column)] || !g.Fillable(a.Row, a.Column) {
				return
			}
			if n, err := named(g, a.Row, a.Column, ""); err == nil && !numbering(n) {
				before, above := g.beside(a)
				found = append(found, x.candidates(n, before, above)...)
			}
		})
	}
	return settle(ofOneForm(found, names), names)
}

// ofOneForm leaves of each sheet the figures of the official form that most of its heads agree with: a sheet is one form, and two
// forms share heads such as 上期结转 and 调解. Figures of no official form stay.
func ofOneForm(found []candidate, names []cases.BlankName) []candidate {
	form := func(c candidate) string {
		name, _, _ := strings.Cut(names[c.name].Name, "/")
		if !strings.HasPrefix(name, "form") {
			return ""
		}
		return name
	}
	count := map[string]map[string]int{}
	for _, c := range found {
		if f := form(c); f != "" && c.score == 1 {
			if count[c.cell.Sheet] == nil {
				count[c.cell.Sheet] = map[string]int{}
			}
			count[c.cell.Sheet][f]++
		}
	}
	return slices.DeleteFunc(found, func(c candidate) bool {
		f := form(c)
		for other, n := range count[c.cell.Sheet] {
			if f != "" && other != f && n > count[c.cell.Sheet][f] {
				return true
			}
		}
		return false
	})
}

// numbering reports whether a cell belongs to the printed numbers of columns or rows (栏次、行次、序号), which are no figures.
func numbering(n cases.NamedCell) bool {
	words := []string{"栏次", "栏号", "行次", "序号", "代码"}
	return slices.Contains(words, inner(n.RowHeads)) || slices.Contains(words, inner(n.ColumnHeads))
}

// candidate is a cell that a figure may belong in; score is 1 where all heads agree.
type candidate struct {
	cell  cases.NamedCell
	name  int
	score float64
}

// nameIndex finds figures by their innermost heads.
type nameIndex struct {
	names []cases.BlankName
	// both has figures with row and column, alone those with one of them.
	both, alone map[string][]int
	cells       map[string]bool
}

func newNameIndex(names []cases.BlankName, taken []cases.NamedCell) *nameIndex {
	x := &nameIndex{names: names, both: map[string][]int{}, alone: map[string][]int{}, cells: map[string]bool{}}
	used := map[string]bool{}
	for _, n := range taken {
		x.cells[n.Sheet+"!"+n.Cell], used[n.Name] = true, true
	}
	for i, n := range names {
		switch {
		case used[n.Name]:
		case len(n.Row) > 0 && len(n.Column) > 0:
			k := inner(n.Row) + "\x00" + inner(n.Column)
			x.both[k] = append(x.both[k], i)
		case len(n.Row)+len(n.Column) > 0:
			k := inner(slices.Concat(n.Row, n.Column))
			x.alone[k] = append(x.alone[k], i)
		}
	}
	return x
}

// candidates are the figures whose innermost heads a cell has. A figure that stands alone may be named before or above the
// cell; a head on the other side, as 数值, makes it less certain, and so does a place that is not next to the head.
func (x *nameIndex) candidates(n cases.NamedCell, before, above bool) (out []candidate) {
	for _, i := range x.both[inner(n.RowHeads)+"\x00"+inner(n.ColumnHeads)] {
		score := (agree(x.names[i].Row, n.RowHeads) + agree(x.names[i].Column, n.ColumnHeads)) / 2
		out = append(out, candidate{n, i, score})
	}
	for _, side := range []struct {
		heads, other []string
		next         bool
	}{{n.RowHeads, n.ColumnHeads, before}, {n.ColumnHeads, n.RowHeads, above}} {
		if len(side.heads) == 0 {
			continue
		}
		certain := 1.0
		if len(words(side.other)) > 0 {
			certain -= 0.1
		}
		if !side.next {
			certain -= 0.2
		}
		for _, i := range x.alone[inner(side.heads)] {
			out = append(out, candidate{n, i, certain * agree(slices.Concat(x.names[i].Row, x.names[i].Column), side.heads)})
		}
	}
	return out
}

// settle gives the best pairs to each other and drops what is not clear.
func settle(found []candidate, names []cases.BlankName) []cases.BlankProposal {
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	cells, used := map[string]bool{}, make([]bool, len(names))
	var out []cases.BlankProposal
	for start := 0; start < len(found); {
		end := start
		for end < len(found) && found[end].score == found[start].score {
			end++
		}
		// Within one score a cell or a figure that occurs twice is not clear, and no worse pair makes it so.
		ofCell, ofName := map[string]int{}, map[int]int{}
		open := slices.DeleteFunc(slices.Clone(found[start:end]), func(c candidate) bool { return cells[key(c)] || used[c.name] })
		for _, c := range open {
			ofCell[key(c)]++
			ofName[c.name]++
		}
		for _, c := range open {
			if ofCell[key(c)] == 1 && ofName[c.name] == 1 {
				p := cases.BlankProposal{NamedCell: c.cell, Exact: c.score == 1}
				p.Name = names[c.name].Name
				out = append(out, p)
			}
		}
		for k := range maps.Keys(ofCell) {
			cells[k] = true
		}
		for n := range ofName {
			used[n] = true
		}
		start = end
	}
	return out
}

func key(c candidate) string { return c.cell.Sheet + "!" + c.cell.Cell }

// agree is the share of heads that two paths have in common, in order; the innermost ones are known to.
func agree(want, have []string) float64 {
	w, h := words(want), words(have)
	same, from := 0, 0
	for _, s := range w {
		if i := slices.Index(h[from:], s); i >= 0 {
			same++
			from += i + 1
		}
	}
	return float64(same) / float64(max(len(w), len(h)))
}

// words reduces heads to what is compared; a head that is only a unit, as （件）, says nothing.
func words(heads []string) []string {
	var out []string
	for _, h := range heads {
		if w := word(h); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func inner(heads []string) string {
	if w := words(heads); len(w) > 0 {
		return w[len(w)-1]
	}
	return ""
}

// word reduces a head: full width, brackets with what they hold, numbering and punctuation are ways of writing it.
func word(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, Squeeze(s))
	for {
		open := strings.IndexByte(s, '(')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			break
		}
		s = s[:open] + s[open+end+1:]
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`,.;:"'、。“”‘’·-—*#`, r) {
			return -1
		}
		return r
	}, s)
}
