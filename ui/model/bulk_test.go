package model

import (
	"encoding/csv"
	"errors"
	"reflect"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/ui/model/fake"
)

func listed(t *testing.T, o *fake.Office) *CaseList {
	t.Helper()
	l := NewCaseList(cases.Reconsideration, o.Today)
	fetch(t, l, o, 0)
	return l
}

func TestPickingAsListsDo(t *testing.T) {
	o := fake.New()
	l := listed(t, o)
	l.Choose(2)
	l.Toggle(5)
	if l.Picks() != 2 {
		t.Errorf("%d picked with the chosen one", l.Picks())
	}
	l.Toggle(5)
	l.Toggle(2)
	if l.Picks() != 0 {
		t.Errorf("%d picked after all were let go", l.Picks())
	}
	l.Toggle(4)
	l.PickNone()
	l.Choose(3)
	if _, missing := l.Range(6); missing || l.Picks() != 4 {
		t.Errorf("%d in the range", l.Picks())
	}
	l.Range(1)
	if l.Picks() != 3 {
		t.Errorf("%d in the range the other way", l.Picks())
	}
	l.PickAll()
	l.Toggle(0)
	rows, err := l.Target(false).Rows(t.Context(), o)
	first, _ := l.Row(0)
	if err != nil || len(rows) != 59 || l.Picks() != 59 || l.Picked(first.ID) {
		t.Errorf("all but one: %d rows, %d picked", len(rows), l.Picks())
	}
	l.SortBy(cases.ByApplicants)
	if l.Picks() == 0 {
		t.Error("another order lets go")
	}
	l.Change(func(f *Filter) { f.Status = cases.Open })
	if l.Picks() != 0 {
		t.Error("what nobody sees is still picked")
	}
}

func TestRangeOverRowsNotFetched(t *testing.T) {
	l := NewCaseList("", 1)
	page := func(n int) {
		a, _ := l.Need(n * pageSize)
		rows := make([]cases.Row, pageSize)
		for i := range rows {
			rows[i].ID = cases.ID(n*pageSize + i + 1)
		}
		l.Accept(a, cases.Page{Rows: rows, Total: 1000})
	}
	page(0)
	page(4)
	l.Choose(10)
	q, missing := l.Range(420)
	if !missing || q.Offset != 10 || q.Limit != 411 {
		t.Fatalf("asks for %d from %d", q.Limit, q.Offset)
	}
	answer := cases.Page{}
	for i := range q.Limit {
		answer.Rows = append(answer.Rows, cases.Row{ID: cases.ID(q.Offset + i + 1)})
	}
	l.RangeFetched(q, answer)
	if l.Picks() != 411 {
		t.Errorf("%d picked", l.Picks())
	}
}

// After the office changed the rows stand as they were until the new ones came.
func TestRenewMovesNothing(t *testing.T) {
	o := fake.New()
	l := listed(t, o)
	before, _ := l.Row(7)
	l.Toggle(7)
	l.Renew(o.Today, "沈某")
	if r, ok := l.Row(7); !ok || !reflect.DeepEqual(r, before) {
		t.Error("the row is gone while it is read again")
	}
	if _, need := l.Need(7); !need {
		t.Fatal("the row is not asked for again")
	}
	if l.Picks() != 1 {
		t.Error("what was picked is gone")
	}
}

func TestAssignIsOneStep(t *testing.T) {
	o := fake.New()
	l := listed(t, o)
	for _, i := range []int{0, 1, 8} {
		l.Toggle(i)
	}
	rows, _ := l.Target(false).Rows(t.Context(), o)
	step, err := Assign(t.Context(), o, rows, "钱某")
	handlers := func() (out []string) {
		for _, r := range rows {
			c, _ := o.Case(t.Context(), r.ID)
			out = append(out, c.Handler)
		}
		return out
	}
	if err != nil || strings.Join(handlers(), "") != "钱某钱某钱某" || step.Label != "把3件分派给钱某" {
		t.Fatalf("%v, %v, %q", handlers(), err, step.Label)
	}
	if err := step.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, h := range handlers() {
		if h != rows[i].Handler {
			t.Errorf("after undo %q, was %q", h, rows[i].Handler)
		}
	}
}

func TestBinAndBack(t *testing.T) {
	o := fake.New()
	l := listed(t, o)
	l.PickAll()
	rows, _ := l.Target(false).Rows(t.Context(), o)
	lines, rest, running := BinQuestion(rows, o.Today)
	if len(lines) != namedInQuestion || rest != 60-namedInQuestion || running == 0 || lines[0].Running == "" {
		t.Errorf("%d lines, %d not named, %d running: %+v", len(lines), rest, running, lines[0])
	}
	step, err := Discard(t.Context(), o, rows[:3], "重复登记")
	if err != nil || len(o.All) != 87 {
		t.Fatalf("%d cases left, %v", len(o.All), err)
	}
	list, _ := o.Discarded(t.Context())
	b := NewBin(list)
	b.Toggle(0)
	b.Toggle(1)
	b.Toggle(1)
	back, err := Reinstate(t.Context(), o, b.Chosen())
	if err != nil || len(o.All) != 88 || b.Line(0).What != "理由：重复登记" {
		t.Errorf("%d cases, %v, %+v", len(o.All), err, b.Line(0))
	}
	if err := errors.Join(back.Undo(t.Context()), step.Undo(t.Context())); err != nil || len(o.All) != 90 {
		t.Errorf("%d cases after undoing both, %v", len(o.All), err)
	}
}

func TestTSVIsReadBackAsItWas(t *testing.T) {
	rows := []cases.Row{{Number: "〔2026〕姑苏行复第1号", Subject: "第一行\n第二行\t\"引号\"", Applicants: "=SUM(A1)"}}
	cols := Columns(cases.Reconsideration)[:4]
	r := csv.NewReader(strings.NewReader(TSV(cols, rows, 0, true)))
	r.Comma = '\t'
	got, err := r.ReadAll()
	if err != nil || len(got) != 2 || got[0][0] != "案号" || got[1][3] != "第一行\n第二行\t\"引号\"" || got[1][1] != "'=SUM(A1)" {
		t.Errorf("%q, %v", got, err)
	}
	if block := readBlock(TSV(cols, rows, 0, false)); len(block) != 1 || block[0][3] != "第一行\n第二行\t\"引号\"" {
		t.Errorf("pasted back: %q", block)
	}
}
