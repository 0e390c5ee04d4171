// Package docx writes reports as Word files in the typography of official documents (公文): A4 with its margins, 小标宋 titles, 黑体 headings,
// 仿宋 text of size 三号 with lines of 28 points, ruled tables whose heads repeat, page numbers in the foot.
package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"fuyi/cases"
)

// Write writes a report.
func Write(w io.Writer, r cases.Report) error {
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRels}, {"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", styles()}, {"word/footer1.xml", footer}, {"word/document.xml", document(r)},
	} {
		f, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`

const packageRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
	`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

const documentRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`

// footer is the page number between dashes, as official documents have it.
const footer = `<w:ftr ` + wordSpace + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>` +
	`<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`

// style is a paragraph style; sizes are in half points, the pitch of lines in twentieths of a point.
type style struct {
	id, name, face string
	size, pitch    int
	centred, right bool
	indent, keep   bool
	before, after  int
}

// Names of the styles.
const (
	styleTitle   = "Title"
	styleHeading = "Heading1"
	styleText    = "BodyText"
	styleCaption = "Caption"
	styleCell    = "TableCell"
	styleNarrow  = "TableCellNarrow"
	styleSigned  = "Signature"
	styleNumber  = "DocumentNumber"
	styleFlush   = "Flush"
	styleAnnex   = "Annex"
	styleTail    = "Tail"
)

func styles() string {
	var b strings.Builder
	b.WriteString(`<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr>` + face("仿宋_GB2312") + `<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`)
	for _, s := range []style{
		{id: styleTitle, name: "Title", face: "方正小标宋简体", size: 44, pitch: 640, centred: true, keep: true, after: 400},
		{id: styleHeading, name: "heading 1", face: "黑体", size: 32, pitch: 560, indent: true, keep: true},
		{id: styleText, name: "Body Text", face: "仿宋_GB2312", size: 32, pitch: 560, indent: true},
		{id: styleCaption, name: "caption", face: "黑体", size: 24, pitch: 480, centred: true, keep: true, before: 160},
		{id: styleNumber, name: "Document Number", face: "仿宋_GB2312", size: 32, pitch: 560, centred: true, after: 560},
		{id: styleFlush, name: "Flush", face: "仿宋_GB2312", size: 32, pitch: 560},
		{id: styleAnnex, name: "Annex", face: "黑体", size: 32, pitch: 560, keep: true},
		// What must stand behind a table takes no room, or it would begin an empty page.
		{id: styleTail, name: "Tail", face: "仿宋_GB2312", size: 2, pitch: 20, after: 280},
		{id: styleSigned, name: "Signature", face: "仿宋_GB2312", size: 32, pitch: 560, right: true},
		{id: styleCell, name: "Table Cell", face: "仿宋_GB2312", size: 21, pitch: 340, centred: true},
		{id: styleNarrow, name: "Table Cell Narrow", face: "仿宋_GB2312", size: 18, pitch: 300, centred: true},
	} {
		b.WriteString(s.xml())
	}
	return b.String() + `</w:styles>`
}

func face(name string) string {
	return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="` + name + `" w:cs="Times New Roman"/>`
}

func (s style) xml() string {
	out := `<w:style w:type="paragraph" w:styleId="` + s.id + `"><w:name w:val="` + s.name + `"/><w:pPr>`
	if s.keep {
		out += `<w:keepNext/>`
	}
	out += fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="exact"/>`, s.before, s.after, s.pitch)
	if s.indent {
		out += `<w:ind w:firstLineChars="200" w:firstLine="640"/>`
	}
	if s.centred {
		out += `<w:jc w:val="center"/>`
	}
	if s.right {
		// The last line of an official document stands four signs from the edge.
		out += `<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`
	}
	if s.id == styleHeading {
		out += `<w:outlineLvl w:val="0"/>`
	}
	return out + `</w:pPr><w:rPr>` + face(s.face) + fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, s.size, s.size)
}

// document is the body: A4 with the margins of official documents (上37、下35、左28、右26毫米).
func document(r cases.Report) string {
	var b strings.Builder
	b.WriteString(`<w:document ` + wordSpace + `><w:body>`)
	across, annexed := false, false
	for i, x := range r.Blocks {
		if x.Kind == cases.ReportAnnex && !annexed {
			// What stands before the annexes is a section of its own, upright.
			across, annexed = followedAcross(r.Blocks[i:]), true
			b.WriteString(`<w:p><w:pPr>` + section(false) + `</w:pPr></w:p>`)
		} else if x.Kind == cases.ReportAnnex {
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + styleAnnex + `"/><w:pageBreakBefore/></w:pPr>` + run(x.Text) + `</w:p>`)
			continue
		}
		switch x.Kind {
		case cases.ReportNumber:
			b.WriteString(markedParagraph(styleNumber, "", x.Text))
			continue
		case cases.ReportAddress, cases.ReportAnnexNote:
			b.WriteString(markedParagraph(styleFlush, annexIndent(x.Kind), x.Text))
			continue
		case cases.ReportAnnex:
			b.WriteString(paragraph(styleAnnex, x.Text))
			continue
		}
		switch x.Kind {
		case cases.ReportTitle:
			b.WriteString(paragraph(styleTitle, x.Text))
		case cases.ReportHeading:
			b.WriteString(paragraph(styleHeading, x.Text))
		case cases.ReportSignature:
			b.WriteString(signature(r.Blocks, i))
		case cases.ReportTable:
			b.WriteString(paragraph(styleCaption, x.Text) + table(x) + paragraph(styleTail, ""))
		default:
			b.WriteString(markedParagraph(styleText, "", x.Text))
		}
	}
	return b.String() + section(across) + `</w:body></w:document>`
}

// section is the page: A4 upright, or lying across for wide tables.
func section(across bool) string {
	size := `<w:pgSz w:w="11906" w:h="16838"/>`
	if across {
		size = `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`
	}
	return `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>` + size +
		`<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>`
}

// followedAcross reports whether the annexes hold a table that lies across.
func followedAcross(list []cases.ReportBlock) bool {
	return slices.ContainsFunc(list, func(x cases.ReportBlock) bool { return x.Across })
}

// annexIndent sets the list of annexes two signs in.
func annexIndent(k cases.ReportKind) string {
	if k == cases.ReportAnnexNote {
		return `<w:ind w:leftChars="200" w:left="640"/>`
	}
	return ""
}

// signature sets who issues a report and the day as official documents do: the day four signs from the edge, the signer centred above it with
// room for the seal. A report with one of them only has it four signs from the edge.
func signature(list []cases.ReportBlock, i int) string {
	signed := func(j int) bool { return j >= 0 && j < len(list) && list[j].Kind == cases.ReportSignature }
	if !signed(i + 1) {
		return paragraph(styleSigned, list[i].Text)
	}
	return `<w:p><w:pPr><w:pStyle w:val="` + styleSigned + `"/><w:keepNext/><w:spacing w:before="1120" w:after="0" w:line="560" w:lineRule="exact"/>` +
		rightIndent(list[i].Text, list[i+1].Text) + `<w:jc w:val="right"/></w:pPr>` + run(list[i].Text) + `</w:p>`
}

// markedParagraph is a paragraph whose places to be filled in are marked.
func markedParagraph(style, properties, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + properties + `</w:pPr>` + marked(text) + `</w:p>`
}

func paragraph(style, text string) string {
	out := `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	if text != "" {
		out += run(text)
	}
	return out + `</w:p>`
}

func run(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = `<w:t xml:space="preserve">` + escaped(lines[i]) + `</w:t>`
	}
	return `<w:r>` + strings.Join(lines, `<w:br/>`) + `</w:r>`
}

// escaped is text for XML; signs that XML cannot hold become the replacement sign.
func escaped(text string) string {
	var b strings.Builder
	// Writing into memory cannot fail.
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}

// Widths of tables in twentieths of a point, and from how many columns on the cells are set smaller.
const (
	textWidth   = 8844
	acrossWidth = 13776
	manyCells   = 8
)

// table is a ruled table whose head repeats on every page and whose rows are not torn.
func table(x cases.ReportBlock) string {
	n := len(x.Head)
	whole := textWidth
	if x.Across {
		whole = acrossWidth
	}
	first, margin, style := whole*40/100, 40, styleCell
	if n > manyCells && !x.Across {
		first, margin, style = whole*22/100, 12, styleNarrow
	}
	widths := columnWidths(x, whole, first)
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(whole) + `" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
	}
	b.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>` +
		fmt.Sprintf(`<w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/>`, margin, margin) + `</w:tblCellMar></w:tblPr><w:tblGrid>`)
	for j := range n {
		b.WriteString(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, widths[j]))
	}
	b.WriteString(`</w:tblGrid>`)
	line := func(cells []string, head bool) {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
		if head {
			b.WriteString(`<w:tblHeader/>`)
		}
		b.WriteString(`</w:trPr>`)
		for j, text := range cells {
			b.WriteString(fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, widths[j]) + paragraph(style, text) + `</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	line(x.Head, true)
	for _, r := range x.Rows {
		line(r, false)
	}
	return b.String() + `</w:tbl>`
}

// columnWidths are the widths of the columns: as the block asks, else a label of its own width and equal columns.
func columnWidths(x cases.ReportBlock, width, first int) []int {
	out := make([]int, len(x.Head))
	whole := 0
	for _, w := range x.Widths {
		whole += w
	}
	for j := range out {
		switch {
		case whole > 0 && j < len(x.Widths):
			out[j] = width * x.Widths[j] / whole
		case j == 0:
			out[j] = first
		default:
			out[j] = (width - first) / max(len(out)-1, 1)
		}
	}
	return out
}
