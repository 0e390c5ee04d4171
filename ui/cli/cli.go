// Package cli is fuyi without its window: the commands, their flags and their output.
//
// It prints results on standard output and sentences about failures on standard error, both in Chinese. With --json,
// where a command offers it, standard output is exactly one JSON document. The exit status is 0 when the work was done,
// 1 when it was refused or failed, and 2 when the command line itself was wrong.
//
// The package knows neither storage nor workbooks nor the toolkit of the window: Deps brings them as functions, so that
// the commands stand on the same interfaces as the window does.
package cli

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"runtime/debug"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Office is an open office as commands need it.
type Office interface {
	cases.Reader
	cases.Writer
	cases.Finder
	cases.Dossiers
	cases.Directory
	cases.Sealer
	cases.Preferences
	// People lists who works in the office, for the posts of heads.
	People(ctx context.Context) ([]cases.Person, error)
	// Check compares what is stored with what follows from the acts and the audit trail, and returns one Chinese
	// sentence for each thing that does not agree.
	Check(ctx context.Context) ([]string, error)
	// Backup writes a copy of the whole office to a path that does not exist yet, and the papers of its dossiers into a folder
	// beside it, named as the copy with .files for its extension.
	Backup(ctx context.Context, path string) error
	Close() error
}

// PaperReader reads attachments until it is closed.
type PaperReader interface {
	cases.PaperReader
	io.Closer
}

// Deps is what a run of the program is given from outside. All fields are needed.
type Deps struct {
	Stdout, Stderr io.Writer
	Log            *slog.Logger
	// Getenv reads the environment; GOOS names the system (runtime.GOOS).
	Getenv func(string) string
	GOOS   string
	// Home is the folder of the default office.
	Home string
	// Version is printed by the command version.
	Version  string
	Today    calendar.Date
	Calendar *calendar.Calendar
	// Open opens an office folder; with write it may create it and keeps other writers out until closed.
	Open func(ctx context.Context, dir string, write bool) (Office, error)
	// Restore puts a backup in the place of an office's data, with the papers that lie beside it; what it replaces is kept in the
	// folder backups/, and no paper is removed.
	Restore func(ctx context.Context, dir, backup string) error
	// Files makes the workbooks of an office.
	Files func(Office) cases.Files
	// Papers makes a reader of attachments; it costs nothing until the first is read.
	Papers func() PaperReader
	// Window opens the window on an office folder and returns when it is closed.
	Window func(ctx context.Context, dir string) error
	// Pictures paints the main pages of an office as PNG files into a folder, without a display.
	Pictures func(ctx context.Context, dir, out string) error
}

// app is one run.
type app struct {
	Deps
	// out is standard output, buffered; finish flushes it.
	out *bufio.Writer
	// office and json are the flags of the same names.
	office string
	json   bool
}

// Run executes one command line (without the program's name) and returns the exit status.
func Run(ctx context.Context, args []string, d Deps) (status int) {
	a := &app{Deps: d, out: bufio.NewWriter(d.Stdout)}
	defer func() {
		if p := recover(); p != nil {
			d.Log.Error("panic", "value", p, "stack", string(debug.Stack()))
			status = a.finish(&cases.Error{Op: "run", Kind: cases.Internal, Msg: cases.Message(nil)})
		}
	}()
	root := a.root()
	// A nil slice would make cobra read os.Args itself.
	root.SetArgs(append([]string{}, args...))
	return a.finish(root.ExecuteContext(ctx))
}

// finish turns the outcome of a command into output and an exit status.
func (a *app) finish(err error) int {
	if flushed := a.out.Flush(); err == nil && flushed != nil {
		err = &cases.Error{Op: "print", Kind: cases.Internal, Msg: "输出没有写完，请检查磁盘空间或输出目标后重试。", Err: flushed}
	}
	return a.report(err)
}
