package model

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
)

// deskLimit bounds each query of the desk: nobody works through more in a day, and the title says how many there are.
const deskLimit = 200

// Desk is the first screen (工作台): what presses, what was begun, and the figures of the year.
type Desk struct {
	// Groups are 已超期, 今天到期, 3日内, 7日内, empty ones left out.
	Groups []DeskGroup
	Drafts []cases.Draft
	// Year is the year the figures are of: the current one, or the newest with cases if nothing came in yet.
	Year    int
	Figures []Figure
	// Empty is true for an office without any case: the screen then says how to begin.
	Empty bool
}

// DeskGroup is one group of cases on the desk.
type DeskGroup struct {
	Title string
	Tone  Tone
	// Total counts the group even when Rows were cut.
	Total int
	Rows  []cases.Row
}

// Figure is one number of the year with its name; Note is the unit of a count, or the division behind a rate.
type Figure struct {
	ID, Label, Value, Note string
}

// LoadDesk reads the desk as of today. Counting the year may fail without hiding the deadlines: its error comes back
// beside a filled desk.
func LoadDesk(ctx context.Context, o Office, count Counter, today calendar.Date) (Desk, error) {
	var d Desk
	late, err := o.List(ctx, cases.Query{Status: cases.Overdue, Today: today, Sort: cases.ByDue, Limit: deskLimit})
	if err != nil {
		return d, err
	}
	// The newest due dates come first, so the page holds the coming week even where many old dates lie behind it.
	week, err := o.List(ctx, cases.Query{DueTo: today.AddDays(7), Today: today, Sort: cases.ByDue, Desc: true, Limit: deskLimit})
	if err != nil {
		return d, err
	}
	d.group(late, week.Rows, today)
	if d.Drafts, err = o.Drafts(ctx); err != nil {
		return d, err
	}
	years, err := o.Years(ctx)
	if err != nil {
		return d, err
	}
	d.Empty = len(years) == 0
	if d.Empty {
		return d, nil
	}
	d.Year = years[0]
	if d.Year > today.Year() {
		d.Year = today.Year()
	}
	report, err := count(ctx, d.Year, asOfIn(d.Year, today))
	if err != nil {
		return d, err
	}
	d.Figures = Figures(report, deskFigures)
	return d, nil
}

// asOfIn is today for the running year, else zero: the year's last day.
func asOfIn(year int, today calendar.Date) calendar.Date {
	if year == today.Year() {
		return today
	}
	return 0
}

func (d *Desk) group(late cases.Page, week []cases.Row, today calendar.Date) {
	groups := []DeskGroup{
		{Title: "已超期", Tone: Late, Rows: late.Rows, Total: late.Total},
		{Title: "今天到期", Tone: Now},
		{Title: "3日内到期", Tone: Soon},
		{Title: "7日内到期", Tone: Near},
	}
	for i := len(week) - 1; i >= 0; i-- {
		r := week[i]
		if r.Due < today {
			continue
		}
		g := 3
		switch toneOf(r.Due.Sub(today)) {
		case Now:
			g = 1
		case Soon:
			g = 2
		}
		groups[g].Rows = append(groups[g].Rows, r)
		groups[g].Total++
	}
	for _, g := range groups {
		if g.Total > 0 {
			d.Groups = append(d.Groups, g)
		}
	}
}

// deskFigures are the indicators the desk shows, in order.
var deskFigures = []string{"received", "concluded", "pending", "conclusion_rate", "mediation_rate", "correction_rate",
	"suits", "loss_rate", "appearance_rate"}

// Figures picks indicators of a report as figures, in the order of ids; nil takes all.
func Figures(r *statistics.Report, ids []string) []Figure {
	if ids == nil {
		for _, i := range r.Indicators {
			ids = append(ids, i.ID)
		}
	}
	var out []Figure
	for _, id := range ids {
		if i := r.Indicator(id); i.ID != "" {
			out = append(out, figure(i))
		}
	}
	return out
}

// unit is what a count counts.
func unit(id string) string {
	switch id {
	case "letters":
		return "份"
	case "committee_sessions":
		return "次"
	case "appearance_rate_change":
		return "百分点"
	}
	return "件"
}

func figure(i statistics.Indicator) Figure {
	f := Figure{ID: i.ID, Label: i.Label, Note: unit(i.ID)}
	switch {
	case i.ID == "appearance_rate_change":
		f.Label, f.Value = strings.TrimSuffix(i.Label, "（百分点）"), strconv.FormatFloat(i.Value, 'f', -1, 64)
		if i.Value > 0 {
			f.Value = "+" + f.Value
		}
	case !i.Rate:
		f.Value = Thousands(int(i.Value))
	case i.Denominator == 0:
		f.Value, f.Note = "—", "分母为零"
	default:
		f.Value = Percent(i.Value)
		f.Note = fmt.Sprintf("%s/%s", Thousands(i.Numerator), Thousands(i.Denominator))
	}
	return f
}
