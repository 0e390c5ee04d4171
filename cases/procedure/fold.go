package procedure

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases/calendar"
)

// Fold runs the acts of a case through the tables as of a day: acts dated later are unseen. Acts may be given in any
// order. The result carries no Offers; Examine adds them.
func Fold(acts []Act, c Course, law *Law, today calendar.Date) Timeline {
	f := run(acts, c, law, today)
	return f.t
}

// Examine is Fold with the acts that may and may not come next.
func Examine(acts []Act, c Course, law *Law, today calendar.Date) Timeline {
	f := run(acts, c, law, today)
	f.offer()
	f.past(acts)
	return f.t
}

// fold is the running state while acts are applied.
type fold struct {
	law   *Law
	today calendar.Date
	// course is the proceeding; suit is true in court.
	course Course
	suit   bool
	t      Timeline
	// marks are what happened in the case, for flags and guards.
	marks mark
	// receiptRegime is the regime of the receipt, which under Practice.KeepRegime holds for the whole case.
	receiptRegime Regime
	// extended is the number of extension days.
	extended int
	// appeal is the rule of the appeal period that service of the judgment starts.
	appeal RuleID
	// execution is true for 非诉执行, refused the first ruling that refused it.
	execution bool
	refused   Outcome
	// lapsed is true for a suit that the end of the appeal periods closed, not an act.
	lapsed bool
	// announced is the act that told of the hearing to come, nil if none did.
	announced *Act
	// letters counts opinion letters whose service was not recorded.
	letters int
	// items are the operative items of the decision: service on the respondent starts the periods they name.
	items []Item
	// concluding is the act that ended the organ's work, nil while it goes on.
	concluding *Act
	// publicSide is the side that a public notice is for.
	publicSide Side
	// ledger is true for a case that came from a ledger: duties that ledgers keep no column for are not reminded of,
	// because nobody can tell whether they were done.
	ledger bool
}

func run(acts []Act, c Course, law *Law, today calendar.Date) *fold {
	f := &fold{law: law, today: today, course: c, suit: c.Suit()}
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
	f.finish()
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
	// The state first: effects that lead elsewhere (service, the summary procedure) move it on.
	if s.To != "" {
		f.enter(s.To)
	}
	if s.effect != nil {
		s.effect(f, a)
	}
}

// enter moves to a state; a case under the summary procedure returns to that.
func (f *fold) enter(to State) {
	if to == Trying && f.has(markSummary) {
		to = TryingSummary
	}
	f.t.State = to
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

// notice reminds of a duty that an act seems to have missed. Ledgers say too little to be reminded by. cure is the act whose
// record settles it, "" if none does.
func (f *fold) notice(a *Act, cure Kind, text string) {
	if a.Imported {
		return
	}
	text = a.On.String() + " " + ActLabel(a.Kind) + "：" + text
	f.t.Notices = append(f.t.Notices, text)
	if cure != "" {
		if f.t.Cures == nil {
			f.t.Cures = map[string]Kind{}
		}
		f.t.Cures[text] = cure
	}
}

// refuse is the reason why an act may not stand here, "" if it may.
func (f *fold) refuse(s *Spec, a *Act) string {
	if reason := f.objection(s, a); reason != "" {
		return cited(reason, s)
	}
	if slices.Contains(s.From, f.t.State) {
		return ""
	}
	return f.wrongState(s)
}

// objection is what the act's own rules have against it, whatever the state; "" if nothing.
func (f *fold) objection(s *Spec, a *Act) string {
	if s.guard == nil {
		return ""
	}
	return s.guard(f, a)
}

// cited adds the act's article to a reason that names none.
func cited(reason string, s *Spec) string {
	for _, word := range []string{"《", "解释第", "法释"} {
		if strings.Contains(reason, word) {
			return reason
		}
	}
	return reason + "（" + s.Basis + "）"
}

func (f *fold) wrongState(s *Spec) string {
	where := ""
	for i, st := range s.own(f.execution) {
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

// finish computes what follows from the whole.
func (f *fold) finish() {
	f.unserved()
	f.t.Turns = f.turns()
	if day := f.t.Hearing.AddDays(1); f.t.Hearing >= f.today && (f.t.Turns.IsZero() || day < f.t.Turns) {
		f.t.Turns = day
	}
	f.t.Flags = f.flags()
	f.passed()
}
