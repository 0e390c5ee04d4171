package dossier

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Missing is a paper that the dossier of a case should have and does not.
type Missing struct {
	Heading
	// Name is the paper, Why a complete sentence that names the act or the rule that asks for it.
	Name, Why string
}

// duty is a paper that a case must have left. Exactly one of acts and when is set.
type duty struct {
	volume cases.Volume
	slot   int
	// name is the paper; words tell it from the other papers of its heading, parted by blanks.
	name, words string
	// acts leave it, each of them; when says in other cases why it is due, "" if it is not.
	acts []procedure.Kind
	when func(*cases.Case) string
	// also are other slots of the volume where it may be kept.
	also []int
}

// left is a duty that acts leave in the 正卷.
func left(slot int, name, words string, acts ...procedure.Kind) duty {
	return duty{volume: main, slot: slot, name: name, words: words, acts: acts}
}

// reviewDuties are those of a reconsideration in the order of the headings, read only.
var reviewDuties = []duty{
	left(3, "行政复议申请书或者口头申请笔录", "申请书 笔录 申请", procedure.Receipt),
	left(4, "申请人身份证明", "身份 证 执照 户口", procedure.Receipt),
	{volume: main, slot: 4, name: "授权委托书和代理人身份证明", words: "委托 代理", when: withRole(cases.Agent, "代理人", "《行政复议法》第17条")},
	{volume: main, slot: 4, name: "代表人推选书", words: "推选 推荐 代表", when: withRole(cases.RepresentativeRole, "代表人", "《行政复议法》第15条")},
	left(6, "补正通知书", "补正", procedure.SupplementNotice),
	left(7, "变更被申请人告知书", "变更 告知", procedure.RespondentTold),
	left(7, "受理通知书", "受理", procedure.Acceptance), left(7, "不予受理决定书", "不予受理", procedure.Rejection),
	left(7, "不再处理告知书", "不再处理 告知", procedure.Unhandled), left(7, "视为放弃的记录或者通知", "放弃", procedure.Abandonment),
	left(8, "答复通知书", "答复", procedure.CopySent), left(9, "被申请人答复书、证据和依据", "答复 证据 依据 被申请人", procedure.Reply),
	left(10, "第三人参加行政复议通知书", "第三人", procedure.ThirdPartyNotice), left(11, "停止执行决定书", "停止", procedure.Stay),
	left(12, "中止通知书", "中止", procedure.Suspension), left(12, "恢复审理通知书", "恢复", procedure.Resumption), left(12, "延期审理通知书", "延期 延长", procedure.Extension),
	left(12, "程序转换通知书", "转换 普通程序", procedure.ToOrdinary), left(12, "合并审理通知书", "合并", procedure.Merger), left(12, "提级审理文书", "提级", procedure.Upgraded, procedure.UpgradeRefused),
	left(13, "规范性文件转送函或者答复通知", "转送 规范性文件 附带", procedure.NormForwarded, procedure.NormAsked),
	left(14, "听取意见记录", "听取 意见", procedure.OpinionsHeard),
	{volume: main, slot: 14, name: "听取意见记录，或者不能听取意见的说明", words: "听取 意见 说明", also: []int{16}, when: unheard},
	left(15, "勘验笔录", "勘验", procedure.InspectionEnded), left(15, "鉴定意见", "鉴定", procedure.AppraisalEnded),
	left(16, "听证通知书", "通知", procedure.HearingNotice), left(16, "听证笔录", "笔录", procedure.HearingHeld),
	left(17, "调解笔录", "调解", procedure.MediationStarted), left(17, "撤回申请书", "撤回", procedure.Withdrawal, procedure.PartyLeft),
	{volume: main, slot: 17, name: "撤回申请书、和解协议", words: "撤回 和解", when: withdrawn},
	left(18, "行政复议决定书", "决定", procedure.Decision), left(18, "驳回行政复议申请决定书", "驳回", procedure.Dismissal),
	left(18, "行政复议调解书", "调解书", procedure.Mediation), left(18, "行政复议终止决定书", "终止", procedure.Termination),
	left(18, "文书更正通知书", "更正 补正", procedure.Rectification),
	left(19, "行政复议意见书", "意见书", procedure.OpinionLetter), left(19, "意见书的反馈材料", "反馈 情况 报告 回复", procedure.LetterReply), left(19, "行政复议建议书", "建议", procedure.Recommendation),
	left(20, "抄告函", "抄告", procedure.CopiedUp), left(20, "责令限期履行通知书", "责令", procedure.PerformanceOrder), left(20, "约谈记录或者通报", "约谈 通报", procedure.Interview),
	left(20, "履行证明", "履行", procedure.Performed), left(20, "强制执行申请书", "强制", procedure.Enforcement),
	left(21, "送达回证", "送达 回执 邮 快递", procedure.Decision, procedure.Dismissal, procedure.Mediation, procedure.Termination, procedure.Rejection, procedure.Served, procedure.SupplementServed),
	left(22, "应诉通知书或者起诉状副本", "应诉 起诉", procedure.DecisionSued), left(22, "责令重新复议的裁判文书", "判决 裁定", procedure.Remitted),
	{volume: internal, slot: 4, name: "决定经负责人同意或者集体讨论的材料", words: "审批 签发 讨论 呈批", also: []int{6, 9}, acts: []procedure.Kind{procedure.Decision}},
	{volume: internal, slot: 7, name: "委员会咨询意见", words: "咨询 意见", acts: []procedure.Kind{procedure.Consultation}},
	{volume: internal, slot: 11, name: "线索移送函", words: "线索 移送", acts: []procedure.Kind{procedure.ClueTransferred}},
	{volume: internal, slot: 12, name: "公开审批和隐名处理记录", words: "公开 隐名", acts: []procedure.Kind{procedure.Published}},
}

// suitDuties are those of a suit, read only.
var suitDuties = []duty{
	left(3, "应诉通知书和起诉状副本", "应诉 起诉", procedure.SuitReceived), left(5, "答辩状、证据和依据", "答辩 证据 依据", procedure.SuitAnswered),
	{volume: main, slot: 6, name: "授权委托书", words: "委托", acts: []procedure.Kind{procedure.SuitAnswered, procedure.CourtHearing}},
	{volume: main, slot: 6, name: "负责人身份证明，或者负责人不能出庭的说明", words: "负责人 身份 说明 出庭", acts: []procedure.Kind{procedure.CourtHearing}},
	left(6, "负责人出庭通知书", "出庭 通知", procedure.HeadNotified), left(7, "开庭传票", "传票", procedure.CourtSummons), left(7, "庭审笔录", "庭审 笔录", procedure.CourtHearing), left(8, "裁判文书", "判决 裁定 调解", procedure.Judgment),
	left(9, "上诉状", "上诉", procedure.Appealed), left(9, "上诉状副本", "上诉", procedure.AppealReceived), left(9, "二审答辩状", "答辩", procedure.AppealAnswered),
	left(9, "再审申请书或者其副本", "再审", procedure.RetrialSought, procedure.RetrialCopy), left(9, "再审书面意见", "意见", procedure.RetrialOpinion), left(9, "抗诉书或者再审检察建议书", "抗诉 检察", procedure.Protest),
	left(10, "司法建议书", "司法建议 建议书", procedure.JudicialAdvice), left(10, "司法建议的回复", "回复", procedure.AdviceReplied),
	left(10, "检察建议书", "检察建议 建议书", procedure.ProsecutorAdvice), left(10, "检察建议的回复", "回复", procedure.ProsecutorReplied), left(10, "裁判履行材料", "履行", procedure.JudgmentPerformed),
	left(10, "落实整改的材料", "整改 追责", procedure.Rectified), left(3, "催告书", "催告", procedure.EnforcementUrged),
	left(3, "强制执行申请书", "强制执行 执行申请", procedure.EnforcementApplied), left(9, "执行裁定的复议申请书", "复议申请", procedure.EnforcementObjected),
	left(10, "执行完毕的材料", "执行 履行", procedure.EnforcementDone),
}

// Complete lists what a case should have left in its dossier and is not there (归档前检查). It follows the acts recorded, the parties
// and the outcome. A paper whose name tells nothing (a scan of many papers at once) speaks for every paper of its heading.
func Complete(c *cases.Case, papers []cases.Paper) []Missing {
	list := reviewDuties
	if c.Kind == cases.Litigation {
		list = suitDuties
	}
	var out []Missing
	for i := range list {
		d := &list[i]
		why := d.due(c)
		if why == "" || d.met(list, papers) {
			continue
		}
		out = append(out, Missing{HeadingOf(c.Kind, d.volume, d.slot), d.name, why + "，卷宗里应有" + d.name + "。"})
	}
	return out
}

// due says why the paper is due, "" if it is not.
func (d *duty) due(c *cases.Case) string {
	if d.when != nil {
		return d.when(c)
	}
	if a := first(c, d.acts...); a != nil {
		return "本案" + a.On.Chinese() + "记录了“" + procedure.ActLabel(a.Kind) + "”"
	}
	return ""
}

// first is the first act of one of the kinds, nil if there is none.
func first(c *cases.Case, kinds ...procedure.Kind) *procedure.Act {
	if i := slices.IndexFunc(c.Acts, func(a procedure.Act) bool { return slices.Contains(kinds, a.Kind) }); i >= 0 {
		return &c.Acts[i]
	}
	return nil
}

// met reports whether a paper under the duty's headings is it, or may be it because its name tells of no duty there.
func (d *duty) met(all []duty, papers []cases.Paper) bool {
	return slices.ContainsFunc(papers, func(p cases.Paper) bool {
		if (p.Volume == internal) != (d.volume == internal) {
			return false
		}
		if p.Slot != d.slot {
			return slices.Contains(d.also, p.Slot)
		}
		name := p.Title + " " + p.File
		return says(name, d.words) || !slices.ContainsFunc(all, func(x duty) bool { return x.volume == d.volume && x.slot == d.slot && says(name, x.words) })
	})
}

// withRole asks for a paper where somebody acts in a role.
func withRole(r cases.Role, label, basis string) func(*cases.Case) string {
	return func(c *cases.Case) string {
		names := slices.DeleteFunc(c.Names(r), func(s string) bool { return s == "" })
		if len(names) == 0 {
			return ""
		}
		return "本案登记了" + label + strings.Join(names, "、") + "（" + basis + "）"
	}
}

// unheard asks for the hearing of opinions, which the ordinary procedure requires since 2024 (复议法49).
func unheard(c *cases.Case) string {
	a := first(c, procedure.Acceptance)
	if first(c, procedure.Decision) == nil || a == nil || procedure.RegimeOn(a.On) == procedure.RegimeA || first(c, procedure.OpinionsHeard) != nil ||
		first(c, procedure.SummaryChosen) != nil && first(c, procedure.ToOrdinary) == nil {
		return ""
	}
	return "本案适用普通程序作出决定，应当听取当事人的意见（《行政复议法》第49条）"
}

// withdrawn asks for the paper by which the applicant ended the case.
func withdrawn(c *cases.Case) string {
	a := first(c, procedure.Termination)
	if a == nil || a.Detail == nil || first(c, procedure.Withdrawal, procedure.PartyLeft) != nil {
		return ""
	}
	switch a.Detail.Ground {
	case procedure.SettlementReached, procedure.VoluntaryWithdrawal, procedure.ActCorrected:
		return "本案" + a.On.Chinese() + "因“" + procedure.GroundLabel(a.Detail.Ground) + "”终止"
	}
	return ""
}
