package sample

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// What the register of suits says of a suit beyond its outcome: who is sued in what capacity, who came to court, why an organ lost.

// sued fills in what follows from who is sued: the capacity of each defendant, and who drafts the answer of the government.
func sued(c *cases.Case) {
	defendants := c.Names(cases.Respondent)
	for i := range c.Parties {
		p := &c.Parties[i]
		if p.Role == cases.Respondent {
			p.Capacity = capacity(c, p.Name, len(defendants) > 1)
		}
		if p.Role == cases.Respondent && p.Name == organNames[government] {
			c.Suit.Author = drafter(c, defendants)
		}
	}
}

// capacity tells in what capacity an organ is sued. The government reviewed the act where a reconsideration came first, and where its
// refusal to accept one is the act.
func capacity(c *cases.Case, name string, several bool) cases.Capacity {
	switch {
	case name != organNames[government]:
		return cases.OriginalOrgan
	case several && c.Suit.Source.Reviewed():
		return cases.JointReviewer
	case c.Suit.Source.Reviewed(), c.Subject == disputes["复议不受理"].subject:
		return cases.SoleReviewer
	}
	return cases.OriginalOrgan
}

// drafter is the department that drafts the government's answer: the office itself about reconsiderations, else whose work it was.
func drafter(c *cases.Case, defendants []string) string {
	switch {
	case c.Suit.Source.Reviewed(), c.Subject == disputes["复议不受理"].subject:
		return Office().Office
	case len(defendants) > 1:
		return defendants[0]
	case c.Subject == disputes["征收补偿"].subject:
		return organNames["住建"]
	}
	return Office().Office
}

// appearances are the entries of one day in court, one for each defendant: where a head came for one of two, they had agreed that it would
// be his; where none came, none came for either.
func appearances(c *cases.Case, h procedure.Appearance, n int) []*procedure.Appearance {
	first := appearance(c, h, n)
	out := []*procedure.Appearance{first}
	for _, name := range c.Names(cases.Respondent) {
		if first.For == "" || name == first.For {
			continue
		}
		other := procedure.Appearance{For: name, Notified: first.Notified, Staff: staff(n + 5)}
		if first.Head {
			other.Absence = procedure.AbsentJoint
		} else {
			other.Absence, other.Reason, other.Proof, other.View = first.Absence, first.Reason, first.Proof, first.View
		}
		out = append(out, &other)
	}
	return out
}

// appearance names who came: of several defendants mostly the one that made the act.
func appearance(c *cases.Case, h procedure.Appearance, n int) *procedure.Appearance {
	defendants := c.Names(cases.Respondent)
	organ := defendants[0]
	if len(defendants) > 1 {
		if n%3 == 0 {
			organ = defendants[1]
		}
		h.For = organ
	}
	h.Staff = staff(n)
	if n%5 < 3 {
		h.Lawyers = masked("高林何郭马罗梁", n) + "律师"
	}
	if !h.Head {
		absent(&h, n)
		return &h
	}
	h.Name = masked("蒋徐陆顾沈钱范盛", n)
	if h.Post == "" {
		h.Post = post(organ, h.Rank)
	}
	h.Notified = n%4 != 1
	if h.Spoke = n%6 != 5; h.Spoke {
		h.Remarks = remarks[n%len(remarks)]
	}
	return &h
}

// remarks are what heads say on settling the dispute, "" where they answer and debate only. It is read only.
var remarks = []string{"愿意在法院主持下与原告继续协商", "", "判决前可以再次听取原告意见，依法解决合理诉求", "对工作中解释说明不够的地方当庭作出说明", ""}

// absent tells why no head came after the court had asked for one. One in four of the reasons does not convince the court.
func absent(h *procedure.Appearance, n int) {
	h.Notified = true
	h.Proof = "会议通知"
	h.View = procedure.ViewAccepted
	if n%4 == 1 {
		h.Absence, h.Proof, h.View = procedure.AbsentOther, "", procedure.ViewRefused
		h.Reason = "工作安排冲突，已委托工作人员出庭"
	}
}

func staff(n int) string {
	if n%3 == 1 {
		return masked("丁任袁于董余叶", n) + "、" + masked("潘杜戴夏钟汪田", n)
	}
	return masked("丁任袁于董余叶", n)
}

// masked takes a surname in turn.
func masked(surnames string, n int) string {
	list := []rune(surnames)
	return string(list[n%len(list)]) + "某某"
}

func post(organ string, r procedure.Rank) string {
	title := "主任"
	switch {
	case organ == organNames[government]:
		title = "区长"
	case strings.HasSuffix(organ, "局"), strings.HasSuffix(organ, "分局"):
		title = "局长"
	}
	if r == procedure.DeputyHead {
		return "副" + title
	}
	return title
}

// lossCauses tells why a result was lost, from what was done: an act that was undone by its facts or its law, a demolition and a
// punishment declared illegal by their procedure.
func lossCauses(c *cases.Case, r procedure.Result) []procedure.LossCause {
	if !procedure.LostBy(r) {
		return nil
	}
	switch {
	case r.Outcome == procedure.DutyOrdered:
		return []procedure.LossCause{procedure.LostByInaction}
	case c.Subject == disputes["信息公开"].subject:
		return []procedure.LossCause{procedure.LostByLaw}
	case c.Subject == disputes["强制拆除"].subject:
		return []procedure.LossCause{procedure.LostBySubject, procedure.LostByProcedure}
	case r.Outcome == procedure.ActAltered:
		return []procedure.LossCause{procedure.LostByFairness}
	case c.Class.Matter == "行政处罚", r.Outcome == procedure.ActIllegal:
		return []procedure.LossCause{procedure.LostByProcedure}
	}
	return []procedure.LossCause{procedure.LostByFacts}
}
