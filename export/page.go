package export

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// Paper sizes in workbooks.
const (
	paperA4 = 9
	paperA3 = 8
)

// page sets a sheet up for printing: A4, fitted to the width of one page, rows 1 to head repeated, page numbers below.
// It must be called before the sheet's stream is flushed.
func (b *book) page(sheet, orientation string, head, lastCol, lastRow int) error {
	size, width, height := paperA4, 1, 0
	if err := b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &width, FitToHeight: &height}); err != nil {
		return err
	}
	side, top, foot := 0.4, 0.55, 0.25
	centred := true
	if err := b.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top, Footer: &foot, Header: &foot, Horizontally: &centred}); err != nil {
		return err
	}
	if err := b.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页，共 &N 页"}); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(lastCol, max(lastRow, head, 1), true)
	if err != nil {
		return err
	}
	if err := b.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("'%s'!$A$1:%s", sheet, last), Scope: sheet}); err != nil {
		return err
	}
	if head == 0 {
		return nil
	}
	return b.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, head, head), Scope: sheet})
}

// signsA3 is how many signs of width a page of A3 across takes at a size that can be read.
const signsA3 = 250

// spread prints a sheet that is too wide for a page of A4 on A3, on as many pages side by side as its letters need to be read, the head and
// the first two columns repeated on each. It is called after page.
func (b *book) spread(sheet string, head int, signs float64) error {
	const signsA4 = 150
	if signs <= signsA4 {
		return nil
	}
	size, pages := paperA3, int(math.Ceil(signs/signsA3))
	if err := b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, FitToWidth: &pages}); err != nil {
		return err
	}
	if pages == 1 {
		return nil
	}
	name := excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet}
	if err := b.f.DeleteDefinedName(&name); err != nil {
		return err
	}
	name.RefersTo = fmt.Sprintf("'%s'!$A:$B,'%s'!$%d:$%d", sheet, sheet, head, head)
	return b.f.SetDefinedName(&name)
}

// frame draws lines around the cells of the printed page, empty ones too, without a cell having to be written for it.
func (b *book) frame(sheet string, cols, first, last int) error {
	if last < first {
		return nil
	}
	style := b.styles.frame
	return b.f.SetConditionalFormat(sheet, fmt.Sprintf("A%d:%s%d", first, colName(cols), last),
		[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "TRUE", Format: &style}})
}

// freeze keeps the first columns and the rows above a data row in sight.
func freeze(sw *excelize.StreamWriter, cols, rows int) error {
	corner, err := excelize.CoordinatesToCellName(cols+1, rows+1)
	if err != nil {
		return err
	}
	pane := "bottomRight"
	if cols == 0 {
		pane = "bottomLeft"
	}
	return sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: corner, ActivePane: pane})
}

// banner writes a merged title row.
func banner(sw *excelize.StreamWriter, row, cols, style int, text string, height float64) error {
	cell := func(col int) string { return fmt.Sprintf("%s%d", colName(col), row) }
	if err := sw.SetRow(cell(1), []any{excelize.Cell{StyleID: style, Value: text}}, excelize.RowOpts{Height: height, StyleID: style}); err != nil {
		return err
	}
	if cols < 2 {
		return nil
	}
	return sw.MergeCell(cell(1), cell(cols))
}

// colName is the letter of a column counted from 1.
func colName(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		return "?"
	}
	return name
}

func rowCell(row int) string { return fmt.Sprintf("A%d", row) }
