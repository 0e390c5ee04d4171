package storage

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"fuyi/cases/calendar"
)

// days is a span of days that a word of a search names.
type days struct {
	from, to calendar.Date
	// said is how the span is repeated to the clerk.
	said string
	// sure is true for a word that can be nothing but days; 0312 may also be part of a number.
	sure bool
}

func (s days) has(d calendar.Date) bool { return !d.IsZero() && d >= s.from && d <= s.to }

// dateForms are the ways days are typed with digits. What each group is says its letter: y year, m month, d day.
var dateForms = []struct {
	form  *regexp.Regexp
	parts string
	sure  bool
}{
	{regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$`), "ymd", true},
	{regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)$`), "ymd", false},
	{regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})月?$`), "ym", true},
	{regexp.MustCompile(`^(\d{4})年$`), "y", true},
	{regexp.MustCompile(`^(\d{1,2})月(\d{1,2})[日号]?$`), "md", true},
	{regexp.MustCompile(`^(\d{1,2})[-./](\d{1,2})$`), "md", false},
	{regexp.MustCompile(`^(\d\d)(\d\d)$`), "md", false},
	{regexp.MustCompile(`^(\d{1,2})月份?$`), "m", true},
}

// spoken reads a word as days, as clerks say them: 今天, 上周, 上月, 去年, 3月, 3月12日, 0312, 20260312. A month or day without a
// year is the last one that has begun.
func spoken(word string, today calendar.Date) (days, bool) {
	if s, ok := relative(word, today); ok {
		s.sure = true
		return named(word, s), true
	}
	for _, f := range dateForms {
		m := f.form.FindStringSubmatch(word)
		if m == nil {
			continue
		}
		n := map[rune]int{}
		for i, part := range f.parts {
			n[part], _ = strconv.Atoi(m[i+1]) // digits only
		}
		if s, ok := spanOf(n['y'], n['m'], n['d'], f.parts, today); ok {
			s.sure = f.sure
			return named(word, s), true
		}
	}
	return days{}, false
}

func named(word string, s days) days {
	s.said = word + "（" + s.from.String() + "至" + s.to.String() + "）"
	if s.from == s.to {
		s.said = word + "（" + s.from.String() + "）"
	}
	return s
}

// relative reads the words that count from today.
func relative(word string, today calendar.Date) (days, bool) {
	monday := today.AddDays(-(int(today.Weekday()) + 6) % 7)
	first := calendar.New(today.Year(), today.Month(), 1)
	year := func(y int) days { return days{from: calendar.New(y, 1, 1), to: calendar.New(y, 12, 31)} }
	month := func(n int) days { return days{from: first.AddMonths(n), to: first.AddMonths(n+1) - 1} }
	week := func(n int) days { return days{from: monday.AddDays(7 * n), to: monday.AddDays(7*n + 6)} }
	day := func(n int) days { return days{from: today.AddDays(n), to: today.AddDays(n)} }
	s, ok := map[string]days{
		"今天": day(0), "今日": day(0), "昨天": day(-1), "昨日": day(-1), "前天": day(-2), "明天": day(1),
		"本周": week(0), "这周": week(0), "上周": week(-1), "下周": week(1),
		"本月": month(0), "这个月": month(0), "上月": month(-1), "上个月": month(-1), "下月": month(1), "下个月": month(1),
		"今年": year(today.Year()), "本年": year(today.Year()), "去年": year(today.Year() - 1), "前年": year(today.Year() - 2),
	}[word]
	return s, ok
}

// spanOf is the span of a year, month or day; false if there is no such day.
func spanOf(y, m, d int, parts string, today calendar.Date) (days, bool) {
	known := strings.Contains(parts, "y")
	if !known {
		y = today.Year()
	}
	if y < 1949 || y > 2099 || strings.Contains(parts, "m") && (m < 1 || m > 12) {
		return days{}, false
	}
	var s days
	switch {
	case strings.Contains(parts, "d"):
		on, err := calendar.ParseISO(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
		if err != nil {
			return s, false
		}
		s = days{from: on, to: on}
	case strings.Contains(parts, "m"):
		first := calendar.New(y, time.Month(m), 1)
		s = days{from: first, to: first.AddMonths(1) - 1}
	default:
		s = days{from: calendar.New(y, 1, 1), to: calendar.New(y+1, 1, 1) - 1}
	}
	if !known && s.from > today {
		return spanOf(y-1, m, d, parts+"y", today)
	}
	return s, true
}
