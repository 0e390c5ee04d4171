package export

import (
	"io"
	"path/filepath"
	"strings"

	"fuyi/cases"
	"fuyi/cases/narrative"
	"fuyi/export/docx"
)

// SaveReport writes a report as a Word file or as plain text, by the ending of the path.
func (f *Files) SaveReport(path string, r cases.Report) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx":
		return saveAs(path, ".docx", func(w io.Writer) error { return docx.Write(w, r) })
	case ".txt":
		return saveAs(path, ".txt", func(w io.Writer) error {
			d := narrative.Document{Report: r}
			_, err := io.WriteString(w, d.Text())
			return err
		})
	}
	return &cases.Error{Op: "report", Kind: cases.Invalid, Msg: "报告只能存为 .docx 或者 .txt 文件，请改文件名“" + filepath.Base(path) + "”。"}
}
