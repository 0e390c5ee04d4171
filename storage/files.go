package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"fuyi/cases"
)

// contentPath is where a content lies: files/ab/abcdef…
func (o *Office) contentPath(hash string) string {
	return filepath.Join(o.dir, filesName, hash[:min(2, len(hash))], hash)
}

// copyStep is how much is copied between two reports of progress.
const copyStep = 256 << 10

// AddPaper copies a file into the office and enters it in the dossier. The content gets its name only when it is whole and on
// the disk; a row refers to it only after that, so that a fall in between leaves at most a content nobody refers to.
func (o *Office) AddPaper(ctx context.Context, p cases.Paper, content io.Reader, size int64, progress func(done, total int64)) (cases.Paper, error) {
	if o.write == nil {
		_, err := o.begin(ctx, "add paper")
		return p, err
	}
	if err := validPaper(&p); err != nil {
		return p, err
	}
	if size > cases.MaxPaperSize {
		return p, tooLarge(p.File)
	}
	p.Size, p.Hash = 0, ""
	part, err := o.receive(ctx, &p, content, size, progress)
	if err != nil {
		return p, err
	}
	path := o.contentPath(p.Hash)
	if err := keep(part, path); err != nil {
		return p, errors.Join(fail("add paper", err), removeAny(part))
	}
	return p, o.insertPaper(ctx, &p)
}

func tooLarge(file string) error {
	return &cases.Error{Op: "add paper", Kind: cases.Invalid,
		Msg: "“" + file + "”超过500 MB，放不进卷宗。请拆成几份，或降低扫描分辨率后再添加。"}
}

// receive copies the content into a file of its own in files/ and sets hash and size.
func (o *Office) receive(ctx context.Context, p *cases.Paper, content io.Reader, size int64, progress func(done, total int64)) (path string, err error) {
	f, err := os.CreateTemp(filepath.Join(o.dir, filesName), "new-*.part")
	if err != nil {
		return "", fail("add paper", err)
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err != nil {
			err = errors.Join(err, removeAny(f.Name()))
		}
	}()
	h := sha256.New()
	for to := io.MultiWriter(f, h); ; {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := io.CopyN(to, content, copyStep)
		if p.Size += n; p.Size > cases.MaxPaperSize {
			return "", tooLarge(p.File)
		}
		if progress != nil {
			progress(p.Size, max(size, p.Size))
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", fail("add paper", err)
		}
	}
	p.Hash = hex.EncodeToString(h.Sum(nil))
	return f.Name(), fail("add paper", f.Sync())
}

// keep gives a whole content its name, unless it is there already.
func keep(part, path string) error {
	if _, err := os.Stat(path); err == nil {
		return os.Remove(part)
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return syncFolder(dir)
}

// PaperFile is the path of a paper's content, to be read only.
func (o *Office) PaperFile(ctx context.Context, id cases.PaperID) (string, error) {
	p, err := paperByID(ctx, o.read, id)
	if err != nil {
		return "", fail("paper file", err)
	}
	path := o.contentPath(p.Hash)
	if err := verifyContent(path, p.Hash); err != nil {
		return "", &cases.Error{Op: "paper file", Kind: cases.Damaged, Err: err,
			Msg: "“" + p.Title + "”的文件不见了或已被改动。请从备份的 " + filesName + " 文件夹中找回。"}
	}
	return path, nil
}

// errChanged marks a content that is not what its name says.
var errChanged = errors.New("content does not match its hash")

func verifyContent(path, hash string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	if hex.EncodeToString(h.Sum(nil)) != hash {
		return errChanged
	}
	return nil
}

// sweep removes what an interrupted copy left in files/. Only a writer that holds the lock may do it.
func (o *Office) sweep() error {
	left, err := filepath.Glob(filepath.Join(o.dir, filesName, "new-*.part"))
	for _, path := range left {
		err = errors.Join(err, removeAny(path))
	}
	return err
}

// copyFiles copies the contents that to does not have yet. A content never changes, so one that is there is right.
func copyFiles(ctx context.Context, to, from string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == from {
			return nil
		}
		if err != nil || d.IsDir() || filepath.Ext(path) == ".part" {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if info, err := os.Stat(target); err == nil {
			if own, err := d.Info(); err == nil && own.Size() == info.Size() {
				return nil
			}
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
			return err
		}
		if err := copyFile(target+".part", path); err != nil {
			return errors.Join(err, removeAny(target+".part"))
		}
		return os.Rename(target+".part", target)
	})
}
