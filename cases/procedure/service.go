package procedure

import "strings"

// Service of the paper that concludes a reconsideration (《行政复议法》第75条、第88条). The decision takes effect when it is served,
// for each party by its own service; that one side was served says nothing of the other.

// servedMarks are the sides that a service reaches; one that names no side reaches both.
func servedMarks(side Side) mark {
	switch side {
	case ForApplicant:
		return markServedHere
	case ForRespondent:
		return markServedThere
	case ForThirdParty:
		return 0
	}
	return markServedHere | markServedThere
}

// unservedSide is the side without a recorded service after the other one was served; "" if both were, if none was yet, or if
// the paper concerns the applicant alone. A public notice that still runs is a service on its way.
func (f *fold) unservedSide() Side {
	a := f.concluding
	if f.suit || f.ledger || a == nil || a.Imported || f.running(PublicNotice30) {
		return ""
	}
	switch a.Kind {
	case Decision, Dismissal, Mediation, Termination:
	default:
		return ""
	}
	switch {
	case f.has(markServedHere) && !f.has(markServedThere):
		return ForRespondent
	case f.has(markServedThere) && !f.has(markServedHere):
		return ForApplicant
	}
	return ""
}

// sideWord names a side of a reconsideration.
func sideWord(side Side) string {
	if side == ForRespondent {
		return "被申请人"
	}
	return "申请人"
}

const serviceBasis = "（《行政复议法》第75条、第88条）"

// unserved reminds of the side that was not served, until the case is filed.
func (f *fold) unserved() {
	if side := f.unservedSide(); side != "" && f.t.State != Archived {
		f.notice(f.concluding, Served, "没有向"+sideWord(side)+"送达的记录，请送达后补记“文书送达”"+serviceBasis)
	}
}

// unservedAtFiling refuses to file a case of which one side was not served, unless the note says why. The law names no such
// condition, so that recorded filings stand, and a reason suffices for a new one.
func unservedAtFiling(acts []Act, c Course, law *Law, a Act) string {
	if a.Kind != Archiving || a.Imported || strings.Contains(a.Note, "送达") {
		return ""
	}
	f := run(acts, c, law, a.On)
	whom := "向" + sideWord(f.unservedSide())
	switch {
	case f.unservedSide() != "":
	case f.servedNowhere():
		whom = ""
	default:
		return ""
	}
	return "没有" + whom + "送达的记录，请先记录“文书送达”再归档；不再送达的，请在说明中写明没有送达的理由" + serviceBasis
}

// servedNowhere reports whether a paper that has to be served was not served on anybody.
func (f *fold) servedNowhere() bool {
	a := f.concluding
	if f.suit || f.ledger || a == nil || a.Imported || f.has(markServedHere|markServedThere) {
		return false
	}
	switch a.Kind {
	case Decision, Dismissal, Mediation, Termination, Rejection:
		return true
	}
	return false
}
