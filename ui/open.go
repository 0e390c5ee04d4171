package ui

import (
	"context"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"fuyi/assets"
	"fuyi/ui/model"
)

// appID names the program to the system; preferences are kept under it.
const appID = "cn.fuyi.desktop"

// Preferences of this PC.
const (
	prefVariant = "look.variant"
	prefPercent = "look.percent"
)

// Run opens the window and returns when it is closed. It must be called from the main goroutine.
func Run(ctx context.Context, deps Deps) error {
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
	w.SetContent(s.content())
	w.Resize(fyne.NewSize(1280, 720))
	w.CenterOnScreen()
	a.Lifecycle().SetOnStarted(s.begin)
	w.ShowAndRun()
	return nil
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
