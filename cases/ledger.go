package cases

import (
	"context"

	"fuyi/cases/calendar"
)

// Files is what leaves and enters an office as files; the export package implements it over a Reader and a Writer.
// Paths are written through a temporary file and renamed, so that a broken export never replaces a good one.
type Files interface {
	ViewFiles
	// Printer is what is printed on paper.
	Printer
	CourtFiles
	AnswerFiles
	FormFiles
	Reports
	Blanks
	Platforms
	SealFiles
	ChartFiles
	BulletinFiles
	// Yearbook writes the year-end workbook of a year as it stood on asOf (zero: the last day of the year).
	Yearbook(ctx context.Context, path string, year int, asOf calendar.Date, progress Progress) error
	// Ledger writes both ledgers (台账), of one year of receipt or of all (0).
	Ledger(ctx context.Context, path string, year int, progress Progress) error
	// Template writes the empty ledger with code lists and an example row.
	Template(path string) error
	// CheckSheet writes the sheet of what was entered on a day (期限登记核对单), to be printed and ticked by a second person.
	CheckSheet(ctx context.Context, path string, day calendar.Date) error
	// DueCalendar writes the running periods and announced hearings as an iCalendar file (.ics), of one handler or of all
	// (""), or of one case (id not 0).
	DueCalendar(ctx context.Context, path, handler string, id ID) error
	// ReadNotices reads a holiday notice from .json, .xlsx or .ics and writes nothing.
	ReadNotices(path string) ([]calendar.Notice, error)
	// ImportLedger reads a ledger workbook into the office, or only says what it would do.
	ImportLedger(ctx context.Context, path string, opt ImportOptions) (LedgerReport, error)
}

// Progress is told how far a long job is; total 0 means unknown. It may be nil.
type Progress func(done, total int)

// ImportOptions steer a ledger import.
type ImportOptions struct {
	// DryRun reads and reports, and writes nothing.
	DryRun bool
	// AllOrNothing imports no row if one is refused.
	AllOrNothing bool
	// Row, if set, is given every row's account as it is read.
	Row      func(LedgerRow)
	Progress Progress
}

// LedgerReport sums an import up.
type LedgerReport struct {
	File   string        `json:"file"`
	DryRun bool          `json:"dry_run"`
	Sheets []LedgerSheet `json:"sheets"`
	// Imported rows became cases, Present ones were there already, Refused ones were not taken.
	Imported int `json:"imported"`
	Present  int `json:"present"`
	Refused  int `json:"refused"`
	// Skipped rows hold no case: totals, repeated headers, the template's example.
	Skipped int `json:"skipped"`
	// ImportID is the number under which the import can be undone, 0 if nothing was written.
	ImportID int64 `json:"import_id"`
}

// LedgerSheet says how a sheet was read.
type LedgerSheet struct {
	Name string `json:"name"`
	// Kind is "" for a sheet that is not a ledger; Reason then says why.
	Kind      Kind           `json:"kind"`
	Reason    string         `json:"reason,omitempty"`
	HeaderRow int            `json:"header_row"`
	Columns   []LedgerColumn `json:"columns"`
	Rows      int            `json:"rows"`
}

// LedgerColumn says what a column was taken for; Field is "" for one kept as a note.
type LedgerColumn struct {
	Column string `json:"column"`
	Header string `json:"header"`
	Field  string `json:"field"`
	Label  string `json:"label"`
}

// RowStatus is what became of a ledger row.
type RowStatus string

// Row statuses.
const (
	RowImported RowStatus = "imported" // 导入 (in a dry run: 可导入)
	RowPresent  RowStatus = "present"  // 已存在
	RowRefused  RowStatus = "refused"  // 拒绝
	RowSkipped  RowStatus = "skipped"  // 跳过: a total, a repeated header, the template's example row; it holds no case
)

// LedgerRow is the account of one row.
type LedgerRow struct {
	Sheet  string       `json:"sheet"`
	Row    int          `json:"row"`
	Number string       `json:"number"`
	Status RowStatus    `json:"status"`
	Cells  []LedgerCell `json:"cells"`
	// Reasons are the sentences of a refused row, each with its cell's address, or say why a row was skipped.
	Reasons []string `json:"reasons,omitempty"`
}

// LedgerCell is the account of one non-empty cell.
type LedgerCell struct {
	Address string `json:"address"`
	Header  string `json:"header"`
	Text    string `json:"text"`
	// Understood is what the cell became, in the program's own form; Problem says why it could not be read. With both
	// empty the cell is kept as a note.
	Understood string `json:"understood,omitempty"`
	Problem    string `json:"problem,omitempty"`
}
