package procedure

import "fuyi/cases/calendar"

// Effects of the acts of litigation.

func receiveSuit(f *fold, a *Act) {
	f.t.Received = a.On
	f.t.Regime = f.regimeOf(a)
	f.receiptRegime = f.t.Regime
	f.ledger = a.Imported
	f.start(AnswerCourt, f.t.Regime, a.On, f.event(AnswerCourt, a), "")
	if !a.Imported {
		f.start(Jurisdiction, f.t.Regime, a.On, f.event(Jurisdiction, a), "")
		f.prepare(a)
	}
}

// fileSuit starts the court's own period (XS-81, 83, 88). Ledgers tell too little of what pauses it.
func fileSuit(f *fold, a *Act) {
	f.t.Accepted = a.On
	id := courtPeriods[a.detail().Ground]
	if !a.Imported && id != "" && f.t.Concluded.IsZero() && f.lastOf(id) == nil {
		f.start(id, f.regimeOf(a), a.On, f.event(id, a), "")
	}
}

// courtPeriods is read only: the period of each procedure. A retrial follows that of the instance it repeats, which the act does
// not tell.
var courtPeriods = map[Ground]RuleID{"": FirstInstance, FiledOrdinary: FirstInstance, FiledSummary: FirstSummary, FiledAppeal: SecondInstance}

func answerSuit(f *fold, a *Act) {
	given := a.On
	if d := a.detail(); !d.Posted.IsZero() {
		given = d.Posted
	}
	f.end(AnswerCourt, given)
	f.end(EvidenceLate, given)
	f.prepared(a)
}

func hearInCourt(f *fold, a *Act) {
	f.marks |= markHeardInCourt
	f.t.Hearing = 0
	f.end(AnswerCourt, a.On)
	f.end(EvidenceLate, a.On)
	f.prepared(a)
}

// judge ends the instance, and finds what service of the judgment will start.
func judge(f *fold, a *Act) {
	if f.execution {
		ruleExecution(f, a)
		return
	}
	conclude(f, a)
	for _, row := range outcomeTable {
		for _, r := range a.detail().Results {
			if r.Outcome == row.code && f.appeal == "" {
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

func serveJudgment(f *fold, a *Act) {
	f.end(JudgmentSent, a.On)
	if f.appeal == "" {
		return
	}
	f.serveAgain()
	for _, who := range names(a.detail().To) {
		f.start(f.appeal, f.regimeOf(a), a.On, f.event(f.appeal, a), who)
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
	endAppeals(f, a)
	f.end(AnswerAppeal, a.On)
	f.end(SecondInstance, a.On)
	f.end(EnforceObjFiling, a.On)
	f.end(EnforceObjRuling, a.On)
	f.begunRetrial(a.On)
}

// begunRetrial starts the six months to apply for a retrial.
func (f *fold) begunRetrial(from calendar.Date) {
	if !f.ledger && !f.execution {
		f.start(RetrialApply, f.t.Regime, from, "裁判生效", "")
	}
}

// awaitAdvice starts the time to answer the court: what the letter names, else what the rules of its kind give.
func awaitAdvice(f *fold, a *Act) {
	id := AdviceBack
	if a.detail().Ground == AdviceNorm {
		id = AdviceNormBack
	}
	f.await(id, a)
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
	for _, id := range []RuleID{AdviceBack, AdviceNormBack} {
		if p := f.find(id); p != nil {
			p.Done = a.On
			return
		}
	}
}
