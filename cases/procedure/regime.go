// Package procedure turns the dated acts of a case into its legal position: the state, the running periods and their
// due dates, and which acts may come next. It is two tables and one fold.
//
//   - Rules (rule.go) are the statutory periods: start event, number, unit, who, what happens on lapse, article.
//   - Specs (spec.go) are the acts: the states an act is allowed in and the state it leads to.
//   - Fold (fold.go) runs the acts through both and returns a Timeline.
//
// Everything is a pure function of its arguments. The current day and the holiday calendar are passed in, so a year can
// be counted as it stood on 31 December and a what-if writes nothing.
package procedure

import "fuyi/cases/calendar"

// Regime is the set of rules in force (适用规则). A procedural act follows the rules of its own day (程序从新); a step
// once taken is never recomputed under a later regime.
type Regime string

const (
	// RegimeA is the Law of 1999/2017 with the Regulation of 2007, to 2023-12-31.
	RegimeA Regime = "A"
	// RegimeB is the Law of 2023 with the Regulation of 2007, 2024-01-01 to 2026-06-30.
	RegimeB Regime = "B"
	// RegimeC is the Law of 2023 with the Regulation of 2026, from 2026-07-01.
	RegimeC Regime = "C"
)

// RegimeOn is the regime in force on a day.
func RegimeOn(d calendar.Date) Regime {
	switch {
	case d < calendar.New(2024, 1, 1):
		return RegimeA
	case d < calendar.New(2026, 7, 1):
		return RegimeB
	default:
		return RegimeC
	}
}

// Label is the Chinese name of the regime with its source.
func (r Regime) Label() string {
	switch r {
	case RegimeA:
		return "旧法（2023年12月31日前）"
	case RegimeB:
		return "新法（2024年1月1日至2026年6月30日）"
	case RegimeC:
		return "新法及新条例（2026年7月1日起）"
	}
	return ""
}
