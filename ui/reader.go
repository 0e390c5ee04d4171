package ui

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// readerPage is the page on which the papers of a dossier are read (阅卷): the papers at the left, the pages at the right, its keys
// at hand.
type readerPage struct {
	s *shell
	// pane is the case whose dossier is read; from is the page it is on.
	pane  *casePane
	from  string
	r     *model.Reader
	cache *model.PageCache
	open  *openPages
	// jobs counts the papers opened, so that every opening has a name of its own.
	jobs  int
	pages *readerView

	root   *fyne.Container
	list   *scroller
	title  *words
	place  *entry
	of     *words
	scale  *words
	which  *words
	single *push
	listed bool
}

func newReaderPage(s *shell) *readerPage {
	p := &readerPage{s: s, cache: model.NewPageCache(), root: container.NewStack(), list: newScroller(), listed: true,
		title: heading("").cutting(), place: newEntry(""), of: muted(""), scale: muted(""), which: caption("").cutting()}
	p.which.align = fyne.TextAlignTrailing
	p.pages = newReaderView(p)
	p.place.onKey = p.placeKey
	p.arrange()
	return p
}

// read turns to the reader.
func (s *shell) read(pane *casePane, r *model.Reader) {
	p, ok := s.pages[pageReader].(*readerPage)
	if !ok {
		p = newReaderPage(s)
		s.pages[pageReader] = p
	}
	if p.r != nil {
		r.Fit, r.Zoom, r.Single = p.r.Fit, p.r.Zoom, p.r.Single
	}
	if s.here != pageReader {
		p.from = s.here
	}
	p.close()
	p.pane, p.r = pane, r
	s.show(pageReader)
}

func (p *readerPage) view() fyne.CanvasObject { return p.root }

// shown opens the paper unless it is open: after F5, or when the way leads back here.
func (p *readerPage) shown() {
	if p.r == nil {
		p.root.Objects = []fyne.CanvasObject{empty(iconPaper, "没有打开的材料", "请在案件的卷宗里打开一份材料。")}
		p.root.Refresh()
		return
	}
	p.drawList()
	if p.open == nil {
		p.load()
	}
	p.focus()
}

func (p *readerPage) focus() { p.s.win.Canvas().Focus(p.pages) }

// back returns to the row of the dossier.
func (p *readerPage) back() bool {
	if p.r == nil || p.from == "" {
		return false
	}
	id := p.r.Paper().ID
	p.close()
	p.s.show(p.from)
	if d := p.pane.dossier; d.open && d.d != nil {
		d.choose(id)
	}
	return true
}

// step turns pages with PgUp and PgDn where nothing has the keyboard.
func (p *readerPage) step(by int) { p.turnPage(by) }

// close lets go of the file that is open.
func (p *readerPage) close() {
	p.s.run.Stop("open pages")
	p.s.run.Stop("draw page")
	if o := p.open; o != nil {
		p.open = nil
		p.jobs++
		start(p.s.run, fmt.Sprintf("close pages %d", p.jobs), func(context.Context) (struct{}, error) {
			return struct{}{}, o.close()
		}, func(_ struct{}, err error) {
			if err != nil {
				p.s.deps.Log.Error("close pages", "err", err)
			}
		})
	}
	p.cache.Clear()
}

// load opens the paper chosen.
func (p *readerPage) load() {
	p.close()
	x := p.r.Paper()
	office, reader := p.s.deps.Office, p.s.deps.Papers
	p.refresh()
	start(p.s.run, "open pages", func(ctx context.Context) (*openPages, error) {
		path, err := office.PaperFile(ctx, x.ID)
		if err != nil {
			return nil, err
		}
		return openPaperPages(ctx, reader, path)
	}, func(o *openPages, err error) {
		if err != nil {
			p.s.deps.Log.Error("open pages", "paper", x.ID, "err", err)
			p.r.Problem = cases.Message(err)
			p.refresh()
			return
		}
		p.open = o
		p.s.deps.Log.Info("reading", "paper", x.ID, "pages", len(o.sizes))
		p.r.Opened(o.sizes)
		p.refresh()
	})
}

// refresh shows state and pages.
func (p *readerPage) refresh() {
	x := p.r.Paper()
	p.title.set(orElse(x.Title != "", x.Title, x.File))
	p.which.set(fmt.Sprintf("第%d份，共%d份", p.r.At+1, len(p.r.Papers)))
	p.told()
	p.pages.draw()
}

// told shows place and scale.
func (p *readerPage) told() {
	n := len(p.r.Pages)
	if text := strconv.Itoa(p.r.Page() + 1); p.s.win.Canvas().Focused() != p.place && p.place.Text != text {
		p.place.SetText(text)
	}
	p.of.set("")
	p.scale.set("")
	if n > 0 {
		p.of.set(fmt.Sprintf("/ %d 页", n))
		p.scale.set(p.r.ScaleText())
	}
	p.single.SetText(orElse(p.r.Single, "连续显示", "单页显示"))
}

// placeKey goes to the page typed.
func (p *readerPage) placeKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
		return false
	}
	if !p.r.GoToText(p.place.Text) {
		p.s.tell(model.Soon, fmt.Sprintf("这份材料没有第“%s”页，请填1到%d。", p.place.Text, len(p.r.Pages)))
		return true
	}
	p.focus()
	p.moved()
	return true
}

// moved shows the pages where the state says.
func (p *readerPage) moved() {
	p.told()
	p.pages.draw()
}

// act is a tool: it changes the state, then the pages are shown and have the keyboard again.
func (p *readerPage) act(do func(*model.Reader)) func() {
	return func() {
		if p.r != nil {
			do(p.r)
			p.focus()
			p.moved()
		}
	}
}

// turnPage shows what comes next or came before.
func (p *readerPage) turnPage(by int) {
	if p.r == nil {
		return
	}
	ok := false
	if by > 0 {
		ok = p.r.Forward()
	} else {
		ok = p.r.Back()
	}
	if !ok && len(p.r.Pages) > 0 {
		p.s.tell(model.Calm, map[bool]string{true: "已经是最后一页，按→看下一份材料。", false: "已经是第一页，按←看上一份材料。"}[by > 0])
	}
	p.moved()
}

// turnPaper goes to the next or previous paper.
func (p *readerPage) turnPaper(by int) {
	if p.r != nil {
		p.choose(p.r.At + by)
	}
}

func (p *readerPage) choose(at int) {
	if at == p.r.At {
		p.focus()
		return
	}
	if !p.r.Choose(at) {
		p.s.tell(model.Calm, map[bool]string{true: "已经是最后一份材料。", false: "已经是第一份材料。"}[at > 0])
		return
	}
	p.s.hush()
	p.drawList()
	p.load()
	p.focus()
}

// arrange puts the page together: title, tools, papers, pages.
func (p *readerPage) arrange() {
	tool := func(icon fyne.Resource, text string, do func(*model.Reader)) fyne.CanvasObject {
		return quiet(text, icon, p.act(do))
	}
	p.single = quiet("单页显示", nil, p.act(func(r *model.Reader) { r.SetSingle(!r.Single) }))
	top := newLine(2, []float32{0, 1, -9}, quiet("返回卷宗", iconBack, func() { p.back() }), p.title, p.which)
	pageNo := newLine(0.5, []float32{0, 0, -3.5, -4.8}, sign(iconUp, "上一页（PgUp）", func() { p.turnPage(-1); p.focus() }),
		sign(iconDown, "下一页（PgDn）", func() { p.turnPage(1); p.focus() }), p.place, p.of)
	p.scale.align = fyne.TextAlignCenter
	zoom := newLine(0.5, []float32{0, -3.2, 0}, tool(iconLess, "", func(r *model.Reader) { r.ZoomBy(-1) }), p.scale,
		tool(iconAdd, "", func(r *model.Reader) { r.ZoomBy(1) }))
	tools := newWrap(1, quiet("材料", iconColumns, p.toggleList),
		quiet("上一份", iconLeft, func() { p.turnPaper(-1) }), quietAfter("下一份", iconRight, func() { p.turnPaper(1) }), pageNo, zoom,
		tool(nil, "适合宽度", func(r *model.Reader) { r.SetFit(model.FitWidth) }), tool(nil, "适合整页", func(r *model.Reader) { r.SetFit(model.FitPage) }),
		tool(iconTurn, "旋转", func(r *model.Reader) { r.Rotate(1) }), p.single,
		quiet("在系统程序中打开", nil, func() { p.s.openCopy(p.r.Paper()) }))
	head := newPanel(colorSurface, "", 3, 1.5, newFlow(1, top, tools))
	head.round = sizeSquare
	var left fyne.CanvasObject
	if p.listed {
		ground := newPanel(colorSurface, "", 0, 0, p.list.Container)
		ground.round = sizeSquare
		left = container.New(&readerColumn{em: 15}, ground)
	}
	p.root.Objects = []fyne.CanvasObject{container.NewBorder(newRuled(head), nil, left, nil, p.pages)}
	p.root.Refresh()
}

// newRuled draws a line under the head.
func newRuled(o fyne.CanvasObject) fyne.CanvasObject {
	return newFlow(0, o, widget.NewSeparator())
}

// quietAfter is a quiet button with its icon behind the word.
func quietAfter(text string, icon fyne.Resource, tapped func()) fyne.CanvasObject {
	b := quiet(text, icon, tapped)
	b.IconPlacement = widget.ButtonIconTrailingText
	return b
}

func (p *readerPage) toggleList() {
	p.listed = !p.listed
	p.arrange()
	p.focus()
}

// drawList lists the papers with the volume as heads; the one shown is marked.
func (p *readerPage) drawList() {
	rows := newFlow(0.25)
	volume := cases.Volume("")
	for i, x := range p.r.Papers {
		if x.Volume != volume {
			volume = x.Volume
			rows.Add(caption(volume.Label()))
		}
		name := newProse(orElse(x.Title != "", x.Title, x.File))
		name.size = theme.SizeNameCaptionText
		line := newBeside(1, []float32{-1.2, 1}, marker(paperIcon(model.MediaOf(x.Media)), colorMuted), name)
		r := row(line, func() { p.choose(i) })
		if i == p.r.At {
			r.fill, name.bold = theme.ColorNameSelection, true
		}
		rows.Add(r)
	}
	p.list.fill(rows)
}

// readerColumn holds a column at a width in characters, over the full height.
type readerColumn struct{ em float32 }

func (l *readerColumn) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(l.em), em(5)) }

func (l *readerColumn) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
