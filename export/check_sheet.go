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
	entries, err := f.r.Entries(ctx, cases.EntriesOn(day))
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

// checkColumns are the columns of the sheet with their widths, and whether their cells are centred.
var checkColumns = []struct {
	title   string
	width   float64
	centred bool
}{{"序号", 6, true}, {"案号", 22, false}, {"登记内容", 26, false}, {"日期", 12, true}, {"原日期（更正）", 22, false}, {"文号", 20, false},
	{"产生的期限", 34, false}, {"登记人", 10, true}, {"核对", 6, true}, {"核对人", 10, true}}

// The lines below the table.
const (
	checkDuty      = "核对人应当是登记人以外的人，逐条与文书原件比对案号、内容和日期，一致的在“核对”栏打√，不一致的注明后交登记人更正。"
	checkSignature = "核对人（签名）：　　　　　　　　　　　　核对日期：　　　　年　　月　　日"
)

// summaryOf counts the lines, so that a page that went missing is noticed.
func summaryOf(entries []cases.Entry) string {
	if len(entries) == 0 {
		return ""
	}
	ticked := 0
	for i := range entries {
		if entries[i].Ticked() {
			ticked++
		}
	}
	return fmt.Sprintf("共%d条，其中已经核对%d条，未核对%d条。", len(entries), ticked, len(entries)-ticked)
}

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
	for _, text := range []string{imports, summaryOf(entries), checkDuty, checkSignature} {
		if text == "" {
			continue
		}
		last++
		if err := banner(sw, last, n, b.styles.footing, text, 24); err != nil {
			return err
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
	if err := sw.SetRow(rowCell(3), head, excelize.RowOpts{Height: 24}); err != nil {
		return 0, err
	}
	if len(entries) == 0 {
		return 4, banner(sw, 4, len(checkColumns), b.styles.centre, "当日没有登记或者更正。", 30)
	}
	for i := range entries {
		cells, height := b.checkRow(i+1, &entries[i])
		if err := sw.SetRow(rowCell(4+i), cells, excelize.RowOpts{Height: height}); err != nil {
			return 0, err
		}
	}
	return 3 + len(entries), nil
}

// checkRow gives the cells of a line and the height that the tallest needs: not every program finds it itself.
func (b *book) checkRow(n int, e *cases.Entry) ([]any, float64) {
	tick, lines := "□", 1
	if e.Ticked() {
		tick = "√"
	}
	cells := []any{n, e.Number, entryWords(e), e.Act.On.String(), oldWords(e), cmp.Or(e.Act.Paper, "未填"), setsWords(e.Sets), e.By, tick, e.TickedBy}
	for i, v := range cells {
		style := b.styles.label
		if checkColumns[i].centred {
			style = b.styles.centre
		}
		if s, ok := v.(string); ok {
			s = shorten(cleanText(s))
			v, lines = s, max(lines, linesOf(s, int(checkColumns[i].width)-2))
		}
		cells[i] = styled(style, v)
	}
	return cells, min(float64(lines)*checkLine+8, excelize.MaxRowHeight)
}

// checkLine is the height of a line of text in points.
const checkLine = 15

// maxPrinted is how many signs of a cell fit on the printed page; the whole text is read on the screen.
const maxPrinted = 240

func shorten(s string) string {
	if r := []rune(s); len(r) > maxPrinted {
		return string(r[:maxPrinted]) + "……（全文见案件页面）"
	}
	return s
}

// entryWords is what was entered: the act and what it says besides its day and paper, a line each.
func entryWords(e *cases.Entry) string {
	what := procedure.ActLabel(e.Act.Kind)
	switch {
	case e.Struck:
		what = "作废：" + what
	case e.Old != nil:
		what = "更正：" + what
	}
	lines := append([]string{what}, procedure.Describe(&e.Act)...)
	if e.Act.Note != "" {
		lines = append(lines, "备注："+e.Act.Note)
	}
	return strings.Join(lines, "\n")
}

// oldWords is what a correction replaced, and why; what stayed the same is not repeated.
func oldWords(e *cases.Entry) string {
	var lines []string
	switch old := e.Old; {
	case e.Struck:
		lines = append(lines, e.Act.On.String()+"的登记作废")
	case old == nil:
		return ""
	default:
		for _, l := range []struct{ label, was, is string }{
			{"内容：", procedure.ActLabel(old.Kind), procedure.ActLabel(e.Act.Kind)}, {"", old.On.String(), e.Act.On.String()},
			{"文号：", cmp.Or(old.Paper, "未填"), cmp.Or(e.Act.Paper, "未填")}, {"备注：", cmp.Or(old.Note, "未填"), cmp.Or(e.Act.Note, "未填")},
			{"", strings.Join(procedure.Describe(old), "\n"), strings.Join(procedure.Describe(&e.Act), "\n")},
		} {
			if l.was != l.is && l.was != "" {
				lines = append(lines, l.label+l.was)
			}
		}
	}
	if e.Reason != "" {
		lines = append(lines, "原因："+e.Reason)
	}
	return strings.Join(lines, "\n")
}

// setsWords tells what an entry did to the due dates, a line each.
func setsWords(sets []procedure.PeriodChange) string {
	var out []string
	for _, c := range sets {
		out = append(out, c.Name()+" "+changeWords(c))
	}
	return strings.Join(out, "\n")
}

func changeWords(c procedure.PeriodChange) string {
	was, is := c.Due()
	switch {
	case c.After == nil && was.IsZero():
		return "不再计算"
	case c.After == nil:
		return "不再计算（原" + was.String() + "）"
	case !c.After.Running():
		return c.After.Done.String() + c.After.EndWord()
	case c.After.Count.Open:
		return "停止计算"
	}
	due := is.String()
	if !was.IsZero() && was != is {
		due = was.String() + "→" + due
	}
	if c.After.Count.Provisional {
		due += "（推算）"
	}
	return due
}
