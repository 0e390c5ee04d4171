package litigation

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// LossID names a way to compute how often agencies lost (败诉率口径).
type LossID string

// Loss rates.
const (
	LossOverall   LossID = "overall"   // 总体败诉率: of what became final
	LossMerits    LossID = "merits"    // 实体败诉率: of what was decided on the merits
	LossFirst     LossID = "first"     // 一审败诉率
	LossConcluded LossID = "concluded" // 审结败诉率, all instances
	LossReceived  LossID = "received"  // 败诉 of the period per suit received in it
)

// LossFormula is one of them with its words.
type LossFormula struct {
	ID    LossID `json:"id"`
	Label string `json:"label"`
	Says  string `json:"says"`

	// of lists the suits of the denominator and which of them were lost.
	of func(r *Register, s Scope, organ string) (all, lost []cases.ID)
}

// LossFormulas lists the loss rates.
func LossFormulas() []LossFormula {
	return []LossFormula{
		{LossOverall, "总体败诉率", "生效裁判败诉的案件÷本期生效的案件；一案经过几个审级的按生效裁判计一件", func(r *Register, s Scope, organ string) (all, lost []cases.ID) {
			return r.finals(s, organ, func(*Dispute) bool { return true })
		}},
		{LossMerits, "实体败诉率", "生效裁判败诉的案件÷本期生效的实体裁判案件；不含撤诉、驳回起诉、不予立案、终结和调解", func(r *Register, s Scope, organ string) (all, lost []cases.ID) {
			return r.finals(s, organ, onMerits)
		}},
		{LossFirst, "一审败诉率", "一审败诉的案件÷本期一审审结的案件", func(r *Register, s Scope, organ string) (all, lost []cases.ID) {
			return r.concluded(s, organ, func(x *Suit) bool { return x.Instance == cases.First })
		}},
		{LossConcluded, "审结败诉率", "败诉的案件÷本期审结的案件；各审级分别计件", func(r *Register, s Scope, organ string) (all, lost []cases.ID) {
			return r.concluded(s, organ, func(*Suit) bool { return true })
		}},
		{LossReceived, "败诉占新收比", "本期败诉的案件÷本期新收的案件；各审级分别计件", func(r *Register, s Scope, organ string) (all, lost []cases.ID) {
			_, lost = r.concluded(s, organ, func(*Suit) bool { return true })
			for _, x := range r.Suits {
				if r.sued(x, s, organ) && s.In(x.Received) {
					all = append(all, x.ID)
				}
			}
			return all, lost
		}},
	}
}

// LossRate computes a loss rate of a scope, for one organ or for all ("": any defendant lost).
func (r *Register) LossRate(f LossFormula, s Scope, organ string) Rate {
	all, lost := f.of(r, s, organ)
	return Rate{Num: listed(lost), Of: listed(all)}
}

func listed(ids []cases.ID) []cases.ID {
	if ids == nil {
		return []cases.ID{}
	}
	return ids
}

// sued reports whether a suit of the scope is against an organ, any for "".
func (r *Register) sued(x *Suit, s Scope, organ string) bool {
	return s.of(x) && (organ == "" || slices.Contains(x.Organs, organ))
}

// concluded are the suits decided in the period, and those of them that the organ lost.
func (r *Register) concluded(s Scope, organ string, keep func(*Suit) bool) (all, lost []cases.ID) {
	for _, x := range r.Suits {
		if !r.sued(x, s, organ) || !s.In(x.Concluded) || !keep(x) {
			continue
		}
		all = append(all, x.ID)
		if x.Lost(r.whose(x, s, organ)) {
			lost = append(lost, x.ID)
		}
	}
	return all, lost
}

// finals are the disputes whose result became final in the period, each by the suit that ended it.
func (r *Register) finals(s Scope, organ string, keep func(*Dispute) bool) (all, lost []cases.ID) {
	for _, d := range r.Disputes() {
		if d.By == nil || !s.In(d.Final) || !r.sued(d.By, s, organ) || !keep(d) {
			continue
		}
		all = append(all, d.By.ID)
		if d.Lost(r.whose(d.By, s, organ)) {
			lost = append(lost, d.By.ID)
		}
	}
	return all, lost
}

// formal are outcomes that decide nothing on the merits. It is read only.
var formal = []procedure.Outcome{procedure.SuitDismissed, procedure.NotFiled, procedure.SuitWithdrawn, procedure.WithdrawnDeemed,
	procedure.WithdrawnAltered, procedure.SuitEnded, procedure.Transferred, procedure.SuitMediated, procedure.AppealDropped, procedure.Remanded}

// onMerits reports whether what stands of a dispute decided the claim itself (实体裁判). A judgment that confirms one below which the
// office does not know counts as one.
func onMerits(d *Dispute) bool {
	for _, v := range d.Verdicts {
		if !slices.Contains(formal, v.Outcome) {
			return true
		}
	}
	return false
}

// LossLine is one row of a table of loss rates.
type LossLine struct {
	Label string `json:"label"`
	Organ string `json:"organ,omitempty"`
	Rates []Rate `json:"rates"`
}

// LossSheet is a table of loss rates: every formula side by side.
type LossSheet struct {
	Title    string        `json:"title"`
	Formulas []LossFormula `json:"formulas"`
	Lines    []LossLine    `json:"lines"`
	Total    LossLine      `json:"total"`
}

// Losses is how often organs lost, organ by organ; those with nothing to count are left out.
func (r *Register) Losses(s Scope) *LossSheet {
	out := &LossSheet{Title: "败诉情况（按被诉机关）", Formulas: LossFormulas()}
	line := func(label, organ string) LossLine {
		l := LossLine{Label: label, Organ: organ}
		for _, f := range out.Formulas {
			l.Rates = append(l.Rates, r.LossRate(f, s, organ))
		}
		return l
	}
	out.Total = line("合计", s.Organ)
	for _, organ := range r.Organs(s) {
		if s.Organ != "" && organ != s.Organ {
			continue
		}
		l := line(organ, organ)
		if slices.ContainsFunc(l.Rates, func(x Rate) bool { return len(x.Of)+len(x.Num) > 0 }) {
			out.Lines = append(out.Lines, l)
		}
	}
	return out
}
