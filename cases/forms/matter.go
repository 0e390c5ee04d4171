package forms

import (
	"strings"
)

// Matter is 申请复议事项 or 被诉行为种类 as the forms sort it.
type Matter uint8

// Matters. Penalties and measures of force carry their kind, which the form of 2010 splits and later ones add up.
const (
	OtherMatter   Matter = iota // 其他, also several matters at once
	Detention                   // 行政处罚: 拘留
	Confiscation                // 行政处罚: 没收
	Fine                        // 行政处罚: 罚款
	OtherPenalty                // 行政处罚: 其他
	ForceOnPerson               // 行政强制: 对人身
	ForceOnThings               // 行政强制: 对财产, 行政强制执行
	Levy                        // 行政征收 (征收征用及补偿)
	Licence                     // 行政许可
	Ownership                   // 行政确权
	Confirmation                // 行政确认 (工伤认定)
	Disclosure                  // 信息公开
	Complaint                   // 举报投诉处理
	Omission                    // 行政不作为
	Compensation                // 行政赔偿
	Agreement                   // 行政协议
	Payment                     // 行政给付
	Autonomy                    // 侵犯经营自主权
	Competition                 // 排除、限制竞争
	Burden                      // 违法要求履行义务
	matters       = iota
)

// matterWords name a matter by words of the recorded one, the more special first; read only.
var matterWords = []struct {
	word   string
	matter Matter
}{
	{"行政协议", Agreement}, {"投诉", Complaint}, {"举报", Complaint}, {"信息公开", Disclosure}, {"不作为", Omission}, {"不履行", Omission}, {"履行法定职责", Omission},
	{"不履责", Omission}, {"行政处罚", OtherPenalty}, {"处罚", OtherPenalty}, {"强制", ForceOnThings}, {"征收", Levy}, {"征补", Levy}, {"征用", Levy}, {"拆迁", Levy},
	{"行政许可", Licence}, {"许可", Licence}, {"确权", Ownership}, {"行政确认", Confirmation}, {"工伤", Confirmation}, {"确认", Confirmation},
	{"赔偿", Compensation}, {"协议", Agreement}, {"给付", Payment}, {"经营自主权", Autonomy}, {"竞争", Competition}, {"违法要求", Burden},
}

// matterOf sorts a recorded matter. Where it does not say what penalty or what measure, the subject (案由) is asked for the word; a
// case with several matters, joined by 、, is 其他 as the explanation of the form wants it.
func matterOf(recorded, subject string) Matter {
	found := OtherMatter
	for i, part := range strings.Split(recorded, "、") {
		m := oneMatter(part)
		if i > 0 && m != found {
			return OtherMatter
		}
		found = m
	}
	text := recorded + subject
	switch found {
	case OtherPenalty:
		return wordIn(text, OtherPenalty, []wordMatter{{"拘留", Detention}, {"没收", Confiscation}, {"罚款", Fine}})
	case ForceOnThings:
		return wordIn(text, ForceOnThings, []wordMatter{{"人身", ForceOnPerson}, {"传唤", ForceOnPerson}, {"戒毒", ForceOnPerson}, {"约束", ForceOnPerson}, {"留置", ForceOnPerson}})
	}
	return found
}

type wordMatter struct {
	word   string
	matter Matter
}

func wordIn(text string, otherwise Matter, table []wordMatter) Matter {
	for _, w := range table {
		if strings.Contains(text, w.word) {
			return w.matter
		}
	}
	return otherwise
}

func oneMatter(text string) Matter {
	for _, w := range matterWords {
		if strings.Contains(text, w.word) {
			return w.matter
		}
	}
	return OtherMatter
}
