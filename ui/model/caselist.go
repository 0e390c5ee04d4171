package model

import (
	"context"
	"reflect"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// pageSize is how many rows one query fetches; keptPages how many pages stay in memory. A list of any length costs no
// more than these rows.
const (
	pageSize  = 100
	keptPages = 30
)

// CaseList is the state of a list of cases: what is asked for, the rows fetched so far, which case is chosen and which are
// picked. Rows are fetched when they come into view; an answer to a question no longer asked is dropped.
type CaseList struct {
	kind   cases.Kind
	today  calendar.Date
	author string
	filter Filter
	// gen counts the questions asked; an answer carries the number of its question.
	gen   int
	total int
	known bool
	pages map[int][]cases.Row
	// old are the rows as they were before the office changed, shown until their page was asked again.
	old      map[int][]cases.Row
	order    []int
	asked    map[int]bool
	chosen   cases.ID
	chosenAt int
	picks    picks
}

// Ask is one page to fetch.
type Ask struct {
	gen, page int
	Query     cases.Query
}

// First reports whether this is the question that tells the total.
func (a Ask) First() bool { return a.page == 0 }

// NewCaseList is the list of a kind of case ("" for both), all of them, newest received first.
func NewCaseList(k cases.Kind, today calendar.Date) *CaseList {
	l := &CaseList{kind: k, today: today, filter: NewFilter(), chosenAt: -1}
	l.old = map[int][]cases.Row{}
	l.forget()
	l.PickNone()
	return l
}

// Filter is what the list is narrowed to.
func (l *CaseList) Filter() Filter { return l.filter }

// Query is what is asked for now, without paging.
func (l *CaseList) Query() cases.Query { return l.filter.Query(l.kind, l.today, l.author) }

// Total is the number of cases selected; known is false until the first answer came.
func (l *CaseList) Total() (n int, known bool) { return l.total, l.known }

// SetFilter narrows the list; it reports whether anything changed. What was picked is let go when other cases are listed,
// because nobody sees any more what would be acted on.
func (l *CaseList) SetFilter(f Filter) bool {
	if reflect.DeepEqual(f, l.filter) {
		return false
	}
	if !reflect.DeepEqual(f.plain(), l.filter.plain()) {
		l.PickNone()
		l.total, l.known = 0, false
	}
	l.filter = f
	l.old = map[int][]cases.Row{}
	l.forget()
	return true
}

// Change narrows the list by changing its filter.
func (l *CaseList) Change(f func(*Filter)) bool {
	next := l.filter
	f(&next)
	return l.SetFilter(next)
}

// SortBy sorts by a column; the same column again turns the direction. Dates begin with the newest, words with the first.
func (l *CaseList) SortBy(k cases.SortKey) {
	l.Change(func(f *Filter) {
		if f.Sort == k {
			f.Desc = !f.Desc
			return
		}
		f.Sort, f.Desc = k, k == cases.ByReceived || k == cases.ByConcluded || k == cases.ByAccepted
	})
}

// Reset takes all filters away and keeps the order.
func (l *CaseList) Reset() bool {
	return l.SetFilter(Filter{Sort: l.filter.Sort, Desc: l.filter.Desc})
}

// Filtered reports whether any filter is set.
func (l *CaseList) Filtered() bool { return l.filter.Narrows() }

// Renew asks every row again, because the office may have changed or somebody else works; filters, order, choice and what
// was picked stay, and the rows as they were are shown until the new ones came, so that nothing moves meanwhile.
func (l *CaseList) Renew(today calendar.Date, author string) {
	for p, rows := range l.pages {
		l.old[p] = rows
	}
	l.today, l.author = today, author
	l.forget()
}

func (l *CaseList) forget() {
	l.gen++
	l.pages, l.asked, l.order = map[int][]cases.Row{}, map[int]bool{}, nil
}

// Row is the row at an index, false while it is not fetched.
func (l *CaseList) Row(i int) (cases.Row, bool) {
	if i < 0 || l.known && i >= l.total {
		return cases.Row{}, false
	}
	rows, ok := l.pages[i/pageSize]
	if !ok {
		rows = l.old[i/pageSize]
	}
	if i%pageSize >= len(rows) {
		return cases.Row{}, false
	}
	return rows[i%pageSize], true
}

// Need tells which page must be fetched for a row; false if it is there or on its way.
func (l *CaseList) Need(i int) (Ask, bool) {
	p := i / pageSize
	if i < 0 || l.asked[p] {
		return Ask{}, false
	}
	if _, ok := l.pages[p]; ok {
		return Ask{}, false
	}
	l.asked[p] = true
	q := l.Query()
	q.Offset, q.Limit = p*pageSize, pageSize
	return Ask{gen: l.gen, page: p, Query: q}, true
}

// Fetch runs a question against the office. It touches no state and may run off the window's thread.
func (a Ask) Fetch(ctx context.Context, o cases.Reader) (cases.Page, error) {
	return o.List(ctx, a.Query)
}

// Accept takes an answer in; false if its question is no longer asked.
func (l *CaseList) Accept(a Ask, p cases.Page) bool {
	if a.gen != l.gen {
		return false
	}
	delete(l.asked, a.page)
	delete(l.old, a.page)
	l.total, l.known = p.Total, true
	l.pages[a.page] = p.Rows
	l.order = append(l.order, a.page)
	if len(l.order) > keptPages {
		delete(l.pages, l.order[0])
		l.order = l.order[1:]
	}
	for i, r := range p.Rows {
		if r.ID == l.chosen {
			l.chosenAt = a.page*pageSize + i
		}
		l.picks.renew(r, a.page*pageSize+i)
	}
	return true
}

// Failed allows a page to be asked for again.
func (l *CaseList) Failed(a Ask) {
	if a.gen == l.gen {
		delete(l.asked, a.page)
	}
}

// Choose selects the case at a row; false while the row is not fetched.
func (l *CaseList) Choose(i int) (cases.Row, bool) {
	r, ok := l.Row(i)
	if ok {
		l.chosen, l.chosenAt = r.ID, i
	}
	return r, ok
}

// ChooseID selects a case wherever it stands.
func (l *CaseList) ChooseID(id cases.ID) {
	l.chosen = id
	l.chosenAt = l.find(id)
}

// Chosen is the selected case and its row among those fetched, -1 if it is not among them.
func (l *CaseList) Chosen() (cases.ID, int) {
	if l.chosen == 0 {
		return 0, -1
	}
	if r, ok := l.Row(l.chosenAt); ok && r.ID == l.chosen {
		return l.chosen, l.chosenAt
	}
	return l.chosen, l.find(l.chosen)
}

func (l *CaseList) find(id cases.ID) int {
	for p, rows := range l.pages {
		for i, r := range rows {
			if r.ID == id {
				return p*pageSize + i
			}
		}
	}
	return -1
}
