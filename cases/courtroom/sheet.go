package courtroom

import (
	"cmp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Blank stands in a paper for what the office file does not know.
const Blank = "〔　　　　〕"

// blankDay is a day to be written by hand.
const blankDay = "〔　　　　〕年〔　　〕月〔　　〕日"

// sheet is a paper being composed.
type sheet struct {
	*Matter
	p cases.CourtPaper
}

func (m *Matter) sheet(title string) *sheet {
	return &sheet{m, cases.CourtPaper{Title: title}}
}

func (s *sheet) add(k cases.CourtBlockKind, label, text string) {
	s.p.Blocks = append(s.p.Blocks, cases.CourtBlock{Kind: k, Label: label, Text: text})
}

func (s *sheet) text(words ...string) { s.add(cases.CourtText, "", strings.Join(words, "")) }

// entry is a labelled line; one that is not known is blank, and missing says so.
func (s *sheet) entry(label, value, missing string) {
	s.add(cases.CourtEntry, label, s.known(value, missing))
}

// known is a value, or the blank for it with the sentence that it is missing. A sentence stands once however often a blank recurs.
func (s *sheet) known(value, missing string) string {
	if value = strings.TrimSpace(value); value != "" {
		return value
	}
	if !slices.Contains(s.p.Blanks, missing) {
		s.p.Blanks = append(s.p.Blanks, missing)
	}
	return Blank
}

func (s *sheet) doubt(sentences ...string) { s.p.Doubts = append(s.p.Doubts, sentences...) }

// court is the court's name.
func (s *sheet) court() string {
	name := ""
	if s.Case.Suit != nil {
		name = s.Case.Suit.Court
	}
	return s.known(name, "没有登记受诉法院，请补写法院名称。")
}

// address puts the court at the head of a letter.
func (s *sheet) address() { s.add(cases.CourtAddress, "", s.court()+"：") }

// submit closes a paper that is handed to the court (此致).
func (s *sheet) submit() {
	s.text("此致")
	s.add(cases.CourtAddress, "", s.court())
}

// annexes lists what is handed in with the paper.
func (s *sheet) annexes(list ...string) {
	for i, a := range list {
		label := ""
		if i == 0 {
			label = "附件："
		}
		if len(list) > 1 {
			a = numeral(i) + a
		}
		s.add(cases.CourtAnnex, label, a)
	}
}

func numeral(i int) string { return string([]rune("123456789")[i]) + "．" }

// sign ends the paper with who issues it and the day.
func (s *sheet) sign(finish string) cases.CourtPaper {
	s.add(cases.CourtSigner, "", s.Organ)
	s.add(cases.CourtDate, "", s.Today.Chinese())
	s.p.Finish = finish
	return s.p
}

// suit names the suit as papers do: who sues whom, the cause, the court's number and the instance.
func (s *sheet) suit() string {
	plaintiffs := s.known(joined(s.Case.Names(cases.Applicant)), "没有登记原告，请补写原告姓名或者名称。")
	number, instance := "", cases.Instance("")
	if x := s.Case.Suit; x != nil {
		number, instance = x.CourtNumber, x.Instance
	}
	out := "原告" + plaintiffs + "诉被告" + s.Case.Joined(cases.Respondent)
	if s.Case.Subject != "" {
		out += "“" + s.Case.Subject + "”"
	}
	level := instance.Label()
	if level != "" {
		level += "，"
	}
	return out + "一案（" + level + "案号：" + s.known(number, "没有登记法院案号，请照传票补写。") + "）"
}

// joined joins names; more than five are counted, as courts do (等N人).
func joined(names []string) string {
	if len(names) > 5 {
		return strings.Join(names[:3], "、") + "等" + count(len(names)) + "人"
	}
	return strings.Join(names, "、")
}

// hearing says when and where the court sits; what the summons says and nobody entered stays blank.
func (s *sheet) hearing() string {
	t := &s.Timeline
	day := t.Hearing.Chinese()
	if day == "" {
		day = blankDay
		s.known("", s.unannounced())
	}
	hour, room := procedure.ClockChinese(t.HearingTime), t.HearingPlace
	missing := map[[2]bool]string{{true, true}: "登记中没有开庭的时刻和法庭，请照传票补写。", {true, false}: "登记中没有开庭的时刻，请照传票补写。",
		{false, true}: "登记中没有法庭，请照传票补写。"}[[2]bool{hour == "", room == ""}]
	if note := s.summons(); missing != "" && note != "" {
		missing = strings.TrimSuffix(missing, "。") + "；登记传票时写的是：“" + note + "”。"
	}
	if hour == "" {
		hour = s.known("", missing) + "时"
	}
	if room == "" {
		room = s.known("", missing) + "法庭"
	}
	return day + hour + "在" + room
}

// unannounced says why no hearing lies ahead: none was recorded, or its day is over.
func (m *Matter) unannounced() string {
	for _, a := range slices.Backward(m.Case.Acts) {
		if a.Kind == procedure.CourtHearing {
			break
		}
		if a.Kind == procedure.CourtSummons && a.Detail != nil && !a.Detail.Until.IsZero() && a.Detail.Until < m.Today {
			return "登记的传票写的开庭日期" + a.Detail.Until.Chinese() + "已经过去；改期的请记录新的传票，已经开庭的请记录“开庭”。"
		}
	}
	return "没有记录开庭日期，请照传票补写；先记录“收到开庭传票”，日期会自动写入。"
}

// agents are the organ's own agents in the suit: those who act for it, or for no one in particular and are of a defendant's kind.
func (m *Matter) agents() []cases.Party {
	var out []cases.Party
	for _, p := range m.Case.Parties {
		if p.Role == cases.Agent && p.Name != "" && (p.For == m.Organ || p.For == "" && p.Agency == agencyStaff) {
			out = append(out, p)
		}
	}
	return out
}

// Kinds of agents as they are registered (代理人身份).
const (
	agencyStaff  = "工作人员"
	agencyLawyer = "律师"
)

// staff are the organ's staff who come: as asked for, else those registered as its agents.
func (m *Matter) staff() string {
	if m.Ask.Staff != "" {
		return m.Ask.Staff
	}
	var out []string
	for _, p := range m.agents() {
		if p.Agency == agencyStaff {
			out = append(out, p.Name+bracketed(p.Firm))
		}
	}
	return cmp.Or(strings.Join(out, "、"), m.seen(func(a *procedure.Appearance) string { return a.Staff }))
}

// lawyers are the organ's lawyers.
func (m *Matter) lawyers() string {
	var out []string
	for _, p := range m.agents() {
		if p.Agency == agencyLawyer {
			out = append(out, p.Name+bracketed(p.Firm))
		}
	}
	return strings.Join(out, "、")
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "（" + s + "）"
}

// seen is what the latest hearing of the suit that says it holds of the organ, "" if none does.
func (m *Matter) seen(of func(*procedure.Appearance) string) string {
	for _, a := range slices.Backward(m.Case.Acts) {
		if x := m.cameFor(&a); x != nil && of(x) != "" {
			return of(x)
		}
	}
	return ""
}

// cameFor is the appearance of the organ at a hearing, nil if the act has none.
func (m *Matter) cameFor(a *procedure.Act) *procedure.Appearance {
	if a.Kind != procedure.CourtHearing || a.Detail == nil || a.Detail.Appearance == nil {
		return nil
	}
	if x := a.Detail.Appearance; x.For == "" || x.For == m.Organ {
		return x
	}
	return nil
}
