package export

import (
	"context"
	"fmt"

	"github.com/xuri/excelize/v2"
	"golang.org/x/sync/errgroup"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// ledgerSpan selects the cases of a pair of ledgers.
type ledgerSpan struct {
	year int
	keep func(*procedure.Timeline) bool
	// scope stands behind the year in the subtitle.
	scope string
}

// receivedIn keeps the cases received in a year, all for year 0.
func receivedIn(year int) func(*procedure.Timeline) bool {
	return func(t *procedure.Timeline) bool { return year == 0 || t.Received.Year() == year }
}

// currentIn keeps the cases that a year's figures count: received in it, or carried over open from before.
func currentIn(year int) func(*procedure.Timeline) bool {
	first, last := calendar.New(year, 1, 1), calendar.New(year, 12, 31)
	return func(t *procedure.Timeline) bool {
		return t.Received <= last && (t.Received >= first || t.Concluded.IsZero() || t.Concluded >= first)
	}
}

func (s ledgerSpan) of(k cases.Kind) cases.Span {
	if s.year == 0 {
		return cases.Span{Kind: k}
	}
	return cases.Span{Kind: k, From: calendar.New(s.year, 1, 1), To: calendar.New(s.year, 12, 31)}
}

// ledgers adds both ledgers and, where a text was too long for its cell, the annex.
func (f *Files) ledgers(ctx context.Context, b *book, set cases.Settings, span ledgerSpan, progress cases.Progress) error {
	done := 0
	step := func() {
		if done++; progress != nil && done%500 == 0 {
			progress(done, 0)
		}
	}
	for _, k := range kinds() {
		if err := f.ledger(ctx, b, k, set, span, step); err != nil {
			return err
		}
	}
	if progress != nil {
		progress(done, done)
	}
	return b.writeAnnex()
}

// The rows of a ledger sheet.
const (
	titleRow  = 1
	noteRow   = 2
	headerRow = 3
)

func (f *Files) ledger(ctx context.Context, b *book, k cases.Kind, set cases.Settings, span ledgerSpan, step func()) error {
	sheet, cols := ledgerName(k), written(k)
	sw, err := b.sheet(sheet)
	if err != nil {
		return err
	}
	if err := b.ledgerHead(sw, k, cols, ledgerTitle(set, k), ledgerNote(span, f.today)); err != nil {
		return err
	}
	n, err := f.ledgerRows(ctx, b, sw, cols, span.of(k), span.keep, step)
	if err != nil {
		return err
	}
	last := headerRow + n
	if err := b.f.AutoFilter(sheet, fmt.Sprintf("A%d:%s%d", headerRow, colName(len(cols)), max(last, headerRow+1)), nil); err != nil {
		return err
	}
	if err := b.frame(sheet, printed(cols), headerRow+1, last); err != nil {
		return err
	}
	if err := b.page(sheet, "landscape", headerRow, printed(cols), last); err != nil {
		return err
	}
	return sw.Flush()
}

// Rows on their way from the office to the sheet: batches in flight and rows in a batch.
const (
	batchesInFlight = 4
	rowsInBatch     = 64
)

// ledgerRows composes rows in one goroutine and writes them in another; the slower of the two sets the pace. Batches are
// used again, so that memory does not grow with the ledger.
func (f *Files) ledgerRows(ctx context.Context, b *book, sw *excelize.StreamWriter, cols []columnDef, span cases.Span,
	keep func(*procedure.Timeline) bool, step func()) (int, error) {
	full, empty := make(chan []*rowCells, batchesInFlight), make(chan []*rowCells, batchesInFlight)
	for range batchesInFlight {
		rows := make([]*rowCells, rowsInBatch)
		for i := range rows {
			rows[i] = newRowCells(b.styles, cols)
		}
		empty <- rows
	}
	w := &rowWriter{b: b, law: f.r.Law(), today: f.today}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(full)
		return f.compose(ctx, w, span, keep, full, empty)
	})
	g.Go(func() error {
		row := headerRow
		for rows := range full {
			for _, r := range rows {
				row++
				if err := sw.SetRow(rowCell(row), r.cells, excelize.RowOpts{Height: r.height}); err != nil {
					return err
				}
				step()
			}
			empty <- rows[:rowsInBatch]
		}
		return nil
	})
	err := g.Wait()
	return w.n, err
}

// compose fills batches with the rows of the span.
func (f *Files) compose(ctx context.Context, w *rowWriter, span cases.Span, keep func(*procedure.Timeline) bool, full, empty chan []*rowCells) error {
	var rows []*rowCells
	n := 0
	send := func(to chan []*rowCells, rows []*rowCells) error {
		select {
		case to <- rows:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := f.r.Each(ctx, span, func(c *cases.Case) error {
		w.load(c)
		if !keep(&w.t) {
			w.n--
			return nil
		}
		if rows == nil {
			select {
			case rows = <-empty:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		rows[n].fill(w)
		if n++; n < rowsInBatch {
			return nil
		}
		batch := rows
		rows, n = nil, 0
		return send(full, batch)
	})
	if err != nil || n == 0 {
		return err
	}
	return send(full, rows[:n])
}

// rowCells are the cells of a row, used again for other rows. Cells without a value are not written: the frame comes from
// one conditional format over the printed page, and a third of a ledger is empty.
type rowCells struct {
	cols   []columnDef
	values []excelize.Cell
	cells  []any
	height float64
}

func newRowCells(st *styles, cols []columnDef) *rowCells {
	r := &rowCells{cols: cols, values: make([]excelize.Cell, len(cols)), cells: make([]any, len(cols)), height: lowRow}
	for i, c := range cols {
		r.values[i].StyleID = st.of(c)
	}
	return r
}

func (r *rowCells) fill(w *rowWriter) {
	for i := range r.cols {
		v := r.cols[i].write(w)
		r.values[i].Value, r.cells[i] = v, nil
		if v != nil {
			r.cells[i] = &r.values[i]
		}
	}
	r.height = r.fitting()
}

// Heights of rows in points.
const (
	lowRow  = 20
	perLine = 14.5
	maxLine = 12
)

// fitting leaves room for the printed columns that wrap. Texts beside the page are not wrapped: they would blow up rows.
func (r *rowCells) fitting() float64 {
	lines := 1
	for i, c := range r.cols {
		if c.aside {
			break
		}
		if s, ok := r.values[i].Value.(string); ok && len(s) > int(c.width) {
			lines = max(lines, linesOf(s, int(c.width)-1))
		}
	}
	return max(lowRow, perLine*float64(min(lines, maxLine))+5)
}

// linesOf is the number of lines a text takes in so many half-width signs.
func linesOf(s string, width int) int {
	lines, used := 1, 0
	for _, r := range s {
		w := 1
		if r >= 0x2e80 {
			w = 2
		}
		if r == '\n' || used+w > width {
			lines, used = lines+1, 0
		}
		used += w
	}
	return lines
}

// ledgerHead writes widths, title, note and header of a ledger and freezes them.
func (b *book) ledgerHead(sw *excelize.StreamWriter, k cases.Kind, cols []columnDef, title, note string) error {
	for i, c := range cols {
		if err := sw.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := freeze(sw, 2, headerRow); err != nil {
		return err
	}
	if err := banner(sw, titleRow, printed(cols), b.styles.title, title, 30); err != nil {
		return err
	}
	if err := banner(sw, noteRow, printed(cols), b.styles.subtitle, note, 18); err != nil {
		return err
	}
	head := make([]any, len(cols))
	for i, c := range cols {
		style := b.styles.head
		if c.must {
			style = b.styles.headMust
		}
		head[i] = excelize.Cell{StyleID: style, Value: c.header}
	}
	if err := sw.SetRow(rowCell(headerRow), head, excelize.RowOpts{Height: 32}); err != nil {
		return err
	}
	return b.styles.err
}

func ledgerTitle(set cases.Settings, k cases.Kind) string { return set.Office + ledgerName(k) }

func ledgerNote(span ledgerSpan, today calendar.Date) string {
	scope := "全部案件"
	if span.year != 0 {
		scope = fmt.Sprintf("%d年", span.year) + span.scope
	}
	return scope + "　　导出日期：" + today.Chinese()
}

// writeAnnex adds the texts that no cell can hold.
func (b *book) writeAnnex() error {
	if len(b.annex) == 0 {
		return nil
	}
	sw, err := b.sheet(annexSheet)
	if err != nil {
		return err
	}
	for i, width := range []float64{10, 24, 8, 100} {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := sw.SetRow("A1", []any{"附页编号", "案号", "段", "内容"}, excelize.RowOpts{StyleID: b.styles.head}); err != nil {
		return err
	}
	row := 1
	for _, t := range b.annex {
		for part, s := range chunks(t.text) {
			row++
			cells := []any{t.id, excelize.Cell{StyleID: b.styles.text, Value: t.number}, part + 1,
				excelize.Cell{StyleID: b.styles.plainText, Value: s}}
			if err := sw.SetRow(rowCell(row), cells); err != nil {
				return err
			}
		}
	}
	if err := b.page(annexSheet, "portrait", 1, 4, row); err != nil {
		return err
	}
	return sw.Flush()
}
