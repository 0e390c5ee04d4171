package procedure

import "fuyi/cases/calendar"

// Periods of enforcement without a suit (非诉执行).
const (
	EnforceUrge      RuleID = "ENFORCE_URGE"
	EnforceApply     RuleID = "ENFORCE_APPLY"
	EnforceAccept    RuleID = "ENFORCE_ACCEPT"
	EnforceReview    RuleID = "ENFORCE_REVIEW"
	EnforceExamine   RuleID = "ENFORCE_EXAMINE"
	EnforceObject    RuleID = "ENFORCE_OBJECT"
	EnforceObjFiling RuleID = "ENFORCE_OBJECTION_FILING"
	EnforceObjRuling RuleID = "ENFORCE_OBJECTION_RULING"
)

// enforcer is the organ that applies for enforcement.
const enforcer = "申请执行机关"

// enforcementRules is read only. The Law on Compulsion counts what is not longer than ten days in working days (《行政强制法》第69条).
var enforcementRules = []Rule{
	{ID: EnforceUrge, Name: "催告期", Event: "催告书送达", N: 10, Unit: calendar.Workday, Expires: true, Owner: parties,
		Lapse: "期满仍不履行的，可以申请法院强制执行", Basis: "《行政强制法》第54条、第69条"},
	{ID: EnforceApply, Name: "申请强制执行期限", Event: "起诉期限届满", N: 3, Unit: calendar.MonthUnit, Main: true, Owner: enforcer,
		Lapse: "逾期申请且无正当理由的，法院不予受理", Basis: "《行政强制法》第53条，行诉法解释第156条"},
	{ID: EnforceAccept, Name: "法院受理执行申请", Event: "法院收到执行申请", N: 5, Unit: calendar.Workday, Quiet: true, Owner: court,
		Lapse: "不受理的应当裁定，申请机关可以向上一级法院申请复议", Basis: "《行政强制法》第56条、第69条，行诉法解释第155条"},
	{ID: EnforceReview, Name: "执行审查", Event: "法院受理执行申请", N: 7, Unit: calendar.Workday, Quiet: true, Owner: court,
		Lapse: "明显违法等情形的，法院可以在三十日内裁定", Basis: "《行政强制法》第57条、第69条，行诉法解释第160条"},
	{ID: EnforceExamine, Name: "执行审查（明显违法等情形）", Event: "法院受理执行申请", N: 30, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: remind, Basis: "《行政强制法》第58条，行诉法解释第160条"},
	{ID: EnforceObject, Name: "申请复议期限（执行裁定）", Event: "收到不予受理或者不准予执行的裁定", N: 15, Unit: calendar.NaturalDay, Expires: true, Owner: enforcer,
		Lapse: "期满裁定生效", Basis: "《行政强制法》第56条、第58条，行诉法解释第155条、第161条"},
	{ID: EnforceObjFiling, Name: "上一级法院复议（不予受理）", Event: "上一级法院收到复议申请", N: 15, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: remind, Basis: "《行政强制法》第56条，行诉法解释第155条"},
	{ID: EnforceObjRuling, Name: "上一级法院复议（不准予执行）", Event: "上一级法院收到复议申请", N: 30, Unit: calendar.NaturalDay, Quiet: true, Owner: court,
		Lapse: remind, Basis: "《行政强制法》第58条，行诉法解释第161条"},
}
