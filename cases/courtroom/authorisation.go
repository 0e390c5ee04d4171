package courtroom

import (
	"cmp"

	"fuyi/cases"
)

// maxAgents is how many agents a party may have in court (《行政诉讼法》第31条).
const maxAgents = 2

// What an agent may do. A power to act on everything must name what it holds: 全权代理 without more is a general power.
const (
	generalPower = "一般代理：代为提交答辩状、证据和依据，出庭陈述、质证、辩论，签收诉讼文书。"
	specialPower = "特别授权：除上述事项外，代为承认、放弃、变更诉讼请求，参加调解、和解，提起上诉。"
)

// authorisation gives agents their powers (授权委托书, 《行政诉讼法》第31条, 行诉法解释第31条).
func authorisation(m *Matter) cases.CourtPaper {
	s := m.sheet("授权委托书")
	s.entry("委托人", s.Organ, "")
	s.entry("住所", s.Record.Address, "机关名录没有登记机关住所，请补写。")
	s.entry("负责人", s.known(cmp.Or(s.Record.Head, s.Head.Name), noName), "")
	all := m.agents()
	if len(all) > maxAgents {
		s.doubt("登记了" + count(len(all)) + "名诉讼代理人；一个当事人只能委托一至二人（《行政诉讼法》第31条），请删去多出的人。")
	}
	if len(all) == 0 {
		all = make([]cases.Party, 1)
	}
	for i, p := range all {
		s.agent(i, len(all), &p)
	}
	s.text("委托人现委托上列受委托人，在", s.suit(), "中作为诉讼代理人。")
	s.powers(all)
	s.text("委托期限：自签署之日起至本案", s.instance(), "审理终结之日止。")
	s.submit()
	s.text("负责人（签名或者盖章）：")
	return s.sign("加盖机关印章，由负责人签名或者盖章，在开庭前提交法院；受委托人一并提交本人身份证明，律师提交律师证和律师事务所函件。")
}

func (s *sheet) instance() string {
	if s.Case.Suit == nil {
		return ""
	}
	return s.Case.Suit.Instance.Label()
}

// agent are the lines of one agent.
func (s *sheet) agent(i, of int, p *cases.Party) {
	label := "受委托人"
	if of > 1 {
		label += count(i + 1)
	}
	s.entry(label, p.Name, "没有登记本机关的诉讼代理人，请补写；在当事人中加上“代理人”并写明代理本机关，就会自动写入。")
	if p.Name == "" {
		s.entry("工作单位和职务", "", "没有登记受委托人的工作单位和职务，请补写。")
		s.entry("联系电话", "", "没有登记受委托人的联系电话，请补写。")
		return
	}
	work := p.Firm
	if p.Agency == agencyStaff {
		work = cmp.Or(work, s.Organ)
	}
	if work != "" && p.Agency != "" {
		work += "　" + p.Agency
	}
	s.entry("工作单位和职务", work, "没有登记"+p.Name+"的工作单位和职务，请补写。")
	s.entry("联系电话", p.Phone, "没有登记"+p.Name+"的联系电话，请补写。")
}

// powers says what each agent may do.
func (s *sheet) powers(all []cases.Party) {
	if all[0].Name == "" {
		s.known("", "没有选定代理权限，请在一般代理和特别授权中勾选一项。")
		s.text("代理权限：□", generalPower)
		s.text("　　　　　□", specialPower)
		return
	}
	for _, p := range all {
		power := generalPower
		if p.Special {
			power = specialPower
		}
		s.text(p.Name, "的代理权限为", power)
	}
}
