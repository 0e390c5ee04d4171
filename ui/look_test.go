package ui

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"log/slog"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// No text is wider than its box on any page, at the smallest screen and at the largest scale.
func TestNoTextIsWiderThanItsBox(t *testing.T) {
	for _, l := range []model.Look{{Variant: "light", Percent: 100}, {Variant: "dark", Percent: 175}} {
		r := newRig(t, fake.New(), l)
		for _, sc := range scenes() {
			sc.do(r.shell)
			walk(r.win.Content(), func(o fyne.CanvasObject) {
				text, ok := o.(*canvas.Text)
				if !ok || text.Size().Width == 0 {
					return
				}
				need := fyne.MeasureText(text.Text, text.TextSize, text.TextStyle).Width
				if need > text.Size().Width+1.5 {
					t.Errorf("%s at %d%%: %q needs %.0f, has %.0f", sc.name, l.Percent, text.Text, need, text.Size().Width)
				}
			})
		}
	}
}

// Text reaches the contrast of WCAG AA on the grounds it stands on, in both variants.
func TestContrast(t *testing.T) {
	a := test.NewApp()
	defer a.Quit()
	l := newLook(model.Look{})
	pairs := [][2]fyne.ThemeColorName{
		{theme.ColorNameForeground, theme.ColorNameBackground}, {theme.ColorNameForeground, colorSurface},
		{colorMuted, theme.ColorNameBackground}, {colorMuted, colorSurface}, {colorMuted, theme.ColorNameHeaderBackground},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground}, {theme.ColorNamePrimary, colorSurface},
		{theme.ColorNamePrimary, theme.ColorNameBackground}, {theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
		{theme.ColorNameForeground, theme.ColorNameButton}, {theme.ColorNameForeground, theme.ColorNameSelection},
		{theme.ColorNameError, colorSurface}, {colorNavWord, colorNav}, {colorNavFirst, colorNavHere},
	}
	for _, tone := range []model.Tone{model.Late, model.Now, model.Soon, model.Near, model.Paused, model.Finished} {
		pairs = append(pairs, [2]fyne.ThemeColorName{toneColor(tone), colorSurface}, [2]fyne.ThemeColorName{toneColor(tone), toneTint(tone)})
	}
	for _, v := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		for _, p := range pairs {
			if c := contrast(l.Color(p[0], v), l.Color(p[1], v)); c < 4.5 {
				t.Errorf("variant %d: %s on %s has %.2f", v, p[0], p[1], c)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	channel := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

func TestScaleMultipliesEverySize(t *testing.T) {
	a := test.NewApp()
	defer a.Quit()
	one, big := newLook(model.Look{}), newLook(model.Look{Percent: 175})
	for name := range sizes {
		if got, want := big.Size(name), one.Size(name)*1.75; math.Abs(float64(got-want)) > 0.01 {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if big.Size(theme.SizeNameSeparatorThickness) != 1 {
		t.Error("lines get thicker")
	}
}

func TestProseBreaksLinesAsChineseAsks(t *testing.T) {
	a := test.NewApp()
	defer a.Quit()
	a.Settings().SetTheme(newLook(model.Look{}))
	text := strings.Repeat("行政复议案件，审理期限（六十日）。", 6) + "受理日期2026-05-20，届满日2026-07-20。"
	for width := float32(60); width < 400; width += 7 {
		lines := breakLines(text, width, 14, fyne.TextStyle{})
		for _, line := range lines[1:] {
			if first := []rune(line)[0]; strings.ContainsRune(closing, first) {
				t.Errorf("width %v: a line begins with %q", width, first)
			}
		}
		for _, line := range lines {
			if strings.HasSuffix(line, "（") {
				t.Errorf("width %v: a line ends with an opening mark", width)
			}
		}
		if got := strings.Join(lines, ""); got != text {
			t.Errorf("width %v loses text: %q", width, got)
		}
	}
}

func TestDateField(t *testing.T) {
	o := fake.Empty()
	_, w := stage(testDeps(o, &fakeFiles{o: o}), model.Look{}, pictureSize)
	defer w.Close()
	typed := ""
	f := newDateField(o.Cal, o.Today, "", func(s string) { typed = s })
	w.SetContent(f.Container)
	for text, want := range map[string][2]string{"2026.5.1": {"周五（休息日） 19天前", "2026-05-01"}, "20260509": {"周六 11天前", "2026-05-09"},
		"+5w": {"2026-05-27 周三 7天后", "2026-05-27"}, "今天": {"2026-05-20 周三 今天", "2026-05-20"}, "五月": {"不是日期", "五月"}, "": {"", ""}} {
		f.text.SetText(text)
		if f.weekday.text != want[0] || typed != want[1] {
			t.Errorf("%q: %q, reported %q", text, f.weekday.text, typed)
		}
	}
	f.text.SetText("5-1")
	f.text.FocusLost()
	if f.text.Text != "2026-05-01" {
		t.Errorf("a date typed in short stays %q when the field is left", f.text.Text)
	}
	f.text.SetText("2026-5-1")
	f.popup(f.text)
	days := map[string]*press{}
	walk(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if p, ok := o.(*press); ok {
			walk(p.content, func(o fyne.CanvasObject) {
				if x, ok := o.(*words); ok {
					days[x.text] = p
				}
			})
		}
	})
	if days["休"] == nil || days["班"] == nil || days["31"] == nil {
		t.Fatalf("the calendar shows %d days", len(days))
	}
	test.Tap(days["20"])
	if f.text.Text != "2026-05-20" {
		t.Errorf("picked %q", f.text.Text)
	}
}

// Tab goes through the registration in reading order.
func TestTabOrder(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageIntake).(*intakePage)
	order := map[fyne.Focusable]int{}
	r.win.Canvas().Unfocus()
	for i := range 70 {
		r.win.Canvas().FocusNext()
		if f := r.win.Canvas().Focused(); order[f] == 0 {
			order[f] = i + 1
		}
	}
	last := 0
	for _, e := range []fyne.Focusable{p.number, p.lists[cases.Applicant].inputs["name"], p.lists[cases.Applicant].inputs["id"],
		p.lists[cases.Applicant].inputs["address"], p.lists[cases.Respondent].inputs["name"], p.rows["subject"].entry(t), p.rows["requests"].entry(t)} {
		if order[e] <= last {
			t.Errorf("field %d comes after %d", order[e], last)
		}
		last = order[e]
	}
}

func TestRunnerDropsStaleResults(t *testing.T) {
	a := test.NewApp()
	defer a.Quit()
	r := newRunner(t.Context(), slog.New(slog.DiscardHandler), false)
	hold, results := make(chan struct{}), make(chan string, 2)
	cancelled := make(chan struct{})
	start(r, "x", func(ctx context.Context) (string, error) {
		<-ctx.Done()
		close(cancelled)
		<-hold
		return "old", nil
	}, func(s string, _ error) { results <- s })
	start(r, "x", func(context.Context) (string, error) { return "new", nil }, func(s string, _ error) { results <- s })
	if got := <-results; got != "new" {
		t.Fatalf("first result %q", got)
	}
	<-cancelled
	close(hold)
	start(r, "y", func(context.Context) (string, error) { return "other", nil }, func(s string, _ error) { results <- s })
	if got := <-results; got != "other" {
		t.Errorf("the stale result %q arrived", got)
	}
}

func TestRunnerTurnsAPanicIntoAnError(t *testing.T) {
	r := newRunner(t.Context(), slog.New(slog.DiscardHandler), true)
	var got error
	start(r, "x", func(context.Context) (int, error) { panic("broken") }, func(_ int, err error) { got = err })
	if got == nil || !strings.Contains(got.Error(), "broken") {
		t.Errorf("error %v", got)
	}
}

func TestProgressShowsWholePercents(t *testing.T) {
	r := newRunner(t.Context(), slog.New(slog.DiscardHandler), true)
	shown := []int{}
	p := r.progress(func(n int) { shown = append(shown, n) })
	p(0, 0)
	for i := range 100_001 {
		p(i, 100_000)
	}
	if len(shown) != 102 || shown[0] != -1 || shown[101] != 100 {
		t.Errorf("%d steps, from %d to %d", len(shown), shown[0], shown[len(shown)-1])
	}
}

func TestCancelledWorkIsNoError(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.failed("x", fmt.Errorf("wrapped: %w", context.Canceled))
	if r.said() != "" {
		t.Errorf("said %q", r.said())
	}
	r.failed("x", &cases.Error{Kind: cases.Refused, Msg: "不能这样做。", Err: errors.New("cause")})
	if r.said() != "不能这样做。" {
		t.Errorf("said %q", r.said())
	}
}

// A list of any length draws its last rows at their place and keeps few of them.
func TestListOfHundredThousand(t *testing.T) {
	o := fake.New()
	deps := testDeps(o, &fakeFiles{o: o})
	deps.Office = &long{Office: o}
	s, w := stage(deps, model.Look{}, pictureSize)
	defer w.Close()
	s.begin()
	p := s.list(cases.Reconsideration)
	p.table.list.Select(99_999)
	if r, ok := p.list.Row(99_999); !ok || r.ID != 100_000 {
		t.Errorf("last row %+v", r)
	}
}

// long answers every query as if there were 100,000 cases.
type long struct{ *fake.Office }

func (l *long) List(_ context.Context, q cases.Query) (cases.Page, error) {
	p := cases.Page{Total: 100_000}
	for i := q.Offset; i < min(q.Offset+q.Limit, p.Total); i++ {
		p.Rows = append(p.Rows, cases.Row{ID: cases.ID(i + 1), Number: fmt.Sprint(i + 1), Received: calendar.New(2026, 1, 1)})
	}
	return p, nil
}

func (l *long) Case(ctx context.Context, _ cases.ID) (*cases.Case, error) {
	return l.Office.Case(ctx, 1)
}
