package procedure

// Kind names an act (程序行为). The words are stored in the office file and used by commands: they never change.
type Kind string

// Acts before acceptance (受理前).
const (
	PenaltyReceipt     Kind = "penalty_receipt"     // 处罚机关收到申请 (经处罚机关提交)
	SelfCorrected      Kind = "self_corrected"      // 处罚机关自行纠正
	Receipt            Kind = "receipt"             // 收件
	SupplementNotice   Kind = "supplement_notice"   // 补正通知
	SupplementServed   Kind = "supplement_served"   // 补正通知送达申请人
	SupplementExtended Kind = "supplement_extended" // 延长补正期限
	Supplemented       Kind = "supplemented"        // 收到补正材料
	Abandonment        Kind = "abandonment"         // 视为放弃 (逾期未补正; the file note that records what the law already did)
	RespondentTold     Kind = "respondent_told"     // 告知变更被申请人
	RespondentChanged  Kind = "respondent_changed"  // 变更被申请人
	Acceptance         Kind = "acceptance"          // 受理
	Rejection          Kind = "rejection"           // 不予受理
	Unhandled          Kind = "not_handled"         // 告知不再处理 (R26-37 para 2)
	Withdrawal         Kind = "withdrawal"          // 申请人撤回申请 (before acceptance; afterwards it grounds a Termination)
)

// Acts of review (审理).
const (
	SummaryChosen     Kind = "summary_chosen"     // 适用简易程序
	ToOrdinary        Kind = "to_ordinary"        // 简易程序转为普通程序
	CopySent          Kind = "copy_sent"          // 答复通知及申请书副本送达被申请人
	Reply             Kind = "reply"              // 被申请人提交答复
	ThirdPartyNotice  Kind = "third_party_notice" // 通知第三人参加
	Succession        Kind = "succession"         // 当事人变更、承受
	Stay              Kind = "stay"               // 停止执行
	StayLifted        Kind = "stay_lifted"        // 恢复执行
	OpinionsHeard     Kind = "opinions_heard"     // 听取意见
	HearingNotice     Kind = "hearing_notice"     // 听证通知
	HearingHeld       Kind = "hearing"            // 听证
	ConsultationAsked Kind = "consultation_asked" // 提请委员会咨询
	Consultation      Kind = "consultation"       // 行政复议委员会咨询意见
	MediationStarted  Kind = "mediation_started"  // 开展调解
	MediationFailed   Kind = "mediation_failed"   // 调解未成
	InspectionStarted Kind = "inspection_started" // 现场勘验开始
	InspectionEnded   Kind = "inspection_ended"   // 现场勘验结束
	AppraisalStarted  Kind = "appraisal_started"  // 鉴定开始
	AppraisalEnded    Kind = "appraisal_ended"    // 鉴定结束
	Suspension        Kind = "suspension"         // 中止
	Resumption        Kind = "resumption"         // 恢复审理
	SuperiorOrder     Kind = "superior_order"     // 上级责令受理、恢复审理或者纠正
	Extension         Kind = "extension"          // 延期
	NormRequested     Kind = "norm_requested"     // 申请附带审查规范性文件
	NormAsked         Kind = "norm_asked"         // 通知制定机关书面答复
	NormReplied       Kind = "norm_replied"       // 制定机关答复
	NormForwarded     Kind = "norm_forwarded"     // 转送有权机关
	NormConcluded     Kind = "norm_concluded"     // 附带审查有结论
	Merger            Kind = "merger"             // 合并审理
	Separation        Kind = "separation"         // 分案审理
	PartyLeft         Kind = "party_left"         // 部分申请人撤回
	UpgradeAsked      Kind = "upgrade_asked"      // 报请提级
	UpgradeRefused    Kind = "upgrade_refused"    // 不予提级
	Upgraded          Kind = "upgraded"           // 收到提级决定
	HandedOver        Kind = "handed_over"        // 移送提级案件材料
	UpgradeReceived   Kind = "upgrade_received"   // 收到提级案件材料
	Submission        Kind = "submission"         // 报批
	ReturnedForWork   Kind = "returned"           // 退回补充办理
)

// Acts that conclude a reconsideration, and what follows.
const (
	Decision         Kind = "decision"          // 行政复议决定, with its disposition items
	Dismissal        Kind = "dismissal"         // 驳回行政复议申请
	Mediation        Kind = "mediation"         // 行政复议调解书生效
	Termination      Kind = "termination"       // 终止, with its ground
	Served           Kind = "served"            // 决定书等送达
	PublicService    Kind = "public_service"    // 公告送达
	Rectification    Kind = "rectification"     // 文书更正 (a paper of its own, not the correction of an entry)
	CopiedUp         Kind = "copied_up"         // 抄告上一级主管部门
	Published        Kind = "published"         // 决定书公开
	OpinionLetter    Kind = "opinion_letter"    // 行政复议意见书
	LetterServed     Kind = "letter_served"     // 意见书送达
	LetterReply      Kind = "letter_reply"      // 意见书反馈
	Recommendation   Kind = "recommendation"    // 行政复议建议书
	PerformanceOrder Kind = "performance_order" // 责令限期履行
	Interview        Kind = "interview"         // 约谈或者通报批评
	Performed        Kind = "performed"         // 履行完毕
	Enforcement      Kind = "enforcement"       // 申请法院强制执行
	ClueTransferred  Kind = "clue_transferred"  // 移送问题线索
	DecisionSued     Kind = "decision_sued"     // 复议决定被起诉
	Remitted         Kind = "remitted"          // 法院判令重新复议
	Archiving        Kind = "archiving"         // 归档
)

// Acts of litigation (行政应诉).
const (
	SuitReceived         Kind = "suit_received"         // 收到应诉通知书及起诉状副本
	SuitFiled            Kind = "suit_filed"            // 法院立案
	JurisdictionDisputed Kind = "jurisdiction_disputed" // 提出管辖异议
	EvidencePostponed    Kind = "evidence_postponed"    // 申请延期举证
	EvidencePermitted    Kind = "evidence_permitted"    // 法院准许延期举证
	EvidenceResumed      Kind = "evidence_resumed"      // 延期举证事由消除
	EvidenceProvided     Kind = "evidence_provided"     // 补充提供证据
	SuitAnswered         Kind = "suit_answered"         // 提交答辩状及证据
	SuitAssigned         Kind = "suit_assigned"         // 确定承办人 (内部安排)
	DraftAsked           Kind = "draft_asked"           // 请承办部门报送答辩草稿和证据 (内部安排)
	DraftReceived        Kind = "draft_received"        // 收到答辩草稿 (内部安排)
	Authorised           Kind = "authorised"            // 办妥授权委托和负责人身份证明 (内部安排)
	CourtSummons         Kind = "court_summons"         // 收到开庭传票
	HeadNotified         Kind = "head_notified"         // 收到负责人出庭应诉通知 (CT-5)
	CourtHearing         Kind = "court_hearing"         // 开庭审理, with the head's appearance
	SuitSuspension       Kind = "suit_suspension"       // 中止诉讼
	SuitResumption       Kind = "suit_resumption"       // 恢复诉讼
	Judgment             Kind = "judgment"              // 裁判, with the outcome per defendant
	JudgmentServed       Kind = "judgment_served"       // 裁判文书送达
	Appealed             Kind = "appealed"              // 提起上诉
	AppealReceived       Kind = "appeal_received"       // 收到上诉状副本
	AppealAnswered       Kind = "appeal_answered"       // 提交二审答辩状
	SuitClosing          Kind = "suit_closing"          // 裁判生效，结案
	JudgmentPerformed    Kind = "judgment_performed"    // 裁判履行完毕
	Rectified            Kind = "rectified"             // 落实整改: what was done after a judgment (整改、追责情况)
	RetrialSought        Kind = "retrial_sought"        // 申请再审
	RetrialCopy          Kind = "retrial_copy"          // 收到再审申请书副本
	RetrialOpinion       Kind = "retrial_opinion"       // 提交再审书面意见
	Protest              Kind = "protest"               // 检察院抗诉或者再审检察建议
	JudicialAdvice       Kind = "judicial_advice"       // 收到司法建议
	AdviceReplied        Kind = "advice_replied"        // 回复司法建议
	ProsecutorAdvice     Kind = "prosecutor_advice"     // 收到检察建议
	ProsecutorReplied    Kind = "prosecutor_replied"    // 回复检察建议
	SuitArchiving        Kind = "suit_archiving"        // 归档
)

// Acts of enforcement without a suit (非诉执行).
const (
	EnforcementUrged    Kind = "enforcement_urged"    // 催告书送达
	EnforcementApplied  Kind = "enforcement_applied"  // 申请法院强制执行 (the organ's own act, nobody having sued)
	EnforcementAccepted Kind = "enforcement_accepted" // 法院受理执行申请
	EnforcementObjected Kind = "enforcement_objected" // 对不予受理、不准予执行的裁定向上一级法院申请复议
	EnforcementDone     Kind = "enforcement_done"     // 执行完毕, also performance without a ruling
)
