package export

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func running() *cases.Case {
	return &cases.Case{ID: 1, Kind: cases.Reconsideration, Number: "〔2026〕姑苏行复第5号", Handler: "李某", Subject: "不服处罚",
		Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "某局", Organisation: true}},
		Acts: []procedure.Act{{Kind: procedure.Receipt, On: today().AddDays(-20)}, {Kind: procedure.Acceptance, On: today().AddDays(-18)},
			{Kind: procedure.HearingNotice, On: today().AddDays(-1), Detail: &procedure.Detail{Until: today().AddDays(15)}}}}
}

func TestDueCalendarHoldsEveryRunningPeriod(t *testing.T) {
	c := running()
	office := newMemory(t, cases.Settings{}, c)
	path := filepath.Join(t.TempDir(), "期限.ics")
	if err := New(office, nil, today).DueCalendar(context.Background(), path, "", 0); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(string(data), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	r := cases.RunningOf(c, office.Law(), today())
	for _, p := range r.Periods {
		want[c.Number+" "+dueTitle(&p)+" "+c.Title()] = p.Count.Due.String()
	}
	want[c.Number+" 听证 "+c.Title()] = r.Hearing.String()
	if len(r.Periods) < 2 || len(cal.Events()) != len(want) {
		t.Fatalf("%d events for %v", len(cal.Events()), want)
	}
	for _, e := range cal.Events() {
		on, err := e.GetAllDayStartAt()
		if err != nil || want[eventTitle(e)] != calendar.Of(on).String() {
			t.Errorf("%q on %v, %v", eventTitle(e), on, err)
		}
	}
	if err := New(office, nil, today).DueCalendar(context.Background(), path, "别人", 0); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(path); strings.Contains(string(data), "BEGIN:VEVENT") {
		t.Error("another handler's calendar holds the case")
	}
}

// What the office set itself is named so in the calendar, and only the law's days are said to run out.
func TestOwnDaysAreNoDeadlinesInTheCalendar(t *testing.T) {
	c := &cases.Case{ID: 1, Kind: cases.Litigation, Number: "〔2026〕姑苏行应第5号", Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: today()}}}
	path := filepath.Join(t.TempDir(), "期限.ics")
	if err := New(newMemory(t, cases.Settings{}, c), nil, today).DueCalendar(context.Background(), path, "", 0); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cal, err := ics.ParseCalendar(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	own := 0
	for _, e := range cal.Events() {
		inside := strings.Contains(eventTitle(e), "内部安排")
		if inside == strings.Contains(eventTitle(e), "届满") || inside != strings.Contains(property(e, ics.ComponentPropertyDescription), "不是法定期限") {
			t.Errorf("%q: %q", eventTitle(e), property(e, ics.ComponentPropertyDescription))
		}
		if inside {
			own++
		}
	}
	if own != 3 || len(cal.Events()) != 4 {
		t.Errorf("%d of %d events are the office's own", own, len(cal.Events()))
	}
}

// A calendar program replaces an event by its identity: it stays when the day moves, and differs from every other.
func TestEventsKeepTheirIdentity(t *testing.T) {
	before, after := running(), running()
	after.Acts = append(after.Acts, procedure.Act{Kind: procedure.Extension, On: today()})
	ids := func(c *cases.Case) map[string]string {
		path := filepath.Join(t.TempDir(), "期限.ics")
		if err := New(newMemory(t, cases.Settings{}, c), nil, today).DueCalendar(context.Background(), path, "", c.ID); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		cal, err := ics.ParseCalendar(strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, e := range cal.Events() {
			if _, twice := out[e.Id()]; twice || len(e.Alarms()) != 1 {
				t.Errorf("%s: twice, or with %d alarms", eventTitle(e), len(e.Alarms()))
			}
			if !strings.Contains(property(e, ics.ComponentPropertyDescription), "《") && !strings.Contains(eventTitle(e), "听证 ") {
				t.Errorf("%s names no article: %q", eventTitle(e), property(e, ics.ComponentPropertyDescription))
			}
			out[e.Id()] = property(e, ics.ComponentPropertyDtStart)
		}
		return out
	}
	was, is := ids(before), ids(after)
	if again := ids(before); !maps.Equal(was, again) {
		t.Errorf("another export gives %v, not %v", again, was)
	}
	moved, kept := 0, 0
	for id, on := range was {
		switch is[id] {
		case on:
			kept++
		case "":
		default:
			moved++
		}
	}
	if moved != 1 || kept == 0 {
		t.Errorf("%d moved, %d stayed of %v, %v", moved, kept, was, is)
	}
}

func checkRowsOf(t *testing.T, office *memory) [][]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "核对单.xlsx")
	if err := New(office, nil, today).CheckSheet(context.Background(), path, today()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(checkSheetName)
	if err != nil {
		t.Fatal(err)
	}
	layout, err := f.GetPageLayout(checkSheetName)
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != paperA4 || *layout.FitToWidth != 1 {
		t.Errorf("page %+v, %v", layout, err)
	}
	names := map[string]string{}
	for _, d := range f.GetDefinedName() {
		names[d.Name] = d.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'"+checkSheetName+"'!$3:$3" || names["_xlnm.Print_Area"] == "" {
		t.Errorf("names %v", names)
	}
	return rows
}

func TestCheckSheetNamesEachEntry(t *testing.T) {
	c := running()
	office := newMemory(t, cases.Settings{Office: "某区司法局"}, c)
	old, served := c.Acts[0], procedure.Act{Kind: procedure.Served, On: today(), Paper: "回证1号", Detail: &procedure.Detail{To: "陈某某", Means: procedure.ByPost}}
	old.On--
	all := procedure.Fold(c.Acts, procedure.ReviewCourse, office.Law(), today())
	less := procedure.Fold(c.Acts[:1], procedure.ReviewCourse, office.Law(), today())
	office.entries = []cases.Entry{
		{ID: 1, Case: 1, Number: c.Number, Act: c.Acts[0], Old: &old, Reason: "看错", By: "张某"},
		{ID: 2, Case: 1, Number: c.Number, Act: c.Acts[1], By: "张某", TickedBy: "李某", Sets: procedure.Compare(&less, &all)},
		{ID: 3, Case: 1, Number: c.Number, Act: served, By: "张某"},
		{ID: 4, Case: 1, Number: c.Number, Act: served, Old: &served, Struck: true, Reason: "录错案件", By: "张某"},
	}
	rows := checkRowsOf(t, office)
	main, _ := all.Main()
	for _, want := range []struct {
		row, col int
		text     string
	}{
		{1, 0, "某区司法局"}, {3, 2, "更正：收件"}, {3, 4, old.On.String()}, {3, 4, "看错"}, {3, 5, "未填"}, {3, 8, "□"}, {4, 8, "√"}, {4, 9, "李某"},
		{4, 6, main.Name()}, {4, 6, main.Count.Due.String()}, {4, 4, ""}, {5, 2, "陈某某"}, {5, 2, "邮寄"}, {5, 5, "回证1号"},
		{6, 2, "作废：文书送达"}, {6, 4, "录错案件"}, {7, 0, "共4条，其中已经核对1条，未核对3条"}, {9, 0, "签名"},
	} {
		got := ""
		if want.row < len(rows) && want.col < len(rows[want.row]) {
			got = rows[want.row][want.col]
		}
		if !strings.Contains(got, want.text) || want.text == "" && got != "" {
			t.Errorf("row %d column %d is %q, want %q", want.row+1, want.col+1, got, want.text)
		}
	}
	if strings.Contains(rows[3][4], "未填") {
		t.Errorf("what stayed the same is repeated: %q", rows[3][4])
	}
}

func TestCheckSheetOfAnEmptyDay(t *testing.T) {
	rows := checkRowsOf(t, newMemory(t, cases.Settings{}))
	if !strings.Contains(rows[3][0], "当日没有登记或者更正") || !strings.Contains(rows[len(rows)-1][0], "签名") {
		t.Errorf("%q", rows)
	}
}

// Programs tell files by their ending; a workbook named otherwise opens in none.
func TestFilesMustBeNamedForWhatTheyAre(t *testing.T) {
	f, dir, ctx := New(newMemory(t, cases.Settings{}), nil, today), t.TempDir(), context.Background()
	for name, write := range map[string]func(string) error{
		"台账.csv":  func(p string) error { return f.Ledger(ctx, p, 0, nil) },
		"年报.xls":  func(p string) error { return f.Yearbook(ctx, p, 2020, 0, nil) },
		"模板":      func(p string) error { return f.Template(p) },
		"核对单.ics": func(p string) error { return f.CheckSheet(ctx, p, today()) },
		"期限.xlsx": func(p string) error { return f.DueCalendar(ctx, p, "", 0) },
	} {
		err := write(filepath.Join(dir, name))
		if err == nil || !strings.Contains(cases.Message(err), "结尾") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
