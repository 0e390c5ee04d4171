package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// CheckSheet writes the sheet on which a second person compares the day's entries with their papers (期限登记核对单).
func (f *Files) CheckSheet(ctx context.Context, path string, day calendar.Date) error {
	entries, err := f.r.Entries(ctx, day)
	if err != nil {
		return err
	}
	settings, err := f.r.Settings(ctx)
	if err != nil {
		return err
	}
	imports, err := f.importsOf(ctx, day)
	if err != nil {
		return err
	}
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		if err := b.checkSheet(settings, day, entries, imports); err != nil {
			return err
		}
		return b.f.Write(w)
	})
}

// importsOf words the ledgers that came in on the day, "" if none did.
func (f *Files) importsOf(ctx context.Context, day calendar.Date) (string, error) {
	if f.w == nil {
		return "", nil
	}
	list, err := f.w.Imports(ctx)
	if err != nil {
		return "", err
	}
	var words []string
	for _, r := range list {
		if r.Imported == day && !r.Undone {
			words = append(words, fmt.Sprintf("“%s”%d件", r.File, r.Cases))
		}
	}
	if len(words) == 0 {
		return "", nil
	}
	return "当日另有台账导入：" + strings.Join(words, "、") + "，逐格情况见导入时的说明。", nil
}

const checkSheetName = "期限登记核对单"

// checkColumns are the columns of the sheet with their widths.
var checkColumns = []struct {
	title string
	width float64
}{{"序号", 6}, {"案号", 24}, {"登记内容", 20}, {"日期", 13}, {"原登记", 20}, {"文号", 22}, {"产生、变更的期限", 34}, {"登记人", 10}, {"核对", 7}, {"核对人", 10}}

func (b *book) checkSheet(s cases.Settings, day calendar.Date, entries []cases.Entry, imports string) error {
	sw, err := b.sheet(checkSheetName)
	if err != nil {
		return err
	}
	for i, c := range checkColumns {
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	n := len(checkColumns)
	if err := banner(sw, 1, n, b.styles.title, checkSheetName, 30); err != nil {
		return err
	}
	about := cmp.Or(s.Office, "（未填写单位名称）") + "　　登记日期：" + day.Chinese() + " " + day.WeekdayChinese()
	if err := banner(sw, 2, n, b.styles.subtitle, about, 18); err != nil {
		return err
	}
	last, err := b.checkRows(sw, entries)
	if err != nil {
		return err
	}
	for _, text := range []string{imports, "核对人应当是登记人以外的人，逐条与文书原件比对日期后打√。　　核对人签名：　　　　　　　　　　核对日期："} {
		if text != "" {
			last++
			if err := banner(sw, last, n, b.styles.hint, text, 24); err != nil {
				return err
			}
		}
	}
	if err := b.page(checkSheetName, "landscape", 3, n, last); err != nil {
		return err
	}
	if err := sw.Flush(); err != nil {
		return err
	}
	return b.styles.err
}

func styled(style int, v any) excelize.Cell { return excelize.Cell{StyleID: style, Value: v} }

// checkRows writes the header and the lines from row 3 on and returns the last row.
func (b *book) checkRows(sw *excelize.StreamWriter, entries []cases.Entry) (int, error) {
	head := make([]any, len(checkColumns))
	for i, c := range checkColumns {
		head[i] = styled(b.styles.head, c.title)
	}
	if err := sw.SetRow(rowCell(3), head); err != nil {
		return 0, err
	}
	if len(entries) == 0 {
		return 4, sw.SetRow(rowCell(4), []any{styled(b.styles.wrap, ""), styled(b.styles.wrap, "当日没有登记或者更正")})
	}
	for i := range entries {
		if err := sw.SetRow(rowCell(4+i), b.checkRow(i+1, &entries[i])); err != nil {
			return 0, err
		}
	}
	return 3 + len(entries), nil
}

func (b *book) checkRow(n int, e *cases.Entry) []any {
	what, old, tick := procedure.ActLabel(e.Act.Kind), "", "□"
	if e.Old != nil {
		what, old = "更正："+what, e.Old.On.String()+"（"+e.Reason+"）"
	}
	if e.Struck {
		what = "作废：" + procedure.ActLabel(e.Act.Kind)
	}
	if e.Ticked() {
		tick = "√"
	}
	out := []any{}
	for _, v := range []string{fmt.Sprint(n), e.Number, what, e.Act.On.String(), old, e.Act.Paper, setsWords(e.Sets), e.By, tick, e.TickedBy} {
		out = append(out, styled(b.styles.wrap, v))
	}
	return out
}

// setsWords tells what an entry did to the due dates.
func setsWords(sets []procedure.PeriodChange) string {
	var out []string
	for _, c := range sets {
		was, is := c.Due()
		switch {
		case c.After == nil:
			out = append(out, c.Name()+" 不再计算（原"+was.String()+"）")
		case !c.After.Running():
			out = append(out, c.Name()+" "+c.After.Done.String()+"完成")
		case c.After.Count.Open:
			out = append(out, c.Name()+" 停止计算")
		case !was.IsZero() && was != is:
			out = append(out, c.Name()+" "+was.String()+"→"+is.String())
		default:
			out = append(out, c.Name()+" "+is.String())
		}
	}
	return strings.Join(out, "\n")
}
