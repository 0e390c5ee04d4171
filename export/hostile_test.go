package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
)

// parts are the files of a handmade workbook with one sheet.
func parts(sheet io.Reader) map[string]io.Reader {
	return map[string]io.Reader{
		"[Content_Types].xml":        strings.NewReader(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`),
		"_rels/.rels":                strings.NewReader(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		"xl/workbook.xml":            strings.NewReader(`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": strings.NewReader(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
		"xl/worksheets/sheet1.xml":   sheet,
	}
}

func zipFile(t *testing.T, parts map[string]io.Reader) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for name, r := range parts {
		p, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(p, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

const sheetHead = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`

func inline(ref, text string) string {
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, text)
}

// goodRows are a header and one row.
func goodRows() string {
	return `<row r="1">` + inline("A1", "案号") + inline("B1", "收案日期") + inline("C1", "申请人") + inline("D1", "被申请人") + `</row>` +
		`<row r="2">` + inline("A2", "1号") + inline("B2", "2020-3-5") + inline("C2", "张某") + inline("D2", "甲局") + `</row>`
}

// zeros is an endless run of one byte, cut to n.
func zeros(n int64) io.Reader { return io.LimitReader(repeat(' '), n) }

type repeat byte

func (r repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(r)
	}
	return len(p), nil
}

// A file saved by a colleague between its examination and its reading is not the file that was examined.
func TestFileThatChangedIsRefused(t *testing.T) {
	fd, err := os.Open(zipFile(t, parts(strings.NewReader(sheetHead+goodRows()+`</sheetData></worksheet>`))))
	if err != nil {
		t.Fatal(err)
	}
	defer fd.Close()
	s := &source{name: "台账.xlsx"}
	if s.hash, err = hashOf(fd); err != nil {
		t.Fatal(err)
	}
	if err := s.open(fd); err != nil {
		t.Errorf("the same file: %v", err)
	}
	s.hash = "0" + s.hash[1:] + "0"
	if err := s.open(fd); err == nil || !strings.Contains(cases.Message(err), "被改动了") {
		t.Errorf("another file: %v", err)
	}
}

// Without the properties of the workbook every date may be four years off.
func TestUnreadablePropertiesAreRefused(t *testing.T) {
	p := parts(strings.NewReader(sheetHead + goodRows() + `</sheetData></worksheet>`))
	text, err := io.ReadAll(p["xl/workbook.xml"])
	if err != nil {
		t.Fatal(err)
	}
	p["xl/workbook.xml"] = strings.NewReader(strings.Replace(string(text), "<sheets>", `<workbookPr date1904="maybe"/><sheets>`, 1))
	if _, err := openSource(zipFile(t, p)); err == nil {
		t.Error("it was read")
	}
}

func write(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Files that are no ledgers are refused with a sentence that says what to do; nothing is written.
func TestHostileFiles(t *testing.T) {
	ole := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for _, tt := range []struct{ name, path, want string }{
		{"missing", filepath.Join(t.TempDir(), "没有.xlsx"), "没有找到文件"},
		{"folder", t.TempDir(), "是文件夹"},
		{"empty", write(t, nil), "是空的"},
		{"text", write(t, []byte("案号,收案日期\n1号,2020-3-5\n")), "不是 .xlsx 工作簿"},
		{"html", write(t, []byte("<html><table><tr><td>案号</td></tr></table></html>")), "不是 .xlsx 工作簿"},
		{"old format", write(t, append(ole, make([]byte, 4096)...)), "旧格式（.xls）"},
		{"password", write(t, append(append(ole, make([]byte, 3000)...), []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00\x00\x00")...)), "设有打开密码"},
		{"cut zip", write(t, []byte("PK\x03\x04 and then nothing")), "不完整或者已损坏"},
		{"other zip", zipFile(t, map[string]io.Reader{"content.xml": strings.NewReader("<office/>"), "mimetype": strings.NewReader("application/vnd.oasis.opendocument.spreadsheet")}), "不是 .xlsx 工作簿（可能是 .ods"},
		{"bomb that says so", declared(t, maxUnzipped+1), "解压后过大"},
		{"cut sheet", zipFile(t, parts(strings.NewReader(sheetHead+goodRows()))), "内容不完整"},
		{"broken sheet", zipFile(t, parts(strings.NewReader(sheetHead+goodRows()+`<row r="3"><c r="A3" t="inlineStr"><is><t>2号</t></x></is></c></row>`+`<row r="4">`+inline("A4", "3号")+`</row></sheetData></worksheet>`))), "已损坏"},
		{"no ledger", newFixture(t).sheet("通讯录", []any{"姓名", "电话"}).save(), "没有找到台账"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			i := importFile(t, tt.path, cases.ImportOptions{})
			if i.err == nil || !strings.Contains(cases.Message(i.err), tt.want) || len(i.office.list) > 0 {
				t.Errorf("%v, want %s; %d cases", i.err, tt.want, len(i.office.list))
			}
		})
	}
}

// declared is a workbook with a part that declares a size, without having it.
func declared(t *testing.T, size uint64) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	p, err := w.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, UncompressedSize64: size, CompressedSize64: 4})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Write([]byte{1, 2, 3, 4}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return write(t, b.Bytes())
}

// Unpacking stops at the bound, whatever a part declares.
func TestUnpackingIsBounded(t *testing.T) {
	r, err := zip.OpenReader(zipFile(t, map[string]io.Reader{"xl/worksheets/sheet1.xml": zeros(8 << 20), "xl/media/image1.png": zeros(8 << 20)}))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, p := range r.File {
		if _, n, err := scanPart(p, 1<<20); n > 1<<20+1 || err != nil {
			t.Errorf("scan of %s read %d bytes, %v", p.Name, n, err)
		}
		if n, err := drain(p, 1<<20); n > 1<<20+1 || err == nil {
			t.Errorf("drain of %s read %d bytes, %v", p.Name, n, err)
		}
	}
}

// A part that says it is small and unpacks large is caught by its real size.
func TestBombThatLies(t *testing.T) {
	path := zipFile(t, parts(io.MultiReader(strings.NewReader(sheetHead), zeros(64<<20), strings.NewReader(`</sheetData></worksheet>`))))
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	real := []byte{byte(64 << 20 & 0xff), 0, 0, 4}
	real[0] = byte(len(sheetHead) + len(`</sheetData></worksheet>`))
	if !bytes.Contains(data, real) {
		t.Fatal("the declared size was not found")
	}
	i := importFile(t, write(t, bytes.ReplaceAll(data, real, []byte{200, 0, 0, 0})), cases.ImportOptions{})
	if i.err == nil || cases.KindOf(i.err) != cases.Damaged && cases.KindOf(i.err) != cases.Invalid {
		t.Errorf("%v", i.err)
	}
}

// A sheet of the greatest height without content costs neither time nor memory; content at its very end is not lost but
// refused.
func TestEmptyRows(t *testing.T) {
	last := excelize.TotalRows
	for end, want := range map[string]string{
		"": "",
		inline(fmt.Sprintf("A%d", last), "2号") + inline(fmt.Sprintf("B%d", last), "2020-3-6"): "中间有大量空行",
	} {
		var b bytes.Buffer
		b.WriteString(sheetHead + goodRows())
		for r := 3; r < last; r++ {
			fmt.Fprintf(&b, `<row r="%d"><c r="A%d" s="0"/></row>`, r, r)
		}
		fmt.Fprintf(&b, `<row r="%d">%s</row></sheetData></worksheet>`, last, end)
		i := importFile(t, zipFile(t, parts(&b)), cases.ImportOptions{})
		if want == "" && (i.err != nil || i.report.Imported != 1) {
			t.Errorf("empty rows: %v %+v", i.err, i.report)
		}
		if want != "" && (i.err == nil || !strings.Contains(i.err.Error(), want) || len(i.office.list) > 0) {
			t.Errorf("content in row %d: %v %+v", last, i.err, i.report)
		}
	}
}

func TestTooManyRows(t *testing.T) {
	var b bytes.Buffer
	b.WriteString(sheetHead + goodRows())
	for r := 3; r < maxLedgerRows+200; r++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><v>%d</v></c></row>`, r, r, r)
	}
	b.WriteString(`</sheetData></worksheet>`)
	i := importFile(t, zipFile(t, parts(&b)), cases.ImportOptions{})
	if i.err == nil || !strings.Contains(i.err.Error(), "一次最多导入200000行") {
		t.Errorf("%v", i.err)
	}
}

// A workbook with a real password is told from one of the old format.
func TestPassword(t *testing.T) {
	x := newFixture(t).sheet("台账", []any{"案号", "收案日期", "申请人", "被申请人"}, []any{"1号", "2020-3-5", "张某", "甲局"})
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := x.f.SaveAs(path, excelize.Options{Password: "123456"}); err != nil {
		t.Fatal(err)
	}
	if i := importFile(t, path, cases.ImportOptions{}); i.err == nil || !strings.Contains(i.err.Error(), "设有打开密码") {
		t.Errorf("%v", i.err)
	}
}

// No bytes of a workbook make the reader panic.
func FuzzImport(f *testing.F) {
	f.Add([]byte(sheetHead + goodRows() + `</sheetData></worksheet>`))
	f.Add([]byte(sheetHead + `<row r="1"><c r="A1"><f>1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`))
	f.Fuzz(func(t *testing.T, sheet []byte) {
		i := importFile(t, zipFile(t, parts(bytes.NewReader(sheet))), cases.ImportOptions{})
		if i.err != nil && cases.KindOf(i.err) == cases.Internal {
			t.Errorf("%v", i.err)
		}
	})
}
