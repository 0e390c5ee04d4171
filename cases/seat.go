package cases

import (
	"time"

	"fuyi/cases/calendar"
)

// Seat is a hearing that is announced (听证、开庭): whose, on which day, at which hour HH:MM, "" where that is not known.
type Seat struct {
	ID     ID
	Number string
	On     calendar.Date
	Time   string
}

// Seat is the hearing to come of a running case.
func (r *Running) Seat() Seat { return Seat{r.Row.ID, r.Row.Number, r.Hearing, r.Time} }

// between is how far apart two hearings must begin so that the same people can go to both.
const between = 3 * time.Hour

// Meets reports whether the hearings of two cases may collide (开庭时间冲突): on one day, and less than three hours apart or at an hour that
// nobody entered.
func (s Seat) Meets(o Seat) bool {
	if s.Number == o.Number || s.On != o.On || s.On.IsZero() {
		return false
	}
	a, errA := time.Parse("15:04", s.Time)
	b, errB := time.Parse("15:04", o.Time)
	return errA != nil || errB != nil || a.Sub(b).Abs() < between
}
