package export

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fuyi/cases"
	workbook "fuyi/export/blank"
)

var _ cases.Blanks = (*Files)(nil)

// ReadBlank reads a form of another office for naming (空表自填).
func (f *Files) ReadBlank(path string) (cases.Blank, error) {
	form, err := openBlank(path)
	if err != nil {
		return cases.Blank{}, err
	}
	return form.Blank(), nil
}

// FillBlank writes a form with its named cells filled, all else in it being as it was. The form itself is never written over.
func (f *Files) FillBlank(ctx context.Context, path, out string, m cases.BlankMap, values map[string]cases.BlankValue) (cases.BlankReport, error) {
	form, err := openBlank(path)
	if err != nil {
		return cases.BlankReport{}, err
	}
	if sameFile(path, out) {
		return cases.BlankReport{}, refuse(cases.Invalid, "填好的表不能覆盖空表“"+filepath.Base(path)+"”，请另起一个文件名。", nil)
	}
	if err := ctx.Err(); err != nil {
		return cases.BlankReport{}, err
	}
	var report cases.BlankReport
	err = saveAs(out, ".xlsx", func(w io.Writer) (err error) {
		report, err = form.Fill(w, &m, values)
		return errors.Join(err, ctx.Err())
	})
	return report, err
}

func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// openBlank reads a form as a whole: it is small, and what was checked must be what is filled.
func openBlank(path string) (*workbook.Form, error) {
	name := filepath.Base(path)
	fd, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	defer fd.Close()
	info, err := fd.Stat()
	if err != nil {
		return nil, openError(path, err)
	}
	if err := checkFile(fd, info, name); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(fd, workbook.MaxBytes+1))
	if err != nil {
		return nil, openError(path, err)
	}
	return workbook.Open(name, data)
}
