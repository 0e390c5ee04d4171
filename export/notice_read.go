package export

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Bounds of a holiday notice: the largest known calendars of all years together are far smaller.
const (
	maxNoticeBytes = 4 << 20
	maxNoticeRows  = 5000
	maxNoticeSpan  = 31
)

// ReadNotices reads a holiday notice (放假安排) from .json in the form of the program's own table, from .xlsx with a header
// row (日期 or 开始日期 and 结束日期, 类型, 名称), or from an iCalendar file. One file may hold several years.
func (f *Files) ReadNotices(path string) ([]calendar.Notice, error) {
	read, ok := map[string]func(string) ([]calendar.Notice, error){
		".json": noticesFromJSON, ".xlsx": noticesFromBook, ".ics": noticesFromICS,
	}[strings.ToLower(filepath.Ext(path))]
	if !ok {
		return nil, refuse(cases.Invalid, "“"+filepath.Base(path)+"”不是放假安排文件。请选择 .json、.xlsx 或者 .ics 文件。", nil)
	}
	return read(path)
}

// noticeBytes reads a small file whole.
func noticeBytes(path string) ([]byte, error) {
	fd, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	defer fd.Close()
	data, err := io.ReadAll(io.LimitReader(fd, maxNoticeBytes+1))
	switch {
	case err != nil:
		return nil, openError(path, err)
	case len(data) > maxNoticeBytes:
		return nil, refuse(cases.Invalid, "文件“"+filepath.Base(path)+"”超过4MB，不像是放假安排。", nil)
	case len(data) == 0:
		return nil, refuse(cases.Damaged, "文件“"+filepath.Base(path)+"”是空的，没有任何内容。", nil)
	}
	return data, nil
}

func noticesFromJSON(path string) ([]calendar.Notice, error) {
	data, err := noticeBytes(path)
	if err != nil {
		return nil, err
	}
	out, err := calendar.ReadNotices(data)
	if err != nil {
		return nil, refuse(cases.Invalid, "文件“"+filepath.Base(path)+"”："+err.Error()+"。", err)
	}
	return out, nil
}

// noticesFromICS reads the all-day events of a calendar. Calendars of Chinese holidays write 休 and 班 into the summary;
// other events (节气, 纪念日) are passed over.
func noticesFromICS(path string) ([]calendar.Notice, error) {
	data, err := noticeBytes(path)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	cal, err := ics.ParseCalendar(strings.NewReader(string(data)))
	if err != nil {
		return nil, refuse(cases.Invalid, "文件“"+name+"”不是可以读取的日历文件（.ics）。", err)
	}
	var days []calendar.SpecialDay
	for _, e := range cal.Events() {
		list, err := eventDays(e)
		if err != nil {
			return nil, refuse(cases.Invalid, "文件“"+name+"”中的事项“"+eventTitle(e)+"”："+err.Error()+"。", err)
		}
		days = append(days, list...)
	}
	return byYear(name, days)
}

func eventTitle(e *ics.VEvent) string {
	if p := e.GetProperty(ics.ComponentPropertySummary); p != nil {
		return strings.TrimSpace(p.Value)
	}
	return ""
}

func eventDays(e *ics.VEvent) ([]calendar.SpecialDay, error) {
	x, ok := specialOf(eventTitle(e))
	if !ok {
		return nil, nil
	}
	from, err := e.GetAllDayStartAt()
	if err != nil {
		if from, err = e.GetStartAt(); err != nil {
			return nil, errors.New("没有开始日期")
		}
	}
	last := calendar.Of(from)
	if to, err := e.GetAllDayEndAt(); err == nil { // the end is the day after the last
		last = max(last, calendar.Of(to.Add(-time.Second)))
	}
	return spanDays(calendar.Of(from), last, x)
}

// spanDays lists the days of a range.
func spanDays(first, last calendar.Date, x calendar.Exception) ([]calendar.SpecialDay, error) {
	if last < first || last.Sub(first) > maxNoticeSpan {
		return nil, fmt.Errorf("起止日期%s至%s不合理", first, last)
	}
	var out []calendar.SpecialDay
	for d := first; d <= last; d++ {
		out = append(out, calendar.SpecialDay{Date: d, Exception: x})
	}
	return out, nil
}

// holidayNames are the statutory holidays by the word that calendars know them by.
var holidayNames = []struct{ word, name string }{{"元旦", "元旦"}, {"春节", "春节"}, {"除夕", "春节"}, {"清明", "清明节"},
	{"劳动", "劳动节"}, {"五一", "劳动节"}, {"端午", "端午节"}, {"国庆", "国庆节"}, {"十一", "国庆节"}, {"中秋", "中秋节"}}

// specialOf tells from words whether a day is off or made up; false if it is neither.
func specialOf(text string) (calendar.Exception, bool) {
	name := ""
	for _, n := range holidayNames {
		if strings.Contains(text, n.word) {
			name = cmp.Or(name, n.name)
		}
	}
	switch {
	case strings.Contains(text, "班") || strings.Contains(text, "工作日"):
		return calendar.Exception{Name: "调休上班"}, true
	case strings.Contains(text, "休") || strings.Contains(text, "放假"):
		return calendar.Exception{Rest: true, Name: cmp.Or(name, "放假")}, true
	}
	return calendar.Exception{}, false
}

// byYear groups days into notices. The days of December that belong to New Year's holiday go with the new year.
func byYear(file string, days []calendar.SpecialDay) ([]calendar.Notice, error) {
	years := map[int][]calendar.SpecialDay{}
	for _, d := range days {
		y := d.Year()
		if d.Month() == time.December && d.Rest && strings.Contains(d.Name, "元旦") {
			y++
		}
		years[y] = append(years[y], d)
	}
	var out []calendar.Notice
	for y, list := range years {
		n, err := calendar.NewNotice(y, list)
		if err != nil {
			return nil, refuse(cases.Invalid, "文件“"+file+"”："+err.Error()+"。", err)
		}
		out = append(out, n)
	}
	if len(out) == 0 {
		return nil, refuse(cases.Invalid, "文件“"+file+"”中没有找到放假或者调休上班的日期。", nil)
	}
	slices.SortFunc(out, func(a, b calendar.Notice) int { return cmp.Compare(a.Year, b.Year) })
	return out, nil
}

// noticeColumns are the header names by what they mean.
var noticeColumns = map[string][]string{
	"from": {"日期", "开始日期", "起始日期", "开始", "起"}, "to": {"结束日期", "截止日期", "结束", "止"},
	"type": {"类型", "安排", "休/班", "性质"}, "name": {"名称", "节日", "节日名称", "说明", "备注"},
}

// noticesFromBook reads a workbook with a header row.
func noticesFromBook(path string) ([]calendar.Notice, error) {
	s, err := openSource(path)
	if err != nil {
		return nil, err
	}
	defer s.close()
	var days []calendar.SpecialDay
	for _, sheet := range s.f.GetSheetList() {
		list, err := s.noticeSheet(sheet)
		if err != nil {
			return nil, err
		}
		days = append(days, list...)
	}
	return byYear(s.name, days)
}

func (s *source) noticeSheet(sheet string) ([]calendar.SpecialDay, error) {
	rows, err := s.f.Rows(sheet)
	if err != nil {
		return nil, refuse(cases.Damaged, "文件“"+s.name+"”的工作表“"+sheet+"”不能读取。", err)
	}
	defer rows.Close()
	var at map[string]int
	var out []calendar.SpecialDay
	for n := 1; rows.Next() && n <= maxNoticeRows; n++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, refuse(cases.Damaged, "文件“"+s.name+"”的工作表“"+sheet+"”第"+strconv.Itoa(n)+"行不能读取。", err)
		}
		if at == nil {
			at = noticeHead(cells)
			continue
		}
		list, err := s.noticeRow(at, cells)
		if err != nil {
			return nil, refuse(cases.Invalid, fmt.Sprintf("文件“%s”的工作表“%s”第%d行：%v。", s.name, sheet, n, err), err)
		}
		out = append(out, list...)
	}
	return out, nil
}

// noticeHead finds the columns, nil if the row is not the header.
func noticeHead(cells []string) map[string]int {
	at := map[string]int{}
	for i, c := range cells {
		for key, names := range noticeColumns {
			if slices.Contains(names, strings.TrimSpace(c)) {
				at[key] = i
			}
		}
	}
	if _, ok := at["from"]; !ok || len(at) < 2 {
		return nil
	}
	return at
}

func (s *source) noticeRow(at map[string]int, cells []string) ([]calendar.SpecialDay, error) {
	cell := func(key string) string {
		if i, ok := at[key]; ok && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	if cell("from") == "" {
		return nil, nil
	}
	x, ok := specialOf(cell("type") + " " + cell("name"))
	if !ok {
		return nil, errors.New("看不出是放假还是调休上班，请在“类型”栏写“休”或者“班”")
	}
	first, err := s.noticeDay(cell("from"))
	if err != nil {
		return nil, err
	}
	last := first
	if to := cell("to"); to != "" {
		if last, err = s.noticeDay(to); err != nil {
			return nil, err
		}
	}
	return spanDays(first, last, x)
}

// noticeDay reads a date as text or as a serial number of the workbook.
func (s *source) noticeDay(text string) (calendar.Date, error) {
	if n, err := strconv.ParseFloat(text, 64); err == nil && n > 30_000 && n < 80_000 {
		t, err := excelize.ExcelDateToTime(n, s.date1904)
		return calendar.Of(t), err
	}
	return calendar.Parse(text)
}
