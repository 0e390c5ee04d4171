package export

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/naming"
)

// yearForm is a small form; heads are those of its columns.
func yearForm(t *testing.T, heads ...any) string {
	t.Helper()
	row := append([]any{"单位"}, heads...)
	return newFixture(t).sheet("年报", []any{"应诉情况统计"}, row, []any{"区政府"}, []any{"区公安分局"}).save()
}

func mapOf(t *testing.T, path string, f *Files) cases.BlankMap {
	t.Helper()
	b, err := f.ReadBlank(path)
	if err != nil {
		t.Fatal(err)
	}
	m := cases.BlankMap{Title: "应诉年报", File: b.File}
	for _, cell := range []string{"B3", "C3", "B4", "C4"} {
		n, err := naming.Name(&b, "年报", cell, "年报/"+cell)
		if err != nil {
			t.Fatal(err)
		}
		m.Cells = append(m.Cells, n)
	}
	return m
}

// A form is filled into a new file; a moved column is told and leaves no file; the form itself is never written over.
func TestBlankFiles(t *testing.T) {
	f := New(nil, nil, nil)
	form := yearForm(t, "应诉件数", "败诉件数")
	m := mapOf(t, form, f)
	values := map[string]cases.BlankValue{}
	for i, n := range m.Cells {
		values[n.Name] = cases.BlankValue{Number: float64(i + 1)}
	}
	out := filepath.Join(t.TempDir(), "填好.xlsx")
	if report, err := f.FillBlank(t.Context(), form, out, m, values); err != nil || report.Filled != 4 {
		t.Fatalf("%+v, %v", report, err)
	}
	x, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if got, err := x.GetCellValue("年报", "C4"); got != "4" || err != nil {
		t.Errorf("C4 is %q, %v", got, err)
	}
	moved := yearForm(t, "开庭件数", "应诉件数", "败诉件数")
	none := filepath.Join(t.TempDir(), "不该有.xlsx")
	report, err := f.FillBlank(t.Context(), moved, none, m, values)
	if err == nil || len(report.Problems) != 4 || report.Problems[0].Now != "C3" || !strings.Contains(cases.Message(err), "工作表“年报”的B3的表头变了") {
		t.Errorf("%+v, %v", report, err)
	}
	if files, err := os.ReadDir(filepath.Dir(none)); len(files) > 0 || err != nil {
		t.Errorf("%v was written, %v", files, err)
	}
	before, err := os.ReadFile(form)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.FillBlank(t.Context(), form, form, m, values); err == nil || !strings.Contains(cases.Message(err), "不能覆盖空表") {
		t.Errorf("%v", err)
	}
	if after, err := os.ReadFile(form); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the form was changed, %v", err)
	}
	if _, err := f.FillBlank(t.Context(), form, filepath.Join(t.TempDir(), "填好.csv"), m, values); err == nil || !strings.Contains(cases.Message(err), "应当以 .xlsx 结尾") {
		t.Errorf("%v", err)
	}
}

// Files that are no workbook get a sentence that says what to do.
func TestHostileBlanks(t *testing.T) {
	ole := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	locked := filepath.Join(t.TempDir(), "加密.xlsx")
	if err := newFixture(t).sheet("年报", []any{"单位"}).f.SaveAs(locked, excelize.Options{Password: "123456"}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, path, want string }{
		{"missing", filepath.Join(t.TempDir(), "没有.xlsx"), "没有找到文件"},
		{"folder", t.TempDir(), "是文件夹"},
		{"empty", write(t, nil), "是空的"},
		{"text", write(t, []byte("单位,件数")), "不是 .xlsx 工作簿"},
		{"old format", write(t, append(ole, make([]byte, 4096)...)), "旧格式（.xls）。请在 WPS 或 Excel 中另存为“Excel 工作簿（.xlsx）”"},
		{"password", locked, "取消密码"},
		{"cut zip", write(t, []byte("PK\x03\x04 and then nothing")), "不完整或者已损坏"},
		{"bomb", declared(t, maxUnzipped+1), "解压后过大"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := New(nil, nil, nil).ReadBlank(tt.path); err == nil || !strings.Contains(cases.Message(err), tt.want) {
				t.Errorf("%v, want %s", err, tt.want)
			}
		})
	}
}
