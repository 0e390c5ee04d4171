package storage

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fuyi/cases"
)

// backedUp is an office with one case more than its backup.
func backedUp(t *testing.T) (dir, backup string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "单位")
	o := openOffice(t, dir, true)
	fill(t, o, 5)
	backup = filepath.Join(t.TempDir(), "备份.db")
	must(t, o.Backup(context.Background(), backup))
	_, err := o.Register(context.Background(), application(1, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
	must(t, err)
	must(t, o.Close())
	return dir, backup
}

func total(t *testing.T, dir string) int {
	t.Helper()
	o := openOffice(t, dir, false)
	page, err := o.List(context.Background(), cases.Query{})
	must(t, err)
	must(t, o.Close())
	return page.Total
}

// A restore that cannot go through leaves the office as it was.
func TestRestoreThatStopsChangesNothing(t *testing.T) {
	dir, backup := backedUp(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Restore(ctx, dir, backup, options(t, true)); err == nil {
		t.Error("a cancelled restore succeeded")
	}
	if n := total(t, dir); n != 6 {
		t.Errorf("%d cases after a cancelled restore", n)
	}
	opt := options(t, true)
	opt.Now = nil
	wantKind(t, Restore(context.Background(), dir, backup, opt), cases.Internal)
	must(t, Restore(context.Background(), dir, backup, options(t, true)))
	if n := total(t, dir); n != 5 {
		t.Errorf("%d cases after the restore", n)
	}
}

// While somebody is in the middle of reading, the data under him is not exchanged.
func TestRestoreWaitsForReaders(t *testing.T) {
	dir, backup := backedUp(t)
	w := openOffice(t, dir, true)
	r := openOffice(t, dir, false)
	tx, err := r.read.BeginTx(context.Background(), nil)
	must(t, err)
	var n int
	must(t, tx.QueryRow("SELECT count(*) FROM cases").Scan(&n))
	_, err = w.Register(context.Background(), application(2, "王某", "平江街道办事处", "不服行政处罚决定", today))
	must(t, err)
	must(t, w.Close())
	wantKind(t, Restore(context.Background(), dir, backup, options(t, true)), cases.Conflict)
	must(t, tx.Rollback())
	must(t, r.Close())
	if n := total(t, dir); n != 7 {
		t.Errorf("%d cases", n)
	}
}

func TestFileInThePlaceOfAFolderIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "单位")
	must(t, os.WriteFile(path, nil, 0o600))
	_, err := Open(filepath.Join(path, "数据"), options(t, true))
	wantKind(t, err, cases.Invalid)
}
