package procedure

import "fuyi/cases/calendar"

// Timeline is everything that follows from the acts of a case as of a day.
type Timeline struct {
	State State
	// Regime is the regime the main period runs under.
	Regime Regime
	// Received is 收件日; Accepted 受理日 as recorded or deemed; CountFrom the day the main period counts from (under
	// regime A the receipt, L17-17); Concluded 结案日, the date of the decision, letter of mediation, termination or
	// judgment. Zero if not yet.
	Received, Accepted, CountFrom, Concluded calendar.Date
	// DeemedAccepted is 视为受理 (L23-30 para 3); Extended 已延期.
	DeemedAccepted, Extended bool
	// Periods are all periods that ever ran, in order of their start.
	Periods []Period
	// Pauses are the suspensions, the last one with a zero To while it runs.
	Pauses []calendar.Pause
	// Hearing is the next day on which a hearing is announced (听证 or 开庭) and not yet held; zero if none is.
	Hearing calendar.Date
	// HearingTime is its hour, HH:MM, HearingPlace where it is held (法庭、听证地点); "" where the notice did not say or no hearing is to come.
	HearingTime, HearingPlace string
	// Unheard is the day of an announced hearing that is over and of which nothing was recorded; zero if there is none.
	Unheard calendar.Date
	// Flags mark what happened in the case apart from its state (视为受理, 已延期, 听证 ...), in the order of the flag table.
	Flags []Flag
	// Notices are Chinese sentences about duties that the acts seem to have missed; unlike Problems they refuse nothing.
	Notices []string
	// Cures names, by the notice's sentence, the act whose record settles it; a notice without one has none.
	Cures map[string]Kind
	// Offers are the acts of this kind of case: those that may be recorded now and those that may not, with the reason.
	Offers []Offer
	// Problems are Chinese sentences about acts that do not fit the law as recorded (imported ledgers are full of them);
	// nothing is hidden because of them.
	Problems []string
	// Turns is the next day on which the state or a period changes by itself (deemed acceptance, abandonment); zero if
	// time alone changes nothing. A stored projection must be recomputed from that day on.
	Turns calendar.Date
}

// Period is one statutory period of a case (期限).
type Period struct {
	Rule Rule
	// Count is the derivation of the due date.
	Count calendar.Count
	// Who is whom the period concerns where there may be several: a respondent, a recipient; "" for the case as a whole.
	Who string
	// Regime is the set of rules the period was started under; a later one never changes it.
	Regime Regime
	// From is the sentence that names the start event and its paper, e.g. 2026-01-28 受理.
	From string
	// Done is the day the period was kept or ended; zero while it runs.
	Done calendar.Date
	// Ending says how it ended, once it has.
	Ending Ending
	// Extended is the number of extension days inside Count.N.
	Extended int
}

// Ending says how a period ended.
type Ending uint8

// Endings.
const (
	// Kept: what it asks for was done (完成), or the right was used.
	Kept Ending = iota
	// RanOut: the right was not used in its time (届满).
	RanOut
	// Moot: the case went on without what the period was for; nobody did it (不再需要).
	Moot
)

// EndWord words how a period ended, "" while it runs. What nobody did is never called done.
func (p Period) EndWord() string {
	switch {
	case p.Running():
		return ""
	case p.Ending == RanOut:
		return "届满"
	case p.Ending == Moot:
		return "不再需要"
	case p.Rule.Expires:
		return "结束"
	}
	return "完成"
}

// Name is the rule's Chinese name, with whom it concerns.
func (p Period) Name() string {
	if p.Who == "" {
		return p.Rule.Name
	}
	return p.Rule.Name + "（" + p.Who + "）"
}

// Running reports whether the period still runs.
func (p Period) Running() bool { return p.Done.IsZero() }

// Late reports whether the period was missed, as of the day given. What the office set itself is never missed.
func (p Period) Late(today calendar.Date) bool {
	if p.Count.Open || p.Rule.Internal {
		return false
	}
	if p.Running() {
		return today > p.Count.Due
	}
	return p.Done > p.Count.Due
}

// DaysLeft is due minus today in natural days: 0 on the due day, negative when overdue (超期).
func (p Period) DaysLeft(today calendar.Date) int { return p.Count.Due.Sub(today) }

// Flag marks a case apart from its state; its label is Chinese.
type Flag string

// Offer is an act that may come next, or one that may not, with the reason.
type Offer struct {
	Spec *Spec
	// Refused is "" for a permitted act, else a Chinese sentence with the article.
	Refused string
	// Earlier is, for an act refused today, the latest day before today for which it may still be recorded (补录), zero if there
	// is none.
	Earlier calendar.Date
	// Elsewhere is true where nothing but the state of the case refuses the act.
	Elsewhere bool
	// Main marks the act a clerk would most likely record next.
	Main bool
}

// Next returns the running statutory period that ends first, the one lists show; false if none runs or all are paused.
func (t *Timeline) Next() (Period, bool) {
	best, found := Period{}, false
	for _, p := range t.Periods {
		if p.Running() && !p.Count.Open && !p.Rule.Quiet && !p.Rule.Internal && (!found || p.Count.Due < best.Count.Due) {
			best, found = p, true
		}
	}
	return best, found
}

// Duty is Next without the rights that merely expire: what somebody must do by a day. The court's own days press nobody here.
func (t *Timeline) Duty() (Period, bool) {
	best, found := Period{}, false
	for _, p := range t.Periods {
		if p.Running() && !p.Count.Open && !p.Rule.Expires && !p.Rule.Internal && !p.Rule.Quiet && (!found || p.Count.Due < best.Count.Due) {
			best, found = p, true
		}
	}
	return best, found
}

// Main returns the main period of the case (受理审查, 审理期限, 答辩期限), the last that was started; false if none.
func (t *Timeline) Main() (Period, bool) {
	for i := len(t.Periods) - 1; i >= 0; i-- {
		if t.Periods[i].Rule.Main {
			return t.Periods[i], true
		}
	}
	return Period{}, false
}
