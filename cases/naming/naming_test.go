package naming

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
)

// sheet makes a grid of rows whose cells are parted by |; = begins a formula, figures are numbers.
func sheet(name string, rows ...string) cases.BlankSheet {
	s := cases.BlankSheet{Name: name, Rows: len(rows)}
	for r, line := range rows {
		for c, text := range strings.Split(line, "|") {
			s.Columns = max(s.Columns, c+1)
			kind := cases.BlankText
			switch {
			case text == "":
				continue
			case text[0] == '=':
				kind = cases.BlankFormula
			case strings.Trim(text, "0123456789.") == "":
				kind = cases.BlankNumber
			}
			s.Cells = append(s.Cells, cases.BlankCell{Row: r + 1, Column: c + 1, Kind: kind, Text: text})
		}
	}
	return s
}

func blank(sheets ...cases.BlankSheet) *cases.Blank {
	return &cases.Blank{File: "年报.xlsx", Sheets: sheets}
}

func merge(s cases.BlankSheet, areas ...string) cases.BlankSheet {
	for _, a := range areas {
		from, to, _ := strings.Cut(a, ":")
		r1, c1, _ := cases.ParseCell(from)
		r2, c2, _ := cases.ParseCell(to)
		s.Merged = append(s.Merged, cases.BlankArea{Row: r1, Column: c1, LastRow: r2, LastColumn: c2})
	}
	return s
}

func headsAt(t *testing.T, s cases.BlankSheet, cell string) string {
	t.Helper()
	r, c, ok := cases.ParseCell(cell)
	if !ok {
		t.Fatal(cell)
	}
	return Path(NewGrid(&s).Heads(r, c))
}

// Heads are found through figures, numbered rows and merged groups; titles, notes above the table and labels of other rows
// are none.
func TestHeads(t *testing.T) {
	table := merge(sheet("表1",
		"统计表（2025年）||||",
		"|||单位：件|",
		"类 别|新收|已审结||",
		"||维持|撤\n销|其他",
		"|1|2|3|4",
		"公安|5|-||",
		"土地|||7|",
		"合计|=B6||",
		"审结率||||备注|",
	), "A1:E1", "A3:A5", "B3:B4", "C3:E3")
	for cell, want := range map[string]string{
		"B6": "公安 × 新收", "C7": "土地 × 已审结 / 维持", "D7": "土地 × 已审结 / 撤销", "E6": "公安 × 已审结 / 其他", "D8": "合计 × 已审结 / 撤销",
		"B9": "审结率 × 新收", "F9": "备注", "C6": "公安 × 已审结 / 维持",
	} {
		if got := headsAt(t, table, cell); got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
	if got := headsAt(t, sheet("表2", "指标|数值|", "件数||"), "B2"); got != "件数 × 数值" {
		t.Errorf("%q", got)
	}
	if got := headsAt(t, sheet("表3", "单位负责人||填表人|", "电话||"), "D1"); got != "填表人" {
		t.Errorf("%q", got)
	}
}

// What cannot be found again or must not be filled gets no name.
func TestNameRefuses(t *testing.T) {
	b := blank(merge(sheet("表", "件数||=A1", "填报单位：某局", "||"), "A2:B2"))
	if n, err := Name(b, "表", "$B$1", "n"); err != nil || n.Cell != "B1" || !slices.Equal(n.RowHeads, []string{"件数"}) {
		t.Errorf("%+v, %v", n, err)
	}
	// A place inside a merged area stands for the area, and a text without heads is known by itself.
	if n, err := Name(b, "表", "B2", "单位"); err != nil || n.Cell != "A2" || n.Held != "填报单位：某局" {
		t.Errorf("%+v, %v", n, err)
	}
	alone := blank(sheet("表", "", "|", "|0"))
	for _, tt := range []struct {
		b                 *cases.Blank
		sheet, cell, want string
	}{
		{b, "表", "C1", "是公式"}, {b, "别的表", "A1", "没有工作表"}, {b, "表", "Z99", "没有单元格“Z99”"}, {b, "表", "件数", "没有单元格"}, {alone, "表", "B3", "没有表头文字"},
	} {
		if _, err := Name(tt.b, tt.sheet, tt.cell, "x"); err == nil || !strings.Contains(cases.Message(err), tt.want) {
			t.Errorf("%s: %v, want %s", tt.cell, err, tt.want)
		}
	}
}

// Only what is clear is proposed; groups tell columns of one name apart, and loose spellings are the same word.
func TestPropose(t *testing.T) {
	b := blank(
		merge(sheet("表1", "|被申请人||已审结||件 数（件）", "|县级|其他|维持|其他|", "公安|||||", "土地（规划）|||||", "审结率||"), "B1:C1", "D1:E1", "F1:F2"),
		sheet("表2", "败诉率||", "上年|本年|", "出庭率||"),
		cases.BlankSheet{Name: "隐藏", Hidden: true, Rows: 1, Columns: 2, Cells: []cases.BlankCell{{Row: 1, Column: 1, Kind: cases.BlankText, Text: "隐藏率"}}})
	col := func(name, row string, column ...string) cases.BlankName {
		return cases.BlankName{Name: name, Row: []string{row}, Column: column}
	}
	names := []cases.BlankName{
		col("a", "公安", "被申请人", "其他"), col("b", "公安", "已审结", "其他"), col("c", "土地", "件数"), col("d", "公安", "维持"), col("e", "公安", "没有"),
		{Name: "率", Row: []string{"审结率"}}, {Name: "败", Row: []string{"败诉率"}}, {Name: "隐", Row: []string{"隐藏率"}}, {Name: "已有", Row: []string{"出庭率"}},
	}
	taken := []cases.NamedCell{{Sheet: "表2", Cell: "B3", Name: "已有"}}
	got := map[string]string{}
	for _, p := range Propose(b, names, taken) {
		exact := "≈"
		if p.Exact {
			exact = "="
		}
		got[p.Name] = p.Sheet + p.Cell + exact
	}
	want := map[string]string{"a": "表1C3=", "b": "表1E3=", "c": "表1F4=", "d": "表1D3≈", "率": "表1B5≈", "败": "表2B1="}
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s is proposed for %q, want %q", k, got[k], v)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
	// Two figures of one name, or two cells with the same heads, are left to the clerk.
	twice := blank(sheet("表", "审结率||", "审结率||"))
	if p := Propose(twice, []cases.BlankName{{Name: "率", Row: []string{"审结率"}}}, nil); len(p) > 0 {
		t.Errorf("%+v", p)
	}
	one := blank(sheet("表", "审结率||"))
	if p := Propose(one, []cases.BlankName{{Name: "1", Row: []string{"审结率"}}, {Name: "2", Row: []string{"审结率"}}}, nil); len(p) > 0 {
		t.Errorf("%+v", p)
	}
}

// named makes a map of cells, each with its address as the name.
func mapOf(t *testing.T, b *cases.Blank, cells ...string) *cases.BlankMap {
	t.Helper()
	m := &cases.BlankMap{Title: "年报"}
	for _, c := range cells {
		n, err := Name(b, b.Sheets[0].Name, c, c)
		if err != nil {
			t.Fatal(err)
		}
		m.Cells = append(m.Cells, n)
	}
	return m
}

// Names go over to the next year's form: columns may have moved, and heads that name years name the next ones. A name
// without a single place is given back.
func TestCarry(t *testing.T) {
	last := blank(sheet("年报", "单位|2024年|2025年|纠错|", "甲局|||||", "乙局|||||"))
	m := mapOf(t, last, "B2", "C2", "C3", "D2", "D3")
	next := blank(sheet("年报", "说明|单位|2025年|2026年|调解|纠错|", "|甲局|||||", "|乙局||||=F2|"))
	got, lost := Carry(m, next)
	var out []string
	for _, n := range got.Cells {
		out = append(out, n.Name+">"+n.Cell)
	}
	if !slices.Equal(out, []string{"B2>C2", "C2>D2", "C3>D3", "D2>F2"}) || len(lost) != 1 || lost[0].Name != "D3" || got.Title != "年报" || got.File != "年报.xlsx" {
		t.Errorf("%v, lost %+v", out, lost)
	}
	if p := Check(next, &got); len(p) > 0 {
		t.Errorf("the names that were carried over do not fit: %+v", p)
	}
	renamed := blank(sheet("2026", "单位|2024年|2025年|纠错|", "甲局|||||", "乙局|||||"))
	if got, lost := Carry(m, renamed); len(got.Cells) != 5 || len(lost) > 0 {
		t.Errorf("%+v, lost %+v", got, lost)
	}
}

// A cell named twice is a fault of the map.
func TestCheckFindsTwice(t *testing.T) {
	b := blank(sheet("年报", "单位|件数|", "甲局||"))
	m := mapOf(t, b, "B2", "B2")
	if p := Check(b, m); len(p) != 1 || !strings.Contains(p[0].Text, "命名了两次") {
		t.Errorf("%+v", p)
	}
}

// A map goes through JSON unchanged; one that is incomplete is refused with its place.
func TestReadMap(t *testing.T) {
	m := mapOf(t, blank(sheet("年报", "单位|件数|", "甲局||")), "B2", "C2")
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := ReadMap(data); err != nil || !reflect.DeepEqual(&got, m) {
		t.Errorf("%+v, %v", got, err)
	}
	for data, want := range map[string]string{`[`: "格式不正确", `{"cells":[{"sheet":"年报","cell":"B2","name":"n"},{"sheet":"年报","cell":"件数","name":"n"}]}`: "第2项不完整", `{"cells":[{"sheet":"年报","cell":"B2"}]}`: "第1项不完整"} {
		if _, err := ReadMap([]byte(data)); err == nil || !strings.Contains(cases.Message(err), want) {
			t.Errorf("%s: %v", data, err)
		}
	}
}

// A text that last year's filling left in a named cell is no head of the cell below.
func TestFilledTextIsNoHead(t *testing.T) {
	empty, filled := blank(sheet("年报", "填表人||", "填表日期||")), blank(sheet("年报", "填表人|陈某某|", "填表日期||"))
	m := mapOf(t, empty, "B1", "B2")
	p := Check(filled, m)
	if len(p) != 1 || p[0].Cell != "B1" || !strings.Contains(p[0].Text, "现在写有文字“陈某某”") {
		t.Errorf("%+v", p)
	}
	if p := Check(blank(sheet("年报", "填表人|职务|", "填表日期||")), mapOf(t, empty, "B2")); len(p) != 1 {
		t.Errorf("a new head passed: %+v", p)
	}
}

// Addresses are read and written both ways.
func TestCells(t *testing.T) {
	for _, c := range []struct {
		name        string
		row, column int
	}{{"A1", 1, 1}, {"Z9", 9, 26}, {"AA10", 10, 27}, {"XFD1048576", 1048576, 16384}} {
		if got := cases.CellName(c.row, c.column); got != c.name {
			t.Errorf("%q, want %q", got, c.name)
		}
		if r, k, ok := cases.ParseCell(c.name); r != c.row || k != c.column || !ok {
			t.Errorf("%s is %d, %d", c.name, r, k)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "A1048577", "XFE1", "AAAA1", "A1B", "件1", "A-1", "A99999999"} {
		if _, _, ok := cases.ParseCell(bad); ok {
			t.Errorf("%q is an address", bad)
		}
	}
}

// A form of the size of the national one (47 columns, 46 categories) with a moved column, checked and carried over: what a
// clerk waits for at the worst.
func BenchmarkMovedForm(b *testing.B) {
	form := func(skip int) *cases.Blank {
		rows := make([]string, 48)
		for r := range rows {
			cells := []string{"类别" + strings.Repeat("丙", r)}
			for c := range 47 {
				switch {
				case r == 0 && c == skip:
					cells = append(cells, "新栏", "栏"+strings.Repeat("乙", c))
				case r == 0:
					cells = append(cells, "栏"+strings.Repeat("乙", c))
				default:
					cells = append(cells, "0")
				}
			}
			rows[r] = strings.Join(cells, "|")
		}
		return blank(sheet("表1", rows...))
	}
	old, now := form(-1), form(3)
	m := &cases.BlankMap{}
	for r := 2; r <= 48; r++ {
		for c := 2; c <= 48; c++ {
			n, err := Name(old, "表1", cases.CellName(r, c), cases.CellName(r, c))
			if err != nil {
				b.Fatal(err)
			}
			m.Cells = append(m.Cells, n)
		}
	}
	for b.Loop() {
		if p := Check(now, m); len(p) != 47*44 {
			b.Fatal(len(p))
		}
		if got, lost := Carry(m, now); len(got.Cells)+len(lost) != len(m.Cells) || len(lost) > 47 {
			b.Fatal(len(lost))
		}
	}
}

// A sheet is one form: heads that another form has too are not taken for the other's.
func TestOneFormASheet(t *testing.T) {
	b := blank(sheet("表", "|受理|调解|维持", "公安|||"))
	names := []cases.BlankName{{Name: "form1/公安/accepted", Row: []string{"公安"}, Column: []string{"受理"}}, {Name: "form1/公安/upheld", Row: []string{"公安"}, Column: []string{"维持"}},
		{Name: "form2/公安/mediated", Row: []string{"公安"}, Column: []string{"调解"}}, {Name: "tables/公安/mediated", Row: []string{"公安"}, Column: []string{"没有"}}}
	for _, p := range Propose(b, names, nil) {
		if strings.HasPrefix(p.Name, "form2") {
			t.Errorf("%s is proposed for %s", p.Name, p.Cell)
		}
	}
	if got := Propose(b, names, nil); len(got) != 2 {
		t.Errorf("%+v", got)
	}
}

// The printed numbers of columns are no figures, even where a figure has the column's head.
func TestNumberingIsNotProposed(t *testing.T) {
	b := cases.Blank{Sheets: []cases.BlankSheet{{Name: "表", Rows: 3, Columns: 2, Cells: []cases.BlankCell{
		{Row: 1, Column: 1, Kind: cases.BlankText, Text: "类别"}, {Row: 1, Column: 2, Kind: cases.BlankText, Text: "受理"},
		{Row: 2, Column: 1, Kind: cases.BlankText, Text: "栏　次"}, {Row: 2, Column: 2, Kind: cases.BlankNumber, Text: "1"},
		{Row: 3, Column: 1, Kind: cases.BlankText, Text: "合计"}}}}}
	got := Propose(&b, []cases.BlankName{{Name: "accepted", Row: []string{"受理"}}}, nil)
	if len(got) != 1 || got[0].Cell != "B3" {
		t.Errorf("proposed %+v", got)
	}
}
