package export

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
)

// study is what package analysis counted for a workbook (统计分析): tables by group, indicators, lists.
type study struct {
	book       *analysis.Book
	tables     []*analysis.Table
	indicators []analysis.Indicator
	lists      []*analysis.List
	decimals   int
}

// study counts what is asked for by ID; an unknown ID is Invalid.
func (f *Files) study(ctx context.Context, opt cases.FormOptions, ids []string) (*study, error) {
	out := &study{decimals: opt.Decimals}
	if len(ids) == 0 {
		return out, nil
	}
	source, rules, err := f.formSource(opt)
	if err != nil {
		return nil, err
	}
	readings := analysis.Choices(opt.Readings)
	if err := readings.Check(); err != nil {
		return nil, &cases.Error{Op: "forms", Kind: cases.Invalid, Msg: err.Error() + "。"}
	}
	p := forms.Period{From: opt.From, To: opt.To, AsOf: opt.AsOf}
	if out.book, err = analysis.Load(ctx, source, p, rules); err != nil {
		return nil, err
	}
	for _, id := range ids {
		if id == analysis.IndicatorsID {
			out.indicators = out.book.Indicators(readings)
			continue
		}
		if t := out.book.Table(id); t != nil {
			out.tables = append(out.tables, t)
			continue
		}
		l, err := analysis.NewList(ctx, source, id, p, rules)
		if err != nil {
			return nil, err
		}
		if l == nil {
			return nil, &cases.Error{Op: "forms", Kind: cases.Invalid, Msg: "没有名为“" + id + "”的报表。"}
		}
		out.lists = append(out.lists, l)
	}
	return out, nil
}

// periods are those whose cases its numbers may count: the period and the year before.
func (s *study) periods() []forms.Period {
	if s.book == nil {
		return nil
	}
	return []forms.Period{s.book.Period, s.book.Before}
}

func (s *study) write(behind *caseSheets) error {
	if s.indicators != nil {
		if err := s.indicatorSheet(behind); err != nil {
			return err
		}
	}
	var groups []string
	for _, t := range s.tables {
		if !slices.Contains(groups, sheetOf(t)) {
			groups = append(groups, sheetOf(t))
		}
	}
	for _, g := range groups {
		if err := s.groupSheet(behind, g); err != nil {
			return err
		}
	}
	for _, l := range s.lists {
		if err := listSheet(behind.b, l); err != nil {
			return err
		}
	}
	return nil
}

func (s *study) span() string {
	p := s.book.Period
	return fmt.Sprintf("统计期间：%s 至 %s　　数据截至：%s", p.From.Chinese(), p.To.Chinese(), p.AsOf.Chinese())
}

// sheetOf is the sheet of a table: that of its group, or one of its own where its columns would make the others too small to read.
func sheetOf(t *analysis.Table) string {
	if len(t.Columns) > 13 {
		return t.Title
	}
	return t.Group
}

// groupSheet writes the tables of a group below each other.
func (s *study) groupSheet(behind *caseSheets, group string) error {
	b := behind.b
	sw, err := b.sheet(group)
	if err != nil {
		return err
	}
	width := 2
	for _, t := range s.tables {
		if sheetOf(t) == group {
			width = max(width, len(t.Columns)+1)
		}
	}
	if err := sw.SetColWidth(1, 1, labelWidth); err != nil {
		return err
	}
	if err := sw.SetColWidth(2, width, studyWidth); err != nil {
		return err
	}
	if err := freeze(sw, 1, 2); err != nil {
		return err
	}
	if err := banner(sw, 1, width, b.styles.title, s.book.Settings.Office+group, 32); err != nil {
		return err
	}
	if err := banner(sw, 2, width, b.styles.subtitle, s.span(), 18); err != nil {
		return err
	}
	x := &tableWriter{b: b, sw: sw, row: 4, decimals: s.decimals, lists: behind.of(group)}
	page := pageHeight(labelWidth + studyWidth*float64(width-1))
	left := page - 50
	for _, t := range s.tables {
		if sheetOf(t) != group {
			continue
		}
		// A table that fits on a page is not torn in two.
		if h := x.height(t); h > left && h <= page {
			if err := b.f.InsertPageBreak(group, rowCell(x.row)); err != nil {
				return err
			}
			left = page
		}
		if left -= x.height(t); left < 0 {
			left = page
		}
		if err := x.table(t, width); err != nil {
			return err
		}
	}
	if err := b.page(group, "landscape", 2, width, x.row); err != nil {
		return err
	}
	return sw.Flush()
}

// tableWriter writes tables into a sheet from a row on.
type tableWriter struct {
	b        *book
	sw       *excelize.StreamWriter
	row      int
	decimals int
	lists    *citations
}

// studyWidth is the width of a column of numbers in signs.
const studyWidth = 11

// height is how many points the rows of a table take.
func (x *tableWriter) height(t *analysis.Table) float64 {
	groups := 0
	for _, c := range t.Columns {
		groups = max(groups, len(c.Heads))
	}
	return float64(tableTitle + tableGroup*groups + tableHead + tableGap + tableRow*len(t.Rows) + 18*len(t.Notes))
}

func (x *tableWriter) set(cells []any, height float64) error {
	err := x.sw.SetRow(rowCell(x.row), cells, excelize.RowOpts{Height: height})
	x.row++
	return err
}

func (x *tableWriter) table(t *analysis.Table, width int) error {
	if err := x.set([]any{excelize.Cell{StyleID: x.b.styles.section, Value: t.Title}}, tableTitle); err != nil {
		return err
	}
	heads := make([][]string, len(t.Columns))
	labels := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i], labels[i] = c.Heads, c.Label
	}
	h := &groupedHead{b: x.b, corner: "类别", heads: heads, labels: labels, lowest: tableHead}
	if err := h.write(x.sw, x.row); err != nil {
		return err
	}
	x.row += h.depth()
	for _, r := range t.Rows {
		if err := x.line(t, r); err != nil {
			return err
		}
	}
	for _, text := range x.notes(t) {
		if err := banner(x.sw, x.row, width, x.b.styles.wrapPlain, text, 18+14*float64(len([]rune(text))/(11*width))); err != nil {
			return err
		}
		x.row++
	}
	x.row++
	return nil
}

// notes are what is said below a table: how was counted, and what does not add up.
func (x *tableWriter) notes(t *analysis.Table) []string {
	out := slices.Clone(t.Notes)
	for _, c := range t.Checks() {
		if !c.OK {
			out = append(out, fmt.Sprintf("勾稽不符（%s）：%s。", c.Rule, c.Says))
		}
	}
	return out
}

func (x *tableWriter) line(t *analysis.Table, r analysis.Row) error {
	cells := []any{x.b.label(r.Label)}
	for j, c := range r.Cells {
		cells = append(cells, x.cell(c, cellAt(j+2, x.row), "《"+t.Title+"》"+r.Label+" · "+t.Columns[j].Head(), r.Total))
	}
	return x.set(cells, tableRow)
}

// cell writes a number: a count leads to its cases, a share is a fraction with its decimals, "-" where nothing can be compared.
func (x *tableWriter) cell(c analysis.Cell, at, title string, total bool) excelize.Cell {
	out := excelize.Cell{StyleID: x.style(c.Kind, total)}
	n, ok := c.Value()
	switch {
	case c.Kind == analysis.Missing:
		return out
	case !ok:
		out.Value = "-"
		return out
	}
	out.Value = n
	if c.Kind == analysis.Count {
		out.Value = c.N
	}
	if c.Kind == analysis.Count && c.N != 0 {
		out.Formula = x.lists.add(citation{title: title + "：" + c.Show(x.decimals), why: strings.TrimSuffix(c.Why, "。") + "。", back: at, cases: c.Cases, amounts: c.Amounts},
			strconv.FormatFloat(n, 'g', -1, 64))
	}
	return out
}

func (x *tableWriter) style(k analysis.CellKind, total bool) int {
	st := x.b.styles
	switch k {
	case analysis.Percent:
		return st.percents[x.decimals]
	case analysis.Points, analysis.Average:
		return st.decimals[x.decimals]
	case analysis.Amount:
		return st.decimals[2]
	}
	if total {
		return st.total
	}
	return st.count
}

// indicatorHead are the columns of the indicators.
var indicatorHead = []struct {
	text  string
	width float64
}{{"指标", 27}, {"本期", 11}, {"分子", 9}, {"分母", 9}, {"上年同期", 11}, {"同比", 11}, {"口径", 62}}

// indicatorSheet writes the indicators with numerators and denominators.
func (s *study) indicatorSheet(behind *caseSheets) error {
	const name = "统计指标"
	b := behind.b
	sw, err := b.sheet(name)
	if err != nil {
		return err
	}
	for i, h := range indicatorHead {
		if err := sw.SetColWidth(i+1, i+1, h.width); err != nil {
			return err
		}
	}
	cols := len(indicatorHead)
	if err := freeze(sw, 1, 3); err != nil {
		return err
	}
	if err := banner(sw, 1, cols, b.styles.title, s.book.Settings.Office+name, 32); err != nil {
		return err
	}
	if err := banner(sw, 2, cols, b.styles.subtitle, s.span(), 18); err != nil {
		return err
	}
	head := make([]any, cols)
	for i, h := range indicatorHead {
		head[i] = excelize.Cell{StyleID: b.styles.head, Value: h.text}
	}
	x := &tableWriter{b: b, sw: sw, row: 3, decimals: s.decimals, lists: behind.of(name)}
	if err := x.set(head, 26); err != nil {
		return err
	}
	group := ""
	for _, i := range s.indicators {
		if i.Group != group {
			group = i.Group
			if err := x.set([]any{excelize.Cell{StyleID: b.styles.section, Value: group}}, 26); err != nil {
				return err
			}
		}
		if err := x.indicator(i); err != nil {
			return err
		}
	}
	if err := b.page(name, "portrait", 3, cols, x.row); err != nil {
		return err
	}
	return sw.Flush()
}

// indicator writes one figure. A rate's numerator and denominator lead to their cases; a change of rates is in 百分点.
func (x *tableWriter) indicator(i analysis.Indicator) error {
	none := excelize.Cell{StyleID: x.b.styles.count}
	cells := []any{x.b.label(i.Label), none, none, none, x.plain(i.Before), x.plain(i.Change), excelize.Cell{StyleID: x.b.styles.wrap, Value: i.Formula + "。"}}
	if i.Now.Kind == analysis.Count {
		cells[1] = x.cell(i.Now, cellAt(2, x.row), i.Label, false)
		return x.set(cells, lineHeight(i.Formula))
	}
	cells[1] = x.plain(i.Now)
	num := i.Now
	num.Kind = analysis.Count
	cells[2] = x.cell(num, cellAt(3, x.row), i.Label+"（分子）", false)
	cells[3] = x.cell(analysis.Cell{N: i.Now.Of, Cases: i.Base, Amounts: ones(len(i.Base), i.Base), Why: i.Now.Why}, cellAt(4, x.row), i.Label+"（分母）", false)
	return x.set(cells, lineHeight(i.Formula))
}

// plain is a number that leads nowhere; a change between rates says its unit.
func (x *tableWriter) plain(c analysis.Cell) excelize.Cell {
	n, ok := c.Value()
	out := excelize.Cell{StyleID: x.style(c.Kind, false), Value: n}
	switch {
	case !ok:
		out.Value = "-"
	case c.Kind == analysis.Points:
		out.StyleID = x.b.styles.changes[x.decimals]
	}
	return out
}

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
	if err := banner(sw, 1, cols, b.styles.title, l.Title, 32); err != nil {
		return err
	}
	note := fmt.Sprintf("%s 至 %s，截至 %s，共%d件。%s", l.Period.From.Chinese(), l.Period.To.Chinese(), l.Period.AsOf.Chinese(), len(l.Rows), strings.Join(l.Notes, ""))
	if err := banner(sw, 2, cols, b.styles.subtitle, note, 18); err != nil {
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
		if err := sw.SetRow(rowCell(4+n), listCells(b, l, r)); err != nil {
			return err
		}
	}
	if err := b.frame(l.Title, cols, 4, 3+len(l.Rows)); err != nil {
		return err
	}
	if err := b.page(l.Title, "landscape", 3, cols, 3+len(l.Rows)); err != nil {
		return err
	}
	return sw.Flush()
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
			out = append(out, excelize.Cell{StyleID: b.styles.long, Value: cleanText(c.Text)})
		}
	}
	return out
}
