package procedure

import "fuyi/cases/calendar"

// Act is one dated legal fact of a case. Acts are the truth: state, periods and statistics are computed from them.
type Act struct {
	// ID is the act's number in the office file, 0 before it is stored.
	ID   int64
	Kind Kind
	// On is the day the act legally happened, not the day it was typed in.
	On calendar.Date
	// Regime overrides the regime of the day when the clerk recorded a reason in Note; "" means by date.
	Regime Regime
	// Paper is the number of the paper behind the act (文号), as printed on it.
	Paper string
	// Note is free text shown with the act.
	Note string
	// By is who recorded the act; Imported marks acts that came from a ledger row, not from a clerk (导入).
	By       string
	Imported bool
	// Detail carries what only some kinds have; nil for all others.
	Detail *Detail
}
