package storage

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// labelled is a text of a case with the Chinese name of what it is.
type labelled struct{ label, text string }

// hiddenFields are what a search finds and no list shows. Folding them into the search text and explaining a match use the
// same table.
func hiddenFields(c *cases.Case) []labelled {
	var out []labelled
	add := func(label, text string) {
		if text != "" {
			out = append(out, labelled{label, text})
		}
	}
	for _, p := range c.Parties {
		role := p.Role.Label(c.Kind)
		add(role+"证件号码", p.IDNumber)
		add(role+"电话", p.Phone)
		add(role+"的负责人", p.Head)
		add(role+"单位", p.Firm)
	}
	if d := c.Particulars; d != nil {
		add("被申请的行为", d.ActName)
		add("被申请的文书", d.ActNumber)
	}
	for i := range c.Acts {
		add(procedure.ActLabel(c.Acts[i].Kind)+"文号", c.Acts[i].Paper)
		add(procedure.ActLabel(c.Acts[i].Kind)+"说明", c.Acts[i].Note)
	}
	for _, n := range c.Notes {
		add(cmp.Or(n.Label, "备注"), n.Text)
	}
	return out
}

// shownFields are what lists show, and the other parties and the court.
func shownFields(c *cases.Case) []labelled {
	out := []labelled{{"案号", c.Number}}
	for _, p := range c.Parties {
		out = append(out, labelled{p.Role.Label(c.Kind), p.Name})
	}
	subject := "复议事项"
	if c.Kind == cases.Litigation {
		subject = "案由"
	}
	out = append(out, labelled{subject, c.Subject}, labelled{"承办人", c.Handler})
	if s := c.Suit; s != nil {
		out = append(out, labelled{"法院", s.Court}, labelled{"法院案号", s.CourtNumber}, labelled{"关联案件", s.Related})
	}
	return out
}

// wanted is one word of a search.
type wanted struct {
	folded string
	days   days
	dated  bool
	// texts are the cases whose attachments hold the word.
	texts map[cases.ID]bool
}

// Find looks for what a clerk typed.
func (o *Office) Find(ctx context.Context, q cases.FindQuery) (cases.Found, error) {
	today := q.Today
	if today.IsZero() {
		today = o.day()
	}
	var all []wanted
	var out cases.Found
	for _, typed := range strings.Fields(q.Text) {
		w := wanted{folded: foldText(typed)}
		w.days, w.dated = spoken(compatible(typed), today)
		if w.folded == "" {
			continue
		}
		if w.dated {
			out.Days = append(out.Days, w.days.said)
		}
		ids, err := casesWithText(ctx, o.read, w.folded)
		if err != nil {
			return out, fail("find", err)
		}
		if len(ids) > 0 {
			w.texts = make(map[cases.ID]bool, len(ids))
			for _, id := range ids {
				w.texts[id] = true
			}
		}
		all = append(all, w)
	}
	if len(all) == 0 {
		return out, nil
	}
	ids, total, err := o.list.best(ctx, all, today, cmp.Or(q.Limit, 50))
	if err != nil {
		return out, fail("find", err)
	}
	out.Total = total
	out.Hits, err = o.explain(ctx, ids, all, today)
	return out, fail("find", err)
}

// best gives the best cases that match all words, and how many do.
func (c *catalogue) best(ctx context.Context, all []wanted, today calendar.Date, limit int) ([]cases.ID, int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.sync(ctx, today); err != nil {
		return nil, 0, err
	}
	hits := make([][]bool, len(all))
	for i, w := range all {
		if w.dated && w.days.sure {
			hits[i] = make([]bool, len(c.items))
		} else {
			hits[i] = c.texts.search([]string{w.folded}, len(c.items))
		}
	}
	var ranks []uint64
	for row := range c.items {
		if it := &c.items[row]; !it.gone {
			if score, ok := c.score(row, it, all, hits); ok {
				ranks = append(ranks, rank(score, it, row))
			}
		}
	}
	slices.Sort(ranks)
	slices.Reverse(ranks)
	total := len(ranks)
	var ids []cases.ID
	for _, r := range ranks[:min(limit, total)] {
		ids = append(ids, c.items[r&(1<<27-1)].id)
	}
	return ids, total, nil
}

// rank packs what hits are sorted by into one number: the score, open before closed, newest first.
func rank(score uint64, it *item, row int) uint64 {
	r := score << 48
	if !it.over {
		r |= 1 << 47
	}
	return r | uint64(max(0, it.received))&(1<<20-1)<<27 | uint64(row)
}

// Scores of a match: the higher, the more likely it is what was meant.
const (
	scoreText     = 2  // in an attachment
	scoreDay      = 3  // a day of the case
	scoreOther    = 10 // anywhere else
	scoreField    = 15 // a whole field, e.g. all initials of a name
	scoreContains = 20 // inside a number or a name
	scorePrefix   = 30 // at the beginning of a name
	scoreName     = 40 // a whole name
	scoreTail     = 50 // the end of the case number: 85号
	scoreNumber   = 60 // the whole case number
)

// score adds up how well a case matches the words; false if one does not match at all.
func (c *catalogue) score(row int, it *item, all []wanted, hits [][]bool) (uint64, bool) {
	var sum uint64
	for i := range all {
		w := &all[i]
		best := uint64(0)
		if hits[i][row] {
			best = c.place(it, w.folded)
		}
		if best == 0 && w.dated && it.within(w.days) {
			best = scoreDay
		}
		if best == 0 && w.texts[it.id] {
			best = scoreText
		}
		if best == 0 {
			return 0, false
		}
		sum += best
	}
	return sum, true
}

// within reports whether a day of the case lies in a span: received, accepted, concluded, due, or the last thing done.
func (it *item) within(s days) bool {
	for _, d := range [...]calendar.Date{it.received, it.accepted, it.concluded, it.due, it.last} {
		if !d.IsZero() && d >= s.from && d <= s.to {
			return true
		}
	}
	return false
}

// place scores where in the case a word stands.
func (c *catalogue) place(it *item, word string) uint64 {
	w := []byte(word)
	number, rest, _ := bytes.Cut(c.texts.text(it.part), []byte(fieldSeparator))
	switch {
	case bytes.Equal(number, w):
		return scoreNumber
	case tailOf(number, w):
		return scoreTail
	}
	best := uint64(scoreOther)
	switch {
	case bytes.Contains(number, w):
		best = scoreContains
	case isField(rest, w):
		best = scoreField
	}
	for range 2 { // applicants and respondents
		var names []byte
		names, rest, _ = bytes.Cut(rest, []byte(fieldSeparator))
		for name := range bytes.SplitSeq(names, []byte("、")) {
			switch {
			case bytes.Equal(name, w):
				return scoreName
			case bytes.HasPrefix(name, w):
				best = max(best, scorePrefix)
			case bytes.Contains(name, w):
				best = max(best, scoreContains)
			}
		}
	}
	return best
}

// isField reports whether a word is one of the fields of a search text.
func isField(text, w []byte) bool {
	for f := range bytes.SplitSeq(text, []byte(fieldSeparator)) {
		if bytes.Equal(f, w) {
			return true
		}
	}
	return false
}

// tailOf reports whether a case number ends with what was typed, and not in the middle of a figure: 5号 is not the end of 85号.
func tailOf(number, w []byte) bool {
	number, w = bytes.TrimSuffix(number, []byte("号")), bytes.TrimSuffix(w, []byte("号"))
	if len(w) == 0 || !bytes.HasSuffix(number, w) {
		return false
	}
	before, _ := utf8.DecodeLastRune(number[:len(number)-len(w)])
	first, _ := utf8.DecodeRune(w)
	return !(unicode.IsDigit(before) && unicode.IsDigit(first))
}

// explain reads the cases that were found and says for each word where it stands.
func (o *Office) explain(ctx context.Context, ids []cases.ID, all []wanted, today calendar.Date) ([]cases.Hit, error) {
	rows, err := rowsByID(ctx, o.read, ids)
	if err != nil {
		return nil, err
	}
	l := newLoader(o.read)
	if err := l.load(ctx, ids); err != nil {
		return nil, err
	}
	out := make([]cases.Hit, 0, len(rows))
	for i := range rows {
		for c := range l.found([]cases.ID{rows[i].ID}) {
			h := cases.Hit{Row: rows[i]}
			for j := range all {
				m, err := o.matchOf(ctx, c, &rows[i], &all[j])
				if err != nil {
					return nil, err
				}
				h.Matches = append(h.Matches, m)
			}
			out = append(out, h)
		}
	}
	return out, nil
}

// matchOf says where a word stands in a case: in a field, in the initials of a name, on a day, in an attachment.
func (o *Office) matchOf(ctx context.Context, c *cases.Case, r *cases.Row, w *wanted) (cases.Match, error) {
	if !w.dated || !w.days.sure {
		fields := append(shownFields(c), hiddenFields(c)...)
		for _, f := range fields {
			if from, to, ok := locate(f.text, w.folded); ok {
				return cases.Match{Field: f.label, Text: f.text, From: from, To: to}, nil
			}
		}
		t := newSearchText()
		for i, f := range append(shownFields(c), labelled{}) {
			if i > 0 && f.text != "" && t.hasInitials(f.text, w.folded) {
				return cases.Match{Field: f.label + "（首字母）", Text: f.text}, nil
			}
		}
	}
	if w.dated {
		for _, d := range []struct {
			label string
			day   calendar.Date
		}{{"收案日期", r.Received}, {"受理日期", r.Accepted}, {"结案日期", r.Concluded}, {r.DueName + "到期", r.Due}, {"最近办理", r.LastAct}} {
			if !d.day.IsZero() && d.day >= w.days.from && d.day <= w.days.to {
				return cases.Match{Field: d.label, Text: d.day.String(), To: 10}, nil
			}
		}
	}
	m := cases.Match{Field: "附件"}
	err := textsOf(ctx, o.read, c.ID, w.folded, func(p cases.PaperID, file, body string) error {
		if m.Paper == 0 {
			m = cases.Match{Field: "附件“" + file + "”", Paper: p}
			m.Text, m.From, m.To = excerpt(body, w.folded)
		}
		return nil
	})
	return m, err
}

// hasInitials reports whether the initials of a text hold what was typed.
func (t *searchText) hasInitials(text, word string) bool {
	t.buf.Reset()
	t.moreInitials(t.fold(text), true)
	return strings.Contains(t.buf.String(), word)
}

// locate finds a folded word in a text and gives its place in characters.
func locate(text, word string) (from, to int, ok bool) {
	var folded strings.Builder
	var at []int // the character each byte of folded comes from
	for i, r := range []rune(text) {
		f := foldText(string(r))
		folded.WriteString(f)
		for range len(f) {
			at = append(at, i)
		}
	}
	word = strings.ReplaceAll(word, string(gap), "")
	i := strings.Index(folded.String(), word)
	if i < 0 || word == "" || !strings.Contains(foldText(text), word) && !strings.ContainsRune(foldText(text), gap) {
		return 0, 0, false
	}
	return at[i], at[i+len(word)-1] + 1, true
}

// aroundMatch is how many characters of an attachment's text are shown before and after a match.
const aroundMatch = 24

// excerpt cuts a long text around a match.
func excerpt(body, word string) (text string, from, to int) {
	from, to, ok := locate(body, word)
	if !ok {
		return "", 0, 0
	}
	runes := []rune(body)
	low, high := max(0, from-aroundMatch), min(len(runes), to+aroundMatch)
	return string(runes[low:high]), from - low, to - low
}

// Totals counts what a query selects, in one walk over the catalogue.
func (o *Office) Totals(ctx context.Context, q cases.Query) (cases.Totals, error) {
	today := cmp.Or(q.Today, o.day())
	q.Today = today
	c := o.list
	c.mu.Lock()
	defer c.mu.Unlock()
	var t cases.Totals
	if err := c.sync(ctx, today); err != nil {
		return t, fail("totals", err)
	}
	accept, suspended := c.selector(q), c.codes[procedure.Suspended]
	for row := range c.items {
		it := &c.items[row]
		if it.gone || !accept(int32(row)) {
			continue
		}
		t.All++
		switch {
		case it.over:
			t.Done++
			continue
		case it.state == suspended:
			t.Suspended++
		}
		t.Open++
		if !it.due.IsZero() && it.due < today {
			t.Overdue++
		}
	}
	return t, nil
}
