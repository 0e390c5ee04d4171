package naming

import (
	"encoding/json"
	"fmt"
	"strings"

	"fuyi/cases"
)

func refused(kind cases.ErrorKind, msg string) error {
	return &cases.Error{Op: "name cell", Kind: kind, Msg: msg}
}

// Name gives a cell of a blank form a name. The address may be any place of a merged area. A formula, and a cell that no
// head and no text of its own would find again, cannot be named: the *cases.Error says why.
func Name(b *cases.Blank, sheet, cell, name string) (cases.NamedCell, error) {
	s := b.Sheet(sheet)
	if s == nil {
		return cases.NamedCell{}, refused(cases.NotFound, "文件“"+b.File+"”中没有工作表“"+sheet+"”，请重新选择工作表。")
	}
	row, column, ok := cases.ParseCell(cell)
	if !ok || row > s.Rows || column > s.Columns {
		return cases.NamedCell{}, refused(cases.Invalid, "工作表“"+sheet+"”的表格中没有单元格“"+cell+"”，请在表格范围内选择。")
	}
	return named(NewGrid(s), row, column, name)
}

// named describes a place with its heads.
func named(g *Grid, row, column int, name string) (cases.NamedCell, error) {
	a := g.Area(row, column)
	out := cases.NamedCell{Sheet: g.sheet.Name, Cell: cases.CellName(a.Row, a.Column), Name: name}
	where := "工作表“" + out.Sheet + "”的" + out.Cell
	held := g.Cell(row, column)
	if held.Kind == cases.BlankFormula {
		return out, refused(cases.Refused, where+"是公式，会自己计算，不需要也不能填写。请选择公式所引用的单元格。")
	}
	out.RowHeads, out.ColumnHeads = g.Heads(row, column)
	out.Held = headText(held)
	if len(out.RowHeads)+len(out.ColumnHeads) == 0 && out.Held == "" {
		return out, refused(cases.Refused, where+"的左边和上边都没有表头文字，以后表样变动时无法察觉，不能命名。请先在表中补上表头。")
	}
	return out, nil
}

// Path writes heads as a clerk reads them: 公安 × 已审结 / 终止.
func Path(rows, columns []string) string {
	r, c := strings.Join(rows, " / "), strings.Join(columns, " / ")
	switch {
	case r == "":
		return c
	case c == "":
		return r
	}
	return r + " × " + c
}

// ReadMap reads a map from JSON. An Invalid *Error says which cell is incomplete.
func ReadMap(data []byte) (m cases.BlankMap, err error) {
	if err := json.Unmarshal(data, &m); err != nil {
		return m, &cases.Error{Op: "read map", Kind: cases.Invalid, Err: err, Msg: "单元格命名文件的格式不正确，没有读取。请使用本程序导出的命名文件。"}
	}
	for i, n := range m.Cells {
		if _, _, ok := cases.ParseCell(n.Cell); !ok || n.Sheet == "" || n.Name == "" {
			return m, refused(cases.Invalid, fmt.Sprintf("单元格命名文件的第%d项不完整：要有工作表、单元格地址和名称，请补上。", i+1))
		}
	}
	return m, nil
}
