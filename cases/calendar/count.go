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
	// NamedDay is a day that a paper names (指定日期): nothing is counted.
	NamedDay Unit = "指定日期"
)

// Skip is a day that is treated otherwise than the week alone would have it, and why.
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
	// Skipped lists the rest days passed over (working-day periods) or rolled over (others); MadeUp the make-up days
	// (调休上班) that were looked at and count as working days.
	Skipped, MadeUp []Skip
	// Pauses are the intervals deducted, overlaps merged; Paused is their number of days.
	Pauses []Pause
	Paused int
	// Open is true while a pause still runs: then there is no due date yet and Due is zero.
	Open bool
	// Provisional is true when a year without holiday data was touched: the date is 推算, by weekends only. Missing
	// holds the sentence that says which year.
	Provisional bool
	Missing     error
}

// Workdays counts n working days after start (the start day itself is not counted). Negative n counts backwards.
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

// Before counts n working days back from a day for a notice that must go out so long before it (N is then -n). Raw is
// the nth working day back. With clear days, the notice goes out on the working day before that, so that n full working
// days lie between the notice and the day.
func (c *Calendar) Before(day Date, n int, clear bool) Count {
	out := c.Workdays(day, -n)
	if !clear {
		return out
	}
	for {
		out.Due--
		if c.look(out.Due, &out) {
			return out
		}
	}
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
	if len(pauses) > 0 {
		out.Pauses, out.Paused, out.Open = union(start, raw, pauses)
	}
	if out.Open {
		return out
	}
	out.Raw = raw.AddDays(out.Paused)
	c.roll(&out)
	return out
}

// Further adds n natural days to the due date of a count, for offices that extend the rolled date instead of the raw one.
func (c *Calendar) Further(base Count, n int) Count {
	if base.Open || n == 0 {
		return base
	}
	out := base
	out.N += n
	out.Skipped, out.MadeUp = nil, nil
	out.Raw = base.Due.AddDays(n)
	c.roll(&out)
	return out
}

func (c *Calendar) roll(out *Count) {
	out.Due = out.Raw
	for !c.look(out.Due, out) {
		out.Due++
	}
}

// Named is the count of a period whose last day a paper names; it is neither counted nor rolled.
func Named(start, due Date) Count { return Count{Start: start, Unit: NamedDay, Raw: due, Due: due} }

// look reports whether d is a working day and notes in out why, when that is not plain from the week.
func (c *Calendar) look(d Date, out *Count) bool {
	work, err := c.IsWorkday(d)
	var missing *MissingYearError
	if err != nil && errors.As(err, &missing) {
		out.Provisional, out.Missing = true, err
	}
	e, known := c.Exception(d)
	switch {
	case known && work:
		out.MadeUp = append(out.MadeUp, Skip{d, e.Name})
	case known:
		out.Skipped = append(out.Skipped, Skip{d, e.Name})
	case !work:
		out.Skipped = append(out.Skipped, Skip{d, weekend})
	}
	return work
}
