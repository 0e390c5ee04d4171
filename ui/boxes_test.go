package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// box is a text on the screen with the part of it that can be seen.
type box struct {
	text       string
	at         fyne.Position
	size, need fyne.Size
}

// textBoxes lists the lines of text in view: where each stands, and how much room it needs. What is scrolled out of its
// viewport is left out, and so is what was typed into fields, which scroll.
func textBoxes(root fyne.CanvasObject) []box {
	var out []box
	var visit func(o fyne.CanvasObject, at, from, to fyne.Position)
	visit = func(o fyne.CanvasObject, at, from, to fyne.Position) {
		if !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		size := o.Size()
		if at.X >= to.X || at.Y >= to.Y || at.X+size.Width <= from.X || at.Y+size.Height <= from.Y {
			return
		}
		if clips(o) {
			from = fyne.NewPos(max(from.X, at.X), max(from.Y, at.Y))
			to = fyne.NewPos(min(to.X, at.X+size.Width), min(to.Y, at.Y+size.Height))
		}
		if _, field := o.(interface{ SelectedText() string }); field {
			return
		}
		if line, ok := o.(*canvas.Text); ok {
			if line.Text != "" && at.Y >= from.Y && at.Y+size.Height <= to.Y && at.X >= from.X && at.X+size.Width <= to.X {
				out = append(out, lineBox(line, at))
			}
			return
		}
		for _, c := range childrenOf(o) {
			visit(c, at, from, to)
		}
	}
	const far = 1 << 20
	visit(root, fyne.NewPos(0, 0), fyne.NewPos(-far, -far), fyne.NewPos(far, far))
	return out
}

// lineBox is where the characters of a line stand inside its object.
func lineBox(line *canvas.Text, at fyne.Position) box {
	need := fyne.MeasureText(line.Text, line.TextSize, line.TextStyle)
	spare := max(0, line.Size().Width-need.Width)
	switch line.Alignment {
	case fyne.TextAlignCenter:
		at.X += spare / 2
	case fyne.TextAlignTrailing:
		at.X += spare
	}
	return box{line.Text, at, fyne.NewSize(min(need.Width, line.Size().Width), min(need.Height, line.Size().Height)), need}
}

// clips reports whether an object cuts off what lies outside it.
func clips(o fyne.CanvasObject) bool {
	_, scroll := o.(fyne.Scrollable)
	return scroll
}

// narrower is how much less room than its text a box may have: a rounding.
const narrower = 1.5

// Every page at the smallest and the largest common screen, in both variants, at both scales: no text is cut that does not
// say so with …, none runs out of the window, and no two stand on each other.
func TestNoTextIsClippedOrOverlaps(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(1920, 1080)} {
		for _, percent := range []int{100, 150} {
			for _, variant := range []string{"light", "dark"} {
				if raced && (size.Width > 1366 || percent > 100 || variant == "dark") {
					continue
				}
				t.Run(fmt.Sprintf("%.0fx%.0f-%d-%s", size.Width, size.Height, percent, variant), func(t *testing.T) {
					walkScenes(t, size, model.Look{Variant: variant, Percent: percent})
				})
			}
		}
	}
}

func walkScenes(t *testing.T, size fyne.Size, l model.Look) {
	o := fake.New()
	s, w := stage(testDeps(o, &fakeFiles{o: o}), l, size)
	defer w.Close()
	s.begin()
	for _, sc := range scenes() {
		sc.do(s)
		root := w.Canvas().Content()
		texts := textBoxes(root)
		if len(texts) == 0 {
			t.Errorf("%s shows no text", sc.name)
		}
		for i, b := range texts {
			if b.need.Width > b.size.Width+narrower || b.need.Height > b.size.Height+narrower {
				t.Errorf("%s: %q needs %.0fx%.0f and has %.0fx%.0f", sc.name, b.text, b.need.Width, b.need.Height, b.size.Width, b.size.Height)
			}
			if b.at.X < 0 || b.at.X+b.size.Width > size.Width+narrower {
				t.Errorf("%s: %q leaves the window at %.0f to %.0f", sc.name, b.text, b.at.X, b.at.X+b.size.Width)
			}
			for _, c := range texts[:i] {
				if overlap(b, c) {
					t.Errorf("%s: %q stands on %q", sc.name, b.text, c.text)
				}
			}
		}
	}
}

// overlap reports whether the characters of two lines touch. They leave a fifth of a line's height free above and below.
func overlap(a, b box) bool {
	const slack = 2
	free := (a.size.Height + b.size.Height) / 5
	return a.at.X+slack < b.at.X+b.size.Width && b.at.X+slack < a.at.X+a.size.Width &&
		a.at.Y+free < b.at.Y+b.size.Height && b.at.Y+free < a.at.Y+a.size.Height
}

// The test sees what it is there to see.
func TestTextBoxesFindsClippedText(t *testing.T) {
	newRig(t, fake.New(), model.Look{})
	a, b := canvas.NewText("这一行比它的框长得多", nil), canvas.NewText("压在上面", nil)
	root := container.NewWithoutLayout(a, b)
	root.Resize(fyne.NewSize(400, 200))
	a.Resize(fyne.NewSize(30, 20))
	b.Resize(fyne.NewSize(100, 20))
	found := textBoxes(root)
	if len(found) != 2 || found[0].need.Width <= found[0].size.Width+narrower || !overlap(found[0], found[1]) {
		t.Errorf("found %+v", found)
	}
}
