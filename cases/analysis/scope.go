package analysis

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// scope is a period in which measures count, with the chosen readings.
type scope struct {
	from, to, asOf calendar.Date
	// byAcceptance takes 受理 by its day, baseReceived counts structures over all received (口径 S3, S5).
	byAcceptance, baseReceived bool
}

func newScope(p forms.Period, r forms.Rules) scope {
	return scope{p.From, p.To, p.AsOf, r[forms.RuleAccepted] == "accepted", r[forms.RuleBase] == "received"}
}

func (s *scope) in(d calendar.Date) bool { return !d.IsZero() && s.from <= d && d <= s.to }

// open reports whether a case that counts from a day on was open at the end of the period; carried the same at its beginning.
func (s *scope) open(i *Item, taken calendar.Date) bool {
	return taken <= s.to && (i.Concluded.IsZero() || i.Concluded > s.to)
}

func (s *scope) before(i *Item, taken calendar.Date) bool {
	return taken < s.from && (i.Concluded.IsZero() || i.Concluded >= s.from)
}

// taken is the day by which an accepted case belongs to a period.
func (s *scope) taken(i *Item) calendar.Date {
	if s.byAcceptance && i.Kind == cases.Reconsideration {
		return i.Accepted
	}
	return i.Received
}

// measure is what a case adds to a number, with its condition in Chinese. row is the label of the row, "" for the total.
type measure struct {
	n    func(s *scope, i *Item, row string) int64
	says string
}

// where makes a measure that counts cases of a kind.
func where(k cases.Kind, says string, in func(*scope, *Item) bool) measure {
	return measure{func(s *scope, i *Item, _ string) int64 {
		if i.Kind == k && i.sound() && in(s, i) {
			return 1
		}
		return 0
	}, says}
}

func review(says string, in func(*scope, *Item) bool) measure {
	return where(cases.Reconsideration, says, in)
}
func suits(says string, in func(*scope, *Item) bool) measure {
	return where(cases.Litigation, says, in)
}

// and narrows a measure.
func (m measure) and(says string, in func(*Item) bool) measure {
	return measure{func(s *scope, i *Item, row string) int64 {
		if !in(i) {
			return 0
		}
		return m.n(s, i, row)
	}, m.says + "，" + says}
}

// times counts a number of each case instead of the case.
func (m measure) times(says string, n func(*Item) int64) measure {
	return measure{func(s *scope, i *Item, row string) int64 { return m.n(s, i, row) * n(i) }, m.says + "，" + says}
}

// plus adds measures that exclude each other.
func plus(says string, list ...measure) measure {
	return measure{func(s *scope, i *Item, row string) (n int64) {
		for _, m := range list {
			n += m.n(s, i, row)
		}
		return n
	}, says}
}

// The bases of reconsideration.

func received() measure {
	return review("收件日期在统计期内，不论如何处理", func(s *scope, i *Item) bool { return s.in(i.Received) })
}

func accepted() measure {
	return review("本期受理（含视为受理）", func(s *scope, i *Item) bool { return i.accepted() && s.in(s.taken(i)) })
}

// base is 受理, or 新收 where that reading was chosen.
func base() measure {
	r, a := received(), accepted()
	return measure{func(s *scope, i *Item, row string) int64 {
		if s.baseReceived {
			return r.n(s, i, row)
		}
		return a.n(s, i, row)
	}, "本期受理的案件（口径选“新收”的，为本期新收的案件）"}
}

// carriedAll and openAll count every application, carried only accepted ones, as the official form does.
func carriedAll() measure {
	return review("统计期开始前收到、至统计期开始时尚未办结", func(s *scope, i *Item) bool { return s.before(i, i.Received) })
}

func openAll() measure {
	return review("至统计期结束时尚未办结", func(s *scope, i *Item) bool { return s.open(i, i.Received) })
}

func carried() measure {
	return review("统计期开始前受理、至统计期开始时尚未审结", func(s *scope, i *Item) bool { return i.accepted() && s.before(i, s.taken(i)) })
}

// closedAll is 办结 in any way, closed 审结 after acceptance.
func closedAll() measure {
	return review("结案日期在统计期内，包括未经受理办结的", func(s *scope, i *Item) bool { return s.in(i.Concluded) })
}

func closed() measure {
	return review("已经受理，结案日期在统计期内", func(s *scope, i *Item) bool { return i.accepted() && s.in(i.Concluded) })
}

// The bases of litigation.

func sued() measure {
	return suits("收到应诉通知日期在统计期内，各审级分别计件", func(s *scope, i *Item) bool { return s.in(i.Received) })
}

func suitsCarried() measure {
	return suits("统计期开始前收到、至统计期开始时尚未裁判", func(s *scope, i *Item) bool { return s.before(i, i.Received) })
}

func suitsClosed() measure {
	return suits("裁判日期在统计期内", func(s *scope, i *Item) bool { return s.in(i.Concluded) })
}

func suitsOpen() measure {
	return suits("至统计期结束时尚未裁判", func(s *scope, i *Item) bool { return s.open(i, i.Received) })
}
