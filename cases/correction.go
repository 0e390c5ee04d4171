package cases

import "fuyi/cases/procedure"

// Correction replaces a wrong entry (更正录入). It is not an act: it changes what was typed, never how many things
// happened, and the wrong entry stays readable beside the right one.
type Correction struct {
	// Act is the number of the wrong entry.
	Act int64
	// With is what it should have said; its ID is ignored. nil strikes the entry: what it says never happened (录入作废).
	With *procedure.Act
	// Reason says in Chinese why, e.g. 送达回证日期看错; it is obligatory.
	Reason string
}

// CorrectionRecord is one correction that was made.
type CorrectionRecord struct {
	ID int64
	// Old is the entry as it was; New as it is, nil if it was struck.
	Old procedure.Act
	New *procedure.Act
	// Reason is why, By who corrected, At when (RFC 3339).
	Reason, By, At string
}

// Apply gives the acts as they stand after a correction, in a fresh slice; false if no such entry is among them.
func (c Correction) Apply(acts []procedure.Act) ([]procedure.Act, bool) {
	out, found := make([]procedure.Act, 0, len(acts)), false
	for _, a := range acts {
		switch {
		case a.ID != c.Act:
			out = append(out, a)
		case c.With != nil:
			out, found = append(out, *c.With), true
		default:
			found = true
		}
	}
	return out, found
}
