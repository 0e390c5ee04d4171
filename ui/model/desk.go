package model

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/statistics"
)

// DeskRows is how many cases a group of the desk lists; its title says how many there are.
const DeskRows = 8

// Desk is the first screen (工作台): what presses, what was begun, and the figures of the year.
type Desk struct {
	// Groups are 已超期, 今天到期, 3日内, 7日内, empty ones left out.
	Groups []DeskGroup
	Drafts []cases.Draft
	// Year is the year to show figures of: the current one, or the newest with cases if nothing came in yet.
	Year int
	// Empty is true for an office without any case: the screen then says how to begin.
	Empty bool
}

// DeskGroup is one group of cases on the desk.
type DeskGroup struct {
	Title string
	Tone  Tone
	// Total counts the group; Rows are its first DeskRows.
	Total int
	Rows  []cases.Row
}

// Figure is one number of the year with its name; Note is the unit of a count, or the division behind a rate.
type Figure struct {
	ID, Label, Value, Note string
}

// LoadDesk reads what presses as of today. It stays quick in an office of any size; the figures come by LoadFigures.
func LoadDesk(ctx context.Context, o Office, today calendar.Date) (Desk, error) {
	var d Desk
	var err error
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
	d.Year = min(years[0], today.Year())
	late, err := o.List(ctx, cases.Query{Status: cases.Overdue, Today: today, Sort: cases.ByDue, Limit: DeskRows})
	if err != nil {
		return d, err
	}
	d.add(DeskGroup{Title: "已超期", Tone: Late, Rows: late.Rows, Total: late.Total})
	return d, d.coming(ctx, o, today)
}

// coming adds the groups of the coming week. In order of their ends, the cases of a group begin where those that end
// before it stop, so each group costs one short page however many cases there are.
func (d *Desk) coming(ctx context.Context, o Office, today calendar.Date) error {
	before, err := o.List(ctx, dueTo(today, -1, 0))
	if err != nil {
		return err
	}
	skip := before.Total
	for _, g := range []struct {
		title string
		tone  Tone
		days  int
	}{{"今天到期", Now, 0}, {"3日内到期", Soon, 3}, {"7日内到期", Near, 7}} {
		page, err := o.List(ctx, dueTo(today, g.days, skip))
		if err != nil {
			return err
		}
		d.add(DeskGroup{Title: g.title, Tone: g.tone, Rows: page.Rows, Total: page.Total - skip})
		skip = page.Total
	}
	return nil
}

// dueTo asks for cases whose next period ends by a day, in the states in which the office has something to do: the
// applicant's own time to sue after a decision does not press it.
func dueTo(today calendar.Date, days, skip int) cases.Query {
	return cases.Query{DueTo: today.AddDays(days), Today: today, Sort: cases.ByDue, Offset: skip, Limit: DeskRows,
		States: []procedure.State{procedure.Reviewing, procedure.Supplement, procedure.Rereviewing, procedure.Trying,
			procedure.Suspended, procedure.Answering, procedure.Answered, procedure.Judged, procedure.Appealing}}
}

func (d *Desk) add(g DeskGroup) {
	if g.Total > 0 {
		d.Groups = append(d.Groups, g)
	}
}

// LoadFigures counts the desk's year.
func LoadFigures(ctx context.Context, count Counter, year int, today calendar.Date) ([]Figure, error) {
	report, err := count(ctx, year, asOfIn(year, today))
	if err != nil {
		return nil, err
	}
	return Figures(report, deskFigures), nil
}

// asOfIn is today for the running year, else zero: the year's last day.
func asOfIn(year int, today calendar.Date) calendar.Date {
	if year == today.Year() {
		return today
	}
	return 0
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
