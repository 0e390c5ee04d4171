package export

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

func fileOf(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const noticeICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//\r\n" +
	"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270104\r\nSUMMARY:元旦 休\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20270109\r\nDTEND;VALUE=DATE:20270110\r\nSUMMARY:元旦 补班\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:3\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20270214\r\nDTEND;VALUE=DATE:20270215\r\nSUMMARY:情人节\r\nEND:VEVENT\r\n" +
	"END:VCALENDAR\r\n"

func noticeBook(t *testing.T, rows [][]any) string {
	t.Helper()
	f := excelize.NewFile()
	for i, r := range rows {
		if err := f.SetSheetRow("Sheet1", rowCell(i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "放假.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// The same arrangement comes out of every form.
func TestNoticesOfEveryForm(t *testing.T) {
	for name, path := range map[string]string{
		"json": fileOf(t, "n.json", `{"years":{"2027":{"rest":{"元旦":["2027-01-01..2027-01-03"]},"work":["2027-01-09"]}}}`),
		"ics":  fileOf(t, "n.ics", noticeICS),
		"xlsx": noticeBook(t, [][]any{{"2027年放假安排"}, {"节日", "开始日期", "结束日期", "类型"},
			{"元旦", "2027年1月1日", "2027.1.3", "放假"}, {"", 46396, "", "调休上班"}}),
		"xlsx by day": noticeBook(t, [][]any{{"日期", "说明"}, {"2027-01-01", "元旦休"}, {"2027-01-02", "元旦休"}, {"2027-01-03", "元旦休"}, {"2027-01-09", "班"}}),
	} {
		got, err := (&Files{}).ReadNotices(path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, err := calendar.ReadNotices([]byte(`{"years":{"2027":{"rest":{"元旦":["2027-01-01..2027-01-03"]},"work":["2027-01-09"]}}}`))
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != 1 || got[0].Year != 2027 || !slices.Equal(got[0].Days, want[0].Days) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestWrongNoticesAreRefused(t *testing.T) {
	for name, path := range map[string]string{
		"不是放假安排文件": fileOf(t, "n.txt", "x"), "是空的": fileOf(t, "n.json", ""), "无法读取": fileOf(t, "n.json", "{"),
		"没有找到放假":            fileOf(t, "n.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
		"日历文件（.ics），请重新下载":  fileOf(t, "n.ics", "BEGIN:VCALENDAR\r\n"+strings.Repeat("BEGIN:VEVENT\r\n", 200_000)),
		"请重新下载或者导出":         fileOf(t, "n.ics", "BEGIN:VCALENDAR\r\nX-A:a"+strings.Repeat("\r\n a", 900_000)+"\r\nEND:VCALENDAR\r\n"),
		"不是可以读取的日历":         fileOf(t, "n.ics", "BEGIN:VEVENT"),
		"第2行：看不出":           noticeBook(t, [][]any{{"日期", "类型"}, {"2027-01-01", "节"}}),
		"单元格A2：“2027-13-01": noticeBook(t, [][]any{{"日期", "类型"}, {"2027-13-01", "休"}}),
		"既是休息日":             noticeBook(t, [][]any{{"日期", "类型"}, {"2027-01-01", "休"}, {"2027-01-01", "班"}}),
		"看不出是放假还是上班":        fileOf(t, "n.ics", strings.Replace(noticeICS, "元旦 补班", "元旦调休", 1)),
		"重复事项":              fileOf(t, "n.ics", strings.Replace(noticeICS, "SUMMARY:元旦 休", "RRULE:FREQ=YEARLY\r\nSUMMARY:元旦 休", 1)),
		"日期“2027”":          fileOf(t, "n.ics", strings.Replace(noticeICS, "20270101", "2027", 1)),
		"不合理":               fileOf(t, "n.ics", strings.Replace(noticeICS, "20270104", "20270904", 1)),
		"超过4MB":             fileOf(t, "n.ics", strings.Repeat("x", maxNoticeBytes+1)),
		"超过5000行":           noticeBook(t, append(append([][]any{{"日期", "类型"}}, make([][]any, maxNoticeRows)...), []any{"2027-01-01", "休"})),
		"没有年份":              noticeBook(t, [][]any{{"节日", "放假时间"}, {"元旦", "1月1日至3日"}}),
		"没有写月份":             noticeBook(t, [][]any{{"2027年"}, {"节日", "放假时间"}, {"元旦", "1日至3日"}}),
		"没有2027年2月30日":      noticeBook(t, [][]any{{"2027年"}, {"节日", "放假时间"}, {"元旦", "2月30日"}}),
		"单元格B2：“元旦前后":       noticeBook(t, [][]any{{"节日", "放假时间"}, {"元旦", "元旦前后"}}),
		"没有找到文件":            filepath.Join(t.TempDir(), "n.json"),
	} {
		_, err := (&Files{}).ReadNotices(path)
		if err == nil || !strings.Contains(cases.Message(err), name) {
			t.Errorf("want %q, got %v", name, err)
		}
	}
}

// Every arrangement since 2007 comes back from each form with the same working days, also where New Year's holiday begins
// in the old year.
func TestEveryNoticeComesBack(t *testing.T) {
	data, err := os.ReadFile("../assets/holidays.json")
	if err != nil {
		t.Fatal(err)
	}
	want, err := calendar.ReadNotices(data)
	if err != nil {
		t.Fatal(err)
	}
	cal := ics.NewCalendar()
	rows := [][]any{{"日期", "休/班", "说明"}}
	byHoliday := [][]any{}
	for _, n := range want {
		for _, d := range n.Days {
			mark := map[bool]string{true: "休", false: "班"}[d.Rest]
			e := cal.AddEvent(d.Date.String())
			e.SetAllDayStartAt(d.Time())
			e.SetSummary(d.Name + "（" + mark + "）")
			rows = append(rows, []any{d.Date.String(), mark, d.Name})
		}
		byHoliday = append(byHoliday, worded(n)...)
	}
	for name, path := range map[string]string{"json": "../assets/holidays.json", "ics": fileOf(t, "n.ics", cal.Serialize()),
		"by day": noticeBook(t, rows), "worded": noticeBook(t, append([][]any{{"节日", "放假时间", "调休上班日期"}}, byHoliday...))} {
		got, err := (&Files{}).ReadNotices(path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d years of %d", name, len(got), len(want))
		}
		for i := range min(len(got), len(want)) {
			same := slices.EqualFunc(got[i].Days, want[i].Days, func(a, b calendar.SpecialDay) bool { return a.Date == b.Date && a.Rest == b.Rest })
			if got[i].Year != want[i].Year || !same {
				t.Errorf("%s:\n%v\n%v", name, got[i], want[i])
			}
		}
	}
}

// worded writes a notice as the State Council's tables do: a row a holiday, and one with the days made up.
func worded(n calendar.Notice) [][]any {
	var out [][]any
	var made []string
	for i := 0; i < len(n.Days); {
		d := n.Days[i]
		if !d.Rest {
			made = append(made, d.Chinese()+"（"+d.WeekdayChinese()+"）")
			i++
			continue
		}
		last := i
		for last+1 < len(n.Days) && n.Days[last+1].Exception == d.Exception && n.Days[last+1].Date == n.Days[last].Date+1 {
			last++
		}
		_, to, _ := strings.Cut(n.Days[last].Chinese(), "年")
		out = append(out, []any{d.Name, d.Chinese() + "至" + to + "放假调休，共3天", "无"})
		i = last + 1
	}
	if len(made) > 0 {
		out = append(out, []any{"", "", strings.Join(made, "、") + "上班"})
	}
	return out
}

func TestNoticeDaysAsTheyAreWorded(t *testing.T) {
	for _, tt := range []struct {
		text    string
		year    int
		newYear bool
		want    string
	}{
		{"1月1日（周四）至3日（周六）放假调休，共3天", 2026, true, "2026-01-01..2026-01-03"},
		{"1月28日至2月4日", 2025, false, "2025-01-28..2025-02-04"},
		{"1月26日（星期日）、2月8日（星期六）上班", 2025, false, "2025-01-26 2025-02-08"},
		{"12月30日至1月1日", 2019, true, "2018-12-30..2019-01-01"},
		{"2018年12月30日至1月1日", 2019, true, "2018-12-30..2019-01-01"},
		{"4日至6日", 2020, false, ""},
		{"4月4日左右", 2020, false, ""},
		{"2027-01-01~2027-01-03", 0, false, "2027-01-01..2027-01-03"},
		{"2027年1月1日——2027年1月3日", 0, false, "2027-01-01..2027-01-03"},
		{"9月31日", 2027, false, ""},
	} {
		var got []string
		ranges, err := noticeRanges(tt.text, tt.year, tt.newYear)
		for _, r := range ranges {
			s := r.first.String()
			if r.last != r.first {
				s += ".." + r.last.String()
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("%s: %v, %v", tt.text, got, err)
		}
	}
}

// A New Year's holiday at the end of a calendar is no notice of the next year: the rest of that year is still unknown.
func TestTheTurnOfTheYearIsNoNotice(t *testing.T) {
	got, err := (&Files{}).ReadNotices(noticeBook(t, [][]any{{"日期", "类型", "名称"}, {"2026-12-31", "休", "元旦"}, {"2027-01-01", "休", "元旦"},
		{"2026-05-01", "休", "劳动节"}, {"2026-05-09", "班", ""}}))
	if err != nil || len(got) != 1 || got[0].Year != 2026 || len(got[0].Days) != 4 {
		t.Errorf("%v, %v", got, err)
	}
}

// Whatever a file holds, it is read or refused with a sentence; days that are read lie within a year of their notice.
func FuzzNoticeCalendar(f *testing.F) {
	f.Add(noticeICS)
	f.Add(strings.ReplaceAll(noticeICS, "\r\n", "\n"))
	f.Add(strings.ReplaceAll(noticeICS, ";VALUE=DATE:20270101", ":20261231T160000Z"))
	f.Add("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\nDURATION:P3D\nSUMMARY:休\nEND:VEVENT\nEND:VCALENDAR")
	f.Add("BEGIN:VEVENT\nBEGIN:VALARM")
	path := filepath.Join(f.TempDir(), "n.ics")
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := (&Files{}).ReadNotices(path)
		var own *cases.Error
		if err != nil && !errors.As(err, &own) {
			t.Errorf("no sentence: %v", err)
		}
		for _, n := range got {
			if len(n.Days) == 0 {
				t.Errorf("%d has no days", n.Year)
			}
		}
	})
}

func FuzzNoticeDays(f *testing.F) {
	for _, s := range []string{"1月1日（周四）至3日（周六）放假调休，共3天", "1月26日、2月8日上班", "2018年12月30日至1月1日", "2027-01-01~2027-01-03", "日至月", "9999年99月99日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ranges, err := noticeRanges(text, 2027, true)
		if (err == nil) != (len(ranges) > 0) {
			t.Errorf("%q: %v, %v", text, ranges, err)
		}
		for _, r := range ranges {
			if y := r.first.Year(); y < 1949 || y > 2099 {
				t.Errorf("%q: %v", text, r)
			}
		}
	})
}
