package export

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

const hintDates = "日期可以写成 2020-03-05、2020.3.5、20200305 或 2020年3月5日；有几个的用“；”隔开"

// The words of code lists in the template; lists.go holds them.
const (
	listResult   = "处理结果"
	listOutcome  = "裁判结果"
	listSettled  = "调解和解"
	listYesNo    = "是否"
	listInstance = "审级"
	listSource   = "起诉来源"
	listRank     = "职级"
	listGround   = "未出庭事由"
	listView     = "法院认定"
	listReported = "通报情形"
	listSuitType = "案件类型"
	listCapacity = "被告身份"
	listCauses   = "败诉原因"
	listCategory = "行政管理类别"
	listMatter   = "申请事项"
)

// reconsiderationColumns is the ledger of 行政复议.
var reconsiderationColumns = []columnDef{
	{field: fSeq, id: "sequence", header: "序号", names: "序 次序", width: 5, look: lookCentre, write: seq, example: "例"},
	{field: fNumber, id: "number", header: "案号", names: "复议案号 行政复议案号 文号 复议文号 案件编号 受理文号 立案号 收文号 案件号 编号", width: 21, write: number,
		hint: "案号在本单位内不能重复；没有案号的行由程序编号", example: exampleMark + "〔2020〕示复第1号"},
	{field: fReceived, id: "received", header: "收案日期", names: "收件日期 收到日期 收到申请日期 收到复议申请日期 收到申请时间 收案时间 收件时间 登记日期 收文日期 来件日期 申请收到日期 接收日期 收到时间", width: 11, look: lookDate, must: true,
		write: actDates(procedure.Receipt), hint: "必填。" + hintDates, example: calendar.New(2020, 3, 5)},
	{field: fReceivedAlt, id: "received", header: "申请日期", names: "申请时间 提出申请日期 申请人申请日期"},
	{field: fApplicants, id: "applicants", header: "申请人", names: "申请人姓名 申请人名称 申请人姓名或名称 复议申请人 申请人基本情况", width: 16, look: lookLong, must: true,
		write: names(cases.Applicant), hint: "必填。几个人用顿号隔开", example: "陈某某、王某"},
	{field: fRespondents, id: "respondents", header: "被申请人", names: "被申请机关 被申请人名称 被申请单位 被申请行政机关 被复议机关 被复议单位", width: 22, look: lookLong, must: true,
		write: names(cases.Respondent), hint: "必填。几个机关用顿号隔开", example: "某区城市管理局"},
	{field: fThird, id: "third_parties", header: "第三人", names: "第三人姓名 第三人名称 有关第三人", width: 10, look: lookLong, write: names(cases.ThirdParty)},
	{field: fAgents, id: "agents", header: "代理人", names: "委托代理人 申请人代理人"},
	{field: fSubject, id: "subject", header: "案由", names: "复议事项 行政复议事项 案件事由 行政行为 行政行为名称 具体行政行为 被申请行政行为 事由 复议请求 案件名称 申请复议事项 申请事项 案由及请求 基本案情", width: 24, look: lookLong,
		write: subject, hint: "不服什么行为，用一句话写明", example: "不服罚款2000元的行政处罚决定"},
	{field: fCategory, id: "category", header: "行政管理类别", names: "管理类别 行政管理领域 案件类别 管理领域 行政管理种类 类别 领域", width: 12, write: category, list: listCategory, example: "城市管理"},
	{field: fMatter, id: "matter", header: "申请事项", names: "申请复议事项 案件类型 事项类型 事项 复议事项类型 行政行为种类 行政行为类型 申请复议事项种类 复议事项 行政复议事项", width: 10, write: matter, list: listMatter, example: "行政处罚"},
	{field: fAccepted, id: "accepted", header: "受理日期", names: "受理时间 立案日期 立案时间 受理立案日期 决定受理日期 受理日", width: 11, look: lookDate, write: accepted,
		hint: "视为受理的写“视为受理”；没有受理的空着", example: calendar.New(2020, 3, 9)},
	{field: fConcluded, id: "concluded", header: "结案日期", names: "决定日期 复议决定日期 作出决定日期 行政复议决定日期 决定时间 决定作出日期 办结日期 审结日期 结案时间 办结时间 审结时间 结案日", width: 11, look: lookDate,
		write: concluded, hint: "有处理结果的必填，是决定书等文书作出的日期", example: calendar.New(2020, 4, 28)},
	{field: fConcludedAlt, id: "concluded", header: "结案日期", names: "办结日期 审结日期 结案时间 决定日期 复议决定日期"},
	{field: fResult, id: "result", header: "处理结果", names: "结案方式 审理结果 复议结果 复议决定结果 结案种类 办理结果 结案结果 处理方式 决定结果 复议决定 审结方式 决定种类 决定类型 处理情况 结果", width: 15, look: lookLong,
		write: result, list: listResult, hint: "有几项的用“；”隔开，例如 撤销并责令重作；驳回行政复议请求", example: "维持"},
	{field: fSettled, id: "settled", header: "调解和解", names: "调解 和解 是否调解 是否和解 调解/和解 是否调解和解 调解和解情况 调解情况 是否调解结案", width: 7, look: lookCentre, write: settled, list: listSettled, example: "否"},
	{field: fOpinion, id: "opinion_letters", header: "意见书", names: "行政复议意见书 复议意见书 意见书情况 是否制发意见书 意见书文号 意见书日期 制发意见书 意见书份数", width: 16, look: lookDate,
		write: actDates(procedure.OpinionLetter), hint: "写日期和文号，例如 2020-05-06 〔2020〕示复意1号；或者写“是”、份数"},
	{field: fRecommendation, id: "recommendation_letters", header: "建议书", names: "行政复议建议书 复议建议书 建议书情况 是否制发建议书 建议书文号 建议书日期 制发建议书 建议书份数", width: 16, look: lookDate,
		write: actDates(procedure.Recommendation)},
	{field: fLetters, id: "letters", header: "意见书建议书", names: "行政复议意见书建议书 意见书或建议书 意见书/建议书 意见建议书 建议书意见书 复议意见书建议书 行政复议建议书意见书 意见书和建议书"},
	{field: fServed, id: "served", header: "送达日期", names: "送达时间 决定书送达日期 文书送达日期 送达申请人日期", width: 11, look: lookDate, write: actDates(procedure.Served), example: calendar.New(2020, 4, 30)},
	{field: fHandler, id: "handler", header: "承办人", names: "经办人 办案人员 承办人员 主办人 第一承办人 案件承办人 办案人 经办人员 主办人员", width: 11, write: handler, example: "李某"},
	{field: fHandler2, id: "handler", header: "第二承办人", names: "协办人 协办人员 书记员"},
	{field: fState, id: "state", header: "当前状态", width: 10, look: lookCentre, write: state, hint: "由程序推算，导入时不读"},
	{field: fRemark, id: "remark", header: "备注", names: "说明 附注", width: 12, look: lookLong, write: remark},
	// From here on: beside the printed page.
	{field: fSuspended, aside: true, id: "suspended", header: "中止日期", names: "中止时间 中止审理日期", width: 12, look: lookDate, write: actDates(procedure.Suspension)},
	{field: fResumed, aside: true, id: "resumed", header: "恢复日期", names: "恢复审理日期 恢复时间 恢复审理时间", width: 12, look: lookDate, write: actDates(procedure.Resumption)},
	{field: fExtended, aside: true, id: "extended", header: "延期日期", names: "延期时间 延长期限日期 延期通知日期 延期审理日期", width: 12, look: lookDate, write: actDates(procedure.Extension),
		hint: "决定延长审理期限的日期"},
	{field: fConsulted, aside: true, id: "consulted", header: "委员会咨询日期", names: "咨询日期 行政复议委员会咨询日期 委员会审议日期 案审会日期 复议委员会日期 委员会咨询", width: 14, look: lookDate, write: actDates(procedure.Consultation)},
	{field: fHeard, aside: true, id: "heard", header: "听证日期", names: "听证时间 听证会日期 听证", width: 12, look: lookDate, write: actDates(procedure.HearingHeld)},
	{field: fPaper, aside: true, id: "paper", header: "结案文号", names: "决定书文号 复议决定文号 决定文号 决定书编号 行政复议决定书文号 复议决定书文号 法律文书文号 结案文书号", width: 20, write: paper, example: "〔2020〕示复决字第1号"},
	{field: fArchived, aside: true, id: "archived", header: "归档日期", names: "归档时间 立卷日期", width: 12, look: lookDate, write: actDates(procedure.Archiving)},
	{field: fDue, aside: true, id: "due", header: "到期日", width: 12, look: lookDate, write: due, hint: "由程序推算，导入时不读"},
	{field: fRecords, aside: true, id: "records", header: "其他程序记录", width: 36, look: lookLong, write: records, hint: "其他程序行为，例如 2020-03-09 听取意见；2020-03-12 收到被申请人答复"},
	{field: fDetails, aside: true, id: "details", header: "当事人信息", width: 30, look: lookLong, write: details, hint: "例如 申请人 陈某某（电话：…，地址：…）；代理人 赵某（代表：陈某某）"},
	{field: fNotes, aside: true, id: "notes", header: "其他信息", width: 24, look: lookLong, write: notes, hint: "没有单独栏目的内容，写成 名称：内容"},
}
