package platform

import (
	"cmp"
	"slices"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// ended is the act that concluded the case, nil while it is open. That an act was enforced is the end only where no court ruled.
func ended(c *cases.Case) *procedure.Act {
	var end, done *procedure.Act
	for i := range c.Acts {
		a := &c.Acts[i]
		switch {
		case a.Kind == procedure.EnforcementDone:
			done = a
		case procedure.Headline(c.Acts[i:i+1]) != "" && (end == nil || a.On >= end.On):
			end = a
		}
	}
	return cmp.Or(end, done)
}

func paper(c *cases.Case) string {
	if a := ended(c); a != nil {
		return a.Paper
	}
	return ""
}

// result is how the case ended: every item of a decision, every outcome of a judgment. A platform that has one field for it
// names the first, and coarser words include it.
func result(v view) (out value) {
	a := ended(v.c)
	if a == nil {
		return out
	}
	headline := procedure.Headline([]procedure.Act{*a})
	out.also = append(out.also, headline)
	if d := a.Detail; d != nil {
		for _, it := range d.Items {
			one := procedure.Act{Kind: a.Kind, Detail: &procedure.Detail{Items: []procedure.Item{it}}}
			out.parts = appendNew(out.parts, procedure.Headline([]procedure.Act{one}))
		}
		for _, r := range d.Results {
			out.parts = appendNew(out.parts, procedure.OutcomeLabel(r.Outcome))
		}
	}
	if len(out.parts) == 0 {
		out.parts = []string{headline}
	}
	out.also = append(out.also, coarser(a, headline)...)
	return out
}

// coarser are the words of forms with fewer classes.
func coarser(a *procedure.Act, headline string) []string {
	var ground procedure.Ground
	if a.Detail != nil {
		ground = a.Detail.Ground
	}
	switch {
	case a.Kind == procedure.Dismissal, headline == procedure.DispositionLabel(procedure.RefuseRequest):
		return []string{"驳回"}
	case a.Kind == procedure.Termination && ground == procedure.VoluntaryWithdrawal:
		return []string{"终止", Withdrawn}
	case a.Kind == procedure.Termination:
		return []string{"终止"}
	case a.Kind == procedure.Withdrawal:
		return []string{Withdrawn}
	}
	return nil
}

// Withdrawn is the word for an application that was withdrawn, before or after acceptance (撤回).
const Withdrawn = "撤回"

func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// lost is yes if any defendant lost the last judgment.
func lost(v view) value {
	a := ended(v.c)
	if a == nil || a.Detail == nil || len(a.Detail.Results) == 0 {
		return value{}
	}
	return yes(slices.ContainsFunc(a.Detail.Results, procedure.LostBy))
}

func yes(b bool) value {
	if b {
		return one("是")
	}
	return one("否")
}
