// Command emptywindow opens a window with nothing in it and writes msg=ready when its first frame stands. The
// benchmark holds fuyi's start against it: what the toolkit itself needs is not fuyi's to save.
package main

import (
	"log/slog"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

func main() {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	// Without this the toolkit checks threads on every call, which fuyi's start does not pay for either.
	app.SetMetadata(fyne.AppMetadata{ID: "cn.fuyi.emptywindow", Migrations: map[string]bool{"fyneDo": true}})
	a := app.New()
	w := a.NewWindow("empty")
	w.SetContent(canvas.NewRectangle(theme.Color(theme.ColorNameBackground)))
	w.Resize(fyne.NewSize(1280, 720))
	a.Lifecycle().SetOnStarted(func() {
		log.Info("ready")
	})
	w.ShowAndRun()
}
