package export

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/statistics"
)

// Sheets of the year-end workbook beside the ledgers.
const (
	overviewSheet = "年度概览"
	textSheet     = "年度报告文字"
	picturesSheet = "图表"
	chartSheet    = "图表数据"
)

// tableSheet is the sheet of a kind's tables.
func tableSheet(k cases.Kind) string {
	if k == cases.Litigation {
		return "行政应诉案件情况"
	}
	return "行政复议案件情况"
}

// lastYear counts the year before, for comparison.
func (f *Files) lastYear(ctx context.Context, year int, asOf calendar.Date) (*statistics.Report, error) {
	return statistics.Count(ctx, f.r, year-1, statistics.YearBefore(year, asOf))
}

func (f *Files) yearbook(ctx context.Context, b *book, report, last *statistics.Report, progress cases.Progress) error {
	p := forms.Period{From: report.From, To: report.To, AsOf: report.AsOf}
	cited, err := f.cited(ctx, []forms.Period{p})
	if err != nil {
		return err
	}
	behind := &caseSheets{b: b, cited: cited}
	if err := b.overview(report, last, behind.of(overviewSheet)); err != nil {
		return err
	}
	charts := chartBlocks(statistics.Charts(report, last))
	if err := b.charts(report, charts); err != nil {
		return err
	}
	for _, k := range kinds() {
		if err := b.tables(tableSheet(k), report, tablesOf(report, k), behind.of(tableSheet(k))); err != nil {
			return err
		}
	}
	if err := b.paragraphs(report); err != nil {
		return err
	}
	span := ledgerSpan{year: report.Year, keep: currentIn(report.Year), scope: "新收和上年结转的案件"}
	if err := f.ledgers(ctx, b, report.Settings, span, progress); err != nil {
		return err
	}
	if err := b.chartData(charts); err != nil {
		return err
	}
	return behind.write()
}

// tablesOf are the tables of a kind, by the beginning of their ids.
func tablesOf(r *statistics.Report, k cases.Kind) []statistics.Table {
	var out []statistics.Table
	for _, t := range r.Tables {
		if strings.HasPrefix(t.ID, string(k)) {
			out = append(out, t)
		}
	}
	return out
}

// Widths of a table's columns in signs.
const (
	labelWidth = 34
	countWidth = 8.2
)

// tables writes tables below each other, with the heads of column groups merged.
func (b *book) tables(sheet string, r *statistics.Report, tables []statistics.Table, lists *citations) error {
	sw, err := b.sheet(sheet)
	if err != nil {
		return err
	}
	width := 2
	for _, t := range tables {
		width = max(width, len(t.Columns)+1)
	}
	if err := sw.SetColWidth(1, 1, labelWidth); err != nil {
		return err
	}
	if err := sw.SetColWidth(2, width, countWidth); err != nil {
		return err
	}
	if err := freeze(sw, 1, 2); err != nil {
		return err
	}
	if err := banner(sw, 1, width, b.styles.title, r.Settings.Office+fmt.Sprintf("%d年", r.Year)+sheet, 32); err != nil {
		return err
	}
	if err := banner(sw, 2, width, b.styles.subtitle, asOfNote(r), 18); err != nil {
		return err
	}
	row, left := 3, pageHeight(labelWidth+countWidth*float64(width-1))-50
	for _, t := range tables {
		// A table that fits on a page is not torn in two.
		if h := tableHeight(t); h > left && h <= pageHeight(labelWidth+countWidth*float64(width-1)) {
			if err := b.f.InsertPageBreak(sheet, rowCell(row+1)); err != nil {
				return err
			}
			left = pageHeight(labelWidth + countWidth*float64(width-1))
		}
		if left -= tableHeight(t); left < 0 {
			left = pageHeight(labelWidth + countWidth*float64(width-1))
		}
		if row, err = b.table(sw, t, row+1, lists); err != nil {
			return err
		}
	}
	if len(tables) == 0 {
		if err := sw.SetRow(rowCell(4), []any{"本年度没有这类案件。"}); err != nil {
			return err
		}
	}
	if err := b.page(sheet, "landscape", 2, width, row); err != nil {
		return err
	}
	return sw.Flush()
}

// Heights of a table's rows in points.
const (
	tableTitle = 26
	tableGroup = 24
	tableHead  = 36
	tableRow   = 20
	tableGap   = 15
)

func tableHeight(t statistics.Table) float64 {
	h := tableTitle + tableHead + tableGap + tableRow*len(t.Rows)
	if grouped(t) {
		h += tableGroup
	}
	return float64(h)
}

func grouped(t statistics.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c statistics.Column) bool { return c.Group != "" })
}

// pageHeight is how many points of rows a landscape page takes when a sheet of so many signs is fitted to its width; a
// part of it is left for programs that count otherwise.
func pageHeight(signs float64) float64 {
	const pageWidth, height, perSign, used = 784, 500, 5.5, 0.94
	return used * height * max(1, perSign*signs/pageWidth)
}

func asOfNote(r *statistics.Report) string {
	return fmt.Sprintf("统计期间：%s 至 %s　　数据截至：%s", r.From.Chinese(), r.To.Chinese(), r.AsOf.Chinese())
}

// table writes one table from a row on and returns the row behind it.
func (b *book) table(sw *excelize.StreamWriter, t statistics.Table, row int, lists *citations) (int, error) {
	if err := sw.SetRow(rowCell(row), []any{excelize.Cell{StyleID: b.styles.section, Value: t.Title}}, excelize.RowOpts{Height: tableTitle}); err != nil {
		return row, err
	}
	row++
	if grouped(t) {
		if err := b.groupHead(sw, t, row); err != nil {
			return row, err
		}
		row++
	}
	head := []any{excelize.Cell{StyleID: b.styles.head, Value: "类别"}}
	for _, c := range t.Columns {
		head = append(head, excelize.Cell{StyleID: b.styles.head, Value: c.Label})
	}
	if err := sw.SetRow(rowCell(row), head, excelize.RowOpts{Height: tableHead}); err != nil {
		return row, err
	}
	for _, line := range t.Rows {
		row++
		number := b.styles.count
		if strings.Contains(line.Label, "合计") || strings.Contains(line.Label, "总计") {
			number = b.styles.total
		}
		cells := []any{b.label(line.Label)}
		for j, c := range line.Cells {
			col := strings.TrimPrefix(t.Columns[j].Group+"·"+t.Columns[j].Label, "·")
			cells = append(cells, lists.link(excelize.Cell{StyleID: number, Value: c.N}, c.N, citation{title: fmt.Sprintf("《%s》%s · %s：%d", t.Title, line.Label, col, c.N),
				why: "《" + t.Title + "》的“" + line.Label + "”行、“" + col + "”栏", back: cellAt(j+2, row), cases: c.Cases}))
		}
		if err := sw.SetRow(rowCell(row), cells, excelize.RowOpts{Height: tableRow}); err != nil {
			return row, err
		}
	}
	return row + 1, nil
}

// groupHead writes the heads of groups over their columns; a column without a group is merged with its own head below.
func (b *book) groupHead(sw *excelize.StreamWriter, t statistics.Table, row int) error {
	cells := []any{excelize.Cell{StyleID: b.styles.group, Value: "类别"}}
	for _, c := range t.Columns {
		text := c.Group
		if text == "" {
			text = c.Label
		}
		cells = append(cells, excelize.Cell{StyleID: b.styles.group, Value: text})
	}
	if err := sw.SetRow(rowCell(row), cells, excelize.RowOpts{Height: tableGroup}); err != nil {
		return err
	}
	merge := func(c1, c2, r2 int) error {
		return sw.MergeCell(fmt.Sprintf("%s%d", colName(c1), row), fmt.Sprintf("%s%d", colName(c2), r2))
	}
	if err := merge(1, 1, row+1); err != nil {
		return err
	}
	for i := 0; i < len(t.Columns); {
		j := i + 1
		for j < len(t.Columns) && t.Columns[i].Group != "" && t.Columns[j].Group == t.Columns[i].Group {
			j++
		}
		var err error
		switch {
		case t.Columns[i].Group == "":
			err = merge(i+2, i+2, row+1)
		case j-i > 1:
			err = merge(i+2, j+1, row)
		}
		if err != nil {
			return err
		}
		i = j
	}
	return nil
}

// paragraphs writes the texts of the yearly report.
func (b *book) paragraphs(r *statistics.Report) error {
	sw, err := b.sheet(textSheet)
	if err != nil {
		return err
	}
	if err := sw.SetColWidth(1, 1, 82); err != nil {
		return err
	}
	if err := banner(sw, 1, 1, b.styles.title, fmt.Sprintf("%d年行政复议、行政应诉工作情况", r.Year), 32); err != nil {
		return err
	}
	row := 2
	for _, p := range r.Paragraphs {
		for _, part := range []struct {
			style  int
			text   string
			height float64
		}{{b.styles.section, p.Title, 28}, {b.styles.paragraph, p.Text, textHeight(p.Text)}} {
			if part.text == "" {
				continue
			}
			if err := sw.SetRow(rowCell(row), []any{excelize.Cell{StyleID: part.style, Value: cleanText(part.text)}}, excelize.RowOpts{Height: part.height}); err != nil {
				return err
			}
			row++
		}
	}
	if err := b.page(textSheet, "portrait", 0, 1, row); err != nil {
		return err
	}
	return sw.Flush()
}

// textHeight is the height a wrapped paragraph needs: some 36 Chinese signs a line of 20 points.
func textHeight(s string) float64 {
	lines := 1
	for part := range strings.SplitSeq(s, "\n") {
		lines += (len([]rune(part)) + 35) / 36
	}
	return min(float64(lines)*20, excelize.MaxRowHeight)
}
