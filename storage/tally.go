package storage

import (
	"context"
	"database/sql"
	"slices"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

var (
	_ forms.Tallied = (*Office)(nil)
	_ cases.Picker  = (*Office)(nil)
)

// tallyTable holds what counting needs of a case. Like the projection it follows from the rest and goes into no footprint.
var tallyTable = newTable("tallies", nil, []string{"id", "data"}, nil)

// addRow writes the row of the projection of a case, and its tally.
func (in *inserter) addRow(c *cases.Case) {
	law := in.t.o.Law()
	t := procedure.Fold(c.Acts, c.Course(), law, in.today)
	row := projected(c, &t, in.today)
	in.list.add(in.listValues(&row, c)...)
	in.tallies.add(int64(c.ID), forms.Tally(c, &t, in.today))
}

// flushRows writes what addRow has collected.
func (in *inserter) flushRows(ctx context.Context) error {
	if err := in.list.flush(ctx, in.t.Tx, true); err != nil {
		return err
	}
	return in.tallies.flush(ctx, in.t.Tx, true)
}

// EachTally goes through the stored tallies. Those written with another law than the office now reads by are not used.
func (o *Office) EachTally(ctx context.Context, s cases.Span, expect func(n int), tally func(id cases.ID, data []byte) bool, load func(*cases.Case) error) error {
	tx, err := o.read.BeginTx(ctx, nil)
	if err != nil {
		return fail("tallies", err)
	}
	defer tx.Rollback()
	rest, err := o.tallies(ctx, tx, expect, tally)
	if err == nil {
		rest, err = within(ctx, tx, s, rest)
	}
	if err != nil {
		return fail("tallies", err)
	}
	var own error // of load, which the caller gets back as it is
	err = eachCase(ctx, tx, rest, func(c *cases.Case) error {
		own = load(c)
		return own
	})
	if own != nil {
		return own
	}
	return fail("tallies", err)
}

// tallies hands out the tallies and returns the listed cases that these do not tell of, in order.
func (o *Office) tallies(ctx context.Context, q querier, expect func(n int), tally func(id cases.ID, data []byte) bool) ([]cases.ID, error) {
	v, err := storedVersion(ctx, q)
	if err != nil {
		return nil, err
	}
	var listed int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM case_list").Scan(&listed); err != nil {
		return nil, err
	}
	expect(listed)
	if v != projectionVersion(o.Law()) {
		return selectIDs(ctx, q, "SELECT id FROM case_list ORDER BY id", nil)
	}
	rest, seen, err := readTallies(ctx, q, nil, tally)
	if err != nil || seen == listed {
		return rest, err
	}
	// Every tally has its row, so rows without a tally are what is missing.
	missing, err := selectIDs(ctx, q, "SELECT id FROM case_list EXCEPT SELECT id FROM tallies", nil)
	rest = append(rest, missing...)
	slices.Sort(rest)
	return rest, err
}

// readTallies hands out the tallies of some cases, of all for nil; it counts them and returns the cases whose tally was refused.
func readTallies(ctx context.Context, q querier, ids []cases.ID, tally func(id cases.ID, data []byte) bool) (refused []cases.ID, seen int, err error) {
	where, args := "", []any(nil)
	if ids != nil {
		where, args = inList(ids)
		where = " WHERE id IN " + where
	}
	rows, err := q.QueryContext(ctx, "SELECT id, data FROM tallies"+where+" ORDER BY id", args...)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	var id cases.ID
	var data sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&id, &data); err != nil {
			return nil, 0, err
		}
		seen++
		if !tally(id, data) {
			refused = append(refused, id)
		}
	}
	return refused, seen, rows.Err()
}

// within keeps the ids of the cases of a span.
func within(ctx context.Context, q querier, s cases.Span, ids []cases.ID) ([]cases.ID, error) {
	where, args := spanWhere(s)
	var out []cases.ID
	for part := range slices.Chunk(ids, chunk) {
		list, named := inList(part)
		found, err := selectIDs(ctx, q, "SELECT id FROM case_list WHERE id IN "+list+" AND "+where+" ORDER BY id", append(named, args...))
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// EachOf loads cases in blocks.
func (o *Office) EachOf(ctx context.Context, ids []cases.ID, f func(*cases.Case) error) error {
	l := newLoader(o.read)
	for part := range slices.Chunk(ids, chunk) {
		if err := l.load(ctx, part); err != nil {
			return fail("each of", err)
		}
		for c := range l.found(part) {
			if err := f(c); err != nil {
				return err
			}
		}
	}
	return nil
}
