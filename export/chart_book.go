package export

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/statistics"
	"fuyi/export/chart"
)

// Layout of the sheet 图表: two charts side by side and two rows of them on a landscape page. Columns behind a chart keep the
// width every new sheet has, because a chart's size is counted in them: 64 dots a column and, to excelize, 18 a row. The
// height of rows is written out, because programs differ about it.
const (
	chartCols   = 8
	chartRows   = 13
	chartWidth  = 64*chartCols - 4
	chartHeight = 18*chartRows - 4
	chartsFrom  = 3
	noteHeight  = 26
	plainHeight = 15
	gapWidth    = 1.5
	// blockRows are a chart's rows and its note.
	blockRows    = chartRows + 1
	rowsOnPage   = 2
	chartSheetTo = 2*chartCols + 1
)

// chartBlock is where the numbers of a chart stand on the sheet 图表数据: its head is in row head, the values follow.
type chartBlock struct {
	cases.Chart
	head int
}

// chartBlocks places the charts' numbers below each other: title, head, values, note and a free row each.
func chartBlocks(list []cases.Chart) []chartBlock {
	var out []chartBlock
	row := 1
	for _, c := range list {
		out = append(out, chartBlock{c, row + 1})
		row += len(c.Categories) + 4
	}
	return out
}

// ref names cells of a column of the block, from its n-th row on; the head is row 0.
func (c *chartBlock) ref(col, from, n int) string {
	first := fmt.Sprintf("'%s'!$%s$%d", chartSheet, colName(col), c.head+from)
	if n == 1 {
		return first
	}
	return fmt.Sprintf("%s:$%s$%d", first, colName(col), c.head+from+n-1)
}

// charts draws the native charts of the year on a sheet of their own.
func (b *book) charts(r *statistics.Report, blocks []chartBlock) error {
	sw, err := b.sheet(picturesSheet)
	if err != nil {
		return err
	}
	if err := sw.SetColWidth(chartCols+1, chartCols+1, gapWidth); err != nil {
		return err
	}
	if err := banner(sw, 1, chartSheetTo, b.styles.title, r.Settings.Office+fmt.Sprintf("%d年行政复议、行政应诉图表", r.Year), 34); err != nil {
		return err
	}
	if err := banner(sw, 2, chartSheetTo, b.styles.subtitle, asOfNote(r), 18); err != nil {
		return err
	}
	row := chartsFrom
	for i := 0; i < len(blocks); i += 2 {
		if i > 0 && i/2%rowsOnPage == 0 {
			if err := b.f.InsertPageBreak(picturesSheet, rowCell(row)); err != nil {
				return err
			}
		}
		if err := b.chartRow(sw, row, blocks[i:min(i+2, len(blocks))]); err != nil {
			return err
		}
		row += blockRows
	}
	if err := b.page(picturesSheet, "landscape", 2, chartSheetTo, row-1); err != nil {
		return err
	}
	return sw.Flush()
}

// chartRow draws up to two charts from a row on, with their notes below; a chart without values is its sentence only.
func (b *book) chartRow(sw *excelize.StreamWriter, row int, blocks []chartBlock) error {
	notes := make([]any, chartSheetTo)
	noteRow := row + chartRows
	var merged [][2]string
	for i := range blocks {
		c, col := &blocks[i], 1+i*(chartCols+1)
		notes[col-1] = excelize.Cell{StyleID: b.styles.wrapPlain, Value: cleanText(c.Note)}
		merged = append(merged, [2]string{cellAt(col, noteRow), cellAt(col+chartCols-1, noteRow)})
		if c.Empty() {
			notes[col-1] = excelize.Cell{StyleID: b.styles.wrapPlain, Value: cleanText(c.Title + "：" + c.Note)}
			continue
		}
		if err := b.f.AddChart(picturesSheet, cellAt(col, row), c.native()); err != nil {
			return err
		}
	}
	for behind := row; behind < noteRow; behind++ {
		if err := sw.SetRow(rowCell(behind), nil, excelize.RowOpts{Height: plainHeight}); err != nil {
			return err
		}
	}
	if err := sw.SetRow(rowCell(noteRow), notes, excelize.RowOpts{Height: noteHeight}); err != nil {
		return err
	}
	for _, m := range merged {
		if err := sw.MergeCell(m[0], m[1]); err != nil {
			return err
		}
	}
	return nil
}

// native is the chart of the workbook: it refers to the cells of the block, so a corrected cell corrects the chart.
func (c *chartBlock) native() *excelize.Chart {
	gap, n := uint(60), len(c.Categories)
	if n*len(c.Series) < 4 {
		gap = 250 // two columns in a large frame are no walls
	}
	out := &excelize.Chart{
		Title: chartTitle(c.Title + "（" + c.Unit + "）"), Legend: excelize.ChartLegend{Position: "bottom"},
		Format:    excelize.GraphicOptions{OffsetY: 4}, // off the border of the page
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight}, PlotArea: excelize.ChartPlotArea{ShowVal: true},
		XAxis: excelize.ChartAxis{Font: axisFont()}, YAxis: excelize.ChartAxis{MajorGridLines: true, Font: axisFont()},
		Border: excelize.LineOptions{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{lineGrey}}},
	}
	colours := chart.Palette()
	for i := range c.Series {
		s := excelize.ChartSeries{Name: c.ref(i+2, 0, 1), Categories: c.ref(1, 1, n), Values: c.ref(i+2, 1, n), Fill: solid(colours[i%len(colours)])}
		out.Series = append(out.Series, s)
	}
	switch c.Kind {
	case cases.ChartPie:
		out.Type, out.Legend.Position, out.PlotArea.ShowPercent = excelize.Pie, "right", true
		out.PlotArea.ShowLeaderLines = true
		for i := range c.Categories {
			out.Series[0].DataPoint = append(out.Series[0].DataPoint, excelize.ChartDataPoint{Index: i, Fill: solid(colours[i%len(colours)])})
		}
		out.Series[0].DataLabelPosition = excelize.ChartDataLabelsPositionOutsideEnd
	case cases.ChartBars:
		out.Type, out.GapWidth = excelize.Bar, &gap
		out.XAxis.ReverseOrder, out.YAxis = true, excelize.ChartAxis{None: true}
	default:
		out.Type, out.GapWidth = excelize.Col, &gap
	}
	if len(c.Series) == 1 && c.Kind != cases.ChartPie {
		out.Legend.Position = "none"
	}
	if c.Unit == "%" {
		most, least := 100.0, 0.0
		out.YAxis.Maximum, out.YAxis.Minimum = &most, &least
	}
	return out
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func axisFont() excelize.Font { return excelize.Font{Family: font, Size: 9, Color: textGrey} }

func chartTitle(s string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s, Font: &excelize.Font{Family: font, Size: 12, Bold: true, Color: inkBlue}}}}
}

// chartData writes the numbers that the charts refer to on a sheet of their own.
func (b *book) chartData(blocks []chartBlock) error {
	sw, err := b.sheet(chartSheet)
	if err != nil {
		return err
	}
	if err := sw.SetColWidth(1, 1, labelWidth); err != nil {
		return err
	}
	if err := sw.SetColWidth(2, 3, 18); err != nil {
		return err
	}
	last := 1
	for i := range blocks {
		if last, err = b.chartNumbers(sw, &blocks[i]); err != nil {
			return err
		}
	}
	if err := b.page(chartSheet, "portrait", 0, 3, last); err != nil {
		return err
	}
	return sw.Flush()
}

// chartNumbers writes one block and returns its last row.
func (b *book) chartNumbers(sw *excelize.StreamWriter, c *chartBlock) (int, error) {
	row := c.head - 1
	set := func(height float64, cells ...any) error {
		err := sw.SetRow(rowCell(row), cells, excelize.RowOpts{Height: height})
		row++
		return err
	}
	if err := set(tableTitle, excelize.Cell{StyleID: b.styles.section, Value: c.Title + "（" + c.Unit + "）"}); err != nil {
		return row, err
	}
	head := []any{excelize.Cell{StyleID: b.styles.head, Value: "项目"}}
	for _, s := range c.Series {
		head = append(head, excelize.Cell{StyleID: b.styles.head, Value: s.Label})
	}
	if err := set(tableRow, head...); err != nil {
		return row, err
	}
	for i, name := range c.Categories {
		cells := []any{b.label(name)}
		for _, s := range c.Series {
			if c.Unit == "%" {
				cells = append(cells, excelize.Cell{StyleID: b.styles.decimal, Value: s.Values[i]})
				continue
			}
			cells = append(cells, b.plainNumber(s.Values[i]))
		}
		if err := set(tableRow, cells...); err != nil {
			return row, err
		}
	}
	if c.Note == "" {
		return row, nil
	}
	return row, set(textHeight(c.Note), excelize.Cell{StyleID: b.styles.wrapPlain, Value: cleanText(c.Note)})
}
