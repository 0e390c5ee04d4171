package sample

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// The outcomes of generated suits by instance, and who appears in court. They are read only.
var (
	outcomesFirst = []choice{{"驳回请求", 44}, {"驳回起诉", 16}, {"撤诉", 14}, {"按撤诉", 3}, {"改变撤诉", 5}, {"撤销", 5}, {"部分撤销", 1},
		{"确认违法", 7}, {"履行", 3}, {"赔偿", 1}, {"变更", 1}}
	outcomesLater = []choice{{"驳回上诉", 78}, {"驳回上诉败", 8}, {"撤回上诉", 8}, {"改判败", 2}, {"改判胜", 2}, {"发回", 2}}
	attendance    = []choice{{"副职", 55}, {"正职", 14}, {"分管", 11}, {"缺席", 20}}
	codefendants  = []choice{{"alone", 62}, {"government", 18}, {"both", 20}}
)

// litigation makes one case of 行政应诉.
func (g *generator) litigation(on calendar.Date) *cases.Case {
	c := g.blank(cases.Litigation, g.settings.SuitPrefix)
	g.origin(c, on)
	sued(c)
	w := &record{g.diary, c, strings.Split(c.Handler, "、")[0]}
	list, days := outcomesFirst, g.between(45, 170)
	if c.Suit.Instance != cases.First {
		list, days = outcomesLater, g.between(30, 88)
	}
	word := g.pick(list)
	w.put(procedure.SuitFiled, g.after(on, -g.between(2, 6)), nil)
	w.put(procedure.SuitReceived, on, nil)
	w.put(procedure.SuitAnswered, max(on, g.by(on.AddDays(g.between(9, 15)))), nil)
	if !strings.Contains(word, "撤诉") && g.chance(85) {
		h := heads[g.pick(attendance)]
		for _, who := range appearances(c, h, g.rng.IntN(24)) {
			w.put(procedure.CourtHearing, g.on(on.AddDays(max(20, days*2/3))), &procedure.Detail{Appearance: who})
		}
	}
	judged := g.on(on.AddDays(days))
	results := g.results(c, word)
	w.put(procedure.Judgment, judged, &procedure.Detail{Results: results}).Paper = c.Suit.CourtNumber
	g.close(w, judged, results)
	return w.sorted()
}

// origin fills subject, defendants, court and instance.
func (g *generator) origin(c *cases.Case, on calendar.Date) {
	t, organ := g.topic()
	g.subject(c, t)
	who := g.pick(codefendants)
	if who != "government" {
		c.Parties = append(c.Parties, respondent(organ))
	}
	if who != "alone" {
		c.Parties = append(c.Parties, respondent(government))
	}
	s := &cases.Suit{Instance: cases.First, Source: cases.Direct}
	if who == "both" || g.chance(8) {
		s.Source = cases.AfterReconsideration
	}
	key := "虎丘"
	if who == "government" {
		key = "中院"
	}
	switch n := g.rng.IntN(100); {
	case n < 22:
		s.Instance = cases.Second
	case n < 24:
		s.Instance = cases.Retrial
	}
	if s.Instance != cases.First {
		key = map[string]string{"虎丘": "中院", "中院": "高院"}[key]
	}
	s.Court, s.CourtNumber = courts[key].name, courtNumber(courts[key].code, s.Instance, on.Year(), g.numbers[cases.Litigation])
	c.Suit = s
}

// results gives each defendant its outcome: where the organ that made the act lost, the government beside it often did not.
func (g *generator) results(c *cases.Case, word string) []procedure.Result {
	out := results(c, word)
	if len(out) > 1 && procedure.OutcomeLost(out[0].Outcome) && c.Suit.Instance == cases.First && g.chance(60) {
		out[1].Outcome, out[1].Causes = procedure.ClaimDismissed, nil
	}
	return out
}

// close writes what follows the judgment.
func (g *generator) close(w *record, judged calendar.Date, results []procedure.Result) {
	served := g.after(judged, g.between(2, 8))
	w.put(procedure.JudgmentServed, served, to(w.c.Names(cases.Respondent)[0]))
	over := served
	switch first := w.c.Suit.Instance == cases.First && appealable(results); {
	case first && g.chance(30):
		w.put(procedure.Appealed, max(served, g.by(served.AddDays(g.between(5, 10)))), nil)
		over = g.on(served.AddDays(g.between(90, 150)))
		w.put(procedure.SuitClosing, over, nil)
	case first:
		// The appeal period passes, which ends the suit without an act of its own.
		over = g.after(served, 20)
	default:
		over = g.after(served, g.between(1, 5))
		w.put(procedure.SuitClosing, over, nil)
	}
	w.put(procedure.SuitArchiving, g.after(over, g.between(10, 40)), nil)
}
