// Package export writes what leaves an office as workbooks, and reads ledgers (台账) that enter it.
//
// A ledger it writes holds every fact of every case, so that the same statistics come out after it was read into an empty
// office. A ledger it reads is taken as clerks keep it; every non-empty cell is accounted for, and what cannot be
// understood is refused with its address or kept as a note, never dropped. DESIGN.md tells the grammar of the cells.
package export

import (
	"context"
	"io"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
)

// Files implements cases.Files over an office.
type Files struct {
	r cases.Reader
	w cases.Writer
	// clock is asked once an operation; today is what it answered.
	clock func() calendar.Date
	today calendar.Date
	// press prints; nil where there is none.
	press *press
}

var _ cases.Files = (*Files)(nil)

// New returns the files of an office. w may be nil for an office that is only read: a ledger import that would write is
// then refused. today is asked at the start of every operation, because a window stays open over midnight; it decides
// state and due date in ledgers, and which dates lie in the future.
func New(r cases.Reader, w cases.Writer, today func() calendar.Date) *Files {
	return &Files{r: r, w: w, clock: today}
}

// on is the files with the day of one operation.
func (f *Files) on() *Files {
	g := *f
	g.today = f.clock()
	return &g
}

// Template writes the empty ledger with code lists, hints and an example row.
func (f *Files) Template(path string) error {
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		if err := b.template(); err != nil {
			return err
		}
		return b.f.Write(w)
	})
}

// Ledger writes both ledgers of the cases received in a year, or of all (0).
func (f *Files) Ledger(ctx context.Context, path string, year int, progress cases.Progress) error {
	f = f.on()
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		b := newBook()
		defer b.close()
		set, err := f.r.Settings(ctx)
		if err != nil {
			return err
		}
		span := ledgerSpan{year: year, keep: receivedIn(year)}
		if err := f.ledgers(ctx, b, set, span, progress); err != nil {
			return err
		}
		return b.f.Write(w)
	})
}

// Yearbook writes the year-end workbook of a year as it stood on asOf (zero: the last day of the year).
func (f *Files) Yearbook(ctx context.Context, path string, year int, asOf calendar.Date, progress cases.Progress) error {
	f = f.on()
	return saveAs(path, ".xlsx", func(w io.Writer) error {
		report, err := statistics.Count(ctx, f.r, year, asOf)
		if err != nil {
			return err
		}
		last, err := f.lastYear(ctx, year, asOf)
		if err != nil {
			return err
		}
		b := newBook()
		defer b.close()
		if err := f.yearbook(ctx, b, report, last, progress); err != nil {
			return err
		}
		return b.f.Write(w)
	})
}

// book is a workbook being written, with its styles.
type book struct {
	f      *excelize.File
	styles *styles
	// first is true until the sheet every new workbook has was renamed.
	first bool
	// annex collects texts that no cell can hold, for the sheet 附页.
	annex []annexText
}

func newBook() *book {
	f := excelize.NewFile()
	return &book{f: f, styles: newStyles(f), first: true}
}

// close removes the temporary files of the stream writers. What it returns is of no use: the book is written by then.
func (b *book) close() { _ = b.f.Close() }

// finish adds the annex of texts that no cell could hold and writes the workbook.
func (b *book) finish(w io.Writer) error {
	if err := b.writeAnnex(); err != nil {
		return err
	}
	if b.styles.err != nil {
		return b.styles.err
	}
	return b.f.Write(w)
}

// sheet adds a sheet and returns its stream.
func (b *book) sheet(name string) (*excelize.StreamWriter, error) {
	if b.first {
		b.first = false
		if err := b.f.SetSheetName("Sheet1", name); err != nil {
			return nil, err
		}
	} else if _, err := b.f.NewSheet(name); err != nil {
		return nil, err
	}
	// A stream writes the sheet's properties at once, so the fit to the page must be known before it begins.
	fit := true
	if err := b.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return nil, err
	}
	return b.f.NewStreamWriter(name)
}
