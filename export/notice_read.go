package export

import (
	"cmp"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

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
// row (日期 or 开始日期 and 结束日期, 类型, 名称; or 节日, 放假时间, 调休上班日期), or from an iCalendar file. One file may hold several
// years. Errors are *cases.Error that name the place.
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
		return nil, noticeTooLarge(path)
	case len(data) == 0:
		return nil, refuse(cases.Damaged, "文件“"+filepath.Base(path)+"”是空的，没有任何内容。", nil)
	}
	return data, nil
}

func noticeTooLarge(path string) error {
	return refuse(cases.Invalid, "文件“"+filepath.Base(path)+"”超过4MB，不像是放假安排，没有读取。请选择只含放假安排的文件。", nil)
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

// kindOfDay is what words say of a day.
type kindOfDay int

const (
	dayUntold  kindOfDay = iota // neither off nor made up
	dayUnclear                  // 调休 alone: the day off or the day made up
	dayOff                      // 休, 放假
	dayMadeUp                   // 班, 补班, 上班
)

// dayKind tells from words whether a day is off or made up.
func dayKind(text string) kindOfDay {
	switch {
	case strings.Contains(text, "班") || strings.Contains(text, "工作日"):
		return dayMadeUp
	case strings.Contains(text, "放假") || strings.Contains(text, "假期") || strings.Contains(strings.ReplaceAll(text, "调休", ""), "休"):
		return dayOff
	case strings.Contains(text, "调休"):
		return dayUnclear
	}
	return dayUntold
}

// holidayNames are the statutory holidays by the words that calendars know them by.
var holidayNames = []struct{ word, name string }{{"元旦", "元旦"}, {"新年", "元旦"}, {"春节", "春节"}, {"除夕", "春节"}, {"清明", "清明节"},
	{"劳动", "劳动节"}, {"五一", "劳动节"}, {"端午", "端午节"}, {"中秋", "中秋节"}, {"国庆", "国庆节"}, {"十一", "国庆节"}}

// holidayAside is what calendars write behind the name of a holiday.
var holidayAside = regexp.MustCompile(`[\s（(：:\[【].*|休$|放假.*|假期.*|调休.*`)

// exceptionOf names a day off after its holiday.
func exceptionOf(kind kindOfDay, text string) calendar.Exception {
	if kind == dayMadeUp {
		return calendar.Exception{Name: "调休上班"}
	}
	var names []string
	for _, n := range holidayNames {
		if strings.Contains(text, n.word) && !slices.Contains(names, n.name) {
			names = append(names, n.name)
		}
	}
	own := holidayAside.ReplaceAllString(strings.TrimSpace(text), "")
	return calendar.Exception{Rest: true, Name: cmp.Or(strings.Join(names, "、"), own, "放假")}
}

// byYear groups days into notices. Days of December around New Year belong to the notice of the new year, unless the file
// has nothing else of that year; a New Year's holiday alone is no notice of its year, or the rest of it would count as known.
func byYear(file string, days []calendar.SpecialDay) ([]calendar.Notice, error) {
	whole := map[int]bool{} // years of which the file holds more than the turn of the year
	for _, d := range days {
		if d.Month() != time.December && !turnOfYear(d) {
			whole[d.Year()] = true
		}
	}
	years := map[int][]calendar.SpecialDay{}
	for _, d := range days {
		y := d.Year()
		switch {
		case d.Month() == time.December && (whole[y+1] || !whole[y]):
			y++
		case turnOfYear(d) && !whole[y] && whole[y-1]:
			y--
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
		return nil, refuse(cases.Invalid, "文件“"+file+"”中没有找到放假或者调休上班的日期。工作簿应当有“日期、类型”或者“节日、放假时间、调休上班日期”的标题行，日历中的事项应当写明“休”或者“班”。", nil)
	}
	slices.SortFunc(out, func(a, b calendar.Notice) int { return cmp.Compare(a.Year, b.Year) })
	return out, nil
}

// turnOfYear reports a day off in the first three days of January.
func turnOfYear(d calendar.SpecialDay) bool {
	return d.Rest && d.Month() == time.January && d.Day() <= 3
}
