// Package ui is the window: pages of widgets that show what package ui/model decided and pass presses back to it.
// DESIGN.md says why it is built as it is.
package ui

import (
	"context"
	"log/slog"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// Deps is everything the window needs from outside. main fills it.
type Deps struct {
	Office model.Office
	Files  cases.Files
	Count  model.Counter
	// Papers reads the pages and the text of papers; nil where they cannot be shown.
	Papers cases.PaperReader
	// OpenFile opens a file in the system's program for it; nil leaves it to the toolkit.
	OpenFile func(path string) error
	// Warm, if set, prepares lists and searches in the background, so that the first one is as quick as the following ones.
	Warm func(ctx context.Context) error
	// Today tells the current day, asked anew whenever a page is shown.
	Today func() calendar.Date
	// Log receives what the window did: msg=ready, page, case, search, exported, and every error.
	Log *slog.Logger
	// ExportDir, if set, is where exports go without asking; else the clerk chooses a file each time.
	ExportDir string
	// OfficeDir is the folder of the office, shown in 设置.
	OfficeDir string
	// ReadOnly is the Chinese sentence why nothing can be recorded (another window holds the office), "" if it can.
	ReadOnly string
}
