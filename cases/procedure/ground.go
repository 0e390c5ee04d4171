package procedure

// Ground is the code of a legal ground (事由).
type Ground string

// Grounds of suspension (L23-39 items 1-10), withdrawal and termination (L23-41, 74).
const (
	ApplicantDied       Ground = "applicant_died"       // 申请人死亡，待近亲属表明
	ApplicantIncapable  Ground = "applicant_incapable"  // 申请人丧失行为能力
	ApplicantMissing    Ground = "applicant_missing"    // 申请人下落不明
	ApplicantEnded      Ground = "applicant_ended"      // 申请人组织终止
	ForceMajeure        Ground = "force_majeure"        // 不可抗力等正当理由
	SuspendedForSettle  Ground = "suspended_for_settle" // 调解、和解，双方同意中止
	LawQuestion         Ground = "law_question"         // 法律适用问题待解释
	OtherCasePending    Ground = "other_case_pending"   // 以其他案件结果为依据
	NormReview          Ground = "norm_review"          // 规范性文件附带审查
	NormElsewhere       Ground = "norm_elsewhere"       // 规范性文件附带审查，本机关无权处理
	OtherNeed           Ground = "other_need"           // 其他需要中止
	SettlementReached   Ground = "settlement"           // 和解后撤回
	VoluntaryWithdrawal Ground = "voluntary"            // 自愿撤回
	ActCorrected        Ground = "act_corrected"        // 被申请人改变行为后撤回
	NoSuccessor         Ground = "no_successor"         // 无人承受或放弃权利
	SuspendedTooLong    Ground = "suspended_60"         // 中止满60日原因未消除
	TurnedCriminal      Ground = "turned_criminal"      // 行政拘留等因同一行为转为刑事强制措施
	OtherTermination    Ground = "other_termination"    // 其他法定终止
)

// Grounds of the summary procedure (L23-53); without one an acceptance is for the ordinary procedure.
const (
	SummaryOnSpot     Ground = "summary_on_spot"    // 当场作出的行政行为
	SummaryWarning    Ground = "summary_warning"    // 警告或者通报批评
	SummaryAmount     Ground = "summary_amount"     // 涉案款额三千元以下
	SummaryDisclosure Ground = "summary_disclosure" // 政府信息公开
	SummaryConsent    Ground = "summary_consent"    // 当事人各方同意
)

// Grounds of refusal (L23-30 conditions; R26-29, 36).
const (
	NoApplicant     Ground = "no_applicant"     // 没有明确的申请人或者符合规定的被申请人
	NoInterest      Ground = "no_interest"      // 与行政行为没有利害关系
	NoRequest       Ground = "no_request"       // 没有具体的复议请求和理由
	TooLate         Ground = "too_late"         // 超过申请期限
	OutOfScope      Ground = "out_of_scope"     // 不属于行政复议范围
	NotCompetent    Ground = "not_competent"    // 不属于本机关管辖
	AlreadyAccepted Ground = "already_accepted" // 复议机关或者法院已经受理
	WrongRespondent Ground = "wrong_respondent" // 不变更错列的被申请人
	WithdrawnBefore Ground = "withdrawn_before" // 撤回后以同一事实和理由再次申请
	StillUnclear    Ground = "still_unclear"    // 补正后仍不符合条件
)

// Grounds of dismissal after acceptance (L23-33; R26-37).
const (
	ConditionsMissing Ground = "conditions_missing" // 受理后发现不符合受理条件
	Groundless        Ground = "groundless"         // 请求明显没有依据，经释明仍坚持
	NoSuchPower       Ground = "no_such_power"      // 请求履行的职责明显不属于被申请人
	BoundByJudgment   Ground = "bound_by_judgment"  // 法律关系已为法院裁判、调解书羁束
)

// Grounds of staying execution (L23-42).
const (
	StayByRespondent Ground = "stay_by_respondent" // 被申请人认为需要
	StayByOrgan      Ground = "stay_by_organ"      // 复议机关认为需要
	StayOnRequest    Ground = "stay_on_request"    // 申请人、第三人申请且理由成立
	StayByLaw        Ground = "stay_by_law"        // 法律、法规、规章规定
)

// Procedures under which a court files a case (适用程序); none given means the ordinary procedure of the first instance.
const (
	FiledOrdinary Ground = "filed_ordinary" // 一审普通程序
	FiledSummary  Ground = "filed_summary"  // 一审简易程序
	FiledAppeal   Ground = "filed_appeal"   // 二审程序
	FiledRetrial  Ground = "filed_retrial"  // 再审程序
)

// Kinds of judicial advice (司法建议).
const (
	AdviceGeneral Ground = "advice_general" // 综合治理类
	AdviceNorm    Ground = "advice_norm"    // 规范性文件不合法
	AdviceOnCase  Ground = "advice_on_case" // 个案
)
