package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// record enters an act as somebody.
func record(t *testing.T, o *fake.Office, who string, id cases.ID, a procedure.Act) {
	t.Helper()
	o.Who = who
	if err := o.Record(t.Context(), id, a); err != nil {
		t.Fatalf("%s in case %d: %v", a.Kind, id, err)
	}
}

func docketOf(t *testing.T, o *fake.Office) *Docket {
	t.Helper()
	d, err := LoadDocket(t.Context(), o, o.Today, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every running period of every case is listed once, not only the next one of each case.
func TestDocketHoldsEveryRunningPeriod(t *testing.T) {
	o := fake.New()
	record(t, o, "顾某某", 8, procedure.Act{Kind: procedure.HearingNotice, On: o.Today.AddDays(-1), Detail: &procedure.Detail{Until: o.Today.AddDays(8)}})
	want := map[string]int{}
	most := 0
	for _, c := range o.All {
		r := cases.RunningOf(c, o.Law(), o.Today)
		n := 0
		for _, p := range r.Periods {
			if !p.Count.Open && !p.Rule.Quiet {
				want[c.Number+p.Name()+p.Count.Due.String()]++
				n++
			}
		}
		if !r.Hearing.IsZero() {
			want[c.Number+"听证"+r.Hearing.String()]++
		}
		most = max(most, n)
	}
	d := docketOf(t, o)
	got := map[string]int{}
	for _, l := range d.Lines {
		got[l.Number+l.Name+l.Due.String()]++
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || most < 2 || got["〔2026〕姑苏行复第8号听证"+o.Today.AddDays(8).String()] != 1 {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if !slices.IsSortedFunc(d.Lines, func(a, b DueLine) int { return a.Due.Sub(b.Due) }) {
		t.Error("the lines are not in order of their days")
	}
}

func TestOpinionLetterOfAConcludedCaseIsDue(t *testing.T) {
	o := fake.New()
	to := &procedure.Detail{To: "苏州市公安局姑苏分局"}
	record(t, o, "沈某", 11, procedure.Act{Kind: procedure.OpinionLetter, On: o.Today.AddDays(-3), Detail: to})
	record(t, o, "沈某", 11, procedure.Act{Kind: procedure.LetterServed, On: o.Today.AddDays(-2), Detail: to})
	d := docketOf(t, o)
	i := slices.IndexFunc(d.Lines, func(l DueLine) bool { return l.ID == 11 && strings.HasPrefix(l.Name, "意见书反馈") })
	if i < 0 || d.Lines[i].Right {
		t.Errorf("the answer to the letter is not a duty of the docket")
	}
}

// A judgment keeps its suit on the desk: first until it is served, then until the time to appeal is over.
func TestJudgmentStaysOnTheDesk(t *testing.T) {
	o := fake.New()
	i := slices.IndexFunc(o.All, func(c *cases.Case) bool { return cases.Project(c, o.Law(), o.Today).State == procedure.Answered })
	id := o.All[i].ID
	record(t, o, "沈某", id, procedure.Act{Kind: procedure.Judgment, On: o.Today.AddDays(-6),
		Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ClaimDismissed}}}})
	line := func() (out []DueLine) {
		for _, r := range NewDeskList(docketOf(t, o), "").Rows {
			if r.Line != nil && r.Line.ID == id {
				out = append(out, *r.Line)
			}
		}
		return out
	}
	if l := line(); len(l) != 1 || l[0].Name != "收到裁判文书" || l[0].Due != o.Today.AddDays(5) {
		t.Fatalf("before service: %+v", l)
	}
	record(t, o, "沈某", id, procedure.Act{Kind: procedure.JudgmentServed, On: o.Today.AddDays(-3)})
	l := line()
	if len(l) != 1 || l[0].Name != "上诉期（判决）" || !strings.Contains(l[0].Text(o.Today).Aside, "上诉") {
		t.Fatalf("after service: %+v", l)
	}
	c, err := o.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if v := NewCaseView(c, nil, o.Law(), o.Today); !strings.Contains(v.Next, "上诉期到") {
		t.Errorf("next: %s", v.Next)
	}
	if v := NewCaseView(c, nil, o.Law(), l[0].Due+1); v.State != procedure.SuitOver.Label() {
		t.Errorf("after the appeal period the suit is %s", v.State)
	}
}

// The groups part the lines by their days left; rights that run out are apart and shown on request only.
func TestDeskGroups(t *testing.T) {
	o := fake.New()
	record(t, o, "沈某", 11, procedure.Act{Kind: procedure.Served, On: o.Today.AddDays(-3), Detail: &procedure.Detail{To: "郑某某", Side: procedure.ForApplicant}})
	d := docketOf(t, o)
	bounds := map[GroupID][2]int{GroupLate: {-forever, -1}, GroupToday: {0, 0}, GroupThree: {1, 3}, GroupSeven: {4, 7}, GroupLater: {8, forever}}
	all := NewDeskList(d, "")
	total := 0
	for id, b := range bounds {
		l := NewDeskList(d, id)
		if g := l.Group(id); g.Total == 0 || g.Total != len(l.Rows)-1 || l.Rows[0].Head == nil {
			t.Errorf("%s: %d lines under a count of %d", id, len(l.Rows)-1, g.Total)
		}
		for _, r := range l.Rows[1:] {
			if days := r.Line.Due.Sub(d.Today); days < b[0] || days > b[1] || r.Line.Right || r.Line.Internal {
				t.Errorf("%s holds %s %s with %d days left", id, r.Line.Number, r.Line.Name, days)
			}
		}
		total += all.Group(id).Total
	}
	rights := all.Group(GroupRights).Total
	own := all.Group(GroupInternal).Total
	if rights == 0 || own == 0 || total+rights+own != len(d.Lines) {
		t.Errorf("%d duties, %d rights and %d days of the office's own of %d lines", total, rights, own, len(d.Lines))
	}
	for _, r := range NewDeskList(d, GroupInternal).Rows[1:] {
		if text := r.Line.Text(d.Today); text.Tone == Late || !strings.Contains(text.Aside, "内部安排") || strings.Contains(text.Left, "超期") {
			t.Errorf("the office's own day %s of %s is shown as %+v", r.Line.Name, r.Line.Number, text)
		}
	}
	for _, r := range all.Rows {
		if r.Group == GroupRights || r.Line != nil && r.Line.Right {
			t.Error("a right of a party is listed among the duties")
		}
	}
	for _, r := range NewDeskList(d, GroupRights).Rows[1:] {
		if tone := r.Line.Tone(d.Today); tone != Calm {
			t.Errorf("the right %s of %s presses: %s", r.Line.Name, r.Line.Number, tone)
		}
	}
}

// What is shown before the docket is read are the first open cases by their next day, without counts.
func TestPressingCasesComeFirst(t *testing.T) {
	o := fake.New()
	desk, err := LoadDesk(t.Context(), o, o.Today)
	if err != nil || !desk.Pressing.Partial || len(desk.Pressing.Lines) == 0 {
		t.Fatalf("%+v, %v", desk.Pressing, err)
	}
	all := docketOf(t, o)
	for _, l := range desk.Pressing.Lines {
		if !slices.ContainsFunc(all.On(l.Due), func(x DueLine) bool { return x.ID == l.ID && strings.HasPrefix(x.Name, l.Name) }) {
			t.Errorf("%s %s is not in the docket", l.Number, l.Name)
		}
	}
	if g := NewDeskList(desk.Pressing, "").Group(GroupLate); g.Total == 0 || g.Count() != "" {
		t.Errorf("a part is counted: %+v", g)
	}
	if g := NewDeskList(all, "").Group(GroupLate); g.Count() != Thousands(g.Total)+"项" {
		t.Errorf("the whole is counted as %q", g.Count())
	}
}

func TestDocketOfAHandler(t *testing.T) {
	o := fake.New()
	o.All[0].Handler = "沈某、顾某某"
	d := docketOf(t, o)
	if !slices.Equal(d.Handlers, []string{"沈某", "陆某", "顾某某"}) {
		t.Errorf("handlers %q", d.Handlers)
	}
	for _, h := range d.Handlers {
		mine := d.Of(h)
		n := 0
		for _, l := range d.Lines {
			if slices.Contains(strings.Split(l.Handler, "、"), h) {
				n++
			}
		}
		if n == 0 || len(mine.Lines) != n {
			t.Errorf("%s has %d lines, want %d", h, len(mine.Lines), n)
		}
	}
	if d.Of("") != d || len(d.Of("某").Lines) != 0 {
		t.Error("no name is everybody, part of a name is nobody")
	}
}

// Cases without a next step come first, in red; suspended ones say how long, and when sixty days are full.
func TestStandingCases(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	d := &Docket{Today: today}
	row := cases.Row{ID: 1, Number: "1号", State: procedure.Trying, LastAct: today.AddDays(-40)}
	d.take(&cases.Running{Row: row})
	sixty := func(due calendar.Date) []procedure.Period {
		r, _ := procedure.RuleFor(procedure.SuspEnd, procedure.RegimeB)
		return []procedure.Period{{Rule: r, Count: calendar.Count{Due: due}}}
	}
	row.State = procedure.Suspended
	for i, due := range []calendar.Date{today.AddDays(-1), today.AddDays(5)} {
		row.ID = cases.ID(i + 2)
		d.take(&cases.Running{Row: row, Since: due.AddDays(-60), Periods: sixty(due)})
	}
	for id, since := range map[cases.ID]calendar.Date{4: today.AddDays(-90), 5: today} {
		row.ID = id
		d.take(&cases.Running{Row: row, Since: since})
	}
	d.order()
	l := NewDeskList(d, "")
	if len(d.Stuck) != 1 || l.Rows[0].Head == nil || l.Rows[0].Head.ID != GroupStuck || l.Rows[0].Head.Tone != Late || l.Rows[0].Head.Total != 1 {
		t.Fatalf("stuck %+v, first row %+v", d.Stuck, l.Rows[0])
	}
	if x := l.Text(l.Rows[1]); x.Tone != Late || x.Left != "已停40天" {
		t.Errorf("the stuck case says %+v", x)
	}
	var got []string
	for _, r := range NewDeskList(d, GroupSuspended).Rows[1:] {
		x := l.Text(r)
		got = append(got, fmt.Sprintf("%s %s %s", x.Left, x.Tone, x.Aside))
	}
	want := []string{"已停90天 paused ", "已停61天 late 已满60日：原因仍未消除的，应当终止行政复议", "已停55天 paused 满60日：2026-05-25 周一", "今天 paused "}
	if !slices.Equal(got, want) {
		t.Errorf("suspended cases say %q\nwant %q", got, want)
	}
}

func TestWordsOfALine(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	for _, c := range []struct {
		line DueLine
		want string
		tone Tone
	}{
		{DueLine{Due: today - 2}, "超期2天", Late},
		{DueLine{Due: today}, "今天到期", Now},
		{DueLine{Due: today + 3}, "剩3天", Soon},
		{DueLine{Due: today, Right: true}, "今天期满", Calm},
		{DueLine{Due: today - 1, Hearing: true}, "已过1天", Late},
		{DueLine{Due: today, Hearing: true}, "今天", Now},
		{DueLine{Due: today + 9, Hearing: true}, "9天后", Calm},
	} {
		if got, tone := c.line.Left(today), c.line.Tone(today); got != c.want || tone != c.tone {
			t.Errorf("%+v says %s (%s), want %s (%s)", c.line, got, tone, c.want, c.tone)
		}
	}
}

// largeDocket is that of an office with a hundred thousand open cases.
func largeDocket() *Docket {
	d := &Docket{Today: calendar.New(2026, 5, 20)}
	for i := range 200_000 {
		d.Lines = append(d.Lines, DueLine{CaseRef: CaseRef{ID: cases.ID(i / 2), Handler: []string{"沈某", "顾某某、陆某"}[i%2]}, Name: "审理期限",
			Due: d.Today.AddDays(i%400 - 100), Right: i%7 == 0})
	}
	d.order()
	return d
}

func BenchmarkDeskOfALargeOffice(b *testing.B) {
	d := largeDocket()
	b.ReportAllocs()
	for b.Loop() {
		NewDeskList(d.Of("沈某"), "")
	}
}

func BenchmarkMonthOfALargeOffice(b *testing.B) {
	d, cal := largeDocket(), fake.Empty().Cal
	b.ReportAllocs()
	for b.Loop() {
		NewMonthPage(MonthOf(d.Today), cal, d)
	}
}

func TestDeskFigures(t *testing.T) {
	o := fake.New()
	figures, err := LoadFigures(t.Context(), count(o), 2026, o.Today)
	if err != nil || len(figures) != len(deskFigures) || figures[0].Value != "60" {
		t.Errorf("%+v, %v", figures, err)
	}
}
