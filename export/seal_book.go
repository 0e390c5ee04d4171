package export

import (
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

const sealSheet = "差异表"

// sealColumns are the columns of the list of differences with their widths.
var sealColumns = []struct {
	head  string
	width float64
}{{"报表", 22}, {"项目", 38}, {"封存的数字", 11}, {"现在的数字", 11}, {"增减", 8}, {"情况", 10}, {"案号", 26}, {"当事人", 34}, {"原因", 46}, {"封存以后的登记和更正", 46}}

// SealBook writes the list of differences (差异表): a row for each case of each number that differs.
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
		if err := b.writeAnnex(); err != nil {
			return err
		}
		if b.styles.err != nil {
			return b.styles.err
		}
		return b.f.Write(w)
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

func (b *book) differences(ctx context.Context, set cases.Settings, d *cases.SealDifference) error {
	sw, err := b.sheet(sealSheet)
	if err != nil {
		return err
	}
	n := len(sealColumns)
	head := make([]any, n)
	for i, c := range sealColumns {
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		head[i] = styled(b.styles.head, c.head)
	}
	top := sealHead(set, d)
	if err := freeze(sw, 2, len(top)+2); err != nil {
		return err
	}
	if err := banner(sw, 1, n, b.styles.title, d.Seal.Title+"封存数字差异表", 30); err != nil {
		return err
	}
	for i, text := range top {
		if err := banner(sw, i+2, n, b.styles.footing, cleanText(text), 20); err != nil {
			return err
		}
	}
	row := len(top) + 2
	if err := sw.SetRow(rowCell(row), head, excelize.RowOpts{Height: 22}); err != nil {
		return err
	}
	first := row + 1
	for i := range d.Lines {
		if err := ctx.Err(); err != nil {
			return err
		}
		if row, err = b.differenceRows(sw, row, &d.Lines[i]); err != nil {
			return err
		}
	}
	if err := b.page(sealSheet, "landscape", first-1, n, row); err != nil {
		return err
	}
	if row >= first {
		if err := b.frame(sealSheet, n, first, row); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// differenceRows writes a number with its cases below row and returns the last row.
func (b *book) differenceRows(sw *excelize.StreamWriter, row int, l *cases.SealLine) (int, error) {
	list := l.Cases
	if len(list) == 0 {
		list = []cases.SealChange{{}}
	}
	for i := range list {
		c := &list[i]
		cells := []any{l.Table, l.Label, l.Was, l.Is, l.Is - l.Was, c.Status.Label(), c.Number, c.Title, strings.Join(c.Why, "\n"), strings.Join(c.Entered, "\n")}
		lines := 1
		for j, v := range cells {
			style := b.styles.count
			if s, ok := v.(string); ok {
				style = b.styles.long
				s = b.fit(c.Number, cleanText(s))
				v, lines = s, max(lines, linesOf(s, int(sealColumns[j].width)-2))
			}
			cells[j] = styled(style, v)
		}
		row++
		if err := sw.SetRow(rowCell(row), cells, excelize.RowOpts{Height: min(float64(lines)*checkLine+6, excelize.MaxRowHeight)}); err != nil {
			return row, err
		}
	}
	return row, nil
}

// sealedLines say under a form that its period is sealed and what differs since, and whether its 上期结转 is what was sealed before;
// nothing where the office keeps no seals.
func (f *Files) sealedLines(ctx context.Context, t *forms.Table) ([]string, error) {
	keeper, ok := f.r.(cases.Sealer)
	if !ok {
		return nil, nil
	}
	source, _, err := f.formSource(cases.FormOptions{})
	if err != nil {
		return nil, err
	}
	v, err := seal.Look(ctx, source, keeper, t.Period.From, t.Period.To, []*forms.Table{t}, f.today)
	if err != nil {
		return nil, err
	}
	var out []string
	if v.Record != nil {
		out = append(out, "封存："+seal.Head(v.Record)+seal.After(v.Difference))
	}
	for _, l := range v.Of(t.Edition.ID) {
		out = append(out, fmt.Sprintf("封存以后不同：%s，封存%d%s，现在%d%s。", l.Label, l.Was, l.Unit, l.Is, l.Unit))
	}
	for _, c := range v.Carry {
		if !c.OK {
			out = append(out, fmt.Sprintf("勾稽不符 %s（%s）：%s。", c.ID, c.Rule, c.Says))
		}
	}
	return out, nil
}
