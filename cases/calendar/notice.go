package calendar

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Notice is the holiday arrangement of one year (国务院办公厅关于部分节假日安排的通知). It may name days of the years beside
// it: the last days of December can belong to next New Year's holiday.
type Notice struct {
	Year int
	// Days are the days whose kind the week does not tell, ascending, each once.
	Days []SpecialDay
}

// SpecialDay is one day of a notice.
type SpecialDay struct {
	Date
	Exception
}

// makeUpName is the name of every make-up working day.
const makeUpName = "调休上班"

// longestHoliday bounds a range of rest days; a longer one is a slip of the pen.
const longestHoliday = 31

// NewNotice orders and checks the days of a notice. The errors are Chinese sentences: no day at all, a day that is both
// off and made up, a day far from the year.
func NewNotice(year int, days []SpecialDay) (Notice, error) {
	days = slices.Clone(days)
	slices.SortStableFunc(days, func(a, b SpecialDay) int { return cmp.Compare(a.Date, b.Date) })
	n := Notice{Year: year}
	for _, d := range days {
		if d.Date < New(year-1, 12, 1) || d.Date > New(year+1, 1, 31) {
			return Notice{}, fmt.Errorf("%d年的放假通知中有不属于该年的日期%s，请核对年份", year, d.Date)
		}
		if last := len(n.Days) - 1; last >= 0 && n.Days[last].Date == d.Date {
			if n.Days[last].Rest != d.Rest {
				return Notice{}, contradiction(d.Date, n.Days[last].Name+d.Name)
			}
			continue
		}
		if !d.Rest {
			d.Name = makeUpName
		}
		n.Days = append(n.Days, d)
	}
	if !slices.ContainsFunc(n.Days, func(d SpecialDay) bool { return d.Rest }) {
		return Notice{}, fmt.Errorf("%d年的放假通知中没有任何放假日期", year)
	}
	return n, nil
}

func contradiction(d Date, name string) error {
	return fmt.Errorf("节假日数据自相矛盾：%s既是休息日（%s）又是调休工作日", d, name)
}

type noticeFile struct {
	Years map[int]noticeYear `json:"years"`
}

type noticeYear struct {
	// Rest maps the holiday's name to inclusive ranges a..b or single days.
	Rest map[string][]string `json:"rest"`
	Work []string            `json:"work"`
}

// ReadNotices reads the JSON form of assets/holidays.json: years → rest (name → inclusive ranges a..b) and work (make-up
// days). Contradictory or unreadable entries are errors, Chinese sentences.
func ReadNotices(data []byte) ([]Notice, error) {
	var f noticeFile
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &f); err != nil {
		return nil, fmt.Errorf("节假日数据无法读取：%w", err)
	}
	if len(f.Years) == 0 {
		return nil, errors.New("节假日数据中没有任何年度")
	}
	var out []Notice
	for year, y := range f.Years {
		n, err := y.notice(year)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b Notice) int { return cmp.Compare(a.Year, b.Year) })
	return out, nil
}

func (y noticeYear) notice(year int) (Notice, error) {
	var days []SpecialDay
	for name, ranges := range y.Rest {
		for _, r := range ranges {
			list, err := holidays(name, r)
			if err != nil {
				return Notice{}, err
			}
			days = append(days, list...)
		}
	}
	for _, w := range y.Work {
		d, err := ParseISO(w)
		if err != nil {
			return Notice{}, err
		}
		days = append(days, SpecialDay{d, Exception{Name: makeUpName}})
	}
	return NewNotice(year, days)
}

// holidays lists the days of a range of rest days a..b.
func holidays(name, span string) ([]SpecialDay, error) {
	from, to, ok := strings.Cut(span, "..")
	if !ok {
		to = from
	}
	first, err := ParseISO(from)
	if err != nil {
		return nil, err
	}
	last, err := ParseISO(to)
	if err != nil {
		return nil, err
	}
	if last < first || last.Sub(first) > longestHoliday {
		return nil, fmt.Errorf("节假日“%s”的起止日期%s不合理", name, span)
	}
	var out []SpecialDay
	for d := first; d <= last; d++ {
		out = append(out, SpecialDay{d, Exception{Rest: true, Name: name}})
	}
	return out, nil
}

// WriteNotices gives the form that ReadNotices reads.
func WriteNotices(notices []Notice) ([]byte, error) {
	f := noticeFile{Years: map[int]noticeYear{}}
	for _, n := range notices {
		y := noticeYear{Rest: map[string][]string{}, Work: []string{}}
		for i := 0; i < len(n.Days); {
			d := n.Days[i]
			if !d.Rest {
				y.Work = append(y.Work, d.Date.String())
				i++
				continue
			}
			last := i
			for last+1 < len(n.Days) && n.Days[last+1].Exception == d.Exception && n.Days[last+1].Date == n.Days[last].Date+1 {
				last++
			}
			y.Rest[d.Name] = append(y.Rest[d.Name], d.Date.String()+".."+n.Days[last].Date.String())
			i = last + 1
		}
		f.Years[n.Year] = y
	}
	return json.MarshalIndent(f, "", "  ")
}
