package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// peoplePage is 人员: who works in the office and who sits on the committee, with the PINs to sign in.
type peoplePage struct {
	s      *shell
	root   *fyne.Container
	people []cases.Person
	form   *model.PersonForm
	list   *sideScroll
	side   *sideScroll
	rows   map[string]*formRow
	name   *entry
}

func newPeoplePage(s *shell) *peoplePage {
	p := &peoplePage{s: s, root: container.NewStack(), list: newSideScroll(0), side: newSideScroll(3), form: &model.PersonForm{}}
	add := button("新增人员", iconAdd, func() { p.edit(cases.Person{Role: cases.HandlerRole}) })
	if s.deps.ReadOnly != "" {
		add.Disable()
	}
	head := pageHead("人员", muted("承办人、负责人、内勤和复议委员会委员").cutting(), button("返回设置", iconBack, func() { p.back() }), add)
	left := newPanel(colorSurface, theme.ColorNameSeparator, 1, 1.5, p.list.Container)
	p.root.Add(newHeaded(head, newBeside(3, []float32{1, 1.15}, left, p.side.Container)))
	p.form.Person.Role = cases.HandlerRole
	p.draw()
	return p
}

func (p *peoplePage) view() fyne.CanvasObject { return p.root }

func (p *peoplePage) back() bool {
	p.s.show(pageSettings)
	return true
}

func (p *peoplePage) shown() {
	start(p.s.run, "people", func(ctx context.Context) ([]cases.Person, error) { return p.s.deps.Office.People(ctx) },
		func(all []cases.Person, err error) {
			if err != nil {
				p.s.failed("people", err)
				return
			}
			p.people = all
			for _, x := range all {
				if x.ID == p.form.Person.ID {
					p.form = &model.PersonForm{Person: x}
				}
			}
			p.names()
			p.draw()
		})
}

// names lists everybody; those who left are muted and say so.
func (p *peoplePage) names() {
	if len(p.people) == 0 {
		p.list.fill(newPanel("", "", 4, 6, newFlow(1, subheading("还没有登记人员"), newProse("只有一个人使用时可以不登记；登记后，打开程序时选择请选择使用人。").in(colorMuted))))
		return
	}
	var rows []fyne.CanvasObject
	for _, x := range p.people {
		name, mark := strong(x.Name).cutting(), ""
		if x.HasPIN {
			mark = "有密码"
		}
		if x.Inactive {
			name.color, mark = colorMuted, "已离岗"
		}
		rows = append(rows, row(newLine(2, []float32{-6, -4, 1, -4}, name, newWords(x.Role.Label()).cutting(),
			muted(besideEach(x.Unit, x.Post)).cutting(), caption(mark).cutting()), func() { p.edit(x) }))
	}
	p.list.fill(rows...)
}

// besideEach puts two words beside each other where both are there.
func besideEach(a, b string) string {
	if a != "" && b != "" {
		return a + "　" + b
	}
	return a + b
}

func (p *peoplePage) edit(x cases.Person) {
	p.form = &model.PersonForm{Person: x}
	p.draw()
	p.s.win.Canvas().Focus(p.name)
}

func (p *peoplePage) draw() {
	p.rows = map[string]*formRow{}
	x := &p.form.Person
	title := "新增人员"
	if x.ID != 0 {
		title = "修改人员"
	}
	row := func(id, label string, must bool, input fyne.CanvasObject, hint string) fyne.CanvasObject {
		r := field(label, must, input, hint)
		p.rows[id] = r
		return r.Container
	}
	text := func(value *string, hint string) *entry {
		e := newEntry(hint)
		e.SetText(*value)
		e.OnChanged = func(s string) { *value = s }
		return e
	}
	p.name = text(&x.Name, "")
	role := codes(cases.PersonRoles(), cases.PersonRole.Label, "请选择", x.Role, func(r cases.PersonRole) { x.Role = r })
	left := newTick("已离岗", func(on bool) { x.Inactive = on })
	left.Checked = x.Inactive
	two := func(a, b fyne.CanvasObject) fyne.CanvasObject { return newBeside(4, []float32{1, 1}, a, b) }
	save := primary("保存", nil, p.save)
	if p.s.deps.ReadOnly != "" {
		save.Disable()
	}
	about := section(title, nil, newFlow(2,
		two(row("name", "姓名", true, p.name, ""), row("role", "在本单位的角色", true, role, "")),
		two(row("post", "职务", false, text(&x.Post, ""), ""), row("unit", "工作单位", false, text(&x.Unit, "外聘委员填写"), "")),
		two(row("phone", "电话", false, text(&x.Phone, ""), ""), newFlow(0.75, caption("状态"), left)),
		p.pin(), newLine(0, []float32{0, 1}, save, caption(""))))
	p.side.fill(about)
}

// pin sets, changes or takes away the PIN.
func (p *peoplePage) pin() fyne.CanvasObject {
	secret := func(value *string) *entry {
		e := newEntry("")
		e.Password = true
		e.OnChanged = func(s string) { *value = s }
		return e
	}
	say, label := "没有设置密码，选择姓名即可进入。", "设置密码"
	if p.form.Person.HasPIN {
		say, label = "已设置密码。忘记密码的，在这里重新设置即可。", "新密码"
	}
	take := quiet("取消密码…", nil, p.takePIN)
	if !p.form.Person.HasPIN {
		take.Hide()
	}
	if p.s.deps.ReadOnly != "" {
		take.Disable()
	}
	first, again := field(label, false, secret(&p.form.PIN), "至少四位数字；不填则不改变"), field("再输一次", false, secret(&p.form.Again), "")
	p.rows["pin"], p.rows["again"] = first, again
	return newFlow(1.5, newLine(2, []float32{1, 0}, muted(say).cutting(), take), newBeside(4, []float32{1, 1}, first.Container, again.Container))
}

func (p *peoplePage) save() {
	bad := p.form.Check(p.people)
	for id, r := range p.rows {
		r.complain(bad[id])
	}
	p.side.relayout()
	if len(bad) > 0 {
		return
	}
	form := p.form
	start(p.s.run, "save person", func(ctx context.Context) (int64, error) { return form.Save(ctx, p.s.deps.Office) },
		func(_ int64, err error) {
			if err != nil {
				p.s.failed("save person", err)
				p.shown()
				return
			}
			p.shown()
			p.s.signedIn()
			p.s.tell(model.Finished, "“"+form.Person.Name+"”已保存。")
		})
}

func (p *peoplePage) takePIN() {
	x := p.form.Person
	confirm(p.s.win, "取消密码", "取消“"+x.Name+"”的密码？以后选择这个姓名就能直接进入。", func() {
		start(p.s.run, "take pin", func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.s.deps.Office.SetPIN(ctx, x.ID, "")
		}, func(_ struct{}, err error) {
			if err != nil {
				p.s.failed("take pin", err)
				return
			}
			p.shown()
			p.s.tell(model.Finished, "已取消“"+x.Name+"”的密码。")
		})
	})
}
