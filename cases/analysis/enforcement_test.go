package analysis

import (
	"context"
	"reflect"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// 非诉执行 stands in none of the tables, indicators and lists.
func TestEnforcementIsInNoTable(t *testing.T) {
	suits := func() []*cases.Case {
		return []*cases.Case{suitAgainst([]string{police}, act("2023-03-09", procedure.SuitReceived, nil),
			act("2023-06-08", procedure.Judgment, &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ActRevoked}}}))}
	}
	enforced := suitAgainst([]string{street}, act("2023-03-02", procedure.EnforcementUrged, nil), act("2023-03-20", procedure.EnforcementApplied, nil),
		act("2023-03-24", procedure.EnforcementAccepted, nil),
		act("2023-04-20", procedure.Judgment, &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ExecutionDenied}}}))
	set := cases.Settings{Organ: "某市某区人民政府"}
	plainOffice, withOffice := newOffice(set, suits()), newOffice(set, append(suits(), enforced))
	plain, with := load(t, plainOffice, year(2023), nil), load(t, withOffice, year(2023), nil)
	if a, b := plain.Indicators(nil), with.Indicators(nil); !reflect.DeepEqual(a, b) {
		t.Errorf("indicators differ:\n%+v\n%+v", a, b)
	}
	tables := 0
	for _, info := range Tables(year(2023)) {
		a, b := plain.Table(info.ID), with.Table(info.ID)
		tables++
		if !reflect.DeepEqual(a.Rows, b.Rows) {
			t.Errorf("%s differs:\n%+v\n%+v", info.ID, a.Rows, b.Rows)
		}
	}
	if tables == 0 {
		t.Fatal("no tables")
	}
	for _, x := range Lists() {
		a, err := NewList(context.Background(), plainOffice, x.ID, year(2023), nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := NewList(context.Background(), withOffice, x.ID, year(2023), nil)
		if err != nil || !reflect.DeepEqual(a.Rows, b.Rows) {
			t.Errorf("《%s》 has %d rows, without 非诉执行 %d; %v", x.Title, len(b.Rows), len(a.Rows), err)
		}
	}
}
