package procedure

import (
	"strings"

	"fuyi/cases/calendar"
)

// Request asks for a period of one rule, without any case.
type Request struct {
	Rule RuleID
	// Regime is the set of rules; "" chooses by From.
	Regime Regime
	// From is the day of the start event; for a notice before a hearing the day of the hearing.
	From calendar.Date
	// Pauses are deducted from the periods that pauses lengthen, [day of suspension, day of resumption).
	Pauses []calendar.Pause
	// Extended adds the thirty days of an extension (L23-62).
	Extended bool
}

// A RequestError says in Chinese why a period cannot be computed.
type RequestError struct{ Msg string }

func (e *RequestError) Error() string { return e.Msg }

// Deadline computes the period of a rule. The error is a *RequestError.
func Deadline(law *Law, r Request) (Period, error) {
	if r.Regime == "" {
		r.Regime = RegimeOn(r.From)
	}
	rule, err := r.find()
	if err != nil {
		return Period{}, err
	}
	f := &fold{law: law}
	p := Period{Rule: rule, Regime: r.Regime, From: rule.Event}
	switch {
	case rule.N < 0:
		p.Count = f.before(rule, r.From)
	default:
		f.t.Pauses = r.Pauses
		if r.Extended {
			f.extended, p.Extended = 30, 30
		}
		p.Count = f.count(rule, r.From)
	}
	return p, nil
}

func (r Request) find() (Rule, error) {
	rows := ruleIndex[RuleID(strings.ToUpper(string(r.Rule)))]
	if len(rows) == 0 {
		return Rule{}, &RequestError{"没有“" + string(r.Rule) + "”这一期限，可用 deadline --rules 查看全部期限"}
	}
	if r.Regime.Label() == "" {
		return Rule{}, &RequestError{"适用规则只能是 A、B 或 C，不能是“" + string(r.Regime) + "”"}
	}
	rule, ok := RuleFor(rows[0].ID, r.Regime)
	switch {
	case !ok:
		return Rule{}, &RequestError{"“" + rows[0].Name + "”（" + string(rows[0].ID) + "）在" + r.Regime.Label() + "中没有规定"}
	case rule.Unit == calendar.NamedDay:
		return Rule{}, &RequestError{"“" + rule.Name + "”由文书指定日期，不能推算"}
	case len(r.Pauses) > 0 && !rule.Pausable:
		return Rule{}, &RequestError{"“" + rule.Name + "”不因中止等原因扣除时间"}
	case r.Extended && rule.ID != DecOrd:
		return Rule{}, &RequestError{"只有普通程序的审理期限（DEC_ORD）可以延长三十日"}
	}
	return rule, nil
}
