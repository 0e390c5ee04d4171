package procedure

import "slices"

// State is where a case stands. The words are stored.
type State string

// States of a reconsideration case.
const (
	Unregistered   State = "unregistered"    // no receipt yet
	AtPenaltyOrgan State = "at_penalty"      // S08 处罚机关审核中
	Reviewing      State = "reviewing"       // S01 受理审查中
	Supplement     State = "supplement"      // S02 补正中
	Rereviewing    State = "rereviewing"     // S03 补正后审查中
	Trying         State = "trying"          // S10 审理中 (普通程序)
	TryingSummary  State = "trying_summary"  // S11 审理中 (简易程序)
	Suspended      State = "suspended"       // S12 中止
	HandingOver    State = "handing_over"    // S13 提级移送中
	Signing        State = "signing"         // S14 报批中
	Decided        State = "decided"         // S20 已作出决定
	Dismissed      State = "dismissed"       // S21 已驳回申请
	Mediated       State = "mediated"        // S22 调解书已生效
	Terminated     State = "terminated"      // S23 已终止
	DroppedEarly   State = "dropped"         // S04 受理前撤回
	Abandoned      State = "abandoned"       // S05 视为放弃 (not 视为撤回)
	Rejected       State = "rejected"        // S06 不予受理
	NotHandled     State = "not_handled"     // S07 告知不再处理
	CorrectedThere State = "corrected_there" // S08 原机关自行纠正
	MovedUp        State = "moved_up"        // 已提级移送
	Closed         State = "closed"          // S30, S40 已结案（已送达）
	Performing     State = "performing"      // S31 履行跟踪中
	Ordered        State = "ordered"         // S32 责令限期履行
	Fulfilled      State = "fulfilled"       // S33 已履行
	Archived       State = "archived"        // S41 已归档
)

// States of a suit (应诉案件).
const (
	Answering     State = "answering"      // 答辩举证期内
	Answered      State = "answered"       // 已答辩，待裁判
	SuitSuspended State = "suit_suspended" // 中止诉讼
	Judged        State = "judged"         // 已裁判，上诉期内
	Appealing     State = "appealing"      // 已上诉
	SuitOver      State = "suit_over"      // 已结案
)

// States of enforcement without a suit (非诉执行); it ends in SuitOver.
const (
	Urging            State = "urging"             // 催告中
	ExecutionAsked    State = "execution_asked"    // 已申请，待法院受理
	ExecutionReview   State = "execution_review"   // 法院执行审查中
	ExecutionGranted  State = "execution_granted"  // 裁定准予执行，执行中
	ExecutionRefused  State = "execution_refused"  // 裁定不准予执行或者不予受理，可以申请复议
	ExecutionObjected State = "execution_objected" // 已向上一级法院申请复议
)

// Label is the Chinese name of the state.
func (s State) Label() string { return stateTable[s].label }

// Concluded reports whether the organ's work on the case is done (已审结): nothing but service, letters, performance and
// filing can follow.
func (s State) Concluded() bool { return stateTable[s].concluded }

// Executes reports whether a case in the state is one of 非诉执行.
func (s State) Executes() bool { return slices.Contains(executionStates, s) }

// States lists the states of a kind of case in procedural order, for filters.
func States(suit bool) []State {
	if suit {
		return []State{Answering, Answered, SuitSuspended, Judged, Appealing, Urging, ExecutionAsked, ExecutionReview, ExecutionGranted,
			ExecutionRefused, ExecutionObjected, SuitOver, Archived}
	}
	return []State{AtPenaltyOrgan, Reviewing, Supplement, Rereviewing, Trying, TryingSummary, Suspended, HandingOver,
		Signing, Decided, Dismissed, Mediated, Terminated, Rejected, NotHandled, Abandoned, DroppedEarly, CorrectedThere,
		MovedUp, Closed, Performing, Ordered, Fulfilled, Archived}
}

type stateRow struct {
	label     string
	concluded bool
}

// stateTable is read only.
var stateTable = map[State]stateRow{
	Unregistered:   {"未收件", false},
	AtPenaltyOrgan: {"处罚机关审核中", false},
	Reviewing:      {"受理审查中", false},
	Supplement:     {"补正中", false},
	Rereviewing:    {"补正后审查中", false},
	Trying:         {"审理中", false},
	TryingSummary:  {"简易程序审理中", false},
	Suspended:      {"中止", false},
	HandingOver:    {"提级移送中", false},
	Signing:        {"报批中", false},
	Decided:        {"已决定", true},
	Dismissed:      {"已驳回申请", true},
	Mediated:       {"已调解", true},
	Terminated:     {"已终止", true},
	DroppedEarly:   {"受理前撤回", true},
	Abandoned:      {"视为放弃", true},
	Rejected:       {"不予受理", true},
	NotHandled:     {"不再处理", true},
	CorrectedThere: {"原机关自行纠正", true},
	MovedUp:        {"已提级移送", true},
	Closed:         {"已结案", true},
	Performing:     {"履行跟踪中", true},
	Ordered:        {"责令限期履行", true},
	Fulfilled:      {"已履行", true},
	Archived:       {"已归档", true},
	Answering:      {"答辩举证中", false},
	Answered:       {"待裁判", false},
	SuitSuspended:  {"中止诉讼", false},
	Judged:         {"已裁判", true},
	Appealing:      {"已上诉", true},
	SuitOver:       {"已结案", true},

	Urging:            {"催告中", false},
	ExecutionAsked:    {"待受理执行申请", false},
	ExecutionReview:   {"执行审查中", false},
	ExecutionGranted:  {"准予执行", true},
	ExecutionRefused:  {"未准予执行", true},
	ExecutionObjected: {"执行复议中", true},
}

// states joins groups of states for the act table.
func states(groups ...[]State) []State {
	var out []State
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}

// Groups of states that the act tables name. They are read only.
var (
	reviewStates = []State{Reviewing, Rereviewing}
	earlyStates  = []State{Reviewing, Supplement, Rereviewing}
	// trialStates are those in which the case is examined and a decision may be made.
	trialStates = []State{Trying, TryingSummary, Signing}
	pausedState = []State{Suspended}
	// heldStates are the trial and its suspension.
	heldStates = states(trialStates, pausedState)
	// madeStates are those right after the organ's final paper, before service.
	madeStates = []State{Decided, Dismissed, Mediated, Terminated, Rejected, Abandoned, DroppedEarly, NotHandled, CorrectedThere, MovedUp}
	// servedStates follow service.
	servedStates = []State{Closed, Performing, Ordered, Fulfilled}
	// concludedStates are those in which only service, letters, performance and filing remain.
	concludedStates = states(madeStates, servedStates)
	archivedState   = []State{Archived}
	// letterStates are those in which an opinion or recommendation letter may be issued.
	letterStates = states(heldStates, concludedStates)
	// suitStates are the states in which a suit's papers may still arrive.
	suitStates = []State{Answering, Answered, SuitSuspended, Judged, Appealing, SuitOver}
	courtState = []State{Answering, Answered}
	// executionStates are those of 非诉执行 until its end.
	executionStates = []State{Urging, ExecutionAsked, ExecutionReview, ExecutionGranted, ExecutionRefused, ExecutionObjected}
)
