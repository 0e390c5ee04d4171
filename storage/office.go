// Package storage keeps an office (单位) in one folder: the SQLite file office.db, the folder files/ for attachments and
// backups/ for what was there before a migration or a restore.
//
// One process writes, any number read beside it. What a method of cases.Writer has acknowledged is on the disk. Cases
// and acts are written once, with an entry in an append-only, hash-chained audit trail; what lists show is a
// projection that can be rebuilt at any time. DESIGN.md says why things are as they are.
package storage

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Names inside an office's folder.
const (
	dataName    = "office.db"
	lockName    = "office.lock"
	filesName   = "files"
	backupsName = "backups"
)

// Options say how an office is opened.
type Options struct {
	// Calendar counts the periods of the projection; required.
	Calendar *calendar.Calendar
	// Today is the day for which lists are computed; required. Refresh moves it on.
	Today calendar.Date
	// Now gives the time of day for the audit trail and the names of backups; required for writing.
	Now func() time.Time
	// Who is recorded as the author of what is written (经办人).
	Who string
	// Write opens for writing, creating the office if it is missing. Only one process can.
	Write bool
}

// Office is an open office. It implements cases.Reader and, when opened for writing, cases.Writer. Its methods may be
// called from several goroutines; writes queue up behind each other.
type Office struct {
	dir  string
	opt  Options
	read *sql.DB
	// write is nil in a read-only office.
	write *sql.DB
	lock  *flock.Flock
	list  *catalogue
	// session is who works with it now.
	session session
	// law changes when the practice in the settings does.
	law atomic.Pointer[procedure.Law]

	mu    sync.Mutex
	today calendar.Date
}

var (
	_ cases.Reader = (*Office)(nil)
	_ cases.Writer = (*Office)(nil)
)

// Open opens the office in a folder. The errors a clerk can meet: no office there (NotFound), another process writing
// (Conflict), a broken, foreign or newer file (Damaged).
func Open(dir string, opt Options) (*Office, error) {
	return open(dir, opt, migrations())
}

func open(dir string, opt Options, steps []migration) (*Office, error) {
	if opt.Calendar == nil || opt.Today.IsZero() || opt.Write && opt.Now == nil {
		return nil, incomplete()
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fail("open", err)
	}
	o := &Office{dir: dir, opt: opt, today: opt.Today}
	o.list = newCatalogue(o)
	if opt.Write {
		err = o.openWrite(steps)
	} else {
		err = o.openRead(steps)
	}
	if err != nil {
		return nil, errors.Join(err, o.Close())
	}
	return o, nil
}

func (o *Office) openWrite(steps []migration) error {
	if err := os.MkdirAll(filepath.Join(o.dir, filesName), 0o700); err != nil {
		return unusable(o.dir, err)
	}
	lock, err := takeLock(o.dir)
	if err != nil {
		return err
	}
	o.lock = lock
	if err := inspect(o.path(), len(steps)); err != nil {
		return err
	}
	if err := private(o.path()); err != nil {
		return fail("create office", err)
	}
	if o.write, err = openWriter(o.path()); err != nil {
		return err
	}
	if err := migrate(o.write, o.dir, steps, o.opt.Now); err != nil {
		return err
	}
	if o.read, err = openReader(o.path()); err != nil {
		return err
	}
	if err := o.readLaw(context.Background()); err != nil {
		return err
	}
	if err := o.sweep(); err != nil {
		return fail("open", err)
	}
	return o.Refresh(context.Background(), o.opt.Today)
}

func (o *Office) openRead(steps []migration) error {
	info, err := os.Stat(o.path())
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		return missing(o.dir)
	}
	if err != nil {
		return fail("open", err)
	}
	if o.read, err = openReader(o.path()); err != nil {
		return err
	}
	if err := checkVersion(o.read, o.dir, len(steps)); err != nil {
		return err
	}
	return o.readLaw(context.Background())
}

// incomplete is a fault of the program that opens.
func incomplete() error {
	return &cases.Error{Op: "open", Kind: cases.Internal, Msg: "打开数据时缺少节假日数据或当天日期，请联系维护人员。"}
}

// unusable says why no office can be made in a folder; nil for reasons that fail tells better.
func unusable(dir string, err error) error {
	for path := dir; path != filepath.Dir(path); path = filepath.Dir(path) {
		if info, e := os.Stat(path); e == nil && !info.IsDir() {
			return &cases.Error{Op: "create office", Kind: cases.Invalid, Err: err,
				Msg: "“" + path + "”是一个文件，不是文件夹，不能用来存放单位数据。请换一个位置。"}
		}
	}
	return fail("create office", err)
}

func missing(dir string) error {
	return &cases.Error{Op: "open", Kind: cases.NotFound,
		Msg: "文件夹“" + dir + "”中没有单位数据（" + dataName + "）。请检查位置，或先登记案件、导入台账来新建。"}
}

// private makes a missing file that only its owner can read. SQLite gives what it writes beside it the same mode.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func (o *Office) path() string { return filepath.Join(o.dir, dataName) }

// Close ends the use of the office. Running reads end with an error.
func (o *Office) Close() error {
	var errs []error
	for _, db := range []*sql.DB{o.read, o.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if o.lock != nil {
		errs = append(errs, o.lock.Unlock())
	}
	return errors.Join(errs...)
}

// Dir is the folder of the office.
func (o *Office) Dir() string { return o.dir }

func (o *Office) day() calendar.Date {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.today
}

// takeLock takes the writer's lock of a folder.
func takeLock(dir string) (*flock.Flock, error) {
	lock := flock.New(filepath.Join(dir, lockName))
	ok, err := lock.TryLock()
	if err != nil {
		return nil, fail("lock", err)
	}
	if !ok {
		return nil, &cases.Error{Op: "lock", Kind: cases.Conflict,
			Msg: "另一个窗口或命令正在使用“" + dir + "”中的数据，现在不能写入。请先关闭它，再试一次。"}
	}
	return lock, nil
}
