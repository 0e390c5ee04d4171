package statistics

import (
	"slices"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// period bounds a count inclusively.
type period struct{ from, to calendar.Date }

func yearOf(y int) period { return period{calendar.New(y, 1, 1), calendar.New(y, 12, 31)} }

func (p period) has(d calendar.Date) bool { return !d.IsZero() && p.from <= d && d <= p.to }

// The predicates every figure is made of. A case without a day of receipt as of the day of counting does not exist yet.

func (p period) received(f *Fact) bool { return p.has(f.Received) }

func (p period) accepted(f *Fact) bool { return p.received(f) && !f.Accepted.IsZero() }

func (p period) carried(f *Fact) bool {
	return !f.Received.IsZero() && f.Received < p.from && (f.Concluded.IsZero() || f.Concluded >= p.from)
}

func (p period) concluded(f *Fact) bool { return !f.Received.IsZero() && p.has(f.Concluded) }

func (p period) pending(f *Fact) bool {
	return !f.Received.IsZero() && f.Received <= p.to && (f.Concluded.IsZero() || f.Concluded > p.to)
}

func (p period) settled(f *Fact) bool { return p.concluded(f) && f.Settled }

func (p period) corrected(f *Fact) bool { return p.concluded(f) && f.Corrected }

// letters counts 意见书 and 建议书 of the period, whenever the case was concluded.
func (p period) letters(f *Fact) int { return p.count(f, func(Letter) bool { return true }) }

func (p period) count(f *Fact, keep func(Letter) bool) int {
	n := 0
	for _, l := range f.Letters {
		if p.has(l.On) && keep(l) {
			n++
		}
	}
	return n
}

func (p period) consulted(f *Fact) bool {
	return slices.ContainsFunc(f.Consultations, func(c Consultation) bool { return p.has(c.On) })
}

func (p period) lost(f *Fact) bool { return p.concluded(f) && f.Lost("") }

// heard reports whether the suit was heard in court in the period.
func (p period) heard(f *Fact) bool {
	return slices.ContainsFunc(f.Hearings, func(h Hearing) bool { return p.has(h.On) })
}

// sessions are the hearings of the period as they concern an organ, any defendant for "".
func (p period) sessions(f *Fact, organ string) Sessions { return f.Sessions(p.has, organ) }

// attended reports whether a head of the organ came; for "", of any defendant.
func (p period) attended(f *Fact, organ string) bool { return p.attendance(f, organ) == Present }

func (p period) attendance(f *Fact, organ string) Attendance {
	s := p.sessions(f, organ)
	return s.Attendance()
}

// attendedChief is attended by the chief (正职).
func (p period) attendedChief(f *Fact, organ string) bool {
	s := p.sessions(f, organ)
	return s.Rank() == procedure.ChiefHead
}

// known are the suits heard of which it was entered whether a head came: what a rate of attendance divides by.
func (p period) known(f *Fact) bool { return p.attendance(f, "").Known() }

// one is 1 for true: what a case adds to a cell that counts cases.
func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// each turns a predicate into a count of cases.
func each(in func(*Fact) bool) func(*Fact) int {
	return func(f *Fact) int { return one(in(f)) }
}

func both(a, b func(*Fact) bool) func(*Fact) bool {
	return func(f *Fact) bool { return a(f) && b(f) }
}
