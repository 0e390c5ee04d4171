package pages

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// quarters is a picture of 80 by 40 points, black in its upper left quarter.
func quarters() *image.Gray {
	m := image.NewGray(image.Rect(0, 0, 80, 40))
	for i := range m.Pix {
		m.Pix[i] = 0xff
		if x, y := i%80, i/80; x < 40 && y < 20 {
			m.Pix[i] = 0
		}
	}
	return m
}

func encoded(t testing.TB, encode func(io.Writer, image.Image) error) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := encode(&buf, quarters()); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func picture1(t testing.TB) []byte { return encoded(t, png.Encode) }

func picture2(t testing.TB) []byte {
	return encoded(t, func(w io.Writer, m image.Image) error { return tiff.Encode(w, m, nil) })
}

func photograph(t testing.TB) []byte {
	return encoded(t, func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) })
}

// corner tells which quarter of a picture is dark: 0 upper left, 1 upper right, 2 lower right, 3 lower left; -1 for none.
func corner(m image.Image) int {
	b := m.Bounds()
	for i, at := range []image.Point{{b.Dx() / 4, b.Dy() / 4}, {b.Dx() * 3 / 4, b.Dy() / 4}, {b.Dx() * 3 / 4, b.Dy() * 3 / 4}, {b.Dx() / 4, b.Dy() * 3 / 4}} {
		if color.GrayModel.Convert(m.At(at.X, at.Y)).(color.Gray).Y < 0x80 {
			return i
		}
	}
	return -1
}

func TestPicturesOfEveryKind(t *testing.T) {
	for name, content := range map[string][]byte{
		"png": picture1(t), "tiff": picture2(t), "jpeg": photograph(t), "bmp": encoded(t, bmp.Encode),
		"gif": encoded(t, func(w io.Writer, m image.Image) error { return gif.Encode(w, m, nil) }),
	} {
		path := write(t, "图片", content)
		if _, pages, err := shared().ReadText(context.Background(), path); pages != 1 || err != nil {
			t.Errorf("%s: %d pages, %v", name, pages, err)
		}
		p, err := shared().OpenPages(context.Background(), path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for turns := range 4 {
			m, err := p.Render(context.Background(), 0, 160, turns)
			if err != nil || corner(m) != turns || m.Bounds().Dx() != 160 {
				t.Errorf("%s turned %d times: dark corner %d, %v, %v", name, turns, corner(m), m.Bounds(), err)
			}
		}
		if w, h, err := p.Size(0); w != 2*h || err != nil {
			t.Errorf("%s: %v by %v, %v", name, w, h, err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestWebP(t *testing.T) {
	content, err := base64.StdEncoding.DecodeString("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=")
	if err != nil {
		t.Fatal(err)
	}
	p, err := shared().OpenPages(context.Background(), write(t, "a.webp", content))
	if err != nil || p.Count() != 1 {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

// held is a photograph with the mark how the camera was held, in either order of bytes.
func held(photo []byte, orientation byte, big bool) []byte {
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(rune(orientation)) + "\x00\x00\x00\x00\x00\x00\x00")
	if big {
		exif = []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(orientation)) + "\x00\x00\x00\x00\x00\x00")
	}
	out := append([]byte("\xff\xd8\xff\xe1"), byte((len(exif)+2)>>8), byte(len(exif)+2))
	return append(append(out, exif...), photo[2:]...)
}

func TestPhotographsStandUpright(t *testing.T) {
	photo := photograph(t)
	// The dark corner of each orientation, as the Exif standard has it.
	for orientation, want := range map[byte]int{1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3, 9: 0} {
		for _, big := range []bool{false, true} {
			p, err := shared().OpenPages(context.Background(), write(t, "a.jpg", held(photo, orientation, big)))
			if err != nil {
				t.Fatal(err)
			}
			m, err := p.Render(context.Background(), 0, 100, 0)
			if err != nil {
				t.Fatal(err)
			}
			tall := m.Bounds().Dy() > m.Bounds().Dx()
			if corner(m) != want || tall != (orientation >= 5 && orientation <= 8) {
				t.Errorf("orientation %d: dark corner %d, want %d, %v", orientation, corner(m), want, m.Bounds())
			}
			if err := p.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestExtentIsBounded(t *testing.T) {
	for _, tt := range []struct {
		w, h  float64
		width int
	}{{595, 842, 1 << 30}, {1, 100000, 12000}, {100000, 1, 12000}, {0, 0, 500}, {595, 842, -5}} {
		for turns := range 4 {
			if w, h := extent(tt.w, tt.h, tt.width, turns); w < 1 || h < 1 || w > maxSide || h > maxSide || w*h > maxArea*11/10 {
				t.Errorf("%v by %v at %d, %d turns: %d by %d", tt.w, tt.h, tt.width, turns, w, h)
			}
		}
	}
}
