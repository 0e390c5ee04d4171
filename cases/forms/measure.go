package forms

import "fmt"

// measure is what a column counts: what a case adds to it, and why, as a sentence.
type measure struct {
	add func(*counter, *Record) int64
	why func(*counter) string
}

// when is a measure that counts cases by a base and a condition.
func when(base basis, in func(*Record) bool, condition string) measure {
	return measure{
		add: func(c *counter, r *Record) int64 {
			if base.in(c, r) && (in == nil || in(r)) {
				return 1
			}
			return 0
		},
		why: func(c *counter) string { return sentence(base.says(c), condition) },
	}
}

// sum is a measure that adds a number of each case.
func sum(base basis, n func(*Record) int64, condition string) measure {
	return measure{
		add: func(c *counter, r *Record) int64 {
			if !base.in(c, r) {
				return 0
			}
			return n(r)
		},
		why: func(c *counter) string { return sentence(base.says(c), condition) },
	}
}

func sentence(base, condition string) string {
	if condition == "" {
		return base + "。"
	}
	return base + "，" + condition + "。"
}

// basis is a set of cases by their days, with its words.
type basis struct {
	in   func(*counter, *Record) bool
	says func(*counter) string
}

// span words the period.
func (c *counter) span() string {
	return "在" + c.From.Chinese() + "至" + c.To.Chinese() + "之间"
}

// day words the day by which cases are taken.
func (c *counter) day() string {
	switch {
	case c.kind == 1:
		return "收到应诉通知日期"
	case c.byAcceptance:
		return "受理日期"
	}
	return "收件日期"
}

// taken words that a case of form 1 must have been accepted.
func (c *counter) takenWords() string {
	if c.kind == 1 {
		return ""
	}
	return "，截至" + c.AsOf.Chinese() + "已经受理"
}

// The bases of the forms; read only.
var (
	isReceived = basis{(*counter).received, func(c *counter) string {
		if c.kind == 1 {
			return "收到应诉通知日期" + c.span()
		}
		return "收件日期" + c.span() + "，不论如何处理"
	}}
	isAccepted = basis{(*counter).accepted, func(c *counter) string { return c.day() + c.span() + c.takenWords() }}
	isCarried  = basis{(*counter).carried, func(c *counter) string {
		text := fmt.Sprintf("%s在%s以前%s，到%s尚未审结", c.day(), c.From.Chinese(), c.takenWords(), c.From.Chinese())
		if c.carriedClosed {
			text += "，并在统计期内审结"
		}
		return text
	}}
	isConcluded = basis{(*counter).concluded, func(c *counter) string {
		if c.cohort {
			return c.day() + c.span() + c.takenWords() + "，截至" + c.AsOf.Chinese() + "已经审结"
		}
		return "结案日期" + c.span() + c.takenWords()
	}}
	isOpen = basis{(*counter).open, func(c *counter) string {
		text := fmt.Sprintf("%s不晚于%s%s，到%s尚未审结", c.day(), c.To.Chinese(), c.takenWords(), c.To.Chinese())
		if c.openPeriod {
			text += "，且是本期受理的"
		}
		return text
	}}
	isBase = basis{(*counter).base, func(c *counter) string {
		if c.baseReceived {
			return isReceived.says(c)
		}
		return isAccepted.says(c)
	}}
	isPersons = basis{func(c *counter, r *Record) bool {
		if c.personsAccepted {
			return c.accepted(r)
		}
		return c.received(r)
	}, func(c *counter) string {
		if c.personsAccepted {
			return isAccepted.says(c)
		}
		return isReceived.says(c)
	}}
	isDamages = basis{func(c *counter, r *Record) bool {
		if c.claimed {
			return r.flags&claims != 0 && (c.received(r) || c.carried(r))
		}
		return c.concluded(r) && r.flags&awards != 0
	}, func(c *counter) string {
		if c.claimed {
			return isReceived.says(c) + "，或者是上期结转的，申请人提出行政赔偿请求"
		}
		return isConcluded.says(c) + "，决定书决定赔偿"
	}}
)

// flagged is the condition that a case has a mark.
func flagged(f flags) func(*Record) bool { return func(r *Record) bool { return r.flags&f != 0 } }

// one of several values of a field.
func resultIn(list ...Result) func(*Record) bool {
	var in [results]bool
	for _, x := range list {
		in[x] = true
	}
	return func(r *Record) bool { return in[r.result] }
}

func matterIn(list ...Matter) func(*Record) bool {
	var in [matters]bool
	for _, x := range list {
		in[x] = true
	}
	return func(r *Record) bool { return in[r.matter] }
}

func levelIn(list ...Level) func(*Record) bool {
	var in [levels]bool
	for _, x := range list {
		in[x] = true
	}
	return func(r *Record) bool { return in[r.level] }
}

func hostIn(list ...Level) func(*Record) bool {
	var in [levels]bool
	for _, x := range list {
		in[x] = true
	}
	return func(r *Record) bool { return in[r.host] }
}
