package sample

import (
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// suit is a line of the tables of suits.
type suit struct {
	// on is the month and day on which the court's papers came; who, against (keys joined by +) and about are empty where
	// from gives them.
	on, who, against, about string
	// court is a key of courts.
	court string
	// from is 复议 2020-5, a suit after reconsideration, or 一审 2020-5, an appeal.
	from string
	// course is what happened, in words: 二审 for an appeal whose first instance is not in the tables; 正职, 副职, 分管 or 缺席,
	// a hearing with or without a head; and the outcome, for several defendants one for each, joined by |.
	course string
	// days is the time from receipt to judgment; the first working day not before it is taken. A hearing is held after
	// two thirds of it.
	days int
}

// court is a court with the code of its case numbers. The administrative cases of the city are concentrated in few basic
// courts; where a district government is the only or the original defendant, the intermediate court is the first instance.
type court struct{ name, code string }

// courts are the courts by the short keys of the tables. It is read only.
var courts = map[string]court{
	"虎丘": {"苏州市虎丘区人民法院", "苏0505"},
	"姑苏": {"苏州市姑苏区人民法院", "苏0508"},
	"中院": {"江苏省苏州市中级人民法院", "苏05"},
	"高院": {"江苏省高级人民法院", "苏"},
}

// verdict is an outcome with what must be said of 败诉, if it does not follow.
type verdict struct {
	outcome procedure.Outcome
	lost    bool
}

// verdicts are the outcomes by the words of the tables. It is read only.
var verdicts = map[string]verdict{
	"驳回请求": {procedure.ClaimDismissed, false}, "驳回起诉": {procedure.SuitDismissed, false},
	"撤诉": {procedure.SuitWithdrawn, false}, "按撤诉": {procedure.WithdrawnDeemed, false},
	"改变撤诉": {procedure.WithdrawnAltered, false}, "撤销": {procedure.ActRevoked, false},
	"确认违法": {procedure.ActIllegal, false}, "履行": {procedure.DutyOrdered, false},
	"驳回上诉": {procedure.AppealDismissed, false}, "驳回上诉败": {procedure.AppealDismissed, true},
	"改判败": {procedure.AppealAlteredLost, false}, "撤回上诉": {procedure.AppealDropped, false},
	"改判胜": {procedure.AppealAlteredWon, false}, "发回": {procedure.Remanded, false},
	"部分撤销": {procedure.ActRevokedPart, false}, "赔偿": {procedure.Damages, false}, "变更": {procedure.ActAltered, false},
}

// heads are the words for who appeared. It is read only.
var heads = map[string]procedure.Appearance{
	"正职": {Head: true, Rank: procedure.ChiefHead},
	"副职": {Head: true, Rank: procedure.DeputyHead},
	"分管": {Head: true, Rank: procedure.OtherHead, Post: "党组成员"},
	"缺席": {Absence: procedure.AbsentDuty, Reason: "因公务不能出庭，已委托工作人员出庭"},
}

// noteAppeal remembers when the second instance decided, because the first instance's file is closed after it.
func (b *builder) noteAppeal(year, n int, s suit) {
	if strings.HasPrefix(s.from, "一审 ") {
		b.appealed[s.from] = b.on(day(year, s.on).AddDays(s.days))
	}
}

// suit writes down a suit.
func (b *builder) suit(year, n int, s suit) *cases.Case {
	c := &cases.Case{Kind: cases.Litigation, Number: number(b.settings.SuitPrefix, year, n), Handler: handler(n), Suit: &cases.Suit{
		Court: courts[s.court].name, Instance: cases.First, Source: cases.Direct,
	}}
	b.origin(c, s)
	sued(c)
	words := strings.Fields(s.course)
	if contains(words, "二审") {
		c.Suit.Instance = cases.Second
	}
	c.Suit.CourtNumber = courtNumber(courts[s.court].code, c.Suit.Instance, year, n)
	w := record{b.diary, c, recorder(n)}
	on := day(year, s.on)
	judged := b.on(on.AddDays(s.days))
	w.put(procedure.SuitFiled, b.after(on, -4), nil)
	w.put(procedure.SuitReceived, on, nil)
	w.put(procedure.SuitAnswered, b.by(on.AddDays(13)), nil)
	for _, word := range words {
		if h, ok := heads[word]; ok {
			for _, who := range appearances(c, h, n) {
				w.put(procedure.CourtHearing, b.on(on.AddDays(s.days*2/3)), &procedure.Detail{Appearance: who})
			}
		}
	}
	results := results(c, words[len(words)-1])
	w.put(procedure.Judgment, judged, &procedure.Detail{Results: results}).Paper = c.Suit.CourtNumber
	b.close(&w, line("一审", year, n), judged, results)
	b.advise(&w, year, n, judged)
	b.filed[line("一审", year, n)] = c
	return w.sorted()
}

func courtNumber(code string, i cases.Instance, year, n int) string {
	kind := map[cases.Instance]string{cases.First: "行初", cases.Second: "行终", cases.Retrial: "行再"}[i]
	return fmt.Sprintf("（%d）%s%s%d号", year, code, kind, 20+n*7)
}

// origin fills parties and subject, from the case the suit goes back to where there is one.
func (b *builder) origin(c *cases.Case, s suit) {
	before, ok := b.filed[s.from]
	if !ok {
		about := disputes[s.about]
		c.Subject, c.Class = about.subject, cases.Classification{Category: about.category, Matter: about.matter}
		c.Parties = append(c.Parties, applicant(s.who))
		for _, key := range strings.Split(s.against, "+") {
			c.Parties = append(c.Parties, respondent(key))
		}
		return
	}
	c.Subject, c.Class = before.Subject, before.Class
	c.Parties = append(c.Parties, before.Parties...)
	if before.Kind == cases.Reconsideration {
		c.Suit.Related = before.Number
		// The organ that upheld the act is sued with the one that made it (《行政诉讼法》第26条).
		c.Suit.Source = cases.AfterReconsideration
		c.Parties = append(c.Parties, respondent(government))
		return
	}
	c.Suit.Source, c.Suit.Instance = before.Suit.Source, cases.Second
	c.Suit.Related, c.Suit.Earlier = before.Suit.Related, before.Number
}

// results reads the outcome of each defendant.
func results(c *cases.Case, word string) []procedure.Result {
	defendants := c.Names(cases.Respondent)
	words := strings.Split(word, "|")
	var out []procedure.Result
	for i, name := range defendants {
		v := verdicts[words[min(i, len(words)-1)]]
		r := procedure.Result{Defendant: name, Outcome: v.outcome}
		if len(defendants) == 1 {
			r.Defendant = ""
		}
		if v.lost {
			r.Lost = new(true)
		}
		r.Causes = lossCauses(c, r)
		out = append(out, r)
	}
	return out
}

// close writes what follows a judgment: service, appeal if a later line makes one, the end and the filing.
func (b *builder) close(w *record, name string, judged calendar.Date, results []procedure.Result) {
	served := b.after(judged, 4)
	w.put(procedure.JudgmentServed, served, to(w.c.Names(cases.Respondent)[0]))
	if end, ok := b.appealed[name]; ok {
		w.put(procedure.Appealed, b.by(served.AddDays(8)), nil)
		closed := b.on(end.AddDays(12))
		w.put(procedure.SuitClosing, closed, nil)
		w.put(procedure.SuitArchiving, b.after(closed, 15), nil)
		return
	}
	if w.c.Suit.Instance == cases.First && appealable(results) {
		// The appeal period passes, which ends the suit without an act of its own.
		w.put(procedure.SuitArchiving, b.after(served, 30), nil)
		return
	}
	closed := b.after(served, 3)
	w.put(procedure.SuitClosing, closed, nil)
	w.put(procedure.SuitArchiving, b.after(closed, 15), nil)
}

// appealable reports whether an appeal lies against the judgment: not against a permitted withdrawal.
func appealable(results []procedure.Result) bool {
	switch results[0].Outcome {
	case procedure.SuitWithdrawn, procedure.WithdrawnDeemed, procedure.WithdrawnAltered, procedure.SuitEnded,
		procedure.Transferred, procedure.SuitMediated:
		return false
	}
	return true
}
