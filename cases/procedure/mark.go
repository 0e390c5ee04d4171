package procedure

// mark is what happened in a case apart from its state.
type mark uint32

const (
	markNoticed      mark = 1 << iota // 已一次性告知补正
	markSummary                       // 简易程序
	markStayed                        // 停止执行
	markOpinions                      // 已听取意见
	markHearing                       // 已听证
	markConsulted                     // 委员会已咨询
	markNorm                          // 附带审查
	markMerged                        // 合并审理
	markPartLeft                      // 部分申请人撤回
	markCopied                        // 已抄告
	markPublished                     // 已公开
	markSued                          // 被起诉
	markHeardInCourt                  // 已开庭
	markPostponed                     // 已申请延期举证
	markLateReply                     // 被申请人逾期答复
	markReplied                       // 被申请人已答复
	markEnforceable                   // 申请人可能负有履行义务的决定
	markRemitted                      // 法院判令重新复议
	markServedHere                    // 已向申请人送达
	markServedThere                   // 已向被申请人送达
	markPermitted                     // 法院准许延期举证
	markUndecided                     // 发回重审、移送管辖，没有终局裁判
	markAdvised                       // 收到没有写明回复期限的个案司法建议
)

func (f *fold) has(m mark) bool { return f.marks&m != 0 }

// sets is the effect of acts that only leave a mark.
func sets(m mark) func(*fold, *Act) {
	return func(f *fold, _ *Act) { f.marks |= m }
}

// Flags of cases (标识), shown beside the state.
const (
	FlagDeemed    Flag = "deemed"    // 视为受理
	FlagSummary   Flag = "summary"   // 简易程序
	FlagExtended  Flag = "extended"  // 延期
	FlagHearing   Flag = "hearing"   // 听证
	FlagConsulted Flag = "consulted" // 委员会咨询
	FlagNorm      Flag = "norm"      // 附带审查
	FlagStayed    Flag = "stayed"    // 停止执行
	FlagMerged    Flag = "merged"    // 合并审理
	FlagPartLeft  Flag = "part_left" // 部分申请人撤回
	FlagOverdue   Flag = "overdue"   // 超期
	FlagSued      Flag = "sued"      // 涉诉
	FlagRemitted  Flag = "remitted"  // 判令重新复议
	FlagLetter    Flag = "letter"    // 意见书未反馈
	FlagPublished Flag = "published" // 决定书公开
	FlagCopied    Flag = "copied"    // 已抄告
)

type flagRow struct {
	code  Flag
	label string
	is    func(*fold) bool
}

func (r flagRow) key() Flag { return r.code }

func marked(m mark) func(*fold) bool { return func(f *fold) bool { return f.has(m) } }

// flagTable is read only, in the order of display.
var flagTable = []flagRow{
	{FlagOverdue, "超期", (*fold).late},
	{FlagDeemed, "视为受理", func(f *fold) bool { return f.t.DeemedAccepted }},
	{FlagSummary, "简易程序", marked(markSummary)},
	{FlagExtended, "延期", func(f *fold) bool { return f.t.Extended }},
	{FlagStayed, "停止执行", marked(markStayed)},
	{FlagHearing, "听证", marked(markHearing)},
	{FlagConsulted, "委员会咨询", marked(markConsulted)},
	{FlagNorm, "附带审查", marked(markNorm)},
	{FlagMerged, "合并审理", marked(markMerged)},
	{FlagPartLeft, "部分撤回", marked(markPartLeft)},
	{FlagLetter, "意见书未反馈", func(f *fold) bool { return f.running(OpinionBack) }},
	{FlagSued, "涉诉", marked(markSued)},
	{FlagRemitted, "判令重新复议", marked(markRemitted)},
	{FlagPublished, "决定书公开", marked(markPublished)},
	{FlagCopied, "已抄告", marked(markCopied)},
}

// FlagLabel is the Chinese name of a flag.
func FlagLabel(g Flag) string { return find(flagTable, g).label }

// flags lists the flags of the case, nil for most.
func (f *fold) flags() []Flag {
	var out []Flag
	for i := range flagTable {
		if flagTable[i].is(f) {
			out = append(out, flagTable[i].code)
		}
	}
	return out
}

// late reports whether the period of decision was or is being missed (超期).
func (f *fold) late() bool {
	for i := range f.t.Periods {
		p := &f.t.Periods[i]
		if (p.Rule.ID == DecOrd || p.Rule.ID == DecSmp) && p.Late(f.today) {
			return true
		}
	}
	return false
}
