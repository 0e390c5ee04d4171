package cases

import (
	"context"

	"fuyi/cases/calendar"
)

// ViewCell is one cell of a list as it is shown. Day is set in columns of dates, so that a workbook gets a date; Text is what the
// screen shows.
type ViewCell struct {
	Text string
	Day  calendar.Date
}

// ViewFiles writes a list as it stands on screen (当前视图), besides the ledgers that hold everything.
type ViewFiles interface {
	// ViewExport writes a table with a title and a head to a workbook (.xlsx), through a temporary file.
	ViewExport(ctx context.Context, path, title string, heads []string, rows [][]ViewCell) error
}
