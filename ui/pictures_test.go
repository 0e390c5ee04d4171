package ui

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fuyi/ui/model/fake"
)

// Every page is drawn in both variants, none of them blank.
func TestPictures(t *testing.T) {
	dir := os.Getenv("FUYI_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	o := fake.New()
	if err := Pictures(dir, testDeps(o, &fakeFiles{o: o})); err != nil {
		t.Fatal(err)
	}
	for _, sc := range scenes() {
		for _, variant := range []string{"light", "dark"} {
			name := sc.name + "-" + variant + ".png"
			if n := colours(t, filepath.Join(dir, name)); n < 20 {
				t.Errorf("%s shows %d colours: it is blank", name, n)
			}
		}
	}
}

func colours(t *testing.T, path string) int {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Size() != (image.Point{X: 1366, Y: 768}) {
		t.Errorf("%s measures %v", path, img.Bounds().Size())
	}
	seen := map[uint32]bool{}
	for y := 0; y < 768; y += 3 {
		for x := 200; x < 1366; x += 3 {
			r, g, b, _ := img.At(x, y).RGBA()
			seen[r>>8<<16|g>>8<<8|b>>8] = true
		}
	}
	return len(seen)
}
