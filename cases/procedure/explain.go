package procedure

import (
	"fmt"
	"strings"

	"fuyi/cases/calendar"
)

// Step is one line of the derivation of a due date (为什么是这一天): what it is about and what it says.
type Step struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Explain derives the due date of a period in steps a clerk can check with a calendar in hand: the start and its paper,
// the length, the article and regime, each counted, skipped and made-up day, the pauses, the roll, and what follows when
// it passes.
func Explain(p Period, law *Law) []Step {
	c := p.Count
	steps := []Step{
		{"起算", dayWord(c.Start) + " " + p.From + "，当日不计入"},
		{"期间", length(p)},
		{"依据", p.Rule.Basis + regimeWord(p)},
		{"责任", p.Rule.Owner},
	}
	switch {
	case c.Unit == calendar.NamedDay:
	case c.Unit == calendar.Workday:
		steps = append(steps, workdaySteps(law.Calendar.Derivation(c))...)
	default:
		steps = append(steps, naturalSteps(c)...)
	}
	if c.Provisional && c.Missing != nil {
		steps = append(steps, Step{"推算", c.Missing.Error()})
	}
	steps = append(steps, ending(p)...)
	return append(steps, Step{"逾期", p.Rule.Lapse})
}

func ending(p Period) []Step {
	if p.Count.Open {
		return []Step{{"届满", "中止等期间不计算期限，恢复后再确定届满日"}}
	}
	last := "，当日仍在期限内"
	if p.Count.N < 0 {
		last = "，最迟当日送达"
	}
	out := []Step{{"届满", dayWord(p.Count.Due) + last}}
	if !p.Running() && !p.Rule.Expires {
		out = append(out, Step{p.EndWord(), dayWord(p.Done)})
	}
	return out
}

// regimeWord names the regime where the rules differ by it.
func regimeWord(p Period) string {
	if p.Rule.Regimes == "" {
		return ""
	}
	return "，适用" + p.Regime.Label()
}

func length(p Period) string {
	n, unit := p.Count.N, string(p.Count.Unit)
	switch {
	case p.Count.Unit == calendar.NamedDay:
		return "文书指定的日期，不计算天数"
	case n < 0:
		return fmt.Sprintf("往前数%d%s", -n, unit)
	case p.Extended > 0:
		return fmt.Sprintf("%d%s（法定%d日，延长%d日）", n, unit, n-p.Extended, p.Extended)
	}
	return fmt.Sprintf("%d%s", n, unit)
}

// workdaySteps lists each counted and each skipped day.
func workdaySteps(days []calendar.DayMark) []Step {
	var out []Step
	for _, d := range days {
		text := dayWord(d.Date)
		if d.MadeUp {
			text += " 调休上班，计入"
		}
		switch d.Treatment {
		case calendar.Counted:
			out = append(out, Step{fmt.Sprintf("第%d日", d.N), text})
		case calendar.RestDay:
			out = append(out, Step{"不计", text + " " + d.Reason})
		case calendar.Reserved:
			out = append(out, Step{"留足", text + "，与听证之间留足工作日"})
		}
	}
	return out
}

// naturalSteps names what is deducted, the last day and what it was moved over.
func naturalSteps(c calendar.Count) []Step {
	var out []Step
	for _, x := range c.Pauses {
		out = append(out, pauseStep(x))
	}
	if c.Open {
		return out
	}
	if c.Paused > 0 {
		out = append(out, Step{"扣除", fmt.Sprintf("共扣除%d日，重叠的只扣一次", c.Paused)})
	}
	out = append(out, Step{"最后一日", dayWord(c.Raw)})
	for _, s := range c.Skipped {
		out = append(out, Step{"顺延", dayWord(s.Date) + " " + s.Reason + "，不作为届满日"})
	}
	for _, s := range c.MadeUp {
		out = append(out, Step{"上班", dayWord(s.Date) + " " + s.Reason + "，不再顺延"})
	}
	return out
}

func pauseStep(x calendar.Pause) Step {
	if x.To.IsZero() {
		return Step{x.Reason, dayWord(x.From) + " 起，尚未恢复"}
	}
	return Step{x.Reason, fmt.Sprintf("%s 至 %s，扣除%d日", x.From, x.To, x.To.Sub(x.From))}
}

// dayWord is a day with its day of the week: 2026-03-30 周一.
func dayWord(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String() + " " + d.WeekdayChinese()
}

// ExplainText is the derivation as text (期限计算说明), for copying and printing.
func ExplainText(title string, steps []Step) string {
	var b strings.Builder
	b.WriteString(title + "\n")
	for _, s := range steps {
		b.WriteString(s.Label + "：" + s.Text + "\n")
	}
	return b.String()
}
