// Package forms holds the official year-end forms (行政复议案件统计报表, 行政应诉案件统计报表) in the editions in which they were
// issued, and counts them: rows are categories of administration (行政管理类别), columns are predicates over one record per case, so
// that a number and the list of cases behind it cannot disagree. DESIGN.md says how.
package forms

import (
	"strconv"

	"fuyi/cases"
)

// Edition is an official form as it was in force in some years.
type Edition struct {
	// ID is the stable name of form and edition: form1-2016.
	ID   string
	Kind cases.Kind
	// Title is the form's name, Name that of the edition for choosing one.
	Title, Name string
	// Number is 表号, Maker 制表机关, Approver 批准机关, Approval 批准文号, Valid 有效期至; "" where the source does not tell.
	Number, Maker, Approver, Approval, Valid string
	// First and Last are the years in force; Last 0 means still in force.
	First, Last int
	// Official is false for an edition that was put together from the law because no official one is published.
	Official bool
	// Note says what is not known about the edition, in Chinese; "" if nothing.
	Note    string
	Columns []Column
	// Rows are the categories in the printed order; the last one takes what fits nowhere else. The total row is not among them.
	Rows []string
}

// Column is one numbered column.
type Column struct {
	// ID names the column in every edition that has it: respondent.township. It is what mappings to other forms refer to.
	ID string
	// Number is the number printed over the column, from 1.
	Number int
	// Heads are the group heads above the column, the outermost first.
	Heads []string
	Label string
	// Unit is 件, 人, 元 or 份.
	Unit string
	// Part is true for an "其中" column, which is not added to the others of its group.
	Part bool
	measure
}

// Head is the whole head: groups and label, joined by ·.
func (c *Column) Head() string {
	out := ""
	for _, h := range c.Heads {
		out += h + "·"
	}
	return out + c.Label
}

// number is the printed number as text.
func (c *Column) number() string { return strconv.Itoa(c.Number) }

// Column finds a column by its ID.
func (e *Edition) Column(id string) (int, bool) {
	for i := range e.Columns {
		if e.Columns[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// InForce reports whether the edition was in force in a year.
func (e *Edition) InForce(year int) bool { return e.First <= year && (e.Last == 0 || year <= e.Last) }

// Editions lists all editions, form 1 first, the oldest first.
func Editions() []*Edition {
	return []*Edition{review2010(), review2015(), review2016(), review2024(), suits2010(), suits2015()}
}

// ByID finds an edition; nil if there is none of that name.
func ByID(id string) *Edition {
	for _, e := range Editions() {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// For is the edition of a kind of case in force in a year: the latest that had begun, and before the first one the first.
func For(k cases.Kind, year int) *Edition {
	var out *Edition
	for _, e := range Editions() {
		if e.Kind == k && (out == nil || e.First <= year) {
			out = e
		}
	}
	return out
}

// numbered gives the columns of an edition their printed numbers.
func numbered(parts ...[]Column) []Column {
	var out []Column
	for _, p := range parts {
		for _, c := range p {
			c.Number = len(out) + 1
			if c.Unit == "" {
				c.Unit = "件"
			}
			out = append(out, c)
		}
	}
	return out
}
