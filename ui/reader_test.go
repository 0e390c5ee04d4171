package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"fuyi/ui/model"
)

func TestReaderTurnsPagesAndPapers(t *testing.T) {
	r, p, reader := dossierRig(t, model.Look{}, samplePapers(0)...)
	p.choose(p.d.Papers[0].ID)
	r.win.Canvas().Focused().(*paperRow).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	v, ok := r.win.Canvas().Focused().(*readerView)
	if !ok || r.here != pageReader || len(reader.drawn) == 0 {
		t.Fatalf("%T has the keyboard on %s, %d drawn", r.win.Canvas().Focused(), r.here, len(reader.drawn))
	}
	page := v.p
	key := func(k fyne.KeyName) { v.TypedKey(&fyne.KeyEvent{Name: k}) }
	at := page.r.Y
	key(fyne.KeySpace)
	if page.r.Y <= at || v.Offset.Y != page.r.Y {
		t.Errorf("Space leaves the view at %v of %v", v.Offset, page.r.Y)
	}
	key(fyne.KeyEnd)
	if page.r.Page() != reader.pages-1 {
		t.Errorf("End shows page %d", page.r.Page())
	}
	key(fyne.KeyHome)
	v.TypedRune('r')
	if last := reader.drawn[len(reader.drawn)-1]; last.Turns != 1 {
		t.Errorf("after R drawn %+v", last)
	}
	scale := page.r.Scale()
	v.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyMinus, Modifier: fyne.KeyModifierControl})
	if page.r.Scale() >= scale {
		t.Error("Ctrl+minus makes nothing smaller")
	}
	r.win.Canvas().Focus(page.place)
	page.place.SetText("4")
	page.place.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if page.r.Page() != 3 || r.win.Canvas().Focused() != v {
		t.Errorf("page %d after typing 4", page.r.Page()+1)
	}
	key(fyne.KeyRight)
	if page.r.At != 1 || reader.closed != 1 || page.r.Page() != 0 {
		t.Errorf("paper %d, %d closed", page.r.At, reader.closed)
	}
	key(fyne.KeyEscape)
	row, ok := r.win.Canvas().Focused().(*paperRow)
	if !ok || row.id != page.r.Paper().ID || reader.closed != 2 || !p.open {
		t.Errorf("%T has the keyboard, %d closed", r.win.Canvas().Focused(), reader.closed)
	}
}

// dossierScenes are the dossier and the reader as they are used.
func dossierScenes(p *dossierPane) []scene {
	open := func(s *shell) *readerPage {
		p.openPaper(p.d.Papers[4].ID)
		return s.pages[pageReader].(*readerPage)
	}
	return []scene{
		{"dossier", func(*shell) {}},
		{"dossier-chosen", func(*shell) { p.choose(p.d.Papers[1].ID) }},
		{"dossier-edit", func(*shell) { p.edit(p.d.Papers[1].ID) }},
		{"dossier-adding", func(s *shell) {
			p.back()
			c := p.owner.view.Case
			for i, name := range []string{"证据材料第二册.pdf", "现场照片（一）.jpg", "听证笔录.docx"} {
				x := p.adder.queue.Add(model.NewPaper(c, name), name)
				x.Total, x.Done = 104_857_600, 61_300_000
				x.Stage = []model.AddStage{model.AddCopying, model.AddWaiting, model.AddFailed}[i]
			}
			p.adder.queue.Items[2].Say = "没有找到文件“听证笔录.docx”，可能已被移走或者改名。"
			p.redraw()
			p.page.scroll.ScrollToTop()
		}},
		{"dossier-review", func(s *shell) {
			p.adder.queue.Items = nil
			for _, x := range p.d.Papers[:2] {
				p.review = append(p.review, newPaperEditor(s, model.NewPaperForm(p.d, x)))
			}
			p.redraw()
		}},
		{"dossier-archive", func(*shell) {
			p.review = nil
			p.beginArchiving()
			p.archiving.refused = ""
			p.redraw()
		}},
		{"dossier-all", func(*shell) {
			p.back()
			p.headings, p.missing = true, true
			p.redraw()
		}},
		{"reader", func(s *shell) { open(s) }},
		{"reader-page", func(s *shell) {
			r := open(s)
			r.act(func(r *model.Reader) { r.SetSingle(true); r.SetFit(model.FitPage); r.GoTo(1) })()
		}},
		{"reader-damaged", func(s *shell) {
			r := open(s)
			r.close()
			r.r.Choose(2)
			r.r.Problem = "PDF 文件已损坏或者不完整，不能显示。请重新扫描或者向提交人索取完好的文件；也可以试着用系统的程序打开。"
			r.refresh()
		}},
	}
}

// The dossier and the reader on common screens, at both scales and in both variants: no text is cut, none stands on another.
func TestDossierAtEveryScale(t *testing.T) {
	dir := os.Getenv("FUYI_PICTURES")
	for _, l := range []model.Look{{Variant: "light", Percent: 100}, {Variant: "dark", Percent: 150}, {Variant: "light", Percent: 150},
		{Variant: "dark", Percent: 100}} {
		if raced && l.Percent > 100 {
			continue
		}
		r, p, _ := dossierRig(t, l, samplePapers(0)...)
		for _, sc := range dossierScenes(p) {
			sc.do(r.shell)
			texts := textBoxes(r.win.Content())
			for i, b := range texts {
				if b.need.Width > b.size.Width+narrower || b.need.Height > b.size.Height+narrower {
					t.Errorf("%s at %d%%: %q needs %v and has %v", sc.name, l.Percent, b.text, b.need, b.size)
				}
				if b.at.X+b.size.Width > pictureSize.Width+narrower {
					t.Errorf("%s at %d%%: %q leaves the window", sc.name, l.Percent, b.text)
				}
				for _, c := range texts[:i] {
					if overlap(b, c) {
						t.Errorf("%s at %d%%: %q stands on %q", sc.name, l.Percent, b.text, c.text)
					}
				}
			}
			if dir != "" {
				if err := shoot(r.win, filepath.Join(dir, fmt.Sprintf("%s-%s-%d.png", sc.name, l.Variant, l.Percent))); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
