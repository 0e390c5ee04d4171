package chart

import (
	"fmt"
	"math"
	"strconv"

	"github.com/go-analyze/charts"
)

// narrowest is the share from which a slice carries its number; thinner ones follow in the order of the list, clockwise.
const narrowest = 0.045

// pie draws the slices on the left and names them on the right with number, count and share: a list holds any name, while
// labels around a pie run into each other. Number and order tell which slice is meant, the colour only helps.
func (s *sheet) pie() error {
	height := s.bottom - s.top
	side := min(height, (s.p.Width()-2*s.px(border))*2/5)
	left := s.px(border)
	area := s.area(left, s.top, left+side, s.bottom)
	opt := charts.NewPieChartOptionWithData(s.c.Series[0].Values)
	opt.Theme, opt.Padding = s.ink.theme, charts.NewBoxEqual(0)
	opt.Legend.Show = charts.Ptr(false)
	radius := side/2 - s.px(4)
	opt.Radius = strconv.Itoa(radius)
	for i := range opt.SeriesList {
		opt.SeriesList[i].Label.Show = charts.Ptr(false)
	}
	if err := area.PieChart(opt); err != nil {
		return err
	}
	s.sliceNumbers(left+side/2, s.top+height/2, float64(radius))
	s.sliceList(left+side+s.px(2*border), height)
	return nil
}

func (s *sheet) sum() (sum float64) {
	for _, v := range s.c.Series[0].Values {
		sum += v
	}
	return sum
}

// sliceNumbers writes the places of the list into the slices.
func (s *sheet) sliceNumbers(x, y int, radius float64) {
	before, sum := 0.0, s.sum()
	for i, v := range s.c.Series[0].Values {
		share := v / sum
		if share >= narrowest && share < 1 {
			angle := 2*math.Pi*(before+share/2) - math.Pi/2
			text, f := strconv.Itoa(i+1), s.bold(labelSize, s.onSlice(i))
			s.p.Text(text, x+int(0.78*radius*math.Cos(angle))-s.width(text, f)/2, y+int(0.78*radius*math.Sin(angle))+s.px(labelSize*0.36), 0, f)
		}
		before += share
	}
}

// onSlice is black or white, whichever is read better on a slice.
func (s *sheet) onSlice(i int) charts.Color {
	c := s.ink.series[i%len(s.ink.series)]
	if 299*int(c.R)+587*int(c.G)+114*int(c.B) > 128*1000 {
		return charts.ColorFromHex(textInk[0])
	}
	return charts.ColorFromHex("#ffffff")
}

// sliceList names the slices.
func (s *sheet) sliceList(x, height int) {
	values, sum := s.c.Series[0].Values, s.sum()
	line := min(labelSize*lineHeight*1.25, float64(height)/s.scale/float64(len(values)))
	size := min(labelSize, line*0.8)
	f := s.style(size, s.ink.text)
	right := s.p.Width() - s.px(border)
	y := s.top + (height-s.px(line*float64(len(values))))/2 + s.px(line*0.5+size*0.36)
	place := s.width(fmt.Sprint(len(values)), f)
	for i, v := range values {
		c, mark := s.ink.series[i%len(s.ink.series)], s.px(size*0.8)
		s.p.FilledRect(x, y-mark, x+mark, y, c, c, 0)
		at := x + mark + s.px(6)
		s.p.Text(strconv.Itoa(i+1), at, y, 0, s.bold(size, s.ink.text))
		at += place + s.px(7)
		figure := fmt.Sprintf("%s（%s%%）", s.number(v), strconv.FormatFloat(100*v/sum, 'f', 1, 64))
		wide := s.width(figure, f)
		s.p.Text(s.cut(s.c.Categories[i], right-wide-s.px(6)-at, f), at, y, 0, f)
		s.p.Text(figure, right-wide, y, 0, f)
		y += s.px(line)
	}
}
