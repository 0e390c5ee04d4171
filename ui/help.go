package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/ui/model"
)

// helpPage is 说明 (F1): an index at the left, the topic at the right; the key sheet is one of its topics.
type helpPage struct {
	s      *shell
	page   *scroller
	topic  model.Topic
	sheet  bool
	before string
}

func newHelpPage(s *shell) *helpPage {
	return &helpPage{s: s, page: newScroller(), topic: model.Topics()[0]}
}

func (p *helpPage) view() fyne.CanvasObject { return p.page.Container }

func (p *helpPage) shown() { p.draw() }

// help explains the page in view, or the act being recorded on it.
func (s *shell) help() {
	if s.here == pageHelp {
		s.back()
		return
	}
	topic := model.TopicOf(s.here)
	if c := s.casePane(); c != nil && s.here != pageReader {
		topic = c.topic()
	}
	s.openHelp(topic, false)
}

// topic is the help of what is shown of the case.
func (p *casePane) topic() model.Topic {
	switch {
	case p.card != nil:
		return model.TopicOf(pageCards)
	case p.act != nil:
		return model.ActTopic(p.act.form.Spec)
	case p.dossier.open:
		return model.TopicOf("dossier")
	case p.revising != nil:
		return model.TopicOf(pageIntake)
	}
	return model.TopicOf(pageCase)
}

// keySheet lists every key.
func (s *shell) keySheet() { s.openHelp(model.Topic{}, true) }

func (s *shell) openHelp(t model.Topic, sheet bool) {
	before := s.here
	p, _ := s.pages[pageHelp].(*helpPage)
	if p == nil {
		p = newHelpPage(s)
		s.pages[pageHelp] = p
	}
	p.topic, p.sheet = t, sheet
	if before != pageHelp {
		p.before = before
	}
	s.show(pageHelp)
	p.page.scroll.ScrollToTop()
}

// back returns to the page that was asked about, as it was.
func (p *helpPage) back() bool {
	if p.before == "" {
		return false
	}
	p.s.show(p.before)
	return true
}

func (p *helpPage) draw() {
	index := newFlow(0.25)
	for _, t := range model.Topics() {
		index.Add(p.entry(t.Title, !p.sheet && t.Title == p.topic.Title, func() { p.turn(t, false) }))
	}
	index.Add(p.entry("快捷键一览", p.sheet, func() { p.turn(model.Topic{}, true) }))
	content := p.text()
	if p.sheet {
		content = keyTable()
	}
	back := button("返回", iconBack, func() { p.back() })
	p.page.fill(pageHead("说明", nil, back), newBeside(3, []float32{-11, 1}, card(index), newNarrow(56, card(content))))
}

func (p *helpPage) turn(t model.Topic, sheet bool) {
	p.topic, p.sheet = t, sheet
	p.draw()
	p.page.scroll.ScrollToTop()
}

func (p *helpPage) entry(title string, here bool, tapped func()) fyne.CanvasObject {
	w := newWords(title).cutting()
	fill := fyne.ThemeColorName("")
	if w.bold = here; here {
		w.color, fill = theme.ColorNamePrimary, colorTint
	}
	e := newPress(fill, "", theme.ColorNameHover, 2, 1.25, w, tapped)
	e.round = theme.SizeNameInputRadius
	return e
}

func (p *helpPage) text() fyne.CanvasObject {
	t := p.topic
	rows := newFlow(2, subheading(t.Title))
	for _, s := range t.What {
		rows.Add(newProse(s))
	}
	if len(t.Law) > 0 {
		rows.Add(strong("依据"))
	}
	for _, a := range t.Law {
		rows.Add(newBeside(2, []float32{-10, 1}, newProse(a.Name).in(theme.ColorNamePrimary), newProse(a.Says)))
	}
	if t.Example != "" {
		rows.Add(strong("例"))
		rows.Add(newPanel(theme.ColorNameBackground, "", 3, 2, newProse(t.Example)))
	}
	return rows
}

// keyTable is every key with what it does.
func keyTable() fyne.CanvasObject {
	rows := newFlow(1, subheading("快捷键一览"))
	line := func(keys, label string) {
		rows.Add(newBeside(2, []float32{-12, 1}, strong(keys).cutting(), newProse(label)))
	}
	for _, k := range windowKeys() {
		line(k.keys, k.label)
	}
	for _, k := range plainKeys() {
		line(k.keys, k.label)
	}
	for _, k := range otherKeys() {
		line(k[0], k[1])
	}
	return rows
}
