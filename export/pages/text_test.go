package pages

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuyi/cases"
)

// word is a Word file whose document has a body.
func word(t testing.TB, body string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	part, err := z.Create("word/document.xml")
	if err == nil {
		_, err = io.WriteString(part, `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`)
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestWordText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"paragraphs", `<w:p><w:r><w:t>申请人：</w:t><w:t>陈某某</w:t></w:r></w:p><w:p><w:r><w:t>请求 &amp; 理由</w:t></w:r></w:p>`, "申请人：陈某某\n请求 & 理由"},
		{"table", `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>证据</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>页码</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, "证据\n\t页码"},
		{"tabs and breaks", `<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>`, "甲\t乙\n丙"},
		{"deleted text and fields are no text", `<w:p><w:r><w:delText>旧</w:delText><w:instrText>PAGE</w:instrText><w:t>新</w:t></w:r></w:p>`, "新"},
		{"a box is said once", `<mc:AlternateContent><mc:Choice><w:t>印章</w:t></mc:Choice><mc:Fallback><w:t>印章</w:t></mc:Fallback></mc:AlternateContent><w:t>后文</w:t>`, "印章后文"},
	} {
		text, pages, err := shared().ReadText(context.Background(), write(t, "a.docx", word(t, tt.body)))
		if text != tt.want || pages != 0 || err != nil {
			t.Errorf("%s: %q, %d, %v", tt.name, text, pages, err)
		}
	}
}

// A small archive may unpack to anything.
func TestWordBomb(t *testing.T) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	part, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	deep := []byte(strings.Repeat("<w:p>", 1<<17))
	for range 2 + maxPart/len(deep) {
		if _, err := part.Write(deep); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := shared().ReadText(context.Background(), write(t, "a.docx", buf.Bytes())); cases.KindOf(err) != cases.Invalid {
		t.Errorf("a part of %d MB: %v", maxPart>>20, err)
	}
}

func TestPlainText(t *testing.T) {
	national, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("答复书"))
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		content []byte
		want    string
	}{
		"utf-8":             {[]byte("答复书\r\n第二行"), "答复书\r\n第二行"},
		"utf-8 with mark":   {[]byte("\xef\xbb\xbf答复书"), "答复书"},
		"national code":     {national, "答复书"},
		"utf-16":            {[]byte("\xff\xfe\x54\x7b\x0d\x59"), "答复"},
		"a character short": {[]byte("答复书")[:8], "答复"},
	} {
		if text, _, err := shared().ReadText(context.Background(), write(t, "a.txt", tt.content)); text != tt.want || err != nil {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}

func TestTextIsBounded(t *testing.T) {
	if got := bound(strings.Repeat("字", maxText+5)); len(got) != 3*maxText {
		t.Errorf("kept %d bytes", len(got))
	}
	if got := bound("a\x00b\xff"); got != "ab\ufffd" {
		t.Errorf("kept %q", got)
	}
}

func TestMediaOf(t *testing.T) {
	national, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("国家标准编码的文本"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ head, name, want string }{
		{"%PDF-1.7", "没有后缀", PDF}, {"scanner\n%PDF-1.4", "a.txt", PDF}, {"\x89PNG\r\n\x1a\n", "a.pdf", PNG}, {"\xff\xd8\xff\xe0", "a", JPEG},
		{"PK\x03\x04", "a.DOCX", Docx}, {"PK\x03\x04", "a.ofd", "application/ofd"}, {"PK\x03\x04", "a.zip", "application/zip"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "application/msword"}, {"文字", "a.log", Plain}, {"a,b", "a.csv", "text/csv"},
		{string(national), "a.txt", Plain}, {"\x00\x01", "录音.m4a", "audio/mp4"}, {"\x00\x01", "a.bin", "application/octet-stream"}, {"", "a.txt", "application/octet-stream"},
	} {
		if got := MediaOf([]byte(tt.head), tt.name); got != tt.want {
			t.Errorf("%q named %s is %s, want %s", tt.head, tt.name, got, tt.want)
		}
	}
}
