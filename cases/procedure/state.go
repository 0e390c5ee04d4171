package procedure

// State is where a case stands (law.md calls the reconsideration states S01 to S41). The words are stored.
type State string

// States of a reconsideration case.
const (
	Reviewing    State = "reviewing"    // S01 受理审查中
	Supplement   State = "supplement"   // S02 补正中
	Rereviewing  State = "rereviewing"  // S03 补正后审查中
	DroppedEarly State = "dropped"      // S04 受理前撤回
	Abandoned    State = "abandoned"    // S05 视为放弃 (not 视为撤回)
	Rejected     State = "rejected"     // S06 不予受理
	Trying       State = "trying"       // S10 审理中 (普通程序)
	Suspended    State = "suspended"    // S12 中止
	Decided      State = "decided"      // S20 已作出决定
	Dismissed    State = "dismissed"    // S21 已驳回申请
	Mediated     State = "mediated"     // S22 调解书已生效
	Terminated   State = "terminated"   // S23 已终止
	Closed       State = "closed"       // S40 已结案（已送达）
	Archived     State = "archived"     // S41 已归档
	Unregistered State = "unregistered" // no receipt yet
)

// States of a suit (应诉案件).
const (
	Answering State = "answering" // 答辩举证期内
	Answered  State = "answered"  // 已答辩，待裁判
	Judged    State = "judged"    // 已裁判，上诉期内
	Appealing State = "appealing" // 已上诉
	SuitOver  State = "suit_over" // 已结案
)

// Label is the Chinese name of the state.
func (s State) Label() string { return stateTable[s].label }

// Concluded reports whether the organ's work on the case is done (已审结): nothing but service, letters, performance and
// filing can follow.
func (s State) Concluded() bool { return stateTable[s].concluded }

// States lists the states of a kind of case in procedural order, for filters.
func States(suit bool) []State {
	if suit {
		return []State{Answering, Answered, Judged, Appealing, SuitOver, Archived}
	}
	return []State{Reviewing, Supplement, Rereviewing, Trying, Suspended, Decided, Dismissed, Mediated, Terminated,
		Rejected, Abandoned, DroppedEarly, Closed, Archived}
}

type stateRow struct {
	label     string
	concluded bool
}

// stateTable is read only.
var stateTable = map[State]stateRow{
	Unregistered: {"未收件", false},
	Reviewing:    {"受理审查中", false},
	Supplement:   {"补正中", false},
	Rereviewing:  {"补正后审查中", false},
	DroppedEarly: {"受理前撤回", true},
	Abandoned:    {"视为放弃", true},
	Rejected:     {"不予受理", true},
	Trying:       {"审理中", false},
	Suspended:    {"中止", false},
	Decided:      {"已决定", true},
	Dismissed:    {"已驳回申请", true},
	Mediated:     {"已调解", true},
	Terminated:   {"已终止", true},
	Closed:       {"已结案", true},
	Archived:     {"已归档", true},
	Answering:    {"答辩举证中", false},
	Answered:     {"待裁判", false},
	Judged:       {"已裁判", true},
	Appealing:    {"已上诉", true},
	SuitOver:     {"已结案", true},
}
