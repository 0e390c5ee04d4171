package blank

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"fuyi/cases"
	"fuyi/cases/naming"
)

// handmade is a workbook with the sheet's part as given and parts no library knows.
func handmade(t testing.TB, sheet string) []byte {
	t.Helper()
	return packed(t, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`, sheet)
}

func packed(t testing.TB, types, sheet string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range [][2]string{
		{"[Content_Types].xml", types},
		{"_rels/.rels", `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><definedNames/><oleSize ref="A1"/></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet},
		{"customXml/item1.xml", `<印章 编号="1"/>`},
		{"xl/worksheets/vmlDrawingHF1.vml", `<xml>页眉图片</xml>`},
	} {
		h := &zip.FileHeader{Name: p[0], Method: zip.Deflate, Modified: time.Date(2025, 1, 2, 3, 4, 6, 0, time.UTC)}
		f, err := w.CreateHeader(h)
		must(t, err)
		_, err = io.WriteString(f, p[1])
		must(t, err)
	}
	must(t, w.SetComment("某市"), w.Close())
	return b.Bytes()
}

func in(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><r><t>` + text + `</t></r><rPh><t>dú</t></rPh></is></c>`
}

// fillHand fills cells of a handmade sheet, each with its name, and returns the sheet's part.
func fillHand(t testing.TB, sheet string, values map[string]cases.BlankValue) string {
	t.Helper()
	f := open(t, handmade(t, sheet))
	b := f.Blank()
	var m cases.BlankMap
	for cell := range values {
		n, err := naming.Name(&b, "表", cell, cell)
		must(t, err)
		m.Cells = append(m.Cells, n)
	}
	var out bytes.Buffer
	if _, err := f.Fill(&out, &m, values); err != nil {
		t.Fatal(err)
	}
	before, after := unzip(t, f.data), unzip(t, out.Bytes())
	for name, text := range before {
		if name != "xl/worksheets/sheet1.xml" && name != "xl/workbook.xml" && after[name] != text {
			t.Errorf("%s became %s", name, after[name])
		}
	}
	return after["xl/worksheets/sheet1.xml"]
}

// Cells and rows that the part does not have are added where they belong, in the format of their row or column; prefixes,
// unknown attributes and extensions stay.
func TestFillHandmade(t *testing.T) {
	head := `<row r="1">` + in("A1", "指标") + in("B1", "数值") + in("C1", "备注") + `</row>`
	n := func(x float64) cases.BlankValue { return cases.BlankValue{Number: x} }
	for _, tt := range []struct {
		name, sheet, want string
		values            map[string]cases.BlankValue
	}{
		{"cell is added", `<worksheet><cols><col min="2" max="3" style="4"/></cols><sheetData>` + head + `<row r="2" spans="1:1" ht="20">` + in("A2", "件数") + `</row></sheetData></worksheet>`,
			`<row r="2" ht="20">` + in("A2", "件数") + `<c r="B2" s="4"><v>5</v></c></row></sheetData>`, map[string]cases.BlankValue{"B2": n(5)}},
		{"between cells", `<worksheet><sheetData>` + head + `<row r="2" s="7" customFormat="1">` + in("A2", "件数") + `<c r="C2" s="1"/></row></sheetData></worksheet>`,
			in("A2", "件数") + `<c r="B2" s="7"><v>-0.5</v></c><c r="C2" s="1"/></row>`, map[string]cases.BlankValue{"B2": n(-0.5)}},
		{"two cells before one", `<worksheet><sheetData>` + head + `<row r="2"><c r="D2"><v>1</v></c></row></sheetData></worksheet>`,
			`<row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>1</v></c></row>`, map[string]cases.BlankValue{"B2": n(1), "C2": n(2)}},
		{"row closes itself", `<worksheet><sheetData>` + head + `<row r="2" ht="9"/><row r="3">` + in("A3", "末行") + `</row></sheetData></worksheet>`,
			`<row r="2" ht="9"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row><row r="3">`, map[string]cases.BlankValue{"B2": n(1), "C2": n(2)}},
		{"row is added", `<worksheet><dimension ref="A1:C1"/><sheetData>` + head + `<row r="3">` + in("A3", "末行") + `</row></sheetData></worksheet>`,
			`</row><row r="2"><c r="B2"><v>8</v></c></row><row r="3">`, map[string]cases.BlankValue{"B2": n(8)}},
		{"dimension grows", `<worksheet><dimension ref="A1:B1"/><sheetData><row r="1">` + in("A1", "指标") + `</row></sheetData></worksheet>`,
			`<dimension ref="A1:B1"/>`, map[string]cases.BlankValue{"B1": n(8)}},
		{"prefix", `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>件数</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
			`</x:c><x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">&lt;无&gt;</x:t></x:is></x:c></x:row>`, map[string]cases.BlankValue{"B1": {Text: "<无>"}}},
		{"attributes and extensions", `<worksheet><sheetData><row r="1" x14:dyDescent="0.2">` + in("A1", "件数") + `<c r="B1" s="2" t="str" x:uid="{1}" vm="1"><v>-</v></c></row></sheetData><extLst><ext uri="{新}"><印/></ext></extLst></worksheet>`,
			`<c r="B1" s="2" x:uid="{1}"><v>3</v></c></row></sheetData><extLst><ext uri="{新}"><印/></ext></extLst>`, map[string]cases.BlankValue{"B1": n(3)}},
		{"cleared", `<worksheet><sheetData><row r="1">` + in("A1", "件数") + `<c r="B1" s="2"><v>7</v></c></row></sheetData></worksheet>`,
			`<c r="B1" s="2"/></row>`, map[string]cases.BlankValue{"B1": {Empty: true}}},
		{"large number", `<worksheet><sheetData><row r="1">` + in("A1", "金额") + `<c r="B1"><v>7</v></c></row></sheetData></worksheet>`,
			`<c r="B1"><v>123456789012.34</v></c>`, map[string]cases.BlankValue{"B1": n(123456789012.34)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := fillHand(t, tt.sheet, tt.values); !strings.Contains(got, tt.want) {
				t.Errorf("%s\nis not in\n%s", tt.want, got)
			}
		})
	}
}

// Formulas this program does not compute keep their bytes and results, the workbook computes them when it is opened, and the
// clerk is told.
func TestForeignFormulas(t *testing.T) {
	for _, formula := range []string{"[1]Sheet1!A1", "SUM(A:A)", "VLOOKUP(A1,B1:C9,2,0)", "某名称*2", "TODAY()", "INDIRECT(&quot;A1&quot;)", "SUM(A1:XFD1048576)"} {
		kept := `<c r="B2"><f>` + formula + `</f><v>12</v></c>`
		f := open(t, handmade(t, `<worksheet><sheetData><row r="1">`+in("A1", "件数")+`<c r="B1"/></row><row r="2">`+kept+`</row></sheetData></worksheet>`))
		b := f.Blank()
		n, err := naming.Name(&b, "表", "B1", "件数")
		must(t, err)
		var out bytes.Buffer
		report, err := f.Fill(&out, &cases.BlankMap{Cells: []cases.NamedCell{n}}, map[string]cases.BlankValue{"件数": {Number: 5}})
		must(t, err)
		after := unzip(t, out.Bytes())
		if !strings.Contains(after["xl/worksheets/sheet1.xml"], kept) || report.Recalculated != 0 || len(report.Notices) != 1 {
			t.Errorf("%s: %+v\n%s", formula, report, after["xl/worksheets/sheet1.xml"])
		}
		if !strings.Contains(after["xl/workbook.xml"], `<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize`) {
			t.Errorf("%s", after["xl/workbook.xml"])
		}
	}
	for _, formula := range []string{"=SUM(C6:C8)", `=IF(B1=0,"-",ROUND(A1/B1,4))`, "='附 件'!$A$1+表一!B2*2", "=SUM(A1:A3,C3)-1.5%"} {
		if !plainFormula(formula) {
			t.Errorf("%s could be computed", formula)
		}
	}
}

// Sheets that are damaged or made to hurt are refused with a sentence, and fast.
func TestHostileSheets(t *testing.T) {
	row := `<row r="1">` + in("A1", "件数") + `</row>`
	long := strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 2)
	for _, tt := range []struct{ name, sheet, want string }{
		{"cut off", `<worksheet><sheetData>` + row, "已损坏"},
		{"tags cross", `<worksheet><sheetData><row r="1"><c r="A1"></row></c></sheetData></worksheet>`, "已损坏"},
		{"rows descend", `<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>`, "已损坏"},
		{"cell twice", `<worksheet><sheetData><row r="1"><c r="A1"/><c r="A1"/></row></sheetData></worksheet>`, "已损坏"},
		{"entities", `<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`, "已损坏"},
		{"deep", `<worksheet>` + strings.Repeat("<a>", 1000), "已损坏"},
		{"far cell", `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>` + row + `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`, "内容一直到XFD1048576"},
		{"wide merges", `<worksheet><sheetData>` + row + `</sheetData><mergeCells>` + long + `</mergeCells></worksheet>`, "互相重叠"},
		{"many merges", `<worksheet><sheetData>` + row + `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:A1"/>`, maxMerges+1) + `</mergeCells></worksheet>`, "合并单元格超过"},
		{"other encoding", `<?xml version="1.0" encoding="GBK"?><worksheet><sheetData/></worksheet>`, "已损坏"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open("附件1.xlsx", handmade(t, tt.sheet))
			if err == nil || !strings.Contains(cases.Message(err), tt.want) || cases.KindOf(err) == cases.Internal {
				t.Errorf("%v, want %s", err, tt.want)
			}
		})
	}
	// A dimension that only says that it is huge is no harm, and neither are empty formatted cells far away.
	f := open(t, handmade(t, `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>`+row+`<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData></worksheet>`))
	if g := f.Blank().Sheets[0]; g.Rows != 1 || g.Columns != 2 {
		t.Errorf("%d rows, %d columns", g.Rows, g.Columns)
	}
}

// Bytes that are no workbook, or one that no .xlsx can be made of, are refused with a sentence.
func TestNoWorkbook(t *testing.T) {
	other := func(name, text string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		f, err := w.Create(name)
		must(t, err)
		_, err = io.WriteString(f, text)
		must(t, err, w.Close())
		return b.Bytes()
	}
	whole := handmade(t, `<worksheet><sheetData/></worksheet>`)
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "不完整或者已损坏"},
		{"text", []byte("指标,数值"), "不完整或者已损坏"},
		{"half", whole[:len(whole)/2], "不完整或者已损坏"},
		{"ods", other("content.xml", "<office/>"), "不是 .xlsx 工作簿"},
		{"macros", packed(t, `<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>`, `<worksheet><sheetData/></worksheet>`), "带有宏"},
		{"large", make([]byte, MaxBytes+1), "超过64MB"},
	} {
		if _, err := Open("附件1.xlsx", tt.data); err == nil || !strings.Contains(cases.Message(err), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// Whatever bytes a sheet has, reading does not panic, and what is filled can be read again with the value in its place.
func FuzzFill(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1">`+in("A1", "件数")+`<c r="B1"/></row></sheetData></worksheet>`, 1, 2)
	f.Add(`<worksheet><sheetData><row><c t="str"><v>a</v></c><c><f>1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`, 2, 2)
	f.Fuzz(func(t *testing.T, sheet string, row, column int) {
		form, err := Open("附件1.xlsx", handmade(t, sheet))
		if err != nil {
			if cases.KindOf(err) == cases.Internal {
				t.Errorf("%v", err)
			}
			return
		}
		b := form.Blank()
		n, err := naming.Name(&b, "表", cases.CellName(row, column), "件数")
		if err != nil {
			return
		}
		var out bytes.Buffer
		if _, err := form.Fill(&out, &cases.BlankMap{Cells: []cases.NamedCell{n}}, map[string]cases.BlankValue{"件数": {Number: 7}}); err != nil {
			return
		}
		again, err := Open("附件1.xlsx", out.Bytes())
		if err != nil {
			t.Fatalf("%v in %s", err, sheet)
		}
		g := again.Blank()
		r, c, _ := cases.ParseCell(n.Cell)
		if got := naming.NewGrid(&g.Sheets[0]).Cell(r, c); got.Text != "7" {
			t.Errorf("%s has %+v in %s", n.Cell, got, fmt.Sprint(unzip(t, out.Bytes())))
		}
	})
}

// A form of ordinary size is read, named and filled while the clerk waits for nothing.
func BenchmarkFill(b *testing.B) {
	form := superior(b, nil)
	m, v := mapped(b, form), values()
	for b.Loop() {
		f, err := Open("附件1.xlsx", form)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := f.Fill(io.Discard, m, v); err != nil {
			b.Fatal(err)
		}
	}
}
