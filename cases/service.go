package cases

import (
	"slices"
	"strings"

	"fuyi/cases/procedure"
)

// Unserved lists the parties of a role on whom the concluding paper of a reconsideration was not served by name (未送达的当事人):
// each party's own service counts for it (《行政复议法》第88条). It lists nobody while the paper has not been served on anyone of
// the role and the role has a reminder of its own (procedure.Timeline.Notices), nobody where a service names somebody who is no
// party (an agent, say, whose principal nobody can tell), and nobody in cases that were imported with their conclusion.
func Unserved(c *Case, r Role) []string {
	acts, ok := afterConclusion(c)
	if !ok {
		return nil
	}
	named, reached := map[string]bool{}, r == ThirdParty
	for _, a := range acts {
		d := a.Detail
		if d == nil {
			return nil // a service that says nothing is one on all
		}
		if d.Side != "" && d.Side != sideOf(r) {
			continue
		}
		reached = true
		if d.To == "" {
			return nil
		}
		for name := range strings.SplitSeq(d.To, "、") {
			if !slices.ContainsFunc(c.Parties, func(p Party) bool { return p.Name == name }) {
				return nil
			}
			named[name] = true
		}
	}
	if !reached || len(acts) == 0 {
		return nil
	}
	return slices.DeleteFunc(c.Names(r), func(name string) bool { return named[name] })
}

// afterConclusion lists the services, public ones too, after the last paper that concluded an accepted case; false if there is
// no such paper or it was imported.
func afterConclusion(c *Case) ([]procedure.Act, bool) {
	concluding := []procedure.Kind{procedure.Decision, procedure.Dismissal, procedure.Mediation, procedure.Termination}
	sorted := slices.Clone(c.Acts)
	slices.SortStableFunc(sorted, func(a, b procedure.Act) int { return int(a.On - b.On) })
	var out []procedure.Act
	found := false
	for _, a := range sorted {
		switch {
		case slices.Contains(concluding, a.Kind):
			out, found = nil, !a.Imported
		case a.Kind == procedure.Remitted:
			out, found = nil, false
		case a.Kind == procedure.Served || a.Kind == procedure.PublicService:
			out = append(out, a)
		}
	}
	return out, found && len(out) > 0
}

func sideOf(r Role) procedure.Side {
	switch r {
	case Respondent:
		return procedure.ForRespondent
	case ThirdParty:
		return procedure.ForThirdParty
	}
	return procedure.ForApplicant
}
