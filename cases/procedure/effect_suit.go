package procedure

import "fuyi/cases/calendar"

// Effects of the acts of litigation.

func receiveSuit(f *fold, a *Act) {
	f.t.Received = a.On
	f.t.Regime = f.regimeOf(a)
	f.receiptRegime = f.t.Regime
	f.ledger = a.Imported
	id := answerRules[f.course]
	f.start(id, f.t.Regime, a.On, f.event(id, a), "")
	if a.Imported {
		return
	}
	if f.course == FirstCourse {
		f.start(Jurisdiction, f.t.Regime, a.On, f.event(Jurisdiction, a), "")
	}
	f.prepare(a)
}

// fileSuit starts the court's own period (XS-81, 83, 88). Ledgers tell too little of what pauses it.
func fileSuit(f *fold, a *Act) {
	f.t.Accepted = a.On
	id := courtPeriods[a.detail().Ground]
	if other, known := filingPeriods[f.course]; known {
		id = other
	}
	if !a.Imported && id != "" && f.t.Concluded.IsZero() && f.lastOf(id) == nil {
		f.start(id, f.regimeOf(a), a.On, f.event(id, a), "")
	}
}

// courtPeriods is read only: the period of each procedure. A retrial follows that of the instance it repeats, which the act does
// not tell.
var courtPeriods = map[Ground]RuleID{"": FirstInstance, FiledOrdinary: FirstInstance, FiledSummary: FirstSummary, FiledAppeal: SecondInstance}

// filingPeriods is read only: the court's own period in a file of another instance than the first (XS-88, XSJ-112).
var filingPeriods = map[Course]RuleID{SecondCourse: SecondInstance, RetrialCourse: RetrialReview}

func answerSuit(f *fold, a *Act) {
	given := a.On
	if d := a.detail(); !d.Posted.IsZero() {
		given = d.Posted
	}
	f.answered(given)
	f.prepared(a)
}

func hearInCourt(f *fold, a *Act) {
	f.marks |= markHeardInCourt
	f.unannounce()
	f.answered(a.On)
	f.prepared(a)
}

// answered ends the time to answer, whatever the instance.
func (f *fold) answered(on calendar.Date) {
	f.end(answerRules[f.course], on)
	f.end(EvidenceLate, on)
}

// judge ends the instance, and finds what service of the judgment will start.
func judge(f *fold, a *Act) {
	if f.execution {
		ruleExecution(f, a)
		return
	}
	conclude(f, a)
	f.checkCourse(a)
	for _, row := range outcomeTable {
		for _, r := range a.detail().Results {
			if r.Outcome == row.code && f.appeal == "" && f.course.appealable(row.code) {
				f.appeal = row.appeal
			}
		}
	}
	if !a.Imported && !f.ledger {
		f.start(JudgmentSent, f.regimeOf(a), a.On, f.event(JudgmentSent, a), "")
	}
	if !a.Imported {
		f.startNamed(JudgmentPerform, a, a.detail().Until, "")
	}
}

// checkCourse reminds of a result that belongs to another instance, and keeps that a suit goes on elsewhere.
func (f *fold) checkCourse(a *Act) {
	f.marks &^= markUndecided
	for _, r := range a.detail().Results {
		row := find(outcomeTable, r.Outcome)
		if row.courses != 0 && !row.courses.has(f.course) {
			f.notice(a, "", "“"+row.label+"”不是"+courseLabels[f.course]+"案件的裁判结果，请核对本案登记的审级和裁判结果（《行政诉讼法》第69条至第79条、第89条）")
		}
		if r.Outcome == Remanded || r.Outcome == Transferred {
			f.marks |= markUndecided
		}
	}
}

func serveJudgment(f *fold, a *Act) {
	f.end(JudgmentSent, a.On)
	if f.appeal == "" {
		f.final(a)
		return
	}
	f.serveAgain()
	for _, who := range names(a.detail().To) {
		f.start(f.appeal, f.regimeOf(a), a.On, f.event(f.appeal, a), who)
	}
}

// final: a judgment that nobody may appeal against takes effect with its service, and only a retrial can change it (XSJ-110). One that
// was sent back or transferred goes on as another suit.
func (f *fold) final(a *Act) {
	if f.execution || f.t.State == Appealing || f.t.State == SuitOver {
		return
	}
	f.t.State, f.lapsed = SuitOver, true
	if !f.has(markUndecided) {
		f.begunRetrial(a.On)
	}
}

// endAppeals ends the time to appeal of whoever appealed, of all parties where the act names nobody: the others keep their own.
func endAppeals(f *fold, a *Act) {
	f.end(JudgmentSent, a.On)
	for _, who := range names(a.detail().To) {
		f.endFor(AppealJudgment, who, a.On)
		f.endFor(AppealRuling, who, a.On)
		f.endFor(EnforceObject, who, a.On)
	}
}

// appeal also starts the upper court's own period (XS-88).
func appeal(f *fold, a *Act) {
	endAppeals(f, a)
	if !a.Imported && !f.ledger && !f.running(SecondInstance) {
		f.start(SecondInstance, f.regimeOf(a), a.On, f.event(SecondInstance, a), "")
	}
}

func receiveAppeal(f *fold, a *Act) {
	endAppeals(f, a)
	f.start(AnswerAppeal, f.regimeOf(a), a.On, f.event(AnswerAppeal, a), a.detail().To)
}

// closeSuit: the judgment is final, and only a retrial can change it.
func closeSuit(f *fold, a *Act) {
	f.lapsed = false
	f.end(JudgmentSent, a.On)
	for _, id := range []RuleID{AppealJudgment, AppealRuling, EnforceObject} {
		f.drop(id, a.On)
	}
	f.end(AnswerAppeal, a.On)
	f.end(SecondInstance, a.On)
	f.end(EnforceObjFiling, a.On)
	f.end(EnforceObjRuling, a.On)
	if f.lastOf(RetrialApply) == nil && !f.has(markUndecided) {
		f.begunRetrial(a.On)
	}
}

// begunRetrial starts the six months to apply for a retrial.
func (f *fold) begunRetrial(from calendar.Date) {
	if !f.ledger && !f.execution {
		f.start(RetrialApply, f.t.Regime, from, "裁判生效", "")
	}
}

// awaitAdvice starts the time to answer the court: what the letter names, else what the rules of its kind give.
func awaitAdvice(f *fold, a *Act) {
	switch a.detail().Ground {
	case AdviceNorm:
		f.await(AdviceNormBack, a)
	case AdviceOnCase:
		if a.detail().Until.IsZero() {
			f.notice(a, "", "个案司法建议的回复期限以建议书写明的为准；写明的，请更正录入“回复期限”，没有写明的，宜及时回复（《行政诉讼法》第66条、第96条）")
			f.marks |= markAdvised
			return
		}
		f.await(AdviceBack, a)
	default:
		f.await(AdviceBack, a)
	}
}

func awaitProsecutor(f *fold, a *Act) { f.await(ProsecutorBack, a) }

func (f *fold) await(id RuleID, a *Act) {
	switch until := a.detail().Until; {
	case a.Imported:
	case until.IsZero():
		f.start(id, f.regimeOf(a), a.On, f.event(id, a), "")
	default:
		f.startNamed(id, a, until, "")
	}
}

func replyAdvice(f *fold, a *Act) {
	f.marks &^= markAdvised
	// A reply answers the letter that has waited longest.
	var oldest *Period
	for i := range f.t.Periods {
		p := &f.t.Periods[i]
		if id := p.Rule.ID; (id == AdviceBack || id == AdviceNormBack) && p.Running() && (oldest == nil || p.Count.Start < oldest.Count.Start) {
			oldest = p
		}
	}
	if oldest != nil {
		oldest.Done = a.On
	}
}
