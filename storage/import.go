package storage

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"fuyi/cases"
)

// importing is a running import. It holds the writing connection until it ends.
type importing struct {
	ctx    context.Context
	t      *transaction
	in     *inserter
	source cases.ImportSource
	id     int64
	// known are the folded numbers that exist, by kind.
	known map[cases.Kind]map[string]struct{}
	// nextCase and nextAct are the numbers given out next.
	nextCase, nextAct int64
	done              bool
	// failed is the error of the database that the import cannot go on after: SQLite may have rolled it back.
	failed error
}

// BeginImport starts the transaction of a ledger import. Other writes wait until it ends.
func (o *Office) BeginImport(ctx context.Context, source cases.ImportSource) (cases.Import, error) {
	t, err := o.begin(ctx, "import")
	if err != nil {
		return nil, err
	}
	im := &importing{ctx: ctx, t: t, source: source, known: map[cases.Kind]map[string]struct{}{}}
	if err := im.start(ctx); err != nil {
		return nil, fail("import", joinRollback(err, t.Tx))
	}
	return im, nil
}

func (im *importing) start(ctx context.Context) error {
	t := im.t
	if _, err := t.ExecContext(ctx, importCache); err != nil {
		return err
	}
	err := t.QueryRowContext(ctx, "INSERT INTO imports (file, hash, at, day, recorded_by, cases, first_case, last_case, audit_id, undone) "+
		"VALUES (?, ?, ?, ?, ?, 0, 0, 0, ?, 0) RETURNING id", im.source.File, im.source.Hash, t.stamp(), t.o.day().String(), t.o.Author(), t.entry).Scan(&im.id)
	if err != nil {
		return err
	}
	if im.nextCase, err = t.next(ctx, "case", 0); err != nil {
		return err
	}
	if im.nextAct, err = t.next(ctx, "act", 0); err != nil {
		return err
	}
	im.in = newInserter(t, bulk)
	im.in.importID = im.id
	return im.readNumbers(ctx)
}

func (im *importing) readNumbers(ctx context.Context) error {
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		im.known[k] = map[string]struct{}{}
	}
	rows, err := im.t.QueryContext(ctx, "SELECT kind, number_key FROM cases")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var k cases.Kind
		var key string
		if err := rows.Scan(&k, &key); err != nil {
			return err
		}
		im.known[k][key] = struct{}{}
	}
	return rows.Err()
}

// Add stores a case unless its number exists. The case may be used again afterwards.
func (im *importing) Add(c *cases.Case) (bool, error) {
	if im.done {
		return false, &cases.Error{Op: "import", Kind: cases.Internal, Msg: "导入已经结束，不能再加入案件。请重新导入。"}
	}
	if err := cmp.Or(im.failed, im.ctx.Err()); err != nil {
		return false, err
	}
	if err := complete(c); err != nil {
		return false, err
	}
	key := foldText(c.Number)
	if _, ok := im.known[c.Kind][key]; ok {
		return true, nil
	}
	im.known[c.Kind][key] = struct{}{}
	n := *c
	n.Acts = slices.Clone(c.Acts)
	number(&n, im.nextCase, im.nextAct, im.t.o.Author())
	im.nextCase++
	im.nextAct += int64(len(n.Acts))
	// The statements of the transaction get no cancellable context: watching it would cost more than the rows.
	im.failed = fail("import", im.in.add(context.WithoutCancel(im.ctx), &n))
	return false, im.failed
}

// Commit ends the import. An import that added nothing leaves nothing behind and has the id 0.
func (im *importing) Commit() (int64, error) {
	if im.done {
		return 0, &cases.Error{Op: "import", Kind: cases.Internal, Msg: "导入已经结束。"}
	}
	if im.failed != nil {
		return 0, errors.Join(im.failed, im.Rollback())
	}
	if im.in.print.Cases == 0 {
		return 0, im.Rollback()
	}
	if err := im.finish(im.ctx); err != nil {
		return 0, fail("import", errors.Join(err, im.Rollback()))
	}
	im.done = true
	if err := errors.Join(im.t.Commit(), im.end()); err != nil {
		return 0, fail("import", err)
	}
	return im.id, nil
}

func (im *importing) finish(ctx context.Context) error {
	t := im.t
	print, err := im.in.footprint(ctx)
	if err != nil {
		return err
	}
	for name, last := range map[string]int64{"case": im.nextCase - 1, "act": im.nextAct - 1} {
		if _, err := t.ExecContext(ctx, "UPDATE sequences SET last = ? WHERE name = ?", last, name); err != nil {
			return err
		}
	}
	if _, err := t.ExecContext(ctx, "UPDATE imports SET cases = ?, first_case = ?, last_case = ? WHERE id = ?", print.Cases, print.FirstCase, print.LastCase, im.id); err != nil {
		return err
	}
	return t.audit(ctx, actionImport, 0, importEntry{im.id, im.source.File, im.source.Hash, print})
}

// end gives the memory of the import back. The cache belongs to the connection, not to the transaction, which may be
// over: a cancelled context rolls it back.
func (im *importing) end() error {
	im.in, im.known = nil, nil
	_, err := im.t.o.write.ExecContext(context.WithoutCancel(im.ctx), usualCache)
	return err
}

// Rollback drops an import that was not committed.
func (im *importing) Rollback() error {
	if im.done {
		return nil
	}
	im.done = true
	// A cancelled context has rolled the transaction back already.
	err := im.t.Rollback()
	if errors.Is(err, sql.ErrTxDone) {
		err = nil
	}
	return fail("import", errors.Join(err, im.end()))
}

// Imports lists past imports, newest first.
func (o *Office) Imports(ctx context.Context) ([]cases.ImportRecord, error) {
	rows, err := o.read.QueryContext(ctx, "SELECT id, file, at, cases, undone, day, recorded_by FROM imports ORDER BY id DESC")
	if err != nil {
		return nil, fail("imports", err)
	}
	defer rows.Close()
	days := newDayTexts()
	var out []cases.ImportRecord
	for rows.Next() {
		var r cases.ImportRecord
		var day string
		err := rows.Scan(&r.ID, &r.File, &r.At, &r.Cases, &r.Undone, &day, &r.ImportedBy)
		if err == nil {
			r.Imported, err = days.day(day)
		}
		if err != nil {
			return nil, fail("imports", err)
		}
		out = append(out, r)
	}
	return out, fail("imports", rows.Err())
}

// UndoImport removes all cases of an import in one transaction, unless one of them was worked on since.
func (o *Office) UndoImport(ctx context.Context, id int64) error {
	return o.update(ctx, "undo import", func(t *transaction) error {
		records, err := t.importToUndo(ctx, id)
		if err != nil {
			return err
		}
		removed, err := t.untouched(ctx, records)
		if err != nil {
			return err
		}
		for _, q := range []string{"DELETE FROM case_list WHERE id IN (SELECT id FROM cases WHERE import_id = ?)",
			"DELETE FROM notes WHERE case_id IN (SELECT id FROM cases WHERE import_id = ?)",
			"DELETE FROM acts WHERE case_id IN (SELECT id FROM cases WHERE import_id = ?)",
			"DELETE FROM details WHERE case_id IN (SELECT id FROM cases WHERE import_id = ?)",
			"DELETE FROM parties WHERE case_id IN (SELECT id FROM cases WHERE import_id = ?)",
			"DELETE FROM cases WHERE import_id = ?",
			"UPDATE imports SET undone = 1 WHERE id = ?"} {
			if _, err := t.ExecContext(ctx, q, id); err != nil {
				return err
			}
		}
		return t.audit(ctx, actionUndo, 0, undoEntry{id, records.file, removed})
	})
}

type importRow struct {
	id, entry int64
	file      string
	undone    bool
}

func (t *transaction) importToUndo(ctx context.Context, id int64) (importRow, error) {
	rows, err := t.QueryContext(ctx, "SELECT id, audit_id, file, undone FROM imports WHERE id = ?", id)
	if err != nil {
		return importRow{}, err
	}
	defer rows.Close()
	if !rows.Next() {
		return importRow{}, errors.Join(rows.Err(), &cases.Error{Op: "undo import", Kind: cases.NotFound, Msg: "没有找到这次导入，无法撤销。"})
	}
	var r importRow
	if err := rows.Scan(&r.id, &r.entry, &r.file, &r.undone); err != nil {
		return r, err
	}
	if r.undone {
		return r, &cases.Error{Op: "undo import", Kind: cases.Refused, Msg: "“" + r.file + "”的这次导入已经撤销过了，不必再撤销。"}
	}
	return r, nil
}

// untouched lists the import's cases, or refuses naming those that were worked on since.
func (t *transaction) untouched(ctx context.Context, im importRow) ([]removedCase, error) {
	rows, err := t.QueryContext(ctx, "SELECT id, number, touched FROM cases WHERE import_id = ? ORDER BY id", im.id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []removedCase
	var touched []string
	for rows.Next() {
		var c removedCase
		var entry int64
		if err := rows.Scan(&c.ID, &c.Number, &entry); err != nil {
			return nil, err
		}
		if entry != im.entry {
			touched = append(touched, c.Number)
		}
		out = append(out, c)
	}
	if len(touched) > 0 {
		return nil, touchedSince(im.file, touched)
	}
	return out, rows.Err()
}
