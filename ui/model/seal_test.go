package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
	"fuyi/ui/model/fake"
)

// A year is sealed under the person who works; looked at again it has not changed, and sealing again asks for a reason.
func TestSealsOfAPeriod(t *testing.T) {
	o := fake.New()
	o.Today, o.Who = calendar.New(2027, 1, 8), "张某某"
	p := forms.Period{From: calendar.New(2026, 1, 1), To: calendar.New(2026, 12, 31), AsOf: calendar.New(2026, 12, 31)}
	v, err := LookSeals(t.Context(), o, p, nil, o.Today)
	if text, _ := SealSays(&v); err != nil || text != "" {
		t.Fatalf("%q %v", text, err)
	}
	q, err := AskSeal(t.Context(), o, p, o.Today)
	if err != nil || q.Value == "" || !strings.Contains(strings.Join(q.About, ""), "封存人：张某某　　封存日期：2027-01-08") {
		t.Errorf("%+v %v", q, err)
	}
	if _, err := AskSeal(t.Context(), o, p, p.To); cases.KindOf(err) != cases.Refused {
		t.Errorf("asked on the last day of the period: %v", err)
	}
	if _, err := SealPeriod(t.Context(), o, p, forms.Rules{forms.RuleBase: "received"}, q.Value, o.Today); err != nil {
		t.Fatal(err)
	}
	v, err = LookSeals(t.Context(), o, p, nil, o.Today)
	if text, tone := SealSays(&v); err != nil || tone != Finished || text != "2026年已由张某某于2027-01-08封存，此后没有数字发生变化。" {
		t.Errorf("%q %v %v", text, tone, err)
	}
	if q, err = AskSeal(t.Context(), o, p, o.Today); err != nil || q.Value != "" || q.Label != "再次封存的理由" || !strings.Contains(q.About[0], "一直保留") {
		t.Errorf("%+v %v", q, err)
	}
	if facts := SealFacts(v.Difference); facts[0][1] != "张某某" || len(facts[3][1]) != 64 || facts[4][1] != "统计数字已经核对" {
		t.Errorf("%q", facts)
	}
	// The year after asks for the carry-over of both forms without being given them.
	next := forms.Period{From: calendar.New(2027, 1, 1), To: calendar.New(2027, 12, 31), AsOf: o.Today}
	v, err = LookSeals(t.Context(), o, next, nil, o.Today)
	if err != nil || v.Record != nil || len(v.Carry) != 2 || v.Carry[0].ID != "E10" {
		t.Errorf("%+v %v", v, err)
	}
}

func TestWordsOfDifferences(t *testing.T) {
	change := func(n string) cases.SealChange {
		return cases.SealChange{Number: n, Status: cases.SealAdded, Why: []string{"甲", "乙"}, Entered: []string{"丙"}}
	}
	d := &cases.SealDifference{Lines: []cases.SealLine{{Table: "表1", Cases: []cases.SealChange{change("1号")}}, {Table: "表2", Cases: []cases.SealChange{change("1号"), change(""), change("3号"), change("4号")}}, {Table: "表1"}}}
	g := SealGroups(d)
	if len(g) != 2 || len(g[0].Lines) != 2 || g[1].Table != "表2" {
		t.Errorf("%+v", g)
	}
	if got := SealCases(&d.Lines[1]); got != "新增1号、新增未编号案件、新增3号等4件" {
		t.Error(got)
	}
	if got := SealChangeSays(&d.Lines[0].Cases[0]); got != "甲；乙；丙。" {
		t.Error(got)
	}
	if text, tone := SealSays(&seal.View{Record: &d.Seal, Difference: d}); tone != Soon || !strings.Contains(text, "3项数字发生变化") {
		t.Error(text)
	}
}
