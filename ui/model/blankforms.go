package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/naming"
)

// BlankForm is a form of another office while its cells are named (空表自填).
type BlankForm struct {
	Kept  naming.KeptForm
	Blank cases.Blank
	// File are the bytes of the workbook, kept so that it can be filled again.
	File []byte
	// Sheet is the index of the sheet in view, Row and Column the chosen cell; Row is 0 if none is.
	Sheet, Row, Column int
	// Changed is true while something is not saved.
	Changed bool

	cells     map[string]cases.NamedCell
	proposals map[string]cases.BlankProposal
	names     []cases.BlankName
	labels    map[string]string
	grids     map[int]*naming.Grid
}

// FillSpan is the period a form is named and filled for at first: the last whole year until June, then the running one.
func FillSpan(today calendar.Date) *CountSpan {
	s, year := &CountSpan{}, today.Year()
	if today.Month() <= 6 {
		year--
	}
	s.SetYear(year, today)
	return s
}

// OpenBlank prepares naming the cells of a form. The names are those that the period has. kept is the zero form for a new one.
func OpenBlank(ctx context.Context, o forms.Source, b cases.Blank, file []byte, kept naming.KeptForm, m cases.BlankMap, p forms.Period) (*BlankForm, error) {
	figures, err := analysis.LoadFigures(ctx, o, p, nil, nil, nil)
	if err != nil {
		return nil, err
	}
	f := &BlankForm{Kept: kept, Blank: b, File: file, names: figures.Names(), grids: map[int]*naming.Grid{}, cells: map[string]cases.NamedCell{}, labels: map[string]string{}}
	if f.Kept.File = b.File; f.Kept.Title == "" {
		f.Kept.Title = strings.TrimSuffix(b.File, ".xlsx")
	}
	for _, n := range m.Cells {
		f.cells[n.Sheet+"!"+n.Cell] = n
	}
	titles := figureTitles(p)
	for _, n := range f.names {
		id, _, _ := strings.Cut(n.Name, "/")
		f.labels[n.Name] = titles[id] + "：" + naming.Path(n.Row, n.Column)
	}
	f.Sheet = slices.IndexFunc(b.Sheets, func(s cases.BlankSheet) bool { return !s.Hidden })
	f.Sheet = max(f.Sheet, 0)
	f.propose()
	return f, nil
}

// figureTitles are the short names of the tables that figures come from, by the first part of their names.
func figureTitles(p forms.Period) map[string]string {
	out := map[string]string{"form1": "表1", "form2": "表2", analysis.IndicatorsID: "指标"}
	for _, t := range analysis.Tables(p) {
		out[t.ID] = t.Title
	}
	return out
}

// propose guesses the cells that have no name.
func (f *BlankForm) propose() {
	f.proposals = map[string]cases.BlankProposal{}
	for _, p := range naming.Propose(&f.Blank, f.names, f.Map().Cells) {
		f.proposals[p.Sheet+"!"+p.Cell] = p
	}
}

// Map are the named cells in the order of the form.
func (f *BlankForm) Map() cases.BlankMap {
	m := cases.BlankMap{Title: f.Kept.Title, File: f.Kept.File}
	for _, n := range f.cells {
		m.Cells = append(m.Cells, n)
	}
	order := map[string]int{}
	for i, s := range f.Blank.Sheets {
		order[s.Name] = i
	}
	slices.SortFunc(m.Cells, func(a, b cases.NamedCell) int {
		ar, ac, _ := cases.ParseCell(a.Cell)
		br, bc, _ := cases.ParseCell(b.Cell)
		return slices.Compare([]int{order[a.Sheet], ar, ac}, []int{order[b.Sheet], br, bc})
	})
	return m
}

// BlankState is how a cell of a form stands.
type BlankState int

// States.
const (
	BlankFree     BlankState = iota // may be named
	BlankHead                       // holds a text
	BlankComputed                   // a formula
	BlankNamed                      // has a figure
	BlankProposed                   // a figure is proposed
)

// BlankPlace is one cell or merged area as it is drawn.
type BlankPlace struct {
	cases.BlankArea
	Text  string
	State BlankState
	// Chosen is true for the cell that was clicked.
	Chosen bool
}

// placeLimit bounds the cells drawn; a form that is larger is named in its first part.
const placeLimit = 4000

// Places are the cells of the sheet in view; whole is false if rows at its end were left out.
func (f *BlankForm) Places() (out []BlankPlace, rows, columns int, whole bool) {
	s, g := &f.Blank.Sheets[f.Sheet], f.grid()
	rows, columns = s.Rows, s.Columns
	if columns > 0 {
		rows = min(rows, max(1, placeLimit/columns))
	}
	for r := 1; r <= rows; r++ {
		for c := 1; c <= columns; c++ {
			a := g.Area(r, c)
			if a.Row != r || a.Column != c {
				continue
			}
			a.LastRow, a.LastColumn = min(a.LastRow, rows), min(a.LastColumn, columns)
			out = append(out, f.place(g, s, a))
		}
	}
	return out, rows, columns, rows == s.Rows
}

func (f *BlankForm) grid() *naming.Grid {
	if f.grids[f.Sheet] == nil {
		f.grids[f.Sheet] = naming.NewGrid(&f.Blank.Sheets[f.Sheet])
	}
	return f.grids[f.Sheet]
}

func (f *BlankForm) place(g *naming.Grid, s *cases.BlankSheet, a cases.BlankArea) BlankPlace {
	cell, key := g.Cell(a.Row, a.Column), s.Name+"!"+cases.CellName(a.Row, a.Column)
	p := BlankPlace{BlankArea: a, Text: naming.Squeeze(cell.Text), Chosen: a.Row == f.Row && a.Column == f.Column}
	named, isNamed := f.cells[key]
	proposal, isProposed := f.proposals[key]
	switch {
	case isNamed:
		p.State, p.Text = BlankNamed, f.short(named.Name)
	case isProposed:
		p.State, p.Text = BlankProposed, f.short(proposal.Name)
	case cell.Kind == cases.BlankFormula:
		p.State, p.Text = BlankComputed, "公式"
	case cell.Text != "":
		p.State = BlankHead
	}
	return p
}

// short is what is drawn in a cell: the innermost head of the figure.
func (f *BlankForm) short(name string) string {
	parts := strings.Split(f.Label(name), " / ")
	_, last, ok := strings.Cut(parts[len(parts)-1], " × ")
	if ok {
		return last
	}
	_, last, ok = strings.Cut(parts[len(parts)-1], "：")
	if ok {
		return last
	}
	return parts[len(parts)-1]
}

// Label is the Chinese name of a figure; its key where the period does not have it.
func (f *BlankForm) Label(name string) string {
	if l := f.labels[name]; l != "" {
		return l
	}
	return name
}

// Choose turns to a cell.
func (f *BlankForm) Choose(row, column int) {
	a := f.grid().Area(row, column)
	f.Row, f.Column = a.Row, a.Column
}

// ChosenCell describes the chosen cell: where it is, its heads, and the figure it has or is proposed.
func (f *BlankForm) ChosenCell() (where, heads, name string, proposed bool) {
	if f.Row == 0 {
		return "", "", "", false
	}
	cell := cases.CellName(f.Row, f.Column)
	key := f.Blank.Sheets[f.Sheet].Name + "!" + cell
	if p, ok := f.proposals[key]; ok {
		name, proposed = p.Name, true
	}
	if n, ok := f.cells[key]; ok {
		name, proposed = n.Name, false
	}
	return cell, naming.Path(f.grid().Heads(f.Row, f.Column)), name, proposed
}

// NameChoice is a figure to choose.
type NameChoice struct{ Name, Label string }

// searchLimit bounds the figures offered at once.
const searchLimit = 40

// Search finds figures whose Chinese names hold all words typed; more is true if some were left out. Without a word those that fit the
// chosen cell's heads come first.
func (f *BlankForm) Search(text string) (out []NameChoice, more bool) {
	words := strings.Fields(strings.ReplaceAll(text, "，", " "))
	if len(words) == 0 && f.Row > 0 {
		rows, columns := f.grid().Heads(f.Row, f.Column)
		for _, h := range [][]string{rows, columns} {
			if len(h) > 0 {
				words = append(words, h[len(h)-1])
			}
		}
	}
	for _, n := range f.names {
		label := f.labels[n.Name]
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(label, w) }) {
			continue
		}
		if len(out) == searchLimit {
			return out, true
		}
		out = append(out, NameChoice{n.Name, label})
	}
	return out, false
}

// Name gives the chosen cell a figure. A cell that cannot be named is an *Error that says why.
func (f *BlankForm) Name(name string) error {
	if f.Row == 0 {
		return &cases.Error{Op: "name cell", Kind: cases.Invalid, Msg: "请先在表里点一个单元格。"}
	}
	n, err := naming.Name(&f.Blank, f.Blank.Sheets[f.Sheet].Name, cases.CellName(f.Row, f.Column), name)
	if err != nil {
		return err
	}
	f.cells[n.Sheet+"!"+n.Cell], f.Changed = n, true
	f.propose()
	return nil
}

// Unname takes the figure of the chosen cell away.
func (f *BlankForm) Unname() {
	delete(f.cells, f.Blank.Sheets[f.Sheet].Name+"!"+cases.CellName(f.Row, f.Column))
	f.Changed = true
	f.propose()
}

// Accept takes all proposals; only those whose heads agree in all if exact. It tells how many.
func (f *BlankForm) Accept(exact bool) int {
	n := 0
	for key, p := range f.proposals {
		if p.Exact || !exact {
			f.cells[key] = p.NamedCell
			n++
		}
	}
	f.Changed = f.Changed || n > 0
	f.propose()
	return n
}

// Proposed counts the proposals, and those whose heads agree in all.
func (f *BlankForm) Proposed() (all, exact int) {
	for _, p := range f.proposals {
		if all++; p.Exact {
			exact++
		}
	}
	return all, exact
}

// Says sums up how far the naming is.
func (f *BlankForm) Says() string {
	all, exact := f.Proposed()
	out := fmt.Sprintf("已指定%d个单元格。", len(f.cells))
	if all > 0 {
		out += fmt.Sprintf("按表头推断出%d个，其中%d个表头完全一致，请核对后采用。", all, exact)
	}
	m := f.Map()
	if left := naming.Unnamed(&f.Blank, &m); len(left) > 0 && len(f.cells) > 0 {
		out += fmt.Sprintf("还有%d个空单元格没有指定：%s", len(left), strings.Join(left[:min(len(left), 6)], "、"))
		if len(left) > 6 {
			out += "等"
		}
		out += "。"
	}
	return out
}

// Carry turns to the next version of the form with the names of this one; the sentences say which found no place.
func Carry(old cases.BlankMap, b cases.Blank) (cases.BlankMap, []string) {
	m, lost := naming.Carry(&old, &b)
	var out []string
	for _, n := range lost {
		out = append(out, fmt.Sprintf("工作表“%s”的%s（%s）在新的表样里没有找到对应的位置，请重新指定。", n.Sheet, n.Cell, naming.Path(n.RowHeads, n.ColumnHeads)))
	}
	return m, out
}

// Save keeps the form in the office.
func (f *BlankForm) Save(ctx context.Context, o cases.Preferences, today calendar.Date) error {
	f.Kept.Saved = today
	id, err := naming.SaveForm(ctx, o, f.Kept, f.Map(), f.File)
	if err != nil {
		return err
	}
	f.Kept.ID, f.Changed = id, false
	return nil
}

// BlankFill is what is asked for when a form is filled.
type BlankFill struct {
	Map cases.BlankMap
	// Path is the form, Out the file to write.
	Path, Out string
	Period    forms.Period
}

// Fill counts the period and fills the form. If the layout differs from the map, nothing is written: the report has the sentences,
// and the error is Refused.
func (x BlankFill) Fill(ctx context.Context, o forms.Source, files cases.Blanks) (cases.BlankReport, error) {
	b, err := files.ReadBlank(x.Path)
	if err != nil {
		return cases.BlankReport{}, err
	}
	if problems := naming.Check(&b, &x.Map); len(problems) > 0 {
		return cases.BlankReport{Problems: problems}, &cases.Error{Op: "fill", Kind: cases.Refused,
			Msg: fmt.Sprintf("表样与保存的不同，有%d处，没有填写。请按列出的单元格核对。", len(problems))}
	}
	f, err := analysis.LoadFigures(ctx, o, x.Period, nil, nil, nil)
	if err != nil {
		return cases.BlankReport{}, err
	}
	return files.FillBlank(ctx, x.Path, x.Out, x.Map, f.Values(x.Map))
}

// Least and largest width of a column of a form, in characters.
const (
	narrowColumn = 4.5
	wideColumn   = 12
)

// BlankWidths are the widths of the columns in characters: that of the longest text that stands in one column alone.
func BlankWidths(places []BlankPlace, columns int) []float32 {
	out := make([]float32, columns)
	for i := range out {
		out[i] = narrowColumn
	}
	for _, p := range places {
		if p.Column == p.LastColumn && p.State == BlankHead {
			out[p.Column-1] = max(out[p.Column-1], min(float32(len([]rune(p.Text)))*0.9+1, wideColumn))
		}
	}
	return out
}
