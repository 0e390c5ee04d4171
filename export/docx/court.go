package docx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"fuyi/cases"
)

// WriteCourtPaper writes a paper to a court. Every blank is marked yellow, so that none is overlooked.
func WriteCourtPaper(w io.Writer, p cases.CourtPaper) error {
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRels}, {"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", styles()}, {"word/footer1.xml", emptyFooter}, {"word/document.xml", courtDocument(p)},
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

// emptyFooter is that of papers of one page, which carry no number.
const emptyFooter = `<w:ftr ` + wordSpace + `><w:p/></w:ftr>`

// Measures in twentieths of a point: a character of the text, and where a value of a labelled line begins.
const (
	character  = 320
	labelWidth = 9
)

const styleOfText = `<w:pStyle w:val="` + styleText + `"/>`

func courtDocument(p cases.CourtPaper) string {
	var b strings.Builder
	b.WriteString(`<w:document ` + wordSpace + `><w:body>` + paragraph(styleTitle, p.Title))
	for i, x := range p.Blocks {
		line := courtBlock(x, i > 0 && p.Blocks[i-1].Kind != x.Kind, dateOf(p))
		// No page carries the signature alone.
		if n := len(p.Blocks) - i; n > 1 && n <= carried {
			line = strings.Replace(line, styleOfText, styleOfText+`<w:keepNext/>`, 1)
		}
		b.WriteString(line)
	}
	return b.String() + `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

// carried is how many parts at the end of a paper stay on one page: the signature, the date and what stands before them.
const carried = 5

// dateOf is the date of a paper, above which the signer is centred.
func dateOf(p cases.CourtPaper) string {
	for _, x := range p.Blocks {
		if x.Kind == cases.CourtDate {
			return x.Text
		}
	}
	return ""
}

// courtBlock is one part; begins is true where another kind of part stands before it.
func courtBlock(x cases.CourtBlock, begins bool, date string) string {
	switch x.Kind {
	case cases.CourtAddress:
		return courtLine(`<w:ind w:firstLineChars="0" w:firstLine="0"/>`, x.Text)
	case cases.CourtEntry:
		return courtLine(fmt.Sprintf(`<w:tabs><w:tab w:val="left" w:pos="%d"/></w:tabs>`, (2+labelWidth)*character)+indents((2+labelWidth)*character, labelWidth*character), x.Label+"：\t"+x.Text)
	case cases.CourtAnnex:
		before := ""
		if begins {
			before = `<w:spacing w:before="280" w:after="0" w:line="560" w:lineRule="exact"/>`
		}
		return courtLine(before+indents(5*character, utf8.RuneCountInString(x.Label)*character), x.Label+x.Text)
	case cases.CourtSigner:
		return courtLine(`<w:spacing w:before="840" w:after="0" w:line="560" w:lineRule="exact"/>`+rightIndent(x.Text, date)+`<w:jc w:val="right"/>`, x.Text)
	case cases.CourtDate:
		return courtLine(fmt.Sprintf(`<w:ind w:firstLineChars="0" w:firstLine="0" w:right="%d"/><w:jc w:val="right"/>`, 4*character), x.Text)
	}
	return courtLine("", x.Text)
}

// indents hang a line: the text at left, the first line so far before it. Counts of characters would override the measures.
func indents(left, hanging int) string {
	return fmt.Sprintf(`<w:ind w:leftChars="0" w:left="%d" w:firstLineChars="0" w:hanging="%d"/>`, left, hanging)
}

// rightIndent centres the signer above the date, which stands four characters from the edge; a signer too long for it stands at the edge.
// Digits are half as wide as signs.
func rightIndent(signer, date string) string {
	width := func(s string) int {
		n := 0
		for _, r := range s {
			n += character
			if r < utf8.RuneSelf {
				n -= character / 2
			}
		}
		return n
	}
	return fmt.Sprintf(`<w:ind w:firstLineChars="0" w:firstLine="0" w:right="%d"/>`, max(0, 4*character+(width(date)-width(signer))/2))
}

// courtLine is a paragraph of the text's style with properties of its own; tabs divide it and blanks are marked.
func courtLine(properties, text string) string {
	var b strings.Builder
	b.WriteString(`<w:p><w:pPr>`)
	b.WriteString(styleOfText + properties + `</w:pPr>`)
	for i, part := range strings.Split(text, "\t") {
		if i > 0 {
			b.WriteString(`<w:r><w:tab/></w:r>`)
		}
		b.WriteString(marked(part))
	}
	return b.String() + `</w:p>`
}

// marked sets blanks in yellow. A bracket around words is that of a number, 〔2020〕.
func marked(text string) string {
	var b strings.Builder
	begin := 0
	for _, at := range blanks.FindAllStringIndex(text, -1) {
		if at[0] > begin {
			b.WriteString(run(text[begin:at[0]]))
		}
		b.WriteString(`<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">` + escaped(text[at[0]:at[1]]) + `</w:t></w:r>`)
		begin = at[1]
	}
	if begin < len(text) {
		b.WriteString(run(text[begin:]))
	}
	return b.String()
}

// blanks are the places that are left to be written. It is read only.
var blanks = regexp.MustCompile(`〔　+〕`)
