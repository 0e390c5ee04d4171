package ui

import (
	"cmp"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
)

// tile widths in characters: plain fields, and those that hold a date with its buttons.
const (
	plainTile = 12.5
	dateTile  = 15
)

// sections are the cards of the form from top to bottom.
func (p *intakePage) sections() []fyne.CanvasObject {
	out := []fyne.CanvasObject{p.mark("receipt", p.receiptCard())}
	for _, r := range []cases.Role{cases.Applicant, cases.Respondent} {
		out = append(out, p.mark(string(r), card(p.partySection(r))))
	}
	out = append(out, p.mark("matter", p.matterCard()))
	if p.in.Kind == cases.Reconsideration {
		out = append(out, p.mark("period", p.periodCard()), p.mark("claims", p.claimsCard()))
	}
	others := newFlow(2.5)
	for i, r := range []cases.Role{cases.ThirdParty, cases.Agent, cases.RepresentativeRole} {
		if r == cases.RepresentativeRole && p.in.Kind == cases.Litigation {
			continue
		}
		if i > 0 {
			others.Add(widget.NewSeparator())
		}
		others.Add(p.partySection(r))
	}
	out = append(out, p.mark("others", card(others)))
	if p.in.Kind == cases.Reconsideration {
		out = append(out, p.mark("materials", p.materialsCard()))
	}
	return out
}

// mark remembers where a section stands, to be jumped to.
func (p *intakePage) mark(id string, o fyne.CanvasObject) fyne.CanvasObject {
	p.marks[id] = o
	return o
}

// drawBar names the sections with their counts; a press goes there.
func (p *intakePage) drawBar() {
	n := p.in.SectionCounts()
	counted := func(r cases.Role) string {
		if n[r] == 0 {
			return p.in.RoleLabel(r)
		}
		return fmt.Sprintf("%s %d", p.in.RoleLabel(r), n[r])
	}
	names := [][2]string{{"receipt", "收件"}, {string(cases.Applicant), counted(cases.Applicant)}, {string(cases.Respondent), counted(cases.Respondent)},
		{"matter", "申请事项"}, {"period", "申请期限"}, {"claims", "请求和理由"}, {"others", "其他参加人"}, {"materials", "材料"}}
	if k := n[cases.ThirdParty] + n[cases.Agent] + n[cases.RepresentativeRole]; k > 0 {
		names[6][1] = fmt.Sprintf("其他参加人 %d", k)
	}
	if p.in.Kind == cases.Litigation {
		names[3][1] = "案件"
	}
	var chips []fyne.CanvasObject
	for _, x := range names {
		if o := p.marks[x[0]]; o != nil {
			chips = append(chips, newPress("", "", "hover", 1.5, 0.75, caption(x[1]), func() { p.goTo(o) }))
		}
	}
	p.bar.Objects = chips
	p.bar.Refresh()
}

// jump scrolls to a section.
func (p *intakePage) jump(o fyne.CanvasObject) {
	p.form.scroll.ScrollToOffset(fyne.NewPos(0, o.Position().Y))
}

// goTo jumps to a part of the form and puts the keyboard there, so that nothing is typed into a field out of sight.
func (p *intakePage) goTo(o fyne.CanvasObject) {
	if f := firstField(o); f != nil {
		p.s.win.Canvas().Focus(f)
	}
	p.jump(o)
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
	p.s.recall(label, input)
	p.rows[id] = r
	p.chosen(id, input)
	return r.Container
}

// chosen remembers a drop-down.
func (p *intakePage) chosen(id string, input fyne.CanvasObject) {
	if c, ok := input.(*pick); ok {
		p.choices[id] = c
	}
}

// stay gives the keyboard to the drop-down of a row again, after what it chose drew the page anew.
func (p *intakePage) stay(id string) {
	if c := p.choices[id]; c != nil {
		p.s.win.Canvas().Focus(c)
	}
}

// keepKeys gives the keyboard to the same field again after the page was drawn anew.
func (p *intakePage) keepKeys(draw func()) {
	c := p.s.win.Canvas()
	was, _ := c.Focused().(fyne.CanvasObject)
	held := ""
	for id, r := range p.rows {
		if was != nil && within(r.Container, was) {
			held = id
		}
	}
	draw()
	if r := p.rows[held]; r != nil {
		if f := firstField(r.Container); f != nil {
			c.Focus(f)
		}
	}
}

// firstField is the first text field or drop-down in an object, nil if there is none.
func firstField(o fyne.CanvasObject) fyne.Focusable {
	switch o := o.(type) {
	case *entry:
		return o
	case *suggest:
		return o
	case *pick:
		return o
	}
	for _, x := range inside(o) {
		if f := firstField(x); f != nil {
			return f
		}
	}
	return nil
}

func (p *intakePage) date(value *string) fyne.CanvasObject { return p.dated(value, "") }

// dated is a date with a hint that the weekday takes the place of.
func (p *intakePage) dated(value *string, hint string) fyne.CanvasObject {
	f := newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), *value, func(s string) {
		*value = s
		p.typed()
	})
	f.idle = hint
	f.say(*value)
	return stacked(f)
}

// stacked puts the weekday of a date below it: beside it there is no room in a column.
func stacked(f *dateField) fyne.CanvasObject {
	o := f.Container.Objects
	return newFlow(0.25, newLine(1, []float32{1, 0, 0}, o[0], o[1], o[2]), o[3])
}

func (p *intakePage) yes(label string, value *bool) fyne.CanvasObject {
	c := newTick(label, func(on bool) {
		*value = on
		p.typed()
	})
	c.Checked = *value
	return c
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

// receiptCard is how and when the case came in. In a case that is registered this belongs to the receipt and is corrected there.
func (p *intakePage) receiptCard() fyne.CanvasObject {
	in := p.in
	p.number = p.text(&in.Number, "填好案号字头后自动编号", 1)
	number := p.row("number", "案号", true, p.number, "")
	handler := p.row("handler", "承办人", false, p.choose(&in.Handler, p.known.handlers), "")
	if in.Revising() != nil {
		return section("案号和承办人", nil, newTiles(dateTile, 3, number, handler),
			newProse("收件日期和提交方式是收件记录的内容，录错的请在案件的办理过程中用“更正录入”。").small().in(colorMuted))
	}
	kind := widget.NewRadioGroup([]string{cases.Reconsideration.Label(), cases.Litigation.Label()}, nil)
	kind.Horizontal, kind.Required, kind.Selected = true, true, in.Kind.Label()
	kind.OnChanged = p.turn
	received := newDateField(p.s.deps.Office.Law().Calendar, p.s.today(), in.Received, func(s string) {
		in.Received = s
		p.typed()
		p.s.run.After("number", pause, p.propose)
	})
	day := p.row("received", in.ReceivedLabel(), true, stacked(received), "")
	tiles := newTiles(dateTile, 3, p.row("kind", "案件种类", true, kind, ""))
	if in.Kind == cases.Litigation {
		tiles.Objects = append(tiles.Objects, p.row("opening", "案件起点", true, codes(model.Openings(), model.OpeningLabel, "请选择",
			cmp.Or(in.Opening, procedure.SuitReceived), p.open), ""), day)
		if in.Executes() {
			tiles.Objects = append(tiles.Objects, p.row("lapsed", "起诉期限届满日", false, p.dated(&in.Lapsed, "申请执行的三个月自此起算"), ""))
		}
		tiles.Objects = append(tiles.Objects, number, handler)
		return section("收案", nil, tiles)
	}
	channel := codes(procedure.MeansOf(procedure.Receipt), procedure.MeansLabel, "请选择", in.Channel, func(m procedure.Means) {
		in.Channel = m
		p.redraw()
		p.stay("channel")
		p.typed()
	})
	tiles.Objects = append(tiles.Objects, p.row("channel", "提交方式", true, channel, ""), day)
	tiles.Objects = append(tiles.Objects, p.channelFields()...)
	tiles.Objects = append(tiles.Objects, number, handler)
	return section("收件", nil, tiles)
}

// channelFields are what only some channels have.
func (p *intakePage) channelFields() []fyne.CanvasObject {
	in := p.in
	switch in.Channel {
	case procedure.ByPost:
		return []fyne.CanvasObject{p.row("posted", "邮戳日期", false, p.dated(&in.Posted, "以邮戳日为申请日"), "")}
	case procedure.Online:
		return []fyne.CanvasObject{p.row("posted", "提交日期", false, p.dated(&in.Posted, "到达系统之日为申请日"), ""),
			p.row("clock", "提交时间", false, p.text(&in.Clock, "如 20:15", 1), "")}
	case procedure.Orally:
		return []fyne.CanvasObject{p.row("paper", "口头申请笔录", false, p.text(&in.Paper, "笔录的编号，没有的不填", 1), "当场记录，由申请人签字、盖章或者按指印")}
	case procedure.ViaPenalizer:
		return []fyne.CanvasObject{p.row("posted", "处罚机关收到日期", false, p.dated(&in.Posted, "这一天为申请日"), ""),
			p.row("forwarded", "转送日期", false, p.dated(&in.Forwarded, "应在收到之日起五个工作日内转送"), ""),
			p.row("penalty_organ", "处罚机关", false, p.text(&in.PenaltyOrgan, "", 1), "")}
	}
	return nil
}

// turn changes the kind of case; what both kinds have stays.
func (p *intakePage) turn(label string) {
	k := cases.Reconsideration
	if label == cases.Litigation.Label() {
		k = cases.Litigation
	}
	p.s.kind = k
	p.turnTo(k)
	p.propose()
	p.typed()
}

// turnTo shows the form of a kind of case.
func (p *intakePage) turnTo(k cases.Kind) {
	in := p.in
	in.Kind, in.Channel = k, procedure.InPerson
	if k == cases.Litigation {
		in.Channel = ""
	}
	in.Number = ""
	p.redraw()
}

// open chooses what a court case begins with.
func (p *intakePage) open(k procedure.Kind) {
	p.in.Open(k)
	p.redraw()
	p.stay("opening")
	p.typed()
}

// redraw lays the form out anew where fields come or go, and stays where it was scrolled to.
func (p *intakePage) redraw() {
	at := p.form.scroll.Offset
	p.draw()
	p.form.scroll.ScrollToOffset(at)
}

// matterCard is what the case is about.
func (p *intakePage) matterCard() fyne.CanvasObject {
	in := p.in
	title, subject := "申请事项", "复议事项"
	if in.Kind == cases.Litigation {
		title, subject = "案件", "案由"
	}
	tiles := newTiles(plainTile, 3, p.row("category", "管理类别", false, p.choose(&in.Category, model.Categories()), ""),
		p.row("matter", in.MatterLabel(), false, p.choose(&in.Matter, model.Matters()), ""))
	first := p.row("subject", subject, true, p.text(&in.Subject, in.SubjectHint(), 1), "")
	if in.Kind == cases.Litigation {
		return section(title, p.fillButton(), first, tiles, p.suitTiles())
	}
	s := &in.Said
	tiles.Objects = append(tiles.Objects, p.row("act_name", "被申请复议的文书名称", false, p.text(&s.ActName, "如 行政处罚决定书", 1), ""),
		p.row("act_number", "文书文号", false, p.text(&s.ActNumber, "", 1), ""), p.prerequisite())
	if s.Prerequisite == model.OtherPrerequisite() {
		tiles.Objects = append(tiles.Objects, p.row("basis", "规定复议前置的法律、行政法规", false, p.text(&s.Basis, "", 1), ""))
	}
	return section(title, nil, first, tiles)
}

// prerequisite chooses the kind of 复议前置.
func (p *intakePage) prerequisite() fyne.CanvasObject {
	s := &p.in.Said
	list := append([]string{""}, model.Prerequisites()...)
	return p.row("prerequisite", "复议前置", false, codes(list, func(code string) string {
		if code == "" {
			return "不属于"
		}
		return model.PrerequisiteLabel(code)
	}, "不属于", s.Prerequisite, func(code string) {
		s.Prerequisite = code
		p.redraw()
		p.stay("prerequisite")
		p.typed()
	}), "")
}

// periodCard is what decides whether the application came in time.
func (p *intakePage) periodCard() fyne.CanvasObject {
	s := &p.in.Said
	tiles := newTiles(dateTile, 3, p.row("act_date", "行政行为作出日期", false, p.date(&s.ActDate), ""),
		p.row("known", "知道或者应当知道之日", false, p.dated(&s.Known, "如签收之日；申请期限从这一天起算"), ""))
	checks := newWrap(4, p.yes("没有告知复议权利、机关或者期限", &s.NotTold), p.yes("涉及不动产", &s.Estate))
	tiles.Objects = append(tiles.Objects, p.row("delay", "逾期的正当理由", false, p.text(&s.Delay, "没有逾期的不填", 1), ""))
	if p.in.Revising() != nil {
		return section("申请期限", nil, tiles, checks)
	}
	tiles.Objects = append(tiles.Objects, p.row("lost", "耽误起日", false, p.dated(&s.LostFrom, "不可抗力等耽误的时间不计入"), ""),
		p.row("lost_to", "耽误止日", false, p.date(&s.LostTo), ""),
		p.row("prior", "此前对同一行为", false, codes(append([]procedure.Prior{""}, procedure.Priors()...), func(x procedure.Prior) string {
			if x == "" {
				return "没有申请过"
			}
			return procedure.PriorLabel(x)
		}, "没有申请过", s.Prior, func(x procedure.Prior) { s.Prior = x; p.typed() }), ""))
	return section("申请期限", nil, tiles, checks)
}

// claimsCard is what is asked for and why.
func (p *intakePage) claimsCard() fyne.CanvasObject {
	s := &p.in.Said
	money := newTiles(plainTile, 3, p.row("compensation", "行政赔偿请求（元）", false, p.text(&s.Compensation, "没有的不填", 1), ""),
		p.row("amount", "涉案金额（元）", false, p.text(&s.Amount, "如 12000 或者 1.2万", 1), ""),
		p.row("review", "附带审查的规范性文件", false, p.text(&s.Review, "没有申请的不填", 1), ""))
	wishes := newWrap(4, p.yes("申请停止执行", &s.Stay), p.yes("申请听证", &s.Hearing), p.yes("愿意调解", &s.Mediation))
	return section("请求和理由", nil, p.row("requests", "行政复议请求", false, p.text(&s.Requests, "一行一项", 3), ""),
		p.row("reasons", "事实和理由", false, p.text(&s.Reasons, "", 4), ""), money, wishes)
}
