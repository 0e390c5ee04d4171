package model

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// CountSpan is a period of counting as typed, with the rules chosen (统计期和口径).
type CountSpan struct {
	// From, To and AsOf are days as typed; an empty AsOf is the last day of the period, today while it runs.
	From, To, AsOf string
	Rules          forms.Rules
}

// SetYear turns to a whole year.
func (s *CountSpan) SetYear(year int, today calendar.Date) {
	s.From, s.To, s.AsOf = calendar.New(year, 1, 1).String(), calendar.New(year, 12, 31).String(), ""
	if d := asOfIn(year, today); !d.IsZero() {
		s.AsOf = d.String()
	}
}

// Period reads the days typed.
func (s *CountSpan) Period(today calendar.Date) (forms.Period, error) {
	invalid := func(msg string) error { return &cases.Error{Op: "forms", Kind: cases.Invalid, Msg: msg} }
	var p forms.Period
	for _, x := range []struct {
		text string
		into *calendar.Date
		name string
	}{{s.From, &p.From, "统计期的第一天"}, {s.To, &p.To, "统计期的最后一天"}, {s.AsOf, &p.AsOf, "截止日期"}} {
		d, err := ReadDate(x.text, today)
		if err != nil {
			return p, invalid(x.name + "没有看懂，请写成 2026-1-1。")
		}
		*x.into = d
	}
	switch {
	case p.From.IsZero() || p.To.IsZero():
		return p, invalid("请填写统计期的第一天和最后一天。")
	case p.To < p.From:
		return p, invalid("统计期的最后一天早于第一天，请改正。")
	}
	if p.AsOf.IsZero() {
		p.AsOf = min(p.To, max(today, p.From))
	}
	if p.AsOf < p.From {
		return p, invalid("截止日期早于统计期的第一天，还没有可以统计的内容。")
	}
	return p, nil
}

// options begin the order for a file of the period.
func (s *CountSpan) options(p forms.Period, ids ...string) cases.FormOptions {
	opt := cases.FormOptions{Forms: ids, From: p.From, To: p.To, AsOf: p.AsOf, Rules: map[string]string{}}
	for id, code := range s.Rules {
		opt.Rules[string(id)] = code
	}
	return opt
}
