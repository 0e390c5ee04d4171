package procedure

// offer fills Timeline.Offers: every act of the table, asked as if it were recorded today.
func (f *fold) offer() {
	main := f.mainAct()
	for _, s := range Specs(f.suit) {
		if s.Kind == Receipt || s.Kind == SuitReceived || s.Kind == PenaltyReceipt || s.Kind == EnforcementUrged || f.suit && s.foreign(f.execution) {
			continue
		}
		a := Act{Kind: s.Kind, On: f.today}
		reason := f.refuse(s, &a)
		f.t.Offers = append(f.t.Offers, Offer{Spec: s, Refused: reason, Elsewhere: reason != "" && f.objection(s, &a) == "", Main: reason == "" && s.Kind == main})
	}
}

// mainAct is what a clerk most likely records next in this state.
func (f *fold) mainAct() Kind {
	switch f.t.State {
	case Reviewing, Rereviewing:
		return Acceptance
	case Supplement:
		return f.mainInSupplement()
	case AtPenaltyOrgan:
		return Receipt
	case Trying, TryingSummary:
		return f.mainInTrial()
	case Signing:
		return Decision
	case HandingOver:
		return HandedOver
	case Suspended:
		return Resumption
	case Closed:
		switch {
		case f.unservedSide() != "":
			return Served
		case f.letters > 0:
			return LetterServed
		case f.running(OpinionBack):
			return LetterReply
		}
		return Archiving
	case Performing, Ordered:
		return Performed
	case Fulfilled:
		return Archiving
	case Answering:
		return SuitAnswered
	case Answered:
		if !f.has(markHeardInCourt) {
			return CourtHearing
		}
		return Judgment
	case SuitSuspended:
		return SuitResumption
	case Judged:
		if f.running(JudgmentSent) || f.appeal != "" && f.appealDue().IsZero() {
			return JudgmentServed
		}
		if !f.appealDue().IsZero() {
			return "" // nothing but the end of the appeal period, which closes the suit by itself
		}
		return SuitClosing
	case Appealing:
		if f.running(SecondInstance) || !f.appealDue().IsZero() {
			return "" // the upper court decides, in a case of its own
		}
		return SuitClosing
	case SuitOver:
		return SuitArchiving
	case Urging, ExecutionAsked, ExecutionReview, ExecutionGranted, ExecutionRefused, ExecutionObjected:
		return f.mainInExecution()
	case Archived, Unregistered:
		return ""
	}
	return Served
}

// mainInExecution follows the usual course of 非诉执行.
func (f *fold) mainInExecution() Kind {
	switch f.t.State {
	case Urging:
		if f.running(EnforceUrge) {
			return "" // nothing but the end of the demand's ten days
		}
		return EnforcementApplied
	case ExecutionAsked:
		return EnforcementAccepted
	case ExecutionGranted:
		return EnforcementDone
	case ExecutionRefused:
		switch {
		case f.lastOf(EnforceObject) == nil:
			return JudgmentServed
		case !f.appealDue().IsZero():
			return ""
		}
		return SuitClosing
	}
	return Judgment
}

func (f *fold) mainInSupplement() Kind {
	switch p := f.find(CorrAnswer); {
	case p == nil:
		return SupplementServed
	case p.Late(f.today):
		return Abandonment
	}
	return Supplemented
}

// mainInTrial follows the usual course: copy, reply, the parties' opinions where they must be heard, the decision.
func (f *fold) mainInTrial() Kind {
	switch {
	case f.running(CopyOrd) || f.running(CopySmp):
		return CopySent
	case f.running(ReplyOrd) || f.running(ReplySmp):
		return Reply
	case !f.ledger && f.t.Regime != RegimeA && !f.has(markOpinions|markSummary):
		return OpinionsHeard
	}
	return Decision
}
