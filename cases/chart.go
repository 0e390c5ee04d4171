package cases

import "context"

// ChartKind is the shape of a chart.
type ChartKind string

// The shapes: 柱形图 (several series stand side by side), 条形图, 饼图 (one series).
const (
	ChartColumns ChartKind = "columns"
	ChartBars    ChartKind = "bars"
	ChartPie     ChartKind = "pie"
)

// Chart is a chart (图表) as plain data: the window, the workbook and the pictures draw the same numbers from it.
type Chart struct {
	// ID is the stable name, used for files; Title is the Chinese heading with the year.
	ID, Title string
	Kind      ChartKind
	// Unit is what the values count: 件, or % for rates, whose values are then 0 to 100.
	Unit string
	// Categories name the values of every series, which are as many.
	Categories []string
	Series     []ChartSeries
	// Note is a Chinese sentence under the chart: what was joined, or, in an empty chart, why nothing is shown.
	Note string
}

// ChartSeries is one row of numbers; Label is its Chinese name in the legend.
type ChartSeries struct {
	Label  string
	Values []float64
}

// Empty tells whether there is nothing to draw: no value other than zero.
func (c *Chart) Empty() bool {
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v != 0 {
				return false
			}
		}
	}
	return true
}

// ChartLook is how a chart is drawn.
type ChartLook struct {
	// Width and Height are in dots at 100 %; the picture has Scale times as many pixels each way.
	Width, Height int
	Scale         float64
	// Dark draws light signs on a dark ground.
	Dark bool
}

// ChartFiles draws charts.
type ChartFiles interface {
	// ChartPicture draws a chart as PNG.
	ChartPicture(ctx context.Context, c Chart, look ChartLook) ([]byte, error)
	// SaveChart writes a chart as a .png file, on white and at twice the usual size, for documents and slides.
	SaveChart(ctx context.Context, path string, c Chart) error
}
