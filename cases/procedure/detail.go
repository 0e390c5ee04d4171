package procedure

import "fuyi/cases/calendar"

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
	// Side is on whose side the recipient stands (送达对象); "" when it does not matter or is not known.
	Side Side `json:"side,omitempty"`
	// Means is how something was done: served, heard, filed (方式).
	Means Means `json:"means,omitempty"`
	// Posted is the day the paper was handed to the post (交邮日); On is then its arrival. What was posted on the last day
	// is in time (MS-85 para 4).
	Posted calendar.Date `json:"posted,omitzero"`
	// Until is a day that the paper names: of a hearing, of performance, of an extended supplement period.
	Until calendar.Date `json:"until,omitzero"`
	// Time is the hour of the hearing that the paper names (开庭时间), HH:MM, Place where it is held (法庭、听证地点); "" where it names none.
	Time  string `json:"time,omitempty"`
	Place string `json:"place,omitempty"`
	// Sender is the court or procuratorate whose advice was received (发出建议的机关), Subject what it advises (建议事项); Adopted says of a reply
	// how far the advice was followed, Measures what was done (整改措施).
	Sender   string   `json:"sender,omitempty"`
	Subject  string   `json:"subject,omitempty"`
	Adopted  Adoption `json:"adopted,omitempty"`
	Measures string   `json:"measures,omitempty"`
	// Filing is what a Receipt says about the time to apply (申请期限).
	Filing *Filing `json:"filing,omitempty"`
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
	// Days is the period to act anew or to perform, in natural days from service on the respondent; 0 means the
	// statutory one for Redo (60) and none named for others.
	Days int `json:"days,omitempty"`
	// ProcedureOnly is true for a confirmation of illegality whose only ground is the procedure (仅以程序违法为由确认违法): the original
	// organ then stays a co-defendant (XSJ-22 para 3).
	ProcedureOnly bool `json:"procedure_only,omitempty"`
	// Text is the wording of the item, if kept.
	Text string `json:"text,omitempty"`
}

// Side is on whose side of the dispute a recipient stands.
type Side string

// Sides.
const (
	ForApplicant  Side = "applicant"   // 申请人 / 原告
	ForRespondent Side = "respondent"  // 被申请人 / 被告
	ForThirdParty Side = "third_party" // 第三人
)

// Means is how something was done (方式). Means lists those that an act may name.
type Means string

// Means of service (送达方式, MS-87 to 95), of hearing opinions (L23-49) and of filing (L23-22, 32; R26-27, 28).
const (
	Directly     Means = "direct"        // 直接送达
	LeftBehind   Means = "left"          // 留置送达
	Refused      Means = "refused"       // 到场拒绝签收
	ByPost       Means = "post"          // 邮寄
	Electronic   Means = "electronic"    // 电子
	Entrusted    Means = "entrusted"     // 委托送达
	Forwarded    Means = "transferred"   // 转交送达
	InPerson     Means = "in_person"     // 当面
	ByPhone      Means = "phone"         // 电话
	ByVideo      Means = "video"         // 视频
	Online       Means = "online"        // 互联网
	Orally       Means = "oral"          // 口头
	ViaPenalizer Means = "penalty_organ" // 通过处罚机关
	NotPossible  Means = "not_possible"  // 因当事人原因不能听取
)

// Filing is what decides whether an application came in time (L23-20, 21).
type Filing struct {
	// Known is the day the applicant knew or should have known the act (知道行政行为之日), Made the day it was made.
	Known calendar.Date `json:"known,omitzero"`
	Made  calendar.Date `json:"made,omitzero"`
	// Untold is true when right, organ or period were not announced: then one year from Known is the cap (L23-20 para 3).
	Untold bool `json:"untold,omitempty"`
	// Estate is true for acts about real estate (不动产): 20 instead of 5 years (L23-21).
	Estate bool `json:"estate,omitempty"`
	// LostFrom and LostTo bound the time that does not count against the applicant: an obstacle (L23-20 para 2), a suit
	// that the organ's silence misled into (R26-26), the penalty organ's own review (R26-38).
	LostFrom calendar.Date `json:"lost_from,omitzero"`
	LostTo   calendar.Date `json:"lost_to,omitzero"`
	// Prior says how an earlier application about the same act ended (重复申请).
	Prior Prior `json:"prior,omitempty"`
}

// Prior is how an earlier application by the same applicant about the same act ended.
type Prior string

// Prior applications.
const (
	PriorWithdrawn Prior = "withdrawn" // 曾撤回，已终止 (L23-74)
	PriorDropped   Prior = "dropped"   // 受理前撤回或者视为放弃
	PriorDecided   Prior = "decided"   // 已有复议决定 (R26-37 para 2)
	PriorSued      Prior = "sued"      // 法院已经受理 (L23-29, 30)
)
