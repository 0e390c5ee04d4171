package export

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func (m *rowMaker) buildSuit(received calendar.Date) {
	m.c.Suit = &cases.Suit{}
	m.suitTexts()
	m.suitType()
	m.money(fClaimed, "没有赔偿请求", &m.c.Suit.Claimed)
	m.money(fAwarded, "没有判决赔偿", &m.c.Suit.Awarded)
	m.capacities()
	if !m.filedIsReceipt() {
		m.acts(fFiled, procedure.SuitFiled)
	}
	m.acts(fAnswered, procedure.SuitAnswered)
	concluded := m.suitEnd()
	m.hearings(concluded)
	m.acts(fServed, procedure.JudgmentServed)
	m.acts(fAppealed, procedure.Appealed)
	m.acts(fEffective, procedure.SuitClosing)
	m.letters(fAdvice, concluded, procedure.JudicialAdvice)
	m.acts(fArchived, procedure.SuitArchiving)
	m.instance()
}

// filedIsReceipt is true where the ledger has no day of receipt and the court's day of filing stands for it; it is the
// filing as well.
func (m *rowMaker) filedIsReceipt() bool {
	if m.layout.has[fReceived] || m.text(fFiled) == "" {
		return false
	}
	if e, ok := parseEntry(m.text(fFiled), m.im.src.date1904); ok {
		m.act(procedure.Act{Kind: procedure.SuitFiled, On: e.on}, 0)
	}
	return true
}

func (m *rowMaker) suitTexts() {
	s := m.c.Suit
	for _, t := range []struct {
		f  field
		to *string
	}{{fCourt, &s.Court}, {fCourtNumber, &s.CourtNumber}, {fRelated, &s.Related}, {fEarlier, &s.Earlier}, {fAuthor, &s.Author}} {
		if text := m.text(t.f); text != "" {
			*t.to = text
			m.say(t.f, text)
		}
	}
	text := m.text(fSource)
	if text == "" {
		return
	}
	word := plain(text)
	switch src, ok := sourceWords[word]; {
	case ok:
		s.Source = src
	case isYes(text):
		s.Source = cases.AfterReconsideration
	case isNo(text):
		s.Source = cases.Direct
	default:
		m.problem(fSource, "“"+clip(text)+"”无法识别，请写“直接起诉”“复议后起诉”或者“复议逾期后起诉”")
		return
	}
	m.say(fSource, s.Source.Label())
}

// instance reads 审级; where a ledger has none, the court's number tells it, else it is the first.
func (m *rowMaker) instance() {
	s, text := m.c.Suit, m.text(fInstance)
	if text == notRecorded {
		m.say(fInstance, "没有记载")
		return
	}
	if text != "" {
		if i, ok := instanceWords[plain(text)]; ok {
			s.Instance = i
			m.say(fInstance, i.Label())
			return
		}
		m.problem(fInstance, "“"+clip(text)+"”无法识别，请写“一审”“二审”或者“再审”")
	}
	number := s.CourtNumber + m.text(fNumber)
	switch {
	case strings.Contains(number, "行终"):
		s.Instance = cases.Second
	case strings.Contains(number, "行再"), strings.Contains(number, "行申"), strings.Contains(number, "行监"):
		s.Instance = cases.Retrial
	default:
		s.Instance = cases.First
	}
	for _, f := range []field{fCourtNumber, fCourt, fNumber} {
		if len(m.slots[f].cells) > 0 && f != fNumber {
			m.also(f, "审级按"+s.Instance.Label()+"计")
			return
		}
	}
}

// suitEnd reads the judgment and returns its day, zero for an open suit.
func (m *rowMaker) suitEnd() calendar.Date {
	e, ok := m.conclusion("裁判结果")
	if !ok {
		if text := m.text(fLost); text != "" && isNo(text) {
			m.say(fLost, "否")
		} else if text != "" {
			m.problem(fLost, "案件没有裁判结果，是否败诉没有计入")
		}
		m.problem(fCauses, "案件没有裁判结果，败诉原因没有计入")
		if m.text(fPaper) != "" {
			m.problem(fPaper, "没有结案，文号无处安放")
		}
		return 0
	}
	results, assumed, ok := m.readVerdict()
	if !ok {
		return e.on
	}
	a := actOf(procedure.Judgment, &e)
	m.paperNumber(&a)
	if a.Detail == nil {
		a.Detail = &procedure.Detail{}
	}
	a.Detail.Results = results
	if len(results) == 0 {
		a.Detail = nil
	}
	if assumed != "" && a.Note == "" {
		a.Note = "原台账：" + m.text(fResult)
		assumed = "（" + assumed + "）"
	}
	m.act(a, 0)
	m.say(fResult, cmp.Or(formatResults(results, false), noOutcome)+assumed)
	return e.on
}

// readVerdict reads the outcome per defendant and who lost.
func (m *rowMaker) readVerdict() (results []procedure.Result, assumed string, ok bool) {
	text := m.text(fResult)
	if text == "" {
		m.refuse(fResult, "写有结案日期而没有裁判结果，请补填裁判结果（"+verdictList+"）")
		return nil, "", false
	}
	lost, ok := m.readLost()
	if !ok {
		return nil, "", false
	}
	if text == noOutcome {
		m.problem(fCauses, "案件没有裁判结果，败诉原因没有计入")
		m.say(fLost, "否")
		return nil, "", true
	}
	for _, part := range m.verdictParts(text) {
		name, word := cutDefendant(part)
		word, props := ownWords(word)
		v, ok := m.verdict(word, lost, name)
		if !ok {
			return nil, "", false
		}
		who, ok := m.defendant(name)
		if !ok {
			return nil, "", false
		}
		if v.assumed != "" {
			assumed = v.assumed
		}
		r := procedure.Result{Defendant: who, Outcome: v.outcome, Lost: v.lost}
		setResultProps(&r, props)
		results = append(results, r)
	}
	results, extra := m.perDefendant(results, text)
	if extra != "" {
		assumed = extra
	}
	m.applyLost(results, lost)
	m.causes(results)
	return results, assumed, true
}

// verdictParts cuts at what stands between results; a comma may be part of 驳回上诉，维持原判.
func (m *rowMaker) verdictParts(text string) []string {
	if _, ok := verdictIndex[plain(text)]; ok {
		return []string{text}
	}
	parts := list(text, isListSep)
	if len(parts) > 1 {
		return parts
	}
	if parts = list(text, isDateSep); len(parts) > 1 {
		for _, p := range parts {
			_, word := cutDefendant(p)
			if _, ok := verdictIndex[plain(word)]; !ok {
				return []string{text}
			}
		}
		return parts
	}
	return []string{text}
}

func (m *rowMaker) verdict(word string, lost map[string]bool, name string) (verdict, bool) {
	if word == noOutcome {
		return verdict{}, true
	}
	p := plain(word)
	if v, ok := verdictIndex[p]; ok {
		return v, true
	}
	if strings.Contains(altered, " "+p+" ") {
		l, known := lost[name]
		if !known {
			l, known = lost[""]
		}
		if known && l {
			return verdict{outcome: procedure.AppealAlteredLost}, true
		}
		if known {
			return verdict{outcome: procedure.AppealAlteredWon}, true
		}
		m.refuse(fResult, "“改判”没有写明被告胜诉还是败诉，请在“是否败诉”栏写明，或者写“改判胜诉”“改判败诉”")
		return verdict{}, false
	}
	m.refuse(fResult, "裁判结果“"+clip(word)+"”无法识别，请改用："+verdictList)
	return verdict{}, false
}

// ownWords separates what the program itself writes behind an outcome; brackets with anything else stay part of the words.
func ownWords(text string) (word string, props []prop) {
	if head, props, _ := cutProps(text); props != nil {
		return head, props
	}
	return text, nil
}

// defendant finds the defendant that a name in the result means.
func (m *rowMaker) defendant(name string) (string, bool) {
	if name == "" || name == everyDefendant {
		return name, true
	}
	names := m.c.Names(cases.Respondent)
	if m.layout.own || slices.Contains(names, name) {
		return name, true
	}
	found := ""
	for _, n := range names {
		if strings.Contains(n, name) {
			if found != "" {
				found = ""
				break
			}
			found = n
		}
	}
	if found == "" {
		m.refuse(fResult, "裁判结果中的“"+clip(name)+"”不是本案被告（"+strings.Join(names, "、")+"），请写被告的名称")
		return "", false
	}
	return found, true
}

// perDefendant makes one result a defendant: a result without a name is that of all of them, and of several results of one
// defendant the weightiest counts, with the full words kept in the note.
func (m *rowMaker) perDefendant(results []procedure.Result, text string) (out []procedure.Result, assumed string) {
	names := m.c.Names(cases.Respondent)
	named := false
	for i := range results {
		named = named || results[i].Defendant != ""
		if results[i].Defendant == everyDefendant {
			results[i].Defendant = ""
		}
	}
	if named {
		return results, ""
	}
	slices.SortStableFunc(results, func(a, b procedure.Result) int { return cmp.Compare(weight(a.Outcome), weight(b.Outcome)) })
	head := results[0]
	if len(results) > 1 {
		assumed = "有几项结果的，按最重的一项归类，原文记入备注"
	}
	if len(names) < 2 {
		return []procedure.Result{head}, assumed
	}
	for _, n := range names {
		r := head
		r.Defendant = n
		out = append(out, r)
	}
	return out, assumed
}

func weight(o procedure.Outcome) int { return slices.Index(procedure.Outcomes(), o) }

// readLost reads 是否败诉: 是, 否, 胜诉, 败诉, or one a defendant. The empty name stands for all.
func (m *rowMaker) readLost() (map[string]bool, bool) {
	text := m.text(fLost)
	if text == "" || text == "/" || text == dash || text == "-" {
		m.say(fLost, "未填")
		return nil, true
	}
	out := map[string]bool{}
	for _, part := range list(text, isListSep) {
		name, word := cutDefendant(part)
		if name == everyDefendant {
			name = ""
		}
		switch w := plain(word); {
		case isYes(word), w == "败诉", w == "全部败诉", w == "部分败诉", w == "败":
			out[name] = true
		case isNo(word), w == "胜诉", w == "未败诉", w == "胜", w == "不败诉":
			out[name] = false
		default:
			m.problem(fLost, "“"+clip(text)+"”无法识别，请写“是”或者“否”")
			return nil, true
		}
	}
	m.say(fLost, text)
	return out, true
}

// applyLost keeps what the ledger says of 败诉 where it differs from what the outcome usually means.
func (m *rowMaker) applyLost(results []procedure.Result, lost map[string]bool) {
	for i := range results {
		r := &results[i]
		if r.Act != "" {
			continue // one defendant may have lost for one act and won for another: each result says it itself
		}
		l, ok := lost[r.Defendant]
		if !ok {
			l, ok = lost[""]
		}
		if !ok {
			for name, v := range lost {
				if name != "" && strings.Contains(r.Defendant, name) {
					l, ok = v, true
				}
			}
		}
		if ok && l != procedure.LostBy(*r) {
			r.Lost = truth(l)
		}
	}
}
