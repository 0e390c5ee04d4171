package export

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// cellLimit is the number of UTF-16 units that a cell can hold.
const cellLimit = excelize.TotalCellChars

// annexText is a text that is longer than a cell.
type annexText struct {
	id     int
	number string
	text   string
}

const (
	annexSheet  = "附页"
	annexPrefix = "【全文见附页第"
	annexSuffix = "条】"
)

// fit returns s, or for a text that no cell can hold the reference to the annex that now holds it.
func (b *book) fit(number, s string) string {
	if len(s) <= cellLimit || units(s) <= cellLimit {
		return s
	}
	id := len(b.annex) + 1
	b.annex = append(b.annex, annexText{id, number, s})
	return annexPrefix + strconv.Itoa(id) + annexSuffix
}

// annexRef reads such a reference.
func annexRef(s string) (int, bool) {
	inner, ok := strings.CutPrefix(s, annexPrefix)
	if !ok {
		return 0, false
	}
	inner, ok = strings.CutSuffix(inner, annexSuffix)
	n, err := strconv.Atoi(inner)
	return n, ok && err == nil
}

// chunks cuts a text into pieces that fit in cells, never inside a sign.
func chunks(s string) []string {
	var out []string
	for len(s) > 0 {
		n, used := 0, 0
		for n < len(s) {
			r, size := utf8.DecodeRuneInString(s[n:])
			w := 1
			if r > 0xffff {
				w = 2
			}
			if used+w > cellLimit {
				break
			}
			n, used = n+size, used+w
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// cleanText makes a text fit for a workbook without hiding anything: signs that no workbook can hold (control signs,
// broken bytes) become visible ones, and line ends are those of workbooks.
func cleanText(s string) string {
	if clean(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case r < 0x20:
			return '␀' + r
		case r == 0x7f:
			return '␡'
		case r == 0xfffe || r == 0xffff:
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

func clean(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 && c != '\n' && c != '\t' || c == 0x7f || c == 0xef {
			return c == 0xef && utf8.ValidString(s) && !strings.ContainsAny(s, "\uffff\ufffe") && cleanRest(s[i+1:])
		}
	}
	return utf8.ValidString(s)
}

// cleanRest looks on behind a full-width sign, whose first byte is that of the noncharacters.
func cleanRest(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 && c != '\n' && c != '\t' || c == 0x7f {
			return false
		}
	}
	return true
}
