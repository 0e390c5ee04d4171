package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"fuyi/cases"
	"fuyi/ui/model"
)

// paperAdder brings files into dossiers, one after the other, off the window's thread. It goes on while other cases are shown.
type paperAdder struct {
	p     *dossierPane
	queue model.AddQueue
	lines map[int]*addLine
	// drops counts what was dropped, so that every drop has a name of its own.
	drops int
	// folder is where the last file was chosen.
	folder string
}

// addLine is what moves while a file is copied.
type addLine struct {
	bar   *widget.ProgressBar
	stage *words
}

func newPaperAdder(p *dossierPane) *paperAdder {
	return &paperAdder{p: p, lines: map[int]*addLine{}}
}

// dropped takes files dropped on the window into the case in view.
func (s *shell) dropped(files []fyne.URI) {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	p := s.casePane()
	switch {
	case s.locked || len(paths) == 0:
	case p == nil:
		s.tell(model.Soon, "请先打开一件案件，再把文件拖进来。")
	default:
		p.dossier.adder.add(p.view.Case, paths)
		p.dossier.show()
		s.tell(model.Near, fmt.Sprintf("正在把%d个文件加入%s的卷宗。", len(paths), p.view.Number))
	}
}

// casePane is the case in view, nil if there is none.
func (s *shell) casePane() *casePane {
	var p *casePane
	switch v := s.pages[s.here].(type) {
	case *listPage:
		p = v.pane
	case *caseWindow:
		p = v.pane
	case *readerPage:
		p = v.pane
	}
	if p == nil || p.id == 0 || p.view == nil {
		return nil
	}
	return p
}

// choose asks for files, one after the other until 完成.
func (a *paperAdder) choose() {
	s := a.p.s
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			s.failed("choose paper", err)
			return
		}
		if f == nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // only the name was wanted
		a.folder = filepath.Dir(path)
		a.add(a.p.owner.view.Case, []string{path})
		a.choose()
	}, s.win)
	if a.folder != "" {
		if dir, err := storage.ListerForURI(storage.NewFileURI(a.folder)); err == nil {
			d.SetLocation(dir)
		}
	}
	d.SetConfirmText("加入卷宗")
	d.SetDismissText("完成")
	d.SetTitleText("选择材料，可以接连选几份")
	s.large(d)
}

// paste takes file paths from the clipboard.
func (a *paperAdder) paste() {
	if a.p.s.deps.ReadOnly != "" {
		return
	}
	paths := model.PastedPaths(fyne.CurrentApp().Clipboard().Content())
	if len(paths) == 0 {
		a.p.s.tell(model.Soon, "剪贴板里没有文件路径。请先在文件管理器中复制文件的路径，一行一个。")
		return
	}
	a.add(a.p.owner.view.Case, paths)
}

// add puts files, and the files of folders, into the queue of a case.
func (a *paperAdder) add(c *cases.Case, paths []string) {
	if a.p.s.deps.ReadOnly != "" {
		a.p.s.tell(model.Soon, a.p.s.deps.ReadOnly)
		return
	}
	a.drops++
	start(a.p.s.run, fmt.Sprintf("files %d of %d", a.drops, c.ID), func(context.Context) ([]string, error) {
		return filesOf(paths), nil
	}, func(files []string, err error) {
		if err != nil {
			a.p.s.failed("add papers", err)
			return
		}
		for _, f := range files {
			a.queue.Add(model.NewPaper(c, f), f)
		}
		if len(files) == 0 {
			a.p.s.tell(model.Soon, "文件夹里没有文件。")
		}
		a.drawn()
		a.next()
	})
}

// filesOf replaces folders by the files in them, in order of name. What cannot be read stays and fails by its own name.
func filesOf(paths []string) []string {
	var out []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			out = append(out, path)
			continue
		}
		inside, _ := os.ReadDir(path) // what could be read before an error is taken
		for _, f := range inside {
			if f.Type().IsRegular() && f.Name()[0] != '.' {
				out = append(out, filepath.Join(path, f.Name()))
			}
		}
	}
	return out
}

// next copies the next file of the queue.
func (a *paperAdder) next() {
	x := a.queue.Next()
	if x == nil {
		return
	}
	x.Stage = model.AddCopying
	a.drawn()
	office, reader, run, path, paper := a.p.s.deps.Office, a.p.s.deps.Papers, a.p.s.run, x.Path, x.Paper
	progress := run.progress(func(percent int) { a.moved(x, percent) })
	start(run, a.jobName(x), func(ctx context.Context) (cases.Paper, error) {
		f, size, err := openPlain(path)
		if err != nil {
			return cases.Paper{}, err
		}
		defer f.Close()
		if reader != nil {
			// What the file is called may be wrong about what it is.
			if paper.Media, err = reader.Media(path); err != nil {
				return cases.Paper{}, err
			}
		}
		run.Post(func() { x.Total = size })
		p, err := office.AddPaper(ctx, paper, f, size, func(done, total int64) { progress(int(done>>10), int(total>>10)) })
		if err == nil && ctx.Err() != nil {
			// Cancelled when the last byte was already there.
			err = errors.Join(ctx.Err(), office.DiscardPapers(context.WithoutCancel(ctx), []cases.PaperID{p.ID}))
		}
		return p, err
	}, func(p cases.Paper, err error) { a.copied(x, p, err) })
}

func (a *paperAdder) jobName(x *model.Adding) string { return fmt.Sprintf("add paper %d", x.ID) }

// openPlain opens a file that can be taken into a dossier, with its length.
func openPlain(path string) (*os.File, int64, error) {
	fail := func(err error, msg string) (*os.File, int64, error) {
		return nil, 0, &cases.Error{Op: "open file", Kind: cases.Invalid, Err: err, Msg: msg}
	}
	name := filepath.Base(path)
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(err, "没有找到文件“"+name+"”，可能已被移走或者改名。")
	case err != nil:
		return fail(err, "文件“"+name+"”读不出来，请检查是否有权限、是否被别的程序占用。")
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = fs.ErrInvalid
	}
	if err != nil {
		_ = f.Close() // nothing was written
		return fail(err, "“"+name+"”不是可以添加的文件。")
	}
	return f, info.Size(), nil
}

// moved shows how far the copy is.
func (a *paperAdder) moved(x *model.Adding, percent int) {
	if x.Stage == model.AddCopying {
		x.Done = x.Total * int64(max(percent, 0)) / 100
		a.tellStage(x)
	}
}

func (a *paperAdder) tellStage(x *model.Adding) {
	if l := a.lines[x.ID]; l != nil {
		l.bar.SetValue(x.Share())
		l.stage.set(x.Label())
	}
}

// copied takes the paper that a file became, or why it did not.
func (a *paperAdder) copied(x *model.Adding, p cases.Paper, err error) {
	switch {
	case err != nil:
		x.Stage, x.Say = model.AddFailed, cases.Message(err)
		a.p.s.deps.Log.Error("add paper", "err", err, "cause", errors.Unwrap(err))
		if !a.inView(x) {
			a.p.s.failed("add paper", err)
		}
	default:
		x.Stage, x.Paper = model.AddDone, p
		if a.p.s.deps.Papers != nil {
			x.Text = model.TextWaiting
		}
		a.p.s.deps.Log.Info("paper", "file", p.File, "bytes", p.Size)
	}
	a.settled(x)
}

// settled goes on after a file was copied, failed or cancelled; the last one makes a step of what was added.
func (a *paperAdder) settled(x *model.Adding) {
	id := x.Paper.Case
	if !a.queue.Busy(id) {
		if ids := a.queue.TakeNoted(id); len(ids) > 0 {
			office := a.p.s.deps.Office
			a.p.s.did(model.Step{Label: fmt.Sprintf("添加材料%d份", len(ids)),
				Undo: func(ctx context.Context) error { return office.DiscardPapers(ctx, ids) },
				Redo: func(ctx context.Context) error { return office.ReinstatePapers(ctx, ids) }})
		}
		if a.inView(x) {
			a.p.load()
		}
	} else {
		a.drawn()
	}
	a.next()
	a.nextText()
}

// inView reports whether the dossier of a file's case is shown.
func (a *paperAdder) inView(x *model.Adding) bool {
	return a.p.open && a.p.owner.id == x.Paper.Case
}

// drawn shows the queue anew unless something is being typed.
func (a *paperAdder) drawn() {
	if a.p.editing == nil && a.p.archiving == nil && len(a.p.review) == 0 {
		a.p.redraw()
	}
}

// stop cancels a file: nothing of it is left in the office.
func (a *paperAdder) stop(x *model.Adding) {
	if x.Busy() {
		a.p.s.run.Stop(a.jobName(x))
		x.Stage = model.AddStopped
		a.settled(x)
	}
}

// nextText reads the text of the next paper added, so that it can be searched, and counts its pages.
func (a *paperAdder) nextText() {
	x := a.queue.NextText()
	if x == nil {
		return
	}
	x.Text = model.TextReading
	a.tellStage(x)
	office, reader, p := a.p.s.deps.Office, a.p.s.deps.Papers, x.Paper
	start(a.p.s.run, fmt.Sprintf("read paper %d", p.ID), func(ctx context.Context) (struct{}, error) {
		path, err := office.PaperFile(ctx, p.ID)
		if err != nil {
			return struct{}{}, err
		}
		text, pages, err := reader.ReadText(ctx, path)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, office.SetPaperText(ctx, p.ID, text, pages)
	}, func(_ struct{}, err error) {
		x.Text = model.TextDone
		if err != nil {
			// The paper is in the dossier whatever its text: this is told beside it, not as a failure.
			x.Say = "已加入卷宗，但没有读出文字，查找时搜不到它的内容。" + cases.Message(err)
			a.p.s.deps.Log.Error("read paper", "paper", p.ID, "err", err)
		}
		a.tellStage(x)
		if a.queue.NextText() == nil && a.inView(x) {
			a.p.load()
		}
		a.nextText()
	})
}
