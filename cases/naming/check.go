package naming

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
)

// Check compares a form with the map it is to be filled by. Each difference is a sentence with the cell; with none the form
// may be filled.
func Check(b *cases.Blank, m *cases.BlankMap) []cases.BlankProblem {
	var out []cases.BlankProblem
	grids, missing := map[string]*Grid{}, map[string]int{}
	seen := map[string]string{}
	for i := range m.Cells {
		n := &m.Cells[i]
		g := grids[n.Sheet]
		if s := b.Sheet(n.Sheet); g == nil && s != nil {
			g = NewGrid(s)
			g.emptied = NewGrid(emptied(s, m))
			grids[n.Sheet] = g
		}
		if g == nil {
			if missing[n.Sheet]++; missing[n.Sheet] == 1 {
				out = append(out, missingSheet(b, m, n.Sheet))
			}
			continue
		}
		p := g.check(n)
		if first, twice := seen[n.Sheet+"!"+n.Cell]; twice && p.Text == "" {
			p.Text = fmt.Sprintf("%s被命名了两次（“%s”和“%s”），请删去一个名称。", place(n), first, n.Name)
		}
		seen[n.Sheet+"!"+n.Cell] = n.Name
		if p.Text != "" {
			p.Sheet, p.Cell, p.Name = n.Sheet, n.Cell, n.Name
			out = append(out, p)
		}
	}
	return out
}

func place(n *cases.NamedCell) string { return "工作表“" + n.Sheet + "”的" + n.Cell }

// missingSheet says that a sheet is gone and, if another one has all its cells, that it may have a new name.
func missingSheet(b *cases.Blank, m *cases.BlankMap, sheet string) cases.BlankProblem {
	count := 0
	for _, n := range m.Cells {
		if n.Sheet == sheet {
			count++
		}
	}
	p := cases.BlankProblem{Sheet: sheet}
	p.Text = fmt.Sprintf("文件“%s”中没有工作表“%s”，已命名的%d个单元格无处填写。", b.File, sheet, count)
	for i := range b.Sheets {
		g := NewGrid(&b.Sheets[i])
		if !slices.ContainsFunc(m.Cells, func(n cases.NamedCell) bool { return n.Sheet == sheet && g.check(&n).Text != "" }) {
			p.Now = b.Sheets[i].Name
			p.Text += "工作表“" + p.Now + "”的表头与它相同，可能是改了名称；请把名称沿用到新的表上。"
			return p
		}
	}
	p.Text += "请核对是否选错了文件，或者重新命名。"
	return p
}

// check compares one named cell; the text is "" if nothing changed.
func (g *Grid) check(n *cases.NamedCell) (p cases.BlankProblem) {
	row, column, ok := cases.ParseCell(n.Cell)
	if !ok || row > g.sheet.Rows || column > g.sheet.Columns {
		p.Text = place(n) + "已经在表格范围之外，" + g.moved(n, &p)
		return p
	}
	if a := g.Area(row, column); a.Row != row || a.Column != column {
		p.Text = fmt.Sprintf("%s已经并入合并单元格%s，%s", place(n), cases.CellName(a.Row, a.Column), g.moved(n, &p))
		return p
	}
	rows, columns := g.Heads(row, column)
	if !g.has(n, row, column) {
		p.Text = fmt.Sprintf("%s的表头变了：命名时是“%s”，现在是“%s”，%s", place(n), Path(n.RowHeads, n.ColumnHeads), Path(rows, columns), g.moved(n, &p))
		return p
	}
	switch c := g.Cell(row, column); {
	case c.Kind == cases.BlankFormula:
		p.Text = place(n) + "现在是公式，填写会破坏公式，请取消这个单元格的命名。"
	case headText(c) != "" && headText(c) != n.Held:
		p.Text = place(n) + "现在写有文字“" + short(c.Text) + "”，填写会覆盖它，请核对后重新命名这个单元格。"
	}
	return p
}

// has reports whether a place still has the heads of a named cell. What stands in other named cells is a figure, even if it
// is a text: in a form that was filled last year a name may stand above the date.
func (g *Grid) has(n *cases.NamedCell, row, column int) bool {
	rows, columns := g.Heads(row, column)
	return slices.Equal(rows, n.RowHeads) && slices.Equal(columns, n.ColumnHeads) || g.emptied != nil && g.emptied.has(n, row, column)
}

// emptied is a sheet without what its named cells hold.
func emptied(s *cases.BlankSheet, m *cases.BlankMap) *cases.BlankSheet {
	named := map[string]bool{}
	for _, n := range m.Cells {
		if n.Sheet == s.Name {
			named[n.Cell] = true
		}
	}
	out := *s
	out.Cells = slices.DeleteFunc(slices.Clone(s.Cells), func(c cases.BlankCell) bool { return named[cases.CellName(c.Row, c.Column)] })
	return &out
}

// moved says what to do, and where the heads stand now if that is one place.
func (g *Grid) moved(n *cases.NamedCell, p *cases.BlankProblem) string {
	if at := g.find(n.RowHeads, n.ColumnHeads); len(at) == 1 {
		p.Now = cases.CellName(at[0].Row, at[0].Column)
		return "原来的栏目现在位于" + p.Now + "；请把名称沿用到新的表样。"
	}
	return "请核对表样后重新命名。"
}

// find lists the places with just these heads that can be filled. All places are looked at once: a moved column moves
// hundreds of names.
func (g *Grid) find(rows, columns []string) []cases.BlankArea {
	if len(rows)+len(columns) == 0 {
		return nil
	}
	if g.byHeads == nil {
		g.byHeads = map[string][]cases.BlankArea{}
		g.each(func(a cases.BlankArea) {
			if !g.Fillable(a.Row, a.Column) {
				return
			}
			if r, c := g.Heads(a.Row, a.Column); g.close(a, r, c) {
				g.byHeads[headsKey(r, c)] = append(g.byHeads[headsKey(r, c)], a)
			}
		})
	}
	return g.byHeads[headsKey(rows, columns)]
}

// headsKey tells heads apart.
func headsKey(rows, columns []string) string {
	return strings.Join(rows, "\x00") + "\x01" + strings.Join(columns, "\x00")
}

// each calls f for every place, for a merged area once.
func (g *Grid) each(f func(cases.BlankArea)) {
	for r := 1; r <= g.sheet.Rows; r++ {
		for c := 1; c <= g.sheet.Columns; c++ {
			if a := g.Area(r, c); a.Row == r && a.Column == c {
				f(a)
			}
		}
	}
}

// Unnamed lists the empty places of tables that have no name although others of their row have: a column that was added is
// seen here. The addresses stand with their sheet, e.g. 附件1 J6.
func Unnamed(b *cases.Blank, m *cases.BlankMap) (out []string) {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		rows, cells := map[int]bool{}, map[string]bool{}
		for _, n := range m.Cells {
			if row, _, ok := cases.ParseCell(n.Cell); ok && n.Sheet == s.Name && len(n.RowHeads) > 0 && len(n.ColumnHeads) > 0 {
				rows[row], cells[n.Cell] = true, true
			}
		}
		g := NewGrid(s)
		g.each(func(a cases.BlankArea) {
			name := cases.CellName(a.Row, a.Column)
			if !rows[a.Row] || cells[name] || g.Cell(a.Row, a.Column).Kind != cases.BlankEmpty {
				return
			}
			if r, c := g.Heads(a.Row, a.Column); len(r) > 0 && len(c) > 0 {
				out = append(out, s.Name+" "+name)
			}
		})
	}
	return out
}

// short cuts a text that is quoted in a sentence.
func short(s string) string {
	if r := []rune(Squeeze(s)); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return Squeeze(s)
}
