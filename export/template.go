package export

import (
	"fmt"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Sheets of the template that hold no cases.
const (
	guideSheet = "填表说明"
	codeSheet  = "代码表"
)

// templateRows is the number of rows with drop-down lists, preparedRows the number of empty rows with frames.
const (
	templateRows = 1000
	preparedRows = 200
)

// template writes both empty ledgers, the code lists and the guide.
func (b *book) template() error {
	codes := b.collectCodes()
	for _, k := range kinds() {
		if err := b.templateSheet(k, codes); err != nil {
			return err
		}
	}
	if err := b.codeSheet(codes); err != nil {
		return err
	}
	return b.guide()
}

// codeColumn is one list of the code sheet.
type codeColumn struct {
	name  string
	words []string
}

// collectCodes gathers the lists that the columns name, each once.
func (b *book) collectCodes() []codeColumn {
	var out []codeColumn
	seen := map[string]bool{}
	for _, k := range kinds() {
		for _, c := range columnsOf(k) {
			if c.list != "" && !seen[c.list] {
				seen[c.list] = true
				out = append(out, codeColumn{c.list, codeList(c.list, k)})
			}
		}
	}
	return out
}

func (b *book) templateSheet(k cases.Kind, codes []codeColumn) error {
	sheet, cols := ledgerName(k), written(k)
	sw, err := b.sheet(sheet)
	if err != nil {
		return err
	}
	if err := b.ledgerHead(sw, k, cols, ledgerName(k)+"（模板）",
		"橙色栏目必填；第4行是示例，导入时自动跳过，可以删除；各栏写法见“"+guideSheet+"”"); err != nil {
		return err
	}
	row := make([]any, len(cols))
	for i, c := range cols {
		row[i] = b.exampleCell(c)
	}
	if err := sw.SetRow(rowCell(headerRow+1), row, excelize.RowOpts{Height: 2 * lowRow}); err != nil {
		return err
	}
	if err := b.frame(sheet, len(cols), headerRow+2, headerRow+1+preparedRows); err != nil {
		return err
	}
	for i, c := range cols {
		if c.list != "" {
			if err := b.dropDown(sheet, i+1, c, codes); err != nil {
				return err
			}
		}
	}
	if err := b.f.AutoFilter(sheet, fmt.Sprintf("A%d:%s%d", headerRow, colName(len(cols)), headerRow+1), nil); err != nil {
		return err
	}
	if err := b.page(sheet, "landscape", headerRow, printed(cols), headerRow+30); err != nil {
		return err
	}
	return sw.Flush()
}

func (b *book) exampleCell(c columnDef) excelize.Cell {
	switch v := c.example.(type) {
	case calendar.Date:
		return excelize.Cell{StyleID: b.styles.date, Value: serial(v)}
	case nil:
		return excelize.Cell{StyleID: b.styles.example}
	default:
		return excelize.Cell{StyleID: b.styles.example, Value: v}
	}
}

// dropDown offers a list in a column. Other words may be typed all the same: the lists help, the importer decides.
func (b *book) dropDown(sheet string, col int, c columnDef, codes []codeColumn) error {
	for i, list := range codes {
		if list.name != c.list {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.Sqref = fmt.Sprintf("%s%d:%s%d", colName(col), headerRow+1, colName(col), headerRow+templateRows)
		dv.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$2:$%s$%d", codeSheet, colName(i+1), colName(i+1), len(list.words)+1))
		dv.SetError(excelize.DataValidationErrorStyleInformation, c.header, "列表中没有这个词。确实需要的可以保留，导入时会再核对。")
		return b.f.AddDataValidation(sheet, dv)
	}
	return nil
}

// codeSheet holds the lists; a list in the validation itself is limited to 255 signs.
func (b *book) codeSheet(codes []codeColumn) error {
	sw, err := b.sheet(codeSheet)
	if err != nil {
		return err
	}
	rows := 0
	head := make([]any, len(codes))
	for i, c := range codes {
		if err := sw.SetColWidth(i+1, i+1, listWidth(c)); err != nil {
			return err
		}
		head[i] = excelize.Cell{StyleID: b.styles.head, Value: c.name}
		rows = max(rows, len(c.words))
	}
	if err := freeze(sw, 0, 1); err != nil {
		return err
	}
	if err := sw.SetRow("A1", head, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	for r := range rows {
		cells := make([]any, len(codes))
		for i, c := range codes {
			if r < len(c.words) {
				cells[i] = excelize.Cell{StyleID: b.styles.text, Value: c.words[r]}
			}
		}
		if err := sw.SetRow(rowCell(r+2), cells); err != nil {
			return err
		}
	}
	if err := b.page(codeSheet, "landscape", 1, len(codes), rows+1); err != nil {
		return err
	}
	return sw.Flush()
}

// listWidth is the width at which no word of a list is cut: two for each sign and room for the frame.
func listWidth(c codeColumn) float64 {
	longest := 0
	for _, w := range append([]string{c.name}, c.words...) {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	return float64(max(10, 2*longest+2))
}

// guide explains every column.
func (b *book) guide() error {
	sw, err := b.sheet(guideSheet)
	if err != nil {
		return err
	}
	for i, w := range []float64{18, 20, 10, 80} {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	if err := freeze(sw, 0, 2); err != nil {
		return err
	}
	if err := banner(sw, 1, 4, b.styles.title, "填表说明", 30); err != nil {
		return err
	}
	head := []any{}
	for _, h := range []string{"工作表", "栏目", "必填", "写法"} {
		head = append(head, excelize.Cell{StyleID: b.styles.head, Value: h})
	}
	if err := sw.SetRow("A2", head, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	row := 2
	for _, k := range kinds() {
		for _, c := range written(k) {
			row++
			must := ""
			if c.must {
				must = "必填"
			}
			cells := []any{b.label(ledgerName(k)), b.label(c.header), excelize.Cell{StyleID: b.styles.centre, Value: must}, b.label(guideText(c))}
			if err := sw.SetRow(rowCell(row), cells); err != nil {
				return err
			}
		}
	}
	if err := b.page(guideSheet, "portrait", 2, 4, row); err != nil {
		return err
	}
	return sw.Flush()
}

func (b *book) label(s string) excelize.Cell { return excelize.Cell{StyleID: b.styles.label, Value: s} }

func guideText(c columnDef) string {
	switch {
	case c.hint != "":
		return c.hint
	case c.list != "":
		return "从下拉列表中选；列表在“" + codeSheet + "”"
	case c.look == lookDate:
		return "日期；没有的空着"
	}
	return "文字；没有的空着"
}
