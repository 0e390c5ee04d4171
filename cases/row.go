package cases

import (
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Row is a case as lists show it: the projection stored beside the case, rebuilt from the acts at any time.
type Row struct {
	ID     ID
	Kind   Kind
	Number string
	// Enforcement is true for a court case that is no suit (非诉执行).
	Enforcement bool
	// Applicants and Respondents are names joined by 、 (原告 and 被告 in litigation, 被执行人 and 申请执行人 in 非诉执行).
	Applicants, Respondents string
	Subject                 string
	Category, Matter        string
	Handler                 string
	State                   procedure.State
	// Received, Accepted, Concluded as in procedure.Timeline.
	Received, Accepted, Concluded calendar.Date
	// Result is the headline result in Chinese (撤销, 维持, 调解, 驳回诉讼请求 ...), "" while open.
	Result string
	// Due is the day the next running period ends, DueName its name; zero if none runs. Provisional marks a date
	// computed without holiday data (推算).
	Due         calendar.Date
	DueName     string
	Provisional bool
	// Court and Instance of a suit.
	Court    string
	Instance Instance
	// LastAct is the day of the latest act; Turns the next day on which time alone changes this row.
	LastAct, Turns calendar.Date
}

// Title is who against whom, as Case.Title says it.
func (r *Row) Title() string { return titled(r.Kind, r.Enforcement, r.Applicants, r.Respondents) }

// KindLabel is what the case is in words, as Case.KindLabel says it.
func (r *Row) KindLabel() string { return kindLabel(r.Kind, r.Enforcement) }

// Project computes the row of a case as of a day.
func Project(c *Case, law *procedure.Law, today calendar.Date) Row {
	t := procedure.Fold(c.Acts, c.Course(), law, today)
	return RowOf(c, &t)
}

// RowOf is the row of a case whose timeline is known.
func RowOf(c *Case, t *procedure.Timeline) Row {
	r := Row{
		ID: c.ID, Kind: c.Kind, Number: c.Number, Enforcement: c.Enforcement(),
		Applicants: c.Joined(Applicant), Respondents: c.Joined(Respondent),
		Subject: c.Subject, Category: c.Class.Category, Matter: c.Class.Matter, Handler: c.Handler,
		State: t.State, Received: t.Received, Accepted: t.Accepted, Concluded: t.Concluded,
		Result: procedure.Headline(c.Acts), Turns: t.Turns,
	}
	if p, ok := t.Next(); ok {
		r.Due, r.DueName, r.Provisional = p.Count.Due, p.Rule.Name, p.Count.Provisional
	}
	if h := t.Hearing; !h.IsZero() && (r.Due.IsZero() || h < r.Due) {
		r.Due, r.DueName, r.Provisional = h, c.Kind.Hearing(), false
	}
	if c.Suit != nil {
		r.Court, r.Instance = c.Suit.Court, c.Suit.Instance
	}
	for _, a := range c.Acts {
		r.LastAct = max(r.LastAct, a.On)
	}
	return r
}
