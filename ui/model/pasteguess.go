package model

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fuyi/cases"
	"fuyi/cases/identity"
)

// readBlock cuts the clipboard's text into cells: one line a row, tabs between cells, cells with line breaks in quotes as
// spreadsheets write them. Text without tabs is a column of its own. Empty rows at any place and empty columns at the end are
// dropped.
func readBlock(text string) [][]string {
	var out [][]string
	var line []string
	var cell strings.Builder
	quoted, begun := false, false
	endCell := func() {
		line = append(line, strings.TrimSpace(strings.ReplaceAll(cell.String(), "\u00a0", " ")))
		cell.Reset()
		begun = false
	}
	endLine := func() {
		endCell()
		if strings.Join(line, "") != "" {
			out = append(out, line)
		}
		line = nil
	}
	runes := []rune(strings.ReplaceAll(text, "\r\n", "\n"))
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case quoted && r == '"' && i+1 < len(runes) && runes[i+1] == '"':
			cell.WriteByte('"')
			i++
		case quoted && r == '"':
			quoted = false
		case quoted:
			cell.WriteRune(r)
		case r == '"' && !begun && closes(runes[i+1:]):
			quoted, begun = true, true
		case r == '\t':
			endCell()
		case r == '\n' || r == '\r':
			endLine()
		default:
			begun = true
			cell.WriteRune(r)
		}
	}
	endLine()
	return trimColumns(out)
}

// closes reports whether a quote that opens a cell is closed before a tab or a line's end, as a spreadsheet's always is: in text
// from elsewhere a quote is a quote.
func closes(rest []rune) bool {
	for i := 0; i < len(rest); i++ {
		if rest[i] != '"' {
			continue
		}
		if i+1 < len(rest) && rest[i+1] == '"' {
			i++
			continue
		}
		return i+1 == len(rest) || strings.ContainsRune("\t\n\r", rest[i+1])
	}
	return false
}

func trimColumns(block [][]string) [][]string {
	width := 0
	for _, line := range block {
		for i, c := range line {
			if c != "" {
				width = max(width, i+1)
			}
		}
	}
	for i, line := range block {
		block[i] = line[:min(len(line), width)]
	}
	return block
}

// headWords are the words by which heads are recognised, the most telling first.
func headWords(k cases.Kind) []struct {
	word  string
	field PasteField
} {
	type hw = struct {
		word  string
		field PasteField
	}
	out := []hw{{"法院案号", PasteCourtNo}, {"序号", PasteSkip}, {"案号", PasteNumber}, {"编号", PasteNumber}, {"被申请", PasteRespondent},
		{"被告", PasteRespondent}, {"被诉机关", PasteRespondent}, {"第三人", PasteThird}, {"申请人", PasteApplicant}, {"原告", PasteApplicant}, {"姓名", PasteApplicant}, {"当事人", PasteApplicant},
		{"收件", PasteReceived}, {"收到", PasteReceived}, {"收案", PasteReceived}, {"登记日期", PasteReceived}, {"申请日期", PasteReceived}, {"申请时间", PasteReceived},
		{"承办", PasteHandler}, {"经办", PasteHandler}, {"类别", PasteCategory}, {"类型", PasteMatter}, {"案由", PasteSubject}, {"请求", PasteSubject}, {"事项", PasteSubject},
		{"受诉法院", PasteCourt}, {"法院", PasteCourt}}
	if k != cases.Litigation {
		out = slices.DeleteFunc(out, func(h hw) bool { return h.field == PasteCourt || h.field == PasteCourtNo })
	}
	return out
}

// headFields takes a first line for heads and says what each column holds; nil if it is no line of heads. One word suffices in
// a block of one column, else two: a name may hold one by chance.
func headFields(k cases.Kind, line []string) []PasteField {
	out := make([]PasteField, len(line))
	used := map[PasteField]bool{}
	known := 0
	for _, h := range headWords(k) {
		if h.field != PasteSkip && used[h.field] {
			continue
		}
		for i, text := range line {
			short := strings.Map(func(r rune) rune {
				if r == ' ' || r == '\n' || r == '　' {
					return -1
				}
				return r
			}, text)
			if out[i] == "" && utf8.RuneCountInString(short) <= 12 && strings.Contains(short, h.word) {
				out[i], used[h.field] = h.field, true
				known++
				break
			}
		}
	}
	if known == 0 || known == 1 && len(line) > 1 || hasDate(line) {
		return nil
	}
	return out
}

func hasDate(line []string) bool {
	return slices.ContainsFunc(line, func(s string) bool { return looksLikeDate(s) })
}

func looksLikeDate(s string) bool {
	if s == "" || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	d, err := ReadDate(s, 0)
	return err == nil && !d.IsZero() && d.Year() > 1990 && d.Year() < 2100
}

// sign tells of a cell how much it looks like a field.
type sign struct {
	field PasteField
	like  func(string) bool
}

func looksLikeOrgan(s string) bool {
	for _, w := range []string{"局", "政府", "委员会", "大队", "支队", "办事处", "管委会", "派出所", "厅"} {
		if strings.HasSuffix(s, w) || strings.Contains(s, w+"、") {
			return true
		}
	}
	return false
}

// looksLikeNumber asks for a year in brackets and a serial number, as case numbers have them, in a short text that is not about
// another paper: 〔2026〕某行复第5号.
func looksLikeNumber(s string) bool {
	return strings.HasSuffix(s, "号") && strings.ContainsAny(s, "〔[（(") && strings.ContainsAny(s, "复应诉") && strings.ContainsAny(s, "0123456789") &&
		utf8.RuneCountInString(s) <= 24 && !strings.Contains(s, "不服") && !strings.Contains(s, "决")
}

// looksLikeName is a name of two to four characters, or several, or an organisation that is no organ.
func looksLikeName(s string) bool {
	for _, n := range names(s) {
		c := utf8.RuneCountInString(n)
		if (c < 2 || c > 4) && (!identity.Organisation(n) || looksLikeOrgan(n)) {
			return false
		}
	}
	return s != ""
}

func looksLikeMatter(s string) bool {
	return utf8.RuneCountInString(s) >= 5 || strings.HasPrefix(s, "不服")
}

func looksLikeCount(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil && len(s) < 5
}

// guess says what the columns without a known head hold, by what stands in them: a column is a field if most of its cells
// look like it.
func (p *Paste) guess(handlers []string) {
	signs := []sign{{PasteNumber, looksLikeNumber}, {PasteReceived, looksLikeDate},
		{PasteHandler, func(s string) bool { return slices.Contains(handlers, s) }},
		{PasteCategory, func(s string) bool { return slices.Contains(Categories(), s) }},
		{PasteMatter, func(s string) bool { return slices.Contains(Matters(), s) }},
		{PasteCourt, func(s string) bool { return strings.HasSuffix(s, "法院") }},
		{PasteRespondent, looksLikeOrgan}, {PasteApplicant, looksLikeName}, {PasteSubject, looksLikeMatter}}
	if p.Kind != cases.Litigation {
		signs = slices.DeleteFunc(signs, func(s sign) bool { return s.field == PasteCourt })
	}
	for _, s := range signs {
		if p.Column(s.field) >= 0 {
			continue
		}
		if col := p.likeliest(s.like); col >= 0 {
			p.Fields[col] = s.field
		}
	}
	for col := range p.Fields {
		if p.Fields[col] == PasteNote && p.Heads[col] == "" && p.share(col, looksLikeCount) == 1 {
			p.Fields[col] = PasteSkip
		}
	}
}

// likeliest is the free column without a head of which the greatest share looks like it, more than half; -1 for none.
func (p *Paste) likeliest(like func(string) bool) int {
	best, most := -1, 0.5
	for col, f := range p.Fields {
		if f != PasteNote || p.Heads[col] != "" {
			continue
		}
		if share := p.share(col, like); share > most {
			best, most = col, share
		}
	}
	return best
}

// share is which part of a column's cells that are not empty looks like something.
func (p *Paste) share(col int, like func(string) bool) float64 {
	n, all := 0, 0
	for _, r := range p.Rows {
		if r.Cells[col] == "" {
			continue
		}
		all++
		if like(r.Cells[col]) {
			n++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

// following is the number after a case number: its last figures plus one; "" if it has none.
func following(number string) string {
	runes := []rune(number)
	end := len(runes)
	for end > 0 && (runes[end-1] < '0' || runes[end-1] > '9') {
		end--
	}
	begin := end
	for begin > 0 && runes[begin-1] >= '0' && runes[begin-1] <= '9' {
		begin--
	}
	if begin == end {
		return ""
	}
	n, err := strconv.Atoi(string(runes[begin:end]))
	if err != nil {
		return ""
	}
	text := strconv.Itoa(n + 1)
	if pad := end - begin - len(text); pad > 0 {
		text = strings.Repeat("0", pad) + text
	}
	return string(runes[:begin]) + text + string(runes[end:])
}
