// Package pages reads papers that came as files: it draws the pages of PDF files and pictures, and takes the text out of PDF, Word
// (.docx) and text files. It implements cases.PaperReader.
//
// What a file is, its content decides, never its name or what somebody said of it. Files come from outside, so everything is read
// within bounds, and a file that is damaged is an Invalid *cases.Error, never a panic. PDF files are read by pdfium inside a
// WebAssembly sandbox without access to files or network. DESIGN.md gives the measurements.
package pages

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"

	"fuyi/cases"
)

// Options say how papers are read. The zero value works.
type Options struct {
	// Fonts are TrueType files to draw PDF text with whose typeface is not embedded in the file. They are not written to.
	Fonts [][]byte
	// CacheDir is a folder of this user in which the translated PDF engine is kept between runs, "" for none. It may be removed
	// at any time.
	CacheDir string
}

// Reader implements cases.PaperReader. It starts its PDF engine when the first PDF is read.
type Reader struct {
	opt Options

	mu     sync.Mutex
	engine *engine
	closed bool
}

var _ cases.PaperReader = (*Reader)(nil)

// New returns a reader; it does nothing yet.
func New(opt Options) *Reader { return &Reader{opt: opt} }

// Close ends the PDF engine. Open pages become unusable; later reads of PDF files fail.
func (r *Reader) Close() error {
	r.mu.Lock()
	e := r.engine
	r.engine, r.closed = nil, true
	r.mu.Unlock()
	if e == nil {
		return nil
	}
	return e.close()
}

// pdf is the PDF engine, started at the first call. Others wait for it meanwhile.
func (r *Reader) pdf() (*engine, error) {
	r.mu.Lock()
	if r.closed {
		r.mu.Unlock()
		return nil, internal("start pdf engine", errors.New("the reader is closed"))
	}
	if r.engine == nil {
		r.engine = newEngine(r.opt)
	}
	e := r.engine
	r.mu.Unlock()
	if err := e.start(); err != nil {
		return nil, internal("start pdf engine", err)
	}
	return e, nil
}

// Media tells what a file is by its content.
func (r *Reader) Media(path string) (string, error) {
	f, media, err := open(path)
	if err != nil {
		return "", err
	}
	return media, f.Close()
}

// ReadText gives the text of a file, pages of a PDF separated by form feeds, and the number of pages. Text beyond twenty million
// characters is left out.
func (r *Reader) ReadText(ctx context.Context, path string) (text string, count int, err error) {
	f, media, err := open(path)
	if err != nil {
		return "", 0, err
	}
	defer closing(f, &err)
	switch {
	case media == PDF:
		e, err := r.pdf()
		if err != nil {
			return "", 0, err
		}
		return e.text(ctx, f)
	case isPicture(media):
		return "", 1, nil
	case media == Docx:
		text, err = docxText(ctx, f)
		return text, 0, err
	case media == Plain:
		text, err = plainText(ctx, f)
		return text, 0, err
	}
	return "", 0, nil
}

// OpenPages opens a PDF or a picture; an Invalid *cases.Error for any other file and for a damaged one.
func (r *Reader) OpenPages(ctx context.Context, path string) (cases.Pages, error) {
	f, media, err := open(path)
	if err != nil {
		return nil, err
	}
	switch {
	case media == PDF:
		var e *engine
		if e, err = r.pdf(); err == nil {
			var p cases.Pages
			if p, err = e.open(ctx, f); err == nil {
				return p, nil
			}
		}
	case isPicture(media):
		var p cases.Pages
		if p, err = openPicture(f); err == nil {
			return p, f.Close()
		}
	default:
		err = invalid("open pages", "这种文件不能在窗口中逐页显示，请用系统的程序打开。", nil)
	}
	return nil, errors.Join(err, f.Close())
}

// open opens a file and tells what it is.
func open(path string) (*os.File, string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, "", unreadable(err)
	}
	head := make([]byte, sniffed)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, "", errors.Join(unreadable(err), f.Close())
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, "", errors.Join(unreadable(err), f.Close())
	}
	media := mediaOf(head[:n])
	if media == zipFile && hasWordDocument(f) {
		media = Docx
	}
	return f, media, nil
}

func closing(f io.Closer, err *error) { *err = errors.Join(*err, f.Close()) }

func unreadable(err error) error {
	msg := "文件不能读取，请检查磁盘或者文件的权限。"
	kind := cases.Invalid
	if errors.Is(err, fs.ErrNotExist) {
		msg, kind = "文件不存在，可能已被移动或者删除。", cases.NotFound
	}
	return &cases.Error{Op: "read paper", Kind: kind, Msg: msg, Err: err}
}

func invalid(op, msg string, err error) error {
	return &cases.Error{Op: op, Kind: cases.Invalid, Msg: msg, Err: err}
}

func internal(op string, err error) error {
	return &cases.Error{Op: op, Kind: cases.Internal, Err: err, Msg: "程序内的 PDF 阅读组件不能使用，请改用系统的程序打开文件；可以把日志文件交给维护人员。"}
}
