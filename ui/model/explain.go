package model

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Step is one line of the derivation of a due date (为什么是这一天): what it is about and what it says.
type Step struct{ Label, Text string }

// countedLimit bounds the days listed one by one; longer periods name the days that differ from the week only.
const countedLimit = 15

// Explain derives the due date of a period in steps a clerk can check with a calendar in hand.
func Explain(p procedure.Period, pauses []calendar.Pause, cal *calendar.Calendar) []Step {
	c := p.Count
	steps := []Step{
		{"起算", DayWord(c.Start) + " " + p.From + "，当日不计入，次日起算"},
		{"期间", length(p)},
		{"依据", p.Rule.Basis},
	}
	if c.Unit == calendar.Workday {
		steps = append(steps, workdays(c, cal)...)
	} else {
		steps = append(steps, naturalDays(p, pauses)...)
	}
	if c.Provisional && c.Missing != nil {
		steps = append(steps, Step{"推算", c.Missing.Error()})
	}
	if c.Open {
		steps = append(steps, Step{"届满", "中止期间不计算期限，恢复审理后再确定届满日"})
	} else {
		steps = append(steps, Step{"届满", DayWord(c.Due) + "，当日仍在期限内"})
	}
	return append(steps, Step{"逾期", p.Rule.Lapse})
}

func length(p procedure.Period) string {
	n, unit := p.Count.N, string(p.Count.Unit)
	if p.Extended > 0 {
		return fmt.Sprintf("%d%s（法定%d日，延长%d日）", n, unit, n-p.Extended, p.Extended)
	}
	return fmt.Sprintf("%d%s", n, unit)
}

// workdays lists each counted and each skipped day.
func workdays(c calendar.Count, cal *calendar.Calendar) []Step {
	reason := map[calendar.Date]string{}
	for _, s := range slices.Concat(c.Skipped, c.MadeUp) {
		reason[s.Date] = s.Reason
	}
	var out []Step
	n := 0
	for d := c.Start + 1; d <= c.Due; d++ {
		work, _ := cal.IsWorkday(d)
		switch {
		case !work:
			out = append(out, Step{"不计", DayWord(d) + " " + reason[d]})
		case n < countedLimit:
			n++
			text := DayWord(d)
			if r := reason[d]; r != "" {
				text += " " + r
			}
			out = append(out, Step{fmt.Sprintf("第%d日", n), text})
		}
	}
	return out
}

func naturalDays(p procedure.Period, pauses []calendar.Pause) []Step {
	c := p.Count
	var out []Step
	if p.Rule.Pausable {
		for _, x := range pauses {
			out = append(out, pauseStep(x))
		}
	}
	if c.Open {
		return out
	}
	if c.Paused > 0 {
		out = append(out, Step{"扣除", fmt.Sprintf("共扣除%d日", c.Paused)})
	}
	out = append(out, Step{"最后一日", DayWord(c.Raw)})
	for _, s := range c.Skipped {
		out = append(out, Step{"顺延", DayWord(s.Date) + " " + s.Reason + "，不作为届满日"})
	}
	for _, s := range c.MadeUp {
		out = append(out, Step{"上班", DayWord(s.Date) + " " + s.Reason})
	}
	return out
}

func pauseStep(x calendar.Pause) Step {
	if x.To.IsZero() {
		return Step{x.Reason, DayWord(x.From) + " 起，尚未恢复"}
	}
	return Step{x.Reason, fmt.Sprintf("%s 至 %s，扣除%d日", x.From, x.To, x.To.Sub(x.From))}
}

// ExplainText is the derivation as text for copying.
func ExplainText(title string, steps []Step) string {
	var b strings.Builder
	b.WriteString(title + "\n")
	for _, s := range steps {
		b.WriteString(s.Label + "：" + s.Text + "\n")
	}
	return b.String()
}
