package cases

import "context"

// PlatformCard is how the superior's platform wants cases typed in (平台抄录卡): its fields in its order, with its own words and
// codes. It is data, kept as JSON, because platforms differ and change.
type PlatformCard struct {
	Name   string          `json:"name"`
	Kind   Kind            `json:"kind"`
	Fields []PlatformField `json:"fields"`
}

// PlatformField is one field of the platform.
type PlatformField struct {
	// Field is the stable name of what the case knows, e.g. received; package platform lists them. Label is the platform's own
	// name; Heads are other heads its exported lists have for it.
	Field string   `json:"field"`
	Label string   `json:"label"`
	Heads []string `json:"heads,omitempty"`
	// Codes turn the office's words into the platform's; without any the words are the same.
	Codes []PlatformCode `json:"codes,omitempty"`
	// CardOnly fields are typed in but not compared.
	CardOnly bool `json:"card_only,omitempty"`
}

// PlatformCode is one word of the office with the platform's name and code for it.
type PlatformCode struct {
	Ours string `json:"ours"`
	Name string `json:"name"`
	Code string `json:"code,omitempty"`
}

// PlatformLine is one line to be typed and ticked. Value is in the platform's words; Problem says what is missing for it.
type PlatformLine struct {
	Field   string `json:"field"`
	Label   string `json:"label"`
	Value   string `json:"value"`
	Code    string `json:"code,omitempty"`
	Problem string `json:"problem,omitempty"`
}

// PlatformList is a list exported from the platform, as it was read.
type PlatformList struct {
	File string `json:"file"`
	Kind Kind   `json:"kind"`
	// Fields are the fields that have a column; Ignored the heads of columns that were not understood.
	Fields  []string         `json:"fields"`
	Ignored []string         `json:"ignored,omitempty"`
	Records []PlatformRecord `json:"records"`
	// Skipped counts rows that hold no case: totals, repeated heads. Problems are sentences about what could not be read.
	Skipped  int      `json:"skipped,omitempty"`
	Problems []string `json:"problems,omitempty"`
}

// PlatformRecord is one case of the list.
type PlatformRecord struct {
	Sheet string                  `json:"sheet"`
	Row   int                     `json:"row"`
	Cells map[string]PlatformCell `json:"cells"`
}

// PlatformCell is a cell as it stands (Text) and with dates and known words brought to the office's form (Value).
type PlatformCell struct {
	Address string `json:"address"`
	Text    string `json:"text"`
	Value   string `json:"value"`
}

// ReconcileStatus is what is wrong about a line of a reconciliation (对账).
type ReconcileStatus string

// Statuses.
const (
	PlatformMissing    ReconcileStatus = "missing"    // 平台缺少: the office has the case, the platform does not
	PlatformExtra      ReconcileStatus = "extra"      // 平台多出: the platform has it, the office does not
	PlatformDifferent  ReconcileStatus = "different"  // 内容不同: one field, ours and theirs
	PlatformRepeated   ReconcileStatus = "repeated"   // 平台重复: the number stands in the list again
	PlatformUnnumbered ReconcileStatus = "unnumbered" // 没有案号: the row cannot be compared
)

// Label is the Chinese name of the status.
func (s ReconcileStatus) Label() string {
	return map[ReconcileStatus]string{PlatformMissing: "平台缺少", PlatformExtra: "平台多出", PlatformDifferent: "内容不同",
		PlatformRepeated: "平台重复", PlatformUnnumbered: "没有案号"}[s]
}

// ReconcileLine is one finding.
type ReconcileLine struct {
	Status ReconcileStatus `json:"status"`
	// ID is the case, 0 if the office has none; Title who against whom.
	ID     ID     `json:"id,omitempty"`
	Number string `json:"number"`
	Title  string `json:"title,omitempty"`
	// Sheet, Row and Address say where the list has it; Row is 0 if it does not.
	Sheet   string `json:"sheet,omitempty"`
	Row     int    `json:"row,omitempty"`
	Address string `json:"address,omitempty"`
	// Field, Label, Ours and Theirs are those of a different field.
	Field  string `json:"field,omitempty"`
	Label  string `json:"label,omitempty"`
	Ours   string `json:"ours,omitempty"`
	Theirs string `json:"theirs,omitempty"`
	// Note is a hint, e.g. that the number may be mistyped.
	Note string `json:"note,omitempty"`
}

// Reconciliation is the result of comparing the platform's list with the office's cases.
type Reconciliation struct {
	File string `json:"file"`
	Kind Kind   `json:"kind"`
	// Year is the year of receipt of the cases the platform must have, 0 for all.
	Year int `json:"year"`
	// Cases of the office in the year, Records of the list, Same cases that agree in all compared fields.
	Cases   int `json:"cases"`
	Records int `json:"records"`
	Same    int `json:"same"`
	// Count has the number of lines of each status.
	Count map[ReconcileStatus]int `json:"count"`
	// Compared are the labels of the compared fields; Ignored the heads of columns that were not.
	Compared []string        `json:"compared"`
	Ignored  []string        `json:"ignored,omitempty"`
	Lines    []ReconcileLine `json:"lines"`
	Problems []string        `json:"problems,omitempty"`
}

// ReconcileOptions steer a reconciliation.
type ReconcileOptions struct {
	// Year is the year of receipt; 0 compares all cases.
	Year int
	// Kind is "" to be told by the heads of the list.
	Kind Kind
	// Cards are the platform's cards; the ones of package platform stand in for kinds that have none.
	Cards    []PlatformCard
	Progress Progress
}

// Platforms compares with what was exported from the platform (平台对账). The export package implements it.
type Platforms interface {
	// Reconcile reads an exported list (.xlsx) and compares it with the office's cases by number.
	Reconcile(ctx context.Context, path string, opt ReconcileOptions) (Reconciliation, error)
	// SaveReconciliation writes the result as a workbook (.xlsx).
	SaveReconciliation(ctx context.Context, path string, r Reconciliation) error
}
