package procedure

import (
	"slices"

	"fuyi/cases/calendar"
)

// RuleID names a statutory period, the same in every regime.
type RuleID string

// Rule is one statutory period (法定期限), or a day that the office sets itself: a row of the rule table.
type Rule struct {
	ID RuleID
	// Name is the Chinese name shown to the clerk.
	Name string
	// Event is the start event in Chinese (起算事件).
	Event string
	// N is the length in Unit, negative for a notice so long before the event; 0 for a day that a paper names.
	N    int
	Unit calendar.Unit
	// Pausable periods are lengthened by suspension (扣除中止等期间).
	Pausable bool
	// Main marks the period that a list shows as the case's own (审理期限 etc.).
	Main bool
	// Expires marks a period that is nobody's duty: a right to sue or appeal that simply runs out (期满). It is never late.
	Expires bool
	// Quiet periods are rights of others that no list shows as the next date of a case.
	Quiet bool
	// Internal marks a day that the office sets itself (内部安排): no law orders it, so that nobody is ever late by it.
	Internal bool
	// Outlives marks a period that the end of the case does not end: an answer that is awaited all the same.
	Outlives bool
	// Owner is who must act (机关, 机构, 申请人, 被申请人, 应诉机关).
	Owner string
	// Lapse says in Chinese what follows when the period passes.
	Lapse string
	// Basis is the article (法律依据), or that there is none.
	Basis string
	// Regimes lists the regimes the row is for, e.g. "BC"; "" means all.
	Regimes string
}

// In reports whether the row belongs to the regime.
func (r Rule) In(g Regime) bool {
	if r.Regimes == "" {
		return true
	}
	for _, c := range r.Regimes {
		if string(c) == string(g) {
			return true
		}
	}
	return false
}

// Appeals reports a period to appeal (上诉期) or to object to a refused enforcement. It runs out by itself, but the organ is a party and
// has to decide before it ends.
func (r Rule) Appeals() bool {
	return r.ID == AppealJudgment || r.ID == AppealRuling || r.ID == EnforceObject
}

// Rules returns the rule table: reconsideration, litigation, then what offices set themselves. The slice is fresh; callers may sort it.
func Rules() []Rule {
	return slices.Concat(reconsiderationRules, litigationRules, enforcementRules, preparationRules)
}

// RuleFor finds the row of an id that is in force in a regime.
func RuleFor(id RuleID, g Regime) (Rule, bool) {
	for _, r := range ruleIndex[id] {
		if r.In(g) {
			return *r, true
		}
	}
	return Rule{}, false
}

// ruleIndex is read only: the rows of each id.
var ruleIndex = indexRules(reconsiderationRules, litigationRules, enforcementRules, preparationRules)

func indexRules(tables ...[]Rule) map[RuleID][]*Rule {
	out := map[RuleID][]*Rule{}
	for _, t := range tables {
		for i := range t {
			out[t[i].ID] = append(out[t[i].ID], &t[i])
		}
	}
	return out
}
