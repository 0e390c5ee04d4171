package storage

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"fuyi/cases"
)

// organColumns are the columns of organs but the id, in the order of organValues.
const organColumns = "name, short, kind, level, field, code, superior, head, contact, phone, address, inactive, successor"

func organValues(o *cases.OrganRecord) []any {
	return []any{o.Name, o.Short, string(o.Kind), string(o.Level), o.Field, o.Code, o.Superior, o.Head, o.Contact, o.Phone, o.Address,
		flag(o.Inactive), o.Successor}
}

func scanOrgan(rows interface{ Scan(...any) error }) (o cases.OrganRecord, err error) {
	err = rows.Scan(&o.ID, &o.Name, &o.Short, &o.Kind, &o.Level, &o.Field, &o.Code, &o.Superior, &o.Head, &o.Contact, &o.Phone, &o.Address,
		&o.Inactive, &o.Successor)
	return o, err
}

// Organs lists the directory, active ones first, by kind and name.
func (o *Office) Organs(ctx context.Context) ([]cases.OrganRecord, error) {
	var out []cases.OrganRecord
	err := scanAll(ctx, o.read, "SELECT id, "+organColumns+" FROM organs", func(rows *sql.Rows) error {
		r, err := scanOrgan(rows)
		out = append(out, r)
		return err
	})
	sortByName(out, func(r cases.OrganRecord) (inactive bool, group int, name string) {
		return r.Inactive, slices.Index(cases.OrganKinds(), r.Kind), r.Name
	})
	return out, fail("organs", err)
}

func organByID(ctx context.Context, q querier, id int64) (cases.OrganRecord, error) {
	r, err := scanOrgan(q.QueryRowContext(ctx, "SELECT id, "+organColumns+" FROM organs WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		err = &cases.Error{Op: "organ", Kind: cases.NotFound, Msg: "名录里没有这个机关，可能已被删除。请刷新后再看。"}
	}
	return r, err
}

// SaveOrgan stores an organ, new or changed.
func (o *Office) SaveOrgan(ctx context.Context, r cases.OrganRecord) (int64, error) {
	r.Name = strings.TrimSpace(r.Name)
	if r.Name == "" {
		return 0, wrongField("save organ", "name", "请填写机关的全称。")
	}
	if !slices.Contains(cases.OrganKinds(), r.Kind) {
		return 0, wrongField("save organ", "kind", "请选择机关类型，管辖提示要用到它。")
	}
	err := o.update(ctx, "save organ", func(t *transaction) error {
		var same int
		if err := t.QueryRowContext(ctx, "SELECT count(*) FROM organs WHERE name = ? AND id <> ?", r.Name, r.ID).Scan(&same); err != nil {
			return err
		}
		if same > 0 {
			msg := "名录里已有“" + r.Name + "”，不必重复添加。"
			return &cases.Error{Op: "save organ", Kind: cases.Conflict, Msg: msg, Fields: map[string]string{"name": msg}}
		}
		return t.saveOrgan(ctx, &r)
	})
	return r.ID, err
}

func (t *transaction) saveOrgan(ctx context.Context, r *cases.OrganRecord) error {
	values := organValues(r)
	if r.ID == 0 {
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(values)), ", ")
		if err := t.QueryRowContext(ctx, "INSERT INTO organs ("+organColumns+") VALUES ("+marks+") RETURNING id", values...).Scan(&r.ID); err != nil {
			return err
		}
		return t.audit(ctx, actionOrgan, 0, organEntry{After: r})
	}
	before, err := organByID(ctx, t, r.ID)
	if err != nil || before == *r {
		return err
	}
	sets := strings.ReplaceAll(organColumns, ",", " = ?,") + " = ?"
	if _, err := t.ExecContext(ctx, "UPDATE organs SET "+sets+" WHERE id = ?", append(values, r.ID)...); err != nil {
		return err
	}
	return t.audit(ctx, actionOrgan, 0, organEntry{Before: &before, After: r})
}

// RemoveOrgan deletes an organ from the directory; cases keep its name.
func (o *Office) RemoveOrgan(ctx context.Context, id int64) error {
	return o.update(ctx, "remove organ", func(t *transaction) error {
		before, err := organByID(ctx, t, id)
		if err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, "DELETE FROM organs WHERE id = ?", id); err != nil {
			return err
		}
		return t.audit(ctx, actionOrgan, 0, organEntry{Before: &before})
	})
}

// Preference reads how a person likes the window, nil if nothing is stored.
func (o *Office) Preference(ctx context.Context, owner, name string) ([]byte, error) {
	var value []byte
	err := o.read.QueryRowContext(ctx, "SELECT value FROM preferences WHERE owner = ? AND name = ?", owner, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return value, fail("preference", err)
}

// SetPreference stores a value, or removes it with nil. Preferences are no records: they are not audited, and a read-only
// office keeps none.
func (o *Office) SetPreference(ctx context.Context, owner, name string, value []byte) error {
	if o.write == nil {
		return nil
	}
	return o.update(ctx, "preference", func(t *transaction) error {
		query, args := "DELETE FROM preferences WHERE owner = ? AND name = ?", []any{owner, name}
		if value != nil {
			query = "INSERT INTO preferences (owner, name, value) VALUES (?, ?, ?) ON CONFLICT (owner, name) DO UPDATE SET value = excluded.value"
			args = append(args, value)
		}
		_, err := t.ExecContext(ctx, query, args...)
		return err
	})
}
