package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	ics "github.com/arran4/golang-ical"

	"fuyi/cases"
	"fuyi/export/docx"
	"fuyi/export/print"
)

// CourtPaper writes a paper to a court as a Word file or to be printed, by the ending of the path.
func (f *Files) CourtPaper(path string, p cases.CourtPaper) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx":
		return saveAs(path, ".docx", func(w io.Writer) error { return docx.WriteCourtPaper(w, p) })
	case ".pdf":
		return f.on().savePDF(path, print.CourtPaper(p))
	}
	return &cases.Error{Op: "court paper", Kind: cases.Invalid, Msg: "开庭材料只能存为 .docx 或者 .pdf 文件，请改文件名“" + filepath.Base(path) + "”。"}
}

// HearingBrief writes the page that a head reads before a hearing.
func (f *Files) HearingBrief(path string, b cases.HearingBrief) error {
	f = f.on()
	faces, err := f.typeface()
	if err != nil {
		return err
	}
	d := print.Doc{Format: print.Portrait(17), Title: b.Title, Author: b.Subtitle, Made: f.today.Time(), Foot: func(int, int) print.Foot {
		return print.Foot{Left: "内部资料，仅供出庭准备使用，不提交法院。", Right: b.Foot, Size: 8}
	}}
	return saveAs(path, ".pdf", func(w io.Writer) error {
		return d.WriteOnePage(w, faces, func(limit int) []print.Block { return hearingBrief(&b, limit) })
	})
}

// hearingBrief composes the page; limit shortens long texts and lists, 0 leaves them whole.
func hearingBrief(b *cases.HearingBrief, limit int) []print.Block {
	out := []print.Block{
		print.Text{Text: b.Title, Size: 19, Bold: true, Align: print.Centre, Leading: 1.35, Keep: true},
		print.Text{Text: b.Subtitle, Size: 11.5, Align: print.Centre, Leading: 1.4, Keep: true},
		print.Gap(6), hearingFacts(b.Facts, limit),
	}
	for i := range b.Sections {
		out = append(out, hearingSection(&b.Sections[i], limit)...)
	}
	return out
}

// hearingFacts sets the facts as a table, two short ones side by side.
func hearingFacts(facts []cases.HearingFact, limit int) print.Table {
	t := print.Table{Widths: []float64{13, 37, 13, 37}, Size: 11, Pad: 4}
	cells := func(x cases.HearingFact, span int) []print.Cell {
		return []print.Cell{heading(x.Label), {Text: short(x.Value, limit), Span: span, Bold: x.Strong}}
	}
	for i := 0; i < len(facts); i++ {
		if facts[i].Wide || i+1 == len(facts) || facts[i+1].Wide {
			t.Rows = append(t.Rows, cells(facts[i], 3))
			continue
		}
		t.Rows = append(t.Rows, append(cells(facts[i], 1), cells(facts[i+1], 1)...))
		i++
	}
	return t
}

func hearingSection(s *cases.HearingSection, limit int) []print.Block {
	out := []print.Block{print.Text{Text: s.Title, Size: 12, Bold: true, Before: 9, Leading: 1.5, Keep: true}}
	lines, left := some(s.Lines, limit)
	for i, text := range lines {
		p := print.Text{Text: short(text, limit), Size: 11, Leading: 1.5, Justify: true, Indent: 2}
		if s.Numbered {
			p.Label, p.Hang, p.Indent = fmt.Sprintf("%d.", i+1), 1.6, 0
		}
		out = append(out, p)
	}
	if left > 0 {
		out = append(out, print.Text{Text: fmt.Sprintf("另有%d项%s", left, inFile), Size: 11, Indent: 2})
	}
	if len(s.Rows) == 0 {
		return out
	}
	t := print.Table{Widths: []float64{15, 9, 32, 44}, Size: 10.5, Open: true}
	for _, h := range s.Head {
		t.Head = append(t.Head, print.Cell{Text: h})
	}
	rows, left := some(s.Rows, limit)
	for _, r := range rows {
		var cells []print.Cell
		for _, text := range r {
			cells = append(cells, print.Cell{Text: short(text, limit)})
		}
		t.Rows = append(t.Rows, cells)
	}
	if left > 0 {
		t.Rows = append(t.Rows, []print.Cell{{Text: fmt.Sprintf("另有%d项%s", left, inFile), Span: len(s.Head)}})
	}
	return append(out, t)
}

// HearingCalendar writes a hearing as an iCalendar file: an event of the whole day, because the file does not know the hour, that
// takes the day and reminds a day before.
func (f *Files) HearingCalendar(path string, h cases.HearingDate) error {
	f = f.on()
	cal := ics.NewCalendarFor("fuyi")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName("开庭日程")
	sum := sha256.Sum256([]byte(h.Number + "\n" + h.Organ + "\ncourt hearing"))
	e := cal.AddEvent(hex.EncodeToString(sum[:12]) + "@fuyi")
	e.SetDtStampTime(f.today.Time())
	occupy(e, h.On, h.Time)
	e.SetSummary(h.Title)
	if h.Place != "" {
		e.SetLocation(h.Place)
	}
	e.SetDescription(strings.Join(h.About, "\n"))
	e.SetTimeTransparency(ics.TransparencyOpaque)
	a := e.AddAlarm()
	a.SetAction(ics.ActionDisplay)
	a.SetDescription(cmp.Or(h.Place, "开庭") + "：明天开庭")
	a.SetTrigger("-P1D")
	return saveAs(path, ".ics", func(w io.Writer) error { return cal.SerializeTo(w, ics.WithNewLine("\r\n")) })
}
