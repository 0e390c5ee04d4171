package procedure

import "fuyi/cases/calendar"

// Periods of litigation (行政应诉, 起诉).
const (
	SueDecision       RuleID = "SUE_DECISION"
	SueOverdue        RuleID = "SUE_OVERDUE"
	SueUntold         RuleID = "SUE_UNTOLD"
	SueDirect         RuleID = "SUE_DIRECT"
	SueCap            RuleID = "SUE_CAP"
	SueCapEstate      RuleID = "SUE_CAP_ESTATE"
	SueInaction       RuleID = "SUE_INACTION"
	InactionWait      RuleID = "INACTION_WAIT"
	SueDamages        RuleID = "SUE_DAMAGES"
	CourtRegister     RuleID = "COURT_REGISTER"
	CourtCopy         RuleID = "COURT_COPY"
	AnswerCourt       RuleID = "ANSWER_COURT"
	EvidenceLate      RuleID = "EVIDENCE_LATE"
	Jurisdiction      RuleID = "JURISDICTION"
	FirstInstance     RuleID = "FIRST_INSTANCE"
	FirstSummary      RuleID = "FIRST_INSTANCE_SUMMARY"
	JudgmentSent      RuleID = "JUDGMENT_SENT"
	SuitSuspEnd       RuleID = "SUIT_SUSP_END"
	SummonsNotice     RuleID = "SUMMONS_NOTICE"
	HeadNotice        RuleID = "HEAD_NOTICE"
	AppealJudgment    RuleID = "APPEAL_J"
	AppealRuling      RuleID = "APPEAL_R"
	AnswerAppeal      RuleID = "ANSWER_APPEAL"
	SecondInstance    RuleID = "SECOND_INSTANCE"
	RetrialApply      RuleID = "RETRIAL"
	RetrialOpinionDue RuleID = "RETRIAL_OPINION"
	RetrialReview     RuleID = "RETRIAL_REVIEW"
	ProtestRuling     RuleID = "PROTEST_RULING"
	ProtestAdvice     RuleID = "PROTEST_ADVICE"
	JudgmentPerform   RuleID = "JUDGMENT_PERFORM"
	EnforceJudgment   RuleID = "ENFORCE_JUDGMENT"
	AdviceBack        RuleID = "ADVICE_BACK"
	AdviceNormBack    RuleID = "ADVICE_NORM_BACK"
	ProsecutorBack    RuleID = "PROSECUTOR_BACK"
)

const (
	plaintiff = "原告"
	defender  = "应诉机关"
	court     = "法院"
	parties   = "当事人"

	suitTooLate = "逾期起诉且无正当理由的，法院不予立案或者驳回起诉"
	noProof     = "逾期举证且无正当理由的，视为没有相应证据"
)

// litigationRules is read only. The periods of courts stand here too, so that a clerk can compute them on request.
var litigationRules = []Rule{
	{ID: SueDecision, Name: "起诉期限", Event: "决定书送达", N: 15, Unit: calendar.NaturalDay, Expires: true, Owner: applicant,
		Lapse: "期满未起诉的，决定不再可诉", Basis: "《行政诉讼法》第45条，《行政复议法》第34条"},
	{ID: SueOverdue, Name: "复议超期后起诉", Event: "复议期限届满", N: 15, Unit: calendar.NaturalDay, Expires: true, Quiet: true, Owner: applicant,
		Lapse: suitTooLate, Basis: "《行政诉讼法》第45条，《行政复议法》第34条"},
	{ID: SueUntold, Name: "起诉期限（未告知诉权）", Event: "知道行政行为内容", N: 1, Unit: calendar.YearUnit, Expires: true, Owner: plaintiff,
		Lapse: suitTooLate, Basis: "行诉法解释第64条"},
	{ID: SueDirect, Name: "直接起诉期限", Event: "知道行政行为", N: 6, Unit: calendar.MonthUnit, Expires: true, Owner: plaintiff,
		Lapse: suitTooLate, Basis: "《行政诉讼法》第46条"},
	{ID: SueCap, Name: "最长起诉期限", Event: "作出行政行为", N: 5, Unit: calendar.YearUnit, Expires: true, Owner: plaintiff,
		Lapse: suitTooLate, Basis: "《行政诉讼法》第46条第2款"},
	{ID: SueCapEstate, Name: "最长起诉期限（不动产）", Event: "作出行政行为", N: 20, Unit: calendar.YearUnit, Expires: true, Owner: plaintiff,
		Lapse: suitTooLate, Basis: "《行政诉讼法》第46条第2款"},
	{ID: InactionWait, Name: "等待履行职责", Event: "行政机关收到履职申请", N: 2, Unit: calendar.MonthUnit, Expires: true, Owner: defender,
		Lapse: "期满未履行的，可以起诉", Basis: "《行政诉讼法》第47条"},
	{ID: SueInaction, Name: "不履职案件起诉期限", Event: "履行职责期限届满", N: 6, Unit: calendar.MonthUnit, Expires: true, Owner: plaintiff,
		Lapse: suitTooLate, Basis: "《行政诉讼法》第47条，行诉法解释第66条"},
	{ID: SueDamages, Name: "赔偿诉讼起诉期限", Event: "赔偿决定作出或者期满未决定", N: 3, Unit: calendar.MonthUnit, Expires: true, Owner: plaintiff,
		Lapse: suitTooLate, Basis: "《国家赔偿法》第14条"},
	{ID: CourtRegister, Name: "法院立案审查", Event: "法院收到起诉状", N: 7, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: "不立案的，原告可以向上一级法院起诉", Basis: "《行政诉讼法》第51条、第52条"},
	{ID: CourtCopy, Name: "法院发送起诉状副本", Event: "立案", N: 5, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: remind, Basis: "《行政诉讼法》第67条"},
	{ID: AnswerCourt, Name: "答辩举证", Event: "收到起诉状副本", N: 15, Unit: calendar.NaturalDay, Main: true, Owner: defender,
		Lapse: noProof, Basis: "《行政诉讼法》第67条、第34条"},
	{ID: EvidenceLate, Name: "延期举证", Event: "延期事由消除", N: 15, Unit: calendar.NaturalDay, Main: true, Owner: defender,
		Lapse: noProof, Basis: "行诉法解释第34条"},
	{ID: Jurisdiction, Name: "管辖异议", Event: "收到起诉状副本", N: 15, Unit: calendar.NaturalDay, Expires: true, Quiet: true, Owner: defender,
		Lapse: "期满不再审查管辖异议", Basis: "行诉法解释第10条"},
	{ID: FirstInstance, Name: "一审审理期限", Event: "立案", N: 6, Unit: calendar.MonthUnit, Pausable: true, Quiet: true, Owner: court,
		Lapse: "需要延长的由高级法院批准", Basis: "《行政诉讼法》第81条，行诉法解释第50条"},
	{ID: FirstSummary, Name: "一审审理期限（简易）", Event: "立案", N: 45, Unit: calendar.NaturalDay, Pausable: true, Quiet: true, Owner: court,
		Lapse: "不宜适用的转为普通程序", Basis: "《行政诉讼法》第83条，行诉法解释第50条"},
	{ID: SummonsNotice, Name: "开庭传票", Event: "开庭之日", N: -3, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: "当事人可以说明准备时间不足", Basis: "行诉法解释第71条"},
	{ID: HeadNotice, Name: "负责人出庭通知书", Event: "开庭之日", N: -3, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: "行政机关可以说明准备时间不足", Basis: "法释〔2020〕3号第5条"},
	{ID: SuitSuspEnd, Name: "中止诉讼满九十日", Event: "中止诉讼", N: 90, Unit: calendar.NaturalDay, Owner: court,
		Lapse: "无人继续诉讼的，终结诉讼", Basis: "行诉法解释第88条"},
	{ID: JudgmentSent, Name: "收到裁判文书", Event: "裁判", N: 10, Unit: calendar.NaturalDay, Owner: court,
		Lapse: "没有收到的，请向法院催问；已经收到的，请补记“裁判文书送达”，上诉期自送达起算", Basis: "《行政诉讼法》第80条、第85条"},
	{ID: AppealJudgment, Name: "上诉期（判决）", Event: "判决书送达", N: 15, Unit: calendar.NaturalDay, Expires: true, Owner: parties,
		Lapse: "期满一审判决生效", Basis: "《行政诉讼法》第85条"},
	{ID: AppealRuling, Name: "上诉期（裁定）", Event: "裁定书送达", N: 10, Unit: calendar.NaturalDay, Expires: true, Owner: parties,
		Lapse: "期满一审裁定生效", Basis: "《行政诉讼法》第85条"},
	{ID: AnswerAppeal, Name: "答辩（二审）", Event: "收到上诉状副本", N: 15, Unit: calendar.NaturalDay, Main: true, Owner: defender,
		Lapse: "不答辩的，不影响审理", Basis: "行诉法解释第108条"},
	{ID: SecondInstance, Name: "二审审理期限", Event: "法院收到上诉状", N: 3, Unit: calendar.MonthUnit, Pausable: true, Quiet: true, Owner: court,
		Lapse: "需要延长的由高级法院批准", Basis: "《行政诉讼法》第88条，行诉法解释第50条"},
	{ID: RetrialApply, Name: "申请再审期限", Event: "裁判生效", N: 6, Unit: calendar.MonthUnit, Expires: true, Quiet: true, Owner: parties,
		Lapse: "逾期申请的，法院不予受理", Basis: "行诉法解释第110条"},
	{ID: RetrialOpinionDue, Name: "提交再审书面意见", Event: "收到再审申请书副本", N: 15, Unit: calendar.NaturalDay, Outlives: true, Owner: defender,
		Lapse: "不提交的，不影响审查", Basis: "行诉法解释第111条"},
	{ID: RetrialReview, Name: "再审审查期限", Event: "再审申请立案", N: 6, Unit: calendar.MonthUnit, Quiet: true, Owner: court,
		Lapse: "需要延长的由本院院长批准", Basis: "行诉法解释第112条"},
	{ID: ProtestRuling, Name: "抗诉案件裁定再审", Event: "法院收到抗诉书", N: 30, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: remind, Basis: "行诉法解释第124条"},
	{ID: ProtestAdvice, Name: "再审检察建议审查", Event: "法院收到再审检察建议", N: 3, Unit: calendar.MonthUnit, Quiet: true, Owner: court,
		Lapse: remind, Basis: "行诉法解释第126条"},
	{ID: JudgmentPerform, Name: "履行裁判", Event: "裁判文书指定", Unit: calendar.NamedDay, Outlives: true, Owner: defender,
		Lapse: "拒不履行的，法院可以划拨、罚款、公告、司法建议、拘留", Basis: "《行政诉讼法》第94条、第96条"},
	{ID: EnforceJudgment, Name: "申请执行裁判", Event: "履行期限届满", N: 2, Unit: calendar.YearUnit, Expires: true, Quiet: true, Owner: parties,
		Lapse: "逾期申请且无正当理由的，法院不予受理", Basis: "行诉法解释第153条"},
	{ID: AdviceBack, Name: "司法建议回复", Event: "收到司法建议", N: 2, Unit: calendar.MonthUnit, Outlives: true, Owner: defender,
		Lapse: "逾期不回复的，法院可以再次发函并抄送上级机关", Basis: "法释〔2023〕11号第8条、第9条"},
	{ID: AdviceNormBack, Name: "司法建议回复（规范性文件）", Event: "收到司法建议", N: 60, Unit: calendar.NaturalDay, Outlives: true, Owner: defender,
		Lapse: remind, Basis: "行诉法解释第149条"},
	{ID: ProsecutorBack, Name: "检察建议回复", Event: "收到检察建议", N: 2, Unit: calendar.MonthUnit, Outlives: true, Owner: defender,
		Lapse: "逾期不履职的，检察院可以提起公益诉讼", Basis: "《行政诉讼法》第25条第4款"},
}
