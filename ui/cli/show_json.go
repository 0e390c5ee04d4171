package cli

import (
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// caseJSON is the document of show --json. Codes keep the program's words, every *_label is their Chinese name, dates
// are 2006-01-02 or "".
type caseJSON struct {
	Number   string       `json:"number"`
	Kind     cases.Kind   `json:"kind"`
	Subject  string       `json:"subject"`
	Category string       `json:"category"`
	Matter   string       `json:"matter"`
	Handler  string       `json:"handler"`
	Parties  []partyJSON  `json:"parties"`
	Suit     *suitJSON    `json:"suit,omitempty"`
	Notes    []cases.Note `json:"notes"`
	Acts     []actJSON    `json:"acts"`
	Timeline timelineJSON `json:"timeline"`
	// Corrections are what 更正录入 replaced, oldest first.
	Corrections []correctionJSON `json:"corrections"`
}

type correctionJSON struct {
	Old actJSON `json:"old"`
	// New is null for a struck entry.
	New    *actJSON `json:"new"`
	Reason string   `json:"reason"`
	By     string   `json:"by"`
	At     string   `json:"at"`
}

func newCorrectionJSON(r cases.CorrectionRecord) correctionJSON {
	out := correctionJSON{Old: newActJSON(r.Old), Reason: r.Reason, By: r.By, At: r.At}
	if r.New != nil {
		right := newActJSON(*r.New)
		out.New = &right
	}
	return out
}

type partyJSON struct {
	cases.Party
	Label string `json:"role_label"`
}

type suitJSON struct {
	Court         string         `json:"court"`
	CourtNumber   string         `json:"court_number"`
	Instance      cases.Instance `json:"instance"`
	InstanceLabel string         `json:"instance_label"`
	Source        cases.Source   `json:"source"`
	SourceLabel   string         `json:"source_label"`
	Related       string         `json:"related"`
}

type actJSON struct {
	ID       int64          `json:"id"`
	Date     calendar.Date  `json:"date"`
	Kind     procedure.Kind `json:"kind"`
	Label    string         `json:"label"`
	Paper    string         `json:"paper"`
	Note     string         `json:"note"`
	By       string         `json:"by"`
	Imported bool           `json:"imported"`
	// Text is the detail in Chinese.
	Text   string            `json:"text"`
	Detail *procedure.Detail `json:"detail"`
}

type timelineJSON struct {
	AsOf           calendar.Date    `json:"as_of"`
	State          procedure.State  `json:"state"`
	StateLabel     string           `json:"state_label"`
	Regime         procedure.Regime `json:"regime"`
	Received       calendar.Date    `json:"received"`
	Accepted       calendar.Date    `json:"accepted"`
	DeemedAccepted bool             `json:"deemed_accepted"`
	CountFrom      calendar.Date    `json:"count_from"`
	Concluded      calendar.Date    `json:"concluded"`
	Extended       bool             `json:"extended"`
	Result         string           `json:"result"`
	Periods        []periodJSON     `json:"periods"`
	Pauses         []pauseJSON      `json:"pauses"`
	Problems       []string         `json:"problems"`
	Notices        []string         `json:"notices"`
	Flags          []procedure.Flag `json:"flags"`
	FlagLabels     []string         `json:"flag_labels"`
	Hearing        calendar.Date    `json:"hearing"`
	// HearingTime is its hour, HH:MM, HearingPlace where it is held.
	HearingTime  string      `json:"hearing_time"`
	HearingPlace string      `json:"hearing_place"`
	Offers       []offerJSON `json:"offers"`
}

// periodJSON is one period with the derivation of its due date: n units after start, the raw last day, the days
// passed over, the make-up days that count, and the due day; due is "" while a pause runs (paused_now). What expires is a
// right that runs out and is never late.
type periodJSON struct {
	Rule        string          `json:"rule"`
	Name        string          `json:"name"`
	Basis       string          `json:"basis"`
	Owner       string          `json:"owner"`
	Lapse       string          `json:"lapse"`
	From        string          `json:"from"`
	Who         string          `json:"who"`
	Start       calendar.Date   `json:"start"`
	N           int             `json:"n"`
	Unit        calendar.Unit   `json:"unit"`
	Extended    int             `json:"extended"`
	Paused      int             `json:"paused"`
	PausedNow   bool            `json:"paused_now"`
	Raw         calendar.Date   `json:"raw"`
	Skipped     []calendar.Skip `json:"skipped"`
	MadeUp      []calendar.Skip `json:"made_up"`
	Pauses      []pauseJSON     `json:"pauses"`
	Due         calendar.Date   `json:"due"`
	Provisional bool            `json:"provisional"`
	Missing     string          `json:"missing"`
	Done        calendar.Date   `json:"done"`
	Late        bool            `json:"late"`
	Expires     bool            `json:"expires"`
	// Internal is a day that the office set itself (内部安排), never late.
	Internal bool `json:"internal"`
	// Steps are the derivation in words.
	Steps []procedure.Step `json:"steps"`
}

type pauseJSON struct {
	From   calendar.Date `json:"from"`
	To     calendar.Date `json:"to"`
	Reason string        `json:"reason"`
}

func newPauseJSON(p calendar.Pause) pauseJSON { return pauseJSON(p) }

type offerJSON struct {
	Kind      procedure.Kind `json:"kind"`
	Label     string         `json:"label"`
	Basis     string         `json:"basis"`
	Permitted bool           `json:"permitted"`
	Refused   string         `json:"refused"`
	Main      bool           `json:"main"`
}

// each converts a slice; the result is never nil, so that JSON shows [] and not null.
func each[From, To any](in []From, convert func(From) To) []To {
	out := make([]To, len(in))
	for i, v := range in {
		out[i] = convert(v)
	}
	return out
}

func same[T any](v T) T { return v }

func newCaseJSON(c *cases.Case, t procedure.Timeline, law *procedure.Law, today calendar.Date) caseJSON {
	return caseJSON{
		Number: c.Number, Kind: c.Kind, Subject: c.Subject, Category: c.Class.Category, Matter: c.Class.Matter,
		Handler: c.Handler,
		Parties: each(c.Parties, func(p cases.Party) partyJSON { return partyJSON{p, c.RoleLabel(p.Role)} }),
		Suit:    newSuitJSON(c.Suit),
		Notes:   each(c.Notes, same),
		Acts:    each(c.Acts, newActJSON),
		Timeline: timelineJSON{
			AsOf: today, State: t.State, StateLabel: t.State.Label(), Regime: t.Regime,
			Received: t.Received, Accepted: t.Accepted, DeemedAccepted: t.DeemedAccepted, CountFrom: t.CountFrom,
			Concluded: t.Concluded, Extended: t.Extended, Result: procedure.Headline(c.Acts),
			Periods:  each(t.Periods, func(p procedure.Period) periodJSON { return newPeriodJSON(p, law, today) }),
			Pauses:   each(t.Pauses, newPauseJSON),
			Problems: each(t.Problems, same),
			Notices:  each(t.Notices, same),
			Flags:    each(t.Flags, same), FlagLabels: each(t.Flags, procedure.FlagLabel), Hearing: t.Hearing, HearingTime: t.HearingTime, HearingPlace: t.HearingPlace,
			Offers: each(t.Offers, func(o procedure.Offer) offerJSON {
				return offerJSON{o.Spec.Kind, o.Spec.Label, o.Spec.Basis, o.Refused == "", o.Refused, o.Main}
			}),
		},
	}
}

func newSuitJSON(s *cases.Suit) *suitJSON {
	if s == nil {
		return nil
	}
	return &suitJSON{
		Court: s.Court, CourtNumber: s.CourtNumber, Instance: s.Instance, InstanceLabel: s.Instance.Label(),
		Source: s.Source, SourceLabel: s.Source.Label(), Related: s.Related,
	}
}

func newActJSON(a procedure.Act) actJSON {
	return actJSON{
		ID: a.ID, Date: a.On, Kind: a.Kind, Label: procedure.ActLabel(a.Kind), Paper: a.Paper, Note: a.Note, By: a.By,
		Imported: a.Imported, Text: strings.Join(procedure.Describe(&a), "；"), Detail: a.Detail,
	}
}

func newPeriodJSON(p procedure.Period, law *procedure.Law, today calendar.Date) periodJSON {
	n := p.Count
	out := periodJSON{
		Rule: string(p.Rule.ID), Name: p.Rule.Name, Basis: p.Rule.Basis, Owner: p.Rule.Owner, Lapse: p.Rule.Lapse,
		From: p.From, Who: p.Who, Start: n.Start, N: n.N, Unit: n.Unit, Extended: p.Extended,
		Paused: n.Paused, PausedNow: n.Open, Raw: n.Raw, Skipped: each(n.Skipped, same), Due: n.Due,
		MadeUp: each(n.MadeUp, same), Pauses: each(n.Pauses, newPauseJSON), Expires: p.Rule.Expires, Internal: p.Rule.Internal,
		Provisional: n.Provisional, Done: p.Done, Late: p.Late(today), Steps: each(procedure.Explain(p, law), same),
	}
	if n.Missing != nil {
		out.Missing = n.Missing.Error()
	}
	return out
}
