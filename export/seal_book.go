package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
)

var _ cases.SealFiles = (*Files)(nil)

// The sheets of the list of differences.
const (
	sealSheet  = "差异表"
	movedSheet = "涉及的案件"
)

// sealColumns are the columns of the numbers with their widths, movedColumns those of the cases.
var (
	sealColumns  = []sealColumn{{"报表", 36}, {"项目", 40}, {"封存的数字", 11}, {"现在的数字", 11}, {"增减", 8}, {"案件", 52}}
	movedColumns = []sealColumn{{"案号", 24}, {"当事人", 36}, {"涉及项数", 10}, {"原因", 44}, {"封存以后的登记和更正", 48}}
)

type sealColumn struct {
	head  string
	width float64
}

// SealBook writes the list of differences (差异表): a row for each number that differs, and the cases with their reasons.
func (f *Files) SealBook(ctx context.Context, path string, d cases.SealDifference) error {
	set, err := f.r.Settings(ctx)
	if err != nil {
		return err
	}
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		if err := b.differences(ctx, set, &d); err != nil {
			return err
		}
		return b.finish(w)
	})
}

// sealHead is what stands over the list.
func sealHead(set cases.Settings, d *cases.SealDifference) []string {
	lines := []string{fmt.Sprintf("单位：%s　　封存人：%s　　封存日期：%s　　统计截至：%s　　比对日期：%s", set.Office, d.Seal.By, d.Seal.On, d.Seal.AsOf, d.On),
		"校验值（SHA-256）：" + d.Seal.Hash}
	if d.Seal.Note != "" {
		lines = append(lines, "封存说明："+d.Seal.Note)
	}
	return append(lines, seal.Says(d))
}

// differences writes a row for each number, and the cases on a sheet of their own, once each.
func (b *book) differences(ctx context.Context, set cases.Settings, d *cases.SealDifference) error {
	var rows [][]any
	for i := range d.Lines {
		l := &d.Lines[i]
		rows = append(rows, []any{l.Table, l.Label, l.Was, l.Is, l.Is - l.Was, movedWords(l)})
	}
	if err := b.sealList(ctx, sealSheet, d.Seal.Title+"封存数字差异表", sealHead(set, d), sealColumns, rows); err != nil {
		return err
	}
	if rows = movedRows(d); len(rows) == 0 {
		return nil
	}
	return b.sealList(ctx, movedSheet, d.Seal.Title+"封存以后变化涉及的案件", []string{seal.Says(d)}, movedColumns, rows)
}

// movedLimit is how many cases a cell names.
const movedLimit = 20

// movedWords names the cases of a number.
func movedWords(l *cases.SealLine) string {
	var out []string
	for i := range l.Cases {
		if i == movedLimit {
			out = append(out, fmt.Sprintf("另有%d件", len(l.Cases)-movedLimit))
			break
		}
		out = append(out, l.Cases[i].Status.Label()+cmp.Or(l.Cases[i].Number, "未编号案件"))
	}
	return strings.Join(out, "、")
}

// movedRows lists the cases of all differences, each once, with how many numbers it moved.
func movedRows(d *cases.SealDifference) [][]any {
	var order []*cases.SealChange
	times := map[cases.ID]int{}
	for i := range d.Lines {
		for j := range d.Lines[i].Cases {
			c := &d.Lines[i].Cases[j]
			if times[c.Case]++; times[c.Case] == 1 {
				order = append(order, c)
			}
		}
	}
	var out [][]any
	for _, c := range order {
		out = append(out, []any{cmp.Or(c.Number, "未编号案件"), c.Title, times[c.Case], strings.Join(c.Why, "\n"), strings.Join(c.Entered, "\n")})
	}
	return out
}

// sealList writes one sheet: title, head lines, columns and rows.
func (b *book) sealList(ctx context.Context, sheet, title string, top []string, columns []sealColumn, rows [][]any) error {
	sw, err := b.sheet(sheet)
	if err != nil {
		return err
	}
	n := len(columns)
	head := make([]any, n)
	for i, c := range columns {
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		head[i] = styled(b.styles.head, c.head)
	}
	first := len(top) + 3
	if err := freeze(sw, 2, first-1); err != nil {
		return err
	}
	if err := banner(sw, 1, n, b.styles.title, title, 30); err != nil {
		return err
	}
	for i, text := range top {
		if err := banner(sw, i+2, n, b.styles.footing, cleanText(text), 20); err != nil {
			return err
		}
	}
	if err := sw.SetRow(rowCell(first-1), head, excelize.RowOpts{Height: 30}); err != nil {
		return err
	}
	for i, cells := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.sealRow(sw, first+i, columns, cells); err != nil {
			return err
		}
	}
	last := first + len(rows) - 1
	if err := b.page(sheet, "landscape", first-1, n, last); err != nil {
		return err
	}
	if len(rows) > 0 {
		if err := b.frame(sheet, n, first, last); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// sealRow writes a row as tall as its tallest cell needs.
func (b *book) sealRow(sw *excelize.StreamWriter, row int, columns []sealColumn, values []any) error {
	cells, lines := make([]any, len(values)), 1
	for j, v := range values {
		style := b.styles.count
		if s, ok := v.(string); ok {
			style = b.styles.long
			s = b.fit("", cleanText(s))
			v, lines = s, max(lines, linesOf(s, int(columns[j].width)-2))
		}
		cells[j] = styled(style, v)
	}
	return sw.SetRow(rowCell(row), cells, excelize.RowOpts{Height: min(float64(lines)*checkLine+6, excelize.MaxRowHeight)})
}

// addSeals adds to a form whether its period is sealed and what differs since, and checks its 上期结转 against what was sealed before;
// an office that keeps no seals leaves the form as it is.
func (f *Files) addSeals(ctx context.Context, s *formSheet) error {
	s.checks = s.t.Checks()
	keeper, ok := f.r.(cases.Sealer)
	if !ok {
		return nil
	}
	source, _, err := f.formSource(cases.FormOptions{})
	if err != nil {
		return err
	}
	v, err := seal.Look(ctx, source, keeper, s.t.Period.From, s.t.Period.To, []*forms.Table{s.t}, f.today)
	if err != nil {
		return err
	}
	s.checks = seal.Checks(s.t, v.Carry)
	if v.Record != nil {
		s.sealed = append(s.sealed, "封存："+seal.Head(v.Record)+seal.After(v.Difference))
	}
	for _, l := range v.Of(s.t.Edition.ID) {
		s.sealed = append(s.sealed, fmt.Sprintf("封存以后不同：%s，封存%d%s，现在%d%s。", l.Label, l.Was, l.Unit, l.Is, l.Unit))
	}
	return nil
}
