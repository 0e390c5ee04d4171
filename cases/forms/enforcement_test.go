package forms

import (
	"reflect"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// enforced is a case of 非诉执行 that was not allowed, objected to, and allowed then.
func enforced() *cases.Case {
	ruling := func(y, m, d int, o procedure.Outcome) procedure.Act {
		a := on(y, m, d, procedure.Judgment)
		a.Detail = &procedure.Detail{Results: []procedure.Result{{Outcome: o}}}
		return a
	}
	c := filed(office1, "行政处罚", on(2023, 3, 2, procedure.EnforcementUrged), on(2023, 3, 20, procedure.EnforcementApplied),
		ruling(2023, 3, 24, procedure.ExecutionRejected), on(2023, 3, 27, procedure.JudgmentServed), on(2023, 4, 3, procedure.EnforcementObjected),
		on(2023, 4, 10, procedure.EnforcementAccepted), ruling(2023, 4, 14, procedure.ExecutionAllowed), on(2023, 5, 8, procedure.EnforcementDone))
	c.Kind, c.Class.Category, c.Suit = cases.Litigation, "只在非诉执行中的类别", &cases.Suit{Court: "某区人民法院"}
	return c
}

func suit() *cases.Case {
	c := filed(office1, "行政处罚", on(2023, 3, 9, procedure.SuitReceived))
	c.Kind, c.Suit = cases.Litigation, &cases.Suit{Court: "某区人民法院", Instance: cases.First, Source: cases.Direct}
	return c
}

// No form counts 非诉执行: neither that of suits nor that of reconsideration, nor do their checks and rows see it.
func TestEnforcementIsInNoForm(t *testing.T) {
	year := days([3]int{2023, 1, 1}, [3]int{2023, 12, 31})
	for _, e := range Editions() {
		plain := counted(t, smallOffice(suit()), e.ID, year, nil)
		with := counted(t, smallOffice(suit(), enforced()), e.ID, year, nil)
		if !reflect.DeepEqual(plain.Rows, with.Rows) || !reflect.DeepEqual(plain.Checks(), with.Checks()) {
			t.Errorf("%s: 非诉执行 changed the form:\n%+v\n%+v", e.ID, plain.Rows[len(plain.Rows)-1], with.Rows[len(with.Rows)-1])
		}
		if e.Kind == cases.Litigation {
			if _, j, ok := plain.Find(TotalRow, "received.direct"); !ok || plain.Rows[len(plain.Rows)-1].Values[j] != 1 {
				t.Errorf("%s does not count the suit", e.ID)
			}
		}
	}
}

// A tally tells a case of 非诉执行 from a suit.
func TestTallyOfEnforcement(t *testing.T) {
	c := enforced()
	c.ID = 7
	for written := calendar.New(2023, 3, 1); written < calendar.New(2023, 6, 1); written += 3 {
		tl := procedure.Fold(c.Acts, c.Course(), law(), written)
		data := Tally(c, &tl, written)
		for asOf := calendar.New(2023, 3, 1); asOf < calendar.New(2023, 6, 1); asOf += 5 {
			d := NewDeriver(law(), "某区人民政府", nil, asOf)
			g := gatherer{d: d}
			if !g.tally(c.ID, data) {
				continue
			}
			if want := d.Record(c); len(g.records) != 1 || g.records[0] != want || want.kind != 2 {
				t.Fatalf("written %s, counted as of %s:\n%+v\n%+v", written, asOf, g.records, want)
			}
		}
	}
}
