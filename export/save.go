package export

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"fuyi/cases"
)

// SaveFile writes a file through a temporary one in the same folder, brings it to the disk and renames it, so that a
// broken export never replaces a good file. Errors are *cases.Error with a sentence for the clerk.
func SaveFile(path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return &cases.Error{Op: "save file", Kind: cases.Invalid, Msg: "“" + path + "”是一个文件夹，请给出文件名，例如 台账.xlsx。"}
	}
	tmp, err := os.CreateTemp(dir, ".fuyi-*.tmp")
	if err != nil {
		return saveError(path, err)
	}
	defer func() {
		if err != nil {
			// The first error is the one to tell; the temporary file goes in any case.
			_ = tmp.Close()
			_ = os.Remove(tmp.Name())
		}
	}()
	buf := bufio.NewWriterSize(tmp, 1<<18)
	if err = write(buf); err != nil {
		return saveError(path, err)
	}
	if err = errors.Join(buf.Flush(), tmp.Sync(), tmp.Chmod(mode(path)), tmp.Close()); err != nil {
		return saveError(path, err)
	}
	if err = os.Rename(tmp.Name(), path); err != nil {
		return saveError(path, err)
	}
	syncDir(dir)
	return nil
}

// saveAs is SaveFile for a file whose name must end in ext: a workbook named 台账.csv opens in no program.
func saveAs(path, ext string, write func(io.Writer) error) error {
	if !strings.EqualFold(filepath.Ext(path), ext) {
		return &cases.Error{Op: "save file", Kind: cases.Invalid,
			Msg: "文件名“" + filepath.Base(path) + "”应当以 " + ext + " 结尾，请改名后再导出。"}
	}
	return SaveFile(path, write)
}

// mode keeps the permissions of a file that is replaced.
func mode(path string) fs.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// syncDir makes the new name durable. Not every system can sync a folder; the file's content is safe without it.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// saveError says in Chinese why a file could not be written. Errors that already carry a sentence, and a cancelled
// export, pass unchanged.
func saveError(path string, err error) error {
	var own *cases.Error
	if errors.As(err, &own) {
		return err
	}
	msg := "文件“" + path + "”没有写成，原来的文件没有改动。请换一个位置再试；仍不成功的，请把日志文件交给维护人员。"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		msg = "文件夹“" + filepath.Dir(path) + "”不存在，请先建好文件夹或者换一个位置。"
	case errors.Is(err, syscall.ENOSPC):
		msg = "磁盘空间不足，文件“" + path + "”没有写成，请清理磁盘后再试。"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.EROFS),
		errors.Is(err, syscall.ETXTBSY):
		msg = "不能写入“" + path + "”：没有写入权限，或者文件正在 WPS、Excel 中打开。请关闭该文件或者换一个位置再试。"
	}
	return &cases.Error{Op: "save file", Kind: cases.Invalid, Msg: msg, Err: err}
}
