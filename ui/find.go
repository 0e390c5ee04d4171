package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"fuyi/ui/model"
)

// findPage is 查找 (Ctrl+K): one field for everything, and what was found with the reason. Before anything is typed it lists
// the pinned and the recently opened cases.
type findPage struct {
	s     *shell
	root  *fyne.Container
	text  *entry
	say   *prose
	list  *lineList
	found *model.FindView
}

func newFindPage(s *shell) *findPage {
	p := &findPage{s: s, text: newEntry("查找案件"), say: newProse("").in(colorMuted), found: &model.FindView{}}
	p.text.OnChanged = func(string) { s.run.After("find", findPause, p.ask) }
	p.text.onKey = p.key
	p.text.onShortcut = p.shortcut
	p.list = newLineList(p.fill, func(i int) { p.open(i, false) })
	ground := newPanel(colorSurface, theme.ColorNameSeparator, 0, 0, container.NewStack())
	head := newPanel("", "", 4, 3, newFlow(2, pageHead("查找", nil), newNarrow(64, newFlow(1, p.text, p.say))))
	body := newPanel("", "", 4, 0, container.NewStack(ground, p.list))
	p.root = container.NewBorder(head, newPanel("", "", 0, 2, caption("")), nil, nil, body)
	return p
}

func (p *findPage) view() fyne.CanvasObject { return p.root }

func (p *findPage) shown() { p.ask() }

// search puts the cursor into the field with what was typed chosen, so that typing begins anew.
func (p *findPage) search() {
	p.s.win.Canvas().Focus(p.text)
	p.text.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (p *findPage) ask() { p.askThen(func() {}) }

func (p *findPage) askThen(then func()) {
	text := strings.TrimSpace(p.text.Text)
	if text == "" {
		p.s.run.Stop("find")
		p.show(model.Remembered(p.s.shared.visits))
		then()
		return
	}
	today := p.s.today()
	start(p.s.run, "find", func(ctx context.Context) (*model.FindView, error) {
		return model.Find(ctx, p.s.deps.Office, text, today)
	}, func(v *model.FindView, err error) {
		if err != nil {
			p.s.failed("find", err)
			return
		}
		p.s.deps.Log.Info("search", "text", text, "total", v.Total, "fields", v.Fields())
		p.show(v)
		then()
	})
}

func (p *findPage) show(v *model.FindView) {
	p.found = v
	p.say.set(v.Say)
	p.list.show(len(v.Rows), true)
	p.root.Refresh()
}

func (p *findPage) fill(i int, l *twoLines) {
	r := p.found.Rows[i]
	if r.Head != "" {
		l.setHead(r.Head, r.Note, "", model.Calm)
		return
	}
	l.setHit(r)
}

// key moves from the field into the list, and opens the best hit.
func (p *findPage) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.askThen(func() { p.open(p.found.First(), false) })
	case fyne.KeyDown:
		p.s.win.Canvas().Focus(p.list)
	default:
		return false
	}
	return true
}

// shortcut is Ctrl+Enter: the best hit in a window of its own.
func (p *findPage) shortcut(sc fyne.Shortcut) bool {
	c, ok := sc.(*desktop.CustomShortcut)
	if !ok || c.KeyName != fyne.KeyReturn || c.Modifier != fyne.KeyModifierControl {
		return false
	}
	p.mainAct()
	return true
}

// mainAct opens the best hit in a window of its own.
func (p *findPage) mainAct() { p.askThen(func() { p.open(p.found.First(), true) }) }

func (p *findPage) open(i int, beside bool) {
	if i < 0 || i >= len(p.found.Rows) || p.found.Rows[i].Head != "" {
		return
	}
	r := p.found.Rows[i]
	if beside {
		p.s.openWindow(r.ID, r.Number)
		return
	}
	p.s.openCase(r.Kind, r.ID)
}
