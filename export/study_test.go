package export

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

// Every number of the tables stands in the workbook, and a count leads to a list that adds up to it.
func TestStudyBookLeadsToItsCases(t *testing.T) {
	o := demoOffice(t)
	p := forms.Period{From: calendar.New(2020, 1, 1), To: calendar.New(2020, 12, 31)}
	opt := cases.FormOptions{Forms: []string{analysis.IndicatorsID}, From: p.From, To: p.To, Decimals: 1}
	for _, i := range append(analysis.Tables(p), analysis.Lists()...) {
		opt.Forms = append(opt.Forms, i.ID)
	}
	path := filepath.Join(t.TempDir(), "分析.xlsx")
	if err := New(o, nil, today).FormBook(context.Background(), path, opt, nil); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	b, err := analysis.Load(context.Background(), o, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range analysis.Tables(p) {
		tb := b.Table(i.ID)
		rows, err := x.GetRows(sheetOf(tb))
		if err != nil {
			t.Fatal(err)
		}
		checkTable(t, x, rows, tb)
	}
	for _, i := range analysis.Lists() {
		l, err := analysis.NewList(context.Background(), o, i.ID, p, nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := x.GetRows(l.Title)
		if err != nil || len(rows) != 3+len(l.Rows) {
			t.Errorf("《%s》 has %d rows, want %d, %v", l.Title, len(rows)-3, len(l.Rows), err)
		}
	}
}

// checkTable finds a table by its title and compares its rows.
func checkTable(t *testing.T, x *excelize.File, rows [][]string, tb *analysis.Table) {
	t.Helper()
	at := 0
	for n, r := range rows {
		if len(r) > 0 && r[0] == tb.Title {
			at = n + 1
		}
	}
	if at == 0 {
		t.Fatalf("《%s》 is not in the workbook", tb.Title)
	}
	for rows[at][0] != tb.Rows[0].Label {
		at++
	}
	for i, r := range tb.Rows {
		for j, c := range r.Cells {
			name := cellAt(j+2, at+1+i)
			got, err := x.GetCellValue(sheetOf(tb), name)
			if err != nil {
				t.Fatal(err)
			}
			want := c.Show(1)
			if got != want && !(c.Kind == analysis.Count && got == fmt.Sprint(c.N)) {
				t.Errorf("《%s》 %s/%s is %q, want %q", tb.Title, r.Label, tb.Columns[j].Head(), got, want)
			}
			if c.Kind == analysis.Count && c.N > 0 {
				leads(t, x, sheetOf(tb), name, c)
			}
		}
	}
}

func leads(t *testing.T, x *excelize.File, sheet, at string, c analysis.Cell) {
	t.Helper()
	link, err := x.GetCellFormula(sheet, at)
	if err != nil || !strings.Contains(link, sheet+"·案件") {
		t.Fatalf("%s %s leads to %q, %v", sheet, at, link, err)
	}
	row := 0
	if _, err := fmt.Sscanf(link[strings.Index(link, "!A")+2:], "%d", &row); err != nil {
		t.Fatal(err)
	}
	var sum int64
	for k := range c.Cases {
		var n int64
		text, _ := x.GetCellValue(sheet+"·案件", fmt.Sprintf("G%d", row+3+k))
		if _, err := fmt.Sscan(text, &n); err != nil {
			t.Fatalf("%s %s: line %d adds %q", sheet, at, k, text)
		}
		sum += n
		if number, _ := x.GetCellValue(sheet+"·案件", fmt.Sprintf("A%d", row+3+k)); number == "" {
			t.Errorf("%s %s: line %d has no case", sheet, at, k)
		}
	}
	if sum != c.N {
		t.Errorf("%s %s is %d, its list adds up to %d", sheet, at, c.N, sum)
	}
}
