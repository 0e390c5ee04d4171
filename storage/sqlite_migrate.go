package storage

import (
	"context"
	"database/sql"
	_ "embed" // the schema
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fuyi/cases"
)

// The schemas by version.
var (
	//go:embed sqlite_schema_1.sql
	schema1 string
	//go:embed sqlite_schema_2.sql
	schema2 string
	//go:embed sqlite_schema_3.sql
	schema3 string
	//go:embed sqlite_schema_4.sql
	schema4 string
	//go:embed sqlite_schema_5.sql
	schema5 string
	//go:embed sqlite_schema_6.sql
	schema6 string
)

// migration brings a file from the version before to its own; its number is its place in the list.
type migration struct {
	// name is a word for the log.
	name string
	sql  string
}

// migrations lists all, oldest first. A published one is never changed.
func migrations() []migration {
	return []migration{{"first version", schema1}, {"corrections, ticks and holiday notices", schema2},
		{"facts that change, the bin, papers, people, organs, preferences", schema3}, {"sealed periods", schema4}, {"tallies", schema5}, {"enforcement in lists", schema6}}
}

// migrate brings an inspected file up to the newest version, each step in its own transaction. A file that holds anything is
// copied into backups/ first.
func migrate(db *sql.DB, dir string, steps []migration, now func() time.Time) error {
	ctx := context.Background()
	app, version, tables, err := header(ctx, db)
	if err != nil {
		return fail("migrate", err)
	}
	if version == len(steps) {
		return nil
	}
	if app != 0 || tables > 0 {
		if err := keepCopy(ctx, db, dir, fmt.Sprintf("升级前-第%d版", version), now()); err != nil {
			return err
		}
	}
	for n := version; n < len(steps); n++ {
		if err := step(ctx, db, n, steps[n]); err != nil {
			return err
		}
	}
	return nil
}

// step runs one migration. The version is read again inside the transaction: only then nobody else can move it.
func step(ctx context.Context, db *sql.DB, from int, m migration) error {
	tx, err := db.BeginTx(ctx, nil) // BEGIN IMMEDIATE by the data source name
	if err != nil {
		return fail("migrate", err)
	}
	defer tx.Rollback()
	var version int
	if err := tx.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return fail("migrate", err)
	}
	if version != from {
		return nil
	}
	script := fmt.Sprintf("%s;\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;", m.sql, applicationID, from+1)
	if _, err := tx.ExecContext(ctx, script); err != nil {
		return &cases.Error{Op: "migrate to " + m.name, Kind: cases.Internal, Err: err,
			Msg: fmt.Sprintf("数据文件升级到第%d版失败，文件保持原样，升级前的备份在“%s”文件夹中。请把日志文件交给维护人员。", from+1, backupsName)}
	}
	return fail("migrate", tx.Commit())
}

// keepCopy writes a copy of the open database into backups/.
func keepCopy(ctx context.Context, q execer, dir, why string, at time.Time) error {
	folder := filepath.Join(dir, backupsName)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fail("backup", err)
	}
	path, err := freeName(folder, why+"-"+at.Format("20060102-150405"))
	if err != nil {
		return err
	}
	return vacuumInto(ctx, q, path)
}

// freeName finds a name in the folder that no file has.
func freeName(folder, base string) (string, error) {
	for n := 0; n < 1000; n++ {
		name := base + ".db"
		if n > 0 {
			name = fmt.Sprintf("%s-%d.db", base, n)
		}
		path := filepath.Join(folder, name)
		if _, err := os.Lstat(path); os.IsNotExist(err) {
			return path, nil
		}
	}
	return "", &cases.Error{Op: "backup", Kind: cases.Conflict, Msg: "“" + folder + "”中的备份太多，请先整理后再试。"}
}
