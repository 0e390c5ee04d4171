package model

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Heading is a heading of the standard order of a volume (law.md 6.2). Cover, list and back are made by the program and take no
// papers; they are no headings here.
type Heading struct {
	Volume cases.Volume
	// Slot is its number in the standard order, kept in the office file.
	Slot  int
	Title string
	// words in a file's name that speak for the heading, the more telling first.
	words []string
}

// reviewOrder is the standard order of a reconsideration, read only.
var reviewOrder = []Heading{
	{cases.MainVolume, 3, "申请书、口头申请笔录", []string{"申请书", "口头申请", "申请笔录"}},
	{cases.MainVolume, 4, "申请人身份、代理材料", []string{"身份证", "营业执照", "授权委托", "委托书", "推选书", "律师证", "所函"}},
	{cases.MainVolume, 5, "申请人证据", []string{"申请人证据", "证据清单", "证据目录"}},
	{cases.MainVolume, 6, "补正材料", []string{"补正"}},
	{cases.MainVolume, 7, "受理或者不予受理文书", []string{"受理通知", "不予受理", "受理告知", "告知书", "受理决定"}},
	{cases.MainVolume, 8, "答复通知书", []string{"答复通知", "提出答复"}},
	{cases.MainVolume, 9, "被申请人答复、证据和依据", []string{"答复书", "答复意见", "被申请人", "行政处罚决定", "处罚决定", "原行政行为"}},
	{cases.MainVolume, 10, "第三人材料", []string{"第三人"}},
	{cases.MainVolume, 11, "停止执行材料", []string{"停止执行", "恢复执行"}},
	{cases.MainVolume, 12, "中止、恢复、延期等程序文书", []string{"中止", "恢复审理", "延期", "延长", "程序转换", "合并审理", "提级"}},
	{cases.MainVolume, 13, "附带审查材料", []string{"附带审查", "规范性文件", "转送函"}},
	{cases.MainVolume, 14, "听取意见记录", []string{"听取意见"}},
	{cases.MainVolume, 15, "调查、勘验、鉴定材料", []string{"调查", "勘验", "鉴定", "询问笔录"}},
	{cases.MainVolume, 16, "听证材料", []string{"听证"}},
	{cases.MainVolume, 17, "调解、和解、撤回材料", []string{"调解笔录", "和解", "撤回", "调解记录"}},
	{cases.MainVolume, 18, "决定书、终止决定书、调解书", []string{"复议决定", "终止", "调解书", "驳回", "决定书"}},
	{cases.MainVolume, 19, "意见书、建议书及反馈", []string{"意见书", "建议书", "反馈"}},
	{cases.MainVolume, 20, "抄告、责令履行及履行证明", []string{"抄告", "责令", "履行"}},
	{cases.MainVolume, 21, "送达回证", []string{"送达回证", "送达", "邮寄", "回执", "ems"}},
	{cases.MainVolume, 22, "诉讼材料", []string{"判决", "裁定", "应诉", "起诉"}},
	{cases.MainVolume, 23, "备考表", []string{"备考表"}},
	{cases.InternalVolume, 3, "立案、受理审批表", []string{"受理审批", "立案审批"}},
	{cases.InternalVolume, 4, "其他审批表", []string{"审批表", "审批单", "呈批"}},
	{cases.InternalVolume, 5, "审理报告", []string{"审理报告", "案件报告"}},
	{cases.InternalVolume, 6, "集体讨论笔录", []string{"集体讨论", "讨论笔录", "合议"}},
	{cases.InternalVolume, 7, "委员会咨询材料", []string{"咨询", "委员会"}},
	{cases.InternalVolume, 8, "领导批示", []string{"批示", "领导"}},
	{cases.InternalVolume, 9, "决定书草稿、签发稿", []string{"草稿", "签发稿", "修改稿", "审签"}},
	{cases.InternalVolume, 10, "法律研究材料", []string{"类案", "检索", "研究"}},
	{cases.InternalVolume, 11, "内部往来、线索移送", []string{"内部", "线索", "移送"}},
	{cases.InternalVolume, 12, "公开审批、隐名处理记录", []string{"公开审批", "隐名"}},
	{cases.InternalVolume, 13, "备考表", nil},
}

// suitOrder is the order of an administrative suit, read only.
var suitOrder = []Heading{
	{cases.MainVolume, 3, "应诉通知书、起诉状副本", []string{"应诉通知", "起诉状", "起诉"}},
	{cases.MainVolume, 4, "原告证据", []string{"原告"}},
	{cases.MainVolume, 5, "答辩状、证据和依据", []string{"答辩", "证据", "依据"}},
	{cases.MainVolume, 6, "委托手续、负责人出庭材料", []string{"委托", "身份证", "负责人", "出庭"}},
	{cases.MainVolume, 7, "传票、庭审笔录、代理词", []string{"传票", "庭审", "笔录", "代理词"}},
	{cases.MainVolume, 8, "裁判文书", []string{"判决", "裁定", "调解书"}},
	{cases.MainVolume, 9, "上诉、再审、抗诉材料", []string{"上诉", "再审", "抗诉"}},
	{cases.MainVolume, 10, "履行材料、司法建议及回复", []string{"履行", "建议", "回复"}},
	{cases.MainVolume, 11, "送达回证", []string{"送达", "回执"}},
	{cases.MainVolume, 12, "备考表", []string{"备考表"}},
	{cases.InternalVolume, 3, "审批表", []string{"审批", "呈批"}},
	{cases.InternalVolume, 4, "讨论、研究材料", []string{"讨论", "研究", "内部"}},
	{cases.InternalVolume, 5, "领导批示", []string{"批示", "领导"}},
	{cases.InternalVolume, 6, "备考表", nil},
}

// otherSlot takes what fits no heading (其他材料), after all others.
const otherSlot = 99

// Headings are the headings of both volumes of a kind of case in the standard order, 其他材料 last in each.
func Headings(k cases.Kind) []Heading {
	list := reviewOrder
	if k == cases.Litigation {
		list = suitOrder
	}
	var out []Heading
	for _, v := range []cases.Volume{cases.MainVolume, cases.InternalVolume} {
		for _, h := range list {
			if h.Volume == v {
				out = append(out, h)
			}
		}
		out = append(out, Heading{Volume: v, Slot: otherSlot, Title: "其他材料"})
	}
	return out
}

// Proposal is what a file's name says of a paper.
type Proposal struct {
	Volume cases.Volume
	Slot   int
	Title  string
	Date   calendar.Date
}

// dayInName finds a date in a file's name: 20260705, 2026-07-05, 2026年7月5日.
var dayInName = regexp.MustCompile(`(?:19|20)\d{2}(?:\d{4}|[-._]\d{1,2}[-._]\d{1,2}|年\d{1,2}月\d{1,2}日)`)

// leading is what scanners and people put before a name: numbers, blanks, marks.
var leading = regexp.MustCompile(`^[\d\s.\-_、（）()]+`)

// ProposePaper reads heading, title and date out of a file's name. A name that says nothing goes to 其他材料 of the 正卷.
func ProposePaper(k cases.Kind, file string) Proposal {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	p := Proposal{Volume: cases.MainVolume, Slot: otherSlot, Title: name}
	if at := dayInName.FindStringIndex(name); at != nil {
		if d, err := calendar.Parse(strings.ReplaceAll(name[at[0]:at[1]], "_", "-")); err == nil {
			p.Date = d
			p.Title = name[:at[0]] + name[at[1]:]
		}
	}
	if t := strings.Trim(leading.ReplaceAllString(p.Title, ""), " -_.（）()"); t != "" {
		p.Title = t
	} else {
		p.Title = name
	}
	longest := 0
	for _, h := range Headings(k) {
		for _, w := range h.words {
			if len(w) > longest && strings.Contains(strings.ToLower(name), w) {
				p.Volume, p.Slot, longest = h.Volume, h.Slot, len(w)
			}
		}
	}
	return p
}

// MissingPaper is a paper that a dossier of this outcome should have and does not.
type MissingPaper struct {
	Heading Heading
	// Name is the paper, Why the act or the rule that asks for it.
	Name, Why string
}

// duty is a heading that an act fills.
type duty struct {
	act  procedure.Kind
	slot int
	name string
}

// duties say which acts leave which papers, read only.
var duties = []duty{
	{procedure.Receipt, 3, "行政复议申请书或者口头申请笔录"}, {procedure.Receipt, 4, "申请人身份证明"},
	{procedure.SupplementNotice, 6, "补正通知书及补正材料"},
	{procedure.Acceptance, 7, "受理通知书"}, {procedure.Rejection, 7, "不予受理决定书"},
	{procedure.CopySent, 8, "答复通知书"}, {procedure.Reply, 9, "被申请人答复书、证据和依据"},
	{procedure.ThirdPartyNotice, 10, "第三人参加通知书"}, {procedure.Stay, 11, "停止执行决定"},
	{procedure.Suspension, 12, "中止通知书"}, {procedure.Resumption, 12, "恢复审理通知书"}, {procedure.Extension, 12, "延期审理通知书"},
	{procedure.ToOrdinary, 12, "程序转换通知书"}, {procedure.NormForwarded, 13, "转送函"}, {procedure.NormAsked, 13, "规范性文件答复通知"},
	{procedure.OpinionsHeard, 14, "听取意见记录"}, {procedure.HearingHeld, 16, "听证笔录"},
	{procedure.MediationStarted, 17, "调解笔录"}, {procedure.Withdrawal, 17, "撤回申请书"},
	{procedure.Decision, 18, "行政复议决定书"}, {procedure.Dismissal, 18, "驳回行政复议申请决定书"},
	{procedure.Mediation, 18, "行政复议调解书"}, {procedure.Termination, 18, "行政复议终止决定书"},
	{procedure.OpinionLetter, 19, "行政复议意见书"}, {procedure.Recommendation, 19, "行政复议建议书"},
	{procedure.CopiedUp, 20, "抄告函"}, {procedure.PerformanceOrder, 20, "责令履行通知书"},
	{procedure.Served, 21, "送达回证"}, {procedure.DecisionSued, 22, "应诉通知书或者起诉状副本"},
}

// suitDuties are those of a suit.
var suitDuties = []duty{
	{procedure.SuitReceived, 3, "应诉通知书和起诉状副本"}, {procedure.SuitAnswered, 5, "答辩状、证据和依据"},
	{procedure.CourtHearing, 7, "传票和庭审笔录"}, {procedure.Judgment, 8, "裁判文书"}, {procedure.Appealed, 9, "上诉状"},
	{procedure.AppealReceived, 9, "上诉状副本"}, {procedure.JudicialAdvice, 10, "司法建议书"},
}

// MissingPapers lists what the acts of a case should have left in its dossier and what is not there, each with its reason.
func MissingPapers(c *cases.Case, papers []cases.Paper) []MissingPaper {
	list := duties
	if c.Kind == cases.Litigation {
		list = suitDuties
	}
	var out []MissingPaper
	for _, d := range list {
		i := slices.IndexFunc(c.Acts, func(a procedure.Act) bool { return a.Kind == d.act })
		has := slices.ContainsFunc(papers, func(p cases.Paper) bool { return p.Volume == cases.MainVolume && p.Slot == d.slot })
		if i < 0 || has {
			continue
		}
		out = append(out, MissingPaper{headingOf(c.Kind, cases.MainVolume, d.slot), d.name,
			"本案" + c.Acts[i].On.String() + "记录了“" + procedure.ActLabel(d.act) + "”"})
	}
	return out
}

func headingOf(k cases.Kind, v cases.Volume, slot int) Heading {
	all := Headings(k)
	if i := slices.IndexFunc(all, func(h Heading) bool { return h.Volume == v && h.Slot == slot }); i >= 0 {
		return all[i]
	}
	return Heading{Volume: v, Slot: otherSlot, Title: "其他材料"}
}

// volumePages is the number of pages beyond which a volume is bound in several parts (册).
const volumePages = 200

// PageSpan is where a paper stands in its volume. From is 0 where a paper before it has no known number of pages.
type PageSpan struct{ From, To, Part int }

// Number gives the papers of a volume, in order, their pages (起-止) and parts (册). A paper is not torn between parts.
func Number(papers []cases.Paper) map[cases.PaperID]PageSpan {
	out := map[cases.PaperID]PageSpan{}
	at, part, begun, known := 1, 1, 1, true
	for _, p := range papers {
		known = known && p.Pages > 0
		if !known {
			out[p.ID] = PageSpan{Part: part}
			continue
		}
		if at > begun && at+p.Pages-begun > volumePages {
			part, begun = part+1, at
		}
		out[p.ID] = PageSpan{at, at + p.Pages - 1, part}
		at += p.Pages
	}
	return out
}

// Retention is how long a dossier is kept (保管期限) and for what reason.
type Retention struct{ Term, Why string }

// Retentions are the terms in use, the one proposed for the case first (law.md 6.4): important cases for ever, ordinary ones 30
// years, those that were never accepted 10 years.
func Retentions(c *cases.Case) []Retention {
	all := []Retention{{"30年", "一般案件"}, {"永久", "重大、典型或者影响较大的案件"}, {"10年", "未受理、程序简单的案件"}}
	has := func(kinds ...procedure.Kind) bool {
		return slices.ContainsFunc(c.Acts, func(a procedure.Act) bool { return slices.Contains(kinds, a.Kind) })
	}
	first := 0
	switch {
	case has(procedure.Consultation, procedure.DecisionSued, procedure.Protest):
		first = 1
	case has(procedure.Rejection, procedure.Abandonment, procedure.Unhandled) && !has(procedure.Acceptance):
		first = 2
	}
	out := []Retention{all[first]}
	for i, r := range all {
		if i != first {
			out = append(out, r)
		}
	}
	return out
}
