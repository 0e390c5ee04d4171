package procedure

import "fuyi/cases/calendar"

// Effects of what the court tells the organ before a hearing, and of what is done about a judgment.

// announceCourt announces the hearing of a summons.
func announceCourt(f *fold, a *Act) {
	f.announce(a.detail().Until, a)
	f.shortNotice(a, SummonsNotice, f.t.Hearing)
}

// notifyHead keeps that the court called the head himself. A notice that names no day means the hearing of the summons.
func notifyHead(f *fold, a *Act) {
	day := a.detail().Until
	switch {
	case day.IsZero():
		day = f.t.Hearing
	case f.t.Hearing.IsZero():
		f.announce(day, a)
	case day != f.t.Hearing:
		f.notice(a, "", "通知书写的开庭日期"+day.String()+"与此前告知的"+f.t.Hearing.String()+"不一致，请向法院核对（法释〔2020〕3号第5条）")
	}
	f.joinHour(day, a)
	f.shortNotice(a, HeadNotice, day)
}

// shortNotice reminds when the court's notice came later than so many days before the hearing. The duty is the court's: what it
// missed is told, and the notice stands.
func (f *fold) shortNotice(a *Act, id RuleID, hearing calendar.Date) {
	r, ok := RuleFor(id, f.regimeOf(a))
	if !ok || hearing.IsZero() {
		return
	}
	if latest := f.before(r, hearing).Due; a.On > latest {
		f.notice(a, "", r.Name+"应当在开庭三日前送达，即不晚于"+latest.String()+"；准备时间不够的，可以向法院说明（"+r.Basis+"）")
	}
}

// pauseSuit stops the court's period: the time of the suspension is not counted (XSJ-50).
func pauseSuit(f *fold, a *Act) {
	f.start(SuitSuspEnd, f.regimeOf(a), a.On, f.event(SuitSuspEnd, a), "")
	f.openPause(pauseLitigation, a.On)
}

func resumeSuit(f *fold, a *Act) {
	f.end(SuitSuspEnd, a.On)
	f.closePause(pauseLitigation, a.On)
}

// unperformed starts the two years to have a judgment enforced when the day that it named has passed (XSJ-153).
func (f *fold) unperformed(day calendar.Date) {
	p := f.find(JudgmentPerform)
	if p == nil || day <= p.Count.Due || f.lastOf(EnforceJudgment) != nil {
		return
	}
	f.start(EnforceJudgment, p.Regime, p.Count.Due, "裁判指定的履行期限届满", "")
}

func performJudgment(f *fold, a *Act) {
	f.end(JudgmentPerform, a.On)
	f.end(EnforceJudgment, a.On)
}

// serveAgain reopens a suit that time closed: a party that was served later has its own time to appeal (XS-85).
func (f *fold) serveAgain() {
	if f.t.State != SuitOver {
		return
	}
	f.t.State, f.lapsed = Judged, false
	if f.execution {
		f.t.State = ExecutionRefused
	}
	kept := f.t.Periods[:0]
	for _, p := range f.t.Periods {
		if p.Rule.ID != RetrialApply {
			kept = append(kept, p)
		}
	}
	f.t.Periods = kept
}
