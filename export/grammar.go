package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fuyi/cases/calendar"
)

// The grammar of cells that hold more than one fact (see DESIGN.md):
//
//	list  = entry { "；" entry }
//	entry = date { " " word } [ "（" prop { "，" prop } "）" ]
//	prop  = key "：" value
//
// A value that holds a sign of the grammar stands in 「」, an inner 」 doubled.

// special are the signs that force a value into 「」.
const special = "；;，,：:、（）()「」 \u3000\n\t"

// quote writes a value so that the grammar reads it back unchanged.
func quote(s string) string {
	if s != "" && !strings.ContainsAny(s, special) {
		return s
	}
	return "「" + strings.ReplaceAll(s, "」", "」」") + "」"
}

// unquote is the inverse of quote; text that was not quoted is trimmed only.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	inner, ok := strings.CutPrefix(s, "「")
	if !ok {
		return s
	}
	inner, ok = strings.CutSuffix(inner, "」")
	if !ok {
		return s
	}
	return strings.ReplaceAll(inner, "」」", "」")
}

// split cuts at separators outside brackets and quotes. Foreign text with an unmatched bracket or quote is cut as if
// it had none: losing the rest of a cell to a typing error would be worse.
func split(s string, sep func(rune) bool) []string {
	if strings.IndexFunc(s, sep) < 0 {
		return []string{s}
	}
	for _, n := range []nesting{{brackets: true, quotes: true}, {quotes: true}, {brackets: true}, {}} {
		if parts, ok := splitNested(s, sep, n); ok {
			return parts
		}
	}
	return []string{s}
}

// nesting says which signs enclose text for a scan.
type nesting struct{ brackets, quotes bool }

// scan calls f for every sign that stands outside quotes, with the depth of brackets before it, and reports whether
// brackets and quotes were closed.
func scan(s string, n nesting, f func(i int, r rune, depth int)) (balanced bool) {
	depth, quoted := 0, false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		next := i + size
		switch {
		case quoted && r == '」':
			if strings.HasPrefix(s[next:], "」") {
				next += len("」")
			} else {
				quoted = false
			}
		case quoted:
		case n.quotes && r == '「':
			quoted = true
		default:
			f(i, r, depth)
			if n.brackets && (r == '（' || r == '(') {
				depth++
			}
			if n.brackets && (r == '）' || r == ')') {
				depth--
			}
			if depth < 0 {
				return false
			}
		}
		i = next
	}
	return depth == 0 && !quoted
}

func splitNested(s string, sep func(rune) bool, n nesting) (parts []string, balanced bool) {
	start := 0
	balanced = scan(s, n, func(i int, r rune, depth int) {
		if depth == 0 && sep(r) {
			parts = append(parts, s[start:i])
			start = i + utf8.RuneLen(r)
		}
	})
	return append(parts, s[start:]), balanced
}

func isListSep(r rune) bool { return r == '；' || r == ';' || r == '\n' }
func isDateSep(r rune) bool { return isListSep(r) || r == '、' || r == '，' || r == ',' }
func isPropSep(r rune) bool { return r == '，' || r == ',' }
func isColon(r rune) bool   { return r == '：' || r == ':' }

// list cuts a cell into its non-empty entries.
func list(s string, sep func(rune) bool) []string {
	parts := split(s, sep)
	out := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// prop is one labelled value of an entry.
type prop struct{ key, value string }

// entry is one dated fact with what stands beside its date.
type entry struct {
	on    calendar.Date
	words []string
	props []prop
	// note is bracketed text that is not in the grammar, as foreign ledgers have it, or what followed the date.
	note string
}

func (e entry) String() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

func (e *entry) write(b *strings.Builder) {
	writeDate(b, e.on)
	for _, w := range e.words {
		b.WriteByte(' ')
		b.WriteString(w)
	}
	writeProps(b, e.props)
}

// writeDate writes 2020-03-05. Ledgers hold dates by the million, and this is what writing them costs.
func writeDate(b *strings.Builder, d calendar.Date) {
	y, m, day := d.Time().Date()
	digits := [10]byte{byte('0' + y/1000%10), byte('0' + y/100%10), byte('0' + y/10%10), byte('0' + y%10), '-',
		byte('0' + m/10), byte('0' + m%10), '-', byte('0' + day/10), byte('0' + day%10)}
	b.Write(digits[:])
}

// formatProps writes the bracketed tail of an entry, "" if there is nothing to say.
func formatProps(props []prop) string {
	var b strings.Builder
	writeProps(&b, props)
	return b.String()
}

func writeProps(b *strings.Builder, props []prop) {
	for i, p := range props {
		if i == 0 {
			b.WriteString("（")
		} else {
			b.WriteString("，")
		}
		b.WriteString(p.key)
		b.WriteString("：")
		b.WriteString(quote(p.value))
	}
	if len(props) > 0 {
		b.WriteString("）")
	}
}

// cutProps separates the bracketed tail. A tail whose parts are not all labelled is returned as free text.
func cutProps(s string) (head string, props []prop, free string) {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
		return s, nil, ""
	}
	open := lastOpen(s)
	if open < 0 {
		return s, nil, ""
	}
	_, size := utf8.DecodeRuneInString(s[open:])
	inner := s[open+size:]
	inner = strings.TrimSuffix(strings.TrimSuffix(inner, "）"), ")")
	head = strings.TrimSpace(s[:open])
	for _, part := range list(inner, isPropSep) {
		key, value, ok := cutColon(part)
		if !ok || !knownKey(key) {
			return head, nil, inner
		}
		props = append(props, prop{key, unquote(value)})
	}
	return head, props, ""
}

// cutColon separates a label from what it labels.
func cutColon(s string) (label, text string, ok bool) {
	i := strings.IndexFunc(s, isColon)
	if i < 0 {
		return "", s, false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:]), true
}

// lastOpen finds the bracket that the text's last sign closes, outside quotes; -1 if there is none.
func lastOpen(s string) int {
	open := -1
	ok := scan(s, nesting{brackets: true, quotes: true}, func(i int, r rune, depth int) {
		if depth == 0 && (r == '（' || r == '(') {
			open = i
		}
	})
	if !ok {
		return -1
	}
	return open
}

// parseEntry reads one entry; ok is false if it holds no date.
func parseEntry(s string, base1904 bool) (e entry, ok bool) {
	if on, ok := readPlainDate(s, base1904); ok {
		return entry{on: on}, true
	}
	head, props, free := cutProps(s)
	e.props, e.note = props, free
	if on, ok := readPlainDate(head, base1904); ok {
		e.on = on
		return e, true
	}
	words := strings.FieldsFunc(head, unicode.IsSpace)
	for i, w := range words {
		if on, ok := readPlainDate(w, false); ok && (i == 0 || i == len(words)-1) && len(w) >= 8 {
			e.on = on
			e.words = append(append(e.words, words[:i]...), words[i+1:]...)
			return e, true
		}
	}
	on, rest, ok := leadingDate(head)
	if !ok {
		return e, false
	}
	e.on = on
	e.note = strings.TrimSpace(rest + " " + e.note)
	return e, true
}
