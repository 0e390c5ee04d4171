package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fuyi/cases"
)

// filesBeside is the folder beside a backup that holds the contents of the papers: 备份.db and 备份.files.
func filesBeside(backup string) string { return strings.TrimSuffix(backup, ".db") + ".files" }

// Backup writes a copy of the office to path: one consistent state of the data, while others go on reading and writing, and
// beside it the contents of all papers, if there are any. The copy is opened and verified before it gets its name. An existing
// file is never replaced.
func (o *Office) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fail("backup", err)
	}
	if _, err := os.Lstat(path); err == nil {
		return &cases.Error{Op: "backup", Kind: cases.Conflict, Msg: "“" + path + "”已经存在，没有覆盖。请换一个文件名。"}
	}
	// A name of its own: whatever lies beside the backup belongs to somebody.
	part, err := spareName(path)
	if err != nil {
		return fail("backup", err)
	}
	if err := vacuumInto(ctx, o.read, part); err != nil {
		return errors.Join(err, removeAny(part))
	}
	// Contents after the data: what comes in meanwhile is more than the data refers to, never less.
	if err := copyFiles(ctx, filesBeside(path), filepath.Join(o.dir, filesName)); err != nil {
		return fail("backup", errors.Join(err, removeAny(part)))
	}
	// A link fails where a rename would replace a file that has come meanwhile; some media know no links.
	if err := os.Link(part, path); err == nil {
		return fail("backup", os.Remove(part))
	} else if errors.Is(err, fs.ErrExist) {
		return fail("backup", errors.Join(err, os.Remove(part)))
	}
	if _, err := os.Lstat(path); err == nil {
		return fail("backup", errors.Join(fs.ErrExist, os.Remove(part)))
	}
	return fail("backup", os.Rename(part, path))
}

// spareName makes an empty file beside a path that nobody else has.
func spareName(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.part")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

func removeAny(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// vacuumInto copies the database to a new file, verifies the copy and brings it to the disk.
func vacuumInto(ctx context.Context, q execer, path string) error {
	// SQLite fills an empty file that exists, and so keeps its mode.
	if err := private(path); err != nil {
		return fail("backup", err)
	}
	if _, err := q.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fail("backup", err)
	}
	if _, err := verify(ctx, path); err != nil {
		return err
	}
	return fail("backup", syncFile(path))
}

// verify opens a file as it lies there and checks that it is a sound office file; it returns its version.
func verify(ctx context.Context, path string) (version int, err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return 0, &cases.Error{Op: "verify", Kind: cases.NotFound, Err: err, Msg: "没有找到文件“" + path + "”。请检查位置。"}
	}
	// A backup is complete in itself and nobody writes it: immutable keeps SQLite from leaving files beside it.
	db, err := readPool(path, "mode=ro&immutable=1")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	app, version, _, err := header(ctx, db)
	switch {
	case err != nil:
		return 0, fail("verify", err)
	case app != applicationID:
		return 0, foreign(path, nil)
	case version > len(migrations()):
		return 0, newer(path)
	}
	problems, err := integrity(ctx, db)
	if err != nil {
		return 0, fail("verify", err)
	}
	if len(problems) > 0 {
		return 0, &cases.Error{Op: "verify", Kind: cases.Damaged, Msg: "文件“" + path + "”已经损坏，不能使用：" + problems[0].Msg}
	}
	return version, nil
}

// Restore puts a backup in the place of an office's data. The replaced data is kept in backups/. It takes the writer's
// lock, so no window may have the office open for writing.
func Restore(ctx context.Context, dir, backup string, opt Options) error {
	if opt.Now == nil {
		return incomplete()
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return fail("restore", err)
	}
	if backup, err = filepath.Abs(backup); err != nil {
		return fail("restore", err)
	}
	if _, err := verify(ctx, backup); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, filesName), 0o700); err != nil {
		return fail("restore", err)
	}
	lock, err := takeLock(dir)
	if err != nil {
		return err
	}
	defer lock.Unlock()
	target := filepath.Join(dir, dataName)
	part := target + ".restore"
	if err := copyFile(part, backup); err != nil {
		return fail("restore", errors.Join(err, removeAny(part)))
	}
	if err := copyFiles(ctx, filepath.Join(dir, filesName), filesBeside(backup)); err != nil {
		return fail("restore", errors.Join(err, removeAny(part)))
	}
	if err := setAside(ctx, dir, opt); err != nil {
		return errors.Join(err, removeAny(part))
	}
	if err := ctx.Err(); err != nil {
		return errors.Join(err, removeAny(part))
	}
	if err := os.Rename(part, target); err != nil {
		return &cases.Error{Op: "restore", Kind: cases.Conflict, Err: errors.Join(err, removeAny(part)),
			Msg: "不能替换“" + target + "”，它可能正被另一个程序打开。请关闭所有窗口后再试，原有数据没有改变。"}
	}
	return fail("restore", syncFolder(dir))
}

// setAside keeps the present data in backups/ and leaves no -wal beside it that SQLite would take for the new file's.
func setAside(ctx context.Context, dir string, opt Options) error {
	target := filepath.Join(dir, dataName)
	if _, err := os.Stat(target); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	// The writer would drop the -wal of a file that is no database: such a file is not opened for writing at all.
	if inspect(target, len(migrations())) == nil {
		// Whatever is not damage (somebody reads, the clerk has cancelled, the disk is full) leaves everything as it is.
		if err := closeCleanly(ctx, dir, opt); cases.KindOf(err) != cases.Damaged {
			return err
		}
	}
	// Data that SQLite cannot read is kept as it lies there, with what lies beside it.
	folder := filepath.Join(dir, backupsName)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fail("restore", err)
	}
	kept, err := freeName(folder, "恢复前-已损坏-"+opt.Now().Format("20060102-150405"))
	if err != nil {
		return err
	}
	for _, tail := range []string{"", "-wal"} {
		if err := copyFile(kept+tail, target+tail); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fail("restore", err)
		}
	}
	for _, tail := range []string{"-wal", "-shm"} {
		if err := removeAny(target + tail); err != nil {
			return fail("restore", err)
		}
	}
	return nil
}

// closeCleanly copies the present data into backups/ and empties its -wal.
func closeCleanly(ctx context.Context, dir string, opt Options) error {
	db, err := openWriter(filepath.Join(dir, dataName))
	if err != nil {
		return err
	}
	var busy, pages, moved int
	err = db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved)
	if err == nil && busy != 0 {
		err = beingRead(dir)
	}
	if err == nil {
		err = keepCopy(ctx, db, dir, "恢复前", opt.Now())
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return fail("restore", err)
	}
	if info, err := os.Stat(filepath.Join(dir, dataName+"-wal")); err == nil && info.Size() > 0 {
		return beingRead(dir)
	}
	return nil
}

func beingRead(dir string) error {
	return &cases.Error{Op: "restore", Kind: cases.Conflict,
		Msg: "另一个窗口或命令正在读取“" + dir + "”中的数据，现在不能恢复，原有数据没有改变。请先关闭它，再试一次。"}
}

func copyFile(to, from string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder brings a rename to the disk. Windows has no such call for folders and needs none.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && filepath.Separator == '/' {
		return err
	}
	return nil
}

// integrity asks SQLite for faults of the file and for rows that refer to nothing.
func integrity(ctx context.Context, q querier) ([]Problem, error) {
	var out []Problem
	err := scanAll(ctx, q, "PRAGMA integrity_check(5)", func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		if err == nil && s != "ok" {
			out = append(out, Problem{Msg: "数据文件的内部结构有错误（" + s + "）。请用备份恢复。"})
		}
		return err
	})
	if err != nil {
		return out, err
	}
	err = scanAll(ctx, q, "PRAGMA foreign_key_check", func(rows *sql.Rows) error {
		var name, parent string
		var rowid sql.NullInt64
		var fk int
		err := rows.Scan(&name, &rowid, &parent, &fk)
		if err == nil {
			out = append(out, Problem{Msg: fmt.Sprintf("表 %s 中有一行所属的案件或导入（%s）已不存在。请用备份恢复。", name, parent)})
		}
		return err
	})
	return out, err
}

func scanAll(ctx context.Context, q querier, query string, scan func(*sql.Rows) error, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
