// Package naming names the cells of forms that others made (空表自填): it reads the heads around a cell, proposes names from
// them, carries names over to the next version of a form, and notices a changed layout before anything is filled.
//
// It knows no file format; package export reads and fills the workbooks.
package naming

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"fuyi/cases"
)

// Grid is a sheet prepared for looking around in it.
type Grid struct {
	sheet *cases.BlankSheet
	// cells and areas have an entry for each place of the sheet: the index from 1 in Cells and in Merged, 0 for none.
	cells, areas []int32
	// emptied is the sheet without the texts of named cells, nil if it does not matter.
	emptied *Grid
	// byHeads finds fillable places; it is made when a first one is looked for.
	byHeads map[string][]cases.BlankArea
}

// NewGrid prepares a sheet. It must not change as long as the grid is used.
func NewGrid(s *cases.BlankSheet) *Grid {
	g := &Grid{sheet: s, cells: make([]int32, s.Rows*s.Columns), areas: make([]int32, s.Rows*s.Columns)}
	for i, c := range s.Cells {
		if at, ok := g.at(c.Row, c.Column); ok {
			g.cells[at] = int32(i + 1)
		}
	}
	for i, a := range s.Merged {
		for r := a.Row; r <= min(a.LastRow, s.Rows); r++ {
			for c := a.Column; c <= min(a.LastColumn, s.Columns); c++ {
				if at, ok := g.at(r, c); ok {
					g.areas[at] = int32(i + 1)
				}
			}
		}
	}
	return g
}

func (g *Grid) at(row, column int) (int, bool) {
	if row < 1 || column < 1 || row > g.sheet.Rows || column > g.sheet.Columns {
		return 0, false
	}
	return (row-1)*g.sheet.Columns + column - 1, true
}

// Area is the merged area a place belongs to, or the place itself.
func (g *Grid) Area(row, column int) cases.BlankArea {
	if at, ok := g.at(row, column); ok && g.areas[at] > 0 {
		return g.sheet.Merged[g.areas[at]-1]
	}
	return cases.BlankArea{Row: row, Column: column, LastRow: row, LastColumn: column}
}

// Cell is what stands at a place; every place of a merged area shows what its first cell holds.
func (g *Grid) Cell(row, column int) cases.BlankCell {
	a := g.Area(row, column)
	if at, ok := g.at(a.Row, a.Column); ok && g.cells[at] > 0 {
		return g.sheet.Cells[g.cells[at]-1]
	}
	return cases.BlankCell{Row: a.Row, Column: a.Column}
}

// Heads are the texts before and above a place, outermost first: the row's and the column's head with the heads of groups.
// Figures and empty cells in between are passed over; a title over the whole table is no head.
func (g *Grid) Heads(row, column int) (rows, columns []string) {
	own := g.Area(row, column)
	rows, first := g.left(own)
	return rows, g.above(own, first)
}

// left collects the row's heads and tells the column the innermost one begins in, 0 if there is none.
func (g *Grid) left(own cases.BlankArea) (heads []string, first int) {
	for c := own.Column - 1; c >= 1; {
		a := g.Area(own.Row, c)
		text := headText(g.Cell(own.Row, c))
		if text == "" && len(heads) > 0 {
			break
		}
		if text != "" {
			if first == 0 {
				first = a.Column
			}
			heads = append(heads, text)
		}
		c = a.Column - 1
	}
	slices.Reverse(heads)
	return heads, first
}

// above collects the column's heads. beside is where the row's head begins: what reaches over it stands above the whole
// table.
func (g *Grid) above(own cases.BlankArea, beside int) (heads []string) {
	for r := own.Row - 1; r >= 1; {
		a := g.Area(r, own.Column)
		text := headText(g.Cell(r, own.Column))
		if len(heads) == 0 && g.labelsRow(a) {
			text = ""
		}
		switch {
		case text == "" && len(heads) > 0, text != "" && beside > 0 && a.Column <= beside && a.LastColumn >= own.Column:
			slices.Reverse(heads)
			return heads
		case len(heads) > 0 && (strings.ContainsAny(text, ":：") || period.MatchString(text)):
			// 制表机关：…, 单位：件 and the period stand above the head and do not belong to it.
			slices.Reverse(heads)
			return heads
		case text != "":
			heads = append(heads, text)
		}
		r = a.Row - 1
	}
	slices.Reverse(heads)
	return heads
}

// labelsRow reports whether a text is the head of its row and not of its column: a place of the table that holds no text
// follows it, and more texts stand below each other here than beside each other. Below a table, single figures stand in the column of the rows' heads.
func (g *Grid) labelsRow(a cases.BlankArea) bool {
	next := a.LastColumn + 1
	if _, ok := g.at(a.Row, next); !ok || headText(g.Cell(a.Row, next)) != "" {
		return false
	}
	for r := a.Row - 1; r >= 1; r-- {
		if headText(g.Cell(r, next)) != "" {
			return g.texts(a, 1, 0) > g.texts(a, 0, 1)
		}
	}
	return false
}

// texts counts the texts that stand in one run with a text, down its column (1, 0) or along its row (0, 1). Heads of rows run
// down, heads of columns along.
func (g *Grid) texts(a cases.BlankArea, down, along int) int {
	n := 1
	for _, step := range []int{-1, 1} {
		at := a
		for n < longRun {
			r, c := at.Row-down, at.Column-along
			if step > 0 {
				r, c = at.LastRow*down+at.Row*along+down, at.LastColumn*along+at.Column*down+along
			}
			if headText(g.Cell(r, c)) == "" {
				break
			}
			at = g.Area(r, c)
			n++
		}
	}
	return n
}

// longRun ends the counting of texts: more do not tell more.
const longRun = 50

// beside reports whether a text stands directly before a place, and directly above it.
func (g *Grid) beside(a cases.BlankArea) (before, above bool) {
	return headText(g.Cell(a.Row, a.Column-1)) != "", headText(g.Cell(a.Row-1, a.Column)) != ""
}

// close reports whether a place can be told by its heads alone: it lies where two heads cross, or right beside its one head.
// Behind a label at the end of a form every empty place of the row has that head.
func (g *Grid) close(a cases.BlankArea, rows, columns []string) bool {
	before, above := g.beside(a)
	return len(rows) > 0 && len(columns) > 0 || len(rows) > 0 && before || len(columns) > 0 && above
}

// period is the span of a report in its title lines: 2025年1月至12月.
var period = regexp.MustCompile(`[0-9０-９]{4}年[0-9０-９]{1,2}月`)

// headText is the text of a cell that can be a head, without blanks; "" for figures and signs that stand for one.
func headText(c cases.BlankCell) string {
	if c.Kind != cases.BlankText {
		return ""
	}
	text := Squeeze(c.Text)
	if strings.Trim(text, "0123456789.,%+-－—–/\\／*＊×□○()（）_＿?") == "" {
		return ""
	}
	return text
}

// Squeeze drops blanks and line ends: heads are spread and broken differently from year to year.
func Squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
}

// Fillable reports whether a place can take a figure: nothing, a figure, or a sign that stands for one is there.
func (g *Grid) Fillable(row, column int) bool {
	c := g.Cell(row, column)
	return c.Kind == cases.BlankEmpty || c.Kind == cases.BlankNumber || c.Kind == cases.BlankText && headText(c) == ""
}
