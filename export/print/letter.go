package print

import (
	"fmt"

	"fuyi/cases"
)

// Measures of an official letter (GB/T 9704): 28 characters to a line and 22 lines to a page of 156 by 225 mm, which makes type of
// just under 16 points (三号) and lines of 29 points; the title is 22 points (二号).
const (
	bodySize  = 15.79
	bodyPitch = 28.9
	titleSize = 22
)

// Letter is an official letter. Number, addressee, table, signer and date may be missing.
func Letter(l cases.Letter) Doc {
	blocks := []Block{Text{Text: l.Title, Size: titleSize, Bold: true, Align: Centre, Leading: 1.5, Keep: true}}
	if l.Number != "" {
		blocks = append(blocks, Text{Text: l.Number, Size: bodySize, Align: Centre, Pitch: bodyPitch, Before: 6, Keep: true})
	}
	blocks = append(blocks, Gap(bodyPitch*0.6))
	if l.To != "" {
		blocks = append(blocks, body(l.To+"：", 0))
	}
	for i, p := range l.Paragraphs {
		blocks = append(blocks, body(p, 2))
		if i == 0 {
			blocks = append(blocks, letterTable(l.Table)...)
		}
	}
	if len(l.Paragraphs) == 0 {
		blocks = append(blocks, letterTable(l.Table)...)
	}
	blocks = append(blocks, signed(l.Signer, l.Date.Chinese())...)
	return Doc{Format: Official(), Title: l.Title, Author: l.Signer, Blocks: blocks, Foot: dashes}
}

func body(s string, indent float64) Block {
	return Text{Text: s, Size: bodySize, Pitch: bodyPitch, Indent: indent, Justify: true}
}

// signed sets the date four characters from the right edge and the signer centred above it, or both to the edge where the signer is
// longer than fits so.
func signed(signer, date string) []Block {
	if signer == "" && date == "" {
		return nil
	}
	out := []Block{Text{Pitch: bodyPitch * 1.6, Keep: true}}
	if signer != "" {
		out = append(out, tail{text: signer, over: date, keep: true})
	}
	if date != "" {
		out = append(out, tail{text: date, over: date})
	}
	return out
}

// tail is a line of the signature, centred above the place of the date.
type tail struct {
	text, over string
	keep       bool
}

func (t tail) lay(l *layout) []piece {
	size := l.size(bodySize)
	centre := l.width - 4*size - l.faces.width(t.over, size, false)/2
	text := l.faces.clean(t.text)
	half := l.faces.width(text, size, false) / 2
	// A long signer stays on the page.
	centre = min(centre, l.width-half)
	if half > centre {
		return Text{Text: t.text, Size: bodySize, Pitch: bodyPitch, Align: Right, Keep: t.keep}.lay(l)
	}
	return []piece{{h: bodyPitch, keep: t.keep, draw: func(p *pen, x, y float64, _ bool) {
		p.text(x+centre-half, y+(bodyPitch-size)/2, size, false, text, 0)
	}}}
}

// dashes is the page number of letters, — 1 —, left out where there is one page.
func dashes(page, pages int) Foot {
	if pages == 1 {
		return Foot{}
	}
	return Foot{Centre: fmt.Sprintf("— %d —", page), Size: 14}
}

// letterTable is the table inside a letter; a column of quantities stands to the right, the first column of numbers in the middle.
func letterTable(rows [][]string) []Block {
	if len(rows) == 0 || len(rows[0]) == 0 {
		return nil
	}
	return []Block{Gap(6), lazyTable{rows: rows, size: 12, pad: 5}, Gap(8)}
}

// lazyTable finds its widths when it is laid out, because they depend on the typeface.
type lazyTable struct {
	rows [][]string
	size float64
	// pad is the room inside cells, 0 for that of tables.
	pad float64
}

func (t lazyTable) lay(l *layout) []piece {
	head, rest := t.rows[0], t.rows[1:]
	table := Table{Widths: l.faces.Fit(head, rest, l.size(t.size), l.width), Size: t.size, Pad: t.pad}
	for _, h := range head {
		table.Head = append(table.Head, Cell{Text: h, Align: Centre})
	}
	aligns := make([]Align, len(head))
	for i := range head {
		if numeric(rest, i) {
			aligns[i] = Right
			if i == 0 {
				aligns[i] = Centre
			}
		}
	}
	for _, r := range rest {
		cells := make([]Cell, len(head))
		for i := range cells {
			if i < len(r) {
				cells[i] = Cell{Text: r[i], Align: aligns[i]}
			}
		}
		table.Rows = append(table.Rows, cells)
	}
	return table.lay(l)
}

// List is a list as it is seen: A4 landscape, black on white. notes stand below the title; columns beyond what a page can hold make
// the type smaller, down to eight points, and then wrap.
func List(title string, notes []string, columns []string, rows [][]string, foot string) Doc {
	size := 9.5
	if len(columns) > 9 {
		size = smallest
	}
	blocks := []Block{Text{Text: title, Size: 16, Bold: true, Align: Centre, Leading: 1.4, Keep: true}}
	for _, n := range notes {
		blocks = append(blocks, Text{Text: n, Size: 9, Align: Centre, Leading: 1.4, Keep: true})
	}
	blocks = append(blocks, Gap(4), lazyTable{rows: append([][]string{columns}, rows...), size: size})
	if len(rows) == 0 {
		blocks = append(blocks, Text{Text: "没有符合条件的记录。", Size: 10.5, Align: Centre, Before: 16})
	}
	return Doc{Format: Landscape(14), Title: title, Blocks: blocks, Foot: func(page, pages int) Foot {
		return Foot{Left: foot, Right: PageOf(page, pages), Size: 8.5}
	}}
}
