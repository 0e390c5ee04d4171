package model

import (
	"context"
	"math"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
)

// ChartShape is the height of a chart as a part of its width.
const ChartShape = 0.6

// YearCharts are the charts of a counted year, asOf being the day it was counted on: they compare it with the same part of
// the year before, which is counted here.
func YearCharts(ctx context.Context, count Counter, r *statistics.Report, asOf calendar.Date) ([]cases.Chart, error) {
	before, err := count(ctx, r.Year-1, statistics.YearBefore(r.Year, asOf))
	if err != nil {
		return nil, err
	}
	return statistics.Charts(r, before), nil
}

// ChartLook is the look of a chart that fills width × height of the window: letters follow the chosen scale of the window
// (factor), and there is a pixel of the picture for each of the screen (pixels for one unit of the window).
func ChartLook(width, height, factor, pixels float32, dark bool) cases.ChartLook {
	if factor <= 0 {
		factor = 1
	}
	if pixels <= 0 {
		pixels = 1
	}
	return cases.ChartLook{Width: int(math.Round(float64(width / factor))), Height: int(math.Round(float64(height / factor))),
		Scale: math.Round(float64(factor*pixels)*100) / 100, Dark: dark}
}
