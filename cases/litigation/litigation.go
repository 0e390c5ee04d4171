// Package litigation is what an office wants to know of its suits (行政应诉) beyond the official forms: the register of suits of the
// whole district, who should have been sued after a reconsideration, what a chain of instances came to, how often agencies lost, and
// how often their heads appeared in court. Everything is computed from the acts of the suits, as of a day.
package litigation

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// Suit is one suit of one instance as of a day. Each instance is a suit of its own (各审级分别计件).
type Suit struct {
	statistics.Fact
	// Number is the office's number, CourtNumber the court's; Subject is 案由, Plaintiffs and Defendants their names joined by 、.
	Number, CourtNumber, Subject, Plaintiffs, Defendants, Handler string
	Type                                                          cases.SuitType
	// Related is the number of the reconsideration, Earlier that of the suit at the instance before; "" if there is none.
	Related, Earlier string
	State            procedure.State
	Participants
	// Capacities are in what capacity each of Organs is sued, in the same order.
	Capacities []cases.Capacity
	// Causes are why the suit was lost (败诉原因), as the judgment's record says.
	Causes []procedure.LossCause
	// Final is the day from which the instance's judgment stands (生效): zero while it does not or where it was appealed.
	Final calendar.Date
	// Appealed is true when a party appealed (上诉).
	Appealed bool
	// Due is the next day by which something must be done, DueName what.
	Due     calendar.Date
	DueName string
}

// Scope says which suits are counted: of which period, and of the whole district or of the government itself.
type Scope struct {
	From, To calendar.Date
	// AsOf is the day whose knowledge counts; zero means To.
	AsOf calendar.Date
	// Own restricts to suits in which the office's own government is a defendant (本级政府为被告), and what is counted of them to that
	// defendant: who lost, whose head came.
	Own bool
	// Organ restricts to suits against one organ, by the name in the cases; "" for all.
	Organ string
}

// In reports whether a day lies in the period.
func (s *Scope) In(d calendar.Date) bool { return !d.IsZero() && d >= s.From && d <= s.To }

// of reports whether a suit is one of those counted, in whatever period.
func (s *Scope) of(x *Suit) bool {
	return (!s.Own || x.Government) && (s.Organ == "" || slices.Contains(x.Organs, s.Organ))
}

// Register is every suit of an office as of a day, in order of receipt (应诉登记).
type Register struct {
	Suits []*Suit
	AsOf  calendar.Date
	// Organ is the office's own government, as the settings name it.
	Organ string

	// advice are the letters of courts and procuratorates, in order of receipt.
	advice []Advice

	byNumber map[string]*Suit
	byID     map[cases.ID]*Suit
	later    map[*Suit][]*Suit
	// disputes are the chains, found once; disputeOf tells that of a suit.
	disputes  []*Dispute
	disputeOf map[*Suit]*Dispute
}

// Load reads the suits of an office as of a day. Errors are those of the office.
func Load(ctx context.Context, o cases.Reader, asOf calendar.Date) (*Register, error) {
	set, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	r := &Register{AsOf: asOf, Organ: set.Organ}
	law := o.Law()
	err = o.Each(ctx, cases.Span{Kind: cases.Litigation, To: asOf}, func(c *cases.Case) error {
		r.add(c, law)
		return nil
	})
	if err != nil {
		return nil, err
	}
	r.link()
	return r, nil
}

// Of is the register of some suits: those of one dispute, for instance. organ is the office's own government.
func Of(list []*cases.Case, organ string, law *procedure.Law, asOf calendar.Date) *Register {
	r := &Register{AsOf: asOf, Organ: organ}
	for _, c := range list {
		r.add(c, law)
	}
	r.link()
	return r
}

func (r *Register) add(c *cases.Case, law *procedure.Law) {
	t := procedure.Fold(c.Acts, c.Course(), law, r.AsOf)
	r.advice = append(r.advice, adviceOf(c, &t, r.AsOf)...)
	if s := newSuit(c, &t, r.Organ, law, r.AsOf); s != nil {
		r.Suits = append(r.Suits, s)
	}
}

// newSuit derives a suit; nil for what is none: 非诉执行, and a case that was not received yet.
func newSuit(c *cases.Case, t *procedure.Timeline, organ string, law *procedure.Law, asOf calendar.Date) *Suit {
	if c.Enforcement() {
		return nil
	}
	if t.Received.IsZero() {
		return nil
	}
	s := &Suit{Fact: statistics.FactOf(c, t, organ, &law.Practice, asOf), Number: c.Number, Subject: c.Subject, Handler: c.Handler,
		Plaintiffs: c.Joined(cases.Applicant), Defendants: c.Joined(cases.Respondent), Participants: participants(c), State: t.State}
	if x := c.Suit; x != nil {
		s.CourtNumber, s.Type, s.Related, s.Earlier = x.CourtNumber, x.Type, x.Related, x.Earlier
	}
	s.Instance = cmp.Or(s.Instance, cases.First)
	for _, name := range s.Organs {
		s.Capacities = append(s.Capacities, capacityOf(c, name))
	}
	if p, ok := t.Duty(); ok {
		s.Due, s.DueName = p.Count.Due, p.Name()
	}
	for i := range c.Acts {
		if k := c.Acts[i].Kind; c.Acts[i].On <= asOf && (k == procedure.Appealed || k == procedure.AppealReceived) {
			s.Appealed = true
		}
	}
	s.Causes = lossCauses(c, asOf)
	s.Final = s.final(c, t, asOf)
	return s
}

// lossCauses are the causes recorded with the judgment, each once, in the order of the list.
func lossCauses(c *cases.Case, asOf calendar.Date) []procedure.LossCause {
	var said []procedure.LossCause
	for _, a := range c.Acts {
		if a.Kind != procedure.Judgment || a.On > asOf || a.Detail == nil {
			continue
		}
		for _, r := range a.Detail.Results {
			said = append(said, r.Causes...)
		}
	}
	return slices.DeleteFunc(procedure.LossCauses(), func(x procedure.LossCause) bool { return !slices.Contains(said, x) })
}

// causesText names causes of a loss.
func causesText(list []procedure.LossCause) string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = procedure.LossCauseLabel(c)
	}
	return strings.Join(out, "、")
}

// capacityOf is what was recorded of a defendant.
func capacityOf(c *cases.Case, name string) cases.Capacity {
	for i := range c.Parties {
		if p := &c.Parties[i]; p.Role == cases.Respondent && p.Name == name {
			return p.Capacity
		}
	}
	return ""
}

// final is the day from which the judgment stands: that of its service where nobody may appeal, else the day after the last appeal
// period. The closing tells it only where no service was recorded. A ledger tells neither: there the judgment stands from its own day,
// for a count that left it out would lose it for ever.
func (s *Suit) final(c *cases.Case, t *procedure.Timeline, asOf calendar.Date) calendar.Date {
	if s.Concluded.IsZero() || s.Outcome == procedure.Remanded || s.Outcome == procedure.Transferred {
		return 0
	}
	served, closed, imported := servedAndClosed(c, asOf)
	switch {
	case !closed.IsZero() && (s.Appealed || served.IsZero()):
		return closed
	case s.Appealed, served.IsZero() && !imported:
		return 0
	}
	last := max(s.Concluded, served)
	for _, p := range t.Periods {
		if p.Rule.Appeals() {
			last = max(last, p.Count.Due+1)
		}
	}
	if last > asOf {
		return 0
	}
	return last
}

// servedAndClosed are the last service of the judgment and the closing, zero where not recorded; imported is true for a judgment that a
// ledger brought in.
func servedAndClosed(c *cases.Case, asOf calendar.Date) (served, closed calendar.Date, imported bool) {
	for i := range c.Acts {
		a := &c.Acts[i]
		if a.On > asOf {
			continue
		}
		switch a.Kind {
		case procedure.JudgmentServed:
			served = max(served, a.On)
		case procedure.SuitClosing:
			closed = a.On
		case procedure.Judgment:
			imported = imported || a.Imported
		}
	}
	return served, closed, imported
}

// link finds for every suit those of later instances about the same dispute.
func (r *Register) link() {
	slices.SortStableFunc(r.advice, func(a, b Advice) int { return cmp.Compare(a.On, b.On) })
	r.byNumber, r.byID, r.later = map[string]*Suit{}, map[cases.ID]*Suit{}, map[*Suit][]*Suit{}
	for _, s := range r.Suits {
		r.byNumber[cases.NumberKey(s.Number)], r.byID[s.ID] = s, s
		if s.CourtNumber != "" {
			r.byNumber[cases.NumberKey(s.CourtNumber)] = s
		}
	}
	for _, s := range r.Suits {
		if below := r.Before(s); below != nil {
			r.later[below] = append(r.later[below], s)
		}
	}
	r.chain()
}

// Before is the suit at the instance before, nil if there is none or it is not in the office. Ledgers of one column name it where
// others name the reconsideration.
func (r *Register) Before(s *Suit) *Suit {
	for _, number := range []string{s.Earlier, s.Related} {
		if b := r.byNumber[cases.NumberKey(number)]; number != "" && b != nil && b != s && earlier(b, s) {
			return b
		}
	}
	return nil
}

// earlier reports whether one suit came before another; of one day the one entered first, so that two that name each other stay one chain.
func earlier(a, b *Suit) bool {
	return a.Received < b.Received || a.Received == b.Received && a.ID < b.ID
}

// whose is the defendant whose losses and appearances are counted of a suit: the one asked for, in a scope of the government's own
// suits the government as the case writes it, "" for any.
func (r *Register) whose(x *Suit, s Scope, organ string) string {
	if organ != "" || !s.Own {
		return organ
	}
	i := slices.IndexFunc(x.Organs, func(name string) bool { return statistics.OwnGovernment(name, r.Organ) })
	if i < 0 {
		return ""
	}
	return x.Organs[i]
}

// Organs are the names of all defendants of suits in a scope, by the number of suits.
func (r *Register) Organs(s Scope) []string {
	n := map[string]int{}
	var out []string
	for _, x := range r.Suits {
		if !s.of(x) {
			continue
		}
		for _, name := range x.Organs {
			if s.Own && name != r.whose(x, s, "") {
				continue
			}
			if n[name] == 0 {
				out = append(out, name)
			}
			n[name]++
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(n[b], n[a]) })
	return out
}

// Received are the suits of a scope received in its period (新收).
func (r *Register) Received(s Scope) []*Suit {
	var out []*Suit
	for _, x := range r.Suits {
		if s.of(x) && s.In(x.Received) {
			out = append(out, x)
		}
	}
	return out
}

// Lost are the suits of a scope decided in its period that the organ of the scope lost, any defendant where it names none.
func (r *Register) Lost(s Scope) []cases.ID {
	_, lost := r.concluded(s, s.Organ, func(*Suit) bool { return true })
	return lost
}

// LostIn reports whether the defendant whom a scope is about lost the suit, any of them where it is about all.
func (r *Register) LostIn(x *Suit, s Scope) bool { return x.Lost(r.whose(x, s, s.Organ)) }

// Numbers are the office's numbers of suits, in the order of the ids.
func (r *Register) Numbers(ids []cases.ID) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if x := r.byID[id]; x != nil {
			out = append(out, x.Number)
		}
	}
	return out
}

// Suit is the suit of a case, nil if it is none of the register.
func (r *Register) Suit(id cases.ID) *Suit { return r.byID[id] }

// Verdict words the outcome, per defendant and act where they differ: 区政府：复议决定确认违法.
func (x *Suit) Verdict() string {
	var out []string
	for _, v := range x.Verdicts {
		text := procedure.SuedActLabel(v.Act) + procedure.OutcomeLabel(v.Outcome)
		if v.Defendant != "" && len(x.Organs) > 1 {
			text = v.Defendant + "：" + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "；")
}

// ScopeOf is the scope of a bulletin that was ordered; a zero AsOf is the last day of the period.
func ScopeOf(opt cases.SuitOptions) Scope {
	s := Scope{From: opt.From, To: opt.To, AsOf: opt.AsOf, Own: opt.Own, Organ: opt.Organ}
	if s.AsOf.IsZero() {
		s.AsOf = s.To
	}
	return s
}
