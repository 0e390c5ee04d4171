package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/storage"

	"fuyi/cases"
	"fuyi/ui/model"
)

// print shows what the page in view prints.
func (s *shell) print() {
	on(s, printer.print, "这一页没有可以打印的内容，可以用导出（Ctrl+E）。")
}

// previewing writes a PDF and opens it in the system's viewer, where it is looked at and printed. Where an export folder is
// given it stays there, else in a temporary folder until the window closes.
func (s *shell) previewing(what, name string, write func(ctx context.Context, path string) error) {
	s.tell(model.Near, "正在准备"+what+"……")
	start(s.run, "print", func(ctx context.Context) (string, error) {
		dir, err := s.printDir()
		if err != nil {
			return "", err
		}
		path := filepath.Join(dir, name)
		return path, write(ctx, path)
	}, func(path string, err error) {
		if err != nil {
			s.failed("print", err)
			return
		}
		s.deps.Log.Info("printed", "path", path)
		s.tell(model.Finished, what+"已在系统的阅读器中打开，可以从那里打印："+path)
		s.openFile(path)
	})
}

// printDir is where files to be printed go.
func (s *shell) printDir() (string, error) {
	if s.deps.ExportDir != "" {
		return s.deps.ExportDir, nil
	}
	dir, err := s.shared.scratch.dir()
	if err != nil {
		return "", noScratch(err)
	}
	return dir, nil
}

// openFile opens a file in the system's program for it. The system may take a while to say that there is none.
func (s *shell) openFile(path string) {
	start(s.run, "open file", func(context.Context) (struct{}, error) {
		if s.deps.OpenFile != nil {
			return struct{}{}, s.deps.OpenFile(path)
		}
		u, err := storage.ParseURI(storage.NewFileURI(path).String())
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, openURI(u)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.failed("open file", &cases.Error{Op: "open file", Kind: cases.Invalid, Err: err,
				Msg: "系统没有可以打开这个文件的程序，请自行打开：" + path})
		}
	})
}
