package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// signInPage asks at start who works (请选择使用人). While it is shown nothing else of the window can be reached.
type signInPage struct {
	s      *shell
	root   *fyne.Container
	who    model.SignIn
	chosen cases.Person
	pin    *entry
	note   *prose
	busy   bool
	// then is what comes after the person was accepted.
	then func()
}

// enter begins the work: at once where one person works without a PIN, else after somebody signed in.
func (s *shell) enter(then func()) {
	start(s.run, "sign in", func(ctx context.Context) (model.SignIn, error) { return model.LoadSignIn(ctx, s.deps.Office) },
		func(who model.SignIn, err error) {
			if err != nil {
				s.failed("sign in", err)
				s.lock(empty(iconPeople, "没有读出人员名单", "暂时不能确认请选择使用人。", button("再试一次", nil, func() { s.enter(then) })))
				return
			}
			if who.Needed() {
				s.askWho(who, then)
				return
			}
			if x, ok := who.Only(); ok {
				s.take(x, "", func(error) { s.unlock(); then() })
				return
			}
			s.unlock()
			then()
		})
}

// askWho shows the page over the whole window.
func (s *shell) askWho(who model.SignIn, then func()) *signInPage {
	p := &signInPage{s: s, who: who, then: then, root: container.NewStack()}
	if len(who.People) == 1 {
		p.chosen = who.People[0]
	}
	p.draw()
	s.lock(p.root)
	if p.pin != nil {
		s.win.Canvas().Focus(p.pin)
	}
	return p
}

// lock shows an object instead of the pages and hides the navigation; show then builds pages without showing them.
func (s *shell) lock(o fyne.CanvasObject) {
	s.locked = true
	s.nav.cover(true)
	s.body.Objects = []fyne.CanvasObject{o}
	s.body.Refresh()
	s.win.Canvas().Content().Refresh()
}

func (s *shell) unlock() {
	s.locked = false
	s.nav.cover(false)
	s.win.Canvas().Content().Refresh()
	s.signedIn()
}

// signedIn shows in the navigation who works, and that it can be changed where there is somebody else or a PIN.
func (s *shell) signedIn() {
	start(s.run, "who", func(ctx context.Context) (model.SignIn, error) { return model.LoadSignIn(ctx, s.deps.Office) },
		func(who model.SignIn, err error) {
			if err == nil {
				s.nav.person(s.person, who.Needed(), s.switchPerson)
			}
		})
}

// switchPerson asks again who works (切换人员).
func (s *shell) switchPerson() {
	here := s.here
	s.parkActs()
	for _, w := range slices.Clone(s.shared.windows) {
		if w != s {
			w.win.Close() // what one person has open is not the next one's
		}
	}
	s.shared.journal = model.Journal{}
	s.enter(func() {
		s.loadVisits()
		s.loadActs()
		s.show(here)
	})
}

// take signs a person in.
func (s *shell) take(x cases.Person, pin string, done func(error)) {
	start(s.run, "sign in", func(ctx context.Context) (struct{}, error) { return struct{}{}, s.deps.Office.SignIn(ctx, x.ID, pin) },
		func(_ struct{}, err error) {
			if err == nil {
				s.person = x.Name
				s.deps.Log.Info("signed in")
			}
			done(err)
		})
}

func (p *signInPage) draw() {
	tiles := newTiles(11, 2)
	for _, x := range p.who.People {
		tiles.Add(p.tile(x))
	}
	office := muted(p.s.nav.office.text)
	title := heading("请选择使用人")
	office.align, title.align = fyne.TextAlignCenter, fyne.TextAlignCenter
	rows := newFlow(3, newFlow(0.5, title, office), tiles)
	p.pin, p.note = nil, newProse("").small().in(theme.ColorNameError)
	if p.chosen.ID != 0 && p.chosen.HasPIN {
		p.pin = newEntry("数字密码")
		p.pin.Password = true
		p.pin.OnSubmitted = func(string) { p.submit() }
		rows.Add(newFlow(0.75, caption(p.chosen.Name+"的密码"), newBeside(2, []float32{1, 0}, p.pin, primary("进入", nil, p.submit)), p.note))
	} else {
		rows.Add(newFlow(0, caption("选择姓名后记录都署这个名字。").cutting(), p.note))
	}
	box := newPanel(colorSurface, theme.ColorNameSeparator, 6, 6, rows)
	p.root.Objects = []fyne.CanvasObject{container.NewCenter(newSized(30, box))}
	p.root.Refresh()
}

func (p *signInPage) tile(x cases.Person) fyne.CanvasObject {
	name, role := strong(x.Name).cutting(), caption(x.Role.Label()).cutting()
	if x.HasPIN {
		role.text += "　需要密码"
	}
	fill, line := theme.ColorNameBackground, theme.ColorNameSeparator
	if x.ID == p.chosen.ID {
		fill, line = theme.ColorNameSelection, theme.ColorNamePrimary
	}
	return newPress(fill, line, theme.ColorNameHover, 3, 2, newFlow(0.5, name, role), func() { p.choose(x) })
}

// choose takes a name: without a PIN the person is in.
func (p *signInPage) choose(x cases.Person) {
	p.chosen = x
	p.draw()
	if !x.HasPIN {
		p.submit()
		return
	}
	p.s.win.Canvas().Focus(p.pin)
}

// submit tries the PIN; a wrong one is told below the field, which is emptied.
func (p *signInPage) submit() {
	if p.busy {
		return
	}
	pin := ""
	if p.pin != nil {
		pin = p.pin.Text
	}
	p.busy = true
	p.s.take(p.chosen, pin, func(err error) {
		p.busy = false
		if err == nil {
			p.s.unlock()
			p.then()
			return
		}
		p.note.set(cases.Message(err))
		if e := (*cases.Error)(nil); !errors.As(err, &e) || e.Kind != cases.Refused {
			p.s.failed("sign in", err)
		}
		if p.pin != nil {
			p.pin.SetText("")
			p.s.win.Canvas().Focus(p.pin)
		}
		p.root.Refresh()
	})
}
