package export

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/forms"
)

// FormBook writes official forms, tables of the analysis and ledgers as a workbook.
func (f *Files) FormBook(ctx context.Context, path string, opt cases.FormOptions, progress cases.Progress) error {
	f = f.on()
	editions, rest := sortForms(opt.Forms)
	asked := opt
	asked.Forms = editions
	tables, set, err := f.formTables(ctx, asked)
	if err != nil {
		return err
	}
	study, err := f.study(ctx, opt, rest)
	if err != nil {
		return err
	}
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		cited, err := f.cited(ctx, append(citedTables(tables), study.periods()...))
		if err != nil {
			return err
		}
		behind := &caseSheets{b: b, cited: cited}
		for i, t := range tables {
			if err := ctx.Err(); err != nil {
				return err
			}
			s := &formSheet{b: b, t: t, set: set, name: formSheetName(t), lists: behind.of(formSheetName(t))}
			if err := f.addSeals(ctx, s); err != nil {
				return err
			}
			if err := s.form(); err != nil {
				return err
			}
			if progress != nil {
				progress(i+1, len(tables))
			}
		}
		if err := study.write(behind); err != nil {
			return err
		}
		if err := behind.write(); err != nil {
			return err
		}
		return b.finish(w)
	})
}

// sortForms tells editions of official forms from what package analysis counts.
func sortForms(ids []string) (editions, rest []string) {
	for _, id := range ids {
		if strings.HasPrefix(id, "form") {
			editions = append(editions, id)
		} else {
			rest = append(rest, id)
		}
	}
	return editions, rest
}

// formTables counts the forms asked for, from one reading of the office.
func (f *Files) formTables(ctx context.Context, opt cases.FormOptions) ([]*forms.Table, cases.Settings, error) {
	invalid := func(msg string) error { return &cases.Error{Op: "forms", Kind: cases.Invalid, Msg: msg} }
	source, rules, err := f.formSource(opt)
	if err != nil || len(opt.Forms) == 0 {
		return nil, cases.Settings{}, err
	}
	c, err := forms.Load(ctx, source, forms.Period{From: opt.From, To: opt.To, AsOf: opt.AsOf})
	if err != nil {
		return nil, cases.Settings{}, err
	}
	var out []*forms.Table
	for _, id := range opt.Forms {
		e := forms.ByID(id)
		if e == nil {
			return nil, cases.Settings{}, invalid("没有名为“" + id + "”的报表。")
		}
		t := c.Count(e, rules, opt.Mapping)
		if err := c.Relate(ctx, source, t); err != nil {
			return nil, cases.Settings{}, err
		}
		out = append(out, t)
	}
	return out, c.Settings, nil
}

// formSource is the office with its directory, and the rules as asked for.
func (f *Files) formSource(opt cases.FormOptions) (forms.Source, forms.Rules, error) {
	invalid := func(msg string) error { return &cases.Error{Op: "forms", Kind: cases.Invalid, Msg: msg} }
	source, ok := f.r.(forms.Source)
	if !ok {
		return nil, nil, invalid("这个办公室没有机关名录，不能统计官方报表。")
	}
	rules := forms.Rules{}
	for id, code := range opt.Rules {
		rules[forms.RuleID(id)] = code
	}
	if err := rules.Check(); err != nil {
		return nil, nil, invalid(err.Error() + "。")
	}
	return source, rules, nil
}

// formSheetName is 表1 or 表2, with the edition where it is not the newest.
func formSheetName(t *forms.Table) string {
	n := "表1"
	if t.Edition.Kind == cases.Litigation {
		n = "表2"
	}
	return n + "（" + t.Edition.Name + "）"
}

// formSheet writes one form and the sheet of cases behind it.
type formSheet struct {
	b     *book
	t     *forms.Table
	set   cases.Settings
	name  string
	lists *citations
	// checks are the balance checks, sealed the lines about the seal of the period.
	checks []forms.Check
	sealed []string
}

// Rows of the printed head.
const (
	formHeadRow   = 8
	formLabelSize = 20
	formCellSize  = 6.6
)

// top is the head of the columns.
func (s *formSheet) top() *groupedHead {
	h := &groupedHead{b: s.b, corner: "行政管理类别", lowest: 62}
	for _, c := range s.t.Edition.Columns {
		h.heads, h.labels = append(h.heads, c.Heads), append(h.labels, c.Label)
	}
	return h
}

func (s *formSheet) form() error {
	b, e := s.b, s.t.Edition
	sw, err := b.sheet(s.name)
	if err != nil {
		return err
	}
	width, depth := len(e.Columns)+1, s.top().depth()
	if err := sw.SetColWidth(1, 1, formLabelSize); err != nil {
		return err
	}
	if err := sw.SetColWidth(2, width, formCellSize); err != nil {
		return err
	}
	if err := freeze(sw, 1, formHeadRow+depth); err != nil {
		return err
	}
	if err := s.banner(sw, width); err != nil {
		return err
	}
	if err := s.head(sw, depth); err != nil {
		return err
	}
	row := formHeadRow + depth + 1
	for i, r := range s.t.Rows {
		if err := s.line(sw, row, i, r); err != nil {
			return err
		}
		row++
	}
	if row, err = s.foot(sw, row); err != nil {
		return err
	}
	if err := b.page(s.name, "landscape", 0, width, row); err != nil {
		return err
	}
	// Some fifty columns cannot be read on A4.
	size := paperA3
	if err := b.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &size}); err != nil {
		return err
	}
	return sw.Flush()
}

// banner writes title, period and the block at the right as they are printed.
func (s *formSheet) banner(sw *excelize.StreamWriter, width int) error {
	e, p := s.t.Edition, s.t.Period
	if err := banner(sw, 1, width, s.b.styles.title, e.Title, 34); err != nil {
		return err
	}
	span := fmt.Sprintf("%d年%d月 至 %d年%d月", p.From.Year(), int(p.From.Month()), p.To.Year(), int(p.To.Month()))
	if p.From.Day() != 1 || p.To.AddDays(1).Day() != 1 {
		span = p.From.Chinese() + " 至 " + p.To.Chinese()
	}
	if err := banner(sw, 2, width, s.b.styles.subtitle, span+"　　数据截至 "+p.AsOf.Chinese(), 20); err != nil {
		return err
	}
	for i, line := range []struct{ label, value string }{{"表　　号", e.Number}, {"制表机关", e.Maker}, {"批准机关", e.Approver}, {"批准文号", e.Approval}, {"有效期至", e.Valid}} {
		cells := make([]any, width)
		if i == 4 {
			cells[0] = excelize.Cell{StyleID: s.b.styles.plainText, Value: "填表单位（盖章）：" + s.set.Office}
		}
		if line.value != "" {
			cells[width-7] = excelize.Cell{StyleID: s.b.styles.plainText, Value: line.label + "：" + line.value}
		}
		if err := sw.SetRow(rowCell(3+i), cells); err != nil {
			return err
		}
	}
	return nil
}

// head writes the groups, the labels and the printed numbers.
func (s *formSheet) head(sw *excelize.StreamWriter, depth int) error {
	if err := s.top().write(sw, formHeadRow); err != nil {
		return err
	}
	numbers := []any{excelize.Cell{StyleID: s.b.styles.head, Value: "栏　次"}}
	for _, c := range s.t.Edition.Columns {
		numbers = append(numbers, excelize.Cell{StyleID: s.b.styles.head, Value: c.Number})
	}
	return sw.SetRow(rowCell(formHeadRow+depth), numbers, excelize.RowOpts{Height: 18})
}

func cellAt(col, row int) string { return fmt.Sprintf("%s%d", colName(col), row) }

// line writes one row; a number leads to its cases. Blanks are printed as 0.
func (s *formSheet) line(sw *excelize.StreamWriter, row, i int, r forms.Row) error {
	style := s.b.styles.count
	if i == len(s.t.Rows)-1 {
		style = s.b.styles.total
	}
	cells := []any{s.b.label(r.Label)}
	for j, n := range r.Values {
		c := excelize.Cell{StyleID: style, Value: n}
		if n != 0 {
			c.Formula = s.cite(i, j, row, n)
		}
		cells = append(cells, c)
	}
	return sw.SetRow(rowCell(row), cells, excelize.RowOpts{Height: 18})
}

// foot writes who signs, then how was counted, what was folded and which checks fail. It returns the last row.
func (s *formSheet) foot(sw *excelize.StreamWriter, row int) (int, error) {
	width := len(s.t.Edition.Columns) + 1
	lines := []string{"单位负责人：　　　　　　　　　　填表人：　　　　　　　　　　电话：　　　　　　　　　　填表时间：　　　　年　　月　　日"}
	lines = append(lines, "口径："+strings.Join(s.t.Rules.Says(), "；")+"。")
	if n := s.t.Edition.Note; n != "" {
		lines = append(lines, "说明："+n)
	}
	for _, f := range s.t.Folded {
		if !f.Known {
			lines = append(lines, fmt.Sprintf("类别“%s”的%d件案件不在表列类别中，计入“%s”。", f.From, f.Cases, f.To))
		}
	}
	failed := 0
	for _, c := range s.checks {
		if !c.OK {
			failed++
			lines = append(lines, fmt.Sprintf("勾稽不符 %s（%s）：%s。", c.ID, c.Rule, c.Says))
		}
	}
	if failed == 0 {
		lines = append(lines, "勾稽关系全部相符。")
	}
	for _, text := range append(lines, s.sealed...) {
		if err := banner(sw, row, width, s.b.styles.footing, text, 20+14*float64(len([]rune(text))/150)); err != nil {
			return row, err
		}
		row++
	}
	return row - 1, nil
}

// cite lists the cases behind a number and gives the formula that leads there.
func (s *formSheet) cite(i, j, row int, n int64) string {
	cell, col := s.t.Cell(i, j), s.t.Edition.Columns[j]
	return s.lists.add(citation{
		title: fmt.Sprintf("%s · %d %s：%d%s", s.t.Rows[i].Label, col.Number, col.Head(), cell.Value, col.Unit),
		why:   cell.Why, back: cellAt(j+2, row), money: col.Unit == "元", cases: cell.Cases, amounts: cell.Amounts,
	}, fmt.Sprint(n))
}
