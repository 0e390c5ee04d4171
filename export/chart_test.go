package export

import (
	"archive/zip"
	"encoding/json"
	"io"
	"strings"
	"testing"
)

// checkCharts looks for native charts in a workbook, and for the drawing that shows them on the overview.
func checkCharts(t *testing.T, path string) {
	t.Helper()
	r, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	charts, drawn := 0, false
	for _, f := range r.File {
		if strings.HasPrefix(f.Name, "xl/charts/chart") {
			charts++
		}
		if f.Name != "xl/worksheets/sheet1.xml" {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		drawn = strings.Contains(string(text), "<drawing ")
	}
	if charts != 2 || !drawn {
		t.Errorf("%d charts, drawn on the overview: %v", charts, drawn)
	}
}

func jsonNumber(s string, x *float64) error { return json.Unmarshal([]byte(s), x) }
