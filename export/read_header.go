package export

import (
	"strings"
	"unicode"

	"fuyi/cases"
)

// headerSearch is the number of rows in which a header is looked for.
const headerSearch = 25

// boundColumn is a column of a foreign ledger and what it was taken for.
type boundColumn struct {
	index  int // from 0
	letter string
	header string
	// def is nil for a column that is kept as a note.
	def *columnDef
	// dates is true for a note column whose numbers are styled as dates.
	dates bool
}

func (c *boundColumn) field() field {
	if c.def == nil {
		return fNone
	}
	return c.def.field
}

// layout is how a ledger sheet was understood.
type layout struct {
	sheet     string
	kind      cases.Kind
	headerRow int
	// dataRow is the first row behind the header.
	dataRow int
	columns []*boundColumn
	// byIndex finds the column of a cell, nil for cells outside the header.
	byIndex []*boundColumn
	has     [fieldCount]bool
	// own is true for a ledger the program itself wrote: then derived columns are recognised as such.
	own bool
}

// headerName reduces a header to what the tables compare.
func headerName(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("*＊：:。、，,★※“”\"", r) {
			return -1
		}
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
	for {
		open := strings.IndexByte(s, '(')
		end := strings.IndexByte(s, ')')
		if open < 0 || end < open {
			break
		}
		s = s[:open] + s[end+1:]
	}
	return s
}

// namedField is what a header may mean; rank orders headers of the same field, lower first.
type namedField struct {
	def  *columnDef
	rank int
}

var headerIndex = map[cases.Kind]map[string][]namedField{
	cases.Reconsideration: buildHeaders(reconsiderationColumns),
	cases.Litigation:      buildHeaders(litigationColumns),
}

func buildHeaders(defs []columnDef) map[string][]namedField {
	out := map[string][]namedField{}
	for i := range defs {
		def := &defs[i]
		words := append([]string{def.header}, strings.Fields(def.names)...)
		if def.field == fConcluded {
			// A column named after the decision or judgment is closer to the act than one named 结案日期.
			words = append(words[1:], words[0])
		}
		for rank, w := range words {
			w = headerName(w)
			out[w] = append(out[w], namedField{def, rank})
		}
	}
	return out
}

// lookup finds what a header may mean; prefixes that say nothing are dropped.
func lookup(k cases.Kind, header string) []namedField {
	name := headerName(header)
	if name == "" {
		return nil
	}
	if f := headerIndex[k][name]; f != nil {
		return f
	}
	for _, prefix := range []string{"行政复议", "行政应诉", "复议", "应诉", "案件", "本案"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			if f := headerIndex[k][rest]; f != nil {
				return f
			}
		}
	}
	return nil
}

// bind assigns columns to fields: each field takes the unassigned column that names it best.
func bind(k cases.Kind, headers []string) (columns []*boundColumn, matched int) {
	candidates := make([][]namedField, len(headers))
	for i, h := range headers {
		columns = append(columns, &boundColumn{index: i, letter: colName(i + 1), header: strings.TrimSpace(h)})
		candidates[i] = lookup(k, h)
	}
	defs := columnsOf(k)
	for d := range defs {
		best, bestRank := -1, 0
		for i, c := range candidates {
			if columns[i].def != nil {
				continue
			}
			for _, n := range c {
				if n.def == &defs[d] && (best < 0 || n.rank < bestRank) {
					best, bestRank = i, n.rank
				}
			}
		}
		if best >= 0 {
			columns[best].def = &defs[d]
			matched++
		}
	}
	return columns, matched
}

// findLayout finds the header among the first rows. reason says why a sheet is no ledger.
func findLayout(sheet string, rows []rawRow, merges []mergedCells) (l *layout, reason string) {
	best, rowsUsed := 0, 0
	for i := range rows {
		for height := 1; height <= 2 && i+height <= len(rows); height++ {
			if height == 2 && rows[i+1].n != rows[i].n+1 {
				continue
			}
			if height == 2 && looksLikeData(rows[i+1].cells) {
				continue
			}
			headers := headersOf(rows[i:i+height], merges)
			kind := kindOf(headers)
			if kind == "" {
				continue
			}
			columns, matched := bind(kind, headers)
			// A title above a header of one row matches as well as the header alone; the fewer rows are the header.
			if matched < 3 || matched < best || matched == best && height >= rowsUsed {
				continue
			}
			best, rowsUsed = matched, height
			l = &layout{sheet: sheet, kind: kind, headerRow: rows[i].n + height - 1, dataRow: rows[i].n + height,
				columns: columns}
		}
	}
	if l == nil {
		return nil, "前25行中没有找到台账表头（复议台账要有“申请人”“被申请人”，应诉台账要有“原告”“被告”或者“法院”等栏目），没有读取"
	}
	l.index()
	return l, ""
}

// index prepares the layout for reading: cells find their column at once.
func (l *layout) index() {
	l.byIndex = make([]*boundColumn, len(l.columns))
	for i, c := range l.columns {
		l.byIndex[i] = c
		l.has[c.field()] = true
	}
	l.own = l.has[fRecords] && l.has[fNotes]
	if l.own {
		return
	}
	for _, c := range l.columns {
		if f := c.field(); f == fState || f == fDue {
			c.def = nil
			l.has[f] = false
		}
	}
}

// headersOf joins a header of one or two rows into one name a column: the lower row names the column; where it is empty the
// upper one does, and a group head spread over merged cells is put before a name that means nothing by itself.
func headersOf(rows []rawRow, merges []mergedCells) []string {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.cells))
	}
	out := make([]string, width)
	upper := make([]string, width)
	copy(upper, rows[0].cells)
	for _, m := range merges {
		if m.r1 <= rows[0].n && rows[0].n <= m.r2 && m.c1 <= width {
			for c := m.c1; c < m.c2 && c < width; c++ {
				upper[c] = upper[m.c1-1]
			}
		}
	}
	if len(rows) == 1 {
		copy(out, rows[0].cells)
		return out
	}
	for i := range out {
		lower := ""
		if i < len(rows[1].cells) {
			lower = rows[1].cells[i]
		}
		switch {
		case strings.TrimSpace(lower) == "":
			if i < len(rows[0].cells) {
				out[i] = rows[0].cells[i]
			}
		case known(lower):
			out[i] = lower
		default:
			out[i] = strings.TrimSpace(upper[i]) + strings.TrimSpace(lower)
		}
	}
	return out
}

func known(header string) bool {
	return lookup(cases.Reconsideration, header) != nil || lookup(cases.Litigation, header) != nil
}

// looksLikeData tells a second header row from the first data row.
func looksLikeData(cells []string) bool {
	names, filled := 0, 0
	for _, c := range cells {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		filled++
		if _, ok := readPlainDate(c, false); ok {
			return true
		}
		if known(c) {
			names++
		}
	}
	return names == 0 || names*3 < filled
}

// kindOf tells the ledger by its headers: 被申请人 makes it one of reconsideration, 被告 or 法院 one of litigation.
func kindOf(headers []string) cases.Kind {
	var respondent, defendant bool
	for _, h := range headers {
		for _, f := range lookup(cases.Reconsideration, h) {
			respondent = respondent || f.def.field == fRespondents
		}
		for _, f := range lookup(cases.Litigation, h) {
			defendant = defendant || f.def.field == fRespondents || f.def.field == fCourt
		}
	}
	switch {
	case respondent:
		return cases.Reconsideration
	case defendant:
		return cases.Litigation
	}
	return ""
}
