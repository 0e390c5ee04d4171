package calendar

import (
	"cmp"
	"slices"
)

// Pause is an interval that is deducted from a period (扣除期间), [From, To): the day of suspension is not counted, the
// day of resumption counts again. A zero To is a pause that still runs.
type Pause struct {
	From, To Date
	// Reason is the Chinese ground shown in the explanation, e.g. 中止.
	Reason string
}

// sortPauses returns the pauses by start, without touching the caller's slice.
func sortPauses(pauses []Pause) []Pause {
	if slices.IsSortedFunc(pauses, byStart) {
		return pauses
	}
	out := slices.Clone(pauses)
	slices.SortStableFunc(out, byStart)
	return out
}

func byStart(a, b Pause) int { return cmp.Compare(a.From, b.From) }

// union is the intervals the pauses take out of a period that would end on raw, overlaps merged. A pause that starts
// after the period would have ended by then is not deducted: it came too late to stop anything. open is true when one
// of them still runs.
func union(start, raw Date, pauses []Pause) (taken []Pause, days int, open bool) {
	end := raw
	var last Date
	for _, p := range sortPauses(pauses) {
		from := max(p.From, start+1, last) // the start day is not counted anyway
		if from > end {
			break
		}
		if p.To.IsZero() {
			return append(taken, Pause{From: from, Reason: p.Reason}), days, true
		}
		if p.To <= from {
			continue
		}
		n := p.To.Sub(from)
		days += n
		end = end.AddDays(n)
		last = p.To
		taken = append(taken, Pause{From: from, To: p.To, Reason: p.Reason})
	}
	return taken, days, false
}
