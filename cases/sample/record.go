package sample

import (
	"cmp"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// record is a case while its acts are written down, by one person in a diary of working days.
type record struct {
	diary
	c    *cases.Case
	hand string
}

// put writes an act down.
func (r *record) put(k procedure.Kind, on calendar.Date, d *procedure.Detail) *procedure.Act {
	r.c.Acts = append(r.c.Acts, procedure.Act{Kind: k, On: on, By: r.hand, Detail: d})
	return &r.c.Acts[len(r.c.Acts)-1]
}

// sorted puts the acts in the order of their days; acts of one day keep the order they were put in.
func (r *record) sorted() *cases.Case {
	slices.SortStableFunc(r.c.Acts, func(a, b procedure.Act) int { return cmp.Compare(a.On, b.On) })
	return r.c
}

// to names the recipient of a paper.
func to(name string) *procedure.Detail { return &procedure.Detail{To: name} }

// party names the recipient of a paper and his side.
func party(name string, side procedure.Side) *procedure.Detail {
	return &procedure.Detail{To: name, Side: side}
}

func ground(g procedure.Ground) *procedure.Detail { return &procedure.Detail{Ground: g} }

// ending is how a reconsideration ends.
type ending struct {
	kind   procedure.Kind
	ground procedure.Ground
	items  []procedure.Item
	// duty is true when the respondent must still perform something.
	duty bool
}

// detail is a fresh detail for the act that ends a case, nil if there is nothing to say.
func (e ending) detail() *procedure.Detail {
	if e.ground == "" && e.items == nil {
		return nil
	}
	return &procedure.Detail{Ground: e.ground, Items: slices.Clone(e.items)}
}

// endings are the words of tables that end a case. It is read only.
var endings = map[string]ending{
	"维持":   {procedure.Decision, "", []procedure.Item{{Kind: procedure.Uphold}}, false},
	"变更":   {procedure.Decision, "", []procedure.Item{{Kind: procedure.Alter}}, false},
	"撤销":   {procedure.Decision, "", []procedure.Item{{Kind: procedure.Revoke}}, false},
	"撤销重作": {procedure.Decision, "", []procedure.Item{{Kind: procedure.Revoke, Redo: true}}, true},
	"部分撤销": {procedure.Decision, "", []procedure.Item{{Kind: procedure.RevokePart}, {Kind: procedure.Uphold}}, false},
	"确认违法": {procedure.Decision, "", []procedure.Item{{Kind: procedure.ConfirmIllegal}}, false},
	"确认无效": {procedure.Decision, "", []procedure.Item{{Kind: procedure.ConfirmVoid}}, false},
	"责令履行": {procedure.Decision, "", []procedure.Item{{Kind: procedure.OrderPerformance}}, true},
	"驳回请求": {procedure.Decision, "", []procedure.Item{{Kind: procedure.RefuseRequest}}, false},
	"驳回申请": {procedure.Dismissal, "", nil, false},
	"调解":   {procedure.Mediation, "", nil, false},
	"和解":   {procedure.Termination, procedure.SettlementReached, nil, false},
	"撤回":   {procedure.Termination, procedure.VoluntaryWithdrawal, nil, false},
	"改变":   {procedure.Termination, procedure.ActCorrected, nil, false},
	"不予受理": {procedure.Rejection, "", nil, false},
	"放弃":   {procedure.Abandonment, "", nil, false},
	"早撤":   {procedure.Withdrawal, procedure.VoluntaryWithdrawal, nil, false},
}

// pauses are the words of tables that suspend a case; the number of days follows the word. It is read only.
var pauses = map[string]procedure.Ground{
	"疫情": procedure.ForceMajeure,
	"中止": procedure.SuspendedForSettle,
	"另案": procedure.OtherCasePending,
	"死亡": procedure.ApplicantDied,
	"附带": procedure.NormReview,
}
