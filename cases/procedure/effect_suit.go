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
	}
}

func fileSuit(f *fold, a *Act) { f.t.Accepted = a.On }

func answerSuit(f *fold, a *Act) {
	given := a.On
	if d := a.detail(); !d.Posted.IsZero() {
		given = d.Posted
	}
	f.end(AnswerCourt, given)
	f.end(EvidenceLate, given)
}

func announceCourt(f *fold, a *Act) { f.t.Hearing = a.detail().Until }

func hearInCourt(f *fold, a *Act) {
	f.marks |= markHeardInCourt
	f.t.Hearing = 0
	f.end(AnswerCourt, a.On)
	f.end(EvidenceLate, a.On)
}

// judge ends the instance, and finds what service of the judgment will start.
func judge(f *fold, a *Act) {
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
	for _, who := range names(a.detail().To) {
		f.start(f.appeal, f.regimeOf(a), a.On, f.event(f.appeal, a), who)
	}
}

func endsAppeal(f *fold, a *Act) {
	f.end(JudgmentSent, a.On)
	f.end(AppealJudgment, a.On)
	f.end(AppealRuling, a.On)
}

func receiveAppeal(f *fold, a *Act) {
	endsAppeal(f, a)
	f.start(AnswerAppeal, f.regimeOf(a), a.On, f.event(AnswerAppeal, a), a.detail().To)
}

// closeSuit: the judgment is final, and only a retrial can change it.
func closeSuit(f *fold, a *Act) {
	endsAppeal(f, a)
	f.end(AnswerAppeal, a.On)
	f.begunRetrial(a.On)
}

// begunRetrial starts the six months to apply for a retrial.
func (f *fold) begunRetrial(from calendar.Date) {
	if !f.ledger {
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
