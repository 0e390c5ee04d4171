package print

import (
	"strings"
	"unicode"
)

// Characters that may not begin a line, and those that may not end one (避头尾).
const (
	noStart = "，。、；：！？）》」』】〕〉’”％…—·,.;:!?)]}%°℃々"
	noEnd   = "（《「『【〔〈‘“([{￥¥$№"
)

// line is one line of a wrapped text; ended tells that a paragraph ends with it.
type line struct {
	text  string
	ended bool
}

// wrap breaks a cleaned text into lines no wider than width, the first of every paragraph narrower by indent. Words and numbers
// stay whole where they fit a line; closing signs never begin a line and opening ones never end it.
func (f *Faces) wrap(s string, width, indent, size float64, bold bool) []line {
	var out []line
	for _, para := range strings.Split(s, "\n") {
		out = append(out, f.wrapParagraph(strings.TrimRight(para, " "), width, indent, size, bold)...)
	}
	return out
}

func (f *Faces) wrapParagraph(para string, width, indent, size float64, bold bool) []line {
	var out []line
	var now strings.Builder
	room := width - indent
	flush := func() {
		out = append(out, line{text: strings.TrimRight(now.String(), " ")})
		now.Reset()
		room = width
	}
	for _, unit := range unbreakable(para) {
		w := f.width(unit, size, bold)
		if w > room+0.01 && now.Len() > 0 && f.width(strings.TrimRight(unit, " "), size, bold) > room+0.01 {
			flush()
			if unit == " " {
				continue
			}
		}
		for w > room+0.01 && f.width(strings.TrimRight(unit, " "), size, bold) > room+0.01 {
			head, tail := f.cut(unit, room, size, bold)
			now.WriteString(head)
			if tail == "" {
				unit, w = "", 0
				break
			}
			flush()
			unit, w = tail, f.width(tail, size, bold)
		}
		now.WriteString(unit)
		room -= w
	}
	out = append(out, line{text: strings.TrimRight(now.String(), " "), ended: true})
	return out
}

// cut takes as much of a unit as fits, at least one character.
func (f *Faces) cut(s string, room, size float64, bold bool) (head, tail string) {
	for i, r := range s {
		room -= f.width(string(r), size, bold)
		if i > 0 && room < -0.01 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// unbreakable splits a paragraph into the pieces between which a line may break.
func unbreakable(para string) []string {
	var out []string
	var unit []rune
	runes := []rune(para)
	for i, r := range runes {
		unit = append(unit, r)
		if i+1 == len(runes) || breakable(r, runes[i+1]) {
			out = append(out, string(unit))
			unit = unit[:0]
		}
	}
	return out
}

// breakable reports whether a line may break between two characters.
func breakable(a, b rune) bool {
	switch {
	case strings.ContainsRune(noStart, b), strings.ContainsRune(noEnd, a), b == ' ':
		return false
	case a == ' ':
		return true
	case narrow(a) && narrow(b):
		return false
	}
	return true
}

// narrow are the characters that make up words and numbers.
func narrow(r rune) bool {
	return r < 0x2e80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_/@.+'&#=", r))
}
