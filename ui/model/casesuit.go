package model

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"
	"fuyi/cases/procedure"
)

// suitOf derives a suit from its case alone; nil for what is none.
func suitOf(c *cases.Case, law *procedure.Law, today calendar.Date) *litigation.Suit {
	return litigation.Of([]*cases.Case{c}, "", law, today).Suit(c.ID)
}

// suitOutcome is the mark of a suit that was judged. One that was sent back or transferred goes on elsewhere and has none.
func suitOutcome(c *cases.Case, law *procedure.Law, today calendar.Date) (string, Tone) {
	s := suitOf(c, law, today)
	switch {
	case s == nil || s.Outcome == "" || s.Outcome == procedure.Remanded || s.Outcome == procedure.Transferred || open(c):
		return "", ""
	case s.Lost(""):
		return "败诉", Late
	}
	return "未败诉", Finished
}

// open reports a judgment that leaves the one below standing while nothing says who had lost by that: this case alone cannot tell.
func open(c *cases.Case) bool {
	for _, a := range c.Acts {
		if a.Kind != procedure.Judgment || a.Detail == nil {
			continue
		}
		for _, r := range a.Detail.Results {
			if procedure.OutcomeKeeps(r.Outcome) && r.Lost == nil {
				return true
			}
		}
	}
	return false
}

// wideFacts are what stands alone on a line of a suit's page, before all that stands in two columns. Read only.
var wideFacts = []string{"原告", "被告", "被执行人", "申请执行人", "第三人", "代理人", "案由", "受诉法院", "执行法院", "被告身份", "处理结果"}

// suitFacts puts the facts of a suit into one order: who, what, which court and what it decided for each defendant alone on their lines,
// then the rest in two columns.
func suitFacts(facts []Fact, c *cases.Case, law *procedure.Law, today calendar.Date) []Fact {
	var wide, rest []Fact
	for _, f := range facts {
		if f.Label == "处理结果" {
			if s := suitOf(c, law, today); s != nil && s.Verdict() != "" {
				f.Value = s.Verdict()
			}
		}
		if f.Wide = slices.Contains(wideFacts, f.Label); f.Wide {
			wide = append(wide, f)
		} else {
			rest = append(rest, f)
		}
	}
	return append(wide, rest...)
}

// yuanWord is an amount with its unit, "" for none.
func yuanWord(fen int64) string {
	if fen == 0 {
		return ""
	}
	return Yuan(fen) + "元"
}
