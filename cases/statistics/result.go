package statistics

import (
	"slices"

	"fuyi/cases/procedure"
)

// Result is how a case was concluded: a disposition for decisions, else one of the words below. Every concluded
// reconsideration has exactly one, so that the results add up to the concluded cases.
type Result string

const (
	resultDecided    Result = "decided"    // 决定，主文未记载 (an old ledger names no result)
	resultDismissed  Result = "dismissed"  // 驳回行政复议申请
	resultMediated   Result = "mediated"   // 调解
	resultSettled    Result = "settled"    // 终止: 和解
	resultWithdrawn  Result = "withdrawn"  // 终止: 自愿撤回
	resultAltered    Result = "altered"    // 终止: 被申请人改变后撤回
	resultEnded      Result = "ended"      // 终止: 其他
	resultRejected   Result = "rejected"   // 不予受理
	resultAbandoned  Result = "abandoned"  // 视为放弃
	resultDropped    Result = "dropped"    // 受理前撤回
	resultReconciled Result = "reconciled" // 受理前和解撤回
	resultUnhandled  Result = "unhandled"  // 告知不再处理
	resultThere      Result = "there"      // 处罚机关自行纠正
	resultMovedUp    Result = "moved_up"   // 提级移送
	resultJudged     Result = "judged"     // a court's judgment; the outcome says more
)

// plainResults are the acts that conclude a case in one way only.
var plainResults = map[procedure.Kind]Result{
	procedure.Dismissal:   resultDismissed,
	procedure.Mediation:   resultMediated,
	procedure.Rejection:   resultRejected,
	procedure.Abandonment: resultAbandoned,

	procedure.Unhandled:     resultUnhandled,
	procedure.SelfCorrected: resultThere,
	procedure.HandedOver:    resultMovedUp,
}

// decided names a decision by the first of its items in the order of precedence, and tells whether any corrects.
func decided(items []procedure.Item) (r Result, corrected bool) {
	r = resultDecided
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
		return resultReconciled
	case k == procedure.Withdrawal:
		return resultDropped
	case g == procedure.SettlementReached:
		return resultSettled
	case g == procedure.VoluntaryWithdrawal:
		return resultWithdrawn
	case g == procedure.ActCorrected:
		return resultAltered
	}
	return resultEnded
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
		resultLine{resultDismissed, after, "驳回行政复议申请"},
		resultLine{resultMediated, after, "调解"},
		resultLine{resultSettled, after, "终止（和解）"},
		resultLine{resultWithdrawn, after, "终止（自愿撤回）"},
		resultLine{resultAltered, after, "终止（改变后撤回）"},
		resultLine{resultEnded, after, "终止（其他）"},
		resultLine{resultMovedUp, after, "提级移送"},
		resultLine{resultDecided, after, "决定（种类未记载）"},
		resultLine{resultRejected, before, "不予受理"},
		resultLine{resultAbandoned, before, "视为放弃"},
		resultLine{resultDropped, before, "受理前撤回"},
		resultLine{resultReconciled, before, "受理前和解撤回"},
		resultLine{resultUnhandled, before, "告知不再处理"},
		resultLine{resultThere, before, "处罚机关自行纠正"},
	)
}
