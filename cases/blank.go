package cases

import (
	"context"
	"strconv"
	"strings"

	"fuyi/cases/calendar"
)

// Blank is a form of another office (空表), read to be named and filled: last year's table or the one the superior sent.
type Blank struct {
	// File is the base name, Hash the SHA-256 of the bytes in hex.
	File   string       `json:"file"`
	Hash   string       `json:"hash"`
	Sheets []BlankSheet `json:"sheets"`
}

// Sheet finds a sheet by its name, nil if there is none.
func (b *Blank) Sheet(name string) *BlankSheet {
	for i := range b.Sheets {
		if b.Sheets[i].Name == name {
			return &b.Sheets[i]
		}
	}
	return nil
}

// BlankSheet is one sheet as a grid. Cells that hold nothing are left out.
type BlankSheet struct {
	Name   string `json:"name"`
	Hidden bool   `json:"hidden,omitempty"`
	// Rows and Columns are the size of the part that holds texts, counted from A1.
	Rows    int         `json:"rows"`
	Columns int         `json:"columns"`
	Cells   []BlankCell `json:"cells"`
	// Merged are the merged areas (合并单元格) in this part, none overlapping another.
	Merged []BlankArea `json:"merged,omitempty"`
}

// BlankKind is what a cell of a blank form holds.
type BlankKind string

// Kinds of cells.
const (
	BlankEmpty   BlankKind = ""
	BlankText    BlankKind = "text"
	BlankNumber  BlankKind = "number"
	BlankFormula BlankKind = "formula" // also a cell inside an array formula
)

// BlankCell is a cell that holds something. Text is what it holds, a number as it is stored.
type BlankCell struct {
	Row    int       `json:"row"`
	Column int       `json:"column"`
	Kind   BlankKind `json:"kind"`
	Text   string    `json:"text"`
}

// BlankArea is a merged area; rows and columns count from 1, and all four are inside it.
type BlankArea struct {
	Row        int `json:"row"`
	Column     int `json:"column"`
	LastRow    int `json:"last_row"`
	LastColumn int `json:"last_column"`
}

// BlankMap says what belongs in which cells of a form (单元格命名). It is data: it is stored, given away and read as JSON.
type BlankMap struct {
	// Title is what the clerk calls the form, File the file it was named on.
	Title string      `json:"title,omitempty"`
	File  string      `json:"file,omitempty"`
	Cells []NamedCell `json:"cells"`
}

// NamedCell is a cell with the name of the figure that belongs in it, and the heads by which a changed layout is noticed.
type NamedCell struct {
	Sheet string `json:"sheet"`
	// Cell is the address, e.g. F7; of a merged area its first cell.
	Cell string `json:"cell"`
	// RowHeads and ColumnHeads are the texts before and above the cell, outermost first, without blanks.
	RowHeads    []string `json:"row_heads,omitempty"`
	ColumnHeads []string `json:"column_heads,omitempty"`
	// Held is the text the cell held when it was named and that filling replaces, "" if it held none.
	Held string `json:"held,omitempty"`
	// Name is the key of the figure, e.g. FORM/ROW/COLUMN.
	Name string `json:"name"`
}

// BlankName is a figure that forms may ask for. Row and Column are the heads under which tables have it, outermost first; a
// figure that stands alone has one of them.
type BlankName struct {
	Name   string   `json:"name"`
	Row    []string `json:"row,omitempty"`
	Column []string `json:"column,omitempty"`
}

// BlankProposal is a named cell that was guessed from heads. Exact is true if all heads agree.
type BlankProposal struct {
	NamedCell
	Exact bool `json:"exact"`
}

// BlankValue is what is written into a cell: the first that is set of Text, Day and Number.
type BlankValue struct {
	Text string        `json:"text,omitempty"`
	Day  calendar.Date `json:"day,omitzero"`
	// Number is written as it is; the caller rounds.
	Number float64 `json:"number"`
	// Percent says that Number is in percent: 24.2 becomes 24.2 % in a cell with that format, and 24.2 in another one.
	Percent bool `json:"percent,omitempty"`
	// Empty clears the cell.
	Empty bool `json:"empty,omitempty"`
}

// BlankProblem is one place where a form differs from its map, in a Chinese sentence with the cell.
type BlankProblem struct {
	Sheet string `json:"sheet"`
	Cell  string `json:"cell,omitempty"`
	Name  string `json:"name,omitempty"`
	Text  string `json:"text"`
	// Now is where the same heads stand now, "" if nowhere or in several places.
	Now string `json:"now,omitempty"`
}

// BlankReport says what filling did.
type BlankReport struct {
	// Filled cells got a value; Recalculated formulas got a new result.
	Filled       int `json:"filled"`
	Recalculated int `json:"recalculated"`
	// Problems stopped the filling: then nothing was written.
	Problems []BlankProblem `json:"problems,omitempty"`
	// Notices are sentences about what the clerk should look at in the written file.
	Notices []string `json:"notices,omitempty"`
}

// Blanks reads and fills forms of others (空表自填). The export package implements it; package naming has what concerns names.
type Blanks interface {
	// ReadBlank reads the sheets of an .xlsx. Whatever is no sound workbook, or no form by its size, is an *Error.
	ReadBlank(path string) (Blank, error)
	// FillBlank writes the form with values into the file out (.xlsx), all else in it being as it was. If the form differs from
	// the map, or a value is missing, nothing is written: the report has the problems, and the error is Refused.
	FillBlank(ctx context.Context, path, out string, m BlankMap, values map[string]BlankValue) (BlankReport, error)
}

// CellName is the address of a cell, e.g. F7 for row 7 and column 6.
func CellName(row, column int) string {
	var letters []byte
	for n := column; n > 0; n = (n - 1) / 26 {
		letters = append([]byte{byte('A' + (n-1)%26)}, letters...)
	}
	return string(letters) + strconv.Itoa(row)
}

// ParseCell reads an address such as F7 or $F$7; ok is false for anything else and for places no workbook has.
func ParseCell(name string) (row, column int, ok bool) {
	name = strings.ToUpper(strings.ReplaceAll(name, "$", ""))
	i := 0
	for ; i < len(name) && i < 4 && name[i] >= 'A' && name[i] <= 'Z'; i++ {
		column = column*26 + int(name[i]-'A') + 1
	}
	if digits := name[i:]; i == 0 || len(digits) == 0 || len(digits) > 7 || strings.Trim(digits, "0123456789") != "" {
		return 0, 0, false
	}
	row, err := strconv.Atoi(name[i:])
	return row, column, err == nil && row >= 1 && row <= 1<<20 && column <= 1<<14
}
