package pages

import (
	"bytes"
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// maxText is the most characters of a file that are kept for searching.
const maxText = 20_000_000

// plainText reads a text file in UTF-8, UTF-16 with its mark, or the national code.
func plainText(ctx context.Context, r io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, 4*maxText))
	if err != nil {
		return "", unreadable(err)
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	var text string
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", invalid("read text", "文本文件的编码不能识别，请另存为 UTF-8 编码后再添加。", err)
		}
		text = string(out)
	case utf8.Valid(trimRune(data)):
		text = string(trimRune(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	default:
		out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		if err != nil {
			return "", invalid("read text", "文本文件的编码不能识别，请另存为 UTF-8 编码后再添加。", err)
		}
		text = string(out)
	}
	return bound(text), nil
}

// trimRune takes off a character that the end of what was read cut in two.
func trimRune(data []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(data); i++ {
		if b := data[len(data)-i]; utf8.RuneStart(b) {
			if !utf8.FullRune(data[len(data)-i:]) {
				return data[:len(data)-i]
			}
			break
		}
	}
	return data
}

// bound makes a text sound and short enough to be stored: valid, without NUL, at most maxText characters.
func bound(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
	if len(s) <= maxText {
		return s
	}
	n := 0
	for i := range s {
		if n++; n > maxText {
			return s[:i]
		}
	}
	return s
}
