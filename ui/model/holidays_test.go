package model

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// notices is cases.Files as far as holidays go.
type notices struct {
	cases.Files
	list []calendar.Notice
	err  error
}

func (n notices) ReadNotices(string) ([]calendar.Notice, error) { return n.list, n.err }

// holiday is a notice of a year that gives days off from a day on.
func holiday(t *testing.T, year int, from calendar.Date, days int) calendar.Notice {
	t.Helper()
	var list []calendar.SpecialDay
	for i := range days {
		list = append(list, calendar.SpecialDay{Date: from.AddDays(i), Exception: calendar.Exception{Rest: true, Name: "春节"}})
	}
	n, err := calendar.NewNotice(year, list)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A preview names exactly the due dates that accepting moves, and writes nothing.
func TestNoticeIsPreviewedThenAccepted(t *testing.T) {
	o := fake.New()
	n := holiday(t, 2026, o.Today.AddDays(1), 10)
	before := docketOf(t, o)
	steps := 0
	p, err := PreviewNotices(t.Context(), o, notices{list: []calendar.Notice{n}}, "/x/2026.json", o.Today, func(int, int) { steps++ })
	if err != nil || steps == 0 || p.File != "2026.json" || !slices.Equal(p.Replaced, []int{2026}) || len(p.New) != 0 {
		t.Fatalf("preview %+v, %d steps, %v", p, steps, err)
	}
	if len(o.Holiday) != 0 || o.Cal.Years()[0] != 2007 {
		t.Error("the preview wrote something")
	}
	if err := p.Accept(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	moved := map[string][2]calendar.Date{}
	after := docketOf(t, o)
	for _, l := range before.Lines {
		i := slices.IndexFunc(after.Lines, func(x DueLine) bool { return x.ID == l.ID && x.Name == l.Name && x.Due != l.Due })
		if i >= 0 {
			moved[l.Number+l.Name] = [2]calendar.Date{l.Due, after.Lines[i].Due}
		}
	}
	for _, s := range p.Shifts.Lines {
		if moved[s.Number+s.Name] != [2]calendar.Date{s.Before, s.After} {
			t.Errorf("%s %s was to move %s → %s, moved %v", s.Number, s.Name, s.Before, s.After, moved[s.Number+s.Name])
		}
	}
	if len(moved) == 0 || len(moved) != len(p.Shifts.Lines) || !strings.Contains(p.Summary(), "替换2026年已有的放假安排") {
		t.Errorf("%d dates moved, %d were shown; %s", len(moved), len(p.Shifts.Lines), p.Summary())
	}
}

func TestKnownNoticeChangesNothing(t *testing.T) {
	o := fake.New()
	n, _ := o.Cal.Notice(2026)
	p, err := PreviewNotices(t.Context(), o, notices{list: []calendar.Notice{n}}, "a.json", o.Today, nil)
	if err != nil || !p.Nothing() || len(p.Shifts.Lines) != 0 {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestUnreadableOrContradictoryNotice(t *testing.T) {
	o := fake.New()
	broken := errors.New("broken")
	if _, err := PreviewNotices(t.Context(), o, notices{err: broken}, "a.ics", o.Today, nil); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	// 4 January 2026 is a make-up day of the notice of 2026.
	n := holiday(t, 2027, calendar.New(2026, 12, 31), 3)
	clash := holiday(t, 2025, calendar.New(2026, 1, 4), 1)
	_, err := PreviewNotices(t.Context(), o, notices{list: []calendar.Notice{n, clash}}, "a.ics", o.Today, nil)
	if cases.KindOf(err) != cases.Invalid || !strings.Contains(cases.Message(err), "2026-01-04") {
		t.Errorf("error %v", err)
	}
}

func TestHolidayYears(t *testing.T) {
	o := fake.Empty()
	n, _ := o.Cal.Notice(2026)
	years := HolidayYears(o.Cal, []cases.NoticeRecord{{Notice: n, Source: "通知.xlsx", By: "沈某", At: "2025-11-05T10:00:00+08:00"}}, o.Today)
	if years[0].Year != 2027 || years[0].Known || !strings.Contains(years[0].Source, "推算") {
		t.Errorf("the coming year: %+v", years[0])
	}
	if y := years[1]; y.Source != "导入自“通知.xlsx”，沈某 2025-11-05" || y.Sum != "放假33天，调休上班6天" || len(y.Days.Rest) != 7 {
		t.Errorf("the current year: %+v", y)
	}
	if y := years[len(years)-1]; y.Year != 2007 || !y.Known || y.Source != "随程序提供" {
		t.Errorf("the first year: %+v", y)
	}
	if y := years[1]; y.Days.Rest[0] != "元旦：1月1日至3日放假，共3天" || !strings.HasPrefix(y.Days.Work, "调休上班：1月4日（周日）、2月14日（周六）") {
		t.Errorf("2026 reads %q", y.Days)
	}
}

func TestDirectionOfAShift(t *testing.T) {
	d := calendar.New(2026, 5, 20)
	if x := (ShiftLine{Before: d, After: d + 2, Certain: true}).Text(); x.Left != "推后2天" || x.Tone != Near || x.Aside != "不再是推算" {
		t.Errorf("%+v", x)
	}
	if x := (ShiftLine{Before: d, After: d - 1}).Text(); x.Left != "提前1天" || x.Tone != Late {
		t.Errorf("%+v", x)
	}
}

// The reading of open points is kept with the settings, and its effect is what cases.Shifts finds.
func TestPracticeChoices(t *testing.T) {
	o := fake.New()
	o.Set.Practice.KeepRegime = true
	f := NewSettingsForm(o.Set)
	if set, bad := f.Settings(o.Today); len(bad) != 0 || !set.Practice.KeepRegime || f.PracticeChanged() {
		t.Errorf("saving the page as it stands changes it: %+v, %v", set, bad)
	}
	for _, c := range f.Practices() {
		if (c.Chosen == 1) != (c.ID == "keep_regime") || !strings.HasSuffix(c.Options[0], "默认") || strings.Contains(c.Options[1], "默认") {
			t.Errorf("%s: choice %d of %q", c.ID, c.Chosen, c.Options)
		}
		f.Read(c.PracticePoint, 1-c.Chosen)
	}
	if f.Practice.KeepRegime || !f.Practice.ExtendRolled || !f.PracticeChanged() {
		t.Errorf("after choosing the other readings: %+v", f.Practice)
	}
}

func TestPracticeIsPreviewed(t *testing.T) {
	o := fake.New()
	record(t, o, "沈某", 8, procedure.Act{Kind: procedure.Suspension, On: o.Today.AddDays(-9), Detail: &procedure.Detail{Ground: procedure.OtherCasePending}})
	record(t, o, "沈某", 8, procedure.Act{Kind: procedure.Resumption, On: o.Today})
	v, err := PreviewPractice(t.Context(), o, procedure.Practice{DeductResumption: true}, o.Today, nil)
	if err != nil || v.Cases != 1 || v.Lines[0].ID != 8 || v.Lines[0].After <= v.Lines[0].Before {
		t.Errorf("%+v, %v", v, err)
	}
	if v.Summary("保存") != "保存后，1件案件的"+Thousands(len(v.Lines))+"项在计期限变动。" {
		t.Error(v.Summary("保存"))
	}
	if same, _ := PreviewPractice(t.Context(), o, o.Set.Practice, o.Today, nil); len(same.Lines) != 0 || same.Summary("保存") != "保存后，没有在计期限变动。" {
		t.Errorf("the same reading moves %d dates", len(same.Lines))
	}
}
