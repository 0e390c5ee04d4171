package export

import (
	"bytes"
	"errors"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// noticesFromICS reads the all-day events of a calendar. Calendars of Chinese holidays write 休 and 班 into the summary;
// other events (节气, 纪念日) are passed over.
func noticesFromICS(path string) ([]calendar.Notice, error) {
	data, err := noticeBytes(path)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	err = soundICS(data)
	var cal *ics.Calendar
	if err == nil {
		cal, err = ics.ParseCalendar(bytes.NewReader(data))
	}
	if err != nil {
		return nil, refuse(cases.Invalid, "文件“"+name+"”不是可以读取的日历文件（.ics），请重新下载或者导出。", err)
	}
	var days []calendar.SpecialDay
	for _, e := range cal.Events() {
		list, err := eventDays(e)
		if err != nil {
			return nil, refuse(cases.Invalid, "文件“"+name+"”中"+property(e, ics.ComponentPropertyDtStart)+"的事项“"+eventTitle(e)+"”："+err.Error()+"。", err)
		}
		days = append(days, list...)
	}
	return byYear(name, days)
}

// Bounds of a calendar file. The library's work grows with the square of the depth and of a line's length.
const (
	maxDepthICS = 8
	maxLineICS  = 8 << 10
)

// soundICS reports components that are not closed or lie too deep, and lines that never end.
func soundICS(data []byte) error {
	depth, length := 0, 0
	for line := range bytes.Lines(data) {
		if line[0] == ' ' || line[0] == '\t' {
			length += len(line)
		} else {
			length = len(line)
		}
		word := bytes.ToUpper(line[:min(len(line), len("BEGIN:"))])
		switch {
		case bytes.Equal(word, []byte("BEGIN:")):
			depth++
		case bytes.HasPrefix(word, []byte("END:")):
			depth--
		}
		if depth < 0 || depth > maxDepthICS || length > maxLineICS {
			return errors.New("calendar too deep or with an endless line")
		}
	}
	if depth != 0 {
		return errors.New("calendar breaks off")
	}
	return nil
}

func property(e *ics.VEvent, p ics.ComponentProperty) string {
	if v := e.GetProperty(p); v != nil {
		return strings.TrimSpace(v.Value)
	}
	return ""
}

func eventTitle(e *ics.VEvent) string { return property(e, ics.ComponentPropertySummary) }

func eventDays(e *ics.VEvent) ([]calendar.SpecialDay, error) {
	kind := dayKind(eventTitle(e))
	switch {
	case kind == dayUntold:
		return nil, nil
	case kind == dayUnclear:
		return nil, errors.New("只写了“调休”，看不出是放假还是上班，请改成“休”或者“班”")
	case property(e, ics.ComponentPropertyRrule) != "":
		return nil, errors.New("是重复事项，放假安排每年不同，请逐年写明日期")
	}
	first, _, err := eventDay(property(e, ics.ComponentPropertyDtStart))
	if err != nil {
		return nil, err
	}
	last, err := eventEnd(e, first)
	if err != nil {
		return nil, err
	}
	return spanDays(dayRange{first, last}, exceptionOf(kind, eventTitle(e)))
}

// eventEnd is the last day of an event, whose end is the first moment behind it.
func eventEnd(e *ics.VEvent, first calendar.Date) (calendar.Date, error) {
	if end := property(e, ics.ComponentPropertyDtEnd); end != "" {
		d, midnight, err := eventDay(end)
		if err != nil {
			return 0, err
		}
		if midnight && d > first {
			d--
		}
		return d, nil
	}
	if m := wholeDays.FindStringSubmatch(property(e, ics.ComponentPropertyDuration)); m != nil {
		n, err := strconv.Atoi(m[1])
		if err != nil || n < 1 || n > maxNoticeSpan {
			return 0, errors.New("持续天数不合理")
		}
		return first.AddDays(n - 1), nil
	}
	return first, nil
}

var wholeDays = regexp.MustCompile(`^P(\d{1,3})D$`)

// eventDay reads a day or a moment as a day in China, and whether the moment is the day's first. A moment without a zone,
// or with the name of one, is that of the calendar's own land: nobody gives Chinese holidays by another's clock.
func eventDay(value string) (on calendar.Date, midnight bool, err error) {
	if d, moment, ok := strings.Cut(value, "T"); ok {
		t, err := time.Parse("20060102T150405", d+"T"+strings.TrimSuffix(moment, "Z"))
		if err != nil {
			return 0, false, errors.New("日期“" + value + "”不能识别")
		}
		if strings.HasSuffix(moment, "Z") {
			t = t.Add(8 * time.Hour)
		}
		return calendar.Of(t), t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0, nil
	}
	t, err := time.Parse("20060102", value)
	if err != nil {
		return 0, false, errors.New("日期“" + value + "”不能识别")
	}
	return calendar.Of(t), true, nil
}
