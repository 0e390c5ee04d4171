package storage

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"

	"fuyi/cases"
)

// The search text of a case is its folded fields with a separator between them. Folding drops control characters, so
// that no query holds one and nothing is found across two fields.
const (
	fieldSeparator = "\x1f"
	// gap stands where brackets or blanks were dropped between two digits or Latin letters: 〔2018〕5号 must not hold 85.
	gap = '\x1d'
	// rowEnd ends a case's text in the catalogue.
	rowEnd = '\x1e'
)

// dropped are the characters that clerks type in many ways or leave out.
func dropped(r rune) bool {
	switch r {
	case '(', ')', '[', ']', '{', '}', '〔', '〕', '【', '】', '〖', '〗', '「', '」', '『', '』', '《', '》', '〈', '〉', '“', '”', '‘', '’', '"', '\'':
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// foldText makes texts comparable: full and half width, letter case, brackets and blanks no longer matter.
func foldText(s string) string {
	out := make([]byte, 0, len(s))
	var last rune
	gone := false
	for _, r := range compatible(s) {
		switch {
		case r >= 0x4e00 && r <= 0x9fff: // most of every text
		case dropped(r):
			gone = true
			continue
		default:
			r = unicode.ToLower(r)
			if gone && joinable(last) && joinable(r) {
				out = append(out, gap)
			}
		}
		gone, last = false, r
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// compatible turns full-width and other variants into the usual characters, where there are any. Most texts hold none
// but full-width ones, which need no tables.
func compatible(s string) string {
	wide := false
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf, r >= 0x4e00 && r <= 0x9fff, r == '〔', r == '〕', r == '、', r == '《', r == '》':
		case r >= '！' && r <= '～':
			wide = true
		default:
			return norm.NFKC.String(s)
		}
	}
	if !wide {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}

func joinable(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsDigit(r) || unicode.IsLetter(r))
}

// words splits what a clerk typed into folded fragments, all of which must match.
func words(query string) []string {
	var out []string
	for _, w := range strings.Fields(query) {
		if w = foldText(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// searchText builds search texts and remembers the folded form of what recurs.
type searchText struct {
	folded   map[string]string
	initials func(rune) byte
	buf      strings.Builder
}

func newSearchText() *searchText {
	return &searchText{folded: map[string]string{}, initials: initialOf()}
}

// remembered bounds the memory of an import of any size.
const remembered = 20_000

func (t *searchText) fold(s string) string {
	if s == "" {
		return ""
	}
	f, ok := t.folded[s]
	if !ok {
		f = foldText(s)
		if len(t.folded) < remembered {
			t.folded[s] = f
		}
	}
	return f
}

// Positions of the fields that lists sort by.
const (
	fieldNumber = iota
	fieldApplicants
	fieldRespondents
	fieldSubject
	fieldHandler
)

// of is the search text of a case: the five fields of its row, the other parties and the court, the numbers and papers by
// which people ask for a case, the notes, then the initials of every applicant, respondent and of the subject.
func (t *searchText) of(c *cases.Case) string {
	t.buf.Reset()
	for i, s := range []string{c.Number, c.Joined(cases.Applicant), c.Joined(cases.Respondent), c.Subject, c.Handler} {
		if i > 0 {
			t.buf.WriteString(fieldSeparator)
		}
		t.buf.WriteString(t.fold(s))
	}
	for _, p := range c.Parties {
		if p.Role != cases.Applicant && p.Role != cases.Respondent {
			t.more(t.fold(p.Name))
		}
	}
	if s := c.Suit; s != nil {
		t.more(t.fold(s.Court))
		t.more(t.fold(s.CourtNumber))
		t.more(t.fold(s.Related))
		t.more(t.fold(s.Earlier))
		t.more(t.fold(s.Author))
	}
	t.beyond(c)
	for _, p := range c.Parties {
		if p.Role == cases.Applicant || p.Role == cases.Respondent {
			t.moreInitials(t.fold(p.Name), !p.Organisation)
		}
	}
	t.moreInitials(t.fold(c.Subject), false)
	return t.buf.String()
}

// beyond writes what lists do not show: identity numbers, phones, heads, papers and notes.
func (t *searchText) beyond(c *cases.Case) {
	for _, f := range hiddenFields(c) {
		t.more(t.fold(f.text))
	}
}

func (t *searchText) more(s string) {
	if s != "" {
		t.buf.WriteString(fieldSeparator)
		t.buf.WriteString(s)
	}
}

// moreInitials writes the initials of a text, for a person also with the reading its first character has as a surname.
func (t *searchText) moreInitials(folded string, person bool) {
	if folded == "" {
		return
	}
	t.buf.WriteString(fieldSeparator)
	first, size := utf8.DecodeRuneInString(folded)
	t.write(folded)
	if i := strings.IndexRune(surnames, first); person && i >= 0 {
		t.buf.WriteString(fieldSeparator)
		t.buf.WriteByte(surnames[i+size])
		t.write(folded[size:])
	}
}

func (t *searchText) write(folded string) {
	for _, r := range folded {
		if r == gap {
			t.buf.WriteRune(gap)
		} else if i := t.initials(r); i != 0 {
			t.buf.WriteByte(i)
		}
	}
}

// surnames lists the characters whose initial as a surname differs from the usual one, each followed by it.
const surnames = "单s曾z解x仇q区o查z盖g乐y尉y种c召s员y折s秘b黑h缪m覃q洗x冼x重c宓m祭z晁c谌c长z"

// initialOf gives the function from a character to the first letter of its usual reading: letters and digits stand for
// themselves, 0 is for what has none. The table is built once.
var initialOf = sync.OnceValue(func() func(rune) byte {
	const first, last = 0x3400, 0x9fff
	table := make([]byte, last-first+1)
	for r, readings := range pinyin.PinyinDict {
		if r >= first && r <= last && readings != "" {
			// The tone marks come apart: ā becomes a and a mark.
			table[r-first] = norm.NFD.String(readings)[0]
		}
	}
	return func(r rune) byte {
		switch {
		case r >= first && r <= last:
			return table[r-first]
		case r < utf8.RuneSelf && (unicode.IsDigit(r) || unicode.IsLetter(r)):
			return byte(r)
		}
		return 0
	}
})
