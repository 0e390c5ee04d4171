package cases

import (
	"context"
	"image"
)

// Pages is an open PDF or picture, page by page.
type Pages interface {
	// Count is the number of pages, at least 1.
	Count() int
	// Size is a page's width and height in points (1/72 inch), before turning.
	Size(page int) (width, height float32, err error)
	// Render draws a page (from 0) to a width in pixels, turned clockwise by quarter turns.
	Render(ctx context.Context, page, width, turns int) (image.Image, error)
	Close() error
}
