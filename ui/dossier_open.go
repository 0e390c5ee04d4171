package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/cases/dossier"
	"fuyi/ui/model"
)

// openPaper shows a paper in the reader, or opens a copy in the system's program where the window cannot show it.
func (p *dossierPane) openPaper(id cases.PaperID) {
	x, ok := p.d.Paper(id)
	if !ok {
		return
	}
	p.choose(id)
	if p.s.deps.Papers == nil || !model.Readable(x) {
		p.s.openCopy(x)
		return
	}
	p.s.read(p.owner, model.NewReader(p.d.Readables(), id))
}

// readFirst opens the first paper of the dossier that the reader shows, if there is one.
func (c *casePane) readFirst() {
	c.dossier.show()
	if d := c.dossier.d; d != nil && len(d.Readables()) > 0 {
		c.dossier.openPaper(d.Readables()[0].ID)
	}
}

// openCopy opens a copy of a paper in the system's program: what is stored is never handed out, another program could change it.
func (s *shell) openCopy(x cases.Paper) {
	office := s.deps.Office
	s.tell(model.Near, "正在打开“"+dossier.FileName(x, 0)+"”……")
	start(s.run, "open copy", func(ctx context.Context) (string, error) {
		path, err := office.PaperFile(ctx, x.ID)
		if err != nil {
			return "", err
		}
		dir, err := s.shared.scratch.dir()
		if err != nil {
			return "", noScratch(err)
		}
		return copyOut(path, filepath.Join(dir, dossier.FileName(x, 0)))
	}, func(path string, err error) {
		if err != nil {
			s.failed("open paper", err)
			return
		}
		s.hush()
		s.deps.Log.Info("opened", "path", path)
		s.openFile(path)
	})
}

// noScratch says that nothing can be written where copies are made.
func noScratch(err error) error {
	return &cases.Error{Op: "copy", Kind: cases.Invalid, Err: err, Msg: "没有打开：系统的临时文件夹写不进去，请检查磁盘空间和权限。"}
}

// copyOut copies a stored file.
func copyOut(path, to string) (string, error) {
	from, err := os.Open(path)
	if err != nil {
		return "", &cases.Error{Op: "copy paper", Kind: cases.Damaged, Err: err, Msg: "这份材料的文件读不出来，可能已被移走。请用备份恢复。"}
	}
	defer from.Close()
	f, err := os.Create(to)
	if err != nil {
		return "", noScratch(err)
	}
	_, err = io.Copy(f, from)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", noScratch(err)
	}
	return to, nil
}

// outputs are what the dossier can be written as: the list of the volumes for Excel, and what is printed for the bound volumes.
func (p *dossierPane) outputs() fyne.CanvasObject {
	id, files := p.id, p.s.deps.Files
	name := model.FileName(p.d.Case.Number + "卷内目录")
	items := []*fyne.MenuItem{fyne.NewMenuItem("卷内目录（Excel）", func() {
		p.s.saveAs(name+".xlsx", func(path string) {
			p.s.exporting("卷内目录", path, func(ctx context.Context, _ cases.Progress) error { return files.VolumeList(ctx, path, id) })
		})
	})}
	for _, slip := range cases.BindingSlips() {
		items = append(items, p.owner.printItem(slip))
	}
	b := quiet("目录和封面", iconWhy, nil)
	b.Importance = widget.MediumImportance
	b.OnTapped = func() { p.s.showMenu(b, items...) }
	return b
}
