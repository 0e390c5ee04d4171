package model

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"fuyi/cases/calendar"
)

// ReadDate reads a date field: everything calendar.Parse accepts, the day words from 前天 to 后天, and a month and day without
// a year (7-3, 7.3, 7月3日, 0703). Empty text is no date.
func ReadDate(text string, today calendar.Date) (calendar.Date, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	for i, word := range []string{"前天", "昨天", "今天", "明天", "后天"} {
		if text == word {
			return today.AddDays(i - 2), nil
		}
	}
	d, err := calendar.Parse(text)
	if err == nil {
		return d, nil
	}
	if d, ok := thisYear(text, today); ok {
		return d, nil
	}
	return 0, err
}

// farAhead is how many days a date without a year may lie ahead before last year's is meant: clerks enter what happened.
const farAhead = 183

// thisYear reads a month and day of this year, or of the last one where this year's is far ahead.
func thisYear(text string, today calendar.Date) (calendar.Date, bool) {
	if len(text) == 4 && strings.Trim(text, "0123456789") == "" {
		text = text[:2] + "-" + text[2:]
	}
	for _, year := range []int{today.Year(), today.Year() - 1} {
		d, err := calendar.Parse(fmt.Sprintf("%d-%s", year, text))
		if err == nil && d.Sub(today) <= farAhead {
			return d, true
		}
	}
	return 0, false
}

// shifts matches a distance from today: +60 and -3 in days, +5w (or 5工) in working days.
var shifts = regexp.MustCompile(`^([+＋\-－])\s*(\d{1,4})\s*(w|W|工|工作日|个工作日|日|天)?$`)

// TypedDate reads a date field with a calendar at hand: what ReadDate reads, and distances from today in days (+60, -3) or
// working days (+5w).
func TypedDate(text string, today calendar.Date, cal *calendar.Calendar) (calendar.Date, error) {
	m := shifts.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return ReadDate(text, today)
	}
	n, err := strconv.Atoi(m[2])
	if err != nil {
		return 0, &calendar.FormatError{Text: text}
	}
	if strings.ContainsAny(m[1], "-－") {
		n = -n
	}
	if n != 0 && m[3] != "" && m[3] != "日" && m[3] != "天" {
		return cal.Workdays(today, n).Due, nil
	}
	return today.AddDays(n), nil
}

// oldYear is the first year that is taken without a remark.
const oldYear = 1990

// DateRemark says what a typed date is, beside its field: the weekday, whether it is a rest day, how far it is, and the date
// itself where it was typed in short; wrong is true for a text that is no date.
func DateRemark(text string, today calendar.Date, cal *calendar.Calendar) (remark string, wrong bool) {
	d, err := TypedDate(text, today, cal)
	switch {
	case err != nil:
		return "不是日期", true
	case d.IsZero():
		return "", false
	}
	var parts []string
	if full, err := calendar.Parse(text); err != nil || full != d {
		parts = append(parts, d.String())
	}
	day := d.WeekdayChinese()
	if work, err := cal.IsWorkday(d); err == nil && !work {
		day += "（休息日）"
	}
	parts = append(parts, day, distance(d.Sub(today)))
	if d.Year() < oldYear {
		parts = append(parts, "请核对年份")
	}
	return strings.Join(parts, " "), false
}

// distance says how far a day is from today.
func distance(days int) string {
	switch {
	case days == 0:
		return "今天"
	case days < 0:
		return fmt.Sprintf("%d天前", -days)
	}
	return fmt.Sprintf("%d天后", cmp.Or(days, 1))
}
