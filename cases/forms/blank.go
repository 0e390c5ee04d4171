package forms

import (
	"strings"

	"fuyi/cases"
)

// Names are the figures of a form that another office's form may ask for (空表自填), by form, row and column:
// form1/公安/received, where form1 is the edition in force.
func (e *Edition) Names() []cases.BlankName {
	var out []cases.BlankName
	for _, row := range append(append([]string{}, e.Rows...), TotalRow) {
		for i := range e.Columns {
			c := &e.Columns[i]
			out = append(out, cases.BlankName{Name: e.general() + "/" + row + "/" + c.ID, Row: []string{row}, Column: append(append([]string{}, c.Heads...), c.Label)})
		}
	}
	return out
}

// general is the name of the form whatever its edition.
func (e *Edition) general() string {
	name, _, _ := strings.Cut(e.ID, "-")
	return name
}

// Values are the figures of a counted form by their names.
func (t *Table) Values() map[string]cases.BlankValue {
	out := map[string]cases.BlankValue{}
	for _, r := range t.Rows {
		for j, n := range r.Values {
			out[t.Edition.general()+"/"+r.Label+"/"+t.Edition.Columns[j].ID] = cases.BlankValue{Number: float64(n)}
		}
	}
	return out
}
