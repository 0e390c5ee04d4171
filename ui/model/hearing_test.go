package model

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// The card says when and where the hearing is, what it collides with and that it lies before the end of the answer; a day that passed asks for
// its record.
func TestHearingCard(t *testing.T) {
	o := fake.New()
	received, today := o.Today.AddDays(-3), o.Today
	day := today.AddDays(5)
	c := &cases.Case{ID: 9, Kind: cases.Litigation, Number: "〔2026〕1号", Suit: &cases.Suit{Court: "某某区人民法院", Instance: cases.First},
		Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "某某局"}},
		Acts:    []procedure.Act{{Kind: procedure.SuitReceived, On: received}, {Kind: procedure.CourtSummons, On: today, Detail: &procedure.Detail{Until: day, Time: "09:30", Place: "第8法庭"}}}}
	v := NewCaseView(c, nil, o.Law(), today)
	h := v.Hearing(today, []string{"〔2026〕2号"})
	if h == nil || h.When != DayWord(day)+" 9时30分" || h.Where != "某某区人民法院 第8法庭" || h.Left != "5天后" || h.Tone != Late {
		t.Fatalf("%+v", h)
	}
	if notes := strings.Join(h.Notes, ""); !strings.Contains(notes, "与〔2026〕2号的时间冲突") || !strings.Contains(notes, "开庭日期不晚于") || strings.Contains(notes, "没有登记开庭的时刻") {
		t.Error(notes)
	}
	if h = v.Hearing(today, nil); h.Tone == Late {
		t.Error("a hearing without a collision is late")
	}
	later := day.AddDays(2)
	if h = NewCaseView(c, nil, o.Law(), later).Hearing(later, nil); h == nil || !h.Passed || h.Left != "已过2天" || !strings.Contains(h.Notes[0], "还没有记录开庭") {
		t.Errorf("%+v", h)
	}
	c.Acts = append(c.Acts, procedure.Act{Kind: procedure.CourtHearing, On: day, Detail: &procedure.Detail{Appearance: &procedure.Appearance{Head: true}}})
	if h = NewCaseView(c, nil, o.Law(), later).Hearing(later, nil); h != nil {
		t.Errorf("a hearing that was held is shown: %+v", h)
	}
}

// Hearings stand in a group of their own, in order of their hour; two at one time name each other, one that passed asks for its record.
func TestHearingsOnTheDesk(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	d := &Docket{Today: today}
	for i, x := range []struct {
		on      calendar.Date
		clock   string
		sitting string
	}{{today + 3, "14:00", "14时，第1法庭"}, {today + 3, "09:30", "9时30分"}, {today + 3, "10:00", "10时"}} {
		row := cases.Row{ID: cases.ID(i + 1), Number: string(rune('1'+i)) + "号", Kind: cases.Litigation, State: procedure.Answered}
		d.take(&cases.Running{Row: row, Hearing: x.on, Time: x.clock, Sitting: x.sitting})
	}
	d.take(&cases.Running{Row: cases.Row{ID: 7, Number: "7号", Kind: cases.Litigation, State: procedure.Answered}, Unheard: today - 2})
	d.order()
	l := NewDeskList(d, GroupHearings)
	var got []string
	for _, r := range l.Rows[1:] {
		x := l.Text(r)
		got = append(got, x.Number+" "+x.Left+" "+string(x.Tone)+" "+x.Aside)
	}
	want := []string{"7号 已过2天 late 日期已过，还没有记录开庭", "2号 3天后 late 9时30分，可能与3号的时间冲突", "3号 3天后 late 10时，可能与2号的时间冲突", "1号 3天后 soon 14时，第1法庭"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if c := d.Clashes(2); !slices.Equal(c, []string{"3号"}) {
		t.Error(c)
	}
	if g := NewDeskList(d, "").Group(GroupLate); g.Total != 0 {
		t.Error("a hearing counts as an overdue period")
	}
}
