package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// filterBar is what a list is narrowed by: the search field, the status, the view, the conditions as chips, and the panel that
// adds some.
type filterBar struct {
	p     *listPage
	root  *fyne.Container
	text  *entry
	chips *fyne.Container
	// view is the drop-down of views; conditions are the chips; open the button of the panel.
	view       *push
	conditions *fyne.Container
	opener     *push
	panel      *filterPanel
}

func newFilterBar(p *listPage) *filterBar {
	b := &filterBar{p: p, chips: container.NewHBox(), conditions: newWrap(1)}
	b.text = newEntry("案号、当事人、事项或拼音首字母")
	b.text.Icon = nil
	b.text.OnChanged = func(string) { p.s.run.After("type:"+string(p.kind), pause, p.typed) }
	b.text.onKey = p.searchKey
	for _, c := range model.StatusChoices(p.kind) {
		b.chips.Add(quiet(c.Label, nil, func() { p.filter(c.Status) }))
	}
	b.view = button("", iconWhy, nil)
	b.view.IconPlacement = widget.ButtonIconTrailingText
	b.view.OnTapped = func() { p.chooseView(b.view) }
	b.opener = quiet("筛选", iconFilter, nil)
	b.panel = newFilterPanel(b)
	b.opener.OnTapped = b.panel.toggle
	b.root = newFlow(1.5, newWrap(1.5, newSized(17, b.text), b.chips, b.opener, b.view), b.conditions, b.panel.root)
	b.show()
	return b
}

// show shows the filter as it stands.
func (b *filterBar) show() {
	f := b.p.list.Filter()
	for i, c := range model.StatusChoices(b.p.kind) {
		weigh(b.chips.Objects[i].(*push), c.Status == f.Status)
	}
	if b.text.Text != f.Text && b.p.s.win.Canvas().Focused() != b.text {
		b.text.Text = f.Text
		b.text.Refresh()
	}
	name := b.p.memory.Current(b.p.kind, f, b.p.table.cols.choice)
	b.view.SetText("视图：" + orElse(name != "", name, "自定义"))
	b.conditions.RemoveAll()
	chips := f.Chips(b.p.kind, b.p.author)
	for _, c := range chips {
		b.conditions.Add(conditionChip(c.Label, func() { b.p.narrow(func(x *model.Filter) { *x = c.Without }) }))
	}
	if len(chips) > 0 {
		b.conditions.Add(quiet("清除", nil, b.p.clear))
		b.conditions.Show()
	} else {
		b.conditions.Hide()
	}
	b.panel.show(f)
	b.p.relayout()
}

// weigh makes a button look pressed.
func weigh(b *push, on bool) {
	want := widget.LowImportance
	if on {
		want = widget.HighImportance
	}
	if b.Importance != want {
		b.Importance = want
		b.Refresh()
	}
}

func orElse(ok bool, a, b string) string {
	if ok {
		return a
	}
	return b
}

// relayout gives the list the room that the bar leaves.
func (p *listPage) relayout() {
	if p.left != nil {
		p.left.Refresh()
	}
}

// conditionChip is one condition; a press anywhere on it takes it away.
func conditionChip(label string, away func()) fyne.CanvasObject {
	cross := widget.NewIcon(colored(iconClose, colorMuted))
	p := newPress(toneTint(model.Near), "", theme.ColorNameHover, 1.75, 0.75, newLine(1, []float32{0, -1}, newWords(label), cross), away)
	p.round = theme.SizeNameInputRadius
	return p
}

// filterPanel adds conditions. What is added stands above it as a chip at once.
type filterPanel struct {
	b        *filterBar
	root     *panel
	handler  *pick
	received *pick
	closed   *pick
	own      *fyne.Container
	from, to *dateField
	adders   []*suggest
	filling  bool
}

func newFilterPanel(b *filterBar) *filterPanel {
	f := &filterPanel{b: b}
	p := b.p
	f.handler = newPick(nil, func(i int, text string) {
		p.narrow(func(x *model.Filter) { x.Mine, x.Handler = i == 1, orElse(i > 1, text, "") })
	})
	f.received = newPick(spanLabels(model.Spans()), func(i int, _ string) {
		p.narrow(func(x *model.Filter) { x.Received, x.From, x.To = model.Spans()[i], 0, 0 })
	})
	closed := model.Spans()[:5]
	f.closed = newPick(spanLabels(closed), func(i int, _ string) { p.narrow(func(x *model.Filter) { x.Concluded = closed[i] }) })
	f.from, f.to = f.bound(func(x *model.Filter) *calendar.Date { return &x.From }), f.bound(func(x *model.Filter) *calendar.Date { return &x.To })
	f.own = newFlow(1, newLine(1, []float32{0, 1}, caption("自"), f.from.Container), newLine(1, []float32{0, 1}, caption("至"), f.to.Container))
	cells := []fyne.CanvasObject{field("承办人", false, f.handler, "").Container,
		newFlow(1, field(receivedWord(p.kind), false, f.received, "").Container, f.own), field("结案", false, f.closed, "").Container}
	for _, a := range adderKinds(p.kind) {
		cells = append(cells, field(a.label, false, f.adder(a), "").Container)
	}
	done := quiet("收起", iconFold, nil)
	f.root = card(newFlow(1.5, newTiles(12, 3, cells...), newLine(0, []float32{1, 0}, caption("选中或填写后按回车，条件会列在上方；几个条件同时起作用，同一类的几个词有一个符合即可").cutting(), done)))
	done.OnTapped = f.toggle
	f.root.Hide()
	f.own.Hide()
	return f
}

func receivedWord(k cases.Kind) string {
	if k == cases.Reconsideration {
		return "收件"
	}
	return "收案"
}

func spanLabels(list []model.Span) (out []string) {
	for _, s := range list {
		out = append(out, s.Label())
	}
	return out
}

// adderKind is one list of words a filter can have.
type adderKind struct {
	label string
	words []string
	list  func(*model.Filter) *[]string
}

func adderKinds(k cases.Kind) []adderKind {
	return []adderKind{
		{"类别", model.Categories(), func(f *model.Filter) *[]string { return &f.Lists.Categories }},
		{"类型", model.Matters(), func(f *model.Filter) *[]string { return &f.Lists.Matters }},
		{cases.Respondent.ListLabel(k), nil, func(f *model.Filter) *[]string { return &f.Lists.Respondents }},
		{"结果", model.Results(k), func(f *model.Filter) *[]string { return &f.Lists.Results }}}
}

// adder is a field whose words become chips, on Enter or by choosing one.
func (f *filterPanel) adder(a adderKind) *suggest {
	e := newSuggest(a.words, "选择或填写")
	known := func(text string) bool { return slices.Contains(a.words, text) || slices.Contains(f.b.p.organs(), text) }
	take := func(text string) {
		if text == "" || f.filling {
			return
		}
		f.filling = true
		e.SetText("")
		f.filling = false
		f.b.p.narrow(func(x *model.Filter) { l := a.list(x); *l = model.With(*l, text) })
	}
	e.OnChanged = func(text string) {
		if known(text) {
			f.b.p.s.run.After("add:"+a.label, pause, func() {
				if e.Text == text {
					take(text)
				}
			})
		}
	}
	e.OnSubmitted = take
	f.adders = append(f.adders, e)
	return e
}

// bound is one end of the span set by hand.
func (f *filterPanel) bound(end func(*model.Filter) *calendar.Date) *dateField {
	p := f.b.p
	return newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), "", func(text string) {
		if d, err := model.ReadDate(text, p.s.today()); err == nil && !f.filling {
			p.s.run.After("bound:"+string(p.kind), pause, func() {
				p.narrow(func(x *model.Filter) { *end(x) = d })
			})
		}
	})
}

func (f *filterPanel) open() bool { return f.root.Visible() }

func (f *filterPanel) toggle() {
	if f.open() {
		f.root.Hide()
	} else {
		f.root.Show()
	}
	weigh(f.b.opener, f.open())
	f.b.p.relayout()
}

// show fills the drop-downs from the filter.
func (f *filterPanel) show(x model.Filter) {
	f.filling = true
	defer func() { f.filling = false }()
	f.received.fill(f.received.Options, x.Received.Label())
	f.closed.fill(f.closed.Options, x.Concluded.Label())
	if len(f.handler.Options) > 1 {
		f.handler.fill(f.handler.Options, orElse(x.Mine, f.handler.Options[1], orElse(x.Handler != "", x.Handler, f.handler.Options[0])))
	}
	if x.Received != model.OwnSpan {
		f.own.Hide()
		f.from.text.SetText("")
		f.to.text.SetText("")
		return
	}
	f.own.Show()
}

// choices fills the drop-downs with the handlers and organs of the office.
func (b *filterBar) choices() {
	type choice struct {
		handlers []string
		organs   []string
	}
	p := b.p
	start(p.s.run, "choices:"+string(p.kind), func(ctx context.Context) (c choice, err error) {
		if c.handlers, err = model.Handlers(ctx, p.s.deps.Office); err != nil {
			return c, err
		}
		organs, err := p.s.deps.Office.Organs(ctx)
		for _, o := range organs {
			c.organs = append(c.organs, o.Name)
		}
		return c, err
	}, func(c choice, err error) {
		if err != nil {
			p.s.failed("list choices", err)
			return
		}
		b.panel.handler.Options = append([]string{"不限", orElse(p.author != "", "本人（"+p.author+"）", "本人")}, c.handlers...)
		b.panel.adders[2].SetOptions(c.organs)
		p.known = c.organs
		b.panel.show(p.list.Filter())
	})
}

// organs are the organs proposed for the respondent.
func (p *listPage) organs() []string { return p.known }
