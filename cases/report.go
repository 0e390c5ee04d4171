package cases

// Report is a written report (报告文字): what a template became.
type Report struct {
	Blocks []ReportBlock
}

// ReportKind is the kind of a part of a report.
type ReportKind uint8

// Kinds of parts.
const (
	ReportTitle     ReportKind = iota // 标题
	ReportHeading                     // 一级标题
	ReportParagraph                   // 正文
	ReportTable                       // 表格
	ReportSignature                   // 落款: who issues it, or the day
	ReportNumber                      // 发文字号
	ReportAddress                     // 主送机关
	ReportAnnexNote                   // 附件说明, before the signature
	ReportAnnex                       // 附件: begins a page of its own after the signature
)

// ReportBlock is one part of a report.
type ReportBlock struct {
	Kind ReportKind
	// Text is that of a title, heading or paragraph, or the title of a table.
	Text string
	// Head and Rows are those of a table; the first cell of a row is its label.
	Head []string
	Rows [][]string
	// Widths are how wide the columns are in proportion; nil for a wide label and equal columns.
	Widths []int
	// Across sets a table on sheets that lie across (横排).
	Across bool
}

// Reports writes reports. The export package implements it.
type Reports interface {
	// SaveReport writes a report as a Word file (.docx), or as plain text (.txt); another ending is Invalid.
	SaveReport(path string, r Report) error
}
