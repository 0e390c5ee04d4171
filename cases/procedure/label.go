package procedure

// The code lists of this package as tables: every code with its Chinese label and what counting needs to know of it.
// Ledgers, forms and the window all read them from here, so that no list can drift from another.

type dispositionRow struct {
	code  Disposition
	label string
	// corrects is the narrow set of 直接纠错: the decision goes against the act under review.
	corrects bool
}

func (r dispositionRow) key() Disposition { return r.code }

// dispositionTable is read only, in the order of precedence of the headline result.
var dispositionTable = []dispositionRow{
	{Alter, "变更", true},
	{Revoke, "撤销", true},
	{RevokePart, "部分撤销", true},
	{ConfirmVoid, "确认无效", true},
	{ConfirmIllegal, "确认违法", true},
	{OrderPerformance, "责令履行", true},
	{Compensate, "决定赔偿", true},
	{Uphold, "维持", false},
	{RefuseRequest, "驳回行政复议请求", false},
}

// Dispositions lists the kinds of operative item in their order of precedence.
func Dispositions() []Disposition { return codes(dispositionTable) }

// DispositionLabel is the Chinese name of a disposition.
func DispositionLabel(d Disposition) string { return find(dispositionTable, d).label }

// Corrects reports whether a disposition counts as 直接纠错 in the narrow sense.
func Corrects(d Disposition) bool { return find(dispositionTable, d).corrects }

type outcomeRow struct {
	code  Outcome
	label string
	// lost is the usual convention for 败诉.
	lost bool
	// appeal is the rule of the appeal period that service starts, "" where no appeal lies.
	appeal RuleID
}

// outcomeTable is read only. Outcomes against the organ come first: a judgment with several results is named by the
// first of them.
var outcomeTable = []outcomeRow{
	{ActRevoked, "撤销", true, AppealJudgment},
	{ActRevokedPart, "部分撤销", true, AppealJudgment},
	{ActAltered, "变更", true, AppealJudgment},
	{ActVoid, "确认无效", true, AppealJudgment},
	{ActIllegal, "确认违法", true, AppealJudgment},
	{DutyOrdered, "责令履行法定职责", true, AppealJudgment},
	{PaymentOrdered, "判决给付", true, AppealJudgment},
	{Damages, "判决赔偿或补救", true, AppealJudgment},
	{AppealAlteredLost, "二审改判败诉", true, ""},
	{AppealAlteredWon, "二审改判胜诉", false, ""},
	{Remanded, "撤销原判发回重审", false, ""},
	{AppealDismissed, "驳回上诉维持原判", false, ""},
	{AppealDropped, "准许撤回上诉", false, ""},
	{ClaimDismissed, "驳回诉讼请求", false, AppealJudgment},
	{SuitDismissed, "驳回起诉", false, AppealRuling},
	{NotFiled, "不予立案", false, AppealRuling},
	{SuitWithdrawn, "准许撤诉", false, ""},
	{WithdrawnDeemed, "按撤诉处理", false, ""},
	{WithdrawnAltered, "被告改变行为后撤诉", false, ""},
	{SuitEnded, "终结诉讼", false, ""},
	{Transferred, "移送管辖", false, ""},
	{SuitMediated, "行政调解", false, ""},
}

func (r outcomeRow) key() Outcome { return r.code }

// Outcomes lists the outcomes of suits, those against the organ first.
func Outcomes() []Outcome { return codes(outcomeTable) }

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

type rankRow struct {
	code  Rank
	label string
}

func (r rankRow) key() Rank { return r.code }

// rankTable is read only.
var rankTable = []rankRow{{ChiefHead, "正职负责人"}, {DeputyHead, "副职负责人"}, {OtherHead, "其他分管负责人"}}

// Ranks lists the ranks of heads.
func Ranks() []Rank { return codes(rankTable) }

// RankLabel is the Chinese name of a rank.
func RankLabel(r Rank) string { return find(rankTable, r).label }

// ActLabel is the Chinese name of a kind of act.
func ActLabel(k Kind) string {
	if s := SpecOf(k); s != nil {
		return s.Label
	}
	return string(k)
}

// coded is a row of a code table.
type coded[C comparable] interface{ key() C }

func codes[C comparable, R coded[C]](table []R) []C {
	out := make([]C, len(table))
	for i, r := range table {
		out[i] = r.key()
	}
	return out
}

func find[C comparable, R coded[C]](table []R, c C) (zero R) {
	for _, r := range table {
		if r.key() == c {
			return r
		}
	}
	return zero
}
