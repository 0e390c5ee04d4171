package chart

import (
	"strings"

	"github.com/go-analyze/charts"
)

// colours are those of one theme.
type colours struct {
	ground, text, muted, line charts.Color
	series                    []charts.Color
	theme                     charts.ColorPalette
}

// Each pair is light and dark. The series are the colours of Okabe and Ito, which people who confuse red and green tell
// apart, softened; neighbours differ in brightness too, so that a copy in grey can be read.
var (
	groundInk, textInk = [2]string{"#ffffff", "#1a2225"}, [2]string{"#1b2a2d", "#e2e9ea"}
	mutedInk, lineInk  = [2]string{"#566a6e", "#98a8ab"}, [2]string{"#dbe3e4", "#2c383b"}
	seriesInk          = [8][2]string{
		{"#1f6f96", "#4fa3cc"}, {"#e0a03a", "#e8b45c"}, {"#2e8f73", "#49b896"}, {"#a34f31", "#c0613f"},
		{"#8fc1dd", "#a9d4ea"}, {"#a8718f", "#cf9cb9"}, {"#5d6b8a", "#8796b8"}, {"#b9c3c5", "#6d7d81"},
	}
)

func inks(dark bool) colours {
	i := 0
	if dark {
		i = 1
	}
	pick := func(pair [2]string) charts.Color { return charts.ColorFromHex(pair[i]) }
	c := colours{ground: pick(groundInk), text: pick(textInk), muted: pick(mutedInk), line: pick(lineInk)}
	for _, pair := range seriesInk {
		c.series = append(c.series, pick(pair))
	}
	base := charts.ThemeLight
	if dark {
		base = charts.ThemeDark
	}
	c.theme = charts.GetTheme(base).WithBackgroundColor(c.ground).WithTextColor(c.text).WithSeriesColors(c.series).
		WithAxisSplitLineColor(c.line).WithXAxisColor(c.line).WithYAxisColor(c.line).
		WithXAxisTextColor(c.text).WithYAxisTextColor(c.muted)
	return c
}

// Palette are the colours of series and slices on white as RRGGBB, for the charts of workbooks.
func Palette() []string {
	var out []string
	for _, pair := range seriesInk {
		out = append(out, strings.ToUpper(strings.TrimPrefix(pair[0], "#")))
	}
	return out
}
