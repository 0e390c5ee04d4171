package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"strings"

	ics "github.com/arran4/golang-ical"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// DueCalendar writes the running periods and announced hearings as an iCalendar file, for a telephone or another
// calendar program: one all-day event each, with a reminder three days before.
func (f *Files) DueCalendar(ctx context.Context, path, handler string, id cases.ID) error {
	f = f.on()
	cal := ics.NewCalendarFor("fuyi")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName("行政复议与应诉期限")
	add := func(c *cases.Case) error {
		if handler == "" || slices.Contains(strings.Split(c.Handler, "、"), handler) {
			f.events(cal, c)
		}
		return ctx.Err()
	}
	if id != 0 {
		c, err := f.r.Case(ctx, id)
		if err != nil {
			return err
		}
		if err := add(c); err != nil {
			return err
		}
	} else if err := f.r.EachRunning(ctx, f.today, nil, add); err != nil {
		return err
	}
	return saveAs(path, ".ics", func(w io.Writer) error { return cal.SerializeTo(w, ics.WithNewLine("\r\n")) })
}

// events adds the events of a case.
func (f *Files) events(cal *ics.Calendar, c *cases.Case) {
	r := cases.RunningOf(c, f.r.Law(), f.today)
	nth := map[string]int{}
	for _, p := range r.Periods {
		if p.Count.Open || p.Rule.Quiet {
			continue
		}
		key := string(p.Rule.ID) + " " + p.Who
		if nth[key]++; nth[key] > 1 {
			key += " " + strconv.Itoa(nth[key])
		}
		f.event(cal, c, key, p.Count.Due, dueTitle(&p), dueText(&p))
	}
	if !r.Hearing.IsZero() {
		e := f.event(cal, c, "hearing", r.Hearing, c.Kind.Hearing(), strings.TrimPrefix(r.Sitting+"\n"+c.Subject, "\n"))
		occupy(e, r.Hearing, r.Time)
	}
}

// dueTitle names the end of a period; a day that the office set itself is not called one. A day that a missing holiday notice may still move says so.
func dueTitle(p *procedure.Period) string {
	switch {
	case p.Rule.Internal:
		return p.Name() + "（内部安排）"
	case p.Count.Provisional:
		return p.Name() + "届满（推算）"
	}
	return p.Name() + "届满"
}

// dueText says why the day is the last one and what follows, a line each.
func dueText(p *procedure.Period) string {
	var lines []string
	for _, l := range []struct{ label, text string }{
		{"起算：", p.From}, {"责任方：", p.Rule.Owner}, {"逾期后果：", p.Rule.Lapse}, {"依据：", p.Rule.Basis},
	} {
		if l.text != "" {
			lines = append(lines, l.label+l.text)
		}
	}
	if p.Count.Provisional && p.Count.Missing != nil {
		lines = append(lines, p.Count.Missing.Error()+"。")
	}
	return strings.Join(lines, "\n")
}

// event adds one day. Its identity stays the same from export to export, so that a calendar program replaces it.
func (f *Files) event(cal *ics.Calendar, c *cases.Case, what string, on calendar.Date, title, about string) *ics.VEvent {
	sum := sha256.Sum256([]byte(string(c.Kind) + c.Number + what))
	e := cal.AddEvent(hex.EncodeToString(sum[:12]) + "@fuyi")
	e.SetDtStampTime(f.today.Time())
	e.SetAllDayStartAt(on.Time())
	e.SetAllDayEndAt(on.AddDays(1).Time())
	e.SetSummary(c.Number + " " + title + " " + c.Title())
	e.SetDescription(about)
	e.SetTimeTransparency(ics.TransparencyTransparent)
	a := e.AddAlarm()
	a.SetAction(ics.ActionDisplay)
	a.SetDescription(title)
	a.SetTrigger("-P3D")
	return e
}
