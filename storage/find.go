package storage

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// wanted is one word of a search; word and field are it and it as a whole field, as the search texts hold them.
type wanted struct {
	folded      string
	word, field []byte
	days        days
	dated       bool
	// texts are the cases whose attachments hold the word.
	texts map[cases.ID]bool
}

// Find looks for what a clerk typed.
func (o *Office) Find(ctx context.Context, q cases.FindQuery) (cases.Found, error) {
	today := q.Today
	if today.IsZero() {
		today = o.day()
	}
	out, err := o.find(ctx, strings.Fields(q.Text), today, cmp.Or(q.Limit, 50))
	if words := parted(q.Text); err == nil && out.Total == 0 && len(words) > 0 {
		return o.find(ctx, words, today, cmp.Or(q.Limit, 50))
	}
	return out, err
}

// parted are the words of a search with figures parted from characters, so that 行复1号 finds 〔2026〕姑苏行复第1号; nil if nothing parts.
func parted(text string) []string {
	var out []string
	any := false
	for _, word := range strings.Fields(text) {
		begin := 0
		last := rune(0)
		for i, r := range word {
			if i > 0 && r != '号' && unicode.IsDigit(r) != unicode.IsDigit(last) {
				out, begin, any = append(out, word[begin:i]), i, true
			}
			last = r
		}
		out = append(out, word[begin:])
	}
	if !any {
		return nil
	}
	return out
}

// find looks for words, all of which must match.
func (o *Office) find(ctx context.Context, words []string, today calendar.Date, limit int) (cases.Found, error) {
	var all []wanted
	var out cases.Found
	for _, typed := range words {
		w := wanted{folded: foldText(typed)}
		w.word, w.field = []byte(w.folded), []byte(fieldSeparator+w.folded+fieldSeparator)
		w.days, w.dated = spoken(compatible(typed), today)
		if w.folded == "" {
			continue
		}
		if w.dated {
			out.Days = append(out.Days, w.days.said)
		}
		all = append(all, w)
	}
	if len(all) == 0 {
		return out, nil
	}
	if err := o.withTexts(ctx, all); err != nil {
		return out, fail("find", err)
	}
	ids, total, err := o.list.best(ctx, all, today, limit)
	if err != nil {
		return out, fail("find", err)
	}
	out.Total = total
	out.Hits, err = o.explain(ctx, ids, all, today)
	return out, fail("find", err)
}

// withTexts finds for each word the cases whose attachments hold it, all words beside each other.
func (o *Office) withTexts(ctx context.Context, all []wanted) error {
	g, ctx := errgroup.WithContext(ctx)
	for i := range all {
		g.Go(func() error {
			ids, err := casesWithText(ctx, o.read, all[i].folded)
			if len(ids) > 0 {
				all[i].texts = make(map[cases.ID]bool, len(ids))
			}
			for _, id := range ids {
				all[i].texts[id] = true
			}
			return err
		})
	}
	return g.Wait()
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
	found := make([][]uint64, pieces)
	var done sync.WaitGroup
	for piece := range pieces {
		done.Go(func() { found[piece] = c.ranks(len(c.items)*piece/pieces, len(c.items)*(piece+1)/pieces, all, hits) })
	}
	done.Wait()
	ranks := slices.Concat(found...)
	slices.Sort(ranks)
	slices.Reverse(ranks)
	total := len(ranks)
	var ids []cases.ID
	for _, r := range ranks[:min(limit, total)] {
		ids = append(ids, c.items[r&(1<<27-1)].id)
	}
	return ids, total, nil
}

// ranks gives the ranks of the rows from low to before high that match all words.
func (c *catalogue) ranks(low, high int, all []wanted, hits [][]bool) []uint64 {
	var out []uint64
	for row := low; row < high; row++ {
		if it := &c.items[row]; !it.gone {
			if score, ok := c.score(row, it, all, hits); ok {
				out = append(out, rank(score, it, row))
			}
		}
	}
	return out
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
			best = place(c.texts.text(it.part), w)
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

// findDays are the days of a case that a search by day looks at. Finding and explaining take them in this order.
func findDays(received, accepted, concluded, due, last calendar.Date) [5]calendar.Date {
	return [...]calendar.Date{received, accepted, concluded, due, last}
}

// within reports whether one of the days of a case lies in a span.
func (it *item) within(s days) bool {
	for _, d := range findDays(it.received, it.accepted, it.concluded, it.due, it.last) {
		if s.has(d) {
			return true
		}
	}
	return false
}

// place scores where in a search text a word stands. It runs for every case that matches, so it looks for the word in a piece
// before it takes the piece apart.
func place(text []byte, w *wanted) uint64 {
	number, rest, _ := bytes.Cut(text, []byte(fieldSeparator))
	fields := text[len(number):]
	best := uint64(scoreOther)
	if bytes.Contains(number, bytes.TrimSuffix(w.word, []byte("号"))) {
		switch {
		case bytes.Equal(number, w.word):
			return scoreNumber
		case tailOf(number, w.word):
			return scoreTail
		case bytes.Contains(number, w.word):
			best = scoreContains
		}
	}
	if best == scoreOther && (bytes.Contains(fields, w.field) || bytes.HasSuffix(fields, w.field[:len(w.field)-len(fieldSeparator)])) {
		best = scoreField
	}
	for range 2 { // applicants and respondents
		var names []byte
		names, rest, _ = bytes.Cut(rest, []byte(fieldSeparator))
		if bytes.Contains(names, w.word) {
			best = max(best, nameScore(names, w.word))
		}
	}
	return best
}

// nameScore scores a word that stands in a list of names.
func nameScore(names, word []byte) uint64 {
	best := uint64(scoreContains)
	for name := range bytes.SplitSeq(names, []byte("、")) {
		switch {
		case bytes.Equal(name, word):
			return scoreName
		case bytes.HasPrefix(name, word):
			best = scorePrefix
		}
	}
	return best
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
