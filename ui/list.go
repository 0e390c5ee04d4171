package ui

import (
	"context"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// listPage is a list of cases at the left and, once one is opened, the case at the right.
type listPage struct {
	s     *shell
	kind  cases.Kind
	list  *model.CaseList
	table *caseTable
	pane  *casePane
	stale bool
	// memory is what is remembered of the list for author.
	memory model.ListMemory
	author string
	bar    *filterBar
	foot   *listFoot
	// text is the search field of the bar.
	text *entry
	// known are the organs of the directory.
	known   []string
	count   *words
	nothing *fyne.Container
	left    fyne.CanvasObject
	root    *fyne.Container
	split   *container.Split
	// opened is when a case last came beside the list, calm how long presses on the list rest then: the second press of a double click
	// would fall on whatever moved under the pointer.
	opened time.Time
	calm   time.Duration
	loaded bool
}

func newListPage(s *shell, kind cases.Kind) *listPage {
	p := &listPage{s: s, kind: kind, list: model.NewCaseList(kind, s.today()), memory: model.ReadListMemory(nil)}
	p.table = newCaseTable(model.Columns(kind), s.today)
	p.table.length = func() int { n, _ := p.list.Total(); return n }
	p.table.row = p.row
	p.table.sorted = func(k cases.SortKey) {
		if !p.moving() {
			p.list.SortBy(k)
			p.narrowed()
		}
	}
	p.table.list.moving = p.moving
	if !s.run.inline {
		p.calm = doubleClick
	}
	p.table.order = func() (cases.SortKey, bool) { f := p.list.Filter(); return f.Sort, f.Desc }
	p.table.picked, p.table.picking = p.list.Picked, func() bool { return p.list.Picks() > 0 }
	p.table.resized = p.arranged
	p.table.list.keys = rowKeys{open: p.choose, moved: p.moved, extend: p.extend, toggle: p.toggle, none: p.pickNone,
		all: p.unlessFilling(p.pickAll), bin: p.unlessFilling(p.askBin), copy: func() { p.copyRows(false) }, paste: p.unlessFilling(p.pasteRows),
		menu: p.menu}
	p.pane = newCasePane(s, p.back)
	p.pane.changed = func() { p.renew() }
	p.bar, p.foot = newFilterBar(p), newListFoot(p)
	p.text = p.bar.text
	p.nothing = container.NewStack()
	ground := newPanel(colorSurface, "", 0, 0, container.NewStack())
	ground.round = sizeSquare
	top := container.New(&inset{}, newFlow(2, p.head(), p.bar.root))
	p.left = container.NewBorder(top, p.foot.root, nil, nil, container.NewStack(ground, p.table.Container, p.nothing))
	p.split = container.NewHSplit(p.left, p.pane.root)
	p.split.Offset = 0.42
	p.root = container.NewStack(p.left)
	return p
}

func (p *listPage) view() fyne.CanvasObject { return p.root }

func (p *listPage) title() string {
	if p.kind == "" {
		return "案件"
	}
	return p.kind.Label() + "案件"
}

func (p *listPage) head() fyne.CanvasObject {
	p.count = muted("").cutting()
	columns := sign(iconColumns, "显示哪些列", nil)
	columns.OnTapped = func() { p.chooseColumns(columns) }
	more := sign(iconMore, "更多：粘贴登记、导入、打印、回收站", nil)
	more.OnTapped = func() { p.more(more) }
	actions := []fyne.CanvasObject{columns, button("导出", iconExport, p.export), more}
	if p.s.deps.ReadOnly == "" {
		actions = append(actions, button("新收", iconIntake, func() { p.s.show(pageIntake) }))
	}
	return pageHead(p.title(), p.count, actions...)
}

func (p *listPage) shown() {
	p.s.kind = p.kind
	if author := p.s.deps.Office.Author(); !p.loaded || author != p.author {
		p.author = author
		p.remember()
		return
	}
	if p.stale {
		p.renew()
	}
	p.stale = false
	p.takeKeys()
}

// takeKeys gives the list the keys where nothing else has them, so that the arrows work at once.
func (p *listPage) takeKeys() {
	if c := p.s.win.Canvas(); c.Focused() == nil && c.Overlays().Top() == nil && p.root.Objects[0] == p.left {
		c.Focus(p.table.list)
	}
}

// remember shows the list as whoever works left it.
func (p *listPage) remember() {
	office, author := p.s.deps.Office, p.author
	start(p.s.run, "memory:"+string(p.kind), func(ctx context.Context) ([]byte, error) {
		return office.Preference(ctx, author, listName(p.kind))
	}, func(data []byte, err error) {
		if err != nil {
			p.s.failed("list memory", err)
		}
		p.memory = model.ReadListMemory(data)
		p.loaded, p.stale = true, false
		p.list.SetFilter(p.memory.Last)
		p.table.choose(p.memory.Columns)
		p.bar.show()
		p.bar.choices()
		p.renew()
		p.takeKeys()
	})
}

// keep stores how the list stands after a while, so that clicking through filters does not write each time.
func (p *listPage) keep() {
	if p.s.deps.ReadOnly != "" || !p.loaded {
		return
	}
	p.memory.Last, p.memory.Columns = p.list.Filter(), p.table.cols.choice
	p.s.run.After("keep:"+string(p.kind), 2*pause, func() {
		data, err := p.memory.Data()
		office, author := p.s.deps.Office, p.author
		start(p.s.run, "keep:"+string(p.kind), func(ctx context.Context) (struct{}, error) {
			if err != nil {
				return struct{}{}, err
			}
			return struct{}{}, office.SetPreference(ctx, author, listName(p.kind), data)
		}, func(_ struct{}, err error) {
			if err != nil {
				p.s.failed("keep list", err)
			}
		})
	})
}

// narrow changes the filter.
func (p *listPage) narrow(f func(*model.Filter)) {
	if p.list.Change(f) {
		p.narrowed()
	}
}

// narrowed asks anew after filter or order changed. It asks before anything is drawn, so that the answer is known as the one to a
// new question and not to a row that came into view.
func (p *listPage) narrowed() {
	p.keep()
	p.ask()
	p.bar.show()
}

// filter keeps one group of states.
func (p *listPage) filter(st cases.Status) { p.narrow(func(f *model.Filter) { f.Status = st }) }

func (p *listPage) clear() {
	if p.list.Reset() {
		p.text.SetText("")
		p.narrowed()
	}
}

// renew asks everything anew after the office changed; what is chosen, picked and filtered stays, and nothing moves.
func (p *listPage) renew() {
	p.list.Renew(p.s.today(), p.author)
	p.askThen(false, func() {})
	p.pane.reload()
}

// ask asks for the first page and for what is in view, which is shown from its top.
func (p *listPage) ask() { p.askThen(true, func() {}) }

func (p *listPage) askThen(top bool, then func()) {
	a, ok := p.list.Need(0)
	if !ok {
		then()
		return
	}
	p.count.set("正在查询…")
	p.fetch(a, "list:"+string(p.kind), func() {
		p.answered(top)
		then()
	})
	p.foot.ask()
}

func (p *listPage) fetch(a model.Ask, name string, done func()) {
	start(p.s.run, name, func(ctx context.Context) (cases.Page, error) { return a.Fetch(ctx, p.s.deps.Office) },
		func(page cases.Page, err error) {
			if err != nil {
				p.list.Failed(a)
				p.s.failed("list", err)
				return
			}
			if p.list.Accept(a, page) {
				done()
			}
		})
}

// answered shows a new answer, from its top or where the list stands.
func (p *listPage) answered(top bool) {
	n, _ := p.list.Total()
	if f := p.list.Filter(); f.Text != "" {
		p.s.deps.Log.Info("search", "text", f.Text, "total", n)
	}
	p.tellCount()
	p.showNothing(n)
	p.widen()
	if top {
		p.table.list.ScrollToTop()
	}
	_, at := p.list.Chosen()
	p.table.list.mark(at)
	p.table.redraw()
	p.picked()
}

// wholeList is how many rows a list has at most for it to be known whether a case is among them.
const wholeList = 100

// tellCount says how many cases there are, and that the one shown is not among them where the filter leaves it out.
func (p *listPage) tellCount() {
	n, _ := p.list.Total()
	text := fmt.Sprintf("共%s件", model.Thousands(n))
	if p.list.Filtered() {
		text = fmt.Sprintf("符合条件%s件", model.Thousands(n))
		if _, at := p.list.Chosen(); p.pane.id != 0 && at < 0 && n <= wholeList {
			text += "，打开的案件不在其中"
		}
	}
	p.count.set(text)
}

func (p *listPage) showNothing(n int) {
	p.nothing.Objects = nil
	if n == 0 {
		what := empty(iconCases, "这里还没有案件", "可以导入现有的 Excel 台账，可以从表格里粘贴，也可以手工登记。",
			primary("导入台账…", iconImport, p.s.chooseLedger), button("粘贴登记…", nil, p.pasteRows),
			button("新收案件", iconIntake, func() { p.s.show(pageIntake) }))
		if p.list.Filtered() {
			what = empty(iconSearch, "没有符合条件的案件", "请换个关键词，或者清除筛选条件。", button("清除筛选", nil, p.clear))
		}
		p.nothing.Add(container.NewVBox(newPanel("", "", 0, 12, what)))
	}
	p.nothing.Refresh()
}

// row is asked by the list for every row in view; rows not there yet, or read before the office changed, are fetched by the
// page.
func (p *listPage) row(i int) (cases.Row, bool) {
	if a, need := p.list.Need(i); need {
		p.fetch(a, fmt.Sprintf("list:%s:%d", p.kind, i/100), p.table.list.Refresh)
	}
	return p.list.Row(i)
}

// choose opens the case at a row.
func (p *listPage) choose(i int) {
	r, ok := p.list.Choose(i)
	if !ok {
		return
	}
	p.s.run.Stop("follow")
	p.openPane()
	p.table.list.bring(i)
	p.pane.load(r.ID)
}

// moved follows the choice with the case beside the list, where one is open, once the keys rest: leafing through rows must
// not read every case.
func (p *listPage) moved(i int) {
	r, ok := p.list.Choose(i)
	if !ok || p.root.Objects[0] == p.left {
		return
	}
	p.s.run.After("follow", findPause, func() {
		if id, _ := p.list.Chosen(); id == r.ID && p.root.Objects[0] != p.left {
			p.pane.load(id)
		}
	})
}

// open shows a case wherever it stands in the list.
func (p *listPage) open(id cases.ID) {
	p.list.ChooseID(id)
	_, at := p.list.Chosen()
	p.table.list.mark(at)
	p.openPane()
	if at >= 0 {
		p.table.list.bring(at)
	}
	p.pane.load(id)
	p.tellCount()
}

// openPane shows the case beside the list, or in its place where the window is too narrow for both.
func (p *listPage) openPane() {
	var beside fyne.CanvasObject = p.split
	if w := p.root.Size().Width; w > 0 && w < em(62) {
		beside = p.pane.root
	} else {
		p.split.Leading, p.split.Trailing = p.left, p.pane.root
		p.split.Refresh()
	}
	if p.root.Objects[0] == beside {
		return
	}
	p.opened = time.Now()
	p.root.Objects = []fyne.CanvasObject{beside}
	p.root.Refresh()
}

// doubleClick is the longest time between the two presses of a double click.
const doubleClick = 400 * time.Millisecond

// moving reports whether the list was laid out anew a moment ago, so that a press may not be meant for what is under the pointer now.
func (p *listPage) moving() bool { return time.Since(p.opened) < p.calm }

// back closes the innermost layer: the act being recorded, the case, the filter's panel, the picked rows; the row stays chosen
// and focused.
func (p *listPage) back() bool {
	if p.pane.leaveAct() {
		return true
	}
	switch {
	case p.root.Objects[0] != p.left:
		p.pane.id = 0
		p.root.Objects = []fyne.CanvasObject{p.left}
		p.root.Refresh()
	case p.bar.panel.open():
		p.bar.panel.toggle()
	case p.list.Picks() > 0:
		p.pickNone()
	default:
		return false
	}
	p.s.win.Canvas().Focus(p.table.list)
	return true
}

func (p *listPage) search() {
	p.s.win.Canvas().Focus(p.text)
	p.text.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// searchKey moves from the search field into the list.
func (p *listPage) searchKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.typed()
		p.askThen(true, func() {
			_, at := p.list.Chosen()
			p.table.list.Select(max(at, 0))
		})
	case fyne.KeyDown:
		p.s.win.Canvas().Focus(p.table.list)
		if p.table.list.at < 0 {
			p.table.list.TypedKey(e)
		}
	default:
		return false
	}
	return true
}

// typed takes the search field's text.
func (p *listPage) typed() {
	p.s.run.Stop("type:" + string(p.kind))
	p.narrow(func(f *model.Filter) { f.Text = strings.TrimSpace(p.text.Text) })
}

// showMenu opens a menu below an object, with a margin to the edge of the window.
func (s *shell) showMenu(at fyne.CanvasObject, items ...*fyne.MenuItem) {
	c := s.win.Canvas()
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at).AddXY(0, at.Size().Height)
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	pos.X = max(0, min(pos.X, c.Size().Width-m.MinSize().Width-units(2)))
	m.ShowAtPosition(pos)
}
