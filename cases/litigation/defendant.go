package litigation

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Rule says who is the defendant after a reconsideration (复议后谁为被告, 行政诉讼法26).
type Rule struct {
	// Result names what the reconsideration came to.
	Result string `json:"result"`
	// Original and Reviewer say whether the organ of the original act and the reconsideration organ are defendants; Choice is true where
	// the plaintiff chooses one of them, by what is sued.
	Original bool `json:"original"`
	Reviewer bool `json:"reviewer"`
	Choice   bool `json:"choice"`
	// Says is the rule as a Chinese sentence, Basis the article.
	Says  string `json:"says"`
	Basis string `json:"basis"`
}

// The rules of 行政诉讼法26 and of its interpretation, read only.
var (
	ruleUpheld = Rule{"维持原行政行为", true, true, false, "复议机关维持原行政行为（包括改变事实、理由、依据而结果不变，驳回复议请求）的，作出原行政行为的机关和复议机关是共同被告；原告只起诉其中一个的，法院通知追加",
		"《行政诉讼法》第26条第2款，行诉法解释第22条、第133条、第134条"}
	ruleChanged = Rule{"改变原行政行为", false, true, false, "复议机关改变原行政行为（变更、撤销、确认无效、确认违法）的，复议机关单独为被告",
		"《行政诉讼法》第26条第2款，行诉法解释第22条"}
	ruleProcedural = Rule{"仅以程序违法为由确认违法", true, true, false, "复议机关仅以违反法定程序为由确认原行政行为违法的，不属于改变，作出原行政行为的机关和复议机关是共同被告",
		"行诉法解释第22条第3款"}
	rulePartly = Rule{"部分维持、部分改变", true, true, false, "复议决定既有维持，又有改变或者不予受理内容的，作出原行政行为的机关和复议机关是共同被告",
		"行诉法解释第134条第2款"}
	ruleRefused = Rule{"不予受理或者因不符合受理条件驳回申请", true, true, true, "复议机关不予受理，或者因不符合受理条件驳回申请的，起诉复议决定的复议机关为被告，起诉原行政行为的原机关为被告",
		"行诉法解释第133条、第136条"}
	ruleOverdue = Rule{"复议逾期未作决定", true, true, true, "复议机关在法定期限内未作决定的，起诉原行政行为的原机关为被告，起诉复议机关不作为的复议机关为被告",
		"《行政诉讼法》第26条第3款"}
	ruleEnded = Rule{"复议终止或者撤回申请", true, false, false, "复议没有作出实体决定的，起诉原行政行为，作出原行政行为的机关为被告",
		"《行政诉讼法》第26条第1款，行诉法解释第58条"}
	ruleMediated = Rule{"复议调解书", false, false, false, "复议调解书已经生效的，不能就原行政行为再起诉；有异议的，核对案件关联是否正确",
		"《行政复议法》第73条"}
)

// RuleAfter says who should be sued after a reconsideration, from its acts as of a day; false where it says nothing yet.
func RuleAfter(c *cases.Case, law *procedure.Law, asOf calendar.Date) (Rule, bool) {
	if c == nil || c.Kind != cases.Reconsideration {
		return Rule{}, false
	}
	for i := len(c.Acts) - 1; i >= 0; i-- {
		a := &c.Acts[i]
		if a.On > asOf {
			continue
		}
		switch a.Kind {
		case procedure.Decision:
			return decided(a.Detail)
		case procedure.Rejection, procedure.Unhandled:
			return ruleRefused, true
		case procedure.Dismissal:
			// 驳回申请 for another reason than missing conditions upholds what the organ did (XSJ-133).
			if a.Detail != nil && a.Detail.Ground != "" && a.Detail.Ground != procedure.ConditionsMissing {
				return ruleUpheld, true
			}
			return ruleRefused, true
		case procedure.Termination, procedure.Withdrawal, procedure.Abandonment:
			return ruleEnded, true
		case procedure.Mediation:
			return ruleMediated, true
		}
	}
	t := procedure.Fold(c.Acts, procedure.ReviewCourse, law, asOf)
	if p, ok := t.Main(); ok && t.Concluded.IsZero() && p.Late(asOf) {
		return ruleOverdue, true
	}
	return Rule{}, false
}

// decided is the rule for a decision with its items; a decision of which nobody knows what it says gives none.
func decided(d *procedure.Detail) (Rule, bool) {
	if d == nil || len(d.Items) == 0 {
		return Rule{}, false
	}
	kept, changed, procedural := false, false, true
	for _, it := range d.Items {
		if !procedure.Corrects(it.Kind) {
			kept = true
			continue
		}
		changed = true
		procedural = procedural && it.Kind == procedure.ConfirmIllegal && it.ProcedureOnly
	}
	switch {
	case kept && changed:
		return rulePartly, true
	case changed && procedural:
		return ruleProcedural, true
	case changed:
		return ruleChanged, true
	}
	return ruleUpheld, true
}

// Expected are the defendants that the rule names, by their names in the reconsideration.
type Expected struct {
	Rule
	// Organs of the original act, Reviewer the reconsideration organ.
	Organs   []string `json:"organs"`
	Reviewed string   `json:"reviewed_by"`
	// Differences are Chinese sentences about where the suit names others.
	Differences []string `json:"differences"`
}

// Overdue reports the rule of a reconsideration that came to no decision in time.
func (e *Expected) Overdue() bool { return e.Rule == ruleOverdue }

// ruleOver is the rule for what a suit is about: what had been decided when it was received, not what came after it. A suit over a
// decision that did not come in time stays one when the decision comes late.
func ruleOver(suit, review *cases.Case, law *procedure.Law, asOf calendar.Date) (Rule, bool) {
	if suit == nil {
		return RuleAfter(review, law, asOf)
	}
	if suit.Suit != nil && suit.Suit.Source == cases.OverInaction {
		return ruleOverdue, review != nil && review.Kind == cases.Reconsideration
	}
	received := procedure.Fold(suit.Acts, suit.Course(), law, asOf).Received
	if received.IsZero() || received >= asOf {
		return RuleAfter(review, law, asOf)
	}
	if rule, ok := RuleAfter(review, law, received); ok {
		return rule, true
	}
	return RuleAfter(review, law, asOf)
}

// Defendants compares the defendants of a suit with whom its reconsideration makes one; organ is the reconsideration organ of the
// settings. False where the reconsideration says nothing.
func Defendants(suit, review *cases.Case, organ string, law *procedure.Law, asOf calendar.Date) (Expected, bool) {
	rule, ok := ruleOver(suit, review, law, asOf)
	if !ok {
		return Expected{}, false
	}
	e := Expected{Rule: rule, Organs: review.Names(cases.Respondent), Reviewed: organ, Differences: []string{}}
	if suit == nil {
		return e, true
	}
	sued := suit.Names(cases.Respondent)
	has := func(name string) bool {
		return slices.ContainsFunc(sued, func(s string) bool { return sameOrgan(s, name) })
	}
	reviewer := organ != "" && has(organ)
	original := slices.ContainsFunc(e.Organs, func(o string) bool { return has(o) && !sameOrgan(o, organ) })
	own := slices.ContainsFunc(e.Organs, func(o string) bool { return sameOrgan(o, organ) })
	say := func(s string) { e.Differences = append(e.Differences, s) }
	switch {
	case organ == "" || own: // what the government did itself has no second organ
	case rule.Choice:
		if reviewer && original {
			say("原行政行为机关和复议机关一般不同为被告，请核对起诉的是复议决定还是原行政行为")
		}
	case rule == ruleMediated:
		say("复议以调解书结案，请核对关联的复议案件是否正确")
	default:
		e.compare(has, reviewer, say)
	}
	if rule != ruleMediated {
		e.strangers(sued, say)
	}
	return e, true
}

// strangers names the defendants that neither did the act nor reviewed it.
func (e *Expected) strangers(sued []string, say func(string)) {
	for _, name := range sued {
		known := e.Reviewed == "" || sameOrgan(name, e.Reviewed) || slices.ContainsFunc(e.Organs, func(o string) bool { return sameOrgan(o, name) })
		if !known {
			say("“" + name + "”不是复议的被申请人，也不是复议机关，请核对是否应为被告")
		}
	}
}

// compare names each defendant that is missing or not expected.
func (e *Expected) compare(sued func(string) bool, reviewer bool, say func(string)) {
	for _, organ := range e.Organs {
		switch {
		case e.Original && !sued(organ):
			say("缺少被告“" + organ + "”（作出原行政行为的机关）")
		case !e.Original && sued(organ):
			say("“" + organ + "”（作出原行政行为的机关）不应为被告")
		}
	}
	switch {
	case e.Rule.Reviewer && !reviewer:
		say("缺少被告“" + e.Reviewed + "”（复议机关）")
	case !e.Rule.Reviewer && reviewer:
		say("“" + e.Reviewed + "”（复议机关）不应为被告")
	}
}

// sameOrgan reports whether two names are of one organ, written in full or without the names of the areas above.
func sameOrgan(a, b string) bool {
	a, b = strings.ReplaceAll(a, "人民政府", "政府"), strings.ReplaceAll(b, "人民政府", "政府")
	return a == b || a != "" && b != "" && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// CapacityFor proposes in what capacity a defendant is sued: from the rule where a reconsideration came first, else as the organ of the
// act; "" if that says nothing of the name.
func CapacityFor(name string, e Expected) cases.Capacity {
	switch {
	case e.Reviewed != "" && sameOrgan(name, e.Reviewed) && e.Original && !e.Choice:
		return cases.JointReviewer
	case e.Reviewed != "" && sameOrgan(name, e.Reviewed):
		return cases.SoleReviewer
	case slices.ContainsFunc(e.Organs, func(o string) bool { return sameOrgan(o, name) }):
		return cases.OriginalOrgan
	}
	return ""
}
