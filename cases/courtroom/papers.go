package courtroom

import (
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

const (
	rules      = "《最高人民法院关于行政机关负责人出庭应诉若干问题的规定》（法释〔2020〕3号）"
	litigation = "《中华人民共和国行政诉讼法》"
)

func count(n int) string { return strconv.Itoa(n) }

// Sentences about what is not known of a head.
const (
	noName = "没有登记负责人的姓名，请补写；也可以在机关名录中登记负责人。"
	noPost = "没有登记负责人的职务，请补写；身份证明必须载明姓名和职务（法释〔2020〕3号第6条）。"
	noRank = "不能从职务看出是正职、副职还是其他分管负责人，请补写。"
)

// who is a head in a sentence.
func (s *sheet) who() string {
	s.doubt(s.Head.Doubts(s.Organ)...)
	return s.known(s.Head.Name, noName) + "（职务：" + s.known(s.Head.Post, noPost) + "，" + s.known(procedure.RankLabel(s.Head.Rank), noRank) + "）"
}

// person are the lines that say who a head is.
func (s *sheet) person() {
	s.entry("姓名", s.Head.Name, noName)
	s.entry("职务", s.Head.Post, noPost)
	s.entry("负责人类别", procedure.RankLabel(s.Head.Rank), noRank)
	s.doubt(s.Head.Doubts(s.Organ)...)
}

// letter tells the court who will come (出庭函).
func letter(m *Matter) cases.CourtPaper {
	s := m.sheet("行政机关负责人出庭应诉函")
	s.address()
	s.text("贵院审理的", s.suit(), "，定于", s.hearing(), "开庭。")
	s.text("依照"+litigation+"第三条第三款和"+rules+"的规定，我机关由负责人", s.who(), "出庭应诉。")
	if with := s.company(); with != "" {
		s.text("同时出庭的委托诉讼代理人：", with, "。")
	} else {
		s.text("同时出庭的委托诉讼代理人：", s.known("", "没有登记本机关的诉讼代理人。负责人可以另行委托一至二名诉讼代理人（行诉法解释第128条）；没有的，请删去这一句。"), "。")
	}
	s.text("出庭负责人如有变更，我机关将在开庭前及时告知贵院，保证庭审正常进行。")
	s.text("特此函告。")
	s.contact()
	s.annexes("行政机关负责人身份证明", "授权委托书")
	return s.sign("加盖机关印章，连同附件在开庭前提交法院。")
}

// company are all who come with a head.
func (m *Matter) company() string {
	var out []string
	for _, w := range []string{m.staff(), m.lawyers()} {
		if w != "" {
			out = append(out, w)
		}
	}
	for _, p := range m.agents() {
		if p.Agency != agencyStaff && p.Agency != agencyLawyer {
			out = append(out, p.Name+bracketed(p.Firm))
		}
	}
	return strings.Join(out, "、")
}

// contact is whom the court may call.
func (s *sheet) contact() {
	who := s.Record.Contact
	if who == "" && s.own() {
		who = s.Case.Handler
	}
	s.text("联系人：", s.known(who, "没有登记联系人，请补写。"), "　联系电话：", s.known(s.Record.Phone, "机关名录没有登记联系电话，请补写。"))
}

// own reports whether the office handles the suit for its own government or for itself.
func (m *Matter) own() bool {
	return m.Organ == m.Settings.Organ || m.Organ == m.Settings.Office || m.Organ == m.Settings.Agency
}

// identity proves who the head is (身份证明, 法释〔2020〕3号第6条).
func identity(m *Matter) cases.CourtPaper {
	s := m.sheet("行政机关负责人身份证明")
	s.person()
	s.entry("所在机关", s.Organ, "")
	s.text("上列人员系我机关负责人，现就", s.suit(), "代表我机关出庭应诉。")
	s.text("特此证明。")
	s.submit()
	s.entry("机关住所", s.Record.Address, "机关名录没有登记机关住所，请补写。")
	s.entry("联系电话", s.Record.Phone, "机关名录没有登记联系电话，请补写。")
	return s.sign("加盖机关印章，在开庭前提交法院（法释〔2020〕3号第6条）。开庭时负责人携带本人身份证件。")
}

// groundItems are the grounds of absence by the number of their item (法释〔2020〕3号第8条).
var groundItems = map[procedure.AbsenceGround]string{
	procedure.AbsentForce: "一", procedure.AbsentAccident: "二", procedure.AbsentDuty: "三", procedure.AbsentOther: "四",
}

// absence explains why no head can come (情况说明, 法释〔2020〕3号第8条、第9条).
func absence(m *Matter) cases.CourtPaper {
	s := m.sheet("行政机关负责人不能出庭应诉情况说明")
	s.address()
	s.text("贵院审理的", s.suit(), "，定于", s.hearing(), "开庭。", s.notified())
	s.text("我机关负责人", s.known(s.Head.Name, "没有登记不能出庭的负责人的姓名，请补写。"), "（职务：", s.known(s.Head.Post, "没有登记不能出庭的负责人的职务，请补写。"), "）因下列事由不能出庭：", s.ground())
	reason := s.Ask.Reason
	if reason == "" {
		reason = m.seen(func(a *procedure.Appearance) string { return a.Reason })
	}
	s.text("具体情况：", ended(s.known(reason, "没有写明不能出庭的具体情况，请写明时间、事项和为什么不能由他人代替。")))
	proof := s.Ask.Proof
	if proof == "" {
		proof = m.seen(func(a *procedure.Appearance) string { return a.Proof })
	}
	proof = s.known(proof, "没有写明证明材料，请补写名称并附在后面（法释〔2020〕3号第9条）。")
	s.text("依照"+litigation+"第三条第三款的规定，我机关委托相应的工作人员", s.substitute(), "出庭。", s.withLawyers())
	s.text("请贵院审查。贵院决定延期开庭的，我机关将按照通知安排负责人出庭。")
	s.contact()
	s.annexes("证明材料："+proof, "授权委托书")
	s.doubt(s.Head.Doubts(s.Organ)...)
	s.doubt("正职不能出庭的，先看副职和其他分管负责人能不能出庭；都不能出庭才出具情况说明。")
	return s.sign("加盖机关印章，或者由机关主要负责人签字认可，连同证明材料在开庭前提交法院（法释〔2020〕3号第9条）。")
}

// ended closes a sentence that a clerk left open.
func ended(s string) string {
	if strings.HasSuffix(s, "。") {
		return s
	}
	return s + "。"
}

// notified says that the court called a head, where it did.
func (s *sheet) notified() string {
	for _, a := range s.Case.Acts {
		if a.Kind == procedure.HeadNotified && (a.Detail == nil || a.Detail.To == "" || a.Detail.To == s.Organ) {
			return "我机关于" + a.On.Chinese() + "收到贵院的负责人出庭应诉通知。"
		}
	}
	return ""
}

// ground names the ground with its item, or leaves the four to be ticked.
func (s *sheet) ground() string {
	g := s.Ask.Ground
	if g == "" {
		g = procedure.AbsenceGround(s.seen(func(a *procedure.Appearance) string { return string(a.Absence) }))
	}
	if item := groundItems[g]; item != "" {
		return procedure.AbsenceLabel(g) + "。该事由属于" + rules + "第八条第（" + item + "）项规定的情形。"
	}
	s.known("", "没有选定不能出庭的事由，请在四项中勾选一项（法释〔2020〕3号第8条）。")
	return "□不可抗力　□意外事件　□需要履行他人不能代替的公务　□无法出庭的其他正当事由。该事由属于" + rules + "第八条规定的情形。"
}

// substitute is who of the staff comes: a lawyer alone does not do.
func (s *sheet) substitute() string {
	who := s.staff()
	if who == "" {
		if s.lawyers() != "" {
			s.doubt("登记的代理人只有律师。负责人不能出庭的，应当委托本机关相应的工作人员出庭，不得仅委托律师出庭（《行政诉讼法》第3条第3款，行诉法解释第128条）。")
		}
		if statistics.Government(s.Organ) {
			return s.known("", "没有登记出庭的工作人员，请补写姓名和职务；被告是政府的，司法局和承办部门的工作人员也可以（行诉法解释第130条）。")
		}
		return s.known("", "没有登记出庭的工作人员，请补写姓名和职务。")
	}
	return who
}

func (s *sheet) withLawyers() string {
	if w := s.lawyers(); w != "" {
		return "同时委托律师" + w + "出庭。"
	}
	return ""
}
