package model

import (
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// PasteField is what a column of a pasted block holds.
type PasteField string

// Paste fields. A column kept as a note goes into the case's notes under its head; nothing pasted is dropped.
const (
	PasteNote       PasteField = ""
	PasteNumber     PasteField = "number"
	PasteReceived   PasteField = "received"
	PasteApplicant  PasteField = "applicants"
	PasteRespondent PasteField = "respondents"
	PasteThird      PasteField = "third"
	PasteSubject    PasteField = "subject"
	PasteCategory   PasteField = "category"
	PasteMatter     PasteField = "matter"
	PasteHandler    PasteField = "handler"
	PasteCourt      PasteField = "court"
	PasteCourtNo    PasteField = "court_number"
	// PasteSkip is a column that is left out, such as running numbers.
	PasteSkip PasteField = "skip"
)

// PasteFields are the fields of a kind of case in the order a drop-down offers them.
func PasteFields(k cases.Kind) []PasteField {
	out := []PasteField{PasteNumber, PasteReceived, PasteApplicant, PasteRespondent, PasteThird, PasteSubject, PasteCategory,
		PasteMatter, PasteHandler}
	if k == cases.Litigation {
		out = append(out, PasteCourt, PasteCourtNo)
	}
	return append(out, PasteNote, PasteSkip)
}

// Label is the Chinese name of the field in a kind of case.
func (f PasteField) Label(k cases.Kind) string {
	switch f {
	case PasteReceived:
		return receivedTitle(k)
	case PasteApplicant:
		return cases.Applicant.Label(k)
	case PasteRespondent:
		return cases.Respondent.Label(k)
	case PasteThird:
		return cases.ThirdParty.Label(k)
	case PasteSubject:
		return subjectTitle(k)
	}
	return map[PasteField]string{PasteNumber: "案号", PasteCategory: "管理类别", PasteMatter: "类型", PasteHandler: "承办人", PasteCourt: "受诉法院",
		PasteCourtNo: "法院案号", PasteNote: "记入备注", PasteSkip: "不登记"}[f]
}

// PasteRow is one row of the preview.
type PasteRow struct {
	Cells []string
	// Proposed is the number given to a row without one.
	Proposed string
	// Problems are what is wrong with the row, one sentence each, none if it can be registered; Bad marks the columns.
	Problems []string
	Bad      map[int]bool
	// Understood says how a day was read that was not written as the program writes days, and what was filled in from the directory.
	Understood string
	// taken is what the office says of the number.
	taken string
	// Done is true once the row was registered.
	Done bool
}

// Paste is the preview of a block pasted from a spreadsheet (粘贴登记): one row becomes one case.
type Paste struct {
	Kind   cases.Kind
	Heads  []string
	Fields []PasteField
	Rows   []PasteRow
	today  calendar.Date
	// organs is the directory, nil until the office answered.
	organs *OrganIndex
}

// NewPaste reads a block from the clipboard and guesses its columns. A block without a cell is an Invalid *Error.
func NewPaste(k cases.Kind, text string, handlers []string, today calendar.Date) (*Paste, error) {
	block := readBlock(text)
	if len(block) == 0 {
		return nil, &cases.Error{Op: "paste", Kind: cases.Invalid, Msg: "剪贴板里没有表格。请先在 Excel 或 WPS 表格中选中要登记的行并复制，再回到这里粘贴。"}
	}
	p := &Paste{Kind: k, today: today}
	width := 0
	for _, line := range block {
		width = max(width, len(line))
	}
	p.Heads, p.Fields = make([]string, width), make([]PasteField, width)
	if heads := headFields(k, block[0]); heads != nil {
		copy(p.Heads, block[0])
		copy(p.Fields, heads)
		block = block[1:]
	}
	for _, line := range block {
		p.Rows = append(p.Rows, PasteRow{Cells: append(line, make([]string, width-len(line))...)})
	}
	p.guess(handlers)
	p.addMissing()
	p.Check()
	return p, nil
}

// PastedCases reports whether a text is a table of cases, by a head that names who is complained of or what about, and of which
// kind. A table of persons is none: its heads are names, numbers and addresses.
func PastedCases(text string) (cases.Kind, bool) {
	block := readBlock(text)
	if len(block) < 2 {
		return "", false
	}
	for _, k := range []cases.Kind{cases.Litigation, cases.Reconsideration} {
		heads := headFields(k, block[0])
		named := func(f PasteField) bool { return slices.Contains(heads, f) }
		if k == cases.Litigation && !named(PasteCourt) && !named(PasteCourtNo) {
			continue
		}
		if named(PasteRespondent) || named(PasteSubject) {
			return k, true
		}
	}
	return "", false
}

// Clone is a copy that work off the window's thread may read while the clerk goes on typing.
func (p *Paste) Clone() *Paste {
	out := *p
	out.Heads, out.Fields, out.Rows = slices.Clone(p.Heads), slices.Clone(p.Fields), slices.Clone(p.Rows)
	for i := range out.Rows {
		out.Rows[i].Cells = slices.Clone(p.Rows[i].Cells)
	}
	return &out
}

// Text is what a cell shows: what was pasted or typed, or the number proposed; proposed tells which.
func (p *Paste) Text(row, col int) (text string, proposed bool) {
	r := &p.Rows[row]
	if p.Fields[col] == PasteNumber && strings.TrimSpace(r.Cells[col]) == "" && r.Proposed != "" {
		return r.Proposed, true
	}
	return r.Cells[col], false
}

// Width is the width a column asks for, in characters.
func (p *Paste) Width(col int) float32 {
	switch p.Fields[col] {
	case PasteNumber:
		return 12
	case PasteReceived, PasteHandler, PasteApplicant, PasteCategory, PasteMatter:
		return 7
	case PasteRespondent, PasteSubject, PasteCourt:
		return 11
	case PasteSkip:
		return 5
	}
	return 8
}

// addMissing adds empty columns for what a case needs and the block lacks, so that it can be filled in.
func (p *Paste) addMissing() {
	want := []PasteField{PasteReceived, PasteApplicant, PasteRespondent, PasteSubject}
	if p.Kind == cases.Litigation {
		want = append(want, PasteCourt)
	}
	if p.Column(PasteNumber) < 0 {
		p.insert(0, PasteNumber)
	}
	for _, f := range want {
		if p.Column(f) < 0 {
			p.insert(len(p.Fields), f)
		}
	}
}

func (p *Paste) insert(at int, f PasteField) {
	p.Heads, p.Fields = slices.Insert(p.Heads, at, ""), slices.Insert(p.Fields, at, f)
	for i := range p.Rows {
		p.Rows[i].Cells = slices.Insert(p.Rows[i].Cells, at, "")
	}
}

// Column is the column of a field, -1 if there is none.
func (p *Paste) Column(f PasteField) int {
	for i, x := range p.Fields {
		if x == f {
			return i
		}
	}
	return -1
}

// SetField says what a column holds. A field that another column holds moves: that one becomes a note.
func (p *Paste) SetField(col int, f PasteField) {
	if f != PasteNote && f != PasteSkip {
		if other := p.Column(f); other >= 0 && other != col {
			p.Fields[other] = PasteNote
		}
	}
	p.Fields[col] = f
	p.addMissing()
	p.Check()
}

// Set corrects a cell.
func (p *Paste) Set(row, col int, text string) {
	p.Rows[row].Cells[col] = text
	if p.Fields[col] == PasteNumber {
		p.Rows[row].taken = ""
	}
	p.Check()
}

// FillDown repeats the cell above in a cell (Ctrl+D); where from is given, the cell of that row in all rows after it to row.
func (p *Paste) FillDown(from, to, col int) {
	for r := max(from, 0) + 1; r <= to; r++ {
		p.Rows[r].Cells[col] = p.Rows[r-1].Cells[col]
	}
	p.Check()
}

// FillToday puts today into every empty day of receipt.
func (p *Paste) FillToday() {
	col := p.Column(PasteReceived)
	for i := range p.Rows {
		if strings.TrimSpace(p.Rows[i].Cells[col]) == "" {
			p.Rows[i].Cells[col] = p.today.String()
		}
	}
	p.Check()
}

// Remove takes a row out.
func (p *Paste) Remove(row int) {
	p.Rows = append(p.Rows[:row], p.Rows[row+1:]...)
	p.Check()
}

// cell is the text of a field in a row, "" where the block lacks it.
func (p *Paste) cell(r *PasteRow, f PasteField) string {
	if i := p.Column(f); i >= 0 {
		return strings.TrimSpace(r.Cells[i])
	}
	return ""
}

// intake is a row as a registration by hand.
func (p *Paste) intake(r *PasteRow) *Intake {
	in := NewIntake(p.Kind, p.today)
	in.Received, in.Number = p.cell(r, PasteReceived), p.cell(r, PasteNumber)
	if in.Number == "" {
		in.Number = r.Proposed
	}
	// A list does not tell how an application came.
	in.Channel, in.Parties = "", nil
	in.take(cases.Applicant, p.cell(r, PasteApplicant))
	in.take(cases.Respondent, p.cell(r, PasteRespondent))
	in.take(cases.ThirdParty, p.cell(r, PasteThird))
	in.Subject = p.cell(r, PasteSubject)
	in.Category, in.Matter, in.Handler = p.cell(r, PasteCategory), p.cell(r, PasteMatter), p.cell(r, PasteHandler)
	in.Court, in.CourtNumber = p.cell(r, PasteCourt), p.cell(r, PasteCourtNo)
	if in.Category == "" {
		in.Category = p.category(in)
	}
	return in
}

// category is the field of the first respondent, from the directory or from its name, as the form fills it in; "" if neither tells.
func (p *Paste) category(in *Intake) string {
	x := IntakeContext{Organs: p.organs}
	if x.Organs == nil {
		x.Organs = NewOrganIndex(nil)
	}
	for _, o := range in.respondents(x) {
		if o.Field != "" {
			return o.Field
		}
	}
	return ""
}

// year is the year of receipt of a row, 0 while its day cannot be read.
func (p *Paste) year(r *PasteRow) int {
	on, err := ReadDate(p.cell(r, PasteReceived), p.today)
	if err != nil || on.IsZero() {
		return 0
	}
	return on.Year()
}

// Check finds what is wrong with every row, in words.
func (p *Paste) Check() {
	seen := map[string]int{}
	for i := range p.Rows {
		r := &p.Rows[i]
		r.Problems, r.Bad = nil, map[int]bool{}
		if r.Done {
			continue
		}
		in := p.intake(r)
		_, bad := in.Case(p.today)
		r.Understood = ""
		if on, err := ReadDate(in.Received, p.today); err == nil && !on.IsZero() && on.String() != in.Received {
			r.Understood = receivedTitle(p.Kind) + "读作" + DayWord(on)
		}
		if p.cell(r, PasteCategory) == "" && r.Understood == "" {
			r.Understood = "管理类别没有填写，也不能从被申请人推断"
			if in.Category != "" {
				r.Understood = "管理类别按机关填“" + in.Category + "”"
			}
		}
		// In the order of the columns, so that the sentence follows the eye.
		for col, f := range p.Fields {
			say := f.complaint(bad)
			if say == "" || f == PasteNumber && p.year(r) == 0 {
				continue // a number follows once the day can be read
			}
			r.complain(col, strings.Replace(say, "请添加", "请填写", 1))
		}
		if key := cases.NumberKey(in.Number); key != "" {
			if first, ok := seen[key]; ok {
				r.complain(p.Column(PasteNumber), fmt.Sprintf("案号与第%d行相同", first+1))
			} else {
				seen[key] = i
			}
		}
		if r.taken != "" {
			r.complain(p.Column(PasteNumber), r.taken)
		}
	}
}

// complaint is what the registration says of a field. Parties have a key each, which begins with their role.
func (f PasteField) complaint(bad map[string]string) string {
	role, ok := map[PasteField]cases.Role{PasteApplicant: cases.Applicant, PasteRespondent: cases.Respondent, PasteThird: cases.ThirdParty}[f]
	if !ok {
		return bad[string(f)]
	}
	for key, say := range bad {
		if key == string(role) || strings.HasPrefix(key, string(role)+".") {
			return say
		}
	}
	return ""
}

func (r *PasteRow) complain(col int, say string) {
	r.Problems = append(r.Problems, strings.TrimSuffix(say, "。"))
	r.Bad[col] = true
}

// Good counts the rows that can be registered, and those that cannot yet.
func (p *Paste) Good() (good, bad int) {
	for _, r := range p.Rows {
		switch {
		case r.Done:
		case len(r.Problems) == 0:
			good++
		default:
			bad++
		}
	}
	return good, bad
}

// Case is a row as a case with its notes; nil while something is wrong with it.
func (p *Paste) Case(row int) *cases.Case {
	r := &p.Rows[row]
	c, _ := p.intake(r).Case(p.today)
	if c == nil {
		return nil
	}
	for i, f := range p.Fields {
		if text := strings.TrimSpace(r.Cells[i]); f == PasteNote && text != "" {
			label := strings.TrimSpace(p.Heads[i])
			if label == "" {
				label = "备注"
			}
			c.Notes = append(c.Notes, cases.Note{Label: label, Text: text})
		}
	}
	return c
}
