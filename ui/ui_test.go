package ui

import (
	"bytes"
	"cmp"
	"context"
	"image"
	"image/png"
	"log/slog"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// rig is a window on a sample office, everything running at once, with what it logged.
type rig struct {
	*shell
	o     *fake.Office
	files *fakeFiles
	log   *bytes.Buffer
	win   fyne.Window
}

func newRig(t *testing.T, o *fake.Office, l model.Look) *rig {
	t.Helper()
	r := &rig{o: o, files: &fakeFiles{o: o}, log: &bytes.Buffer{}}
	deps := testDeps(o, r.files)
	deps.Log = slog.New(slog.NewTextHandler(r.log, nil))
	r.shell, r.win = stage(deps, l, pictureSize)
	t.Cleanup(r.win.Close)
	r.begin()
	return r
}

func testDeps(o *fake.Office, f cases.Files) Deps {
	return Deps{Office: o, Files: f, Today: func() calendar.Date { return o.Today },
		Log: slog.New(slog.DiscardHandler), ExportDir: "out", OfficeDir: "/var/office",
		Count: func(ctx context.Context, year int, asOf calendar.Date) (*statistics.Report, error) {
			return statistics.Count(ctx, o, year, asOf)
		}}
}

// logged reports whether a line with all parts was logged.
func (r *rig) logged(parts ...string) bool {
	for line := range strings.Lines(r.log.String()) {
		all := true
		for _, p := range parts {
			all = all && strings.Contains(line, p)
		}
		if all {
			return true
		}
	}
	return false
}

// fakeFiles is files without files: it remembers what was asked.
type fakeFiles struct {
	// What a page does not use is not faked.
	cases.Files
	o        *fake.Office
	exported []string
	rows     []cases.LedgerRow
	report   cases.LedgerReport
	notices  []calendar.Notice
	title    string
	heads    []string
	cells    [][]cases.ViewCell
	forms    cases.FormOptions
	written  cases.Report
	form     cases.Blank
	list     cases.Reconciliation
	cards    []cases.PlatformCard
	values   map[string]cases.BlankValue
	charts   []cases.Chart
	looks    []cases.ChartLook
	// difference is the list of differences that was written last.
	difference cases.SealDifference
	// court is the paper to a court that was written last.
	court cases.CourtPaper
	// suits is how the bulletin was ordered last.
	suits cases.SuitOptions
}

func (f *fakeFiles) Answer(_ context.Context, path string, _ cases.ID) error {
	f.exported = append(f.exported, path)
	return f.o.Fail
}

func (f *fakeFiles) Bulletin(_ context.Context, path string, opt cases.SuitOptions) error {
	f.exported, f.suits = append(f.exported, path), opt
	return f.o.Fail
}

func (f *fakeFiles) Yearbook(_ context.Context, path string, _ int, _ calendar.Date, p cases.Progress) error {
	p(1, 2)
	f.exported = append(f.exported, path)
	return f.o.Fail
}

func (f *fakeFiles) Ledger(_ context.Context, path string, _ int, p cases.Progress) error {
	p(0, 0)
	f.exported = append(f.exported, path)
	return f.o.Fail
}

func (f *fakeFiles) SealBook(_ context.Context, path string, d cases.SealDifference) error {
	f.exported, f.difference = append(f.exported, path), d
	return f.o.Fail
}

// ChartPicture gives an empty picture of the size asked for.
func (f *fakeFiles) ChartPicture(_ context.Context, c cases.Chart, look cases.ChartLook) ([]byte, error) {
	f.charts = append(f.charts, c)
	f.looks = append(f.looks, look)
	var b bytes.Buffer
	err := png.Encode(&b, image.NewGray(image.Rect(0, 0, int(float64(look.Width)*look.Scale), int(float64(look.Height)*look.Scale))))
	return b.Bytes(), cmp.Or(f.o.Fail, err)
}

func (f *fakeFiles) SaveChart(_ context.Context, path string, c cases.Chart) error {
	f.exported = append(f.exported, path)
	f.charts = append(f.charts, c)
	return f.o.Fail
}

func (f *fakeFiles) Template(string) error { return nil }

func (f *fakeFiles) ImportLedger(_ context.Context, _ string, opt cases.ImportOptions) (cases.LedgerReport, error) {
	for _, r := range f.rows {
		opt.Row(r)
	}
	out := f.report
	out.DryRun = opt.DryRun
	if !opt.DryRun {
		out.ImportID = 7
	}
	return out, f.o.Fail
}

func (f *fakeFiles) CheckSheet(_ context.Context, path string, _ calendar.Date) error {
	f.exported = append(f.exported, path)
	return f.o.Fail
}

func (f *fakeFiles) DueCalendar(_ context.Context, path, _ string, _ cases.ID) error {
	f.exported = append(f.exported, path)
	return f.o.Fail
}

func (f *fakeFiles) ReadNotices(string) ([]calendar.Notice, error) { return f.notices, f.o.Fail }

func (f *fakeFiles) ViewExport(_ context.Context, path, title string, heads []string, rows [][]cases.ViewCell) error {
	f.exported = append(f.exported, path)
	f.title, f.heads, f.cells = title, heads, rows
	return f.o.Fail
}
