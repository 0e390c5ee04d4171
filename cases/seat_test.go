package cases

import (
	"testing"

	"fuyi/cases/calendar"
)

func TestSeatsMeet(t *testing.T) {
	day := calendar.New(2026, 12, 3)
	seat := func(number, clock string, on calendar.Date) Seat { return Seat{Number: number, On: on, Time: clock} }
	for _, x := range []struct {
		a, b Seat
		want bool
	}{
		{seat("1", "09:30", day), seat("2", "10:00", day), true}, {seat("1", "09:30", day), seat("2", "14:00", day), false},
		{seat("1", "", day), seat("2", "14:00", day), true}, {seat("1", "09:30", day), seat("2", "09:30", day+1), false},
		{seat("1", "09:30", day), seat("1", "09:30", day), false}, {seat("1", "", 0), seat("2", "", 0), false},
	} {
		if x.a.Meets(x.b) != x.want || x.b.Meets(x.a) != x.want {
			t.Errorf("%+v and %+v: want %v", x.a, x.b, x.want)
		}
	}
}
