package dossier

import (
	"strings"

	"fuyi/cases"
)

// AnswerPaper is one paper of the answer to the court (答辩举证材料), with those of the dossier that may be it.
type AnswerPaper struct {
	// Name is what the court gets, Basis the article that asks for it.
	Name, Basis string
	// Optional papers are sent where the case has them.
	Optional bool
	Papers   []cases.Paper
}

// Ready reports whether the paper is there, or not needed.
func (p *AnswerPaper) Ready() bool { return len(p.Papers) > 0 || p.Optional }

// answerDuty is one paper of the answer: where it lies in the dossier and by which words its name is known.
type answerDuty struct {
	name, basis string
	slot        int
	// words speak for it, not against it.
	words, not string
	// turn is when its words are asked: the special before the general, so that a 复议听取意见笔录 is not taken for any 笔录.
	turn int
	// reviewer papers are those of a reconsideration organ only; optional ones are sent where there are any.
	reviewer, optional bool
}

// answerDuties are in the order in which they are handed in, read only.
var answerDuties = []answerDuty{
	{name: "答辩状", basis: "《行政诉讼法》第67条", slot: 5, turn: 1, words: "答辩状 答辩书 答辩意见", not: "通知 清单 目录"},
	{name: "证据清单", basis: "《行政诉讼法》第34条、第67条", slot: 5, turn: 2, words: "清单 目录", not: "依据 规范性 法律 法规 规章 文件"},
	{name: "作出行政行为的证据", basis: "《行政诉讼法》第34条、第67条", slot: 5, turn: 5, words: "证据 笔录 照片 决定书 案卷"},
	{name: "所依据的规范性文件", basis: "《行政诉讼法》第34条、第67条", slot: 5, turn: 3, words: "依据 规范性 法律 法规 规章 文件", not: "证据 笔录 决定书 文书 案卷"},
	{name: "复议程序合法的证据", basis: "行诉法解释第135条", slot: 5, turn: 4, words: "复议 听取意见 答复通知 答复书", reviewer: true},
	{name: "负责人身份证明", basis: "法释〔2020〕3号第6条", slot: 6, turn: 2, words: "身份", not: "原告 申请人 第三人"},
	{name: "授权委托书和代理人身份证明", basis: "《行政诉讼法》第31条", slot: 6, turn: 1, words: "委托 代理 律师"},
	{name: "统一社会信用代码证书", basis: "法院立案的一般要求", slot: 6, turn: 3, words: "信用代码 代码证", optional: true},
}

// is reports whether a paper of the dossier is the one that the duty asks for.
func (d *answerDuty) is(p *cases.Paper) bool {
	name := p.Title + " " + p.File
	return p.Volume != internal && p.Slot == d.slot && says(name, d.words) && !says(name, d.not)
}

// Answer lists what goes to the court within the fifteen days for an answer (应诉材料清单), each with the papers of the dossier that are
// it by their heading and name; nil for what is no suit. A paper is taken once, by what its name speaks for most.
func Answer(c *cases.Case, papers []cases.Paper) []AnswerPaper {
	if c.Kind != cases.Litigation || c.Enforcement() {
		return nil
	}
	var duties []*answerDuty
	var out []AnswerPaper
	for i := range answerDuties {
		if d := &answerDuties[i]; !d.reviewer || asReviewer(c) {
			duties = append(duties, d)
			out = append(out, AnswerPaper{Name: d.name, Basis: d.basis, Optional: d.optional})
		}
	}
	for _, p := range Sort(c.Kind, papers) {
		at := -1
		for i, d := range duties {
			if d.is(&p) && (at < 0 || d.turn < duties[at].turn) {
				at = i
			}
		}
		if at >= 0 {
			out[at].Papers = append(out[at].Papers, p)
		}
	}
	return out
}

// Have says in Chinese what the dossier has of a paper: the names, or that it is lacking (缺少).
func (p *AnswerPaper) Have() string {
	var names []string
	for i := range p.Papers {
		names = append(names, p.Papers[i].Title)
	}
	switch {
	case len(names) > 0:
		return strings.Join(names, "、")
	case p.Optional:
		return "没有（需要时提交）"
	}
	return "缺少"
}

// asReviewer reports whether a reconsideration organ is among the defendants.
func asReviewer(c *cases.Case) bool {
	for _, p := range c.Parties {
		if p.Role == cases.Respondent && (p.Capacity == cases.JointReviewer || p.Capacity == cases.SoleReviewer) {
			return true
		}
	}
	return false
}

// Lacking names what is missing of an answer, "" if nothing is.
func Lacking(list []AnswerPaper) string {
	var out []string
	for i := range list {
		if !list[i].Ready() {
			out = append(out, list[i].Name)
		}
	}
	return strings.Join(out, "、")
}
