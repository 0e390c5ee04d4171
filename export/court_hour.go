package export

import (
	"time"

	ics "github.com/arran4/golang-ical"

	"fuyi/cases/calendar"
)

// sittingHours is how long a calendar keeps free for a hearing: half a day of the court.
const sittingHours = 3

// occupy sets when an event is: from an hour HH:MM of Chinese time (+08:00, without summer time), or the whole day where the hour is not known.
func occupy(e *ics.VEvent, on calendar.Date, clock string) {
	at, err := time.Parse("15:04", clock)
	if err != nil {
		e.SetAllDayStartAt(on.Time())
		e.SetAllDayEndAt(on.AddDays(1).Time())
		return
	}
	china := time.FixedZone("UTC+8", 8*60*60)
	start := time.Date(on.Year(), time.Month(on.Month()), on.Day(), at.Hour(), at.Minute(), 0, 0, china)
	e.SetStartAt(start)
	e.SetEndAt(start.Add(sittingHours * time.Hour))
}
