package pages

import (
	"context"
	"testing"
)

// BenchmarkEngineFirst starts the PDF engine as at the very first use on a computer; BenchmarkEngineAgain with the translation kept
// from an earlier run.
func BenchmarkEngineFirst(b *testing.B) {
	for b.Loop() {
		prepare(b, "")
	}
}

func BenchmarkEngineAgain(b *testing.B) {
	dir := b.TempDir()
	prepare(b, dir)
	for b.Loop() {
		prepare(b, dir)
	}
}

func prepare(b *testing.B, cache string) {
	r := New(Options{CacheDir: cache})
	if err := r.prepare(); err != nil {
		b.Fatal(err)
	}
	if err := r.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkOpenPDF opens and closes a file; BenchmarkPagePDF draws a page of text 1200 pixels wide; BenchmarkTextPDF reads a hundred
// pages.
func BenchmarkOpenPDF(b *testing.B) {
	path := write(b, "a.pdf", plainPDF("文字"))
	if err := shared().prepare(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p, err := shared().OpenPages(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		if err := p.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPagePDF(b *testing.B) {
	p, err := shared().OpenPages(context.Background(), write(b, "a.pdf", plainPDF("行政复议决定书")))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := p.Render(context.Background(), 0, 1200, 0); err != nil {
			b.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkTextPDF(b *testing.B) {
	texts := make([]string, 100)
	for i := range texts {
		texts[i] = "被申请人认定事实清楚、证据确实充分"
	}
	path := write(b, "a.pdf", plainPDF(texts...))
	if err := shared().prepare(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, n, err := shared().ReadText(context.Background(), path); err != nil || n != len(texts) {
			b.Fatal(n, err)
		}
	}
}

// prepare starts the PDF engine, so that what is measured is not its start.
func (r *Reader) prepare() error {
	_, err := r.pdf()
	return err
}
