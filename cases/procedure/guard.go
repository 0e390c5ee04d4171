package procedure

// Guards answer in Chinese, with the article, why an act may not be recorded though a clerk might try to.

func onceOnly(f *fold, _ *Act) string {
	if f.noticed {
		return "补正通知已经发过，法律只允许一次性告知补正，请根据现有材料决定是否受理（《行政复议法》第31条）"
	}
	return ""
}

func answerExpired(f *fold, a *Act) string {
	if f.t.State != Supplement {
		return ""
	}
	for _, p := range f.t.Periods {
		if p.Rule.ID == "CORR_ANSWER" && p.Running() {
			if a.On <= p.Count.Due {
				return "补正期限到" + p.Count.Due.String() + "才届满，尚不能视为放弃（《行政复议法》第31条）"
			}
			return ""
		}
	}
	if regimeOf(a) == RegimeA {
		return ""
	}
	return "还没有记录补正通知的送达日期，补正期限尚未起算（《行政复议法》第31条）"
}

func alreadyAccepted(f *fold, a *Act) string {
	if !f.t.DeemedAccepted {
		return ""
	}
	if a.Kind == Acceptance {
		return "已于" + f.t.Accepted.String() + "视为受理，不必再记录受理（《行政复议法》第30条）"
	}
	return "已于" + f.t.Accepted.String() + "视为受理，不能再不予受理；不符合受理条件的，可以驳回申请（《行政复议法》第30条、第33条）"
}

func notOverdue(f *fold, a *Act) string {
	for _, p := range f.t.Periods {
		if p.Rule.ID == "DEC_ORD" && p.Running() && !p.Count.Open && a.On > p.Count.Due {
			return "审理期限已于" + p.Count.Due.String() + "届满，逾期后不能再" + ActLabel(a.Kind) + "（《行政复议法》第62条）"
		}
	}
	return ""
}

func extendable(f *fold, a *Act) string {
	if f.t.Extended {
		return "本案已经延期，延期只能一次且最多三十日（《行政复议法》第62条）"
	}
	return notOverdue(f, a)
}

func sixtyDaysOver(f *fold, a *Act) string {
	if a.Detail == nil || a.Detail.Ground != SuspendedTooLong {
		return ""
	}
	for _, p := range f.t.Periods {
		if p.Rule.ID == "SUSP_END" && p.Running() {
			if a.On <= p.Count.Due {
				return "中止满六十日之日为" + p.Count.Due.String() + "，届满后原因仍未消除的才能终止（《行政复议法》第41条）"
			}
			return ""
		}
	}
	return "本案没有可因满六十日而终止的中止事由（《行政复议法》第41条第1款第5项）"
}

func letterOpen(f *fold, a *Act) string {
	if a.Imported {
		return ""
	}
	for _, p := range f.t.Periods {
		if p.Rule.ID == "OPINION_BACK" && p.Running() {
			return ""
		}
	}
	return "本案没有等待反馈的行政复议意见书（《行政复议法》第76条）"
}

func appealInTime(f *fold, a *Act) string {
	if due := f.appealDue(); !due.IsZero() && a.On > due {
		return "上诉期已于" + due.String() + "届满（《行政诉讼法》第85条）"
	}
	return ""
}
