package procedure

import (
	"cmp"
	"slices"

	"fuyi/cases/calendar"
)

// Fold runs the acts of a case through the tables as of a day: acts dated later are unseen. Acts may be given in any
// order. The result carries no Offers; Examine adds them.
func Fold(acts []Act, suit bool, law *Law, today calendar.Date) Timeline {
	f := run(acts, suit, law, today)
	return f.t
}

// Examine is Fold with the acts that may and may not come next.
func Examine(acts []Act, suit bool, law *Law, today calendar.Date) Timeline {
	f := run(acts, suit, law, today)
	f.offer()
	return f.t
}

// fold is the running state while acts are applied.
type fold struct {
	law   *Law
	today calendar.Date
	suit  bool
	t     Timeline
	// noticed is set by the supplement notice, which may be issued once only.
	noticed bool
	// extended is the number of extension days.
	extended int
	// appeal is the rule of the appeal period that service of the judgment starts.
	appeal string
	// heard is set once a court hearing was held.
	heard bool
	// ledger is true for a case that came from a ledger: duties that ledgers keep no column for are not reminded of,
	// because nobody can tell whether they were done.
	ledger bool
}

func run(acts []Act, suit bool, law *Law, today calendar.Date) *fold {
	f := &fold{law: law, today: today, suit: suit}
	f.t.State = Unregistered
	f.t.Periods = make([]Period, 0, 6)
	if !slices.IsSortedFunc(acts, byDay) {
		acts = slices.Clone(acts)
		slices.SortStableFunc(acts, byDay)
	}
	for i := range acts {
		if acts[i].On > today {
			break
		}
		f.settle(acts[i].On, &acts[i])
		f.apply(&acts[i])
	}
	f.settle(today, nil)
	f.t.Turns = f.turns()
	return f
}

func byDay(a, b Act) int { return cmp.Compare(a.On, b.On) }

// apply lets one act take effect, or notes why it could not.
func (f *fold) apply(a *Act) {
	s := SpecOf(a.Kind)
	if s == nil || s.Suit != f.suit {
		f.problem(a, "“"+ActLabel(a.Kind)+"”不是"+kindLabel(f.suit)+"案件的程序行为")
		return
	}
	if reason := f.refuse(s, a); reason != "" {
		f.problem(a, reason)
		if !s.Binding {
			return
		}
	}
	if s.effect != nil {
		s.effect(f, a)
	}
	if a.Kind == CourtHearing {
		f.heard = true
	}
	if s.To != "" {
		f.t.State = s.To
	}
}

func kindLabel(suit bool) string {
	if suit {
		return "行政应诉"
	}
	return "行政复议"
}

func (f *fold) problem(a *Act, reason string) {
	f.t.Problems = append(f.t.Problems, a.On.String()+" "+ActLabel(a.Kind)+"："+reason)
}

// refuse is the reason why an act may not stand here, "" if it may.
func (f *fold) refuse(s *Spec, a *Act) string {
	if s.guard != nil {
		if reason := s.guard(f, a); reason != "" {
			return reason
		}
	}
	if slices.Contains(s.From, f.t.State) {
		return ""
	}
	return f.wrongState(s)
}

func (f *fold) wrongState(s *Spec) string {
	where := ""
	for i, st := range s.From {
		if i > 2 {
			where += "等"
			break
		}
		if i > 0 {
			where += "、"
		}
		where += "“" + st.Label() + "”"
	}
	return "案件现为“" + f.t.State.Label() + "”，“" + s.Label + "”只能在" + where + "时记录（" + s.Basis + "）"
}

// settle lets time alone do its work up to a day: deemed acceptance (视为受理), rights that run out, and with the last
// appeal period the end of the suit. next is the act about to be applied, nil at the end.
func (f *fold) settle(day calendar.Date, next *Act) {
	if f.t.State == Reviewing || f.t.State == Rereviewing {
		f.deem(day, next)
	}
	if due := f.appealDue(); f.t.State == Judged && !due.IsZero() && day > due {
		f.t.State = SuitOver
	}
	for i := range f.t.Periods {
		if p := &f.t.Periods[i]; p.Rule.Expires && p.Running() && day > p.Count.Due {
			p.Done = p.Count.Due
		}
	}
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
	if p.Rule.In(RegimeA) && p.Rule.Regimes == "A" {
		on = f.t.Received
	}
	f.t.DeemedAccepted = true
	f.end(p.Rule.ID, p.Count.Due)
	f.begin(on, "视为受理")
	f.t.State = Trying
}

// turns is the next day on which settle would change something.
func (f *fold) turns() calendar.Date {
	var turn calendar.Date
	for _, p := range f.t.Periods {
		waits := p.Rule.Expires || p.Rule.Main && (f.t.State == Reviewing || f.t.State == Rereviewing)
		if !p.Running() || p.Count.Open || !waits {
			continue
		}
		if day := p.Count.Due.AddDays(1); turn.IsZero() || day < turn {
			turn = day
		}
	}
	return turn
}

// appealDue is the last day of the last appeal period, zero while none was started: each party has its own.
func (f *fold) appealDue() calendar.Date {
	var due calendar.Date
	for _, p := range f.t.Periods {
		if p.Running() && (p.Rule.ID == "APPEAL_J" || p.Rule.ID == "APPEAL_R") {
			due = max(due, p.Count.Due)
		}
	}
	return due
}
