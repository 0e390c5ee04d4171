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
	// Full are the labels in full where Rows shortens them, nil where it does not.
	Full  []string
	Cells [][]GridCell
}

// TotalLabel is the label of the row that counts all cases; it stands out.
const TotalLabel = analysis.TotalRow

// GridCell is a number as it is shown. Opens is true where a list of cases is behind it; Faint for counts of nothing and for what has no
// value; Bad for a figure that must be seen.
type GridCell struct {
	Text              string
	Opens, Faint, Bad bool
	// Parts are the numbers of a cell that holds several, numerator, denominator and share; At is the column of the first in its table.
	Parts []GridCell
	At    int
}

// CountCell is a count: it opens its cases unless it is zero.
func CountCell(n int64) GridCell {
	return GridCell{Text: Thousands(int(n)), Opens: n != 0, Faint: n == 0}
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
	return GridCell{Text: text, Opens: len(c.Cases) > 0, Faint: text == "-"}
}
