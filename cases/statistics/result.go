package statistics

import (
	"slices"

	"fuyi/cases/procedure"
)

// Result is how a case was concluded: a disposition for decisions, else one of the words below. Every concluded
// reconsideration has exactly one, so that the results add up to the concluded cases.
type Result string

// Results that are no dispositions; the word for each in tables is in resultLines.
const (
	ResultDecided    Result = "decided"    // 决定，主文未记载 (an old ledger names no result)
	ResultDismissed  Result = "dismissed"  // 驳回行政复议申请
	ResultMediated   Result = "mediated"   // 调解
	ResultSettled    Result = "settled"    // 终止: 和解
	ResultWithdrawn  Result = "withdrawn"  // 终止: 自愿撤回
	ResultAltered    Result = "altered"    // 终止: 被申请人改变后撤回
	ResultEnded      Result = "ended"      // 终止: 其他
	ResultRejected   Result = "rejected"   // 不予受理
	ResultAbandoned  Result = "abandoned"  // 视为放弃
	ResultDropped    Result = "dropped"    // 受理前撤回
	ResultReconciled Result = "reconciled" // 受理前和解撤回
	ResultUnhandled  Result = "unhandled"  // 告知不再处理
	ResultThere      Result = "there"      // 处罚机关自行纠正
	ResultMovedUp    Result = "moved_up"   // 提级移送
	ResultJudged     Result = "judged"     // a court's judgment; the outcome says more
)

// plainResults are the acts that conclude a case in one way only.
var plainResults = map[procedure.Kind]Result{
	procedure.Dismissal:   ResultDismissed,
	procedure.Mediation:   ResultMediated,
	procedure.Rejection:   ResultRejected,
	procedure.Abandonment: ResultAbandoned,

	procedure.Unhandled:     ResultUnhandled,
	procedure.SelfCorrected: ResultThere,
	procedure.HandedOver:    ResultMovedUp,
}

// decided names a decision by the first of its items in the order of precedence, and tells whether any corrects.
func decided(items []procedure.Item) (r Result, corrected bool) {
	r = ResultDecided
	for _, d := range slices.Backward(procedure.Dispositions()) {
		if slices.ContainsFunc(items, func(i procedure.Item) bool { return i.Kind == d }) {
			r = Result(d)
			corrected = corrected || procedure.Corrects(d)
		}
	}
	return r, corrected
}

// ended names a termination, or a withdrawal before acceptance, by its ground.
func ended(k procedure.Kind, g procedure.Ground) Result {
	switch {
	case k == procedure.Withdrawal && g == procedure.SettlementReached:
		return ResultReconciled
	case k == procedure.Withdrawal:
		return ResultDropped
	case g == procedure.SettlementReached:
		return ResultSettled
	case g == procedure.VoluntaryWithdrawal:
		return ResultWithdrawn
	case g == procedure.ActCorrected:
		return ResultAltered
	}
	return ResultEnded
}

// resultLine is a result with its head in tables.
type resultLine struct {
	result       Result
	group, label string
}

// resultLines lists every result of a reconsideration in the order of the national form.
func resultLines() []resultLine {
	const after, before = "受理后审结", "未经受理办结"
	var out []resultLine
	for _, d := range procedure.Dispositions() {
		out = append(out, resultLine{Result(d), after, procedure.DispositionLabel(d)})
	}
	return append(out,
		resultLine{ResultDismissed, after, "驳回行政复议申请"},
		resultLine{ResultMediated, after, "调解"},
		resultLine{ResultSettled, after, "终止（和解）"},
		resultLine{ResultWithdrawn, after, "终止（自愿撤回）"},
		resultLine{ResultAltered, after, "终止（改变后撤回）"},
		resultLine{ResultEnded, after, "终止（其他）"},
		resultLine{ResultMovedUp, after, "提级移送"},
		resultLine{ResultDecided, after, "决定（种类未记载）"},
		resultLine{ResultRejected, before, "不予受理"},
		resultLine{ResultAbandoned, before, "视为放弃"},
		resultLine{ResultDropped, before, "受理前撤回"},
		resultLine{ResultReconciled, before, "受理前和解撤回"},
		resultLine{ResultUnhandled, before, "告知不再处理"},
		resultLine{ResultThere, before, "处罚机关自行纠正"},
	)
}
