package export

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// suitType reads 案件类型. Where a ledger has one column of that name only, it was taken for 被诉行为, as most ledgers mean it; if its
// word is a kind of suit, it is read as that as well.
func (m *rowMaker) suitType() {
	text := m.text(fSuitType)
	if text == "" {
		m.typeByMatter()
		return
	}
	t, ok := codeWord(text, cases.SuitTypes(), cases.SuitType.Label, suitTypeWords)
	if !ok {
		m.problem(fSuitType, "“"+clip(text)+"”无法识别，请写“"+strings.Join(wordsOf(cases.SuitTypes(), cases.SuitType.Label), "”“")+"”")
		return
	}
	m.c.Suit.Type = t
	m.say(fSuitType, t.Label())
}

// typeByMatter reads a kind of suit out of the column taken for 被诉行为, in a ledger without a column of its own. The word stays the act, for
// 行政赔偿 is one as well; 非诉执行 is none.
func (m *rowMaker) typeByMatter() {
	word := m.text(fMatter)
	if m.layout.has[fSuitType] || isYes(word) || isNo(word) {
		return
	}
	t, ok := codeWord(word, cases.SuitTypes(), cases.SuitType.Label, suitTypeWords)
	if !ok {
		return
	}
	m.c.Suit.Type = t
	m.also(fMatter, "诉讼种类记为"+t.Label())
	if t == cases.EnforcementSuit {
		m.c.Class.Matter = ""
	}
}

// organName ends as the names of agencies do; only they may ask a court to enforce their acts.
var organName = regexp.MustCompile(`(局|厅|政府|办事处|管理委员会|住建委|城管委|支队|大队)$`)

// sides puts the sides of 非诉执行 right where a ledger of suits has the agency, which applies, under 原告.
func (m *rowMaker) sides() {
	if m.layout.own || !procedure.EnforcementCase(m.c.Acts) {
		return
	}
	agency := func(r cases.Role) bool {
		names := m.c.Names(r)
		return len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool { return !organName.MatchString(n) })
	}
	if !agency(cases.Applicant) || agency(cases.Respondent) {
		return
	}
	for i := range m.c.Parties {
		p := &m.c.Parties[i]
		switch p.Role {
		case cases.Applicant:
			p.Role = cases.Respondent
		case cases.Respondent:
			p.Role = cases.Applicant
		}
	}
	m.also(fApplicants, "是行政机关，按申请执行人登记")
	m.also(fRespondents, "按被执行人登记")
}

// money reads the compensation asked for or awarded; none says that there is none. Its unit is told by the cell, or by the header.
func (m *rowMaker) money(f field, none string, to *int64) {
	text := m.text(f)
	if text == "" {
		return
	}
	if isNo(text) {
		m.say(f, none)
		return
	}
	header := m.cells[m.slots[f].cells[0]].col.header
	fen, ok := readYuan(text, strings.Contains(header, "万"))
	if !ok {
		m.problem(f, "“"+clip(text)+"”不是可识别的金额，请写数字，例如 80000 或 80000.50")
		return
	}
	*to = fen
	m.say(f, claimText(fen)+"元")
}

// yuanDigits is the longest number of whole yuan that an amount in fen can hold.
const yuanDigits = 16

// readYuan reads an amount as 80000, 80,000.50元, ￥80000 or 8万元 and returns fen. Parts of a fen are no amount.
func readYuan(text string, tenThousand bool) (fen int64, ok bool) {
	s := strings.NewReplacer(",", "", "，", "", " ", "", "￥", "", "¥", "", "人民币", "").Replace(text)
	s = strings.TrimSuffix(s, "元")
	s, own := strings.CutSuffix(s, "万")
	whole, part, _ := strings.Cut(s, ".")
	places := 2
	if own || tenThousand {
		places = 6
	}
	if part = strings.TrimRight(part, "0"); len(part) > places || whole == "" || len(whole)+places > yuanDigits+2 {
		return 0, false
	}
	digits := whole + part + strings.Repeat("0", places-len(part))
	if strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	fen, err := strconv.ParseInt(digits, 10, 64)
	return fen, err == nil
}

// capacities reads 被告身份, the bare word for a single defendant or one a defendant.
func (m *rowMaker) capacities() {
	text := m.text(fCapacity)
	if text == "" {
		return
	}
	for _, part := range list(text, isListSep) {
		name, word := cutDefendant(part)
		c, ok := codeWord(word, cases.Capacities(), cases.Capacity.Label, capacityWords)
		if !ok {
			m.problem(fCapacity, "“"+clip(word)+"”无法识别，请写“"+strings.Join(wordsOf(cases.Capacities(), cases.Capacity.Label), "”“")+"”")
			return
		}
		p := m.sued(name)
		if p == nil {
			m.problem(fCapacity, "“"+clip(part)+"”没有写明是哪个被告的身份")
			return
		}
		p.Capacity = c
	}
	m.say(fCapacity, text)
}

// sued finds the defendant of a name; "" is the only one. It is nil where no single one is meant.
func (m *rowMaker) sued(name string) (found *cases.Party) {
	loose := 0
	for i := range m.c.Parties {
		p := &m.c.Parties[i]
		switch {
		case p.Role != cases.Respondent:
		case p.Name == name:
			return p
		case name == "" || strings.Contains(p.Name, name):
			found = p
			loose++
		}
	}
	if loose > 1 {
		return nil
	}
	return found
}

// causes reads 败诉原因 into the results: by defendant, in the order of the results, or one for all that were lost.
func (m *rowMaker) causes(results []procedure.Result) {
	text := m.text(fCauses)
	if text == "" || isNo(text) {
		m.say(fCauses, "未填")
		return
	}
	done := make([]bool, len(results))
	said := false
	for _, part := range list(text, isListSep) {
		name, words := cutDefendant(part)
		found, ok := readCauses(words)
		if !ok {
			m.problem(fCauses, "“"+clip(words)+"”无法识别，请写“"+strings.Join(wordsOf(procedure.LossCauses(), procedure.LossCauseLabel), "”“")+"”")
			return
		}
		if name == "" {
			said = addCauses(results, found) || said
			continue
		}
		if i := causedBy(results, done, name); i >= 0 {
			results[i].Causes, done[i], said = append(results[i].Causes, found...), true, true
		}
	}
	if !said {
		m.problem(fCauses, "对不上任何败诉的被告")
		return
	}
	m.say(fCauses, text)
}

// readCauses reads one or several causes; a dash is none.
func readCauses(text string) (out []procedure.LossCause, ok bool) {
	if text == dash {
		return nil, true
	}
	for _, word := range list(text, isDateSep) {
		c, ok := codeWord(word, procedure.LossCauses(), procedure.LossCauseLabel, causeWords)
		if !ok {
			return nil, false
		}
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out, true
}

// addCauses gives the causes to the only result, or to all that were lost; it reports whether there was one.
func addCauses(results []procedure.Result, list []procedure.LossCause) (added bool) {
	for i := range results {
		r := &results[i]
		if r.Act != "" || len(results) > 1 && !procedure.LostBy(*r) {
			continue
		}
		added = true
		for _, c := range list {
			if !slices.Contains(r.Causes, c) {
				r.Causes = append(r.Causes, c)
			}
		}
	}
	return added
}

// causedBy finds the first result of a defendant that no cause was read for; -1 if there is none.
func causedBy(results []procedure.Result, done []bool, name string) int {
	exact := func(r procedure.Result) bool {
		return r.Defendant == name || name == everyDefendant && r.Defendant == ""
	}
	for _, fits := range []func(procedure.Result) bool{exact, func(r procedure.Result) bool { return strings.Contains(r.Defendant, name) }} {
		for i, r := range results {
			if !done[i] && r.Act == "" && fits(r) {
				return i
			}
		}
	}
	return -1
}

// claimText is an amount in yuan.
func claimText(fen int64) string {
	if fen%100 == 0 {
		return strconv.FormatInt(fen/100, 10)
	}
	return strconv.FormatInt(fen/100, 10) + "." + strconv.FormatInt(fen%100+100, 10)[1:]
}
