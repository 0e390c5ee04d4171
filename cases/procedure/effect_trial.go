package procedure

import "fuyi/cases/calendar"

// Effects of acts between acceptance and the decision.

// chooseSummary puts a case under the summary procedure after its acceptance (视为受理 leaves no other moment); the periods
// count from acceptance.
func chooseSummary(f *fold, a *Act) {
	f.marks |= markSummary
	f.enter(Trying)
	f.replace(DecOrd, DecSmp, a)
	f.replace(CopyOrd, CopySmp, a)
	f.replace(ReplyOrd, ReplySmp, a)
}

// toOrdinary gives the case sixty days from the original acceptance, and the respondent the rest of ten working days.
func toOrdinary(f *fold, a *Act) {
	f.marks &^= markSummary
	f.enter(Trying)
	f.replace(DecSmp, DecOrd, a)
	f.replace(CopySmp, CopyOrd, a)
	f.replace(ReplySmp, ReplyOrd, a)
}

// replace ends the running periods of a rule and starts those of another from the same day.
func (f *fold) replace(old, id RuleID, a *Act) {
	for i := range f.t.Periods {
		p := f.t.Periods[i]
		if p.Running() && p.Rule.ID == old {
			f.t.Periods[i].Done = a.On
			f.start(id, f.regimeOf(a), p.Count.Start, p.From, p.Who)
		}
	}
}

func sendCopy(f *fold, a *Act) {
	f.end(CopyOrd, a.On)
	f.end(CopySmp, a.On)
	id := f.replyRule()
	for _, who := range names(a.detail().To) {
		f.start(id, f.regimeOf(a), a.On, f.event(id, a), who)
	}
}

// reply ends the respondent's period. A late reply cures nothing by itself (L23-70).
func reply(f *fold, a *Act) {
	d, given := a.detail(), a.On
	if !d.Posted.IsZero() {
		given = d.Posted
	}
	f.marks |= markReplied
	for i := range f.t.Periods {
		p := &f.t.Periods[i]
		if p.Running() && (p.Rule.ID == ReplyOrd || p.Rule.ID == ReplySmp) && given > p.Count.Due && (d.To == "" || p.Who == "" || p.Who == d.To) {
			f.marks |= markLateReply
			f.notice(a, "", "答复日期"+given.String()+"晚于届满日"+p.Count.Due.String()+"，没有正当理由的视为没有证据、依据，请记录逾期理由（"+p.Rule.Basis+"）")
		}
	}
	for _, who := range names(d.To) {
		f.endFor(ReplyOrd, who, given)
		f.endFor(ReplySmp, who, given)
	}
}

func stay(f *fold, _ *Act)     { f.marks |= markStayed }
func liftStay(f *fold, _ *Act) { f.marks &^= markStayed }

// announceHearing keeps the day of the hearing and checks how long before it the notice went out (L23-51).
func announceHearing(f *fold, a *Act) {
	day := a.detail().Until
	if day.IsZero() {
		return // a ledger may not say
	}
	f.announce(day, a)
	if r, ok := RuleFor(HearNotice, f.regimeOf(a)); ok {
		p := Period{Rule: r, Regime: f.regimeOf(a), From: "听证定于" + day.String(), Done: a.On, Count: f.before(r, day)}
		f.t.Periods = append(f.t.Periods, p)
		if p.Late(f.today) {
			f.notice(a, "", "听证通知应当在听证的五个工作日前送达，即不晚于"+p.Count.Due.String()+"，请考虑另定听证日期（"+r.Basis+"）")
		}
	}
	if f.deducts(pauseHearing) {
		f.openPause(pauseHearing, a.On)
	}
}

// before counts a notice back from the day it announces. Natural days are never moved: forward would be too late.
func (f *fold) before(r Rule, day calendar.Date) calendar.Count {
	if r.Unit == calendar.NaturalDay {
		due := day.AddDays(r.N)
		return calendar.Count{Start: day, N: r.N, Unit: r.Unit, Raw: due, Due: due}
	}
	return f.law.Calendar.Before(day, -r.N, !f.law.Practice.ShortHearingNotice)
}

func holdHearing(f *fold, a *Act) {
	f.marks |= markHearing | markOpinions
	f.unannounce()
	f.closePause(pauseHearing, a.On)
}

func endConsultation(f *fold, a *Act) {
	f.marks |= markConsulted
	f.closePause(pauseConsultation, a.On)
}

func suspend(f *fold, a *Act) {
	row := find(groundTable, a.detail().Ground)
	if row.sixty {
		f.start(SuspEnd, f.regimeOf(a), a.On, f.event(SuspEnd, a), "")
	}
	switch row.code {
	case NormReview:
		f.marks |= markNorm
		f.start(NormAsk, f.regimeOf(a), a.On, f.event(NormAsk, a), "")
		f.start(NormOwn, f.regimeOf(a), a.On, f.event(NormOwn, a), "")
	case NormElsewhere:
		f.marks |= markNorm
		f.start(NormFwd, f.regimeOf(a), a.On, f.event(NormFwd, a), "")
	}
	f.openPause(pauseSuspension, a.On)
}

func resume(f *fold, a *Act) {
	for _, id := range []RuleID{SuspEnd, NormAsk, NormReply, NormOwn, NormFwd, NormBack} {
		f.end(id, a.On)
	}
	f.closePause(pauseSuspension, a.On)
}

func askIssuer(f *fold, a *Act) {
	f.end(NormAsk, a.On)
	startsFor(NormReply)(f, a)
}

func forwardNorm(f *fold, a *Act) {
	f.end(NormFwd, a.On)
	f.end(NormAsk, a.On)
	f.end(NormOwn, a.On)
	f.start(NormBack, f.regimeOf(a), a.On, f.event(NormBack, a), a.detail().To)
}

func concludeNorm(f *fold, a *Act) {
	for _, id := range []RuleID{NormAsk, NormReply, NormOwn, NormFwd, NormBack} {
		f.end(id, a.On)
	}
}

func extend(f *fold, a *Act) {
	days := 30
	if d := a.detail(); d.Days > 0 {
		days = d.Days
	}
	f.extended += days
	f.t.Extended = true
	f.recount()
}

func separate(f *fold, _ *Act) { f.marks &^= markMerged }

// upgrade ends our own review: the upper organ's starts anew when it has the materials (R26-40).
func upgrade(f *fold, a *Act) {
	f.closePause("", a.On)
	f.endAll(a.On)
	f.start(UpgradeHandover, f.regimeOf(a), a.On, f.event(UpgradeHandover, a), "")
}

// receiveUpgrade is the other end: the period of decision starts with the materials.
func receiveUpgrade(f *fold, a *Act) {
	f.end(AccReview, a.On)
	f.end(CorrReview, a.On)
	if f.t.Received.IsZero() {
		f.t.Received = a.On
		f.receiptRegime = f.regimeOf(a)
	}
	f.t.Regime = f.regimeOf(a)
	f.t.Accepted, f.t.CountFrom = a.On, a.On
	f.start(DecOrd, f.t.Regime, a.On, "收到提级案件材料", "")
}
