package model

import (
	"fmt"
	"strings"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Month is one month of the calendar of due dates (期限日历).
type Month struct {
	Year  int
	Month time.Month
}

// MonthOf is the month a day lies in.
func MonthOf(d calendar.Date) Month { return Month{d.Year(), d.Month()} }

// Add is the month n months on.
func (m Month) Add(n int) Month { return MonthOf(m.First().AddMonths(n)) }

// First is the month's first day.
func (m Month) First() calendar.Date { return calendar.New(m.Year, m.Month, 1) }

// Title is 2026年5月.
func (m Month) Title() string { return fmt.Sprintf("%d年%d月", m.Year, int(m.Month)) }

// MonthDay is one day of the calendar.
type MonthDay struct {
	Date calendar.Date
	// In is false for days of the months beside it, which fill the first and last week.
	In bool
	// Rest is true for rest days; Mark is 休 for a holiday and 班 for a make-up working day, with Name the holiday's or 调休.
	Rest       bool
	Mark, Name string
	// Lines are the duties, the hearings and the office's own days, hearings first; Late of them are overdue.
	Lines []DueLine
	Late  int
	// Rights counts periods of the parties that end on the day.
	Rights int
}

// MonthPage is a month as it is shown.
type MonthPage struct {
	Month Month
	Weeks [][7]MonthDay
	// Missing is the sentence about a year whose holiday notice is not known, "" if it is.
	Missing string
	// Total is the number of duties and hearings in the month, Late how many of them are overdue.
	Total, Late int
}

// Summary says how much the month holds, and that its rest days are not known for sure where they are not.
func (p *MonthPage) Summary() string {
	text := "当月没有届满的期限"
	if p.Total > 0 {
		text = fmt.Sprintf("当月共%s项", Thousands(p.Total))
	}
	if p.Late > 0 {
		text += fmt.Sprintf("，其中超期%s项", Thousands(p.Late))
	}
	if p.Missing != "" {
		text += "；" + p.Missing
	}
	return text
}

// Weekdays are the heads of the columns.
func Weekdays() []string {
	return []string{"周一", "周二", "周三", "周四", "周五", "周六", "周日"}
}

// NewMonthPage arranges a docket in the weeks of a month. Rights that simply run out are left to the list of a day.
func NewMonthPage(m Month, cal *calendar.Calendar, d *Docket) *MonthPage {
	p := &MonthPage{Month: m}
	first := m.First()
	day := first.AddDays(-(int(first.Weekday()) + 6) % 7)
	for end := m.Add(1).First(); day < end; {
		var week [7]MonthDay
		for i := range week {
			week[i] = monthDay(day, m, cal, d)
			if week[i].In {
				p.Total += week[i].duties()
				p.Late += week[i].Late
			}
			day++
		}
		p.Weeks = append(p.Weeks, week)
	}
	if !cal.Has(m.Year) {
		p.Missing = fmt.Sprintf("没有%d年的放假通知，休息日只按周末区分，期限为推算", m.Year)
	}
	return p
}

func monthDay(day calendar.Date, m Month, cal *calendar.Calendar, d *Docket) MonthDay {
	work, _ := cal.IsWorkday(day) // a year without data is told by Missing
	out := MonthDay{Date: day, In: MonthOf(day) == m, Rest: !work}
	if e, ok := cal.Exception(day); ok {
		out.Mark, out.Name = "班", "调休"
		if e.Rest {
			out.Mark, out.Name = "休", e.Name
		}
	}
	for _, l := range d.Day(day) {
		if l.Right {
			out.Rights++
			continue
		}
		out.Lines = append(out.Lines, l)
		if l.Tone(d.Today) == Late {
			out.Late++
		}
	}
	return out
}

// duties counts the duties and hearings of the day.
func (m *MonthDay) duties() int {
	n := 0
	for i := range m.Lines {
		if !m.Lines[i].Internal {
			n++
		}
	}
	return n
}

// Count says how much is due on the day: 到期3项 听证1件, 超期2项; "" for nothing.
func (m MonthDay) Count() string {
	due, own, hearings := 0, 0, map[string]int{}
	for _, l := range m.Lines {
		switch {
		case l.Hearing:
			hearings[l.Name]++
		case l.Internal:
			own++
		default:
			due++
		}
	}
	var out []string
	switch {
	case due > 0 && m.Late > 0:
		out = append(out, "超期"+Thousands(due)+"项")
	case due > 0:
		out = append(out, "到期"+Thousands(due)+"项")
	}
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		if n := hearings[k.Hearing()]; n > 0 {
			out = append(out, k.Hearing()+Thousands(n)+"件")
		}
	}
	if own > 0 {
		out = append(out, "内部安排"+Thousands(own)+"项")
	}
	if m.Rights > 0 {
		out = append(out, "当事人期满"+Thousands(m.Rights))
	}
	return strings.Join(out, " ")
}

// DayText words a line in the list of a chosen day, which need not repeat the date.
func (l *DueLine) DayText(today calendar.Date) DeskText {
	t := l.Text(today)
	t.Aside, t.Who, t.Day, t.Handler = l.Who, "", l.Handler, ""
	if l.Internal {
		t.What += "（内部安排）"
	}
	if l.Provisional {
		t.What += "（推算）"
	}
	return t
}

// Short is a line as a cell of the calendar has room for: the period and who it is about.
func (l DueLine) Short() string { return l.Name + " " + l.Who }

// DayTitle names a day of the calendar in full: 2026年5月1日 周五（劳动节，休）.
func DayTitle(day calendar.Date, cal *calendar.Calendar) string {
	text := day.Chinese() + " " + day.WeekdayChinese()
	if e, ok := cal.Exception(day); ok {
		if e.Rest {
			return text + "（" + e.Name + "，休）"
		}
		return text + "（" + e.Name + "）"
	}
	if work, err := cal.IsWorkday(day); !work {
		if err != nil {
			return text + "（周末，推算）"
		}
		return text + "（周末）"
	}
	return text
}
