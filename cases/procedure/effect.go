package procedure

import "fuyi/cases/calendar"

// What effects are made of: starting, counting and ending periods and pauses. The effects themselves stand in
// effect_*.go; the state moves by the act table.

// regimeOf is the regime of an act: what the clerk fixed, else that of its day, else that of the receipt where the office
// keeps it.
func (f *fold) regimeOf(a *Act) Regime {
	if a.Regime != "" {
		return a.Regime
	}
	if f.law.Practice.KeepRegime && f.receiptRegime != "" {
		return f.receiptRegime
	}
	return RegimeOn(a.On)
}

// detail is an act's detail, an empty one if it has none.
func (a *Act) detail() *Detail {
	if a.Detail == nil {
		return &Detail{}
	}
	return a.Detail
}

// start opens a period by its rule, if the regime knows the rule. who is whom it concerns, "" for the whole case.
func (f *fold) start(id RuleID, g Regime, on calendar.Date, from, who string) {
	r, ok := RuleFor(id, g)
	if !ok || r.Unit == calendar.NamedDay {
		return
	}
	f.t.Periods = append(f.t.Periods, Period{Rule: r, Regime: g, From: from, Who: who, Count: f.count(r, on)})
}

// startNamed opens a period whose last day a paper names; none if it names none.
func (f *fold) startNamed(id RuleID, a *Act, until calendar.Date, who string) {
	g := f.regimeOf(a)
	if r, ok := RuleFor(id, g); ok && !until.IsZero() {
		f.t.Periods = append(f.t.Periods, Period{Rule: r, Regime: g, From: f.event(id, a), Who: who, Count: calendar.Named(a.On, until)})
	}
}

// startDays opens a period whose length in natural days the paper names.
func (f *fold) startDays(id RuleID, a *Act, days int) {
	if r, ok := RuleFor(id, f.regimeOf(a)); ok {
		count := f.law.Calendar.Days(a.On, days, calendar.NaturalDay, nil)
		f.t.Periods = append(f.t.Periods, Period{Rule: r, Regime: f.regimeOf(a), From: f.event(id, a), Count: count})
	}
}

// count counts a period anew. Only the period of decision is extended.
func (f *fold) count(r Rule, on calendar.Date) calendar.Count {
	cal := f.law.Calendar
	if r.Unit == calendar.Workday {
		return cal.Workdays(on, r.N)
	}
	if !r.Pausable {
		return cal.Days(on, r.N, r.Unit, nil)
	}
	if f.law.Practice.ExtendRolled {
		return cal.Further(cal.Days(on, r.N, r.Unit, f.pauses()), f.extended)
	}
	return cal.Days(on, r.N+f.extended, r.Unit, f.pauses())
}

// pauses are the intervals to deduct.
func (f *fold) pauses() []calendar.Pause {
	if !f.law.Practice.DeductResumption {
		return f.t.Pauses
	}
	out := append([]calendar.Pause(nil), f.t.Pauses...)
	for i := range out {
		if !out[i].To.IsZero() {
			out[i].To++
		}
	}
	return out
}

// recount computes the running pausable periods anew after a pause or an extension changed.
func (f *fold) recount() {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && p.Rule.Pausable {
			p.Extended = f.extended
			p.Count = f.count(p.Rule, p.Count.Start)
		}
	}
}

// end closes every running period of a rule.
func (f *fold) end(id RuleID, on calendar.Date) { f.endFor(id, "", on) }

// endFor closes the running periods of a rule that concern someone; all of them for "". Where nobody's name fits, those
// that concern nobody in particular are meant.
func (f *fold) endFor(id RuleID, who string, on calendar.Date) {
	exact := false
	for i := range f.t.Periods {
		p := &f.t.Periods[i]
		exact = exact || p.Running() && p.Rule.ID == id && p.Who == who
	}
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && p.Rule.ID == id && (who == "" || p.Who == who || !exact && p.Who == "") {
			p.Done = on
		}
	}
}

// endAll closes every running period but those that outlive the case.
func (f *fold) endAll(on calendar.Date) {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && !p.Rule.Outlives {
			p.Done = on
			if p.Rule.Internal || p.Rule.Expires {
				p.Ending = Moot
			}
		}
	}
}

// drop ends the running periods of a rule without anybody having done what they are for.
func (f *fold) drop(id RuleID, on calendar.Date) {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Running() && p.Rule.ID == id {
			p.Done, p.Ending = on, Moot
		}
	}
}

// running reports whether a period of the rule runs; find returns it.
func (f *fold) running(id RuleID) bool { return f.find(id) != nil }

func (f *fold) find(id RuleID) *Period {
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Rule.ID == id && p.Running() {
			return p
		}
	}
	return nil
}

// main returns the running period of decision, nil if none runs.
func (f *fold) main() *Period {
	if p := f.find(DecOrd); p != nil {
		return p
	}
	return f.find(DecSmp)
}

// starts gives the effect "this act starts the period"; startsFor does so for the recipient; ends closes it.
func starts(id RuleID) func(*fold, *Act) {
	return func(f *fold, a *Act) { f.start(id, f.regimeOf(a), a.On, f.event(id, a), "") }
}

func startsFor(id RuleID) func(*fold, *Act) {
	return func(f *fold, a *Act) {
		f.publicSide = a.detail().Side
		f.start(id, f.regimeOf(a), a.On, f.event(id, a), a.detail().To)
	}
}

func ends(id RuleID) func(*fold, *Act) {
	return func(f *fold, a *Act) { f.endFor(id, a.detail().To, a.On) }
}

// reportBack gives the effect "this act ends the oldest period of the rule that runs".
func reportBack(id RuleID) func(*fold, *Act) {
	return func(f *fold, a *Act) {
		if p := f.find(id); p != nil {
			p.Done = a.On
		}
	}
}

// event names the start event by the rule's own words, with the paper of the act.
func (f *fold) event(id RuleID, a *Act) string {
	r, _ := RuleFor(id, f.regimeOf(a))
	if a.Paper == "" {
		return r.Event
	}
	return r.Event + "（" + a.Paper + "）"
}

// Reasons of pauses, as explanations show them.
const (
	pauseSupplement   = "补正"
	pauseSuspension   = "中止"
	pauseInspection   = "现场勘验"
	pauseAppraisal    = "鉴定"
	pauseUpgrade      = "报请提级"
	pauseHearing      = "听证"
	pauseConsultation = "委员会咨询"
	pauseMediation    = "调解"
	pauseLitigation   = "中止诉讼"
)

// paused reports whether a pause for the reason runs.
func (f *fold) paused(reason string) bool {
	for _, p := range f.t.Pauses {
		if p.Reason == reason && p.To.IsZero() {
			return true
		}
	}
	return false
}

func (f *fold) openPause(reason string, on calendar.Date) {
	f.t.Pauses = append(f.t.Pauses, calendar.Pause{From: on, Reason: reason})
	f.recount()
}

// closePause ends the pauses for a reason, all of them for "".
func (f *fold) closePause(reason string, on calendar.Date) {
	for i := range f.t.Pauses {
		if p := &f.t.Pauses[i]; p.To.IsZero() && (reason == "" || p.Reason == reason) {
			p.To = on
		}
	}
	f.recount()
}

func beginsPause(reason string) func(*fold, *Act) {
	return func(f *fold, a *Act) { f.openPause(reason, a.On) }
}

func endsPause(reason string) func(*fold, *Act) {
	return func(f *fold, a *Act) { f.closePause(reason, a.On) }
}

// practicePause is a pause in offices that deduct it; elsewhere the act is only recorded, and kept as under way.
func practicePause(reason string) func(*fold, *Act) {
	return func(f *fold, a *Act) {
		if f.deducts(reason) {
			f.openPause(reason, a.On)
		}
	}
}

// deducts reports whether the office deducts the time of a step that the national text does not.
func (f *fold) deducts(reason string) bool {
	p := f.law.Practice
	return reason == pauseHearing && p.DeductHearing || reason == pauseConsultation && p.DeductConsultation ||
		reason == pauseMediation && p.DeductMediation
}
