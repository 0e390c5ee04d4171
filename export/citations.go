package export

import (
	"context"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// citation is a number with the cases behind it.
type citation struct {
	title, why string
	// back is the cell of the number.
	back string
	// money is true where the amounts are fen.
	money bool
	cases []cases.ID
	// amounts are what each case adds; nil where only their sum is known.
	amounts []int64
}

// ones are the amounts of a number that counts cases; nil where it sums something else.
func ones(n int, list []cases.ID) []int64 {
	if n != len(list) {
		return nil
	}
	out := make([]int64, len(list))
	for i := range out {
		out[i] = 1
	}
	return out
}

// caseSheets keeps the sheets of cases of a workbook until its tables are written: they come last, so that the tables can be printed.
type caseSheets struct {
	b     *book
	cited map[cases.ID]citedCase
	list  []*citations
}

// of is the sheet of the cases behind the numbers of a sheet.
func (s *caseSheets) of(sheet string) *citations {
	c := newCitations(s.b, sheet, s.cited)
	s.list = append(s.list, c)
	return c
}

func (s *caseSheets) write() error {
	for _, c := range s.list {
		if err := c.write(); err != nil {
			return err
		}
	}
	return nil
}

// citations is the sheet that lists the cases behind the numbers of another sheet: a line that leads back, the reason, the cases, a
// blank line.
type citations struct {
	b *book
	// of is the sheet of the numbers.
	of    string
	cited map[cases.ID]citedCase
	list  []citation
	next  int
	// left counts the numbers whose lists no longer fitted.
	left int
}

// mostCitations bounds the rows of a sheet of cases: a spreadsheet with more of them can hardly be opened.
const mostCitations = 200_000

// firstCitation is the row of the first list, below the title.
const firstCitation = 3

func newCitations(b *book, of string, cited map[cases.ID]citedCase) *citations {
	return &citations{b: b, of: of, cited: cited, next: firstCitation}
}

func (c *citations) name() string { return c.of + "·案件" }

// add keeps a list and gives the formula of the cell that leads to it; shown is the cell's value as the formula writes it. Lists that
// no longer fit are counted, and their numbers lead nowhere.
func (c *citations) add(x citation, shown string) string {
	row := c.next
	if row+4+len(x.cases) > mostCitations {
		c.left++
		return ""
	}
	c.list = append(c.list, x)
	c.next += 4 + len(x.cases)
	return fmt.Sprintf(`HYPERLINK("#'%s'!A%d",%s)`, c.name(), row, shown)
}

// link makes the cell of a number lead to its cases, unless it is zero.
func (c *citations) link(cell excelize.Cell, n int, x citation) excelize.Cell {
	if n != 0 {
		x.amounts = ones(n, x.cases)
		cell.Formula = c.add(x, fmt.Sprint(n))
	}
	return cell
}

// write writes the sheet.
func (c *citations) write() error {
	sw, err := c.b.sheet(c.name())
	if err != nil {
		return err
	}
	for i, w := range []float64{24, 46, 40, 13, 13, 12, 10} {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	if err := banner(sw, 1, 7, c.b.styles.title, c.of+"各数字背后的案件", 30); err != nil {
		return err
	}
	if c.left > 0 {
		text := fmt.Sprintf("案件太多，其余%d个数字的案件没有列出，请在程序的“统计报表”中点击数字查看。", c.left)
		if err := banner(sw, 2, 7, c.b.styles.wrapPlain, text, 20); err != nil {
			return err
		}
	}
	row := firstCitation
	for _, x := range c.list {
		if err := c.write1(sw, row, x); err != nil {
			return err
		}
		row += 4 + len(x.cases)
	}
	if err := c.b.page(c.name(), "landscape", 1, 7, max(row-1, 2)); err != nil {
		return err
	}
	return sw.Flush()
}

func (c *citations) write1(sw *excelize.StreamWriter, row int, x citation) error {
	st := c.b.styles
	back := fmt.Sprintf(`HYPERLINK("#'%s'!%s","%s")`, c.of, x.back, strings.ReplaceAll(x.title, `"`, `""`))
	if err := sw.SetRow(rowCell(row), []any{excelize.Cell{StyleID: st.section, Formula: back, Value: x.title}}); err != nil {
		return err
	}
	if err := sw.SetRow(rowCell(row+1), []any{excelize.Cell{StyleID: st.plainText, Value: "为何计入：" + x.why}}); err != nil {
		return err
	}
	var head []any
	for _, text := range []string{"案号", "当事人", "事项", "收案日期", "结案日期", "状态", "计入"} {
		head = append(head, excelize.Cell{StyleID: st.head, Value: text})
	}
	if err := sw.SetRow(rowCell(row+2), head); err != nil {
		return err
	}
	for k, id := range x.cases {
		y := c.cited[id]
		var adds any
		switch {
		case x.amounts == nil:
		case x.money:
			adds = float64(x.amounts[k]) / 100
		default:
			adds = x.amounts[k]
		}
		cells := []any{excelize.Cell{StyleID: st.text, Value: y.number}, excelize.Cell{StyleID: st.text, Value: y.title},
			excelize.Cell{StyleID: st.text, Value: y.subject}, c.day(y.received), c.day(y.concluded),
			excelize.Cell{StyleID: st.text, Value: y.state}, excelize.Cell{StyleID: st.count, Value: adds}}
		if err := sw.SetRow(rowCell(row+3+k), cells); err != nil {
			return err
		}
	}
	return nil
}

func (c *citations) day(d calendar.Date) excelize.Cell {
	if d.IsZero() {
		return excelize.Cell{StyleID: c.b.styles.dateAside}
	}
	return excelize.Cell{StyleID: c.b.styles.dateAside, Value: d.Time()}
}

// citedCase is what the list behind a number says of a case.
type citedCase struct {
	number, title, subject, state string
	received, concluded           calendar.Date
}

// citedTables are the periods of official forms.
func citedTables(tables []*forms.Table) []forms.Period {
	var out []forms.Period
	for _, t := range tables {
		out = append(out, t.Period)
	}
	return out
}

// cited reads the cases that numbers of the periods may count, as of the day of the first of them.
func (f *Files) cited(ctx context.Context, periods []forms.Period) (map[cases.ID]citedCase, error) {
	out := map[cases.ID]citedCase{}
	if len(periods) == 0 {
		return out, nil
	}
	span := cases.Span{From: periods[0].From, To: periods[0].To}
	for _, p := range periods {
		span.From, span.To = min(span.From, p.From, p.AsOf), max(span.To, min(p.To, p.AsOf))
	}
	err := f.r.Each(ctx, span, func(c *cases.Case) error {
		row := cases.Project(c, f.r.Law(), periods[0].AsOf)
		out[c.ID] = citedCase{c.Number, c.Title(), c.Subject, row.State.Label(), row.Received, row.Concluded}
		return nil
	})
	return out, err
}
