package procedure

import "fuyi/cases/calendar"

// The effects of acts: each moves dates and periods; the state moves by the act table.

func regimeOf(a *Act) Regime {
	if a.Regime != "" {
		return a.Regime
	}
	return RegimeOn(a.On)
}

// start opens a period by its rule, if the regime of the day knows the rule.
func (f *fold) start(id string, g Regime, on calendar.Date, from string) {
	r, ok := RuleFor(id, g)
	if !ok {
		return
	}
	f.t.Periods = append(f.t.Periods, Period{Rule: r, From: from, Count: f.count(r, on, 0)})
}

func (f *fold) count(r Rule, on calendar.Date, extra int) calendar.Count {
	if r.Unit == calendar.Workday {
		return f.law.Calendar.Workdays(on, r.N)
	}
	var pauses []calendar.Pause
	if r.Pausable {
		pauses = f.t.Pauses
	}
	return f.law.Calendar.Days(on, r.N+extra, r.Unit, pauses)
}

// recount computes the running pausable periods anew after a pause or an extension changed.
func (f *fold) recount() {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && p.Rule.Pausable {
			p.Extended = f.extended
			p.Count = f.count(p.Rule, p.Count.Start, f.extended)
		}
	}
}

// end closes every running period of a rule; endAll closes all but those that outlive the decision.
func (f *fold) end(id string, on calendar.Date) {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && p.Rule.ID == id {
			p.Done = on
		}
	}
}

func (f *fold) endAll(on calendar.Date) {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && p.Rule.ID != "OPINION_BACK" {
			p.Done = on
		}
	}
}

// starts gives the effect "this act starts the period"; ends closes it.
func starts(id string) func(*fold, *Act) {
	return func(f *fold, a *Act) { f.start(id, regimeOf(a), a.On, labelOf(id, a)) }
}

func ends(id string) func(*fold, *Act) {
	return func(f *fold, a *Act) { f.end(id, a.On) }
}

// reportBack closes the feedback period of the oldest opinion letter that waits.
func reportBack(f *fold, a *Act) {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && p.Rule.ID == "OPINION_BACK" {
			p.Done = a.On
			return
		}
	}
}

// labelOf names the start event by the rule's own words, with the paper of the act.
func labelOf(id string, a *Act) string {
	r, _ := RuleFor(id, regimeOf(a))
	if a.Paper == "" {
		return r.Event
	}
	return r.Event + "（" + a.Paper + "）"
}

func receive(f *fold, a *Act) {
	f.t.Received = a.On
	f.t.Regime = regimeOf(a)
	f.ledger = a.Imported
	f.start("ACC_REVIEW", f.t.Regime, a.On, labelOf("ACC_REVIEW", a))
}

// askSupplement ends the review; under regime A the time until the answer is deducted from the main period (R07-29).
func askSupplement(f *fold, a *Act) {
	f.noticed = true
	f.end("ACC_REVIEW", a.On)
	if regimeOf(a) == RegimeA {
		f.t.Pauses = append(f.t.Pauses, calendar.Pause{From: a.On, Reason: "补正"})
	}
}

func supplement(f *fold, a *Act) {
	f.end("CORR_ANSWER", a.On)
	f.closePause(a.On)
	f.start("CORR_REVIEW", regimeOf(a), a.On, labelOf("CORR_REVIEW", a))
}

func accept(f *fold, a *Act) {
	f.end("ACC_REVIEW", a.On)
	f.end("CORR_REVIEW", a.On)
	f.t.Regime = regimeOf(a)
	f.begin(a.On, labelOf("DEC_ORD", a))
}

// begin starts the main period. Under regime A it counts from the receipt (L17-17 para 2), else from acceptance.
func (f *fold) begin(on calendar.Date, event string) {
	f.t.Accepted, f.t.CountFrom = on, on
	if RegimeOn(f.t.Received) == RegimeA && f.t.Regime == RegimeA {
		f.t.CountFrom = f.t.Received
		event = "收到申请之日即为受理日"
	}
	f.start("DEC_ORD", f.t.Regime, f.t.CountFrom, event)
	if !f.ledger {
		f.start("COPY_ORD", f.t.Regime, f.t.CountFrom, event)
	}
}

func sendCopy(f *fold, a *Act) {
	f.end("COPY_ORD", a.On)
	f.start("REPLY_ORD", regimeOf(a), a.On, labelOf("REPLY_ORD", a))
}

func suspend(f *fold, a *Act) {
	f.t.Pauses = append(f.t.Pauses, calendar.Pause{From: a.On, Reason: "中止"})
	if a.Detail != nil && find(groundTable, a.Detail.Ground).sixty {
		f.start("SUSP_END", regimeOf(a), a.On, labelOf("SUSP_END", a))
	}
	f.recount()
}

func resume(f *fold, a *Act) {
	f.closePause(a.On)
	f.end("SUSP_END", a.On)
	f.recount()
}

func (f *fold) closePause(on calendar.Date) {
	for i := range f.t.Pauses {
		if f.t.Pauses[i].To.IsZero() {
			f.t.Pauses[i].To = on
		}
	}
}

func extend(f *fold, a *Act) {
	days := 30
	if a.Detail != nil && a.Detail.Days > 0 {
		days = a.Detail.Days
	}
	f.extended += days
	f.t.Extended = true
	f.recount()
}

// conclude is the effect of every act that ends the organ's work: the date is the day the paper was made, not served.
func conclude(f *fold, a *Act) {
	f.t.Concluded = a.On
	f.closePause(a.On)
	f.recount()
	f.endAll(a.On)
	if a.Detail == nil {
		return
	}
	for _, row := range outcomeTable {
		for _, r := range a.Detail.Results {
			if r.Outcome == row.code && f.appeal == "" {
				f.appeal = row.appeal
			}
		}
	}
}

// serve starts the applicant's time to sue, for papers against which a suit lies (XS-45).
func serve(f *fold, a *Act) {
	switch f.t.State {
	case Decided, Dismissed, Rejected:
		f.start("SUE_DECISION", regimeOf(a), a.On, labelOf("SUE_DECISION", a))
	}
}

// file stops what would otherwise be reminded of; the feedback to an opinion letter is awaited all the same.
func file(f *fold, a *Act) { f.endAll(a.On) }

// awaitFeedback starts the sixty days to report back on an opinion letter, unless it comes from a ledger.
func awaitFeedback(f *fold, a *Act) {
	if !a.Imported {
		f.start("OPINION_BACK", regimeOf(a), a.On, labelOf("OPINION_BACK", a))
	}
}

func receiveSuit(f *fold, a *Act) {
	f.t.Received = a.On
	f.t.Regime = regimeOf(a)
	f.start("ANSWER_COURT", f.t.Regime, a.On, labelOf("ANSWER_COURT", a))
}

func fileSuit(f *fold, a *Act) { f.t.Accepted = a.On }

func serveJudgment(f *fold, a *Act) {
	if f.appeal != "" {
		f.start(f.appeal, regimeOf(a), a.On, labelOf(f.appeal, a))
	}
}

func endsAppeal(f *fold, a *Act) {
	f.end("APPEAL_J", a.On)
	f.end("APPEAL_R", a.On)
}
