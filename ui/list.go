package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// listPage is a list of cases at the left and, once one is chosen, the case at the right.
type listPage struct {
	s     *shell
	kind  cases.Kind
	list  *model.CaseList
	table *caseTable
	pane  *casePane
	stale bool

	text    *entry
	chips   *fyne.Container
	year    *pick
	handler *pick
	reset   *widget.Button
	count   *words
	nothing *fyne.Container
	left    fyne.CanvasObject
	root    *fyne.Container
	split   *container.Split
	loaded  bool
}

func newListPage(s *shell, kind cases.Kind) *listPage {
	p := &listPage{s: s, kind: kind, list: model.NewCaseList(kind, s.today())}
	p.table = newCaseTable(model.Columns(kind), s.today)
	p.table.length = func() int { n, _ := p.list.Total(); return n }
	p.table.row = p.row
	p.table.chosen = p.choose
	p.table.enter = p.focusCase
	p.table.sorted = func(k cases.SortKey) { p.list.SortBy(k); p.ask() }
	p.table.order = func() (cases.SortKey, bool) { q := p.list.Query(); return q.Sort, q.Desc }
	p.restoreColumns()
	p.pane = newCasePane(s, p.back)
	p.pane.changed = func() { p.renew() }
	p.nothing = container.NewStack()
	ground := newPanel(colorSurface, "", 0, 0, container.NewStack())
	ground.round = sizeSquare
	p.left = container.NewBorder(container.New(&inset{}, newFlow(2, p.head(), p.filters())), nil, nil, nil,
		container.NewStack(ground, p.table.Container, p.nothing))
	p.split = container.NewHSplit(p.left, p.pane.root)
	p.split.Offset = 0.42
	p.root = container.NewStack(p.left)
	return p
}

func (p *listPage) view() fyne.CanvasObject { return p.root }

func (p *listPage) title() string {
	if p.kind == "" {
		return "查找案件"
	}
	return p.kind.Label() + "案件"
}

func (p *listPage) head() fyne.CanvasObject {
	p.count = muted("").cutting()
	columns := button("", iconColumns, nil)
	columns.OnTapped = func() { p.chooseColumns(columns) }
	return pageHead(p.title(), p.count, columns, button("导入", iconImport, p.s.chooseLedger),
		button("导出", iconExport, p.export))
}

func (p *listPage) filters() fyne.CanvasObject {
	p.text = newEntry("案号、当事人、事项或拼音首字母")
	p.text.Icon = nil
	p.text.OnChanged = func(text string) {
		p.s.run.After("type:"+string(p.kind), pause, func() {
			if p.list.SetText(strings.TrimSpace(text)) {
				p.ask()
			}
		})
	}
	p.text.onKey = p.searchKey
	p.chips = container.NewHBox()
	for _, c := range model.StatusChoices(p.kind) {
		b := quiet(c.Label, nil, func() { p.filter(c.Status) })
		p.chips.Add(b)
	}
	p.markChips()
	p.year = newPick([]string{"全部年度"}, func(i int, text string) {
		n, _ := strconv.Atoi(strings.TrimSuffix(text, "年")) // 全部年度 is no number: 0, all years
		if p.list.SetYear(n) {
			p.ask()
		}
	})
	p.handler = newPick([]string{"全部承办人"}, func(i int, text string) {
		if i == 0 {
			text = ""
		}
		if p.list.SetHandler(text) {
			p.ask()
		}
	})
	p.reset = quiet("清除", iconClose, p.clear)
	return newWrap(1.5, container.New(&fixedWidth{em: 17}, p.text), p.chips, container.New(&fixedWidth{em: 8}, boxed(p.year)),
		container.New(&fixedWidth{em: 8.5}, boxed(p.handler)), p.reset)
}

// searchKey moves from the search field into the list.
func (p *listPage) searchKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.list.SetText(strings.TrimSpace(p.text.Text))
		p.askThen(func() {
			if _, at := p.list.Chosen(); at < 0 {
				p.table.list.Select(0)
			} else {
				p.choose(at)
			}
		})
	case fyne.KeyDown:
		p.s.win.Canvas().Focus(p.table.list)
		p.table.list.Select(max(p.table.list.at, 0))
	default:
		return false
	}
	return true
}

func (p *listPage) markChips() {
	for i, c := range model.StatusChoices(p.kind) {
		b := p.chips.Objects[i].(*widget.Button)
		b.Importance = widget.LowImportance
		if c.Status == p.list.Query().Status {
			b.Importance = widget.HighImportance
		}
		b.Refresh()
	}
}

// filter keeps one group of states.
func (p *listPage) filter(st cases.Status) {
	if p.list.SetStatus(st) {
		p.ask()
	}
}

func (p *listPage) clear() {
	if p.list.Reset() {
		p.text.SetText("")
		p.year.fill(p.year.Options, "全部年度")
		p.handler.fill(p.handler.Options, "全部承办人")
		p.ask()
	}
}

func (p *listPage) shown() {
	if !p.loaded {
		p.choices()
	}
	if !p.loaded || p.stale {
		p.renew()
	}
	p.loaded, p.stale = true, false
}

// renew asks everything anew after the office changed; what is chosen and filtered stays.
func (p *listPage) renew() {
	p.list.Renew(p.s.today())
	p.choices()
	p.ask()
	p.pane.reload()
}

// choices fills the drop-downs with the years and handlers that occur.
func (p *listPage) choices() {
	type choice struct {
		years    []int
		handlers []string
	}
	start(p.s.run, "choices:"+string(p.kind), func(ctx context.Context) (choice, error) {
		years, err := p.s.deps.Office.Years(ctx)
		if err != nil {
			return choice{}, err
		}
		handlers, err := p.s.deps.Office.Handlers(ctx)
		return choice{years, handlers}, err
	}, func(c choice, err error) {
		if err != nil {
			p.s.failed("list choices", err)
			return
		}
		years := []string{"全部年度"}
		for _, y := range c.years {
			years = append(years, fmt.Sprintf("%d年", y))
		}
		q := p.list.Query()
		p.year.fill(years, orElse(q.Year != 0, fmt.Sprintf("%d年", q.Year), years[0]))
		handlers := append([]string{"全部承办人"}, c.handlers...)
		p.handler.fill(handlers, orElse(q.Handler != "", q.Handler, handlers[0]))
	})
}

func orElse(ok bool, a, b string) string {
	if ok {
		return a
	}
	return b
}

// ask asks for the first page and for what is in view.
func (p *listPage) ask() { p.askThen(func() {}) }

func (p *listPage) askThen(then func()) {
	p.markChips()
	a, ok := p.list.Need(0)
	if !ok {
		then()
		return
	}
	p.count.set("正在查询…")
	p.fetch(a, "list:"+string(p.kind), func() {
		p.answered()
		then()
	})
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

// answered shows a new answer from its top.
func (p *listPage) answered() {
	n, _ := p.list.Total()
	q := p.list.Query()
	if q.Text != "" {
		p.s.deps.Log.Info("search", "text", q.Text, "total", n)
	}
	p.count.set(fmt.Sprintf("共%s件", model.Thousands(n)))
	if p.list.Filtered() {
		p.count.set(fmt.Sprintf("符合条件%s件", model.Thousands(n)))
		p.reset.Enable()
	} else {
		p.reset.Disable()
	}
	p.showNothing(n)
	p.widen()
	p.table.list.ScrollToTop()
	_, at := p.list.Chosen()
	p.table.list.mark(at)
	p.table.redraw()
}

func (p *listPage) showNothing(n int) {
	p.nothing.Objects = nil
	if n == 0 {
		what := empty(iconCases, "这里还没有案件", "可以导入现有的 Excel 台账，也可以手工登记。",
			primary("导入台账…", iconImport, p.s.chooseLedger),
			button("新收案件", iconIntake, func() { p.s.show(pageIntake) }))
		if p.list.Filtered() {
			what = empty(iconSearch, "没有符合条件的案件", "请换一个说法，或者清除筛选条件。", button("清除筛选", nil, p.clear))
		}
		p.nothing.Add(container.NewVBox(newPanel("", "", 0, 12, what)))
	}
	p.nothing.Refresh()
}

// row is asked by the list for every row in view; rows not there yet are fetched by the page.
func (p *listPage) row(i int) (cases.Row, bool) {
	r, ok := p.list.Row(i)
	if ok {
		return r, true
	}
	if a, need := p.list.Need(i); need {
		p.fetch(a, fmt.Sprintf("list:%s:%d", p.kind, i/100), p.table.list.Refresh)
		return p.list.Row(i)
	}
	return r, false
}

// choose opens the case at a row.
func (p *listPage) choose(i int) {
	r, ok := p.list.Choose(i)
	if !ok {
		return
	}
	p.openPane()
	p.pane.load(r.ID)
}

// open shows a case wherever it stands in the list.
func (p *listPage) open(id cases.ID) {
	p.list.ChooseID(id)
	_, at := p.list.Chosen()
	p.table.list.mark(at)
	p.openPane()
	p.pane.load(id)
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
	p.root.Objects = []fyne.CanvasObject{beside}
	p.root.Refresh()
}

// focusCase is Enter on a row: the case is shown already, so the choice is made again in case it was closed.
func (p *listPage) focusCase() {
	if _, at := p.list.Chosen(); at >= 0 {
		p.choose(at)
	}
}

// back closes the innermost layer: the act being recorded, else the case; the row stays chosen and focused.
func (p *listPage) back() bool {
	if p.pane.leaveAct() {
		return true
	}
	if p.root.Objects[0] == p.left {
		return false
	}
	p.pane.id = 0
	p.root.Objects = []fyne.CanvasObject{p.left}
	p.root.Refresh()
	p.s.win.Canvas().Focus(p.table.list)
	return true
}

func (p *listPage) search() {
	p.s.win.Canvas().Focus(p.text)
	p.text.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (p *listPage) export() { p.s.exportLedger(p.list.Query().Year) }
