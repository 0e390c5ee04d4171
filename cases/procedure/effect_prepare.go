package procedure

// Effects of what an office does to prepare the answer (应诉准备). They are its own arrangement, nobody is late by them.

// preparations are the internal periods of a suit, read only.
var preparations = []RuleID{PrepareAssign, PrepareDraft, PrepareAuthority}

func (f *fold) prepare(a *Act) {
	for _, id := range preparations {
		f.start(id, f.t.Regime, a.On, f.event(id, a), "")
	}
}

// prepared ends what was to be done before the answer; what was not recorded is no longer needed, and not done.
func (f *fold) prepared(a *Act) {
	for _, id := range preparations {
		f.drop(id, a.On)
	}
}

// finishes gives the effect "this act ends the period", whoever the act names.
func finishes(id RuleID) func(*fold, *Act) {
	return func(f *fold, a *Act) { f.end(id, a.On) }
}

// askDraft names whose draft is awaited: each department that was asked has the time by itself, up to the day that the
// request names if it names one.
func askDraft(f *fold, a *Act) {
	d := a.detail()
	if f.ledger || a.Imported || d.To == "" && d.Until.IsZero() {
		return
	}
	f.dropUnnamed(PrepareDraft)
	for _, who := range names(d.To) {
		if d.Until.IsZero() {
			f.start(PrepareDraft, f.regimeOf(a), f.t.Received, f.event(PrepareDraft, a), who)
			continue
		}
		f.startNamed(PrepareDraft, a, d.Until, who)
	}
}

// dropUnnamed takes back the running period of a rule that concerns nobody in particular: those it is about have become known.
func (f *fold) dropUnnamed(id RuleID) {
	kept := f.t.Periods[:0]
	for _, p := range f.t.Periods {
		if p.Rule.ID != id || p.Who != "" || !p.Running() {
			kept = append(kept, p)
		}
	}
	f.t.Periods = kept
}

func receiveDraft(f *fold, a *Act) {
	for _, who := range names(a.detail().To) {
		f.endFor(PrepareDraft, who, a.On)
	}
}
