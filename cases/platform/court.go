package platform

import (
	"fuyi/cases"
	"fuyi/cases/procedure"
)

// appearances are who came to the hearings of a suit, one for each.
func appearances(v view) (out []*procedure.Appearance) {
	for i := range v.c.Acts {
		if d := v.c.Acts[i].Detail; d != nil && d.Appearance != nil {
			out = append(out, d.Appearance)
		}
	}
	return out
}

// appeared is yes if a head of a defendant came to any hearing.
func appeared(v view) value { return inCourt(func(a *procedure.Appearance) bool { return a.Head })(v) }

// inCourt is yes if something holds of any hearing, no if of none, and nothing where no hearing was recorded.
func inCourt(holds func(*procedure.Appearance) bool) func(view) value {
	return func(v view) (out value) {
		for _, a := range appearances(v) {
			if holds(a) {
				return yes(true)
			}
			out = yes(false)
		}
		return out
	}
}

// heads are the names of the heads who came.
func heads(v view) (out value) {
	for _, a := range appearances(v) {
		if a.Head {
			out.parts = appendNew(out.parts, a.Name)
		}
	}
	return out
}

// atHearings is what was recorded of each hearing, the same once.
func atHearings(get func(*procedure.Appearance) string) func(view) value {
	return func(v view) (out value) {
		for _, a := range appearances(v) {
			out.parts = appendNew(out.parts, get(a))
		}
		return out
	}
}

// namesAtHearings are names that are recorded joined by 、.
func namesAtHearings(get func(*procedure.Appearance) string) func(view) value {
	return func(v view) (out value) {
		for _, a := range appearances(v) {
			for _, n := range splitNames(get(a)) {
				out.parts = appendNew(out.parts, n)
			}
		}
		return out
	}
}

// capacities are in what capacity the defendants are sued; the names of several stand before.
func capacities(v view) (out value) {
	several := len(v.c.Names(cases.Respondent)) > 1
	for i := range v.c.Parties {
		p := &v.c.Parties[i]
		label := p.Capacity.Label()
		if p.Role != cases.Respondent || label == "" {
			continue
		}
		out.also = appendNew(out.also, label)
		if several {
			label = p.Name + "：" + label
		}
		out.parts = append(out.parts, label)
	}
	return out
}

// causes are why defendants lost the last judgment, each once.
func causes(v view) (out value) {
	a := ended(v.c)
	if a == nil || a.Detail == nil {
		return out
	}
	for _, r := range a.Detail.Results {
		for _, c := range r.Causes {
			out.parts = appendNew(out.parts, procedure.LossCauseLabel(c))
		}
	}
	return out
}

// suitType is the kind of suit, nothing for a case that its acts make none.
func suitType(v view) value {
	if v.c.Suit == nil || v.c.Suit.Type == cases.OrdinarySuit && v.c.Enforcement() {
		return value{}
	}
	return one(v.c.Suit.Type.Label())
}
