package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log/slog"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// office is an Office with two cases; methods that a test does not need are those of the nil interfaces.
type office struct {
	cases.Reader
	cases.Writer
	cases.Finder
	cases.Dossiers
	cases.Directory
	cases.Sealer
	cases.Preferences
	rows     []cases.Row
	problems []string
	asked    cases.Query
	found    cases.Found
	sought   cases.FindQuery
	c        *cases.Case
	papers   []cases.Paper
	refuse   error
	closed   bool
}

func (o *office) List(_ context.Context, q cases.Query) (cases.Page, error) {
	o.asked = q
	return cases.Page{Rows: o.rows, Total: len(o.rows)}, nil
}

func (o *office) Find(_ context.Context, q cases.FindQuery) (cases.Found, error) {
	o.sought = q
	return o.found, nil
}

func (o *office) CaseByNumber(context.Context, string) (*cases.Case, error) { return o.c, nil }

func (o *office) People(context.Context) ([]cases.Person, error) { return nil, nil }

func (o *office) Papers(context.Context, cases.ID) ([]cases.Paper, error) { return o.papers, nil }

// AddPaper keeps what the list says of a paper, until it is told to refuse.
func (o *office) AddPaper(_ context.Context, p cases.Paper, content io.Reader, _ int64, progress func(done, total int64)) (cases.Paper, error) {
	if o.refuse != nil && len(o.papers) > 0 {
		return p, o.refuse
	}
	h := sha256.New()
	n, err := io.Copy(h, content)
	if err != nil {
		return p, err
	}
	if progress != nil {
		progress(n, n)
	}
	p.ID, p.Size, p.Hash = cases.PaperID(len(o.papers)+1), n, hex.EncodeToString(h.Sum(nil))
	o.papers = append(o.papers, p)
	return p, nil
}

func (o *office) PaperFile(context.Context, cases.PaperID) (string, error) { return "content", nil }

func (o *office) SetPaperText(_ context.Context, id cases.PaperID, text string, pages int) error {
	o.papers[id-1].Read, o.papers[id-1].Pages = text != "", pages
	return nil
}

// reader reads the same text from every paper, or fails.
type reader struct {
	cases.PaperReader
	// stop is an interrupt that comes while a paper is read.
	stop   func()
	err    error
	closed bool
}

func (r *reader) Media(string) (string, error) { return "application/pdf", nil }

func (r *reader) ReadText(ctx context.Context, _ string) (string, int, error) {
	if r.stop != nil {
		r.stop()
		return "", 0, ctx.Err()
	}
	return "内容", 3, r.err
}

func (r *reader) Close() error { r.closed = true; return nil }

func (o *office) Check(context.Context) ([]string, error)     { return o.problems, nil }
func (o *office) Backup(_ context.Context, path string) error { return nil }

// The office keeps no preferences.
func (o *office) Preference(context.Context, string, string) ([]byte, error) { return nil, nil }

func (o *office) SetPreference(context.Context, string, string, []byte) error { return nil }

func (o *office) Close() error { o.closed = true; return nil }

// files answers an import with rows and a report of the test's choosing.
type files struct {
	cases.Files
	rows   []cases.LedgerRow
	report cases.LedgerReport
	err    error
}

func (f *files) ImportLedger(_ context.Context, path string, opt cases.ImportOptions) (cases.LedgerReport, error) {
	for _, r := range f.rows {
		opt.Row(r)
	}
	f.report.File, f.report.DryRun = path, opt.DryRun
	return f.report, f.err
}

// bench is one program under test.
type bench struct {
	office   *office
	files    *files
	reader   *reader
	deps     Deps
	out, err bytes.Buffer
}

func newBench() *bench {
	b := &bench{office: &office{}, files: &files{}, reader: &reader{}}
	b.deps = Deps{
		Stdout: &b.out, Stderr: &b.err, Log: slog.New(slog.DiscardHandler),
		Getenv: func(string) string { return "" }, GOOS: "linux", Home: "home", Version: "1.2.3",
		Today:    calendar.New(2026, 3, 5),
		Open:     func(context.Context, string, bool) (Office, error) { return b.office, nil },
		Files:    func(Office) cases.Files { return b.files },
		Papers:   func() PaperReader { return b.reader },
		Window:   func(context.Context, string) error { return nil },
		Pictures: func(context.Context, string, string) error { return nil },
		Restore:  func(context.Context, string, string) error { return nil },
	}
	return b
}

func (b *bench) run(args ...string) int {
	b.out.Reset()
	b.err.Reset()
	return Run(context.Background(), args, b.deps)
}
