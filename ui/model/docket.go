package model

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Docket is everything of the office that has a day to come (期限总表): the running periods and announced hearings of all
// cases, the cases without any, and the suspended ones. 工作台 and 期限日历 are two views of it. It keeps one small record
// a period, so that it fits the memory however large the office is.
type Docket struct {
	Today calendar.Date
	// Partial marks what is shown until the whole docket is read: it counts nothing.
	Partial bool
	// Lines are the running periods and hearings by their day, without those that no list shows (procedure.Rule.Quiet).
	Lines []DueLine
	// Stuck are the open cases without a next step, oldest first; Suspended those that stand still, longest first.
	Stuck     []StandingCase
	Suspended []StandingCase
	// Handlers are the handlers that occur, by name.
	Handlers []string
}

// CaseRef is what a line says of its case.
type CaseRef struct {
	ID     cases.ID
	Kind   cases.Kind
	Number string
	// Who is who against whom; Handler 承办人.
	Who, Handler string
}

// DueLine is one running period, or one announced hearing, of a case.
type DueLine struct {
	CaseRef
	// Name is the period with whom it concerns; Owner who must act.
	Name, Owner string
	Due         calendar.Date
	// Provisional marks a date computed without holiday data (推算).
	Provisional bool
	// Right marks a period that is nobody's duty: a right to sue that simply runs out. Appeal marks one to appeal, which is the
	// organ's own as well: whether to appeal must be decided before it ends, so that it presses like a duty.
	Right, Appeal bool
	// Internal marks a day that the office set itself (内部安排), which nobody can be late by.
	Internal bool
	// Hearing marks a hearing or court session.
	Hearing bool
	// Time is the hour of a hearing, HH:MM, Sitting says hour and place in words; Passed marks one whose day is over and of which nothing was
	// recorded; Clash names the cases with another hearing at about the same time.
	Time, Sitting string
	Passed        bool
	Clash         []string
	// Deems marks the review after which the law accepts by itself (视为受理).
	Deems bool
}

// StandingCase is a case that stands still: suspended, or without a next step.
type StandingCase struct {
	CaseRef
	State string
	// Since is the day since which it stands still: the suspension, or the last act of a case without a next step.
	Since calendar.Date
	// Sixty is the day on which a suspension of sixty days may end in termination, zero where that rule does not apply.
	Sixty calendar.Date
}

// LoadDocket goes through the running cases of the office. It takes seconds in a very large one.
func LoadDocket(ctx context.Context, o cases.Reader, today calendar.Date, progress cases.Progress) (*Docket, error) {
	d := &Docket{Today: today}
	law := o.Law()
	err := o.EachRunning(ctx, today, progress, func(c *cases.Case) error {
		r := cases.RunningOf(c, law, today)
		d.take(&r)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	d.order()
	return d, nil
}

func (d *Docket) take(r *cases.Running) {
	ref := CaseRef{ID: r.Row.ID, Kind: r.Row.Kind, Number: r.Row.Number, Who: r.Row.Title(), Handler: r.Row.Handler}
	var sixty calendar.Date
	for _, p := range r.Periods {
		if p.Count.Open || p.Rule.Quiet {
			continue
		}
		if p.Rule.ID == procedure.SuspEnd {
			sixty = p.Count.Due
		}
		d.Lines = append(d.Lines, DueLine{CaseRef: ref, Name: p.Name(), Owner: p.Rule.Owner, Due: p.Count.Due,
			Deems:       p.Rule.ID == procedure.AccReview || p.Rule.ID == procedure.CorrReview,
			Provisional: p.Count.Provisional, Right: p.Rule.Expires && !p.Rule.Appeals(), Appeal: p.Rule.Appeals(),
			Internal: p.Rule.Internal})
	}
	if !r.Hearing.IsZero() {
		d.Lines = append(d.Lines, DueLine{CaseRef: ref, Name: r.Row.Kind.Hearing(), Owner: r.Row.Handler, Due: r.Hearing, Time: r.Time, Sitting: r.Sitting, Hearing: true})
	}
	if !r.Unheard.IsZero() {
		d.Lines = append(d.Lines, DueLine{CaseRef: ref, Name: r.Row.Kind.Hearing(), Owner: r.Row.Handler, Due: r.Unheard, Hearing: true, Passed: true})
	}
	switch {
	case !r.Since.IsZero():
		d.Suspended = append(d.Suspended, StandingCase{CaseRef: ref, State: r.Row.State.Label(), Since: r.Since, Sixty: sixty})
	case r.Stuck():
		d.Stuck = append(d.Stuck, StandingCase{CaseRef: ref, State: r.Row.State.Label(), Since: r.Row.LastAct})
	}
}

// clash names for each hearing those of other cases at about its time, of whichever handler: the head and the court room are the office's.
func (d *Docket) clash() {
	var seats []cases.Seat
	for i := range d.Lines {
		if l := &d.Lines[i]; l.Hearing && !l.Passed {
			seats = append(seats, l.seat())
		}
	}
	for i := range d.Lines {
		l := &d.Lines[i]
		if !l.Hearing || l.Passed {
			continue
		}
		l.Clash = nil
		for _, s := range seats {
			if s.Meets(l.seat()) {
				l.Clash = append(l.Clash, s.Number)
			}
		}
	}
}

func (l *DueLine) seat() cases.Seat {
	return cases.Seat{ID: l.ID, Number: l.Number, On: l.Due, Time: l.Time}
}

// Clashes are the numbers of the cases whose hearing may collide with that of a case, nil where none does or none is to come.
func (d *Docket) Clashes(id cases.ID) []string {
	for i := range d.Lines {
		if l := &d.Lines[i]; l.Hearing && !l.Passed && l.ID == id {
			return l.Clash
		}
	}
	return nil
}

func (d *Docket) order() {
	slices.SortStableFunc(d.Lines, func(a, b DueLine) int { return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.Time, b.Time)) })
	d.clash()
	bySince := func(a, b StandingCase) int { return cmp.Compare(a.Since, b.Since) }
	slices.SortStableFunc(d.Stuck, bySince)
	slices.SortStableFunc(d.Suspended, bySince)
	seen := map[string]bool{}
	note := func(r CaseRef) {
		for h := range strings.SplitSeq(r.Handler, "、") {
			seen[h] = h != ""
		}
	}
	for i := range d.Lines {
		note(d.Lines[i].CaseRef)
	}
	for _, list := range [][]StandingCase{d.Stuck, d.Suspended} {
		for i := range list {
			note(list[i].CaseRef)
		}
	}
	for h, named := range seen {
		if named {
			d.Handlers = append(d.Handlers, h)
		}
	}
	slices.Sort(d.Handlers)
}

// Of keeps what a handler handles, alone or with others; "" keeps all.
func (d *Docket) Of(handler string) *Docket {
	if handler == "" {
		return d
	}
	out := &Docket{Today: d.Today, Partial: d.Partial, Handlers: d.Handlers}
	for i := range d.Lines {
		if d.Lines[i].handledBy(handler) {
			out.Lines = append(out.Lines, d.Lines[i])
		}
	}
	out.Stuck, out.Suspended = handled(d.Stuck, handler), handled(d.Suspended, handler)
	return out
}

func handled(list []StandingCase, handler string) []StandingCase {
	var out []StandingCase
	for _, c := range list {
		if c.handledBy(handler) {
			out = append(out, c)
		}
	}
	return out
}

func (r *CaseRef) handledBy(handler string) bool {
	for h := range strings.SplitSeq(r.Handler, "、") {
		if h == handler {
			return true
		}
	}
	return false
}

// On lists what is due on a day. The slice belongs to the docket.
func (d *Docket) On(day calendar.Date) []DueLine { return d.Between(day, day) }

// Day lists what is due on a day by weight: hearings, duties, the office's own days, then the rights that run out.
func (d *Docket) Day(day calendar.Date) []DueLine {
	out := slices.Clone(d.On(day))
	slices.SortStableFunc(out, func(a, b DueLine) int { return cmp.Compare(a.weight(), b.weight()) })
	return out
}

func (l *DueLine) weight() int {
	switch {
	case l.Hearing:
		return 0
	case l.Internal:
		return 2
	case l.Right:
		return 3
	}
	return 1
}

// Between lists what is due from one day to another, both included. The slice belongs to the docket.
func (d *Docket) Between(from, to calendar.Date) []DueLine {
	at := func(day calendar.Date) int {
		i, _ := slices.BinarySearchFunc(d.Lines, day, func(l DueLine, day calendar.Date) int { return cmp.Compare(l.Due, day) })
		return i
	}
	return d.Lines[at(from):at(to+1)]
}

// Estimated counts the periods whose end falls into a year and is computed without its holiday notice.
func (d *Docket) Estimated(year int) int {
	n := 0
	for _, l := range d.Between(calendar.New(year, 1, 1), calendar.New(year, 12, 31)) {
		if l.Provisional {
			n++
		}
	}
	return n
}

// Tone grades the line as of a day. A right that runs out presses nobody.
func (l DueLine) Tone(today calendar.Date) Tone {
	switch {
	case l.Right:
		return Calm
	case l.Passed, len(l.Clash) > 0 && l.Due >= today:
		return Late
	case l.Internal:
		return looseTone(l.Due.Sub(today))
	}
	return toneOf(l.Due.Sub(today))
}

// Left says the days left in words; a hearing is not overdue but over.
func (l DueLine) Left(today calendar.Date) string {
	days := l.Due.Sub(today)
	switch {
	case l.Hearing && days < 0:
		return "已过" + strconv.Itoa(-days) + "天"
	case l.Hearing && days == 0:
		return "今天"
	case l.Hearing:
		return strconv.Itoa(days) + "天后"
	case l.Internal:
		return looseWord(days)
	case l.Right && days == 0:
		return "今天期满"
	}
	return DaysWord(days)
}

// Day is the due date with its weekday, marked 推算 where it is.
func (l DueLine) Day() string {
	if l.Provisional {
		return DayWord(l.Due) + "（推算）"
	}
	return DayWord(l.Due)
}
