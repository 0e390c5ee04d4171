package model

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

func sheetOf(t *testing.T, o *fake.Office) *CheckSheet {
	t.Helper()
	s, err := LoadEntries(t.Context(), o, o.Today)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// An entry says its act, day, paper, recorder and the dates it set; a correction what was there before and why.
func TestSheetOfADay(t *testing.T) {
	o := fake.New()
	record(t, o, "沈某", 10, procedure.Act{Kind: procedure.Acceptance, On: o.Today.AddDays(-1), Paper: "受字第1号"})
	c, _ := o.Case(t.Context(), 10)
	right := c.Acts[1]
	right.On, right.Paper = o.Today, "受字第2号"
	o.Who = "顾某某"
	if err := o.Correct(t.Context(), 10, cases.Correction{Act: right.ID, With: &right, Reason: "日期看错"}); err != nil {
		t.Fatal(err)
	}
	s := sheetOf(t, o)
	if len(s.Lines) != 2 || s.Unticked != 2 || s.Summary() != "共2条，未核对2条" {
		t.Fatalf("%d lines, %s", len(s.Lines), s.Summary())
	}
	first, second := s.Lines[0], s.Lines[1]
	if first.What != "受理" || first.On != "2026-05-19 周二" || first.Paper != "受字第1号" || first.Entry.By != "沈某" || first.Time != "09:00" {
		t.Errorf("the entry says %+v", first)
	}
	if !slices.ContainsFunc(first.Sets, func(x string) bool { return strings.HasPrefix(x, "审理期限 2026-07-") }) {
		t.Errorf("the dates it set are not told: %q", first.Sets)
	}
	if second.What != "更正：受理" || second.Old != "原日期2026-05-19，原文号受字第1号；原因：日期看错" {
		t.Errorf("the correction says %q, %q", second.What, second.Old)
	}
	if !slices.ContainsFunc(second.Sets, func(x string) bool { return strings.Contains(x, " → ") }) {
		t.Errorf("the dates it moved are not told: %q", second.Sets)
	}
}

func TestStruckEntrySaysSo(t *testing.T) {
	l := entryLine(cases.Entry{Struck: true, Old: &procedure.Act{}, Reason: "重复录入", Act: procedure.Act{Kind: procedure.Reply}})
	if l.What != "作废："+procedure.ActLabel(procedure.Reply) || !strings.Contains(l.Old, "重复录入") || l.Paper != "未填" {
		t.Errorf("%+v", l)
	}
}

// Whoever entered a line cannot tick it; another person can, once a name is given.
func TestSecondPersonTicks(t *testing.T) {
	o := fake.New()
	record(t, o, "沈某", 10, procedure.Act{Kind: procedure.Acceptance, On: o.Today})
	line := sheetOf(t, o).Lines[0]
	for by, kind := range map[string]cases.ErrorKind{" ": cases.Invalid, "沈某": cases.Refused, " 沈某 ": cases.Refused} {
		if err := line.Tick(t.Context(), o, by); cases.KindOf(err) != kind || err == nil {
			t.Errorf("%q ticked: %v", by, err)
		}
	}
	if line.Refused("沈某") == "" || line.Refused("") != "" || line.Refused("顾某某") != "" {
		t.Error("the recorder is not told, or others are refused")
	}
	if err := line.Tick(t.Context(), o, "顾某某"); err != nil {
		t.Fatal(err)
	}
	if s := sheetOf(t, o); s.Unticked != 0 || !strings.HasPrefix(s.Lines[0].Ticked, "顾某某") || s.Summary() != "共1条，已全部核对" {
		t.Errorf("after the tick %+v", s)
	}
}

func TestBacklogCountsEarlierDays(t *testing.T) {
	o := fake.New()
	record(t, o, "沈某", 10, procedure.Act{Kind: procedure.Acceptance, On: o.Today})
	if b, err := LoadBacklog(t.Context(), o, o.Today); err != nil || b.Total != 0 {
		t.Errorf("today counts as an earlier day: %+v, %v", b, err)
	}
	b, err := LoadBacklog(t.Context(), o, o.Today.AddDays(3))
	if err != nil || b.Total != 1 || len(b.Days) != 1 || b.Days[0].Day != o.Today {
		t.Errorf("backlog %+v, %v", b, err)
	}
	if b, _ := LoadBacklog(t.Context(), o, o.Today.AddDays(backlogDays+1)); b.Total != 0 {
		t.Errorf("the backlog reaches further back than it says: %+v", b)
	}
}
