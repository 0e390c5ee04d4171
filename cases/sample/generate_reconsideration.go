package sample

import (
	"strings"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// endingsOld and endingsNew are how generated reconsiderations end, under the law to 2023 and after it. They are read only.
var (
	endingsOld = []choice{{"维持", 40}, {"和解", 15}, {"调解", 8}, {"驳回申请", 12}, {"撤回", 9}, {"改变", 3}, {"撤销", 3}, {"撤销重作", 2},
		{"部分撤销", 1}, {"变更", 1}, {"确认违法", 3}, {"责令履行", 2}, {"不予受理", 7}, {"放弃", 3}, {"早撤", 1}}
	endingsNew = []choice{{"维持", 33}, {"和解", 18}, {"调解", 12}, {"驳回申请", 6}, {"驳回请求", 7}, {"撤回", 7}, {"改变", 4}, {"撤销", 2},
		{"撤销重作", 2}, {"部分撤销", 1}, {"变更", 3}, {"确认违法", 3}, {"确认无效", 1}, {"责令履行", 2}, {"不予受理", 7}, {"放弃", 3}, {"早撤", 1}}
)

// reconsideration makes one case of 行政复议.
func (g *generator) reconsideration(on calendar.Date) *cases.Case {
	c := g.blank(cases.Reconsideration, g.settings.ReconsiderationPrefix)
	t, organ := g.topic()
	g.subject(c, t)
	c.Parties = append(c.Parties, respondent(organ))
	w := &trial{record: record{g.diary, c, strings.Split(c.Handler, "、")[0]}, g: g}
	w.put(procedure.Receipt, on, nil)
	list := endingsNew
	if regime(on) == procedure.RegimeA {
		list = endingsOld
	}
	word := g.pick(list)
	if w.admit(on, word) {
		w.try(on)
		w.conclude(word)
	}
	return w.sorted()
}

// trial writes one generated reconsideration down.
type trial struct {
	record
	g *generator
	// accepted is the day of acceptance, last the day of the latest act, paused the days of suspension.
	accepted, last calendar.Date
	paused         int
	// summary is true for a case under the summary procedure (简易程序).
	summary bool
}

// step writes an act down so many working days after the latest.
func (w *trial) step(k procedure.Kind, days int, d *procedure.Detail) *procedure.Act {
	w.last = w.after(w.last, days)
	return w.put(k, w.last, d)
}

// admit writes the review down; false if the case ended there.
func (w *trial) admit(on calendar.Date, word string) bool {
	g := w.g
	w.last = on
	if word == "放弃" || g.chance(14) {
		w.step(procedure.SupplementNotice, g.between(2, 5), nil)
		served := w.step(procedure.SupplementServed, g.between(0, 3), to(w.c.Names(cases.Applicant)[0])).On
		if word == "放弃" {
			w.abandon(served)
			return false
		}
		w.step(procedure.Supplemented, g.between(2, 10), nil)
	}
	switch word {
	case "不予受理":
		w.step(procedure.Rejection, g.between(2, 5), nil).Paper = w.c.Number
		w.step(procedure.Served, g.between(1, 3), party(w.c.Names(cases.Applicant)[0], procedure.ForApplicant))
		w.step(procedure.Archiving, g.between(20, 60), nil)
		return false
	case "早撤":
		w.step(procedure.Withdrawal, g.between(0, 4), ground(procedure.VoluntaryWithdrawal))
		w.step(procedure.Archiving, g.between(10, 30), nil)
		return false
	}
	if g.chance(1) {
		// Nobody acted in time: the application counts as accepted without an act.
		w.accepted = w.after(w.last, 5)
		w.last = w.accepted
		return true
	}
	w.summary = regime(w.last) != procedure.RegimeA && word != "和解" && g.chance(25)
	a := w.step(procedure.Acceptance, g.between(1, 4), nil)
	if w.summary {
		a.Detail = ground(procedure.SummaryAmount)
	}
	w.accepted = a.On
	return true
}

// abandon records that the applicant did not answer, or withdrew: the answer period of a notice served under the old law
// was the one named in it, so nothing can be recorded as lapsed across the change of law.
func (w *trial) abandon(served calendar.Date) {
	end := w.after(served, w.g.between(11, 16))
	if regime(served) == regime(end) || regime(served) != procedure.RegimeA {
		w.put(procedure.Abandonment, end, nil)
	} else {
		w.put(procedure.Withdrawal, end, ground(procedure.VoluntaryWithdrawal))
	}
	w.last = end
	w.step(procedure.Archiving, w.g.between(10, 30), nil)
}

// try writes the proceedings down.
func (w *trial) try(on calendar.Date) {
	g, organ := w.g, w.c.Names(cases.Respondent)[0]
	w.step(procedure.CopySent, g.between(1, 3), to(organ))
	if w.summary {
		w.step(procedure.Reply, g.between(2, 5), to(organ))
		return
	}
	w.last = w.diary.by(w.last.AddDays(g.between(7, 10)))
	w.put(procedure.Reply, w.last, to(organ))
	if regime(on) != procedure.RegimeA || g.chance(40) {
		w.step(procedure.OpinionsHeard, g.between(1, 6), nil)
	}
	if g.chance(8) {
		told, ahead := g.between(0, 2), g.between(7, 9)
		w.step(procedure.HearingNotice, told, &procedure.Detail{Until: w.after(w.last, told+ahead)})
		w.step(procedure.HearingHeld, ahead, nil)
	}
	if g.chance(7) {
		w.suspend()
	}
	if g.chance(3) {
		// The committee meets on one day of the week only, so that its sessions have several cases.
		w.last = w.diary.on(nextFriday(w.after(w.last, 1)))
		w.put(procedure.Consultation, w.last, nil).Note = "案件的事实认定与法律适用问题"
	}
}

func nextFriday(d calendar.Date) calendar.Date {
	for d.Weekday() != time.Friday {
		d++
	}
	return d
}

// suspensions are why generated cases are suspended. It is read only.
var suspensions = []choice{{"中止", 50}, {"另案", 25}, {"疫情", 10}, {"死亡", 10}, {"附带", 5}}

func (w *trial) suspend() {
	stop := w.step(procedure.Suspension, w.g.between(1, 3), ground(pauses[w.g.pick(suspensions)])).On
	w.last = w.diary.on(stop.AddDays(w.g.between(10, 75)))
	w.paused = w.last.Sub(stop)
	w.put(procedure.Resumption, w.last, nil)
}

// conclude writes the end of the case down, mostly within its period, extended in some cases and late in a few.
func (w *trial) conclude(word string) {
	g := w.g
	start := w.accepted
	if regime(start) == procedure.RegimeA {
		start = w.c.Acts[0].On
	}
	days := g.between(22, 58)
	switch n := g.rng.IntN(100); {
	case w.summary:
		days = g.between(14, 28)
	case n < 9:
		w.put(procedure.Extension, w.diary.by(start.AddDays(g.between(46, 57))), &procedure.Detail{Days: 30})
		days = g.between(62, 88)
	case n < 11:
		days = g.between(64, 100)
	}
	e := endings[word]
	on := max(w.diary.by(start.AddDays(days+w.paused)), w.after(w.last, 1))
	w.last = on
	w.put(e.kind, on, e.detail()).Paper = w.c.Number
	w.letters(word)
	w.step(procedure.Served, g.between(1, 5), party(w.c.Names(cases.Applicant)[0], procedure.ForApplicant))
	w.put(procedure.Served, w.last, party(w.c.Names(cases.Respondent)[0], procedure.ForRespondent))
	if e.duty {
		w.step(procedure.Performed, g.between(15, 40), nil)
	}
	w.step(procedure.Archiving, g.between(20, 60), nil)
}

// letters writes 意见书 and 建议书 down, more often where the organ was corrected.
func (w *trial) letters(word string) {
	percent, organ := 4, w.c.Names(cases.Respondent)[0]
	if strings.HasPrefix(word, "撤销") || strings.HasPrefix(word, "确认") {
		percent = 35
	}
	if !w.g.chance(percent) {
		return
	}
	on := w.after(w.last, 1)
	if w.g.chance(35) {
		w.put(procedure.Recommendation, on, to(organ))
		return
	}
	w.put(procedure.OpinionLetter, on, to(organ))
	w.put(procedure.LetterServed, w.after(on, 1), to(organ))
	if w.g.chance(85) {
		w.put(procedure.LetterReply, w.diary.by(on.AddDays(w.g.between(20, 60))), to(organ))
	}
}
