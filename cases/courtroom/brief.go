package courtroom

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Brief composes the head's page.
func (m *Matter) Brief() cases.HearingBrief {
	b := cases.HearingBrief{Title: "负责人出庭应诉提要", Subtitle: m.Organ, Facts: m.facts(),
		Foot: "据 " + m.Today.Chinese() + " 登记生成　承办人：" + cmp.Or(m.Case.Handler, "未定")}
	said := m.said()
	b.Sections = append(b.Sections,
		cases.HearingSection{Title: "原告的请求和理由", Lines: filled(said.Requests, said.Reasons, "尚未登记，见起诉状。")},
		cases.HearingSection{Title: "复议情况", Lines: []string{m.review()}},
		cases.HearingSection{Title: "争议焦点", Numbered: len(said.Issues) > 0, Lines: orLine(said.Issues, "尚未归纳，请承办人在开庭前写明。")},
		cases.HearingSection{Title: "庭上要做什么（法释〔2020〕3号第11条）", Numbered: true, Lines: m.duties(said)},
		cases.HearingSection{Title: "开庭前后", Numbered: true, Lines: m.reminders()},
		m.history())
	return b
}

// said is what the papers of the suit say, else those of the reconsideration before it.
func (m *Matter) said() cases.Particulars {
	var out cases.Particulars
	for _, c := range []*cases.Case{m.Case, m.Review} {
		if c == nil || c.Particulars == nil {
			continue
		}
		p := c.Particulars
		out.Requests, out.Reasons = cmp.Or(out.Requests, p.Requests), cmp.Or(out.Reasons, p.Reasons)
		out.ActName, out.ActNumber, out.ActDate = cmp.Or(out.ActName, p.ActName), cmp.Or(out.ActNumber, p.ActNumber), cmp.Or(out.ActDate, p.ActDate)
		out.Review = cmp.Or(out.Review, p.Review)
		if len(out.Issues) == 0 {
			out.Issues = p.Issues
		}
	}
	// What the handler of the reconsideration proposed was about the decision, not about the hearing.
	if m.Case.Particulars != nil {
		out.Proposal = m.Case.Particulars.Proposal
	}
	return out
}

// filled are the texts that say something; what stands for none is the last.
func filled(texts ...string) []string {
	last := len(texts) - 1
	return orLine(slices.DeleteFunc(slices.Clone(texts[:last]), func(s string) bool { return strings.TrimSpace(s) == "" }), texts[last])
}

func orLine(lines []string, none string) []string {
	if len(lines) == 0 {
		return []string{none}
	}
	return lines
}

// facts are what the head must know at the door: when, where, who, about what.
func (m *Matter) facts() []cases.HearingFact {
	c := m.Case
	court, number := "", ""
	if c.Suit != nil {
		court, number = strings.TrimSpace(c.Suit.Court+" "+c.Suit.Instance.Label()), c.Suit.CourtNumber
	}
	out := []cases.HearingFact{
		{Label: "开庭时间", Value: m.when(), Wide: true, Strong: true},
		{Label: "受诉法院", Value: cmp.Or(court, "未登记")}, {Label: "法院案号", Value: cmp.Or(number, "未登记")},
		{Label: "原告", Value: cmp.Or(joined(c.Names(cases.Applicant)), "未登记"), Wide: true},
		{Label: "被告", Value: c.Joined(cases.Respondent), Wide: true},
	}
	if third := c.Names(cases.ThirdParty); len(third) > 0 {
		out = append(out, cases.HearingFact{Label: "第三人", Value: joined(third), Wide: true})
	}
	out = append(out, cases.HearingFact{Label: "案由", Value: cmp.Or(c.Subject, "未登记"), Wide: true})
	said := m.said()
	if act := strings.Join(slices.DeleteFunc([]string{said.ActName, said.ActNumber, said.ActDate.Chinese()}, func(s string) bool { return s == "" }), "　"); act != "" {
		out = append(out, cases.HearingFact{Label: "被诉行为", Value: act, Wide: true})
	}
	return append(out,
		cases.HearingFact{Label: "出庭负责人", Value: cmp.Or(strings.TrimSpace(m.Head.Name+"　"+m.Head.Post), "未定")},
		cases.HearingFact{Label: "同时出庭", Value: cmp.Or(m.company(), "未登记")},
		cases.HearingFact{Label: "本单位案号", Value: c.Number}, cases.HearingFact{Label: "答辩", Value: m.answered()})
}

// when is the announced hearing with what the summons says of hour and room.
func (m *Matter) when() string {
	d := m.Timeline.Hearing
	if d.IsZero() {
		return m.unannounced()
	}
	out := d.Chinese() + "（" + d.WeekdayChinese() + "）"
	if at := m.Timeline.Sitting(); at != "" {
		out += "　" + at
		if m.Timeline.HearingTime != "" && m.Timeline.HearingPlace != "" {
			return out
		}
	}
	if note := m.summons(); note != "" {
		return out + "　" + note
	}
	switch {
	case m.Timeline.HearingTime == "" && m.Timeline.HearingPlace == "":
		out += "　时刻和法庭见传票"
	case m.Timeline.HearingTime == "":
		out += "　时刻见传票"
	default:
		out += "　法庭见传票"
	}
	return out
}

// summons is what was noted of the summons or of the court's notice for the day of the hearing.
func (m *Matter) summons() string {
	for _, a := range slices.Backward(m.Case.Acts) {
		if (a.Kind == procedure.CourtSummons || a.Kind == procedure.HeadNotified) && a.Detail != nil && a.Detail.Until == m.Timeline.Hearing && a.Note != "" {
			return a.Note
		}
	}
	return ""
}

func (m *Matter) answered() string {
	for _, a := range slices.Backward(m.Case.Acts) {
		if a.Kind == procedure.SuitAnswered {
			return a.On.Chinese() + "已提交"
		}
	}
	for _, p := range m.Timeline.Running() {
		if p.Rule.ID == procedure.AnswerCourt && !p.Count.Open {
			return p.Count.Due.Chinese() + "前提交"
		}
	}
	return "未登记"
}

// source says how the dispute came to court: as the suit or one of an instance before it says.
func (m *Matter) source() cases.Source {
	for _, c := range append([]*cases.Case{m.Case}, m.Before...) {
		if c.Suit != nil && c.Suit.Source != "" {
			return c.Suit.Source
		}
	}
	return ""
}

// review is what the reconsideration decided.
func (m *Matter) review() string {
	if m.Review == nil {
		switch source := m.source(); {
		case source.Reviewed():
			return source.Label() + "；复议案件没有登记在本机，见复议决定书。"
		case source == cases.Direct:
			return "未经行政复议，直接起诉。"
		}
		return "没有登记是否经过行政复议，见起诉状。"
	}
	out := m.Review.Number + "："
	for _, a := range slices.Backward(m.Review.Acts) {
		if w := procedure.Headline([]procedure.Act{a}); w != "" {
			paper := a.Paper
			if paper == m.Review.Number {
				paper = "" // it stands before the colon
			}
			out += strings.TrimSpace(a.On.Chinese()+" "+paper) + "，" + w + "。"
			if items := strings.Join(slices.DeleteFunc(procedure.Describe(&a), func(s string) bool { return s == w || s == "" }), "；"); items != "" {
				out += items + "。"
			}
			return out
		}
	}
	return out + "还没有登记复议结果。"
}

// duties are what a head does in court (CT-11). A question that the suit raises comes with what the office prepared.
func (m *Matter) duties(said cases.Particulars) []string {
	out := []string{
		"陈述：说明被诉行为作出的经过、职权、事实、依据和程序。",
		"答辩和举证：回应起诉理由，出示证据并参加质证、辩论，发表最后意见；专业问题可以由同时出庭的工作人员补充。",
	}
	if said.Review != "" {
		out = append(out, "解释规范性文件：原告请求一并审查“"+said.Review+"”，要说明制定依据和适用理由。")
	} else {
		out = append(out, "解释规范性文件：法庭问到被诉行为所依据的文件时，说明它的含义和适用理由。")
	}
	settle := "就实质性化解争议发表意见（必须由负责人本人说）："
	if said.Proposal != "" {
		return append(out, settle+said.Proposal)
	}
	return append(out, settle+"能不能协调、调解，可以解决到什么程度。拟表态："+Blank+Blank+Blank)
}

// reminders are what goes wrong most often around a hearing (CT-5, 6, 12).
func (m *Matter) reminders() []string {
	out := []string{
		"带本人身份证件；负责人身份证明、授权委托书在开庭前交法院（第6条）。换人出庭的，提前告知法院（第5条）。",
		"开庭中不得未经许可退庭，不得拒绝回答；否则法院会记录在案，并可以向监察机关和上一级机关提出司法建议（第12条）。",
	}
	for _, d := range m.Head.Doubts(m.Organ) {
		if m.Head.Name != "" {
			out = append(out, "出庭人选请核对："+d+"。")
		}
	}
	return out
}

// history are the hearings of the dispute so far: of this instance and of those before.
func (m *Matter) history() cases.HearingSection {
	s := cases.HearingSection{Title: "本案此前的出庭记录", Head: []string{"开庭日期", "审级", "出庭机关", "出庭情况"}}
	type row struct {
		on    calendar.Date
		cells []string
	}
	var rows []row
	for _, c := range append([]*cases.Case{m.Case}, m.Before...) {
		for _, a := range c.Acts {
			if a.Kind == procedure.CourtHearing && a.On <= m.Today {
				rows = append(rows, row{a.On, []string{a.On.String(), instanceOf(c), organOf(c, &a), came(&a)}})
			}
		}
	}
	if len(rows) == 0 {
		s.Head, s.Lines = nil, []string{"没有登记过开庭。"}
		return s
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a.on, b.on) })
	for _, r := range rows {
		s.Rows = append(s.Rows, r.cells)
	}
	return s
}

func instanceOf(c *cases.Case) string {
	if c.Suit == nil {
		return ""
	}
	return c.Suit.Instance.Label()
}

// organOf is whose appearance an act records.
func organOf(c *cases.Case, a *procedure.Act) string {
	if a.Detail != nil && a.Detail.Appearance != nil && a.Detail.Appearance.For != "" {
		return a.Detail.Appearance.For
	}
	return c.Joined(cases.Respondent)
}

// came words an appearance in one line.
func came(a *procedure.Act) string {
	if a.Detail == nil || a.Detail.Appearance == nil {
		return "未登记"
	}
	x := a.Detail.Appearance
	if !x.Head {
		out := "负责人未出庭"
		for _, w := range []string{procedure.AbsenceLabel(x.Absence), x.Reason} {
			if w != "" {
				out += "，" + w
			}
		}
		return out
	}
	out := strings.TrimSpace(x.Name + "　" + x.Post)
	if r := procedure.RankLabel(x.Rank); r != "" {
		out += "（" + r + "）"
	}
	if x.Spoke {
		out += "，发言"
	}
	return cmp.Or(out, "负责人出庭")
}

// Date is the hearing for the head's calendar; Invalid while none is announced.
func (m *Matter) Date() (cases.HearingDate, error) {
	d := m.Timeline.Hearing
	if d.IsZero() {
		return cases.HearingDate{}, invalid("案件“" + m.Case.Number + "”还没有将要进行的开庭。请先记录“收到开庭传票”，写明开庭日期。")
	}
	h := cases.HearingDate{Number: m.Case.Number, Organ: m.Organ, On: d, Time: m.Timeline.HearingTime, Title: "开庭：" + m.Case.Title()}
	if x := m.Case.Suit; x != nil {
		h.Place = strings.TrimSpace(x.Court + " " + m.Timeline.HearingPlace)
		if x.CourtNumber != "" {
			h.About = append(h.About, fmt.Sprintf("法院案号：%s %s", x.CourtNumber, x.Instance.Label()))
		}
	}
	if note := m.summons(); note != "" {
		h.About = append(h.About, "传票："+note)
	}
	for _, l := range []struct{ label, text string }{{"案由", m.Case.Subject}, {"出庭负责人", strings.TrimSpace(m.Head.Name + " " + m.Head.Post)},
		{"同时出庭", m.company()}, {"承办人", m.Case.Handler}, {"提醒", "带身份证件；负责人应当就实质性化解争议发表意见（法释〔2020〕3号第6条、第11条）"}} {
		if l.text != "" {
			h.About = append(h.About, l.label+"："+l.text)
		}
	}
	return h, nil
}
