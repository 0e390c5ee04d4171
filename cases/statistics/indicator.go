package statistics

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// figure defines one indicator: what a case adds to the numerator and, for a rate, to the denominator.
type figure struct {
	id, label, formula string
	kind               cases.Kind
	n                  func(*Fact) int
	// base is the denominator; nil for a plain count.
	base func(*Fact) int
}

// reconsiderationFigures and suitFigures are the indicators of a period, in the order of the overview.
func reconsiderationFigures(p period) []figure {
	const k = cases.Reconsideration
	concluded := each(p.concluded)
	return []figure{
		{"received", "新收行政复议申请", "收件日期在统计期内的行政复议申请，不论如何处理，含首末两日", k, each(p.received), nil},
		{"accepted", "受理", "统计期内新收的申请中已经受理或者视为受理的件数", k, each(p.accepted), nil},
		{"carried_in", "上期结转", "统计期开始前收到、至统计期开始时尚未办结的件数", k, each(p.carried), nil},
		{"concluded", "办结", "结案日期在统计期内的件数，包括复议决定、驳回申请、调解、终止、不予受理、视为放弃和受理前撤回", k, concluded, nil},
		{"pending", "期末未结", "统计期结束时尚未办结的件数，等于上期结转加新收减办结", k, each(p.pending), nil},
		{"conclusion_rate", "审结率", "办结件数÷（上期结转件数＋新收件数）", k, concluded, func(f *Fact) int {
			return one(p.carried(f) || p.received(f))
		}},
		{"upheld", "维持", "统计期内办结、决定结果为维持的件数；驳回行政复议请求不计入", k, each(func(f *Fact) bool {
			return p.concluded(f) && f.Result == Result(procedure.Uphold)
		}), nil},
		{"corrected", "直接纠错", "统计期内办结、决定中有" + correcting() + "任一项的件数，一案计一件", k, each(p.corrected), nil},
		{"correction_rate", "直接纠错率", "直接纠错件数÷办结件数", k, each(p.corrected), concluded},
		{"mediated", "调解和解", "统计期内以行政复议调解书结案，或者达成和解后撤回申请而终止（含受理前和解撤回）的件数", k, each(p.settled), nil},
		{"mediation_rate", "调解和解率", "调解和解件数÷办结件数", k, each(p.settled), concluded},
		{"letters", "意见书、建议书", "统计期内制发的行政复议意见书和行政复议建议书份数，包括为以前办结的案件制发的", k, p.letters, nil},
		{"committee_cases", "委员会咨询案件", "统计期内提请行政复议委员会咨询的件数", k, each(p.consulted), nil},
	}
}

func suitFigures(p period) []figure {
	const k = cases.Litigation
	government := func(f *Fact) bool { return p.received(f) && f.Government }
	return []figure{
		{"suits", "新收应诉案件", "收到应诉通知日期在统计期内的案件，各审级分别计件", k, each(p.received), nil},
		{"suits_carried_in", "应诉上期结转", "统计期开始前收到、至统计期开始时尚未裁判的应诉案件", k, each(p.carried), nil},
		{"suits_concluded", "审结应诉案件", "裁判日期在统计期内的应诉案件", k, each(p.concluded), nil},
		{"suits_pending", "应诉期末未结", "统计期结束时尚未裁判的应诉案件", k, each(p.pending), nil},
		{"suits_lost", "败诉", "统计期内裁判、至少一个被告败诉的应诉案件，一案计一件", k, each(p.lost), nil},
		{"loss_rate", "败诉率", "统计期内败诉件数÷统计期内新收应诉件数（年度报告口径；结转案件败诉的也计入分子）", k, each(p.lost), each(p.received)},
		{"suits_government", "政府为被告", "统计期内新收应诉案件中，本级人民政府为被告或者共同被告的件数", k, each(government), nil},
		{"suits_government_lost", "政府败诉", "统计期内裁判的应诉案件中，本级人民政府自身败诉的件数；共同被告败诉而政府未败诉的不计", k, each(func(f *Fact) bool {
			return p.concluded(f) && f.GovernmentLost()
		}), nil},
		{"suits_heard", "开庭应诉案件", "统计期内开庭审理的应诉案件，一案多次开庭计一件", k, each(p.heard), nil},
		{"appearance_rate", "负责人出庭应诉率", "统计期内至少一次开庭有行政机关负责人出庭的件数÷统计期内开庭审理的件数；没有登记出庭情况的不计", k, each(func(f *Fact) bool {
			return p.attended(f, "")
		}), each(p.known)},
	}
}

// enforcementFigures count 非诉执行 by itself: no ruling in it is 败诉, though a refused enforcement counts against the organ in some
// assessments.
func enforcementFigures(p period) []figure {
	const k = Enforcement
	ruled := func(f *Fact) bool { return p.concluded(f) && f.Outcome != "" }
	refused := func(f *Fact) bool { return ruled(f) && f.Outcome != procedure.ExecutionAllowed }
	return []figure{
		{"enforcements", "新收非诉执行案件", "催告书送达或者申请强制执行的日期（较早者）在统计期内的非诉执行案件，不计入应诉案件", k, each(p.received), nil},
		{"enforcements_ruled", "非诉执行裁定", "执行裁定日期在统计期内的非诉执行案件", k, each(ruled), nil},
		{"enforcements_refused", "不准予执行、不予受理", "统计期内裁定不准予执行或者不予受理执行申请的非诉执行案件，不计为败诉", k, each(refused), nil},
		{"enforcement_refusal_rate", "不准予执行率", "不准予执行、不予受理件数÷非诉执行裁定件数", k, each(refused), each(ruled)},
	}
}

// correcting names the dispositions that count as correction, from the code list itself.
func correcting() string {
	var labels []string
	for _, d := range procedure.Dispositions() {
		if procedure.Corrects(d) {
			labels = append(labels, procedure.DispositionLabel(d))
		}
	}
	return strings.Join(labels, "、")
}

// tally counts one indicator.
func (d figure) tally(facts []Fact) Indicator {
	out := Indicator{ID: d.id, Label: d.label, Rate: d.base != nil, Formula: d.formula}
	for i := range facts {
		f := &facts[i]
		if f.Kind != d.kind {
			continue
		}
		if n := d.n(f); n > 0 {
			out.Numerator += n
			out.Cases = append(out.Cases, f.ID)
		}
		if d.base == nil {
			continue
		}
		if n := d.base(f); n > 0 {
			out.Denominator += n
			out.Base = append(out.Base, f.ID)
		}
	}
	out.Value = float64(out.Numerator)
	if out.Rate {
		out.Value = share(out.Numerator, out.Denominator)
	}
	return out
}

// share is a fraction, 0 where there is nothing to divide by.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
