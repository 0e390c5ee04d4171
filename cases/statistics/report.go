// Package statistics counts an office's year: indicators with numerator and denominator (指标), tables, balance checks and
// the paragraphs of the yearly report. A table is rows × columns of predicates over one flat Fact per case, so a cell and
// the list of cases behind it cannot disagree.
package statistics

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Report is one year as counted on a day.
type Report struct {
	Year int
	// From and To bound the period inclusively; AsOf is the day whose knowledge is used (acts dated later are unseen).
	From, To, AsOf calendar.Date
	Settings       cases.Settings
	Indicators     []Indicator
	Tables         []Table
	// Checks are the balance checks (勾稽关系) that failed; empty when everything adds up.
	Checks []Check
	// Paragraphs are the texts for the yearly report, 行政复议 first, 行政应诉 second.
	Paragraphs []Paragraph
}

// Indicator is one figure of the year.
type Indicator struct {
	// ID is the stable name used in JSON; Label the Chinese name.
	ID, Label string
	// Rate is true for a share; Value is then a fraction 0..1 (0 when the denominator is 0), else the count.
	Rate  bool
	Value float64
	// Numerator and Denominator are counts; Denominator is 0 for a plain count.
	Numerator, Denominator int
	// Formula says in Chinese how it is counted (口径).
	Formula string
	// Cases lie behind the numerator, Base behind the denominator.
	Cases, Base []cases.ID
}

// Table is one statistical table.
type Table struct {
	ID, Title string
	Columns   []Column
	Rows      []TableRow
}

// Column is a column of a table under an optional group head.
type Column struct{ Group, Label string }

// TableRow is a row of a table.
type TableRow struct {
	Label string
	Cells []Cell
}

// Cell is a number and the cases it counts; N is their number unless the cell sums persons or letters.
type Cell struct {
	N     int
	Cases []cases.ID
}

// Check is a balance check that failed.
type Check struct {
	// Rule is the relation in Chinese, Detail the numbers that break it.
	Rule, Detail string
}

// Paragraph is a titled text.
type Paragraph struct{ Title, Text string }

// Indicator finds a figure by id; the zero Indicator if there is none.
func (r *Report) Indicator(id string) Indicator {
	for _, i := range r.Indicators {
		if i.ID == id {
			return i
		}
	}
	return Indicator{}
}
