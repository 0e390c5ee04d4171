package export

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

func courtPaper() cases.CourtPaper {
	return cases.CourtPaper{Title: "行政机关负责人出庭应诉函", Blocks: []cases.CourtBlock{
		{Kind: cases.CourtAddress, Text: "某某市中级人民法院："},
		{Text: "案号（〔2020〕<1>号）定于〔　　　　〕时开庭。"},
		{Kind: cases.CourtEntry, Label: "姓名", Text: "顾某某"},
		{Kind: cases.CourtAnnex, Label: "附件：", Text: "1．授权委托书"},
		{Kind: cases.CourtSigner, Text: "某区人民政府"}, {Kind: cases.CourtDate, Text: "2020年6月10日"}}}
}

// part reads a part of a Word file.
func part(t *testing.T, path, name string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestCourtPaperAsWord(t *testing.T) {
	f := New(nil, nil, func() calendar.Date { return calendar.New(2020, 6, 10) })
	path := filepath.Join(t.TempDir(), "函.docx")
	if err := f.CourtPaper(path, courtPaper()); err != nil {
		t.Fatal(err)
	}
	doc := part(t, path, "word/document.xml")
	// Only the blank is marked, not the bracket of a number.
	if n := strings.Count(doc, `w:highlight`); n != 1 || !strings.Contains(doc, `<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">〔　　　　〕`) {
		t.Errorf("%d marks in %s", n, doc)
	}
	for _, w := range []string{"〔2020〕&lt;1&gt;号", "姓名：</w:t></w:r><w:r><w:tab/>", "附件：1．授权委托书"} {
		if !strings.Contains(doc, w) {
			t.Errorf("no %q in %s", w, doc)
		}
	}
	// The signature is held together with what stands before it, the last line with nothing.
	if n := strings.Count(doc, "keepNext"); n != 4 {
		t.Errorf("%d paragraphs are kept with the next", n)
	}
	if err := f.CourtPaper(filepath.Join(t.TempDir(), "函.txt"), courtPaper()); cases.KindOf(err) != cases.Invalid {
		t.Errorf("another ending: %v", err)
	}
}

// However long the case, the head has one page.
func TestHearingBriefIsOnePage(t *testing.T) {
	f := printing(nil)
	b := cases.HearingBrief{Title: "负责人出庭应诉提要", Subtitle: "某区人民政府", Facts: []cases.HearingFact{{Label: "开庭时间", Value: "2020年6月18日", Wide: true, Strong: true},
		{Label: "法院", Value: "某院"}, {Label: "案号", Value: "1"}, {Label: "原告", Value: strings.Repeat("陈某某、", 300)}}}
	long := cases.HearingSection{Title: "原告的请求和理由", Lines: []string{strings.Repeat("请求撤销。", 2000)}}
	history := cases.HearingSection{Title: "出庭记录", Head: []string{"日期", "审级", "机关", "情况"}}
	for i := range 60 {
		long.Lines = append(long.Lines, fmt.Sprint("第", i, "点"))
		history.Rows = append(history.Rows, []string{"2020-06-03", "一审", "某区人民政府", "顾某某"})
	}
	b.Sections = []cases.HearingSection{long, history}
	path := filepath.Join(t.TempDir(), "提要.pdf")
	if err := f.HearingBrief(path, b); err != nil {
		t.Fatal(err)
	}
	if _, n := read(t, path); n != 1 {
		t.Errorf("%d pages", n)
	}
	if err := f.CourtPaper(filepath.Join(t.TempDir(), "函.pdf"), courtPaper()); err != nil {
		t.Error(err)
	}
}

func TestHearingCalendarRemindsADayBefore(t *testing.T) {
	f := New(nil, nil, func() calendar.Date { return calendar.New(2020, 6, 10) })
	dir := t.TempDir()
	write := func(name, organ string, on calendar.Date) string {
		path := filepath.Join(dir, name)
		if err := f.HearingCalendar(path, cases.HearingDate{Number: "〔2020〕1号", Organ: organ, On: on, Title: "开庭", Place: "某院", About: []string{"甲", "乙"}}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	uid := func(s string) string { _, s, _ = strings.Cut(s, "UID:"); s, _, _ = strings.Cut(s, "\r\n"); return s }
	first := write("a.ics", "甲局", calendar.New(2020, 6, 18))
	for _, w := range []string{"DTSTART;VALUE=DATE:20200618\r\n", "DTEND;VALUE=DATE:20200619\r\n", "TRIGGER:-P1D\r\n", "BEGIN:VALARM\r\n", "LOCATION:某院\r\n", `DESCRIPTION:甲\n乙`, "TRANSP:OPAQUE"} {
		if !strings.Contains(first, w) {
			t.Errorf("no %q in %s", w, first)
		}
	}
	// An hour of Chinese time is told in universal time.
	path := filepath.Join(dir, "d.ics")
	if err := f.HearingCalendar(path, cases.HearingDate{Number: "〔2020〕1号", Organ: "甲局", On: calendar.New(2020, 6, 18), Time: "09:30", Title: "开庭"}); err != nil {
		t.Fatal(err)
	}
	if timed, err := os.ReadFile(path); err != nil || !strings.Contains(string(timed), "DTSTART:20200618T013000Z\r\n") || !strings.Contains(string(timed), "DTEND:20200618T043000Z\r\n") {
		t.Errorf("%v %s", err, timed)
	}
	// A hearing that was moved replaces the entry; another defendant has its own.
	if moved := write("b.ics", "甲局", calendar.New(2020, 6, 25)); uid(moved) != uid(first) {
		t.Error("the moved hearing is another entry")
	}
	if other := write("c.ics", "乙局", calendar.New(2020, 6, 18)); uid(other) == uid(first) {
		t.Error("two defendants share an entry")
	}
}
