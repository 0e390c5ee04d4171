package export

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// sheetScan is what the row reader of the workbook library does not tell of a sheet: merged cells, formulas, number
// styles, and where the sheet really ends.
type sheetScan struct {
	// complete is false for a sheet whose part breaks off.
	complete bool
	// lastUsed is the last row with a value; usedRows the number of rows with one.
	lastUsed, usedRows int
	merges             []mergedCells
	// formulas are the cells with a formula, packed and ascending.
	formulas []formulaCell
	// numbers counts the styles of numeric cells by column, for telling columns of dates.
	numbers map[int]map[int]int
}

// mergedCells is a merged range; columns and rows count from 1.
type mergedCells struct{ c1, r1, c2, r2 int }

// formulaCell is a cell with a formula: row, column and whether it has a cached value.
type formulaCell uint64

func packFormula(row, col int, value bool) formulaCell {
	v := formulaCell(row)<<20 | formulaCell(col)<<1
	if value {
		v |= 1
	}
	return v
}

func (f formulaCell) row() int    { return int(f >> 20) }
func (f formulaCell) col() int    { return int(f >> 1 & 0x7ffff) }
func (f formulaCell) value() bool { return f&1 == 1 }

const (
	maxMerges   = 500_000
	maxFormulas = 5_000_000
	styleSample = 200
)

// sheetScanner holds the place in the part.
type sheetScanner struct {
	out      *sheetScan
	row, col int
	cell     bool
	style    int
	numeric  bool
	formula  bool
	value    bool
	inValue  bool
	lastRow  int
}

// scanSheet reads a sheet's part from tag to tag. It is no XML parser; the part is parsed by the library later, and here
// only attributes that hold no ">" are looked at.
func scanSheet(r io.Reader) (*sheetScan, error) {
	s := &sheetScanner{out: &sheetScan{numbers: map[int]map[int]int{}}}
	br := bufio.NewReaderSize(r, 1<<16)
	for {
		if err := s.text(br); err != nil {
			if errors.Is(err, io.EOF) {
				break
			}
			return nil, err
		}
		tag, err := readTag(br)
		if err != nil {
			if errors.Is(err, io.EOF) {
				break
			}
			return nil, err
		}
		if !s.tag(tag) {
			return nil, errTooLarge
		}
	}
	slices.Sort(s.out.formulas)
	return s.out, nil
}

// text skips to the next tag and notes whether a value stands before it.
func (s *sheetScanner) text(br *bufio.Reader) error {
	for {
		b, err := br.ReadSlice('<')
		if s.inValue && (len(b) > 1 || len(b) == 1 && b[0] != '<') {
			s.value = true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// readTag returns what stands between < and >, cut to the buffer's size for absurd lengths.
func readTag(br *bufio.Reader) ([]byte, error) {
	b, err := br.ReadSlice('>')
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = br.ReadSlice('>')
	}
	if err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b, []byte(">")), nil
}

// tag follows one tag; false if the sheet exceeds a bound.
func (s *sheetScanner) tag(b []byte) bool {
	closed := bytes.HasSuffix(b, []byte("/"))
	name := b
	if i := bytes.IndexAny(b, " \t\r\n"); i >= 0 {
		name = b[:i]
	}
	name = bytes.TrimSuffix(name, []byte("/"))
	end := bytes.HasPrefix(name, []byte("/"))
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	} else if end {
		name = name[1:]
	}
	switch string(name) {
	case "row":
		if !end {
			s.startRow(b)
		}
	case "c":
		if end {
			return s.endCell()
		}
		s.startCell(b)
		if closed {
			return s.endCell()
		}
	case "f":
		s.formula = s.formula || s.cell
	case "v", "t":
		s.inValue = s.cell && !end && !closed
	case "mergeCell":
		return end || s.merge(attr(b, "ref"))
	case "sheetData":
		s.out.complete = s.out.complete || end || closed
	}
	return true
}

func (s *sheetScanner) startRow(b []byte) {
	s.row++
	if n, err := strconv.Atoi(attr(b, "r")); err == nil {
		s.row = n
	}
	s.col = 0
}

func (s *sheetScanner) startCell(b []byte) {
	s.cell, s.formula, s.value, s.inValue = true, false, false, false
	s.col++
	if ref := attrBytes(b, "r"); len(ref) > 0 {
		if c := columnOf(ref); c > 0 {
			s.col = c
		}
	}
	s.style, _ = strconv.Atoi(attr(b, "s"))
	t := attrBytes(b, "t")
	s.numeric = len(t) == 0 || string(t) == "n"
}

func (s *sheetScanner) endCell() bool {
	s.cell, s.inValue = false, false
	if s.formula {
		if len(s.out.formulas) >= maxFormulas {
			return false
		}
		s.out.formulas = append(s.out.formulas, packFormula(s.row, s.col, s.value))
		s.use()
	}
	if !s.value {
		return true
	}
	s.use()
	if s.numeric && s.style > 0 && s.out.usedRows < styleSample {
		if s.out.numbers[s.col] == nil {
			s.out.numbers[s.col] = map[int]int{}
		}
		s.out.numbers[s.col][s.style]++
	}
	return true
}

func (s *sheetScanner) use() {
	if s.row != s.lastRow {
		s.out.usedRows++
		s.lastRow = s.row
	}
	s.out.lastUsed = max(s.out.lastUsed, s.row)
}

func (s *sheetScanner) merge(ref string) bool {
	if len(s.out.merges) >= maxMerges {
		return false
	}
	from, to, ok := bytes.Cut([]byte(ref), []byte(":"))
	if !ok {
		return true
	}
	c1, r1, err1 := excelize.CellNameToCoordinates(string(from))
	c2, r2, err2 := excelize.CellNameToCoordinates(string(to))
	if err1 == nil && err2 == nil && c1 <= c2 && r1 <= r2 {
		s.out.merges = append(s.out.merges, mergedCells{c1, r1, c2, r2})
	}
	return true
}

// attrBytes finds an attribute without a prefix in a tag.
func attrBytes(b []byte, name string) []byte {
	for i := 0; ; {
		j := bytes.Index(b[i:], []byte(name))
		if j < 0 {
			return nil
		}
		j += i
		i = j + len(name)
		if j == 0 || b[j-1] != ' ' && b[j-1] != '\n' && b[j-1] != '\t' || i+1 >= len(b) || b[i] != '=' {
			continue
		}
		quote := b[i+1]
		rest := b[i+2:]
		if k := bytes.IndexByte(rest, quote); k >= 0 {
			return rest[:k]
		}
		return nil
	}
}

func attr(b []byte, name string) string { return string(attrBytes(b, name)) }

// columnOf is the column number of a reference such as AB12.
func columnOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
		if n > excelize.MaxColumns {
			return 0
		}
	}
	return n
}
