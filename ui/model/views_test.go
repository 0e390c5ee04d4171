package model

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

func TestSpansMoveWithToday(t *testing.T) {
	today := calendar.New(2026, 1, 31)
	for s, want := range map[Span][2]calendar.Date{
		NoSpan:    {},
		ThisMonth: {calendar.New(2026, 1, 1), calendar.New(2026, 1, 31)},
		LastMonth: {calendar.New(2025, 12, 1), calendar.New(2025, 12, 31)},
		ThisYear:  {calendar.New(2026, 1, 1), calendar.New(2026, 12, 31)},
		LastYear:  {calendar.New(2025, 1, 1), calendar.New(2025, 12, 31)},
	} {
		if from, to := s.Days(today); from != want[0] || to != want[1] {
			t.Errorf("%s: %s to %s", s.Label(), from, to)
		}
	}
}

func TestEveryChipTakesItsConditionAway(t *testing.T) {
	f := NewFilter()
	f.Status, f.Mine, f.Received, f.From, f.DueMonth, f.Concluded = cases.Open, true, OwnSpan, calendar.New(2026, 1, 1), true, ThisYear
	f.Lists = FilterLists{Categories: []string{"公安", "税务"}, Matters: []string{"行政处罚"}, Respondents: []string{"某局"}, Results: []string{"维持"}}
	var labels []string
	for n := 9; ; n-- {
		chips := f.Chips(cases.Reconsideration, "沈某")
		if len(chips) != n {
			t.Fatalf("%d chips, want %d: %+v", len(chips), n, chips)
		}
		if n == 0 {
			break
		}
		labels = append(labels, chips[0].Label)
		f = chips[0].Without
	}
	if want := "承办人：沈某（本人）|收件：2026-01-01起|期限：本月内到期|结案：今年|类别：公安|类别：税务|类型：行政处罚|被申请人：某局|结果：维持"; strings.Join(labels, "|") != want {
		t.Errorf("chips %q", labels)
	}
	if want := NewFilter(); f.Status != cases.Open || !reflect.DeepEqual(f.Lists, want.Lists) {
		t.Errorf("what remains: %+v", f)
	}
}

// Every built-in view selects what its name says.
func TestBuiltInViews(t *testing.T) {
	o := fake.New()
	is := map[string]func(r cases.Row) bool{
		"全部":   func(cases.Row) bool { return true },
		"我承办的": func(r cases.Row) bool { return r.Handler == "沈某" && !r.State.Concluded() },
		"本月到期": func(r cases.Row) bool {
			return !r.State.Concluded() && !r.Due.IsZero() && r.Due <= calendar.New(2026, 5, 31)
		},
		"超期":   func(r cases.Row) bool { return !r.State.Concluded() && !r.Due.IsZero() && r.Due < o.Today },
		"中止":   func(r cases.Row) bool { return r.State == procedure.Suspended },
		"今年新收": func(r cases.Row) bool { return r.Received.Year() == 2026 },
		"今年已结": func(r cases.Row) bool { return r.Concluded.Year() == 2026 },
	}
	for _, v := range BuiltInViews(cases.Reconsideration) {
		p, err := o.List(t.Context(), v.Filter.Query(cases.Reconsideration, o.Today, "沈某"))
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, c := range o.All {
			if r := cases.Project(c, o.Law(), o.Today); c.Kind == cases.Reconsideration && is[v.Name](r) {
				want++
			}
		}
		if p.Total != want || want == 0 {
			t.Errorf("%s selects %d, want %d", v.Name, p.Total, want)
		}
	}
}

func TestViewsAreKeptRenamedAndDeleted(t *testing.T) {
	k := cases.Reconsideration
	m := ReadListMemory(nil)
	f := NewFilter()
	f.Lists.Categories = []string{"公安"}
	c := ColumnChoice{}.Toggle(Columns(k), "category")
	for name, refused := range map[string]bool{"": true, " ": true, "超期": true, "公安类": false} {
		if say := m.Save(k, View{Name: name, Filter: f, Columns: c}); (say != "") != refused {
			t.Errorf("%q: %q", name, say)
		}
	}
	if got := m.Current(k, f, c); got != "公安类" {
		t.Errorf("the list stands as %q", got)
	}
	if got := m.Current(k, f, ColumnChoice{}); got != "" {
		t.Errorf("with other columns it stands as %q", got)
	}
	m.Last = f
	m.Last.Text = "王某"
	data, err := m.Data()
	if err != nil {
		t.Fatal(err)
	}
	again := ReadListMemory(data)
	if again.Last.Text != "" || !reflect.DeepEqual(again.Last.Lists, f.Lists) || !reflect.DeepEqual(again.Views, m.Views) {
		t.Errorf("after a restart %+v", again)
	}
	if say := again.Rename(k, "公安类", "公安在办"); say != "" || !again.Own("公安在办") || again.Own("公安类") {
		t.Errorf("renamed: %q, %+v", say, again.Views)
	}
	if say := again.Rename(k, "公安在办", "中止"); say == "" || !again.Own("公安在办") {
		t.Error("renamed to a built-in name")
	}
	again.Delete("公安在办")
	if len(again.All(k)) != len(BuiltInViews(k)) {
		t.Error("not deleted")
	}
	if m := ReadListMemory([]byte("{broken")); !reflect.DeepEqual(m.Last, NewFilter()) {
		t.Errorf("broken memory gives %+v", m)
	}
}

func TestColumnsAreOrderedAndSized(t *testing.T) {
	all := Columns(cases.Reconsideration)
	ids := func(c ColumnChoice) string {
		var out []string
		for _, x := range c.Arrange(all) {
			out = append(out, x.ID)
		}
		return strings.Join(out, " ")
	}
	c := ColumnChoice{}.Toggle(all, "accepted").Move(all, "accepted", -9)
	if got := ids(c); !strings.HasPrefix(got, "number accepted applicants") {
		t.Errorf("order %s", got)
	}
	if got := ids(c.Move(all, "accepted", -9)); !strings.HasPrefix(got, "accepted number") {
		t.Errorf("at the start: %s", got)
	}
	if got := ids(c.Toggle(all, NumberColumn)); got != ids(c) {
		t.Error("the number was hidden")
	}
	if got := ids(ColumnChoice{Shown: []string{"gone", "state"}}); got != "number state" {
		t.Errorf("an unknown column: %s", got)
	}
	for _, want := range []float32{0, 9, 1000} {
		c := ColumnChoice{}.Resize(all, "handler", want, 100, 0.5)
		shown, widths := Fit(c.Arrange(all), 100, 0.5)
		var sum float32
		for i, x := range shown {
			sum += widths[i] + 0.5
			if widths[i] < headWidth(x)-0.01 {
				t.Errorf("%s is narrower than its head", x.Title)
			}
		}
		if len(shown) != 10 || sum > 100.01 {
			t.Errorf("a width of %v leaves %d columns in %v", want, len(shown), sum)
		}
		if i := slices.IndexFunc(shown, func(x Column) bool { return x.ID == "handler" }); want == 9 && widths[i] != 9 {
			t.Errorf("the width is %v", widths[i])
		}
	}
}

func TestResultsAreTheWordsOfLists(t *testing.T) {
	o := fake.New()
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		words := Results(k)
		for _, c := range o.All {
			if r := cases.Project(c, o.Law(), o.Today); c.Kind == k && r.Result != "" && !slices.Contains(words, r.Result) {
				t.Errorf("%s: the result %q is not offered", k, r.Result)
			}
		}
	}
}
