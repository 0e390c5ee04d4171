package model

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
	"fuyi/ui/model/fake"
)

func form(t *testing.T, o *fake.Office, id cases.ID, k procedure.Kind) *ActForm {
	t.Helper()
	c, err := o.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return NewActForm(c, procedure.SpecOf(k), o.Law(), o.Today)
}

func TestPreviewSaysWhatChangesAndWritesNothing(t *testing.T) {
	o := fake.New()
	f := form(t, o, 10, procedure.Acceptance)
	p := f.Preview()
	if !p.Ready() {
		t.Fatalf("refused: %s %v", p.Refused, p.Fields)
	}
	want := Change{"状态", "受理审查中", "审理中"}
	if !slices.Contains(p.Changes, want) {
		t.Errorf("changes %+v", p.Changes)
	}
	if i := slices.IndexFunc(p.Changes, func(c Change) bool { return c.Label == "审理期限" && c.Before == "" }); i < 0 {
		t.Errorf("the main period does not start: %+v", p.Changes)
	}
	if c, _ := o.Case(t.Context(), 10); len(c.Acts) != 1 {
		t.Errorf("preview wrote: %d acts", len(c.Acts))
	}
}

func TestPreviewRefuses(t *testing.T) {
	o := fake.New()
	f := form(t, o, 10, procedure.Acceptance)
	for _, c := range []struct{ date, field, refused string }{
		{"不知道", "date", ""}, {"", "date", ""}, {"2026-5-21", "", "晚于今天"}, {"2026.1.1", "", "早于收案日期"},
	} {
		f.Date = c.date
		p := f.Preview()
		if p.Ready() || (p.Fields[c.field] == "") != (c.field == "") || !strings.Contains(p.Refused, c.refused) {
			t.Errorf("%q: %+v", c.date, p)
		}
	}
}

func TestDecisionNeedsItems(t *testing.T) {
	o := fake.New()
	f := form(t, o, 8, procedure.Decision)
	if p := f.Preview(); p.Ready() {
		t.Error("a decision without items was accepted")
	}
	f.Items = append(f.Items, procedure.Item{Kind: procedure.Revoke, Redo: true})
	p := f.Preview()
	if !p.Ready() {
		t.Fatalf("refused: %s %v", p.Refused, p.Fields)
	}
	a, _ := f.Act()
	if len(a.Detail.Items) != 1 {
		t.Errorf("items %+v: the empty line must be left out", a.Detail.Items)
	}
}

func TestExtensionDays(t *testing.T) {
	o := fake.New()
	f := form(t, o, 8, procedure.Extension)
	for days, ok := range map[string]bool{"30": true, "10": true, "31": false, "0": false, "十": false} {
		f.Values["days"] = days
		if got := f.Preview().Ready(); got != ok {
			t.Errorf("%s days: ready %v", days, got)
		}
	}
}

func TestAppearanceCarriesOnlyWhatBelongs(t *testing.T) {
	o := fake.New()
	f := form(t, o, 61, procedure.CourtHearing)
	if p := f.Preview(); p.Ready() || p.Fields["appearance"] == "" {
		t.Errorf("nothing was chosen, yet %+v", p)
	}
	f.AppearanceSaid = true
	if p := f.Preview(); !p.Ready() || len(p.Notices) != 1 || !strings.Contains(p.Notices[0], "相应的工作人员") {
		t.Errorf("absent, and nobody else came: %+v", p)
	}
	f.Appearance.Staff = "孙某"
	if p := f.Preview(); !p.Ready() || len(p.Notices) != 0 {
		t.Errorf("absent without a reason: %+v", p)
	}
	f.Appearance = procedure.Appearance{Head: true, Name: "钱某"}
	if p := f.Preview(); !p.Ready() || len(p.Notices) != 1 || !strings.Contains(p.Notices[0], "职务、负责人类别") {
		t.Errorf("a head without a post: %+v", p)
	}
	f.Appearance = procedure.Appearance{Head: true, Name: "钱某", Rank: procedure.DeputyHead, Reason: "出差"}
	a, _ := f.Act()
	if got := *a.Detail.Appearance; got.Reason != "" || got.Name != "钱某" {
		t.Errorf("with a head: %+v", got)
	}
	f.Appearance.Head, f.Appearance.Reason = false, "出差"
	a, _ = f.Act()
	if got := *a.Detail.Appearance; got.Reason != "出差" || got.Name != "" || got.Rank != "" {
		t.Errorf("without a head: %+v", got)
	}
}

// A hearing with two defendants is recorded once for each: the form proposes who is missing and says so. Each outcome names its
// defendant, and what did not lose has no cause.
func TestSuitOfTwoDefendants(t *testing.T) {
	o := fake.New()
	c := form(t, o, 61, procedure.CourtHearing).Case()
	c.Parties = append(c.Parties, cases.Party{Role: cases.Respondent, Name: "苏州市姑苏区人民政府", PartyDetail: cases.PartyDetail{Capacity: cases.JointReviewer}})
	names := c.Names(cases.Respondent)
	f := NewActForm(c, procedure.SpecOf(procedure.CourtHearing), o.Law(), o.Today)
	f.AppearanceSaid, f.Appearance.Staff = true, "孙某"
	if f.Appearance.For != names[0] {
		t.Errorf("proposed for %q", f.Appearance.For)
	}
	a, _ := f.Act()
	if say := f.reminder(a); !strings.Contains(say, names[1]) {
		t.Errorf("the other defendant is not named: %q", say)
	}
	c.Acts = append(c.Acts, a)
	f = NewActForm(c, procedure.SpecOf(procedure.CourtHearing), o.Law(), o.Today)
	if f.Appearance.For != names[1] {
		t.Errorf("then proposed for %q", f.Appearance.For)
	}
	f.AppearanceSaid, f.Appearance.Staff = true, "孙某"
	a, _ = f.Act()
	if say := f.reminder(a); say != "" {
		t.Errorf("nobody is missing: %q", say)
	}

	f = NewActForm(c, procedure.SpecOf(procedure.Judgment), o.Law(), o.Today)
	if len(f.Results) != 2 || !f.TwoActs() {
		t.Fatalf("results %+v", f.Results)
	}
	f.Results[0].Outcome, f.Results[1].Outcome = procedure.ClaimDismissed, procedure.ActIllegal
	SetCause(&f.Results[1], procedure.LostByProcedure, true)
	SetCause(&f.Results[1], procedure.LostByFacts, true)
	if got := f.Results[1].Causes; len(got) != 2 || got[0] != procedure.LostByFacts {
		t.Errorf("causes %v", got)
	}
	SetLost(&f.Results[1], LostNo)
	if f.Results[1].Causes != nil || LostOf(&f.Results[1]) != LostNo {
		t.Errorf("what did not lose: %+v", f.Results[1])
	}
	f.AddResultFor("")
	f.Results[2].Outcome = procedure.ActRevoked
	if _, bad := f.Act(); bad["results"] == "" {
		t.Error("an outcome of nobody is accepted")
	}
	if !f.MayDropResult(2) || f.MayDropResult(0) {
		t.Error("only the added outcome may go")
	}
	f.DropResult(2)
	if _, bad := f.Act(); bad["results"] != "" {
		t.Error(bad)
	}
}

func TestReadDate(t *testing.T) {
	today := calendar.New(2026, 3, 1)
	for text, want := range map[string]string{"今天": "2026-03-01", "昨天": "2026-02-28", "": "", "20260305": "2026-03-05",
		" ２０２６．３．５ ": "2026-03-05", "2026年3月5日": "2026-03-05"} {
		if d, err := ReadDate(text, today); err != nil || d.String() != want {
			t.Errorf("%q is %s, %v", text, d, err)
		}
	}
	if _, err := ReadDate("三月", today); err == nil {
		t.Error("三月 is not a day")
	}
}

func TestSettingsFormRefuses(t *testing.T) {
	today := calendar.New(2026, 3, 1)
	f := NewSettingsForm(fake.Empty().Set)
	if s, bad := f.Settings(today); len(bad) != 0 || s != fake.Empty().Set {
		t.Errorf("unchanged settings became %+v, %v", s, bad)
	}
	f.CommitteeFounded, f.ReconsiderationPrefix, f.SuitPrefix = "2027-1-1", "〔2020〕姑苏行复", "姑苏行应"
	if _, bad := f.Settings(today); bad["committee"] == "" || bad["reconsideration_prefix"] == "" {
		t.Errorf("said %v", bad)
	}
	f.ReconsiderationPrefix = f.SuitPrefix
	if _, bad := f.Settings(today); bad["suit_prefix"] == "" {
		t.Errorf("equal prefixes: said %v", bad)
	}
}

func TestImportViewPutsRefusedRowsFirstAndStaysSmall(t *testing.T) {
	v := NewImportView("/x/台账.xlsx")
	for i := range 10_000 {
		v.Take(cases.LedgerRow{Row: i, Status: cases.RowImported})
	}
	v.Take(cases.LedgerRow{Row: 7, Status: cases.RowRefused, Reasons: []string{"B7 不是日期", "C7 空白"}})
	rows := v.Rows(false)
	if len(rows) != keptRows+1 || rows[0].Row != 7 || len(v.Rows(true)) != 1 {
		t.Errorf("%d rows, first %+v", len(rows), rows[0])
	}
	if got := RowText(rows[0]); got != "B7 不是日期；C7 空白" {
		t.Errorf("account %q", got)
	}
	v.Report = cases.LedgerReport{Imported: 1200, Present: 2, Refused: 1}
	if got := v.Summary(); got != "可以导入1,200件，已存在2件（不重复导入），拒绝1行。" || !v.CanImport() {
		t.Errorf("summary %q", got)
	}
	v.Done = true
	if v.CanImport() || !strings.HasPrefix(v.Summary(), "已经导入") {
		t.Errorf("after importing: %q", v.Summary())
	}
}

func TestHeadsJoinAdjacentGroups(t *testing.T) {
	cols := []statistics.Column{{Label: "a"}, {Group: "收案", Label: "b"}, {Group: "收案", Label: "c"}, {Group: "结案", Label: "d"}}
	want := []Head{{"", 1}, {"收案", 2}, {"结案", 1}}
	if got := Heads(Grid{Columns: cols}); !slices.Equal(got, want) {
		t.Errorf("heads %v", got)
	}
	if got := Heads(Grid{Columns: cols[:1]}); got != nil {
		t.Errorf("heads without groups %v", got)
	}
}

func TestBehindListsTheCasesOfAFigure(t *testing.T) {
	o := fake.New()
	rows, more, err := Behind(t.Context(), o, []cases.ID{1, 2, 9999}, o.Today)
	if err != nil || more || len(rows) != 2 || rows[0].ID != 1 {
		t.Errorf("%d rows, more %v, error %v", len(rows), more, err)
	}
	ids := make([]cases.ID, behindLimit+5)
	for i := range ids {
		ids[i] = 1
	}
	if rows, more, _ = Behind(t.Context(), o, ids, o.Today); len(rows) != behindLimit || !more {
		t.Errorf("%d rows, more %v", len(rows), more)
	}
}

func TestStatisticsDay(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	s := NewStatistics([]int{2020, 2019}, today)
	if d, err := s.Day(today); s.Year != 2020 || !d.IsZero() || err != nil {
		t.Errorf("year %d as of %s, %v", s.Year, d, err)
	}
	s.SetYear(2026, today)
	if d, _ := s.Day(today); d != today {
		t.Errorf("the running year counts as of %s", d)
	}
	s.AsOf = "2025-12-31"
	if _, err := s.Day(today); cases.KindOf(err) != cases.Invalid {
		t.Errorf("a day before the year gave %v", err)
	}
	if got := YearChoices([]int{2020, 2019}, today); !slices.Equal(got, []int{2026, 2020, 2019}) {
		t.Errorf("years %v", got)
	}
}

func TestWords(t *testing.T) {
	for days, want := range map[int]string{-3: "超期3天", 0: "今天到期", 5: "剩5天"} {
		if got := DaysWord(days); got != want {
			t.Errorf("%d: %s", days, got)
		}
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 100000: "100,000", -1234567: "-1,234,567"} {
		if got := Thousands(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
	for f, want := range map[float64]string{1: "100%", 0.865: "86.5%", 0: "0%"} {
		if got := Percent(f); got != want {
			t.Errorf("%v: %s", f, got)
		}
	}
	if got := YearSpans([]int{2017, 2019, 2020, 2021}); got != "2017年、2019—2021年" {
		t.Errorf("spans %s", got)
	}
	if got := (Look{Percent: 900}).Factor(); got != 1 {
		t.Errorf("factor %v", got)
	}
}

// What only the rules before 2024 know is asked for in cases of that time only.
func TestFieldsOfTheOldLaw(t *testing.T) {
	o := fake.New()
	f := form(t, o, 10, procedure.SupplementNotice)
	if f.Has(procedure.FieldUntil) {
		t.Error("a case of the new law is asked for the day a notice names")
	}
	f.Regime = procedure.RegimeA
	if !f.Has(procedure.FieldUntil) {
		t.Error("under the old rules the day is not asked for")
	}
	c := *f.Case()
	c.Acts = []procedure.Act{{Kind: procedure.Receipt, On: calendar.New(2023, 5, 8)}}
	old := NewActForm(&c, procedure.SpecOf(procedure.SupplementNotice), o.Law(), o.Today)
	if i := slices.IndexFunc(old.Fields(), func(i procedure.FieldInfo) bool { return i.Field == procedure.FieldUntil }); i < 0 {
		t.Error("a case of the old law is not asked for the day")
	}
	if !strings.Contains(form(t, o, 61, procedure.Judgment).PaperHint(), "行初") || strings.Contains(f.PaperHint(), "行初") {
		t.Error("the example of a number is not the court's in a suit")
	}
}
