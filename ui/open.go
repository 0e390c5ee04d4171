package ui

import (
	"context"
	"fmt"
	"net/url"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/ui/model"
)

// appID names the program to the system; preferences are kept under it.
const appID = "cn.fuyi.desktop"

// Preferences of this PC.
const (
	prefVariant = "look.variant"
	prefPercent = "look.percent"
)

// garbage is the share of the heap that may be garbage, in percent. Two parsed Chinese faces make up most of the heap
// and never change; with Go's usual 100 as much memory again would stand empty.
const garbage = 40

// Run opens the window and returns when it is closed. It must be called from the main goroutine. On a machine that
// cannot open one (no display, no OpenGL) it returns an Invalid *cases.Error that says so.
func Run(ctx context.Context, deps Deps) (err error) {
	debug.SetGCPercent(garbage)
	speakChinese()
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: "fuyi", Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG()))
	l := storedLook(a.Preferences())
	a.Settings().SetTheme(newLook(l))
	w := a.NewWindow(Title)
	w.SetPadded(false)
	w.SetMaster()
	s := newShell(deps, newRunner(ctx, deps.Log, false), w)
	s.look = l
	s.setLook = func(l model.Look) {
		s.look = l
		a.Preferences().SetString(prefVariant, l.Variant)
		a.Preferences().SetInt(prefPercent, l.Percent)
		a.Settings().SetTheme(newLook(l))
		s.relook()
	}
	s.newWindow = func(title string) fyne.Window { return a.NewWindow(title) }
	w.SetContent(s.content())
	w.Resize(fyne.NewSize(1280, 720))
	w.CenterOnScreen()
	a.Lifecycle().SetOnStarted(s.begin)
	defer func() {
		// Fyne panics where GLFW finds no display or no OpenGL; a panic after that is a fault of the program.
		if p := recover(); p != nil {
			if s.here != "" {
				panic(p)
			}
			err = noWindow(p)
		}
	}()
	if err := sweepScratch(time.Now()); err != nil {
		deps.Log.Warn("sweep scratch", "err", err)
	}
	w.ShowAndRun()
	if err := s.partActs(ctx); err != nil {
		deps.Log.Error("keep act drafts", "err", err)
	}
	if err := s.shared.scratch.clear(); err != nil {
		deps.Log.Warn("clear scratch", "err", err)
	}
	return nil
}

func noWindow(p any) error {
	return &cases.Error{Op: "open window", Kind: cases.Invalid, Err: fmt.Errorf("%v", p),
		Msg: "无法打开窗口：这台电脑没有可用的图形显示（OpenGL 2.1 以上）。请更新显卡驱动，或者按说明文件在程序旁边放置 Mesa 的 opengl32.dll；也可以改用命令，例如 fuyi list。"}
}

func storedLook(p fyne.Preferences) model.Look {
	return model.Look{Variant: p.StringWithFallback(prefVariant, "light"), Percent: p.IntWithFallback(prefPercent, 100)}
}

// openURI hands a folder to the system.
func openURI(u fyne.URI) error {
	parsed, err := url.Parse(u.String())
	if err != nil {
		return err
	}
	return fyne.CurrentApp().OpenURL(parsed)
}
