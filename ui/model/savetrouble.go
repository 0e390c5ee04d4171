package model

import (
	"errors"
	"io/fs"

	"fuyi/cases"
)

// SaveTrouble words why the place that was chosen for a file cannot be written. The file dialog puts what is typed behind the folder in view, so
// that a whole path names a folder that does not exist.
func SaveTrouble(err error) error {
	why := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "没有这个文件夹。请在上面选择文件夹，文件名一栏只写文件名，不写路径。"
	case errors.Is(err, fs.ErrPermission):
		why = "没有权限写入这个文件夹，请换一个文件夹。"
	default:
		return err
	}
	return &cases.Error{Op: "choose file", Kind: cases.Invalid, Err: err, Msg: "不能在选定的位置写文件：" + why}
}
