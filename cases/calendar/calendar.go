package calendar

import (
	"fmt"
	"slices"
	"time"
)

// Calendar knows which days are rest days (法定休假日: weekends and holidays as arranged by the State Council) and
// which weekend days are made up (调休). It is immutable; With gives a new one for a new year's notice.
type Calendar struct {
	notices map[int]Notice
	days    map[Date]Exception
}

// Exception is a day whose kind the week does not tell.
type Exception struct {
	// Rest is true for a holiday, false for a make-up working day (调休上班).
	Rest bool
	// Name is the holiday's name, e.g. 春节; for a make-up day 调休上班.
	Name string
}

// MissingYearError says that a year's holiday notice is not in the data, so that nobody silently assumes "no
// holidays". Error is a Chinese sentence.
type MissingYearError struct{ Year int }

func (e *MissingYearError) Error() string {
	return fmt.Sprintf("缺少%d年的节假日安排数据，涉及该年的期限只能按周末推算，请导入当年国务院办公厅放假通知", e.Year)
}

// Read builds a Calendar from the JSON form of ReadNotices.
func Read(data []byte) (*Calendar, error) {
	notices, err := ReadNotices(data)
	if err != nil {
		return nil, err
	}
	return (&Calendar{}).With(notices...)
}

// With is the calendar with further notices; one for a year that is known replaces that year's. A day that one notice
// gives off and another makes a working day is an error, a Chinese sentence.
func (c *Calendar) With(notices ...Notice) (*Calendar, error) {
	out := &Calendar{notices: map[int]Notice{}, days: map[Date]Exception{}}
	for y, n := range c.notices {
		out.notices[y] = n
	}
	for _, n := range notices {
		out.notices[n.Year] = n
	}
	for _, y := range out.Years() {
		for _, d := range out.notices[y].Days {
			if old, ok := out.days[d.Date]; ok && old.Rest != d.Rest {
				return nil, contradiction(d.Date, old.Name+d.Name)
			}
			out.days[d.Date] = d.Exception
		}
	}
	return out, nil
}

// Notice is the notice of a year, false if it is not known.
func (c *Calendar) Notice(year int) (Notice, bool) {
	n, ok := c.notices[year]
	return n, ok
}

// Years lists the years whose notice is known, ascending.
func (c *Calendar) Years() []int {
	out := make([]int, 0, len(c.notices))
	for y := range c.notices {
		out = append(out, y)
	}
	slices.Sort(out)
	return out
}

// Has reports whether the year's notice is known.
func (c *Calendar) Has(year int) bool {
	_, ok := c.notices[year]
	return ok
}

// Exception returns what the notices say of a day, false when the week decides.
func (c *Calendar) Exception(d Date) (Exception, bool) {
	e, ok := c.days[d]
	return e, ok
}

// IsWorkday reports whether d is a working day. A day in a year without data is a *MissingYearError together with
// what the week alone would say; the caller decides whether an estimate may be shown, and must mark it 推算.
func (c *Calendar) IsWorkday(d Date) (bool, error) {
	if e, ok := c.days[d]; ok {
		return !e.Rest, nil
	}
	wd := d.Weekday()
	work := wd != time.Saturday && wd != time.Sunday
	if !c.Has(d.Year()) {
		return work, &MissingYearError{d.Year()}
	}
	return work, nil
}
