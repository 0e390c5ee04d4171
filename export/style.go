package export

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// font is named by every workbook; WPS, Excel and LibreOffice replace it by their own Chinese face where it is missing.
const font = "等线"

// Colours of the workbooks.
const (
	inkBlue  = "1F3864"
	fillHead = "DCE6F1"
	fillMust = "FCE4D6"
	fillHint = "F2F2F2"
	lineGrey = "BFBFBF"
	textGrey = "595959"
)

// Number formats.
const (
	formatDate    = "yyyy-mm-dd"
	formatPercent = "0.0%"
	formatCount   = "0"
	formatDecimal = "0.0"
	formatText    = "@"
	formatPoints  = `+0.0"个百分点";-0.0"个百分点";0.0"个百分点"`
	formatChange  = "+0.0%;-0.0%;0.0%"
)

// styles are the styles of one workbook. The first error of registering them is kept and returned by the writer.
type styles struct {
	f   *excelize.File
	err error

	title, subtitle, head, headMust, text, long, date, centre, plainText int
	label, count, percent, points, change, group, wrap, hint, example    int
	section, total, paragraph, decimal, dateAside, frame, footing        int
	wrapPlain                                                            int

	// percents, decimals and changes (百分点) are by the number of decimals.
	percents, decimals, changes [3]int
}

type cellStyle struct {
	bold, border, wrap bool
	size               float64
	colour, fill       string
	horizontal         string
	vertical           string
	format             string
	indent             int
}

func newStyles(f *excelize.File) *styles {
	s := &styles{f: f}
	s.title = s.add(cellStyle{bold: true, size: 16, colour: inkBlue, horizontal: "center", vertical: "center"})
	s.subtitle = s.add(cellStyle{size: 10, colour: textGrey, horizontal: "center", vertical: "center"})
	s.head = s.add(cellStyle{bold: true, border: true, wrap: true, fill: fillHead, horizontal: "center"})
	s.headMust = s.add(cellStyle{bold: true, border: true, wrap: true, fill: fillMust, horizontal: "center"})
	// Cells of ledgers have no lines of their own; see book.frame.
	s.text = s.add(cellStyle{format: formatText})
	s.plainText = s.add(cellStyle{format: formatText})
	s.long = s.add(cellStyle{wrap: true, format: formatText})
	s.date = s.add(cellStyle{wrap: true, horizontal: "center", format: formatDate})
	s.dateAside = s.add(cellStyle{horizontal: "center", format: formatDate})
	s.centre = s.add(cellStyle{border: true, wrap: true, horizontal: "center"})
	s.label = s.add(cellStyle{border: true, wrap: true})
	s.count = s.add(cellStyle{border: true, horizontal: "center", format: formatCount})
	s.decimal = s.add(cellStyle{border: true, horizontal: "center", format: formatDecimal})
	s.percent = s.add(cellStyle{border: true, horizontal: "center", format: formatPercent})
	s.points = s.add(cellStyle{border: true, horizontal: "center", format: formatPoints})
	s.change = s.add(cellStyle{border: true, horizontal: "center", format: formatChange})
	s.group = s.add(cellStyle{bold: true, border: true, wrap: true, fill: fillHead, horizontal: "center"})
	s.total = s.add(cellStyle{bold: true, border: true, fill: fillHint, horizontal: "center", format: formatCount})
	s.wrap = s.add(cellStyle{border: true, wrap: true, size: 9, colour: textGrey})
	s.hint = s.add(cellStyle{border: true, wrap: true, size: 9, colour: textGrey, fill: fillHint, vertical: "top"})
	s.example = s.add(cellStyle{border: true, wrap: true, colour: textGrey, format: formatText})
	s.section = s.add(cellStyle{bold: true, size: 13, colour: inkBlue})
	s.footing = s.add(cellStyle{wrap: true, vertical: "center"})
	s.paragraph = s.add(cellStyle{wrap: true, size: 12, vertical: "top"})
	s.wrapPlain = s.add(cellStyle{wrap: true, size: 9, colour: textGrey, vertical: "center"})
	for n, digits := range []string{"0", "0.0", "0.00"} {
		s.percents[n] = s.add(cellStyle{border: true, horizontal: "center", format: digits + "%"})
		s.decimals[n] = s.add(cellStyle{border: true, horizontal: "center", format: digits})
		s.changes[n] = s.add(cellStyle{border: true, horizontal: "center", format: strings.ReplaceAll(`+0"个百分点";-0"个百分点";0"个百分点"`, "0", digits)})
	}
	frame, err := f.NewConditionalStyle(&excelize.Style{Border: lines()})
	if err != nil && s.err == nil {
		s.err = err
	}
	s.frame = frame
	return s
}

// lines are thin lines on all sides.
func lines() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: lineGrey, Style: 1})
	}
	return out
}

func (s *styles) add(c cellStyle) int {
	st := excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 10.5, Bold: c.bold, Color: c.colour},
		Alignment: &excelize.Alignment{Horizontal: c.horizontal, Vertical: "center", WrapText: c.wrap, Indent: c.indent},
	}
	if c.size > 0 {
		st.Font.Size = c.size
	}
	if c.vertical != "" {
		st.Alignment.Vertical = c.vertical
	}
	if c.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.fill}}
	}
	if c.border {
		st.Border = lines()
	}
	if c.format != "" {
		st.CustomNumFmt = &c.format
	}
	id, err := s.f.NewStyle(&st)
	if err != nil && s.err == nil {
		s.err = err
	}
	return id
}

// of is the style of a column's cells. Printed columns wrap; those beside the page stay on one line.
func (s *styles) of(c columnDef) int {
	switch {
	case c.look == lookDate && c.aside:
		return s.dateAside
	case c.look == lookDate:
		return s.date
	case c.look == lookCentre:
		return s.centre
	case c.aside:
		return s.text
	}
	return s.long
}
