package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/dossier"
	"fuyi/ui/model"

	"github.com/spf13/cobra"
)

func (a *app) attachCommand() *cobra.Command {
	var (
		kind  string
		kinds bool
	)
	cmd := &cobra.Command{
		Use:   "attach 案号 文件... [--kind 类目] [--json]",
		Short: "把文件加入一件案件的卷宗；--kinds 列出全部类目",
		Long: "把文件加入一件案件的卷宗。类目、题名和日期按文件名提出，用 --kind 另外指定类目；attach --kinds 列出全部类目和它们的代号。\n" +
			"文件复制到办公室数据里，原来的文件不动。PDF、Word（.docx）和文本文件的文字可以用 fuyi find 查找，PDF 和图片计算页数。\n" +
			"单个文件不能超过 500 MB；只要有一个文件不能加入，就一个也不加入。卷宗里已有的同一份文件不会再加一次。",
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case kinds:
				return operands()(cmd, args)
			case len(args) == 0:
				return misuse(cmd, "命令 attach 缺少参数：案号。")
			case len(args) == 1:
				return misuse(cmd, "命令 attach 缺少参数：要加入卷宗的文件。")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if kinds {
				return a.printHeadings()
			}
			return a.attach(cmd.Context(), args[0], args[1:], kind)
		},
	}
	cmd.Flags().StringVar(&kind, "kind", "", "归入的类目，写代号、名称或者名称的一部分，例如 main-18、决定书、副卷：审理报告")
	cmd.Flags().BoolVar(&kinds, "kinds", false, "列出卷宗的全部类目")
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) attach(ctx context.Context, number string, files []string, kind string) error {
	return a.change(ctx, func(o Office) error {
		c, err := o.CaseByNumber(ctx, number)
		if err != nil {
			return err
		}
		papers := make([]cases.Paper, len(files))
		for i, path := range files {
			papers[i] = model.NewPaper(c, path)
		}
		if kind != "" {
			h, err := chooseHeading(c.Kind, kind)
			if err != nil {
				return err
			}
			for i := range papers {
				papers[i].Volume, papers[i].Slot = h.Volume, h.Slot
			}
		}
		if err := takeable(files); err != nil {
			return err
		}
		there, err := o.Papers(ctx, c.ID)
		if err != nil {
			return err
		}
		reader := a.Papers()
		t := attachment{app: a, office: o, reader: reader, there: there, out: attachJSON{Number: c.Number, Kind: c.Kind, Files: []attachedJSON{}}}
		for i, path := range files {
			if err = t.add(ctx, papers[i], path); err != nil {
				break
			}
		}
		err = errors.Join(err, reader.Close())
		// What went in before a failure is in, and is told.
		if len(t.out.Files) > 0 || err == nil {
			err = errors.Join(err, t.print())
		}
		return err
	})
}

// takeable refuses files that no dossier can take, all in one go and before anything is copied.
func takeable(files []string) error {
	var wrong []string
	var cause error
	for _, path := range files {
		if msg, err := unfit(path); msg != "" {
			wrong, cause = append(wrong, msg), errors.Join(cause, err)
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	return &cases.Error{Op: "attach", Kind: cases.Invalid, Err: cause, Msg: strings.Join(append(wrong, "没有加入任何材料。"), "\n")}
}

// unfit says why a file cannot go into a dossier, "" if it can. What is no plain file is not even opened: a pipe would wait for ever.
func unfit(path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "没有找到文件“" + path + "”，请检查文件名和位置。", err
	case err != nil:
		return "文件“" + path + "”读不出来，请检查是否有权限。", err
	case info.IsDir():
		return "“" + path + "”是文件夹，请写出里面的文件。", nil
	case !info.Mode().IsRegular():
		return "“" + path + "”不是可以加入卷宗的文件。", nil
	case info.Size() > cases.MaxPaperSize:
		return fmt.Sprintf("“%s”有 %s，超过 500 MB，放不进卷宗。请拆成几份，或者降低扫描分辨率以后再加入。", path, model.SizeWord(info.Size())), nil
	}
	return "", nil
}

// attachJSON is the document of attach --json: one element for each file in the order given.
type attachJSON struct {
	Number  string         `json:"number"`
	Kind    cases.Kind     `json:"kind"`
	Added   int            `json:"added"`
	Present int            `json:"present"`
	Files   []attachedJSON `json:"files"`
}

// attachedJSON is a file with what became of it: status is added, or present where the dossier has the same content already, as
// paper. Problem is a sentence about text that could not be read, or "".
type attachedJSON struct {
	Path    string    `json:"path"`
	Status  string    `json:"status"`
	Paper   paperJSON `json:"paper"`
	Problem string    `json:"problem"`
}

// Statuses of a file.
const (
	fileAdded   = "added"
	filePresent = "present"
)

// attachment is one run of attach.
type attachment struct {
	app    *app
	office Office
	reader cases.PaperReader
	// there are the papers of the dossier.
	there []cases.Paper
	out   attachJSON
}

// add puts one file into the dossier, unless its content is there already.
func (t *attachment) add(ctx context.Context, p cases.Paper, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return &cases.Error{Op: "attach", Kind: cases.Invalid, Err: err, Msg: "文件“" + path + "”读不出来，请检查是否有权限、是否被别的程序占用。"}
	}
	// Only read.
	defer func() { _ = f.Close() }()
	hash, size, err := dossier.Fingerprint(ctx, f)
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		return unreadable(ctx, f, err)
	}
	status := filePresent
	i := slices.IndexFunc(t.there, func(x cases.Paper) bool { return x.Hash == hash })
	if i < 0 {
		if p.Media, err = t.reader.Media(path); err != nil {
			return err
		}
		if p, err = t.office.AddPaper(ctx, p, f, size, t.progress(p.File)); err != nil {
			return err
		}
		t.there, i, status = append(t.there, p), len(t.there), fileAdded
	}
	problem := ""
	// A paper whose text was not read when it came gets it now.
	if !t.there[i].Read {
		switch err = t.read(ctx, &t.there[i]); {
		case ctx.Err() != nil:
			problem = "文字还没有读完，查找时搜不到它的内容；再加入一次同一份文件就会接着读。"
		case err != nil:
			t.app.Log.Warn("read paper", "paper", t.there[i].ID, "err", err, "cause", errors.Unwrap(err))
			problem = "没有读出文字，查找时搜不到它的内容。" + cases.Message(err)
		}
	}
	t.note(attachedJSON{path, status, newPaperJSON(t.out.Kind, t.there[i]), problem})
	return ctx.Err()
}

func unreadable(ctx context.Context, f *os.File, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return &cases.Error{Op: "attach", Kind: cases.Invalid, Err: err, Msg: "文件“" + f.Name() + "”读到一半就读不下去了，请检查磁盘。"}
}

// progress tells how much of a large file is copied.
func (t *attachment) progress(file string) func(done, total int64) {
	if t.app.json {
		return nil
	}
	tell := progress(t.app.Stderr, "正在复制“"+file+"”，已复制 KB 数")
	return func(done, total int64) { tell(int(done>>10), int(total>>10)) }
}

// read stores the text of a paper and the number of its pages.
func (t *attachment) read(ctx context.Context, p *cases.Paper) error {
	path, err := t.office.PaperFile(ctx, p.ID)
	if err != nil {
		return err
	}
	text, pages, err := t.reader.ReadText(ctx, path)
	if err != nil {
		return err
	}
	if err := t.office.SetPaperText(ctx, p.ID, text, pages); err != nil {
		return err
	}
	now, err := t.office.Papers(ctx, p.Case)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(now, func(x cases.Paper) bool { return x.ID == p.ID }); i >= 0 {
		*p = now[i]
	}
	return nil
}

// note keeps what became of a file.
func (t *attachment) note(f attachedJSON) {
	t.out.Files = append(t.out.Files, f)
	if f.Status == fileAdded {
		t.out.Added++
	} else {
		t.out.Present++
	}
}

func (t *attachment) print() error {
	w := t.app.out
	if t.app.json {
		return writeJSON(w, t.out)
	}
	for _, f := range t.out.Files {
		p := f.Paper
		place := headingWords(dossier.HeadingOf(t.out.Kind, p.Volume, p.Slot))
		if f.Status == filePresent {
			fmt.Fprintf(w, "卷宗里已有同一份文件，没有再加：%s，就是%s中的“%s”\n", f.Path, place, p.Title)
		} else {
			words := []string{place, p.Title, p.Date.String(), pageCount(p.Pages), model.SizeWord(p.Size)}
			fmt.Fprintf(w, "已加入：%s  %s\n", f.Path, strings.Join(filled(words), gap))
		}
		if f.Problem != "" {
			fmt.Fprintf(w, "%s%s\n", gap, f.Problem)
		}
	}
	if len(t.out.Files) > 0 && t.out.Present == 0 {
		_, err := fmt.Fprintf(w, "%s的卷宗加入了 %d 份材料。\n", t.out.Number, t.out.Added)
		return err
	}
	_, err := fmt.Fprintf(w, "%s的卷宗加入了 %d 份材料，另有 %d 份是已有的。\n", t.out.Number, t.out.Added, t.out.Present)
	return err
}

func pageCount(n int) string {
	if n == 0 {
		return "页数未填"
	}
	return fmt.Sprintf("%d页", n)
}
