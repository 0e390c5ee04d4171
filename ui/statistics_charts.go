package ui

import (
	"bytes"
	"context"
	"image"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
	"fuyi/ui/model"
)

// chartTile is the narrowest chart in signs, so that two stand side by side in the smallest window.
const chartTile = 34

// noCharts stands where a chart could not be drawn.
const noCharts = "图表没有画成，数字仍可以在下面的表中查看。"

// picture shows a chart at the width it is given and draws it anew for that width, for the theme and for the pixels of the
// screen. Until it is drawn its ground is empty and its height already right.
type picture struct {
	s    *shell
	c    cases.Chart
	name string
	box  *fyne.Container
	img  *canvas.Image
	say  *prose
	look cases.ChartLook
	// zoom enlarges the letters beside those of the window.
	zoom float32
}

// newPicture shows a chart; name tells its drawing from that of other pictures.
func newPicture(s *shell, c cases.Chart, name string) *picture {
	p := &picture{s: s, c: c, name: "chart " + name, img: canvas.NewImageFromImage(nil), say: newProse("").in(colorMuted), zoom: 1}
	p.img.FillMode, p.img.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	p.say.Hide()
	p.box = container.New(&pictureLayout{p}, p.img, p.say)
	return p
}

// want draws the chart if it is not drawn for this size and theme yet.
func (p *picture) want(size fyne.Size) {
	look := model.ChartLook(size.Width, size.Height, p.zoom*theme.TextSize()/sizes[theme.SizeNameText], p.pixels(), p.dark())
	if look == p.look || size.Width < 1 {
		return
	}
	first := p.look == cases.ChartLook{}
	p.look = look
	if first {
		p.draw()
		return
	}
	p.s.run.After(p.name, pause, p.draw) // a window's edge is dragged in many small steps
}

func (p *picture) draw() {
	look := p.look
	start(p.s.run, p.name, func(ctx context.Context) (image.Image, error) {
		data, err := p.s.deps.Files.ChartPicture(ctx, p.c, look)
		if err != nil {
			return nil, err
		}
		return png.Decode(bytes.NewReader(data))
	}, p.show)
}

func (p *picture) show(img image.Image, err error) {
	if err != nil {
		p.s.deps.Log.Error("chart", "id", p.c.ID, "err", err)
		p.say.set(noCharts)
		p.say.Show()
		return
	}
	p.say.Hide()
	p.img.Image = img
	p.img.Refresh()
}

// pixels is how many pixels the screen has for one unit of the window.
func (p *picture) pixels() float32 { return p.s.win.Canvas().Scale() }

// dark tells whether the ground of cards is.
func (p *picture) dark() bool {
	r, g, b, _ := theme.Color(colorSurface).RGBA()
	return r+g+b < 3*0x8000
}

// pictureLayout gives the picture its shape and has it drawn.
type pictureLayout struct{ p *picture }

func (l *pictureLayout) heightFor(_ []fyne.CanvasObject, width float32) float32 {
	return width * model.ChartShape
}

func (l *pictureLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(chartTile-2), em(chartTile-2)*model.ChartShape)
}

func (l *pictureLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(size.Width, heightFor(objects[1], size.Width)))
	l.p.want(size)
}

// charts is the section of the year's charts. They come after the figures, because the year before is counted for them.
func (p *statisticsPage) charts(r *statistics.Report, asOf calendar.Date) fyne.CanvasObject {
	tiles := newTiles(chartTile, 2, waiting("正在画图表……"))
	startHeavy(p.s.run, "charts", func(ctx context.Context) ([]cases.Chart, error) {
		return model.YearCharts(ctx, p.s.deps.Count, r, asOf)
	}, func(list []cases.Chart, err error) {
		tiles.Objects = nil
		if err != nil {
			p.s.deps.Log.Error("charts", "year", r.Year, "err", err)
			tiles.Add(newProse(noCharts).in(colorMuted))
		}
		for _, c := range list {
			tiles.Add(p.chartTile(c))
		}
		p.page.relayout()
	})
	return section("图表", caption("数字取自下面的表，点按图表可以放大"), tiles)
}

func (p *statisticsPage) chartTile(c cases.Chart) fyne.CanvasObject {
	shown := newPress("", "", theme.ColorNameHover, 0, 0, newPicture(p.s, c, c.ID).box, func() { p.enlarge(c) })
	return newFlow(0, shown, newLine(1, []float32{1, 0}, caption(""), quiet("存为图片", iconExport, func() { p.saveChart(c) })))
}

// enlarge shows one chart in place of the page.
func (p *statisticsPage) enlarge(c cases.Chart) {
	head := newLine(2, []float32{0, 1, 0}, quiet("返回统计报表", iconBack, func() { p.back() }), caption(""),
		quiet("存为图片", iconExport, func() { p.saveChart(c) }))
	large := newPicture(p.s, c, "large")
	large.zoom = 1.3
	p.behind = container.NewPadded(container.NewBorder(head, nil, nil, nil, large.box))
	p.stack().Objects = []fyne.CanvasObject{p.behind}
	p.stack().Refresh()
}

// saveChart writes a chart as a picture.
func (p *statisticsPage) saveChart(c cases.Chart) {
	p.s.saveAs(model.FileName(c.Title)+".png", func(path string) {
		p.s.exporting("图表“"+c.Title+"”", path, func(ctx context.Context, _ cases.Progress) error {
			return p.s.deps.Files.SaveChart(ctx, path, c)
		})
	})
}
