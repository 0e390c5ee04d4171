package procedure

import "fuyi/cases/calendar"

// Law is what periods are computed from besides the acts: the holiday calendar and how the office reads the points that
// the law leaves open. It is immutable.
type Law struct {
	Calendar *calendar.Calendar
	Practice Practice
}

// NewLaw is the law with the cautious reading of every open point.
func NewLaw(cal *calendar.Calendar) *Law { return &Law{Calendar: cal} }

// Practice is how an office reads the points that the law leaves open (法律未明确事项的掌握口径). False is always the cautious
// reading: the one under which a period ends earlier.
type Practice struct {
	// ExtendRolled adds an extension to the due date after it was moved off a rest day, instead of to the raw one.
	ExtendRolled bool `json:"extend_rolled,omitempty"`
	// DeductResumption deducts the day of resumption too.
	DeductResumption bool `json:"deduct_resumption,omitempty"`
	// ShortHearingNotice lets the notice of a hearing go out on the fifth working day before it, instead of leaving
	// five full working days between.
	ShortHearingNotice bool `json:"short_hearing_notice,omitempty"`
	// DeductHearing deducts the time from the notice of a hearing to the hearing; DeductConsultation that from asking
	// the committee to its opinion; DeductMediation that of mediation. The national text deducts none of them.
	DeductHearing      bool `json:"deduct_hearing,omitempty"`
	DeductConsultation bool `json:"deduct_consultation,omitempty"`
	DeductMediation    bool `json:"deduct_mediation,omitempty"`
	// KeepRegime handles a case to its end under the rules of the day of its receipt, instead of each act under those
	// of its own day.
	KeepRegime bool `json:"keep_regime,omitempty"`
	// MediatedLost counts a suit that ended by a letter of mediation as 败诉, AlteredLost one that the plaintiff withdrew after the
	// defendant changed the act, DamagesWon none whose only result is compensation or a remedy.
	MediatedLost bool `json:"mediated_lost,omitempty"`
	AlteredLost  bool `json:"altered_lost,omitempty"`
	DamagesWon   bool `json:"damages_won,omitempty"`
	// CreditJoint credits every defendant of a suit with the head whom one of them sent.
	CreditJoint bool `json:"credit_joint,omitempty"`
	// ReasonExcuses excuses an absence for which a ground was given in writing, instead of only one that the court accepted.
	ReasonExcuses bool `json:"reason_excuses,omitempty"`
}

// Lost reports whether a result counts as 败诉 for its defendant: what was recorded of it, else as the office counts.
func (p *Practice) Lost(r Result) bool {
	if r.Lost != nil {
		return *r.Lost
	}
	switch r.Outcome {
	case SuitMediated:
		return p.MediatedLost
	case WithdrawnAltered:
		return p.AlteredLost
	case Damages:
		return !p.DamagesWon
	}
	return OutcomeLost(r.Outcome)
}

// PracticePoint is one open point with its two readings, as 设置 shows it.
type PracticePoint struct {
	// ID is the word in the settings' JSON.
	ID string
	// Question, Cautious and Other are Chinese: what is open, the default reading and the other one.
	Question, Cautious, Other string
	// Field is where the answer stands: true for the other reading.
	Field func(*Practice) *bool
}

// PracticePoints lists the open points.
func PracticePoints() []PracticePoint {
	return []PracticePoint{
		{"extend_rolled", "延期的三十日从哪一天加起", "从法定届满日（顺延前）加起", "从节假日顺延后的届满日加起",
			func(p *Practice) *bool { return &p.ExtendRolled }},
		{"deduct_resumption", "恢复审理当日是否计入审理期限", "计入", "不计入（一并扣除）",
			func(p *Practice) *bool { return &p.DeductResumption }},
		{"short_hearing_notice", "听证通知“五个工作日前”怎样计算", "通知与听证之间留足五个工作日", "往前数第五个工作日送达即可",
			func(p *Practice) *bool { return &p.ShortHearingNotice }},
		{"deduct_hearing", "听证期间是否扣除审理期限", "不扣除", "扣除听证通知至听证之间的时间",
			func(p *Practice) *bool { return &p.DeductHearing }},
		{"deduct_consultation", "委员会咨询期间是否扣除审理期限", "不扣除", "扣除提请咨询至收到咨询意见之间的时间",
			func(p *Practice) *bool { return &p.DeductConsultation }},
		{"deduct_mediation", "调解期间是否扣除审理期限", "不扣除（双方同意中止的除外）", "扣除开展调解至调解结束之间的时间",
			func(p *Practice) *bool { return &p.DeductMediation }},
		{"keep_regime", "跨新旧规定的在办案件适用哪一套规则", "每一步按行为发生当日的规则", "全案按收件当日的规则",
			func(p *Practice) *bool { return &p.KeepRegime }},
		{"mediated_lost", "行政调解书结案的应诉案件是否计为败诉", "不计为败诉", "计为败诉",
			func(p *Practice) *bool { return &p.MediatedLost }},
		{"altered_lost", "被告改变行政行为后原告撤诉的是否计为败诉", "不计为败诉", "计为败诉",
			func(p *Practice) *bool { return &p.AlteredLost }},
		{"damages_won", "只判决赔偿、补偿或者采取补救措施的是否计为败诉", "计为败诉", "不计为败诉",
			func(p *Practice) *bool { return &p.DamagesWon }},
		{"credit_joint", "共同被告中一个机关负责人出庭，其他被告是否计为出庭", "只计出庭的机关", "各被告都计为出庭",
			func(p *Practice) *bool { return &p.CreditJoint }},
		{"reason_excuses", "负责人未出庭，怎样不计入应出庭案件（R2）", "法院准许的才不计入", "书面说明了正当理由的就不计入",
			func(p *Practice) *bool { return &p.ReasonExcuses }},
	}
}
