// Command emptywindow opens a window with nothing in it and writes msg=ready when its first frame stands. The
// benchmark holds fuyi's start against it: what the toolkit itself needs is not fuyi's to save.
package main

import (
	"log/slog"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

func main() {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	a := app.NewWithID("cn.fuyi.emptywindow")
	w := a.NewWindow("empty")
	w.SetContent(canvas.NewRectangle(theme.Color(theme.ColorNameBackground)))
	w.Resize(fyne.NewSize(1280, 720))
	a.Lifecycle().SetOnStarted(func() {
		log.Info("ready", "time", time.Now())
	})
	w.ShowAndRun()
}
