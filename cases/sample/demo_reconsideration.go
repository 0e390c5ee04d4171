package sample

import (
	"fmt"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// application is a line of the tables of reconsiderations.
type application struct {
	// on is the month and day of receipt, who the applicants joined by 、, against the key of the respondent, about the key
	// of the dispute.
	on, who, against, about string
	// course is what happened, in words: 补正; 听取, 听证; 中止20 (a suspension of so many days, see pauses); 延期; 咨询 (at the
	// committee's session); one of endings; 意见书, 建议书.
	course string
	// days is the time from receipt to conclusion; the last working day not after it is taken.
	days int
}

// session is the committee's session of 2020.
func session() calendar.Date { return calendar.New(2020, 11, 12) }

const sessionTopic = "房屋征收补偿和拆除案件的程序与实体问题"

// application writes down a reconsideration.
func (b *builder) application(year, n int, a application) *cases.Case {
	about := disputes[a.about]
	c := &cases.Case{
		Kind: cases.Reconsideration, Number: number(b.settings.ReconsiderationPrefix, year, n), Handler: handler(n),
		Subject: about.subject, Class: cases.Classification{Category: about.category, Matter: about.matter},
	}
	for _, name := range strings.Split(a.who, "、") {
		c.Parties = append(c.Parties, applicant(name))
	}
	c.Parties = append(c.Parties, respondent(a.against))
	w := writer{record{b.diary, c, recorder(n)}, b, n, year}
	words := strings.Fields(a.course)
	on := day(year, a.on)
	w.put(procedure.Receipt, on, nil)
	end, last := w.ending(words)
	accepted := w.admit(on, words, end.kind)
	if !accepted.IsZero() {
		w.try(on, accepted, words)
	}
	w.conclude(w.until(on, a.days), end, last)
	w.letters(words)
	b.filed[line("复议", year, n)] = c
	return w.sorted()
}

// writer writes down one reconsideration of the tables.
type writer struct {
	record
	b       *builder
	n, year int
}

func (w *writer) until(on calendar.Date, days int) calendar.Date { return w.diary.by(on.AddDays(days)) }

// ending finds the word that ends the case.
func (w *writer) ending(words []string) (ending, string) {
	for _, word := range words {
		if e, ok := endings[word]; ok {
			return e, word
		}
	}
	// The tables are constant and a test builds every line of them.
	panic(w.c.Number + " has no ending")
}

// admit writes the review down up to acceptance; zero if the case ends before.
func (w *writer) admit(on calendar.Date, words []string, end procedure.Kind) calendar.Date {
	review := on
	if contains(words, "补正") {
		notice := w.after(on, 3)
		w.put(procedure.SupplementNotice, notice, nil)
		w.put(procedure.SupplementServed, w.after(notice, 2), to(w.c.Names(cases.Applicant)[0]))
		if end == procedure.Abandonment {
			return 0
		}
		review = w.after(notice, 8)
		w.put(procedure.Supplemented, review, nil)
	}
	if end == procedure.Rejection {
		return 0
	}
	accepted := w.after(review, 2+w.n%2)
	w.put(procedure.Acceptance, accepted, nil)
	return accepted
}

// try writes down what lies between acceptance and conclusion.
func (w *writer) try(on, accepted calendar.Date, words []string) {
	organ := w.c.Names(cases.Respondent)[0]
	copied := w.after(accepted, 2)
	w.put(procedure.CopySent, copied, to(organ))
	reply := w.diary.by(copied.AddDays(8 + w.n%3))
	w.put(procedure.Reply, reply, to(organ))
	for _, word := range words {
		switch {
		case word == "听取":
			w.put(procedure.OpinionsHeard, w.after(reply, 3), nil)
		case word == "听证":
			w.put(procedure.HearingHeld, w.after(reply, 8), nil)
		case word == "延期":
			w.put(procedure.Extension, w.diary.by(on.AddDays(54)), &procedure.Detail{Days: 30})
		case word == "咨询":
			w.put(procedure.Consultation, session(), nil).Note = sessionTopic
		}
		if g, days := pause(word); days > 0 {
			stop := w.after(reply, 1)
			w.put(procedure.Suspension, stop, ground(g))
			w.put(procedure.Resumption, w.diary.on(stop.AddDays(days)), nil)
		}
	}
}

// pause reads a word like 中止20.
func pause(word string) (procedure.Ground, int) {
	for w, g := range pauses {
		if rest, ok := strings.CutPrefix(word, w); ok {
			if days, err := strconv.Atoi(rest); err == nil {
				return g, days
			}
		}
	}
	return "", 0
}

// conclude writes the conclusion, its service, what is performed after it and the filing.
func (w *writer) conclude(on calendar.Date, e ending, word string) {
	a := w.put(e.kind, on, e.detail())
	if e.kind == procedure.Abandonment {
		w.put(procedure.Archiving, w.after(on, 15), nil)
		return
	}
	a.Paper = w.c.Number
	served := w.after(on, 2+w.n%3)
	for _, name := range w.c.Names(cases.Applicant) {
		w.put(procedure.Served, served, party(name, procedure.ForApplicant))
	}
	filed := w.after(served, 25)
	if e.kind != procedure.Rejection {
		w.put(procedure.Served, w.after(on, 1), party(w.c.Names(cases.Respondent)[0], procedure.ForRespondent))
	}
	if e.duty {
		done := w.diary.on(served.AddDays(45))
		w.put(procedure.Performed, done, nil).Note = word
		filed = w.after(done, 10)
	}
	w.put(procedure.Archiving, filed, nil)
}

// letters writes 意见书 and 建议书, dated the first working day after the conclusion, and the answer to the former.
func (w *writer) letters(words []string) {
	organ := w.c.Names(cases.Respondent)[0]
	on := w.after(w.concluded(), 1)
	for _, word := range words {
		switch word {
		case "意见书":
			w.b.letters++
			w.put(procedure.OpinionLetter, on, to(organ)).Paper = fmt.Sprintf("姑苏行复意〔%d〕%d号", w.year, w.b.letters)
			w.put(procedure.LetterServed, w.after(on, 2), to(organ))
			w.put(procedure.LetterReply, w.diary.by(on.AddDays(50)), to(organ))
		case "建议书":
			w.b.letters++
			w.put(procedure.Recommendation, on, to(organ)).Paper = fmt.Sprintf("姑苏行复建〔%d〕%d号", w.year, w.b.letters)
		}
	}
}

// concluded is the day of the act that ends the case.
func (w *writer) concluded() calendar.Date {
	for _, a := range w.c.Acts {
		for _, e := range endings {
			if a.Kind == e.kind {
				return a.On
			}
		}
	}
	return 0
}

func contains(words []string, word string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
