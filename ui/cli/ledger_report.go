package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"fuyi/cases"
)

// spooledReport is the JSON form of an import. Rows go through a temporary file: a ledger may have a hundred thousand
// of them, and when the import fails half way nothing may have been printed.
type spooledReport struct {
	dry   bool
	spool *os.File
	rows  jsonList
}

func newImportJSON(dry bool) (*spooledReport, error) {
	f, err := os.CreateTemp("", "fuyi-import-*.json")
	if err != nil {
		return nil, noTemporary("import", err)
	}
	return &spooledReport{dry: dry, spool: f, rows: jsonList{w: f}}, nil
}

func noTemporary(op string, err error) error {
	return &cases.Error{Op: op, Kind: cases.Internal, Msg: "无法建立临时文件，请检查磁盘空间和临时文件夹的权限后重试。", Err: err}
}

// row keeps every row of a dry run, and of a real run those that did not become cases.
func (s *spooledReport) row(r cases.LedgerRow) {
	if s.dry || r.Status != cases.RowImported {
		s.rows.add(r)
	}
}

// done prints the report with its rows as one object.
func (s *spooledReport) done(w io.Writer, r cases.LedgerReport) error {
	head, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	_, seek := s.spool.Seek(0, io.SeekStart)
	_, top := fmt.Fprintf(w, "%s,\n  \"rows\": [", strings.TrimSuffix(string(head), "\n}"))
	_, body := io.Copy(w, s.spool)
	_, end := io.WriteString(w, "\n  ]\n}\n")
	return errors.Join(s.rows.err, seek, top, body, end)
}

func (s *spooledReport) close() {
	// Nothing is lost if the temporary file cannot be removed; the system will.
	_ = s.spool.Close()
	_ = os.Remove(s.spool.Name())
}

// importText is the readable form of an import.
type importText struct {
	w    io.Writer
	dry  bool
	told int
	left int
}

// maxRefusals bounds the refused rows that a real run prints; JSON has them all.
const maxRefusals = 200

func (t *importText) row(r cases.LedgerRow) {
	if !t.dry && (r.Status != cases.RowRefused || t.told == maxRefusals) {
		if r.Status == cases.RowRefused {
			t.left++
		}
		return
	}
	if r.Status == cases.RowSkipped {
		fmt.Fprintf(t.w, "%s 第%d行：跳过，%s\n", r.Sheet, r.Row, strings.Join(r.Reasons, "；"))
		return
	}
	t.told++
	fmt.Fprintf(t.w, "%s 第%d行 %s：%s\n", r.Sheet, r.Row, orNone(r.Number, "（无案号）"), t.status(r.Status))
	for _, reason := range r.Reasons {
		fmt.Fprintf(t.w, "    %s\n", reason)
	}
	if t.dry {
		t.cells(r)
	}
}

func (t *importText) status(s cases.RowStatus) string {
	switch {
	case s == cases.RowRefused:
		return "不能导入"
	case s == cases.RowPresent:
		return "已存在，不改动"
	case t.dry:
		return "可以导入"
	}
	return "已导入"
}

// cells prints what became of each cell of a row, in three groups.
func (t *importText) cells(r cases.LedgerRow) {
	var read, kept []string
	reasons := strings.Join(r.Reasons, "\n")
	for _, c := range r.Cells {
		switch {
		case c.Problem != "" && strings.Contains(reasons, c.Problem):
			// The reasons for refusing the row have said it.
		case c.Problem != "":
			fmt.Fprintf(t.w, "    %s %s“%s”：%s\n", c.Address, c.Header, c.Text, c.Problem)
		case c.Understood != "":
			read = append(read, c.Header+"="+c.Understood)
		default:
			kept = append(kept, c.Header+"="+c.Text)
		}
	}
	if len(read) > 0 {
		fmt.Fprintf(t.w, "    读懂：%s\n", strings.Join(read, "；"))
	}
	if len(kept) > 0 {
		fmt.Fprintf(t.w, "    留作备注：%s\n", strings.Join(kept, "；"))
	}
}

func (t *importText) done(w io.Writer, r cases.LedgerReport) error {
	if t.left > 0 {
		fmt.Fprintf(w, "另有 %d 行不能导入，加上 --json 可以看到全部。\n", t.left)
	}
	for _, s := range r.Sheets {
		printSheet(w, s)
	}
	verb := "导入"
	if r.DryRun {
		verb = "可以导入"
	}
	fmt.Fprintf(w, "%s：%s %d 件，已存在 %d 件，不能导入 %d 行。\n", r.File, verb, r.Imported, r.Present, r.Refused)
	if r.DryRun {
		fmt.Fprintln(w, "这是试读，没有写入任何内容。")
	}
	if r.ImportID != 0 {
		fmt.Fprintf(w, "导入编号 %d；需要撤销时运行 fuyi imports --undo %d。\n", r.ImportID, r.ImportID)
	}
	return nil
}

func (t *importText) close() {}

func printSheet(w io.Writer, s cases.LedgerSheet) {
	if s.Kind == "" {
		fmt.Fprintf(w, "工作表“%s”没有导入：%s\n", s.Name, s.Reason)
		return
	}
	fmt.Fprintf(w, "工作表“%s”：%s台账，表头在第%d行，数据 %d 行。\n", s.Name, s.Kind.Label(), s.HeaderRow, s.Rows)
	var kept []string
	for _, c := range s.Columns {
		if c.Field == "" && c.Header != "" {
			kept = append(kept, c.Column+"列“"+c.Header+"”")
		}
	}
	if len(kept) > 0 {
		fmt.Fprintf(w, "    作为备注保存的列：%s\n", strings.Join(kept, "、"))
	}
}

func orNone(text, none string) string {
	if text == "" {
		return none
	}
	return text
}
