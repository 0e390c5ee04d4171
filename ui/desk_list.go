package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/ui/model"
)

// lineList is a list of two-line rows with heads between them. It is a List, so that thousands of rows cost no more
// than those in view.
type lineList struct {
	widget.List
	rows int
	// fill words a row; press is what a press or Enter on it does.
	fill  func(i int, l *twoLines)
	press func(i int)
	// drawn is true once the list has a renderer; before that it cannot scroll.
	drawn bool
}

func newLineList(fill func(i int, l *twoLines), press func(i int)) *lineList {
	l := &lineList{fill: fill, press: press}
	l.Length = func() int { return l.rows }
	l.CreateItem = func() fyne.CanvasObject { return newTwoLines() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < l.rows {
			t := o.(*twoLines)
			l.fill(i, t)
			t.Refresh()
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.Unselect(i)
		if i < l.rows {
			l.press(i)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey opens the line that has the focus with Enter as with Space, and passes the window's keys on.
func (l *lineList) TypedKey(e *fyne.KeyEvent) {
	if passKey(l, e) {
		return
	}
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		e = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	l.List.TypedKey(e)
}

// CreateRenderer notes that the list is drawn.
func (l *lineList) CreateRenderer() fyne.WidgetRenderer {
	r := l.List.CreateRenderer()
	l.drawn = true
	return r
}

// show shows a number of rows, from the first one on if top is set.
func (l *lineList) show(rows int, top bool) {
	l.rows = rows
	if top && l.drawn {
		l.ScrollToTop()
	}
	l.Refresh()
}

// twoLines is one row: in the first line a case and who against whom, in the second what it is about; at the right what
// is left above the date. As a head it shows a title with a remark instead.
type twoLines struct {
	widget.BaseWidget
	head bool
	tone model.Tone
	// title is the case's number, or the words of a head; who stands beside it, what and aside below, right and day at
	// the right.
	title, who, what, aside, right, day *words
	// hit is the part of the second line that a search matched, between what and aside.
	hit   *words
	icon  *widget.Icon
	shown fyne.Resource
	line  *canvas.Line
}

func newTwoLines() *twoLines {
	t := &twoLines{title: strong(""), who: newWords("").cutting(), what: newWords("").cutting(), aside: muted("").cutting(),
		hit: strong("").in(theme.ColorNamePrimary).cutting(), right: strong("").cutting(), day: muted("").cutting(), icon: widget.NewIcon(nil), line: canvas.NewLine(nil)}
	t.title.cutting()
	for _, w := range []*words{t.what, t.hit, t.aside, t.day} {
		w.size = theme.SizeNameCaptionText
	}
	t.right.align, t.day.align = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	t.ExtendBaseWidget(t)
	return t
}

// setHead makes the row a group's head.
func (t *twoLines) setHead(title, count, note string, tone model.Tone) {
	t.head, t.tone = true, tone
	t.title.text, t.title.color, t.title.size = title, toneColor(tone), theme.SizeNameSubHeadingText
	t.what.text, t.hit.text, t.aside.text, t.right.text, t.day.text = "", "", "", "", ""
	t.who.text, t.who.color = count, colorMuted
	if note != "" {
		t.who.text += "，" + note
	}
	t.mark(toneIcon(tone), tone)
}

// setLine makes it a line of a case.
func (t *twoLines) setLine(x model.DeskText) {
	t.head, t.tone = false, x.Tone
	t.title.text, t.title.color, t.title.size = x.Number, theme.ColorNameForeground, theme.SizeNameText
	t.who.text, t.who.color = x.Who, theme.ColorNameForeground
	t.what.text, t.hit.text, t.aside.text = x.What, "", x.Aside
	if x.Handler != "" {
		if t.aside.text != "" {
			t.aside.text += "　"
		}
		t.aside.text += "承办：" + x.Handler
	}
	t.right.text, t.right.color, t.day.text = x.Left, toneColor(x.Tone), x.Day
	t.mark(toneIcon(x.Tone), x.Tone)
}

// setHit makes it a line of a case that was found, with the text around the match.
func (t *twoLines) setHit(r model.FindRow) {
	t.head, t.tone = false, r.Tone
	t.title.text, t.title.color, t.title.size = r.Number, theme.ColorNameForeground, theme.SizeNameText
	t.who.text, t.who.color = r.Who, theme.ColorNameForeground
	t.what.text, t.hit.text, t.aside.text = r.Before, r.Hit, r.After
	if r.Field != "" {
		t.what.text = r.Field + "：" + r.Before
	}
	if r.Field != "" && r.Hit == "" {
		t.what.text, t.aside.text = t.what.text+r.After, "" // initials stand for several characters: there is no place to mark
	}
	t.right.text, t.right.color, t.day.text = r.State, toneColor(r.Tone), r.Also
	t.mark(toneIcon(r.Tone), r.Tone)
}

func (t *twoLines) mark(res fyne.Resource, tone model.Tone) {
	t.shown = colored(res, toneColor(tone))
	t.icon.SetResource(t.shown)
	if tone == model.Calm {
		t.icon.SetResource(nil)
	}
}

func (t *twoLines) CreateRenderer() fyne.WidgetRenderer {
	return &twoLinesRenderer{t}
}

type twoLinesRenderer struct{ t *twoLines }

func (r *twoLinesRenderer) Destroy() {}

func (r *twoLinesRenderer) Objects() []fyne.CanvasObject {
	t := r.t
	return []fyne.CanvasObject{t.line, t.icon, t.title, t.who, t.what, t.hit, t.aside, t.right, t.day}
}

func (r *twoLinesRenderer) MinSize() fyne.Size {
	return fyne.NewSize(em(12), textHeight(theme.SizeNameText)+textHeight(theme.SizeNameCaptionText)+units(2.5))
}

func textHeight(size fyne.ThemeSizeName) float32 {
	return fyne.MeasureText("字", theme.Size(size), fyne.TextStyle{}).Height
}

func (w *words) fullWidth() float32 {
	return fyne.MeasureText(w.text, theme.Size(w.size), w.style()).Width + 1
}

func (r *twoLinesRenderer) Layout(size fyne.Size) {
	t := r.t
	left, side := units(2)+em(1.6), em(1.15)
	first, second := textHeight(theme.SizeNameText), textHeight(theme.SizeNameCaptionText)
	top := (size.Height - first - second - units(0.25)) / 2
	t.line.Position1, t.line.Position2 = fyne.NewPos(units(2), 0), fyne.NewPos(size.Width-units(2), 0)
	if t.head {
		big := textHeight(theme.SizeNameSubHeadingText)
		top = size.Height - big - units(1.5)
		place(t.icon, units(2), top+(big-side)/2, side, side)
		w := min(t.title.fullWidth(), size.Width-left)
		place(t.title, left, top, w, big)
		place(t.who, left+w+units(3), top+big-first-units(0.25), max(0, size.Width-left-w-units(5)), first)
		for _, o := range []*words{t.what, t.hit, t.aside, t.right, t.day} {
			o.Hide()
		}
		t.line.Hide()
		return
	}
	for _, o := range []*words{t.what, t.aside, t.right, t.day} {
		o.Show()
	}
	if t.hit.text == "" {
		t.hit.Hide()
	} else {
		t.hit.Show()
	}
	t.line.Show()
	place(t.icon, units(2), top+(first-side)/2, side, side)
	if size.Width < em(narrowRow) {
		r.narrow(size, left, top, first, second)
		return
	}
	far, room := size.Width-units(2), size.Width-left-units(5)
	right := min(t.right.fullWidth(), room/2)
	day := min(t.day.fullWidth(), room/2)
	pair(t.title, t.who, left, top, room-right, first)
	t.second(left, top+first+units(0.25), room-day, second)
	place(t.right, far-right, top, right, first)
	place(t.day, far-day, top+first+units(0.25), day, second)
}

// narrowRow is the width in characters below which a row has no room for what is left beside the case's number.
const narrowRow = 20

// narrow gives the first line to the case and puts what is left into the second, without the date.
func (r *twoLinesRenderer) narrow(size fyne.Size, left, top, first, second float32) {
	t := r.t
	room := size.Width - left - units(2)
	pair(t.title, t.who, left, top, room, first)
	edge := min(t.right.fullWidth(), room/2)
	t.second(left, top+first+units(0.25), room-edge-units(2), second)
	place(t.right, left+room-edge, top+first+units(0.25)+(second-first), edge, first)
	t.day.Hide()
}

// second lays the second line out; a match stands in its text without a gap.
func (t *twoLines) second(x, y, room, h float32) {
	if t.hit.text == "" {
		pair(t.what, t.aside, x, y, room, h)
		return
	}
	for _, w := range []*words{t.what, t.hit, t.aside} {
		own := min(w.fullWidth(), room)
		if w == t.aside {
			own = room
		}
		place(w, x, y, max(0, own), h)
		x, room = x+own, room-own
	}
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// pair puts two texts beside each other: the first at its own width, the second in what is left.
func pair(a, b *words, x, y, room, h float32) {
	w := min(a.fullWidth(), room)
	place(a, x, y, w, h)
	place(b, x+w+units(3), y, max(0, room-w-units(3)), h)
}

func (r *twoLinesRenderer) Refresh() {
	r.t.line.StrokeColor, r.t.line.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	r.Layout(r.t.Size())
	for _, o := range r.Objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
	canvas.Refresh(r.t)
}

// chip is a filter with a count.
func chip(label string, n int, tone model.Tone, chosen bool, tapped func()) fyne.CanvasObject {
	name, count := newWords(label), strong(model.Thousands(n)).in(toneColor(tone))
	fill, line := fyne.ThemeColorName(""), theme.ColorNameSeparator
	switch {
	case chosen:
		fill, line = theme.ColorNamePrimary, theme.ColorNamePrimary
		name.color, count.color = theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnPrimary
	case n == 0:
		name.color, count.color = colorMuted, colorMuted
	}
	p := newPress(fill, line, theme.ColorNameHover, 2, 1, newLine(1.25, []float32{0, 0}, name, count), tapped)
	p.round = theme.SizeNameInputRadius
	return p
}
