package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/identity"
	"fuyi/cases/procedure"
)

// text is what the row says of a field.
func (m *rowMaker) text(f field) string { return m.slots[f].text }

// say accounts for the cells of a field.
func (m *rowMaker) say(f field, understood string) {
	for _, i := range m.slots[f].cells {
		m.cells[i].understood = understood
	}
}

// also adds an assumption to the account of a field.
func (m *rowMaker) also(f field, assumption string) {
	for _, i := range m.slots[f].cells {
		if m.cells[i].understood == "" {
			m.cells[i].understood = assumption
		} else {
			m.cells[i].understood += "；" + assumption
		}
	}
}

// problem reports a cell that was not understood and is kept as a note.
func (m *rowMaker) problem(f field, why string) {
	for _, i := range m.slots[f].cells {
		m.cells[i].understood = ""
		m.cells[i].problem = why + "，原文留作备注"
	}
}

// refuse refuses the row because of a field, with the address of its cell, or of where it should stand.
func (m *rowMaker) refuse(f field, why string) {
	where := ""
	for _, i := range m.slots[f].cells {
		m.cells[i].understood, m.cells[i].problem = "", why
		where = m.address(m.cells[i].col, m.cells[i].row)
	}
	if where == "" {
		where = fmt.Sprintf("“%s”第%d行", m.layout.sheet, m.first)
		for _, c := range m.layout.columns {
			if c.field() == f {
				where = m.address(c, m.first)
				break
			}
		}
	}
	m.reasons = append(m.reasons, where+"："+why+"。")
}

// build makes the case of the collected cells. Reasons collects what forbids the import.
func (m *rowMaker) build() {
	m.c, m.enforced = &cases.Case{Kind: m.layout.kind, Acts: make([]procedure.Act, 0, 8)}, 0
	m.say(fSeq, "序号，不导入")
	m.say(fState, "由程序推算，不导入")
	m.say(fDue, "由程序推算，不导入")
	received := m.received()
	m.parties()
	m.plainTexts()
	if m.c.Kind == cases.Litigation {
		m.buildSuit(received)
	} else {
		m.buildReconsideration(received)
	}
	m.records()
	m.applied()
	m.sides()
	m.number(received)
	m.remarks()
	m.finish(received)
}

// plainTexts takes over what is text in the table and in the case.
func (m *rowMaker) plainTexts() {
	for _, t := range []struct {
		f  field
		to *string
	}{{fSubject, &m.c.Subject}, {fCategory, &m.c.Class.Category}, {fMatter, &m.c.Class.Matter}} {
		if s := m.text(t.f); s != "" {
			*t.to = s
			m.say(t.f, s)
		}
	}
	handlers := append(list(m.text(fHandler), isListSep), list(m.text(fHandler2), isListSep)...)
	m.c.Handler = strings.Join(handlers, "、")
	m.say(fHandler, m.text(fHandler))
	m.say(fHandler2, m.text(fHandler2))
}

// parties reads the name columns. A cell such as 张某等5人 stays one party; the number is kept as a note.
func (m *rowMaker) parties() {
	for _, p := range []struct {
		f    field
		role cases.Role
		must bool
	}{{fApplicants, cases.Applicant, true}, {fRespondents, cases.Respondent, true}, {fThird, cases.ThirdParty, false}, {fAgents, cases.Agent, false}} {
		text := m.text(p.f)
		if !p.must && isNo(text) {
			m.say(p.f, "无")
			continue
		}
		names, count := splitNames(text)
		if len(names) == 0 {
			if p.must {
				m.refuse(p.f, m.roleLabel(p.role)+"为空，每个案件都必须写明"+m.roleLabel(p.role))
			}
			continue
		}
		for _, n := range names {
			m.c.Parties = append(m.c.Parties, cases.Party{Role: p.role, Name: n, Organisation: identity.Organisation(n)})
		}
		m.say(p.f, strings.Join(names, "、"))
		if count > 0 {
			m.also(p.f, fmt.Sprintf("共%d人，人数另记备注", count))
			m.c.Notes = append(m.c.Notes, cases.Note{Label: m.roleLabel(p.role) + "人数", Text: strconv.Itoa(count)})
		}
	}
	if text := m.text(fDetails); text != "" {
		unplaced := readDetails(m.c, text)
		m.say(fDetails, "当事人信息")
		if len(unplaced) > 0 {
			m.problem(fDetails, "“"+strings.Join(unplaced, "；")+"”对不上任何当事人")
		}
	}
}

// roleLabel is the name of a role in the row's case, which 收案日期 may have called 非诉执行.
func (m *rowMaker) roleLabel(r cases.Role) string {
	c := cases.Case{Kind: m.c.Kind}
	if !m.enforced.IsZero() {
		c.Suit = &cases.Suit{SuitDetail: cases.SuitDetail{Type: cases.EnforcementSuit}}
	}
	return c.RoleLabel(r)
}

// received reads the day of receipt, the one date no case can do without.
func (m *rowMaker) received() calendar.Date {
	f := fReceived
	if m.text(f) == "" && len(m.slots[f].cells) == 0 {
		switch {
		case !m.layout.has[fReceived] && m.layout.has[fReceivedAlt]:
			f = fReceivedAlt
		case !m.layout.has[fReceived] && m.c.Kind == cases.Litigation && m.layout.has[fFiled]:
			f = fFiled
		}
	}
	kind := procedure.Receipt
	if m.c.Kind == cases.Litigation {
		kind = procedure.SuitReceived
	}
	text := m.text(f)
	if text == "" {
		m.refuse(f, "收案日期为空，请填写收到申请（应诉通知）的日期")
		return 0
	}
	e, ok := parseEntry(text, m.im.src.date1904)
	switch {
	case !ok:
		m.refuse(f, "收案日期“"+text+"”无法识别，请写成 2020-03-05、2020.3.5、20200305 或 2020年3月5日")
		return 0
	case e.on > m.im.f.today:
		m.refuse(f, "收案日期"+e.on.String()+"晚于今天，请核对")
		return 0
	}
	if m.c.Kind == cases.Litigation && slices.Equal(e.words, []string{enforcementWord}) {
		m.say(f, e.on.String()+"（"+enforcementWord+"）")
		m.enforced = e.on
		return e.on
	}
	m.act(actOf(kind, &e), 0)
	m.say(f, m.entryText(&e, text))
	if f == fFiled {
		m.also(f, "没有收案日期栏，按立案日期收案")
	}
	return e.on
}

// entryText is the account of a date: the date, and the cell's own words where it has any.
func (m *rowMaker) entryText(e *entry, text string) string {
	s := e.on.String()
	if e.note != "" {
		return s + "（原文：" + text + "）"
	}
	if len(e.words)+len(e.props) > 0 {
		return e.String()
	}
	return s
}

// act adds an act; rank orders acts of one day.
func (m *rowMaker) act(a procedure.Act, rank int) {
	a.Imported = true
	if rank == 0 {
		rank = actRank(a.Kind)
	}
	m.c.Acts = append(m.c.Acts, a)
	m.ranks = append(m.ranks, rank)
}

// entries reads the dates of a cell; ok is false if any of them is none.
func (m *rowMaker) entries(text string) (out []entry, ok bool) {
	if on, ok := readPlainDate(text, m.im.src.date1904); ok {
		return []entry{{on: on}}, true
	}
	for _, sep := range []func(rune) bool{isListSep, isDateSep} {
		parts := list(text, sep)
		if len(parts) < 2 {
			continue
		}
		if out, ok = m.eachEntry(parts); ok {
			return out, true
		}
	}
	return m.eachEntry([]string{text})
}

func (m *rowMaker) eachEntry(parts []string) ([]entry, bool) {
	out := make([]entry, 0, len(parts))
	for _, part := range parts {
		e, ok := parseEntry(part, m.im.src.date1904)
		if !ok {
			return nil, false
		}
		out = append(out, e)
	}
	return out, true
}

// acts reads a column of dates into acts of a kind.
func (m *rowMaker) acts(f field, k procedure.Kind) {
	text := m.text(f)
	switch {
	case text == "":
		return
	case isNo(text), strings.HasPrefix(text, "未"), strings.HasPrefix(text, "不"):
		m.say(f, "无")
		return
	}
	entries, ok := m.entries(text)
	if !ok {
		m.problem(f, "“"+clip(text)+"”不是可识别的日期")
		return
	}
	for i := range entries {
		if entries[i].on > m.im.f.today {
			m.problem(f, "日期"+entries[i].on.String()+"晚于今天，尚未发生的行为不能记录")
			return
		}
	}
	said := make([]string, len(entries))
	for i := range entries {
		m.act(actOf(k, &entries[i]), 0)
		said[i] = m.entryText(&entries[i], text)
	}
	m.say(f, strings.Join(said, "；"))
}

// clip shortens a text for a sentence; the account holds it in full.
func clip(s string) string {
	r := []rune(s)
	if len(r) > 40 {
		return string(r[:40]) + "……"
	}
	return s
}

// records reads the column of acts that have none of their own.
func (m *rowMaker) records() {
	text := m.text(fRecords)
	if text == "" {
		return
	}
	var said, bad []string
	for _, part := range list(text, isListSep) {
		e, ok := parseEntry(part, m.im.src.date1904)
		if !ok || len(e.words) == 0 {
			bad = append(bad, part)
			continue
		}
		k, ok := kindOfAct(e.words[0], m.c.Kind == cases.Litigation)
		if !ok {
			bad = append(bad, part)
			continue
		}
		said = append(said, e.String())
		e.words = e.words[1:]
		m.record(actOf(k, &e))
	}
	m.say(fRecords, strings.Join(said, "；"))
	if len(bad) > 0 {
		m.problem(fRecords, "“"+clip(strings.Join(bad, "；"))+"”不是可识别的程序记录")
	}
}

// applied gives a case of 非诉执行 the act it began with, where the ledger tells nothing but its day. A ledger of suits that has such a
// case among them shows it by the outcome.
func (m *rowMaker) applied() {
	opening := openingOf(m.c.Acts)
	switch {
	case !m.enforced.IsZero() && opening < 0:
		m.act(procedure.Act{Kind: procedure.EnforcementApplied, On: m.enforced}, firstRank)
	case opening >= 0 && m.c.Acts[opening].Kind == procedure.SuitReceived && m.c.Suit != nil && m.c.Suit.Type == cases.EnforcementSuit && !m.layout.own:
		m.c.Acts[opening].Kind, m.ranks[opening] = procedure.EnforcementApplied, firstRank
		m.also(fReceived, "属于非诉执行，按申请强制执行的日期登记，不计入应诉案件")
	case opening >= 0 && m.c.Acts[opening].Kind == procedure.SuitReceived && slices.ContainsFunc(m.c.Acts, rulesExecution):
		m.c.Acts[opening].Kind, m.ranks[opening] = procedure.EnforcementApplied, firstRank
		m.also(fResult, "属于非诉执行，不计入应诉案件")
	}
}

// rulesExecution reports a ruling on an application for enforcement.
func rulesExecution(a procedure.Act) bool {
	return a.Kind == procedure.Judgment && a.Detail != nil && slices.ContainsFunc(a.Detail.Results, func(r procedure.Result) bool {
		return slices.Contains(procedure.OutcomesOf(procedure.FirstCourse, true), r.Outcome)
	})
}

// record adds an act of the column 其他程序记录. If the act's own column shows its bare date, they are one act.
func (m *rowMaker) record(a procedure.Act) {
	for i := range m.c.Acts {
		b := &m.c.Acts[i]
		if b.Kind == a.Kind && b.On == a.On && m.ranks[i] != recordRank(a.Kind) && says(&a) && !says(b) {
			*b = a
			return
		}
	}
	m.act(a, recordRank(a.Kind))
}

func kindOfAct(label string, suit bool) (procedure.Kind, bool) {
	for _, s := range procedure.Specs(suit) {
		if s.Label == label {
			return s.Kind, true
		}
	}
	return "", false
}
