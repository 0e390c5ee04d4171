package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases/calendar"
	"fuyi/ui/model"
)

// periodBar draws a period as a line: the time that is over in the colour of its tone, pauses as gaps in it, and a mark
// for today.
type periodBar struct {
	widget.BaseWidget
	bar     model.Bar
	tone    model.Tone
	running bool
}

func newPeriodBar(v model.PeriodView) *periodBar {
	b := &periodBar{bar: v.Bar, tone: v.Tone, running: v.Running}
	b.ExtendBaseWidget(b)
	return b
}

func (b *periodBar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{b: b, track: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil), now: canvas.NewRectangle(nil)}
	for range b.bar.Pauses {
		r.gaps = append(r.gaps, canvas.NewRectangle(nil))
	}
	r.paint()
	return r
}

type barRenderer struct {
	b                *periodBar
	track, over, now *canvas.Rectangle
	gaps             []*canvas.Rectangle
}

func (r *barRenderer) Destroy() {}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.track, r.over}
	for _, g := range r.gaps {
		out = append(out, g)
	}
	return append(out, r.now)
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(em(6), units(2.5)) }

func (r *barRenderer) Layout(size fyne.Size) {
	h := units(1.25)
	y := (size.Height - h) / 2
	place := func(o *canvas.Rectangle, from, to float32) {
		o.Move(fyne.NewPos(size.Width*from, y))
		o.Resize(fyne.NewSize(max(size.Width*(to-from), 1), h))
	}
	place(r.track, 0, 1)
	place(r.over, 0, r.b.bar.Elapsed)
	for i, g := range r.gaps {
		place(g, r.b.bar.Pauses[i].From, r.b.bar.Pauses[i].To)
	}
	w := units(0.5)
	r.now.Move(fyne.NewPos(min(max(size.Width*r.b.bar.Elapsed-w/2, 0), size.Width-w), 0))
	r.now.Resize(fyne.NewSize(w, size.Height))
	r.now.Hidden = !r.b.running
}

func (r *barRenderer) paint() {
	round := units(0.6)
	r.track.FillColor, r.track.CornerRadius = theme.Color(theme.ColorNameSeparator), round
	fill := toneColor(r.b.tone)
	switch {
	case !r.b.running:
		fill = colorMuted
	case r.b.tone == model.Calm:
		fill = theme.ColorNamePrimary
	}
	r.over.FillColor, r.over.CornerRadius = theme.Color(fill), round
	for _, g := range r.gaps {
		g.FillColor = theme.Color(toneTint(model.Paused))
		g.StrokeColor, g.StrokeWidth = theme.Color(toneColor(model.Paused)), 1
	}
	r.now.FillColor, r.now.CornerRadius = theme.Color(theme.ColorNameForeground), round/2
}

func (r *barRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

// dayGrid shows the derivation of a due date as a calendar: each counted day with its number, each skipped day with the
// reason it does not count.
func dayGrid(days []calendar.DayMark) fyne.CanvasObject {
	if len(days) == 0 {
		return caption("")
	}
	if days[0].Date > days[len(days)-1].Date { // a notice is counted backwards
		back := make([]calendar.DayMark, len(days))
		for i, d := range days {
			back[len(days)-1-i] = d
		}
		days = back
	}
	grid := container.NewGridWithColumns(7)
	for _, w := range []string{"一", "二", "三", "四", "五", "六", "日"} {
		head := caption(w)
		head.align = fyne.TextAlignCenter
		grid.Add(head)
	}
	for range (int(days[0].Date.Weekday()) + 6) % 7 {
		grid.Add(caption(""))
	}
	for i, d := range days {
		grid.Add(dayCell(d, i == 0 || d.Date.Day() == 1, i == len(days)-1))
	}
	return newSized(26, grid)
}

func dayCell(d calendar.DayMark, month, last bool) fyne.CanvasObject {
	text := fmt.Sprint(d.Date.Day())
	if month {
		text = fmt.Sprintf("%d月%d", int(d.Date.Month()), d.Date.Day())
	}
	number := newWords(text)
	number.size, number.align = theme.SizeNameCaptionText, fyne.TextAlignCenter
	mark := caption(dayMark(d))
	mark.align, mark.size = fyne.TextAlignCenter, sizeMark
	fill := fyne.ThemeColorName("")
	switch d.Treatment {
	case calendar.Counted:
		number.bold = true
	case calendar.StartDay:
		fill = colorTint
	case calendar.InPause:
		fill, number.color = toneTint(model.Paused), colorMuted
	default:
		fill, number.color = toneTint(model.Finished), colorMuted
	}
	line := fyne.ThemeColorName("")
	if last {
		line, number.bold = theme.ColorNamePrimary, true
	}
	if d.MadeUp {
		fill = toneTint(model.Soon)
	}
	p := newPanel(fill, line, 0.25, 0.25, newFlow(-1, number, mark))
	p.round = theme.SizeNameSelectionRadius
	return p
}

// dayMark is the word under a day: its number in the period, or why it does not count.
func dayMark(d calendar.DayMark) string {
	switch d.Treatment {
	case calendar.StartDay:
		return "起"
	case calendar.Counted:
		if d.N == 0 {
			return "届满"
		}
		if d.MadeUp {
			return fmt.Sprintf("班·%d", d.N)
		}
		return fmt.Sprint(d.N)
	case calendar.InPause:
		return "扣除"
	case calendar.Rolled:
		return "顺延"
	case calendar.Reserved:
		return "留足"
	}
	return "休"
}
