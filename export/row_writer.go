package export

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// rowWriter turns one case after another into cells. It is reused, so that a ledger of any length costs little memory.
type rowWriter struct {
	b     *book
	law   *procedure.Law
	today calendar.Date
	n     int
	c     *cases.Case
	t     procedure.Timeline
	acts  []procedure.Act
	// end is the index in acts of the act that concluded the case, -1 if none did.
	end int
	buf strings.Builder
	// apart marks acts that stand in the column 其他程序记录 only; full marks those whose column shows the bare date, with
	// all they say in 其他程序记录.
	apart, full []bool
	// enforced is true for a case of 非诉执行, which no notice of a suit began.
	enforced bool
}

// load prepares the cells of a case.
func (w *rowWriter) load(c *cases.Case) {
	w.n++
	w.c = c
	w.acts = append(w.acts[:0], c.Acts...)
	slices.SortStableFunc(w.acts, func(a, b procedure.Act) int { return cmp.Compare(a.On, b.On) })
	w.t = procedure.Fold(w.acts, c.Course(), w.law, w.today)
	w.place()
}

// place decides for each act whether it has a column. Acts without one stand apart; so do the acts of a day whose order
// matters and would be lost, because columns keep no order between them.
func (w *rowWriter) place() {
	w.end = -1
	for i := range w.acts {
		if concludes(w.acts[i].Kind) {
			w.end = i
		}
	}
	w.apart, w.full = w.apart[:0], w.full[:0]
	w.enforced = w.c.Kind == cases.Litigation && procedure.EnforcementCase(w.acts)
	received := w.enforced
	for i := range w.acts {
		k := w.acts[i].Kind
		apart := !hasColumn(k) || concludes(k) && i != w.end
		if k == procedure.Receipt || k == procedure.SuitReceived {
			apart = apart || received
			received = true
		}
		w.apart = append(w.apart, apart)
		w.full = append(w.full, !apart && bareColumn(k) && says(&w.acts[i]))
	}
	w.keepOrder()
}

// bareColumn are the acts whose column shows dates only. Letters show their number as well, court hearings keep step with
// the columns about who appeared, and the concluding act is spread over several columns.
func bareColumn(k procedure.Kind) bool {
	switch k {
	case procedure.OpinionLetter, procedure.Recommendation, procedure.JudicialAdvice, procedure.CourtHearing:
		return false
	}
	return !concludes(k)
}

// says reports whether an act says more than its date.
func says(a *procedure.Act) bool {
	if a.Paper != "" || a.Regime != "" || a.Note != "" {
		return true
	}
	d := a.Detail
	return d != nil && (d.Ground != "" || d.Days != 0 || d.To != "" || len(d.Items) > 0 || len(d.Results) > 0 || d.Appearance != nil || saysDetail(d))
}

// keepOrder compares the order in which an import will see the acts with the order they have.
func (w *rowWriter) keepOrder() {
	if w.ordered() {
		return
	}
	order := make([]int, len(w.acts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(w.acts[a].On, w.acts[b].On), cmp.Compare(w.rank(a), w.rank(b)))
	})
	seen, own := make([]procedure.Act, len(order)), slices.Clone(w.acts)
	for i, j := range order {
		seen[i] = w.acts[j]
		seen[i].Imported, own[i].Imported = true, true
	}
	if same(procedure.Fold(own, w.c.Course(), w.law, w.today), procedure.Fold(seen, w.c.Course(), w.law, w.today)) && procedure.Headline(seen) == procedure.Headline(w.acts) {
		return
	}
	for i, j := range order {
		if i == j || w.acts[j].Kind == procedure.Receipt || w.acts[j].Kind == procedure.SuitReceived {
			continue
		}
		for k := range w.acts {
			if w.acts[k].On == w.acts[j].On && w.acts[k].Kind != procedure.Receipt && w.acts[k].Kind != procedure.SuitReceived {
				w.apart[k], w.full[k] = true, false
			}
		}
	}
	if w.end >= 0 && w.apart[w.end] {
		w.end = -1
	}
}

// ordered is the usual case: reading the columns gives the acts as they stand.
func (w *rowWriter) ordered() bool {
	for i := 1; i < len(w.acts); i++ {
		if w.acts[i].On == w.acts[i-1].On && w.rank(i) < w.rank(i-1) {
			return false
		}
	}
	return true
}

func (w *rowWriter) rank(i int) int {
	if w.apart[i] {
		return recordRank(w.acts[i].Kind)
	}
	return actRank(w.acts[i].Kind)
}

// apartRank puts acts of the column 其他程序记录 behind those of the same day that have columns; firstRank before all.
const (
	apartRank = 1000
	firstRank = -1
)

// recordRank is the place of an act of the column 其他程序记录 among those of its day. What the penalty organ received goes
// before the receipt here, which follows from it.
func recordRank(k procedure.Kind) int {
	if k == procedure.PenaltyReceipt {
		return firstRank
	}
	return apartRank
}

// actRank is the place of a kind in the act table: the order in which acts of one day are taken when read.
func actRank(k procedure.Kind) int { return actRanks[k] }

var actRanks = buildRanks()

func buildRanks() map[procedure.Kind]int {
	out := map[procedure.Kind]int{}
	for _, suit := range []bool{false, true} {
		for i, s := range procedure.Specs(suit) {
			out[s.Kind] = i
		}
	}
	return out
}

// same reports whether two timelines mean the same for lists and counts.
func same(a, b procedure.Timeline) bool {
	if a.State != b.State || a.Received != b.Received || a.Accepted != b.Accepted || a.Concluded != b.Concluded ||
		a.DeemedAccepted != b.DeemedAccepted || len(a.Problems) != len(b.Problems) || len(a.Periods) != len(b.Periods) {
		return false
	}
	for i := range a.Periods {
		if a.Periods[i].Done != b.Periods[i].Done || a.Periods[i].Count.Due != b.Periods[i].Count.Due {
			return false
		}
	}
	return true
}

// concludes are the acts written in 结案日期 and 处理结果 (裁判结果).
func concludes(k procedure.Kind) bool {
	switch k {
	case procedure.Decision, procedure.Dismissal, procedure.Mediation, procedure.Termination, procedure.Rejection,
		procedure.Withdrawal, procedure.Abandonment, procedure.Judgment:
		return true
	}
	return false
}

// hasColumn are the acts with a column of their own.
func hasColumn(k procedure.Kind) bool {
	switch k {
	case procedure.Receipt, procedure.Acceptance, procedure.Suspension, procedure.Resumption, procedure.Extension,
		procedure.Consultation, procedure.HearingHeld, procedure.OpinionLetter, procedure.Recommendation, procedure.Served,
		procedure.Archiving, procedure.SuitReceived, procedure.SuitFiled, procedure.SuitAnswered, procedure.CourtHearing,
		procedure.JudgmentServed, procedure.Appealed, procedure.JudicialAdvice, procedure.SuitClosing, procedure.SuitArchiving:
		return true
	}
	return concludes(k)
}

// text is a string cell: cleaned, and moved to the annex if no cell can hold it. Empty text gives no cell.
func (w *rowWriter) text(s string) any {
	if s == "" {
		return nil
	}
	return w.b.fit(w.c.Number, cleanText(s))
}

// dates writes the acts of a kind that have columns: one plain date as a real date, anything else as a list.
func (w *rowWriter) dates(k procedure.Kind, s shown) any {
	first, count := -1, 0
	for i := range w.acts {
		if w.acts[i].Kind == k && !w.apart[i] {
			if count == 0 {
				first = i
			}
			count++
		}
	}
	switch count {
	case 0:
		return nil
	case 1:
		return w.date(w.columnEntry(first, s))
	}
	var out []string
	for i := range w.acts {
		if w.acts[i].Kind == k && !w.apart[i] {
			out = append(out, w.columnEntry(i, s).String())
		}
	}
	return w.text(strings.Join(out, "；"))
}

// columnEntry is what the act's own column shows.
func (w *rowWriter) columnEntry(i int, s shown) entry {
	if w.full[i] {
		return entry{on: w.acts[i].On}
	}
	return actEntry(&w.acts[i], s)
}

func (w *rowWriter) date(e entry) any {
	if len(e.words) == 0 && len(e.props) == 0 {
		return serial(e.on)
	}
	return w.text(e.String())
}

// hearings are the indexes of the court hearings that stand in columns.
func (w *rowWriter) hearings(f func(*procedure.Appearance) string) any {
	var out []string
	some := false
	for i := range w.acts {
		if w.acts[i].Kind != procedure.CourtHearing || w.apart[i] {
			continue
		}
		s := ""
		if d := w.acts[i].Detail; d != nil && d.Appearance != nil {
			s = f(d.Appearance)
		}
		some = some || s != ""
		if s == "" {
			s = dash
		}
		out = append(out, s)
	}
	if !some {
		return nil
	}
	return w.text(strings.Join(out, "；"))
}

// dash keeps the place of a hearing about which a column has nothing to say.
const dash = "—"
