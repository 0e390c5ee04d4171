package pages

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
)

// Bounds of Word files: how much of a part is unpacked, and how many parts the archive may have.
const (
	maxPart  = 128 << 20
	maxParts = 20000
)

// wordParts are the parts of a Word file with text, in the order in which it is read. Running heads are left out: they say the same
// on every page.
var wordParts = []string{"word/document.xml", "word/document2.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"}

func openZip(f *os.File) (*zip.Reader, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return nil, err
	}
	if len(z.File) > maxParts {
		return nil, errors.New("too many parts")
	}
	return z, nil
}

// hasWordDocument reports whether an archive is a Word file.
func hasWordDocument(f *os.File) bool {
	z, err := openZip(f)
	return err == nil && slices.ContainsFunc(z.File, func(p *zip.File) bool { return p.Name == wordParts[0] || p.Name == wordParts[1] })
}

// docxText reads the text of a Word file: a line for each paragraph, tabs between cells.
func docxText(ctx context.Context, f *os.File) (string, error) {
	z, err := openZip(f)
	if err != nil {
		return "", brokenWord(err)
	}
	var out strings.Builder
	for _, name := range wordParts {
		i := slices.IndexFunc(z.File, func(p *zip.File) bool { return p.Name == name })
		if i < 0 {
			continue
		}
		if err := partText(ctx, z.File[i], &out); err != nil {
			if ctx.Err() != nil {
				return "", ctx.Err()
			}
			return "", brokenWord(err)
		}
	}
	return bound(strings.TrimSpace(out.String())), nil
}

func brokenWord(err error) error {
	return invalid("read docx", "Word 文件已损坏或者加了密码，不能读取其中的文字。文件本身会原样保存；请用 WPS 或者 Word 另存一份再添加。", err)
}

func partText(ctx context.Context, p *zip.File, out *strings.Builder) (err error) {
	r, err := p.Open()
	if err != nil {
		return err
	}
	defer closing(r, &err)
	w := wordReader{out: out, dec: xml.NewDecoder(&limited{r: r, left: maxPart})}
	w.dec.Strict = false
	for n := 0; out.Len() < 4*maxText; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		// Raw tokens need no stack, which a hostile file would make as deep as it likes.
		token, err := w.dec.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		w.take(token)
	}
	return nil
}

// limited fails where a part is larger than it may be, which a decoder would otherwise take for its end.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errors.New("the part is too large")
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

// wordReader collects text from the tokens of WordprocessingML.
type wordReader struct {
	dec *xml.Decoder
	out *strings.Builder
	// text is true inside w:t; fallback counts the levels of mc:Fallback, which repeats what mc:Choice said.
	text     bool
	fallback int
}

// breaks are the elements that put something between texts: at their beginning or at their end.
var breaks = map[string]string{"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

func (w *wordReader) take(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		switch name := t.Name.Local; {
		case name == "Fallback":
			w.fallback++
		case w.fallback > 0:
		case name == "t":
			w.text = true
		default:
			w.out.WriteString(breaks[name])
		}
	case xml.EndElement:
		switch name := t.Name.Local; {
		case name == "Fallback":
			w.fallback = max(w.fallback-1, 0)
		case name == "t":
			w.text = false
		case w.fallback > 0:
		case name == "p" || name == "tr":
			w.out.WriteByte('\n')
		case name == "tc":
			w.out.WriteByte('\t')
		}
	case xml.CharData:
		if w.text && w.fallback == 0 {
			w.out.Write(t)
		}
	}
}
