package cases

import (
	"context"

	"fuyi/cases/calendar"
)

// Finder answers the search box (查找) and looks for cases like the one being registered.
type Finder interface {
	// Find looks for what a clerk typed: fragments of numbers, names, pinyin initials, papers, phones, notes and the text of
	// attachments, separated by blanks, all of which must match; dates as spoken (上月, 0312, 3月12日) match the days of receipt, acceptance, conclusion,
	// the next due day and the last act. The
	// best come first.
	Find(ctx context.Context, q FindQuery) (Found, error)
	// Similar lists cases that share an applicant, an identity number, the paper in dispute or the subject with what is being
	// typed, the most alike first, at most limit.
	Similar(ctx context.Context, like Likeness, limit int) ([]SimilarCase, error)
	// Totals counts what a query selects, for the foot of a list.
	Totals(ctx context.Context, q Query) (Totals, error)
}

// FindQuery is one search. Limit 0 means 50.
type FindQuery struct {
	Text  string
	Today calendar.Date
	Limit int
}

// Found is the answer to a search. Total counts all hits, Hits has at most the limit.
type Found struct {
	Hits  []Hit
	Total int
	// Days are the spans of days the query named, in words, e.g. 上月（2026-10-01至2026-10-31）.
	Days []string
}

// Hit is a case that was found and why.
type Hit struct {
	Row     Row
	Matches []Match
}

// Match explains one fragment of the query: where it was found.
type Match struct {
	// Field is the Chinese name of the field: 案号, 申请人, 电话, 附件“处罚决定书.pdf” ...
	Field string
	// Text is the field's text around the match, From and To its place in it in characters (runes); equal where the match has no
	// place, as for initials that stand for several characters.
	Text     string
	From, To int
	// Paper is the attachment it was found in, 0 for another field.
	Paper PaperID
}

// Likeness is what similar cases are looked for by; empty fields do not count.
type Likeness struct {
	// Except is left out: the case itself.
	Except     ID
	Applicants []string
	IDNumbers  []string
	Phones     []string
	ActNumber  string
	Subject    string
	Respondent string
}

// SimilarCase is a case like the one being registered.
type SimilarCase struct {
	Row Row
	// Why names what is the same: 同一申请人, 同一证件号码, 同一文书, 相同事项.
	Why []string
	// Same is true when both applicant and paper or subject agree, so that it may be a repeated application (重复申请).
	Same bool
}

// Totals are the figures at the foot of a list.
type Totals struct {
	All, Open, Overdue, Suspended, Done int
}
