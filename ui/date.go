package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// dateField is a date as clerks type it (2026-3-5, 20260305, 7-3, 今天, +60, +5w), with its weekday and distance beside it and
// a calendar that shades rest days and marks make-up working days. Fyne's own date entry refuses all of these forms.
type dateField struct {
	*fyne.Container
	text *entry
	// weekday is what stands beside the field: the weekday and how far the day is.
	weekday *words
	// idle stands there while no date is typed.
	idle    string
	cal     *calendar.Calendar
	today   calendar.Date
	changed func(string)
}

func newDateField(cal *calendar.Calendar, today calendar.Date, text string, changed func(string)) *dateField {
	f := &dateField{cal: cal, today: today, changed: changed, text: newEntry("如 2026-3-5"), weekday: caption("").cutting()}
	f.text.whole = true
	f.text.SetText(text)
	f.text.OnChanged = func(s string) {
		f.say(s)
		changed(f.full(s))
	}
	f.text.onLeave = func() { f.complete() }
	f.text.onShortcut = func(s fyne.Shortcut) bool {
		c, ok := s.(*desktop.CustomShortcut)
		if !ok || c.KeyName != fyne.KeySemicolon || c.Modifier != fyne.KeyModifierControl {
			return false
		}
		f.text.SetText(today.String())
		return true
	}
	open := sign(iconCalendar, "选择日期", nil)
	open.OnTapped = func() { f.popup(open) }
	now := quiet("今天", nil, func() { f.text.SetText(today.String()) })
	f.say(text)
	f.Container = newLine(1, []float32{-9, 0, 0, 1}, f.text, open, now, f.weekday)
	return f
}

// full is a date typed in short as a whole one; other text is left as it is, so that it can be complained about.
func (f *dateField) full(s string) string {
	if d, err := model.TypedDate(s, f.today, f.cal); err == nil && !d.IsZero() {
		return d.String()
	}
	return s
}

// complete writes a date typed in short out when the field is left.
func (f *dateField) complete() {
	if d, err := model.ReadDate(f.text.Text, f.today); err == nil && d.String() == f.text.Text {
		return
	}
	if s := f.full(f.text.Text); s != f.text.Text {
		f.text.SetText(s)
	}
}

// say shows the weekday, or that the text is not a date yet.
func (f *dateField) say(s string) {
	text, wrong := model.DateRemark(s, f.today, f.cal)
	if s == "" {
		text = f.idle
	}
	f.weekday.color = colorMuted
	if wrong {
		f.weekday.color = theme.ColorNameError
	}
	f.weekday.set(text)
	f.weekday.Refresh()
}

func (f *dateField) popup(at fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(at)
	if c == nil {
		return
	}
	shown, err := model.TypedDate(f.text.Text, f.today, f.cal)
	if err != nil || shown.IsZero() {
		shown = f.today
	}
	m := &monthView{cal: f.cal, today: f.today, chosen: shown, year: shown.Year(), month: shown.Month()}
	pop := widget.NewPopUp(newPanel(colorSurface, "", 2, 2, m.build()), c)
	m.pick = func(d calendar.Date) {
		pop.Hide()
		f.text.SetText(d.String())
	}
	pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(at)
	pop.ShowAtPosition(pos.AddXY(0, at.Size().Height+units(0.5)))
}

// monthView is one month as a grid of days.
type monthView struct {
	cal           *calendar.Calendar
	today, chosen calendar.Date
	year          int
	month         time.Month
	pick          func(calendar.Date)
	title         *words
	grid          *fyne.Container
	note          *prose
}

func (m *monthView) build() fyne.CanvasObject {
	m.title = strong("")
	m.title.align = fyne.TextAlignCenter
	m.grid = container.NewGridWithColumns(7)
	m.note = newProse("").small().in(colorMuted)
	m.fill()
	head := newLine(0, []float32{0, 1, 0}, sign(iconLeft, "上一月", func() { m.move(-1) }), m.title,
		sign(iconRight, "下一月", func() { m.move(1) }))
	years := newLine(0, []float32{0, 1, 0}, quiet("上一年", nil, func() { m.move(-12) }), caption(""),
		quiet("下一年", nil, func() { m.move(12) }))
	return container.New(&fixedWidth{em: 19}, newFlow(1, head, m.grid, m.note, years))
}

func (m *monthView) move(months int) {
	first := calendar.New(m.year, m.month, 1).AddMonths(months)
	m.year, m.month = first.Year(), first.Month()
	m.fill()
	m.grid.Refresh()
}

func (m *monthView) fill() {
	m.title.set(fmt.Sprintf("%d年%d月", m.year, int(m.month)))
	m.grid.RemoveAll()
	for _, w := range []string{"一", "二", "三", "四", "五", "六", "日"} {
		head := caption(w)
		head.align = fyne.TextAlignCenter
		m.grid.Add(head)
	}
	first := calendar.New(m.year, m.month, 1)
	before := (int(first.Weekday()) + 6) % 7
	for range before {
		m.grid.Add(caption(""))
	}
	for d := first; d.Month() == m.month; d++ {
		m.grid.Add(m.day(d))
	}
	m.note.set("休＝法定休假日，班＝调休上班")
	if !m.cal.Has(m.year) {
		m.note.set("没有这一年的放假通知，只按周末区分")
	}
}

func (m *monthView) day(d calendar.Date) fyne.CanvasObject {
	number := newWords(fmt.Sprint(d.Day()))
	number.align = fyne.TextAlignCenter
	mark := caption("")
	mark.align = fyne.TextAlignCenter
	mark.size = sizeMark
	work, _ := m.cal.IsWorkday(d)
	e, special := m.cal.Exception(d)
	fill := fyne.ThemeColorName("")
	switch {
	case special && e.Rest:
		mark.text, fill = "休", toneTint(model.Finished)
	case special:
		mark.text, fill = "班", toneTint(model.Soon)
	case !work:
		fill = colorTint
	}
	if !work {
		number.color = colorMuted
	}
	line := fyne.ThemeColorName("")
	if d == m.today {
		line, number.bold = theme.ColorNamePrimary, true
	}
	if d == m.chosen {
		fill, number.color, mark.color = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnPrimary
	}
	p := newPress(fill, line, theme.ColorNameHover, 0.5, 0.25, newFlow(-1, number, mark), func() { m.pick(d) })
	p.round = theme.SizeNameSelectionRadius
	return p
}
