package blank

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/naming"
)

const table = "附件1"

// columns of the fixture's table: C to I; the third head row has numbers as printed.
var columns = []struct{ group, head string }{
	{"", "上期结转"}, {"", "本期新收"}, {"被申请人", "县级政府"}, {"被申请人", "其他"}, {"已审结", "维持"}, {"已审结", "撤销"}, {"已审结", "其他"},
}

var categories = []string{"公安", "土地", "其他"}

func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// superior makes a form as a superior office sends it: merged heads, formats, print settings, a picture, formulas of totals, a
// validation, a note, a second sheet. change may alter it before it is written.
func superior(t testing.TB, change func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	set := func(cell string, v any) { t.Helper(); must(t, f.SetCellValue(table, cell, v)) }
	must(t, f.SetSheetName("Sheet1", table))
	lines := []excelize.Border{{Type: "left", Style: 1, Color: "000000"}, {Type: "bottom", Style: 2, Color: "FF0000"}}
	boxed, err := f.NewStyle(&excelize.Style{Border: lines, Font: &excelize.Font{Family: "仿宋", Size: 11}})
	must(t, err)
	rate, err := f.NewStyle(&excelize.Style{Border: lines, NumFmt: 10})
	must(t, err)
	day := `yyyy"年"m"月"d"日"`
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &day})
	must(t, err)
	must(t, f.MergeCell(table, "A1", "I1"), f.MergeCell(table, "A3", "B5"), f.SetCellStyle(table, "A1", "I12", boxed), f.SetColWidth(table, "A", "B", 13.5), f.SetRowHeight(table, 1, 33))
	set("A1", "行政复议案件统计报表（2025年1月至12月）")
	set("H2", "制表机关：某市司法局")
	set("A3", "行政管理类别")
	for i, c := range columns {
		col, err := excelize.ColumnNumberToName(i + 3)
		must(t, err)
		if c.group == "" {
			must(t, f.MergeCell(table, col+"3", col+"4"))
			set(col+"3", c.head)
		} else {
			set(col+"4", strings.Join(strings.Split(c.head, ""), "\n"))
		}
		set(col+"5", i+1)
	}
	must(t, f.MergeCell(table, "E3", "F3"), f.MergeCell(table, "G3", "I3"), f.MergeCell(table, "A6", "A8"))
	set("E3", "被 申 请 人")
	set("G3", "已审结")
	set("A6", "类别")
	for i, c := range categories {
		set(fmt.Sprintf("B%d", 6+i), c)
	}
	set("B9", "合计")
	for i := range columns {
		col, err := excelize.ColumnNumberToName(i + 3)
		must(t, err)
		must(t, f.SetCellFormula(table, col+"9", fmt.Sprintf("SUM(%s6:%s8)", col, col)))
	}
	set("A10", "审结率")
	must(t, f.SetCellStyle(table, "B10", "B10", rate))
	set("A11", "填表人")
	set("A12", "填表时间")
	must(t, f.SetCellStyle(table, "B12", "B12", date))
	extras(t, f)
	if change != nil {
		change(f)
	}
	var b bytes.Buffer
	must(t, f.Write(&b))
	return b.Bytes()
}

// extras are the things that must survive.
func extras(t testing.TB, f *excelize.File) {
	t.Helper()
	landscape, paper := "landscape", 8
	must(t, f.SetPageLayout(table, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper}),
		f.SetHeaderFooter(table, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页"}),
		f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: table + "!$A$1:$I$12", Scope: table}),
		f.SetDefinedName(&excelize.DefinedName{Name: "本期新收", RefersTo: table + "!$D$9"}))
	v := excelize.NewDataValidation(true)
	v.Sqref = "C6:I8"
	must(t, v.SetRange(0, 99999, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween), f.AddDataValidation(table, v))
	red, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FF0000"}})
	must(t, err, f.SetConditionalFormat(table, "C6:I8", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Value: "100", Format: &red}}))
	var logo bytes.Buffer
	must(t, png.Encode(&logo, image.NewRGBA(image.Rect(0, 0, 8, 8))), f.AddPictureFromBytes(table, "K1", &excelize.Picture{Extension: ".png", File: logo.Bytes()}),
		f.AddComment(table, excelize.Comment{Cell: "C3", Author: "某市", Paragraph: []excelize.RichTextRun{{Text: "不含上年不予受理"}}}))
	_, err = f.NewSheet("填表说明")
	must(t, err, f.SetCellValue("填表说明", "A1", "一、本表每年报送一次"), f.SetCellFormula("填表说明", "B1", table+"!D9*2"))
}

func open(t testing.TB, data []byte) *Form {
	t.Helper()
	f, err := Open("附件1.xlsx", data)
	must(t, err)
	return f
}

// names are the figures of the table, as the statistics call them.
func names() (out []cases.BlankName) {
	for _, c := range categories {
		for i, k := range columns {
			n := cases.BlankName{Name: fmt.Sprintf("表1/%s/%d", c, i+1), Row: []string{"类别", c}, Column: []string{k.head}}
			if k.group != "" {
				n.Column = []string{k.group, k.head}
			}
			out = append(out, n)
		}
	}
	return append(out, cases.BlankName{Name: "审结率", Row: []string{"审结率"}})
}

// mapped names the whole form, by proposals and by hand, and sends the map through JSON.
func mapped(t testing.TB, data []byte) *cases.BlankMap {
	t.Helper()
	b := open(t, data).Blank()
	m := cases.BlankMap{Title: "附件1", File: b.File}
	for _, p := range naming.Propose(&b, names(), nil) {
		if !p.Exact {
			t.Errorf("%s %s is not exact", p.Cell, p.Name)
		}
		m.Cells = append(m.Cells, p.NamedCell)
	}
	for cell, name := range map[string]string{"B11": "填表人", "B12": "填表时间"} {
		n, err := naming.Name(&b, table, cell, name)
		must(t, err)
		m.Cells = append(m.Cells, n)
	}
	j, err := json.Marshal(m)
	must(t, err)
	out := &cases.BlankMap{}
	must(t, json.Unmarshal(j, out))
	return out
}

// values are figures that tell their place, with everything that a value can be.
func values() map[string]cases.BlankValue {
	out := map[string]cases.BlankValue{"审结率": {Number: 97.4, Percent: true}, "填表人": {Text: "陈某某 <办公室> & 档案"}, "填表时间": {Day: calendar.New(2026, 1, 8)}}
	for r, c := range categories {
		for i := range columns {
			out[fmt.Sprintf("表1/%s/%d", c, i+1)] = cases.BlankValue{Number: float64(100*(r+1) + i + 1)}
		}
	}
	return out
}

func unzip(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	out := map[string]string{}
	for _, p := range z.File {
		r, err := p.Open()
		must(t, err)
		b, err := io.ReadAll(r)
		must(t, err)
		out[p.Name] = string(b)
	}
	return out
}

var cellXML = regexp.MustCompile(`<c ([^>]*?)(/>|>.*?</c>)`)

// Every part of the filled workbook is the given one byte for byte, but for the values of the named cells, the results of
// formulas over them, and the word that all be calculated when the file is opened.
func TestFillChangesNothingElse(t *testing.T) {
	form := superior(t, nil)
	m := mapped(t, form)
	if len(m.Cells) != 24 {
		t.Fatalf("%d cells are named: %+v", len(m.Cells), m.Cells)
	}
	var out bytes.Buffer
	report, err := open(t, form).Fill(&out, m, values())
	if err != nil || report.Filled != 24 || report.Recalculated != 8 || len(report.Notices) > 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	before, after := unzip(t, form), unzip(t, out.Bytes())
	changed := map[string]bool{}
	for name, text := range before {
		if after[name] != text {
			changed[name] = true
		}
	}
	if len(before) != len(after) || len(changed) != 3 || !changed["xl/worksheets/sheet1.xml"] || !changed["xl/worksheets/sheet2.xml"] {
		t.Errorf("changed parts: %v, %d and %d parts", changed, len(before), len(after))
	}
	if got := strings.Replace(after["xl/workbook.xml"], ` fullCalcOnLoad="1"`, "", 1); got != before["xl/workbook.xml"] {
		t.Errorf("the workbook became %s", got)
	}
	named := map[string]bool{}
	for _, n := range m.Cells {
		named[n.Cell] = true
	}
	ref := regexp.MustCompile(`r="([A-Z]+[0-9]+)"`)
	mask := func(xml string) string {
		return cellXML.ReplaceAllStringFunc(xml, func(c string) string {
			cell := ref.FindStringSubmatch(c)[1]
			style := regexp.MustCompile(` s="[0-9]+"`).FindString(c)
			switch f := regexp.MustCompile(`<f.*?</f>`).FindString(c); {
			case f != "":
				return cell + style + f
			case named[cell]:
				return cell + style
			}
			return c
		})
	}
	if a, b := mask(before["xl/worksheets/sheet1.xml"]), mask(after["xl/worksheets/sheet1.xml"]); a != b {
		t.Errorf("beside the values:\n%s\n%s", a, b)
	}
}

// The filled workbook shows the figures in the formats of its cells, and its totals are right at once.
func TestFilledFigures(t *testing.T) {
	form := superior(t, nil)
	var out bytes.Buffer
	_, err := open(t, form).Fill(&out, mapped(t, form), values())
	must(t, err)
	x, err := excelize.OpenReader(&out)
	must(t, err)
	defer x.Close()
	for cell, want := range map[string]string{"C6": "101", "I6": "107", "F7": "204", "I8": "307", "C9": "603", "B10": "97.40%", "B11": "陈某某 <办公室> & 档案", "B12": "2026年1月8日", "A1": "行政复议案件统计报表（2025年1月至12月）"} {
		if got, err := x.GetCellValue(table, cell); got != want || err != nil {
			t.Errorf("%s is %q, %v, want %q", cell, got, err, want)
		}
	}
	if got, err := x.GetCellValue("填表说明", "B1"); got != "1212" || err != nil {
		t.Errorf("the other sheet's formula shows %q, %v", got, err)
	}
	if got := open(t, out2(t, form)).Blank(); got.Hash == open(t, form).Blank().Hash {
		t.Error("the hash does not tell the filled form")
	}
	if pics, err := x.GetPictures(table, "K1"); len(pics) != 1 || err != nil {
		t.Errorf("%d pictures, %v", len(pics), err)
	}
}

func out2(t testing.TB, form []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := open(t, form).Fill(&out, mapped(t, form), values())
	must(t, err)
	return out.Bytes()
}

// Last year's filled form is a form as well: its figures are replaced, and a second filling gives the same file's meaning.
func TestFilledFormIsFilledAgain(t *testing.T) {
	form := superior(t, nil)
	m := mapped(t, form)
	once := out2(t, form)
	m2, lost := naming.Carry(m, ptr(open(t, once).Blank()))
	// The name of the clerk is a text where none was, and looks like a head of the date below it: both have to be named anew.
	if len(lost) != 2 || lost[0].Name+lost[1].Name != "填表人填表时间" && lost[0].Name+lost[1].Name != "填表时间填表人" {
		t.Fatalf("lost %+v, %d cells", lost, len(m2.Cells))
	}
	var twice bytes.Buffer
	report, err := open(t, once).Fill(&twice, &m2, values())
	if err != nil || report.Recalculated != 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	a, b := unzip(t, once), unzip(t, twice.Bytes())
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs:\n%s\n%s", name, a[name], b[name])
		}
	}
}

func ptr[T any](v T) *T { return &v }

// Every change of the layout that would misplace a figure is told with its cell, and nothing is written.
func TestChangedLayoutIsNoticed(t *testing.T) {
	m := mapped(t, superior(t, nil))
	for _, tt := range []struct {
		name   string
		change func(*excelize.File)
		want   []string
	}{
		{"moved column", func(f *excelize.File) { must(t, f.InsertCols(table, "E", 1)) }, []string{"附件1”的F6", "现在位于G6"}},
		{"removed row", func(f *excelize.File) { must(t, f.RemoveRow(table, 7)) }, []string{"附件1”的C7的表头变了：命名时是“类别 / 土地 × 上期结转”，现在是“类别 / 其他 × 上期结转”"}},
		{"other head", func(f *excelize.File) { must(t, f.SetCellValue(table, "G4", "驳回")) }, []string{"附件1”的G6", "已审结 / 驳回"}},
		{"other group", func(f *excelize.File) { must(t, f.SetCellValue(table, "E3", "复议机关")) }, []string{"附件1”的E6"}},
		{"heads exchanged", func(f *excelize.File) {
			must(t, f.SetCellValue(table, "G4", "撤销"), f.SetCellValue(table, "H4", "维持"))
		}, []string{"附件1”的G6", "现在位于H6", "附件1”的H6", "现在位于G6"}},
		{"missing sheet", func(f *excelize.File) { must(t, f.SetSheetName(table, "表一")) }, []string{"没有工作表“附件1”", "“表一”的表头与它相同"}},
		{"formula", func(f *excelize.File) { must(t, f.SetCellFormula(table, "D7", "D6*2")) }, []string{"D7现在是公式"}},
		{"text", func(f *excelize.File) { must(t, f.SetCellValue(table, "D7", "由市局统一填写")) }, []string{"D7现在写有文字“由市局统一填写”"}},
		{"merged", func(f *excelize.File) { must(t, f.MergeCell(table, "C6", "D6")) }, []string{"D6已经并入合并单元格C6"}},
		{"shorter", func(f *excelize.File) {
			for range 6 {
				must(t, f.RemoveRow(table, 7))
			}
		}, []string{"B12"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			report, err := open(t, superior(t, tt.change)).Fill(&out, m, values())
			if err == nil || cases.KindOf(err) != cases.Refused || out.Len() > 0 {
				t.Fatalf("%v, %d bytes written", err, out.Len())
			}
			var all []string
			for _, p := range report.Problems {
				all = append(all, p.Text)
			}
			for _, w := range tt.want {
				if !slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, w) }) {
					t.Errorf("%q is not said in %q", w, all)
				}
			}
		})
	}
}

// A change that concerns no named cell is none.
func TestHarmlessChangeIsNoChange(t *testing.T) {
	m := mapped(t, superior(t, nil))
	data := superior(t, func(f *excelize.File) {
		must(t, f.SetCellValue(table, "A1", "行政复议案件统计报表（2026年1月至12月）"), f.SetCellValue(table, "E3", "被申请人"), f.SetCellValue(table, "C6", 7), f.SetCellValue(table, "D6", "-"))
	})
	if report, err := open(t, data).Fill(io.Discard, m, values()); err != nil {
		t.Errorf("%v %+v", err, report.Problems)
	}
}

// A column added at the end harms no figure, but the clerk is told of it.
func TestAddedColumnIsTold(t *testing.T) {
	m := mapped(t, superior(t, nil))
	data := superior(t, func(f *excelize.File) { must(t, f.SetCellValue(table, "J3", "调解")) })
	report, err := open(t, data).Fill(io.Discard, m, values())
	if err != nil || len(report.Notices) != 1 || !strings.Contains(report.Notices[0], "还有3个空格没有命名、没有填写，例如附件1 J6") {
		t.Errorf("%+v, %v", report, err)
	}
}

// Names that have no value, values no cell can hold, and a map without cells are refused.
func TestValuesAreComplete(t *testing.T) {
	form := superior(t, nil)
	m, v := mapped(t, form), values()
	delete(v, "审结率")
	v["填表人"] = cases.BlankValue{Text: strings.Repeat("字", cellUnits+1)}
	v["表1/公安/1"] = cases.BlankValue{Number: 1 / zero()}
	var out bytes.Buffer
	report, err := open(t, form).Fill(&out, m, v)
	if err == nil || len(report.Problems) != 3 || out.Len() > 0 {
		t.Errorf("%+v, %v", report.Problems, err)
	}
	if _, err := open(t, form).Fill(&out, &cases.BlankMap{}, v); err == nil || !strings.Contains(cases.Message(err), "请先命名") {
		t.Errorf("%v", err)
	}
}

func zero() float64 { return 0 }
