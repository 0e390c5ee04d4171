package export

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
)

// rawRow is a row with its number and the raw values of its cells.
type rawRow struct {
	n     int
	cells []string
}

// sheetPlan is a ledger sheet that will be read.
type sheetPlan struct {
	layout *layout
	scan   *sheetScan
	// spans are the vertically merged ranges of the data, by first row.
	spans []mergedCells
}

// planSheet looks at the first rows of a sheet. The plan is nil for a sheet that is no ledger.
func (s *source) planSheet(name string) (*sheetPlan, cases.LedgerSheet, error) {
	info := cases.LedgerSheet{Name: name}
	scan, reason, err := s.readable(name)
	if info.Reason = reason; err != nil || reason != "" {
		return nil, info, err
	}
	head, err := s.head(name, scan)
	if err != nil {
		return nil, info, err
	}
	if isAnnexHead(head) {
		info.Reason = "附页，其内容并入所属案件"
		return nil, info, s.readAnnex(name, scan)
	}
	if isOwnSheet(name) {
		info.Reason = "填表说明或者代码表，没有读取"
		return nil, info, nil
	}
	l, reason := findLayout(name, head, scan.merges)
	if l == nil {
		info.Reason = reason
		return nil, info, nil
	}
	p := &sheetPlan{layout: l, scan: scan}
	p.prepare(s)
	info.Kind, info.HeaderRow = l.kind, l.headerRow
	for _, c := range l.columns {
		if c.header == "" && c.def == nil {
			continue
		}
		col := cases.LedgerColumn{Column: c.letter, Header: c.header}
		if c.def != nil {
			col.Field, col.Label = c.def.id, c.def.header
		}
		info.Columns = append(info.Columns, col)
	}
	return p, info, nil
}

// readable gives the scan of a sheet with content; reason says why another one is passed over.
func (s *source) readable(name string) (scan *sheetScan, reason string, err error) {
	scan = s.sheets[name]
	switch {
	case scan == nil:
		reason = "不是普通工作表，没有读取"
	case !scan.complete:
		err = refuse(cases.Damaged, "工作表“"+name+"”的内容不完整，没有导入任何案件。请用 WPS 或 Excel 打开后另存为新文件再导入。", nil)
	case scan.usedRows == 0:
		reason = "工作表没有内容"
	case scan.lastUsed > maxLastRow:
		err = refuse(cases.Invalid, fmt.Sprintf("工作表“%s”的内容一直到第%d行，中间有大量空行。请删除多余的行，或者把台账复制到新的工作簿再导入。", name, scan.lastUsed), nil)
	}
	return scan, reason, err
}

// prepare keeps the vertical merges of the data and marks note columns that hold dates.
func (p *sheetPlan) prepare(s *source) {
	for _, m := range p.scan.merges {
		if m.r2 > m.r1 && m.r1 >= p.layout.dataRow {
			p.spans = append(p.spans, m)
		}
	}
	sort.SliceStable(p.spans, func(i, j int) bool { return p.spans[i].r1 < p.spans[j].r1 })
	for _, c := range p.layout.columns {
		c.dates = s.datesIn(p.scan.numbers[c.index+1])
	}
}

// datesIn reports whether most of a column's numbers are styled as dates.
func (s *source) datesIn(count map[int]int) bool {
	dates, all := 0, 0
	for style, n := range count {
		all += n
		if st, err := s.f.GetStyle(style); err == nil && isDateFormat(st) {
			dates += n
		}
	}
	return dates*2 > all
}

func isDateFormat(st *excelize.Style) bool {
	if st.CustomNumFmt != nil {
		code := strings.ToLower(*st.CustomNumFmt)
		return strings.ContainsAny(code, "yd年日") && !strings.Contains(code, "red")
	}
	return st.NumFmt >= 14 && st.NumFmt <= 22 || st.NumFmt >= 27 && st.NumFmt <= 36 || st.NumFmt >= 50 && st.NumFmt <= 58
}

// head reads the rows in which a header is looked for.
func (s *source) head(name string, scan *sheetScan) ([]rawRow, error) {
	var out []rawRow
	err := s.rows(name, scan, func(r rawRow) bool {
		if !blank(r.cells) {
			r.cells = slices.Clone(r.cells)
			out = append(out, r)
		}
		return len(out) < headerSearch
	})
	return out, err
}

// rows calls f for the rows of a sheet up to the last that has a value, until f returns false. Rows the library loses,
// because a part is damaged, are an error and not an end.
func (s *source) rows(name string, scan *sheetScan, f func(rawRow) bool) error {
	damaged := refuse(cases.Damaged, "工作表“"+name+"”的内容已损坏，没有导入任何案件。请用 WPS 或 Excel 打开后另存为新文件再导入。", nil)
	rows, err := s.f.Rows(name)
	if err != nil {
		return damaged
	}
	defer rows.Close()
	n := 0
	for n < scan.lastUsed && rows.Next() {
		n++
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return damaged
		}
		if !f(rawRow{n, cells}) {
			return nil
		}
	}
	if n < scan.lastUsed {
		return damaged
	}
	return nil
}

// read sends the data rows of a ledger on in batches.
func (p *sheetPlan) read(s *source, send func(rows []rawRow, last bool) error) error {
	var failed error
	out := make([]rawRow, 0, batchRows)
	err := s.rows(p.layout.sheet, p.scan, func(r rawRow) bool {
		if r.n < p.layout.dataRow || len(r.cells) == 0 {
			return true
		}
		out = append(out, r)
		if len(out) == batchRows {
			failed = send(out, false)
			out = make([]rawRow, 0, batchRows)
		}
		return failed == nil
	})
	if failed != nil {
		return failed
	}
	if err != nil {
		return err
	}
	return send(out, true)
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// isAnnexHead recognises the sheet on which the program continues long texts.
func isAnnexHead(head []rawRow) bool {
	return len(head) > 0 && len(head[0].cells) >= 4 && head[0].cells[0] == "附页编号" && head[0].cells[3] == "内容"
}

// isOwnSheet recognises sheets of the template and the yearbook that hold no cases.
func isOwnSheet(name string) bool {
	return slices.Contains([]string{guideSheet, codeSheet, overviewSheet, textSheet, picturesSheet, chartSheet, tableSheet(cases.Reconsideration), tableSheet(cases.Litigation)}, name)
}

// readAnnex puts the pieces of long texts together again.
func (s *source) readAnnex(name string, scan *sheetScan) error {
	return s.rows(name, scan, func(r rawRow) bool {
		if len(r.cells) >= 4 {
			if id, err := strconv.Atoi(r.cells[0]); err == nil {
				s.annex[id] += r.cells[3]
			}
		}
		return true
	})
}
