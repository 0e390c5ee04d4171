package statistics

import (
	"slices"
	"strings"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// notify marks the hearings to which the court called a head (法释〔2020〕3号第5条), so that a notice recorded as an act need not be ticked again
// at the hearing. A notice is for the next day in court: one attendance an instance is enough unless the court calls again.
func (f *Fact) notify(acts []procedure.Act, organ string, asOf calendar.Date) {
	for i := range acts {
		a := &acts[i]
		if a.Kind != procedure.HeadNotified || a.On > asOf {
			continue
		}
		to := ""
		if a.Detail != nil {
			to = a.Detail.To
		}
		next := f.nextHearing(a.On)
		for j := range f.Hearings {
			h := &f.Hearings[j]
			h.Notified = h.Notified || h.On == next && (to == "" || h.For == "" || slices.ContainsFunc(strings.Split(to, "、"), func(name string) bool {
				return f.party(strings.TrimSpace(name), organ) == h.For
			}))
		}
	}
}

// nextHearing is the first day in court from a day on, zero if none was held.
func (f *Fact) nextHearing(from calendar.Date) calendar.Date {
	var next calendar.Date
	for _, h := range f.Hearings {
		if h.On >= from && (next.IsZero() || h.On < next) {
			next = h.On
		}
	}
	return next
}
