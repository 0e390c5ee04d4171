package forms

import (
	"fmt"
	"slices"

	"fuyi/cases"
)

// group is a set of columns that must take in every case of a base exactly once: what falls between them is found by counting the base
// itself.
type group struct {
	id, rule string
	columns  []string
	base     measure
}

// suitGroups are F2, F4 and F5: the ways in which suits arose, judgments (判决) and orders (裁定).
func (t *Table) suitGroups() []group {
	judged := []Result{SuitUpheld, SuitRevoked, SuitRevokedPart, SuitAltered, SuitOrdered, SuitIllegal, SuitRefused, SuitDamages}
	ordered := []Result{SuitDismissed, SuitWithdrawn, SuitCorrected, SuitMoved, SuitEnded, SuitOther}
	judgments, orders := t.resultColumns("判决"), t.resultColumns("裁定")
	if _, ok := t.Edition.Column("result.upheld"); !ok {
		// Since 2015 no judgment upholds an act: one that an old ledger names stands with the other orders.
		judged, ordered = judged[1:], append(ordered, SuitUpheld)
	}
	return []group{
		{"F2", "本期发生＝复议后应诉＋未经复议直接应诉", t.Edition.columnsOf("received."), when(isReceived, nil, "")},
		{"F4", "判决结案＝判决各项之和", judgments, when(isConcluded, resultIn(judged...), "")},
		{"F5", "裁定结案＝裁定各项之和", orders, when(isConcluded, resultIn(ordered...), "")},
	}
}

// resultColumns are the result columns under a head that are no 其中 columns.
func (t *Table) resultColumns(head string) []string {
	var out []string
	for _, c := range t.Edition.Columns {
		if slices.Contains(c.Heads, head) && !c.Part {
			out = append(out, c.ID)
		}
	}
	return out
}

// grouped checks that the columns of a group hold each case of their base once.
func (t *Table) grouped(g group) Check {
	c := Check{ID: g.id, Rule: g.rule, OK: true, Severity: Wrong, Row: -1, Column: -1}
	columns := t.indices(g.columns)
	ask := t.counter()
	var whole, parts int64
	for i := range t.records {
		r := &t.records[i]
		if r.kind != ask.kind {
			continue
		}
		n := g.base.add(ask, r)
		var m int64
		for _, j := range columns {
			m += t.Edition.Columns[j].add(ask, r)
		}
		whole, parts = whole+n, parts+m
		if n != m {
			c.Cases = append(c.Cases, r.id)
		}
	}
	if len(c.Cases) > 0 {
		c.OK, c.Row, c.Column = false, len(t.Rows)-1, columns[0]
		c.Says = fmt.Sprintf("左边为%d，右边为%d", whole, parts)
	}
	return c
}

// CrossCheck compares both forms of a period (F7): suits after reconsideration (复议后应诉) and the reconsiderations that were taken to
// court. Years and organs may differ, so it only warns. Cases are the reconsiderations taken to court.
func CrossCheck(review, suits *Table) Check {
	c := Check{ID: "F7", Rule: "表2复议后应诉≥表1中复议后起诉的案件", OK: true, Severity: Doubtful, Row: -1, Column: -1}
	ask := review.counter()
	for i := range review.records {
		r := &review.records[i]
		if r.kind == ask.kind && ask.in(r.sued) {
			c.Cases = append(c.Cases, r.id)
		}
	}
	j, ok := suits.Edition.Column("received.after")
	if !ok || suits.Edition.Kind != cases.Litigation {
		return c
	}
	last := len(suits.Rows) - 1
	if n := suits.Rows[last].Values[j]; n < int64(len(c.Cases)) {
		c.OK, c.Row, c.Column = false, last, j
		c.Says = fmt.Sprintf("表2复议后应诉%d件，登记为复议后起诉的复议案件%d件，可能有应诉案件没有登记", n, len(c.Cases))
		return c
	}
	c.Cases = nil
	return c
}
