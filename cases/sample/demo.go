package sample

import (
	"fmt"
	"strings"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Demo is the demonstration office: 苏州市姑苏区 with all its cases of 2019 and 2020, recorded act by act under the rules
// of the time, in order of number. Its count of 2020 gives the figures of the district's published report; 2019 is
// invented but for the rate of appearance, which lies 15 points below. A case of 非诉执行 stands among the suits of 2020 and counts in no
// figure of suits.
func Demo() (cases.Settings, []*cases.Case) {
	b := &builder{diary: demoDiary(), settings: Office(), filed: map[string]*cases.Case{}, appealed: map[string]calendar.Date{}}
	var out []*cases.Case
	years := []struct {
		year         int
		applications []application
		suits        []suit
	}{{2019, applications2019, suits2019}, {2020, applications2020, suits2020}}
	for _, y := range years {
		for i, s := range y.suits {
			b.noteAppeal(y.year, i+1, s)
		}
	}
	for _, y := range years {
		b.letters = 0
		for i, a := range y.applications {
			out = append(out, b.application(y.year, i+1, a))
		}
		for i, s := range y.suits {
			out = append(out, b.suit(y.year, i+1, s))
		}
	}
	out = append(out, b.enforcement(2020))
	return b.settings, out
}

// builder turns lines of the tables into cases.
type builder struct {
	diary
	settings cases.Settings
	// filed finds the case of a line, "复议 2020-5" or "一审 2020-5", for later lines that refer to it.
	filed map[string]*cases.Case
	// appealed is the day the judgment of the second instance was given, by the line of the first.
	appealed map[string]calendar.Date
	// letters counts the letters of the year, for their numbers.
	letters int
}

// day reads 03-05 of a year.
func day(year int, monthDay string) calendar.Date {
	var m, d int
	if _, err := fmt.Sscanf(monthDay, "%d-%d", &m, &d); err != nil {
		// The tables are constant and a test builds every line of them.
		panic(fmt.Sprintf("%q is no day: %v", monthDay, err))
	}
	return calendar.New(year, time.Month(m), d)
}

// line names a line of a table for references.
func line(word string, year, n int) string { return fmt.Sprintf("%s %d-%d", word, year, n) }

// handler is whose turn it is; recorder is who of them types.
func handler(n int) string { return handlers[n%len(handlers)] }

func recorder(n int) string {
	first, _, _ := strings.Cut(handler(n), "、")
	return first
}
