package analysis

import (
	"math/big"
	"strings"

	"fuyi/cases"
)

// CellKind says how a cell's number is to be read.
type CellKind uint8

// Kinds of cells.
const (
	Count   CellKind = iota // a number of cases, persons, papers
	Amount                  // 金额 in fen
	Percent                 // a share N of Of
	Points                  // 百分点: the difference of two shares, as the fraction N of Of
	Average                 // N divided by Of, such as days per case
	Missing                 // 另填: what the office file does not know
)

// Cell is one number of a table with what is behind it.
type Cell struct {
	Kind CellKind
	// N is the number, or the numerator; Of the denominator, 0 where there is nothing to compare with: the cell then prints "-".
	N, Of int64
	// Cases are those that add to N, in order of receipt; Amounts what each adds. Why says why they count, in Chinese.
	Cases   []cases.ID
	Amounts []int64
	Why     string
}

// Show prints the cell with so many decimals, where it has any: half up (away from zero), never adjusted to make shares add up to 100.
func (c Cell) Show(decimals int) string {
	switch c.Kind {
	case Missing:
		return ""
	case Count:
		return big.NewInt(c.N).String()
	case Amount:
		return decimal(c.N, 100, 2)
	}
	if c.Of == 0 {
		return "-"
	}
	switch c.Kind {
	case Percent:
		return decimal(100*c.N, c.Of, decimals) + "%"
	case Points:
		return decimal(100*c.N, c.Of, decimals)
	}
	return decimal(c.N, c.Of, decimals)
}

// Value is the number as a spreadsheet wants it: a share as a fraction, an amount in yuan. ok is false where the cell prints "-" or
// nothing.
func (c Cell) Value() (n float64, ok bool) {
	switch c.Kind {
	case Missing:
		return 0, false
	case Count:
		return float64(c.N), true
	case Amount:
		return float64(c.N) / 100, true
	case Points:
		return 100 * float64(c.N) / float64(c.Of), c.Of != 0
	}
	return float64(c.N) / float64(c.Of), c.Of != 0
}

// decimal divides exactly and rounds half away from zero.
func decimal(n, of int64, decimals int) string {
	text := big.NewRat(n, of).FloatString(decimals)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}
