package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// wordsIn lists the single-line texts in an object.
func wordsIn(o fyne.CanvasObject) (out []string) {
	walk(o, func(o fyne.CanvasObject) {
		if w, ok := o.(*words); ok {
			out = append(out, w.text)
		}
	})
	return out
}

// pressIn finds what can be pressed by a word in it.
func pressIn(t *testing.T, root fyne.CanvasObject, word string) *press {
	t.Helper()
	var found *press
	walk(root, func(o fyne.CanvasObject) {
		if p, ok := o.(*press); ok && found == nil && slices.Contains(wordsIn(p), word) {
			found = p
		}
	})
	if found == nil {
		t.Fatalf("nothing to press with %q", word)
	}
	return found
}

func TestDeskOpensTheCaseOfALine(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	p := r.pages[pageDesk].(*deskPage)
	if p.list.rows != len(p.rows.Rows) || p.list.rows < 50 {
		t.Fatalf("%d rows shown of %d", p.list.rows, len(p.rows.Rows))
	}
	p.list.Select(0)
	if r.here != pageDesk {
		t.Error("a press on a head left the desk")
	}
	want := p.rows.Rows[1].Line.Number
	p.list.Select(1)
	if !r.logged("msg=case", "number="+want) {
		t.Errorf("%s was not opened\n%s", want, r.log)
	}
}

func TestDeskByKeyboard(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	p := r.pages[pageDesk].(*deskPage)
	r.win.Canvas().Focus(p.list)
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !r.logged("msg=case", "number="+p.rows.Rows[1].Line.Number) {
		t.Errorf("Enter opened nothing\n%s", r.log)
	}
}

func TestDeskFilters(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	p := r.pages[pageDesk].(*deskPage)
	all := p.list.rows
	test.Tap(pressIn(t, p.chips, "已超期"))
	late := p.rows.Group(model.GroupLate).Total
	if p.list.rows != late+1 || late == 0 {
		t.Errorf("%d rows, %d overdue", p.list.rows, late)
	}
	p.pick.SetSelected("沈某")
	for _, row := range p.rows.Rows[1:] {
		if row.Line.Handler != "沈某" {
			t.Errorf("%s is handled by %s", row.Line.Number, row.Line.Handler)
		}
	}
	test.Tap(pressIn(t, p.chips, "已超期"))
	p.pick.SetSelected(everybody)
	if p.list.rows != all {
		t.Errorf("%d rows after clearing, %d before", p.list.rows, all)
	}
}

// Cases without a next step stand at the top with their count.
func TestDeskShowsStuckCasesFirst(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	p := r.pages[pageDesk].(*deskPage)
	stuck(r.shell)
	if h := p.rows.Rows[0].Head; h == nil || h.ID != model.GroupStuck || h.Total != 1 {
		t.Fatalf("the first row is %+v", p.rows.Rows[0])
	}
	if got := wordsIn(pressIn(t, p.chips, "无在计期限")); !slices.Contains(got, "1") {
		t.Errorf("the filter says %q", got)
	}
}

// stuck puts a case without a next step on the desk.
func stuck(s *shell) {
	p := s.show(pageDesk).(*deskPage)
	p.docket.Stuck = []model.StandingCase{{CaseRef: model.CaseRef{ID: 2, Kind: cases.Reconsideration, Number: "〔2026〕姑苏行复第2号",
		Who: "王某 不服 苏州市公安局姑苏分局", Handler: "沈某"}, State: "审理中", Since: s.today().AddDays(-33)}}
	p.arrange(true)
}

func TestDeskThatCannotBeReadSaysSo(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	r.o.Fail = errors.New("disk on fire")
	r.show(pageDesk)
	if texts := wordsIn(r.body); !slices.Contains(texts, "期限没有读出来") {
		t.Errorf("the desk says %q", texts)
	}
	r.o.Fail = nil
	test.Tap(buttonIn(t, r.body, "重新读取"))
	if texts := wordsIn(r.body); slices.Contains(texts, "期限没有读出来") {
		t.Error("the desk was not read again")
	}
}

func TestDeskCountsWhatNobodyChecked(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	test.Tap(buttonIn(t, r.body, "去核对"))
	if p, ok := r.pages[pageSheet].(*sheetPage); !ok || r.here != pageSheet || p.day != r.o.Today-1 || len(p.sheet.Lines) != 1 {
		t.Errorf("the page shown is %s", r.here)
	}
}

func TestMonthTurnsAndShowsADay(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	r.ctrl(fyne.Key7)
	p := r.pages[pageMonth].(*monthPage)
	if p.title.text != "2026年5月" || p.chosen != r.o.Today || p.list.rows != len(p.docket.On(r.o.Today)) || p.list.rows == 0 {
		t.Fatalf("%s, %s, %d lines", p.title.text, p.chosen, p.list.rows)
	}
	number := p.day[0].Number
	p.list.Select(0)
	if !r.logged("msg=case", "number="+number) {
		t.Errorf("%s was not opened", number)
	}
	r.show(pageMonth)
	p.move(5)
	if p.title.text != "2026年10月" || p.chosen != calendar.New(2026, 10, 1) {
		t.Errorf("%s, %s", p.title.text, p.chosen)
	}
	if texts := wordsIn(p.grid); !slices.Contains(texts, "休 国庆节") || !slices.Contains(texts, "班 调休") {
		t.Errorf("the grid says %q", texts)
	}
	test.Tap(pressIn(t, p.grid, "12"))
	if p.chosen != calendar.New(2026, 10, 12) {
		t.Errorf("the day chosen is %s", p.chosen)
	}
	p.now()
	if p.title.text != "2026年5月" {
		t.Errorf("this month is %s", p.title.text)
	}
}

func TestMonthExportsACalendar(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	p := r.show(pageMonth).(*monthPage)
	p.pick.SetSelected("沈某")
	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 1 || !strings.HasSuffix(r.files.exported[0], "期限日历（沈某）.ics") || !r.logged("msg=exported", ".ics") {
		t.Errorf("exported %q", r.files.exported)
	}
}

// The second person's name is asked once; the recorder is refused with the reason, another person ticks.
func TestSheetIsTickedBySomebodyElse(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	r.ctrl(fyne.Key8)
	p := r.pages[pageSheet].(*sheetPage)
	if p.sheet.Unticked != 6 {
		t.Fatalf("%d unticked", p.sheet.Unticked)
	}
	test.Tap(buttonIn(t, p.page.Container, "核对无误"))
	if !strings.Contains(r.said(), "核对人姓名") || r.win.Canvas().Focused() != p.who || sheetLeft(t, r) != 6 {
		t.Errorf("without a name: said %q", r.said())
	}
	test.Type(p.who, "陆某")
	if texts := shown(p.page.Container); !slices.Contains(texts, "登记人本人不能核对，请由另一人核对") {
		t.Error("the recorder is not told why he cannot tick")
	}
	test.Tap(buttonIn(t, p.page.Container, "核对无误"))
	if sheetLeft(t, r) != 5 || p.sheet.Unticked != 5 {
		t.Errorf("%d left", sheetLeft(t, r))
	}
	r.relook()
	r.show(pageDesk)
	if again := r.show(pageSheet).(*sheetPage); again.who.Text != "陆某" {
		t.Error("the name is asked again")
	}
	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 1 || !strings.Contains(r.files.exported[0], "期限登记核对单2026-05-20.xlsx") {
		t.Errorf("exported %q", r.files.exported)
	}
}

func sheetLeft(t *testing.T, r *rig) int {
	t.Helper()
	s, err := model.LoadEntries(t.Context(), r.o, r.o.Today)
	if err != nil {
		t.Fatal(err)
	}
	return s.Unticked
}

func TestSheetTurnsToEarlierDays(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	p := r.show(pageSheet).(*sheetPage)
	if !p.next.Disabled() {
		t.Error("tomorrow can be turned to")
	}
	test.Tap(buttonIn(t, p.root, "前一日"))
	if p.day != r.o.Today-1 || len(p.sheet.Lines) != 1 || p.next.Disabled() {
		t.Errorf("%s with %d lines", p.day, len(p.sheet.Lines))
	}
	p.typed("2026-5-18")
	p.typed("2026-5-21")
	p.typed("5月")
	if p.day != calendar.New(2026, 5, 18) {
		t.Errorf("the day typed is %s", p.day)
	}
	p.turn(r.o.Today.AddDays(-5))
	if texts := wordsIn(p.root); !slices.Contains(texts, "当日没有登记或者更正") {
		t.Errorf("an empty day says %q", texts)
	}
}

func TestNoticeIsShownBeforeItIsAccepted(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	r.show(pageSettings)
	test.Tap(buttonIn(t, r.body, "查看和导入"))
	p := r.pages[pageHolidays].(*holidaysPage)
	r.files.notices = notice(t, r.o.Today)
	p.read("/x/放假通知.json")
	if p.preview == nil || len(p.preview.Shifts.Lines) == 0 || len(r.o.Holiday) != 0 {
		t.Fatalf("preview %+v, accepted %d", p.preview, len(r.o.Holiday))
	}
	test.Tap(buttonIn(t, p.root, "放弃"))
	if p.preview != nil || len(r.o.Holiday) != 0 {
		t.Error("giving up wrote something")
	}
	p.read("/x/放假通知.json")
	test.Tap(buttonIn(t, p.root, "接受"))
	if len(r.o.Holiday) != 1 || r.o.Holiday[0].Source != "放假通知.json" || !strings.Contains(r.said(), "已接受") {
		t.Errorf("accepted %d, said %q", len(r.o.Holiday), r.said())
	}
	r.key(fyne.KeyEscape)
	if r.here != pageSettings {
		t.Errorf("Esc shows %s", r.here)
	}
}

func TestUnreadableNoticeIsTold(t *testing.T) {
	r := newRig(t, busy(t), model.Look{})
	p := r.show(pageHolidays).(*holidaysPage)
	r.files.notices = nil
	r.o.Fail = &cases.Error{Op: "read", Kind: cases.Invalid, Msg: "B3 不是日期。"}
	p.read("坏.xlsx")
	if p.preview != nil || !strings.Contains(r.said(), "B3 不是日期。") {
		t.Errorf("said %q", r.said())
	}
}

// Another reading of an open point is saved only after its effect was shown and confirmed.
func TestPracticeIsSavedAfterItsEffectWasShown(t *testing.T) {
	o := busy(t)
	o.Who = "沈某"
	for _, a := range []procedure.Act{
		{Kind: procedure.Suspension, On: o.Today.AddDays(-9), Detail: &procedure.Detail{Ground: procedure.OtherCasePending}},
		{Kind: procedure.Resumption, On: o.Today}} {
		if err := o.Record(t.Context(), 20, a); err != nil {
			t.Fatal(err)
		}
	}
	r := newRig(t, o, model.Look{})
	p := r.show(pageSettings).(*settingsPage)
	for _, c := range p.form.Practices() {
		if c.ID == "deduct_resumption" {
			p.form.Read(c.PracticePoint, 1)
		}
	}
	p.showEffect()
	if texts := shown(p.effect); !slices.ContainsFunc(texts, func(x string) bool { return strings.HasPrefix(x, "保存后，1件案件") }) {
		t.Errorf("the effect says %q", texts)
	}
	p.save()
	if r.o.Set.Practice.DeductResumption {
		t.Fatal("saved without asking")
	}
	test.Tap(buttonIn(t, r.win.Canvas().Overlays().Top(), "确定"))
	if !r.o.Set.Practice.DeductResumption || p.form.PracticeChanged() {
		t.Errorf("saved %+v", r.o.Set.Practice)
	}
}

// A large office is shown without drawing more than what is in view.
func BenchmarkDeskWithManyPeriods(b *testing.B) {
	o := fake.New()
	s, w := stage(testDeps(o, &fakeFiles{o: o}), model.Look{}, pictureSize)
	defer w.Close()
	s.begin()
	p := s.show(pageDesk).(*deskPage)
	for i := range 200_000 {
		p.docket.Lines = append(p.docket.Lines, model.DueLine{CaseRef: model.CaseRef{ID: cases.ID(i), Number: "某号", Handler: "沈某"},
			Name: "审理期限", Owner: "机关", Due: o.Today.AddDays(i / 1000)})
	}
	for b.Loop() {
		p.arrange(true)
	}
}
