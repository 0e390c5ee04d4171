package sample

import "fuyi/cases/calendar"

// DemoDiary opens the demonstration office's diary to tests.
func DemoDiary() diary { return demoDiary() }

// Open reports whether d is a working day in the diary.
func (y diary) Open(d calendar.Date) bool { return y.open(d) }
