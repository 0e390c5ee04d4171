package litigation

import (
	"context"
	"slices"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Below is the suit at the instance before (前一审级的案件) in an office, nil where none is named or the office does not have it. Ledgers of
// one column name it where others name the reconsideration.
func Below(ctx context.Context, find func(context.Context, string) (*cases.Case, error), c *cases.Case) (*cases.Case, error) {
	if c.Suit == nil || c.Enforcement() {
		return nil, nil
	}
	for _, number := range []string{c.Suit.Earlier, c.Suit.Related} {
		if number == "" {
			continue
		}
		x, err := find(ctx, number)
		switch cases.KindOf(err) {
		case cases.NotFound, cases.Invalid, cases.Conflict:
			continue
		}
		if err != nil {
			return nil, err
		}
		if x != nil && x.Kind == cases.Litigation && x != c && (x.ID == 0 || x.ID != c.ID) && names(x, number) {
			return x, nil
		}
	}
	return nil, nil
}

// names reports whether a number is one of a case, the office's or the court's, not a part of one.
func names(c *cases.Case, number string) bool {
	key := cases.NumberKey(number)
	return cases.NumberKey(c.Number) == key || c.Suit != nil && c.Suit.CourtNumber != "" && cases.NumberKey(c.Suit.CourtNumber) == key
}

// Follows reports whether a result leaves the judgment below standing and nothing was said of who lost.
func Follows(results []procedure.Result) bool {
	return slices.ContainsFunc(results, func(r procedure.Result) bool { return r.Lost == nil && procedure.OutcomeKeeps(r.Outcome) })
}

// Carry takes who lost, and why, over from the instance before into results that leave its judgment standing (驳回上诉、撤回上诉、驳回再审申请、
// 再审维持: law.md 4.4, they follow the final content). What was said of a result stays. carried is true when something was taken over.
func Carry(results []procedure.Result, below *cases.Case, practice *procedure.Practice) (out []procedure.Result, carried bool) {
	before := judged(below)
	out = slices.Clone(results)
	for i := range out {
		r := &out[i]
		if r.Lost != nil || !procedure.OutcomeKeeps(r.Outcome) {
			continue
		}
		for _, b := range before {
			if !practice.Lost(b) || !sameDefendant(r.Defendant, b.Defendant) || r.Act != "" && b.Act != "" && r.Act != b.Act {
				continue
			}
			lost := true
			r.Lost, carried = &lost, true
			if len(r.Causes) == 0 {
				r.Causes = slices.Clone(b.Causes)
			}
		}
	}
	return out, carried
}

func sameDefendant(a, b string) bool { return a == "" || b == "" || a == b || sameOrgan(a, b) }

// judged are the results of the last judgment of a suit, nil while it has none.
func judged(c *cases.Case) []procedure.Result {
	if c == nil {
		return nil
	}
	var last *procedure.Act
	for i := range c.Acts {
		if a := &c.Acts[i]; a.Kind == procedure.Judgment && a.Detail != nil && (last == nil || a.On >= last.On) {
			last = a
		}
	}
	if last == nil {
		return nil
	}
	return last.Detail.Results
}

// CarryAct is Carry for an act that is to be recorded in a case of an office; carried is the number of the suit from which it was taken,
// "" if nothing was.
func CarryAct(ctx context.Context, o cases.Reader, c *cases.Case, a *procedure.Act) (carried string, err error) {
	if a.Kind != procedure.Judgment || a.Detail == nil || !Follows(a.Detail.Results) {
		return "", nil
	}
	below, err := Below(ctx, o.CaseByNumber, c)
	if err != nil || below == nil {
		return "", err
	}
	results, took := Carry(a.Detail.Results, below, &o.Law().Practice)
	if !took {
		return "", nil
	}
	d := *a.Detail
	d.Results = results
	a.Detail = &d
	return below.Number, nil
}
