package export

import (
	"context"
	"io"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/dossier"
)

// volumeHeads are the columns of the list of a volume.
var volumeHeads = [...]string{"顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"}

// volumeWidths are their widths in characters, which together fill the width of A4.
var volumeWidths = [...]float64{7, 21, 19, 34, 12, 9, 12}

// VolumeList writes the lists of the volumes of a dossier (卷内目录), a sheet for each bound part. A dossier without papers is
// refused.
func (f *Files) VolumeList(ctx context.Context, path string, id cases.ID) error {
	f = f.on()
	s, err := f.caseOf(ctx, id, true)
	if err != nil {
		return err
	}
	all := dossier.Bind(s.c.Kind, s.list)
	if len(all) == 0 {
		return &cases.Error{Op: "volume list", Kind: cases.Invalid, Msg: "案卷里还没有材料，没有目录可以导出。请先把材料加入案卷。"}
	}
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		for i := range all {
			if err := b.volume(&s, &all[i]); err != nil {
				return err
			}
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

// volume writes the sheet of one part.
func (b *book) volume(s *caseSheet, v *dossier.Book) error {
	sw, err := b.sheet(v.Name())
	if err != nil {
		return err
	}
	n := len(volumeHeads)
	head := make([]any, n)
	for i, h := range volumeHeads {
		head[i] = styled(b.styles.head, h)
		if err := sw.SetColWidth(i+1, i+1, volumeWidths[i]); err != nil {
			return err
		}
	}
	if err := freeze(sw, 0, 3); err != nil {
		return err
	}
	if err := banner(sw, 1, n, b.styles.title, "卷内目录", 32); err != nil {
		return err
	}
	if err := banner(sw, 2, n, b.styles.subtitle, cleanText(s.c.Number+"　"+v.Name()), 20); err != nil {
		return err
	}
	if err := sw.SetRow(rowCell(3), head, excelize.RowOpts{Height: 26}); err != nil {
		return err
	}
	date := b.styles.add(cellStyle{border: true, horizontal: "center", format: formatDate})
	text := b.styles.add(cellStyle{border: true, wrap: true, format: formatText})
	middle := b.styles.add(cellStyle{border: true, horizontal: "center", format: formatText})
	for i := range v.Lines {
		l := &v.Lines[i]
		cells := []any{styled(b.styles.count, l.Serial), styled(text, nil), styled(text, nil), styled(text, nil), styled(date, nil), styled(middle, nil), styled(text, nil)}
		lines := 1
		for col, s := range map[int]string{1: l.Number, 2: l.Author, 3: l.Title, 6: l.Remark} {
			s = b.fit(l.Title, cleanText(s))
			cells[col] = styled(text, s)
			lines = max(lines, linesOf(s, int(volumeWidths[col])-2))
		}
		cells[5] = styled(middle, l.Span())
		if !l.Date.IsZero() {
			cells[4] = styled(date, l.Date.Time())
		}
		if err := sw.SetRow(rowCell(4+i), cells, excelize.RowOpts{Height: min(float64(lines)*checkLine+10, excelize.MaxRowHeight)}); err != nil {
			return err
		}
	}
	if err := b.page(v.Name(), "portrait", 3, n, 3+len(v.Lines)); err != nil {
		return err
	}
	return sw.Flush()
}
