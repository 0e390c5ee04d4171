package cases

import (
	"context"
	"io"

	"fuyi/cases/calendar"
)

// PaperID is the number of a paper in its office, never used again.
type PaperID int64

// Paper is one piece of a dossier (卷内材料): a file with what the list of the volume (卷内目录) says of it. The file's content is
// stored once under its hash, however many papers have it.
type Paper struct {
	ID   PaperID
	Case ID
	// File is the file's name as it came; Media its media type, e.g. application/pdf; Size its bytes; Hash the SHA-256 of its
	// content in hex.
	File  string
	Media string
	Size  int64
	Hash  string
	// Volume and Slot are where it belongs: 正卷 or 副卷, and the number of the heading in the standard order of package dossier; Order
	// its place under the heading.
	Volume Volume
	Slot   int
	Order  int
	// Title is 题名, Number 文号, Author 责任者, Date 日期, Remark 备注, as the list shows them. Pages is 页数, 0 if not known.
	Title  string
	Number string
	Author string
	Date   calendar.Date
	Pages  int
	Remark string
	// Added is when it was added (RFC 3339), By by whom. Read is true when its text can be searched.
	Added string
	By    string
	Read  bool
}

// Volume is a part of a dossier.
type Volume string

// Volumes.
const (
	MainVolume     Volume = "main"     // 正卷
	InternalVolume Volume = "internal" // 副卷: internal papers that no party and no member may see
)

// Label is 正卷 or 副卷.
func (v Volume) Label() string {
	if v == InternalVolume {
		return "副卷"
	}
	return "正卷"
}

// MaxPaperSize is the largest file a dossier takes, 500 MB.
const MaxPaperSize = 500 << 20

// Dossiers keeps the papers of cases (卷宗).
type Dossiers interface {
	// Papers lists the papers of a case by volume, slot and order.
	Papers(ctx context.Context, id ID) ([]Paper, error)
	// AddPaper copies a file into the office. size is its length in bytes if known, else -1, for progress, which may be nil and
	// counts bytes. More than MaxPaperSize is an Invalid *Error. Nothing is left behind if it fails or is cancelled. The answer
	// has ID, Hash, Size and Added set.
	AddPaper(ctx context.Context, p Paper, content io.Reader, size int64, progress func(done, total int64)) (Paper, error)
	// RevisePapers changes what the list says of papers, all or none; content and case stay.
	RevisePapers(ctx context.Context, changed []Paper) error
	// DiscardPapers puts papers into the bin, ReinstatePapers takes them out; DiscardedPapers lists those of a case (0: all).
	DiscardPapers(ctx context.Context, ids []PaperID) error
	ReinstatePapers(ctx context.Context, ids []PaperID) error
	DiscardedPapers(ctx context.Context, id ID) ([]Paper, error)
	// PaperFile is the path of a paper's content, to be read only. A file that is missing or was changed is Damaged.
	PaperFile(ctx context.Context, id PaperID) (string, error)
	// SetPaperText stores the text read from a paper, so that it can be searched, and its number of pages (0: not known).
	SetPaperText(ctx context.Context, id PaperID, text string, pages int) error
}

// PaperReader reads the content of papers: pages as pictures and text. Package export/pages implements it. Its methods may be
// called from several goroutines.
type PaperReader interface {
	// Media tells the media type of a file by its content and, where the content is only a container or plain text, by the ending of
	// its name.
	Media(path string) (string, error)
	// ReadText gives the text of a PDF, a Word document (.docx) or a text file, and the number of pages (1 for a picture, 0 if not
	// known); a file of another kind has no text.
	ReadText(ctx context.Context, path string) (text string, pages int, err error)
	// OpenPages opens a PDF or a picture for viewing; an Invalid *Error for any other file.
	OpenPages(ctx context.Context, path string) (Pages, error)
}
