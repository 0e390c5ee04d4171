package dossier

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Slots are stored, so each may stand for one heading only, and every table must name headings that exist.
func TestTablesNameHeadings(t *testing.T) {
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		seen := map[Heading]bool{}
		slots := map[[2]string]bool{}
		for _, h := range Headings(k) {
			key := [2]string{string(h.Volume), string(rune(h.Slot))}
			if slots[key] || h.Label == "" {
				t.Errorf("%s: %+v", k, h)
			}
			slots[key], seen[h] = true, true
			if HeadingOf(k, h.Volume, h.Slot) != h {
				t.Errorf("%s: %+v is not found", k, h)
			}
		}
		signs, duties := reviewSigns, reviewDuties
		if k == cases.Litigation {
			signs, duties = suitSigns, suitDuties
		}
		for _, s := range signs {
			if HeadingOf(k, s.volume, s.slot).Slot == Other {
				t.Errorf("%s: %s lead to no heading", k, s.words)
			}
		}
		for _, d := range duties {
			if HeadingOf(k, d.volume, d.slot).Slot == Other || (len(d.acts) == 0) == (d.when == nil) || d.words == "" {
				t.Errorf("%s: %s", k, d.name)
			}
			for _, a := range d.acts {
				if s := procedure.SpecOf(a); s == nil || s.Suit != (k == cases.Litigation) {
					t.Errorf("%s: %s names %s", k, d.name, a)
				}
			}
			for _, slot := range d.also {
				if HeadingOf(k, d.volume, slot).Slot == Other {
					t.Errorf("%s: %s may be kept nowhere", k, d.name)
				}
			}
		}
	}
	if h := HeadingOf(cases.Reconsideration, "", 77); h != (Heading{cases.MainVolume, Other, "其他材料"}) {
		t.Errorf("%+v", h)
	}
}

func TestNamesProposeHeadings(t *testing.T) {
	const review, suit = cases.Reconsideration, cases.Litigation
	for _, c := range []struct {
		kind   cases.Kind
		file   string
		volume cases.Volume
		slot   int
		title  string
		day    string
	}{
		{review, "01_行政复议申请书_20260705.pdf", main, 3, "行政复议申请书_", "2026-07-05"},
		{review, "撤回行政复议申请书.docx", main, 17, "撤回行政复议申请书", ""},
		{review, "补正行政复议申请通知书 2026年7月5日.pdf", main, 6, "补正行政复议申请通知书", "2026-07-05"},
		{review, "不予受理行政复议申请决定书.pdf", main, 7, "不予受理行政复议申请决定书", ""},
		{review, "驳回行政复议申请决定书.pdf", main, 18, "驳回行政复议申请决定书", ""},
		{review, "行政复议决定书.pdf", main, 18, "行政复议决定书", ""},
		{review, "行政复议决定书（签发稿）.docx", internal, 9, "行政复议决定书（签发稿）", ""},
		{review, "行政复议决定书审批表.pdf", internal, 4, "行政复议决定书审批表", ""},
		{review, "行政复议决定书送达回证.jpg", main, 21, "行政复议决定书送达回证", ""},
		{review, "委员会咨询意见书.pdf", internal, 7, "委员会咨询意见书", ""},
		{review, "村民委员会证明.pdf", main, 5, "村民委员会证明", ""},
		{review, "受理审批表.pdf", internal, 3, "受理审批表", ""},
		{review, "被申请人授权委托书.pdf", main, 9, "被申请人授权委托书", ""},
		{review, "授权委托书.pdf", main, 4, "授权委托书", ""},
		{review, "第三人身份证.jpg", main, 10, "第三人身份证", ""},
		{review, "行政处罚告知书.pdf", main, 9, "行政处罚告知书", ""},
		{review, "行政复议意见书.pdf", main, 19, "行政复议意见书", ""},
		{review, "送达地址确认书.pdf", main, 4, "送达地址确认书", ""},
		{review, "终止行政复议决定书.pdf", main, 18, "终止行政复议决定书", ""},
		{review, "中止通知书.pdf", main, 12, "中止通知书", ""},
		{review, "要求履行法定职责申请书.pdf", main, 5, "要求履行法定职责申请书", ""},
		{review, "EMS面单.jpg", main, 21, "EMS面单", ""},
		{review, "IMG_20261399.jpg", main, Other, "IMG_20261399", ""},
		{review, "扫描件110105194912310021.pdf", main, Other, "扫描件110105194912310021", ""},
		{review, "20260705.pdf", main, Other, "20260705", "2026-07-05"},
		{suit, "行政起诉状.pdf", main, 3, "行政起诉状", ""},
		{suit, "答辩状及证据目录.pdf", main, 5, "答辩状及证据目录", ""},
		{suit, "行政判决书 2026.9.1.pdf", main, 8, "行政判决书", "2026-09-01"},
		{suit, "二审判决书.pdf", main, 8, "二审判决书", ""},
		{suit, "上诉状.pdf", main, 9, "上诉状", ""},
		{suit, "负责人不能出庭的说明.pdf", main, 6, "负责人不能出庭的说明", ""},
		{suit, "判决书送达回证.pdf", main, 11, "判决书送达回证", ""},
		{suit, "答辩状审批表.pdf", internal, 3, "答辩状审批表", ""},
	} {
		p := Propose(c.kind, c.file)
		title := strings.Trim(c.title, "_")
		if p.Volume != c.volume || p.Slot != c.slot || p.Title != title || p.Date.String() != c.day {
			t.Errorf("%s: %+v", c.file, p)
		}
	}
}

// Whatever a file is called, it gets a heading that exists and a title.
func TestAnyNameGetsAHeading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := rapid.StringMatching(`[0-9年月日. _\-申请决定审批书证（）a]{1,20}\.pdf`).Draw(t, "file")
		for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
			p := Propose(k, file)
			if !slices.Contains(Headings(k), p.Heading) || p.Title == "" {
				t.Fatalf("%s: %+v", file, p)
			}
		}
	})
}

func paper(id int, slot, order, pages int) cases.Paper {
	return cases.Paper{ID: cases.PaperID(id), Volume: main, Slot: slot, Order: order, Pages: pages}
}

func TestBooksAreNumbered(t *testing.T) {
	inner := cases.Paper{ID: 9, Volume: internal, Slot: 5, Pages: 4}
	type line struct {
		id   cases.PaperID
		n    int
		span string
	}
	for name, c := range map[string]struct {
		papers []cases.Paper
		want   map[string][]line
		pages  []int
	}{
		"in the standard order": {[]cases.Paper{inner, paper(1, 18, 1, 5), paper(2, 3, 2, 1), paper(3, 3, 1, 2), paper(4, 99, 1, 1), paper(5, 77, 2, 1)},
			map[string][]line{"正卷": {{3, 1, "1-2"}, {2, 2, "3"}, {1, 3, "4-8"}, {4, 4, "9"}, {5, 5, "10"}}, "副卷": {{9, 1, "1-4"}}}, []int{10, 4}},
		"exactly full": {[]cases.Paper{paper(1, 3, 1, 150), paper(2, 3, 2, 50), paper(3, 3, 3, 1)},
			map[string][]line{"正卷第1册": {{1, 1, "1-150"}, {2, 2, "151-200"}}, "正卷第2册": {{3, 1, "1"}}}, []int{200, 1}},
		"no paper is torn": {[]cases.Paper{paper(1, 3, 1, 10), paper(2, 3, 2, 300), paper(3, 3, 3, 1)},
			map[string][]line{"正卷第1册": {{1, 1, "1-10"}}, "正卷第2册": {{2, 1, "1-300"}}, "正卷第3册": {{3, 1, "1"}}}, []int{10, 300, 1}},
		"unknown pages leave room": {[]cases.Paper{paper(1, 3, 1, 10), paper(2, 3, 2, 0), paper(3, 3, 3, 250)},
			map[string][]line{"正卷": {{1, 1, "1-10"}, {2, 2, "11"}, {3, 3, ""}}}, []int{0}},
		"no papers": {nil, map[string][]line{}, nil},
	} {
		got := map[string][]line{}
		var pages []int
		for _, b := range Bind(cases.Reconsideration, c.papers) {
			pages = append(pages, b.Pages)
			for _, l := range b.Lines {
				got[b.Name()] = append(got[b.Name()], line{l.ID, l.Serial, l.Span()})
			}
		}
		if len(got) != len(c.want) || !slices.Equal(pages, c.pages) {
			t.Errorf("%s: %v, pages %v", name, got, pages)
		}
		for b, want := range c.want {
			if !slices.Equal(got[b], want) {
				t.Errorf("%s: %s: %v", name, b, got[b])
			}
		}
	}
}

// Every paper stands in exactly one line, no book is thicker than allowed unless one paper is, and page numbers have no gaps.
func TestBindingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		papers := rapid.SliceOf(rapid.Custom(func(t *rapid.T) cases.Paper {
			v := rapid.SampledFrom([]cases.Volume{main, internal, ""}).Draw(t, "volume")
			return cases.Paper{Volume: v, Slot: rapid.IntRange(0, 30).Draw(t, "slot"), Pages: rapid.IntRange(1, 260).Draw(t, "pages")}
		})).Draw(t, "papers")
		for i := range papers {
			papers[i].ID = cases.PaperID(i + 1)
		}
		seen := map[cases.PaperID]int{}
		for _, b := range Bind(cases.Reconsideration, papers) {
			if b.Pages > Binding && len(b.Lines) > 1 {
				t.Fatalf("%s has %d pages in %d papers", b.Name(), b.Pages, len(b.Lines))
			}
			next := 1
			for i, l := range b.Lines {
				seen[l.ID]++
				if l.Serial != i+1 || l.First != next || l.Last != next+l.Pages-1 {
					t.Fatalf("%s: %+v", b.Name(), l)
				}
				next = l.Last + 1
			}
		}
		for _, p := range papers {
			if seen[p.ID] != 1 {
				t.Fatalf("paper %d stands in %d lines", p.ID, seen[p.ID])
			}
		}
	})
}

func TestFileNames(t *testing.T) {
	day := calendar.New(2026, 7, 5)
	for _, c := range []struct {
		paper  cases.Paper
		number int
		want   string
	}{
		{cases.Paper{Title: "行政复议决定书", File: "扫描.PDF", Date: day}, 12, "012_行政复议决定书_20260705.pdf"},
		{cases.Paper{File: "答复书.docx"}, 0, "答复书.docx"},
		{cases.Paper{Title: `a/b\c:d?"`, File: "x.pdf"}, 1, "001_a_b_c_d__.pdf"},
		{cases.Paper{Title: " .. ", File: ".pdf"}, 1, "001_材料.pdf"},
		{cases.Paper{Title: strings.Repeat("长", 90), File: "x"}, 1, "001_" + strings.Repeat("长", 60)},
	} {
		if got := FileName(c.paper, c.number); got != c.want || got != filepath.Base(got) {
			t.Errorf("%+v: %s", c.paper, got)
		}
	}
}
