package calendar

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Calendar knows which days are rest days (法定休假日: weekends and holidays as arranged by the State Council) and
// which weekend days are made up (调休). It is immutable; a new year's notice gives a new Calendar.
type Calendar struct {
	years map[int]bool
	days  map[Date]Exception
}

// Exception is a day whose kind the week does not tell.
type Exception struct {
	// Rest is true for a holiday, false for a make-up working day (调休上班).
	Rest bool
	// Name is the holiday's name, e.g. 春节; for a make-up day 调休上班.
	Name string
}

// MissingYearError says that a year's holiday notice is not in the data, so that nobody silently assumes "no
// holidays". Error is a Chinese sentence.
type MissingYearError struct{ Year int }

func (e *MissingYearError) Error() string {
	return fmt.Sprintf("缺少%d年的节假日安排数据，涉及该年的期限只能按周末推算，请导入当年国务院办公厅放假通知", e.Year)
}

type holidayFile struct {
	Years map[int]struct {
		Rest map[string][]string `json:"rest"`
		Work []string            `json:"work"`
	} `json:"years"`
}

// Read builds a Calendar from the JSON form of assets/holidays.json: years → rest (name → inclusive ranges a..b) and
// work (make-up days). Contradictory or unreadable entries are errors.
func Read(data []byte) (*Calendar, error) {
	var f holidayFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("节假日数据无法读取：%w", err)
	}
	if len(f.Years) == 0 {
		return nil, errors.New("节假日数据中没有任何年度")
	}
	c := &Calendar{years: map[int]bool{}, days: map[Date]Exception{}}
	for year, y := range f.Years {
		c.years[year] = true
		for name, ranges := range y.Rest {
			for _, r := range ranges {
				if err := c.addRest(name, r); err != nil {
					return nil, err
				}
			}
		}
		for _, w := range y.Work {
			if err := c.set(w, Exception{Name: "调休上班"}); err != nil {
				return nil, err
			}
		}
	}
	return c, nil
}

func (c *Calendar) addRest(name, span string) error {
	from, to, ok := strings.Cut(span, "..")
	if !ok {
		to = from
	}
	first, err := ParseISO(from)
	if err != nil {
		return err
	}
	last, err := ParseISO(to)
	if err != nil {
		return err
	}
	if last < first || last.Sub(first) > 31 {
		return fmt.Errorf("节假日“%s”的起止日期%s不合理", name, span)
	}
	for d := first; d <= last; d++ {
		if err := c.set(d.String(), Exception{Rest: true, Name: name}); err != nil {
			return err
		}
	}
	return nil
}

func (c *Calendar) set(iso string, e Exception) error {
	d, err := ParseISO(iso)
	if err != nil {
		return err
	}
	if old, ok := c.days[d]; ok && old.Rest != e.Rest {
		return fmt.Errorf("节假日数据自相矛盾：%s既是休息日（%s）又是调休工作日", iso, old.Name+e.Name)
	}
	c.days[d] = e
	return nil
}

// Years lists the years whose notice is known, ascending.
func (c *Calendar) Years() []int {
	out := make([]int, 0, len(c.years))
	for y := range c.years {
		out = append(out, y)
	}
	slices.Sort(out)
	return out
}

// Has reports whether the year's notice is known.
func (c *Calendar) Has(year int) bool { return c.years[year] }

// Exception returns what the notices say of a day, false when the week decides.
func (c *Calendar) Exception(d Date) (Exception, bool) {
	e, ok := c.days[d]
	return e, ok
}

// IsWorkday reports whether d is a working day. A day in a year without data is a *MissingYearError together with
// what the week alone would say; the caller decides whether an estimate may be shown, and must mark it 推算.
func (c *Calendar) IsWorkday(d Date) (bool, error) {
	if e, ok := c.days[d]; ok {
		return !e.Rest, nil
	}
	wd := d.Weekday()
	work := wd != time.Saturday && wd != time.Sunday
	if !c.years[d.Year()] {
		return work, &MissingYearError{d.Year()}
	}
	return work, nil
}
