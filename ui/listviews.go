package ui

import (
	"fyne.io/fyne/v2"

	"fuyi/ui/model"
)

// chooseView opens the menu of views: the built-in ones, the own ones, and what can be done with them.
func (p *listPage) chooseView(at fyne.CanvasObject) {
	now := p.memory.Current(p.kind, p.list.Filter(), p.table.cols.choice)
	var items []*fyne.MenuItem
	for i, v := range p.memory.All(p.kind) {
		if i == len(model.BuiltInViews(p.kind)) {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(v.Name, func() { p.turnTo(v) })
		item.Checked = v.Name == now
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("保存为视图…", p.saveView))
	if p.memory.Own(now) {
		items = append(items, fyne.NewMenuItem("改名“"+now+"”…", func() { p.renameView(now) }),
			fyne.NewMenuItem("删除“"+now+"”", func() { p.deleteView(now) }))
	}
	p.s.showMenu(at, items...)
}

// turnTo shows a view. A built-in one keeps the columns as they are.
func (p *listPage) turnTo(v model.View) {
	if p.memory.Own(v.Name) {
		p.table.choose(v.Columns)
	}
	p.text.SetText("")
	p.s.run.Stop("type:" + string(p.kind))
	p.list.SetFilter(v.Filter)
	p.narrowed()
}

func (p *listPage) saveView() {
	if !p.s.writes() {
		return
	}
	p.s.ask(question{title: "保存为视图", label: "视图名称", hint: "如 公安类在办", yes: "保存",
		about: []fyne.CanvasObject{newProse("筛选条件、排序和列一起保存，以后从“视图”里选用。只对本人的列表有效。").in(colorMuted)},
		take: func(name string) string {
			f := p.list.Filter()
			f.Text = ""
			if say := p.memory.Save(p.kind, model.View{Name: name, Filter: f, Columns: p.table.cols.choice}); say != "" {
				return say
			}
			p.viewsChanged("视图“" + name + "”已保存。")
			return ""
		}})
}

func (p *listPage) renameView(name string) {
	p.s.ask(question{title: "视图改名", label: "视图名称", value: name, yes: "改名", take: func(to string) string {
		if say := p.memory.Rename(p.kind, name, to); say != "" {
			return say
		}
		p.viewsChanged("视图已改名为“" + to + "”。")
		return ""
	}})
}

func (p *listPage) deleteView(name string) {
	confirm(p.s.win, "删除视图", "确定删除视图“"+name+"”吗？案件不受影响。", func() {
		p.memory.Delete(name)
		p.viewsChanged("视图“" + name + "”已删除。")
	})
}

func (p *listPage) viewsChanged(said string) {
	p.keep()
	p.bar.show()
	p.s.tell(model.Finished, said)
}
