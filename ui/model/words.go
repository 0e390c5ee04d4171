package model

import (
	"fmt"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Tone says how much a thing presses. The window gives each a colour, an icon and a word, never the colour alone.
type Tone string

// Tones.
const (
	Calm     Tone = ""         // nothing to do
	Near     Tone = "near"     // within a week (7日内)
	Soon     Tone = "soon"     // within three days (3日内)
	Now      Tone = "now"      // due today (今天到期)
	Late     Tone = "late"     // overdue (超期)
	Paused   Tone = "paused"   // the period is suspended (中止)
	Finished Tone = "finished" // concluded (已结)
)

// toneOf grades a number of days left.
func toneOf(days int) Tone {
	switch {
	case days < 0:
		return Late
	case days == 0:
		return Now
	case days <= 3:
		return Soon
	case days <= 7:
		return Near
	}
	return Calm
}

// DaysWord says the days left in words: 超期3天, 今天到期, 剩5天.
func DaysWord(days int) string {
	switch {
	case days < 0:
		return fmt.Sprintf("超期%d天", -days)
	case days == 0:
		return "今天到期"
	}
	return fmt.Sprintf("剩%d天", days)
}

// looseWord says the days left of a day that binds nobody here: the office's own arrangement, the court's period. Such a day passes.
func looseWord(days int) string {
	switch {
	case days < 0:
		return fmt.Sprintf("已过%d天", -days)
	case days == 0:
		return "今天"
	}
	return fmt.Sprintf("剩%d天", days)
}

// looseTone grades a day that binds nobody here; it is never late.
func looseTone(days int) Tone {
	if days <= 0 {
		return Soon
	}
	return Calm
}

// LeftWord says how long a running period still runs, in the unit it is counted in: 剩5个工作日, 剩40天.
func LeftWord(p procedure.Period, today calendar.Date, cal *calendar.Calendar) string {
	days := p.DaysLeft(today)
	if p.Rule.Internal || p.Rule.Quiet && days < 0 {
		return looseWord(days)
	}
	if p.Rule.Unit != calendar.Workday || days <= 0 {
		return DaysWord(days)
	}
	n := 0
	for d := today.AddDays(1); d <= p.Count.Due; d = d.AddDays(1) {
		// A day without holiday data counts as its weekday says, as the period itself does.
		if work, _ := cal.IsWorkday(d); work {
			n++
		}
	}
	return fmt.Sprintf("剩%d个工作日", n)
}

// DayWord is a date with its weekday, 2020-03-05 周四; "" for no date.
func DayWord(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String() + " " + d.WeekdayChinese()
}

// Deadline is the due date of a row as lists and desks show it.
type Deadline struct {
	// Name is the period (审理期限); Date the day it ends with its weekday; Left the days left in words.
	Name, Date, Left string
	Tone             Tone
}

// DeadlineOf reads a row's due date as of today. A date computed without holiday data is marked 推算.
func DeadlineOf(r cases.Row, today calendar.Date) Deadline {
	if r.Due.IsZero() {
		return Deadline{Tone: restTone(r)}
	}
	days := r.Due.Sub(today)
	d := Deadline{Name: r.DueName, Date: DayWord(r.Due), Left: DaysWord(days), Tone: toneOf(days)}
	if r.Provisional {
		d.Date += "（推算）"
	}
	return d
}

func restTone(r cases.Row) Tone {
	switch {
	case r.State.Concluded():
		return Finished
	case r.State == "suspended":
		return Paused
	}
	return Calm
}

// Percent is a fraction as reports print it: 86.5%, 100%.
func Percent(f float64) string {
	s := strconv.FormatFloat(f*100, 'f', 1, 64)
	return strings.TrimSuffix(s, ".0") + "%"
}

// Thousands groups a count by thousands, as large offices read them: 100,000.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// names cuts what a clerk typed into names: one a line, or separated by 、 ， ； or their half-width forms.
func names(text string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n、，；,;", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
