package calendar

import (
	"cmp"
	"slices"
)

// sortPauses returns the pauses by start, without touching the caller's slice.
func sortPauses(pauses []Pause) []Pause {
	out := slices.Clone(pauses)
	slices.SortStableFunc(out, func(a, b Pause) int { return cmp.Compare(a.From, b.From) })
	return out
}
