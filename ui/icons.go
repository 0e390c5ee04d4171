package ui

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The icons are drawn for this program on one grid of 24 with one stroke, so that they stand together. A drawing is a
// path of M, L, H, V and Z in absolute coordinates, and O x y r for a circle.

// Icons, read only.
var (
	iconDesk     = icon("desk", "M3 11 L12 4 L21 11 M5 10 V20 H19 V10 M10 20 V14 H14 V20")
	iconCases    = icon("cases", "M6 3 H15 L19 7 V21 H6 Z M15 3 V7 H19 M9 12 H16 M9 16 H16")
	iconSuits    = icon("suits", "M12 4 V20 M8 20 H16 M5 7 H19 M5 7 L2 14 H8 Z M19 7 L16 14 H22 Z")
	iconCourt    = icon("court", "M3 9 L12 4 L21 9 Z M6 9 V17 M10 9 V17 M14 9 V17 M18 9 V17 M3 20 H21 M4 17 H20")
	iconIntake   = icon("intake", "M5 4 H19 V20 H5 Z M12 8.5 V15.5 M8.5 12 H15.5")
	iconChart    = icon("chart", "M4 4 V20 H20 M8 16 V12 M12 16 V7 M16 16 V10")
	iconSheet    = icon("sheet", "M5 4 H19 V20 H5 Z M8 9 L9.4 10.4 L11.8 8 M14 9 H16 M8 15 L9.4 16.4 L11.8 14 M14 15 H16")
	iconSettings = icon("settings", "M4 7 H13 M17 7 H20 M4 12 H7 M11 12 H20 M4 17 H14 M18 17 H20 O15 7 2 O9 12 2 O16 17 2")
	iconSearch   = icon("search", "O11 11 6.5 M16 16 L21 21")
	iconImport   = icon("import", "M12 4 V15 M7.5 10.5 L12 15 L16.5 10.5 M4 20 H20")
	iconExport   = icon("export", "M12 15 V4 M7.5 8.5 L12 4 L16.5 8.5 M4 20 H20")
	iconBack     = icon("back", "M19 12 H5 M11 6 L5 12 L11 18")
	iconClose    = icon("close", "M6 6 L18 18 M18 6 L6 18")
	iconCalendar = icon("calendar", "M4 6 H20 V20 H4 Z M4 10.5 H20 M8 3.5 V7 M16 3.5 V7")
	iconCopy     = icon("copy", "M9 9 H20 V20 H9 Z M6 15 H4 V4 H15 V6")
	iconUndo     = icon("undo", "M8 5 L4 9 L8 13 M4 9 H14 L17 9.8 L19 11.6 L19.8 14 L19 16.4 L17 18.2 L14.5 19 H8")
	iconColumns  = icon("columns", "M4 5 H20 V19 H4 Z M10 5 V19 M15 5 V19")
	iconHelp     = icon("help", "O12 12 8.5 M9.3 9.8 L9.9 8 L12 7.2 L14.1 8 L14.7 9.8 L12 12.4 V14 M12 16.6 V16.8")
	iconWhy      = icon("why", "M6 9 L12 15 L18 9")
	iconFold     = icon("fold", "M6 15 L12 9 L18 15")
	iconLate     = icon("late", "M12 4 L21.5 20 H2.5 Z M12 10 V14.5 M12 17.2 V17.4")
	iconNow      = icon("now", "O12 12 8.5 M12 7.5 V13 M12 16.2 V16.4")
	iconClock    = icon("clock", "O12 12 8.5 M12 7 V12 L15.5 14")
	iconPause    = icon("pause", "O12 12 8.5 M10 9 V15 M14 9 V15")
	iconDone     = icon("done", "O12 12 8.5 M8 12.2 L11 15 L16 9.5")
	iconDot      = icon("dot", "M11 12 H13 M12 11 V13 M11.4 11.4 L12.6 12.6")
	iconBox      = icon("box", "M4.5 4.5 H19.5 V19.5 H4.5 Z")
	iconTicked   = icon("ticked", "M4.5 4.5 H19.5 V19.5 H4.5 Z M8 12.2 L11 15.2 L16.5 9")
	iconFilter   = icon("filter", "M4 5 H20 L14 12.5 V19 L10 17 V12.5 Z")
	iconMore     = icon("more", "O6 12 0.6 O12 12 0.6 O18 12 0.6")
	iconBin      = icon("bin", "M4 7 H20 M9 7 V4 H15 V7 M6.5 7 L7.5 20 H16.5 L17.5 7 M10 11 V16 M14 11 V16")
	iconAdd      = icon("add", "M12 5 V19 M5 12 H19")
	iconRefuse   = icon("refuse", "O12 12 8.5 M6 18 L18 6")
	iconLeft     = icon("left", "M15 6 L9 12 L15 18")
	iconPeople   = icon("people", "O9 8 3.5 M3 20 V17 L6 14 H12 L15 17 V20 M16 5 L18.5 7.5 L16 11 M17.5 14 L21 17 V20")
	iconUp       = icon("up", "M12 19 V5 M6 11 L12 5 L18 11")
	iconDown     = icon("down", "M12 5 V19 M6 13 L12 19 L18 13")
	iconPrint    = icon("print", "M7 9 V3.5 H17 V9 M7 17 H4 V9 H20 V17 H17 M7 14 H17 V20.5 H7 Z")
	iconPin      = icon("pin", "M9 4 H15 M10 4 V10 L7 14 H17 L14 10 V4 M12 14 V20.5")
	iconPinned   = icon("pinned", "M9 4 H15 M10 4 V10 L7 14 H17 L14 10 V4 M12 14 V20.5 M12 4 V13 M11 10 H13 M9.5 12.6 H14.5")
	iconSeal     = icon("seal", "M6 11 H18 V20 H6 Z M8.5 11 V7.5 L10 5 L12 4.2 L14 5 L15.5 7.5 V11 M12 14.5 V17")
	iconWindow   = icon("window", "M9 4 H20 V15 H9 Z M9 7.5 H20 M15 18.5 V20 H4 V9 H5.5")
	iconRight    = icon("right", "M9 6 L15 12 L9 18")
	iconPencil   = icon("pencil", "M5 19 L6 15 L16 5 L19 8 L9 18 Z M14 7 L17 10")
)

// stroke is the width of all lines.
const stroke = 1.8

// icon turns a drawing into an image whose lines are filled shapes: Fyne colours fills only, never strokes.
func icon(name, drawing string) fyne.Resource {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`)
	pen := pen{out: &b}
	for _, f := range strings.Fields(spaced(drawing)) {
		pen.take(f)
	}
	b.WriteString("</svg>")
	return theme.NewThemedResource(fyne.NewStaticResource(name+".svg", []byte(b.String())))
}

// spaced puts blanks around the letters.
func spaced(s string) string {
	for _, c := range "MLHVZO" {
		s = strings.ReplaceAll(s, string(c), " "+string(c)+" ")
	}
	return s
}

// pen draws one command after the other.
type pen struct {
	out            *strings.Builder
	command        string
	args           []float64
	x, y           float64
	startX, startY float64
}

func (p *pen) take(f string) {
	v, err := strconv.ParseFloat(f, 64)
	if err != nil {
		p.command, p.args = f, nil
		if f == "Z" {
			p.line(p.startX, p.startY)
		}
		return
	}
	p.args = append(p.args, v)
	a := p.args
	switch {
	case p.command == "M" && len(a) == 2:
		p.x, p.y, p.startX, p.startY = a[0], a[1], a[0], a[1]
	case p.command == "L" && len(a) == 2:
		p.line(a[0], a[1])
	case p.command == "H":
		p.line(a[0], p.y)
	case p.command == "V":
		p.line(p.x, a[0])
	case p.command == "O" && len(a) == 3:
		p.ring(a[0], a[1], a[2])
	}
}

// line is a bar with round ends.
func (p *pen) line(x, y float64) {
	dx, dy := x-p.x, y-p.y
	n := math.Hypot(dx, dy) / (stroke / 2)
	ox, oy := -dy/n, dx/n
	fmt.Fprintf(p.out, `<path d="M%.2f %.2f L%.2f %.2f L%.2f %.2f L%.2f %.2f Z"/>`, p.x+ox, p.y+oy, x+ox, y+oy, x-ox, y-oy, p.x-ox, p.y-oy)
	for _, end := range [][2]float64{{p.x, p.y}, {x, y}} {
		fmt.Fprintf(p.out, `<circle cx="%.2f" cy="%.2f" r="%.2f"/>`, end[0], end[1], stroke/2)
	}
	p.x, p.y = x, y
}

// ring is a circle's line: an outline with a second one inside it, drawn the other way round, which leaves a hole.
func (p *pen) ring(x, y, r float64) {
	const steps = 32
	p.out.WriteString(`<path d="`)
	for _, side := range []float64{1, -1} {
		for i := range steps {
			a := side * 2 * math.Pi * float64(i) / steps
			command := "L"
			if i == 0 {
				command = "M"
			}
			fmt.Fprintf(p.out, "%s%.2f %.2f ", command, x+(r+side*stroke/2)*math.Cos(a), y+(r+side*stroke/2)*math.Sin(a))
		}
		p.out.WriteString("Z ")
	}
	p.out.WriteString(`"/>`)
}
