package export

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// The cells of a ledger row, one function a column.

func seq(w *rowWriter) any      { return w.n }
func number(w *rowWriter) any   { return w.text(w.c.Number) }
func subject(w *rowWriter) any  { return w.text(w.c.Subject) }
func category(w *rowWriter) any { return w.text(w.c.Class.Category) }
func matter(w *rowWriter) any   { return w.text(w.c.Class.Matter) }
func handler(w *rowWriter) any  { return w.text(w.c.Handler) }
func state(w *rowWriter) any    { return w.text(w.t.State.Label()) }
func details(w *rowWriter) any  { return w.text(partyDetails(w.c)) }

func names(r cases.Role) func(*rowWriter) any {
	return func(w *rowWriter) any { return w.text(joinNames(w.c.Names(r))) }
}

func actDates(k procedure.Kind) func(*rowWriter) any {
	return func(w *rowWriter) any { return w.dates(k, shown{}) }
}

// enforcementWord stands behind the day in 收案日期 where a case began without a notice of a suit (非诉执行).
const enforcementWord = "非诉执行"

func suitReceived(w *rowWriter) any {
	if w.enforced {
		return w.text(w.acts[openingOf(w.acts)].On.String() + " " + enforcementWord)
	}
	return w.dates(procedure.SuitReceived, shown{})
}

// openingOf is the first act from which a court case counts as received; -1 without one.
func openingOf(acts []procedure.Act) int {
	return slices.IndexFunc(acts, func(a procedure.Act) bool { return procedure.Begins(a.Kind, true) })
}

// Words of the column 受理日期 for cases without an act of acceptance.
const (
	deemedAccepted = "视为受理"
	notRecorded    = "未记载"
)

// accepted writes the acceptance. A case accepted by lapse of time, and one concluded without any acceptance, say so: an
// empty cell would make an import under the old law take the receipt for the acceptance.
func accepted(w *rowWriter) any {
	if v := w.dates(procedure.Acceptance, shown{}); v != nil {
		return v
	}
	if w.t.DeemedAccepted {
		return w.text(deemedAccepted + " " + w.t.Accepted.String())
	}
	for i := range w.acts {
		if concludes(w.acts[i].Kind) && presupposesAcceptance(w.acts[i].Kind) {
			return notRecorded
		}
	}
	return nil
}

// presupposesAcceptance are the endings that only an accepted application can have.
func presupposesAcceptance(k procedure.Kind) bool {
	switch k {
	case procedure.Decision, procedure.Dismissal, procedure.Mediation, procedure.Termination:
		return true
	}
	return false
}

func (w *rowWriter) ending() *procedure.Act {
	if w.end < 0 {
		return nil
	}
	return &w.acts[w.end]
}

func concluded(w *rowWriter) any {
	a := w.ending()
	if a == nil {
		return nil
	}
	return w.date(actEntry(a, shown{paper: true, ground: a.Kind == procedure.Termination || a.Kind == procedure.Withdrawal, result: true}))
}

func paper(w *rowWriter) any {
	if a := w.ending(); a != nil {
		return w.text(a.Paper)
	}
	return nil
}

func result(w *rowWriter) any {
	a := w.ending()
	if a == nil {
		return nil
	}
	if a.Kind == procedure.Abandonment && !w.has(procedure.SupplementNotice) {
		return noSupplement
	}
	if a.Kind != procedure.Judgment {
		return w.text(resultText(a))
	}
	results := judged(a)
	if len(results) == 0 {
		return noOutcome
	}
	if together(results, w.c) {
		return w.text(formatResults([]procedure.Result{{Outcome: results[0].Outcome}}, false))
	}
	if len(results) > 1 || len(w.c.Names(cases.Respondent)) > 1 {
		results = forEvery(results)
	}
	return w.text(formatResults(results, false))
}

// forEvery names the results that are those of all defendants, where a bare word would be read otherwise.
func forEvery(results []procedure.Result) []procedure.Result {
	out := slices.Clone(results)
	for i := range out {
		if out[i].Defendant == "" {
			out[i].Defendant = everyDefendant
		}
	}
	return out
}

func (w *rowWriter) has(k procedure.Kind) bool {
	return slices.ContainsFunc(w.acts, func(a procedure.Act) bool { return a.Kind == k })
}

// together reports whether every one of several defendants got the same outcome: then it is written once.
func together(results []procedure.Result, c *cases.Case) bool {
	names := c.Names(cases.Respondent)
	if len(names) < 2 || len(results) != len(names) {
		return false
	}
	for i, r := range results {
		if r.Defendant != names[i] || r.Outcome != results[0].Outcome || r.Act != "" || r.Redo {
			return false
		}
	}
	return true
}

func judged(a *procedure.Act) []procedure.Result {
	if a == nil || a.Detail == nil {
		return nil
	}
	return a.Detail.Results
}

func lost(w *rowWriter) any { return w.text(lostText(judged(w.ending()))) }

// Words of the column 调解和解.
const (
	wordMediated = "调解"
	wordSettled  = "和解"
)

func settled(w *rowWriter) any {
	a := w.ending()
	switch {
	case a == nil:
		return nil
	case a.Kind == procedure.Mediation:
		return wordMediated
	case a.Detail != nil && a.Detail.Ground == procedure.SettlementReached:
		return wordSettled
	}
	return yesNo(false)
}

func due(w *rowWriter) any {
	if p, ok := w.t.Next(); ok {
		if p.Count.Provisional {
			return w.text(p.Count.Due.String() + "（推算）")
		}
		return serial(p.Count.Due)
	}
	return nil
}

// records writes the acts that have no column, and in full those whose column shows the date only: 2020-03-09 听取意见（…）；….
func records(w *rowWriter) any {
	w.buf.Reset()
	for i := range w.acts {
		if !w.apart[i] && !w.full[i] {
			continue
		}
		if w.buf.Len() > 0 {
			w.buf.WriteString("；")
		}
		e := actEntry(&w.acts[i], shown{})
		writeDate(&w.buf, e.on)
		w.buf.WriteByte(' ')
		w.buf.WriteString(procedure.ActLabel(w.acts[i].Kind))
		for _, word := range e.words {
			w.buf.WriteByte(' ')
			w.buf.WriteString(word)
		}
		writeProps(&w.buf, e.props)
	}
	return w.text(w.buf.String())
}

// remarkLabel is the label of notes that stand in the column 备注.
const remarkLabel = "备注"

// remark is the one note labelled 备注; all other notes stand with their labels in the next column.
func remark(w *rowWriter) any {
	if i := remarkOf(w.c); i >= 0 {
		return w.text(w.c.Notes[i].Text)
	}
	return nil
}

func remarkOf(c *cases.Case) int {
	for i, n := range c.Notes {
		if n.Label == remarkLabel && strings.TrimSpace(n.Text) == n.Text {
			return i
		}
	}
	return -1
}

func notes(w *rowWriter) any {
	skip := remarkOf(w.c)
	var out []string
	for i, n := range w.c.Notes {
		if i != skip {
			out = append(out, quote(n.Label)+"："+quote(n.Text))
		}
	}
	return w.text(strings.Join(out, "；"))
}

func court(w *rowWriter) any       { return w.text(suitOf(w.c).Court) }
func courtNumber(w *rowWriter) any { return w.text(suitOf(w.c).CourtNumber) }
func related(w *rowWriter) any     { return w.text(suitOf(w.c).Related) }
func instance(w *rowWriter) any    { return w.text(cmp.Or(suitOf(w.c).Instance.Label(), notRecorded)) }
func suitSource(w *rowWriter) any  { return w.text(suitOf(w.c).Source.Label()) }

func suitOf(c *cases.Case) cases.Suit {
	if c.Suit == nil {
		return cases.Suit{}
	}
	return *c.Suit
}

func hearingDates(w *rowWriter) any { return w.dates(procedure.CourtHearing, shown{head: true}) }

func appeared(w *rowWriter) any {
	return w.hearings(func(a *procedure.Appearance) string { return yesNo(a.Head) })
}

// inCourt is a column about each hearing, in step with 开庭日期.
func inCourt(f field) func(*rowWriter) any {
	return func(w *rowWriter) any {
		x := appearanceIn(f)
		return w.hearings(x.cell)
	}
}

// quoteIf writes a word of a list in step. It is quoted where the list would be read otherwise: signs of the grammar that part nothing
// there stay as they are, and words that mean nothing there are quoted so as to mean themselves.
func quoteIf(s string) string {
	switch s {
	case "":
		return ""
	case dash, "/", "无":
		return "「" + s + "」"
	}
	if strings.ContainsFunc(s, isListSep) || strings.TrimSpace(s) != s || !closed(s) {
		return quote(s)
	}
	return s
}
