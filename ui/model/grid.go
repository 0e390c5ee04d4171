package model

import (
	"strings"

	"fuyi/cases/analysis"
	"fuyi/cases/statistics"
)

// Grid is a statistical table as the window shows it: columns under group heads, labelled rows of numbers.
type Grid struct {
	Columns []statistics.Column
	Rows    []string
	Cells   [][]GridCell
}

// TotalLabel is the label of the row that counts all cases; it stands out.
const TotalLabel = analysis.TotalRow

// GridCell is a number as it is shown. Opens is true where a list of cases is behind it; Faint for zeros and "-".
type GridCell struct {
	Text         string
	Opens, Faint bool
}

// CountCell is a count: it opens its cases unless it is zero.
func CountCell(n int64) GridCell {
	return GridCell{Thousands(int(n)), n != 0, n == 0}
}

// GridOf is a table of the yearly report.
func GridOf(t statistics.Table) Grid {
	g := Grid{Columns: t.Columns}
	for _, r := range t.Rows {
		var cells []GridCell
		for _, c := range r.Cells {
			cells = append(cells, CountCell(int64(c.N)))
		}
		g.Rows, g.Cells = append(g.Rows, r.Label), append(g.Cells, cells)
	}
	return g
}

// TableGrid is a table of the analysis, its shares with so many decimals.
func TableGrid(t *analysis.Table, decimals int) Grid {
	var g Grid
	for _, c := range t.Columns {
		g.Columns = append(g.Columns, statistics.Column{Group: strings.Join(c.Heads, "·"), Label: c.Label})
	}
	for _, r := range t.Rows {
		var cells []GridCell
		for _, c := range r.Cells {
			cells = append(cells, StudyCell(c, decimals))
		}
		g.Rows, g.Cells = append(g.Rows, r.Label), append(g.Cells, cells)
	}
	return g
}

// StudyCell shows a number of the analysis.
func StudyCell(c analysis.Cell, decimals int) GridCell {
	if c.Kind == analysis.Count {
		return CountCell(c.N)
	}
	text := c.Show(decimals)
	return GridCell{text, len(c.Cases) > 0, text == "-" || c.N == 0}
}
