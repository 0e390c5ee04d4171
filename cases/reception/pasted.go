package reception

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuyi/cases/identity"
)

// Pasted is a person or an organisation read out of a list.
type Pasted struct {
	Name, IDNumber, Phone, Address string
	// Sex is 男 or 女 where a column says so.
	Sex          string
	Organisation bool
}

var (
	// listNumber is what numbers the lines of a list: 1. 2、 (3) （4） ⑤.
	listNumber = regexp.MustCompile(`^\s*(?:[（(]\s*\d{1,3}\s*[)）]|\d{1,3}\s*[.、．)）](?:\D|$)|[①-⑳])`)
	// bracketed is a number in brackets behind a name, glued one that follows it at once.
	bracketed = regexp.MustCompile(`[（(]\s*([0-9Xx+\-]{7,})\s*[)）]`)
	glued     = regexp.MustCompile(`(\p{Han})([0-9+][0-9Xx\-]{6,})`)
	// caption names what follows it in the same cell.
	caption = regexp.MustCompile(`^(?:序号|姓名|名称|申请人|身份证号码?|身份证|证件号码?|联系电话|电话|手机号码?|手机|送达地址|联系地址|地址|住址|住所)\s*[:：]\s*`)
	// birthday is a day of birth, which is no phone.
	birthday = regexp.MustCompile(`^(?:19|20)\d{2}(?:[-./年]\d{1,2}[-./月]\d{1,2}日?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$`)
	// letters and digits of an identity number or of a credit code.
	idForm = regexp.MustCompile(`^(?:\d{15}|\d{17}[\dX]|[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10})$`)
	// dialled is a telephone number.
	dialled = regexp.MustCompile(`^\+?\d[\d-]{5,16}$`)
)

// heads are the words at the head of columns.
const heads = " 序号 编号 姓名 名称 申请人 性别 年龄 民族 出生日期 出生年月 身份证 身份证号 身份证号码 证件号 证件号码 电话 联系电话 联系方式 手机 手机号 手机号码 地址 住址 住所 送达地址 联系地址 备注 签名 "

// SplitNames reads a block copied from a table, a chat or a letter: a row for each person with columns in any order, names in one
// line, or a numbered list. Columns are told apart by what they look like; a number belongs to the name before it. Every row that
// names somebody becomes an entry, and the same name twice stays twice: two people may share one.
func SplitNames(text string) []Pasted {
	var out []Pasted
	for line := range strings.Lines(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")) {
		out = append(out, readLine(strings.TrimRight(line, "\n"))...)
	}
	return out
}

// readLine reads one line. In a line of columns (tabs, or numbers in it) the second text is an address, in any other every text is
// a name.
func readLine(line string) []Pasted {
	tabs := strings.Contains(line, "\t")
	cells := cellsOf(line, tabs)
	columns := tabs
	for _, c := range cells {
		if columns = columns || number(identity.Normal(c)); !strings.Contains(heads, " "+c+" ") {
			continue
		}
		// A line of heads names nobody.
		return nil
	}
	var out []Pasted
	now := func() *Pasted {
		if len(out) == 0 {
			out = append(out, Pasted{})
		}
		return &out[len(out)-1]
	}
	for _, c := range cells {
		s := identity.Normal(c)
		switch p := now(); {
		case c == "男" || c == "女":
			p.Sex = c
		case strings.HasSuffix(c, "族") && utf8.RuneCountInString(c) <= 4 || birthday.MatchString(c):
		case idForm.MatchString(s):
			p.IDNumber = s
		case dialled.MatchString(s) && p.Phone == "":
			p.Phone = s
		case dialled.MatchString(s):
			p.Phone += "、" + s
		case strings.IndexFunc(c, unicode.IsLetter) < 0:
			// Row numbers, ages and marks.
		case p.Name == "":
			p.Name = c
		case p.Address == "" && (tabs || columns && place(c)):
			p.Address = c
		case !tabs:
			out = append(out, Pasted{Name: c})
		}
	}
	named := out[:0]
	for _, p := range out {
		if p.Organisation = identity.Organisation(p.Name); p.Name != "" {
			named = append(named, p)
		}
	}
	return named
}

// cellsOf cuts a line into cells without captions, blanks around them and blanks between the characters of a name.
func cellsOf(line string, tabs bool) []string {
	if at := listNumber.FindStringIndex(line); at != nil && !tabs {
		// The pattern may have taken the first character behind the number.
		line = strings.TrimLeft(line, "（()）.、．0123456789 \t①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
	}
	line = bracketed.ReplaceAllString(line, "\t$1\t")
	line = glued.ReplaceAllString(line, "$1\t$2")
	cut := func(r rune) bool { return r == '\t' }
	if !tabs {
		line = joinShort(line)
		cut = func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，,；;|", r) }
	}
	var out []string
	for _, c := range strings.FieldsFunc(line, cut) {
		c = strings.TrimSpace(caption.ReplaceAllString(strings.TrimSpace(c), ""))
		if c = strings.TrimRight(joinShort(c), "。"); c != "" {
			out = append(out, c)
		}
	}
	return out
}

// joinShort closes the blank that tables put between the two characters of a short name (张　三).
func joinShort(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '　' || r == '\u00a0' })
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !(single(w) && single(words[i-1])) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

func single(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.Is(unicode.Han, r) && r != '男' && r != '女'
}

func number(s string) bool { return idForm.MatchString(s) || dialled.MatchString(s) }

// place reports whether a text looks like an address.
func place(s string) bool {
	return utf8.RuneCountInString(s) >= 5 && strings.ContainsAny(s, "路街号村镇乡区县市省室栋幢弄巷组")
}
