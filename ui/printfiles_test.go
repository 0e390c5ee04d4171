package ui

import (
	"context"

	"fuyi/cases"
)

// printed notes the file that a page had printed.
func (f *fakeFiles) printed(path string) error {
	f.exported = append(f.exported, path)
	return f.o.Fail
}

func (f *fakeFiles) Brief(_ context.Context, path string, _ cases.ID) error { return f.printed(path) }

func (f *fakeFiles) CasePrint(_ context.Context, path string, _ cases.ID, _ cases.Slip) error {
	return f.printed(path)
}

func (f *fakeFiles) LetterPrint(_ context.Context, path string, _ cases.Letter) error {
	return f.printed(path)
}

func (f *fakeFiles) ListPrint(_ context.Context, path, title string, columns []string, _ [][]string) error {
	f.title, f.heads = title, columns
	return f.printed(path)
}

func (f *fakeFiles) VolumeList(_ context.Context, path string, _ cases.ID) error {
	return f.printed(path)
}

func (f *fakeFiles) FormBook(_ context.Context, path string, opt cases.FormOptions, _ cases.Progress) error {
	f.forms = opt
	return f.printed(path)
}

func (f *fakeFiles) SaveReport(path string, r cases.Report) error {
	f.written = r
	return f.printed(path)
}

func (f *fakeFiles) CourtPaper(path string, p cases.CourtPaper) error {
	f.court = p
	return f.printed(path)
}

func (f *fakeFiles) HearingBrief(path string, _ cases.HearingBrief) error { return f.printed(path) }

func (f *fakeFiles) HearingCalendar(path string, _ cases.HearingDate) error { return f.printed(path) }
