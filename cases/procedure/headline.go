package procedure

import "strings"

// Headline is the one result a list shows for a case: of a decision with several items the first in the order of
// precedence, of a judgment the outcome that weighs most; "" while there is none.
func Headline(acts []Act) string {
	out := ""
	for i := range acts {
		switch s := result(&acts[i]); {
		case s != "":
			out = s
		case acts[i].Kind == EnforcementDone && out == "":
			out = "已履行"
		}
	}
	return out
}

// result names what one act decided, "" for acts that decide nothing.
func result(a *Act) string {
	switch a.Kind {
	case Decision:
		return headDisposition(a.Detail)
	case Judgment:
		return headOutcome(a.Detail)
	case Dismissal:
		return "驳回行政复议申请"
	case Rejection:
		return "不予受理"
	case Unhandled:
		return "不再处理"
	case SelfCorrected:
		return "原机关自行纠正"
	case HandedOver:
		return "提级移送"
	case Mediation:
		return "调解"
	case Withdrawal:
		return "受理前撤回"
	case Abandonment:
		return "视为放弃"
	case Termination:
		return terminationLabel(a.Detail)
	}
	return ""
}

func headDisposition(d *Detail) string {
	if d != nil {
		for _, row := range dispositionTable {
			for _, it := range d.Items {
				if it.Kind != row.code {
					continue
				}
				if it.Redo {
					return row.label + "并责令重作"
				}
				return row.label
			}
		}
	}
	return "已决定"
}

func headOutcome(d *Detail) string {
	if d != nil {
		for _, row := range outcomeTable {
			for _, r := range d.Results {
				if r.Outcome == row.code {
					return row.label
				}
			}
		}
	}
	return "已裁判"
}

// terminationLabel is short enough for a list: 终止（和解）.
func terminationLabel(d *Detail) string {
	if d == nil || d.Ground == "" {
		return "终止"
	}
	short := map[Ground]string{SettlementReached: "和解", VoluntaryWithdrawal: "撤回", ActCorrected: "改变后撤回"}
	if s, ok := short[d.Ground]; ok {
		return "终止（" + s + "）"
	}
	return "终止（" + strings.SplitN(GroundLabel(d.Ground), "，", 2)[0] + "）"
}
