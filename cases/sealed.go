package cases

import (
	"context"

	"fuyi/cases/calendar"
)

// SealRecord says which period was sealed (封存), by whom and when.
type SealRecord struct {
	// ID is the seal's number in the office file.
	ID int64 `json:"id"`
	// Title names the period: 2020年, or its two days.
	Title string `json:"title"`
	// From and To bound the period inclusively; AsOf is the day whose knowledge was counted.
	From calendar.Date `json:"from"`
	To   calendar.Date `json:"to"`
	AsOf calendar.Date `json:"as_of"`
	// By is the signed-in person who sealed, On the day, At the time (RFC 3339).
	By string        `json:"by"`
	On calendar.Date `json:"on"`
	At string        `json:"at"`
	// Note is a remark; for a period sealed before, the reason for sealing it again. Replaces is the seal before, 0 for none.
	Note     string `json:"note"`
	Replaces int64  `json:"replaces"`
	// Hash is the SHA-256 of the sealed content in hex, see package seal.
	Hash string `json:"hash"`
}

// Short is the beginning of the hash, enough to compare two papers by eye.
func (r *SealRecord) Short() string { return r.Hash[:min(12, len(r.Hash))] }

// Seal is a period whose figures and case lists are frozen.
type Seal struct {
	SealRecord
	// Forms are the editions that were counted; Rules and Mapping how.
	Forms   []string          `json:"forms"`
	Rules   map[string]string `json:"rules"`
	Mapping map[string]string `json:"mapping"`
	// Figures are the numbers that are not 0, in the order of overview, forms and tables.
	Figures []SealedFigure `json:"figures"`
	// Cases are all cases behind the figures, by ID, as they stood.
	Cases []SealedCase `json:"cases"`
}

// SealedFigure is a frozen number with its cases.
type SealedFigure struct {
	// Key is the stable name: overview/received, form1-2016/公安/accepted, table/litigation_courts/某法院/新收.
	Key string `json:"key"`
	// Table and Label are the Chinese names of the table and of the number in it; Unit is 件, 人, 元, 份 or "".
	Table string `json:"table"`
	Label string `json:"label"`
	Unit  string `json:"unit"`
	Value int64  `json:"value"`
	// Cases add to the number; Amounts is what each adds (fen for money), nil where each adds 1 or where it is not known.
	Cases   []ID    `json:"cases"`
	Amounts []int64 `json:"amounts,omitempty"`
}

// SealedCase is a case as it stood, so that a sealed list can be read even if the case is changed or in the bin.
type SealedCase struct {
	ID        ID            `json:"id"`
	Kind      Kind          `json:"kind"`
	Number    string        `json:"number"`
	Title     string        `json:"title"`
	Received  calendar.Date `json:"received"`
	Accepted  calendar.Date `json:"accepted"`
	Concluded calendar.Date `json:"concluded"`
	// Result is the headline result, "" while open.
	Result   string `json:"result"`
	Category string `json:"category"`
	Matter   string `json:"matter"`
	// Facts are what else counts in a figure, in Chinese: 申请人2名, 意见书1份.
	Facts []string `json:"facts"`
}

// Sealer keeps sealed periods. A seal is never changed.
type Sealer interface {
	// Seal stores a seal; its On is the day of sealing, the person and the time are the office's. A period sealed before needs a
	// Note that says why, else it is Refused; the older seal stays.
	Seal(ctx context.Context, s *Seal) (SealRecord, error)
	// Seals lists the seals, newest first.
	Seals(ctx context.Context) ([]SealRecord, error)
	// LoadSeal loads a seal whole and verifies its hash: a changed one is Damaged, an unknown one NotFound.
	LoadSeal(ctx context.Context, id int64) (*Seal, error)
}

// SealStatus is what became of a case in a sealed number.
type SealStatus string

// Statuses.
const (
	SealAdded   SealStatus = "added"   // 新增: counts now and did not
	SealDropped SealStatus = "dropped" // 减少: counted and does not now
	SealChanged SealStatus = "changed" // 数额变化: adds another amount
)

// Label is the Chinese name of the status.
func (s SealStatus) Label() string {
	return map[SealStatus]string{SealAdded: "新增", SealDropped: "减少", SealChanged: "数额变化"}[s]
}

// SealDifference is the list of differences (差异表) between a seal and the same period counted now.
type SealDifference struct {
	Seal SealRecord `json:"seal"`
	// On is the day of the comparison.
	On    calendar.Date `json:"on"`
	Lines []SealLine    `json:"lines"`
}

// SealLine is a number that differs, or whose cases do.
type SealLine struct {
	Key   string       `json:"key"`
	Table string       `json:"table"`
	Label string       `json:"label"`
	Unit  string       `json:"unit"`
	Was   int64        `json:"was"`
	Is    int64        `json:"is"`
	Cases []SealChange `json:"cases"`
}

// SealChange is a case that makes a difference.
type SealChange struct {
	Case   ID         `json:"case"`
	Kind   Kind       `json:"kind"`
	Number string     `json:"number"`
	Title  string     `json:"title"`
	Status SealStatus `json:"status"`
	// Gone marks a case that is no longer among the office's cases.
	Gone bool `json:"gone"`
	// Why compares the case with how it stood, in Chinese; Entered are the corrections and entries made after the sealing.
	Why     []string `json:"why"`
	Entered []string `json:"entered"`
}

// SealFiles writes differences on paper.
type SealFiles interface {
	// SealBook writes the list of differences as a workbook.
	SealBook(ctx context.Context, path string, d SealDifference) error
}
