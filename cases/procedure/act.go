package procedure

import "fuyi/cases/calendar"

// Kind names an act (程序行为). The words are stored in the office file and used by commands: they never change.
type Kind string

// Acts of reconsideration (行政复议). Articles stand in the act table, spec.go.
const (
	Receipt          Kind = "receipt"           // 收件
	SupplementNotice Kind = "supplement_notice" // 补正通知
	SupplementServed Kind = "supplement_served" // 补正通知送达申请人
	Supplemented     Kind = "supplemented"      // 收到补正材料
	Abandonment      Kind = "abandonment"       // 视为放弃 (逾期未补正; the file note that records what the law already did)
	Acceptance       Kind = "acceptance"        // 受理
	Rejection        Kind = "rejection"         // 不予受理
	Withdrawal       Kind = "withdrawal"        // 申请人撤回申请 (before acceptance; afterwards it grounds a Termination)
	CopySent         Kind = "copy_sent"         // 答复通知及申请书副本送达被申请人
	Reply            Kind = "reply"             // 被申请人提交答复
	OpinionsHeard    Kind = "opinions_heard"    // 听取意见
	HearingHeld      Kind = "hearing"           // 听证
	Consultation     Kind = "consultation"      // 行政复议委员会咨询
	Suspension       Kind = "suspension"        // 中止
	Resumption       Kind = "resumption"        // 恢复审理
	Extension        Kind = "extension"         // 延期
	Decision         Kind = "decision"          // 行政复议决定, with its disposition items
	Dismissal        Kind = "dismissal"         // 驳回行政复议申请
	Mediation        Kind = "mediation"         // 行政复议调解书生效
	Termination      Kind = "termination"       // 终止, with its ground
	Served           Kind = "served"            // 决定书等送达
	OpinionLetter    Kind = "opinion_letter"    // 行政复议意见书
	Recommendation   Kind = "recommendation"    // 行政复议建议书
	LetterReply      Kind = "letter_reply"      // 意见书反馈
	PerformanceOrder Kind = "performance_order" // 责令限期履行
	Performed        Kind = "performed"         // 履行完毕
	Archiving        Kind = "archiving"         // 归档
)

// Acts of litigation (行政应诉).
const (
	SuitReceived   Kind = "suit_received"   // 收到应诉通知书及起诉状副本
	SuitFiled      Kind = "suit_filed"      // 法院立案
	SuitAnswered   Kind = "suit_answered"   // 提交答辩状及证据
	CourtHearing   Kind = "court_hearing"   // 开庭审理, with the head's appearance
	Judgment       Kind = "judgment"        // 裁判, with the outcome per defendant
	JudgmentServed Kind = "judgment_served" // 裁判文书送达
	Appealed       Kind = "appealed"        // 提起上诉
	JudicialAdvice Kind = "judicial_advice" // 收到司法建议
	SuitClosing    Kind = "suit_closing"    // 裁判生效，结案
	SuitArchiving  Kind = "suit_archiving"  // 归档
)

// Act is one dated legal fact of a case. Acts are the truth: state, periods and statistics are computed from them.
type Act struct {
	// ID is the act's number in the office file, 0 before it is stored.
	ID   int64
	Kind Kind
	// On is the day the act legally happened, not the day it was typed in.
	On calendar.Date
	// Regime overrides the regime of the day when the clerk recorded a reason in Note; "" means by date.
	Regime Regime
	// Paper is the number of the paper behind the act (文号), as printed on it.
	Paper string
	// Note is free text shown with the act.
	Note string
	// By is who recorded the act; Imported marks acts that came from a ledger row, not from a clerk (导入).
	By       string
	Imported bool
	// Detail carries what only some kinds have; nil for all others.
	Detail *Detail
}

// Detail is what only some acts carry. Exactly the fields of the act's kind are set; see Spec.Fields.
type Detail struct {
	// Ground is the ground code of a Suspension, Termination, Rejection, Dismissal or Withdrawal; see Grounds.
	Ground Ground `json:"ground,omitempty"`
	// Items are the operative items of a Decision (主文各项).
	Items []Item `json:"items,omitempty"`
	// Days is the length of an Extension in natural days (至多30日); 0 means 30.
	Days int `json:"days,omitempty"`
	// To is the recipient of a letter, a paper or a service: an organ or a party.
	To string `json:"to,omitempty"`
	// Appearance is who came to a CourtHearing for the defendant organs.
	Appearance *Appearance `json:"appearance,omitempty"`
	// Results are the outcomes of a Judgment, one per defendant (每一被告各自的裁判结果).
	Results []Result `json:"results,omitempty"`
}

// Disposition is the kind of an operative item of a decision (决定种类, law L23-63 to 72).
type Disposition string

// Dispositions, in the order of precedence by which the headline result of a decision with several items is named.
const (
	Alter            Disposition = "alter"             // 变更
	Revoke           Disposition = "revoke"            // 撤销
	RevokePart       Disposition = "revoke_part"       // 部分撤销
	ConfirmVoid      Disposition = "confirm_void"      // 确认无效
	ConfirmIllegal   Disposition = "confirm_illegal"   // 确认违法
	OrderPerformance Disposition = "order_performance" // 责令履行
	Compensate       Disposition = "compensate"        // 决定赔偿
	Uphold           Disposition = "uphold"            // 维持
	RefuseRequest    Disposition = "refuse_request"    // 驳回行政复议请求
)

// Item is one operative item of a decision.
type Item struct {
	Kind Disposition `json:"kind"`
	// Redo is true when the respondent must act anew (责令重新作出), an addition to a revocation.
	Redo bool `json:"redo,omitempty"`
	// Text is the wording of the item, if kept.
	Text string `json:"text,omitempty"`
}

// Outcome is what a court did (裁判结果), for one defendant (XS-69 to 79, 89).
type Outcome string

// Outcomes of court cases.
const (
	ClaimDismissed    Outcome = "claim_dismissed"    // 驳回诉讼请求
	SuitDismissed     Outcome = "suit_dismissed"     // 驳回起诉
	NotFiled          Outcome = "not_filed"          // 不予立案
	SuitWithdrawn     Outcome = "suit_withdrawn"     // 准许撤诉
	WithdrawnDeemed   Outcome = "withdrawn_deemed"   // 按撤诉处理
	WithdrawnAltered  Outcome = "withdrawn_altered"  // 被告改变行为后撤诉
	SuitEnded         Outcome = "suit_ended"         // 终结诉讼
	Transferred       Outcome = "transferred"        // 移送管辖
	SuitMediated      Outcome = "suit_mediated"      // 行政调解书
	ActRevoked        Outcome = "act_revoked"        // 撤销
	ActRevokedPart    Outcome = "act_revoked_part"   // 部分撤销
	DutyOrdered       Outcome = "duty_ordered"       // 责令履行法定职责
	PaymentOrdered    Outcome = "payment_ordered"    // 判决给付
	ActIllegal        Outcome = "act_illegal"        // 确认违法
	ActVoid           Outcome = "act_void"           // 确认无效
	ActAltered        Outcome = "act_altered"        // 变更
	Damages           Outcome = "damages"            // 判决赔偿、补偿或采取补救措施
	AppealDismissed   Outcome = "appeal_dismissed"   // 驳回上诉，维持原判（裁定）
	AppealAlteredWon  Outcome = "appeal_altered_won" // 二审改判被告胜诉
	AppealAlteredLost Outcome = "appeal_altered"     // 二审改判被告败诉
	AppealDropped     Outcome = "appeal_dropped"     // 准许撤回上诉
	Remanded          Outcome = "remanded"           // 撤销原判，发回重审
)

// Result is the outcome of a judgment for one defendant.
type Result struct {
	// Defendant is the organ's name; "" in a suit with one defendant.
	Defendant string  `json:"defendant,omitempty"`
	Outcome   Outcome `json:"outcome"`
	// Lost overrides whether this counts as 败诉, when the outcome alone does not tell (驳回上诉维持原判 follows the
	// judgment below). nil means: as the outcome usually counts.
	Lost *bool `json:"lost,omitempty"`
}

// Rank is the post of the person who appeared (CT-2).
type Rank string

// Ranks of heads.
const (
	ChiefHead  Rank = "chief"  // 正职负责人
	DeputyHead Rank = "deputy" // 副职负责人
	OtherHead  Rank = "other"  // 其他参与分管的负责人
)

// Appearance is who appeared for the defendant at one hearing (负责人出庭应诉, XS-3 para 3, CT-2).
type Appearance struct {
	// Head is true when a head of the organ appeared; Name, Post and Rank are his.
	Head bool   `json:"head"`
	Name string `json:"name,omitempty"`
	Post string `json:"post,omitempty"`
	Rank Rank   `json:"rank,omitempty"`
	// For is the organ represented; "" in a suit with one defendant.
	For string `json:"for,omitempty"`
	// Reason is the ground of absence given in writing (CT-8), "" if none.
	Reason string `json:"reason,omitempty"`
}

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
	OtherNeed           Ground = "other_need"           // 其他需要中止
	SettlementReached   Ground = "settlement"           // 和解后撤回
	VoluntaryWithdrawal Ground = "voluntary"            // 自愿撤回
	ActCorrected        Ground = "act_corrected"        // 被申请人改变行为后撤回
	NoSuccessor         Ground = "no_successor"         // 无人承受或放弃权利
	SuspendedTooLong    Ground = "suspended_60"         // 中止满60日原因未消除
	OtherTermination    Ground = "other_termination"    // 其他法定终止
)
