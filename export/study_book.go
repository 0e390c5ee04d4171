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
