package procedure

// Guards answer in Chinese, with the article, why an act may not be recorded though a clerk might try to.

func onceOnly(f *fold, _ *Act) string {
	switch {
	case f.has(markNoticed):
		return "补正通知已经发过，法律只允许一次性告知补正，请根据现有材料决定是否受理（《行政复议法》第31条）"
	case f.t.DeemedAccepted:
		return "已于" + f.t.Accepted.String() + "视为受理，不能再要求补正（《行政复议法》第30条、第31条）"
	}
	return ""
}

func servedOnce(f *fold, a *Act) string {
	if f.t.State == Supplement && f.running(CorrAnswer) && f.regimeOf(a) != RegimeA {
		return "补正通知的送达日期已经记录；送达日期记错的，请用“更正录入”（《行政复议法》第31条）"
	}
	return ""
}

func answerRuns(f *fold, a *Act) string {
	p := f.find(CorrAnswer)
	switch {
	case f.t.State != Supplement:
		return ""
	case p == nil:
		return "还没有记录补正通知的送达日期，补正期限尚未起算（《行政复议法》第31条）"
	case !a.detail().Until.IsZero() && a.detail().Until <= p.Count.Due:
		return "延长后的日期应当晚于现在的届满日" + p.Count.Due.String() + "（《行政复议法》第31条）"
	}
	return ""
}

func answerExpired(f *fold, a *Act) string {
	if f.t.State != Supplement {
		return ""
	}
	if p := f.find(CorrAnswer); p != nil {
		if a.On <= p.Count.Due {
			return "补正期限到" + p.Count.Due.String() + "才届满，尚不能视为放弃（《行政复议法》第31条）"
		}
		return ""
	}
	if f.regimeOf(a) == RegimeA {
		return ""
	}
	return "还没有记录补正通知的送达日期，补正期限尚未起算（《行政复议法》第31条）"
}

// alreadyAccepted refuses what only stands before acceptance once the law has accepted.
func alreadyAccepted(f *fold, a *Act) string {
	if !f.t.DeemedAccepted {
		return ""
	}
	on := f.t.Accepted.String()
	switch a.Kind {
	case Acceptance:
		return "已于" + on + "视为受理，不必再记录受理（《行政复议法》第30条）"
	case Withdrawal:
		return "已于" + on + "视为受理，受理后撤回申请的请记录“终止”（《行政复议法》第41条、第74条）"
	}
	return "已于" + on + "视为受理，不能再不予受理；不符合受理条件的，可以驳回申请（《行政复议法》第30条、第33条）"
}

// acceptable refuses acceptance where the law already accepted, and the summary procedure where the rules know none.
func acceptable(f *fold, a *Act) string {
	if reason := alreadyAccepted(f, a); reason != "" {
		return reason
	}
	if a.detail().Ground != "" && f.regimeOf(a) == RegimeA {
		return noSummary
	}
	return ""
}

const noSummary = "2023年12月31日以前适用的旧法没有简易程序"

func summaryAllowed(f *fold, a *Act) string {
	switch {
	case f.regimeOf(a) == RegimeA || f.t.Regime == RegimeA:
		return noSummary
	case f.t.State == TryingSummary:
		return "本案已经适用简易程序（《行政复议法》第53条）"
	}
	return notOverdue(f, a)
}

func unhandledAllowed(f *fold, a *Act) string {
	if f.regimeOf(a) != RegimeC {
		return "“告知不再处理”自2026年7月1日起施行，此前的重复申请应当不予受理（《实施条例》第37条第2款）"
	}
	return alreadyAccepted(f, a)
}

// notOverdue refuses what cannot stop a period that has already passed.
func notOverdue(f *fold, a *Act) string {
	if p := f.main(); p != nil && !p.Count.Open && a.On > p.Count.Due {
		return "审理期限已于" + p.Count.Due.String() + "届满，逾期后不能再" + ActLabel(a.Kind) + "（" + p.Rule.Basis + "）"
	}
	return ""
}

func extendable(f *fold, a *Act) string {
	switch {
	case f.t.Extended:
		return "本案已经延期，延期只能一次且最多三十日（《行政复议法》第62条）"
	case f.has(markSummary):
		return "延期只适用于普通程序；案情复杂的，可以先转为普通程序（《行政复议法》第55条、第62条）"
	}
	return notOverdue(f, a)
}

// pausable refuses a second pause for the same reason, and any that would come too late.
func pausable(reason string) func(*fold, *Act) string {
	return func(f *fold, a *Act) string {
		if f.paused(reason) {
			return reason + "已经开始，尚未记录结束"
		}
		return notOverdue(f, a)
	}
}

// notTwice refuses a step that is under way, where the office keeps it as a pause.
func notTwice(reason string) func(*fold, *Act) string {
	return func(f *fold, _ *Act) string {
		if f.paused(reason) {
			return reason + "已经开始，尚未记录结果"
		}
		return ""
	}
}

// underWay refuses the end of what did not begin. Steps that the office does not deduct leave no pause to end.
func underWay(reason string) func(*fold, *Act) string {
	return func(f *fold, _ *Act) string {
		practice := reason == pauseMediation && !f.deducts(reason)
		if practice || f.paused(reason) {
			return ""
		}
		return "本案没有正在进行的" + reason
	}
}

func sixtyDaysOver(f *fold, a *Act) string {
	if a.Detail == nil || a.Detail.Ground != SuspendedTooLong {
		return ""
	}
	p := f.find(SuspEnd)
	switch {
	case p == nil:
		return "本案没有可因满六十日而终止的中止事由（《行政复议法》第41条第1款第5项）"
	case a.On <= p.Count.Due:
		return "中止满六十日之日为" + p.Count.Due.String() + "，届满后原因仍未消除的才能终止（《行政复议法》第41条）"
	}
	return ""
}

// hearingComing lets a notice arrive on the day of the hearing itself: what the court told late was told all the same.
func hearingComing(_ *fold, a *Act) string {
	if d := a.detail(); !d.Until.IsZero() && d.Until < a.On {
		return "开庭的日期" + d.Until.String() + "早于收到通知的日期" + a.On.String() + "，请核对"
	}
	return ""
}

func hearingAhead(_ *fold, a *Act) string {
	if d := a.Detail; d != nil && !d.Until.IsZero() && d.Until <= a.On {
		return "听证、开庭的日期" + d.Until.String() + "应当晚于通知的日期" + a.On.String()
	}
	return ""
}

func stayed(f *fold, _ *Act) string {
	if !f.has(markStayed) {
		return "本案没有停止执行（《行政复议法》第42条）"
	}
	return ""
}

func notStayed(f *fold, _ *Act) string {
	if f.has(markStayed) {
		return "本案已经停止执行（《行政复议法》第42条）"
	}
	return ""
}

func merged(f *fold, _ *Act) string {
	if !f.has(markMerged) {
		return "本案没有合并审理（《实施条例》第43条）"
	}
	return ""
}

func notMerged(f *fold, _ *Act) string {
	if f.has(markMerged) {
		return "本案已经合并审理；要并入另一案的，请先记录分案（《实施条例》第43条）"
	}
	return ""
}

func normUnder(f *fold, _ *Act) string {
	if f.t.State == Suspended && !f.has(markNorm) {
		return "本案不是因附带审查而中止（《行政复议法》第39条第1款第9项）"
	}
	return ""
}

// upgradable: the Law of 2017 knows no upgrade.
func upgradable(f *fold, a *Act) string {
	switch {
	case f.regimeOf(a) == RegimeA:
		return "2023年12月31日以前适用的旧法没有提级审理"
	case a.Kind == UpgradeAsked && f.paused(pauseUpgrade):
		return "已经报请提级，尚未记录上级的答复（《行政复议法》第38条）"
	}
	return ""
}

// notUpgrading: while the upper organ considers, the case is not decided.
func notUpgrading(f *fold, _ *Act) string {
	if f.paused(pauseUpgrade) {
		return "本案已报请提级，请先记录上级的答复（《行政复议法》第38条）"
	}
	return ""
}

// waits refuses an answer where none is awaited.
func waits(id RuleID, sentence string) func(*fold, *Act) string {
	return func(f *fold, a *Act) string {
		if a.Imported || f.running(id) {
			return ""
		}
		r, _ := RuleFor(id, f.regimeOf(a))
		return "本案" + sentence + "（" + r.Basis + "）"
	}
}

func letterOpen(f *fold, a *Act) string {
	switch {
	case a.Imported || f.running(OpinionBack) || f.letters > 0: // an answer shows that the letter was received
		return ""
	}
	return "本案没有等待反馈的行政复议意见书（《行政复议法》第76条）"
}

func letterUnserved(f *fold, _ *Act) string {
	if f.letters == 0 {
		return "本案没有尚未送达的行政复议意见书（《行政复议法》第76条）"
	}
	return ""
}

// nothingOwed keeps a case out of the archive while the respondent owes performance.
func nothingOwed(f *fold, a *Act) string {
	if !a.Imported && (f.t.State == Performing || f.t.State == Ordered) {
		return "履行尚未完成，请先记录“履行完毕”再归档（《行政复议法》第77条）"
	}
	return ""
}

func appealInTime(f *fold, a *Act) string {
	given := a.On
	d := a.detail()
	if !d.Posted.IsZero() {
		given = d.Posted
	}
	due := f.appealDueOf(d.To)
	switch {
	case f.appeal == "" && !a.Imported && (f.t.State == Judged || f.t.State == SuitOver):
		return "本案的裁判不能上诉（《行政诉讼法》第85条、第90条）"
	case f.t.State == Appealing && due.IsZero():
		return "本案已经上诉，没有还在计算的上诉期（《行政诉讼法》第85条）"
	case !due.IsZero() && given > due:
		return "上诉期已于" + due.String() + "届满（《行政诉讼法》第85条）"
	}
	return ""
}

// closable: a judgment is not final while a party may still appeal. What the law closed by itself may be closed by an act as well.
func closable(f *fold, a *Act) string {
	if f.t.State == SuitOver && !f.lapsed {
		return "本案已经结案（《行政诉讼法》第85条）"
	}
	if due := f.appealDue(); !a.Imported && !f.ledger && !f.execution && !due.IsZero() && a.On <= due {
		return "上诉期至" + due.String() + "尚未届满，裁判没有生效，不能结案（《行政诉讼法》第85条）"
	}
	return ""
}

// servable refuses a service after the suit was closed by an act; one that time alone closed is open to a later service.
func servable(f *fold, _ *Act) string {
	if f.t.State == SuitOver && !f.lapsed {
		return "本案裁判已经生效并结案（《行政诉讼法》第85条）"
	}
	return ""
}

func disputable(f *fold, a *Act) string {
	switch p := f.lastOf(Jurisdiction); {
	case p == nil:
		return ""
	case a.On > p.Count.Due:
		return "管辖异议应当在" + p.Count.Due.String() + "前提出（行诉法解释第10条）"
	case !p.Running():
		return "管辖异议已经提出（行诉法解释第10条）"
	}
	return ""
}

// lastOf is the last period of a rule that was started, running or not; nil if none was.
func (f *fold) lastOf(id RuleID) *Period {
	for i := len(f.t.Periods) - 1; i >= 0; i-- {
		if f.t.Periods[i].Rule.ID == id {
			return &f.t.Periods[i]
		}
	}
	return nil
}

// postponable: the request alone ends nothing, the court has to permit it, and the answer stays due.
func postponable(f *fold, a *Act) string {
	p := f.lastOf(AnswerCourt)
	switch {
	case p == nil:
		return "二审、再审没有本条的举证期限，不必申请延期（行诉法解释第34条）"
	case f.has(markPostponed):
		return "已经申请过延期举证（行诉法解释第34条）"
	case a.On > p.Count.Due:
		return "延期举证应当在" + p.Count.Due.String() + "前书面申请（行诉法解释第34条）"
	}
	return ""
}

func postponed(f *fold, a *Act) string {
	switch {
	case !a.Imported && !f.has(markPostponed):
		return "本案没有申请过延期举证，请先记录“申请延期举证”（行诉法解释第34条）"
	case f.has(markPermitted):
		return "已经记录过法院准许延期举证（行诉法解释第34条）"
	}
	return ""
}

func permitted(f *fold, a *Act) string {
	switch {
	case !a.Imported && !f.has(markPermitted):
		return "法院尚未准许延期举证；法院准许的，请先记录“法院准许延期举证”（行诉法解释第34条）"
	case f.lastOf(EvidenceLate) != nil:
		return "延期举证的期限已经起算（行诉法解释第34条）"
	}
	return ""
}

func adviceOpen(f *fold, a *Act) string {
	if a.Imported || f.has(markAdvised) || f.running(AdviceBack) || f.running(AdviceNormBack) {
		return ""
	}
	return "本案没有等待回复的司法建议（法释〔2023〕11号第8条）"
}
