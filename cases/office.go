package cases

import (
	"context"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Reader is what shows and counts cases. storage.Office implements it.
type Reader interface {
	// Law is the holiday calendar with the notices the office accepted, and its reading of open points, as of now.
	Law() *procedure.Law
	Settings(ctx context.Context) (Settings, error)
	// List returns one page of rows.
	List(ctx context.Context, q Query) (Page, error)
	// Case loads a case with its acts; a NotFound *Error if there is none.
	Case(ctx context.Context, id ID) (*Case, error)
	// CaseByNumber loads by the exact number, else by a unique fragment of it.
	CaseByNumber(ctx context.Context, number string) (*Case, error)
	// Each calls f for every case of the span in order of receipt. f must not keep the case.
	Each(ctx context.Context, s Span, f func(*Case) error) error
	// EachRunning calls f for every case in which a period runs or that is open, in order of receipt, as of a day. f must
	// not keep the case; progress may be nil.
	EachRunning(ctx context.Context, today calendar.Date, progress Progress, f func(*Case) error) error
	// Entries lists what was entered or corrected in a span, oldest first.
	Entries(ctx context.Context, s EntrySpan) ([]Entry, error)
	// Corrections lists the corrections made in a case, oldest first.
	Corrections(ctx context.Context, id ID) ([]CorrectionRecord, error)
	// Notices lists the accepted holiday notices by year.
	Notices(ctx context.Context) ([]NoticeRecord, error)
	// Years lists the years of receipt that occur, newest first; Handlers the handlers, by frequency.
	Years(ctx context.Context) ([]int, error)
	Handlers(ctx context.Context) ([]string, error)
	// Drafts lists unfinished registrations saved while typing, newest first.
	Drafts(ctx context.Context) ([]Draft, error)
}

// Picker is an office that loads many cases by their ids at once.
type Picker interface {
	// EachOf calls f for every case with one of the ids, in their order; those that are gone are left out. f must not keep the case.
	EachOf(ctx context.Context, ids []ID, f func(*Case) error) error
}

// Writer is what records. Every method is one transaction with its audit entries and projection, and has reached the
// disk when it returns nil.
type Writer interface {
	SaveSettings(ctx context.Context, s Settings) error
	// Register stores a new case with its first acts and returns its id. A number already used is a Conflict.
	Register(ctx context.Context, c *Case) (ID, error)
	// Record adds an act after procedure has permitted it, else a Refused *Error with the reason.
	Record(ctx context.Context, id ID, a procedure.Act) error
	// Correct replaces a wrong entry after procedure has found the acts as corrected possible, else a Refused *Error.
	Correct(ctx context.Context, id ID, c Correction) error
	// Tick notes that a second person has compared entries (their Case and ID) with their papers. Whoever entered one cannot tick
	// it, a Refused *Error; what was ticked stays ticked.
	Tick(ctx context.Context, entries []Entry, by string) error
	// AcceptNotice adds the holiday notice of a year, or replaces that year's, and moves the due dates it concerns.
	AcceptNotice(ctx context.Context, n calendar.Notice, source string) error
	// NextNumber proposes the next free number of a kind in a year, from the prefix of the settings.
	NextNumber(ctx context.Context, k Kind, year int) (string, error)
	// SaveDraft stores or replaces a draft; DropDraft removes it.
	SaveDraft(ctx context.Context, d Draft) (int64, error)
	DropDraft(ctx context.Context, id int64) error
	// BeginImport starts the single transaction of a ledger import.
	BeginImport(ctx context.Context, source ImportSource) (Import, error)
	// Imports lists past imports, newest first; UndoImport removes the cases of one that nobody has touched since,
	// and refuses if any was.
	Imports(ctx context.Context) ([]ImportRecord, error)
	UndoImport(ctx context.Context, id int64) error
}

// Desk is all an office offers to the window. storage.Office implements it.
type Desk interface {
	Reader
	Writer
	Editor
	Finder
	Dossiers
	People
	Directory
	Preferences
	Sealer
}

// Draft is a registration form as it stood when the clerk paused; Data is the form's own JSON.
type Draft struct {
	ID    int64
	Title string
	Data  []byte
	// Saved is the time of day in RFC 3339, for display.
	Saved string
}

// ImportSource names the file an import reads.
type ImportSource struct {
	// File is the base name; Hash the SHA-256 of its bytes in hex.
	File, Hash string
}

// Import is one running import: one transaction, committed or dropped as a whole.
type Import interface {
	// Add stores a case unless one with the same kind and number exists; present tells which happened.
	Add(c *Case) (present bool, err error)
	// Commit ends the transaction and returns the import's id; Rollback drops everything and may follow Commit.
	Commit() (int64, error)
	Rollback() error
}

// ImportRecord is one past import.
type ImportRecord struct {
	ID         int64
	File       string
	At         string
	Cases      int
	Undone     bool
	Imported   calendar.Date
	ImportedBy string
}
