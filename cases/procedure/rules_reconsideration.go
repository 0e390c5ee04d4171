package procedure

import "fuyi/cases/calendar"

// Periods of reconsideration (行政复议).
const (
	AccReview       RuleID = "ACC_REVIEW"
	CorrAsk         RuleID = "CORR_ASK"
	CorrAnswer      RuleID = "CORR_ANSWER"
	CorrReview      RuleID = "CORR_REVIEW"
	PenaltyFwd      RuleID = "PENALTY_FWD"
	CopyOrd         RuleID = "COPY_ORD"
	ReplyOrd        RuleID = "REPLY_ORD"
	CopySmp         RuleID = "COPY_SMP"
	ReplySmp        RuleID = "REPLY_SMP"
	HearNotice      RuleID = "HEAR_NOTICE"
	DecOrd          RuleID = "DEC_ORD"
	DecSmp          RuleID = "DEC_SMP"
	Ext             RuleID = "EXT"
	SuspEnd         RuleID = "SUSP_END"
	NormAsk         RuleID = "NORM_ASK"
	NormReply       RuleID = "NORM_REPLY"
	NormOwn         RuleID = "NORM_OWN"
	NormFwd         RuleID = "NORM_FWD"
	NormBack        RuleID = "NORM_BACK"
	UpgradeHandover RuleID = "UPGRADE_HANDOVER"
	Redo            RuleID = "REDO"
	Perform         RuleID = "PERFORM"
	PerformOrdered  RuleID = "PERFORM_ORDERED"
	OpinionBack     RuleID = "OPINION_BACK"
	Apply           RuleID = "APPLY"
	ApplyCapUntold  RuleID = "APPLY_CAP_UNTOLD"
	ApplyCap        RuleID = "APPLY_CAP"
	ApplyCapEstate  RuleID = "APPLY_CAP_ESTATE"
	PublicNotice30  RuleID = "PUBLIC_SERVICE"
	NonlitApply     RuleID = "NONLIT_APPLY"
)

// Words that repeat in the table.
const (
	organ      = "机关"
	agency     = "机构"
	applicant  = "申请人"
	respondent = "被申请人"

	noEvidence  = "不按照规定答复的，视为该行政行为没有证据、依据"
	lateCopy    = "逾期未发送的，属于违反法定程序"
	overdueText = "期满未作决定的即为超期，申请人可以在十五日内起诉"
	remind      = "逾期的提醒办理"
)

// reconsiderationRules is read only. One row a period and regime; the fold looks rows up by id.
var reconsiderationRules = []Rule{
	{ID: AccReview, Name: "受理审查", Event: "收到申请", N: 5, Unit: calendar.Workday, Main: true, Owner: organ,
		Lapse: "期满未作出不予受理决定的，自收件之日视为受理", Basis: "旧《行政复议法》第17条", Regimes: "A"},
	{ID: AccReview, Name: "受理审查", Event: "收到申请", N: 5, Unit: calendar.Workday, Main: true, Owner: organ,
		Lapse: "期满未作出不予受理决定的，审查期限届满之日视为受理", Basis: "《行政复议法》第30条", Regimes: "BC"},
	{ID: CorrAsk, Name: "发补正通知", Event: "收到申请", N: 5, Unit: calendar.Workday, Owner: organ,
		Lapse: "与受理审查同时届满，期满视为受理", Basis: "旧《实施条例》第29条", Regimes: "A"},
	{ID: CorrAsk, Name: "发补正通知", Event: "收到申请", N: 5, Unit: calendar.Workday, Owner: organ,
		Lapse: "与受理审查同时届满，期满视为受理", Basis: "《行政复议法》第31条", Regimes: "BC"},
	{ID: CorrAnswer, Name: "申请人补正", Event: "补正通知指定", Unit: calendar.NamedDay, Main: true, Owner: applicant,
		Lapse: "无正当理由逾期不补正的，视为放弃行政复议申请", Basis: "旧《实施条例》第29条", Regimes: "A"},
	{ID: CorrAnswer, Name: "申请人补正", Event: "收到补正通知", N: 10, Unit: calendar.Workday, Main: true, Owner: applicant,
		Lapse: "无正当理由逾期不补正的，视为放弃行政复议申请", Basis: "《行政复议法》第31条", Regimes: "BC"},
	{ID: CorrReview, Name: "补正后审查", Event: "收到补正材料", N: 5, Unit: calendar.Workday, Main: true, Owner: organ,
		Lapse: "期满视为受理", Basis: "旧《行政复议法》第17条，旧《实施条例》第29条", Regimes: "A"},
	{ID: CorrReview, Name: "补正后审查", Event: "收到补正材料", N: 5, Unit: calendar.Workday, Main: true, Owner: organ,
		Lapse: "期满视为受理", Basis: "《行政复议法》第31条、第30条", Regimes: "BC"},
	{ID: PenaltyFwd, Name: "处罚机关转送或自行纠正", Event: "处罚机关收到申请", N: 5, Unit: calendar.Workday, Owner: "处罚机关",
		Lapse: remind, Basis: "《行政复议法》第32条", Regimes: "B"},
	{ID: PenaltyFwd, Name: "处罚机关转送或自行纠正", Event: "处罚机关收到申请", N: 5, Unit: calendar.Workday, Owner: "处罚机关",
		Lapse: remind, Basis: "《行政复议法》第32条，《实施条例》第38条", Regimes: "C"},
	{ID: CopyOrd, Name: "发送申请书副本", Event: "受理", N: 7, Unit: calendar.Workday, Owner: agency,
		Lapse: lateCopy, Basis: "旧《行政复议法》第23条", Regimes: "A"},
	{ID: CopyOrd, Name: "发送申请书副本", Event: "受理", N: 7, Unit: calendar.Workday, Owner: agency,
		Lapse: lateCopy, Basis: "《行政复议法》第48条", Regimes: "BC"},
	{ID: ReplyOrd, Name: "被申请人答复", Event: "收到申请书副本", N: 10, Unit: calendar.NaturalDay, Owner: respondent,
		Lapse: noEvidence, Basis: "旧《行政复议法》第23条、第28条、第40条", Regimes: "A"},
	{ID: ReplyOrd, Name: "被申请人答复", Event: "收到申请书副本", N: 10, Unit: calendar.Workday, Owner: respondent,
		Lapse: noEvidence, Basis: "《行政复议法》第48条、第70条", Regimes: "BC"},
	{ID: CopySmp, Name: "发送申请书副本（简易）", Event: "受理", N: 3, Unit: calendar.Workday, Owner: agency,
		Lapse: lateCopy, Basis: "《行政复议法》第54条", Regimes: "BC"},
	{ID: ReplySmp, Name: "被申请人答复（简易）", Event: "收到申请书副本", N: 5, Unit: calendar.Workday, Owner: respondent,
		Lapse: noEvidence, Basis: "《行政复议法》第54条、第70条", Regimes: "BC"},
	{ID: HearNotice, Name: "听证通知", Event: "听证之日", N: -5, Unit: calendar.Workday, Owner: agency,
		Lapse: "来不及通知的，应当另定听证日期", Basis: "《行政复议法》第51条", Regimes: "BC"},
	{ID: DecOrd, Name: "审理期限", Event: "受理", N: 60, Unit: calendar.NaturalDay, Pausable: true, Main: true, Owner: organ,
		Lapse: overdueText, Basis: "旧《行政复议法》第31条", Regimes: "A"},
	{ID: DecOrd, Name: "审理期限", Event: "受理", N: 60, Unit: calendar.NaturalDay, Pausable: true, Main: true, Owner: organ,
		Lapse: overdueText, Basis: "《行政复议法》第62条", Regimes: "BC"},
	{ID: DecSmp, Name: "审理期限（简易）", Event: "受理", N: 30, Unit: calendar.NaturalDay, Pausable: true, Main: true, Owner: organ,
		Lapse: overdueText, Basis: "《行政复议法》第62条", Regimes: "BC"},
	{ID: Ext, Name: "延长的期限", Event: "原审理期限的最后一日", N: 30, Unit: calendar.NaturalDay, Owner: "机关负责人",
		Lapse: "延长后仍未作决定的即为超期", Basis: "旧《行政复议法》第31条", Regimes: "A"},
	{ID: Ext, Name: "延长的期限", Event: "原审理期限的最后一日", N: 30, Unit: calendar.NaturalDay, Owner: "机构负责人",
		Lapse: "延长后仍未作决定的即为超期", Basis: "《行政复议法》第62条", Regimes: "BC"},
	{ID: SuspEnd, Name: "中止满六十日", Event: "中止", N: 60, Unit: calendar.NaturalDay, Owner: organ,
		Lapse: "原因仍未消除的，终止行政复议", Basis: "旧《实施条例》第42条", Regimes: "A"},
	{ID: SuspEnd, Name: "中止满六十日", Event: "中止", N: 60, Unit: calendar.NaturalDay, Owner: organ,
		Lapse: "原因仍未消除的，终止行政复议", Basis: "《行政复议法》第41条", Regimes: "BC"},
	{ID: NormAsk, Name: "通知制定机关书面答复", Event: "中止", N: 3, Unit: calendar.Workday, Owner: agency,
		Lapse: remind, Basis: "《行政复议法》第58条", Regimes: "BC"},
	{ID: NormReply, Name: "制定机关书面答复", Event: "制定机关收到通知", N: 10, Unit: calendar.Workday, Owner: "制定机关",
		Lapse: remind, Basis: "《行政复议法》第58条", Regimes: "BC"},
	{ID: NormOwn, Name: "附带审查处理", Event: "中止", N: 30, Unit: calendar.NaturalDay, Owner: organ,
		Lapse: remind, Basis: "旧《行政复议法》第26条、第27条", Regimes: "A"},
	{ID: NormOwn, Name: "附带审查处理", Event: "中止", N: 30, Unit: calendar.NaturalDay, Owner: organ,
		Lapse: remind, Basis: "《行政复议法》第56条、第57条", Regimes: "B"},
	{ID: NormOwn, Name: "附带审查处理", Event: "中止", N: 30, Unit: calendar.NaturalDay, Owner: organ,
		Lapse: remind, Basis: "《行政复议法》第56条、第57条，《实施条例》第53条", Regimes: "C"},
	{ID: NormFwd, Name: "附带审查转送", Event: "中止", N: 7, Unit: calendar.Workday, Owner: organ,
		Lapse: remind, Basis: "旧《行政复议法》第26条、第27条", Regimes: "A"},
	{ID: NormFwd, Name: "附带审查转送", Event: "中止", N: 7, Unit: calendar.Workday, Owner: organ,
		Lapse: remind, Basis: "《行政复议法》第56条、第57条", Regimes: "B"},
	{ID: NormFwd, Name: "附带审查转送", Event: "中止", N: 7, Unit: calendar.Workday, Owner: organ,
		Lapse: remind, Basis: "《行政复议法》第56条、第57条，《实施条例》第53条", Regimes: "C"},
	{ID: NormBack, Name: "接受转送的机关处理", Event: "收到转送材料", N: 60, Unit: calendar.NaturalDay, Owner: "接受转送的机关",
		Lapse: remind, Basis: "旧《行政复议法》第26条", Regimes: "A"},
	{ID: NormBack, Name: "接受转送的机关处理", Event: "收到转送材料", N: 60, Unit: calendar.NaturalDay, Owner: "接受转送的机关",
		Lapse: remind, Basis: "《行政复议法》第60条", Regimes: "BC"},
	{ID: UpgradeHandover, Name: "提级移送材料", Event: "收到提级决定", N: 5, Unit: calendar.Workday, Owner: organ,
		Lapse: remind, Basis: "《行政复议法》第38条", Regimes: "B"},
	{ID: UpgradeHandover, Name: "提级移送材料", Event: "收到提级决定", N: 5, Unit: calendar.Workday, Owner: organ,
		Lapse: remind, Basis: "《行政复议法》第38条，《实施条例》第40条", Regimes: "C"},
	{ID: Redo, Name: "重新作出行政行为", Event: "决定书送达被申请人", N: 60, Unit: calendar.NaturalDay, Owner: respondent,
		Lapse: "逾期的，责令限期履行", Basis: "旧《实施条例》第49条", Regimes: "AB"},
	{ID: Redo, Name: "重新作出行政行为", Event: "决定书送达被申请人", N: 60, Unit: calendar.NaturalDay, Owner: respondent,
		Lapse: "逾期的，责令限期履行", Basis: "《实施条例》第58条", Regimes: "C"},
	{ID: Perform, Name: "履行复议决定或调解书", Event: "文书指定", Unit: calendar.NamedDay, Owner: "义务人",
		Lapse: "被申请人逾期的，责令限期履行；申请人、第三人逾期的，可以强制执行", Basis: "旧《行政复议法》第32条、第33条", Regimes: "A"},
	{ID: Perform, Name: "履行复议决定或调解书", Event: "文书指定", Unit: calendar.NamedDay, Owner: "义务人",
		Lapse: "被申请人逾期的，责令限期履行；申请人、第三人逾期的，可以强制执行", Basis: "《行政复议法》第66条、第73条、第77条、第78条", Regimes: "BC"},
	{ID: PerformOrdered, Name: "限期履行", Event: "责令履行通知书指定", Unit: calendar.NamedDay, Owner: respondent,
		Lapse: "仍不履行的，可以约谈、通报批评并移送处分", Basis: "旧《行政复议法》第32条、第37条", Regimes: "A"},
	{ID: PerformOrdered, Name: "限期履行", Event: "责令履行通知书指定", Unit: calendar.NamedDay, Owner: respondent,
		Lapse: "仍不履行的，可以约谈、通报批评并移送处分", Basis: "《行政复议法》第77条、第83条", Regimes: "BC"},
	{ID: OpinionBack, Name: "意见书反馈", Event: "收到意见书", N: 60, Unit: calendar.NaturalDay, Outlives: true, Owner: respondent,
		Lapse: "逾期的，可以责令限期履行", Basis: "旧《实施条例》第57条", Regimes: "A"},
	{ID: OpinionBack, Name: "意见书反馈", Event: "收到意见书", N: 60, Unit: calendar.NaturalDay, Outlives: true, Owner: respondent,
		Lapse: "逾期的，可以责令限期履行", Basis: "《行政复议法》第76条、第77条", Regimes: "BC"},
	{ID: Apply, Name: "申请期限", Event: "知道行政行为", N: 60, Unit: calendar.NaturalDay, Pausable: true, Owner: applicant,
		Lapse: "无正当理由逾期的，不予受理", Basis: "旧《行政复议法》第9条", Regimes: "A"},
	{ID: Apply, Name: "申请期限", Event: "知道行政行为", N: 60, Unit: calendar.NaturalDay, Pausable: true, Owner: applicant,
		Lapse: "无正当理由逾期的，不予受理", Basis: "《行政复议法》第20条", Regimes: "BC"},
	{ID: ApplyCapUntold, Name: "申请期限（未告知权利）", Event: "知道行政行为内容", N: 1, Unit: calendar.YearUnit, Owner: applicant,
		Lapse: "逾期的，不予受理", Basis: "《行政复议法》第20条第3款", Regimes: "BC"},
	{ID: ApplyCap, Name: "最长申请期限", Event: "作出行政行为", N: 5, Unit: calendar.YearUnit, Owner: applicant,
		Lapse: "逾期的，不予受理", Basis: "《行政复议法》第21条", Regimes: "BC"},
	{ID: ApplyCapEstate, Name: "最长申请期限（不动产）", Event: "作出行政行为", N: 20, Unit: calendar.YearUnit, Owner: applicant,
		Lapse: "逾期的，不予受理", Basis: "《行政复议法》第21条", Regimes: "BC"},
	{ID: PublicNotice30, Name: "公告送达", Event: "发出公告", N: 30, Unit: calendar.NaturalDay, Owner: organ,
		Lapse: "期满视为送达", Basis: "《行政复议法》第88条，《民事诉讼法》第95条"},
	{ID: NonlitApply, Name: "申请法院强制执行", Event: "起诉期限届满", N: 3, Unit: calendar.MonthUnit, Expires: true, Quiet: true, Owner: organ,
		Lapse: "逾期申请的，法院不予受理", Basis: "《行政强制法》第53条，行诉法解释第156条"},
}
