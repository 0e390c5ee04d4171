package export

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// readCell is one non-empty cell of a row on its way to its account.
type readCell struct {
	col *boundColumn
	row int
	// text is the cell as read; understood and problem are its account.
	text, understood, problem string
	formula                   bool
}

// rowMaker makes a case of each row of a sheet. It is reused from row to row.
type rowMaker struct {
	im     *importer
	plan   *sheetPlan
	layout *layout
	info   *cases.LedgerSheet

	// Vertically merged ranges that reach into the current row: spans[:next] have begun, active still run.
	next   int
	active []span
	// formulas[nextFormula:] lie at or below the current row.
	nextFormula int

	// first is the row the current case began on, 0 if none is open.
	first   int
	cells   []readCell
	slots   [fieldCount]slot
	reasons []string
	derived map[string]int

	c     *cases.Case
	ranks []int
	// enforced is the day on which a case of 非诉执行 began, zero for any other.
	enforced calendar.Date
}

// span is a running merge with the value of its first cell.
type span struct {
	mergedCells
	value string
}

// slot is what the row says of a field: its text and the cells it came from.
type slot struct {
	text  string
	cells []int
}

func newRowMaker(im *importer, p *sheetPlan, info *cases.LedgerSheet) *rowMaker {
	return &rowMaker{im: im, plan: p, layout: p.layout, info: info, derived: map[string]int{}}
}

// take works through a batch; last flushes the open case.
func (m *rowMaker) take(rows []rawRow, last bool) error {
	for i := range rows {
		if err := m.row(&rows[i]); err != nil {
			return err
		}
	}
	if last {
		return m.flush()
	}
	return nil
}

func (m *rowMaker) row(r *rawRow) error {
	own := !blank(r.cells)
	goesOn := m.fill(r)
	if !own && !m.hasFormula(r.n) {
		return nil
	}
	if reason := m.noCase(r); reason != "" {
		if err := m.flush(); err != nil {
			return err
		}
		m.collect(r)
		m.skip(r.n, reason)
		return nil
	}
	if m.first == 0 || !goesOn {
		if err := m.flush(); err != nil {
			return err
		}
		m.first = r.n
	}
	m.collect(r)
	return nil
}

// fill gives the cells of vertically merged ranges the value of their first cell. goesOn is true when the case number is
// merged with the row above: then the row belongs to the same case.
func (m *rowMaker) fill(r *rawRow) (goesOn bool) {
	if len(m.plan.spans) == 0 {
		return false
	}
	m.active = slices.DeleteFunc(m.active, func(s span) bool { return s.r2 < r.n })
	for ; m.next < len(m.plan.spans) && m.plan.spans[m.next].r1 <= r.n; m.next++ {
		s := m.plan.spans[m.next]
		if s.r2 < r.n || s.c1 > len(m.layout.byIndex) {
			continue
		}
		value := ""
		if s.r1 == r.n && s.c1 <= len(r.cells) {
			value = r.cells[s.c1-1]
		}
		m.active = append(m.active, span{s, value})
	}
	for _, s := range m.active {
		if s.r1 == r.n || s.value == "" {
			continue
		}
		for len(r.cells) < s.c1 {
			r.cells = append(r.cells, "")
		}
		if r.cells[s.c1-1] == "" {
			r.cells[s.c1-1] = s.value
		}
		goesOn = goesOn || m.layout.byIndex[s.c1-1].field() == fNumber
	}
	return goesOn
}

func (m *rowMaker) hasFormula(row int) bool {
	f := m.plan.scan.formulas
	for m.nextFormula < len(f) && f[m.nextFormula].row() < row {
		m.nextFormula++
	}
	return m.nextFormula < len(f) && f[m.nextFormula].row() == row
}

// exampleMark begins the case number of the template's example row.
const exampleMark = "示例"

// noCase tells why a row holds no case, "" if it may.
func (m *rowMaker) noCase(r *rawRow) string {
	first, filled, repeated := "", 0, 0
	for i, text := range r.cells {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		filled++
		if first == "" {
			first = text
		}
		if i < len(m.layout.byIndex) {
			c := m.layout.byIndex[i]
			if c.def != nil && headerName(text) == headerName(c.header) {
				repeated++
			}
			if c.field() == fNumber && strings.HasPrefix(text, exampleMark) {
				return "模板的示例行，不导入"
			}
		}
	}
	word := plain(first)
	switch {
	case repeated >= 3 || repeated > 0 && repeated*2 > filled:
		return "重复的表头，不导入"
	case slices.Contains([]string{"合计", "总计", "小计", "共计", "累计", "总合计", "本页合计", "本月合计", "本年合计"}, word):
		return "合计行，不导入"
	case filled <= 4 && hasAnyPrefix(word, "填表", "制表", "审核人", "负责人签字", "填报", "备注", "说明", "注", "单位负责人", "统计时间", "截至", "截止"):
		return "表尾说明，不导入"
	}
	return ""
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// collect adds the cells of a row to the open case.
func (m *rowMaker) collect(r *rawRow) {
	m.hasFormula(r.n)
	formulas := m.plan.scan.formulas[m.nextFormula:]
	for i, raw := range r.cells {
		text := strings.TrimSpace(raw)
		if text == "" {
			continue
		}
		formula := false
		for _, f := range formulas {
			if f.row() != r.n {
				break
			}
			formula = formula || f.col() == i+1
		}
		m.add(readCell{col: m.column(i), row: r.n, text: text, formula: formula})
	}
	for _, f := range formulas {
		if f.row() != r.n {
			break
		}
		if !f.value() {
			m.unreadable(r.n, f.col()-1)
		}
	}
}

// column finds the column of a cell; cells outside the header get a nameless one.
func (m *rowMaker) column(i int) *boundColumn {
	for len(m.layout.byIndex) <= i {
		n := len(m.layout.byIndex)
		m.layout.byIndex = append(m.layout.byIndex, &boundColumn{index: n, letter: colName(n + 1)})
	}
	return m.layout.byIndex[i]
}

func (m *rowMaker) add(c readCell) {
	if id, ok := annexRef(c.text); ok {
		if text, ok := m.im.src.annex[id]; ok {
			c.text = text
		}
	}
	if isErrorValue(c.text) {
		c.problem = "单元格是错误值" + c.text + "，无法读取，请改正"
	}
	m.cells = append(m.cells, c)
	f := c.col.field()
	if f == fNone || c.problem != "" {
		return
	}
	s := &m.slots[f]
	s.cells = append(s.cells, len(m.cells)-1)
	switch {
	case s.text == "":
		s.text = c.text
	case s.text != c.text && !slices.Contains(list(s.text, isListSep), c.text):
		s.text += "；" + c.text
	}
}

func isErrorValue(s string) bool {
	return s[0] == '#' && slices.Contains([]string{"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}, s)
}

// unreadable notes a formula without a result.
func (m *rowMaker) unreadable(row, index int) {
	c := m.column(index)
	m.cells = append(m.cells, readCell{col: c, row: row, text: "（公式）", problem: "公式没有计算结果，请在 WPS 或 Excel 中打开文件、保存一次后再导入"})
	if c.def != nil && c.def.field != fSeq {
		m.reasons = append(m.reasons, m.address(c, row)+"：公式没有计算结果，请在 WPS 或 Excel 中打开文件、保存一次后再导入。")
	}
}

func (m *rowMaker) address(c *boundColumn, row int) string {
	return fmt.Sprintf("“%s”%s%d", m.layout.sheet, c.letter, row)
}

// reset forgets the case that was made.
func (m *rowMaker) reset() {
	m.first = 0
	m.cells = m.cells[:0]
	for i := range m.slots {
		m.slots[i].text = ""
		m.slots[i].cells = m.slots[i].cells[:0]
	}
	m.reasons = nil
	m.ranks = m.ranks[:0]
}

// skip accounts for a row that holds no case.
func (m *rowMaker) skip(row int, reason string) {
	for i := range m.cells {
		if m.cells[i].problem == "" {
			m.cells[i].understood = reason
		}
	}
	m.account(cases.LedgerRow{Row: row, Status: cases.RowSkipped, Reasons: []string{reason}})
	m.reset()
}

// flush makes the open case and stores it, or refuses it.
func (m *rowMaker) flush() error {
	if m.first == 0 {
		return nil
	}
	defer m.reset()
	m.info.Rows++
	m.build()
	row := cases.LedgerRow{Row: m.first, Number: m.c.Number}
	if len(m.reasons) == 0 {
		m.unique()
	}
	if len(m.reasons) > 0 {
		row.Status, row.Reasons = cases.RowRefused, m.reasons
		m.account(row)
		return nil
	}
	m.keepNotes()
	if err := m.carryLoss(); err != nil {
		return err
	}
	present, err := m.im.add(m.c)
	if err != nil {
		return err
	}
	row.Status = cases.RowImported
	if present {
		row.Status = cases.RowPresent
	}
	m.account(row)
	return nil
}

// unique refuses a number that an earlier row of the file has: storing would take it for present and lose the row.
func (m *rowMaker) unique() {
	key := string(m.c.Kind) + cases.NumberKey(m.c.Number)
	if first, ok := m.im.numbers[key]; ok {
		m.refuse(fNumber, fmt.Sprintf("案号“%s”与%s相同，同一案号只能有一行，请核对后改正", m.c.Number, first))
		return
	}
	m.im.numbers[key] = fmt.Sprintf("“%s”第%d行", m.layout.sheet, m.first)
}

// account fills in what every account has and hands it on.
func (m *rowMaker) account(row cases.LedgerRow) {
	row.Sheet = m.layout.sheet
	if m.im.opt.Row != nil {
		row.Cells = make([]cases.LedgerCell, 0, len(m.cells)+1)
		if row.Number != "" && len(m.slots[fNumber].cells) == 0 {
			row.Cells = append(row.Cells, cases.LedgerCell{Address: fmt.Sprintf("%d行", row.Row), Header: "案号", Understood: "表中没有案号，由程序编为“" + row.Number + "”"})
		}
		for i := range m.cells {
			c := &m.cells[i]
			understood := c.understood
			if c.formula && understood != "" {
				understood += "（取公式的计算结果）"
			}
			row.Cells = append(row.Cells, cases.LedgerCell{Address: fmt.Sprintf("%s%d", c.col.letter, c.row), Header: c.col.header,
				Text: c.text, Understood: understood, Problem: c.problem})
		}
	}
	m.im.settle(row)
}

// keepNotes keeps with the case whatever no field took.
func (m *rowMaker) keepNotes() {
	for i := range m.cells {
		c := &m.cells[i]
		if c.understood != "" {
			continue
		}
		label := c.col.header
		if label == "" {
			label = c.col.letter + "列"
		}
		text := c.text
		if c.col.def == nil && c.col.dates {
			if d, ok := fromSerial(text, m.im.src.date1904); ok {
				text = d.String()
			}
		}
		note := cases.Note{Label: label, Text: text}
		if !slices.Contains(m.c.Notes, note) {
			m.c.Notes = append(m.c.Notes, note)
		}
	}
}
