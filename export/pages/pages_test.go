package pages

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/signintech/gopdf"

	"fuyi/assets"
	"fuyi/cases"
)

// shared is one reader for all tests, because its engine takes seconds to start.
var shared = sync.OnceValue(func() *Reader {
	return New(Options{Fonts: [][]byte{assets.FontRegular(), assets.FontBold()}})
})

// write puts content into a file of the test.
func write(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// plainPDF is a file whose typeface is not embedded, as offices send them; each text is a page of 200 by 100 points.
func plainPDF(texts ...string) []byte {
	var kids, pages strings.Builder
	for i, text := range texts {
		fmt.Fprintf(&kids, "%d 0 R ", 6+2*i)
		content := "BT /F1 12 Tf 10 50 Td <"
		for _, r := range text {
			content += fmt.Sprintf("%04x", r)
		}
		content += "> Tj ET"
		fmt.Fprintf(&pages, "%d 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>\nendobj\n", 6+2*i, 7+2*i)
		fmt.Fprintf(&pages, "%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", 7+2*i, len(content), content)
	}
	// Without a table of references the engine rebuilds it, as it does for many files of scanners.
	return []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [" + kids.String() + "] /Count " + fmt.Sprint(len(texts)) + " >>\nendobj\n" +
		"3 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>\nendobj\n" +
		"4 0 obj\n<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>\nendobj\n" +
		"5 0 obj\n<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -140 /CapHeight 683 /StemV 80 >>\nendobj\n" +
		pages.String() + "trailer\n<< /Root 1 0 R >>\n%%EOF\n")
}

// ink counts the dark points of a part of a picture.
func ink(m image.Image, part image.Rectangle) (n int) {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if r, _, _, _ := m.At(x, y).RGBA(); r < 0x8000 {
				n++
			}
		}
	}
	return n
}

func TestPDFTextAndPages(t *testing.T) {
	ctx := context.Background()
	path := write(t, "处罚决定书.pdf", plainPDF("行政处罚决定书", "第二页"))
	text, count, err := shared().ReadText(ctx, path)
	if err != nil || count != 2 || text != "行政处罚决定书\f第二页" {
		t.Errorf("read %q, %d pages, %v", text, count, err)
	}
	p, err := shared().OpenPages(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if w, h, err := p.Size(1); err != nil || w != 200 || h != 100 || p.Count() != 2 {
		t.Errorf("the page is %v by %v of %d, %v", w, h, p.Count(), err)
	}
	upright, err := p.Render(ctx, 0, 400, 0)
	if err != nil || upright.Bounds() != image.Rect(0, 0, 400, 200) {
		t.Fatalf("drew %v, %v", upright, err)
	}
	// The typeface is not in the file; the characters are drawn with that of the program, left of the middle.
	if left, right := ink(upright, image.Rect(0, 0, 220, 200)), ink(upright, image.Rect(220, 0, 400, 200)); left < 300 || right > left/4 {
		t.Errorf("ink left %d, right %d", left, right)
	}
	turned, err := p.Render(ctx, 0, 200, 1)
	if err != nil || turned.Bounds() != image.Rect(0, 0, 200, 400) {
		t.Fatalf("drew %v turned, %v", turned.Bounds(), err)
	}
	if top, bottom := ink(turned, image.Rect(0, 0, 200, 220)), ink(turned, image.Rect(0, 220, 200, 400)); top < 300 || bottom > top/4 {
		t.Errorf("turned clockwise: ink above %d, below %d", top, bottom)
	}
	for _, page := range []int{-1, 2} {
		if _, err := p.Render(ctx, page, 100, 0); cases.KindOf(err) != cases.Invalid {
			t.Errorf("page %d: %v", page, err)
		}
	}
	if err := errors.Join(p.Close(), p.Close()); err != nil {
		t.Error(err)
	}
	if _, err := p.Render(ctx, 0, 100, 0); err == nil {
		t.Error("a closed document was drawn")
	}
}

func TestManyAtOnce(t *testing.T) {
	var wait sync.WaitGroup
	faults := make(chan error, 3*atOnce)
	path := write(t, "a.pdf", plainPDF("并行", "读取", "三页"))
	one, err := shared().OpenPages(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 * atOnce {
		wait.Go(func() {
			if _, err := one.Render(context.Background(), i%3, 100+i, i); err != nil {
				faults <- err
			}
			if text, _, err := shared().ReadText(context.Background(), path); text != "并行\f读取\f三页" || err != nil {
				faults <- fmt.Errorf("read %q, %w", text, err)
			}
		})
	}
	wait.Wait()
	close(faults)
	for err := range faults {
		t.Error(err)
	}
	if err := one.Close(); err != nil {
		t.Error(err)
	}
}

func TestStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, content := range map[string][]byte{"a.pdf": plainPDF("文字"), "a.docx": word(t, "<w:t>文字</w:t>"), "a.txt": []byte("文字")} {
		if text, _, err := shared().ReadText(ctx, write(t, name, content)); !errors.Is(err, context.Canceled) || text != "" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}

func encryptedPDF(t *testing.T) []byte {
	t.Helper()
	var pdf gopdf.GoPdf
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4, Protection: gopdf.PDFProtectionConfig{UseProtection: true, OwnerPass: []byte("owner"), UserPass: []byte("secret")}})
	pdf.AddPage()
	data, err := pdf.GetBytesPdfReturnErr()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFilesThatCannotBeShown(t *testing.T) {
	whole := plainPDF("完整")
	for _, tt := range []struct {
		name, want string
		content    []byte
	}{
		{"空壳.pdf", "已损坏", []byte("%PDF-1.7\nnothing else")},
		{"截断.pdf", "已损坏", whole[:60]},
		{"加密.pdf", "密码", encryptedPDF(t)},
		{"坏图.png", "已损坏", []byte("\x89PNG\r\n\x1a\nxxxxxxxxxxxxxxxxxxxxxx")},
		{"表格.xlsx", "系统的程序", []byte("PK\x03\x04 no archive")},
		{"空文件.pdf", "系统的程序", nil},
	} {
		_, err := shared().OpenPages(context.Background(), write(t, tt.name, tt.content))
		if cases.KindOf(err) != cases.Invalid || !strings.Contains(cases.Message(err), tt.want) {
			t.Errorf("%s: %v: %q", tt.name, cases.KindOf(err), cases.Message(err))
		}
	}
	if _, _, err := shared().ReadText(context.Background(), filepath.Join(t.TempDir(), "none.pdf")); cases.KindOf(err) != cases.NotFound {
		t.Errorf("a file that is not there: %v", err)
	}
}

// Files changed at random places are refused or read, and harm neither the program nor the file opened after them.
func TestMutilatedFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, content := range map[string][]byte{"a.pdf": plainPDF("甲", "乙"), "a.docx": word(t, "<w:t>文字</w:t>"), "a.png": picture1(t), "a.tiff": picture2(t)} {
		for range 40 {
			bad := bytes.Clone(content)
			for range 1 + random.IntN(20) {
				bad[random.IntN(len(bad))] = byte(random.Uint32())
			}
			if random.IntN(3) == 0 {
				bad = bad[:random.IntN(len(bad))]
			}
			readAll(t, write(t, name, bad))
		}
	}
	if text, _, err := shared().ReadText(context.Background(), write(t, "good.pdf", plainPDF("完好"))); text != "完好" || err != nil {
		t.Errorf("afterwards a sound file gives %q, %v", text, err)
	}
}

// readAll reads a file in every way; errors must be for the clerk.
func readAll(t *testing.T, path string) {
	t.Helper()
	ctx := context.Background()
	if _, _, err := shared().ReadText(ctx, path); err != nil && cases.KindOf(err) != cases.Invalid {
		t.Errorf("%s: %v", path, err)
	}
	p, err := shared().OpenPages(ctx, path)
	if err != nil {
		if cases.KindOf(err) != cases.Invalid {
			t.Errorf("%s: %v", path, err)
		}
		return
	}
	if _, err := p.Render(ctx, p.Count()-1, 60, 3); err != nil && cases.KindOf(err) != cases.Invalid {
		t.Errorf("%s: %v", path, err)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(plainPDF("文字"))
	f.Add([]byte("文本"))
	f.Add([]byte("GIF89a"))
	f.Fuzz(func(t *testing.T, content []byte) { readAll(t, write(t, "a", content)) })
}

func TestClosedReader(t *testing.T) {
	r := New(Options{})
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, _, err := r.ReadText(context.Background(), write(t, "a.pdf", plainPDF("文字"))); cases.KindOf(err) != cases.Internal {
		t.Errorf("a closed reader gives %v", err)
	}
	if text, _, err := r.ReadText(context.Background(), write(t, "a.txt", []byte("文字"))); text != "文字" || err != nil {
		t.Errorf("text needs no engine, but: %q, %v", text, err)
	}
}
