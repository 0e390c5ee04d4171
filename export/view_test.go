package export

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// A list leaves as it is shown: dates as dates, formulas as text, long texts whole.
func TestViewIsWrittenAsShown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "列表.xlsx")
	long := strings.Repeat("很长的事项", 7000)
	rows := [][]cases.ViewCell{
		{{Text: "〔2026〕姑苏行复第1号"}, {Text: "=1+1"}, {Text: "2026-05-18", Day: calendar.New(2026, 5, 18)}},
		{{Text: "〔2026〕姑苏行复第2号"}, {Text: long}, {}},
	}
	f := New(nil, nil, nil)
	if err := f.ViewExport(t.Context(), path, "行政复议案件（选中）", []string{"案号", "复议事项", "收件日期"}, rows); err != nil {
		t.Fatal(err)
	}
	b, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	got, err := b.GetRows("案件列表", excelize.Options{RawCellValue: true})
	if err != nil || got[0][0] != "行政复议案件（选中）" || got[1][1] != "复议事项" || got[2][0] != "〔2026〕姑苏行复第1号" || got[2][1] != "=1+1" || got[2][2] != "46160" {
		t.Fatalf("%q, %v", got, err)
	}
	if formula, err := b.GetCellFormula("案件列表", "B3"); formula != "" || err != nil {
		t.Errorf("formula %q, %v", formula, err)
	}
	whole, err := b.GetRows(annexSheet)
	if err != nil || !strings.Contains(strings.Join(whole[len(whole)-1], ""), long[:300]) || !strings.HasPrefix(got[3][1], annexPrefix) {
		t.Errorf("the long text is %q, annex %v", got[3][1], err)
	}
}
