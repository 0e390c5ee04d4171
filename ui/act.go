package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// actPane is the page on which one act is recorded, tried or corrected: its fields, what it will change, and the button
// that is named after the act. Nothing is written before that button.
type actPane struct {
	s     *shell
	owner *casePane
	form  *model.ActForm
	page  *scroller
	head  fyne.CanvasObject
	// root is the page with the bar below it: what the act would miss or why it is refused, beside the button that records it.
	root    *fyne.Container
	bar     *panel
	says    *fyne.Container
	rows    map[string]*formRow
	changes *fyne.Container
	record  *push
	strike  *push
	done    func()
	// used is set by the first change: a page that was just opened does not complain about what is still empty.
	used bool
	// begun is the content of the form when it was opened; kept says that it holds what was typed before.
	begun string
	kept  bool
	// saving is true while the act is being written.
	saving bool
}

// formWidth bounds the fields of an act, in characters: beside the list they reach the edge of their card, in a wide window they stay
// readable.
const formWidth = 72

func newActPane(owner *casePane, form *model.ActForm, done func()) *actPane {
	p := &actPane{s: owner.s, owner: owner, form: form, rows: map[string]*formRow{}, changes: newFlow(1), says: newFlow(1), done: done,
		begun: form.Snapshot()}
	p.kept = p.s.shared.acts.Restore(form)
	title := map[model.FormMode]string{model.Recording: "", model.Trying: "推演：", model.Correcting: "更正录入："}[form.Mode] + form.Spec.Label
	back := quiet("返回案件", iconBack, func() { owner.leaveAct() })
	head := newFlow(0.5, newLine(0, []float32{0, 1}, back, caption("")),
		newLine(2, []float32{0, 1}, heading(title), muted(form.Case().Number).cutting()))
	if p.kept {
		head.Add(newLine(2, []float32{-1.2, 1, 0}, marker(iconNow, toneColor(model.Near)), newProse("接着上次没有记录的内容填写。"),
			quiet("重新填写", nil, p.afresh)))
	}
	p.head = head
	p.page = newScroller(head, card(newNarrow(formWidth, p.fields())), section(p.outcome(), nil, p.changes))
	p.bar = newPanel(colorSurface, theme.ColorNameSeparator, 4, 1.5, newFlow(1.5, p.says, p.buttons()))
	p.bar.round = sizeSquare
	p.root = container.New(barBelow{}, p.page.Container, p.bar)
	p.preview()
	return p
}

// redrawFields shows the form anew, as it is filled in.
func (p *actPane) redrawFields() {
	p.page.fill(p.head, card(newNarrow(formWidth, p.fields())), section(p.outcome(), nil, p.changes))
	p.preview()
}

// outcome heads the list of changes.
func (p *actPane) outcome() string {
	switch p.form.Mode {
	case model.Trying:
		return "如果这样办理（不会写入）"
	case model.Correcting:
		return "更正后的变化"
	}
	return "记录后的变化"
}

func (p *actPane) buttons() fyne.CanvasObject {
	cancel := button("取消", nil, func() { p.owner.leaveAct() })
	switch p.form.Mode {
	case model.Trying:
		p.record = primary("按此记录…", nil, p.carryOver)
		return newLine(2, []float32{0, 0, 1}, p.record, cancel, caption(""))
	case model.Correcting:
		p.record = primary("更正", nil, p.submit)
		p.strike = button("这条记录整条作废", nil, p.striking)
		p.strike.Importance = widget.DangerImportance
		return newLine(2, []float32{0, 0, 1, 0}, p.record, cancel, caption(""), p.strike)
	}
	p.record = primary("记录"+"“"+p.form.Spec.Label+"”", nil, p.submit)
	return newLine(2, []float32{0, 0, 1}, p.record, cancel, caption(""))
}

// touched recomputes the preview on a pause, so that an input method is not disturbed.
func (p *actPane) touched() {
	p.used = true
	p.s.run.After("act preview", pause, p.preview)
	p.s.run.After("act draft", 2*pause, func() {
		if p.owner.act == p && p.owner.keepAct() {
			p.s.storeActs()
		}
	})
}

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
	p.s.recall(label, input)
	p.rows[id] = r
	return r.Container
}

func (p *actPane) fields() fyne.CanvasObject {
	f := p.form
	rows := newFlow(2)
	if f.Mode == model.Trying {
		rows.Add(p.row("kind", "推演的行为", true, p.kinds(), "只看效果，不会写入任何内容；不允许的会说明理由和依据"))
	}
	rows.Add(p.row("date", "日期", true, p.date(), dateHint(f)))
	if f.Has(procedure.FieldItems) {
		rows.Add(p.row("items", "决定主文", true, p.items(), "有几项主文就填几项"))
	}
	if f.Has(procedure.FieldResults) {
		rows.Add(p.row("results", "裁判结果", true, p.results(), "有几个"+f.OrganLabel()+"的，逐一填写"))
	}
	if f.Has(procedure.FieldAppearance) {
		rows.Add(p.appearance())
	}
	for _, info := range f.Fields() {
		rows.Add(p.row(info.Key, info.Label, info.Required, p.input(info), hintOf(f.Spec.Kind, info)))
	}
	if f.Mode == model.Correcting {
		rows.Add(p.row("reason", "更正的理由", true, p.text(&f.Reason, "如“送达回证日期看错”"), "原来的内容会保留在更正记录中；更正录入不是新的程序行为"))
	}
	rows.Add(p.row("paper", "文号", false, p.text(&f.Paper, f.PaperHint()), ""))
	rows.Add(p.row("note", "说明", false, p.text(&f.Note, ""), ""))
	if f.Case().Kind == cases.Reconsideration && f.Mode != model.Trying {
		rows.Add(p.row("regime", "适用规则", false, p.regimes(), "一般按日期确定；另行指定的，请在说明中写明理由"))
	}
	rows.Add(newProse("法律依据：" + f.Spec.Basis).small().in(colorMuted))
	return rows
}

// preview shows what would change, or why the act may not be recorded.
func (p *actPane) preview() { p.show(p.form.Preview()) }

func (p *actPane) show(v model.Preview) {
	p.s.deps.Log.Debug("act", "label", p.form.Spec.Label, "date", p.form.Date, "ready", v.Ready())
	for id, r := range p.rows {
		if p.used {
			r.complain(v.Fields[id])
		}
	}
	p.changes.RemoveAll()
	p.says.RemoveAll()
	p.showChanges(v)
	if v.Ready() {
		if !p.saving {
			p.record.Enable()
		}
	} else {
		p.record.Disable()
		text := v.Refused
		if text == "" {
			text = "请先填写带 * 的内容。"
			if p.used {
				text = "请先把上面标出的内容填写完整。"
			}
		}
		p.says.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconRefuse, toneColor(model.Soon)), newProse(text)))
	}
	p.page.relayout()
	p.root.Refresh()
	p.s.strip.Refresh()
}

// showChanges lists the dates and figures that move, and what the act would miss.
func (p *actPane) showChanges(v model.Preview) {
	for _, c := range v.Changes {
		p.changes.Add(changeLine(c))
	}
	if len(v.Changes) == 0 {
		p.changes.Add(newProse("没有可以列出的变化。").in(colorMuted))
	}
	for _, n := range v.Notices {
		p.says.Add(newBeside(1.5, []float32{-1.2, 1}, marker(iconNow, toneColor(model.Soon)), newProse(n)))
	}
	if p.form.Mode != model.Correcting || !v.Ready() {
		return
	}
	p.changes.Add(caption("对统计数字的影响"))
	if len(v.Figures) == 0 {
		p.changes.Add(newProse("没有影响。").in(colorMuted))
	}
	for _, f := range v.Figures {
		p.changes.Add(newProse(f).small().in(colorMuted))
	}
}

func changeLine(c model.Change) fyne.CanvasObject {
	before, after := muted(c.Before).cutting(), newProse(c.After)
	if c.Before == "" {
		before.text = "新增"
	}
	if c.After == "" {
		after = newProse("不再计算")
	}
	after.bold = true
	return newBeside(2, []float32{-8, 1, -1.2, 1}, muted(c.Label).cutting(), before,
		marker(iconRight, colorMuted), after)
}

// press does what the button does, on the content as it stands now and not as it was when typing last paused.
func (p *actPane) press() {
	if p.saving {
		return
	}
	p.used = true
	p.preview()
	if !p.record.Disabled() {
		p.record.OnTapped()
	}
}

// afresh begins the form anew without what was kept of it.
func (p *actPane) afresh() {
	p.s.shared.acts.Forget(p.form)
	p.s.storeActs()
	p.owner.act = nil
	if p.form.Mode == model.Correcting {
		p.owner.correct(p.form.Entry())
		return
	}
	p.owner.begin(p.form.Spec)
}

// barBelow lays a page out with a bar at its lower edge, which takes the height it needs.
type barBelow struct{}

func (barBelow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, em(10)+o[1].MinSize().Height)
}

func (barBelow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h := min(heightFor(o[1], size.Width), max(0, size.Height-em(6)))
	place(o[0], 0, 0, size.Width, size.Height-h)
	place(o[1], 0, size.Height-h, size.Width, h)
}

// carryOver turns a trial into the page that records the act; a day that has not come cannot be recorded.
func (p *actPane) carryOver() {
	form := p.form.Record()
	p.s.shared.acts.Forget(form) // what was just tried is what is meant
	p.owner.openForm(form)
}

// striking asks before an entry is withdrawn.
func (p *actPane) striking() {
	p.form.Strike = true
	v := p.form.Preview()
	p.form.Strike = false
	if !v.Ready() {
		p.used = true
		p.show(v)
		return
	}
	e := p.form.Entry()
	confirm(p.s.win, "整条作废", "“"+procedure.ActLabel(e.Kind)+"”（"+e.On.String()+"）从来没有发生过？作废后它不再计入期限和统计，原来的内容保留在更正记录中。", func() {
		p.form.Strike = true
		p.submit()
	})
}

// submit records or corrects the act and returns to the case.
func (p *actPane) submit() {
	if v := p.form.Preview(); !v.Ready() {
		p.used = true
		p.show(v)
		return
	}
	p.record.Disable()
	p.saving = true
	p.s.run.Stop("act draft")
	id, office := p.form.Case().ID, p.s.deps.Office
	a, _ := p.form.Act()
	work := func(ctx context.Context) error { return office.Record(ctx, id, a) }
	said := "已记录“" + p.form.Spec.Label + "”。"
	if p.form.Mode == model.Correcting {
		fix := p.form.Correction()
		work = func(ctx context.Context) error { return office.Correct(ctx, id, fix) }
		said = "已更正“" + p.form.Spec.Label + "”。"
	}
	start(p.s.run, "record", func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(_ struct{}, err error) {
		p.saving = false
		if err != nil {
			p.record.Enable()
			p.s.failed("record act", err)
			return
		}
		p.s.shared.acts.Forget(p.form)
		p.s.storeActs()
		p.done()
		p.s.tell(model.Finished, p.form.Case().Number+said)
	})
}
