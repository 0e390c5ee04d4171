package model

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// openings are the acts that a court case may be registered with, read only.
var openings = []named[procedure.Kind]{
	{procedure.SuitReceived, "应诉：收到应诉通知"}, {procedure.AppealReceived, "二审：收到上诉状副本"}, {procedure.EnforcementUrged, "非诉执行：催告书送达"}, {procedure.EnforcementApplied, "非诉执行：申请强制执行"},
}

// Openings lists the acts that a court case may be registered with, the notice of a suit first.
func Openings() []procedure.Kind { return codesIn(openings) }

// OpeningLabel is the Chinese name of one, with the kind of case it begins.
func OpeningLabel(k procedure.Kind) string { return labelOf(openings, k) }

// Open chooses what a court case begins with. The copy of an appeal opens the file of the second instance.
func (in *Intake) Open(k procedure.Kind) {
	if in.Instance == cases.Second && in.Opening == procedure.AppealReceived && k != in.Opening {
		in.Instance = cases.First
	}
	in.Opening = k
	if k == procedure.AppealReceived {
		in.Instance = cases.Second
	}
}

// SetInstance chooses the instance; only that of the second begins with the copy of an appeal.
func (in *Intake) SetInstance(i cases.Instance) {
	in.Instance = i
	if i != cases.Second && in.Opening == procedure.AppealReceived {
		in.Opening = procedure.SuitReceived
	}
}

// Executes reports whether the page registers a case of 非诉执行.
func (in *Intake) Executes() bool {
	return in.Kind == cases.Litigation && (in.Opening == procedure.EnforcementUrged || in.Opening == procedure.EnforcementApplied)
}

// enforced makes a court case one of 非诉执行, without the capacities that the page asked before it was said to be one.
func enforced(c *cases.Case) {
	c.Suit.Type = cases.EnforcementSuit
	for i := range c.Parties {
		c.Parties[i].Capacity = ""
	}
}

// PartyFields lists what the card of a party asks for in the case that is registered.
func (in *Intake) PartyFields(p *PartyForm) []PartyField {
	return slices.DeleteFunc(p.Fields(in.Kind), func(f PartyField) bool { return f.ID == "capacity" && in.Executes() })
}

// MatterLabel names what the classification of the case says of the act.
func (in *Intake) MatterLabel() string { return matterTitle(in.Kind, in.Executes()) }

// CourtLabel names the court.
func (in *Intake) CourtLabel() string { return courtTitle(in.Executes()) }

// SubjectHint is an example of what the case is about.
func (in *Intake) SubjectHint() string {
	if in.Executes() {
		return "如 申请执行姑苏市监处〔2026〕12号行政处罚决定"
	}
	return "如 不服苏公（平）行罚决字〔2026〕12号行政处罚决定"
}

// RoleLabel is the Chinese name of a role in the case that is registered.
func (in *Intake) RoleLabel(r cases.Role) string {
	c := cases.Case{Kind: in.Kind}
	if in.Executes() {
		c.Suit = &cases.Suit{SuitDetail: cases.SuitDetail{Type: cases.EnforcementSuit}}
	}
	return c.RoleLabel(r)
}

// ReceivedLabel names the day on which the case came in.
func (in *Intake) ReceivedLabel() string {
	switch {
	case in.Kind != cases.Litigation:
		return receivedTitle(in.Kind)
	case in.Opening == procedure.EnforcementUrged:
		return "催告书送达日期"
	case in.Opening == procedure.EnforcementApplied:
		return "申请强制执行日期"
	}
	if in.Opening == procedure.AppealReceived {
		return "收到上诉状副本日期"
	}
	return "收到应诉通知日期"
}

// lapsed reads the last day to sue. It may lie ahead: a demand may go out before.
func (in *Intake) lapsed(today calendar.Date, bad map[string]string) calendar.Date {
	d, err := ReadDate(in.Lapsed, today)
	if err != nil {
		bad["lapsed"] = err.Error()
	}
	return d
}
