package model

import (
	"context"
	"errors"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
)

// behindLimit bounds the list of cases shown behind a figure.
const behindLimit = 200

// Statistics is the page of a year's figures.
type Statistics struct {
	Year int
	// AsOf is the day whose knowledge counts, as typed; "" is the year's last day.
	AsOf   string
	Report *statistics.Report
}

// NewStatistics begins with the newest year that has cases, as it stands today if it still runs.
func NewStatistics(years []int, today calendar.Date) *Statistics {
	s := &Statistics{Year: today.Year()}
	if len(years) > 0 {
		s.Year = min(years[0], today.Year())
	}
	s.SetYear(s.Year, today)
	return s
}

// SetYear turns to a year; the day counted on becomes today in the running year, else the year's end.
func (s *Statistics) SetYear(year int, today calendar.Date) {
	s.Year, s.AsOf = year, ""
	if d := asOfIn(year, today); !d.IsZero() {
		s.AsOf = d.String()
	}
}

// Day reads the day to count on.
func (s *Statistics) Day(today calendar.Date) (calendar.Date, error) {
	d, err := ReadDate(s.AsOf, today)
	if err != nil {
		return 0, err
	}
	if !d.IsZero() && d.Year() < s.Year {
		return 0, &cases.Error{Op: "count", Kind: cases.Invalid, Msg: "统计截止日早于统计年度，请填写该年度内或以后的日期。"}
	}
	return d, nil
}

// YearChoices are the years to choose from, newest first; the current year is always among them.
func YearChoices(years []int, today calendar.Date) []int {
	out := slices.Clone(years)
	if !slices.Contains(out, today.Year()) {
		out = append(out, today.Year())
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

// Head is one group head over adjacent columns.
type Head struct {
	Label string
	Span  int
}

// Heads joins the group heads of adjacent columns; nil if no column stands under a group.
func Heads(t Grid) []Head {
	var out []Head
	grouped := false
	for _, c := range t.Columns {
		grouped = grouped || c.Group != ""
		if n := len(out); n > 0 && c.Group != "" && out[n-1].Label == c.Group {
			out[n-1].Span++
			continue
		}
		out = append(out, Head{c.Group, 1})
	}
	if !grouped {
		return nil
	}
	return out
}

// Behind loads the cases that a figure counts, at most behindLimit of them; more tells whether some were left out.
func Behind(ctx context.Context, o cases.Reader, ids []cases.ID, today calendar.Date) (rows []cases.Row, more bool, err error) {
	if len(ids) > behindLimit {
		ids, more = ids[:behindLimit], true
	}
	add := func(c *cases.Case) error {
		rows = append(rows, cases.Project(c, o.Law(), today))
		return nil
	}
	// An office that reads many cases at once opens the list in the time of a few.
	if many, ok := o.(cases.Picker); ok {
		err := many.EachOf(ctx, ids, add)
		return rows, more, err
	}
	for _, id := range ids {
		c, err := o.Case(ctx, id)
		if err != nil {
			var e *cases.Error
			if errors.As(err, &e) && e.Kind == cases.NotFound {
				continue // removed since the year was counted
			}
			return nil, false, err
		}
		if err := add(c); err != nil {
			return nil, false, err
		}
	}
	return rows, more, nil
}
