package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// dateHint says which day is meant; an act that only an earlier day allows says why.
func dateHint(f *model.ActForm) string {
	switch {
	case f.Mode == model.Trying:
		return "可以填写将来的日期"
	case f.Past != "":
		return f.Past + "。请填写实际发生的日期"
	}
	return "填写这一行为在法律上发生的日期，不是录入的日期"
}

// date is the day of the act; a trial steps through days with a press.
func (p *actPane) date() fyne.CanvasObject {
	f := p.form
	d := newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), f.Date, func(s string) {
		f.Date = s
		p.touched()
	})
	if f.Mode != model.Trying {
		return d.Container
	}
	steps := newWrap(1)
	for _, step := range []struct {
		label string
		days  int
	}{{"−7日", -7}, {"−1日", -1}, {"+1日", 1}, {"+7日", 7}, {"+30日", 30}} {
		steps.Add(button(step.label, nil, func() {
			d.text.SetText(f.Shifted(step.days))
		}))
	}
	return newFlow(1, d.Container, steps)
}

// kinds chooses what to try; another act begins the page anew.
func (p *actPane) kinds() fyne.CanvasObject {
	specs := model.TrialKinds(p.owner.view)
	labels := make([]string, len(specs))
	for i, s := range specs {
		labels[i] = s.Label
	}
	choice := newPick(labels, func(i int, _ string) {
		if i >= 0 && specs[i] != p.form.Spec {
			p.owner.attempt(specs[i])
		}
	})
	choice.fill(labels, p.form.Spec.Label)
	return choice
}

// regimes chooses the rules of the act (适用规则).
func (p *actPane) regimes() fyne.CanvasObject {
	list := []procedure.Regime{"", procedure.RegimeA, procedure.RegimeB, procedure.RegimeC}
	return codes(list, func(g procedure.Regime) string {
		if g == "" {
			return "按日期确定"
		}
		return g.Label()
	}, "按日期确定", p.form.Regime, func(g procedure.Regime) { p.form.Regime = g; p.touched() })
}

func hintOf(k procedure.Kind, info procedure.FieldInfo) string {
	switch info.Key {
	case "posted":
		return "以邮戳为准；期满前交邮的不算逾期"
	case "to":
		if k == procedure.Served || k == procedure.PublicService {
			return "只写同一天收到的人，多个的以“、”分开；日期不同的分别记录，各人的起诉期限自本人收到时起算"
		}
		return "多个的以“、”分开"
	case "days":
		return "最多30日"
	}
	return ""
}

// input is the input of a plain field.
func (p *actPane) input(info procedure.FieldInfo) fyne.CanvasObject {
	set := func(key string) func(string) {
		return func(s string) {
			p.form.Values[key] = s
			p.touched()
		}
	}
	day := func(key string) fyne.CanvasObject {
		return newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), p.form.Values[key], set(key)).Container
	}
	switch info.Input {
	case procedure.InputDay:
		return day(info.Key)
	case procedure.InputSpan:
		return newFlow(1, newBeside(2, []float32{-2, 1}, muted("自"), day(info.Key)), newBeside(2, []float32{-2, 1}, muted("至"), day(info.Key+"_to")))
	case procedure.InputYes:
		c := newTick("是", func(on bool) { set(info.Key)(map[bool]string{true: "yes"}[on]) })
		c.Checked = p.form.Values[info.Key] == "yes"
		return c
	case procedure.InputChoice:
		return p.choice(info, set(info.Key))
	}
	e := newEntry("")
	e.SetText(p.form.Values[info.Key])
	e.OnChanged = set(info.Key)
	return e
}

// choice is a drop-down; one that may stay empty can be emptied again.
func (p *actPane) choice(info procedure.FieldInfo, set func(string)) fyne.CanvasObject {
	list := info.Codes
	hint := "请选择"
	if !info.Required {
		hint = "不填"
		list = append([]procedure.Code{{Label: hint}}, list...)
	}
	labels, current := make([]string, len(list)), ""
	for i, c := range list {
		labels[i] = c.Label
		if c.Code == p.form.Values[info.Key] && c.Code != "" {
			current = c.Label
		}
	}
	choice := newPick(labels, func(i int, _ string) {
		if i >= 0 {
			set(list[i].Code)
		}
	})
	choice.PlaceHolder = hint
	choice.fill(labels, current)
	return choice
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
	redo := newTick("责令重新作出", func(on bool) {
		it.Redo = on
		p.touched()
	})
	redo.Checked = it.Redo
	formal := newTick("仅因程序违法", func(on bool) {
		it.ProcedureOnly = on
		p.touched()
	})
	formal.Checked = it.ProcedureOnly
	days := newEntry("如 60")
	if it.Days > 0 {
		days.SetText(strconv.Itoa(it.Days))
	}
	days.OnChanged = func(s string) {
		it.Days, _ = strconv.Atoi(strings.TrimSpace(s)) // what is no number names no period
		p.touched()
	}
	term := newLine(1, []float32{0, -4, 0, 1}, muted("履行期"), days, muted("日"), caption(""))
	return newFlow(1, newBeside(2, []float32{-11, -9.5, 1}, boxed(kind), redo, term), formal, p.text(&it.Text, "主文内容（可不填）"))
}
