package export

import (
	"github.com/xuri/excelize/v2"
)

// groupedHead is a table's head of several levels: groups over their columns, a label reaching down where it has no group.
type groupedHead struct {
	b *book
	// corner is the head of the first column.
	corner string
	// heads are the groups of each column, the outermost first; labels the columns' own.
	heads  [][]string
	labels []string
	// lowest is the height of the last level in points.
	lowest float64
}

// depth is how many rows the head has.
func (h *groupedHead) depth() int {
	n := 1
	for _, x := range h.heads {
		n = max(n, len(x)+1)
	}
	return n
}

func (h *groupedHead) write(sw *excelize.StreamWriter, row int) error {
	depth := h.depth()
	for level := range depth {
		cells := []any{excelize.Cell{StyleID: h.b.styles.group, Value: h.corner}}
		for i := range h.labels {
			text := h.labels[i]
			if level < len(h.heads[i]) {
				text = h.heads[i][level]
			}
			cells = append(cells, excelize.Cell{StyleID: h.b.styles.group, Value: text})
		}
		height := 24.0
		if level == depth-1 {
			height = h.lowest
		}
		if err := sw.SetRow(rowCell(row+level), cells, excelize.RowOpts{Height: height}); err != nil {
			return err
		}
	}
	if depth == 1 {
		return nil
	}
	if err := sw.MergeCell(cellAt(1, row), cellAt(1, row+depth-1)); err != nil {
		return err
	}
	for level := range depth {
		if err := h.merge(sw, row, level); err != nil {
			return err
		}
	}
	return nil
}

// merge joins neighbours under one group, and a label with the levels below it.
func (h *groupedHead) merge(sw *excelize.StreamWriter, row, level int) error {
	depth := h.depth()
	for i := 0; i < len(h.labels); {
		j := i + 1
		var err error
		switch {
		case level < len(h.heads[i]):
			for j < len(h.labels) && sameHeads(h.heads[i], h.heads[j], level) {
				j++
			}
			if j-i > 1 {
				err = sw.MergeCell(cellAt(i+2, row+level), cellAt(j+1, row+level))
			}
		case level == len(h.heads[i]) && level < depth-1:
			err = sw.MergeCell(cellAt(i+2, row+level), cellAt(i+2, row+depth-1))
		}
		if err != nil {
			return err
		}
		i = j
	}
	return nil
}

// sameHeads reports whether two columns stand under the same groups down to a level.
func sameHeads(a, b []string, level int) bool {
	if len(a) <= level || len(b) <= level {
		return false
	}
	for i := range level + 1 {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
