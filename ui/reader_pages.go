package ui

import (
	"context"
	"errors"
	"image"
	"sync"

	"fuyi/cases"
	"fuyi/ui/model"
)

// openPages is an open paper. Its file may be closed while a page is still being drawn off the window's thread, so both wait for
// each other.
type openPages struct {
	sizes []model.Extent

	mu     sync.Mutex
	pages  cases.Pages
	closed bool
}

// openPaperPages opens a file and asks for the sizes of its pages. A page whose size cannot be read is taken for A4, and tells what
// is wrong when it is drawn.
func openPaperPages(ctx context.Context, reader cases.PaperReader, path string) (*openPages, error) {
	pages, err := reader.OpenPages(ctx, path)
	if err != nil {
		return nil, err
	}
	o := &openPages{pages: pages}
	for i := range pages.Count() {
		w, h, err := pages.Size(i)
		if err != nil {
			w, h = 595, 842
		}
		o.sizes = append(o.sizes, model.Extent{W: w, H: h})
		if ctx.Err() != nil {
			break
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, errors.Join(err, pages.Close())
	}
	return o, nil
}

// draw draws a page.
func (o *openPages) draw(ctx context.Context, k model.PageKey) (image.Image, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closed || ctx.Err() != nil {
		return nil, context.Canceled
	}
	return o.pages.Render(ctx, k.Page, k.Width, k.Turns)
}

func (o *openPages) close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closed {
		return nil
	}
	o.closed = true
	return o.pages.Close()
}
