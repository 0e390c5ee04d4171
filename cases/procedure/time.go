package procedure

import (
	"slices"

	"fuyi/cases/calendar"
)

// settle lets time alone do its work up to a day: deemed acceptance (视为受理), the right to sue over a decision that did
// not come, service by public notice, the end of a suit with the last appeal period, the time to enforce a
// judgment, rights that run out. next is the
// act about to be applied, nil at the end.
func (f *fold) settle(day calendar.Date, next *Act) {
	if f.t.State == Reviewing || f.t.State == Rereviewing {
		f.deem(day, next)
	}
	if len(f.t.Periods) == 0 {
		return
	}
	f.overdue(day)
	f.publiclyServed(day)
	f.unperformed(day)
	if due := f.appealDue(); (f.t.State == Judged || f.t.State == ExecutionRefused) && !due.IsZero() && day > due {
		f.t.State, f.lapsed = SuitOver, true
		f.begunRetrial(due)
	}
	f.expire(day)
}

// deem accepts the application when the review period has passed without a refusal. A ledger that was kept without its
// supplement steps shows a later acceptance or refusal; what was imported from it is believed, and noted.
func (f *fold) deem(day calendar.Date, next *Act) {
	p, ok := f.t.Main()
	if !ok || !p.Running() || day <= p.Count.Due {
		return
	}
	if next != nil && next.Imported && (next.Kind == Acceptance || next.Kind == Rejection || next.Kind == Withdrawal) {
		f.problem(next, "晚于受理审查期限"+p.Count.Due.String()+"，原台账可能未记补正，按台账日期计算")
		return
	}
	on := p.Count.Due
	if p.Rule.Regimes == string(RegimeA) {
		on = f.t.Received
	}
	f.t.DeemedAccepted = true
	f.end(p.Rule.ID, p.Count.Due)
	f.begin(on, "视为受理", false)
	f.enter(Trying)
}

// overdue starts the applicant's time to sue when the period of decision has passed (L23-34, XS-45).
func (f *fold) overdue(day calendar.Date) {
	for i := range f.t.Periods {
		p := f.t.Periods[i]
		if !p.Running() || p.Count.Open || day <= p.Count.Due || p.Rule.ID != DecOrd && p.Rule.ID != DecSmp {
			continue
		}
		started := slices.ContainsFunc(f.t.Periods, func(q Period) bool { return q.Rule.ID == SueOverdue && q.Count.Start == p.Count.Due })
		if !started {
			f.start(SueOverdue, f.t.Regime, p.Count.Due, "复议期限届满未作决定", "")
		}
	}
}

// publiclyServed serves a paper when the time of its public notice is over.
func (f *fold) publiclyServed(day calendar.Date) {
	for i := range f.t.Periods {
		p := f.t.Periods[i]
		if p.Running() && p.Rule.ID == PublicNotice30 && day > p.Count.Due {
			f.t.Periods[i].Done = p.Count.Due
			serve(f, &Act{Kind: Served, On: p.Count.Due, Detail: &Detail{To: p.Who, Side: f.publicSide}})
		}
	}
}

// expire ends rights that ran out; when the last right to sue over a decision has, the organ may have it enforced.
func (f *fold) expire(day calendar.Date) {
	var sued calendar.Date
	for i := range f.t.Periods {
		p := &f.t.Periods[i]
		if !p.Rule.Expires || !p.Running() || day <= p.Count.Due {
			continue
		}
		p.Done, p.Ending = p.Count.Due, RanOut
		if p.Rule.ID == SueDecision {
			sued = p.Count.Due
		}
	}
	if !sued.IsZero() && !f.ledger && f.has(markEnforceable) && !f.running(SueDecision) {
		f.start(NonlitApply, f.t.Regime, sued, "起诉期限届满", "")
	}
}

// turns is the next day on which settle would change something.
func (f *fold) turns() calendar.Date {
	var turn calendar.Date
	for _, p := range f.t.Periods {
		if !p.Running() || p.Count.Open || !f.waits(&p) {
			continue
		}
		if day := p.Count.Due.AddDays(1); day > f.today && (turn.IsZero() || day < turn) {
			turn = day
		}
	}
	return turn
}

// waits reports whether the end of a period changes the case by itself.
func (f *fold) waits(p *Period) bool {
	switch p.Rule.ID {
	case PublicNotice30, DecOrd, DecSmp, JudgmentPerform:
		return true
	case AccReview, CorrReview:
		return f.t.State == Reviewing || f.t.State == Rereviewing
	}
	return p.Rule.Expires
}

// appealDueOf is the last day on which a party may appeal, of all parties where none is named or none of that name was served.
func (f *fold) appealDueOf(who string) calendar.Date {
	for _, p := range f.t.Periods {
		if p.Running() && p.Rule.Appeals() && who != "" && p.Who == who {
			return p.Count.Due
		}
	}
	return f.appealDue()
}

// appealDue is the last day of the last appeal period, zero while none was started: each party has its own.
func (f *fold) appealDue() calendar.Date {
	var due calendar.Date
	for _, p := range f.t.Periods {
		if p.Running() && p.Rule.Appeals() {
			due = max(due, p.Count.Due)
		}
	}
	return due
}
