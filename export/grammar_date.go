package export

import (
	"math"
	"strconv"
	"strings"

	"fuyi/cases/calendar"
)

// Serial numbers of days in workbooks: the day before 1900-01-01 counting Excel's 29 February 1900, and the base of
// workbooks made with the 1904 system of old Macintosh programs.
const serial1904 = 1462

// serialBase is day 0 of the 1900 system for days after February 1900.
func serialBase() calendar.Date { return calendar.New(1899, 12, 30) }

// serial is the number under which a workbook stores a day.
func serial(d calendar.Date) int { return d.Sub(calendar.New(1899, 12, 30)) }

// The days that a serial number may mean; others are no dates of this work.
const (
	firstSerial = 17899 // 1949-01-01
	lastSerial  = 73050 // 2099-12-31
)

// fromSerial reads a plain number as a day; a time of day is dropped.
func fromSerial(text string, base1904 bool) (calendar.Date, bool) {
	if len(text) < 5 || text[0] < '1' || text[0] > '9' {
		return 0, false
	}
	days := 0
	if n, err := strconv.Atoi(text); err == nil {
		days = n
	} else if x, err := strconv.ParseFloat(text, 64); err == nil && !strings.ContainsAny(text, "-/") {
		if x != math.Trunc(x) || len(text) > 7 {
			days = int(math.Floor(x))
		}
	}
	if base1904 {
		days += serial1904
	}
	if days < firstSerial || days > lastSerial {
		return 0, false
	}
	return serialBase().AddDays(days), true
}

// readPlainDate reads a cell or a word that is nothing but a date: as clerks write it or as a serial number.
func readPlainDate(text string, base1904 bool) (calendar.Date, bool) {
	if len(text) < 5 {
		return 0, false
	}
	if d, ok := fromSerial(text, base1904); ok {
		return d, true
	}
	if !bare(text) {
		return 0, false
	}
	d, err := calendar.Parse(text)
	return d, err == nil
}

// bare reports whether a text can be nothing but a date and a time of day: a label with a colon behind a date is no time.
func bare(text string) bool {
	i := strings.IndexAny(text, " T\u3000")
	if i < 0 || !strings.ContainsAny(text[i:], ":：") {
		return true
	}
	for _, r := range text[i:] {
		if !isDigit(r) && !strings.ContainsRune(" T:：.Z+-\u3000年月日号上下午", r) {
			return false
		}
	}
	return true
}

// leadingDate reads a date that other words follow, as in 2020.3.5收件, and returns those words. The words may not go on
// with digits: 2020.3.51 is a mistake, not the fifth of March.
func leadingDate(text string) (on calendar.Date, rest string, ok bool) {
	runes := []rune(text)
	for n := min(len(runes)-1, 24); n >= 8; n-- {
		if isDigit(runes[n-1]) && isDigit(runes[n]) {
			continue
		}
		if !isDigit(runes[n-1]) && runes[n-1] != '日' && runes[n-1] != '号' {
			continue
		}
		head := string(runes[:n])
		d, err := calendar.Parse(head)
		if err != nil {
			continue
		}
		tail := strings.TrimSpace(string(runes[n:]))
		tail = strings.TrimLeft(tail, "日号 ")
		if tail != "" && strings.ContainsAny(tail[:1], "-./") {
			return 0, "", false
		}
		return d, tail, true
	}
	return 0, "", false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }
