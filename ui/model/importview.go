package model

import (
	"fmt"
	"path/filepath"
	"sync"

	"fuyi/cases"
)

// keptRows bounds how many accounts of accepted rows are kept for showing; refused rows are kept up to keptRefused, so
// that a ledger of any length cannot fill the memory. The counts are always complete.
const (
	keptRows    = 500
	keptRefused = 2000
)

// ImportView is the page of a ledger import: first a dry run that writes nothing, then the import, then its undoing.
type ImportView struct {
	Path   string
	Report cases.LedgerReport
	// Done is true once the import was written.
	Done bool

	mu      sync.Mutex
	refused []cases.LedgerRow
	others  []cases.LedgerRow
}

// NewImportView begins an import of a file.
func NewImportView(path string) *ImportView { return &ImportView{Path: path} }

// File is the file's base name.
func (v *ImportView) File() string { return filepath.Base(v.Path) }

// Take keeps the account of a row. It may be called from the goroutine that reads the file.
func (v *ImportView) Take(r cases.LedgerRow) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case r.Status == cases.RowRefused && len(v.refused) < keptRefused:
		v.refused = append(v.refused, r)
	case r.Status != cases.RowRefused && len(v.others) < keptRows:
		v.others = append(v.others, r)
	}
}

// Clear forgets the rows of an earlier run.
func (v *ImportView) Clear() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.refused, v.others = nil, nil
}

// Rows lists the accounts, refused rows first: they are what the clerk must look at.
func (v *ImportView) Rows(onlyRefused bool) []cases.LedgerRow {
	v.mu.Lock()
	defer v.mu.Unlock()
	out := append([]cases.LedgerRow(nil), v.refused...)
	if onlyRefused {
		return out
	}
	return append(out, v.others...)
}

// CanImport reports whether there is anything to write.
func (v *ImportView) CanImport() bool { return !v.Done && v.Report.Imported > 0 }

// Summary sums the run up in one sentence.
func (v *ImportView) Summary() string {
	r := v.Report
	verb := "可以导入"
	if v.Done {
		verb = "已经导入"
	}
	s := fmt.Sprintf("%s%s件", verb, Thousands(r.Imported))
	if r.Present > 0 {
		s += fmt.Sprintf("，已存在%s件（不重复导入）", Thousands(r.Present))
	}
	if r.Refused > 0 {
		s += fmt.Sprintf("，拒绝%s行", Thousands(r.Refused))
	}
	return s + "。"
}

// RowWord is the status of a row in words.
func (v *ImportView) RowWord(r cases.LedgerRow) (string, Tone) {
	switch r.Status {
	case cases.RowRefused:
		return "拒绝", Late
	case cases.RowPresent:
		return "已存在", Calm
	}
	if v.Done {
		return "已导入", Finished
	}
	return "可导入", Finished
}

// RowText says of a row what the clerk needs: the reasons of a refused one, else what was kept as a note or not read.
func RowText(r cases.LedgerRow) string {
	text := ""
	for _, s := range r.Reasons {
		text = join(text, s)
	}
	if text != "" {
		return text
	}
	for _, c := range r.Cells {
		switch {
		case c.Problem != "":
			text = join(text, c.Address+" "+c.Problem)
		case c.Understood == "":
			text = join(text, c.Header+"记入备注")
		}
	}
	if text == "" {
		return "全部单元格均已读懂"
	}
	return text
}

// CellText says what became of one cell.
func CellText(c cases.LedgerCell) (string, Tone) {
	switch {
	case c.Problem != "":
		return c.Text + "：" + c.Problem, Late
	case c.Understood == "":
		return c.Text + "（记入备注）", Calm
	case c.Understood == c.Text:
		return c.Text, Calm
	}
	return c.Text + " → " + c.Understood, Calm
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "；" + b
}

// SheetText says how a sheet was read.
func SheetText(s cases.LedgerSheet) string {
	if s.Kind == "" {
		return fmt.Sprintf("工作表“%s”未导入：%s", s.Name, s.Reason)
	}
	known, notes := 0, 0
	for _, c := range s.Columns {
		if c.Field == "" {
			notes++
		} else {
			known++
		}
	}
	text := fmt.Sprintf("工作表“%s”按%s台账读取：表头在第%d行，共%s行数据，识别%d列", s.Name, s.Kind.Label(), s.HeaderRow, Thousands(s.Rows), known)
	if notes > 0 {
		text += fmt.Sprintf("，%d列记入备注", notes)
	}
	return text
}
