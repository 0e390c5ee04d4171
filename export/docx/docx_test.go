package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"fuyi/cases"
)

func sample() cases.Report {
	return cases.Report{Blocks: []cases.ReportBlock{{Kind: cases.ReportTitle, Text: "2020年某区工作情况"}, {Kind: cases.ReportHeading, Text: "一、行政复议"},
		{Kind: cases.ReportParagraph, Text: "新收38件，<同比>增长22.6% & “其他”\x01。"},
		{Kind: cases.ReportTable, Text: "申请事项", Head: []string{"项目", "上年", "本年"}, Rows: [][]string{{"行政处罚", "11", "12"}, {"合计", "28", "35"}}}}}
}

// Every part is well-formed, the words are there, the table has its cells and a head that repeats.
func TestWrite(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, sample()); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	counts := map[string]int{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			if f.Name != "word/document.xml" {
				continue
			}
			switch x := tok.(type) {
			case xml.StartElement:
				counts[x.Name.Local]++
			case xml.CharData:
				words = append(words, string(x))
			}
		}
	}
	text := strings.Join(words, "|")
	for _, want := range []string{"2020年某区工作情况", "新收38件，<同比>增长22.6% & “其他”\uFFFD。", "行政处罚|11|12"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	for name, want := range map[string]int{"tbl": 1, "tr": 3, "tc": 9, "tblHeader": 1, "footerReference": 1} {
		if counts[name] != want {
			t.Errorf("%d elements %s, want %d", counts[name], name, want)
		}
	}
}
