package print

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
)

// faces is read once for all tests.
var faces = sync.OnceValue(func() *Faces {
	f, err := NewFaces(assets.FontRegular(), assets.FontBold())
	if err != nil {
		panic(err)
	}
	return f
})

// texts are the lines of a wrapped text.
func texts(s string, ems float64) []string {
	var out []string
	for _, ln := range faces().wrap(faces().clean(s), ems*10, 0, 10, false) {
		out = append(out, ln.text)
	}
	return out
}

func TestLinesBreakAsChineseIsSet(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		ems        float64
		want       []string
	}{
		{"plain", "行政复议决定书", 4, []string{"行政复议", "决定书"}},
		{"no closing sign begins a line", "行政复议，决定书。", 4, []string{"行政复", "议，决定", "书。"}},
		{"no opening sign ends a line", "依照《复议法》", 3, []string{"依照", "《复议", "法》"}},
		{"numbers stay whole", "金额1234567元整", 4.4, []string{"金额", "1234567", "元整"}},
		{"words stay whole", "see article twelve", 6, []string{"see article", "twelve"}},
		{"what is longer than a line is cut", "ABCDEFGHIJKLMNOP", 4, []string{"ABCDEF", "GHIJKL", "MNOP"}},
		{"paragraphs", "甲\r\n\r\n乙", 4, []string{"甲", "", "乙"}},
		{"empty", "", 4, []string{""}},
	} {
		if got := texts(tt.text, tt.ems); strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Whatever is wrapped, nothing is lost, no line is too wide, and no line begins with a closing sign unless it must.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := faces().clean(rapid.StringOf(rapid.RuneFrom([]rune("行政复议，。《》（）12ab -、“”…〔〕\n"))).Draw(t, "text"))
		width := rapid.Float64Range(30, 300).Draw(t, "width")
		strip := strings.NewReplacer(" ", "", "\n", "")
		var all strings.Builder
		for _, ln := range faces().wrap(s, width, 0, 10, false) {
			if w := faces().width(ln.text, 10, false); w > width+0.1 && len([]rune(ln.text)) > 1 {
				t.Fatalf("%q is %.1f wide, %.1f allowed", ln.text, w, width)
			}
			all.WriteString(ln.text)
		}
		if strip.Replace(all.String()) != strip.Replace(s) {
			t.Fatalf("%q became %q", s, all.String())
		}
	})
}

func TestCleanShowsWhatCannotBePrinted(t *testing.T) {
	if got := faces().clean("a\x00\tb\x1b\r\nc\u200bd\xff\U0010ffff"); got != "a　b\ncd〓〓" {
		t.Errorf("cleaned to %q", got)
	}
}

func TestPagesFillAndHeadsRepeat(t *testing.T) {
	var rows [][]Cell
	for i := range 100 {
		rows = append(rows, []Cell{{Text: fmt.Sprint(i)}, {Text: "内容"}})
	}
	d := Doc{Format: Portrait(20), Blocks: []Block{Table{Widths: []float64{1, 3}, Head: []Cell{{Text: "序号"}, {Text: "名称"}}, Rows: rows}}}
	pages := d.pages(faces())
	_, height := d.Format.inner()
	heads, lines := 0, 0
	for i, page := range pages {
		end := 0.0
		for _, at := range page {
			if at.head == nil {
				heads++
			} else {
				lines++
			}
			end = at.y + at.h
		}
		if end > height+0.1 {
			t.Errorf("page %d is %.1f high, %.1f allowed", i+1, end, height)
		}
	}
	if len(pages) < 2 || heads != len(pages) || lines != 100 {
		t.Errorf("%d pages with %d heads and %d lines", len(pages), heads, lines)
	}
}

// A row higher than a page goes on over several; none of its lines is lost.
func TestHighRowsAreSplit(t *testing.T) {
	long := strings.Repeat("陈某某、", 4000)
	d := List("案件", nil, []string{"案号", "申请人"}, [][]string{{"1", long}, {"2", "王某"}}, "")
	pages := d.pages(faces())
	_, height := d.Format.inner()
	for i, page := range pages {
		if last := page[len(page)-1]; last.y+last.h > height+0.1 {
			t.Errorf("page %d ends at %.1f of %.1f", i+1, last.y+last.h, height)
		}
	}
	if len(pages) < 3 {
		t.Errorf("%d pages", len(pages))
	}
}

func TestOnePage(t *testing.T) {
	long := strings.Repeat("事实和理由。", 3000)
	d := Doc{Format: Portrait(15)}
	var buf bytes.Buffer
	limitSeen := 0
	err := d.WriteOnePage(&buf, faces(), func(limit int) []Block {
		limitSeen = limit
		text := []rune(long)
		if limit > 0 {
			text = text[:limit]
		}
		return []Block{Text{Text: string(text)}}
	})
	if err != nil || d.Pages(faces()) != 1 || limitSeen == 0 || d.Scale >= 0.8 {
		t.Errorf("limit %d, scale %v, %v", limitSeen, d.Scale, err)
	}
	if err := d.WriteOnePage(&buf, faces(), func(int) []Block { return []Block{Text{Text: long}} }); err != ErrTooLarge {
		t.Errorf("what cannot be shortened gives %v", err)
	}
}

func TestTypeIsNeverTooSmall(t *testing.T) {
	for _, base := range []float64{22, 10.5, 9, 8} {
		if l := (&layout{scale: 0.1}); l.size(base) < smallest {
			t.Errorf("%v points become %v", base, l.size(base))
		}
	}
}

func TestColumnsFit(t *testing.T) {
	head := []string{"案号", "申请人", "收件", "天数"}
	rows := [][]string{{"〔2026〕姑苏行复第123号", strings.Repeat("陈某某、", 60), "2026-01-05", "-12"}}
	got := faces().Fit(head, rows, 9, 500)
	sum := 0.0
	for _, w := range got {
		sum += w
	}
	if sum > 500.1 || got[2] < faces().width("2026-01-05", 9, false) || got[0] < faces().width(rows[0][0], 9, false) {
		t.Errorf("widths %v", got)
	}
	if !numeric(rows, 3) || numeric(rows, 2) || numeric(rows, 0) || numeric([][]string{{""}}, 0) {
		t.Error("the kinds of columns are not told apart")
	}
}

func TestLettersTakeAsManyPagesAsTheyNeed(t *testing.T) {
	l := cases.Letter{Title: "补正通知书", Number: "〔2026〕5号", To: "陈某某", Signer: "苏州市姑苏区人民政府", Date: calendar.New(2026, 1, 14)}
	for paragraphs, want := range map[int]int{0: 1, 1: 1, 40: 6} {
		l.Paragraphs = nil
		for range paragraphs {
			l.Paragraphs = append(l.Paragraphs, strings.Repeat("请你补正以下材料。", 10))
		}
		d := Letter(l)
		if got := d.Pages(faces()); got < want || got > want+2 {
			t.Errorf("%d paragraphs take %d pages, want %d", paragraphs, got, want)
		}
		var buf bytes.Buffer
		if err := d.Write(&buf, faces()); err != nil || !bytes.HasPrefix(buf.Bytes(), []byte("%PDF-")) || buf.Len() > 1<<20 {
			t.Errorf("%d bytes, %v", buf.Len(), err)
		}
	}
}

func TestLetterLinesHold28Characters(t *testing.T) {
	width, _ := Official().inner()
	lines := faces().wrap(strings.Repeat("字", 57), width, 0, bodySize, false)
	if len(lines) != 3 || len([]rune(lines[0].text)) != 28 {
		t.Errorf("%d lines, the first of %d characters", len(lines), len([]rune(lines[0].text)))
	}
}

// Documents may be written at the same time.
func TestSeveralAtOnce(t *testing.T) {
	var wait sync.WaitGroup
	sizes := make([]int, 8)
	for i := range sizes {
		wait.Go(func() {
			var buf bytes.Buffer
			d := List("案件", []string{"在办"}, []string{"案号", "申请人"}, [][]string{{"1", "陈某某"}}, "姑苏区")
			if err := d.Write(&buf, faces()); err == nil {
				sizes[i] = buf.Len()
			}
		})
	}
	wait.Wait()
	for _, n := range sizes {
		if n == 0 || n != sizes[0] {
			t.Errorf("sizes %v", sizes)
			break
		}
	}
}

func TestBrokenFaces(t *testing.T) {
	if _, err := NewFaces([]byte("no font"), assets.FontBold()); err == nil {
		t.Error("a file that is no font was taken")
	}
}

// BenchmarkFaces reads the typeface, which the first print waits for; BenchmarkList prints a thousand rows.
func BenchmarkFaces(b *testing.B) {
	for b.Loop() {
		if _, err := NewFaces(assets.FontRegular(), assets.FontBold()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkList(b *testing.B) {
	var rows [][]string
	for i := range 1000 {
		rows = append(rows, []string{fmt.Sprintf("〔2026〕姑苏行复第%d号", i), "陈某某", "苏州市姑苏区市场监督管理局", "不服行政处罚决定", "2026-01-05"})
	}
	f := faces()
	for b.Loop() {
		d := List("案件", nil, []string{"案号", "申请人", "被申请人", "复议事项", "收件"}, rows, "")
		var buf bytes.Buffer
		if err := d.Write(&buf, f); err != nil {
			b.Fatal(err)
		}
	}
}
