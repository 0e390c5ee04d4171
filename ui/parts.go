package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/ui/model"
)

// pageHead is a page's title line: title, a quiet remark, and actions at the right.
func pageHead(title string, remark fyne.CanvasObject, actions ...fyne.CanvasObject) fyne.CanvasObject {
	if remark == nil {
		remark = muted("")
	}
	line := newLine(3, []float32{0, 1, 0}, heading(title), remark, container.NewHBox(actions...))
	return line
}

// button is a plain button; primary the one main action of a page.
func button(text string, icon fyne.Resource, tapped func()) *push {
	return newPush(text, icon, tapped)
}

func primary(text string, icon fyne.Resource, tapped func()) *push {
	b := button(text, icon, tapped)
	b.Importance = widget.HighImportance
	return b
}

// quiet is a button without a ground, for secondary actions inside cards.
func quiet(text string, icon fyne.Resource, tapped func()) *push {
	b := button(text, icon, tapped)
	if icon == iconRight || icon == iconWhy || icon == iconFold {
		b.IconPlacement = widget.ButtonIconTrailingText
	}
	b.Importance = widget.LowImportance
	return b
}

// toneIcon goes with a tone's colour, so that nothing is told by colour alone.
func toneIcon(t model.Tone) fyne.Resource {
	switch t {
	case model.Late:
		return iconLate
	case model.Now:
		return iconNow
	case model.Soon, model.Near:
		return iconClock
	case model.Paused:
		return iconPause
	case model.Finished:
		return iconDone
	}
	return iconDot
}

func colored(res fyne.Resource, c fyne.ThemeColorName) fyne.Resource {
	return theme.NewColoredResource(res, c)
}

// badge is a word with its icon on a tinted ground.
func badge(text string, t model.Tone) fyne.CanvasObject {
	icon := widget.NewIcon(colored(toneIcon(t), toneColor(t)))
	w := newWords(text).in(toneColor(t))
	w.size = theme.SizeNameCaptionText
	p := newPanel(toneTint(t), "", 1.75, 0.5, container.NewHBox(icon, container.NewCenter(w)))
	p.round = theme.SizeNameInputRadius
	return p
}

// empty is what stands where there is nothing to show: a sentence and the next action.
func empty(icon fyne.Resource, title, sentence string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	pic := widget.NewIcon(colored(icon, colorMuted))
	box := container.NewGridWrap(fyne.NewSquareSize(em(3)), pic)
	name := subheading(title)
	name.align = fyne.TextAlignCenter
	say := muted(sentence)
	say.align = fyne.TextAlignCenter
	rows := []fyne.CanvasObject{container.NewCenter(box), name, say}
	if len(actions) > 0 {
		rows = append(rows, container.NewCenter(container.NewHBox(actions...)))
	}
	return newPanel("", "", 4, 8, newFlow(2.5, rows...))
}

// confirm asks before something that cannot be taken back; the words of the buttons are ours, not the system's.
func confirm(win fyne.Window, title, question string, yes func()) {
	text := newProse(question)
	holder := container.New(&fixedWidth{em: 26}, text)
	d := dialog.NewCustomWithoutButtons(title, holder, win)
	no := button("取消", nil, func() { d.Hide() })
	d.SetButtons([]fyne.CanvasObject{no, primary("确定", nil, func() {
		d.Hide()
		yes()
	})})
	d.Show()
	// Enter alone leaves everything as it is.
	win.Canvas().Focus(no)
}

// fixedWidth gives wrapped text a width where nothing else would.
type fixedWidth struct{ em float32 }

func (l *fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(l.em), heightFor(objects[0], em(l.em)))
}

func (l *fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// narrow keeps forms and texts at a width that reads well in a wide window.
type narrow struct {
	em    float32
	width float32
}

func newNarrow(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&narrow{em: width}, o)
}

func (l *narrow) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return heightFor(objects[0], min(width, em(l.em)))
}

func (l *narrow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := objects[0].MinSize()
	return fyne.NewSize(min(s.Width, em(l.em)), l.heightFor(objects, max(l.width, s.Width)))
}

func (l *narrow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	objects[0].Resize(fyne.NewSize(min(size.Width, em(l.em)), size.Height))
}

// factLabel is the width of the label of a value, in characters: the longest labels have six.
const factLabel = -6.1

// fact is a labelled value; the label has a fixed width so that values align.
func fact(label, value string) fyne.CanvasObject {
	return newBeside(2, []float32{factLabel, 1}, muted(label).cutting(), newProse(value))
}

// marker is an icon beside the first line of a text of any length.
func marker(res fyne.Resource, c fyne.ThemeColorName) fyne.CanvasObject {
	return container.New(markerLayout{}, widget.NewIcon(colored(res, c)))
}

type markerLayout struct{}

func (markerLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(1.2), fyne.MeasureText("字", theme.TextSize(), fyne.TextStyle{}).Height)
}

func (l markerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := em(1.2)
	objects[0].Resize(fyne.NewSquareSize(side))
	objects[0].Move(fyne.NewPos(0, (l.MinSize(nil).Height-side)/2))
}

// waiting says that something is on its way.
func waiting(text string) fyne.CanvasObject {
	w := muted(text)
	w.align = fyne.TextAlignCenter
	return newPanel("", "", 4, 8, w)
}

// newSized gives an object a width in characters and its own height.
func newSized(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&fixedWidth{em: width}, o)
}
