package export

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Other words for the codes of hearings, parties and judgments, reduced by plain and separated by blanks. The labels of the code tables
// are always taken. All are read only.
var (
	absenceWords = map[procedure.AbsenceGround]string{
		procedure.AbsentDuty:  "需要履行他人不能代替的公务的 他人不能代替的公务 履行他人不能代替的公务 履行公务 公务",
		procedure.AbsentOther: "其他 其他正当理由 其他不能出庭的正当事由 其他事由",
		procedure.AbsentNone:  "无正当理由 没有正当事由 无正当事由 没有理由 无理由",
		procedure.AbsentJoint: "由共同被告负责人出庭 共同被告负责人出庭 由其他被告负责人出庭 共同被告协商 共同被告协商确定 商定由其他被告出庭 共同被告出庭",
	}
	viewWords = map[procedure.CourtView]string{
		procedure.ViewAccepted: "准予 同意 认可 成立 理由成立 是 已准许 法院准许 予以准许",
		procedure.ViewRefused:  "不准许 不准予 不同意 不认可 不成立 理由不成立 否 未准许 法院不予准许",
	}
	consequenceWords = map[procedure.Consequence]string{
		procedure.AbsentUnjustly:  "无正当理由不出庭 无正当理由未出庭应诉 负责人无正当理由未出庭",
		procedure.AbsentAgain:     "再次无正当理由未出庭 延期后再次未出庭 延期开庭后再次未出庭",
		procedure.NobodyCame:      "负责人和工作人员均未出庭 负责人和工作人员均不出庭 均未出庭 负责人和相应的工作人员均未出庭",
		procedure.LeftEarly:       "中途退庭 未经许可中途退庭",
		procedure.RefusedToAnswer: "拒绝回答 拒绝陈述 拒绝回答陈述",
	}
	causeWords = map[procedure.LossCause]string{
		procedure.LostBySubject:   "主体不适格 主体错误 超越职权 滥用职权 职权 无职权 主体职权 超越职权滥用职权",
		procedure.LostByFacts:     "事实不清 主要证据不足 证据不足 认定事实不清 事实不清证据不足 证据 事实证据 认定事实错误 事实认定",
		procedure.LostByProcedure: "程序违法 违反法定程序 程序轻微违法 程序不当 程序瑕疵",
		procedure.LostByLaw:       "适用法律错误 法律适用错误 适用法律法规错误 适用依据错误 适用法律不当 法律",
		procedure.LostByFairness:  "行政行为明显不当 处罚明显不当 显失公正",
		procedure.LostByInaction:  "不履行职责 不履行法定职责 未履行法定职责 不作为 拖延履行 逾期不履行 未履职 不履行或者拖延履行法定职责",
	}
	suitTypeWords = map[cases.SuitType]string{
		cases.OrdinarySuit:    "普通 行政诉讼案件 行政案件 一般行政诉讼 否",
		cases.DamagesSuit:     "行政赔偿 赔偿 行政赔偿案件 赔偿案件 行政赔偿之诉 是",
		cases.AgreementSuit:   "行政协议 行政协议案件 协议",
		cases.PublicSuit:      "公益诉讼 行政公益 行政公益诉讼案件 公益诉讼案件",
		cases.EnforcementSuit: "非诉 非诉行政执行 非诉执行案件 行政非诉执行",
	}
	capacityWords = map[cases.Capacity]string{
		cases.OriginalOrgan: "原机关 原行政机关 原行政行为机关 作出原行政行为机关 作出行政行为的机关 原行政行为作出机关 被诉行政行为作出机关",
		cases.JointReviewer: "共同被告 复议机关为共同被告 复议机关作为共同被告 作为共同被告的复议机关",
		cases.SoleReviewer:  "单独被告 复议机关为单独被告 复议机关作为单独被告 作为单独被告的复议机关",
	}
)

// hasWord reports whether a blank-separated list has a word.
func hasWord(words, word string) bool {
	return word != "" && slices.Contains(strings.Fields(words), word)
}

// codeWord reads a label of a code table, or another word for the code.
func codeWord[C ~string](text string, list []C, label func(C) string, words map[C]string) (C, bool) {
	word := plain(text)
	for _, c := range list {
		if plain(label(c)) == word || hasWord(words[c], word) {
			return c, true
		}
	}
	return "", false
}
