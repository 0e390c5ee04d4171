package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fuyi/assets"
	"fuyi/ui/model"
)

// Colours beyond those of Fyne. Tones are named tone+Tone; each has a tint of the same name for backgrounds.
const (
	colorSurface  fyne.ThemeColorName = "surface"  // cards and lists, above the page
	colorMuted    fyne.ThemeColorName = "muted"    // labels and secondary text
	colorNav      fyne.ThemeColorName = "nav"      // the navigation's ground
	colorNavWord  fyne.ThemeColorName = "navWord"  // its words
	colorNavHere  fyne.ThemeColorName = "navHere"  // the ground of the page shown
	colorNavHover fyne.ThemeColorName = "navHover" // under the pointer
	colorNavFirst fyne.ThemeColorName = "navFirst" // words of the page shown
	colorTint     fyne.ThemeColorName = "tint"     // a calm badge's ground
)

func toneColor(t model.Tone) fyne.ThemeColorName {
	if t == model.Calm {
		return theme.ColorNameForeground
	}
	return fyne.ThemeColorName("tone." + string(t))
}

func toneTint(t model.Tone) fyne.ThemeColorName {
	if t == model.Calm {
		return colorTint
	}
	return fyne.ThemeColorName("tint." + string(t))
}

// look is the program's theme: the embedded Chinese face in all styles, a restrained palette, and every size multiplied
// by the scale the clerk chose. It is immutable; another appearance is another look.
type look struct {
	factor  float32
	variant string
	faces   faces
}

type faces struct{ regular, bold fyne.Resource }

func newLook(l model.Look) *look {
	return &look{factor: l.Factor(), variant: l.Variant, faces: faces{
		regular: fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.FontRegular()),
		bold:    fyne.NewStaticResource("NotoSansSC-Bold.ttf", assets.FontBold()),
	}}
}

// Color looks a name up in the palette of the variant, falling back to Fyne's own for names it does not have.
func (l *look) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch l.variant {
	case "light":
		v = theme.VariantLight
	case "dark":
		v = theme.VariantDark
	}
	pair, ok := palette[name]
	switch {
	case !ok:
		return theme.DefaultTheme().Color(name, v)
	case v == theme.VariantDark:
		return nrgba(pair[1])
	}
	return nrgba(pair[0])
}

// Font is the embedded face: bold where asked, regular for all else, also italic and monospace, which Chinese lacks.
func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return l.faces.bold
	}
	return l.faces.regular
}

// Icon is Fyne's own.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size is the size at 100 % times the scale.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s * l.factor
	}
	if name == theme.SizeNameSeparatorThickness || name == theme.SizeNameInputBorder {
		return 1
	}
	return theme.DefaultTheme().Size(name) * l.factor
}

// sizes are at 100 %, read only: dense enough that a list of twenty rows fits 768 lines, calm enough to read all day.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText: 14, theme.SizeNameCaptionText: 12, theme.SizeNameSubHeadingText: 15.5, theme.SizeNameHeadingText: 20,
	theme.SizeNamePadding: 4, theme.SizeNameInnerPadding: 6, theme.SizeNameInlineIcon: 17, theme.SizeNameLineSpacing: 4,
	theme.SizeNameScrollBar: 10, theme.SizeNameScrollBarSmall: 4, theme.SizeNameInputRadius: 5, theme.SizeNameButtonRadius: 5,
	theme.SizeNameSelectionRadius: 4, theme.SizeNameCardRadius: 8, sizeFigure: 21, sizeMark: 9.5, sizeSquare: 0,
	theme.SizeNameSplitThickness: 3,
}

// sizeFigure is the size of key figures, sizeMark that of the marks in a calendar,
// sizeSquare the radius of what has no round corners.
const (
	sizeFigure fyne.ThemeSizeName = "figure"
	sizeMark   fyne.ThemeSizeName = "mark"
	sizeSquare fyne.ThemeSizeName = "square"
)

// palette holds light and dark as 0xRRGGBBAA, read only. Text reaches 4.5:1 on its ground in both; theme_test.go checks.
var palette = map[fyne.ThemeColorName][2]uint32{
	theme.ColorNameBackground:          {0xf3f6f6ff, 0x12181aff},
	colorSurface:                       {0xffffffff, 0x1a2225ff},
	theme.ColorNameForeground:          {0x1b2a2dff, 0xe2e9eaff},
	colorMuted:                         {0x566a6eff, 0x98a8abff},
	theme.ColorNamePlaceHolder:         {0x64777bff, 0x8b9b9fff},
	theme.ColorNameDisabled:            {0x6b7d81ff, 0x84959aff},
	theme.ColorNamePrimary:             {0x0f6470ff, 0x55bcc4ff},
	theme.ColorNameHyperlink:           {0x0f6470ff, 0x55bcc4ff},
	theme.ColorNameForegroundOnPrimary: {0xffffffff, 0x04262aff},
	theme.ColorNameButton:              {0xe6edeeff, 0x283438ff},
	theme.ColorNameDisabledButton:      {0xeef2f2ff, 0x1f292cff},
	theme.ColorNameHover:               {0x0f647014, 0xffffff12},
	theme.ColorNamePressed:             {0x0f647033, 0xffffff22},
	theme.ColorNameFocus:               {0x0f647040, 0x55bcc455},
	theme.ColorNameSelection:           {0xd3e7e9ff, 0x1f474cff},
	theme.ColorNameSeparator:           {0xdbe3e4ff, 0x2c383bff},
	theme.ColorNameInputBackground:     {0xffffffff, 0x141b1eff},
	theme.ColorNameInputBorder:         {0x7d8e92ff, 0x6f8387ff},
	theme.ColorNameHeaderBackground:    {0xecf1f1ff, 0x202a2dff},
	theme.ColorNameMenuBackground:      {0xffffffff, 0x202a2dff},
	theme.ColorNameOverlayBackground:   {0xffffffff, 0x1a2225ff},
	theme.ColorNameScrollBar:           {0x1b2a2d55, 0xe2e9ea55},
	theme.ColorNameShadow:              {0x0000002a, 0x00000066},
	theme.ColorNameError:               {0xb3261eff, 0xff8f86ff},
	theme.ColorNameWarning:             {0x8a5200ff, 0xf0b55fff},
	theme.ColorNameSuccess:             {0x1d6b41ff, 0x7fd0a0ff},
	theme.ColorNameForegroundOnError:   {0xffffffff, 0x3b0703ff},
	theme.ColorNameForegroundOnWarning: {0xffffffff, 0x2e1b00ff},
	theme.ColorNameForegroundOnSuccess: {0xffffffff, 0x04210fff},

	colorNav:      {0x0d3b43ff, 0x0c1113ff},
	colorNavWord:  {0xc5d8dbff, 0xa9b9bcff},
	colorNavFirst: {0xffffffff, 0xffffffff},
	colorNavHere:  {0x1c5a64ff, 0x1d4147ff},
	colorNavHover: {0x15494fff, 0x182325ff},
	colorTint:     {0xe6edeeff, 0x263236ff},

	toneColor(model.Late):     {0xb3261eff, 0xff8f86ff},
	toneColor(model.Now):      {0xa03c00ff, 0xffa563ff},
	toneColor(model.Soon):     {0x8a5200ff, 0xf0b55fff},
	toneColor(model.Near):     {0x0f6470ff, 0x6cc5ccff},
	toneColor(model.Paused):   {0x5b4a9eff, 0xb7a8f0ff},
	toneColor(model.Finished): {0x1d6b41ff, 0x7fd0a0ff},
	toneTint(model.Late):      {0xfbe9e7ff, 0x40201dff},
	toneTint(model.Now):       {0xfdecdfff, 0x3f2816ff},
	toneTint(model.Soon):      {0xfbf0daff, 0x382b14ff},
	toneTint(model.Near):      {0xdff0f1ff, 0x17383cff},
	toneTint(model.Paused):    {0xece8f8ff, 0x2a2541ff},
	toneTint(model.Finished):  {0xe2f1e8ff, 0x183324ff},
}

func nrgba(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}
