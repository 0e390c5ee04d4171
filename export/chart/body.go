package chart

import (
	"math"
	"slices"

	"github.com/go-analyze/charts"

	"fuyi/cases"
)

// body draws the chart below title and legend.
func (s *sheet) body() error {
	if s.c.Kind == cases.ChartPie {
		return s.pie()
	}
	if len(s.c.Series) > 1 {
		s.legend()
	}
	area := s.area(s.px(border), s.top, s.p.Width()-s.px(border), s.bottom)
	if s.c.Kind == cases.ChartBars || !s.namesFit() {
		return s.bars(area)
	}
	return s.columns(area)
}

func (s *sheet) area(left, top, right, bottom int) *charts.Painter {
	return s.p.Child(charts.PainterBoxOption(charts.NewBox(left, top, right, bottom)))
}

// legend names the series in a line, in the order they stand in a group.
func (s *sheet) legend() {
	f := s.style(labelSize, s.ink.text)
	x, y, side := s.px(border), s.top, s.px(labelSize*0.8)
	for i, one := range s.c.Series {
		c := s.ink.series[i%len(s.ink.series)]
		s.p.FilledRect(x, y-side, x+side, y, c, c, 0)
		x += side + s.px(5)
		s.p.Text(one.Label, x, y, 0, f)
		x += s.width(one.Label, f) + s.px(16)
	}
	s.top += s.px(labelSize * 0.8)
}

// slot is the width of one category between the axis and the right border.
func (s *sheet) slot() int { return (s.p.Width() - 2*s.px(border) - s.px(40)) / len(s.c.Categories) }

// namesFit tells whether the names of the categories fit below their columns.
func (s *sheet) namesFit() bool {
	f := s.style(labelSize, s.ink.text)
	for _, name := range s.c.Categories {
		if s.width(name, f) > s.slot()-s.px(4) {
			return false
		}
	}
	return true
}

// valueStyle is the largest style in which every value fits a width.
func (s *sheet) valueStyle(width int) charts.FontStyle {
	for size := float64(labelSize); size > smallest; size-- {
		f, fits := s.style(size, s.ink.text), true
		for _, one := range s.c.Series {
			for _, v := range one.Values {
				fits = fits && s.width(s.number(v), f) <= width
			}
		}
		if fits {
			return f
		}
	}
	return s.style(smallest, s.ink.text)
}

func (s *sheet) values() [][]float64 {
	out := make([][]float64, len(s.c.Series))
	for i, one := range s.c.Series {
		out[i] = one.Values
	}
	return out
}

func (s *sheet) highest() (top float64) {
	for _, one := range s.c.Series {
		for _, v := range one.Values {
			top = max(top, v)
		}
	}
	return top
}

// scaleAxis is the axis of values: from zero, a rate to 100 %, and few cases without halves of a case.
func (s *sheet) scaleAxis() []charts.ValueAxisOption {
	a := charts.ValueAxisOption{Min: charts.Ptr(0.0), LabelFontStyle: s.style(noteSize, s.ink.muted), ValueFormatter: s.number, SplitLineShow: charts.Ptr(true)}
	const few = 8
	switch top := s.highest(); {
	case s.c.Unit == "%":
		a.Max, a.LabelCount = charts.Ptr(100.0), 6
	case top <= few:
		a.Max, a.LabelCount = charts.Ptr(math.Ceil(top)+1), int(math.Ceil(top))+2
	}
	return []charts.ValueAxisOption{a}
}

// widest is the broadest column in dots: two columns in a large frame are no walls.
const widest = 56

func (s *sheet) columns(area *charts.Painter) error {
	opt := charts.NewBarChartOptionWithData(s.values())
	opt.Theme, opt.Padding = s.ink.theme, charts.NewBox(0, s.px(noteSize), 0, 0)
	opt.Legend.Show = charts.Ptr(false)
	opt.CategoryAxis.Labels, opt.CategoryAxis.LabelFontStyle = s.c.Categories, s.style(labelSize, s.ink.text)
	opt.CategoryAxis.BoundaryGap, opt.CategoryAxis.LabelCount = charts.Ptr(true), len(s.c.Categories)
	opt.ValueAxis = s.scaleAxis()
	each := s.slot() / len(s.c.Series)
	if w := s.px(widest); each > w {
		opt.BarSize = float64(w) / float64(each)
	}
	f := s.valueStyle(each - s.px(3))
	for i := range opt.SeriesList {
		opt.SeriesList[i].Label = s.valueLabel(f)
	}
	return area.BarChart(opt)
}

func (s *sheet) valueLabel(f charts.FontStyle) charts.SeriesLabel {
	return charts.SeriesLabel{Show: charts.Ptr(true), FontStyle: f, ValueFormatter: s.number, Distance: s.px(3)}
}

// bars puts the first category on top, which the library puts at the bottom.
func (s *sheet) bars(area *charts.Painter) error {
	values := s.values()
	for i := range values {
		values[i] = slices.Clone(values[i])
		slices.Reverse(values[i])
	}
	opt := charts.NewBarChartOptionWithData(values)
	row := float64(area.Height()) / s.scale / float64(len(s.c.Categories))
	f := s.style(min(labelSize, max(row*0.8, smallest)), s.ink.text)
	opt.Theme, opt.Horizontal = s.ink.theme, true
	opt.Padding = charts.NewBox(0, 0, s.width(s.number(s.highest()), f)+s.px(6), 0)
	opt.Legend.Show = charts.Ptr(false)
	for _, name := range slices.Backward(s.c.Categories) {
		opt.CategoryAxis.Labels = append(opt.CategoryAxis.Labels, s.cut(name, s.p.Width()*2/5, f))
	}
	opt.CategoryAxis.LabelFontStyle, opt.CategoryAxis.LabelCount = f, len(s.c.Categories)
	opt.ValueAxis = []charts.ValueAxisOption{{Min: charts.Ptr(0.0), Max: charts.Ptr(s.highest()), Show: charts.Ptr(false)}}
	if row > widest/2 {
		opt.BarSize = widest / 2 / row
	}
	for i := range opt.SeriesList {
		opt.SeriesList[i].Label = s.valueLabel(f)
	}
	return area.BarChart(opt)
}
