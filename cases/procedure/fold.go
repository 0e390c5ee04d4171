package procedure

import "fuyi/cases/calendar"

// Fold runs the acts of a case through the tables as of a day.
func Fold(acts []Act, suit bool, cal *calendar.Calendar, today calendar.Date) Timeline {
	return Timeline{}
}
