package ui

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// Title is the title of the window.
const Title = "行政复议与应诉案件管理"

// page is one screen. What a page can do beyond being shown it says by implementing the small interfaces of keys.go.
type page interface {
	// view is the page's content, built once.
	view() fyne.CanvasObject
	// shown is called each time the page comes into view.
	shown()
}

// shell is the window's content: navigation, a strip for messages, and the page shown.
type shell struct {
	deps  Deps
	run   *Runner
	win   fyne.Window
	nav   *nav
	strip *fyne.Container
	body  *fyne.Container
	pages map[string]page
	here  string
	ready bool
	// locked is true while somebody has to sign in; person is who did, "" where nobody is asked.
	locked bool
	person string
	// docket is what was due when it was last read; checker the second person's name, asked once a session.
	docket  *model.Docket
	checker string
	// kind is the kind of case that was last looked at: a registration begins with it.
	kind cases.Kind
	// shared is what all windows of the session have in common; places the way through this one.
	shared *session
	places model.Places
	// moving is set while the way is gone back or forth, which makes no new steps.
	moving bool
	// newWindow opens another window of the program, nil where there can be none.
	newWindow func(title string) fyne.Window
	// setLook changes theme and scale; nil where the appearance is fixed.
	setLook func(model.Look)
	look    model.Look
}

// Names of pages, as the log calls them.
const (
	pageDesk       = "desk"
	pageCases      = "reconsiderations"
	pageSuits      = "suits"
	pageIntake     = "intake"
	pageStatistics = "statistics"
	pageSettings   = "settings"
	pageImport     = "import"
	pageMonth      = "month"
	pageSheet      = "checksheet"
	pageHolidays   = "holidays"
	pageFind       = "find"
	pageHelp       = "help"
	pageCase       = "case"
	pageReader     = "reader"
	pageOrgans     = "organs"
	pagePeople     = "people"
	pageBin        = "bin"
	pagePaste      = "paste"
	pageCategories = "categories"
	pageReconcile  = "reconcile"
	pageCards      = "cards"
	pageBlanks     = "blanks"
	pageCourt      = "court"
)

func newShell(deps Deps, run *Runner, win fyne.Window) *shell {
	s := &shell{deps: deps, run: run, win: win, body: container.NewStack(), pages: map[string]page{},
		shared: &session{visits: &model.Visits{}, typed: map[string]string{}, acts: &model.ActDrafts{}}}
	s.strip = container.New(&noticeLayout{bar: s.barHeight})
	s.shared.windows = []*shell{s}
	s.nav = newNav(s)
	s.shortcuts()
	win.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { s.dropped(files) })
	return s
}

// content is what the window shows.
func (s *shell) content() fyne.CanvasObject {
	right := container.NewStack(s.body, s.strip)
	return container.NewStack(container.New(&sides{}, s.nav.view(), right), newTips(s.run).layer)
}

// begin shows the first page and the office's name.
func (s *shell) begin() {
	if s.deps.ReadOnly != "" {
		s.tell(model.Soon, s.deps.ReadOnly)
	}
	s.officeName()
	s.traceFocus()
	s.enter(func() {
		s.loadVisits()
		s.loadActs()
		s.show(pageDesk)
	})
}

// usable notes, once, that the first page shows what it has to show.
func (s *shell) usable() {
	if !s.ready {
		s.ready = true
		s.deps.Log.Info("ready")
		s.warm()
	}
}

// warm prepares lists once the first page stands.
func (s *shell) warm() {
	if s.deps.Warm == nil {
		return
	}
	start(s.run, "warm", func(ctx context.Context) (struct{}, error) { return struct{}{}, s.deps.Warm(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			s.deps.Log.Error("warm", "err", err) // lists are read when they are asked for
		}
	})
}

func (s *shell) officeName() {
	start(s.run, "office name", s.deps.Office.Settings, func(set cases.Settings, err error) {
		if err == nil {
			s.nav.office.set(set.Office)
		}
	})
}

// today is the current day, asked anew.
func (s *shell) today() calendar.Date { return s.deps.Today() }

// show turns to a page, building it on first use.
func (s *shell) show(name string) page {
	p := s.pages[name]
	if p == nil {
		p = s.build(name)
		s.pages[name] = p
	}
	if s.locked {
		return p
	}
	if s.here != name {
		s.hush()
		// What had the keys is no longer in view; the page may take them.
		s.win.Canvas().Unfocus()
	}
	s.here = name
	s.nav.mark(name)
	s.body.Objects = []fyne.CanvasObject{p.view()}
	s.body.Refresh()
	s.deps.Log.Info("page", "name", name)
	s.went(model.Place{Page: name})
	p.shown()
	return p
}

func (s *shell) build(name string) page {
	switch name {
	case pageCases:
		return newListPage(s, cases.Reconsideration)
	case pageSuits:
		return newListPage(s, cases.Litigation)
	case pageFind:
		return newFindPage(s)
	case pageHelp:
		return newHelpPage(s)
	case pageIntake:
		return newIntakePage(s)
	case pageReader:
		return newReaderPage(s)
	case pageStatistics:
		return newStatisticsPage(s)
	case pageSettings:
		return newSettingsPage(s)
	case pageImport:
		return newImportPage(s)
	case pageMonth:
		return newMonthPage(s)
	case pageSheet:
		return newSheetPage(s)
	case pageHolidays:
		return newHolidaysPage(s)
	case pageOrgans:
		return newOrgansPage(s)
	case pagePeople:
		return newPeoplePage(s)
	case pageBin:
		return newBinPage(s)
	case pagePaste:
		return newPastePage(s)
	case pageDesk:
		return newDeskPage(s)
	case pageCategories:
		return newCategoriesPage(s)
	case pageReconcile:
		return newReconcilePage(s)
	case pageCards:
		return newCardsPage(s)
	case pageBlanks:
		return newBlanksPage(s)
	case pageCourt:
		return newCourtPage(s)
	}
	panic("no such page: " + name)
}

// relook builds the pages not in view anew after the appearance changed: Fyne redraws only what the window shows. A
// registration begun stays as typed.
func (s *shell) relook() {
	begun, _ := s.pages[pageIntake].(*intakePage)
	for name, p := range s.pages {
		if name == s.here {
			continue
		}
		switch p := p.(type) {
		case *readerPage:
			p.close()
		case *listPage:
			p.pane.keepAct()
		}
		delete(s.pages, name)
	}
	if begun != nil && s.here != pageIntake && !begun.in.Blank() {
		p := newIntakePage(s)
		p.reset(begun.in)
		s.pages[pageIntake] = p
	}
}

// listName is the list page of a kind of case.
func listName(k cases.Kind) string {
	switch k {
	case cases.Reconsideration:
		return pageCases
	case cases.Litigation:
		return pageSuits
	}
	return pageCases
}

// list turns to the list of a kind.
func (s *shell) list(k cases.Kind) *listPage { return s.show(listName(k)).(*listPage) }

// openCase shows a case in the list of its kind; a window of one case turns to it.
func (s *shell) openCase(k cases.Kind, id cases.ID) {
	if p, ok := s.pages[pageCase].(*caseWindow); ok {
		p.pane.load(id)
		return
	}
	s.list(k).open(id)
}

// changed tells every list of every window that the office changed, so that it asks anew when shown, and every case in view
// of another window to be read again.
func (s *shell) changed() {
	for _, w := range s.shared.windows {
		for _, p := range w.pages {
			if l, ok := p.(*listPage); ok {
				l.stale = true
			}
		}
		if w != s {
			w.refresh()
		}
	}
}

func (s *shell) search() {
	p, ok := s.pages[s.here].(searcher)
	if !ok {
		p = s.show(pageFind).(searcher)
	}
	p.search()
}

func (s *shell) export() {
	p, ok := s.pages[s.here].(exporter)
	if !ok {
		p = s.show(pageStatistics).(exporter)
	}
	p.export()
}

// back closes the topmost layer: a popup, else a layer of the page, else a message.
func (s *shell) back() {
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		s.dismiss(top)
		return
	}
	if p, ok := s.pages[s.here].(backer); ok && p.back() {
		return
	}
	s.hush()
}

// dismiss takes an overlay away: a popup as a press beside it would, a dialog as 取消 would. Hiding alone would leave it
// above the page, unseen, to catch every press.
func (s *shell) dismiss(top fyne.CanvasObject) {
	if t, ok := top.(fyne.Tappable); ok {
		t.Tapped(&fyne.PointEvent{})
	}
	if all := s.win.Canvas().Overlays(); all.Top() == top {
		all.Remove(top)
	}
}

// failed shows an error's sentence; the log gets the rest. An unknown error gets a number that both show, so that the
// clerk's call and the log can be brought together. A cancelled job is not an error.
func (s *shell) failed(op string, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	text := cases.Message(err)
	number := ""
	if cases.KindOf(err) == cases.Internal {
		number = fmt.Sprintf("%06X", time.Now().UnixMilli()&0xffffff)
		text += "（事件编号" + number + "）"
	}
	s.deps.Log.Error(op, "err", err, "cause", errors.Unwrap(err), "incident", number)
	s.tell(model.Late, text)
}

// sides lays the navigation and the page out side by side without a gap.
type sides struct{}

func (sides) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

func (sides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := o[0].MinSize().Width
	if !o[0].Visible() {
		w = 0
	}
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(size.Width-w, size.Height))
}
