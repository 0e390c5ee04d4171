package export

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// verdict is what a word for a court's outcome means.
type verdict struct {
	outcome procedure.Outcome
	// lost is set where the word says more than the outcome: 败诉, 改判败诉.
	lost    *bool
	assumed string
}

// yes and no give addresses for verdict.lost.
func truth(b bool) *bool { return &b }

// verdictWords are the words for outcomes, reduced by plain; the labels of the code table are added.
var verdictWords = []struct {
	v     verdict
	words string
}{
	{verdict{outcome: procedure.ClaimDismissed}, "驳回诉讼请求 判决驳回 驳回原告诉讼请求 驳回原告的诉讼请求 判决驳回诉讼请求 判决驳回原告诉讼请求"},
	{verdict{outcome: procedure.ClaimDismissed, assumed: "只记载胜诉，按驳回诉讼请求归类"}, "胜诉 判决胜诉 维持 判决维持"},
	{verdict{outcome: procedure.ActRevoked, lost: truth(true), assumed: "只记载败诉，按撤销归类"}, "败诉 判决败诉"},
	{verdict{outcome: procedure.SuitDismissed}, "驳回起诉 裁定驳回起诉 裁定驳回 驳回原告起诉 驳回原告的起诉"},
	{verdict{outcome: procedure.NotFiled}, "不予立案 裁定不予立案 不予受理"},
	{verdict{outcome: procedure.SuitWithdrawn}, "准许撤诉 撤诉 准予撤诉 撤回起诉 准许撤回起诉 裁定准许撤诉 裁定准许撤回起诉 原告撤诉 准许原告撤诉 原告主动撤诉 裁定撤诉"},
	{verdict{outcome: procedure.WithdrawnDeemed}, "按撤诉处理 按撤诉处 视为撤诉 裁定按撤诉处理 按自动撤诉处理"},
	{verdict{outcome: procedure.WithdrawnAltered}, "被告改变行为后撤诉 改变后撤诉 被告改变原行政行为撤诉 被告改变行政行为后撤诉 和解撤诉"},
	{verdict{outcome: procedure.SuitEnded}, "终结诉讼 终结 裁定终结 诉讼终结"},
	{verdict{outcome: procedure.Transferred}, "移送管辖 移送 裁定移送 指定管辖"},
	{verdict{outcome: procedure.SuitMediated}, "行政调解 调解 调解书 行政调解书 调解结案 和解"},
	{verdict{outcome: procedure.ActRevoked}, "撤销 判决撤销 全部撤销 撤销行政行为 撤销并责令重作 撤销重作 撤销并重作 全部撤销并重作 判决撤销重作 撤销并责令重新作出行政行为"},
	{verdict{outcome: procedure.ActRevokedPart}, "部分撤销 判决部分撤销 部分撤销并重作 部分撤销并责令重作"},
	{verdict{outcome: procedure.DutyOrdered}, "责令履行法定职责 履行 责令履行 判决履行 履行法定职责 判决履行法定职责 限期履行 责令履责"},
	{verdict{outcome: procedure.PaymentOrdered}, "判决给付 给付 履行给付义务 责令给付"},
	{verdict{outcome: procedure.ActIllegal}, "确认违法 判决确认违法 确认行政行为违法 违法"},
	{verdict{outcome: procedure.ActVoid}, "确认无效 判决确认无效"},
	{verdict{outcome: procedure.ActAltered}, "变更 判决变更"},
	{verdict{outcome: procedure.Damages}, "判决赔偿或补救 赔偿 判决赔偿 行政赔偿 补偿 判决补偿 赔偿补偿 采取补救措施"},
	{verdict{outcome: procedure.AppealDismissed}, "驳回上诉维持原判 驳回上诉 维持原判 驳回上诉维持原裁定 驳回上诉维持原判决"},
	{verdict{outcome: procedure.RetrialRefused}, "驳回再审申请 裁定驳回再审申请"},
	{verdict{outcome: procedure.RetrialUpheld}, "再审维持原判 再审维持"},
	{verdict{outcome: procedure.RetrialAlteredLost}, "再审改判败诉"},
	{verdict{outcome: procedure.RetrialAlteredWon}, "再审改判胜诉"},
	{verdict{outcome: procedure.AppealAlteredLost}, "改判败诉 二审改判败诉 改判被告败诉"},
	{verdict{outcome: procedure.AppealAlteredWon}, "改判胜诉 二审改判胜诉 改判被告胜诉 再审改判胜诉"},
	{verdict{outcome: procedure.AppealDropped}, "准许撤回上诉 撤回上诉 准予撤回上诉 按撤回上诉处理 按自动撤回上诉处理"},
	{verdict{outcome: procedure.Remanded}, "撤销原判发回重审 发回重审 发回 撤销发回重审 裁定发回重审 撤销一审判决发回重审"},
}

// altered is 改判 without saying for whom: the column 是否败诉 decides.
const altered = " 改判 二审改判 撤销一审判决改判 撤销原判改判 再审改判 "

var verdictIndex = buildVerdicts()

func buildVerdicts() map[string]verdict {
	out := map[string]verdict{}
	for _, row := range verdictWords {
		for w := range strings.FieldsSeq(row.words) {
			out[w] = row.v
		}
	}
	for _, o := range procedure.Outcomes() {
		out[plain(procedure.OutcomeLabel(o))] = verdict{outcome: o}
	}
	return out
}

const verdictList = "驳回诉讼请求、驳回起诉、准许撤诉、按撤诉处理、撤销、部分撤销、确认违法、确认无效、变更、责令履行法定职责、判决给付、赔偿、调解、驳回上诉维持原判、改判（另写明是否败诉）、发回重审、胜诉、败诉"

const (
	everyDefendant = "全体被告"
	noOutcome      = "已裁判（结果未记载）"
)

// formatResults writes outcomes per defendant: 甲机关：驳回诉讼请求；乙机关：撤销. withLost adds what was recorded of 败诉
// and of its causes, for entries that have no columns for them.
func formatResults(results []procedure.Result, withLost bool) string {
	out := make([]string, len(results))
	for i, r := range results {
		label := procedure.OutcomeLabel(r.Outcome)
		if label == "" {
			label = noOutcome
		}
		if props := resultProps(&r, withLost); props != nil {
			label += formatProps(props)
		}
		if r.Defendant != "" {
			label = quote(r.Defendant) + "：" + label
		}
		out[i] = label
	}
	return strings.Join(out, "；")
}

// parseOwnResults reads what formatResults wrote with withLost.
func parseOwnResults(text string) ([]procedure.Result, bool) {
	var out []procedure.Result
	for _, part := range list(text, isListSep) {
		name, rest := cutDefendant(part)
		head, props, _ := cutProps(rest)
		v, ok := verdictIndex[plain(head)]
		if !ok && rest != noOutcome {
			return nil, false
		}
		r := procedure.Result{Defendant: name, Outcome: v.outcome}
		setResultProps(&r, props)
		out = append(out, r)
	}
	return out, len(out) > 0
}

// cutDefendant separates 甲机关 from 甲机关：撤销.
func cutDefendant(part string) (name, rest string) {
	parts := split(part, isColon)
	if len(parts) < 2 {
		return "", strings.TrimSpace(part)
	}
	rest = strings.TrimLeftFunc(part[len(parts[0]):], isColon)
	return unquote(parts[0]), strings.TrimSpace(rest)
}

// lostText writes 是否败诉, per defendant when they differ.
func lostText(results []procedure.Result) string {
	if len(results) == 0 {
		return ""
	}
	same := true
	for _, r := range results {
		same = same && procedure.LostBy(r) == procedure.LostBy(results[0])
	}
	if same {
		return yesNo(procedure.LostBy(results[0]))
	}
	out := make([]string, len(results))
	for i, r := range results {
		name := quote(r.Defendant)
		if r.Defendant == "" {
			name = everyDefendant
		}
		out[i] = name + "：" + yesNo(procedure.LostBy(r))
	}
	return strings.Join(out, "；")
}

// instanceWords and sourceWords read 审级 and 起诉来源.
var instanceWords = map[string]cases.Instance{
	"一审": cases.First, "第一审": cases.First, "一审程序": cases.First, "初审": cases.First, "1": cases.First,
	"二审": cases.Second, "第二审": cases.Second, "二审程序": cases.Second, "终审": cases.Second, "上诉": cases.Second, "2": cases.Second,
	"再审": cases.Retrial, "再审程序": cases.Retrial, "审判监督": cases.Retrial, "再审审查": cases.Retrial, "申诉": cases.Retrial, "3": cases.Retrial,
}

var sourceWords = map[string]cases.Source{
	"直接起诉": cases.Direct, "未经复议": cases.Direct, "未经复议直接起诉": cases.Direct, "未经复议直接应诉": cases.Direct, "直接": cases.Direct,
	"未复议": cases.Direct, "复议后起诉": cases.AfterReconsideration, "经复议": cases.AfterReconsideration, "经复议后起诉": cases.AfterReconsideration,
	"复议后": cases.AfterReconsideration, "复议后应诉": cases.AfterReconsideration, "复议机关为共同被告": cases.AfterReconsideration,
	"复议机关为单独被告": cases.AfterReconsideration, "已复议": cases.AfterReconsideration, "经过复议": cases.AfterReconsideration,
	"复议逾期后起诉": cases.OverInaction, "复议逾期": cases.OverInaction, "复议逾期未决定": cases.OverInaction, "复议逾期未作决定": cases.OverInaction,
	"复议机关逾期未作决定": cases.OverInaction, "复议机关逾期不作决定": cases.OverInaction, "复议逾期不作决定": cases.OverInaction,
	"复议机关逾期未作决定后起诉": cases.OverInaction, "复议未作决定": cases.OverInaction, "逾期未作复议决定": cases.OverInaction, "复议不作为": cases.OverInaction,
}
