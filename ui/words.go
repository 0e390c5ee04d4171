package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// words is one line of text without padding, in a colour of the theme. With cut set it may be narrower than its text
// and then ends in …; without, it claims the width it needs.
type words struct {
	widget.BaseWidget
	text  string
	color fyne.ThemeColorName
	size  fyne.ThemeSizeName
	bold  bool
	align fyne.TextAlign
	cut   bool
}

func newWords(text string) *words {
	w := &words{text: text, color: theme.ColorNameForeground, size: theme.SizeNameText}
	w.ExtendBaseWidget(w)
	return w
}

// muted, caption, strong, heading are the few kinds of text pages use.
func muted(text string) *words { return newWords(text).in(colorMuted) }

func caption(text string) *words {
	w := muted(text)
	w.size = theme.SizeNameCaptionText
	return w
}

func strong(text string) *words {
	w := newWords(text)
	w.bold = true
	return w
}

func subheading(text string) *words {
	w := strong(text)
	w.size = theme.SizeNameSubHeadingText
	return w
}

func heading(text string) *words {
	w := strong(text)
	w.size = theme.SizeNameHeadingText
	return w
}

func (w *words) in(c fyne.ThemeColorName) *words {
	w.color = c
	return w
}

func (w *words) cutting() *words {
	w.cut = true
	return w
}

func (w *words) set(text string) {
	if w.text != text {
		w.text = text
		w.Refresh()
	}
}

func (w *words) style() fyne.TextStyle { return fyne.TextStyle{Bold: w.bold} }

func (w *words) CreateRenderer() fyne.WidgetRenderer {
	r := &wordsRenderer{w: w, text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type wordsRenderer struct {
	w    *words
	text *canvas.Text
}

func (r *wordsRenderer) Destroy()                     {}
func (r *wordsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }

func (r *wordsRenderer) MinSize() fyne.Size {
	s := fyne.MeasureText(r.w.text, theme.Size(r.w.size), r.w.style())
	if s.Height == 0 {
		s.Height = fyne.MeasureText("字", theme.Size(r.w.size), r.w.style()).Height
	}
	if r.w.cut {
		s.Width = min(s.Width, theme.Size(r.w.size)*2)
	}
	return s
}

func (r *wordsRenderer) Layout(size fyne.Size) {
	if r.w.cut {
		r.text.Text = shorten(r.w.text, size.Width, r.text.TextSize, r.w.style())
	} else {
		r.text.Text = r.w.text
	}
	// At its own height the text stands at the top: beside several lines it belongs to the first.
	r.text.Resize(fyne.NewSize(size.Width, r.text.MinSize().Height))
}

func (r *wordsRenderer) Refresh() {
	r.text.Color = theme.Color(r.w.color)
	r.text.TextSize = theme.Size(r.w.size)
	r.text.TextStyle = r.w.style()
	r.text.Alignment = r.w.align
	r.Layout(r.w.Size())
	r.text.Refresh()
}

// shorten cuts text to a width, ending in ….
func shorten(text string, width, size float32, style fyne.TextStyle) string {
	text = strings.ReplaceAll(text, "\n", " ")
	if fyne.MeasureText(text, size, style).Width <= width+0.5 {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fyne.MeasureText(string(runes[:mid])+"…", size, style).Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo == 0 && fyne.MeasureText("…", size, style).Width > width {
		return ""
	}
	return string(runes[:lo]) + "…"
}

// prose is text of any length that wraps at the width it is given, without padding. Lines never begin with a closing
// mark, as Chinese typesetting asks.
type prose struct {
	widget.BaseWidget
	text  string
	color fyne.ThemeColorName
	size  fyne.ThemeSizeName
	bold  bool
	// centred centres every line.
	centred bool
	width   float32
	// broken are the lines of the last question; layouts ask the same one many times.
	broken brokenLines
}

// brokenLines are lines and the question they answer.
type brokenLines struct {
	text        string
	width, size float32
	lines       []string
}

func newProse(text string) *prose {
	p := &prose{text: text, color: theme.ColorNameForeground, size: theme.SizeNameText}
	p.ExtendBaseWidget(p)
	return p
}

func (p *prose) in(c fyne.ThemeColorName) *prose {
	p.color = c
	return p
}

func (p *prose) small() *prose {
	p.size = theme.SizeNameCaptionText
	return p
}

func (p *prose) set(text string) {
	if p.text != text {
		p.text = text
		p.Refresh()
	}
}

func (p *prose) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.bold} }

func (p *prose) lineHeight() float32 {
	return fyne.MeasureText("字", theme.Size(p.size), p.style()).Height
}

func (p *prose) heightFor(width float32) float32 {
	return float32(len(p.lines(width))) * p.lineHeight()
}

func (p *prose) lines(width float32) []string {
	size := theme.Size(p.size)
	if b := p.broken; b.lines == nil || b.text != p.text || b.width != width || b.size != size {
		p.broken = brokenLines{p.text, width, size, breakLines(p.text, width, size, p.style())}
	}
	return p.broken.lines
}

func (p *prose) Resize(s fyne.Size) {
	changed := p.width != s.Width
	p.width = s.Width
	p.BaseWidget.Resize(s)
	if changed {
		p.Refresh()
	}
}

func (p *prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{p: p}
	r.Refresh()
	return r
}

type proseRenderer struct {
	p     *prose
	texts []fyne.CanvasObject
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.texts }
func (r *proseRenderer) Layout(fyne.Size)             {}

func (r *proseRenderer) MinSize() fyne.Size {
	return fyne.NewSize(theme.Size(r.p.size)*4, r.p.heightFor(max(r.p.width, theme.Size(r.p.size)*4)))
}

func (r *proseRenderer) Refresh() {
	r.texts = nil
	if r.p.width <= 0 {
		return
	}
	h := r.p.lineHeight()
	for i, line := range r.p.lines(r.p.width) {
		t := canvas.NewText(line, theme.Color(r.p.color))
		t.TextSize, t.TextStyle = theme.Size(r.p.size), r.p.style()
		if r.p.centred {
			t.Alignment = fyne.TextAlignCenter
		}
		t.Move(fyne.NewPos(0, float32(i)*h))
		t.Resize(fyne.NewSize(r.p.width, h))
		r.texts = append(r.texts, t)
	}
	canvas.Refresh(r.p)
}

// closing marks may not begin a line, opening marks may not end one.
const (
	closing = "，。、；：？！）》”’〕】%"
	opening = "（《“‘〔【"
)

// breakLines wraps text at a width. Latin words and numbers stay whole where they fit on a line.
func breakLines(text string, width, size float32, style fyne.TextStyle) []string {
	var out []string
	for _, para := range strings.Split(text, "\n") {
		out = append(out, breakPara([]rune(para), width, size, style)...)
	}
	return out
}

func breakPara(runes []rune, width, size float32, style fyne.TextStyle) []string {
	var out []string
	for len(runes) > 0 {
		n := fitting(runes, width, size, style)
		if n < len(runes) {
			n = goodBreak(runes, n)
		}
		out = append(out, strings.TrimRight(string(runes[:n]), " "))
		runes = runes[n:]
	}
	if out == nil {
		return []string{""}
	}
	return out
}

// fitting is how many runes fit a width, at least one.
func fitting(runes []rune, width, size float32, style fyne.TextStyle) int {
	if fyne.MeasureText(string(runes), size, style).Width <= width {
		return len(runes)
	}
	lo, hi := 1, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fyne.MeasureText(string(runes[:mid]), size, style).Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// goodBreak moves a break back off the middle of a number or Latin word and off a closing mark.
func goodBreak(runes []rune, n int) int {
	k := n
	for k > 1 && (forbidden(runes[k-1], runes[k]) || joined(runes[k-1], runes[k])) {
		k--
	}
	if k > n/2 {
		return k
	}
	// The word is longer than half a line: break it, but not before a closing mark.
	for k = n; k > 1 && forbidden(runes[k-1], runes[k]); {
		k--
	}
	return k
}

// forbidden reports whether no line may end after a and begin with b.
func forbidden(a, b rune) bool {
	return strings.ContainsRune(closing, b) || strings.ContainsRune(opening, a)
}

func joined(a, b rune) bool { return a < 0x2e80 && b < 0x2e80 && a != ' ' && b != ' ' }
