package export

import (
	"strings"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// hearings reads the days in court and who appeared for the organ; the columns are lists in step.
func (m *rowMaker) hearings(concluded calendar.Date) {
	entries, ok := m.hearingDates()
	if !ok {
		return
	}
	attended := m.appearances()
	if len(entries) == 0 {
		if len(attended) == 0 {
			return
		}
		if m.layout.has[fHeard] || concluded.IsZero() {
			m.noHearing(attended)
			return
		}
		entries = []entry{{on: concluded}}
		m.also(fAppeared, "没有开庭日期栏，按结案日期计一次开庭")
		m.also(fHeadName, "没有开庭日期栏，按结案日期计一次开庭")
	}
	switch {
	case len(attended) == 1 && len(entries) > 1:
		m.also(fAppeared, "适用于各次开庭")
		for len(attended) < len(entries) {
			attended = append(attended, attended[0])
		}
	case len(attended) > 0 && len(attended) != len(entries):
		m.problem(fAppeared, "出庭情况的个数与开庭日期不一致")
		attended = nil
	}
	for i := range entries {
		a := actOf(procedure.CourtHearing, &entries[i])
		if i < len(attended) && attended[i] != nil {
			if a.Detail == nil {
				a.Detail = &procedure.Detail{}
			}
			a.Detail.Appearance = attended[i]
		}
		m.act(a, 0)
	}
}

// noHearing accounts for an appearance in a case without a day in court.
func (m *rowMaker) noHearing(attended []*procedure.Appearance) {
	came := false
	for _, a := range attended {
		came = came || a != nil && a.Head
	}
	if came {
		m.problem(fAppeared, "没有开庭日期，出庭没有计入")
		m.problem(fHeadName, "没有开庭日期，出庭没有计入")
		return
	}
	m.say(fAppeared, "没有开庭")
}

func (m *rowMaker) hearingDates() ([]entry, bool) {
	text := m.text(fHeard)
	if text == "" {
		return nil, true
	}
	if isNo(text) || strings.HasPrefix(text, "未") || strings.HasPrefix(text, "不") || strings.Contains(text, "书面审理") {
		m.say(fHeard, "没有开庭")
		return nil, true
	}
	entries, ok := m.entries(text)
	if !ok {
		m.problem(fHeard, "“"+clip(text)+"”不是可识别的日期")
		m.orphans("开庭日期没有识别")
		return nil, false
	}
	said := make([]string, len(entries))
	for i := range entries {
		if entries[i].on > m.im.f.today {
			m.problem(fHeard, "开庭日期"+entries[i].on.String()+"晚于今天，尚未开庭")
			m.orphans("尚未开庭")
			return nil, false
		}
		said[i] = m.entryText(&entries[i], text)
	}
	m.say(fHeard, strings.Join(said, "；"))
	return entries, true
}

// orphans reports the columns that depend on the days in court.
func (m *rowMaker) orphans(why string) {
	m.problem(fAppeared, why)
	for i := range appearanceFields {
		m.problem(appearanceFields[i].column, why)
	}
}

// appearances reads the columns about who came to court, one entry a hearing; nil entries are unknown.
func (m *rowMaker) appearances() []*procedure.Appearance {
	var out []*procedure.Appearance
	for _, part := range list(m.text(fAppeared), isListSep) {
		a, ok := readAppearance(part)
		if !ok {
			m.problem(fAppeared, "“"+clip(part)+"”无法识别，请写“是”或者“否”")
			return nil
		}
		out = append(out, a)
	}
	if m.text(fAppeared) != "" {
		m.say(fAppeared, m.text(fAppeared))
	}
	if len(out) == 0 && m.text(fAppeared) == "" {
		out = m.appearedByName()
	}
	for i := range appearanceFields {
		m.fillHeads(out, &appearanceFields[i])
	}
	for _, a := range out {
		if a != nil && a.Head && !m.layout.own {
			m.checkHead(a)
		}
	}
	return out
}

// appearedByName takes a name under 出庭负责人 for an appearance where no column says so.
func (m *rowMaker) appearedByName() []*procedure.Appearance {
	text := m.text(fHeadName)
	if text == "" {
		return nil
	}
	if isNo(text) || strings.HasPrefix(text, "未") || strings.HasPrefix(text, "无") {
		return []*procedure.Appearance{{}}
	}
	var out []*procedure.Appearance
	for range list(text, isListSep) {
		out = append(out, &procedure.Appearance{Head: true})
	}
	m.also(fHeadName, "负责人出庭")
	return out
}

// fillHeads spreads a column over the hearings.
func (m *rowMaker) fillHeads(out []*procedure.Appearance, x *appearanceField) {
	text := m.text(x.column)
	if text == "" {
		return
	}
	parts := list(text, isListSep)
	if len(out) == 1 && len(parts) > 1 {
		parts = []string{text}
	}
	if len(parts) != len(out) {
		m.problem(x.column, "个数与出庭情况不一致")
		return
	}
	m.say(x.column, text)
	for i, p := range parts {
		if out[i] == nil || p == dash || p == "/" || p == "无" || x.take(out[i], unquote(p)) {
			continue
		}
		m.unread(x, out[i], unquote(p))
	}
}

// unread keeps words that no list has. A ground of absence in a clerk's own words is the reason given, where no column tells that.
func (m *rowMaker) unread(x *appearanceField, a *procedure.Appearance, words string) {
	if x.column == fGround && a.Reason == "" && !a.Head {
		a.Reason = words
		m.also(fGround, "记为未出庭理由")
		return
	}
	m.problem(x.column, "“"+clip(words)+"”无法识别")
}

// absence keeps the words of an absence that say more than that there was one.
func absence(text, word string) string {
	switch word {
	case "未", "未出庭", "没有", "没有出庭", "无", "负责人未出庭", "无负责人出庭":
		return ""
	}
	return text
}

// readAppearance reads one entry of the column 负责人出庭; a dash gives nil, an unknown appearance.
func readAppearance(text string) (*procedure.Appearance, bool) {
	head, props, _ := cutProps(text)
	switch {
	case text == dash || text == "/" || text == notRecorded:
		return nil, true
	case len(props) > 0 && (head == "是" || head == "否"):
		return parseOwnAppearance(text), true
	case isYes(text):
		return &procedure.Appearance{Head: true}, true
	case isNo(text):
		return &procedure.Appearance{}, true
	}
	word := plain(text)
	for _, no := range []string{"未", "没有", "无", "否", "不出庭", "仅", "工作人员", "委托"} {
		if strings.HasPrefix(word, no) || no == "未" && strings.Contains(word, "未出庭") {
			return &procedure.Appearance{Reason: absence(text, word)}, true
		}
	}
	switch word {
	case "出庭", "已出庭", "负责人出庭", "负责人已出庭", "有出庭", "是出庭", "出庭应诉", "均出庭":
		return &procedure.Appearance{Head: true}, true
	case "正职", "正职出庭", "主要负责人出庭", "正职负责人出庭", "主要负责人", "正职负责人":
		return &procedure.Appearance{Head: true, Rank: procedure.ChiefHead}, true
	case "副职", "副职出庭", "分管负责人出庭", "副职负责人出庭", "副职负责人":
		return &procedure.Appearance{Head: true, Rank: procedure.DeputyHead}, true
	}
	if a := readPeople(text); a != nil {
		return a, true
	}
	return nil, false
}
