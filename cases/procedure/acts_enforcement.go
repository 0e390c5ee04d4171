package procedure

import "slices"

const groupExecution = "非诉执行"

// enforcementSpecs is the act table of 非诉执行: an organ has its own act enforced by the court against a party that neither performs
// nor sues. Such a case begins with the demand or the application; no notice of a suit comes. It is read only.
var enforcementSpecs = []*Spec{
	{Kind: EnforcementUrged, Label: "催告书送达", Group: groupExecution, Usual: true, Suit: true, From: []State{Unregistered}, To: Urging,
		May: []Field{FieldTo, FieldUntil}, Basis: "《行政强制法》第54条", effect: urge},
	{Kind: EnforcementApplied, Label: "申请强制执行", Group: groupExecution, Usual: true, Suit: true, From: []State{Unregistered, Urging},
		To: ExecutionAsked, May: []Field{FieldTo, FieldUntil}, Basis: "《行政强制法》第53条，《行政诉讼法》第97条", effect: applyExecution},
	{Kind: EnforcementAccepted, Label: "法院受理执行申请", Group: groupExecution, Usual: true, Suit: true, From: []State{ExecutionAsked, ExecutionObjected},
		To: ExecutionReview, Basis: "《行政强制法》第56条，行诉法解释第155条", effect: acceptExecution},
	{Kind: EnforcementObjected, Label: "对执行裁定申请复议", Group: groupExecution, Usual: true, Suit: true, From: []State{ExecutionRefused},
		To: ExecutionObjected, Basis: "《行政强制法》第56条、第58条", guard: objectInTime, effect: objectExecution},
	{Kind: EnforcementDone, Label: "执行完毕", Group: groupExecution, Usual: true, Suit: true, From: executionStates, To: SuitOver,
		Basis: "《行政强制法》第53条", effect: finishExecution},
}

// opensExecution are the acts that begin a case of 非诉执行, read only.
var opensExecution = []Kind{EnforcementUrged, EnforcementApplied}

// EnforcementCase reports whether a court case is no suit but the enforcement of an act that nobody sued over (非诉执行): its first
// opening act is the demand or the application. Figures of suits leave it out.
func EnforcementCase(acts []Act) bool {
	first := opening(acts)
	return first >= 0 && slices.Contains(opensExecution, acts[first].Kind)
}

// opening is the act from which a court case counts as received, -1 without one.
func opening(acts []Act) int {
	first := -1
	for i := range acts {
		if k := acts[i].Kind; Begins(k, true) && (first < 0 || acts[i].On < acts[first].On) {
			first = i
		}
	}
	return first
}

// Begins reports whether every case of a kind must have this act or another such, from whose day it counts as received (收案).
func Begins(k Kind, suit bool) bool {
	if suit {
		return k == SuitReceived || slices.Contains(opensExecution, k)
	}
	return k == Receipt
}

// own are the states of the act's row that a case of this sort can come into.
func (s *Spec) own(execution bool) []State {
	if s.Group == groupExecution {
		return s.From
	}
	return slices.DeleteFunc(slices.Clone(s.From), func(st State) bool {
		return execution != slices.Contains(executionStates, st) && st != SuitOver && st != Archived
	})
}

// foreign keeps the acts of suits out of a case of 非诉执行, and the other way round.
func (s *Spec) foreign(execution bool) bool {
	if execution {
		return !slices.ContainsFunc(s.From, func(st State) bool {
			return slices.Contains(executionStates, st) || st == SuitOver && s.Kind == SuitArchiving
		})
	}
	return s.Group == groupExecution
}
