package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

const testBureau = "某某区文化旅游局"

// courtOf counts an office with three suits: one lost by the bureau and not by the government, heard on two days; one pending; one of
// another district.
func courtOf(t *testing.T) *Court {
	t.Helper()
	o := fake.Empty()
	o.Set.Organ = "某某区人民政府"
	o.Today = calendar.New(2026, 6, 30)
	day := func(d int) calendar.Date { return calendar.New(2026, 1, 5).AddDays(d) }
	suit := func(number, court string, who []string, acts ...procedure.Act) {
		c := &cases.Case{Kind: cases.Litigation, Number: number, Subject: "不服责令停业决定", Parties: []cases.Party{{Role: cases.Applicant, Name: "戴某某"}},
			Suit: &cases.Suit{CourtNumber: court, Instance: cases.First, Source: cases.AfterReconsideration}, Acts: acts}
		for _, n := range who {
			c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: n})
		}
		if _, err := o.Register(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	heard := func(d int, organ string, head bool, rank procedure.Rank) procedure.Act {
		return procedure.Act{Kind: procedure.CourtHearing, On: day(d), Detail: &procedure.Detail{Appearance: &procedure.Appearance{For: organ, Head: head, Rank: rank, Absence: procedure.AbsentNone}}}
	}
	suit("第1号", "（2026）苏01行初27号", []string{testBureau, "某某区人民政府"}, procedure.Act{Kind: procedure.SuitReceived, On: day(0)}, heard(30, testBureau, true, procedure.DeputyHead),
		heard(30, "某某区人民政府", false, ""), heard(40, testBureau, false, ""), procedure.Act{Kind: procedure.Judgment, On: day(60), Detail: &procedure.Detail{Results: []procedure.Result{
			{Defendant: testBureau, Outcome: procedure.ActRevoked}, {Defendant: "某某区人民政府", Outcome: procedure.ClaimDismissed}}}})
	suit("第2号", "（2026）苏01行初9号", []string{"某某区人民政府"}, procedure.Act{Kind: procedure.SuitReceived, On: day(1)})
	suit("第3号", "", []string{"邻区城市管理局"}, procedure.Act{Kind: procedure.SuitReceived, On: day(2)})
	c, err := NewCourt([]int{2026}, o.Today).Count(t.Context(), o, o.Today)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// column is the text of a list by its head.
func (l *CourtList) column(t *testing.T, title string) []CourtCell {
	t.Helper()
	for i, c := range l.Columns {
		if c.Title == title {
			var out []CourtCell
			for _, line := range l.Lines {
				out = append(out, line.Cells[i])
			}
			return out
		}
	}
	t.Fatalf("no column %s", title)
	return nil
}

func TestRegisterOfThePage(t *testing.T) {
	c := courtOf(t)
	c.View = CourtRegister
	l := c.CourtListOf(c.Lists()[0])
	if who := l.column(t, "被告")[0]; who.Text != "文化旅游局、区政府" || !strings.HasPrefix(who.Full, testBureau+"、某某区人民政府") {
		t.Errorf("defendants %+v", who)
	}
	if x := l.column(t, "败诉"); x[0].Text != "败诉" || x[0].Full != testBureau+" 败诉" || x[0].Tone != Late || x[1].Text != "" {
		t.Errorf("lost %+v", x)
	}
	if x := l.column(t, "法院案号"); x[2].Text != "第3号" {
		t.Errorf("without a court's number: %+v", x[2])
	}
	l.SortBy(0)
	if x := l.column(t, "法院案号"); x[1].Text != "（2026）苏01行初9号" || x[2].Text != "（2026）苏01行初27号" {
		t.Errorf("numbers in order: %+v", x)
	}
	l.SortBy(0)
	if x := l.column(t, "法院案号"); !l.Desc || x[0].Text != "（2026）苏01行初27号" {
		t.Errorf("turned round: %+v", x)
	}
	l.SortBy(6)
	if x := l.column(t, "败诉"); x[0].Text == "" || x[2].Text != "" {
		t.Errorf("empty cells come last: %+v", x)
	}
}

// What is behind a number of attendance tells the day in court and who came for whom.
func TestBehindAttendanceTellsWhoCame(t *testing.T) {
	c := courtOf(t)
	c.View = CourtHeads
	table := c.Tables()[0]
	if table.Rows[0].Label != testBureau && table.Rows[0].Label != "某某区人民政府" || !AboutHearings(table, 1) {
		t.Fatalf("first row %s", table.Rows[0].Label)
	}
	title, _, ids := CellBehind(table, len(table.Rows)-1, 1)
	l := c.BehindList(title, ids, AboutHearings(table, 1))
	if len(l.Lines) != 1 {
		t.Fatalf("%d suits were heard", len(l.Lines))
	}
	if day := l.column(t, "开庭日期")[0]; day.Day != calendar.New(2026, 1, 5).AddDays(40) {
		t.Errorf("heard on %s", day.Text)
	}
	if came := l.column(t, "出庭情况")[0]; came.Text != "文化旅游局副职负责人出庭；区政府负责人未出庭" {
		t.Errorf("came: %s", came.Text)
	}
	c.View = CourtLosses
	if AboutHearings(c.Tables()[0], 1) {
		t.Error("losses are no attendance")
	}
}

// Three numbers of a formula stand in one cell, by their columns in the table; the worst are marked and only nothing is faint.
func TestCourtGridJoinsTheFormula(t *testing.T) {
	c := courtOf(t)
	c.View = CourtHeads
	table := c.Tables()[0]
	g := c.Grid(table)
	if len(g.Columns) != len(table.Columns)/3 || g.Columns[0].Label != "出庭率（开庭） R1" || g.Columns[5].Label != "出声率 R5" {
		t.Fatalf("columns %+v", g.Columns)
	}
	if g.Cells[0][1].At != 3 || len(g.Cells[0][1].Parts) != 3 {
		t.Errorf("second formula %+v", g.Cells[0][1])
	}
	for i, name := range g.Full {
		if name != "某某区人民政府" {
			continue
		}
		if x := g.Cells[i][0].Parts; g.Rows[i] != "区政府" || !x[2].Bad || x[2].Faint || x[2].Text != "0.0%" || !x[0].Faint {
			t.Errorf("nobody came: %s %+v", g.Rows[i], x)
		}
	}
	c.View = CourtLosses
	table = c.Tables()[0]
	g = c.Grid(table)
	if x := g.Cells[len(g.Cells)-1][3].Parts; x[0].Text != "1" || !x[0].Bad || x[1].Bad {
		t.Errorf("losses %+v", x)
	}
	if n := c.Notes(table); len(n) != 2 || strings.Contains(strings.Join(n, ""), "＝") {
		t.Errorf("notes %q", n)
	}
	c.View = CourtHeads
	if n := c.Readings(); len(n) != 7 || !strings.HasPrefix(n[0], "出庭率（开庭） R1＝") {
		t.Errorf("readings %q", n)
	}
}

func TestShortNames(t *testing.T) {
	s := NewShortNames("苏州市姑苏区人民政府")
	for name, want := range map[string]string{"苏州市姑苏区人民政府": "区政府", "苏州市姑苏区城市管理委员会": "城市管理委员会", "苏州市公安局姑苏分局": "苏州市公安局姑苏分局", "苏州市姑苏区": "苏州市姑苏区"} {
		if got := s.Of(name); got != want {
			t.Errorf("%s is %s", name, got)
		}
	}
	if got := s.Joined([]string{"苏州市姑苏区人民政府", "甲局", "乙局"}); got != "区政府等3个" {
		t.Error(got)
	}
	if got := NewShortNames("").Of("甲局"); got != "甲局" {
		t.Error(got)
	}
}
