package litigation

import (
	"cmp"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// Dispute is a chain of instances about one dispute (一案各审级), from the first suit on.
type Dispute struct {
	Suits []*Suit
	// Verdicts are the effective result per defendant and act: what the last instance left standing. Empty while nothing stands.
	Verdicts []statistics.Verdict
	// Final is the day from which they stand (生效日期), zero while an instance is pending or an appeal possible.
	Final calendar.Date
	// By is the suit whose judgment became final, nil while none did.
	By *Suit

	// organ is the office's own government.
	organ string
}

// Lost reports whether an organ lost in the end, any defendant for "".
func (d *Dispute) Lost(organ string) bool {
	f := statistics.Fact{Verdicts: d.Verdicts}
	return !d.Final.IsZero() && f.Lost(organ)
}

// Disputes are the chains of a register, in order of receipt of their first suit. The slice belongs to the register.
func (r *Register) Disputes() []*Dispute { return r.disputes }

// chain finds the disputes once all suits are linked.
func (r *Register) chain() {
	r.disputes, r.disputeOf = nil, map[*Suit]*Dispute{}
	for _, s := range r.Suits {
		if r.Before(s) != nil {
			continue
		}
		d := r.dispute(s)
		r.disputes = append(r.disputes, d)
		for _, x := range d.Suits {
			if r.disputeOf[x] == nil {
				r.disputeOf[x] = d
			}
		}
	}
}

// DisputeOf is the chain a suit belongs to.
func (r *Register) DisputeOf(s *Suit) *Dispute {
	if d := r.disputeOf[s]; d != nil {
		return d
	}
	seen := map[*Suit]bool{}
	for below := r.Before(s); below != nil && !seen[below]; below = r.Before(s) {
		seen[s], s = true, below
	}
	return r.dispute(s)
}

// dispute collects the instances above a suit and finds what they came to.
func (r *Register) dispute(first *Suit) *Dispute {
	d := &Dispute{organ: r.Organ}
	queue := []*Suit{first}
	for len(queue) > 0 {
		s := queue[0]
		queue = queue[1:]
		if slices.Contains(d.Suits, s) {
			continue
		}
		d.Suits = append(d.Suits, s)
		queue = append(queue, r.later[s]...)
	}
	slices.SortStableFunc(d.Suits, func(a, b *Suit) int { return cmp.Compare(a.Received, b.Received) })
	d.settle()
	return d
}

// settle goes through the instances in order: each replaces, keeps or takes back what stood before.
func (d *Dispute) settle() {
	d.Final = 0
	pending := false
	for _, s := range d.Suits {
		if s.Concluded.IsZero() {
			// While a retrial is pending the judgment before it still stands; an appeal keeps it from standing.
			pending = pending || s.Instance != cases.Retrial
			continue
		}
		if s.Outcome == procedure.Remanded {
			d.Verdicts, d.By, d.Final, pending = nil, nil, 0, true
			continue
		}
		d.Verdicts = replaced(d.Verdicts, s)
		d.By, d.Final, pending = s, s.Final, false
	}
	if pending || d.Final.IsZero() {
		d.Final, d.By = 0, nil
	}
}

// replaced are the verdicts after one more instance. What leaves the judgment below standing (驳回上诉、撤回上诉、驳回再审申请、再审维持) keeps it.
func replaced(below []statistics.Verdict, s *Suit) []statistics.Verdict {
	out := slices.Clone(below)
	for _, v := range s.Verdicts {
		if procedure.OutcomeKeeps(v.Outcome) {
			if len(below) == 0 {
				out = append(out, v)
			}
			continue
		}
		out = slices.DeleteFunc(out, func(o statistics.Verdict) bool {
			return sameDefendant(v.Defendant, o.Defendant) && (v.Act == "" || o.Act == "" || o.Act == v.Act)
		})
		out = append(out, v)
	}
	return out
}
