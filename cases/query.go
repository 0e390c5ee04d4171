package cases

import (
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Query selects cases for a list. Zero fields do not restrict.
type Query struct {
	Kind Kind
	// Year is the year of receipt (收案年度).
	Year int
	// Text is what the clerk typed: fragments of number, party, respondent, subject, handler, or pinyin initials,
	// separated by blanks; all must match.
	Text string
	// States keeps only these states; Status keeps a group of them.
	States  []procedure.State
	Status  Status
	Handler string
	// From and To bound the day of receipt; Categories, Matters, Respondents and Results keep cases with one of the words.
	From, To                                  calendar.Date
	Categories, Matters, Respondents, Results []string
	// ConcludedFrom and ConcludedTo keep cases concluded within the days.
	ConcludedFrom, ConcludedTo calendar.Date
	// DueTo keeps cases whose next period ends on or before the day (overdue ones included).
	DueTo calendar.Date
	// Today is needed for Status Overdue.
	Today calendar.Date
	Sort  SortKey
	Desc  bool
	// Offset and Limit page the result; Limit 0 means all.
	Offset, Limit int
}

// Status is a group of states, as filter chips offer it.
type Status string

// Status groups.
const (
	Any          Status = ""          // 全部
	Open         Status = "open"      // 在办 (not concluded)
	Overdue      Status = "overdue"   // 超期
	SuspendedNow Status = "suspended" // 中止
	Done         Status = "done"      // 已结
)

// SortKey is the column a list is sorted by.
type SortKey string

// Sort keys; the zero key sorts by day of receipt, newest first.
const (
	ByReceived    SortKey = "received"
	ByNumber      SortKey = "number"
	ByApplicants  SortKey = "applicants"
	ByRespondents SortKey = "respondents"
	BySubject     SortKey = "subject"
	ByHandler     SortKey = "handler"
	ByState       SortKey = "state"
	ByAccepted    SortKey = "accepted"
	ByConcluded   SortKey = "concluded"
	ByResult      SortKey = "result"
	ByDue         SortKey = "due"
	ByCategory    SortKey = "category"
	ByMatter      SortKey = "matter"
	ByCourt       SortKey = "court"
)

// Page is one page of a list.
type Page struct {
	Rows []Row
	// Total is the number of cases the query selects, over all pages.
	Total int
}

// Span selects the cases that a count of a period needs: received on or before To and, if concluded, with any act on
// or after From. A zero bound does not restrict.
type Span struct {
	Kind     Kind
	From, To calendar.Date
}
