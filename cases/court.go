package cases

import (
	"context"

	"fuyi/cases/calendar"
)

// CourtPaper is a paper of a defendant organ to a court (诉讼文书), to be written as a Word file or to be printed.
type CourtPaper struct {
	Title  string
	Blocks []CourtBlock
	// Blanks are Chinese sentences, one for each thing that the office file does not know and that the paper leaves open.
	Blanks []string
	// Doubts are Chinese sentences about what may not stand before the court. They forbid nothing.
	Doubts []string
	// Finish says how the paper is executed (盖章、签字) and when it goes to the court.
	Finish string
}

// CourtBlockKind is the kind of a part of a paper to a court.
type CourtBlockKind uint8

// Kinds of parts.
const (
	CourtText    CourtBlockKind = iota // 正文
	CourtAddress                       // 顶格: the court addressed, at the head or below 此致
	CourtEntry                         // a labelled line: 姓名, 职务
	CourtAnnex                         // 附件
	CourtSigner                        // 落款
	CourtDate                          // 成文日期
)

// CourtBlock is one part of a paper to a court. Label is that of an entry or of the annexes, "" for others.
type CourtBlock struct {
	Kind        CourtBlockKind
	Label, Text string
}

// HearingBrief is what a head of an organ reads before a hearing (负责人出庭提要): one A4 page, an internal paper.
type HearingBrief struct {
	Title, Subtitle string
	Facts           []HearingFact
	Sections        []HearingSection
	// Foot is at the lower right: from which day the page is, who handles the case.
	Foot string
}

// HearingFact is a labelled fact at the head of the brief; Wide takes the whole width, Strong is set bold.
type HearingFact struct {
	Label, Value string
	Wide, Strong bool
}

// HearingSection is a part of the brief: paragraphs, numbered points, or a table with a head.
type HearingSection struct {
	Title    string
	Numbered bool
	Lines    []string
	Head     []string
	Rows     [][]string
}

// HearingDate is a hearing for a calendar (开庭日程).
type HearingDate struct {
	// Number is the office's number of the suit; with Organ it identifies the entry, so that a later file replaces it.
	Number, Organ string
	On            calendar.Date
	// Time is the hour, HH:MM of Chinese time; "" where it is not known: then the whole day is taken.
	Time         string
	Title, Place string
	About        []string
}

// CourtFiles writes the papers around a hearing.
type CourtFiles interface {
	// CourtPaper writes a paper to a court as .docx or .pdf; another ending is Invalid.
	CourtPaper(path string, p CourtPaper) error
	// HearingBrief writes the page for the head as .pdf.
	HearingBrief(path string, b HearingBrief) error
	// HearingCalendar writes a hearing as an iCalendar file (.ics), with a reminder a day before.
	HearingCalendar(path string, h HearingDate) error
}

// AnswerFiles writes the papers of an answer to the court (应诉材料).
type AnswerFiles interface {
	// Answer writes a .zip with the papers of the dossier that go to the court, numbered in the order in which they are handed in, and a
	// checklist (清单.docx) of what is there and what is missing. A case that is no suit is Invalid.
	Answer(ctx context.Context, path string, id ID) error
}
