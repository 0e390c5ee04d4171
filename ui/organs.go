package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/reception"
	"fuyi/ui/model"
)

// organsPage is 机关名录: the directory at the left, the organ chosen as a form at the right, and below it the respondents
// of the office's cases that the directory does not have yet.
type organsPage struct {
	s     *shell
	root  *fyne.Container
	book  model.OrganBook
	found []cases.OrganRecord
	list  *lineList
	text  *entry
	side  *sideScroll
	// none stands in the list where there is nothing to list.
	none  *prose
	rows  map[string]*formRow
	organ cases.OrganRecord
	name  *entry
}

func newOrgansPage(s *shell) *organsPage {
	p := &organsPage{s: s, root: container.NewStack(), side: newSideScroll(3)}
	p.list = newLineList(p.line, func(i int) { p.edit(p.found[i]) })
	p.text = newEntry("按名称或者拼音首字母筛选")
	p.text.OnChanged = func(string) { s.run.After("organs filter", pause, p.filter) }
	add := button("新增机关", iconAdd, func() { p.edit(cases.OrganRecord{}) })
	if s.deps.ReadOnly != "" {
		add.Disable()
	}
	head := pageHead("机关名录", muted("被申请人从这里选择，管辖提示和管理类别以它为准").cutting(),
		button("返回设置", iconBack, func() { p.back() }), add)
	p.none = newProse("").in(colorMuted)
	top := newFlow(1, newPanel("", "", 1.5, 1, p.text), newPanel("", "", 1.5, 0, p.none))
	left := newPanel(colorSurface, theme.ColorNameSeparator, 1, 1.5, container.NewBorder(top, nil, nil, nil, p.list))
	p.root.Add(newHeaded(head, newBeside(3, []float32{1, 1.15}, left, p.side.Container)))
	p.form()
	return p
}

func (p *organsPage) view() fyne.CanvasObject { return p.root }

func (p *organsPage) search() { p.s.win.Canvas().Focus(p.text) }

func (p *organsPage) back() bool {
	p.s.show(pageSettings)
	return true
}

func (p *organsPage) shown() {
	startHeavy(p.s.run, "organs", func(ctx context.Context) (model.OrganBook, error) { return model.LoadOrgans(ctx, p.s.deps.Office) },
		func(b model.OrganBook, err error) {
			if err != nil {
				p.s.failed("organs", err)
				return
			}
			p.book = b
			p.filter()
			p.form()
		})
}

// filter lists the organs that match the text, all without one.
func (p *organsPage) filter() {
	p.found = p.book.Organs
	if strings.TrimSpace(p.text.Text) != "" {
		p.found = model.NewOrganIndex(p.book.Organs).Find(p.text.Text, len(p.book.Organs))
	}
	p.list.show(len(p.found), false)
	switch {
	case len(p.book.Organs) == 0:
		p.none.set("名录还是空的。可以在右边新增，也可以把案件中出现过的机关一次加入。")
	case len(p.found) == 0:
		p.none.set("没有符合的机关。")
	default:
		p.none.set("")
	}
	if p.none.Hidden = p.none.text == ""; len(p.root.Objects) > 0 {
		p.root.Refresh()
	}
}

func (p *organsPage) line(i int, l *twoLines) {
	o := p.found[i]
	aside := strings.Trim(model.OrganLevelLabel(o.Level)+"　"+o.Field, "　")
	x := model.DeskText{What: o.Kind.Label(), Aside: aside}
	x.Number = o.Name
	if o.Inactive {
		x.Left, x.Tone = "已撤销", model.Paused
	}
	l.setLine(x)
}

// edit shows an organ in the form; one without an id is new.
func (p *organsPage) edit(o cases.OrganRecord) {
	p.organ = o
	p.form()
	p.s.win.Canvas().Focus(p.name)
}

// form draws the form and what could be added.
func (p *organsPage) form() {
	p.rows = map[string]*formRow{}
	o := &p.organ
	title := "新增机关"
	if o.ID != 0 {
		title = "修改机关"
	}
	row := func(id, label string, must bool, input fyne.CanvasObject, hint string) fyne.CanvasObject {
		r := field(label, must, input, hint)
		p.rows[id] = r
		return r.Container
	}
	text := func(value *string, hint string) *entry {
		e := newEntry(hint)
		e.SetText(*value)
		e.OnChanged = func(s string) {
			*value = strings.TrimSpace(s)
			p.s.run.After("organ check", pause, func() { p.check() })
		}
		return e
	}
	p.name = text(&o.Name, "如 苏州市公安局姑苏分局")
	kind := codes(cases.OrganKinds(), cases.OrganKind.Label, "请选择", o.Kind, func(k cases.OrganKind) { o.Kind = k; p.check() })
	level := codes(model.OrganLevels(), model.OrganLevelLabel, "请选择", o.Level, func(l cases.OrganLevel) { o.Level = l })
	category := newSuggest(model.Categories(), "选择或填写")
	category.SetText(o.Field)
	category.OnChanged = func(s string) { o.Field = strings.TrimSpace(s) }
	inactive := newTick("已撤销", func(on bool) { o.Inactive = on })
	inactive.Checked = o.Inactive
	two := func(a, b fyne.CanvasObject) fyne.CanvasObject { return newBeside(4, []float32{1, 1}, a, b) }
	rows := newFlow(2, row("name", "全称", true, p.name, ""),
		two(row("short", "简称", false, text(&o.Short, "列表和选择时可用"), ""), row("kind", "种类", true, kind, "")),
		two(row("level", "级别", false, level, ""), row("field", "管理类别", false, category, "")),
		two(row("code", "统一社会信用代码", false, text(&o.Code, ""), ""), row("superior", "上级机关", false, text(&o.Superior, ""), "")),
		two(row("head", "负责人", false, text(&o.Head, ""), ""), row("contact", "联系人", false, text(&o.Contact, ""), "")),
		two(row("phone", "联系电话", false, text(&o.Phone, ""), ""), row("address", "送达地址", false, text(&o.Address, ""), "")),
		two(row("successor", "继续行使职权的机关", false, text(&o.Successor, "撤销后填写"), ""), newFlow(0.75, caption("状态"), inactive)),
		p.buttons())
	parts := []fyne.CanvasObject{section(title, nil, rows)}
	if len(p.book.Usual) > 0 {
		parts = append(parts, p.usual())
	}
	p.side.fill(parts...)
}

func (p *organsPage) buttons() fyne.CanvasObject {
	save := primary("保存", nil, p.save)
	remove := quiet("从名录删除…", nil, p.remove)
	if p.organ.ID == 0 {
		remove.Hide()
	}
	if p.s.deps.ReadOnly != "" {
		save.Disable()
		remove.Disable()
	}
	return newLine(2, []float32{0, 1, 0}, save, caption(""), remove)
}

// check says below the fields what is wrong; a wrong check digit only warns.
func (p *organsPage) check() map[string]string {
	bad, warnings := model.CheckOrgan(p.organ, p.book.Organs)
	p.rows["code"].warn(warnings["code"])
	p.side.relayout()
	return bad
}

func (p *organsPage) save() {
	bad := p.check()
	for id, r := range p.rows {
		if id != "code" {
			r.complain(bad[id])
		}
	}
	p.side.relayout()
	if len(bad) > 0 {
		return
	}
	p.store([]cases.OrganRecord{p.organ}, "“"+p.organ.Name+"”已保存。")
}

// store saves organs and shows the directory again, with the form as it was.
func (p *organsPage) store(list []cases.OrganRecord, said string) {
	start(p.s.run, "save organ", func(ctx context.Context) (id int64, err error) {
		for _, o := range list {
			if id, err = p.s.deps.Office.SaveOrgan(ctx, o); err != nil {
				return id, err
			}
		}
		return id, nil
	}, func(id int64, err error) {
		if err != nil {
			p.s.failed("save organ", err)
			return
		}
		if len(list) == 1 && list[0].Name == p.organ.Name {
			p.organ.ID = id
		}
		p.shown()
		p.s.tell(model.Finished, said)
	})
}

func (p *organsPage) remove() {
	o := p.organ
	confirm(p.s.win, "从名录删除", "把“"+o.Name+"”从机关名录中删除？案件里的名称不受影响。机关撤销的，请勾选“已撤销”，以便旧案继续提示。", func() {
		start(p.s.run, "remove organ", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.s.deps.Office.RemoveOrgan(ctx, o.ID)
		}, func(_ struct{}, err error) {
			if err != nil {
				p.s.failed("remove organ", err)
				return
			}
			p.organ = cases.OrganRecord{}
			p.shown()
			p.s.tell(model.Finished, "“"+o.Name+"”已从名录删除。")
		})
	})
}

// usual offers the respondents that occur in cases; a press adds one, with kind and level as its name tells them.
func (p *organsPage) usual() fyne.CanvasObject {
	rows := newFlow(0.5)
	var all []cases.OrganRecord
	for _, u := range p.book.Usual {
		guess := reception.GuessOrgan(u.Name)
		all = append(all, guess)
		add := quiet("添加", iconAdd, func() {
			p.store([]cases.OrganRecord{guess}, "“"+guess.Name+"”已加入名录，请核对种类。")
		})
		if p.s.deps.ReadOnly != "" {
			add.Disable()
		}
		rows.Add(newLine(2, []float32{1.4, 1, -4, 0}, newWords(u.Name).cutting(), muted(guess.Kind.Label()).cutting(),
			muted(fmt.Sprintf("%d件", u.Cases)).cutting(), add))
	}
	every := quiet("全部添加", nil, func() { p.store(all, fmt.Sprintf("已加入%d个机关，请逐一核对种类。", len(all))) })
	if p.s.deps.ReadOnly != "" {
		every.Disable()
	}
	return section("可以加入名录的机关", every, newProse("这些机关在案件中出现过，名录里还没有。种类和级别按名称推断，添加后请核对。").small().in(colorMuted), rows)
}
