package forms

import (
	"fmt"
	"maps"
	"slices"
)

// Rules are the chosen readings of the counting rules (口径), by rule; what is not named is counted as recommended.
type Rules map[RuleID]string

// RuleID names a counting rule.
type RuleID string

// The counting rules of the forms.
const (
	RuleAccepted RuleID = "accepted" // S3: by which day 受理 counts, and with it 上期结转 and 未审结
	RuleBase     RuleID = "base"     // S5: over which cases 被申请人, 复议机关 and 申请复议事项 are counted
	RulePersons  RuleID = "persons"  // S4: over which cases 申请人总数 is counted
	RuleResults  RuleID = "results"  // S6: by which day results count
	RuleOpen     RuleID = "open"     // S7: which open cases 未审结 counts
	RuleCarried  RuleID = "carried"  // S1: which cases 上期结转 counts
	RuleDamages  RuleID = "damages"  // S8: which cases 行政赔偿 counts
)

// Choice is one reading of a rule.
type Choice struct {
	Code, Label string
	// Says is the reading as a sentence for the foot of the table.
	Says string
}

// RuleSpec is a rule with its readings, the recommended one first.
type RuleSpec struct {
	ID      RuleID
	Title   string
	Choices []Choice
}

// ruleSpecs are the rules in the order of the columns they govern; read only.
var ruleSpecs = []RuleSpec{
	{RuleCarried, "上期结转", []Choice{
		{"open", "期初未结的全部", "上期结转：期初以前收到、已经受理、期初尚未审结的案件，含中止的案件"},
		{"closed", "其中本期审结的", "上期结转：期初以前收到、已经受理、在统计期内审结的案件，统计期末仍未审结的不计"}}},
	{RuleAccepted, "受理", []Choice{
		{"received", "按收件日期", "受理：收件日期在统计期内、截至统计日已经受理（含视为受理）的案件"},
		{"accepted", "按受理日期", "受理：受理日期（含视为受理之日）在统计期内的案件，上期结转和未审结同样按受理日期划分"}}},
	{RulePersons, "申请人总数", []Choice{
		{"received", "新收案件的申请人", "申请人总数：本期新收案件的申请人人数"},
		{"accepted", "受理案件的申请人", "申请人总数：本期受理案件的申请人人数"}}},
	{RuleBase, "被申请人、复议机关、申请复议事项", []Choice{
		{"accepted", "受理的案件", "被申请人、复议机关、申请复议事项：本期受理的案件，一案计一件，兼有两种以上的计入“其他”"},
		{"received", "新收的案件", "被申请人、复议机关、申请复议事项：本期新收的案件，一案计一件，兼有两种以上的计入“其他”"}}},
	{RuleResults, "审结", []Choice{
		{"concluded", "按结案日期", "审结：已经受理、结案日期在统计期内的案件，含上期结转的案件"},
		{"cohort", "按收件批次", "审结：本期受理、截至统计日已经审结的案件，不含上期结转的案件"}}},
	{RuleOpen, "未审结", []Choice{
		{"all", "期末未结的全部", "未审结：期末以前收到、已经受理、期末尚未审结的案件，含上期结转的和中止的案件"},
		{"period", "其中本期收到的", "未审结：本期受理、期末尚未审结的案件，不含上期结转的案件"}}},
	{RuleDamages, "行政赔偿", []Choice{
		{"awarded", "决定赔偿的", "行政赔偿：结案日期在统计期内、决定赔偿的案件；数额为登记的赔偿请求数额，决定书另有数额的请更正登记"},
		{"claimed", "提出赔偿请求的", "行政赔偿：本期新收和上期结转的案件中提出行政赔偿请求的案件，数额为请求的数额"}}},
}

// RuleSpecs lists the rules with their readings.
func RuleSpecs() []RuleSpec { return slices.Clone(ruleSpecs) }

// With gives the rules with one reading changed.
func (r Rules) With(id RuleID, code string) Rules {
	out := maps.Clone(r)
	if out == nil {
		out = Rules{}
	}
	out[id] = code
	return out
}

// Check refuses rules and readings that do not exist, in a Chinese sentence.
func (r Rules) Check() error {
	for id, code := range r {
		i := slices.IndexFunc(ruleSpecs, func(s RuleSpec) bool { return s.ID == id })
		if i < 0 {
			return fmt.Errorf("没有名为“%s”的统计口径", id)
		}
		if !slices.ContainsFunc(ruleSpecs[i].Choices, func(c Choice) bool { return c.Code == code }) {
			return fmt.Errorf("统计口径“%s”没有“%s”这种算法", ruleSpecs[i].Title, code)
		}
	}
	return nil
}

// Says are the readings in force as sentences, in the order of the columns.
func (r Rules) Says() []string {
	var out []string
	for _, s := range ruleSpecs {
		out = append(out, s.choice(r).Says)
	}
	return out
}

// choice is the reading in force.
func (s RuleSpec) choice(r Rules) Choice {
	for _, c := range s.Choices {
		if c.Code == r[s.ID] {
			return c
		}
	}
	return s.Choices[0]
}

// is reports whether a reading other than the recommended one is chosen.
func (r Rules) is(id RuleID, code string) bool { return r[id] == code }
