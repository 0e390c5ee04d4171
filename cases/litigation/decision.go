package litigation

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// OnDecision are what a court did to the reconsideration decision (复议决定被法院怎样处理), as far as it was judged apart or the
// reconsideration organ was a defendant: the verdicts about it that stand in the end.
func (d *Dispute) OnDecision() []statistics.Verdict { return onDecision(d.Verdicts, d.Suits, d.organ) }

// DecisionResult words what the court of one suit did to the reconsideration decision, "" where it judged none.
func (r *Register) DecisionResult(x *Suit) string {
	var out []string
	for _, v := range onDecision(x.Verdicts, r.DisputeOf(x).Suits, r.Organ) {
		if l := procedure.OutcomeLabel(v.Outcome); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return strings.Join(out, "、")
}

// onDecision chooses the verdicts about the reconsideration decision; suits are the instances of the dispute, organ is the office's own
// government.
func onDecision(verdicts []statistics.Verdict, suits []*Suit, organ string) []statistics.Verdict {
	var out []statistics.Verdict
	for _, v := range verdicts {
		if v.Act == procedure.ReviewDecision || v.Act == "" && reviewer(suits, v.Defendant, organ) {
			out = append(out, v)
		}
	}
	return out
}

// reviewer reports whether a defendant was sued as the reconsideration organ, any of them for "". Where a suit after a reconsideration
// tells the capacity of nobody, the office's own government is taken for it.
func reviewer(suits []*Suit, name, organ string) bool {
	reviewed, told := false, false
	for _, s := range suits {
		reviewed = reviewed || s.Source == cases.AfterReconsideration
		for i, o := range s.Organs {
			told = told || s.Capacities[i] != ""
			if (o == name || name == "") && (s.Capacities[i] == cases.JointReviewer || s.Capacities[i] == cases.SoleReviewer) {
				return true
			}
		}
	}
	if told || !reviewed || organ == "" {
		return false
	}
	return slices.ContainsFunc(suits, func(s *Suit) bool {
		return slices.ContainsFunc(s.Organs, func(o string) bool { return (o == name || name == "") && statistics.OwnGovernment(o, organ) })
	})
}
