package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// A suit whose own days have passed says so as the office's arrangement: its list, its page and its next step go by the fifteen
// days of the law.
func TestPreparationIsNoStatutoryPeriod(t *testing.T) {
	o := fake.Empty()
	on := calendar.New(2026, 3, 9)
	c := &cases.Case{Kind: cases.Litigation, Number: "〔2026〕姑苏行应第1号", Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: on}}}
	today := on.AddDays(12)
	row := cases.Project(c, o.Law(), today)
	if row.DueName != "答辩举证" {
		t.Errorf("the list shows %s", row.DueName)
	}
	v := NewCaseView(c, nil, o.Law(), today)
	if !strings.Contains(v.Next, "以前“提交答辩及证据”") || !strings.Contains(v.Next, "内部安排：确定承办人（2026-03-10）") {
		t.Errorf("next: %s", v.Next)
	}
	own := 0
	for _, p := range v.Periods {
		if !strings.Contains(p.Name, "（内部安排）") {
			continue
		}
		own++
		if p.Tone == Late || strings.Contains(p.Left, "超期") {
			t.Errorf("%s is shown as %s, %s", p.Name, p.Left, p.Tone)
		}
	}
	if own != 3 {
		t.Errorf("%d days of the office's own on the page", own)
	}
	r := cases.RunningOf(c, o.Law(), today)
	d := &Docket{Today: today}
	d.take(&r)
	d.order()
	if l := NewDeskList(d, ""); l.Group(GroupLate).Total != 0 || l.Group(GroupInternal).Total != 3 {
		t.Errorf("%d overdue, %d of the office's own", l.Group(GroupLate).Total, l.Group(GroupInternal).Total)
	}
	page := NewMonthPage(Month{2026, 3}, o.Cal, d)
	if page.Total != 1 || page.Late != 0 {
		t.Errorf("the month counts %d, %d of them overdue", page.Total, page.Late)
	}
}

// What nobody did is not called done: after the answer what was not recorded is no longer needed, a right that nobody used ran out.
func TestNobodyDidWhatWasNotRecorded(t *testing.T) {
	o := fake.Empty()
	on := calendar.New(2026, 3, 9)
	c := &cases.Case{Kind: cases.Litigation, Number: "〔2026〕姑苏行应第1号", Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: on},
		{Kind: procedure.Authorised, On: on + 3}, {Kind: procedure.SuitAnswered, On: on + 8}}}
	left := func(today calendar.Date, name string) string {
		for _, p := range NewCaseView(c, nil, o.Law(), today).Periods {
			if strings.HasPrefix(p.Name, name) {
				return p.Left
			}
		}
		return "no such period"
	}
	for name, want := range map[string]string{"确定承办人": "2026-03-17 不再需要", "收齐答辩草稿和证据": "2026-03-17 不再需要", "办妥委托手续": "2026-03-12 完成", "管辖异议": "2026-03-24 届满"} {
		if got := left(on+40, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	c.Acts = append(c.Acts, procedure.Act{Kind: procedure.Judgment, On: on + 12, Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.SuitWithdrawn}}}})
	if got := left(on+40, "管辖异议"); got != "2026-03-21 不再需要" {
		t.Errorf("the suit ended before: %s", got)
	}
}
