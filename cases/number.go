package cases

import (
	"strings"
	"unicode"
)

// NumberKey makes case numbers comparable (案号比对): full and half width, letter case, kinds of bracket and blanks are ways of
// typing the same number. Two cases of one kind never have the same key, and whoever asks whether a number is taken
// compares keys.
func NumberKey(number string) string {
	var b strings.Builder
	var last rune
	gone := false
	for _, r := range number {
		if r >= '！' && r <= '～' {
			r += '!' - '！'
		}
		if bracketOrBlank(r) {
			gone = true
			continue
		}
		r = unicode.ToLower(r)
		// (2020)1 is not 20201: where a bracket parted two numbers, something must still part them.
		if gone && alphanumeric(last) && alphanumeric(r) {
			b.WriteByte('.')
		}
		gone, last = false, r
		b.WriteRune(r)
	}
	return b.String()
}

func bracketOrBlank(r rune) bool {
	return strings.ContainsRune(`()[]{}〔〕【】〖〗「」『』《》〈〉“”‘’"'`, r) || unicode.IsSpace(r) || unicode.IsControl(r)
}

func alphanumeric(r rune) bool {
	return r < 0x80 && (unicode.IsDigit(r) || unicode.IsLetter(r))
}
