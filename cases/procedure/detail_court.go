package procedure

// What the judgments and hearings of suits carry.

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

// Outcomes of a retrial (XSJ-116 to 122).
const (
	RetrialRefused     Outcome = "retrial_refused"     // 驳回再审申请
	RetrialUpheld      Outcome = "retrial_upheld"      // 再审维持原判
	RetrialAlteredLost Outcome = "retrial_altered"     // 再审改判被告败诉
	RetrialAlteredWon  Outcome = "retrial_altered_won" // 再审改判被告胜诉
)

// Outcomes of enforcement without a suit (非诉执行, 行政强制法 56 to 58). None of them is 败诉; they are counted by themselves.
const (
	ExecutionAllowed  Outcome = "execution_allowed"  // 准予执行
	ExecutionDenied   Outcome = "execution_denied"   // 不准予执行
	ExecutionRejected Outcome = "execution_rejected" // 不予受理执行申请
)

// Result is the outcome of a judgment for one defendant, or for one of two acts where the court judged the original act and the
// reconsideration decision apart (XS-79, XSJ-136).
type Result struct {
	// Defendant is the organ's name; "" in a suit with one defendant.
	Defendant string `json:"defendant,omitempty"`
	// Act is what the court judged (诉讼标的); "" where the suit is about one act only.
	Act     SuedAct `json:"act,omitempty"`
	Outcome Outcome `json:"outcome"`
	// Redo is true when the defendant must act anew (责令重新作出行政行为, XS-70).
	Redo bool `json:"redo,omitempty"`
	// Lost overrides whether this counts as 败诉, when the outcome alone does not tell (驳回上诉维持原判 follows the
	// judgment below). nil means: as the outcome usually counts.
	Lost *bool `json:"lost,omitempty"`
	// Causes are why the defendant lost (败诉原因), as the list of lost suits asks.
	Causes []LossCause `json:"causes,omitempty"`
}

// SuedAct is one of the two acts that a suit after a reconsideration may be about.
type SuedAct string

// Acts under review of a court.
const (
	OriginalAct    SuedAct = "original" // 原行政行为
	ReviewDecision SuedAct = "decision" // 复议决定
)

// LossCause is why an organ lost a suit (败诉原因).
type LossCause string

// Causes of a loss (XS-70 to 76).
const (
	LostBySubject   LossCause = "subject"   // 主体、职权
	LostByFacts     LossCause = "facts"     // 事实、证据
	LostByProcedure LossCause = "procedure" // 程序
	LostByLaw       LossCause = "law"       // 法律适用
	LostByFairness  LossCause = "fairness"  // 明显不当
	LostByInaction  LossCause = "inaction"  // 不履行职责
)

// Rank is the post of the person who appeared (CT-2).
type Rank string

// Ranks of heads.
const (
	ChiefHead  Rank = "chief"  // 正职负责人
	DeputyHead Rank = "deputy" // 副职负责人
	OtherHead  Rank = "other"  // 其他参与分管的负责人
)

// Appearance is who appeared for one defendant at one hearing (负责人出庭应诉, XS-3 para 3, CT-2). A hearing with several
// defendants is recorded once for each of them, on the same day.
type Appearance struct {
	// Head is true when a head of the organ appeared; Name, Post and Rank are the head's.
	Head bool   `json:"head"`
	Name string `json:"name,omitempty"`
	Post string `json:"post,omitempty"`
	Rank Rank   `json:"rank,omitempty"`
	// For is the organ represented; "" in a suit with one defendant.
	For string `json:"for,omitempty"`
	// Notified is true when the court told the organ that a head must appear (法院通知负责人出庭, CT-4).
	Notified bool `json:"notified,omitempty"`
	// Spoke is true when the head spoke in court (出声); Remarks is what was said on settling the dispute in substance (实质性化解
	// 意见, CT-11).
	Spoke   bool   `json:"spoke,omitempty"`
	Remarks string `json:"remarks,omitempty"`
	// Absence is the ground of absence (CT-8), Reason its words as given in writing, "" if none, Proof the paper that proves it
	// (CT-9), View what the court thought of it.
	Absence AbsenceGround `json:"absence,omitempty"`
	Reason  string        `json:"reason,omitempty"`
	Proof   string        `json:"proof,omitempty"`
	View    CourtView     `json:"view,omitempty"`
	// Staff are the organ's staff who came (相应的工作人员, XSJ-128), Lawyers its lawyers; several are joined by 、.
	Staff   string `json:"staff,omitempty"`
	Lawyers string `json:"lawyers,omitempty"`
	// Consequence is what the court reported to the superior organ (CT-12), Letter the number of its letter (司法建议书文号).
	Consequence Consequence `json:"consequence,omitempty"`
	Letter      string      `json:"letter,omitempty"`
}

// Excused reports an absence whose ground the court accepted.
func (a *Appearance) Excused() bool { return !a.Head && a.View == ViewAccepted }

// Explained reports an absence for which a ground was given in writing; words beside 没有正当理由 are none, and an agreement with a
// co-defendant is no absence to be explained.
func (a *Appearance) Explained() bool {
	return !a.Head && a.Absence != AbsentNone && a.Absence != AbsentJoint && (a.Reason != "" || a.Absence != "")
}

// AbsenceGround is why a head could not appear (不能出庭的正当理由, CT-8).
type AbsenceGround string

// Grounds of absence.
const (
	AbsentForce    AbsenceGround = "force_majeure" // 不可抗力
	AbsentAccident AbsenceGround = "accident"      // 意外事件
	AbsentDuty     AbsenceGround = "duty"          // 需要履行他人不能代替的公务
	AbsentOther    AbsenceGround = "other"         // 其他正当事由
	AbsentNone     AbsenceGround = "none"          // 没有正当理由
	AbsentJoint    AbsenceGround = "joint"         // 共同被告商定由其他被告的负责人出庭 (法释〔2020〕3号第3条)
)

// CourtView is what the court thought of a ground of absence.
type CourtView string

// Views.
const (
	ViewAccepted CourtView = "accepted" // 准许
	ViewRefused  CourtView = "refused"  // 不予准许
)

// Consequence is what the court recorded and reported to the superior and the supervisory organ (CT-12).
type Consequence string

// Consequences.
const (
	AbsentUnjustly  Consequence = "absent"         // 无正当理由未出庭
	AbsentAgain     Consequence = "absent_again"   // 延期开庭后再次无正当理由未出庭
	NobodyCame      Consequence = "nobody"         // 负责人和相应的工作人员均不出庭
	LeftEarly       Consequence = "left_early"     // 未经法庭许可中途退庭
	RefusedToAnswer Consequence = "refused_answer" // 拒绝回答、陈述，致使庭审无法进行
)
