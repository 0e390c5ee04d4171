package procedure

import (
	"strings"

	"fuyi/cases/calendar"
)

// Effects of acts up to acceptance.

func receive(f *fold, a *Act) {
	f.t.Received = a.On
	f.t.Regime = f.regimeOf(a)
	f.receiptRegime = f.t.Regime
	f.ledger = a.Imported
	f.end(PenaltyFwd, a.On)
	f.applyTime(a)
	f.start(AccReview, f.t.Regime, a.On, f.event(AccReview, a), "")
}

// applyTime compares the day of filing with the time to apply. What was posted counts by the post (MS-85 para 4).
func (f *fold) applyTime(a *Act) {
	d := a.detail()
	if d.Filing == nil {
		return
	}
	x, filed := d.Filing, a.On
	if !d.Posted.IsZero() {
		filed = d.Posted
	}
	var lost []calendar.Pause
	if !x.LostFrom.IsZero() && x.LostTo > x.LostFrom {
		lost = []calendar.Pause{{From: x.LostFrom, To: x.LostTo, Reason: "耽误的时间"}}
	}
	if x.Untold {
		f.applied(a, ApplyCapUntold, x.Known, filed, nil)
	} else {
		f.applied(a, Apply, x.Known, filed, lost)
	}
	if x.Estate {
		f.applied(a, ApplyCapEstate, x.Made, filed, nil)
	} else {
		f.applied(a, ApplyCap, x.Made, filed, nil)
	}
	if row := find(priorTable, x.Prior); row.advice != "" {
		f.notice(a, "", row.advice)
	}
}

// applied keeps a time to apply as a period that the filing ended.
func (f *fold) applied(a *Act, id RuleID, from, filed calendar.Date, lost []calendar.Pause) {
	r, ok := RuleFor(id, f.t.Regime)
	if !ok || from.IsZero() {
		return
	}
	p := Period{Rule: r, Regime: f.t.Regime, From: r.Event, Done: filed, Count: f.law.Calendar.Days(from, r.N, r.Unit, lost)}
	f.t.Periods = append(f.t.Periods, p)
	if p.Late(f.today) {
		f.notice(a, "", "申请日期"+filed.String()+"晚于“"+r.Name+"”届满日"+p.Count.Due.String()+"，没有正当理由的不予受理（"+r.Basis+"）")
	}
}

// askSupplement ends the review; under regime A the time until the answer is deducted from the main period (R07-29).
func askSupplement(f *fold, a *Act) {
	f.marks |= markNoticed
	f.end(AccReview, a.On)
	if f.regimeOf(a) == RegimeA {
		f.openPause(pauseSupplement, a.On)
	}
	f.startNamed(CorrAnswer, a, a.detail().Until, "")
}

// serveSupplement starts the applicant's ten working days. A day that the notice names rules under regime A only: the
// Law of 2023 fixes the period, and a longer one is an extension of its own.
func serveSupplement(f *fold, a *Act) {
	if f.regimeOf(a) == RegimeA {
		f.startNamed(CorrAnswer, a, a.detail().Until, "")
		return
	}
	f.end(CorrAnswer, a.On)
	f.start(CorrAnswer, f.regimeOf(a), a.On, f.event(CorrAnswer, a), "")
}

// extendSupplement moves the end of the applicant's period to the day named (L23-31 para 2).
func extendSupplement(f *fold, a *Act) {
	if p := f.find(CorrAnswer); p != nil && !a.detail().Until.IsZero() {
		p.Count = calendar.Named(p.Count.Start, a.detail().Until)
		p.From += "，" + a.On.String() + "准予延长"
	}
}

func supplement(f *fold, a *Act) {
	answered := a.On
	if d := a.detail(); !d.Posted.IsZero() {
		answered = d.Posted
	}
	f.end(CorrAnswer, answered)
	f.closePause(pauseSupplement, a.On)
	f.start(CorrReview, f.regimeOf(a), a.On, f.event(CorrReview, a), "")
}

// changeRespondent sends the copy again: the new respondent has a reply period of its own (R26-29).
func changeRespondent(f *fold, a *Act) {
	if f.main() == nil {
		return
	}
	for _, id := range []RuleID{CopyOrd, CopySmp, ReplyOrd, ReplySmp} {
		f.end(id, a.On)
	}
	f.marks &^= markReplied | markLateReply
	f.start(f.copyRule(), f.regimeOf(a), a.On, "变更被申请人", "")
}

func accept(f *fold, a *Act) {
	f.end(AccReview, a.On)
	f.end(CorrReview, a.On)
	f.t.Regime = f.regimeOf(a)
	f.begin(a.On, f.event(DecOrd, a), a.detail().Ground != "")
}

// begin starts the main period. Under regime A it counts from the receipt (L17-17 para 2), else from acceptance.
func (f *fold) begin(on calendar.Date, event string, summary bool) {
	if summary {
		f.marks |= markSummary
		f.enter(Trying)
	}
	f.t.Accepted, f.t.CountFrom = on, on
	if f.receiptRegime == RegimeA && f.t.Regime == RegimeA {
		f.t.CountFrom = f.t.Received
		event = "收到申请之日即为受理日"
	}
	f.start(f.decRule(), f.t.Regime, f.t.CountFrom, event, "")
	if !f.ledger {
		f.start(f.copyRule(), f.t.Regime, f.t.CountFrom, event, "")
	}
}

// decRule, copyRule and replyRule are the rules of the procedure that the case is under.
func (f *fold) decRule() RuleID {
	if f.has(markSummary) {
		return DecSmp
	}
	return DecOrd
}

func (f *fold) copyRule() RuleID {
	if f.has(markSummary) {
		return CopySmp
	}
	return CopyOrd
}

func (f *fold) replyRule() RuleID {
	if f.has(markSummary) {
		return ReplySmp
	}
	return ReplyOrd
}

// names splits several recipients of one paper: 甲局、乙局.
func names(to string) []string {
	if to == "" {
		return []string{""}
	}
	return strings.Split(to, "、")
}
