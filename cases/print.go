package cases

import (
	"context"

	"fuyi/cases/calendar"
)

// Printer writes what is printed on paper as PDF files, with the typeface inside, and the list of the volumes as a workbook. The
// files are looked at and printed in the system's own programs. Each path is written through a temporary file.
type Printer interface {
	// Brief writes the brief of a case (一页案情): one A4 page whatever the case holds. It is an internal paper.
	Brief(ctx context.Context, path string, id ID) error
	// CasePrint writes one of the other papers that follow from a case.
	CasePrint(ctx context.Context, path string, id ID, what Slip) error
	// LetterPrint writes a letter of the office (公文).
	LetterPrint(ctx context.Context, path string, l Letter) error
	// ListPrint writes a list as it is seen, A4 landscape. The first line of the title is its head, further lines say what the list
	// was filtered by. A row shorter than the columns has empty cells; more cells than columns are Invalid.
	ListPrint(ctx context.Context, path, title string, columns []string, rows [][]string) error
	// VolumeList writes the lists of the volumes of a dossier (卷内目录) as .xlsx, a sheet for each volume.
	VolumeList(ctx context.Context, path string, id ID) error
}

// Slip names a paper that is printed from what is known of a case.
type Slip string

// Slips.
const (
	SlipPhoneBrief Slip = "phone_brief" // 一页案情（手机版）: narrow pages to read on a phone
	SlipService    Slip = "service"     // 送达回证, one page for each party
	SlipAddress    Slip = "address"     // 送达地址确认书, one page for each applicant and third party
	SlipLabels     Slip = "labels"      // 邮寄地址签: address labels of all parties
	SlipCover      Slip = "cover"       // 案卷封面（正卷）
	SlipInnerCover Slip = "inner_cover" // 案卷封面（副卷）
	SlipContents   Slip = "contents"    // 卷内目录, main volume and internal volume
	SlipReference  Slip = "reference"   // 卷内备考表
	SlipMaterials  Slip = "materials"   // 接收材料清单, in two copies
)

// Slips lists the slips in the order in which they are offered.
func Slips() []Slip {
	return []Slip{SlipMaterials, SlipAddress, SlipService, SlipLabels, SlipPhoneBrief, SlipCover, SlipInnerCover, SlipContents, SlipReference}
}

// BindingSlips lists the slips with which a dossier is bound.
func BindingSlips() []Slip { return []Slip{SlipContents, SlipCover, SlipInnerCover, SlipReference} }

// SlipsOf lists the slips that a case of a kind has: in litigation the court serves papers and takes them in.
func SlipsOf(k Kind) []Slip {
	if k == Litigation {
		return []Slip{SlipPhoneBrief, SlipLabels, SlipCover, SlipInnerCover, SlipContents, SlipReference}
	}
	return Slips()
}

// Label is the Chinese name of the paper.
func (s Slip) Label() string {
	return map[Slip]string{SlipPhoneBrief: "一页案情（手机版）", SlipService: "送达回证", SlipAddress: "送达地址确认书", SlipLabels: "邮寄地址签",
		SlipCover: "案卷封面（正卷）", SlipInnerCover: "案卷封面（副卷）", SlipContents: "卷内目录", SlipReference: "卷内备考表", SlipMaterials: "接收材料清单"}[s]
}

// Letter is a letter of the office to be printed; its fields are those of the letters that other packages of the domain compose,
// which are converted to it.
type Letter struct {
	// Title is the letter's name, Number its number (文号), To the addressee (主送).
	Title, Number, To string
	Paragraphs        []string
	// Table, if any, stands after the first paragraph; its first row is the head.
	Table [][]string
	// Signer and Date stand at the lower right.
	Signer string
	Date   calendar.Date
}
