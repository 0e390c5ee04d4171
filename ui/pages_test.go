package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/reception"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// busy is the sample office in the middle of a day: acts entered today and yesterday by two people, a correction, a
// hearing ahead, an opinion letter that waits for its answer.
func busy(t *testing.T) *fake.Office {
	t.Helper()
	o := fake.New()
	record := func(who string, id cases.ID, a procedure.Act) {
		t.Helper()
		o.Who = who
		if err := o.Record(t.Context(), id, a); err != nil {
			t.Fatalf("%s in case %d: %v", a.Kind, id, err)
		}
	}
	o.Today--
	record("顾某某", 9, procedure.Act{Kind: procedure.Acceptance, On: o.Today, Paper: "〔2026〕姑苏行复受字第61号"})
	o.Today++
	record("沈某", 10, procedure.Act{Kind: procedure.Acceptance, On: o.Today, Paper: "〔2026〕姑苏行复受字第62号"})
	record("顾某某", 8, procedure.Act{Kind: procedure.HearingNotice, On: o.Today.AddDays(-1), Detail: &procedure.Detail{Until: o.Today.AddDays(8)}})
	record("沈某", 11, procedure.Act{Kind: procedure.OpinionLetter, On: o.Today.AddDays(-3), Paper: "〔2026〕姑苏行复意字第1号",
		Detail: &procedure.Detail{To: "苏州市公安局姑苏分局"}})
	record("沈某", 11, procedure.Act{Kind: procedure.LetterServed, On: o.Today.AddDays(-2), Detail: &procedure.Detail{To: "苏州市公安局姑苏分局"}})
	record("陆某", 11, procedure.Act{Kind: procedure.Served, On: o.Today.AddDays(-1), Detail: &procedure.Detail{To: "郑某某", Side: procedure.ForApplicant}})
	record("陆某", 7, procedure.Act{Kind: procedure.Extension, On: o.Today, Paper: "〔2026〕姑苏行复延字第3号", Detail: &procedure.Detail{Days: 30}})
	return o
}

// pageScenes are the pages that show the days of the whole office.
func pageScenes() []scene {
	return []scene{
		{"desk", func(s *shell) { s.show(pageDesk) }},
		{"desk-stuck", stuck},
		{"desk-partly", func(s *shell) {
			p := s.show(pageDesk).(*deskPage)
			p.docket = p.desk.Pressing
			p.arrange(true)
			p.partly(widget.NewProgressBar())
		}},
		{"month", func(s *shell) { s.show(pageMonth) }},
		{"month-october", func(s *shell) { s.show(pageMonth).(*monthPage).turn(model.Month{Year: 2026, Month: 10}) }},
		{"checksheet", func(s *shell) {
			s.checker = "顾某某"
			s.show(pageSheet).(*sheetPage).turn(s.today())
		}},
		{"checksheet-empty", func(s *shell) { s.show(pageSheet).(*sheetPage).turn(s.today() - 5) }},
		{"settings", func(s *shell) { s.show(pageSettings) }},
		{"settings-practice", func(s *shell) {
			p := s.show(pageSettings).(*settingsPage)
			p.form.Read(procedure.PracticePoints()[1], 1)
			p.form.Read(procedure.PracticePoints()[0], 1)
			p.showEffect()
		}},
		{"holidays", func(s *shell) { s.show(pageHolidays) }},
		{"organs", organsFilled},
		{"intake", intakeFilled},
		{"intake-alike", func(s *shell) {
			p := s.pages[pageIntake].(*intakePage)
			p.listed = true
			p.drawSide()
		}},
		{"intake-below", func(s *shell) { p := s.pages[pageIntake].(*intakePage); p.jump(p.marks["claims"]) }},
		{"intake-end", func(s *shell) { s.pages[pageIntake].(*intakePage).form.scroll.ScrollToBottom() }},
		{"intake-summary", func(s *shell) { s.pages[pageIntake].(*intakePage).confirm() }},
		{"intake-suit", func(s *shell) {
			p := s.show(pageIntake).(*intakePage)
			p.reset(model.NewIntake(cases.Litigation, s.today()))
			p.look()
			for _, r := range []cases.Role{cases.Agent, cases.ThirdParty} {
				p.lists[r].add()
			}
			p.jump(p.marks["matter"])
		}},
		{"intake-roles", func(s *shell) {
			p := s.show(pageIntake).(*intakePage)
			p.reset(model.NewIntake(cases.Reconsideration, s.today()))
			p.lists[cases.Applicant].more = true
			p.lists[cases.Applicant].draw()
			p.lists[cases.RepresentativeRole].add()
			p.jump(p.marks[string(cases.Applicant)])
		}},
		{"intake-many", func(s *shell) {
			p := s.show(pageIntake).(*intakePage)
			p.back()
			p.lists[cases.Applicant].take(strings.Repeat("陈某某\t11010519491231002X\t13800000000\n", 14))
			p.jump(p.marks[string(cases.Applicant)])
		}},
		{"people", func(s *shell) {
			p := s.show(pagePeople).(*peoplePage)
			p.people = sampleStaff()
			p.names()
			p.edit(p.people[0])
		}},
		{"sign-in", func(s *shell) {
			p := s.askWho(model.SignIn{People: sampleStaff()}, s.unlock)
			p.choose(sampleStaff()[0])
		}},
		{"holidays-preview", func(s *shell) { s.show(pageHolidays).(*holidaysPage).read("放假通知2026.json") }},
	}
}

// intakeFilled is a registration as a clerk leaves it to look for the last date.
func intakeFilled(s *shell) {
	p := s.show(pageIntake).(*intakePage)
	in := model.NewIntake(cases.Reconsideration, s.today())
	in.Number, in.Channel, in.Posted, in.Subject = "〔2026〕姑苏行复第61号", procedure.ByPost, s.today().AddDays(-3).String(), "不服苏公（平）行罚决字〔2026〕12号行政处罚决定"
	x := in.Of(cases.Applicant)[0]
	x.Name, x.IDNumber, x.Phone, x.Address = "王某", "110105194912310021", "13800000000", "苏州市姑苏区某某路1号"
	in.Of(cases.Respondent)[0].Name = "苏州市公安局姑苏分局"
	in.Category, in.Matter, in.Said.ActNumber = "公安", "行政处罚", "苏公（平）行罚决字〔2026〕12号"
	in.Said.ActDate, in.Said.Known, in.Said.Requests = s.today().AddDays(-80).String(), s.today().AddDays(-70).String(), "撤销行政处罚决定"
	in.Said.Materials = []model.MaterialForm{{Name: "行政复议申请书", Copies: "2", Pages: "3", Original: true, State: cases.MaterialReceived},
		{Name: "申请人身份证明", State: cases.MaterialMissing, Fault: "没有提交身份证复印件"}}
	p.reset(in)
	p.look()
}

// organsFilled shows the directory with some organs of the sample and one of them in the form.
func organsFilled(s *shell) {
	p := s.show(pageOrgans).(*organsPage)
	for i, u := range p.book.Usual {
		if i < 3 {
			p.store([]cases.OrganRecord{reception.GuessOrgan(u.Name)}, "")
		}
	}
	p.s.hush()
	p.edit(p.book.Organs[0])
}

// notice is another arrangement of 2026, in which the working days after today are holidays.
func notice(t *testing.T, today calendar.Date) []calendar.Notice {
	t.Helper()
	var days []calendar.SpecialDay
	for i := range 10 {
		days = append(days, calendar.SpecialDay{Date: today.AddDays(i + 5), Exception: calendar.Exception{Rest: true, Name: "地方假期"}})
	}
	days = append(days, calendar.SpecialDay{Date: calendar.New(2026, 6, 20)})
	n, err := calendar.NewNotice(2026, days)
	if err != nil {
		t.Fatal(err)
	}
	return []calendar.Notice{n}
}

// The pages of the whole office are drawn at every scale and in both variants; no text is wider than its box.
func TestPagesAtEveryScale(t *testing.T) {
	dir := os.Getenv("FUYI_PICTURES")
	for _, l := range []model.Look{{Variant: "light", Percent: 100}, {Variant: "dark", Percent: 150}, {Variant: "light", Percent: 150},
		{Variant: "dark", Percent: 100}} {
		if raced && l.Percent > 100 {
			continue
		}
		o := busy(t)
		r := newRig(t, o, l)
		r.files.notices = notice(t, o.Today)
		for _, sc := range pageScenes() {
			sc.do(r.shell)
			if r.said() != "" {
				t.Errorf("%s says %q", sc.name, r.said())
			}
			walk(r.win.Content(), func(c fyne.CanvasObject) {
				text, ok := c.(*canvas.Text)
				if !ok || text.Size().Width == 0 {
					return
				}
				if need := fyne.MeasureText(text.Text, text.TextSize, text.TextStyle).Width; need > text.Size().Width+1.5 {
					t.Errorf("%s at %d%%: %q needs %.0f, has %.0f", sc.name, l.Percent, text.Text, need, text.Size().Width)
				}
			})
			if dir != "" {
				if err := shoot(r.win, filepath.Join(dir, fmt.Sprintf("page-%s-%s-%d.png", sc.name, l.Variant, l.Percent))); err != nil {
					t.Fatal(err)
				}
			}
			if r.locked {
				r.unlock()
			}
		}
	}
}
