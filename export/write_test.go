package export

import (
	"context"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
	"fuyi/cases/statistics"
)

// Synthetic offices hold what the demonstration office has not: open cases, suspensions, appeals. Their figures survive too.
func TestGeneratedFiguresSurviveTheRoundTrip(t *testing.T) {
	from := newMemory(t, sample.Office())
	err := sample.Generate(1500, 7, 2022, 2026, today(), from.cal, func(c *cases.Case) error {
		from.put(c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	to := roundTrip(t, from)
	for year := 2022; year <= 2026; year++ {
		if a, b := figures(t, from, year), figures(t, to, year); a != b {
			t.Errorf("figures of %d differ:\n%s\n%s", year, a, b)
		}
	}
	compareCases(t, from.list, to.list)
}

func simple(number string) *cases.Case {
	return &cases.Case{Kind: cases.Reconsideration, Number: number, Subject: "不服罚款决定",
		Parties: []cases.Party{{Role: cases.Applicant, Name: "张某"}, {Role: cases.Respondent, Name: "甲区公安局", Organisation: true}},
		Acts:    []procedure.Act{{Kind: procedure.Receipt, On: day("2020-03-05")}}}
}

// A text longer than a cell goes on in the annex, on paper and back; nothing is cut.
func TestLongTextGoesToTheAnnex(t *testing.T) {
	long := simple("〔2020〕1号")
	long.Subject = strings.Repeat("不服𠮷罚款", 20000)
	from := newMemory(t, cases.Settings{Office: "某局"}, long, simple("〔2020〕2号"))
	to := roundTrip(t, from)
	if to.list[0].Subject != long.Subject {
		t.Errorf("%d signs came back of %d", len(to.list[0].Subject), len(long.Subject))
	}
	for _, c := range chunks(long.Subject) {
		if units(c) > cellLimit {
			t.Errorf("a piece of %d units does not fit", units(c))
		}
	}
}

// Signs that a workbook cannot hold become visible ones.
func TestControlSignsBecomeVisible(t *testing.T) {
	for in, want := range map[string]string{"甲\x00乙\x0b丙": "甲␀乙␋丙", "a\r\nb\rc": "a\nb\nc", "好\xff": "好�", "\x7f": "␡", "＃（全角）": "＃（全角）", "正常\t\n": "正常\t\n"} {
		if got := cleanText(in); got != want {
			t.Errorf("cleanText(%q) = %q, want %q", in, got, want)
		}
	}
	c := simple("〔2020〕1号")
	c.Subject = "不服\x01罚款_x0041_决定"
	to := roundTrip(t, newMemory(t, cases.Settings{}, c))
	if got := to.list[0].Subject; got != "不服␁罚款_x0041_决定" {
		t.Errorf("subject %q", got)
	}
}

// Dates are real dates, numbers text; formulas in a name stay text.
func TestCellsHaveTheirTypes(t *testing.T) {
	c := simple("00123")
	c.Parties[0].Name = "=HYPERLINK(1)"
	path := filepath.Join(t.TempDir(), "a.xlsx")
	office := newMemory(t, cases.Settings{Office: "某局"}, c)
	if err := New(office, nil, today).Ledger(context.Background(), path, 2020, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "某局行政复议台账", "B4": "00123", "C4": "2020-03-05", "D4": "=HYPERLINK(1)", "C3": "收案日期"} {
		if got, err := f.GetCellValue(ledgerName(cases.Reconsideration), cell); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", cell, got, err, want)
		}
	}
	if formula, err := f.GetCellFormula(ledgerName(cases.Reconsideration), "D4"); err != nil || formula != "" {
		t.Errorf("the name became the formula %q, %v", formula, err)
	}
	for cell, want := range map[string]excelize.CellType{"B4": excelize.CellTypeInlineString, "C4": excelize.CellTypeUnset} {
		if got, err := f.GetCellType(ledgerName(cases.Reconsideration), cell); err != nil || got != want && got != excelize.CellTypeNumber {
			t.Errorf("%s has type %v, %v", cell, got, err)
		}
	}
	panes, err := f.GetPanes(ledgerName(cases.Reconsideration))
	if err != nil || !panes.Freeze || panes.YSplit != headerRow {
		t.Errorf("panes %+v, %v", panes, err)
	}
	for _, name := range []string{"_xlnm.Print_Area", "_xlnm.Print_Titles"} {
		if !slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool {
			return d.Name == name && d.Scope == ledgerName(cases.Reconsideration)
		}) {
			t.Errorf("%s is missing", name)
		}
	}
}

// A ledger of one year holds the cases received in it.
func TestLedgerOfOneYear(t *testing.T) {
	old, young := simple("〔2019〕1号"), simple("〔2020〕1号")
	old.Acts[0].On = day("2019-12-31")
	office := newMemory(t, cases.Settings{}, old, young)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	var done int
	err := New(office, nil, today).Ledger(context.Background(), path, 2020, func(d, _ int) { done = d })
	if err != nil || done != 1 {
		t.Fatalf("%d rows, %v", done, err)
	}
	i := importFile(t, path, cases.ImportOptions{}).good()
	if i.report.Imported != 1 || i.office.list[0].Number != "〔2020〕1号" {
		t.Errorf("%+v", i.report)
	}
}

// The year-end workbook says the same as the report it is made of, and its ledgers can be read again.
func TestYearbook(t *testing.T) {
	set, list := sample.Demo()
	office := newMemory(t, set, list...)
	path := filepath.Join(t.TempDir(), "年报.xlsx")
	if err := New(office, nil, today).Yearbook(context.Background(), path, 2020, 0, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := []string{"年度概览", "图表", "行政复议案件情况", "行政应诉案件情况", "年度报告文字", "行政复议台账", "行政应诉台账", "图表数据",
		"年度概览·案件", "行政复议案件情况·案件", "行政应诉案件情况·案件"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets %v", got)
	}
	report, err := statistics.Count(context.Background(), office, 2020, 0)
	if err != nil || len(report.Indicators) < 15 {
		t.Fatal(err, len(report.Indicators))
	}
	for i, ind := range report.Indicators {
		checkIndicator(t, f, i+4, ind)
	}
	last, err := statistics.Count(context.Background(), office, 2019, 0)
	if err != nil {
		t.Fatal(err)
	}
	checkCharts(t, path, f, statistics.Charts(report, last))
	i := importFile(t, path, cases.ImportOptions{}).good()
	if i.report.Imported < 80 || i.report.Sheets[0].Kind != "" || i.report.Sheets[5].Kind != cases.Reconsideration {
		t.Errorf("%+v", i.report)
	}
}

// checkIndicator compares a row of the overview with its figure, and the value kept in a formula's cell with what the
// formula gives.
func checkIndicator(t *testing.T, f *excelize.File, row int, ind statistics.Indicator) {
	t.Helper()
	cell := func(col string) string {
		s, err := f.GetCellValue(overviewSheet, col+rowCell(row)[1:], excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if cell("A") != ind.Label || cell("G") != ind.Formula {
		t.Errorf("row %d is %s (%s), want %s", row, cell("A"), cell("G"), ind.Label)
	}
	if got := number64(t, cell("B")); math.Abs(got-ind.Value) > 1e-9 {
		t.Errorf("%s is %v, want %v", ind.ID, got, ind.Value)
	}
	if !ind.Rate {
		return
	}
	calculated, err := f.CalcCellValue(overviewSheet, "B"+rowCell(row)[1:], excelize.Options{RawCellValue: true})
	if err != nil || math.Abs(number64(t, calculated)-ind.Value) > 1e-9 {
		t.Errorf("%s recalculates to %s, %v; want %v", ind.ID, calculated, err, ind.Value)
	}
}

func number64(t *testing.T, s string) float64 {
	t.Helper()
	var x float64
	if err := jsonNumber(s, &x); err != nil {
		t.Errorf("%q is no number", s)
	}
	return x
}

// A save that fails leaves the old file as it was, and nothing beside it.
func TestSaveFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	save := func(text string, err error) error {
		return SaveFile(path, func(w io.Writer) error {
			if _, e := io.WriteString(w, text); e != nil {
				return e
			}
			return err
		})
	}
	if err := save("old", nil); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := save("new", broken); !errors.Is(err, broken) || strings.Contains(cases.Message(err), "broken") {
		t.Errorf("%v", err)
	}
	own := &cases.Error{Kind: cases.Refused, Msg: "不行。"}
	if err := save("new", own); cases.Message(err) != "不行。" {
		t.Errorf("%v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Errorf("file holds %q, %v", got, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v left beside, %v", entries, err)
	}
	for p, want := range map[string]string{filepath.Join(dir, "没有", "a.xlsx"): "不存在", dir: "是一个文件夹", filepath.Join(path, "b.xlsx"): "没有写成"} {
		err := SaveFile(p, func(io.Writer) error { return nil })
		var e *cases.Error
		if !errors.As(err, &e) || !strings.Contains(e.Msg, want) {
			t.Errorf("%s: %v, want %s", p, err, want)
		}
	}
}

// A cancelled export writes nothing.
func TestCancelledExport(t *testing.T) {
	office := newMemory(t, cases.Settings{}, simple("1号"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	many := make([]*cases.Case, 2000)
	for i := range many {
		many[i] = simple("〔2020〕" + strings.Repeat("1", i%7) + "号")
		office.put(many[i])
	}
	err := New(office, nil, today).Ledger(ctx, path, 0, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was written: %v", err)
	}
}
