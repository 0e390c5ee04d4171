package export

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// FormBook writes official forms as a workbook.
func (f *Files) FormBook(ctx context.Context, path string, opt cases.FormOptions, progress cases.Progress) error {
	f = f.on()
	tables, set, err := f.formTables(ctx, opt)
	if err != nil {
		return err
	}
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		cited, err := f.cited(ctx, tables)
		if err != nil {
			return err
		}
		for i, t := range tables {
			if err := ctx.Err(); err != nil {
				return err
			}
			s := &formSheet{b: b, t: t, set: set, cited: cited, name: formSheetName(t)}
			if err := s.write(); err != nil {
				return err
			}
			if progress != nil {
				progress(i+1, len(tables))
			}
		}
		return b.f.Write(w)
	})
}

// formTables counts the forms asked for, from one reading of the office.
func (f *Files) formTables(ctx context.Context, opt cases.FormOptions) ([]*forms.Table, cases.Settings, error) {
	invalid := func(msg string) error { return &cases.Error{Op: "forms", Kind: cases.Invalid, Msg: msg} }
	directory, ok := f.r.(cases.Directory)
	if !ok {
		return nil, cases.Settings{}, invalid("这个办公室没有机关名录，不能统计官方报表。")
	}
	rules := forms.Rules{}
	for id, code := range opt.Rules {
		rules[forms.RuleID(id)] = code
	}
	if err := rules.Check(); err != nil {
		return nil, cases.Settings{}, invalid(err.Error() + "。")
	}
	c, err := forms.Load(ctx, struct {
		cases.Reader
		cases.Directory
	}{f.r, directory}, forms.Period{From: opt.From, To: opt.To, AsOf: opt.AsOf})
	if err != nil {
		return nil, cases.Settings{}, err
	}
	var out []*forms.Table
	for _, id := range opt.Forms {
		e := forms.ByID(id)
		if e == nil {
			return nil, cases.Settings{}, invalid("没有名为“" + id + "”的报表。")
		}
		out = append(out, c.Count(e, rules, opt.Mapping))
	}
	return out, c.Settings, nil
}

// formSheetName is 表1 or 表2, with the edition where it is not the newest.
func formSheetName(t *forms.Table) string {
	n := "表1"
	if t.Edition.Kind == cases.Litigation {
		n = "表2"
	}
	return n + "（" + t.Edition.Name + "）"
}

// citedCase is what the list behind a number says of a case.
type citedCase struct {
	number, title, subject, state string
	received, concluded           calendar.Date
}

// cited reads the cases that any number of the tables counts.
func (f *Files) cited(ctx context.Context, tables []*forms.Table) (map[cases.ID]citedCase, error) {
	out := map[cases.ID]citedCase{}
	var span cases.Span
	for _, t := range tables {
		span.From, span.To = min(t.Period.From, t.Period.AsOf), min(t.Period.To, t.Period.AsOf)
		last := len(t.Rows) - 1
		for j := range t.Edition.Columns {
			for _, id := range t.Cell(last, j).Cases {
				out[id] = citedCase{}
			}
		}
	}
	err := f.r.Each(ctx, span, func(c *cases.Case) error {
		if _, wanted := out[c.ID]; wanted {
			row := cases.Project(c, f.r.Law(), tables[0].Period.AsOf)
			out[c.ID] = citedCase{c.Number, c.Title(), c.Subject, row.State.Label(), row.Received, row.Concluded}
		}
		return nil
	})
	return out, err
}

// formSheet writes one form and the sheet of cases behind it.
type formSheet struct {
	b     *book
	t     *forms.Table
	set   cases.Settings
	cited map[cases.ID]citedCase
	name  string
	// at is the row of the list behind each number in the sheet of cases, by row and column.
	at map[[2]int]int
	// end is the last row of the sheet of cases.
	end int
}

func (s *formSheet) listName() string { return s.name + "案件" }

func (s *formSheet) write() error {
	s.place()
	if err := s.form(); err != nil {
		return err
	}
	return s.lists()
}

// place decides where in the sheet of cases each list stands: a line of its own, the reason, the cases, a blank line.
func (s *formSheet) place() {
	s.at = map[[2]int]int{}
	row := 3
	s.each(func(i, j int, c forms.Cell) {
		s.at[[2]int{i, j}] = row
		row += 4 + len(c.Cases)
	})
	s.end = row
}

// each visits the numbers that are not zero.
func (s *formSheet) each(f func(i, j int, c forms.Cell)) {
	for i, r := range s.t.Rows {
		for j, n := range r.Values {
			if n != 0 {
				f(i, j, s.t.Cell(i, j))
			}
		}
	}
}

// Rows of the printed head.
const (
	formHeadRow   = 8
	formLabelSize = 20
	formCellSize  = 6.6
)

// depth is how many rows the head has.
func (s *formSheet) depth() int {
	n := 1
	for _, c := range s.t.Edition.Columns {
		n = max(n, len(c.Heads)+1)
	}
	return n
}

func (s *formSheet) form() error {
	b, e := s.b, s.t.Edition
	sw, err := b.sheet(s.name)
	if err != nil {
		return err
	}
	width, depth := len(e.Columns)+1, s.depth()
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
	columns := s.t.Edition.Columns
	for level := range depth {
		cells := []any{excelize.Cell{StyleID: s.b.styles.group, Value: "行政管理类别"}}
		for _, c := range columns {
			text := c.Label
			if level < len(c.Heads) {
				text = c.Heads[level]
			}
			cells = append(cells, excelize.Cell{StyleID: s.b.styles.group, Value: text})
		}
		height := 24.0
		if level == depth-1 {
			height = 62
		}
		if err := sw.SetRow(rowCell(formHeadRow+level), cells, excelize.RowOpts{Height: height}); err != nil {
			return err
		}
	}
	numbers := []any{excelize.Cell{StyleID: s.b.styles.head, Value: "栏　次"}}
	for _, c := range columns {
		numbers = append(numbers, excelize.Cell{StyleID: s.b.styles.head, Value: c.Number})
	}
	if err := sw.SetRow(rowCell(formHeadRow+depth), numbers, excelize.RowOpts{Height: 18}); err != nil {
		return err
	}
	if depth > 1 {
		if err := sw.MergeCell(cellAt(1, formHeadRow), cellAt(1, formHeadRow+depth-1)); err != nil {
			return err
		}
	}
	return s.mergeHeads(sw, depth)
}

// mergeHeads joins neighbours under one group, and a label with the empty levels below it.
func (s *formSheet) mergeHeads(sw *excelize.StreamWriter, depth int) error {
	columns := s.t.Edition.Columns
	for level := range depth {
		for i := 0; i < len(columns); {
			j := i + 1
			if level < len(columns[i].Heads) {
				for j < len(columns) && sameHeads(columns[i].Heads, columns[j].Heads, level) {
					j++
				}
				if j-i > 1 {
					if err := sw.MergeCell(cellAt(i+2, formHeadRow+level), cellAt(j+1, formHeadRow+level)); err != nil {
						return err
					}
				}
			} else if level == len(columns[i].Heads) && level < depth-1 {
				if err := sw.MergeCell(cellAt(i+2, formHeadRow+level), cellAt(i+2, formHeadRow+depth-1)); err != nil {
					return err
				}
			}
			i = j
		}
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
			c.Formula = fmt.Sprintf(`HYPERLINK("#'%s'!A%d",%d)`, s.listName(), s.at[[2]int{i, j}], n)
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
	for _, c := range s.t.Checks() {
		if !c.OK {
			failed++
			lines = append(lines, fmt.Sprintf("勾稽不符 %s（%s）：%s。", c.ID, c.Rule, c.Says))
		}
	}
	if failed == 0 {
		lines = append(lines, "勾稽关系全部相符。")
	}
	for _, text := range lines {
		if err := banner(sw, row, width, s.b.styles.footing, text, 20+14*float64(len([]rune(text))/150)); err != nil {
			return row, err
		}
		row++
	}
	return row - 1, nil
}

// lists writes the cases behind every number.
func (s *formSheet) lists() error {
	sw, err := s.b.sheet(s.listName())
	if err != nil {
		return err
	}
	for i, w := range []float64{24, 46, 40, 13, 13, 12, 10} {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	if err := banner(sw, 1, 7, s.b.styles.title, s.name+"各数字背后的案件", 30); err != nil {
		return err
	}
	var failed error
	s.each(func(i, j int, c forms.Cell) {
		if failed == nil {
			failed = s.list(sw, i, j, c)
		}
	})
	if failed != nil {
		return failed
	}
	if err := s.b.page(s.listName(), "landscape", 1, 7, s.end); err != nil {
		return err
	}
	return sw.Flush()
}

// list writes the cases behind one number.
func (s *formSheet) list(sw *excelize.StreamWriter, i, j int, c forms.Cell) error {
	row, col := s.at[[2]int{i, j}], s.t.Edition.Columns[j]
	title := fmt.Sprintf("%s · %d %s：%d%s", s.t.Rows[i].Label, col.Number, col.Head(), c.Value, col.Unit)
	back := fmt.Sprintf(`HYPERLINK("#'%s'!%s","%s")`, s.name, cellAt(j+2, formHeadRow+s.depth()+1+i), strings.ReplaceAll(title, `"`, `""`))
	if err := sw.SetRow(rowCell(row), []any{excelize.Cell{StyleID: s.b.styles.section, Formula: back, Value: title}}); err != nil {
		return err
	}
	if err := sw.SetRow(rowCell(row+1), []any{excelize.Cell{StyleID: s.b.styles.plainText, Value: "为何计入：" + c.Why}}); err != nil {
		return err
	}
	var head []any
	for _, text := range []string{"案号", "当事人", "事项", "收案日期", "结案日期", "状态", "计入"} {
		head = append(head, excelize.Cell{StyleID: s.b.styles.head, Value: text})
	}
	if err := sw.SetRow(rowCell(row+2), head); err != nil {
		return err
	}
	for k, id := range c.Cases {
		x := s.cited[id]
		adds := any(c.Amounts[k])
		if col.Unit == "元" {
			adds = float64(c.Amounts[k]) / 100
		}
		cells := []any{excelize.Cell{StyleID: s.b.styles.text, Value: x.number}, excelize.Cell{StyleID: s.b.styles.text, Value: x.title},
			excelize.Cell{StyleID: s.b.styles.text, Value: x.subject}, s.day(x.received), s.day(x.concluded),
			excelize.Cell{StyleID: s.b.styles.text, Value: x.state}, excelize.Cell{StyleID: s.b.styles.count, Value: adds}}
		if err := sw.SetRow(rowCell(row+3+k), cells); err != nil {
			return err
		}
	}
	return nil
}

func (s *formSheet) day(d calendar.Date) excelize.Cell {
	if d.IsZero() {
		return excelize.Cell{StyleID: s.b.styles.dateAside}
	}
	return excelize.Cell{StyleID: s.b.styles.dateAside, Value: d.Time()}
}
