package calendar

import "slices"

// Treatment is what a count did with a day.
type Treatment string

// Treatments of days.
const (
	StartDay Treatment = "start"   // 起算日，不计入
	Counted  Treatment = "counted" // 计入
	RestDay  Treatment = "rest"    // 休息日，不计入
	InPause  Treatment = "paused"  // 扣除期间内，不计入
	Rolled   Treatment = "rolled"  // 最后一日为休息日，顺延
	Reserved Treatment = "clear"   // 期间与开庭、听证日之间留足的一日
)

// DayMark is one day of a derivation.
type DayMark struct {
	Date      Date      `json:"date"`
	Treatment Treatment `json:"treatment"`
	// N is the number of the day in the period, 0 for days that are not counted.
	N int `json:"n,omitempty"`
	// MadeUp is true for a make-up working day (调休上班).
	MadeUp bool   `json:"made_up,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// Derivation lists every day from the start of a count to its due date with what was done with it; backwards for a
// negative count. It is empty for counts by months, years and named days, which count no days, and for open ones.
func (c *Calendar) Derivation(k Count) []DayMark {
	switch {
	case k.Open || k.Unit == MonthUnit || k.Unit == YearUnit || k.Unit == NamedDay || k.Start.IsZero():
		return nil
	case k.Unit == Workday:
		return c.deriveWorkdays(k)
	}
	return c.deriveDays(k)
}

func (c *Calendar) deriveWorkdays(k Count) []DayMark {
	step := Date(1)
	if k.N < 0 {
		step = -1
	}
	out := []DayMark{{Date: k.Start, Treatment: StartDay}}
	for d, n := k.Start, 0; d != k.Due; {
		d += step
		work, _ := c.IsWorkday(d)
		e, known := c.Exception(d)
		m := DayMark{Date: d, Treatment: RestDay, Reason: e.Name}
		switch {
		case work && n < max(k.N, -k.N):
			n++
			m.Treatment, m.N, m.MadeUp = Counted, n, known
		case work:
			m.Treatment, m.MadeUp = Reserved, known
		case !known:
			m.Reason = weekend
		}
		out = append(out, m)
	}
	return out
}

const weekend = "周末"

func (c *Calendar) deriveDays(k Count) []DayMark {
	out := []DayMark{{Date: k.Start, Treatment: StartDay}}
	n := 0
	for d := k.Start + 1; d <= k.Due; d++ {
		e, known := c.Exception(d)
		m := DayMark{Date: d, Reason: e.Name, MadeUp: known && !e.Rest}
		i := slices.IndexFunc(k.Pauses, func(p Pause) bool { return d >= p.From && d < p.To })
		switch {
		case i >= 0:
			m.Treatment, m.Reason = InPause, k.Pauses[i].Reason
		case d > k.Raw || d == k.Raw && k.Due > k.Raw:
			m.Treatment = Rolled
			if d == k.Due {
				m.Treatment = Counted
			} else if m.Reason == "" {
				m.Reason = weekend
			}
			if d == k.Raw {
				n++
				m.N = n
			}
		default:
			n++
			m.Treatment, m.N = Counted, n
		}
		out = append(out, m)
	}
	return out
}
