package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fuyi/cases"
	"fuyi/ui/model"
)

// session is what the windows of one run of the program share.
type session struct {
	journal model.Journal
	// replaying is true while a step is undone or redone.
	replaying bool
	visits    *model.Visits
	// typed is what was last typed in a field, by its label, for F4.
	typed   map[string]string
	windows []*shell
	scratch scratch
	// acts are the acts begun and not recorded.
	acts *model.ActDrafts
}

// visitsName is the preference that keeps recent and pinned cases.
const visitsName = "visits"

// loadVisits reads the recent and pinned cases of who works now.
func (s *shell) loadVisits() {
	office := s.deps.Office
	start(s.run, "visits", func(ctx context.Context) ([]byte, error) {
		return office.Preference(ctx, office.Author(), visitsName)
	}, func(data []byte, err error) {
		if err != nil {
			s.failed("load visits", err)
			return
		}
		s.shared.visits = model.ReadVisits(data)
	})
}

// keepVisits stores them after a while, so that leafing through cases does not write each time.
func (s *shell) keepVisits() {
	s.run.After("visits", 2*time.Second, func() {
		data, err := s.shared.visits.Data()
		office := s.deps.Office
		start(s.run, "keep visits", func(ctx context.Context) (struct{}, error) {
			if err != nil {
				return struct{}{}, err
			}
			return struct{}{}, office.SetPreference(ctx, office.Author(), visitsName, data)
		}, func(_ struct{}, err error) {
			if err != nil {
				s.failed("keep visits", err)
			}
		})
	})
}

func visitOf(c *cases.Case) model.Visit {
	return model.Visit{ID: c.ID, Kind: c.Kind, Number: c.Number, Title: c.Title()}
}

// visited notes that a case was opened in the page shown.
func (s *shell) visited(c *cases.Case) {
	s.went(model.Place{Page: s.here, Kind: c.Kind, Case: c.ID})
	if s.deps.ReadOnly == "" {
		s.shared.visits.Opened(visitOf(c))
		s.keepVisits()
	}
}

// went notes a place on the way.
func (s *shell) went(to model.Place) {
	if !s.moving {
		s.places.Go(to)
	}
}

// travel goes back or forward on the way.
func (s *shell) travel(by int) {
	to, ok := s.places.Step(by)
	if !ok {
		s.tell(model.Calm, map[bool]string{true: "前面没有打开过的页面了。", false: "后面没有打开过的页面了。"}[by < 0])
		return
	}
	s.moving = true
	defer func() { s.moving = false }()
	p := s.show(to.Page)
	switch l := p.(type) {
	case *listPage:
		if to.Case != 0 {
			l.open(to.Case)
		} else {
			l.leaveCase()
		}
	case *caseWindow:
		l.pane.load(to.Case)
	}
}

// openedCase is the case in view, nil if there is none.
func (s *shell) openedCase() *cases.Case {
	if p := s.casePane(); p != nil {
		return p.view.Case
	}
	return nil
}

func (s *shell) nextRecent() {
	id := cases.ID(0)
	if c := s.openedCase(); c != nil {
		id = c.ID
	}
	v, ok := s.shared.visits.After(id)
	if !ok {
		s.tell(model.Calm, "最近没有打开过其他案件。")
		return
	}
	s.openCase(v.Kind, v.ID)
}

// pinHere pins the case in view, or takes the pin away.
func (s *shell) pinHere() {
	c := s.openedCase()
	if c == nil {
		s.tell(model.Calm, "请先打开一件案件，再固定。")
		return
	}
	s.pin(c)
	s.refresh()
}

func (s *shell) pin(c *cases.Case) {
	text := "已取消固定" + c.Number + "。"
	if s.shared.visits.Pin(visitOf(c)) {
		text = "已固定" + c.Number + "，按 Ctrl+K 就能看到。"
	}
	s.keepVisits()
	s.tell(model.Finished, text)
}

func (s *shell) openBeside() {
	c := s.openedCase()
	if c == nil {
		s.tell(model.Calm, "请先打开一件案件，再在新窗口打开。")
		return
	}
	s.openWindow(c.ID, c.Number)
}

// openWindow opens a case in a window of its own, to be compared with another.
func (s *shell) openWindow(id cases.ID, number string) {
	if s.newWindow == nil {
		s.tell(model.Soon, "这里不能再开窗口。")
		return
	}
	w := s.newWindow(number)
	w.SetPadded(false)
	o := newShell(s.deps, s.run.sibling(), w)
	o.shared, o.newWindow, o.look = s.shared, s.newWindow, s.look
	s.shared.windows = append(s.shared.windows, o)
	p := newCaseWindow(o, w.Close)
	w.SetOnClosed(func() {
		if p.pane.keepAct() {
			s.storeActs()
		}
		s.shared.closed(o)
	})
	o.pages[pageCase], o.here = p, pageCase
	o.body.Objects = []fyne.CanvasObject{p.view()}
	w.SetContent(container.NewStack(o.body, o.strip, newTips(o.run).layer))
	w.Resize(fyne.NewSize(760, 720))
	w.Show()
	p.pane.load(id)
}

func (x *session) closed(o *shell) {
	for i, w := range x.windows {
		if w == o {
			x.windows = append(x.windows[:i:i], x.windows[i+1:]...)
			return
		}
	}
}

// caseWindow is the page of a window that shows one case.
type caseWindow struct {
	s    *shell
	pane *casePane
}

func newCaseWindow(s *shell, close func()) *caseWindow {
	p := &caseWindow{s: s}
	p.pane = newCasePane(s, func() bool { close(); return true })
	p.pane.changed = func() { p.pane.reload() }
	return p
}

func (p *caseWindow) view() fyne.CanvasObject { return p.pane.root }
func (p *caseWindow) shown()                  { p.pane.reload() }
func (p *caseWindow) back() bool              { return p.pane.leaveAct() }
func (p *caseWindow) mainAct()                { p.pane.mainAct() }
func (p *caseWindow) correctLast()            { p.pane.correctLast() }
func (p *caseWindow) samePerson()             { p.pane.samePerson() }
func (p *caseWindow) print()                  { p.pane.print() }

// recall lets F4 repeat what was last typed in a field of this label, in whatever case.
func (s *shell) recall(label string, input fyne.CanvasObject) {
	e, ok := input.(*entry)
	if !ok || e.onLeave != nil {
		return
	}
	e.onLeave = func() {
		if e.Text != "" {
			s.shared.typed[label] = e.Text
		}
	}
	e.again = func() string { return s.shared.typed[label] }
}
