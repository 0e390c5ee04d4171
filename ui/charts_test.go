package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// The charts of the year stand on the overview, drawn for the size, the theme and the scale of the window; one is enlarged
// with a press, left with Esc, and saved.
func TestChartsInTheWindow(t *testing.T) {
	for _, l := range []model.Look{{Variant: "light", Percent: 100}, {Variant: "dark", Percent: 150}} {
		r := newRig(t, fake.New(), l)
		p := r.show(pageStatistics).(*statisticsPage)
		saves := 0
		walk(p.page.Container, func(o fyne.CanvasObject) {
			if b, ok := o.(*push); ok && b.Text == "存为图片" {
				saves++
			}
		})
		if saves != 7 {
			t.Errorf("%d charts can be saved", saves)
		}
		if len(r.files.charts) != 7 {
			t.Fatalf("%d charts were drawn", len(r.files.charts))
		}
		for i, look := range r.files.looks {
			if look.Dark != (l.Variant == "dark") || look.Scale != float64(l.Percent)/100 || look.Width < 300 || look.Width > 700 {
				t.Errorf("%s at %d%%: drawn as %+v", r.files.charts[i].ID, l.Percent, look)
			}
		}
		months := r.files.charts[slices.IndexFunc(r.files.charts, func(c cases.Chart) bool { return c.ID == "months" })]
		p.enlarge(months)
		if last := r.files.looks[len(r.files.looks)-1]; p.behind == nil || last.Scale <= r.files.looks[0].Scale {
			t.Errorf("enlarged to %+v", last)
		}
		r.key(fyne.KeyEscape)
		if p.behind != nil {
			t.Error("Esc does not lead back")
		}
		p.saveChart(months)
		if got := r.files.exported; len(got) != 1 || !strings.HasSuffix(got[0], months.Title+".png") {
			t.Errorf("saved %q", got)
		}
	}
}

// A chart that cannot be drawn says so, and the figures stay.
func TestChartThatCannotBeDrawn(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageStatistics).(*statisticsPage)
	pic := newPicture(r.shell, cases.Chart{ID: "months"}, "broken")
	r.o.Fail = errors.New("no")
	pic.box.Resize(fyne.NewSize(500, 300))
	if !pic.say.Visible() || !strings.Contains(strings.Join(shown(pic.box), ""), noCharts) || !r.logged("level=ERROR", "msg=chart", "id=months") {
		t.Errorf("shown %q, logged %s", shown(pic.box), r.log)
	}
	if p.m.Report == nil {
		t.Error("the figures are gone")
	}
}
