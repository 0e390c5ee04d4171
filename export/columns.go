package export

import "fuyi/cases"

// field is what a ledger column means.
type field uint8

const (
	fNone field = iota
	fSeq
	fNumber
	fReceived
	fReceivedAlt
	fApplicants
	fRespondents
	fThird
	fAgents
	fSubject
	fCategory
	fMatter
	fAccepted
	fSuspended
	fResumed
	fExtended
	fConsulted
	fHeard
	fConcluded
	fConcludedAlt
	fPaper
	fResult
	fSettled
	fOpinion
	fRecommendation
	fLetters
	fServed
	fArchived
	fHandler
	fHandler2
	fState
	fDue
	fRecords
	fDetails
	fRemark
	fNotes
	fFiled
	fCourt
	fCourtNumber
	fInstance
	fSource
	fRelated
	fAnswered
	fAppeared
	fHeadName
	fHeadPost
	fHeadRank
	fHeadFor
	fAbsence
	fLost
	fAppealed
	fEffective
	fAdvice
	fNotified
	fSpoke
	fSettling
	fGround
	fProof
	fCourtView
	fStaff
	fLawyers
	fConsequence
	fCourtLetter
	fSuitType
	fEarlier
	fClaimed
	fAwarded
	fAuthor
	fCapacity
	fCauses
	fieldCount
)

// style of a column's cells.
type look uint8

const (
	lookText look = iota
	lookDate
	lookCentre
	lookLong
)

// columnDef is one column of a ledger: how the program writes it, and the headers under which others keep it.
type columnDef struct {
	field field
	// id is the stable name in reports of an import; header the program's own header.
	id, header string
	// names are other headers, blank-separated, most specific first.
	names string
	width float64
	look  look
	// write gives the cell of a case; nil for columns that are only read.
	write func(*rowWriter) any
	// aside columns stand behind the printed ones: facts that the page has no room for and the figures need.
	aside bool
	// must marks columns without which no row is imported.
	must bool
	// hint explains the column in the template.
	hint string
	// list names a code list for drop-downs in the template.
	list string
	// example is the cell of the template's example row.
	example any
}

// columnsOf is the table of a kind of ledger, in the order written. The tables are read only.
func columnsOf(k cases.Kind) []columnDef {
	if k == cases.Litigation {
		return litigationColumns
	}
	return reconsiderationColumns
}

// written are the columns the program writes.
func written(k cases.Kind) []columnDef {
	var out []columnDef
	for _, c := range columnsOf(k) {
		if c.write != nil {
			out = append(out, c)
		}
	}
	return out
}

// printed is the number of columns on the printed page; they come first.
func printed(cols []columnDef) int {
	n := 0
	for _, c := range cols {
		if !c.aside {
			n++
		}
	}
	return n
}

// ledgerName is the name of the sheet.
func ledgerName(k cases.Kind) string {
	if k == cases.Litigation {
		return "行政应诉台账"
	}
	return "行政复议台账"
}

// kinds in the order of the sheets.
func kinds() []cases.Kind { return []cases.Kind{cases.Reconsideration, cases.Litigation} }
