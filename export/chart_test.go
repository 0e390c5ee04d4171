package export

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/statistics"
)

// checkCharts compares the native charts of a workbook with what they should show: each refers to cells, and the cells hold
// the names and numbers of the tables.
func checkCharts(t *testing.T, path string, f *excelize.File, want []cases.Chart) {
	t.Helper()
	parts := chartParts(t, path)
	drawn := 0
	for _, c := range want {
		if c.Empty() {
			continue
		}
		drawn++
		part := ""
		for _, p := range parts {
			if strings.Contains(p, c.Title+"（") {
				part = p
			}
		}
		refs := cellRefs.FindAllStringSubmatch(part, -1)
		if len(refs) != 3*len(c.Series) {
			t.Errorf("%s refers %d times to cells", c.ID, len(refs))
			continue
		}
		for i, s := range c.Series {
			var values []string
			for _, v := range s.Values {
				values = append(values, fmt.Sprintf("%.12g", v))
			}
			for k, cells := range [][]string{{s.Label}, c.Categories, values} {
				if got := cellsOf(t, f, refs[3*i+k][1]); strings.Join(got, "|") != strings.Join(cells, "|") {
					t.Errorf("%s %s: %s holds %q, want %q", c.ID, s.Label, refs[3*i+k][1], got, cells)
				}
			}
		}
	}
	if len(parts) != drawn || drawn < 6 {
		t.Errorf("%d charts in the workbook, %d wanted", len(parts), drawn)
	}
}

// cellRefs finds the formulas by which a chart refers to cells.
var cellRefs = regexp.MustCompile(`<(?:c:)?f>([^<]*)</(?:c:)?f>`)

// chartParts are the texts of the charts in a workbook.
func chartParts(t *testing.T, path string) []string {
	t.Helper()
	r, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out []string
	for _, part := range r.File {
		if !strings.HasPrefix(part.Name, "xl/charts/chart") {
			continue
		}
		rc, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

// cellsOf reads the cells that a reference like '图表数据'!$A$3:$A$14 names.
func cellsOf(t *testing.T, f *excelize.File, ref string) []string {
	t.Helper()
	sheet, span, _ := strings.Cut(strings.NewReplacer("'", "", "&#39;", "", "$", "").Replace(ref), "!")
	first, last, many := strings.Cut(span, ":")
	if !many {
		last = first
	}
	col, from, err1 := excelize.CellNameToCoordinates(first)
	_, to, err2 := excelize.CellNameToCoordinates(last)
	if err1 != nil || err2 != nil || sheet != chartSheet {
		t.Fatalf("%q is no reference to %s", ref, chartSheet)
	}
	var out []string
	for row := from; row <= to; row++ {
		v, err := f.GetCellValue(sheet, cellAt(col, row), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		var number float64
		if json.Unmarshal([]byte(v), &number) == nil {
			v = fmt.Sprintf("%.12g", number) // a cell keeps fifteen digits
		}
		out = append(out, v)
	}
	return out
}

func jsonNumber(s string, x *float64) error { return json.Unmarshal([]byte(s), x) }

// A year without cases has the sheet of charts with sentences, and no chart.
func TestChartsOfAnEmptyYearbook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "年报.xlsx")
	if err := New(newMemory(t, cases.Settings{}), nil, today).Yearbook(t.Context(), path, 2020, 0, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(picturesSheet)
	if text := fmt.Sprint(rows); err != nil || !strings.Contains(text, "这一年没有新收的行政复议案件。") || len(chartParts(t, path)) != 0 {
		t.Errorf("%s, %v", text, err)
	}
}

// A chart is saved as a picture of twice the usual size; another kind of file and files without a typeface are refused.
func TestSaveChart(t *testing.T) {
	m := newMemory(t, cases.Settings{})
	f := New(m, nil, today).Printing(Press{Regular: assets.FontRegular(), Bold: assets.FontBold()})
	c := statistics.Charts(&statistics.Report{Year: 2020}, nil)[0]
	path := filepath.Join(t.TempDir(), "图.png")
	if err := f.SaveChart(t.Context(), path, c); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if img, err := png.DecodeConfig(file); err != nil || img.Width != 1440 || img.Height != 840 {
		t.Errorf("%+v, %v", img, err)
	}
	for name, err := range map[string]error{"extension": f.SaveChart(t.Context(), path+".jpg", c), "typeface": New(m, nil, today).SaveChart(t.Context(), path, c)} {
		if cases.Message(err) == "" || err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
