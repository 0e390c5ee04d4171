package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/ui/model"
)

// listFoot counts what the list selects, and offers what can be done with the picked cases.
type listFoot struct {
	p      *listPage
	root   *panel
	picked *words
	totals *words
	acts   *fyne.Container
	line   *fyne.Container
}

func newListFoot(p *listPage) *listFoot {
	f := &listFoot{p: p, picked: strong("").in(theme.ColorNamePrimary), totals: muted("").cutting()}
	f.acts = container.NewHBox(quiet("分派…", nil, p.askAssign), quiet("导出", nil, p.export), quiet("打印", nil, p.print),
		quiet("移入回收站…", nil, p.askBin), quiet("取消选择", nil, p.pickNone))
	f.acts.Hide()
	f.picked.Hide()
	f.line = container.New(&footLayout{}, f.picked, f.totals, f.acts)
	f.root = newPanel(theme.ColorNameHeaderBackground, "", 4, 0.5, f.line)
	f.root.round = sizeSquare
	return f
}

// footLayout is a line whose height is that of its buttons whether they are shown or not, so that picking moves nothing.
type footLayout struct{}

func (footLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(em(10), o[2].MinSize().Height)
}

func (footLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x, right := float32(0), size.Width
	h := o[1].MinSize().Height
	if o[2].Visible() {
		w := min(o[2].MinSize().Width, size.Width)
		right -= w + units(2)
		place(o[2], size.Width-w, 0, w, size.Height)
	}
	if o[0].Visible() {
		w := min(o[0].MinSize().Width, max(right, 0))
		place(o[0], 0, (size.Height-h)/2, w, h)
		x = w + units(4)
	}
	place(o[1], x, (size.Height-h)/2, max(0, right-x), h)
}

// ask counts anew.
func (f *listFoot) ask() {
	q, office := f.p.list.Query(), f.p.s.deps.Office
	start(f.p.s.run, "totals:"+string(f.p.kind), func(ctx context.Context) (cases.Totals, error) { return office.Totals(ctx, q) },
		func(t cases.Totals, err error) {
			if err != nil {
				f.p.s.failed("totals", err)
				return
			}
			f.totals.set(strings.Join(model.TotalsText(f.p.kind, t), "　"))
		})
}

// show shows the number of picked cases with what can be done.
func (f *listFoot) show(n int) {
	f.picked.text = "已选" + model.Thousands(n) + "件"
	for _, o := range []fyne.CanvasObject{f.picked, f.acts} {
		if n > 0 {
			o.Show()
		} else {
			o.Hide()
		}
	}
	f.line.Refresh()
}
