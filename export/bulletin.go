package export

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
	"fuyi/cases/litigation"
)

// Bulletin writes the bulletin of heads' appearance and losses, as a workbook or as a document by the ending of the path.
func (f *Files) Bulletin(ctx context.Context, path string, opt cases.SuitOptions) error {
	f = f.on()
	b, set, err := f.bulletin(ctx, opt)
	if err != nil {
		return err
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx":
		return f.SaveReport(path, b.Report())
	case ".xlsx":
		return saveAs(path, ".xlsx", func(w io.Writer) error { return f.bulletinBook(ctx, w, b, set) })
	}
	return &cases.Error{Op: "bulletin", Kind: cases.Invalid, Msg: "通报只能存为 .xlsx 或者 .docx 文件，请改文件名“" + filepath.Base(path) + "”。"}
}

// bulletin counts what is asked for; the office that issues it is that of the settings.
func (f *Files) bulletin(ctx context.Context, opt cases.SuitOptions) (*litigation.Bulletin, cases.Settings, error) {
	set, err := f.r.Settings(ctx)
	if err != nil {
		return nil, set, err
	}
	s := litigation.ScopeOf(opt)
	r, err := litigation.Load(ctx, f.r, s.AsOf)
	if err != nil {
		return nil, set, err
	}
	return r.NewBulletin(s, set.District, set.Office, f.today), set, nil
}

func (f *Files) bulletinBook(ctx context.Context, w io.Writer, x *litigation.Bulletin, set cases.Settings) error {
	b := newBook()
	defer b.close()
	p := forms.Period{From: x.From, To: x.To, AsOf: x.AsOf}
	book := &analysis.Book{Period: p, Before: analysis.YearBefore(p), Settings: set}
	cited, err := f.cited(ctx, []forms.Period{book.Period, book.Before})
	if err != nil {
		return err
	}
	behind := &caseSheets{b: b, cited: cited}
	out := &study{book: book, tables: x.Tables, lists: x.Lists, decimals: 1}
	if err := out.write(behind); err != nil {
		return err
	}
	if err := behind.write(); err != nil {
		return err
	}
	return b.finish(w)
}
