package pages

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // pictures that papers come as
	_ "image/jpeg" // see above
	_ "image/png"  // see above
	"io"
	"sync"

	_ "golang.org/x/image/bmp" // see above
	"golang.org/x/image/draw"
	_ "golang.org/x/image/tiff" // see above
	_ "golang.org/x/image/webp" // see above
)

// maxPixels is the largest picture that is opened: an A3 sheet at 600 dpi has 70 million points.
const maxPixels = 120_000_000

// dpi is what a picture is taken to have been scanned with, to give its page a size.
const dpi = 150

// picture is a picture as a document of one page.
type picture struct {
	mu    sync.RWMutex
	image image.Image
}

// openPicture reads a picture, turned as the camera held it.
func openPicture(f io.ReadSeeker) (p *picture, err error) {
	// The decoders are many and files come from anywhere; a fault in one must not end the program.
	defer func() {
		if fault := recover(); fault != nil {
			p, err = nil, brokenPicture(fmt.Errorf("decoder: %v", fault))
		}
	}()
	conf, format, err := image.DecodeConfig(bufio.NewReader(f))
	if err != nil {
		return nil, brokenPicture(err)
	}
	if conf.Width <= 0 || conf.Height <= 0 || int64(conf.Width)*int64(conf.Height) > maxPixels {
		return nil, invalid("open picture", "图片的尺寸太大，不能在窗口中显示，请用系统的程序打开。", nil)
	}
	turn := upright
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, unreadable(err)
	}
	if format == "jpeg" {
		turn = orientation(bufio.NewReader(f))
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return nil, unreadable(err)
		}
	}
	m, _, err := image.Decode(bufio.NewReaderSize(f, 1<<16))
	if err != nil {
		return nil, brokenPicture(err)
	}
	return &picture{image: straighten(m, turn)}, nil
}

func brokenPicture(err error) error {
	return invalid("open picture", "图片文件已损坏或者格式不能识别，不能显示。请重新扫描或者拍摄，或者用系统的程序打开。", err)
}

// Count is 1.
func (p *picture) Count() int { return 1 }

// Size takes the picture for one scanned at 150 dpi.
func (p *picture) Size(page int) (width, height float32, err error) {
	m, err := p.get(page)
	if err != nil {
		return 0, 0, err
	}
	return float32(m.Bounds().Dx()) * 72 / dpi, float32(m.Bounds().Dy()) * 72 / dpi, nil
}

func (p *picture) get(page int) (image.Image, error) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.image == nil {
		return nil, internal("draw picture", errors.New("the picture is closed"))
	}
	if page != 0 {
		return nil, noPage(page)
	}
	return p.image, nil
}

// Render draws the picture to a width in pixels, turned clockwise.
func (p *picture) Render(ctx context.Context, page, width, turns int) (image.Image, error) {
	m, err := p.get(page)
	if err != nil {
		return nil, err
	}
	b := m.Bounds()
	w, h := extent(float64(b.Dx()), float64(b.Dy()), width, turns)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	var scaler draw.Scaler = draw.BiLinear
	if w >= b.Dx() {
		scaler = draw.ApproxBiLinear
	}
	scaler.Scale(out, out.Bounds(), m, b, draw.Over, nil)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return quarter(out, turns), nil
}

// Close frees the picture.
func (p *picture) Close() error {
	p.mu.Lock()
	p.image = nil
	p.mu.Unlock()
	return nil
}

func noPage(page int) error {
	return invalid("draw page", fmt.Sprintf("没有第%d页。", page+1), nil)
}

// Bounds of a page that is drawn, in pixels.
const (
	maxSide = 12000
	maxArea = 48_000_000
)

// extent is the size at which a page is drawn before it is turned, so that it is width pixels wide afterwards. A width that would
// need too much memory is reduced.
func extent(pageWidth, pageHeight float64, width, turns int) (w, h int) {
	ratio := 1.0
	if pageWidth > 0 && pageHeight > 0 {
		ratio = min(max(pageHeight/pageWidth, 1.0/50), 50)
	}
	side := float64(min(max(width, 1), maxSide))
	if turns%2 != 0 {
		// Turned by a quarter, the page's height becomes the width.
		side /= ratio
	}
	for side > 1 && (side*side*ratio > maxArea || side > maxSide || side*ratio > maxSide) {
		side *= 0.9
	}
	return max(1, int(side+0.5)), max(1, int(side*ratio+0.5))
}

// quarter turns a picture clockwise by quarter turns.
func quarter(m *image.RGBA, turns int) *image.RGBA {
	turns = (turns%4 + 4) % 4
	if turns == 0 {
		return m
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	size := image.Rect(0, 0, h, w)
	if turns == 2 {
		size = image.Rect(0, 0, w, h)
	}
	out := image.NewRGBA(size)
	for y := range h {
		row := m.Pix[y*m.Stride : y*m.Stride+4*w]
		for x := range w {
			to := 0
			switch turns {
			case 1:
				to = x*out.Stride + 4*(h-1-y)
			case 2:
				to = (h-1-y)*out.Stride + 4*(w-1-x)
			case 3:
				to = (w-1-x)*out.Stride + 4*y
			}
			copy(out.Pix[to:to+4], row[4*x:4*x+4])
		}
	}
	return out
}
