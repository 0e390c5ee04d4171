// Command fuyi manages the cases of a reconsideration office (行政复议与应诉案件管理). Without a command it opens its
// window; see fuyi help for the commands.
//
// This file only joins the parts: it asks the clock, opens the office and hands everything on.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
	"fuyi/export"
	"fuyi/export/pages"
	"fuyi/storage"
	"fuyi/ui"
	"fuyi/ui/cli"

	"github.com/adrg/xdg"
)

// version is set by the linker.
var version = "dev"

func main() { os.Exit(run()) }

func run() int {
	stdout, stderr := cli.Streams()
	cal, err := assets.Calendar()
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	// An interrupted command rolls its work back.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	p := program{
		cal: cal,
		log: cli.NewLog(stderr, os.Getenv, filepath.Join(xdg.StateHome, "fuyi", "fuyi.log")),
	}
	return cli.Run(ctx, os.Args[1:], cli.Deps{
		Stdout: stdout, Stderr: stderr, Log: p.log, Getenv: os.Getenv, GOOS: runtime.GOOS,
		Home: filepath.Join(xdg.DataHome, "fuyi"), Version: version, Today: today(), Calendar: cal,
		Open: p.openForCommand, Restore: p.restore, Files: p.files, Pictures: p.pictures,
		Papers: func() cli.PaperReader { return p.papers() },
		Window: func(_ context.Context, dir string) error {
			// While the window is open an interrupt ends the program, as it does with other windows.
			stop()
			return p.window(context.Background(), dir)
		},
	})
}

// program is what all ways of running share.
type program struct {
	cal *calendar.Calendar
	log *slog.Logger
}

func today() calendar.Date { return calendar.Of(time.Now()) }

// who is the name under which records are kept: that of the account, or what the environment calls it where the system
// cannot tell.
func who() string {
	name := cmp.Or(os.Getenv("USER"), os.Getenv("USERNAME"))
	if u, err := user.Current(); err == nil {
		name = cmp.Or(u.Name, u.Username, name)
	}
	return name
}

func (p program) open(dir string, write bool) (*storage.Office, error) {
	return storage.Open(dir, storage.Options{Calendar: p.cal, Today: today(), Now: time.Now, Who: who(), Write: write})
}

func (p program) openForCommand(_ context.Context, dir string, write bool) (cli.Office, error) {
	o, err := p.open(dir, write)
	if err != nil {
		return nil, err
	}
	return office{o}, nil
}

// office gives the findings of a check as sentences.
type office struct{ *storage.Office }

func (o office) Check(ctx context.Context) ([]string, error) {
	found, err := o.Office.Check(ctx)
	out := make([]string, len(found))
	for i, p := range found {
		out[i] = p.Msg
		if p.Number != "" && !strings.Contains(p.Msg, p.Number) {
			out[i] = p.Number + "：" + p.Msg
		}
	}
	return out, err
}

func (p program) files(o cli.Office) cases.Files {
	return export.New(o, o, today).Printing(export.Press{Regular: assets.FontRegular(), Bold: assets.FontBold(), Papers: o})
}

func (p program) restore(ctx context.Context, dir, backup string) error {
	return storage.Restore(ctx, dir, backup, storage.Options{Calendar: p.cal, Today: today(), Now: time.Now, Who: who()})
}

// window opens the window. While another process writes, it shows the office without recording.
func (p program) window(ctx context.Context, dir string) error {
	o, err := p.open(dir, true)
	readOnly := ""
	if cases.KindOf(err) == cases.Conflict {
		readOnly = cases.Message(err)
		o, err = p.open(dir, false)
	}
	if err != nil {
		return err
	}
	papers := p.papers()
	return errors.Join(ui.Run(ctx, p.deps(o, papers, readOnly)), papers.Close(), o.Close())
}

func (p program) pictures(ctx context.Context, dir, out string) error {
	o, err := p.open(dir, false)
	if err != nil {
		return err
	}
	papers := p.papers()
	return errors.Join(ui.Pictures(out, p.deps(o, papers, "")), papers.Close(), o.Close())
}

// papers reads attachments. What the translation of its PDF engine takes at the first start is kept for the next.
func (p program) papers() *pages.Reader {
	return pages.New(pages.Options{Fonts: [][]byte{assets.FontRegular(), assets.FontBold()}, CacheDir: filepath.Join(xdg.CacheHome, "fuyi", "pdf")})
}

func (p program) deps(o *storage.Office, papers cases.PaperReader, readOnly string) ui.Deps {
	return ui.Deps{
		Office: o, Files: p.files(office{o}), Papers: papers, Warm: o.Warm, Today: today, Log: p.log,
		Count: func(ctx context.Context, year int, asOf calendar.Date) (*statistics.Report, error) {
			return statistics.Count(ctx, o, year, asOf)
		},
		ExportDir: os.Getenv("FUYI_EXPORT_DIR"), OfficeDir: o.Dir(), ReadOnly: readOnly, OpenFile: openFile,
	}
}
