// Package assets holds what the program carries inside its binary: the Chinese typeface, the icon and the State
// Council's holiday arrangements. Nothing is fetched at run time, because the offices' PCs often have no network and
// no Chinese fonts that can be relied on.
package assets

import (
	_ "embed" // the files below
	"slices"

	"fuyi/cases/calendar"
)

// The faces are complete, not subset: names of persons hold rare characters.
var (
	//go:embed fonts/NotoSansSC-Regular.ttf
	fontRegular []byte
	//go:embed fonts/NotoSansSC-Bold.ttf
	fontBold []byte
	//go:embed icon.svg
	iconSVG []byte
	//go:embed icon.png
	iconPNG []byte
	//go:embed holidays.json
	holidays []byte
)

// FontRegular is Noto Sans SC Regular, a static TrueType face (licence: fonts/OFL.txt). The slice is the embedded
// file itself, ten megabytes: callers must not write to it.
func FontRegular() []byte { return fontRegular }

// FontBold is Noto Sans SC Bold; as FontRegular.
func FontBold() []byte { return fontBold }

// IconSVG is the program's icon as a drawing.
func IconSVG() []byte { return slices.Clone(iconSVG) }

// IconPNG is the program's icon, 512 by 512 pixels.
func IconPNG() []byte { return slices.Clone(iconPNG) }

// Holidays is the data of the yearly holiday notices (国务院办公厅关于部分节假日安排的通知), in the form calendar.Read
// takes. Years without a notice yet are absent, and the calendar says so when they are asked for.
func Holidays() []byte { return slices.Clone(holidays) }

// Calendar is the calendar of Holidays. It fails only if the embedded data were contradictory, which a test excludes.
func Calendar() (*calendar.Calendar, error) { return calendar.Read(holidays) }
