package forms

import (
	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// Result is how a case ended as the forms sort it.
type Result uint8

// Results of form 1, then those of form 2.
const (
	NoResult        Result = iota
	Refused                // 驳回: 驳回行政复议请求、驳回行政复议申请
	Upheld                 // 维持
	Illegal                // 确认违法, 确认无效
	Revoked                // 撤销, 部分撤销
	Altered                // 变更
	Ordered                // 责令履行
	Mediated               // 调解
	Settled                // 终止: 和解协议
	Withdrawn              // 终止: 自愿撤回申请
	Corrected              // 终止: 被申请人改变后撤回申请
	Ended                  // 终止: 其他
	OtherEnd               // 其他
	SuitUpheld             // 判决: 维持, 确认合法或有效
	SuitRevoked            // 判决: 全部撤销
	SuitRevokedPart        // 判决: 部分撤销
	SuitAltered            // 判决: 变更
	SuitOrdered            // 判决: 履行法定职责, 给付
	SuitIllegal            // 判决: 确认违法或无效
	SuitRefused            // 判决: 驳回诉讼请求
	SuitDamages            // 判决: 赔偿
	SuitDismissed          // 裁定: 驳回起诉
	SuitWithdrawn          // 裁定: 原告主动撤诉
	SuitCorrected          // 裁定: 被告改变原行为后原告撤诉
	SuitMoved              // 裁定: 移送
	SuitEnded              // 裁定: 终结
	SuitOther              // 裁定: 其他
	SuitMediated           // 调解
	results         = iota
)

// reviewResults sorts the results of reconsideration; read only.
var reviewResults = map[statistics.Result]Result{
	statistics.Result(procedure.Uphold): Upheld, statistics.Result(procedure.RefuseRequest): Refused, statistics.ResultDismissed: Refused,
	statistics.Result(procedure.ConfirmIllegal): Illegal, statistics.Result(procedure.ConfirmVoid): Illegal,
	statistics.Result(procedure.Revoke): Revoked, statistics.Result(procedure.RevokePart): Revoked,
	statistics.Result(procedure.Alter): Altered, statistics.Result(procedure.OrderPerformance): Ordered,
	statistics.ResultMediated: Mediated, statistics.ResultSettled: Settled, statistics.ResultWithdrawn: Withdrawn,
	statistics.ResultAltered: Corrected, statistics.ResultEnded: Ended,
	// A withdrawal or settlement dated after a deemed acceptance ends what had been accepted.
	statistics.ResultDropped: Withdrawn, statistics.ResultReconciled: Settled,
}

// suitResults sorts the outcomes of suits; read only. An appeal that changes nothing has the result of a dismissed claim or suit only
// where the court dismissed one, so 驳回上诉 is 其他.
var suitResults = map[procedure.Outcome]Result{
	procedure.ActRevoked: SuitRevoked, procedure.ActRevokedPart: SuitRevokedPart, procedure.ActAltered: SuitAltered,
	procedure.DutyOrdered: SuitOrdered, procedure.PaymentOrdered: SuitOrdered, procedure.ActIllegal: SuitIllegal, procedure.ActVoid: SuitIllegal,
	procedure.ClaimDismissed: SuitRefused, procedure.Damages: SuitDamages, procedure.SuitDismissed: SuitDismissed, procedure.NotFiled: SuitDismissed,
	procedure.SuitWithdrawn: SuitWithdrawn, procedure.WithdrawnDeemed: SuitWithdrawn, procedure.WithdrawnAltered: SuitCorrected,
	procedure.Transferred: SuitMoved, procedure.SuitEnded: SuitEnded, procedure.SuitMediated: SuitMediated,
}

// resultOf sorts how a case ended, NoResult while it is open.
func resultOf(f *statistics.Fact) Result {
	if f.Concluded.IsZero() {
		return NoResult
	}
	if f.Kind == cases.Litigation {
		if r := suitResults[f.Outcome]; r != NoResult {
			return r
		}
		return SuitOther
	}
	if r := reviewResults[f.Result]; r != NoResult {
		return r
	}
	return OtherEnd
}
