package ui

import (
	"context"
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// readerView shows the pages in view and asks for their drawings, one at a time, the most pressing first. It has the keyboard: no
// text is typed here, so that single keys may mean something.
type readerView struct {
	container.Scroll
	p       *readerPage
	content *fyne.Container
	sheets  map[int]*sheet
	// drawing is what is being drawn, failed the pages that could not be.
	drawing *model.PageKey
	failed  map[model.PageKey]string
}

// sheet is one page on the screen.
type sheet struct {
	ground *canvas.Rectangle
	pic    *canvas.Image
	say    *prose
	shown  image.Image
}

// readerContent is as large as the pages; they are placed by the state.
type readerContent struct{ v *readerView }

func (l readerContent) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.v.p.r == nil {
		return fyne.Size{}
	}
	e := l.v.p.r.Content()
	return fyne.NewSize(e.W, e.H)
}

// Layout leaves the pages where place put them; a message takes the view.
func (l readerContent) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 1 && len(l.v.sheets) == 0 {
		objects[0].Resize(fyne.NewSize(size.Width, heightFor(objects[0], size.Width)))
	}
}

func newReaderView(p *readerPage) *readerView {
	v := &readerView{p: p, sheets: map[int]*sheet{}, failed: map[model.PageKey]string{}}
	v.content = container.New(readerContent{v})
	v.Direction = container.ScrollBoth
	v.Content = v.content
	v.OnScrolled = func(at fyne.Position) {
		if r := p.r; r != nil && (at.X != r.X || at.Y != r.Y) {
			r.Scrolled(at.X, at.Y)
			p.told()
			v.place()
			v.want()
		}
	}
	v.ExtendBaseWidget(v)
	return v
}

// Resize tells the state how much can be seen.
func (v *readerView) Resize(size fyne.Size) {
	changed := size != v.Size()
	v.Scroll.Resize(size)
	if r := v.p.r; changed && r != nil {
		r.Resize(model.Extent{W: size.Width, H: size.Height})
		v.draw()
	}
}

// draw shows the pages where the state says.
func (v *readerView) draw() {
	r := v.p.r
	if s := v.Size(); r.View.W != s.Width || r.View.H != s.Height {
		r.Resize(model.Extent{W: s.Width, H: s.Height})
	}
	if v.p.open == nil || len(r.Pages) == 0 {
		v.message()
		return
	}
	v.place()
	v.content.Resize(v.content.MinSize().Max(v.Size()))
	v.ScrollToOffset(fyne.NewPos(r.X, r.Y))
	v.Refresh()
	v.want()
}

// message stands where there are no pages.
func (v *readerView) message() {
	r := v.p.r
	say := waiting("正在打开材料……")
	if r.Problem != "" {
		why := newProse(r.Problem).in(colorMuted)
		why.centred = true
		name := subheading("这份材料打不开")
		name.align = fyne.TextAlignCenter
		say = newPanel("", "", 6, 8, newFlow(2.5, container.NewCenter(marker(iconLate, toneColor(model.Late))), name, why,
			container.NewCenter(button("在系统程序中打开", nil, func() { v.p.s.openCopy(r.Paper()) }))))
	}
	v.sheets, v.drawing = map[int]*sheet{}, nil
	v.failed = map[model.PageKey]string{}
	v.content.Objects = []fyne.CanvasObject{say}
	v.content.Resize(v.Size())
	v.ScrollToOffset(fyne.Position{})
	v.Refresh()
}

// pixels are the pixels of the screen per unit.
func (v *readerView) pixels() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		return c.Scale()
	}
	return 1
}

// place puts the pages in view where they belong and takes those out that left.
func (v *readerView) place() {
	r := v.p.r
	if v.p.open == nil {
		return
	}
	from, to := r.Visible()
	var objects []fyne.CanvasObject
	next := map[int]*sheet{}
	for page := from; page <= to; page++ {
		b, ok := r.Box(page)
		if !ok {
			continue
		}
		s := v.sheets[page]
		if s == nil {
			s = newSheet()
		}
		next[page] = s
		s.put(b)
		v.fill(page, s)
		objects = append(objects, s.ground, s.say, s.pic)
	}
	v.sheets = next
	v.content.Objects = objects
	v.content.Refresh()
}

func newSheet() *sheet {
	s := &sheet{ground: canvas.NewRectangle(theme.Color(theme.ColorNameInputBackground)), pic: canvas.NewImageFromImage(nil),
		say: newProse("").in(colorMuted)}
	s.ground.StrokeColor, s.ground.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	s.pic.FillMode, s.pic.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	s.say.centred = true
	return s
}

func (s *sheet) put(b model.Box) {
	at, size := fyne.NewPos(b.X, b.Y), fyne.NewSize(b.W, b.H)
	s.ground.Move(at)
	s.ground.Resize(size)
	s.pic.Move(at)
	s.pic.Resize(size)
	inner := max(b.W-units(8), em(4))
	s.say.Move(at.AddXY((b.W-inner)/2, min(b.H/3, em(8))))
	s.say.Resize(fyne.NewSize(inner, s.say.heightFor(inner)))
}

// fill puts the drawing into a page, or another size of it, or says that it is on its way.
func (v *readerView) fill(page int, s *sheet) {
	k := v.p.r.Key(page, v.pixels())
	img := v.p.cache.Get(k)
	if img == nil {
		img = v.p.cache.Nearest(k)
	}
	text := fmt.Sprintf("正在绘制第%d页……", page+1)
	if why := v.failed[k]; why != "" {
		text = fmt.Sprintf("第%d页显示不出来。%s", page+1, why)
	}
	s.say.set(text)
	if img == nil {
		s.pic.Hide()
		s.say.Show()
		s.shown = nil
		return
	}
	s.say.Hide()
	s.pic.Show()
	if s.shown != img {
		s.shown, s.pic.Image = img, img
		s.pic.Refresh()
	}
}

// want draws the most pressing page that is not there; a page that is no longer wanted gives way.
func (v *readerView) want() {
	o := v.p.open
	if o == nil {
		return
	}
	wanted := v.p.r.Wanted(v.pixels())
	var open []model.PageKey
	for _, k := range wanted {
		if v.failed[k] == "" {
			open = append(open, k)
		}
	}
	k, ok := v.p.cache.Missing(open)
	if !ok || v.drawing != nil && (*v.drawing == k || contains(open, *v.drawing)) {
		return
	}
	v.drawing = &k
	start(v.p.s.run, "draw page", func(ctx context.Context) (image.Image, error) { return o.draw(ctx, k) },
		func(img image.Image, err error) { v.drawn(o, k, img, err) })
}

func contains(list []model.PageKey, k model.PageKey) bool {
	for _, x := range list {
		if x == k {
			return true
		}
	}
	return false
}

// drawn shows a drawing and goes on with the next.
func (v *readerView) drawn(o *openPages, k model.PageKey, img image.Image, err error) {
	v.drawing = nil
	if v.p.open != o {
		return
	}
	if err != nil {
		v.p.s.deps.Log.Error("draw page", "page", k.Page, "err", err)
		v.failed[k] = cases.Message(err)
	} else {
		v.p.cache.Put(k, img, v.p.r.Wanted(v.pixels()))
	}
	if s := v.sheets[k.Page]; s != nil {
		v.fill(k.Page, s)
		v.content.Refresh()
	}
	v.want()
}

// Scrolled scrolls, or makes pages larger or smaller while Ctrl is held.
func (v *readerView) Scrolled(e *fyne.ScrollEvent) {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if ok && d.CurrentKeyModifiers()&fyne.KeyModifierControl != 0 && v.p.r != nil {
		step := 1
		if e.Scrolled.DY < 0 {
			step = -1
		}
		v.p.act(func(r *model.Reader) { r.ZoomBy(step) })()
		return
	}
	v.Scroll.Scrolled(e)
}

// Dragged moves the pages under the pointer.
func (v *readerView) Dragged(e *fyne.DragEvent) {
	v.Scroll.Scrolled(&fyne.ScrollEvent{PointEvent: e.PointEvent, Scrolled: e.Dragged})
}

// DragEnd does nothing.
func (v *readerView) DragEnd() {}

// Tapped takes the keyboard.
func (v *readerView) Tapped(*fyne.PointEvent) { v.p.focus() }

// FocusGained and FocusLost are not shown: the pages are the page.
func (v *readerView) FocusGained() {}

// FocusLost does nothing.
func (v *readerView) FocusLost() {}

// TypedRune turns the pages with R.
func (v *readerView) TypedRune(r rune) {
	if r == 'r' || r == 'R' {
		v.p.act(func(r *model.Reader) { r.Rotate(1) })()
	}
}

// TypedKey turns pages and papers.
func (v *readerView) TypedKey(e *fyne.KeyEvent) {
	p := v.p
	if p.r == nil {
		passKey(v, e)
		return
	}
	switch e.Name {
	case fyne.KeyPageDown:
		p.turnPage(1)
	case fyne.KeyPageUp:
		p.turnPage(-1)
	case fyne.KeySpace:
		p.turnPage(map[bool]int{true: -1, false: 1}[shifted()])
	case fyne.KeyRight:
		p.turnPaper(1)
	case fyne.KeyLeft:
		p.turnPaper(-1)
	case fyne.KeyDown, fyne.KeyUp:
		v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, map[fyne.KeyName]float32{fyne.KeyDown: -units(12), fyne.KeyUp: units(12)}[e.Name])})
	case fyne.KeyHome:
		p.act(func(r *model.Reader) { r.GoTo(0) })()
	case fyne.KeyEnd:
		p.act(func(r *model.Reader) { r.GoTo(len(r.Pages) - 1) })()
	default:
		passKey(v, e)
	}
}

// shifted reports whether Shift is held.
func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// TypedShortcut makes pages larger and smaller, and passes all else on.
func (v *readerView) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if ok && c.Modifier&fyne.KeyModifierControl != 0 && v.p.r != nil {
		switch c.KeyName {
		case fyne.KeyPlus, fyne.KeyEqual:
			v.p.act(func(r *model.Reader) { r.ZoomBy(1) })()
			return
		case fyne.KeyMinus:
			v.p.act(func(r *model.Reader) { r.ZoomBy(-1) })()
			return
		case fyne.Key0:
			v.p.act(func(r *model.Reader) { r.SetFit(model.FitNone) })()
			return
		}
	}
	if up, ok := fyne.CurrentApp().Driver().CanvasForObject(v).(fyne.Shortcutable); ok {
		up.TypedShortcut(s)
	}
}
