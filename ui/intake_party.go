package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/reception"
	"fuyi/ui/model"
)

// partyList is the section of one role: the party being filled in as a card, the others as one line each, so that fourteen
// applicants stay a short list.
type partyList struct {
	p     *intakePage
	role  cases.Role
	rows  *fyne.Container
	count *words
	// open is the party shown as a card; more is true while its rarer fields are shown.
	open *model.PartyForm
	more bool
	// of the open card: its fields by id, and what stands below the name of a respondent.
	fields map[string]*formRow
	inputs map[string]*entry
	about  *fyne.Container
	told   string
	lines  map[*model.PartyForm]*words
}

func (p *intakePage) partySection(r cases.Role) fyne.CanvasObject {
	l := &partyList{p: p, role: r, rows: newFlow(0.75), count: muted("").cutting()}
	p.lists[r] = l
	if all := p.in.Of(r); len(all) > 0 {
		l.open = all[0]
	}
	l.draw()
	add := quiet("添加", iconAdd, func() { l.add() })
	line := newLine(2, []float32{0, 1, 0}, subheading(p.in.RoleLabel(r)), l.count, add)
	if r == cases.Applicant || r == cases.ThirdParty {
		line = newLine(2, []float32{0, 1, 0, 0}, subheading(p.in.RoleLabel(r)), l.count, quiet("粘贴多人…", nil, func() { p.pasteInto(l) }), add)
	}
	return newFlow(1.5, line, l.rows)
}

// draw shows the parties as they stand.
func (l *partyList) draw() {
	all := l.p.in.Of(l.role)
	l.fields, l.inputs, l.lines, l.about, l.told = map[string]*formRow{}, map[string]*entry{}, map[*model.PartyForm]*words{}, nil, ""
	l.rows.RemoveAll()
	l.count.set("")
	if len(all) > 1 {
		l.count.set(fmt.Sprintf("共%d人", len(all)))
		if l.role == cases.Respondent {
			l.count.set(fmt.Sprintf("共%d个", len(all)))
		}
	}
	if l.p.paste != nil && l.p.paste.list == l {
		l.rows.Add(l.p.paste.view())
	}
	for i, x := range all {
		if x == l.open {
			l.rows.Add(l.card(i, x))
		} else {
			l.rows.Add(l.line(i, x))
		}
	}
	if len(l.rows.Objects) == 0 {
		l.rows.Hide()
	} else {
		l.rows.Show()
	}
	l.p.form.relayout()
}

// line is a party that is not being filled in; a press opens it.
func (l *partyList) line(i int, x *model.PartyForm) fyne.CanvasObject {
	name := strong(x.Name).cutting()
	if strings.TrimSpace(x.Name) == "" {
		name.text, name.color = "未填姓名", colorMuted
	}
	note := caption("").in(theme.ColorNameWarning).cutting()
	l.lines[x] = note
	if w := l.warned(i, l.p.check.Warnings); w {
		note.text = "号码需核对"
	}
	main := row(newLine(1.5, l.lineWidths(), caption(fmt.Sprint(i+1)), name, muted(x.Line()).cutting(), note), func() { l.show(x, "name") })
	up, down := sign(iconUp, "上移", func() { l.move(x, -1) }), sign(iconDown, "下移", func() { l.move(x, 1) })
	return newLine(0, []float32{1, 0, 0, 0}, main, up, down, sign(iconClose, "删除", func() { l.remove(x) }))
}

// lineWidths give the names of organs more room than those of people.
func (l *partyList) lineWidths() []float32 {
	if l.role == cases.Respondent {
		return []float32{-1.8, 2, 1, -5}
	}
	return []float32{-1.8, 1, 1.2, -5}
}

// card is the party being filled in.
func (l *partyList) card(i int, x *model.PartyForm) fyne.CanvasObject {
	tiles, wide := newTiles(plainTile, 3), newFlow(2)
	for _, f := range l.p.in.PartyFields(x) {
		if f.More && !l.more {
			continue
		}
		o := l.input(i, x, f)
		if f.ID == "address" || f.ID == "domicile" {
			wide.Add(o)
		} else {
			tiles.Add(o)
		}
	}
	rows := newFlow(2, tiles)
	if len(wide.Objects) > 0 {
		rows.Add(wide)
	}
	if l.role == cases.Respondent {
		l.about = newFlow(0)
		rows.Add(l.about)
	}
	if rule := x.Rule(); rule != "" {
		rows.Add(newProse(rule).small().in(colorMuted))
	}
	rows.Add(l.foot(x))
	if len(l.p.in.Of(l.role)) == 1 {
		return rows
	}
	return newPanel(theme.ColorNameBackground, theme.ColorNameSeparator, 3, 2, newFlow(1, caption(fmt.Sprintf("第%d个", i+1)), rows))
}

// foot folds the rarer fields and moves or removes the party; it stands behind the fields, so that Tab comes to it last.
func (l *partyList) foot(x *model.PartyForm) fyne.CanvasObject {
	word, icon := "更多信息", iconWhy
	if l.more {
		word, icon = "收起", iconFold
	}
	unfold := quiet(word, icon, func() {
		l.more = !l.more
		l.draw()
	})
	if len(l.p.in.Of(l.role)) == 1 {
		remove := quiet("删除", nil, func() { l.remove(x) })
		if l.role == cases.Applicant || l.role == cases.Respondent {
			remove.Hide()
		}
		return newLine(0, []float32{0, 1, 0}, unfold, caption(""), remove)
	}
	return newLine(0, []float32{0, 1, 0, 0, 0}, unfold, caption(""), sign(iconUp, "上移", func() { l.move(x, -1) }),
		sign(iconDown, "下移", func() { l.move(x, 1) }), quiet("删除", nil, func() { l.remove(x) }))
}

// input is one field of the card.
func (l *partyList) input(i int, x *model.PartyForm, f model.PartyField) fyne.CanvasObject {
	id := model.PartyID(l.role, i, f.ID)
	must := f.ID == "name" && (l.role == cases.Applicant || l.role == cases.Respondent)
	input := l.widget(x, f)
	r := field(f.Label, must, input, "")
	l.p.chosen(id, input)
	l.fields[f.ID], l.p.rows[id] = r, r
	if w := l.p.check.Warnings[id]; w != "" {
		r.warn(w)
	}
	return r.Container
}

func (l *partyList) widget(x *model.PartyForm, f model.PartyField) fyne.CanvasObject {
	switch f.ID {
	case "kind":
		return codes(model.PartyKinds(l.role), model.PartyKindLabel, "请选择", x.Kind, func(k cases.PartyKind) {
			x.Choose(k)
			l.draw()
			l.p.stay(model.PartyID(l.role, slices.Index(l.p.in.Of(l.role), x), "kind"))
			l.p.typed()
		})
	case "id_kind":
		return codes(model.IDKinds(x.Organisation), model.IDKindLabel, "按种类确定", x.IDKind, func(k cases.IDKind) { x.IDKind = k; l.p.typed() })
	case "sex":
		return codes([]string{"男", "女"}, func(s string) string { return s }, "请选择", x.Sex, func(s string) { x.Sex = s; l.p.typed() })
	case "capacity":
		list := append([]cases.Capacity{""}, cases.Capacities()...)
		return codes(list, func(c cases.Capacity) string {
			if c == "" {
				return "不填"
			}
			return c.Label()
		}, "不填", x.Capacity, func(c cases.Capacity) { x.Capacity = c; l.p.typed() })
	case "agency":
		return codes(model.Agencies(), func(s string) string { return s }, "请选择", x.Agency, func(s string) { x.Agency = s; l.p.typed() })
	case "special":
		return l.p.yes("特别授权", &x.Special)
	case "electronic":
		return l.p.yes("同意电子送达", &x.Electronic)
	case "for":
		e := newSuggest(l.p.in.Names(cases.Applicant), f.Hint)
		e.SetText(x.For)
		e.OnChanged = func(s string) { x.For = s; l.p.typed() }
		return e
	}
	if f.ID == "name" && l.role == cases.RepresentativeRole {
		return l.chooser(x, f.Hint)
	}
	e := l.p.text(x.Text(f.ID), f.Hint, 1)
	l.inputs[f.ID] = e
	if f.ID == "name" {
		l.named(e, x)
	}
	return e
}

// chooser offers the applicants and third parties as representatives; who is chosen brings the phone along.
func (l *partyList) chooser(x *model.PartyForm, hint string) fyne.CanvasObject {
	in := l.p.in
	e := newSuggest(append(in.Names(cases.Applicant), in.Names(cases.ThirdParty)...), hint)
	e.SetText(x.Name)
	e.OnChanged = func(s string) {
		x.Name = s
		if in.Represent(x) && l.inputs["phone"] != nil {
			l.inputs["phone"].SetText(x.Phone)
		}
		l.p.typed()
	}
	return e
}

// named gives the field of a name its paste of many names, a respondent's the organs that match.
func (l *partyList) named(e *entry, x *model.PartyForm) {
	switch l.role {
	case cases.Respondent:
		newCompletion(l.p, e, func(text string) []cases.OrganRecord { return l.p.known.organs.Find(text, 6) }, func(o cases.OrganRecord) {
			l.p.in.Take(x, o)
			l.p.redraw()
			l.p.typed()
		})
	case cases.Applicant, cases.ThirdParty:
		e.onShortcut = func(s fyne.Shortcut) bool {
			paste, ok := s.(*fyne.ShortcutPaste)
			if !ok || !strings.ContainsAny(strings.TrimSpace(paste.Clipboard.Content()), "\n\t") {
				return false
			}
			return l.take(paste.Clipboard.Content())
		}
	}
}

// take adds the names of a pasted block; false if there are none.
func (l *partyList) take(text string) bool {
	list := model.Pasted(text, l.role)
	if len(list) == 0 {
		return false
	}
	l.p.in.AddPasted(l.role, list)
	l.show(list[0], "name")
	l.p.typed()
	return true
}

func (l *partyList) show(x *model.PartyForm, id string) {
	l.open = x
	l.draw()
	if e := l.inputs[id]; e != nil {
		l.p.s.win.Canvas().Focus(e)
	}
}

func (l *partyList) add() {
	x := l.p.in.Add(l.role)
	l.more = false
	l.show(x, "name")
}

func (l *partyList) move(x *model.PartyForm, by int) {
	l.p.in.Move(x, by)
	l.draw()
	l.p.typed()
}

// remove takes a party away; what was typed can be put back by the strip's button.
func (l *partyList) remove(x *model.PartyForm) {
	in := l.p.in
	in.Remove(x)
	if all := in.Of(l.role); l.open == x && len(all) > 0 {
		l.open = all[0]
	}
	l.draw()
	l.p.typed()
	if strings.TrimSpace(x.Name) == "" {
		return
	}
	l.p.s.tell(model.Calm, "已从登记中删除“"+x.Name+"”。", quiet("放回", iconUndo, func() {
		in.Parties = append(in.Parties, x)
		l.p.s.hush()
		l.draw()
		l.p.typed()
	}))
}

// warned reports whether a number of the party has a warning.
func (l *partyList) warned(i int, warnings map[string]string) bool {
	return warnings[model.PartyID(l.role, i, "id")]+warnings[model.PartyID(l.role, i, "phone")] != ""
}

// describe says in the lines whether a number is doubtful, and below a respondent what the directory has of it. It reports
// whether the height changed.
func (l *partyList) describe(k model.IntakeCheck) bool {
	for i, x := range l.p.in.Of(l.role) {
		if note := l.lines[x]; note != nil {
			note.set(map[bool]string{true: "号码需核对"}[l.warned(i, k.Warnings)])
		}
	}
	if l.role != cases.Respondent || l.open == nil || l.about == nil || l.told == l.open.Name {
		return false
	}
	l.told = l.open.Name
	l.about.RemoveAll()
	name := strings.TrimSpace(l.open.Name)
	text, known := l.p.known.organs.Describe(name)
	switch {
	case known:
		l.about.Add(newProse(text).small().in(colorMuted))
	case l.p.known.organs.Unlisted(name) != "":
		l.about.Add(newLine(2, []float32{1, 0}, caption(l.p.known.organs.Unlisted(name)).cutting(),
			quiet("加入名录", iconAdd, func() { l.p.addOrgan(reception.GuessOrgan(name)) })))
	}
	return true
}

// complain opens the first party with something wrong and says it there.
func (l *partyList) complain(bad map[string]string) {
	for i, x := range l.p.in.Of(l.role) {
		for _, f := range l.p.in.PartyFields(x) {
			if bad[model.PartyID(l.role, i, f.ID)] != "" {
				if l.open != x || f.More {
					l.open, l.more = x, l.more || f.More
					l.draw()
				}
				return
			}
		}
	}
}

// refill shows in an open card what was filled in for the clerk.
func (p *intakePage) refill(x *model.PartyForm) {
	l := p.lists[x.Role]
	if l == nil || l.open != x {
		return
	}
	for id, e := range l.inputs {
		if v := x.Text(id); v != nil && e.Text != *v {
			e.SetText(*v)
		}
	}
	if l.fields["kind"] != nil && l.kindShown() != model.PartyKindLabel(x.Kind) || l.fields["sex"] != nil {
		focused := p.s.win.Canvas().Focused()
		var at string
		for id, e := range l.inputs {
			if fyne.Focusable(e) == focused {
				at = id
			}
		}
		column := 0
		if at != "" {
			column = l.inputs[at].CursorColumn
		}
		l.draw()
		if e := l.inputs[at]; e != nil {
			p.s.win.Canvas().Focus(e)
			e.CursorColumn = column
			e.Refresh()
		}
	}
}

// kindShown is the kind that the open card shows.
func (l *partyList) kindShown() (label string) {
	for _, o := range l.fields["kind"].Objects {
		if b, ok := o.(*panel); ok {
			if c, ok := b.content.(*pick); ok {
				label = c.Selected
			}
		}
	}
	return label
}
