package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/ui/model"
)

// blankEditor is the page on which the cells of a form are named: the sheet at the left, what belongs in the chosen cell at the right.
type blankEditor struct {
	p     *blanksPage
	m     *model.BlankForm
	root  *fyne.Container
	sheet *fyne.Container
	side  *sideScroll
	found *fyne.Container
	text  *entry
	title *entry
	// lost are sentences about names that found no place.
	lost []string
}

func newBlankEditor(p *blanksPage, m *model.BlankForm) *blankEditor {
	e := &blankEditor{p: p, m: m, sheet: container.NewStack(), side: newSideScroll(3), found: newFlow(0.25), root: container.NewStack()}
	e.title = newEntry("名称，如 省厅年报表")
	e.title.SetText(m.Kept.Title)
	e.title.OnChanged = func(s string) { m.Kept.Title, m.Changed = s, true }
	e.text = newEntry("按中文名称查找，如 公安 受理")
	e.text.OnChanged = func(string) { p.s.run.After("search figures", pause, e.search) }
	save := primary("保存", nil, e.save)
	if p.s.deps.ReadOnly != "" {
		save.Disable()
	}
	head := pageHead("单元格对照", newSized(18, e.title), e.sheets(), button("返回", iconBack, func() { p.back() }), save)
	e.root.Add(newHeaded(head, newBeside(3, []float32{1, -24}, newPanel(colorSurface, theme.ColorNameSeparator, 0.5, 0.5, e.sheet), e.side.Container)))
	e.draw()
	return e
}

// sheets chooses the sheet in view.
func (e *blankEditor) sheets() fyne.CanvasObject {
	var names []string
	for _, s := range e.m.Blank.Sheets {
		names = append(names, s.Name)
	}
	which := newPick(nil, func(i int, _ string) {
		e.m.Sheet, e.m.Row, e.m.Column = i, 0, 0
		e.draw()
	})
	which.fill(names, names[e.m.Sheet])
	return newSized(9, boxed(which))
}

func (e *blankEditor) say(lost []string) {
	e.lost = lost
	e.draw()
}

func (e *blankEditor) draw() {
	e.drawSheet()
	e.drawSide()
}

// drawSheet draws the cells in their places and keeps where the sheet was scrolled to.
func (e *blankEditor) drawSheet() {
	places, rows, columns, _ := e.m.Places()
	var objects []fyne.CanvasObject
	for _, x := range places {
		objects = append(objects, e.cell(x))
	}
	var at fyne.Position
	if len(e.sheet.Objects) > 0 {
		at = e.sheet.Objects[0].(*container.Scroll).Offset
	}
	scroll := container.NewScroll(container.New(&sheetLayout{places: places, rows: rows, widths: model.BlankWidths(places, columns)}, objects...))
	scroll.Offset = at
	e.sheet.Objects = []fyne.CanvasObject{scroll}
	e.sheet.Refresh()
}

func (e *blankEditor) cell(x model.BlankPlace) fyne.CanvasObject {
	fill, color := stateColors(x.State)
	line := fyne.ThemeColorName(theme.ColorNameSeparator)
	if x.Chosen {
		line = theme.ColorNamePrimary
	}
	text := caption(x.Text).in(color).cutting()
	text.align = fyne.TextAlignCenter
	if x.State == model.BlankComputed {
		p := newPanel(fill, line, 0.5, 0.25, text)
		p.round = sizeSquare
		return p
	}
	c := newPress(fill, line, theme.ColorNameHover, 0.5, 0.25, text, func() { e.choose(x.Row, x.Column) })
	c.round = sizeSquare
	return c
}

// choose turns to a cell and offers what may belong in it.
func (e *blankEditor) choose(row, column int) {
	e.m.Choose(row, column)
	e.text.SetText("")
	e.draw()
	e.p.s.win.Canvas().Focus(e.text)
}

func (e *blankEditor) drawSide() {
	parts := []fyne.CanvasObject{e.progress()}
	if len(e.lost) > 0 {
		rows := newFlow(0.75)
		for _, text := range e.lost {
			rows.Add(newProse(text).small())
		}
		parts = append(parts, section("没有沿用的名称", nil, rows))
	}
	e.side.fill(append(parts, e.chosen())...)
	e.search()
}

// progress says how far the naming is and takes proposals.
func (e *blankEditor) progress() fyne.CanvasObject {
	all, exact := e.m.Proposed()
	acts := newFlow(1)
	take := func(label string, onlyExact bool) {
		acts.Add(button(label, iconDone, func() {
			e.m.Accept(onlyExact)
			e.draw()
		}))
	}
	if exact > 0 && exact < all {
		take(fmt.Sprintf("采用完全一致的%d个", exact), true)
	}
	if all > 0 {
		take(fmt.Sprintf("采用全部%d个推断", all), false)
	}
	return section("进度", nil, newProse(e.m.Says()), acts, caption("绿色已指定，黄色是推断，灰色是表头和公式。"))
}

// chosen is the cell that was clicked, with the search for its figure.
func (e *blankEditor) chosen() fyne.CanvasObject {
	where, heads, name, proposed := e.m.ChosenCell()
	if where == "" {
		return section("单元格", nil, newProse("在左边的表里点一个单元格，指定它填哪个数字。").in(colorMuted))
	}
	rows := []fyne.CanvasObject{newProse(heads).in(colorMuted)}
	switch {
	case name == "":
		rows = append(rows, newProse("还没有指定。"))
	case proposed:
		rows = append(rows, newProse("推断："+e.m.Label(name)), button("采用", iconDone, func() { e.name(name) }))
	default:
		rows = append(rows, newProse("填写："+e.m.Label(name)), quiet("取消指定", iconClose, func() {
			e.m.Unname()
			e.draw()
		}))
	}
	return section("单元格 "+where, nil, append(rows, e.text, e.found)...)
}

// search lists the figures that were looked for.
func (e *blankEditor) search() {
	e.found.Objects = nil
	list, more := e.m.Search(e.text.Text)
	for _, c := range list {
		e.found.Add(row(newProse(c.Label).small(), func() { e.name(c.Name) }))
	}
	switch {
	case len(list) == 0:
		e.found.Add(newProse("没有符合的数字。换几个字再找，词之间用空格隔开。").small().in(colorMuted))
	case more:
		e.found.Add(caption("还有更多，请多写几个字。"))
	}
	e.side.relayout()
}

func (e *blankEditor) name(name string) {
	if err := e.m.Name(name); err != nil {
		e.p.s.failed("name cell", err)
		return
	}
	e.draw()
}

func (e *blankEditor) save() {
	m, today := e.m, e.p.s.today()
	start(e.p.s.run, "save blank form", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, m.Save(ctx, e.p.s.deps.Office, today)
	}, func(_ struct{}, err error) {
		if err != nil {
			e.p.s.failed("save blank form", err)
			return
		}
		e.p.leave()
		e.p.s.tell(model.Finished, "“"+m.Kept.Title+"”已保存，点“填写”即可生成。")
	})
}

// sheetLayout puts cells and merged areas where the workbook has them.
type sheetLayout struct {
	places []model.BlankPlace
	rows   int
	widths []float32
}

// sheetRow is the height of a row of a sheet in characters.
const sheetRow = 2

func (l *sheetLayout) left(column int) (x float32) {
	for _, w := range l.widths[:min(column-1, len(l.widths))] {
		x += em(w)
	}
	return x
}

// MinSize is that of the whole sheet.
func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.left(len(l.widths)+1), em(sheetRow)*float32(l.rows))
}

// Layout places the areas.
func (l *sheetLayout) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	for i, p := range l.places {
		x, y := l.left(p.Column), em(sheetRow)*float32(p.Row-1)
		o[i].Move(fyne.NewPos(x, y))
		o[i].Resize(fyne.NewSize(l.left(p.LastColumn+1)-x, em(sheetRow)*float32(p.LastRow-p.Row+1)))
	}
}
