package export

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/sample"
)

// directed is the sample office with a directory that moves one organ to another level.
type directed struct {
	*memory
	cases.Directory
}

func (directed) Organs(context.Context) ([]cases.OrganRecord, error) {
	return []cases.OrganRecord{{Name: "苏州市公安局姑苏分局", Kind: cases.CityOutpost, Level: cases.CityLevel}}, nil
}

// CaseByNumber finds by the whole number.
func (d directed) CaseByNumber(ctx context.Context, number string) (found *cases.Case, err error) {
	err = d.Each(ctx, cases.Span{}, func(c *cases.Case) error {
		if c.Number == number {
			kept := *c
			found = &kept
		}
		return nil
	})
	if found == nil && err == nil {
		err = &cases.Error{Op: "case", Kind: cases.NotFound}
	}
	return found, err
}

func demoOffice(t *testing.T) directed {
	set, list := sample.Demo()
	return directed{memory: newMemory(t, set, list...)}
}

// The directory decides the level of a branch, where the name alone says it is of the district.
func TestFormsAskTheDirectory(t *testing.T) {
	f := New(demoOffice(t), nil, today)
	tables, _, err := f.formTables(context.Background(), cases.FormOptions{Forms: []string{"form1-2016"}, From: calendar.New(2020, 1, 1), To: calendar.New(2020, 12, 31)})
	if err != nil {
		t.Fatal(err)
	}
	i, j, ok := tables[0].Find("公安", "respondent.city_dept")
	if n := tables[0].Rows[i].Values[j]; !ok || n != 7 {
		t.Errorf("%d against departments of the city", n)
	}
}

// Every number of the workbook is that of the table, leads to its list, and the list is as long as the number says.
func TestFormBookLeadsToItsCases(t *testing.T) {
	o := demoOffice(t)
	path := filepath.Join(t.TempDir(), "报表.xlsx")
	opt := cases.FormOptions{Forms: []string{"form1-2016", "form2-2015"}, From: calendar.New(2020, 1, 1), To: calendar.New(2020, 12, 31)}
	f := New(o, nil, today)
	if err := f.FormBook(context.Background(), path, opt, nil); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	tables, _, err := f.formTables(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		sheet := formSheetName(table)
		s := &formSheet{t: table, name: sheet}
		list := newCitations(nil, sheet, nil).name()
		for i, r := range table.Rows {
			for j, n := range r.Values {
				at := cellAt(j+2, formHeadRow+s.top().depth()+1+i)
				if got, err := x.GetCellValue(sheet, at); err != nil || got != fmt.Sprint(n) {
					t.Fatalf("%s %s is %q, want %d, %v", sheet, at, got, n, err)
				}
				if n == 0 {
					continue
				}
				link, err := x.GetCellFormula(sheet, at)
				if err != nil || !strings.HasPrefix(link, `HYPERLINK("#'`+list+"'!A") {
					t.Fatalf("%s %s links to %q, %v", sheet, at, link, err)
				}
				row := 0
				if _, err := fmt.Sscanf(link[strings.Index(link, "!A")+2:], "%d", &row); err != nil {
					t.Fatal(err)
				}
				cell := table.Cell(i, j)
				for k := range cell.Cases {
					if number, _ := x.GetCellValue(list, fmt.Sprintf("A%d", row+3+k)); !strings.Contains(number, "号") {
						t.Fatalf("%s row %d of %s: %q", list, row+3+k, at, number)
					}
				}
				if after, _ := x.GetCellValue(list, fmt.Sprintf("A%d", row+3+len(cell.Cases))); after != "" {
					t.Fatalf("the list of %s goes on with %q", at, after)
				}
				if why, _ := x.GetCellValue(list, fmt.Sprintf("A%d", row+1)); why != "为何计入："+cell.Why {
					t.Fatalf("%s: %q", at, why)
				}
			}
		}
	}
}

func TestFormBookRefusesWhatDoesNotExist(t *testing.T) {
	f := New(demoOffice(t), nil, today)
	path := filepath.Join(t.TempDir(), "报表.xlsx")
	for _, opt := range []cases.FormOptions{{Forms: []string{"form9"}}, {Forms: []string{"form1-2016"}, Rules: map[string]string{"x": "y"}}, {Forms: []string{"nothing"}}, {Forms: []string{"indicators"}, Readings: map[string]string{"x": "y"}}} {
		if err := f.FormBook(context.Background(), path, opt, nil); cases.KindOf(err) != cases.Invalid {
			t.Errorf("%+v: %v", opt, err)
		}
	}
	if err := New(newMemory(t, cases.Settings{}), nil, today).FormBook(context.Background(), path, cases.FormOptions{}, nil); cases.KindOf(err) != cases.Invalid {
		t.Errorf("an office without a directory: %v", err)
	}
}
