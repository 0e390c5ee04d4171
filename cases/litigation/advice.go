package litigation

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Advice is one letter of judicial advice (司法建议) or of a procuratorate (检察建议) and what became of it.
type Advice struct {
	Case cases.ID
	// Number is the office's number of the case, CourtNumber the court's, Paper that of the letter.
	Number, CourtNumber, Paper string
	// Prosecutor tells a procuratorate's letter from a court's; Kind names it in Chinese, Sender who sent it, Subject what it advises.
	Prosecutor            bool
	Kind, Sender, Subject string
	// Organs are those to whom it is addressed, else the defendants.
	Organs  []string
	Handler string
	// On is the day of receipt, Due that by which it must be answered, zero where the letter names none and the law neither.
	On, Due calendar.Date
	// Replied is the day of the reply, zero while there is none; ReplyPaper its number, Adopted how far the advice was followed, Measures what
	// was done.
	Replied    calendar.Date
	ReplyPaper string
	Adopted    procedure.Adoption
	Measures   string
}

// Late reports a reply after its day, or none although the day is over.
func (a *Advice) Late(asOf calendar.Date) bool {
	return !a.Due.IsZero() && (a.Replied > a.Due || a.Replied.IsZero() && asOf > a.Due)
}

// state words what became of the letter.
func (a *Advice) state(asOf calendar.Date) string {
	switch {
	case a.Replied.IsZero() && a.Late(asOf):
		return "超期未回复"
	case a.Replied.IsZero():
		return "待回复"
	case a.Late(asOf):
		return "逾期回复"
	}
	return "已回复"
}

// adviceOf are the letters of a case as of a day, in order of receipt, each with the reply that answers it: a reply answers the letter of its
// kind that has waited longest.
func adviceOf(c *cases.Case, t *procedure.Timeline, asOf calendar.Date) []Advice {
	acts := slices.Clone(c.Acts)
	slices.SortStableFunc(acts, func(a, b procedure.Act) int { return cmp.Compare(a.On, b.On) })
	var out []Advice
	for i := range acts {
		a := &acts[i]
		if a.On > asOf {
			break
		}
		switch a.Kind {
		case procedure.JudicialAdvice, procedure.ProsecutorAdvice:
			out = append(out, newAdvice(c, a, t))
		case procedure.AdviceReplied, procedure.ProsecutorReplied:
			prosecutor := a.Kind == procedure.ProsecutorReplied
			if j := slices.IndexFunc(out, func(x Advice) bool { return x.Prosecutor == prosecutor && x.Replied.IsZero() }); j >= 0 {
				out[j].answer(a)
			}
		}
	}
	return out
}

func newAdvice(c *cases.Case, a *procedure.Act, t *procedure.Timeline) Advice {
	d := a.Detail
	if d == nil {
		d = &procedure.Detail{}
	}
	out := Advice{Case: c.ID, Number: c.Number, Paper: a.Paper, Prosecutor: a.Kind == procedure.ProsecutorAdvice, Kind: "检察建议", Sender: d.Sender,
		Subject: cmp.Or(d.Subject, a.Note), Organs: c.Names(cases.Respondent), Handler: c.Handler, On: a.On, Due: d.Until}
	if to := strings.Split(d.To, "、"); d.To != "" {
		out.Organs = to
	}
	if !out.Prosecutor {
		out.Kind = cmp.Or(procedure.GroundLabel(d.Ground), "司法建议")
	}
	if c.Suit != nil {
		out.CourtNumber = c.Suit.CourtNumber
		if out.Sender == "" && !out.Prosecutor {
			out.Sender = c.Suit.Court
		}
	}
	for _, p := range t.Periods {
		switch p.Rule.ID {
		case procedure.AdviceBack, procedure.AdviceNormBack, procedure.ProsecutorBack:
			if out.Due.IsZero() && p.Count.Start == a.On && (p.Rule.ID == procedure.ProsecutorBack) == out.Prosecutor {
				out.Due = p.Count.Due
			}
		}
	}
	return out
}

func (a *Advice) answer(reply *procedure.Act) {
	a.Replied, a.ReplyPaper, a.Measures = reply.On, reply.Paper, reply.Note
	if d := reply.Detail; d != nil {
		a.Adopted, a.Measures = d.Adopted, cmp.Or(d.Measures, reply.Note)
	}
}

// Advices are the letters of a scope received in its period.
func (r *Register) Advices(s Scope) []*Advice {
	var out []*Advice
	for i := range r.advice {
		a := &r.advice[i]
		own := slices.ContainsFunc(a.Organs, func(name string) bool { return sameOrgan(name, r.Organ) })
		if s.In(a.On) && (!s.Own || own) && (s.Organ == "" || slices.Contains(a.Organs, s.Organ)) {
			out = append(out, a)
		}
	}
	return out
}
