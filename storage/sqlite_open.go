package storage

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"fuyi/cases"
)

// applicationID marks the files of this program: "fuyi" in ASCII.
const applicationID = 0x66757969

// dsn builds a data source name. The path is escaped, because a plain path is cut at ? and #, and a DSN without file:
// ignores mode=ro. Pragmas stand in the name so that every connection of a pool gets them; busy_timeout comes first.
func dsn(path string, params []string, pragmas ...string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/Users/... becomes file:///C:/Users/...
	}
	for _, pragma := range append([]string{"busy_timeout(10000)"}, pragmas...) {
		params = append(params, "_pragma="+url.QueryEscape(pragma))
	}
	return (&url.URL{Scheme: "file", Path: p, RawQuery: strings.Join(params, "&")}).String()
}

// openWriter opens the single writing connection.
func openWriter(path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, []string{"mode=rwc", "_txlock=immediate"},
		"journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "trusted_schema(0)", "temp_store(MEMORY)"))
	if err != nil {
		return nil, fail("open", err)
	}
	db.SetMaxOpenConns(1)
	return reachable(db, path)
}

// openReader opens the read-only pool. SQLite wants to write its -shm file even to read; where the folder forbids that
// (a read-only medium) and no change waits in the -wal file, the file is read as immutable.
func openReader(path string) (*sql.DB, error) {
	db, err := readPool(path, "mode=ro")
	if err == nil {
		return db, nil
	}
	if !hasCode(err, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR) {
		return nil, err
	}
	if info, e := os.Stat(path + "-wal"); e == nil && info.Size() > 0 {
		return nil, err
	}
	return readPool(path, "mode=ro&immutable=1")
}

// readPool reads only by its mode; the pragma query_only would also forbid the VACUUM INTO of a backup.
func readPool(path, mode string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, []string{mode}, "trusted_schema(0)", "temp_store(MEMORY)", "cache_size(-8192)"))
	if err != nil {
		return nil, fail("open", err)
	}
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(4)
	return reachable(db, path)
}

// reachable makes the first connection, so that a file that is no database is found out here.
func reachable(db *sql.DB, path string) (*sql.DB, error) {
	var n int
	if err := db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&n); err != nil {
		if hasCode(err, sqlite3.SQLITE_NOTADB) {
			err = foreign(path, err)
		}
		return nil, errors.Join(fail("open", err), db.Close())
	}
	return db, nil
}

// header reads what marks a file: its application and version, and whether it holds tables.
func header(ctx context.Context, q querier) (app, version, tables int, err error) {
	if err = q.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app); err != nil {
		return
	}
	if err = q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return
	}
	err = q.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables)
	return
}

// inspect refuses a foreign or newer file before anything is written to it: even the writer's journal mode would be.
func inspect(path string, newest int) error {
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return nil // openWriter creates it, or says why it cannot
	}
	db, err := openReader(path)
	if err != nil {
		return err
	}
	defer db.Close()
	app, version, tables, err := header(context.Background(), db)
	switch {
	case err != nil:
		return fail("open", err)
	case app != applicationID && (app != 0 || version != 0 || tables != 0):
		return foreign(path, nil)
	case version > newest:
		return newer(path)
	}
	return nil
}

// checkVersion refuses a file that is not an office of exactly the version this program reads.
func checkVersion(db *sql.DB, dir string, newest int) error {
	path := filepath.Join(dir, dataName)
	app, version, tables, err := header(context.Background(), db)
	switch {
	case err != nil:
		return fail("open", err)
	case app == 0 && version == 0 && tables == 0:
		return missing(dir)
	case app != applicationID:
		return foreign(path, nil)
	case version > newest:
		return newer(path)
	case version < newest:
		return &cases.Error{Op: "open", Kind: cases.Refused,
			Msg: "“" + path + "”由旧版程序建立，需要先升级。请用本程序打开一次窗口（会自动备份并升级），再执行这个操作。"}
	}
	return nil
}

func foreign(path string, err error) error {
	return &cases.Error{Op: "open", Kind: cases.Damaged, Err: err,
		Msg: "“" + path + "”不是本程序的数据文件，或文件已经损坏，没有打开。请检查位置，或用备份恢复。"}
}

func newer(path string) error {
	return &cases.Error{Op: "open", Kind: cases.Damaged,
		Msg: "“" + path + "”由更新版本的程序建立，本程序不能打开。请安装新版程序后再打开。"}
}

// hasCode reports whether err comes from SQLite with one of the primary result codes.
func hasCode(err error, codes ...int) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, c := range codes {
		if e.Code()&0xff == c {
			return true
		}
	}
	return false
}

// fail gives an error its sentence. Errors that have one already and cancelled contexts pass unchanged.
func fail(op string, err error) error {
	var known *cases.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	out := &cases.Error{Op: op, Kind: cases.Internal, Err: err, Msg: "读写数据时遇到未预料的错误，操作没有完成，已有数据不受影响。请把日志文件交给维护人员。"}
	for _, row := range sentences {
		if hasCode(err, row.codes...) {
			out.Kind, out.Msg = row.kind, row.msg
			return out
		}
	}
	if errors.Is(err, os.ErrPermission) {
		out.Kind, out.Msg = cases.Refused, "没有读写数据文件夹的权限，操作没有完成。请检查文件夹的权限，或换一个位置。"
	}
	return out
}

// sentences says in Chinese what SQLite's result codes mean to a clerk. It is read only.
var sentences = []struct {
	codes []int
	kind  cases.ErrorKind
	msg   string
}{
	{[]int{sqlite3.SQLITE_FULL}, cases.Refused, "磁盘空间不足，这次操作没有写入，已有数据不受影响。请腾出空间后再试。"},
	{[]int{sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}, cases.Conflict, "数据文件正被另一个程序占用，这次操作没有完成。请关闭占用它的程序后再试。"},
	{[]int{sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}, cases.Refused, "数据文件不能写入，操作没有完成。请检查文件夹的权限，或换一个位置。"},
	{[]int{sqlite3.SQLITE_CANTOPEN}, cases.Refused, "数据文件不能打开，操作没有完成。请检查文件夹是否存在、是否有读写权限。"},
	{[]int{sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}, cases.Damaged, "数据文件已经损坏，操作没有完成。请先复制整个数据文件夹留存，再用最近的备份恢复。"},
	{[]int{sqlite3.SQLITE_IOERR}, cases.Damaged, "读写磁盘失败，操作没有完成。请检查磁盘或移动存储设备是否正常，再试一次。"},
}
