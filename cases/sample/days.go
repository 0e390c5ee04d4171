package sample

import (
	"errors"

	"fuyi/cases/calendar"
)

// demoHolidays are the holiday notices of the years the demonstration office worked in. The office's data must not
// depend on a calendar that the caller may change; a test compares them with the program's own.
const demoHolidays = `{"years": {
"2018": {"rest": {"元旦": ["2018-12-30..2018-12-31"]}, "work": ["2018-12-29"]},
"2019": {"rest": {"元旦": ["2019-01-01"], "春节": ["2019-02-04..2019-02-10"], "清明节": ["2019-04-05"], "劳动节": ["2019-05-01..2019-05-04"],
"端午节": ["2019-06-07"], "中秋节": ["2019-09-13"], "国庆节": ["2019-10-01..2019-10-07"]},
"work": ["2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12"]},
"2020": {"rest": {"元旦": ["2020-01-01"], "春节": ["2020-01-24..2020-02-02"], "清明节": ["2020-04-04..2020-04-06"],
"劳动节": ["2020-05-01..2020-05-05"], "端午节": ["2020-06-25..2020-06-27"], "国庆节、中秋节": ["2020-10-01..2020-10-08"]},
"work": ["2020-01-19", "2020-02-03", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10"]},
"2021": {"rest": {"元旦": ["2021-01-01..2021-01-03"], "春节": ["2021-02-11..2021-02-17"], "清明节": ["2021-04-03..2021-04-05"],
"劳动节": ["2021-05-01..2021-05-05"], "端午节": ["2021-06-12..2021-06-14"], "中秋节": ["2021-09-19..2021-09-21"], "国庆节": ["2021-10-01..2021-10-07"]},
"work": ["2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09"]}}}`

// diary finds the working days on which the people of an office act.
type diary struct{ cal *calendar.Calendar }

// demoDiary is the diary of the demonstration office.
func demoDiary() diary {
	cal, err := calendar.Read([]byte(demoHolidays))
	if err != nil {
		// The text above is constant and a test reads it.
		panic(err)
	}
	return diary{cal}
}

// open reports whether d is a working day; in a year without a notice the week alone decides.
func (y diary) open(d calendar.Date) bool {
	work, err := y.cal.IsWorkday(d)
	var missing *calendar.MissingYearError
	return work && (err == nil || errors.As(err, &missing))
}

// on is d or the next working day, by is d or the last working day before it.
func (y diary) on(d calendar.Date) calendar.Date {
	for !y.open(d) {
		d++
	}
	return d
}

func (y diary) by(d calendar.Date) calendar.Date {
	for !y.open(d) {
		d--
	}
	return d
}

// after is the n-th working day after d, before it for a negative n.
func (y diary) after(d calendar.Date, n int) calendar.Date {
	step := calendar.Date(1)
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d += step
		if y.open(d) {
			n--
		}
	}
	return d
}
