package procedure

import "fuyi/cases/calendar"

// Effects of the acts that conclude a reconsideration, and of what follows.

// conclude is the effect of every act that ends the organ's work: the date is the day the paper was made, not served.
func conclude(f *fold, a *Act) {
	f.t.Concluded = a.On
	f.unannounce()
	f.concluding = a
	f.marks &^= markServedThere | markServedHere
	f.closePause("", a.On)
	f.endAll(a.On)
}

// decide also keeps the operative items: what they order is counted from service.
func decide(f *fold, a *Act) {
	if !f.has(markOpinions|markSummary) && f.regimeOf(a) != RegimeA {
		f.notice(a, OpinionsHeard, "普通程序应当听取当事人意见，本案没有听取意见的记录；因当事人原因不能听取的，请补记原因（《行政复议法》第49条）")
	}
	if f.running(ReplyOrd) || f.running(ReplySmp) {
		f.notice(a, Reply, "没有收到被申请人答复的记录；逾期不答复的，视为没有证据、依据（《行政复议法》第70条）")
	}
	f.items = a.detail().Items
	for _, it := range f.items {
		if it.Kind == Uphold || it.Kind == Alter {
			f.marks |= markEnforceable
		}
	}
	conclude(f, a)
}

// mediate starts the performance that the letter of mediation names.
func mediate(f *fold, a *Act) {
	conclude(f, a)
	f.startNamed(Perform, a, a.detail().Until, "")
}

// serve starts what counts from service: the applicant's time to sue, for papers against which a suit lies (XS-45), and
// what the decision orders the respondent to do. Each party's own service counts for it; a service without a side is
// one on all.
func serve(f *fold, a *Act) {
	d := a.detail()
	f.marks |= servedMarks(d.Side)
	if d.Side != ForRespondent && f.suable() {
		for _, who := range names(d.To) {
			f.start(SueDecision, f.regimeOf(a), a.On, f.event(SueDecision, a), who)
		}
	}
	if d.Side != ForApplicant && d.Side != ForThirdParty && !f.ledger && !a.Imported {
		f.order(a)
	}
	if f.t.State != Ordered && f.t.State != Fulfilled {
		f.t.State = Closed
		if f.running(Redo) || f.running(Perform) {
			f.t.State = Performing
		}
	}
	if due := f.decisionDue(); f.t.Concluded != 0 && f.t.Concluded <= due && a.On > due {
		f.notice(a, "", "决定在审理期限内作出，但送达晚于期限届满日"+due.String()+"，请核对（《行政复议法》第62条、第75条）")
	}
}

// decisionDue is the due date of the last period of decision, zero if there was none.
func (f *fold) decisionDue() calendar.Date {
	for i := len(f.t.Periods) - 1; i >= 0; i-- {
		if id := f.t.Periods[i].Rule.ID; id == DecOrd || id == DecSmp {
			return f.t.Periods[i].Count.Due
		}
	}
	return 0
}

// suable reports whether a suit lies against the paper that is being served, in the state before or after the first
// service.
func (f *fold) suable() bool {
	switch f.t.State {
	case Decided, Dismissed, Rejected:
		return true
	case Closed, Performing:
		for i := range f.t.Periods {
			if f.t.Periods[i].Rule.ID == SueDecision {
				return true
			}
		}
		return len(f.items) > 0 || f.concluding != nil && (f.concluding.Kind == Dismissal || f.concluding.Kind == Rejection)
	}
	return false
}

// order starts the periods that the decision's items set the respondent, once.
func (f *fold) order(a *Act) {
	for i := range f.t.Periods {
		if id := f.t.Periods[i].Rule.ID; id == Redo || id == Perform && len(f.items) > 0 {
			return
		}
	}
	for _, it := range f.items {
		switch {
		case it.Redo && it.Days == 0:
			f.start(Redo, f.regimeOf(a), a.On, f.event(Redo, a), "")
		case it.Redo:
			f.startDays(Redo, a, it.Days)
		case it.Days > 0:
			f.startDays(Perform, a, it.Days)
		}
	}
}

// issueLetter waits for the letter's service: the sixty days of feedback run from its receipt.
func issueLetter(f *fold, a *Act) {
	if !a.Imported {
		f.letters++
	}
}

func serveLetter(f *fold, a *Act) {
	f.letters = max(f.letters-1, 0)
	f.start(OpinionBack, f.regimeOf(a), a.On, f.event(OpinionBack, a), a.detail().To)
}

// answerLetter ends the oldest feedback period that runs.
func answerLetter(f *fold, a *Act) {
	if !f.running(OpinionBack) {
		f.letters = max(f.letters-1, 0)
		return
	}
	reportBack(OpinionBack)(f, a)
}

func orderPerformance(f *fold, a *Act) {
	f.end(Redo, a.On)
	f.end(Perform, a.On)
	f.startNamed(PerformOrdered, a, a.detail().Until, a.detail().To)
}

func perform(f *fold, a *Act) {
	for _, id := range []RuleID{Redo, Perform, PerformOrdered} {
		f.end(id, a.On)
	}
}

// sued: whoever sued needs his time no longer.
func sued(f *fold, a *Act) {
	f.marks |= markSued
	f.end(SueDecision, a.On)
	f.end(NonlitApply, a.On)
}

// remit opens the case again after a court ordered another decision; the period starts anew (XSJ-89, 136).
func remit(f *fold, a *Act) {
	f.marks |= markRemitted
	f.marks &^= markOpinions
	f.endAll(a.On)
	f.extended, f.t.Extended = 0, false
	f.t.Concluded, f.items, f.concluding = 0, nil, nil
	f.t.Pauses = nil
	f.t.Regime = f.regimeOf(a)
	f.t.CountFrom = a.On
	f.start(f.decRule(), f.t.Regime, a.On, "收到法院生效裁判", "")
}

// file stops what would otherwise be reminded of; answers that outlive the case are awaited all the same.
func file(f *fold, a *Act) { f.endAll(a.On) }
