package storage

import (
	"context"
	"database/sql"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// listTable is the projection. Nothing of it goes into footprints: it follows from the rest.
var listTable = newTable("case_list", nil, []string{"id", "kind", "handler", "applicants", "respondents", "state", "concluded", "received_on",
	"accepted_on", "concluded_on", "result", "due", "due_name", "provisional", "last_act", "turns", "as_of", "search", "enforcement"}, nil)

// project computes the row of a case. Acts dated after today are unseen until their day, so that day is one on which
// time alone changes the row.
func project(c *cases.Case, law *procedure.Law, today calendar.Date) cases.Row {
	t := procedure.Fold(c.Acts, c.Course(), law, today)
	return projected(c, &t, today)
}

// projected is project for a case whose timeline as of today is known.
func projected(c *cases.Case, t *procedure.Timeline, today calendar.Date) cases.Row {
	r := cases.RowOf(c, t)
	for i := range c.Acts {
		if on := c.Acts[i].On; on > today && (r.Turns.IsZero() || on < r.Turns) {
			r.Turns = on
		}
	}
	return r
}

// listValues are the values of listTable's columns.
func (in *inserter) listValues(r *cases.Row, c *cases.Case) []any {
	d := in.days.text
	return []any{int64(r.ID), string(r.Kind), r.Handler, r.Applicants, r.Respondents, string(r.State), flag(r.State.Concluded()),
		d(r.Received), d(r.Accepted), d(r.Concluded), r.Result, d(r.Due), r.DueName, flag(r.Provisional), d(r.LastAct), d(r.Turns),
		d(in.today), in.text.of(c), flag(r.Enforcement)}
}

// rowQuery reads what scanRow scans.
const rowQuery = "SELECT l.id, l.kind, c.number, l.applicants, l.respondents, c.subject, c.category, c.matter, l.handler, l.state, " +
	"l.received_on, l.accepted_on, l.concluded_on, l.result, l.due, l.due_name, l.provisional, c.court, c.instance, l.last_act, l.turns, " +
	"l.as_of, l.search, l.enforcement FROM case_list l JOIN cases c ON c.id = l.id "

// storedRow is a row of the projection with the day it was computed for.
type storedRow struct {
	cases.Row
	asOf   calendar.Date
	search string
}

func scanRow(rows *sql.Rows, days *dayTexts) (storedRow, error) {
	var r storedRow
	var received, accepted, concluded, due, lastAct, turns, asOf string
	err := rows.Scan(&r.ID, &r.Kind, &r.Number, &r.Applicants, &r.Respondents, &r.Subject, &r.Category, &r.Matter, &r.Handler, &r.State,
		&received, &accepted, &concluded, &r.Result, &due, &r.DueName, &r.Provisional, &r.Court, &r.Instance, &lastAct, &turns, &asOf, &r.search, &r.Enforcement)
	if err != nil {
		return r, err
	}
	return r, days.read([]string{received, accepted, concluded, due, lastAct, turns, asOf},
		&r.Received, &r.Accepted, &r.Concluded, &r.Due, &r.LastAct, &r.Turns, &r.asOf)
}

func (d *dayTexts) read(texts []string, to ...*calendar.Date) error {
	for i, s := range texts {
		v, err := d.day(s)
		if err != nil {
			return err
		}
		*to[i] = v
	}
	return nil
}

// queryRows reads rows of the projection with some ids, in the order of the ids' numbers.
func queryRows(ctx context.Context, q querier, ids []cases.ID) ([]storedRow, error) {
	list, args := inList(ids)
	rows, err := q.QueryContext(ctx, rowQuery+"WHERE l.id IN "+list+" ORDER BY l.id", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	days := newDayTexts()
	var out []storedRow
	for rows.Next() {
		r, err := scanRow(rows, days)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// chunk is how many ids one statement names.
const chunk = 400

// inList is "(?,?,...)" with its arguments.
func inList(ids []cases.ID) (string, []any) {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = int64(id)
	}
	return "(" + strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",") + ")", args
}

// rowsByID reads rows in the order of the ids; ids that are gone are left out.
func rowsByID(ctx context.Context, q querier, ids []cases.ID) ([]cases.Row, error) {
	at := make(map[cases.ID]int, len(ids))
	for i, id := range ids {
		at[id] = i
	}
	found := make([]cases.Row, len(ids))
	for len(ids) > 0 {
		n := min(chunk, len(ids))
		rows, err := queryRows(ctx, q, ids[:n])
		if err != nil {
			return nil, err
		}
		for i := range rows {
			found[at[rows[i].ID]] = rows[i].Row
		}
		ids = ids[n:]
	}
	out := found[:0]
	for _, r := range found {
		if r.ID != 0 {
			out = append(out, r)
		}
	}
	return out, nil
}

// stateCodes numbers the states in procedural order, for sorting and for the catalogue.
func stateCodes() map[procedure.State]uint8 {
	out := map[procedure.State]uint8{procedure.Unregistered: 0}
	for _, suit := range []bool{false, true} {
		for _, s := range procedure.States(suit) {
			if _, ok := out[s]; !ok {
				out[s] = uint8(len(out))
			}
		}
	}
	return out
}
