package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"fuyi/ui/model"
)

// question is a small dialog with one field. Nothing happens until its button is pressed, and it can only be pressed once the
// field says something; Esc and 取消 leave everything as it is.
type question struct {
	title string
	// about stands above the field.
	about []fyne.CanvasObject
	label string
	hint  string
	value string
	words []string
	yes   string
	// take gets the text and answers with a sentence if it cannot be taken.
	take func(text string) string
}

// ask shows a question.
func (s *shell) ask(q question) {
	input := newSuggest(q.words, q.hint)
	input.SetText(q.value)
	row := field(q.label, true, input, "")
	var d *dialog.CustomDialog
	yes := primary(q.yes, nil, func() {
		if say := q.take(input.Text); say != "" {
			row.complain(say)
			return
		}
		d.Hide()
	})
	able := func(text string) {
		if text == "" {
			yes.Disable()
		} else {
			yes.Enable()
		}
	}
	input.OnChanged = func(text string) {
		able(text)
		row.complain("")
	}
	able(q.value)
	no := button("取消", nil, func() { d.Hide() })
	body := newFlow(2, append(append([]fyne.CanvasObject{}, q.about...), row.Container)...)
	d = dialog.NewCustomWithoutButtons(q.title, newSized(30, body), s.win)
	d.SetButtons([]fyne.CanvasObject{no, yes})
	d.Show()
	s.win.Canvas().Focus(input)
}

// writes reports whether something may be recorded, and says why not.
func (s *shell) writes() bool {
	if s.deps.ReadOnly != "" {
		s.tell(model.Soon, s.deps.ReadOnly)
	}
	return s.deps.ReadOnly == ""
}
