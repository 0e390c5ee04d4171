// Package calendar holds civil dates and the arithmetic of statutory periods (期间计算): natural days, working
// days (工作日) with the State Council's holidays and make-up working days (调休), and the roll of a last day that
// falls on a rest day.
//
// A date here has no clock and no zone. A period ends with a day, not with an instant, and two PCs in different
// zones must never disagree on it.
package calendar

import (
	"fmt"
	"time"
)

// Date is a civil day. The zero value means "no date" and prints as "". Dates compare with < and ==.
type Date int32

// epoch is the day before 0001-01-01 in Unix days, so that the zero Date stays free for "no date".
const epoch = -719163

// New returns the civil day. Out-of-range days and months carry over as in time.Date (32 January is 1 February);
// use Parse for input that must be refused instead.
func New(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Date(t.Unix()/86400 - epoch)
}

// Of returns the civil day that t shows in its own zone. Only main and tests ask for the current day; everything
// below them is given a Date.
func Of(t time.Time) Date { return New(t.Year(), t.Month(), t.Day()) }

// Time returns midnight UTC of the day, for formatting and for spreadsheets.
func (d Date) Time() time.Time { return time.Unix((int64(d)+epoch)*86400, 0).UTC() }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Year, Month and Day are the civil parts; zero for no date.
func (d Date) Year() int {
	if d == 0 {
		return 0
	}
	return d.Time().Year()
}

// Month is the civil month, 0 for no date.
func (d Date) Month() time.Month {
	if d == 0 {
		return 0
	}
	return d.Time().Month()
}

// Day is the day of the month, 0 for no date.
func (d Date) Day() int {
	if d == 0 {
		return 0
	}
	return d.Time().Day()
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// AddDays moves by natural days (自然日).
func (d Date) AddDays(n int) Date { return d + Date(n) }

// Sub is the number of natural days from e to d.
func (d Date) Sub(e Date) int { return int(d - e) }

// AddMonths moves to the corresponding day n months on; a month without that day gives its last day (对应日).
func (d Date) AddMonths(n int) Date {
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return New(first.Year(), first.Month(), min(t.Day(), last))
}

// String is the ISO form 2006-01-02, "" for no date. It is the form in the database and in JSON.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	t := d.Time()
	return fmt.Sprintf("%04d-%02d-%02d", t.Year(), int(t.Month()), t.Day())
}

// Chinese is the form used in documents and sentences: 2026年3月5日.
func (d Date) Chinese() string {
	if d == 0 {
		return ""
	}
	t := d.Time()
	return fmt.Sprintf("%d年%d月%d日", t.Year(), int(t.Month()), t.Day())
}

// WeekdayChinese is 周一 to 周日.
func (d Date) WeekdayChinese() string {
	return [...]string{"周日", "周一", "周二", "周三", "周四", "周五", "周六"}[d.Weekday()]
}

// MarshalText writes the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form; "" is no date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	v, err := ParseISO(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
