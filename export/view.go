package export

import (
	"context"
	"io"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
)

// viewWidth bounds the width of a column of a view, in characters of a workbook.
const viewWidth = 48

// ViewExport writes a list as it stands on screen. Dates are dates, all else is text; nothing is cut.
func (f *Files) ViewExport(ctx context.Context, path, title string, heads []string, rows [][]cases.ViewCell) error {
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		if err := b.view(ctx, title, heads, rows); err != nil {
			return err
		}
		return b.f.Write(w)
	})
}

func (b *book) view(ctx context.Context, title string, heads []string, rows [][]cases.ViewCell) error {
	const sheet = "案件列表"
	sw, err := b.sheet(sheet)
	if err != nil {
		return err
	}
	for i, width := range viewWidths(heads, rows) {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := freeze(sw, 1, 2); err != nil {
		return err
	}
	if err := banner(sw, 1, len(heads), b.styles.title, cleanText(title), 30); err != nil {
		return err
	}
	line := make([]any, len(heads))
	for i, h := range heads {
		line[i] = excelize.Cell{StyleID: b.styles.head, Value: h}
	}
	if err := sw.SetRow(rowCell(2), line, excelize.RowOpts{Height: 22}); err != nil {
		return err
	}
	for i, r := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		for j, c := range r {
			line[j] = b.viewCell(r[0].Text, c)
		}
		if err := sw.SetRow(rowCell(i+3), line); err != nil {
			return err
		}
	}
	if err := b.page(sheet, "landscape", 2, len(heads), len(rows)+2); err != nil {
		return err
	}
	if err := b.frame(sheet, len(heads), 3, len(rows)+2); err != nil {
		return err
	}
	if err := sw.Flush(); err != nil {
		return err
	}
	if err := b.writeAnnex(); err != nil {
		return err
	}
	return b.styles.err
}

func (b *book) viewCell(row string, c cases.ViewCell) excelize.Cell {
	if !c.Day.IsZero() {
		return excelize.Cell{StyleID: b.styles.dateAside, Value: c.Day.Time()}
	}
	return excelize.Cell{StyleID: b.styles.text, Value: b.fit(row, cleanText(c.Text))}
}

// viewWidths gives each column the width of its longest text, within bounds. Chinese characters count twice.
func viewWidths(heads []string, rows [][]cases.ViewCell) []float64 {
	out := make([]float64, len(heads))
	measure := func(s string) (n float64) {
		for _, r := range s {
			if n++; r > 0x2e7f {
				n++
			}
		}
		return n + 2
	}
	for i, h := range heads {
		out[i] = max(6, measure(h))
	}
	for _, r := range rows {
		for i, c := range r {
			out[i] = min(viewWidth, max(out[i], measure(c.Text)))
		}
	}
	return out
}
