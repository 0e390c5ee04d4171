package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// A FormatError says that a text is not a date; Error is a Chinese sentence that can stand beside the field.
type FormatError struct{ Text string }

func (e *FormatError) Error() string {
	return fmt.Sprintf("“%s”不是可识别的日期，请写成 2020-03-05、2020.3.5、20200305 或 2020年3月5日", e.Text)
}

// ParseISO reads exactly 2006-01-02, the form the program itself writes.
func ParseISO(s string) (Date, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		y, ok1 := digits(s[:4])
		m, ok2 := digits(s[5:7])
		d, ok3 := digits(s[8:])
		if ok1 && ok2 && ok3 {
			if v, ok := civil(y, m, d); ok {
				return v, nil
			}
		}
	}
	return 0, &FormatError{s}
}

// Parse reads a date as clerks write it: 2020-3-5, 2020.3.5, 2020/03/05, 20200305, 2020年3月5日, 二〇二〇年三月五日, with
// full-width digits and a trailing time of day allowed. Years run from 1949 to 2099; anything else is a FormatError.
func Parse(s string) (Date, error) {
	text := strings.TrimSpace(normalise(s))
	if i := strings.IndexAny(text, "T "); i > 7 && strings.Contains(text[i:], ":") {
		text = strings.TrimSpace(text[:i])
	}
	parts := fields(text)
	if len(parts) == 1 && len(parts[0]) == 8 {
		p := parts[0]
		parts = []string{p[:4], p[4:6], p[6:]}
	}
	if len(parts) != 3 || len(parts[0]) != 4 {
		return 0, &FormatError{s}
	}
	y, ok1 := digits(parts[0])
	m, ok2 := digits(parts[1])
	d, ok3 := digits(parts[2])
	if !ok1 || !ok2 || !ok3 {
		return 0, &FormatError{s}
	}
	v, ok := civil(y, m, d)
	if !ok || y < 1949 || y > 2099 {
		return 0, &FormatError{s}
	}
	return v, nil
}

// fields cuts at the separators people use between year, month and day, and only at those: "2020,3,5" and
// "2020-3-5等" are not dates.
func fields(text string) []string {
	text = strings.TrimSuffix(text, "日")
	text = strings.TrimSuffix(text, "号")
	parts := strings.FieldsFunc(text, func(r rune) bool {
		return strings.ContainsRune("-./年月 \u3000－．／—–", r)
	})
	for i, p := range parts {
		parts[i] = chineseDigits(p, i == 0)
	}
	return parts
}

// normalise turns full-width digits and signs into their half-width forms.
func normalise(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
}

// chineseDigits turns 二〇二〇 into 2020 and 三, 十, 十五, 二十一 into 3, 10, 15, 21; other text is returned unchanged.
func chineseDigits(s string, year bool) string {
	const numerals = "〇一二三四五六七八九"
	value := func(r rune) int {
		switch r {
		case '○', '零', 'Ｏ':
			return 0
		}
		for i, n := range []rune(numerals) {
			if n == r {
				return i
			}
		}
		return -1
	}
	runes := []rune(s)
	if year {
		var b strings.Builder
		for _, r := range runes {
			v := value(r)
			if v < 0 {
				return s
			}
			b.WriteByte(byte('0' + v))
		}
		return b.String()
	}
	total, last, seen := 0, 0, false
	for _, r := range runes {
		if r == '十' {
			total += max(last, 1) * 10
			if seen && last == 0 {
				return s
			}
			last, seen = 0, true
			continue
		}
		v := value(r)
		if v < 0 {
			return s
		}
		last, seen = v, true
	}
	if !seen {
		return s
	}
	return strconv.Itoa(total + last)
}

func digits(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}

// civil builds a date only if the day exists: 30 February is refused, not moved.
func civil(y, m, d int) (Date, bool) {
	if y < 1 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, false
	}
	v := New(y, time.Month(m), d)
	return v, v.Day() == d
}
