package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// actPane is the page on which one act is recorded: its fields, what recording it will change, and the button that is
// named after the act. Nothing is written before that button.
type actPane struct {
	s       *shell
	form    *model.ActForm
	page    *scroller
	rows    map[string]*formRow
	changes *fyne.Container
	record  *widget.Button
	leave   func()
	done    func()
}

func newActPane(s *shell, form *model.ActForm, leave, done func()) *actPane {
	p := &actPane{s: s, form: form, rows: map[string]*formRow{}, changes: newFlow(1), leave: leave, done: done}
	c := form.Case()
	back := quiet("返回案件", iconBack, leave)
	head := newFlow(0.5, newLine(0, []float32{0, 1}, back, caption("")),
		newLine(2, []float32{0, 1}, heading(form.Spec.Label), muted(c.Number).cutting()))
	p.record = primary("记录"+"“"+form.Spec.Label+"”", nil, p.submit)
	buttons := newLine(2, []float32{0, 0, 1}, p.record, button("取消", nil, leave), caption(""))
	p.page = newScroller(head, card(newNarrow(44, p.fields())), section("记录后的变化", nil, p.changes), buttons)
	p.preview()
	return p
}

// touched recomputes the preview on a pause, so that an input method is not disturbed.
func (p *actPane) touched() { p.s.run.After("act preview", pause, p.preview) }

func (p *actPane) text(value *string, hint string) *entry {
	e := newEntry(hint)
	e.SetText(*value)
	e.OnChanged = func(s string) {
		*value = s
		p.touched()
	}
	return e
}

func (p *actPane) row(id, label string, must bool, input fyne.CanvasObject, hint string) *fyne.Container {
	r := field(label, must, input, hint)
	p.rows[id] = r
	return r.Container
}

func (p *actPane) fields() fyne.CanvasObject {
	f := p.form
	date := newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), f.Date, func(s string) {
		f.Date = s
		p.touched()
	})
	rows := newFlow(2, p.row("date", "日期", true, date.Container, "填写这一行为在法律上发生的日期，不是录入的日期"))
	for _, name := range f.Spec.Fields {
		rows.Add(p.detail(name))
	}
	rows.Add(p.row("paper", "文号", false, p.text(&f.Paper, "如〔2026〕姑苏行复决字第5号"), ""))
	rows.Add(p.row("note", "说明", false, p.text(&f.Note, ""), ""))
	rows.Add(newProse("法律依据：" + f.Spec.Basis).small().in(colorMuted))
	return rows
}

// detail is the field of a part of Detail.
func (p *actPane) detail(name procedure.Field) fyne.CanvasObject {
	f := p.form
	switch name {
	case procedure.FieldGround:
		return p.row("ground", "事由", true, codes(procedure.Grounds(f.Spec.Kind), procedure.GroundLabel, "请选择事由", f.Ground,
			func(g procedure.Ground) { f.Ground = g; p.touched() }), "")
	case procedure.FieldItems:
		return p.row("items", "决定主文", true, p.items(), "有几项主文就填几项")
	case procedure.FieldDays:
		return p.row("days", "延长天数", true, p.text(&f.Days, "30"), "最多30日")
	case procedure.FieldTo:
		return p.row("to", "送往", false, p.text(&f.To, ""), "")
	case procedure.FieldAppearance:
		return p.appearance()
	}
	return p.row("results", "裁判结果", true, p.results(), "有几个被告的，逐一填写")
}

// codes is a drop-down of a code list by its Chinese labels.
func codes[C comparable](list []C, label func(C) string, hint string, value C, chosen func(C)) *pick {
	options := make([]string, len(list))
	current := ""
	for i, c := range list {
		options[i] = label(c)
		if c == value {
			current = options[i]
		}
	}
	p := newPick(options, func(i int, _ string) {
		if i >= 0 {
			chosen(list[i])
		}
	})
	p.PlaceHolder = hint
	p.fill(options, current)
	return p
}

func (p *actPane) items() fyne.CanvasObject {
	rows := newFlow(1)
	var draw func()
	draw = func() {
		rows.RemoveAll()
		for i := range p.form.Items {
			rows.Add(p.item(&p.form.Items[i]))
		}
		rows.Add(newLine(0, []float32{0, 1}, quiet("再加一项", iconAdd, func() {
			p.form.Items = append(p.form.Items, procedure.Item{})
			draw()
			p.page.relayout()
		}), caption("")))
	}
	draw()
	return rows
}

func (p *actPane) item(it *procedure.Item) fyne.CanvasObject {
	kind := codes(procedure.Dispositions(), procedure.DispositionLabel, "请选择", it.Kind, func(d procedure.Disposition) {
		it.Kind = d
		p.touched()
	})
	redo := widget.NewCheck("责令重新作出", func(on bool) {
		it.Redo = on
		p.touched()
	})
	redo.Checked = it.Redo
	return newBeside(2, []float32{-11, -9.5, 1}, boxed(kind), redo, p.text(&it.Text, "主文内容（可不填）"))
}

func (p *actPane) results() fyne.CanvasObject {
	rows := newFlow(1)
	for i := range p.form.Results {
		r := &p.form.Results[i]
		who := r.Defendant
		if who == "" {
			who = "裁判结果"
		}
		rows.Add(newLine(2, []float32{-12, 1}, newWords(who).cutting(), boxed(codes(procedure.Outcomes(), procedure.OutcomeLabel,
			"请选择裁判结果", r.Outcome, func(o procedure.Outcome) {
				r.Outcome = o
				p.touched()
			}))))
	}
	return rows
}

// appearance asks whether a head of the organ came to the hearing, and who or why not.
func (p *actPane) appearance() fyne.CanvasObject {
	a := &p.form.Appearance
	came := newFlow(2,
		newBeside(3, []float32{1, 1}, p.row("name", "负责人姓名", false, p.text(&a.Name, ""), ""),
			p.row("post", "职务", false, p.text(&a.Post, "如副局长"), "")),
		p.row("rank", "负责人类别", false, codes(procedure.Ranks(), procedure.RankLabel, "请选择", a.Rank,
			func(r procedure.Rank) { a.Rank = r; p.touched() }), ""))
	absent := p.row("reason", "未出庭理由", false, p.text(&a.Reason, "书面说明的理由，没有的不填"), "")
	show := func() {
		if a.Head {
			came.Show()
			absent.Hide()
		} else {
			came.Hide()
			absent.Show()
		}
	}
	choice := widget.NewRadioGroup([]string{"负责人出庭", "负责人未出庭"}, nil)
	choice.Horizontal, choice.Required = true, true
	choice.Selected = "负责人未出庭"
	if a.Head {
		choice.Selected = "负责人出庭"
	}
	choice.OnChanged = func(s string) {
		a.Head = s == "负责人出庭"
		show()
		p.page.relayout()
		p.touched()
	}
	show()
	return newFlow(2, p.row("appearance", "出庭情况", true, choice, ""), came, absent)
}

// preview shows what would change, or why the act may not be recorded.
func (p *actPane) preview() {
	v := p.form.Preview()
	for id, r := range p.rows {
		r.complain(v.Fields[id])
	}
	p.changes.RemoveAll()
	if v.Ready() {
		p.record.Enable()
		for _, c := range v.Changes {
			p.changes.Add(changeLine(c))
		}
	} else {
		p.record.Disable()
		text := v.Refused
		if text == "" {
			text = "请先把上面标出的内容填写完整。"
		}
		p.changes.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconRefuse, toneColor(model.Soon)), newProse(text)))
	}
	p.page.relayout()
}

func changeLine(c model.Change) fyne.CanvasObject {
	before := muted(c.Before).cutting()
	if c.Before == "" {
		before.text = "新增"
	}
	after := newProse(c.After)
	after.bold = true
	return newBeside(2, []float32{-8, 1, -1.2, 1}, muted(c.Label).cutting(), before,
		marker(iconRight, colorMuted), after)
}

// submit records the act and returns to the case.
func (p *actPane) submit() {
	a, bad := p.form.Act()
	if len(bad) > 0 {
		p.preview()
		return
	}
	p.record.Disable()
	id := p.form.Case().ID
	start(p.s.run, "record", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.s.deps.Office.Record(ctx, id, a)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.record.Enable()
			p.s.failed("record act", err)
			return
		}
		p.done()
		p.s.tell(model.Finished, p.form.Case().Number+"已记录“"+p.form.Spec.Label+"”。")
	})
}
