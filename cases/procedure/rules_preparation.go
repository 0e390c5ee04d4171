package procedure

import "fuyi/cases/calendar"

// What an office sets itself while it prepares the answer (应诉准备).
const (
	PrepareAssign    RuleID = "PREPARE_ASSIGN"
	PrepareDraft     RuleID = "PREPARE_DRAFT"
	PrepareAuthority RuleID = "PREPARE_AUTHORITY"
)

const (
	// ownArrangement is the basis of what no law orders.
	ownArrangement = "内部安排，不是法定期限"
	ownAct         = "内部安排"
	noLapse        = "不产生法律后果；法定的答辩举证期限不受影响（《行政诉讼法》第67条）"
)

// preparationRules is read only: internal days of a suit, counted from the receipt, so that the fifteen days suffice.
var preparationRules = []Rule{
	{ID: PrepareAssign, Name: "确定承办人", Event: "收到应诉通知", N: 1, Unit: calendar.NaturalDay, Internal: true, Owner: defender,
		Lapse: noLapse, Basis: ownArrangement},
	{ID: PrepareDraft, Name: "收齐答辩草稿和证据", Event: "收到应诉通知", N: 5, Unit: calendar.NaturalDay, Internal: true, Owner: "承办机关",
		Lapse: noLapse, Basis: ownArrangement},
	{ID: PrepareAuthority, Name: "办妥委托手续和负责人身份证明", Event: "收到应诉通知", N: 10, Unit: calendar.NaturalDay, Internal: true, Owner: defender,
		Lapse: noLapse, Basis: ownArrangement},
}
