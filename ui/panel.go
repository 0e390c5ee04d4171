package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// panel is a rounded ground with a border and padding around content: cards, badges, rows.
type panel struct {
	widget.BaseWidget
	content    fyne.CanvasObject
	fill, line fyne.ThemeColorName
	padX, padY float32
	round      fyne.ThemeSizeName
	width      float32
}

func newPanel(fill, line fyne.ThemeColorName, padX, padY float32, content fyne.CanvasObject) *panel {
	p := &panel{content: content, fill: fill, line: line, padX: padX, padY: padY, round: theme.SizeNameCardRadius}
	p.ExtendBaseWidget(p)
	return p
}

// card is the common surface of a page.
func card(content fyne.CanvasObject) *panel {
	return newPanel(colorSurface, theme.ColorNameSeparator, 4, 3, content)
}

func (p *panel) heightFor(width float32) float32 {
	return heightFor(p.content, width-2*units(p.padX)) + 2*units(p.padY)
}

func (p *panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{p: p, ground: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type panelRenderer struct {
	p      *panel
	ground *canvas.Rectangle
	fill   fyne.ThemeColorName
}

func (r *panelRenderer) Destroy() {}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.p.content}
}

func (r *panelRenderer) MinSize() fyne.Size {
	pad := fyne.NewSize(2*units(r.p.padX), 2*units(r.p.padY))
	s := r.p.content.MinSize()
	if r.p.width > 0 {
		s.Height = heightFor(r.p.content, r.p.width-pad.Width)
	}
	return s.Add(pad)
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.p.width = size.Width
	r.ground.Resize(size)
	r.p.content.Move(fyne.NewPos(units(r.p.padX), units(r.p.padY)))
	r.p.content.Resize(fyne.NewSize(max(0, size.Width-2*units(r.p.padX)), max(0, size.Height-2*units(r.p.padY))))
}

func (r *panelRenderer) paint() {
	fill := r.p.fill
	if r.fill != "" {
		fill = r.fill
	}
	r.ground.FillColor = nil
	if fill != "" {
		r.ground.FillColor = theme.Color(fill)
	}
	r.ground.StrokeWidth = 0
	if r.p.line != "" {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(r.p.line), 1
	}
	r.ground.CornerRadius = theme.Size(r.p.round)
}

func (r *panelRenderer) Refresh() {
	r.paint()
	r.Layout(r.p.Size())
	r.ground.Refresh()
	canvas.Refresh(r.p)
}

// press is a panel that can be pressed, by pointer or, when focused, with Enter or Space.
type press struct {
	panel
	hover   fyne.ThemeColorName
	tapped  func()
	over    bool
	focused bool
	// pointed is set by the pointer, so that the focus ring shows for the keyboard only.
	pointed bool
	off     bool
}

func newPress(fill, line, hover fyne.ThemeColorName, padX, padY float32, content fyne.CanvasObject, tapped func()) *press {
	p := &press{hover: hover, tapped: tapped}
	p.panel = panel{content: content, fill: fill, line: line, padX: padX, padY: padY, round: theme.SizeNameCardRadius}
	p.ExtendBaseWidget(p)
	return p
}

// row is a pressable line inside a card.
func row(content fyne.CanvasObject, tapped func()) *press {
	p := newPress("", "", theme.ColorNameHover, 2, 1.25, content, tapped)
	p.round = theme.SizeNameSelectionRadius
	return p
}

func (p *press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{panelRenderer{p: &p.panel, ground: canvas.NewRectangle(nil)}, p,
		canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type pressRenderer struct {
	panelRenderer
	press *press
	glow  *canvas.Rectangle
}

func (r *pressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.glow, r.p.content}
}

func (r *pressRenderer) Layout(size fyne.Size) {
	r.panelRenderer.Layout(size)
	r.glow.Resize(size)
}

func (r *pressRenderer) Refresh() {
	r.paint()
	r.glow.Hide()
	if (r.press.over || r.press.focused && !r.press.pointed) && !r.press.off {
		r.glow.FillColor, r.glow.CornerRadius = theme.Color(r.press.hover), theme.Size(r.p.round)
		r.glow.StrokeWidth = 0
		if r.press.focused && !r.press.pointed {
			r.glow.StrokeColor, r.glow.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1.5
		}
		r.glow.Show()
	}
	r.Layout(r.press.Size())
	r.ground.Refresh()
	r.glow.Refresh()
	canvas.Refresh(r.press)
}

// Tapped presses.
func (p *press) Tapped(*fyne.PointEvent) {
	if p.tapped != nil && !p.off {
		p.tapped()
	}
}

// MouseIn, MouseMoved and MouseOut show that it can be pressed.
func (p *press) MouseIn(*desktop.MouseEvent) { p.point(true) }

// MouseMoved does nothing.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hint.
func (p *press) MouseOut() { p.point(false) }

func (p *press) point(over bool) {
	p.over = over
	p.Refresh()
}

// MouseDown notes that the coming focus is the pointer's.
func (p *press) MouseDown(*desktop.MouseEvent) { p.pointed = true }

// MouseUp does nothing.
func (p *press) MouseUp(*desktop.MouseEvent) {}

// Cursor is a hand.
func (p *press) Cursor() desktop.Cursor {
	if p.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained and FocusLost draw the focus ring.
func (p *press) FocusGained() {
	p.focused = true
	if !p.pointed {
		reveal(p)
	}
	p.Refresh()
}

// FocusLost ends it.
func (p *press) FocusLost() {
	p.focused, p.pointed = false, false
	p.Refresh()
}

// TypedRune ignores letters: no single letter is a shortcut, an input method would swallow it.
func (p *press) TypedRune(rune) {}

// TypedKey presses on Enter and Space and passes the keys of the window on.
func (p *press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.Tapped(nil)
	default:
		passKey(p, e)
	}
}

// passKey hands Esc and the function keys of a focused widget to the window.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF5, fyne.KeyF6:
	default:
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.OnTypedKey() == nil {
		return false
	}
	c.OnTypedKey()(e)
	return true
}

// passShortcut hands shortcuts that a text field does not use itself to the window.
func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) bool {
	if _, ours := s.(*desktop.CustomShortcut); !ours {
		return false
	}
	c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable)
	if ok {
		c.TypedShortcut(s)
	}
	return ok
}

// scroller is a page that scrolls. It tells its content the width before the scroll container asks for the height, so
// that wrapped text is measured at the width it will have.
type scroller struct {
	*fyne.Container
	scroll *container.Scroll
	flow   *fyne.Container
}

func newScroller(content ...fyne.CanvasObject) *scroller {
	in := &inset{}
	s := &scroller{flow: newFlow(3, content...)}
	s.scroll = container.NewVScroll(container.New(in, s.flow))
	s.Container = container.New(scrollLayout{in}, s.scroll)
	return s
}

// fill replaces the content and stays where it was scrolled to.
func (s *scroller) fill(content ...fyne.CanvasObject) {
	s.flow.Objects = content
	s.relayout()
}

// relayout lays the page out anew after something in it changed its height.
func (s *scroller) relayout() {
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// scrollLayout is the layout of a scroller.
type scrollLayout struct{ inset *inset }

func (l scrollLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(em(20), em(10)) }

func (l scrollLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.inset.width = size.Width - units(8)
	objects[0].Resize(size)
}

// inset pads a page's content and keeps the scroll bar off it.
type inset struct{ width float32 }

// MinSize asks for no width: a page is as wide as its place, and what does not fit is cut there, not pushed outside.
func (l *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := l.width
	if w <= 0 {
		w = objects[0].MinSize().Width
	}
	return fyne.NewSize(em(12), heightFor(objects[0], w)+units(6))
}

func (l *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width - units(8)
	objects[0].Move(fyne.NewPos(units(4), units(3)))
	objects[0].Resize(fyne.NewSize(l.width, heightFor(objects[0], l.width)))
}
