package forms

import (
	"context"
	"encoding/binary"
	"math"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// TallyVersion names the layout of tallies and the rules by which records are derived. Whoever changes either adds 1: offices then
// derive their tallies anew.
const TallyVersion = 1

// Tallied is an office that keeps a tally beside each case, so that counting need not load and derive it.
type Tallied interface {
	// EachTally goes through the cases of the span, in any order and from one state of the office. It first gives expect the number
	// of tallies, then tally those of all cases, also of cases outside the span. Where tally refuses one, and where a case has none
	// that is up to date, the case is loaded if it is of the span and given to load, which must not keep it; nor may tally keep data.
	EachTally(ctx context.Context, s cases.Span, expect func(n int), tally func(id cases.ID, data []byte) bool, load func(*cases.Case) error) error
}

// Places in a tally: a head of fixed size, then the category and the respondents' names, each behind its length.
const (
	tallyVersionAt   = 0
	tallyBitsAt      = 1
	tallyMatterAt    = 2
	tallyResultAt    = 3
	tallyLettersAt   = 4
	tallyDoneAt      = 5
	tallyFlagsAt     = 6
	tallyReceivedAt  = 8
	tallyAcceptedAt  = 12
	tallyConcludedAt = 16
	tallyLastAt      = 20
	tallySteadyAt    = 24
	tallyPersonsAt   = 28
	tallyClaimedAt   = 32
	tallySuedAt      = 40
	tallyHead        = 44
)

// Bits of a tally.
const (
	tallySuit = 1 << iota
	// tallyOpen marks a case that was not concluded when the tally was written.
	tallyOpen
	// tallyEnforcement marks a case of the register of suits that is none (非诉执行).
	tallyEnforcement
)

// never is a day that no count reaches.
const never = calendar.Date(math.MaxInt32)

// Tally is what counting needs of a case, as bytes, for an office to keep beside it. t is the case's timeline as of today. It holds
// names instead of what the directory and the settings say about them, so only the law's readings make it stale.
func Tally(c *cases.Case, t *procedure.Timeline, today calendar.Date) []byte {
	// The forms count neither losses nor whom an appearance is credited to, so no reading of those makes a tally stale.
	f := statistics.FactOf(c, t, "", &procedure.Practice{}, today)
	r := plainRecord(c, &f, today)
	size := tallyHead + binary.MaxVarintLen16 + len(f.Category)
	for _, name := range f.Organs {
		size += binary.MaxVarintLen16 + len(name)
	}
	b := make([]byte, tallyHead, size)
	b[tallyVersionAt] = TallyVersion
	switch r.kind {
	case 1:
		b[tallyBitsAt] |= tallySuit
	case 2:
		b[tallyBitsAt] |= tallySuit | tallyEnforcement
	}
	if !t.State.Concluded() {
		b[tallyBitsAt] |= tallyOpen
	}
	b[tallyMatterAt], b[tallyResultAt], b[tallyLettersAt], b[tallyDoneAt] = byte(r.matter), byte(r.result), r.letters, r.done
	binary.LittleEndian.PutUint16(b[tallyFlagsAt:], uint16(r.flags))
	last := lastAct(c)
	for at, n := range map[int]int32{tallyReceivedAt: int32(r.received), tallyAcceptedAt: int32(r.accepted), tallyConcludedAt: int32(r.concluded),
		tallyLastAt: int32(last), tallySteadyAt: int32(steady(c, t, today)), tallyPersonsAt: r.persons, tallySuedAt: int32(r.sued)} {
		binary.LittleEndian.PutUint32(b[at:], uint32(n))
	}
	binary.LittleEndian.PutUint64(b[tallyClaimedAt:], uint64(r.claimed))
	b = appendName(b, f.Category)
	for _, name := range f.Organs {
		b = appendName(b, name)
	}
	return b
}

func appendName(b []byte, name string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(name))), name...)
}

func lastAct(c *cases.Case) calendar.Date {
	var last calendar.Date
	for i := range c.Acts {
		last = max(last, c.Acts[i].On)
	}
	return last
}

// quiet are acts after a conclusion that change nothing of what a record says; read only.
var quiet = map[procedure.Kind]bool{procedure.Served: true, procedure.Archiving: true,
	procedure.JudgmentServed: true, procedure.SuitClosing: true, procedure.SuitArchiving: true}

// steady is the first day from which a record derived today holds on every day. Of all that a record says, time alone moves only
// the acceptance, and only of an application under review (视为受理).
func steady(c *cases.Case, t *procedure.Timeline, today calendar.Date) calendar.Date {
	if lastAct(c) > today || t.State == procedure.Reviewing || t.State == procedure.Rereviewing {
		return never
	}
	over := t.State.Concluded() && !t.Concluded.IsZero()
	last := t.Concluded
	for i := range c.Acts {
		if a := &c.Acts[i]; a.On > last && !(over && a.On > t.Concluded && quiet[a.Kind]) {
			last = a.On
		}
	}
	if t.DeemedAccepted {
		for i := range t.Periods {
			if p := &t.Periods[i]; p.Rule.ID == procedure.AccReview || p.Rule.ID == procedure.CorrReview {
				last = max(last, p.Done.AddDays(1))
			}
		}
	}
	return last
}

// gatherer reads tallies of a span into records.
type gatherer struct {
	d    *Deriver
	span cases.Span
	// records are what was gathered.
	records []Record
}

func (g *gatherer) expect(n int) { g.records = make([]Record, 0, n) }

func (g *gatherer) load(c *cases.Case) error {
	g.records = append(g.records, g.d.Record(c))
	return nil
}

// tally adds the record of a case of the span; false if the tally does not tell it as of the deriver's day.
func (g *gatherer) tally(id cases.ID, b []byte) bool {
	if len(b) < tallyHead || b[tallyVersionAt] != TallyVersion {
		return false
	}
	day := func(at int) calendar.Date { return calendar.Date(int32(binary.LittleEndian.Uint32(b[at:]))) }
	suit := b[tallyBitsAt]&tallySuit != 0
	received := day(tallyReceivedAt)
	if !g.span.To.IsZero() && received > g.span.To || g.span.Kind != "" && suit != (g.span.Kind == cases.Litigation) ||
		!g.span.From.IsZero() && b[tallyBitsAt]&tallyOpen == 0 && day(tallyLastAt) < g.span.From {
		return true
	}
	if g.d.AsOf < day(tallySteadyAt) {
		return false
	}
	r := Record{id: id, received: received, accepted: day(tallyAcceptedAt), concluded: day(tallyConcludedAt), sued: day(tallySuedAt),
		persons: int32(binary.LittleEndian.Uint32(b[tallyPersonsAt:])), claimed: int64(binary.LittleEndian.Uint64(b[tallyClaimedAt:])),
		matter: Matter(b[tallyMatterAt]), result: Result(b[tallyResultAt]), letters: b[tallyLettersAt], done: b[tallyDoneAt],
		flags: flags(binary.LittleEndian.Uint16(b[tallyFlagsAt:]))}
	switch {
	case b[tallyBitsAt]&tallyEnforcement != 0:
		r.kind = 2
	case suit:
		r.kind = 1
	}
	if !g.d.named(&r, b[tallyHead:]) {
		return false
	}
	g.records = append(g.records, r)
	return true
}

// named adds what a tally's names say; false if they cannot be read.
func (d *Deriver) named(r *Record, b []byte) bool {
	category, b, ok := cutName(b)
	if !ok {
		return false
	}
	// Indexed by converted bytes, a map is asked without a copy of them.
	n, known := d.number[string(category)]
	if !known {
		n = d.categoryNumber(string(category))
	}
	r.category = n
	var who respondents
	for len(b) > 0 {
		var name []byte
		if name, b, ok = cutName(b); !ok {
			return false
		}
		o, known := d.known[string(name)]
		if !known {
			o = d.organ(string(name))
		}
		who.add(o)
	}
	d.finish(r, &who)
	return true
}

func cutName(b []byte) (name, rest []byte, ok bool) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size) {
		return nil, nil, false
	}
	return b[size : size+int(n)], b[size+int(n):], true
}
