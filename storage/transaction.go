package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"fuyi/cases"
)

// querier reads, from a pool, a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// execer writes.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// transaction is one writing transaction: it has one time and one author, and ends with one audit entry.
type transaction struct {
	*sql.Tx
	o  *Office
	at time.Time
	// entry is the number its audit entry will have, chain the hash of the entry before.
	entry int64
	chain string
}

func (o *Office) begin(ctx context.Context, op string) (*transaction, error) {
	if o.write == nil {
		return nil, &cases.Error{Op: op, Kind: cases.Refused, Msg: "数据以只读方式打开，不能写入。请关闭其他正在使用这些数据的窗口后重新打开。"}
	}
	tx, err := o.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, fail(op, err)
	}
	t := &transaction{Tx: tx, o: o, at: o.opt.Now()}
	if t.entry, t.chain, err = lastEntry(ctx, tx); err != nil {
		return nil, fail(op, joinRollback(err, tx))
	}
	t.entry++
	return t, nil
}

func joinRollback(err error, tx *sql.Tx) error {
	// The first error is the one to report; a failed rollback leaves nothing committed either.
	_ = tx.Rollback()
	return err
}

// update runs f in a writing transaction that is committed unless f fails.
func (o *Office) update(ctx context.Context, op string, f func(*transaction) error) error {
	t, err := o.begin(ctx, op)
	if err != nil {
		return err
	}
	if err := f(t); err != nil {
		return fail(op, joinRollback(err, t.Tx))
	}
	return fail(op, t.Commit())
}

// stamp is the time of the transaction as it is stored.
func (t *transaction) stamp() string { return t.at.Format(time.RFC3339) }

// next gives out n numbers of a sequence and returns the first.
func (t *transaction) next(ctx context.Context, sequence string, n int) (int64, error) {
	var last int64
	if err := t.QueryRowContext(ctx, "SELECT last FROM sequences WHERE name = ?", sequence).Scan(&last); err != nil {
		return 0, err
	}
	_, err := t.ExecContext(ctx, "UPDATE sequences SET last = ? WHERE name = ?", last+int64(n), sequence)
	return last + 1, err
}

// Settings reads what the office says about itself; the zero Settings in a new office.
func (o *Office) Settings(ctx context.Context) (cases.Settings, error) {
	s, err := readSettings(ctx, o.read)
	return s, fail("settings", err)
}

func readSettings(ctx context.Context, q querier) (cases.Settings, error) {
	var s cases.Settings
	var data string
	err := q.QueryRowContext(ctx, "SELECT data FROM settings WHERE id = 1").Scan(&data)
	if err == sql.ErrNoRows {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	return s, json.Unmarshal([]byte(data), &s)
}

// SaveSettings replaces the settings; the audit trail keeps the old ones. Another practice gives cases other due dates, so
// the projection is then computed anew.
func (o *Office) SaveSettings(ctx context.Context, s cases.Settings) error {
	err := o.update(ctx, "save settings", func(t *transaction) error {
		before, err := readSettings(ctx, t)
		if err != nil {
			return err
		}
		data, err := json.Marshal(s)
		if err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, "INSERT INTO settings (id, data) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data", string(data)); err != nil {
			return err
		}
		return t.audit(ctx, actionSettings, 0, settingsEntry{before, s})
	})
	if err != nil {
		return err
	}
	if err := o.readLaw(ctx); err != nil {
		return err
	}
	return o.Refresh(ctx, o.day())
}

// Drafts lists unfinished registrations, newest first.
func (o *Office) Drafts(ctx context.Context) ([]cases.Draft, error) {
	rows, err := o.read.QueryContext(ctx, "SELECT id, title, data, saved FROM drafts ORDER BY saved DESC, id DESC")
	if err != nil {
		return nil, fail("drafts", err)
	}
	defer rows.Close()
	var out []cases.Draft
	for rows.Next() {
		var d cases.Draft
		if err := rows.Scan(&d.ID, &d.Title, &d.Data, &d.Saved); err != nil {
			return nil, fail("drafts", err)
		}
		out = append(out, d)
	}
	return out, fail("drafts", rows.Err())
}

// SaveDraft stores a draft, or replaces the one with its id, and returns the id. Drafts are no records: they are not
// audited.
func (o *Office) SaveDraft(ctx context.Context, d cases.Draft) (int64, error) {
	id := d.ID
	err := o.update(ctx, "save draft", func(t *transaction) error {
		if id > 0 {
			res, err := t.ExecContext(ctx, "UPDATE drafts SET title = ?, data = ?, saved = ? WHERE id = ?", d.Title, blob(d.Data), t.stamp(), id)
			if err != nil {
				return err
			}
			if n, err := res.RowsAffected(); err != nil || n > 0 {
				return err
			}
		}
		return t.QueryRowContext(ctx, "INSERT INTO drafts (title, data, saved) VALUES (?, ?, ?) RETURNING id", d.Title, blob(d.Data), t.stamp()).Scan(&id)
	})
	return id, err
}

// blob keeps an empty draft from becoming NULL.
func blob(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// DropDraft removes a draft; one that is gone already is no error.
func (o *Office) DropDraft(ctx context.Context, id int64) error {
	return o.update(ctx, "drop draft", func(t *transaction) error {
		_, err := t.ExecContext(ctx, "DELETE FROM drafts WHERE id = ?", id)
		return err
	})
}
