package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// chooseLedger asks for a ledger workbook and shows what importing it would do.
func (s *shell) chooseLedger() {
	if s.deps.ReadOnly != "" {
		s.tell(model.Soon, s.deps.ReadOnly)
		return
	}
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			s.failed("choose ledger", err)
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // only the name was wanted
		s.previewLedger(path)
	}, s.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xlsx"}))
	d.SetConfirmText("打开")
	d.SetDismissText("取消")
	d.SetTitleText("选择要导入的台账")
	s.large(d)
}

// previewLedger shows what importing a ledger would do.
func (s *shell) previewLedger(path string) { s.show(pageImport).(*importPage).preview(path) }

type resizable interface {
	Resize(fyne.Size)
	Show()
}

// large shows a file dialog at most of the window: by itself it opens too small to read names.
func (s *shell) large(d resizable) {
	d.Show()
	if s.win.Canvas().Overlays().Top() == nil {
		return // the system shows its own, which cannot be resized
	}
	size := s.win.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
}

// saveAs finds out where a file goes: into the export folder without asking where one is given, else as the clerk says.
func (s *shell) saveAs(name string, write func(path string)) {
	if s.deps.ExportDir != "" {
		write(filepath.Join(s.deps.ExportDir, name))
		return
	}
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil {
			s.failed("choose file", model.SaveTrouble(err))
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // the export writes the file itself, complete or not at all
		write(path)
	}, s.win)
	d.SetFileName(name)
	d.SetConfirmText("保存")
	d.SetDismissText("取消")
	d.SetTitleText("导出到")
	s.large(d)
}

// exportLedger exports both ledgers of a year, or of all years (0).
func (s *shell) exportLedger(year int) {
	name := "案件台账.xlsx"
	if year != 0 {
		name = fmt.Sprintf("案件台账%d年.xlsx", year)
	}
	s.saveAs(name, func(path string) {
		s.exporting("台账", path, func(ctx context.Context, p cases.Progress) error {
			return s.deps.Files.Ledger(ctx, path, year, p)
		})
	})
}

// exporting runs an export with a progress bar in the strip, and says where the file is.
func (s *shell) exporting(what, path string, work func(context.Context, cases.Progress) error) {
	bar := widget.NewProgressBar()
	s.tell(model.Near, "正在导出"+what+"……", newSized(14, bar), button("停止", nil, func() {
		s.run.Stop("export")
		s.tell(model.Soon, "导出已停止，没有写出文件。")
	}))
	progress := s.run.progress(func(percent int) { bar.SetValue(float64(max(percent, 0)) / 100) })
	begun := time.Now()
	startHeavy(s.run, "export", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, work(ctx, progress)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.failed("export", err)
			return
		}
		s.deps.Log.Info("exported", "path", path, "took", time.Since(begun).Round(time.Millisecond))
		s.tell(model.Finished, "已导出"+what+"："+path, quiet("打开所在文件夹", nil, func() { s.openFolder(filepath.Dir(path)) }))
	})
}

// openFolder shows a folder in the system's file manager.
func (s *shell) openFolder(dir string) {
	if _, err := os.Stat(dir); err != nil {
		s.failed("open folder", &cases.Error{Op: "open folder", Kind: cases.NotFound, Err: err, Msg: "没有找到文件夹" + dir + "。"})
		return
	}
	u, err := storage.ParseURI(storage.NewFileURI(dir).String())
	if err != nil {
		s.failed("open folder", err)
		return
	}
	if err := openURI(u); err != nil {
		s.failed("open folder", &cases.Error{Op: "open folder", Kind: cases.Invalid, Err: err,
			Msg: "系统没有可以打开文件夹的程序，请自行打开：" + dir})
	}
}
