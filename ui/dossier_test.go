package ui

import (
	"cmp"
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// inked draws pages as coloured papers with dark lines; a file of a name in broken cannot be opened.
type inked struct {
	pages  int
	broken error
	opened []string
	drawn  []model.PageKey
	closed int
}

func (r *inked) Media(path string) (string, error) { return model.MediaType(path), nil }

func (r *inked) ReadText(_ context.Context, path string) (string, int, error) {
	if r.broken != nil {
		return "", 0, r.broken
	}
	return "文字 " + path, r.pages, nil
}

func (r *inked) OpenPages(_ context.Context, path string) (cases.Pages, error) {
	r.opened = append(r.opened, path)
	if r.broken != nil {
		return nil, r.broken
	}
	return &inkedPages{r}, nil
}

type inkedPages struct{ r *inked }

func (p *inkedPages) Count() int { return p.r.pages }

func (p *inkedPages) Size(page int) (float32, float32, error) {
	if page == 1 {
		return 842, 595, nil
	}
	return 595, 842, nil
}

func (p *inkedPages) Render(_ context.Context, page, width, turns int) (image.Image, error) {
	p.r.drawn = append(p.r.drawn, model.PageKey{Page: page, Width: width, Turns: turns})
	w, h, _ := p.Size(page)
	if turns%2 == 1 {
		w, h = h, w
	}
	img := image.NewNRGBA(image.Rect(0, 0, width, int(float32(width)*h/w)))
	paint := func(r image.Rectangle, c color.Color) {
		draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	paint(img.Bounds(), color.NRGBA{R: 250, G: uint8(250 - page*9), B: uint8(235 - page*5), A: 255})
	unit := max(img.Bounds().Dx()/60, 1)
	for y := 8 * unit; y < img.Bounds().Dy()-8*unit; y += 3 * unit {
		paint(image.Rect(7*unit, y, img.Bounds().Dx()-(7+y%5)*unit, y+unit), color.NRGBA{R: 60, G: 64, B: 70, A: 255})
	}
	return img, nil
}

func (p *inkedPages) Close() error {
	p.r.closed++
	return nil
}

// samplePapers are the papers of a decided case.
func samplePapers(id cases.ID) []cases.Paper {
	day := func(n int) calendar.Date { return calendar.New(2026, 1, 12).AddDays(n) }
	var out []cases.Paper
	add := func(v cases.Volume, slot int, file, title, number, author string, date calendar.Date, pages int, size int64) {
		out = append(out, cases.Paper{Case: id, File: file, Media: model.MediaType(file), Volume: v, Slot: slot, Title: title,
			Number: number, Author: author, Date: date, Pages: pages, Size: size})
	}
	add(cases.MainVolume, 3, "申请书.pdf", "行政复议申请书", "", "王某", day(0), 4, 1_350_000)
	add(cases.MainVolume, 3, "信封.jpg", "寄件信封（邮戳2026年1月10日）", "", "王某", day(0), 1, 2_400_000)
	add(cases.MainVolume, 4, "身份证.jpg", "申请人身份证复印件", "", "王某", day(0), 1, 830_000)
	add(cases.MainVolume, 7, "受理通知书.docx", "行政复议申请受理通知书", "〔2026〕姑苏行复受字第3号", "苏州市姑苏区人民政府", day(4), 1, 48_000)
	add(cases.MainVolume, 9, "答复书.pdf", "行政复议答复书", "苏公姑法〔2026〕5号", "苏州市公安局姑苏分局", day(15), 9, 5_120_000)
	add(cases.MainVolume, 9, "证据目录.pdf", "被申请人提交的证据、依据及其他有关材料目录（第一册至第三册）", "", "苏州市公安局姑苏分局", day(15), 86, 41_900_000)
	add(cases.MainVolume, 9, "执法记录仪录像.mp4", "执法记录仪录像", "", "苏州市公安局姑苏分局", day(15), 0, 214_000_000)
	add(cases.InternalVolume, 3, "受理审批表.pdf", "行政复议案件受理审批表", "", "", day(3), 1, 310_000)
	add(cases.InternalVolume, 5, "审理报告.docx", "案件审理报告", "", "沈某", day(40), 12, 96_000)
	return out
}

// dossierRig opens the dossier of a case that has papers.
func dossierRig(t *testing.T, l model.Look, papers ...cases.Paper) (*rig, *dossierPane, *inked) {
	t.Helper()
	o := fake.New()
	r := newRig(t, o, l)
	reader := &inked{pages: 6}
	r.deps.Papers = reader
	var id cases.ID
	for _, c := range o.All {
		if row := cases.Project(c, o.Law(), o.Today); c.Kind == cases.Reconsideration && row.State.Concluded() {
			id = c.ID
			break
		}
	}
	for _, p := range papers {
		size := p.Size
		p.Case = id
		if _, err := o.AddPaper(t.Context(), p, strings.NewReader(p.File), size, nil); err != nil {
			t.Fatal(err)
		}
	}
	r.openCase(cases.Reconsideration, id)
	p := r.shell.casePane()
	if p == nil {
		t.Fatal("no case is open")
	}
	p.dossier.show()
	return r, p.dossier, reader
}

func titlesOf(d *model.Dossier) []string {
	var out []string
	for _, p := range d.Papers {
		out = append(out, p.Title)
	}
	return out
}

// told lists all texts in view.
func told(o fyne.CanvasObject) []string { return append(shown(o), wordsIn(o)...) }

func TestDossierStandsInTheCasesPlace(t *testing.T) {
	r, p, _ := dossierRig(t, model.Look{}, samplePapers(0)...)
	texts := told(p.page.Container)
	for _, want := range []string{"行政复议申请书", "正卷", "副卷", "案件审理报告"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not shown in %q", want, texts)
		}
	}
	if !slices.ContainsFunc(texts, func(s string) bool { return strings.HasPrefix(s, "第8－") }) {
		t.Errorf("no pages in %q", texts)
	}
	test.Tap(buttonIn(t, p.page.Container, "案件"))
	if p.open || !slices.Contains(told(r.shell.casePane().root), "下一步") {
		t.Error("the case is not shown again")
	}
	p.show()
	r.key(fyne.KeyEscape)
	if p.open {
		t.Error("Esc does not lead back to the case")
	}
}

// Alt+↓, Del, F2 and their undoing, by keys alone.
func TestPapersByKeyboard(t *testing.T) {
	r, p, _ := dossierRig(t, model.Look{}, samplePapers(0)...)
	first := p.d.Papers[0]
	p.choose(first.ID)
	focused := func() *paperRow {
		row, ok := r.win.Canvas().Focused().(*paperRow)
		if !ok {
			t.Fatalf("%T has the keyboard", r.win.Canvas().Focused())
		}
		return row
	}
	focused().TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	if got := titlesOf(p.d); got[1] != first.Title || focused().id != first.ID {
		t.Fatalf("after Alt+↓: %q", got)
	}
	r.undo()
	if got := titlesOf(p.d); got[0] != first.Title {
		t.Fatalf("after undo: %q", got)
	}
	focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if len(p.d.Bin) != 1 || len(p.d.Papers) != len(samplePapers(0))-1 || !strings.Contains(r.said(), "移入回收站") {
		t.Fatalf("%d in the bin, said %q", len(p.d.Bin), r.said())
	}
	r.undo()
	if len(p.d.Bin) != 0 {
		t.Fatal("it is still in the bin")
	}
	p.choose(first.ID)
	focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	if r.win.Canvas().Focused() != p.editing.title {
		t.Fatal("F2 does not rename")
	}
	p.editing.title.SetText("复议申请书（原件）")
	p.editing.form.Date = "2026-13-77"
	r.shell.casePane().mainAct()
	if p.editing == nil || !strings.Contains(r.said(), "填写不对") {
		t.Fatal("a wrong date was taken")
	}
	p.editing.form.Date = ""
	r.shell.casePane().mainAct()
	if got := titlesOf(p.d); got[0] != "复议申请书（原件）" || p.editing != nil {
		t.Fatalf("after saving: %q", got)
	}
	r.undo()
	if got := titlesOf(p.d); got[0] != first.Title {
		t.Fatalf("after undo: %q", got)
	}
}

// Files dropped on the window go to the case in view; what their names say is offered, one step takes all back.
func TestDroppedFilesBecomePapers(t *testing.T) {
	r, p, reader := dossierRig(t, model.Look{})
	p.hide()
	dir := t.TempDir()
	var uris []fyne.URI
	for _, name := range []string{"03 补正通知书 2026-01-20.pdf", "授权委托书.jpg", "同一份.jpg"} {
		path := filepath.Join(dir, name)
		content := name
		if name == "同一份.jpg" {
			content = "授权委托书.jpg"
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		uris = append(uris, storage.NewFileURI(path))
	}
	r.dropped(append(uris, storage.NewFileURI(filepath.Join(dir, "不在.pdf"))))
	if !p.open || len(p.d.Papers) != 3 || !r.logged("msg=paper", "同一份.jpg") {
		t.Fatalf("open %v, %d papers", p.open, len(p.d.Papers))
	}
	texts := strings.Join(told(p.page.Container), "\n")
	for _, want := range []string{"没有找到文件“不在.pdf”", "内容与已有的“授权委托书”相同"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not told in %q", want, texts)
		}
	}
	if len(p.review) != 3 || p.review[0].form.Title != "补正通知书" && p.review[1].form.Title != "补正通知书" {
		t.Errorf("%d to look at", len(p.review))
	}
	if got, _ := r.o.Papers(t.Context(), p.id); got[0].Pages != reader.pages || !got[0].Read {
		t.Errorf("text and pages were not read: %+v", got[0])
	}
	p.review[0].form.Title = "改过的题名"
	test.Tap(buttonIn(t, p.page.Container, "核对完毕"))
	if !slices.Contains(titlesOf(p.d), "改过的题名") || len(p.review) != 0 || p.d.Papers[0].Pages != reader.pages {
		t.Errorf("after the review: %q", titlesOf(p.d))
	}
	r.undo()
	r.undo()
	if len(p.d.Papers) != 0 {
		t.Errorf("%d papers after undo", len(p.d.Papers))
	}
}

func TestDropNeedsACase(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.dropped([]fyne.URI{storage.NewFileURI("/tmp/a.pdf")})
	if !strings.Contains(r.said(), "请先打开一件案件") {
		t.Errorf("said %q", r.said())
	}
}

// A text that cannot be read is told beside the paper, which is there all the same.
func TestUnreadableTextIsToldCalmly(t *testing.T) {
	r, p, reader := dossierRig(t, model.Look{})
	reader.broken = &cases.Error{Kind: cases.Damaged, Msg: "文件已损坏。", Err: errors.New("bad xref")}
	path := filepath.Join(t.TempDir(), "坏.pdf")
	if err := os.WriteFile(path, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.adder.add(p.owner.view.Case, []string{path})
	if len(p.d.Papers) != 1 || strings.Contains(r.said(), "损坏") {
		t.Fatalf("%d papers, said %q", len(p.d.Papers), r.said())
	}
	p.review = nil
	p.redraw()
	if texts := strings.Join(told(p.page.Container), "\n"); !strings.Contains(texts, "没有读出文字") {
		t.Errorf("not told in %q", texts)
	}
	p.openPaper(p.d.Papers[0].ID)
	if texts := strings.Join(told(r.body), "\n"); !strings.Contains(texts, "这份材料打不开") || !strings.Contains(texts, "文件已损坏") {
		t.Errorf("the reader says %q", texts)
	}
}

func TestArchivingAsksAndThenShowsTheAct(t *testing.T) {
	_, p, _ := dossierRig(t, model.Look{}, samplePapers(0)...)
	test.Tap(buttonIn(t, p.page.Container, "归档…"))
	if texts := strings.Join(told(p.page.Container), "\n"); !strings.Contains(texts, "归档前核对") {
		t.Fatalf("shown %q", texts)
	}
	p.archiving.refused = ""
	p.archiving.spec = cmp.Or(p.archiving.spec)
	p.redraw()
	p.archiving.why.SetText("")
	acts := len(p.owner.view.Case.Acts)
	p.mainAct()
	if p.owner.act != nil {
		t.Fatal("archived without a reason")
	}
	p.archiving.why.SetText("一般案件")
	p.mainAct()
	if p.owner.act == nil || !strings.Contains(p.owner.act.form.Note, "保管期限：30年（一般案件）") {
		t.Fatal("the act's page is not shown with the retention")
	}
	if len(p.owner.view.Case.Acts) != acts {
		t.Error("something was recorded")
	}
}

// Another program gets a copy under the paper's title, never what is stored.
func TestOtherFilesAreOpenedAsCopies(t *testing.T) {
	r, p, _ := dossierRig(t, model.Look{}, samplePapers(0)...)
	stored := filepath.Join(t.TempDir(), "aa")
	if err := os.WriteFile(stored, []byte("内容"), 0o400); err != nil {
		t.Fatal(err)
	}
	var got string
	r.deps.OpenFile = func(path string) error { got = path; return nil }
	r.deps.Office = storedAt{r.o, stored}
	for _, x := range p.d.Papers {
		if x.File == "受理通知书.docx" {
			p.openPaper(x.ID)
		}
	}
	data, err := os.ReadFile(got)
	if err != nil || string(data) != "内容" || filepath.Base(got) != "行政复议申请受理通知书_20260116.docx" || r.here == pageReader {
		t.Errorf("opened %q: %q, %v; said %q", got, data, err, r.said())
	}
}

// storedAt keeps every content in one file.
type storedAt struct {
	*fake.Office
	path string
}

func (o storedAt) PaperFile(context.Context, cases.PaperID) (string, error) { return o.path, nil }

// slowOffice copies half of a file and then waits until it is cancelled.
type slowOffice struct {
	*fake.Office
	half, ended chan struct{}
}

func (o slowOffice) AddPaper(ctx context.Context, p cases.Paper, _ io.Reader, size int64, progress func(done, total int64)) (cases.Paper, error) {
	progress(size/2, size)
	close(o.half)
	<-ctx.Done()
	close(o.ended)
	return p, ctx.Err()
}

// A file is copied beside the window: adding returns at once, progress arrives while it is copied, and it can be cancelled.
func TestFilesAreCopiedBesideTheWindow(t *testing.T) {
	r, p, _ := dossierRig(t, model.Look{})
	p.hide()
	o := slowOffice{r.o, make(chan struct{}), make(chan struct{})}
	r.deps.Office = o
	r.shell.run = newRunner(t.Context(), r.deps.Log, false)
	path := filepath.Join(t.TempDir(), "录像.mp4")
	if err := os.WriteFile(path, make([]byte, 4<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	p.adder.add(p.owner.view.Case, []string{path})
	<-o.half // were it copied on the window's thread, this line would never be reached
	x := p.adder.queue.Items[0]
	if x.Stage != model.AddCopying || x.Share() != 0.5 || x.Label() != "2.0 MB / 4.0 MB" {
		t.Errorf("stage %d, %s", x.Stage, x.Label())
	}
	p.adder.stop(x)
	<-o.ended
	if x.Stage != model.AddStopped || p.adder.queue.Busy(p.owner.id) || strings.Contains(r.said(), "添加") {
		t.Errorf("after cancelling: stage %d, said %q", x.Stage, r.said())
	}
}
