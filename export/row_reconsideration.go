package export

import (
	"slices"
	"strconv"
	"strings"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func (m *rowMaker) buildReconsideration(received calendar.Date) {
	m.receivedAlt(received)
	m.acceptance()
	m.suspension()
	m.acts(fResumed, procedure.Resumption)
	m.acts(fExtended, procedure.Extension)
	m.acts(fConsulted, procedure.Consultation)
	m.acts(fHeard, procedure.HearingHeld)
	concluded := m.reconsiderationEnd(received)
	m.letters(fOpinion, concluded, procedure.OpinionLetter)
	m.letters(fRecommendation, concluded, procedure.Recommendation)
	m.letters(fLetters, concluded, "")
	m.acts(fServed, procedure.Served)
	m.acts(fArchived, procedure.Archiving)
}

// receivedAlt keeps the day of application beside the day of receipt.
func (m *rowMaker) receivedAlt(received calendar.Date) {
	text := m.text(fReceivedAlt)
	if text == "" || len(m.slots[fReceived].cells) == 0 {
		return
	}
	if e, ok := parseEntry(text, m.im.src.date1904); ok && e.on == received {
		m.say(fReceivedAlt, e.on.String())
	}
}

// acceptance reads 受理日期; cases accepted by lapse of time have no act.
func (m *rowMaker) acceptance() {
	text := m.text(fAccepted)
	switch {
	case strings.HasPrefix(text, deemedAccepted):
		m.say(fAccepted, "视为受理，日期由程序推算")
	case text == notRecorded:
		m.say(fAccepted, "没有受理记录")
	case strings.HasPrefix(text, "不予受理"), strings.HasPrefix(text, "未受理"), strings.HasPrefix(text, "不受理"):
		m.say(fAccepted, "未受理")
	default:
		m.acts(fAccepted, procedure.Acceptance)
	}
}

// suspension reads 中止日期, which some ledgers keep as 2020-03-20至2020-05-06.
func (m *rowMaker) suspension() {
	text := m.text(fSuspended)
	for _, word := range []string{"至", "到", "~", "～"} {
		from, to, ok := strings.Cut(text, word)
		if !ok {
			continue
		}
		a, okA := readPlainDate(strings.TrimSpace(from), m.im.src.date1904)
		b, okB := readPlainDate(strings.TrimSpace(to), m.im.src.date1904)
		if okA && okB && a <= b && b <= m.im.f.today {
			m.act(procedure.Act{Kind: procedure.Suspension, On: a}, 0)
			m.act(procedure.Act{Kind: procedure.Resumption, On: b}, 0)
			m.say(fSuspended, a.String()+" 中止，"+b.String()+" 恢复审理")
			return
		}
	}
	m.acts(fSuspended, procedure.Suspension)
}

// settlement is what the column 调解和解 says.
type settlement int

const (
	settlementUnknown settlement = iota
	settlementNo
	settlementYes
	settlementMediated
	settlementSettled
)

func readSettlement(text string) settlement {
	word := plain(text)
	switch {
	case word == "":
		return settlementUnknown
	case isNo(text), strings.HasPrefix(word, "未"), strings.HasPrefix(word, "否"), strings.HasPrefix(word, "不"), strings.HasPrefix(word, "无"):
		return settlementNo
	case isYes(text), strings.Contains(word, "调解") && strings.Contains(word, "和解"):
		return settlementYes
	case strings.Contains(word, "和解"):
		return settlementSettled
	case strings.Contains(word, "调解"):
		return settlementMediated
	}
	return settlementUnknown
}

// reconsiderationEnd reads how the case ended and returns the day, zero for an open case.
func (m *rowMaker) reconsiderationEnd(received calendar.Date) calendar.Date {
	settled := readSettlement(m.text(fSettled))
	e, ok := m.conclusion("处理结果")
	if !ok {
		m.settledOpen(settled)
		if s := m.text(fPaper); s != "" {
			m.problem(fPaper, "没有结案，文号无处安放")
		}
		return 0
	}
	end, items, ok := m.readResult(e.on, settled)
	if !ok {
		return e.on
	}
	a := actOf(end.kind, &e)
	m.paperNumber(&a)
	if end.ground != "" || len(items) > 0 {
		if a.Detail == nil {
			a.Detail = &procedure.Detail{}
		}
		if len(items) > 0 {
			a.Detail.Items = items
		}
		if end.ground != "" {
			a.Detail.Ground = end.ground
		}
	}
	if end.assumed != "" && end.kind == procedure.Rejection && a.Note == "" {
		a.Note = "原台账记为“" + m.text(fResult) + "”"
	}
	m.act(a, 0)
	m.sayResult(&a, &end)
	m.settledClosed(settled, &a)
	if !end.exact {
		m.assume(&a, received)
	}
	return e.on
}

func (m *rowMaker) sayResult(a *procedure.Act, end *ending) {
	said := resultText(a)
	if end.assumed != "" {
		said += "（" + end.assumed + "）"
	}
	m.say(fResult, said)
}

// readResult reads the words of the result, helped by the column 调解和解.
func (m *rowMaker) readResult(on calendar.Date, settled settlement) (end ending, items []procedure.Item, ok bool) {
	text := m.text(fResult)
	word := plain(text)
	if text == "" {
		switch settled {
		case settlementMediated:
			return ending{kind: procedure.Mediation}, nil, true
		case settlementSettled, settlementYes:
			return ending{kind: procedure.Termination, ground: procedure.SettlementReached}, nil, true
		}
		m.refuse(fResult, "写有结案日期而没有处理结果，请补填处理结果（"+resultWords+"）")
		return end, nil, false
	}
	if text == noItems {
		return ending{kind: procedure.Decision}, nil, true
	}
	if items, ok := readItems(text); ok {
		return ending{kind: procedure.Decision}, items, true
	}
	if end, ok := endingIndex[word]; ok {
		if end.kind == procedure.Termination && end.ground == "" && settled >= settlementYes {
			end.ground, end.assumed = procedure.SettlementReached, "按调解和解栏记为和解"
		}
		return end, nil, true
	}
	switch {
	case strings.Contains(withdrawalWords, " "+word+" "):
		return m.withdrawal(settled), nil, true
	case word == "驳回" || word == "决定驳回" || word == "驳回决定":
		if procedure.RegimeOn(on) == procedure.RegimeA {
			return ending{kind: procedure.Dismissal, assumed: "2024年以前的“驳回”按驳回行政复议申请计"}, nil, true
		}
		m.refuse(fResult, "“驳回”不明确，2024年起请写明“驳回请求”或者“驳回申请”")
		return end, nil, false
	}
	m.refuse(fResult, "处理结果“"+clip(text)+"”无法识别，请改用："+resultWords)
	return end, nil, false
}

// withdrawal tells a withdrawal before acceptance from one after it.
func (m *rowMaker) withdrawal(settled settlement) ending {
	ground := procedure.VoluntaryWithdrawal
	if settled >= settlementYes {
		ground = procedure.SettlementReached
	}
	if m.layout.has[fAccepted] && !m.hasAct(procedure.Acceptance) && !strings.HasPrefix(m.text(fAccepted), deemedAccepted) {
		return ending{kind: procedure.Withdrawal, ground: ground, assumed: "没有受理日期，按受理前撤回计"}
	}
	return ending{kind: procedure.Termination, ground: ground, assumed: "受理后撤回，按终止计"}
}

// readItems reads operative items with whatever a clerk put between them.
func readItems(text string) ([]procedure.Item, bool) {
	if it, ok := itemWord(text); ok {
		return []procedure.Item{it}, true
	}
	if items, ok := parseItems(text); ok {
		return items, true
	}
	var items []procedure.Item
	for _, part := range list(text, func(r rune) bool { return isDateSep(r) || r == '/' || r == '+' || r == '及' || r == '和' }) {
		it, ok := itemWord(part)
		if !ok {
			return nil, false
		}
		items = append(items, it)
	}
	return items, len(items) > 0
}

func (m *rowMaker) settledOpen(s settlement) {
	switch s {
	case settlementNo:
		m.say(fSettled, "否")
	case settlementUnknown:
		if m.text(fSettled) != "" {
			m.problem(fSettled, "“"+clip(m.text(fSettled))+"”无法识别")
		}
	default:
		m.problem(fSettled, "案件没有结案日期，调解和解没有计入")
	}
}

// settledClosed compares the column 调解和解 with the result; the result decides.
func (m *rowMaker) settledClosed(s settlement, a *procedure.Act) {
	mediated := a.Kind == procedure.Mediation || a.Detail != nil && a.Detail.Ground == procedure.SettlementReached
	switch {
	case m.text(fSettled) == "":
	case s == settlementUnknown:
		m.problem(fSettled, "“"+clip(m.text(fSettled))+"”无法识别")
	case s == settlementNo && !mediated:
		m.say(fSettled, "否")
	case s != settlementNo && mediated:
		m.say(fSettled, resultText(a))
	default:
		m.problem(fSettled, "与处理结果“"+resultText(a)+"”不一致，按处理结果计")
	}
}

// assume adds the acts that the recorded end presupposes and old ledgers leave out, and says so.
func (m *rowMaker) assume(end *procedure.Act, received calendar.Date) {
	if received.IsZero() {
		return
	}
	regime := procedure.RegimeOn(received)
	silent := m.text(fAccepted) == "" && !m.hasAct(procedure.Acceptance) && !strings.Contains(m.text(fRecords), procedure.ActLabel(procedure.Acceptance))
	if presupposesAcceptance(end.Kind) && silent && regime == procedure.RegimeA {
		m.act(procedure.Act{Kind: procedure.Acceptance, On: received}, 0)
		m.also(fReceived, "没有受理日期，收到申请之日即为受理日（旧《行政复议法》第17条）")
	}
	if end.Kind == procedure.Abandonment && !strings.Contains(m.text(fRecords), procedure.ActLabel(procedure.SupplementNotice)) {
		m.act(procedure.Act{Kind: procedure.SupplementNotice, On: received, Note: "台账没有补正通知日期，按收案日期补记"}, 0)
		if regime != procedure.RegimeA {
			m.act(procedure.Act{Kind: procedure.SupplementServed, On: received, Note: "台账没有送达日期，按收案日期补记"}, 0)
		}
		m.also(fResult, "台账没有补正通知日期，按收案日期补记")
	}
}

// letters reads a column of letters: dates with numbers, a number alone, 是, or how many there were.
func (m *rowMaker) letters(f field, concluded calendar.Date, k procedure.Kind) {
	text := m.text(f)
	if text == "" {
		return
	}
	if isNo(text) || strings.HasPrefix(text, "未") {
		m.say(f, "无")
		return
	}
	if k == "" {
		k = procedure.OpinionLetter
		if strings.Contains(text, "建议书") {
			k = procedure.Recommendation
		}
	}
	label := strings.TrimPrefix(procedure.ActLabel(k), "制发")
	if entries, ok := m.entries(text); ok && !slices.ContainsFunc(entries, func(e entry) bool { return e.on > m.im.f.today }) {
		said := make([]string, len(entries))
		for i := range entries {
			m.act(actOf(k, &entries[i]), 0)
			said[i] = label + " " + m.entryText(&entries[i], text)
		}
		m.say(f, strings.Join(said, "；"))
		return
	}
	n, paper := letterCount(text)
	if n == 0 {
		m.problem(f, "“"+clip(text)+"”无法识别为"+label)
		return
	}
	if concluded.IsZero() {
		m.problem(f, label+"没有日期，案件也没有结案日期")
		return
	}
	for range n {
		m.act(procedure.Act{Kind: k, On: concluded, Paper: paper}, 0)
	}
	m.say(f, label+strconv.Itoa(n)+"份（没有日期，按结案日期"+concluded.String()+"）")
}

// letterCount reads 是, 2, 2份, or the number of one letter.
func letterCount(text string) (n int, paper string) {
	word := plain(text)
	if isYes(text) || slices.Contains([]string{"意见书", "建议书", "已制发", "制发", "已发", "有意见书", "有建议书", "已发意见书", "已发建议书", "行政复议意见书", "行政复议建议书"}, word) {
		return 1, ""
	}
	digits := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "份"), "件"), "个")
	if n := smallNumber(digits); n > 0 && n <= 20 && len([]rune(digits)) <= 2 {
		return n, ""
	}
	if strings.Contains(text, "号") && len(text) < 120 {
		return 1, text
	}
	return 0, ""
}
