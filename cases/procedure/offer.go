package procedure

// offer fills Timeline.Offers: every act of the table, asked as if it were recorded today.
func (f *fold) offer() {
	main := f.mainAct()
	for _, s := range Specs(f.suit) {
		if s.Kind == Receipt || s.Kind == SuitReceived {
			continue
		}
		reason := f.refuse(s, &Act{Kind: s.Kind, On: f.today})
		f.t.Offers = append(f.t.Offers, Offer{Spec: s, Refused: reason, Main: reason == "" && s.Kind == main})
	}
}

// mainAct is what a clerk most likely records next in this state.
func (f *fold) mainAct() Kind {
	switch f.t.State {
	case Reviewing, Rereviewing:
		return Acceptance
	case Supplement:
		return f.mainInSupplement()
	case Trying:
		switch {
		case f.running("COPY_ORD"):
			return CopySent
		case f.running("REPLY_ORD"):
			return Reply
		}
		return Decision
	case Suspended:
		return Resumption
	case Closed:
		if f.running("OPINION_BACK") {
			return LetterReply
		}
		return Archiving
	case Answering:
		return SuitAnswered
	case Answered:
		if !f.heard {
			return CourtHearing
		}
		return Judgment
	case Judged:
		if f.appeal != "" && f.appealDue().IsZero() {
			return JudgmentServed
		}
		return SuitClosing
	case Appealing:
		return SuitClosing
	case SuitOver:
		return SuitArchiving
	case Archived, Unregistered:
		return ""
	}
	return Served
}

func (f *fold) mainInSupplement() Kind {
	if !f.running("CORR_ANSWER") {
		return SupplementServed
	}
	for _, p := range f.t.Periods {
		if p.Rule.ID == "CORR_ANSWER" && p.Late(f.today) {
			return Abandonment
		}
	}
	return Supplemented
}

func (f *fold) running(id string) bool {
	for _, p := range f.t.Periods {
		if p.Rule.ID == id && p.Running() {
			return true
		}
	}
	return false
}
