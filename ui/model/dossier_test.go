package model

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/dossier"
	"fuyi/cases/procedure"
)

// bound is a case with papers under two headings of the 正卷 and one of the 副卷.
func bound() *Dossier {
	c := &cases.Case{ID: 1, Kind: cases.Reconsideration, Number: "〔2026〕姑苏行复第1号"}
	paper := func(id cases.PaperID, v cases.Volume, slot, order, pages int) cases.Paper {
		return cases.Paper{ID: id, Case: 1, Volume: v, Slot: slot, Order: order, Pages: pages, File: "a.pdf", Title: string(rune('甲' + id)), Hash: string(rune('a' + id))}
	}
	return NewDossier(c, []cases.Paper{paper(5, cases.InternalVolume, 5, 1, 3), paper(3, cases.MainVolume, 9, 1, 0), paper(2, cases.MainVolume, 3, 2, 2),
		paper(1, cases.MainVolume, 3, 1, 4), paper(4, cases.MainVolume, 9, 2, 7)}, nil)
}

func idsOf(papers []cases.Paper) []cases.PaperID {
	var out []cases.PaperID
	for _, p := range papers {
		out = append(out, p.ID)
	}
	return out
}

func TestPapersStandUnderTheirHeadings(t *testing.T) {
	d := bound()
	if got := idsOf(d.Papers); !slices.Equal(got, []cases.PaperID{1, 2, 3, 4, 5}) {
		t.Fatalf("order %v", got)
	}
	var spans []string
	for _, part := range d.Parts {
		for _, h := range part.Headings {
			for _, v := range h.Papers {
				spans = append(spans, v.Span)
			}
		}
	}
	// What follows a paper of unknown length has no place yet; the 副卷 begins anew.
	want := []string{"第1－4页", "第5－6页", "页数未填", "7页", "第1－3页"}
	if !slices.Equal(spans, want) {
		t.Errorf("pages %q", spans)
	}
	if d.Pages != 16 || d.Unknown != 1 || !strings.Contains(d.Totals(), "5件") {
		t.Errorf("%s", d.Totals())
	}
	if d.Beside(2, 1) != 3 || d.Beside(5, 1) != 5 || d.Beside(1, -9) != 1 {
		t.Error("the order of the keys is not that of the page")
	}
}

func TestMovingStaysUnderTheHeading(t *testing.T) {
	d := bound()
	to := d.Moved(1, 1)
	if len(to) != 2 || d.Moved(1, -1) != nil || d.Moved(2, 1) != nil {
		t.Fatalf("%v", to)
	}
	all := slices.Clone(d.Papers)
	for i := range all {
		for _, p := range to {
			if p.ID == all[i].ID {
				all[i] = p
			}
		}
	}
	if got := idsOf(NewDossier(d.Case, all, nil).Papers); got[0] != 2 || got[1] != 1 || got[2] != 3 {
		t.Errorf("after moving %v", got)
	}
}

func TestPaperFormReadsAndComplains(t *testing.T) {
	d := bound()
	p, _ := d.Paper(1)
	f := NewPaperForm(d, p)
	f.Title, f.Pages, f.Date = " ", "很多", "2026-13-1"
	_, err := f.Changed(calendar.New(2026, 3, 1))
	var wrong *cases.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) != 3 {
		t.Fatalf("%v", err)
	}
	f.Title, f.Pages, f.Date = "申请书", "5", "2.3"
	for i, label := range HeadingLabels(cases.Reconsideration) {
		if strings.Contains(label, "被申请人") {
			f.Heading = i
		}
	}
	got, err := f.Changed(calendar.New(2026, 3, 1))
	if err != nil || got.Slot != 9 || got.Order != 3 || got.Pages != 5 || got.Date != calendar.New(2026, 2, 3) {
		t.Errorf("%+v, %v", got, err)
	}
}

// What happened to a paper meanwhile stays when a change is written or taken back.
func TestMergeKeepsWhatChangedMeanwhile(t *testing.T) {
	from := cases.Paper{ID: 1, Title: "扫描件", Slot: 99}
	to := from
	to.Title = "申请书"
	now := from
	now.Pages = 12
	if got := MergePaper(now, from, to); got.Title != "申请书" || got.Pages != 12 || got.Slot != 99 {
		t.Errorf("%+v", got)
	}
	if got := MergePapers(nil, []cases.Paper{from}, []cases.Paper{to}); len(got) != 0 {
		t.Errorf("a paper that is gone was written: %v", got)
	}
}

func TestSameContentIsTheLaterPapers(t *testing.T) {
	d := bound()
	p, _ := d.Paper(4)
	p.Hash = d.Papers[0].Hash
	if same, ok := d.Same(p); !ok || same.ID != 1 {
		t.Errorf("%v %v", same, ok)
	}
	if _, ok := d.Same(d.Papers[0]); ok {
		t.Error("a paper is the same as itself")
	}
}

func TestAddQueueCopiesOneAtATime(t *testing.T) {
	var q AddQueue
	a, b := q.Add(cases.Paper{Case: 1}, "a"), q.Add(cases.Paper{Case: 2}, "b")
	if q.Next() != a {
		t.Fatal("the first is not first")
	}
	a.Stage, a.Total, a.Done = AddCopying, 200<<20, 50<<20
	if q.Next() != nil || !q.Busy(1) || !q.Busy(2) || a.Share() != 0.25 || a.Label() != "50.0 MB / 200.0 MB" {
		t.Errorf("next %v, %q", q.Next(), a.Label())
	}
	a.Stage, a.Text, a.Paper.ID = AddDone, TextWaiting, 7
	if q.Next() != b || q.NextText() != a || q.Busy(1) || !slices.Equal(q.TakeNoted(1), []cases.PaperID{7}) || q.TakeNoted(1) != nil {
		t.Error("what was copied is not noted once")
	}
	q.Clear(1)
	if len(q.Items) != 2 {
		t.Error("a paper whose text is still to be read was forgotten")
	}
	a.Text = TextDone
	q.Reviewed([]cases.PaperID{7})
	if q.Added(1) != nil {
		t.Error("a paper looked at is offered again")
	}
	q.Clear(1)
	if len(q.Items) != 1 || q.Items[0] != b {
		t.Errorf("%d left", len(q.Items))
	}
}

func TestNamesOfFiles(t *testing.T) {
	p := NewPaper(&cases.Case{ID: 3, Kind: cases.Reconsideration}, "/tmp/03 补正通知书 2026-01-20.PDF")
	if p.Media != "application/pdf" || p.Slot != 6 || p.Title != "补正通知书" || p.Date != calendar.New(2026, 1, 20) || p.File != "03 补正通知书 2026-01-20.PDF" {
		t.Errorf("%+v", p)
	}
	if got := PastedPaths("\"C:\\材料\\a.pdf\"\r\n\n file:///home/b.jpg \n"); !slices.Equal(got, []string{`C:\材料\a.pdf`, "/home/b.jpg"}) {
		t.Errorf("%q", got)
	}
	if SizeWord(999) != "999 字节" || SizeWord(41_900_000) != "40.0 MB" || SizeWord(2048) != "2 KB" {
		t.Error("sizes")
	}
}

func TestArchiveNoteSaysWhatIsMissing(t *testing.T) {
	d := bound()
	d.Case.Acts = []procedure.Act{{Kind: procedure.Decision, On: calendar.New(2026, 3, 1)}}
	d = NewDossier(d.Case, d.Papers, nil)
	note := d.ArchiveNote(dossier.Retention{Term: "永久", Why: "重大案件"})
	if len(d.Missing) == 0 || !strings.Contains(note, "保管期限：永久（重大案件）") || !strings.Contains(note, "归档时缺") {
		t.Errorf("%q", note)
	}
}
