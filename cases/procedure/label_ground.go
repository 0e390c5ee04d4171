package procedure

import "slices"

type groundRow struct {
	code  Ground
	label string
	// acts lists the kinds of act that may rest on the ground.
	acts []Kind
	// sixty is true for suspensions that may end in termination after 60 days (L23-41(5)).
	sixty bool
}

// groundTable is read only.
var groundTable = []groundRow{
	{ApplicantDied, "申请人死亡，等待近亲属表明是否参加", []Kind{Suspension}, true},
	{ApplicantIncapable, "申请人丧失行为能力，尚未确定法定代理人", []Kind{Suspension}, true},
	{ApplicantMissing, "申请人下落不明", []Kind{Suspension}, false},
	{ApplicantEnded, "申请人组织终止，尚未确定权利义务承受人", []Kind{Suspension}, true},
	{ForceMajeure, "因不可抗力或者其他正当理由不能参加", []Kind{Suspension}, false},
	{SuspendedForSettle, "进行调解、和解，双方同意中止", []Kind{Suspension}, false},
	{LawQuestion, "法律适用问题需要有权机关解释或者确认", []Kind{Suspension}, false},
	{OtherCasePending, "需要以其他案件的审理结果为依据", []Kind{Suspension}, false},
	{NormReview, "附带审查规范性文件或者依据，本机关处理", []Kind{Suspension}, false},
	{NormElsewhere, "附带审查规范性文件或者依据，需转送有权机关", []Kind{Suspension}, false},
	{OtherNeed, "需要中止的其他情形", []Kind{Suspension}, false},
	{SettlementReached, "达成和解后撤回申请", []Kind{Termination, Withdrawal}, false},
	{VoluntaryWithdrawal, "自愿撤回申请", []Kind{Termination, Withdrawal}, false},
	{ActCorrected, "被申请人改变行政行为后撤回申请", []Kind{Termination, Withdrawal}, false},
	{NoSuccessor, "无人承受或者放弃权利", []Kind{Termination}, false},
	{SuspendedTooLong, "中止满六十日原因仍未消除", []Kind{Termination}, false},
	{TurnedCriminal, "行政拘留等因同一违法行为转为刑事强制措施", []Kind{Termination}, false},
	{OtherTermination, "其他法定终止情形", []Kind{Termination}, false},
	{SummaryOnSpot, "被申请行政行为系当场作出", summaryActs, false},
	{SummaryWarning, "被申请行政行为是警告或者通报批评", summaryActs, false},
	{SummaryAmount, "案件涉及款额三千元以下", summaryActs, false},
	{SummaryDisclosure, "属于政府信息公开案件", summaryActs, false},
	{SummaryConsent, "当事人各方同意适用简易程序", summaryActs, false},
	{NoApplicant, "没有明确的申请人或者符合规定的被申请人", []Kind{Rejection}, false},
	{NoInterest, "申请人与行政行为没有利害关系", []Kind{Rejection}, false},
	{NoRequest, "没有具体的复议请求和理由", []Kind{Rejection}, false},
	{TooLate, "超过法定申请期限", []Kind{Rejection}, false},
	{OutOfScope, "不属于行政复议范围", []Kind{Rejection}, false},
	{NotCompetent, "不属于本机关管辖（应当告知有管辖权的机关）", []Kind{Rejection}, false},
	{AlreadyAccepted, "本机关或者人民法院已经受理同一申请", []Kind{Rejection}, false},
	{WrongRespondent, "经告知不变更错列的被申请人", []Kind{Rejection}, false},
	{WithdrawnBefore, "撤回后以同一事实和理由再次申请", []Kind{Rejection}, false},
	{StillUnclear, "补正后仍无法判断是否符合受理条件", []Kind{Rejection}, false},
	{ConditionsMissing, "受理后发现不符合受理条件", []Kind{Dismissal}, false},
	{Groundless, "复议请求明显没有依据，经释明仍坚持", []Kind{Dismissal}, false},
	{NoSuchPower, "请求履行的职责明显不属于被申请人权限", []Kind{Dismissal}, false},
	{BoundByJudgment, "法律关系已由法院裁判或者调解书确定", []Kind{Dismissal}, false},
	{StayByRespondent, "被申请人认为需要停止执行", []Kind{Stay}, false},
	{StayByOrgan, "行政复议机关认为需要停止执行", []Kind{Stay}, false},
	{StayOnRequest, "申请人、第三人申请停止执行且理由成立", []Kind{Stay}, false},
	{StayByLaw, "法律、法规、规章规定停止执行", []Kind{Stay}, false},
	{FiledOrdinary, "一审普通程序", []Kind{SuitFiled}, false},
	{FiledSummary, "一审简易程序", []Kind{SuitFiled}, false},
	{FiledAppeal, "二审程序", []Kind{SuitFiled}, false},
	{FiledRetrial, "再审程序", []Kind{SuitFiled}, false},
	{AdviceGeneral, "综合治理类司法建议", []Kind{JudicialAdvice}, false},
	{AdviceNorm, "规范性文件不合法的司法建议", []Kind{JudicialAdvice}, false},
	{AdviceOnCase, "个案司法建议", []Kind{JudicialAdvice}, false},
}

// summaryActs may rest on a ground of the summary procedure. It is read only.
var summaryActs = []Kind{Acceptance, SummaryChosen}

func (r groundRow) key() Ground { return r.code }

// Grounds lists the grounds that an act of the kind may rest on.
func Grounds(k Kind) []Ground {
	var out []Ground
	for _, r := range groundTable {
		for _, a := range r.acts {
			if a == k {
				out = append(out, r.code)
			}
		}
	}
	return out
}

// AllGrounds lists every ground of every act.
func AllGrounds() []Ground { return codes(groundTable) }

// GroundLabel is the Chinese wording of a ground.
func GroundLabel(g Ground) string { return find(groundTable, g).label }

type sideRow struct {
	code  Side
	label string
}

func (r sideRow) key() Side { return r.code }

// sideTable is read only.
var sideTable = []sideRow{{ForApplicant, "申请人（原告）"}, {ForRespondent, "被申请人（被告）"}, {ForThirdParty, "第三人"}}

// SideLabel is the Chinese name of a side.
func SideLabel(s Side) string { return find(sideTable, s).label }

type meansRow struct {
	code  Means
	label string
	acts  []Kind
}

func (r meansRow) key() Means { return r.code }

// serviceActs name a means of service. It is read only.
var serviceActs = []Kind{SupplementServed, CopySent, Served}

// meansTable is read only.
var meansTable = []meansRow{
	{InPerson, "当面", []Kind{Receipt, OpinionsHeard}},
	{ByPhone, "电话", []Kind{OpinionsHeard}},
	{ByVideo, "视频", []Kind{OpinionsHeard}},
	{Online, "互联网", []Kind{Receipt, OpinionsHeard}},
	{NotPossible, "因当事人原因不能听取", []Kind{OpinionsHeard}},
	{Orally, "口头申请，制作笔录", []Kind{Receipt}},
	{ViaPenalizer, "通过处罚机关提交", []Kind{Receipt}},
	{Directly, "直接送达", serviceActs},
	{Refused, "到场拒绝签收，视为送达", serviceActs},
	{LeftBehind, "留置送达", serviceActs},
	{Electronic, "电子送达", serviceActs},
	{ByPost, "邮寄", append([]Kind{Receipt}, serviceActs...)},
	{Entrusted, "委托送达", serviceActs},
	{Forwarded, "转交送达", serviceActs},
}

// MeansOf lists the means that an act of the kind may name.
func MeansOf(k Kind) []Means {
	var out []Means
	for _, r := range meansTable {
		if slices.Contains(r.acts, k) {
			out = append(out, r.code)
		}
	}
	return out
}

// AllMeans lists every means.
func AllMeans() []Means { return codes(meansTable) }

// MeansLabel is the Chinese name of a means.
func MeansLabel(m Means) string { return find(meansTable, m).label }

type priorRow struct {
	code  Prior
	label string
	// advice says what the law makes of another application.
	advice string
}

func (r priorRow) key() Prior { return r.code }

// priorTable is read only.
var priorTable = []priorRow{
	{PriorWithdrawn, "受理后撤回，已终止", "申请人曾撤回同一申请，以同一事实和理由再次申请的不予受理，能够证明撤回违背真实意思的除外（《行政复议法》第74条）"},
	{PriorDropped, "受理前撤回或者视为放弃", "此前受理前撤回或者视为放弃的，可以再次申请，按新申请审查；申请期限仍从最初知道之日起算（《行政复议法》第20条、第31条）"},
	{PriorDecided, "已有复议决定", "同一申请人对同一行为已有处理，没有新的事实和理由的，可以告知不再处理（《实施条例》第37条第2款）"},
	{PriorSued, "法院已经受理", "法院已经受理的，不予受理；受理后才发现的，驳回申请（《行政复议法》第29条、第30条、第33条）"},
}

// Priors lists how an earlier application may have ended.
func Priors() []Prior { return codes(priorTable) }

// PriorLabel is the Chinese wording.
func PriorLabel(p Prior) string { return find(priorTable, p).label }
