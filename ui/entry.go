package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// pause is how long typing must rest before a search runs or a draft is saved: an input method composes in between.
const pause = 350 * time.Millisecond

// entry is a text field that leaves Tab, Esc, the function keys and the window's shortcuts to the window.
type entry struct {
	widget.Entry
	// onKey, if set, is asked first and reports whether it used the key.
	onKey func(*fyne.KeyEvent) bool
	// onLeave, if set, is told when the field is left.
	onLeave func()
	// again, if set, gives what was last typed in this field (F4).
	again func() string
	// onShortcut, if set, is asked first for a shortcut.
	onShortcut func(fyne.Shortcut) bool
	// whole makes the text selected when the field gets the keys, so that typing replaces it.
	whole bool
}

// findPause is the pause before a search runs: it answers in milliseconds, so that only an input method's steps are waited for.
const findPause = 150 * time.Millisecond

func newEntry(hint string) *entry {
	e := &entry{}
	e.PlaceHolder = hint
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer lets the wheel turn the page also while the pointer is over the field.
func (e *entry) CreateRenderer() fyne.WidgetRenderer { return newWheeled(e.Entry.CreateRenderer()) }

// newArea is a field of several lines.
func newArea(hint string, rows int) *entry {
	e := newEntry(hint)
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapBreak
	e.SetMinRowsVisible(rows)
	return e
}

// AcceptsTab is false: Tab moves to the next field, also out of several lines.
func (e *entry) AcceptsTab() bool { return false }

// FocusGained brings the field into view.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	if e.whole && e.Text != "" {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	reveal(e)
}

// FocusLost tells that the field is left.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.onLeave != nil {
		e.onLeave()
	}
}

// TypedKey passes the window's keys on; F4 repeats.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyF4 && e.again != nil {
		if text := e.again(); text != "" {
			e.SetText(text)
		}
		return
	}
	if e.onKey != nil && e.onKey(k) || passKey(e, k) {
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut passes the window's shortcuts on, which Fyne would otherwise give to the field alone. Undo and redo are
// the field's own, though they come as custom shortcuts too.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if e.onShortcut != nil && e.onShortcut(s) {
		return
	}
	if c, ok := s.(*desktop.CustomShortcut); ok && isWindowKey(c) && passShortcut(e, s) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// pick is a drop-down that can be filled without reporting a choice.
type pick struct {
	widget.Select
	loading bool
}

func newPick(options []string, chosen func(index int, text string)) *pick {
	p := &pick{}
	p.Options = options
	p.OnChanged = func(s string) {
		if !p.loading {
			chosen(p.SelectedIndex(), s)
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// TypedKey passes the window's keys on.
func (p *pick) TypedKey(k *fyne.KeyEvent) {
	switch {
	case passKey(p, k):
	case p.opens(k.Name):
		p.Tapped(&fyne.PointEvent{})
	default:
		p.Select.TypedKey(k)
	}
}

// FocusGained brings the drop-down into view.
func (p *pick) FocusGained() {
	p.Select.FocusGained()
	reveal(p)
}

// fill replaces options and choice silently.
func (p *pick) fill(options []string, selected string) {
	p.loading = true
	p.SetOptions(options)
	if selected == "" {
		p.ClearSelected()
	} else {
		p.SetSelected(selected)
	}
	p.loading = false
}

// boxed draws the border of a field over a drop-down, which Fyne leaves out: on a card it would not look like one.
func boxed(p *pick) fyne.CanvasObject {
	return container.NewStack(p, newFrame())
}

// newFrame is the border of a field and nothing else.
func newFrame() fyne.CanvasObject {
	p := newPanel("", theme.ColorNameInputBorder, 0, 0, container.NewWithoutLayout())
	p.round = theme.SizeNameInputRadius
	return p
}

// suggest is a text field with a drop-down of proposals.
type suggest struct{ widget.SelectEntry }

func newSuggest(options []string, hint string) *suggest {
	s := &suggest{}
	s.ExtendBaseWidget(s)
	s.SetOptions(options)
	s.PlaceHolder = hint
	return s
}

// CreateRenderer lets the wheel turn the page also while the pointer is over the field.
func (s *suggest) CreateRenderer() fyne.WidgetRenderer {
	return newWheeled(s.SelectEntry.CreateRenderer())
}

// TypedKey passes the window's keys on.
func (s *suggest) TypedKey(k *fyne.KeyEvent) {
	if !passKey(s, k) {
		s.SelectEntry.TypedKey(k)
	}
}

// TypedShortcut passes the window's shortcuts on.
func (s *suggest) TypedShortcut(c fyne.Shortcut) {
	if k, ok := c.(*desktop.CustomShortcut); ok && isWindowKey(k) && passShortcut(s, c) {
		return
	}
	s.SelectEntry.TypedShortcut(c)
}

// FocusGained brings the field into view.
func (s *suggest) FocusGained() {
	s.SelectEntry.FocusGained()
	reveal(s)
}

// formRow is a labelled field with a line below it for a hint or what is wrong with it.
type formRow struct {
	*fyne.Container
	hint string
	note *prose
}

// field lays a form row out: the label above, the field, then the note. Labels above fields keep their order for Tab
// and leave long Chinese labels room at any scale.
func field(label string, obligatory bool, input fyne.CanvasObject, hint string) *formRow {
	if p, ok := input.(*pick); ok {
		input = boxed(p)
	}
	name := caption(label)
	if obligatory {
		name.text = label + " *"
	}
	f := &formRow{hint: hint, note: newProse(hint).small().in(colorMuted)}
	if hint == "" {
		f.note.Hide()
	}
	f.Container = newFlow(0.75, name, input, f.note)
	return f
}

// complain shows what is wrong with the field, "" for nothing.
func (f *formRow) complain(text string) { f.say(text, theme.ColorNameError) }

// warn shows what may stand but should be checked, "" for nothing.
func (f *formRow) warn(text string) { f.say(text, theme.ColorNameWarning) }

func (f *formRow) say(text string, color fyne.ThemeColorName) {
	f.note.color = color
	if text == "" {
		f.note.color, text = colorMuted, f.hint
	}
	if f.note.text == text {
		return
	}
	if text == "" {
		f.note.Hide()
	} else {
		f.note.Show()
	}
	f.note.text = text
	f.note.Refresh()
}
