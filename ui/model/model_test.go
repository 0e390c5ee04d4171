package model

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
	"fuyi/ui/model/fake"
)

func count(o *fake.Office) Counter {
	return func(ctx context.Context, year int, asOf calendar.Date) (*statistics.Report, error) {
		return statistics.Count(ctx, o, year, asOf)
	}
}

func TestDeskOfAnEmptyOffice(t *testing.T) {
	o := fake.Empty()
	d, err := LoadDesk(t.Context(), o, o.Today)
	if err != nil || !d.Empty || d.Year != 0 {
		t.Errorf("desk %+v, error %v", d, err)
	}
}

func TestFiguresCarryTheirUnit(t *testing.T) {
	for _, c := range []struct {
		i           statistics.Indicator
		value, note string
	}{
		{statistics.Indicator{ID: "received", Value: 1234}, "1,234", "件"},
		{statistics.Indicator{ID: "letters", Value: 6}, "6", "份"},
		{statistics.Indicator{ID: "loss_rate", Rate: true, Value: 0.18, Numerator: 9, Denominator: 50}, "18%", "9/50"},
		{statistics.Indicator{ID: "loss_rate", Rate: true}, "—", "分母为零"},
		{statistics.Indicator{ID: "appearance_rate_change", Value: -2.5, Label: "增减（百分点）"}, "-2.5", "百分点"},
	} {
		if f := figure(c.i); f.Value != c.value || f.Unit+f.Note != c.note || strings.Contains(f.Label, "百分点") {
			t.Errorf("%s: %+v", c.i.ID, f)
		}
	}
}

func fetch(t *testing.T, l *CaseList, o cases.Reader, i int) {
	t.Helper()
	if a, ok := l.Need(i); ok {
		p, err := a.Fetch(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if !l.Accept(a, p) {
			t.Fatal("answer to the present question refused")
		}
	}
}

func TestListFetchesEachPageOnce(t *testing.T) {
	o := fake.New()
	l := NewCaseList("", o.Today)
	for i := range 90 {
		fetch(t, l, o, i)
	}
	if n, known := l.Total(); n != 90 || !known || o.Lists != 1 {
		t.Errorf("total %d, known %v, %d queries", n, known, o.Lists)
	}
	if _, ok := l.Row(89); !ok {
		t.Error("last row is missing")
	}
	if _, ok := l.Row(90); ok {
		t.Error("a row beyond the last")
	}
}

func TestListKeepsFewPages(t *testing.T) {
	l := NewCaseList("", 1)
	for p := range 3 * keptPages {
		a, ok := l.Need(p * pageSize)
		if !ok || a.Query.Offset != p*pageSize || a.Query.Limit != pageSize {
			t.Fatalf("page %d: %+v %v", p, a, ok)
		}
		l.Accept(a, cases.Page{Rows: make([]cases.Row, pageSize), Total: 100_000})
	}
	if len(l.pages) != keptPages {
		t.Errorf("%d pages kept", len(l.pages))
	}
}

func TestListDropsStaleAnswers(t *testing.T) {
	o := fake.New()
	l := NewCaseList(cases.Reconsideration, o.Today)
	old, _ := l.Need(0)
	l.Change(func(f *Filter) { f.Text = "王某" })
	if l.Accept(old, cases.Page{Total: 5}) {
		t.Error("an answer to the old question was taken")
	}
	fetch(t, l, o, 0)
	r, ok := l.Row(0)
	if !ok || !strings.Contains(r.Applicants, "王某") {
		t.Errorf("first row %+v", r)
	}
}

func TestListKeepsTheChosenCase(t *testing.T) {
	o := fake.New()
	l := NewCaseList(cases.Reconsideration, o.Today)
	fetch(t, l, o, 0)
	want, _ := l.Choose(5)
	l.SortBy(cases.ByApplicants)
	fetch(t, l, o, 0)
	id, at := l.Chosen()
	if r, _ := l.Row(at); id != want.ID || r.ID != want.ID {
		t.Errorf("chosen %d at %d, want %d", id, at, want.ID)
	}
	l.Change(func(f *Filter) { f.Text = "没有这样的案件" })
	fetch(t, l, o, 0)
	if id, at := l.Chosen(); id != want.ID || at != -1 {
		t.Errorf("chosen %d at %d", id, at)
	}
}

func TestListSortsBothWays(t *testing.T) {
	l := NewCaseList("", 1)
	if q := l.Query(); q.Sort != cases.ByReceived || !q.Desc {
		t.Errorf("starts with %+v", q)
	}
	for _, want := range []bool{false, true, false} {
		l.SortBy(cases.ByNumber)
		if q := l.Query(); q.Sort != cases.ByNumber || q.Desc != want {
			t.Errorf("sorted by %s, descending %v", q.Sort, q.Desc)
		}
	}
}

func TestListReset(t *testing.T) {
	l := NewCaseList(cases.Litigation, 1)
	l.Change(func(f *Filter) { f.Status, f.Received, f.Handler = cases.Open, ThisYear, "沈某" })
	if !l.Filtered() || !l.Reset() || l.Filtered() || l.Reset() || l.Query().Kind != cases.Litigation {
		t.Errorf("after reset %+v", l.Query())
	}
}

func TestColumnsGiveWayByImportance(t *testing.T) {
	all := Columns(cases.Reconsideration)
	titles := func(width float32, choice ColumnChoice) (out []string) {
		cols, widths := Fit(choice.Arrange(all), width, 0.5)
		var sum float32
		for i, c := range cols {
			out = append(out, c.Title)
			sum += widths[i] + 0.5
		}
		if sum > width+0.01 && len(cols) > 1 {
			t.Errorf("columns take %v of %v", sum, width)
		}
		return out
	}
	if got := titles(200, ColumnChoice{}); len(got) != 10 {
		t.Errorf("wide: %v", got)
	}
	if got := titles(26, ColumnChoice{}); !slices.Equal(got, []string{"案号", "申请人", "到期"}) {
		t.Errorf("narrow: %v", got)
	}
	if got := titles(3, ColumnChoice{}); !slices.Equal(got, []string{"案号"}) {
		t.Errorf("too narrow: %v", got)
	}
	if got := titles(200, ColumnChoice{}.Toggle(all, "result")); slices.Contains(got, "结果") || len(got) != 9 {
		t.Errorf("hidden column shown: %v", got)
	}
}

func TestCaseViewOffersAndExplains(t *testing.T) {
	o := fake.New()
	c, _ := o.Case(t.Context(), 10)
	v := NewCaseView(c, nil, o.Law(), o.Today)
	if v.Main == nil || v.Main.Spec.Kind != procedure.Acceptance {
		t.Fatalf("main offer %+v", v.Main)
	}
	if want := "以前“受理”"; !strings.Contains(v.Next, want) {
		t.Errorf("next: %q lacks %q", v.Next, want)
	}
	shown := 0
	for _, g := range v.Groups {
		shown += len(g.Offers)
	}
	if shown != len(v.Timeline.Offers) {
		t.Errorf("%d of %d acts stand under a heading", shown, len(v.Timeline.Offers))
	}
	if v.Number != c.Number || v.Title != "王某 不服 苏州市姑苏区住房和建设委员会" || v.Due.Name != "受理审查" {
		t.Errorf("head %q %q %+v", v.Number, v.Title, v.Due)
	}
}

func TestActsShowNewestFirstWithTheirDetails(t *testing.T) {
	o := fake.New()
	c, _ := o.Case(t.Context(), 11)
	acts := NewCaseView(c, nil, o.Law(), o.Today).Acts
	if acts[0].Label != "作出复议决定" || acts[len(acts)-1].Label != "收件" {
		t.Errorf("acts from %s to %s", acts[0].Label, acts[len(acts)-1].Label)
	}
	if want := "撤销，责令重新作出：撤销被申请人作出的行政处罚决定"; !slices.Contains(acts[0].Lines, want) {
		t.Errorf("details %q", acts[0].Lines)
	}
}

func TestExplainWorkdaysAcrossAHoliday(t *testing.T) {
	o := fake.Empty()
	// 2026-04-29 is a Wednesday before the May holiday (1 to 5 May), 9 May a make-up Saturday.
	acts := []procedure.Act{{Kind: procedure.Receipt, On: calendar.New(2026, 4, 29)}}
	tl := procedure.Fold(acts, procedure.ReviewCourse, o.Law(), calendar.New(2026, 5, 6))
	p, _ := tl.Main()
	text := procedure.ExplainText("受理审查", procedure.Explain(p, o.Law()))
	for _, want := range []string{"第1日：2026-04-30 周四", "不计：2026-05-01 周五 劳动节", "第2日：2026-05-06 周三",
		"第5日：2026-05-09 周六 调休上班", "届满：2026-05-09 周六", "第30条"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestExplainPausesAndExtension(t *testing.T) {
	o := fake.Empty()
	day := func(m, d int) calendar.Date { return calendar.New(2026, 1, 1).AddMonths(m - 1).AddDays(d - 1) }
	acts := []procedure.Act{{Kind: procedure.Receipt, On: day(1, 5)}, {Kind: procedure.Acceptance, On: day(1, 8)},
		{Kind: procedure.Suspension, On: day(2, 2), Detail: &procedure.Detail{Ground: procedure.OtherCasePending}},
		{Kind: procedure.Resumption, On: day(2, 12)},
		{Kind: procedure.Extension, On: day(2, 13), Detail: &procedure.Detail{Days: 20}}}
	tl := procedure.Fold(acts, procedure.ReviewCourse, o.Law(), day(2, 14))
	p, _ := tl.Main()
	text := procedure.ExplainText("", procedure.Explain(p, o.Law()))
	for _, want := range []string{"期间：80日（法定60日，延长20日）", "中止：2026-02-02 至 2026-02-12，扣除10日", "共扣除10日"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}
