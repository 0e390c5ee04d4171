package analysis

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// Item is a case as the tables see it, as of a day.
type Item struct {
	statistics.Fact
	// Number is 案号.
	Number string
	// Level, Matter and Result are those of the official forms.
	Level  forms.Level
	Matter forms.Matter
	Result forms.Result
	// Natural is true if all applicants are natural persons (自然人).
	Natural bool
	// Channel is how the application came in (收件方式), "" if not recorded.
	Channel procedure.Means
	// Ground is the ground of a refusal (不予受理) or dismissal (驳回申请).
	Ground procedure.Ground
	// Handlers are 承办人, each once.
	Handlers []string

	marks marks
	sued  calendar.Date
	// related is the number of the reconsideration that a suit followed, "" if none is named.
	related string
	replies []statistics.Letter
	norm    bool
	paused  bool
}

// marks are what happened in a case as of the day of counting.
type marks uint16

const (
	summary      marks = 1 << iota // 简易程序
	reviewHeard                    // 听证
	inspected                      // 现场勘验
	extended                       // 延期
	supplemented                   // 通知补正
	waiting                        // 补正通知发出后尚未补正
	awarded                        // 赔偿
)

// newItem derives an item as of d.AsOf.
func newItem(c *cases.Case, d *forms.Deriver) Item {
	i := Item{Fact: statistics.NewFact(c, d.Organ, d.Law, d.AsOf), Number: c.Number, Natural: true}
	i.Level = d.LevelOfAll(i.Organs)
	i.Matter, i.Result = forms.MatterOf(i.Fact.Matter, c.Subject), forms.ResultOf(&i.Fact)
	for _, p := range c.Parties {
		if p.Role == cases.Applicant && p.Organisation {
			i.Natural = false
		}
	}
	for _, h := range strings.FieldsFunc(c.Handler, func(r rune) bool { return strings.ContainsRune("、，,; ；", r) }) {
		if !slices.Contains(i.Handlers, h) {
			i.Handlers = append(i.Handlers, h)
		}
	}
	i.norm = c.Particulars != nil && c.Particulars.Review != ""
	if c.Suit != nil && c.Suit.Source.Reviewed() {
		i.related = c.Suit.Related
	}
	// In the order of days: the acts are kept as they were recorded.
	acts := slices.Clone(c.Acts)
	slices.SortStableFunc(acts, func(a, b procedure.Act) int { return cmp.Compare(a.On, b.On) })
	for k := range acts {
		if acts[k].On <= d.AsOf {
			i.see(&acts[k])
		}
	}
	return i
}

func (i *Item) mark(m marks, on bool) {
	if on {
		i.marks |= m
	}
}

func (i *Item) is(m marks) bool { return i.marks&m != 0 }

// actMarks are the acts that leave a mark; read only.
var actMarks = map[procedure.Kind]marks{procedure.SummaryChosen: summary, procedure.HearingHeld: reviewHeard,
	procedure.InspectionStarted: inspected, procedure.Extension: extended, procedure.SupplementNotice: supplemented | waiting}

// see takes from one act what the fact does not carry.
func (i *Item) see(a *procedure.Act) {
	i.marks |= actMarks[a.Kind]
	d := a.Detail
	if d == nil {
		d = &procedure.Detail{}
	}
	switch a.Kind {
	case procedure.Receipt, procedure.PenaltyReceipt:
		i.Channel = d.Means
	case procedure.Supplemented, procedure.Acceptance:
		i.marks &^= waiting
	case procedure.ToOrdinary:
		i.marks &^= summary
	case procedure.Rejection, procedure.Dismissal:
		i.Ground = d.Ground
	case procedure.DecisionSued:
		i.sued = a.On
	case procedure.LetterReply:
		i.replies = append(i.replies, statistics.Letter{On: a.On, Opinion: true, To: d.To})
	case procedure.Decision:
		i.mark(awarded, slices.ContainsFunc(d.Items, func(x procedure.Item) bool { return x.Kind == procedure.Compensate }))
	case procedure.Suspension:
		i.paused = true
	case procedure.Resumption:
		i.paused = false
	case procedure.NormRequested:
		i.norm = true
	}
}

// accepted reports whether the case was taken up (受理、视为受理) as the forms want it: by a day that its other days allow.
func (i *Item) accepted() bool { return i.sound() && !i.Accepted.IsZero() }

// sound reports whether the case's days are in order: others count nowhere, and a check names them.
func (i *Item) sound() bool {
	return !i.Received.IsZero() && (i.Concluded.IsZero() || i.Concluded >= i.Received)
}
