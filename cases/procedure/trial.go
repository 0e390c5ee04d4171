package procedure

import (
	"slices"

	"fuyi/cases/calendar"
)

// Trial is what recording an act would bring (推演): nothing is written.
type Trial struct {
	// Refused is the Chinese reason why the law does not allow it, "" if it does.
	Refused       string
	Before, After Timeline
	// Changes are the periods that would begin, end or move.
	Changes []PeriodChange
}

// Try runs the case with one more act. The act may lie in the future: both timelines are as of its day then, with the day
// left out of account that separates them, so that only the act makes the difference.
func Try(acts []Act, c Course, law *Law, today calendar.Date, next Act) Trial {
	asOf := max(today, next.On)
	t := Trial{Refused: Check(acts, c, law, asOf, next)}
	t.Before = Fold(acts, c, law, asOf)
	if t.Refused != "" {
		t.After = t.Before
		return t
	}
	t.After = Fold(append(slices.Clone(acts), next), c, law, asOf)
	t.Changes = Compare(&t.Before, &t.After)
	return t
}

// opensBeside reports whether a case of 非诉执行 still has an opening act without this one.
func opensBeside(k Kind, rest []Act) bool {
	return slices.Contains(opensExecution, k) && slices.ContainsFunc(rest, func(a Act) bool { return slices.Contains(opensExecution, a.Kind) })
}

// CheckCorrection tells whether an entry may be replaced by with, or struck if with is nil: "" if so, else the reason in
// Chinese. The acts as corrected must be as possible as they were: no new act may stand against the law because of it.
func CheckCorrection(acts []Act, c Course, law *Law, today calendar.Date, id int64, with *Act) string {
	i := slices.IndexFunc(acts, func(a Act) bool { return a.ID == id })
	if i < 0 {
		return "没有这条记录，可能已经被更正，请刷新后再试"
	}
	old, rest := acts[i], slices.Delete(slices.Clone(acts), i, i+1)
	if with == nil {
		if s := SpecOf(old.Kind); s != nil && s.Opens() && !slices.ContainsFunc(rest, func(a Act) bool { return a.Kind == old.Kind }) && old.Kind != PenaltyReceipt && old.Kind != SuitFiled && !opensBeside(old.Kind, rest) {
			return "“" + s.Label + "”是案件的起点，不能作废；日期记错的请更正日期"
		}
	} else {
		if with.Kind != old.Kind {
			return "更正录入不能把“" + ActLabel(old.Kind) + "”改成“" + ActLabel(with.Kind) + "”；记错了行为的，请作废后另行记录"
		}
		if reason := complete(rest, c, today, *with); reason != "" {
			return reason
		}
		rest = slices.Insert(rest, i, *with)
	}
	before := Fold(acts, c, law, today).Problems
	for _, p := range Fold(rest, c, law, today).Problems {
		if !slices.Contains(before, p) {
			return "更正后将与已有记录冲突：" + p
		}
	}
	return ""
}
