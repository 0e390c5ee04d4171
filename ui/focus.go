package ui

import (
	"cmp"
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
)

// focusPause is how often the log is told where the keys go, while it is asked for that.
const focusPause = 40 * time.Millisecond

// traceFocus writes to the log where the keys go, whenever that changes, while the log takes details (FUYI_LOG=debug): a
// journey by keyboard then knows which field it reached. The toolkit tells nobody when a button gets the keys, so it is asked.
// What was typed is never written.
func (s *shell) traceFocus() {
	if s.run.inline || !s.deps.Log.Enabled(context.Background(), slog.LevelDebug) {
		return
	}
	var last fyne.Focusable
	var ask func()
	ask = func() {
		if now := s.win.Canvas().Focused(); now != last {
			last = now
			on, label := s.whereabouts()
			s.deps.Log.Debug("focus", "on", on, "label", label)
		}
		s.run.After("trace focus", focusPause, ask)
	}
	ask()
}

// whereabouts names what has the keys: the kind of widget and its words, for a field the label above it.
func (s *shell) whereabouts() (on, label string) {
	c := s.win.Canvas()
	switch o := c.Focused().(type) {
	case nil:
		return "nothing", ""
	case *push:
		return "button", o.Text
	case *signButton:
		return "button", o.tip
	case *tick:
		return "check", o.Text
	case *press:
		return "press", firstWords(o)
	case *entry:
		return "field", orElse(s.labelOf(o) != "", s.labelOf(o), o.PlaceHolder)
	case *suggest:
		return "field", orElse(s.labelOf(o) != "", s.labelOf(o), o.PlaceHolder)
	case *pick:
		return "choice", cmp.Or(s.labelOf(o), o.Selected, o.PlaceHolder)
	case *rowList, *lineList, *pasteGrid:
		return "list", ""
	case *readerView:
		return "pages", ""
	}
	return "other", ""
}

// labelOf is the label of the form row that holds a field, "" where it stands in none.
func (s *shell) labelOf(field fyne.CanvasObject) string {
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		if label, found := labelled(top, field, ""); found {
			return label
		}
	}
	label, _ := labelled(s.win.Canvas().Content(), field, "")
	return label
}

// labelled looks for a field in an object and tells the words that stand first in the innermost container around it.
func labelled(at, field fyne.CanvasObject, label string) (string, bool) {
	if at == nil || !at.Visible() {
		return "", false
	}
	if at == field {
		return label, true
	}
	children := inside(at)
	if box, ok := at.(*fyne.Container); ok && len(children) > 1 {
		if w, ok := children[0].(*words); ok && box.Visible() {
			label = w.text
		}
	}
	for _, x := range children {
		if text, found := labelled(x, field, label); found {
			return text, true
		}
	}
	return "", false
}

// firstWords are the first words in an object.
func firstWords(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *words:
		return o.text
	case *prose:
		return o.text
	}
	for _, x := range inside(o) {
		if text := firstWords(x); text != "" {
			return text
		}
	}
	return ""
}
