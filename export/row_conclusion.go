package export

import (
	"slices"

	"fuyi/cases/procedure"
)

// openWords stand in result columns of cases that are not concluded.
var openWords = []string{"未结", "未结案", "审理中", "在审", "在办", "办理中", "待结", "正在审理", "中止", "未审结", "待审", "审查中", "未判决", "待裁判", "待判决", "待开庭", "未决", "尚未审结"}

// conclusion reads the day and the words of the result together: one without the other is refused, because a count of the
// year would otherwise be wrong without anyone noticing. ok is false if the case is open or the row refused.
func (m *rowMaker) conclusion(resultLabel string) (e entry, ok bool) {
	f := m.concludedField()
	date, result := m.text(f), m.text(fResult)
	if isNo(date) {
		m.say(f, "无")
		date = ""
	}
	if slices.Contains(openWords, plain(result)) || isNo(result) {
		m.say(fResult, "未结")
		result = ""
		if date != "" {
			m.refuse(fResult, "写有结案日期，"+resultLabel+"却是“"+m.text(fResult)+"”，请改正其中一项")
			return e, false
		}
	}
	m.otherDate(f)
	if date == "" {
		if result != "" {
			m.refuse(f, "写有"+resultLabel+"“"+clip(result)+"”而没有结案日期，请补填结案日期")
		}
		return e, false
	}
	e, ok = parseEntry(date, m.im.src.date1904)
	switch {
	case !ok && slices.Contains(openWords, plain(date)) && result == "":
		m.say(f, "未结")
		return e, false
	case !ok:
		m.refuse(f, "结案日期“"+clip(date)+"”无法识别，请写成 2020-03-05、2020.3.5、20200305 或 2020年3月5日")
		return e, false
	case e.on > m.im.f.today:
		m.refuse(f, "结案日期"+e.on.String()+"晚于今天，请核对")
		return e, false
	}
	m.say(f, m.entryText(&e, date))
	return e, true
}

// otherDate accounts for a second column of conclusion dates: the same day adds nothing, another day is kept.
func (m *rowMaker) otherDate(f field) {
	if f == fConcludedAlt || m.text(fConcludedAlt) == "" {
		return
	}
	a, okA := parseEntry(m.text(fConcluded), m.im.src.date1904)
	b, okB := parseEntry(m.text(fConcludedAlt), m.im.src.date1904)
	if okA && okB && a.on == b.on {
		m.say(fConcludedAlt, b.on.String())
		return
	}
	if okB {
		m.problem(fConcludedAlt, "与决定日期不同，结案按决定日期计")
		return
	}
	m.problem(fConcludedAlt, "不是可识别的日期")
}

// paperNumber gives the concluding act its number.
func (m *rowMaker) paperNumber(a *procedure.Act) {
	if s := m.text(fPaper); s != "" {
		if a.Paper == "" {
			a.Paper = s
		}
		m.say(fPaper, s)
	}
}
