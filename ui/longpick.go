package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// mostChoices is how many rows of a drop-down are in view; a longer list scrolls. Fyne's own menu would cover the page from edge to edge,
// and its rows beyond the edge could not be reached by key.
const mostChoices = 10

// long reports a drop-down whose list has to scroll.
func (p *pick) long() bool { return len(p.Options) > mostChoices }

// Tapped opens the choices.
func (p *pick) Tapped(e *fyne.PointEvent) {
	if !p.long() {
		p.Select.Tapped(e)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && !p.Disabled() {
		c.Focus(p)
		p.unroll(c)
	}
}

// opens reports whether a key opens a long list.
func (p *pick) opens(k fyne.KeyName) bool {
	return p.long() && (k == fyne.KeySpace || k == fyne.KeyUp || k == fyne.KeyDown)
}

// unroll shows the choices below the field, above it where the page ends, the chosen one in view.
func (p *pick) unroll(c fyne.Canvas) {
	l := newChoices(p)
	height := l.pitch() * mostChoices
	size := fyne.NewSize(max(p.Size().Width, l.widest())-units(2), height)
	l.pop = widget.NewPopUp(l, c)
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	at := pos.AddXY(0, p.Size().Height)
	if at.Y+height+units(2) > c.Size().Height {
		at.Y = max(0, pos.Y-height-units(2))
	}
	at.X = max(0, min(at.X, c.Size().Width-size.Width-units(3)))
	l.pop.ShowAtPosition(at)
	l.pop.Resize(size)
	l.begin()
	c.Focus(l)
}

// choices are the rows of a long drop-down.
type choices struct {
	widget.List
	p   *pick
	pop *widget.PopUp
	// at is the row the keys are on.
	at int
}

func newChoices(p *pick) *choices {
	l := &choices{p: p, at: max(p.SelectedIndex(), 0)}
	l.Length = func() int { return len(p.Options) }
	l.CreateItem = func() fyne.CanvasObject { return newWords("").cutting() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		w := o.(*words)
		w.text, w.bold = p.Options[i], i == p.SelectedIndex()
		w.Refresh()
	}
	l.OnHighlighted = func(i widget.ListItemID) { l.at = i }
	l.OnSelected = l.chosen
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// begin goes to the choice that stands.
func (l *choices) begin() {
	for range l.at {
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}

// chosen closes the list and takes a row.
func (l *choices) chosen(i widget.ListItemID) {
	c := fyne.CurrentApp().Driver().CanvasForObject(l.p)
	l.pop.Hide()
	if c != nil {
		c.Focus(l.p)
	}
	l.p.SetSelectedIndex(i)
}

// TypedKey takes a row on Enter and leaves on Esc.
func (l *choices) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.chosen(l.at)
	case fyne.KeyEscape:
		l.pop.Hide()
	default:
		l.List.TypedKey(k)
	}
}

// pitch is the height of a row, widest the width that shows every choice whole.
func (l *choices) pitch() float32 { return textHeight(theme.SizeNameText) + 2*theme.Padding() }

func (l *choices) widest() float32 {
	var w float32
	for _, o := range l.p.Options {
		w = max(w, fyne.MeasureText(o, theme.TextSize(), fyne.TextStyle{Bold: true}).Width)
	}
	return w + units(6)
}
