package export

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases/analysis"
)

// listSheet writes a ledger.
func listSheet(b *book, l *analysis.List) error {
	sw, err := b.sheet(l.Title)
	if err != nil {
		return err
	}
	for i, c := range l.Columns {
		if err := sw.SetColWidth(i+1, i+1, float64(max(c.Width, 2*len([]rune(c.Label))+2))); err != nil {
			return err
		}
	}
	if err := freeze(sw, 1, 3); err != nil {
		return err
	}
	cols := len(l.Columns)
	over := titleColumns(l)
	if err := banner(sw, 1, over, b.styles.title, l.Title, 32); err != nil {
		return err
	}
	note := fmt.Sprintf("%s 至 %s，截至 %s，共%d件。%s", l.Period.From.Chinese(), l.Period.To.Chinese(), l.Period.AsOf.Chinese(), len(l.Rows), strings.Join(l.Notes, ""))
	if err := banner(sw, 2, over, b.styles.subtitle, note, 18); err != nil {
		return err
	}
	var head []any
	for _, c := range l.Columns {
		head = append(head, excelize.Cell{StyleID: b.styles.head, Value: c.Label})
	}
	if err := sw.SetRow(rowCell(3), head, excelize.RowOpts{Height: 26}); err != nil {
		return err
	}
	for n, r := range l.Rows {
		if err := sw.SetRow(rowCell(4+n), listCells(b, l, r), excelize.RowOpts{Height: listHeight(l, r)}); err != nil {
			return err
		}
	}
	if err := b.frame(l.Title, cols, 4, 3+len(l.Rows)); err != nil {
		return err
	}
	if err := b.page(l.Title, "landscape", 3, cols, 3+len(l.Rows)); err != nil {
		return err
	}
	if err := b.spread(l.Title, 3, signsOf(l)); err != nil {
		return err
	}
	return sw.Flush()
}

// titleColumns are the columns that the title stands over: those of the first page, where there are several side by side.
func titleColumns(l *analysis.List) int {
	whole := signsOf(l)
	if whole <= signsA3 {
		return len(l.Columns)
	}
	width := 0.0
	for j, c := range l.Columns {
		if width += float64(max(c.Width, 2*len([]rune(c.Label))+2)); width > signsA3*0.7 {
			return max(j, 1)
		}
	}
	return len(l.Columns)
}

// signsOf is the width of a ledger in signs.
func signsOf(l *analysis.List) float64 {
	width := 0
	for _, c := range l.Columns {
		width += max(c.Width, 2*len([]rune(c.Label))+2)
	}
	return float64(width)
}

func listCells(b *book, l *analysis.List, r analysis.ListRow) []any {
	var out []any
	for j, c := range r.Cells {
		switch {
		case l.Columns[j].Date && !c.Day.IsZero():
			out = append(out, excelize.Cell{StyleID: b.styles.date, Value: c.Day.Time()})
		case l.Columns[j].Date:
			out = append(out, excelize.Cell{StyleID: b.styles.date})
		default:
			out = append(out, excelize.Cell{StyleID: b.styles.long, Value: b.fit(numberOf(l, r), cleanText(c.Text))})
		}
	}
	return out
}

// numberOf is the number by which the annex names a row: the first cell under a head that ends so, else the title of the list.
func numberOf(l *analysis.List, r analysis.ListRow) string {
	for j, c := range l.Columns {
		if strings.HasSuffix(c.Label, "案号") || c.Label == "案件编号" {
			return r.Cells[j].Show()
		}
	}
	return l.Title
}

// listHeight is the height of a row whose longest cell wraps: a signs wide column holds half as many Chinese ones.
func listHeight(l *analysis.List, r analysis.ListRow) float64 {
	lines := 1
	for j, c := range r.Cells {
		width := max(l.Columns[j].Width, 2*len([]rune(l.Columns[j].Label))+2) - 1
		lines = max(lines, (2*len([]rune(c.Show()))+width-1)/width)
	}
	return min(16*float64(lines)+2, 409)
}
