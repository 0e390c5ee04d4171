package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/go-analyze/charts"

	"fuyi/assets"
	"fuyi/cases"
)

// testPen reads the typeface once: it has ten megabytes.
var testPen = sync.OnceValues(func() (*Pen, error) { return NewPen(assets.FontRegular(), assets.FontBold()) })

func pen(t testing.TB) *Pen {
	t.Helper()
	p, err := testPen()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// invented makes a chart of n categories and as many series as asked.
func invented(kind cases.ChartKind, n, series int, name string, value func(i int) float64) cases.Chart {
	c := cases.Chart{ID: fmt.Sprintf("%s-%d-%d", kind, n, series), Title: "2020年新收行政复议案件的行政管理类别", Kind: kind, Unit: "件"}
	for i := range n {
		c.Categories = append(c.Categories, fmt.Sprintf("%s%d", name, i+1))
	}
	for s := range series {
		one := cases.ChartSeries{Label: fmt.Sprintf("%d年", 2019+s)}
		for i := range n {
			one.Values = append(one.Values, value(i+s))
		}
		c.Series = append(c.Series, one)
	}
	return c
}

const longName = "不履行法定职责以及不依法答复政府信息公开申请的其他情形之"

// extremes are charts that offices have and that are hard to draw.
func extremes() []cases.Chart {
	falling := func(i int) float64 { return float64(400 - 19*i) }
	rate := invented(cases.ChartColumns, 2, 1, "二〇一九年", func(i int) float64 { return 100 - 7.25*float64(i) })
	rate.Unit, rate.Note = "%", strings.Repeat("这一年开庭10件，负责人出庭9件；", 30)
	big := invented(cases.ChartColumns, 12, 2, "", func(i int) float64 { return float64(123456 + i) })
	var out []cases.Chart
	for _, kind := range []cases.ChartKind{cases.ChartColumns, cases.ChartBars, cases.ChartPie} {
		out = append(out, invented(kind, 20, 1, longName, falling), invented(kind, 1, 1, "维持", func(int) float64 { return 349 }),
			invented(kind, 3, 1, "", func(i int) float64 { return float64(i % 2) }), invented(kind, 8, 1, "类", func(i int) float64 { return math.Pow(9, float64(i)) }))
	}
	return append(out, rate, big, invented(cases.ChartColumns, 12, 2, "", falling), invented(cases.ChartBars, 12, 2, longName, falling),
		invented(cases.ChartColumns, 7, 2, "比", func(int) float64 { return 0 }), cases.Chart{ID: "none", Kind: cases.ChartPie, Note: "这一年没有新收的行政复议案件。"},
		cases.Chart{ID: "wordless", Kind: cases.ChartBars})
}

// Whatever is drawn, at any size, scale and theme, has the size asked for and keeps off the edges: no label is cut off.
func TestPictures(t *testing.T) {
	looks := []cases.ChartLook{{Width: 540, Height: 320, Scale: 1}, {Width: 360, Height: 240, Scale: 1, Dark: true}, {Width: 700, Height: 400, Scale: 1.5}}
	for _, c := range extremes() {
		for _, look := range looks {
			t.Run(fmt.Sprintf("%s-%d-%v", c.ID, look.Width, look.Dark), func(t *testing.T) {
				img, err := pen(t).Draw(c, look)
				if err != nil {
					t.Fatal(err)
				}
				want := image.Pt(int(float64(look.Width)*look.Scale), int(float64(look.Height)*look.Scale))
				if img.Bounds().Size() != want {
					t.Fatalf("the picture is %v, want %v", img.Bounds().Size(), want)
				}
				if at, ok := strayInk(img, inks(look.Dark).ground, 3); ok {
					t.Errorf("something reaches the edge at %v", at)
				}
				if inked(img, inks(look.Dark).ground) == 0 {
					t.Error("the picture is empty")
				}
			})
		}
	}
}

// strayInk finds what is painted within so many pixels of the edge.
func strayInk(img image.Image, ground charts.Color, edge int) (image.Point, bool) {
	b := img.Bounds()
	inner := b.Inset(edge)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if p := image.Pt(x, y); !p.In(inner) && !same(img.At(x, y), ground) {
				return p, true
			}
		}
	}
	return image.Point{}, false
}

func inked(img image.Image, ground charts.Color) (n int) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if !same(img.At(x, y), ground) {
				n++
			}
		}
	}
	return n
}

func same(a color.Color, c charts.Color) bool {
	n := color.NRGBAModel.Convert(a).(color.NRGBA)
	return n.R == c.R && n.G == c.G && n.B == c.B
}

// Twice as many cases are twice as much ink in the column, beside one that stays; so the picture tells the numbers.
func TestColumnsAreAsHighAsTheirValues(t *testing.T) {
	c := invented(cases.ChartColumns, 2, 1, "类", func(i int) float64 { return []float64{40, 80}[i] })
	img, err := pen(t).Draw(c, cases.ChartLook{Width: 540, Height: 320, Scale: 1})
	if err != nil {
		t.Fatal(err)
	}
	ink, left, right := inks(false).series[0], 0, 0
	for y := range 320 {
		for x := range 540 {
			switch {
			case !same(img.At(x, y), ink):
			case x < 290:
				left++
			default:
				right++
			}
		}
	}
	if ratio := float64(right) / float64(left); left == 0 || math.Abs(ratio-2) > 0.05 {
		t.Errorf("%d and %d pixels for 40 and 80 cases", left, right)
	}
}

// The same chart gives the same bytes, another number other bytes, and sizes nobody can read are raised.
func TestPNG(t *testing.T) {
	draw := func(v float64, look cases.ChartLook) []byte {
		data, err := pen(t).PNG(invented(cases.ChartPie, 1, 1, "维持", func(int) float64 { return v }), look)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	a, b, c := draw(5, cases.ChartLook{}), draw(5, cases.ChartLook{Width: -1, Scale: math.NaN()}), draw(6, cases.ChartLook{})
	if bytes.Equal(a, c) || len(b) == 0 {
		t.Error("the number is not shown")
	}
	if !bytes.Equal(a, draw(5, cases.ChartLook{})) {
		t.Error("the same chart differs")
	}
	if _, err := NewPen([]byte("no typeface"), assets.FontBold()); err == nil {
		t.Error("a broken typeface is taken")
	}
}

// Every sign that charts write has a glyph in both weights.
func TestGlyphs(t *testing.T) {
	p := pen(t)
	for _, r := range "0123456789%（）…，、；：。“”〔〕－—一二三件年月新收办结受理调解和解直接纠错应诉败诉负责人出庭率其他未记载翀囍垚" {
		if p.regular.Index(r) == 0 || p.bold.Index(r) == 0 {
			t.Errorf("no glyph for %q", r)
		}
	}
}

// Texts that are cut or broken fit the width they were given and lose nothing when broken.
func TestFitting(t *testing.T) {
	s := newSheet(pen(t), cases.Chart{}, cases.ChartLook{Scale: 1.5})
	f := s.style(labelSize, s.ink.text)
	for _, width := range []int{40, 97, 300} {
		if got := s.cut(longName, width, f); s.width(got, f) > width || !strings.HasSuffix(got, "…") && got != longName {
			t.Errorf("%d: cut to %q", width, got)
		}
		lines := s.wrap(longName, width, f)
		for _, line := range lines {
			if s.width(line, f) > width {
				t.Errorf("%d: the line %q is too long", width, line)
			}
		}
		if strings.Join(lines, "") != longName {
			t.Errorf("%d: %q", width, lines)
		}
	}
}

// Words and numbers stand out from the grounds: 4.5 to 1 for text, 1.2 to 1 between neighbouring series in grey.
func TestContrast(t *testing.T) {
	for _, dark := range []bool{false, true} {
		c := inks(dark)
		for name, ink := range map[string]charts.Color{"text": c.text, "muted": c.muted} {
			if got := contrast(ink, c.ground); got < 4.5 {
				t.Errorf("dark %v: %s has %.1f:1", dark, name, got)
			}
		}
		for i, ink := range c.series {
			if got := contrast(ink, c.ground); got < 1.5 {
				t.Errorf("dark %v: series %d has %.2f:1 on the ground", dark, i, got)
			}
			if i > 0 && contrast(ink, c.series[i-1]) < 1.2 {
				t.Errorf("dark %v: series %d is as bright as the one before", dark, i)
			}
		}
	}
}

func contrast(a, b charts.Color) float64 {
	light := func(c charts.Color) float64 {
		part := func(v uint8) float64 {
			if x := float64(v) / 255; x > 0.04045 {
				return math.Pow((x+0.055)/1.055, 2.4)
			}
			return float64(v) / 255 / 12.92
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func BenchmarkDraw(b *testing.B) {
	p := pen(b)
	c := invented(cases.ChartColumns, 12, 2, "", func(i int) float64 { return float64(40 + i) })
	for b.Loop() {
		if _, err := p.PNG(c, cases.ChartLook{Width: 540, Height: 320, Scale: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
