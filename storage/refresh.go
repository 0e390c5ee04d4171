package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

// projectionRules counts the changes to procedure or cases.Project that give stored rows another content. Whoever makes
// one adds 1, and every office file is recomputed when it is next opened for writing.
const projectionRules = 5

// projectionVersion names what rows are computed with: the rules, the office's practice and every day of the holiday table.
func projectionVersion(law *procedure.Law) string {
	h, cal := sha256.New(), law.Calendar
	fmt.Fprintln(h, law.Practice)
	for _, y := range cal.Years() {
		fmt.Fprintln(h, y)
		for d := calendar.New(y, 1, 1); d.Year() == y; d++ {
			if e, ok := cal.Exception(d); ok {
				fmt.Fprintln(h, int(d), e.Rest)
			}
		}
	}
	return fmt.Sprintf("%d.%d-%s", projectionRules, forms.TallyVersion, hex.EncodeToString(h.Sum(nil)[:8]))
}

func storedVersion(ctx context.Context, q querier) (string, error) {
	var v string
	err := q.QueryRowContext(ctx, "SELECT version FROM projection WHERE id = 1").Scan(&v)
	if err == sql.ErrNoRows {
		return "", nil
	}
	return v, err
}

// staleRows names the cases whose rows must be computed anew; all of them if the rules or holidays changed.
func (o *Office) staleRows(ctx context.Context, today calendar.Date) ([]cases.ID, error) {
	v, err := storedVersion(ctx, o.read)
	if err != nil {
		return nil, err
	}
	if v != projectionVersion(o.Law()) {
		ids, err := selectIDs(ctx, o.read, "SELECT id FROM cases WHERE "+live+" ORDER BY id", nil)
		if err != nil || len(ids) > 0 {
			return ids, err
		}
		return nil, o.update(ctx, "projection", func(t *transaction) error { return t.saveVersion(ctx) })
	}
	return turned(ctx, o.read, today)
}

// turned names the cases whose stored rows time has changed by a day.
func turned(ctx context.Context, q querier, today calendar.Date) ([]cases.ID, error) {
	// Ordered here: asked to do it, SQLite walks the whole table in order instead of the index of the few that turn.
	ids, err := selectIDs(ctx, q, "SELECT id FROM case_list WHERE turns <> '' AND turns <= ?", []any{today.String()})
	slices.Sort(ids)
	return ids, err
}

func (t *transaction) saveVersion(ctx context.Context) error {
	_, err := t.ExecContext(ctx, "INSERT INTO projection (id, version) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version",
		projectionVersion(t.o.Law()))
	return err
}

// Rebuild computes every row of the projection anew from the acts.
func (o *Office) Rebuild(ctx context.Context) error {
	ids, err := selectIDs(ctx, o.read, "SELECT id FROM cases WHERE "+live+" ORDER BY id", nil)
	if err != nil {
		return fail("rebuild", err)
	}
	return o.reproject(ctx, ids)
}

func (o *Office) reproject(ctx context.Context, ids []cases.ID) error {
	return o.update(ctx, "refresh", func(t *transaction) error {
		in := newInserter(t, bulk)
		for len(ids) > 0 {
			n := min(chunk, len(ids))
			if err := in.replaceRows(ctx, ids[:n]); err != nil {
				return err
			}
			ids = ids[n:]
		}
		if err := t.saveVersion(ctx); err != nil {
			return err
		}
		return t.audit(ctx, actionRefresh, 0, refreshEntry{in.today.String(), in.list.written})
	})
}

func (in *inserter) replaceRows(ctx context.Context, ids []cases.ID) error {
	l := newLoader(in.t)
	if err := l.load(ctx, ids); err != nil {
		return err
	}
	list, args := inList(ids)
	if _, err := in.t.ExecContext(ctx, "DELETE FROM case_list WHERE id IN "+list, args...); err != nil {
		return err
	}
	for c := range l.found(ids) {
		in.addRow(c)
	}
	return in.flushRows(ctx)
}
