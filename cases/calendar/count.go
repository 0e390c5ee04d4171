package calendar

import "errors"

// Unit is the kind of day or month a period is counted in.
type Unit string

const (
	// Workday is 工作日: rest days are skipped (L23-88 para 2).
	Workday Unit = "工作日"
	// NaturalDay is 自然日: every day counts, and a last day on a rest day moves on.
	NaturalDay Unit = "日"
	// MonthUnit is 月: to the corresponding day.
	MonthUnit Unit = "个月"
	// YearUnit is 年.
	YearUnit Unit = "年"
)

// Pause is an interval that is deducted from a period (扣除期间), [From, To): the day of suspension is still used, the
// day of resumption counts again. A zero To is a pause that still runs.
type Pause struct {
	From, To Date
	// Reason is the Chinese ground shown in the explanation, e.g. 中止.
	Reason string
}

// Skip is a day that was not counted, or counted against the week, and why.
type Skip struct {
	Date   Date   `json:"date"`
	Reason string `json:"reason"`
}

// Count is the derivation of a due date: what the explanation “为什么是这一天” is written from.
type Count struct {
	Start Date
	N     int
	Unit  Unit
	// Raw is the last day before it is moved off a rest day; Due is the day the period ends.
	Raw, Due Date
	// Skipped lists the rest days passed over (working-day periods) or rolled over (others), and make-up days counted.
	Skipped []Skip
	// Paused is the number of days deducted, the union of the pauses.
	Paused int
	// Open is true while a pause still runs: then there is no due date yet and Due is zero.
	Open bool
	// Provisional is true when a year without holiday data was touched: the date is 推算, by weekends only. Missing
	// holds the sentence that says which year.
	Provisional bool
	Missing     error
}

// Workdays counts n working days after start (the start day itself is not counted). Negative n counts backwards, for
// notices that must go out so many days before a hearing.
func (c *Calendar) Workdays(start Date, n int) Count {
	out := Count{Start: start, N: n, Unit: Workday}
	step := Date(1)
	if n < 0 {
		step, n = -1, -n
	}
	d := start
	for n > 0 {
		d += step
		if c.look(d, &out) {
			n--
		}
	}
	out.Raw, out.Due = d, d
	return out
}

// Days counts n natural days, months or years after start, adds the pauses, and rolls a last day that is a rest day to
// the next working day. Extension days belong into n: they are added to the raw date, never to a rolled one.
func (c *Calendar) Days(start Date, n int, unit Unit, pauses []Pause) Count {
	out := Count{Start: start, N: n, Unit: unit}
	raw := start
	switch unit {
	case MonthUnit:
		raw = start.AddMonths(n)
	case YearUnit:
		raw = start.AddMonths(12 * n)
	default:
		raw = start.AddDays(n)
	}
	days, open := union(start, raw, pauses)
	out.Paused, out.Open = days, open
	if open {
		return out
	}
	out.Raw = raw.AddDays(days)
	d := out.Raw
	for !c.look(d, &out) {
		d++
	}
	out.Due = d
	return out
}

// look reports whether d is a working day and notes in out why, when that is not plain from the week.
func (c *Calendar) look(d Date, out *Count) bool {
	work, err := c.IsWorkday(d)
	var missing *MissingYearError
	if errors.As(err, &missing) {
		out.Provisional, out.Missing = true, err
	}
	e, known := c.Exception(d)
	switch {
	case known:
		out.Skipped = append(out.Skipped, Skip{d, e.Name})
	case !work:
		out.Skipped = append(out.Skipped, Skip{d, "周末"})
	}
	return work
}

// union is the number of days the pauses take out of the period, overlaps once. A pause that starts after the period
// would have ended by then is not deducted: it came too late to stop anything.
func union(start, raw Date, pauses []Pause) (days int, open bool) {
	end := raw
	var last Date
	for _, p := range sortPauses(pauses) {
		from := max(p.From, start, last)
		if from > end {
			break
		}
		if p.To.IsZero() {
			return days, true
		}
		if p.To <= from {
			continue
		}
		n := p.To.Sub(from)
		days += n
		end = end.AddDays(n)
		last = p.To
	}
	return days, false
}
