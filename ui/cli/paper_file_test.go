package cli_test

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"slices"
	"strconv"

	"fuyi/assets"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/signintech/gopdf"
	"github.com/xuri/excelize/v2"
)

// cells FILE SHEET TEXT... checks that each text is the content of a cell of the sheet, in this order.
func cells(ts *testscript.TestScript, _ bool, args []string) {
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	rows, err := book.GetRows(args[1])
	ts.Check(err)
	ts.Check(book.Close())
	all := slices.Concat(rows...)
	for _, want := range args[2:] {
		i := slices.Index(all, want)
		if i < 0 {
			ts.Fatalf("%s: the sheet %s has no cell %q, or not in this place", args[0], args[1], want)
		}
		all = all[i+1:]
	}
}

// docx FILE PARAGRAPH... writes a Word document.
func docx(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	part, err := z.Create("word/document.xml")
	ts.Check(err)
	text := `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	for _, p := range args[1:] {
		text += "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>"
	}
	_, err = io.WriteString(part, text+"</w:body></w:document>")
	ts.Check(err)
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o600))
}

// pdf FILE TEXT... writes a PDF with one page for each text.
func pdf(ts *testscript.TestScript, _ bool, args []string) {
	var doc gopdf.GoPdf
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	ts.Check(doc.AddTTFFontData("song", assets.FontRegular()))
	ts.Check(doc.SetFont("song", "", 14))
	for _, text := range args[1:] {
		doc.AddPage()
		doc.SetXY(60, 60)
		ts.Check(doc.Cell(nil, text))
	}
	ts.Check(doc.WritePdf(ts.MkAbs(args[0])))
}

// picture FILE writes a PNG.
func picture(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	ts.Check(png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o600))
}

// sized FILE BYTES makes a file of a length without writing its content.
func sized(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.Truncate(n))
	ts.Check(f.Close())
}
