package export

import (
	"strings"
	"unicode"

	"fuyi/cases/procedure"
)

// redo is what a revocation is followed by when the respondent must act anew.
const redo = "并责令重作"

// plain reduces a clerk's word to what the tables compare: no blanks, half-width signs, no punctuation.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r = r - '！' + '!'
		}
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("。.,，、;；:：*-—“”\"《》/()（）", r):
			return -1
		}
		return r
	}, s)
}

// itemWords are the words for operative items, in the clerk's spelling reduced by plain. The labels of the code table
// are added when the index is built.
var itemWords = []struct {
	item  procedure.Item
	words string
}{
	{procedure.Item{Kind: procedure.Alter}, "变更 予以变更 变更决定 变更原行政行为 变更原具体行政行为 决定变更"},
	{procedure.Item{Kind: procedure.Revoke}, "撤销 全部撤销 予以撤销 撤销决定 决定撤销 撤销原行政行为 撤销原具体行政行为 撤消"},
	{procedure.Item{Kind: procedure.Revoke, Redo: true}, "撤销并责令重作 撤销重作 撤销并重作 撤销责令重作 撤销并责令重新作出 撤销并责令重新作出行政行为 撤销并责令重新作出具体行政行为 撤销并责令限期重新作出 撤销并责令重新处理 撤销责令重新作出行政行为"},
	{procedure.Item{Kind: procedure.RevokePart}, "部分撤销 撤销部分 部分予以撤销"},
	{procedure.Item{Kind: procedure.RevokePart, Redo: true}, "部分撤销并责令重作 部分撤销并重作 部分撤销并责令重新作出"},
	{procedure.Item{Kind: procedure.ConfirmVoid}, "确认无效 无效"},
	{procedure.Item{Kind: procedure.ConfirmIllegal}, "确认违法 违法 确认原行政行为违法 确认具体行政行为违法 确认行政行为违法"},
	{procedure.Item{Kind: procedure.ConfirmIllegal, Redo: true}, "确认违法并责令重作"},
	{procedure.Item{Kind: procedure.OrderPerformance}, "责令履行 责令履行职责 责令履行法定职责 责令限期履行 责令限期履行法定职责 责令被申请人履行法定职责 限期履行 履行法定职责 责令履责"},
	{procedure.Item{Kind: procedure.Compensate}, "决定赔偿 赔偿 行政赔偿 责令赔偿 决定予以赔偿"},
	{procedure.Item{Kind: procedure.Uphold}, "维持 予以维持 维持决定 决定维持 维持原行政行为 维持原具体行政行为 维持原决定 维持行政行为"},
	{procedure.Item{Kind: procedure.RefuseRequest}, "驳回请求 驳回复议请求 驳回行政复议请求 驳回申请人的行政复议请求 驳回申请人行政复议请求"},
}

// itemIndex and its like are read only; they are built once from the tables above.
var itemIndex = buildItems()

func buildItems() map[string]procedure.Item {
	out := map[string]procedure.Item{}
	for _, row := range itemWords {
		for w := range strings.FieldsSeq(row.words) {
			out[w] = row.item
		}
	}
	for _, d := range procedure.Dispositions() {
		label := plain(procedure.DispositionLabel(d))
		out[label] = procedure.Item{Kind: d}
		out[label+redo] = procedure.Item{Kind: d, Redo: true}
	}
	return out
}

// itemWord reads one operative item.
func itemWord(s string) (procedure.Item, bool) {
	it, ok := itemIndex[plain(s)]
	return it, ok
}

// ending is how a reconsideration ended otherwise than by a decision on the merits.
type ending struct {
	kind   procedure.Kind
	ground procedure.Ground
	// assumed is the sentence that tells the clerk how an old or loose word was taken, "" if the word is exact.
	assumed string
	// exact is true for the program's own words for an end without the acts that usually precede it: nothing is added.
	exact bool
}

// noSupplement follows 视为放弃 in a case without a recorded supplement notice.
const noSupplement = "视为放弃（没有补正通知记录）"

// endingWords are the words for endings without operative items.
var endingWords = []struct {
	end   ending
	words string
}{
	{ending{kind: procedure.Dismissal}, "驳回申请 驳回复议申请 驳回行政复议申请 驳回申请人的行政复议申请"},
	{ending{kind: procedure.Mediation}, "调解 调解书 行政调解 调解结案 达成调解 制作调解书 调解书结案 行政复议调解书 调解成功 调解书生效"},
	{ending{kind: procedure.Rejection}, "不予受理 不受理 不予受理决定 决定不予受理"},
	{ending{kind: procedure.Rejection, assumed: "原台账记为告知或转送，按不予受理导入并在记录中注明"}, "告知 告知处理 告知向其他机关申请 告知向有关机关提出 转送 移送"},
	{ending{kind: procedure.Abandonment}, "视为放弃 逾期未补正 逾期不补正 逾期未补正视为放弃 逾期不补正视为放弃 视为放弃申请 视为放弃行政复议申请 补正未回 视为放弃复议申请"},
	{ending{kind: procedure.Abandonment, exact: true}, "视为放弃没有补正通知记录"},
	{ending{kind: procedure.Withdrawal}, "受理前撤回 受理前撤回申请 立案前撤回 受理前放弃"},
	{ending{kind: procedure.Withdrawal, ground: procedure.SettlementReached}, "受理前和解 受理前撤回和解 受理前调撤 案前和解 受理前调解 案前调解 " +
		"受理前协调 受理前协调处理 受理前协商化解 受理前化解 受理前调解和解 受理前调解撤回 案前调撤 案前化解 案前协调 案前调解撤回 立案前和解 立案前调解"},
	{ending{kind: procedure.Withdrawal, ground: procedure.VoluntaryWithdrawal}, "受理前自愿撤回 受理前撤回撤回"},
	{ending{kind: procedure.Withdrawal, ground: procedure.ActCorrected}, "受理前改变后撤回 受理前撤回改变后撤回"},
	{ending{kind: procedure.Termination}, "终止 终止复议 终止审理 行政复议终止 终止行政复议 决定终止"},
	{ending{kind: procedure.Termination, ground: procedure.SettlementReached}, "和解 终止和解 和解终止 达成和解 和解结案 和解撤回 和解后撤回 达成和解后撤回 撤回和解 和解协议 终止和解撤回"},
	{ending{kind: procedure.Termination, ground: procedure.SettlementReached, assumed: "按达成和解后终止计"}, "调解终止 终止调解 调解和解 和解调解 调解撤回 终止调解和解 调解后撤回 调撤 调解和解终止"},
	{ending{kind: procedure.Termination, ground: procedure.VoluntaryWithdrawal}, "终止撤回 终止撤回申请 撤回终止 撤回申请终止 撤回申请后终止 自愿撤回 自愿撤回申请 终止自愿撤回 申请人撤回申请终止"},
	{ending{kind: procedure.Termination, ground: procedure.ActCorrected}, "终止改变后撤回 改变后撤回 改正后终止 改变后终止 自行纠正后撤回 自行纠正 纠正后撤回 终止被申请人改变后撤回 改变原行政行为后撤回 被申请人改变行政行为后撤回申请"},
	{ending{kind: procedure.Termination, ground: procedure.SuspendedTooLong}, "中止满六十日 中止满60日 终止中止满六十日 终止中止满60日"},
	{ending{kind: procedure.Termination, ground: procedure.OtherTermination}, "终止其他 其他终止 其他原因终止"},
}

// withdrawalWords say that the application was withdrawn, but not whether before or after acceptance.
const withdrawalWords = " 撤回 撤回申请 申请人撤回 申请人撤回申请 准予撤回 准许撤回 撤回复议申请 撤回行政复议申请 撤销申请 "

var endingIndex = buildEndings()

func buildEndings() map[string]ending {
	out := map[string]ending{}
	for _, row := range endingWords {
		for w := range strings.FieldsSeq(row.words) {
			out[w] = row.end
		}
	}
	for _, k := range []procedure.Kind{procedure.Termination, procedure.Withdrawal} {
		name := map[procedure.Kind]string{procedure.Termination: "终止", procedure.Withdrawal: "受理前撤回"}[k]
		for _, g := range procedure.Grounds(k) {
			out[name+plain(procedure.GroundLabel(g))] = ending{kind: k, ground: g}
			if k == procedure.Termination {
				out[plain(procedure.GroundLabel(g))] = ending{kind: k, ground: g}
			}
		}
	}
	return out
}

// noItems stands for a decision whose operative items were not recorded.
const noItems = "已决定（主文未记载）"

// resultText writes how a reconsideration ended, in words that read back to the same act.
func resultText(a *procedure.Act) string {
	var ground procedure.Ground
	if a.Detail != nil {
		ground = a.Detail.Ground
	}
	switch a.Kind {
	case procedure.Decision:
		if a.Detail == nil || len(a.Detail.Items) == 0 {
			return noItems
		}
		return formatItems(a.Detail.Items)
	case procedure.Dismissal:
		return "驳回行政复议申请"
	case procedure.Mediation:
		return "调解"
	case procedure.Rejection:
		return "不予受理"
	case procedure.Abandonment:
		return "视为放弃"
	}
	name := "终止"
	if a.Kind == procedure.Withdrawal {
		name = "受理前撤回"
	}
	switch ground {
	case "":
		return name
	case procedure.SettlementReached:
		return name + "（和解）"
	case procedure.VoluntaryWithdrawal:
		return name + "（撤回）"
	case procedure.ActCorrected:
		return name + "（改变后撤回）"
	}
	return name + "（" + groundText(ground) + "）"
}

// resultWords lists the accepted words, for the sentence that refuses others.
const resultWords = "维持、撤销、撤销并责令重作、部分撤销、变更、确认违法、确认无效、责令履行、决定赔偿、驳回请求、驳回申请、调解、和解、终止、撤回、不予受理、视为放弃"

// Words for yes and no as ledgers have them.
const (
	yesWords = " 是 有 √ ✓ ✔ v V 对 Y y YES yes TRUE true 1 已 "
	noWords  = " 否 无 没有 未 × x X ✗ N n NO no FALSE false 0 / — - \\ 不 "
)

func isYes(s string) bool { return strings.Contains(yesWords, " "+strings.TrimSpace(s)+" ") }
func isNo(s string) bool  { return strings.Contains(noWords, " "+strings.TrimSpace(s)+" ") }
