package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// completion lists the organs that match what is typed, below the field and above the page. It is no popup: a popup would
// take the keyboard from the field.
type completion struct {
	p     *intakePage
	e     *entry
	find  func(string) []cases.OrganRecord
	take  func(cases.OrganRecord)
	found []cases.OrganRecord
	at    int
}

func newCompletion(p *intakePage, e *entry, find func(string) []cases.OrganRecord, take func(cases.OrganRecord)) *completion {
	c := &completion{p: p, e: e, find: find, take: take}
	typed := e.OnChanged
	e.OnChanged = func(s string) {
		typed(s)
		p.s.run.After("organ completion", findPause, c.update)
	}
	e.onKey = c.key
	// A press on the list takes the keyboard from the field first, so the list goes a moment later.
	e.onLeave = func() { p.s.run.After("organ completion", findPause, c.update) }
	return c
}

// update looks again and shows what was found, unless the field already holds one.
func (c *completion) update() {
	c.found, c.at = c.find(c.e.Text), 0
	if len(c.found) == 1 && c.found[0].Name == c.e.Text || c.p.s.win.Canvas().Focused() != fyne.Focusable(c.e) {
		c.found = nil
	}
	c.draw()
}

// key moves in the list and takes from it while it is shown.
func (c *completion) key(k *fyne.KeyEvent) bool {
	if len(c.found) == 0 {
		return false
	}
	switch k.Name {
	case fyne.KeyDown:
		c.at = min(c.at+1, len(c.found)-1)
	case fyne.KeyUp:
		c.at = max(c.at-1, 0)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.choose(c.found[c.at])
		return true
	case fyne.KeyEscape:
		c.found = nil
	case fyne.KeyTab:
		c.found = nil
		c.draw()
		return false
	default:
		return false
	}
	c.draw()
	return true
}

func (c *completion) choose(o cases.OrganRecord) {
	c.found = nil
	c.draw()
	c.take(o)
}

func (c *completion) draw() {
	c.p.layer.Objects = nil
	if len(c.found) > 0 {
		rows := newFlow(0)
		for i, o := range c.found {
			line := row(newLine(2, []float32{1, 0}, newWords(o.Name).cutting(), caption(c.p.known.organs.Hint(o))), func() { c.choose(o) })
			if i == c.at {
				line.fill = theme.ColorNameSelection
			}
			rows.Add(line)
		}
		box := newPanel(colorSurface, theme.ColorNameInputBorder, 0.5, 0.5, rows)
		d := fyne.CurrentApp().Driver()
		at := d.AbsolutePositionForObject(c.e).Subtract(d.AbsolutePositionForObject(c.p.layer))
		width := max(c.e.Size().Width, em(22))
		box.Move(at.AddXY(0, c.e.Size().Height+units(0.5)))
		box.Resize(fyne.NewSize(width, box.heightFor(width)))
		c.p.layer.Objects = []fyne.CanvasObject{box}
	}
	c.p.layer.Refresh()
}

// addOrgan puts an organ into the directory, as its name tells it.
func (p *intakePage) addOrgan(o cases.OrganRecord) {
	own := p.known.settings.Organ
	start(p.s.run, "save organ", func(ctx context.Context) (*model.OrganIndex, error) {
		if _, err := p.s.deps.Office.SaveOrgan(ctx, o); err != nil {
			return nil, err
		}
		return model.LoadOrganIndex(ctx, p.s.deps.Office, own)
	}, func(all *model.OrganIndex, err error) {
		if err != nil {
			p.s.failed("save organ", err)
			return
		}
		p.known.organs = all
		for _, l := range p.lists {
			l.told = ""
		}
		p.look()
		p.s.tell(model.Finished, "“"+o.Name+"”已加入机关名录，种类按名称推断为“"+o.Kind.Label()+"”，请在设置中核对。")
	})
}
