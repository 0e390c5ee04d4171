package analysis

import (
	"context"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Whether a lost suit was appealed and what was done after it come from the acts and from the second instance, not from notes alone.
func TestLossesTellAppealsAndRectification(t *testing.T) {
	lostSuit := func(number string, acts ...procedure.Act) *cases.Case {
		c := suitAgainst([]string{"甲局"}, append([]procedure.Act{act("2023-02-01", procedure.SuitReceived, nil),
			act("2023-04-03", procedure.Judgment, &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ActRevoked}}})}, acts...)...)
		c.Number = number
		return c
	}
	done := act("2023-06-01", procedure.Rectified, nil)
	done.Note = "重新作出处罚决定"
	more := act("2023-06-09", procedure.Rectified, nil)
	more.Note = "约谈承办人"
	second := suitAgainst([]string{"甲局"}, act("2023-05-08", procedure.SuitReceived, nil))
	second.Number, second.Suit.Instance, second.Suit.Earlier = "〔2023〕二审1号", cases.Second, "(2023)某行应第3号"
	noted := lostSuit("〔2023〕某行应第5号")
	noted.Notes = []cases.Note{{Label: "整改、追责情况", Text: "已通报"}}
	twice := lostSuit("〔2023〕某行应第6号")
	twice.Acts[1].Detail = &procedure.Detail{Results: []procedure.Result{{Defendant: "甲局", Act: procedure.OriginalAct, Outcome: procedure.ActRevoked},
		{Defendant: "甲局", Act: procedure.ReviewDecision, Outcome: procedure.ActIllegal}}}
	o := newOffice(cases.Settings{Organ: "某市某区人民政府"}, []*cases.Case{
		lostSuit("〔2023〕某行应第1号", act("2023-04-10", procedure.Appealed, nil)),
		lostSuit("〔2023〕某行应第2号", act("2023-04-10", procedure.AppealReceived, nil)),
		lostSuit("〔2023〕某行应第3号", done, more), lostSuit("〔2023〕某行应第4号"), noted, twice, second})
	l, err := NewList(context.Background(), o, "losses", year(2023), nil)
	if err != nil || len(l.Rows) != 6 {
		t.Fatal(err, len(l.Rows))
	}
	for i, want := range []struct{ appealed, rectified, lostBy string }{{"是", "", "甲局"}, {"是", "", "甲局"}, {"是", "重新作出处罚决定；约谈承办人", "甲局"}, {"否", "", "甲局"}, {"否", "已通报", "甲局"}, {"否", "", "甲局"}} {
		row := &l.Rows[i]
		if got := l.Cell(row, "appealed").Text; got != want.appealed {
			t.Errorf("suit %d: appealed %q, want %q", i+1, got, want.appealed)
		}
		if got := l.Cell(row, "rectified").Text; got != want.rectified {
			t.Errorf("suit %d: rectified %q, want %q", i+1, got, want.rectified)
		}
		if got := l.Cell(row, "lost_by").Text; got != want.lostBy {
			t.Errorf("suit %d: lost by %q", i+1, got)
		}
	}
	p := year(2023)
	p.AsOf = iso("2023-05-01")
	if l, _ = NewList(context.Background(), o, "losses", p, nil); l.Cell(&l.Rows[2], "appealed").Text != "否" {
		t.Error("a second instance of a later day is known already")
	}
}
