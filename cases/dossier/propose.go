package dossier

import (
	"path/filepath"
	"regexp"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Proposal is what a file's name says of a paper.
type Proposal struct {
	Heading
	// Title is the name without what scanners and people put around it, Date the day in it, zero if there is none.
	Title string
	Date  calendar.Date
}

// sign sends names that contain one of its words to a heading.
type sign struct {
	volume cases.Volume
	slot   int
	words  string
}

// reviewSigns are tried in order and the first that fits decides. What belongs to the 副卷 comes first: a draft of a decision that
// lands in the 正卷 would be shown to the parties, a paper of the 正卷 in the 副卷 is only looked for. Read only.
var reviewSigns = []sign{
	{internal, 3, "受理审批 立案审批 收件审批 受理呈批 立案呈批 受理审查表"},
	{internal, 12, "公开审批 隐名"},
	{internal, 7, "咨询 采纳情况 采纳说明 专家意见"},
	{internal, 6, "集体讨论 讨论笔录 讨论记录 合议 会议纪要"},
	{internal, 5, "审理报告 案件报告 审查报告 结案报告"},
	{internal, 9, "草稿 草案 签发稿 修改稿 送审稿 征求意见稿 审签"},
	{internal, 8, "批示"},
	{internal, 4, "审批 呈批 签批 报批"},
	{internal, 10, "类案 检索 法律研究"},
	{internal, 11, "线索 内部"},
	{main, 23, "备考表"},
	{main, 3, "信封 收件回执 接收材料 材料回执"},
	{main, 4, "送达地址确认"},
	{main, 21, "送达 邮寄 快递 ems 投递 妥投 回执"},
	{main, 22, "起诉状 应诉通知 判决 裁定 诉讼"},
	{main, 6, "补正"},
	{main, 8, "答复通知"},
	{main, 10, "第三人"},
	{main, 11, "停止执行 恢复执行"},
	{main, 17, "撤回 和解 调解笔录 调解记录 调解协议"},
	{main, 13, "附带审查 规范性文件 转送函"},
	{main, 14, "听取"},
	{main, 16, "听证"},
	{main, 12, "中止 恢复审理 延期 延长 程序转换 转为普通 简易程序 合并审理 分案 提级"},
	{main, 15, "调查 勘验 鉴定 询问笔录"},
	{main, 20, "抄告 责令履行 责令限期履行 履行证明 履行情况 约谈 强制执行申请"},
	{main, 19, "复议意见书 复议建议书 意见书 建议书 反馈"},
	{main, 7, "不予受理 受理通知 受理决定 复议告知 变更被申请人 视为放弃 不再处理"},
	{main, 18, "复议决定 终止 复议调解书 驳回行政复议"},
	{main, 9, "被申请人 答复书 答复意见 行政处罚 处罚决定 处罚告知 原行政行为 执法"},
	{main, 4, "身份证 营业执照 授权委托 委托书 推选书 推荐书 律师证 执业证 所函 户口 监护 法定代表人"},
	{main, 5, "信息公开申请 履职申请 履行法定职责"},
	{main, 3, "申请书 口头申请 申请笔录"},
	{main, 18, "决定书 调解书 驳回"},
	{main, 7, "告知书"},
	{main, 5, "证据 照片 录音 录像 证明"},
}

// suitSigns are those of a suit, read only.
var suitSigns = []sign{
	{internal, 5, "批示"}, {internal, 3, "审批 呈批 签批"}, {internal, 4, "讨论 研究 内部 草稿 草案 会议纪要"},
	{main, 12, "备考表"}, {main, 11, "送达 邮寄 快递 ems 回执"}, {main, 8, "判决 裁定 调解书"}, {main, 9, "上诉 再审 抗诉 检察"},
	{main, 3, "应诉通知 起诉状 起诉书"}, {main, 6, "负责人 出庭"}, {main, 7, "传票 庭审 开庭 笔录 代理词"}, {main, 5, "答辩"}, {main, 4, "原告"},
	{main, 6, "委托 身份证 身份证明 所函"}, {main, 10, "履行 建议 回复"}, {main, 5, "证据 依据"}, {main, 3, "起诉"},
}

// dayInName finds a day in a file's name: 20260705, 2026-07-05, 2026年7月5日.
var dayInName = regexp.MustCompile(`(?:19|20)\d{2}(?:\d{4}|[-._]\d{1,2}[-._]\d{1,2}|年\d{1,2}月\d{1,2}日)`)

// leading is what scanners and people put before a name: numbers, blanks, marks.
var leading = regexp.MustCompile(`^[\d\s.\-_、（）()]+`)

// Propose reads heading, title and day out of a file's name. A name that says nothing goes to 其他材料 of the 正卷.
func Propose(k cases.Kind, file string) Proposal {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	p := Proposal{Heading: HeadingOf(k, main, Other), Title: name}
	for _, at := range dayInName.FindAllStringIndex(name, -1) {
		if at[0] > 0 && digit(name[at[0]-1]) || at[1] < len(name) && digit(name[at[1]]) {
			continue
		}
		if d, err := calendar.Parse(strings.ReplaceAll(name[at[0]:at[1]], "_", "-")); err == nil {
			p.Date, p.Title = d, name[:at[0]]+name[at[1]:]
			break
		}
	}
	if t := strings.Trim(leading.ReplaceAllString(p.Title, ""), " -_.、"); t != "" {
		p.Title = t
	} else {
		p.Title = name
	}
	signs := reviewSigns
	if k == cases.Litigation {
		signs = suitSigns
	}
	for _, s := range signs {
		if says(name, s.words) {
			p.Heading = HeadingOf(k, s.volume, s.slot)
			break
		}
	}
	return p
}

// digit reports whether a day in a name is part of a longer number, which is no day.
func digit(b byte) bool { return b >= '0' && b <= '9' }

// says reports whether a text contains one of the words, which are parted by blanks.
func says(text, words string) bool {
	text = strings.ToLower(text)
	for _, w := range strings.Fields(words) {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
