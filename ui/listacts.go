package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// picked shows which cases are picked.
func (p *listPage) picked() {
	p.table.boxes()
	p.foot.show(p.list.Picks())
}

func (p *listPage) pickNone() {
	had := p.list.Picks() > 0
	p.list.PickNone()
	if had {
		p.picked()
	}
}

func (p *listPage) pickAll() {
	p.list.PickAll()
	p.picked()
}

func (p *listPage) toggle(i int) {
	if p.list.Toggle(i) {
		p.picked()
	}
}

// extend picks from the start of the range to a row; rows not fetched yet are read first.
func (p *listPage) extend(i int) {
	q, missing := p.list.Range(i)
	p.list.Choose(i)
	p.picked()
	if !missing {
		return
	}
	start(p.s.run, "range:"+string(p.kind), func(ctx context.Context) (cases.Page, error) { return p.s.deps.Office.List(ctx, q) },
		func(page cases.Page, err error) {
			if err != nil {
				p.s.failed("range", err)
				return
			}
			p.list.RangeFetched(q, page)
			p.picked()
		})
}

// target reads the rows an act concerns; whole takes the whole list where nothing is picked.
func (p *listPage) target(whole bool, then func([]cases.Row)) {
	t := p.list.Target(whole)
	if t.N == 0 {
		p.s.tell(model.Calm, "请先选中案件：单击选一件，按住 Ctrl 单击或者按空格选多件，Ctrl+A 全选。")
		return
	}
	start(p.s.run, "target:"+string(p.kind), func(ctx context.Context) ([]cases.Row, error) { return t.Rows(ctx, p.s.deps.Office) },
		func(rows []cases.Row, err error) {
			if err != nil {
				p.s.failed("target", err)
				return
			}
			then(rows)
		})
}

// step does something to the office that can be undone, and shows the lists anew.
func (s *shell) step(name string, do func(context.Context) (model.Step, error), done func()) {
	start(s.run, name, do, func(step model.Step, err error) {
		if err != nil {
			s.failed(name, err)
			return
		}
		s.changed()
		done()
		s.refresh()
		s.did(step)
	})
}

// askAssign asks to whom the cases go.
func (p *listPage) askAssign() {
	if !p.s.writes() {
		return
	}
	p.target(false, func(rows []cases.Row) {
		start(p.s.run, "handlers", func(ctx context.Context) ([]string, error) { return model.Handlers(ctx, p.s.deps.Office) },
			func(names []string, err error) {
				if err != nil {
					p.s.failed("handlers", err)
					return
				}
				p.s.ask(question{title: fmt.Sprintf("分派%s件", model.Thousands(len(rows))), label: "承办人", hint: "选择或填写", words: names, yes: "分派",
					about: []fyne.CanvasObject{newProse("所选案件的承办人都改为同一人，可以撤销。").in(colorMuted)},
					take:  func(name string) string { p.assign(rows, name); return "" }})
			})
	})
}

func (p *listPage) assign(rows []cases.Row, to string) {
	p.s.step("assign", func(ctx context.Context) (model.Step, error) { return model.Assign(ctx, p.s.deps.Office, rows, to) }, func() {})
}

// askBin names the cases and their running periods before they go into the bin.
func (p *listPage) askBin() {
	if !p.s.writes() {
		return
	}
	p.target(false, func(rows []cases.Row) {
		p.s.ask(question{title: fmt.Sprintf("移入回收站：%s件", model.Thousands(len(rows))), label: "理由", hint: "选择或填写，会和案件一起保存",
			words: []string{"重复登记", "登记错误", "不属于本单位", "练习用的案件"}, yes: "移入回收站", about: p.binQuestion(rows),
			take: func(reason string) string { p.bin(rows, reason); return "" }})
	})
}

func (p *listPage) binQuestion(rows []cases.Row) []fyne.CanvasObject {
	lines, rest, running := model.BinQuestion(rows, p.s.today())
	list := newFlow(1)
	for _, l := range lines {
		line := newFlow(0, newLine(2, []float32{0, 1}, strong(l.Number), newWords(l.Who).cutting()))
		if l.Running != "" {
			line.Add(newProse("正在计算：" + l.Running).small().in(toneColor(model.Late)))
		}
		list.Add(line)
	}
	if rest > 0 {
		list.Add(muted(fmt.Sprintf("另有%s件", model.Thousands(rest))))
	}
	say := "移入回收站后，列表、查找、期限提醒和统计都不再包括这些案件；可以撤销，也可以随时从回收站恢复。"
	out := []fyne.CanvasObject{list}
	if running > 0 {
		warn := fmt.Sprintf("其中%s件还有正在计算的法定期限，移入回收站后不再提醒，请先核对。", model.Thousands(running))
		out = append(out, newBeside(1.5, []float32{-1.2, 1}, marker(iconLate, toneColor(model.Late)), newProse(warn)))
	}
	return append(out, newProse(say).in(colorMuted))
}

func (p *listPage) bin(rows []cases.Row, reason string) {
	p.s.step("discard", func(ctx context.Context) (model.Step, error) {
		return model.Discard(ctx, p.s.deps.Office, rows, reason)
	}, func() {
		p.list.PickNone()
		for _, r := range rows {
			if r.ID == p.pane.id && p.root.Objects[0] != p.left {
				p.back()
			}
		}
	})
}

// fileTitle is the name of the list with what it is narrowed to, for a file or a print.
func (p *listPage) fileTitle() string {
	name := p.memory.Current(p.kind, p.list.Filter(), p.table.cols.choice)
	switch {
	case p.list.Picks() > 0:
		name = "选中"
	case name == "全部":
		name = ""
	case name == "":
		name = "筛选"
	}
	return p.title() + orElse(name != "", "（"+name+"）", "")
}

// export writes the picked cases, or the whole list, as they are shown.
func (p *listPage) export() {
	p.target(true, func(rows []cases.Row) {
		title, cols, today := p.fileTitle(), p.table.cols.choice.Arrange(p.table.cols.all), p.s.today()
		p.s.saveAs(title+today.String()+".xlsx", func(path string) {
			p.s.exporting(fmt.Sprintf("列表（%s件）", model.Thousands(len(rows))), path, func(ctx context.Context, _ cases.Progress) error {
				heads, cells := model.Block(cols, rows, today)
				return p.s.deps.Files.ViewExport(ctx, path, title, heads, cells)
			})
		})
	})
}

// copyRows puts the picked cases as a table on the clipboard.
func (p *listPage) copyRows(heads bool) {
	p.target(false, func(rows []cases.Row) {
		cols := p.table.cols.choice.Arrange(p.table.cols.all)
		fyne.CurrentApp().Clipboard().SetContent(model.TSV(cols, rows, p.s.today(), heads))
		p.s.tell(model.Finished, fmt.Sprintf("已复制%s件，可以粘贴到 Excel 或 WPS 表格。", model.Thousands(len(rows))))
	})
}

func (p *listPage) copyNumbers() {
	p.target(false, func(rows []cases.Row) {
		text := ""
		for i, r := range rows {
			if i > 0 {
				text += "\n"
			}
			text += r.Number
		}
		fyne.CurrentApp().Clipboard().SetContent(text)
		p.s.tell(model.Finished, fmt.Sprintf("已复制%s个案号。", model.Thousands(len(rows))))
	})
}

// menu opens what can be done with the picked cases, or the chosen one.
func (p *listPage) menu(at fyne.Position) {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("打开", func() { p.table.list.Select(p.table.list.at) }),
		fyne.NewMenuItem("在新窗口打开", p.openOutside),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("复制案号", p.copyNumbers),
		fyne.NewMenuItem("复制为表格", func() { p.copyRows(false) }),
		fyne.NewMenuItem("复制为表格（带表头）", func() { p.copyRows(true) }),
		fyne.NewMenuItem("导出为 Excel…", p.export),
		fyne.NewMenuItem("打印列表…", p.print),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("分派…", p.askAssign),
		fyne.NewMenuItem("移入回收站…", p.askBin),
	}
	if p.s.deps.ReadOnly != "" {
		items = items[:len(items)-3]
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.s.win.Canvas(), at)
}

func (p *listPage) openOutside() {
	if _, at := p.list.Chosen(); at >= 0 {
		r, _ := p.list.Row(at)
		p.s.openWindow(r.ID, r.Number)
	}
}

// more opens what concerns the whole list.
func (p *listPage) more(at fyne.CanvasObject) {
	p.s.showMenu(at,
		fyne.NewMenuItem("粘贴登记…（Ctrl+V）", p.pasteRows),
		fyne.NewMenuItem("导入台账…", p.s.chooseLedger),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("全选（Ctrl+A）", p.pickAll),
		fyne.NewMenuItem("复制为表格（带表头）", func() { p.copyRows(true) }),
		fyne.NewMenuItem("打印列表…", p.printList),
		fyne.NewMenuItem("导出台账（全部栏目）…", func() { p.s.exportLedger(0) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("回收站", func() { p.s.show(pageBin) }))
}

// printList shows the list as it is seen, as pages.
func (p *listPage) printList() {
	p.target(true, func(rows []cases.Row) {
		title, cols, today := p.fileTitle(), p.table.cols.choice.Arrange(p.table.cols.all), p.s.today()
		about := p.list.Filter().Words(p.kind, p.author, len(rows), today)
		p.s.previewing("列表", title+today.String()+".pdf", func(ctx context.Context, path string) error {
			heads, cells := model.Block(cols, rows, today)
			return p.s.deps.Files.ListPrint(ctx, path, title+"\n"+about, heads, model.Texts(cells))
		})
	})
}
