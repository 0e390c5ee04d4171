package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// intakePage is the registration by hand. What is typed is kept as a draft on every pause; only the button registers.
type intakePage struct {
	s      *shell
	in     *model.Intake
	page   *scroller
	rows   map[string]*formRow
	number *entry
	saved  *words
	button *widget.Button
	// proposed is the number last proposed; a number typed by the clerk is never overwritten.
	proposed string
}

func newIntakePage(s *shell) *intakePage {
	p := &intakePage{s: s, page: newScroller(), saved: muted("").cutting()}
	p.reset(model.NewIntake(cases.Reconsideration, s.today()))
	return p
}

func (p *intakePage) view() fyne.CanvasObject { return p.page.Container }

func (p *intakePage) shown() { p.propose() }

// reset begins with another registration.
func (p *intakePage) reset(in *model.Intake) {
	p.in, p.rows, p.proposed = in, map[string]*formRow{}, ""
	p.saved.set("")
	p.button = primary("登记", iconIntake, p.register)
	if p.s.deps.ReadOnly != "" {
		p.button.Disable()
	}
	head := pageHead("新收案件", p.saved, button("清空", nil, p.discard), p.button)
	p.page.fill(head, newNarrow(64, newFlow(3, p.kindCard(), p.partyCard(), p.matterCard())))
}

// resume continues a draft.
func (p *intakePage) resume(d cases.Draft) {
	in, err := model.OpenDraft(d)
	if err != nil {
		p.s.failed("open draft", err)
		return
	}
	p.reset(in)
	p.propose()
	p.saved.set("继续填写已保存的草稿")
}

func (p *intakePage) text(value *string, hint string, rows int) *entry {
	e := newEntry(hint)
	if rows > 1 {
		e = newArea(hint, rows)
	}
	e.SetText(*value)
	e.OnChanged = func(s string) {
		*value = s
		p.typed()
	}
	return e
}

func (p *intakePage) row(id, label string, must bool, input fyne.CanvasObject, hint string) fyne.CanvasObject {
	r := field(label, must, input, hint)
	p.rows[id] = r
	return r.Container
}

func (p *intakePage) kindCard() fyne.CanvasObject {
	in := p.in
	kind := widget.NewRadioGroup([]string{cases.Reconsideration.Label(), cases.Litigation.Label()}, nil)
	kind.Horizontal, kind.Required, kind.Selected = true, true, in.Kind.Label()
	kind.OnChanged = func(label string) {
		in.Kind = cases.Reconsideration
		if label == cases.Litigation.Label() {
			in.Kind = cases.Litigation
		}
		in.Number = ""
		p.reset(in)
		p.propose()
		p.typed()
	}
	p.number = p.text(&in.Number, "填好案号字头后自动编号", 1)
	day := "收件日期"
	if in.Kind == cases.Litigation {
		day = "收到应诉通知日期"
	}
	received := newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), in.Received, func(s string) {
		in.Received = s
		p.typed()
		p.s.run.After("number", pause, p.propose)
	})
	return card(newFlow(2, p.row("kind", "案件种类", true, kind, ""), newBeside(4, []float32{1, 1},
		p.row("received", day, true, received.Container, ""), p.row("number", "案号", true, p.number, ""))))
}

func (p *intakePage) partyCard() fyne.CanvasObject {
	in, k := p.in, p.in.Kind
	return card(newFlow(2, newBeside(4, []float32{1, 1},
		p.row("applicants", cases.Applicant.Label(k), true, p.text(&in.Applicants, "几个人的，一行一个", 3), ""),
		p.row("respondents", cases.Respondent.Label(k), true, p.text(&in.Respondents, "几个机关的，一行一个", 3), "")),
		p.row("third", cases.ThirdParty.Label(k), false, p.text(&in.ThirdParties, "没有的不填，几个人用顿号分开", 1), "")))
}

func (p *intakePage) matterCard() fyne.CanvasObject {
	in := p.in
	subject, matter := "复议事项", "复议类型"
	if in.Kind == cases.Litigation {
		subject, matter = "案由", "被诉行为"
	}
	rows := newFlow(2, p.row("subject", subject, true, p.text(&in.Subject, "如 不服苏公（平）行罚决字〔2026〕12号行政处罚决定", 1), ""),
		newBeside(4, []float32{1, 1, 1}, p.row("category", "管理类别", false, p.choose(&in.Category, model.Categories()), ""),
			p.row("matter", matter, false, p.choose(&in.Matter, model.Matters()), ""),
			p.row("handler", "承办人", false, p.text(&in.Handler, "", 1), "")))
	if in.Kind == cases.Litigation {
		rows.Add(p.suitRows())
	}
	return card(rows)
}

func (p *intakePage) suitRows() fyne.CanvasObject {
	in := p.in
	instance := codes([]cases.Instance{cases.First, cases.Second, cases.Retrial}, cases.Instance.Label, "请选择", in.Instance,
		func(i cases.Instance) { in.Instance = i; p.typed() })
	source := codes([]cases.Source{cases.Direct, cases.AfterReconsideration}, cases.Source.Label, "请选择", in.Source,
		func(s cases.Source) { in.Source = s; p.typed() })
	return newFlow(2, newBeside(4, []float32{1, 1}, p.row("court", "受诉法院", true, p.text(&in.Court, "", 1), ""),
		p.row("court_number", "法院案号", false, p.text(&in.CourtNumber, "如（2026）苏0508行初12号", 1), "")),
		newBeside(4, []float32{1, 1, 2}, p.row("instance", "审级", false, instance, ""), p.row("source", "案件来源", false, source, ""),
			p.row("related", "关联案件", false, p.text(&in.Related, "原复议案号或一审应诉案号", 1), "")))
}

func (p *intakePage) choose(value *string, options []string) fyne.CanvasObject {
	e := newSuggest(options, "选择或填写")
	e.SetText(*value)
	e.OnChanged = func(s string) {
		*value = s
		p.typed()
	}
	return e
}

// typed saves the draft after a pause.
func (p *intakePage) typed() {
	if p.s.deps.ReadOnly != "" {
		return
	}
	p.s.run.After("draft", 2*pause, p.save)
}

func (p *intakePage) save() {
	in := p.in
	if in.Blank() {
		return
	}
	d, err := in.Draft()
	if err != nil {
		p.s.failed("draft", err)
		return
	}
	start(p.s.run, "draft", func(ctx context.Context) (int64, error) { return p.s.deps.Office.SaveDraft(ctx, d) },
		func(id int64, err error) {
			if err != nil {
				p.s.failed("save draft", err)
				return
			}
			in.DraftID = id
			p.saved.set("草稿已自动保存")
		})
}

// propose asks for the next number, unless the clerk typed one.
func (p *intakePage) propose() {
	in := p.in
	if in.Number != "" && in.Number != p.proposed || p.s.deps.ReadOnly != "" {
		return
	}
	today := p.s.today()
	start(p.s.run, "number", func(ctx context.Context) (string, error) { return in.Proposal(ctx, p.s.deps.Office, today) },
		func(number string, err error) {
			if err != nil {
				p.s.failed("propose number", err)
				return
			}
			if p.in == in && number != "" {
				p.proposed = number
				p.number.SetText(number)
			}
		})
}

// discard empties the page after asking, and drops the draft with it.
func (p *intakePage) discard() {
	fresh := func() {
		if id := p.in.DraftID; id != 0 {
			start(p.s.run, "drop draft", func(ctx context.Context) (struct{}, error) {
				return struct{}{}, p.s.deps.Office.DropDraft(ctx, id)
			}, func(_ struct{}, err error) {
				if err != nil {
					p.s.failed("drop draft", err)
				}
			})
		}
		p.reset(model.NewIntake(p.in.Kind, p.s.today()))
		p.propose()
	}
	if p.in.Blank() {
		fresh()
		return
	}
	confirm(p.s.win, "清空登记", "确定清空这一页吗？已经自动保存的草稿会一并删除。", fresh)
}

// register stores the case and opens it.
func (p *intakePage) register() {
	in := p.in
	c, bad := in.Case(p.s.today())
	p.complain(bad)
	if c == nil {
		p.s.tell(model.Soon, "还有没填好的内容，请按字段下面的提示补充。")
		return
	}
	p.s.run.Stop("draft")
	p.button.Disable()
	start(p.s.run, "register", func(ctx context.Context) (cases.ID, error) { return in.Register(ctx, p.s.deps.Office, c) },
		func(id cases.ID, err error) {
			p.button.Enable()
			if err != nil {
				p.refused(err)
				return
			}
			p.reset(model.NewIntake(in.Kind, p.s.today()))
			p.s.changed()
			p.s.openCase(c.Kind, id)
			p.s.tell(model.Finished, c.Number+"已登记，可以在这里继续办理。")
		})
}

// refused shows a refusal beside its fields where it names them.
func (p *intakePage) refused(err error) {
	var e *cases.Error
	if errors.As(err, &e) {
		p.complain(e.Fields)
	}
	p.s.failed("register", err)
}

func (p *intakePage) complain(bad map[string]string) {
	for id, r := range p.rows {
		r.complain(bad[id])
	}
	p.page.relayout()
}
