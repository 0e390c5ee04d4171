package pages

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/image/draw"
)

// atOnce is how many PDF files may be open at the same time. Each has an instance of its own, so that one that breaks its instance
// harms no other, and closing it gives its memory back.
const atOnce = 8

// engine is pdfium in its sandbox.
type engine struct {
	opt   Options
	once  sync.Once
	err   error
	pool  pdfium.Pool
	cache wazero.CompilationCache
}

func newEngine(opt Options) *engine { return &engine{opt: opt} }

// fontDir is where pdfium looks for fonts in its sandbox, from its root.
const fontDir = "usr/share/fonts/"

// start translates the engine, which takes a second or two, or less where the translation was kept.
func (e *engine) start() error {
	e.once.Do(func() {
		conf := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
		if e.opt.CacheDir != "" {
			// A cache that cannot be used costs time, nothing else.
			if cache, err := wazero.NewCompilationCacheWithDir(e.opt.CacheDir); err == nil {
				e.cache = cache
				conf = conf.WithCompilationCache(cache)
			}
		}
		e.pool, e.err = webassembly.Init(webassembly.Config{
			MaxTotal: atOnce, MaxIdle: 1, RuntimeConfig: conf, Stdout: io.Discard, Stderr: io.Discard,
			// Nothing of this machine is mounted: only the fonts that the program carries.
			FSConfig: wazero.NewFSConfig().WithFSMount(fontFS(e.opt.Fonts), "/"),
		})
	})
	return e.err
}

func (e *engine) close() error {
	if err := e.start(); err != nil {
		return nil
	}
	err := e.pool.Close()
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(context.Background()))
	}
	return err
}

// document is an open PDF file with its instance.
type document struct {
	mu     sync.Mutex
	file   *os.File
	pdf    pdfium.Pdfium
	ref    references.FPDF_DOCUMENT
	count  int
	closed bool
}

// open opens a PDF file, of which no more is read than is looked at. The file belongs to the document if it succeeds.
func (e *engine) open(ctx context.Context, f *os.File) (*document, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, unreadable(err)
	}
	pdf, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, internal("get pdf instance", err)
	}
	d := &document{file: f, pdf: pdf}
	doc, err := pdf.OpenDocument(&requests.OpenDocument{FileReader: &steady{f: f, size: info.Size()}, FileReaderSize: info.Size()})
	if err == nil {
		d.ref = doc.Document
		var n *responses.FPDF_GetPageCount
		if n, err = pdf.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref}); err == nil {
			d.count = n.PageCount
		}
	}
	if err == nil && d.count < 1 {
		err = errors.New("no pages")
	}
	if err != nil {
		return nil, errors.Join(brokenPDF(err), pdf.Close())
	}
	return d, nil
}

// steady reads a file for pdfium: it never fails to seek, and gives zeros behind the end, because pdfium is not ready for less than
// it asked for.
type steady struct {
	f        *os.File
	at, size int64
}

func (s *steady) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += s.at
	case io.SeekEnd:
		offset += s.size
	}
	if offset < 0 {
		return 0, fs.ErrInvalid
	}
	s.at = offset
	return offset, nil
}

func (s *steady) Read(p []byte) (int, error) {
	n, err := s.f.ReadAt(p, s.at)
	s.at += int64(n)
	if n > 0 {
		return n, nil
	}
	return 0, err
}

// brokenPDF says why a PDF file cannot be read.
func brokenPDF(err error) error {
	if errors.Is(err, pdferrors.ErrPassword) || errors.Is(err, pdferrors.ErrSecurity) {
		return invalid("open pdf", "PDF 文件设有打开密码，不能显示和查找其中的文字。请向提交人索取密码，去掉密码后重新添加。", err)
	}
	return invalid("open pdf", "PDF 文件已损坏或者不完整，不能显示。请重新扫描或者向提交人索取完好的文件；也可以试着用系统的程序打开。", err)
}

// text reads the text of all pages.
func (e *engine) text(ctx context.Context, f *os.File) (string, int, error) {
	d, err := e.open(ctx, f)
	if err != nil {
		return "", 0, err
	}
	var out strings.Builder
	for i := range d.count {
		if ctx.Err() != nil || out.Len() >= 4*maxText {
			break
		}
		if i > 0 {
			out.WriteByte('\f')
		}
		// A page that cannot be read is left out: the others can still be found.
		if t, err := d.pdf.GetPageText(&requests.GetPageText{Page: d.page(i)}); err == nil {
			out.WriteString(strings.ReplaceAll(strings.ReplaceAll(t.Text, "\r\n", "\n"), "\f", "\n"))
		}
	}
	// The caller closes the file.
	return bound(out.String()), d.count, errors.Join(ctx.Err(), d.pdf.Close())
}

func (d *document) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: i}}
}

// Count is the number of pages.
func (d *document) Count() int { return d.count }

func (d *document) check(page int) error {
	switch {
	case d.closed:
		return internal("draw page", errors.New("the document is closed"))
	case page < 0 || page >= d.count:
		return noPage(page)
	}
	return nil
}

// Size is the size of a page in points, as the file has it turned.
func (d *document) Size(page int) (width, height float32, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.check(page); err != nil {
		return 0, 0, err
	}
	s, err := d.pdf.GetPageSize(&requests.GetPageSize{Page: d.page(page)})
	if err != nil {
		return 0, 0, brokenPage(page, err)
	}
	return float32(s.Width), float32(s.Height), nil
}

func brokenPage(page int, err error) error {
	return invalid("draw page", fmt.Sprintf("PDF 文件的第%d页已损坏，不能显示；其他各页仍可以查看。", page+1), err)
}

// Render draws a page with its forms and seals on white.
func (d *document) Render(ctx context.Context, page, width, turns int) (image.Image, error) {
	pw, ph, err := d.Size(page)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w, h := extent(float64(pw), float64(ph), width, turns)
	d.mu.Lock()
	defer d.mu.Unlock()
	// It may have been closed meanwhile.
	if err := d.check(page); err != nil {
		return nil, err
	}
	r, err := d.pdf.RenderPageInPixels(&requests.RenderPageInPixels{Page: d.page(page), Width: w, Height: h,
		RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT, RenderForm: true})
	if err != nil {
		return nil, brokenPage(page, err)
	}
	// The pixels belong to the sandbox until here.
	src := r.Result.RenderedImage
	out := image.NewRGBA(image.Rect(0, 0, src.Bounds().Dx(), src.Bounds().Dy()))
	if r.Result.HasTransparency {
		draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(out, out.Rect, src, src.Bounds().Min, draw.Over)
	} else {
		draw.Draw(out, out.Rect, src, src.Bounds().Min, draw.Src)
	}
	r.Cleanup()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return quarter(out, turns), nil
}

// Close closes the document and its file; it may be called twice.
func (d *document) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil
	}
	d.closed = true
	return errors.Join(d.pdf.Close(), d.file.Close())
}

// fontFS is the root of the sandbox, which holds the fonts of the program and nothing else.
func fontFS(fonts [][]byte) fs.FS {
	out := memFS{}
	for i, data := range fonts {
		out[fmt.Sprintf(fontDir+"font%d.ttf", i)] = data
	}
	return out
}
