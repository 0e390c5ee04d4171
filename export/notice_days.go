package export

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"fuyi/cases/calendar"
)

// dayRange is a range of days, both inclusive.
type dayRange struct{ first, last calendar.Date }

// spanDays lists the days of a range.
func spanDays(r dayRange, x calendar.Exception) ([]calendar.SpecialDay, error) {
	if r.last < r.first || r.last.Sub(r.first) > maxNoticeSpan {
		return nil, fmt.Errorf("起止日期%s至%s不合理", r.first, r.last)
	}
	var out []calendar.SpecialDay
	for d := r.first; d <= r.last; d++ {
		out = append(out, calendar.SpecialDay{Date: d, Exception: x})
	}
	return out, nil
}

// The words between the days of a notice: 1月1日（周四）至3日（周六）放假调休，共3天.
var (
	noticeBrackets = regexp.MustCompile(`[（(][^（()）]*[)）]`)
	noticeDay      = regexp.MustCompile(`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})[日号]`)
	noticeFiller   = regexp.MustCompile(`放假|调休|补休|上班|共\d+天|[\s　。；;]`)
	noticeTo       = regexp.MustCompile(`^[，,]?(?:至|到|—|——|–|-|－|~|～)$`)
	noticeAnd      = regexp.MustCompile(`^(?:、|，|,|和|及|与)?$`)
)

// noticeRanges reads days as a notice words them. year is that of the heading, 0 if none was found; newYear places a
// December without a year before the New Year's holiday of that year.
func noticeRanges(text string, year int, newYear bool) ([]dayRange, error) {
	if r, ok := plainRange(text); ok {
		return []dayRange{r}, nil
	}
	bad := &calendar.FormatError{Text: text}
	text = noticeFiller.ReplaceAllString(noticeBrackets.ReplaceAllString(text, ""), "")
	found := noticeDay.FindAllStringSubmatchIndex(text, -1)
	if found == nil {
		return nil, bad
	}
	words := dayWords{year: year, newYear: newYear}
	var out []dayRange
	end := 0
	for i, at := range found {
		d, err := words.next(noticeDay.FindStringSubmatch(text[at[0]:at[1]]))
		if err != nil {
			return nil, err
		}
		switch between := text[end:at[0]]; {
		case i > 0 && noticeTo.MatchString(between):
			out[len(out)-1].last = d
		case (i > 0 || between == "") && noticeAnd.MatchString(between):
			out = append(out, dayRange{d, d})
		default:
			return nil, bad
		}
		end = at[1]
	}
	if strings.Trim(text[end:], "，,、") != "" {
		return nil, bad
	}
	return out, nil
}

// dayWords keeps what a day leaves out because the day before it said it: 1月1日至3日.
type dayWords struct {
	year, month int
	// told is true once the text named a year itself.
	told, newYear bool
}

// next completes a day from the parts year, month and day of its match.
func (w *dayWords) next(parts []string) (calendar.Date, error) {
	year, month, day := number4(parts[1]), number4(parts[2]), number4(parts[3])
	turned := w.told && year == 0 && w.month == 12 && month == 1
	switch {
	case year > 0:
		w.year, w.told = year, true
	case turned: // 2018年12月30日至1月1日
		w.year++
	}
	if month > 0 {
		w.month = month
	}
	if !w.told && w.month == 12 && w.newYear {
		return noticeDate(w.year-1, w.month, day)
	}
	return noticeDate(w.year, w.month, day)
}

// number4 reads up to four digits, 0 for none.
func number4(digits string) int {
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

// plainRange reads one full date, or two with a sign between them.
func plainRange(text string) (dayRange, bool) {
	if d, err := calendar.Parse(text); err == nil {
		return dayRange{d, d}, true
	}
	for _, sep := range []string{"至", "到", "~", "～", "—", ".."} {
		a, b, ok := strings.Cut(text, sep)
		if !ok {
			continue
		}
		first, err := calendar.Parse(a)
		if err != nil {
			return dayRange{}, false
		}
		last, err := calendar.Parse(strings.TrimPrefix(b, sep))
		return dayRange{first, last}, err == nil
	}
	return dayRange{}, false
}

// noticeDate builds a day that exists.
func noticeDate(year, month, day int) (calendar.Date, error) {
	switch {
	case month == 0:
		return 0, fmt.Errorf("“%d日”前面没有写月份", day)
	case year <= 0:
		return 0, fmt.Errorf("“%d月%d日”没有年份，请在标题中写明年份，例如“2027年放假安排”", month, day)
	}
	d := calendar.New(year, time.Month(month), day)
	if int(d.Month()) != month || d.Day() != day || month > 12 || year < 1949 || year > 2099 {
		return 0, fmt.Errorf("没有%d年%d月%d日这一天", year, month, day)
	}
	return d, nil
}
