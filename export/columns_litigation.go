package export

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// litigationColumns is the ledger of 行政应诉.
var litigationColumns = []columnDef{
	{field: fSeq, id: "sequence", header: "序号", names: "序 次序", width: 5, look: lookCentre, write: seq, example: "例"},
	{field: fNumber, id: "number", header: "案号", names: "应诉案号 内部案号 应诉编号 行政应诉案号 案件编号 文号 专报号 编号", width: 21, write: number,
		hint: "本单位的应诉案号，不能重复；法院的案号写在“法院案号”", example: exampleMark + "〔2020〕示应第1号"},
	{field: fReceived, id: "received", header: "收案日期", names: "收到应诉通知日期 收到应诉通知书日期 应诉日期 收到日期 收件日期 收案时间 收到应诉通知时间 收到起诉状日期 应诉通知日期 应诉通知书日期 签收日期 登记日期 收文日期 应诉通知书签收日期 收到应诉通知书时间", width: 11, look: lookDate, must: true,
		write: suitReceived, hint: "必填，收到应诉通知书的日期；非诉执行案件写催告或者申请的日期，后面加“非诉执行”。" + hintDates, example: calendar.New(2020, 5, 11)},
	{field: fFiled, id: "filed", header: "立案日期", names: "法院立案日期 立案时间 法院立案时间 受理日期 起诉日期", width: 11, look: lookDate, write: actDates(procedure.SuitFiled)},
	{field: fCourt, id: "court", header: "法院", names: "受诉法院 审理法院 管辖法院 受理法院 法院名称 一审法院", width: 18, look: lookLong, write: court, example: "某市某区人民法院"},
	{field: fCourtNumber, id: "court_number", header: "法院案号", names: "诉讼案号 法院文号 法院立案号 裁判案号 一审案号", width: 20, write: courtNumber, example: "（2020）苏0508行初1号"},
	{field: fInstance, id: "instance", header: "审级", names: "审理程序 审理阶段 程序 审判程序 诉讼阶段", width: 6, look: lookCentre, write: instance, list: listInstance, example: "一审"},
	{field: fApplicants, id: "plaintiffs", header: "原告", names: "原告姓名 原告名称 原告姓名或名称 原告人 起诉人 上诉人", width: 16, look: lookLong, must: true,
		write: names(cases.Applicant), hint: "必填。几个人用顿号隔开；非诉执行案件写被执行人", example: "苏州某某公司"},
	{field: fRespondents, id: "defendants", header: "被告", names: "被诉机关 被诉单位 被诉行政机关 被告名称 被告单位 应诉机关 应诉单位 被告机关 被上诉人", width: 22, look: lookLong, must: true,
		write: names(cases.Respondent), hint: "必填。几个机关用顿号隔开；非诉执行案件写申请执行的机关", example: "某区人民政府、某区城市管理局"},
	{field: fThird, id: "third_parties", header: "第三人", names: "第三人姓名 第三人名称", width: 10, look: lookLong, write: names(cases.ThirdParty)},
	{field: fAgents, id: "agents", header: "代理人", names: "委托代理人 原告代理人"},
	{field: fSubject, id: "subject", header: "案由", names: "行政行为 行政行为名称 被诉行政行为 案件事由 事由 案件名称 诉讼请求 诉讼事项 具体行政行为 基本案情 被诉行为", width: 22, look: lookLong, write: subject, example: "不服责令限期拆除决定"},
	{field: fCategory, id: "category", header: "行政管理类别", names: "管理类别 行政管理领域 案件类别 管理领域 行政管理种类 类别 领域", width: 12, write: category, list: listCategory, example: "城市管理"},
	{field: fMatter, id: "matter", header: "被诉行为", names: "被诉行为种类 案件类型 被诉行政行为种类 行政行为种类 行政行为类型 事项类型 被诉行政行为类型", width: 10, write: matter, list: listMatter, example: "行政强制"},
	{field: fSource, id: "source", header: "起诉来源", names: "案件来源 是否经复议 是否经过复议 是否复议 复议情况 被告形式 起诉类型", width: 9, look: lookCentre, write: suitSource, list: listSource, example: "直接起诉"},
	{field: fRelated, id: "related", header: "关联案号", names: "关联复议案号 复议案号 关联一审案号 关联案件 原审案号", width: 14, write: related, hint: "复议案件的案号，或者下级审的应诉案号"},
	{field: fHeard, id: "court_hearings", header: "开庭日期", names: "开庭时间 庭审日期 庭审时间 开庭审理日期 开庭", width: 11, look: lookDate, write: hearingDates,
		hint: "开过几次庭的用“；”隔开，后面四栏按同样的次序写", example: calendar.New(2020, 6, 18)},
	{field: fAppeared, id: "appearances", header: "负责人出庭", names: "是否出庭 负责人是否出庭 行政机关负责人出庭 机关负责人出庭 机关负责人出庭情况 负责人出庭情况 行政机关负责人出庭情况 行政机关负责人是否出庭 出庭情况 出庭应诉情况 负责人出庭应诉 负责人出庭应诉情况", width: 8, look: lookCentre, write: appeared, list: listYesNo, example: "是"},
	{field: fHeadName, id: "heads", header: "出庭负责人", names: "出庭负责人姓名 负责人姓名 出庭人员 出庭人", width: 10, write: headNames, example: "张某"},
	{field: fConcluded, id: "concluded", header: "结案日期", names: "裁判日期 判决日期 裁定日期 裁判时间 判决时间 判决裁定日期 裁判文书日期 办结日期 审结日期 结案时间 审结时间 办结时间", width: 11, look: lookDate,
		write: concluded, hint: "有裁判结果的必填，是判决书、裁定书的日期", example: calendar.New(2020, 7, 20)},
	{field: fResult, id: "result", header: "裁判结果", names: "判决结果 审理结果 裁判情况 处理结果 诉讼结果 判决情况 结案方式 裁判方式 判决方式 案件结果 审判结果 裁定结果 结果", width: 22, look: lookLong,
		write: result, list: listOutcome, hint: "各被告结果不同的，写成 甲机关：驳回诉讼请求；乙机关：撤销", example: "驳回诉讼请求"},
	{field: fLost, id: "lost", header: "是否败诉", names: "败诉 是否败诉案件 胜败诉 胜诉败诉 胜败诉情况 败诉情况 胜诉/败诉", width: 14, look: lookCentre, write: lost, list: listYesNo, example: "否"},
	{field: fHandler, id: "handler", header: "承办人", names: "应诉承办人 经办人 办案人员 承办人员 主办人 第一承办人 应诉人员 办案人 经办人员 主办人员", width: 11, write: handler, example: "赵某"},
	{field: fHandler2, id: "handler", header: "第二承办人", names: "协办人 协办人员"},
	{field: fState, id: "state", header: "当前状态", width: 10, look: lookCentre, write: state, hint: "由程序推算，导入时不读"},
	{field: fRemark, id: "remark", header: "备注", names: "说明 附注", width: 10, look: lookLong, write: remark},
	// From here on: beside the printed page.
	{field: fAnswered, aside: true, id: "answered", header: "答辩日期", names: "答辩时间 提交答辩日期 提交答辩状日期 举证日期 答辩状提交日期 提交答辩及证据日期", width: 12, look: lookDate, write: actDates(procedure.SuitAnswered)},
	{field: fHeadPost, aside: true, id: "posts", header: "职务", names: "出庭负责人职务 负责人职务", width: 14, write: headPosts, example: "副区长"},
	{field: fHeadRank, aside: true, id: "ranks", header: "职级", names: "出庭负责人级别 正职或副职 正副职 正职副职", width: 12, look: lookCentre, write: headRanks, list: listRank, example: "副职负责人"},
	{field: fHeadFor, aside: true, id: "represents", header: "代表机关", names: "出庭代表机关 代表单位", width: 22, write: headFor, hint: "几个被告分别出庭的，写明出庭人代表哪个机关"},
	{field: fAbsence, aside: true, id: "absence", header: "未出庭理由", names: "未出庭原因 未出庭说明 不能出庭理由 不出庭理由", width: 18, write: absenceReason},
	{field: fPaper, aside: true, id: "paper", header: "裁判文号", names: "裁判文书号 判决书文号 裁定书文号 判决书编号 裁判文书文号 文书号", width: 22, write: paper},
	{field: fServed, aside: true, id: "served", header: "送达日期", names: "送达时间 裁判文书送达日期 裁判送达日期 收到判决日期 收到判决书日期 收到裁判文书日期", width: 12, look: lookDate, write: actDates(procedure.JudgmentServed)},
	{field: fAppealed, aside: true, id: "appealed", header: "上诉日期", names: "上诉时间 提起上诉日期", width: 12, look: lookDate, write: actDates(procedure.Appealed)},
	{field: fEffective, aside: true, id: "effective", header: "生效日期", names: "裁判生效日期 生效结案日期 判决生效日期 生效时间 结案日期 结案时间 办结日期", width: 12, look: lookDate, write: actDates(procedure.SuitClosing),
		hint: "裁判生效、应诉工作结案的日期"},
	{field: fAdvice, aside: true, id: "judicial_advice", header: "司法建议", names: "收到司法建议日期 司法建议日期 司法建议书 司法建议文号", width: 16, look: lookDate, write: actDates(procedure.JudicialAdvice)},
	{field: fArchived, aside: true, id: "archived", header: "归档日期", names: "归档时间 立卷日期", width: 12, look: lookDate, write: actDates(procedure.SuitArchiving)},
	{field: fDue, aside: true, id: "due", header: "到期日", width: 12, look: lookDate, write: due, hint: "由程序推算，导入时不读"},
	{field: fRecords, aside: true, id: "records", header: "其他程序记录", width: 30, look: lookLong, write: records},
	{field: fDetails, aside: true, id: "details", header: "当事人信息", width: 30, look: lookLong, write: details, hint: "例如 原告 苏州某某公司（地址：…）；代理人 孙某（代表：苏州某某公司）"},
	{field: fNotes, aside: true, id: "notes", header: "其他信息", width: 24, look: lookLong, write: notes, hint: "没有单独栏目的内容，写成 名称：内容"},
}
