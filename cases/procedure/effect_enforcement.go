package procedure

import "slices"

// Effects of the acts of 非诉执行.

// beginExecution opens the case: what counts as received is the demand, or the application where there is no demand.
func (f *fold) beginExecution(a *Act) {
	f.execution = true
	if !f.t.Received.IsZero() {
		return
	}
	f.t.Received = a.On
	f.t.Regime = f.regimeOf(a)
	f.receiptRegime = f.t.Regime
	f.ledger = a.Imported
}

// applyBy starts the three months to apply, from the end of the time to sue where an act names it.
func (f *fold) applyBy(a *Act) {
	if until := a.detail().Until; !until.IsZero() && f.lastOf(EnforceApply) == nil {
		f.start(EnforceApply, f.regimeOf(a), until, f.event(EnforceApply, a), "")
	}
}

// urge starts the ten working days that the party has to perform.
func urge(f *fold, a *Act) {
	f.beginExecution(a)
	for _, who := range names(a.detail().To) {
		f.start(EnforceUrge, f.regimeOf(a), a.On, f.event(EnforceUrge, a), who)
	}
	f.applyBy(a)
}

// applyExecution refuses nothing for its day: an urgent application needs no ten days (《行政强制法》第59条), and a late one may have its
// reason. Both are told.
func applyExecution(f *fold, a *Act) {
	f.beginExecution(a)
	f.applyBy(a)
	if p := f.find(EnforceUrge); p != nil {
		f.notice(a, "", "催告期到"+p.Count.Due.String()+"才届满，届满前申请的，法院可能不予受理；情况紧急、申请立即执行的除外（《行政强制法》第54条、第59条）")
	}
	f.end(EnforceUrge, a.On)
	f.end(EnforceApply, a.On)
	if p := f.lastOf(EnforceApply); p != nil && p.Late(a.On) {
		f.notice(a, "", "申请晚于"+p.Count.Due.String()+"，逾期申请且无正当理由的，法院不予受理（"+p.Rule.Basis+"）")
	}
	f.courtStep(EnforceAccept, a)
}

// courtStep starts a period of the court. Ledgers tell too little of what follows.
func (f *fold) courtStep(id RuleID, a *Act) {
	if !f.ledger && !a.Imported {
		f.start(id, f.regimeOf(a), a.On, f.event(id, a), "")
	}
}

func acceptExecution(f *fold, a *Act) {
	f.t.Accepted = a.On
	f.t.Concluded = 0
	f.end(EnforceAccept, a.On)
	f.end(EnforceObjFiling, a.On)
	f.end(EnforceObjRuling, a.On)
	f.courtStep(EnforceReview, a)
}

// ruleExecution is the effect of the court's ruling. One that refuses is open to an objection to the upper court, whose own ruling
// is final.
func ruleExecution(f *fold, a *Act) {
	conclude(f, a)
	f.appeal = ""
	has := func(o Outcome) bool {
		return slices.ContainsFunc(a.detail().Results, func(r Result) bool { return r.Outcome == o })
	}
	switch {
	case has(ExecutionAllowed):
		f.t.State = ExecutionGranted
	case f.refused == "" && (has(ExecutionDenied) || has(ExecutionRejected)):
		f.t.State, f.appeal, f.refused = ExecutionRefused, EnforceObject, ExecutionDenied
		if has(ExecutionRejected) {
			f.refused = ExecutionRejected
		}
	default:
		f.t.State = SuitOver
	}
}

func objectExecution(f *fold, a *Act) {
	f.end(EnforceObject, a.On)
	if f.refused == ExecutionRejected {
		f.courtStep(EnforceObjFiling, a)
		return
	}
	f.courtStep(EnforceObjRuling, a)
}

// finishExecution also ends a case that needed no ruling because the party performed.
func finishExecution(f *fold, a *Act) {
	if f.t.Concluded.IsZero() {
		conclude(f, a)
	}
	f.endAll(a.On)
}

func objectInTime(f *fold, a *Act) string {
	if due := f.appealDue(); !due.IsZero() && a.On > due {
		return "申请复议的期限已于" + due.String() + "届满（《行政强制法》第56条、第58条）"
	}
	return ""
}

// outcomesFit keeps the outcomes of suits and those of 非诉执行 apart.
func outcomesFit(f *fold, a *Act) string {
	for _, r := range a.detail().Results {
		switch of := slices.Contains(executionOutcomes, r.Outcome); {
		case f.execution && !of:
			return "本案是非诉执行案件，裁判结果只能是准予执行、不准予执行或者不予受理执行申请（《行政强制法》第56条至第58条）"
		case !f.execution && of:
			return "“" + OutcomeLabel(r.Outcome) + "”是非诉执行案件的裁判结果，本案是应诉案件（《行政强制法》第56条至第58条）"
		}
	}
	return ""
}
