package blank

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"fuyi/cases"
)

// span is where an element lies in its part: its start tag from..tag, its content tag..end, its end tag end..to.
type span struct{ from, tag, end, to int }

// cellAt is a cell of the part.
type cellAt struct {
	span
	row, column int
	attr        []xml.Attr
	style       int
	formula     string
	// shares is true for a formula that is written at another cell, or covers several.
	shares bool
	// value is where the kept value lies, zero if there is none.
	value span
	kind  string
	text  string
	// implied is true for a cell that does not say its address.
	implied bool
}

// rowAt is a row of the part.
type rowAt struct {
	span
	row, style int
	attr       []xml.Attr
	cells      []int
	implied    bool
}

// columnStyle is the format of cells of columns that do not exist yet.
type columnStyle struct{ from, to, style int }

// sheet is one sheet's part with the places of its cells.
type sheet struct {
	part *zip.File
	xml  []byte
	grid cases.BlankSheet
	// prefix is that of the part's elements, with its colon; usually none.
	prefix    string
	data      span
	dimension span
	rows      []rowAt
	cells     []cellAt
	columns   []columnStyle
	// arrays are the ranges that an array formula or a data table fills.
	arrays []cases.BlankArea
}

// scanner walks through a part.
type scanner struct {
	s      *sheet
	d      *xml.Decoder
	from   int
	shared []string
	row    *rowAt
	cell   *cellAt
	text   strings.Builder
	// inside is the element whose text is collected: v, f or t; phonetic counts open rPh.
	inside   string
	phonetic int
	inData   bool
	// open are the elements around the place: the decoder's raw tokens do not tell whether tags match.
	open []xml.Name
}

var (
	errNoData  = errors.New("no sheetData")
	errTags    = errors.New("tags do not match")
	errOrder   = errors.New("rows or cells out of order")
	errStrange = errors.New("too many array formulas")
)

const (
	maxDepth  = 64
	maxArrays = 1000
)

// scan finds rows, cells, merged areas and formats.
func (s *sheet) scan(shared []string) error {
	w := &scanner{s: s, d: xml.NewDecoder(bytes.NewReader(s.xml)), shared: shared}
	for {
		w.from = int(w.d.InputOffset())
		t, err := w.d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if w.open = append(w.open, t.Name); len(w.open) > maxDepth {
				return errTags
			}
			if err := w.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			n := len(w.open) - 1
			if n < 0 || w.open[n] != t.Name {
				return errTags
			}
			w.open = w.open[:n]
			w.end(t)
		case xml.CharData:
			if w.inside != "" && w.phonetic == 0 {
				w.text.Write(t)
			}
		}
	}
	switch {
	case len(w.open) > 0:
		return errTags
	case s.data.to == 0:
		return errNoData
	case len(s.arrays) > maxArrays:
		return errStrange
	}
	if err := s.ordered(); err != nil {
		return err
	}
	return s.measure()
}

func (w *scanner) start(t xml.StartElement) error {
	at := span{from: w.from, tag: int(w.d.InputOffset())}
	switch name := t.Name.Local; {
	case name == "sheetData" && !w.inData:
		w.inData, w.s.data = true, at
		if t.Name.Space != "" {
			w.s.prefix = t.Name.Space + ":"
		}
	case w.inData && name == "row":
		w.startRow(at, t.Copy().Attr)
	case w.inData && name == "c" && w.row != nil:
		w.startCell(at, t.Copy().Attr)
	case w.cell != nil && (name == "v" || name == "f" || name == "t"):
		w.inside = name
		w.text.Reset()
		w.startValue(at, t)
	case w.cell != nil && name == "rPh":
		w.phonetic++
	case name == "dimension":
		w.s.dimension = at
	case name == "col" && !w.inData:
		w.s.columns = append(w.s.columns, columnStyle{number(attribute(t.Attr, "min")), number(attribute(t.Attr, "max")), number(attribute(t.Attr, "style"))})
	case name == "mergeCell" && !w.inData:
		return w.merge(attribute(t.Attr, "ref"))
	}
	return nil
}

func (w *scanner) startRow(at span, attr []xml.Attr) {
	r := rowAt{span: at, attr: attr, row: number(attribute(attr, "r"))}
	if r.row < 1 {
		r.implied, r.row = true, 1
		if n := len(w.s.rows); n > 0 {
			r.row = w.s.rows[n-1].row + 1
		}
	}
	if f := attribute(attr, "customFormat"); f == "1" || f == "true" {
		r.style = number(attribute(attr, "s"))
	}
	w.s.rows = append(w.s.rows, r)
	w.row = &w.s.rows[len(w.s.rows)-1]
}

func (w *scanner) startCell(at span, attr []xml.Attr) {
	c := cellAt{span: at, row: w.row.row, attr: attr, kind: attribute(attr, "t"), style: number(attribute(attr, "s"))}
	row, column, ok := cases.ParseCell(attribute(attr, "r"))
	if ok && row == w.row.row {
		c.column = column
	} else {
		c.implied, c.column = true, 1
		if n := len(w.row.cells); n > 0 {
			c.column = w.s.cells[w.row.cells[n-1]].column + 1
		}
	}
	w.row.implied = w.row.implied || c.implied
	w.row.cells = append(w.row.cells, len(w.s.cells))
	w.s.cells = append(w.s.cells, c)
	w.cell = &w.s.cells[len(w.s.cells)-1]
}

func (w *scanner) startValue(at span, t xml.StartElement) {
	switch t.Name.Local {
	case "v":
		w.cell.value = at
	case "f":
		kind := attribute(t.Attr, "t")
		w.cell.shares = kind != "" && kind != "normal"
		w.cell.formula = "="
		if ref := attribute(t.Attr, "ref"); kind == "array" || kind == "dataTable" {
			if a, ok := area(ref); ok {
				w.s.arrays = append(w.s.arrays, a)
			}
		}
	}
}

func (w *scanner) end(t xml.EndElement) {
	to := int(w.d.InputOffset())
	switch t.Name.Local {
	case "sheetData":
		if w.inData {
			w.inData, w.s.data.end, w.s.data.to = false, w.from, to
		}
	case "row":
		if w.row != nil {
			w.row.end, w.row.to, w.row = w.from, to, nil
		}
	case "c":
		if w.cell != nil {
			w.endCell(to)
		}
	case "rPh":
		if w.cell != nil {
			w.phonetic--
		}
	case "dimension":
		w.s.dimension.to = to
	case "v", "f", "t":
		if w.cell != nil && w.inside == t.Name.Local {
			w.endValue(to)
		}
	}
}

func (w *scanner) endValue(to int) {
	text := w.text.String()
	switch w.inside {
	case "v":
		w.cell.text, w.cell.value.to = text, to
	case "f":
		w.cell.formula += text
	case "t":
		w.cell.text += text
	}
	w.inside = ""
}

func (w *scanner) endCell(to int) {
	c := w.cell
	c.end, c.to, w.cell, w.inside, w.phonetic = w.from, to, nil, "", 0
	if c.kind == "s" {
		i := number(c.text)
		c.text = ""
		if i >= 0 && i < len(w.shared) {
			c.text = w.shared[i]
		}
	}
}

func (w *scanner) merge(ref string) error {
	if len(w.s.grid.Merged) >= maxMerges {
		return refuse(cases.Invalid, fmt.Sprintf("工作表“%s”的合并单元格超过%d处，不像是统计表，没有读取。", w.s.grid.Name, maxMerges), nil)
	}
	if a, ok := area(ref); ok {
		w.s.grid.Merged = append(w.s.grid.Merged, a)
	}
	return nil
}

// area reads a range such as B2:D4.
func area(ref string) (cases.BlankArea, bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		to = from
	}
	r1, c1, ok1 := cases.ParseCell(from)
	r2, c2, ok2 := cases.ParseCell(to)
	return cases.BlankArea{Row: r1, Column: c1, LastRow: r2, LastColumn: c2}, ok1 && ok2 && r1 <= r2 && c1 <= c2
}

// attribute finds an attribute without a prefix.
func attribute(attr []xml.Attr, name string) string {
	for _, a := range attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// ordered refuses parts whose rows or cells do not ascend: no program writes them, and it could not be told where a new cell
// belongs.
func (s *sheet) ordered() error {
	for i, r := range s.rows {
		if i > 0 && r.row <= s.rows[i-1].row {
			return errOrder
		}
		for j, c := range r.cells {
			if j > 0 && s.cells[c].column <= s.cells[r.cells[j-1]].column {
				return errOrder
			}
		}
	}
	return nil
}

// Formatted cells without content belong to the grid if they lie this near to it.
const (
	rowsBelow     = 200
	columnsBeside = 50
)

// measure makes the grid: what cells hold, and how far the part with texts reaches.
func (s *sheet) measure() error {
	g := &s.grid
	for i := range s.cells {
		c := &s.cells[i]
		kind, text := s.holds(c)
		if kind == cases.BlankEmpty {
			continue
		}
		g.Cells = append(g.Cells, cases.BlankCell{Row: c.row, Column: c.column, Kind: kind, Text: text})
		g.Rows, g.Columns = max(g.Rows, c.row), max(g.Columns, c.column)
	}
	if g.Rows > maxRows || g.Columns > maxColumns || g.Rows*g.Columns > maxPlaces {
		return refuse(cases.Invalid, fmt.Sprintf("工作表“%s”的内容一直到%s，范围过大，不像是统计表。请删除多余的行和列，或者把表格复制到新的工作簿再试。", g.Name, cases.CellName(g.Rows, g.Columns)), nil)
	}
	s.reach()
	return s.clip()
}

// reach takes the formatted cells beside the texts in, and one column in any case: values stand to the right of their heads.
func (s *sheet) reach() {
	g := &s.grid
	rows, columns := g.Rows, g.Columns
	g.Columns = min(g.Columns+1, maxColumns)
	for i := range s.cells {
		c := &s.cells[i]
		if c.style > 0 && c.row <= min(rows+rowsBelow, maxRows) && c.column <= min(columns+columnsBeside, maxColumns) {
			if r, k := max(g.Rows, c.row), max(g.Columns, c.column); r*k <= maxPlaces {
				g.Rows, g.Columns = r, k
			}
		}
	}
}

// holds says what a cell holds. Cells of an array formula hold results that are not theirs.
func (s *sheet) holds(c *cellAt) (cases.BlankKind, string) {
	formula := c.formula != ""
	for _, a := range s.arrays {
		formula = formula || a.Row <= c.row && c.row <= a.LastRow && a.Column <= c.column && c.column <= a.LastColumn
	}
	switch {
	case formula:
		return cases.BlankFormula, c.text
	case strings.TrimSpace(c.text) == "":
		return cases.BlankEmpty, ""
	case c.kind == "s" || c.kind == "str" || c.kind == "inlineStr" || c.kind == "e" || c.kind == "d":
		return cases.BlankText, c.text
	}
	return cases.BlankNumber, c.text
}

// clip cuts merged areas to the part with texts: a title merged over all columns of a workbook is as wide as the table. An
// area that lies over another one is damage, and filling would go astray.
func (s *sheet) clip() error {
	g := &s.grid
	used := make([]bool, g.Rows*g.Columns)
	kept := g.Merged[:0]
	for _, a := range g.Merged {
		a.LastRow, a.LastColumn = min(a.LastRow, g.Rows), min(a.LastColumn, g.Columns)
		if a.Row > a.LastRow || a.Column > a.LastColumn {
			continue
		}
		for r := a.Row; r <= a.LastRow; r++ {
			for c := a.Column; c <= a.LastColumn; c++ {
				at := (r-1)*g.Columns + c - 1
				if used[at] {
					return refuse(cases.Damaged, fmt.Sprintf("工作表“%s”的合并单元格在%s处互相重叠，文件已损坏。请用 WPS 或 Excel 打开后另存为新的 .xlsx 文件再试。", g.Name, cases.CellName(r, c)), nil)
				}
				used[at] = true
			}
		}
		kept = append(kept, a)
	}
	g.Merged = kept
	return nil
}
