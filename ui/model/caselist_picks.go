package model

import (
	"cmp"
	"context"
	"slices"

	"fuyi/cases"
)

// picks are the cases of a list picked to be acted on together. All rows of a long list are picked without fetching them.
type picks struct {
	all   bool
	in    map[cases.ID]pick
	out   map[cases.ID]bool
	start int
}

// pick is a picked case and where it stood.
type pick struct {
	row cases.Row
	at  int
}

func (p *picks) renew(r cases.Row, at int) {
	if _, ok := p.in[r.ID]; ok {
		p.in[r.ID] = pick{r, at}
	}
}

// PickNone lets all picked cases go. The next range begins at the chosen row.
func (l *CaseList) PickNone() {
	l.picks = picks{in: map[cases.ID]pick{}, out: map[cases.ID]bool{}, start: -1}
}

// PickAll picks every case the list selects, also those not fetched.
func (l *CaseList) PickAll() {
	l.PickNone()
	l.picks.all = true
}

// Picked reports whether a case is picked.
func (l *CaseList) Picked(id cases.ID) bool {
	if l.picks.all {
		return !l.picks.out[id]
	}
	_, ok := l.picks.in[id]
	return ok
}

// Picks is the number of cases picked.
func (l *CaseList) Picks() int {
	if l.picks.all {
		return max(0, l.total-len(l.picks.out))
	}
	return len(l.picks.in)
}

// Toggle picks the case at a row or lets it go; false while the row is not fetched. The first one picked takes the chosen case
// along, as it is in every list.
func (l *CaseList) Toggle(i int) bool {
	r, ok := l.Row(i)
	if !ok {
		return false
	}
	if l.Picks() == 0 && l.chosen != 0 && l.chosen != r.ID {
		if _, at := l.Chosen(); at >= 0 {
			l.pick(at)
		}
	}
	switch {
	case l.picks.all && l.picks.out[r.ID]:
		delete(l.picks.out, r.ID)
	case l.picks.all:
		l.picks.out[r.ID] = true
	case l.Picked(r.ID):
		delete(l.picks.in, r.ID)
	default:
		l.pick(i)
	}
	l.picks.start = i
	if l.Picks() == 0 {
		l.PickNone()
	}
	return true
}

func (l *CaseList) pick(i int) bool {
	r, ok := l.Row(i)
	if ok {
		l.picks.in[r.ID] = pick{r, i}
	}
	return ok
}

// Start is where a range begins: the row picked last by itself, else the chosen one.
func (l *CaseList) Start() int {
	if l.picks.start >= 0 {
		return l.picks.start
	}
	_, at := l.Chosen()
	return max(at, 0)
}

// Range picks the rows from the start of the range to a row, in place of what was picked. Rows not fetched are asked for: the
// query then is what the office must answer before RangeFetched.
func (l *CaseList) Range(to int) (q cases.Query, missing bool) {
	start := l.Start()
	l.PickNone()
	l.picks.start = start
	from, last := min(start, to), max(start, to)
	for i := from; i <= last; i++ {
		missing = !l.pick(i) || missing
	}
	q = l.Query()
	q.Offset, q.Limit = from, last-from+1
	return q, missing
}

// RangeFetched picks rows that were asked for, unless the range changed meanwhile.
func (l *CaseList) RangeFetched(q cases.Query, p cases.Page) {
	if l.picks.all || l.picks.start != q.Offset && l.picks.start != q.Offset+q.Limit-1 {
		return
	}
	for i, r := range p.Rows {
		l.picks.in[r.ID] = pick{r, q.Offset + i}
	}
}

// Target is what an act on the list concerns, as it stood when it was asked for.
type Target struct {
	all   bool
	rows  []cases.Row
	out   map[cases.ID]bool
	query cases.Query
	// N is the number of cases.
	N int
}

// Target is the picked cases; without any the chosen one; with whole set, the whole list where nothing is picked.
func (l *CaseList) Target(whole bool) Target {
	t := Target{query: l.Query(), N: l.Picks()}
	switch {
	case l.picks.all || t.N == 0 && whole:
		t.all, t.out = true, l.picks.out
		if !l.picks.all {
			t.out, t.N = nil, l.total
		}
	case t.N > 0:
		var in []pick
		for _, p := range l.picks.in {
			in = append(in, p)
		}
		slices.SortFunc(in, func(a, b pick) int { return cmp.Or(a.at-b.at, cmp.Compare(a.row.ID, b.row.ID)) })
		for _, p := range in {
			t.rows = append(t.rows, p.row)
		}
	default:
		if _, at := l.Chosen(); at >= 0 {
			r, _ := l.Row(at)
			t.rows, t.N = []cases.Row{r}, 1
		}
	}
	return t
}

// Rows are the rows of the target in the order of the list; those of a whole list are fetched. It touches no state and may
// run off the window's thread.
func (t Target) Rows(ctx context.Context, o cases.Reader) ([]cases.Row, error) {
	if !t.all {
		return t.rows, nil
	}
	p, err := o.List(ctx, t.query)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(p.Rows, func(r cases.Row) bool { return t.out[r.ID] }), nil
}
