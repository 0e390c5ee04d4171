package blank

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"fuyi/cases"
	"fuyi/cases/naming"
)

// cellUnits is the number of UTF-16 units that a cell can hold.
const cellUnits = 32_767

// Fill writes the form with its named cells filled. If the form differs from the map, or a value is missing, nothing is
// written: the report has the problems and the error is Refused.
func (f *Form) Fill(w io.Writer, m *cases.BlankMap, values map[string]cases.BlankValue) (cases.BlankReport, error) {
	var report cases.BlankReport
	b := f.Blank()
	report.Problems = append(naming.Check(&b, m), missing(m, values)...)
	if len(m.Cells) == 0 {
		return report, refuse(cases.Invalid, "还没有给“"+f.name+"”的任何单元格命名，没有可填的内容。请先命名。", nil)
	}
	parts := map[*zip.File][]byte{}
	for _, s := range f.sheets {
		edits, problems := f.edits(s, m, values)
		report.Problems = append(report.Problems, problems...)
		if len(edits) > 0 {
			parts[s.part] = apply(s.xml, edits)
		}
	}
	if n := len(report.Problems); n > 0 {
		return report, refuse(cases.Refused, fmt.Sprintf("表样“%s”与命名时不一致或者不能填写，共%d处，没有生成文件。第一处：%s", f.name, n, report.Problems[0].Text), nil)
	}
	report.Filled = len(m.Cells)
	if slices.ContainsFunc(f.zip.File, func(p *zip.File) bool { return strings.HasPrefix(p.Name, "_xmlsignatures/") }) {
		report.Notices = append(report.Notices, "原表带有电子签名，填写以后签名失效，请按规定重新签名。")
	}
	if list := naming.Unnamed(&b, m); len(list) > 0 {
		report.Notices = append(report.Notices, fmt.Sprintf("表中还有%d个空格没有命名、没有填写，例如%s。如果是新增的栏目，请补充命名。", len(list), strings.Join(list[:min(3, len(list))], "、")))
	}
	if f.hasFormulas() {
		if err := f.recalculate(parts, &report); err != nil {
			return report, err
		}
	}
	return report, f.write(w, parts)
}

// missing are the names for which there is no value, and values that no cell can hold.
func missing(m *cases.BlankMap, values map[string]cases.BlankValue) (out []cases.BlankProblem) {
	for _, n := range m.Cells {
		v, ok := values[n.Name]
		where, why := "工作表“"+n.Sheet+"”的"+n.Cell, ""
		switch {
		case !ok:
			why = fmt.Sprintf("%s命名为“%s”，但是没有这个数据，请核对名称。", where, n.Name)
		case len(utf16.Encode([]rune(v.Text))) > cellUnits:
			why = fmt.Sprintf("%s要填的文字超过%d字，单元格放不下，请缩短。", where, cellUnits)
		case v.Number != v.Number || v.Number-v.Number != 0:
			why = fmt.Sprintf("%s要填的“%s”不是有效的数字，请核对。", where, n.Name)
		}
		if why != "" {
			out = append(out, cases.BlankProblem{Sheet: n.Sheet, Cell: n.Cell, Name: n.Name, Text: why})
		}
	}
	return out
}

// edits are the changes of one sheet.
func (f *Form) edits(s *sheet, m *cases.BlankMap, values map[string]cases.BlankValue) (edits []edit, problems []cases.BlankProblem) {
	places := map[[2]int]int{}
	for i := range s.cells {
		places[[2]int{s.cells[i].row, s.cells[i].column}] = i
	}
	fresh := map[int][]newCell{}
	for _, n := range m.Cells {
		row, column, ok := cases.ParseCell(n.Cell)
		if n.Sheet != s.grid.Name || !ok {
			continue
		}
		v := values[n.Name]
		if i, there := places[[2]int{row, column}]; there {
			c := &s.cells[i]
			edits = append(edits, edit{c.from, c.to, s.cell(c.attr, f.content(v, c.style))})
			continue
		}
		if v.Empty {
			continue
		}
		fresh[row] = append(fresh[row], newCell{column, v})
	}
	for row, list := range fresh {
		slices.SortFunc(list, func(a, b newCell) int { return a.column - b.column })
		more, ok := f.insert(s, row, list)
		if !ok {
			problems = append(problems, cases.BlankProblem{Sheet: s.grid.Name, Text: fmt.Sprintf("工作表“%s”第%d行的单元格没有地址，不能填写。请用 WPS 打开后另存为新文件，再命名。", s.grid.Name, row)})
		}
		edits = append(edits, more...)
	}
	return append(edits, s.widen(fresh)...), problems
}

// newCell is a cell that the part does not have yet.
type newCell struct {
	column int
	value  cases.BlankValue
}

// insert adds cells to a row, or the row with them. ok is false for rows whose cells only count themselves.
func (f *Form) insert(s *sheet, row int, list []newCell) (out []edit, ok bool) {
	i, found := slices.BinarySearchFunc(s.rows, row, func(r rowAt, n int) int { return r.row - n })
	if !found {
		var b strings.Builder
		fmt.Fprintf(&b, `<%srow r="%d">`, s.prefix, row)
		for _, n := range list {
			b.WriteString(f.added(s, nil, row, n))
		}
		fmt.Fprintf(&b, `</%srow>`, s.prefix)
		return []edit{s.before(i, b.String())}, i == len(s.rows) || !s.rows[i].implied
	}
	r := &s.rows[i]
	if r.implied {
		return nil, false
	}
	text := map[int]string{}
	for _, n := range list {
		at := r.end
		for _, c := range slices.Backward(r.cells) {
			if s.cells[c].column < n.column {
				break
			}
			at = s.cells[c].from
		}
		text[at] += f.added(s, r, row, n)
	}
	if r.tag == r.to {
		// The row closes itself: there is one place only.
		var all strings.Builder
		for _, n := range list {
			all.WriteString(f.added(s, r, row, n))
		}
		return []edit{{r.from, r.to, s.open("row", without(r.attr, "spans"), false) + all.String() + "</" + s.prefix + "row>"}}, true
	}
	for at, t := range text {
		out = append(out, edit{at, at, t})
	}
	if attribute(r.attr, "spans") != "" {
		out = append(out, edit{r.from, r.tag, s.open("row", without(r.attr, "spans"), false)})
	}
	return out, true
}

// before is the place of a new row: before the i-th, or at the end.
func (s *sheet) before(i int, text string) edit {
	switch {
	case i < len(s.rows):
		return edit{s.rows[i].from, s.rows[i].from, text}
	case s.data.tag == s.data.to:
		return edit{s.data.from, s.data.to, "<" + s.prefix + "sheetData>" + text + "</" + s.prefix + "sheetData>"}
	}
	return edit{s.data.end, s.data.end, text}
}

// added is a new cell with the format its row or column gives it.
func (f *Form) added(s *sheet, r *rowAt, row int, n newCell) string {
	style := 0
	for _, c := range s.columns {
		if c.from <= n.column && n.column <= c.to {
			style = c.style
		}
	}
	if r != nil && r.style > 0 {
		style = r.style
	}
	attr := []xml.Attr{{Name: xml.Name{Local: "r"}, Value: cases.CellName(row, n.column)}}
	if style > 0 {
		attr = append(attr, xml.Attr{Name: xml.Name{Local: "s"}, Value: strconv.Itoa(style)})
	}
	return s.cell(attr, f.content(n.value, style))
}

// widen takes new cells into the sheet's dimension, which some readers believe.
func (s *sheet) widen(fresh map[int][]newCell) []edit {
	if s.dimension.to == 0 || len(fresh) == 0 {
		return nil
	}
	tag := string(s.xml[s.dimension.from:s.dimension.tag])
	ref := refOf(tag)
	a, ok := area(ref)
	if !ok {
		return nil
	}
	for row, list := range fresh {
		a.Row, a.LastRow = min(a.Row, row), max(a.LastRow, row)
		for _, n := range list {
			a.Column, a.LastColumn = min(a.Column, n.column), max(a.LastColumn, n.column)
		}
	}
	now := cases.CellName(a.Row, a.Column) + ":" + cases.CellName(a.LastRow, a.LastColumn)
	return []edit{{s.dimension.from, s.dimension.tag, strings.Replace(tag, ref, now, 1)}}
}

func refOf(tag string) string {
	var e struct {
		Ref string `xml:"ref,attr"`
	}
	d := xml.NewDecoder(strings.NewReader(tag))
	t, err := d.RawToken()
	if start, ok := t.(xml.StartElement); err == nil && ok {
		e.Ref = attribute(start.Attr, "ref")
	}
	return e.Ref
}
