package cases

import (
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Entry is one line of the sheet on which a second person checks what was entered on a day (期限登记核对单): an act
// recorded or corrected that day, the paper it rests on, and the due dates it set. What a ledger brought in is not on
// the sheet: its dry run accounted for every cell.
type Entry struct {
	// ID is the number under which the entry is ticked.
	ID     int64
	Case   ID
	Kind   Kind
	Number string
	// Act is the entry as it now stands; for a struck one as it was.
	Act procedure.Act
	// Old is what a correction replaced, nil for a new entry; Struck marks an entry that was withdrawn (录入作废). Reason
	// is the correction's.
	Old    *procedure.Act
	Struck bool
	Reason string
	// At is when it was entered (RFC 3339), By who entered it.
	At, By string
	// Sets are the due dates the entry set, changed or ended, as of now.
	Sets []procedure.PeriodChange
	// TickedBy is the second person who compared it with the paper, TickedAt when; "" while nobody did.
	TickedBy, TickedAt string
}

// EntrySpan selects entries by the day of entry, From to To, both included. Cases narrows them to some cases; nil is all.
type EntrySpan struct {
	From, To calendar.Date
	Cases    []ID
}

// EntriesOn selects the entries of one day, as the check sheet wants them.
func EntriesOn(day calendar.Date) EntrySpan { return EntrySpan{From: day, To: day} }

// Ticked reports whether a second person has checked the entry (已核对).
func (e *Entry) Ticked() bool { return e.TickedBy != "" }

// Running is a case with periods that run (在计期限), or one that is open without any.
type Running struct {
	Row Row
	// Periods are those that run, by due date, open ones (paused) last.
	Periods []procedure.Period
	// Since is the day since which the case is suspended (中止), zero if it is not.
	Since calendar.Date
	// Hearing is the next day on which a hearing is announced (听证、开庭), zero if none is.
	Hearing calendar.Date
	// Sitting says its hour and place, Time is the hour as HH:MM; "" where not known.
	Sitting, Time string
	// Unheard is the day of an announced hearing that is over and of which nothing was recorded, zero if there is none.
	Unheard calendar.Date
}

// Stuck reports an open case without a next step (无下一步): nothing runs, nothing is scheduled and it is not suspended. A
// suit that waits for the court's summons is not stuck.
func (r *Running) Stuck() bool {
	return len(r.Periods) == 0 && r.Since.IsZero() && r.Hearing.IsZero() && r.Unheard.IsZero() && !r.Row.State.Concluded() && r.Row.State != procedure.Answered
}

// RunningOf computes what runs in a case as of a day.
func RunningOf(c *Case, law *procedure.Law, today calendar.Date) Running {
	t := procedure.Fold(c.Acts, c.Course(), law, today)
	out := Running{Row: RowOf(c, &t), Periods: t.Running(), Hearing: t.Hearing, Sitting: t.Sitting(), Time: t.HearingTime, Unheard: t.Unheard}
	if p, ok := t.Paused(); ok {
		out.Since = p.From
	}
	return out
}
