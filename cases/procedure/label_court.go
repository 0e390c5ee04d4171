package procedure

import "slices"

// The code lists of suits as tables.

type outcomeRow struct {
	code  Outcome
	label string
	// lost is the usual convention for 败诉.
	lost bool
	// appeal is the rule of the appeal period that service starts, "" where no appeal lies.
	appeal RuleID
	// courses are the instances that end so.
	courses courses
	// keeps is true for what leaves the judgment below standing.
	keeps bool
}

// courses is a set of courses.
type courses uint8

func (s courses) has(c Course) bool { return s&(1<<c) != 0 }

// The instances of outcomes. A retrial may follow the procedure of the first instance and then ends as that does.
const (
	atFirst      courses = 1 << FirstCourse
	onAppeal     courses = 1 << SecondCourse
	onRetrial    courses = 1 << RetrialCourse
	onReview             = onAppeal | onRetrial
	decidedFirst         = atFirst | onRetrial
	anywhere             = atFirst | onAppeal | onRetrial
)

// outcomeTable is read only. Outcomes against the organ come first: a judgment with several results is named by the
// first of them.
var outcomeTable = []outcomeRow{
	{ActRevoked, "撤销", true, AppealJudgment, decidedFirst, false},
	{ActRevokedPart, "部分撤销", true, AppealJudgment, decidedFirst, false},
	{ActAltered, "变更", true, AppealJudgment, decidedFirst, false},
	{ActVoid, "确认无效", true, AppealJudgment, decidedFirst, false},
	{ActIllegal, "确认违法", true, AppealJudgment, decidedFirst, false},
	{DutyOrdered, "责令履行法定职责", true, AppealJudgment, decidedFirst, false},
	{PaymentOrdered, "判决给付", true, AppealJudgment, decidedFirst, false},
	{Damages, "判决赔偿或补救", true, AppealJudgment, decidedFirst, false},
	{AppealAlteredLost, "二审改判败诉", true, "", onAppeal, false},
	{AppealAlteredWon, "二审改判胜诉", false, "", onAppeal, false},
	{RetrialAlteredLost, "再审改判败诉", true, "", onRetrial, false},
	{RetrialAlteredWon, "再审改判胜诉", false, "", onRetrial, false},
	{Remanded, "撤销原判发回重审", false, "", onReview, false},
	{AppealDismissed, "驳回上诉维持原判", false, "", onAppeal, true},
	{AppealDropped, "准许撤回上诉", false, "", onAppeal, true},
	{RetrialUpheld, "再审维持原判", false, "", onRetrial, true},
	{RetrialRefused, "驳回再审申请", false, "", onRetrial, true},
	{ClaimDismissed, "驳回诉讼请求", false, AppealJudgment, decidedFirst, false},
	{SuitDismissed, "驳回起诉", false, AppealRuling, anywhere, false},
	{NotFiled, "不予立案", false, AppealRuling, atFirst, false},
	{SuitWithdrawn, "准许撤诉", false, "", anywhere, false},
	{WithdrawnDeemed, "按撤诉处理", false, "", anywhere, false},
	{WithdrawnAltered, "被告改变行为后撤诉", false, "", anywhere, false},
	{SuitEnded, "终结诉讼", false, "", anywhere, false},
	{Transferred, "移送管辖", false, "", anywhere, false},
	{SuitMediated, "行政调解", false, "", anywhere, false},
	{ExecutionAllowed, "准予执行", false, "", 0, false},
	{ExecutionDenied, "不准予执行", false, EnforceObject, 0, false},
	{ExecutionRejected, "不予受理执行申请", false, EnforceObject, 0, false},
}

func (r outcomeRow) key() Outcome { return r.code }

// executionOutcomes are those of 非诉执行, read only.
var executionOutcomes = []Outcome{ExecutionAllowed, ExecutionDenied, ExecutionRejected}

// Outcomes lists the outcomes of court cases, those against the organ first and those of 非诉执行 last.
func Outcomes() []Outcome { return codes(outcomeTable) }

// OutcomesOf lists the outcomes that a case of the course may have, or those of 非诉执行 (EnforcementCase).
func OutcomesOf(c Course, execution bool) []Outcome {
	if execution {
		return slices.Clone(executionOutcomes)
	}
	return slices.DeleteFunc(Outcomes(), func(o Outcome) bool { return !find(outcomeTable, o).courses.has(c) })
}

// OutcomeKeeps reports whether an outcome leaves the judgment of the instance below standing (维持原判): the final content is that one's.
func OutcomeKeeps(o Outcome) bool { return find(outcomeTable, o).keeps }

// OutcomeLabel is the Chinese name of an outcome.
func OutcomeLabel(o Outcome) string { return find(outcomeTable, o).label }

// OutcomeLost reports whether an outcome usually counts as 败诉.
func OutcomeLost(o Outcome) bool { return find(outcomeTable, o).lost }

// LostBy reports whether a result counts as 败诉 for its defendant: what was recorded, else the usual convention.
func LostBy(r Result) bool {
	if r.Lost != nil {
		return *r.Lost
	}
	return OutcomeLost(r.Outcome)
}

// word is a code with its Chinese label.
type word[C ~string] struct {
	code  C
	label string
}

func (w word[C]) key() C { return w.code }

// The code lists of hearings and judgments, read only, in the order of forms.
var (
	rankTable  = []word[Rank]{{ChiefHead, "正职负责人"}, {DeputyHead, "副职负责人"}, {OtherHead, "其他分管负责人"}}
	suedTable  = []word[SuedAct]{{OriginalAct, "原行政行为"}, {ReviewDecision, "复议决定"}}
	causeTable = []word[LossCause]{{LostBySubject, "主体"}, {LostByFacts, "事实"}, {LostByProcedure, "程序"}, {LostByLaw, "法律适用"},
		{LostByFairness, "明显不当"}, {LostByInaction, "不履职"}}
	absenceTable = []word[AbsenceGround]{{AbsentForce, "不可抗力"}, {AbsentAccident, "意外事件"}, {AbsentDuty, "需要履行他人不能代替的公务"},
		{AbsentOther, "其他正当事由"}, {AbsentNone, "没有正当理由"}, {AbsentJoint, "商定由共同被告负责人出庭"}}
	viewTable        = []word[CourtView]{{ViewAccepted, "准许"}, {ViewRefused, "不予准许"}}
	consequenceTable = []word[Consequence]{{AbsentUnjustly, "无正当理由未出庭"}, {AbsentAgain, "延期开庭后再次无正当理由未出庭"},
		{NobodyCame, "负责人和相应的工作人员均不出庭"}, {LeftEarly, "未经法庭许可中途退庭"}, {RefusedToAnswer, "拒绝回答、陈述，致使庭审无法进行"}}
)

// Ranks lists the ranks of heads.
func Ranks() []Rank { return codes(rankTable) }

// RankLabel is the Chinese name, "" for none.
func RankLabel(r Rank) string { return find(rankTable, r).label }

// SuedActs lists the acts a court may judge apart.
func SuedActs() []SuedAct { return codes(suedTable) }

// SuedActLabel is the Chinese name, "" for none.
func SuedActLabel(a SuedAct) string { return find(suedTable, a).label }

// LossCauses lists the causes of a loss.
func LossCauses() []LossCause { return codes(causeTable) }

// LossCauseLabel is the Chinese name, "" for none.
func LossCauseLabel(c LossCause) string { return find(causeTable, c).label }

// AbsenceGrounds lists the grounds of absence, the agreement with a co-defendant last, which only a suit with several defendants knows.
func AbsenceGrounds() []AbsenceGround { return codes(absenceTable) }

// ProperGrounds lists the grounds for which a head may stay away (法释〔2020〕3号第8条).
func ProperGrounds() []AbsenceGround {
	return []AbsenceGround{AbsentForce, AbsentAccident, AbsentDuty, AbsentOther}
}

// AbsenceLabel is the Chinese name, "" for none.
func AbsenceLabel(g AbsenceGround) string { return find(absenceTable, g).label }

// CourtViews lists what a court may think of a ground.
func CourtViews() []CourtView { return codes(viewTable) }

// CourtViewLabel is the Chinese name, "" for none.
func CourtViewLabel(v CourtView) string { return find(viewTable, v).label }

// Consequences lists what a court may report.
func Consequences() []Consequence { return codes(consequenceTable) }

// ConsequenceLabel is the Chinese name, "" for none.
func ConsequenceLabel(c Consequence) string { return find(consequenceTable, c).label }
