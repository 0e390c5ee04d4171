package cases

import "context"

// Editor changes what is known of cases besides their acts. Every method is one transaction with its audit entry.
type Editor interface {
	// Revise replaces everything of the cases but their acts and ids (改案件信息): number, parties, subject, class, suit, particulars,
	// handler, notes. All of them change or none. A number used by another case is a Conflict, a case that is gone NotFound.
	Revise(ctx context.Context, changed []*Case) error
	// Discard puts cases into the bin (回收站): no list, count or search shows them until Reinstate. Their numbers stay taken. A
	// case with a running statutory period is a Refused *Error unless force, which the clerk confirmed with the dates before
	// her eyes. The reason is kept.
	Discard(ctx context.Context, ids []ID, reason string, force bool) error
	// Reinstate takes cases out of the bin as they were.
	Reinstate(ctx context.Context, ids []ID) error
	// Discarded lists the bin, the last discarded first.
	Discarded(ctx context.Context) ([]DiscardedCase, error)
}

// DiscardedCase is one case in the bin.
type DiscardedCase struct {
	ID     ID
	Kind   Kind
	Number string
	// Title is who against whom.
	Title string
	// At is when it was discarded (RFC 3339), By by whom, and Reason why.
	At, By, Reason string
}
