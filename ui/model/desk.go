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

// Desk is the first screen (工作台) besides the docket: what was begun, and the year to show figures of.
type Desk struct {
	Drafts []cases.Draft
	// Year is the year to show figures of: the current one, or the newest with cases if nothing came in yet.
	Year int
	// Empty is true for an office without any case: the screen then says how to begin.
	Empty bool
	// Pressing is what ends soonest, shown until the whole docket is read.
	Pressing *Docket
}

// pressingRows is how many cases the desk lists before the whole docket is read.
const pressingRows = 100

// Figure is one number of the year with its name; Note is the unit of a count, or the division behind a rate.
type Figure struct {
	ID, Label, Value string
	// Unit stands beside a count, Note below a rate: how it comes about.
	Unit, Note string
}

// LoadDesk reads what is quick in an office of any size; the periods come by LoadDocket, the figures by LoadFigures.
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
	d.Pressing, err = loadPressing(ctx, o, today)
	return d, err
}

// loadPressing reads from the stored rows, without their acts, which open cases end first: only the next period of each.
func loadPressing(ctx context.Context, o cases.Reader, today calendar.Date) (*Docket, error) {
	page, err := o.List(ctx, cases.Query{Status: cases.Open, DueTo: today.AddDays(7), Today: today, Sort: cases.ByDue,
		Limit: pressingRows})
	if err != nil {
		return nil, err
	}
	d := &Docket{Today: today, Partial: true}
	for _, r := range page.Rows {
		ref := CaseRef{ID: r.ID, Kind: r.Kind, Number: r.Number, Who: r.Title(), Handler: r.Handler}
		d.Lines = append(d.Lines, DueLine{CaseRef: ref, Name: r.DueName, Due: r.Due, Provisional: r.Provisional})
	}
	return d, nil
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

// FigureGroup is a titled part of the overview.
type FigureGroup struct {
	Title   string
	Figures []Figure
}

// FigureGroups are all figures of a report, those of reconsideration apart from those of litigation, and 非诉执行 by itself.
func FigureGroups(r *statistics.Report) []FigureGroup {
	out := []FigureGroup{{Title: cases.Reconsideration.Label()}, {Title: cases.Litigation.Label()}}
	at := 0
	for _, f := range Figures(r, nil) {
		switch f.ID {
		case "suits":
			at = 1
		case "enforcements":
			at, out = 2, append(out, FigureGroup{Title: "非诉执行"})
		}
		out[at].Figures = append(out[at].Figures, f)
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
	f := Figure{ID: i.ID, Label: i.Label}
	switch {
	case i.ID == "appearance_rate_change":
		f.Unit = unit(i.ID)
		f.Label, f.Value = strings.TrimSuffix(i.Label, "（百分点）"), strconv.FormatFloat(i.Value, 'f', 1, 64)
		if i.Value > 0 {
			f.Value = "+" + f.Value
		}
	case !i.Rate:
		f.Value, f.Unit = Thousands(int(i.Value)), unit(i.ID)
	case i.Denominator == 0:
		f.Value, f.Note = "—", "分母为零"
	default:
		f.Value = Percent(i.Value)
		f.Note = fmt.Sprintf("%s/%s", Thousands(i.Numerator), Thousands(i.Denominator))
	}
	return f
}
