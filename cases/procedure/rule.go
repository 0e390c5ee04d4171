package procedure

import "fuyi/cases/calendar"

// Rule is one statutory period (法定期限): a row of the rule table.
type Rule struct {
	// ID is the stable name, as in the rule table of the law reference (ACC_REVIEW, DEC_ORD, ...).
	ID string
	// Name is the Chinese name shown to the clerk.
	Name string
	// Event is the start event in Chinese (起算事件).
	Event string
	N     int
	Unit  calendar.Unit
	// Pausable periods are lengthened by suspension (扣除中止等期间).
	Pausable bool
	// Main marks the period that a list shows as the case's own (审理期限 etc.).
	Main bool
	// Expires marks a period that is nobody's duty: a right to sue or appeal that simply runs out (期满). It is never late.
	Expires bool
	// Owner is who must act (机关, 机构, 申请人, 被申请人, 应诉机关).
	Owner string
	// Lapse says in Chinese what follows when the period passes.
	Lapse string
	// Basis is the article (法律依据).
	Basis string
	// Regimes lists the regimes the row is for, e.g. "BC"; "" means all.
	Regimes string
}

// In reports whether the row belongs to the regime.
func (r Rule) In(g Regime) bool {
	if r.Regimes == "" {
		return true
	}
	for _, c := range r.Regimes {
		if string(c) == string(g) {
			return true
		}
	}
	return false
}

// Rules returns the rule table. The slice is fresh; callers may sort it.
func Rules() []Rule { return append([]Rule(nil), ruleTable...) }

// RuleFor finds the row of an id that is in force in a regime.
func RuleFor(id string, g Regime) (Rule, bool) {
	for _, r := range ruleTable {
		if r.ID == id && r.In(g) {
			return r, true
		}
	}
	return Rule{}, false
}

// ruleTable is read only. One row a period and regime; the fold looks rows up by id.
var ruleTable = []Rule{
	{ID: "ACC_REVIEW", Name: "受理审查", Event: "收到申请", N: 5, Unit: calendar.Workday, Main: true, Owner: "机关",
		Lapse: "期满未作出不予受理决定的，自收件之日视为受理", Basis: "旧《行政复议法》第17条", Regimes: "A"},
	{ID: "ACC_REVIEW", Name: "受理审查", Event: "收到申请", N: 5, Unit: calendar.Workday, Main: true, Owner: "机关",
		Lapse: "期满未作出不予受理决定的，审查期限届满之日视为受理", Basis: "《行政复议法》第30条", Regimes: "BC"},
	{ID: "CORR_ANSWER", Name: "申请人补正", Event: "收到补正通知", N: 10, Unit: calendar.Workday, Main: true, Owner: "申请人",
		Lapse: "无正当理由逾期不补正的，视为放弃行政复议申请", Basis: "《行政复议法》第31条", Regimes: "BC"},
	{ID: "CORR_REVIEW", Name: "补正后审查", Event: "收到补正材料", N: 5, Unit: calendar.Workday, Main: true, Owner: "机关",
		Lapse: "期满视为受理", Basis: "旧《行政复议法》第17条，旧《实施条例》第29条", Regimes: "A"},
	{ID: "CORR_REVIEW", Name: "补正后审查", Event: "收到补正材料", N: 5, Unit: calendar.Workday, Main: true, Owner: "机关",
		Lapse: "期满视为受理", Basis: "《行政复议法》第31条、第30条", Regimes: "BC"},
	{ID: "COPY_ORD", Name: "发送申请书副本", Event: "受理", N: 7, Unit: calendar.Workday, Owner: "机构",
		Lapse: "逾期属程序违法", Basis: "旧《行政复议法》第23条", Regimes: "A"},
	{ID: "COPY_ORD", Name: "发送申请书副本", Event: "受理", N: 7, Unit: calendar.Workday, Owner: "机构",
		Lapse: "逾期属程序违法", Basis: "《行政复议法》第48条", Regimes: "BC"},
	{ID: "REPLY_ORD", Name: "被申请人答复", Event: "收到申请书副本", N: 10, Unit: calendar.NaturalDay, Owner: "被申请人",
		Lapse: "不答复的，视为没有证据、依据", Basis: "旧《行政复议法》第23条、第40条", Regimes: "A"},
	{ID: "REPLY_ORD", Name: "被申请人答复", Event: "收到申请书副本", N: 10, Unit: calendar.Workday, Owner: "被申请人",
		Lapse: "不答复的，视为没有证据、依据", Basis: "《行政复议法》第48条、第70条", Regimes: "BC"},
	{ID: "DEC_ORD", Name: "审理期限", Event: "受理", N: 60, Unit: calendar.NaturalDay, Pausable: true, Main: true, Owner: "机关",
		Lapse: "超期；申请人可在15日内起诉", Basis: "旧《行政复议法》第31条", Regimes: "A"},
	{ID: "DEC_ORD", Name: "审理期限", Event: "受理", N: 60, Unit: calendar.NaturalDay, Pausable: true, Main: true, Owner: "机关",
		Lapse: "超期；申请人可在15日内起诉", Basis: "《行政复议法》第62条", Regimes: "BC"},
	{ID: "SUSP_END", Name: "中止满六十日", Event: "中止", N: 60, Unit: calendar.NaturalDay, Owner: "机关",
		Lapse: "原因仍未消除的，终止行政复议", Basis: "旧《实施条例》第42条", Regimes: "A"},
	{ID: "SUSP_END", Name: "中止满六十日", Event: "中止", N: 60, Unit: calendar.NaturalDay, Owner: "机关",
		Lapse: "原因仍未消除的，终止行政复议", Basis: "《行政复议法》第41条", Regimes: "BC"},
	{ID: "OPINION_BACK", Name: "意见书反馈", Event: "收到意见书", N: 60, Unit: calendar.NaturalDay, Owner: "被申请人",
		Lapse: "逾期的，可责令限期履行", Basis: "旧《实施条例》第57条", Regimes: "A"},
	{ID: "OPINION_BACK", Name: "意见书反馈", Event: "收到意见书", N: 60, Unit: calendar.NaturalDay, Owner: "被申请人",
		Lapse: "逾期的，可责令限期履行", Basis: "《行政复议法》第76条", Regimes: "BC"},
	{ID: "SUE_DECISION", Name: "起诉期限", Event: "决定书送达", N: 15, Unit: calendar.NaturalDay, Expires: true, Owner: "申请人",
		Lapse: "期满决定不再可诉", Basis: "《行政诉讼法》第45条"},
	{ID: "ANSWER_COURT", Name: "答辩举证", Event: "收到起诉状副本", N: 15, Unit: calendar.NaturalDay, Main: true, Owner: "应诉机关",
		Lapse: "逾期举证视为没有相应证据", Basis: "《行政诉讼法》第67条、第34条"},
	{ID: "APPEAL_J", Name: "上诉期（判决）", Event: "判决书送达", N: 15, Unit: calendar.NaturalDay, Expires: true, Owner: "当事人",
		Lapse: "期满一审判决生效", Basis: "《行政诉讼法》第85条"},
	{ID: "APPEAL_R", Name: "上诉期（裁定）", Event: "裁定书送达", N: 10, Unit: calendar.NaturalDay, Expires: true, Owner: "当事人",
		Lapse: "期满一审裁定生效", Basis: "《行政诉讼法》第85条"},
}
