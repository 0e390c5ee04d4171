package litigation

import (
	"fmt"
	"math/big"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
)

// Group is the name under which the tables of this package stand together.
const Group = "出庭应诉和败诉"

// IDs of tables that a page tells apart.
const (
	BulletinTable = "bulletin"
	LossTable     = "loss_rates"
)

// count is a cell that counts suits; share one that divides two of them.
func count(ids []cases.ID, why string) analysis.Cell {
	ones := make([]int64, len(ids))
	for i := range ones {
		ones[i] = 1
	}
	return analysis.Cell{Kind: analysis.Count, N: int64(len(ids)), Cases: ids, Amounts: ones, Why: why}
}

func share(num, of []cases.ID, why string) analysis.Cell {
	return analysis.Cell{Kind: analysis.Percent, N: int64(len(num)), Of: int64(len(of)), Cases: num, Why: why}
}

// points is the difference of two shares as they are printed, with one decimal; it has no value where one of them has none.
func points(num, of, before, ofBefore []cases.ID) analysis.Cell {
	c := analysis.Cell{Kind: analysis.Points, Why: "本期比率减上年同期比率，按印出的比率相减"}
	if len(of) > 0 && len(ofBefore) > 0 {
		d := new(big.Rat).Sub(shown(len(num), len(of), 1), shown(len(before), len(ofBefore), 1))
		d.Mul(d, big.NewRat(1, 100))
		c.N, c.Of = d.Num().Int64(), d.Denom().Int64()
	}
	return c
}

// table begins a table of the register.
func (r *Register) table(id, title string, s Scope) *analysis.Table {
	return &analysis.Table{ID: id, Title: title, Group: Group, Period: forms.Period{From: s.From, To: s.To, AsOf: r.AsOf}, Notes: scopeNotes(s)}
}

func scopeNotes(s Scope) []string {
	var out []string
	if s.Own {
		out = append(out, "只统计本级政府为被告的案件，败诉和出庭均按本级政府计。")
	}
	if s.Organ != "" {
		out = append(out, "只统计"+s.Organ+"为被告的案件。")
	}
	return out
}

// Attendance is how often heads appeared by every formula, organ by organ or quarter by quarter: numerator, denominator and share.
func (r *Register) Attendance(s Scope, byQuarter bool) *analysis.Table {
	sheet, id := r.ByOrgan(s, Formulas()), "attendance_organs"
	if byQuarter {
		sheet, id = r.ByQuarter(s, Formulas()), "attendance_quarters"
	}
	t := r.table(id, sheet.Title, s)
	for _, f := range sheet.Formulas {
		t.Columns = append(t.Columns, rateColumns(f.Label)...)
		t.Notes = append(t.Notes, f.Label+"＝"+f.Says+"。")
	}
	t.Notes = append(t.Notes, AttendanceNote)
	for _, l := range append(sheet.Lines, sheet.Total) {
		row := analysis.Row{Label: l.Label, Total: l.Label == sheet.Total.Label}
		for i, x := range l.Rates {
			row.Cells = append(row.Cells, rateCells(x, sheet.Formulas[i].Says)...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func rateColumns(label string) []analysis.Column {
	head := []string{label}
	return []analysis.Column{{Heads: head, Label: "分子", Unit: "件"}, {Heads: head, Label: "分母", Unit: "件"}, {Heads: head, Label: "比率", Unit: "%"}}
}

func rateCells(x Rate, says string) []analysis.Cell {
	return []analysis.Cell{count(x.Num, "计入分子："+says), count(x.Of, "计入分母："+says), share(x.Num, x.Of, says)}
}

// LossRates is how often agencies lost by every formula, organ by organ.
func (r *Register) LossRates(s Scope) *analysis.Table {
	sheet := r.Losses(s)
	t := r.table(LossTable, sheet.Title, s)
	for _, f := range sheet.Formulas {
		t.Columns = append(t.Columns, rateColumns(f.Label)...)
		t.Notes = append(t.Notes, f.Label+"＝"+f.Says+"。")
	}
	for _, l := range append(sheet.Lines, sheet.Total) {
		row := analysis.Row{Label: l.Label, Total: l.Label == sheet.Total.Label}
		for i, x := range l.Rates {
			row.Cells = append(row.Cells, rateCells(x, sheet.Formulas[i].Says)...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// rateSays is how a bulletin computes its rate of attendance.
const rateSays = "负责人出庭÷（负责人出庭＋未出庭）"

// overview is the table of a bulletin: suits, losses and appearances of every organ, beside the same period a year before.
func (b *Bulletin) overview(r *Register, s Scope) *analysis.Table {
	t := r.table(BulletinTable, "各行政机关应诉、出庭和败诉情况", s)
	for _, c := range [][2]string{{"应诉", "新收"}, {"应诉", "审结"}, {"败诉", "件数"}, {"败诉", "败诉率"}, {"出庭应诉", "开庭"}, {"出庭应诉", "应出庭"}, {"出庭应诉", "负责人出庭"},
		{"出庭应诉", "其中正职"}, {"出庭应诉", "其中副职"},
		{"出庭应诉", "由共同被告出庭"}, {"出庭应诉", "未出庭"}, {"出庭应诉", "书面说明理由"}, {"出庭应诉", "未登记"}, {"出庭率", "本期"}, {"出庭率", "上年同期"}, {"出庭率", "同比（百分点）"}} {
		t.Columns = append(t.Columns, analysis.Column{Heads: []string{c[0]}, Label: c[1]})
	}
	for _, x := range append(b.Rows, b.Total) {
		t.Rows = append(t.Rows, analysis.Row{Label: x.Organ, Total: x.Organ == b.Total.Organ, Cells: []analysis.Cell{
			count(x.Received, "收到应诉通知日期在统计期内"), count(x.Concluded, "裁判日期在统计期内"), count(x.Lost, "裁判日期在统计期内，该机关败诉"),
			share(x.Lost, x.Concluded, "败诉÷审结"), count(x.Heard, "统计期内开庭审理，同一审级多次开庭计一件"),
			count(x.Due, "统计期内开庭审理，不含未出庭而理由成立、由共同被告出庭和没有登记出庭情况的案件"), count(x.Came, "统计期内至少一次开庭有负责人出庭"),
			count(x.Chief, "统计期内至少一次开庭有正职负责人出庭"), count(x.Deputy, "统计期内至少一次开庭有副职负责人出庭"),
			count(x.Joint, "统计期内开庭，商定由其他共同被告的负责人出庭"),
			count(x.Absent, "统计期内开庭，没有负责人出庭"), count(x.Explained, "没有负责人出庭，书面说明了理由"), count(x.Unrecorded, "统计期内开庭，没有登记谁出庭"),
			share(x.Came, x.Known, rateSays), share(x.CameBefore, x.KnownBefore, "上年同期："+rateSays), points(x.Came, x.Known, x.CameBefore, x.KnownBefore)}})
	}
	t.Notes = append(t.Notes, "有两个以上被告的案件，每个被告各计一件，合计中只计一件；出庭率＝"+rateSays+"。", AttendanceNote)
	return t
}

// lists are the lost suits and the absences of a bulletin, and the register of its suits, as lists.
func (b *Bulletin) lists(r *Register, s Scope) []*analysis.List {
	p := forms.Period{From: s.From, To: s.To, AsOf: r.AsOf}
	lost := &analysis.List{ID: "lost", Title: "败诉案件", Kind: cases.Litigation, Period: p, Columns: []analysis.ListColumn{{Label: "序号", Width: 6}, {Label: "案号", Width: 24},
		{Label: "法院案号", Width: 24}, {Label: "原告", Width: 14}, {Label: "败诉的被告", Width: 26}, {Label: "案由", Width: 30}, {Label: "审理法院", Width: 24}, {Label: "审级", Width: 7}, {Label: "裁判日期", Width: 12, Date: true},
		{Label: "裁判结果", Width: 28}, {Label: "败诉原因", Width: 16}}}
	for i, x := range b.Lost {
		lost.Rows = append(lost.Rows, analysis.ListRow{ID: x.Case, Cells: []analysis.ListCell{{Text: fmt.Sprint(i + 1)}, {Text: x.Number}, {Text: x.CourtNumber}, {Text: x.Plaintiff}, {Text: x.Organs},
			{Text: x.Subject}, {Text: x.Court}, {Text: x.Instance}, {Day: x.On}, {Text: x.Result}, {Text: x.Causes}}})
	}
	out := []*analysis.List{lost, absences(p, "absent", "负责人未出庭", b.Absences), r.List(s), r.AdviceList(s)}
	if len(b.Gaps) > 0 {
		out = append(out, absences(p, "unrecorded", "没有登记出庭情况", b.Gaps))
	}
	return out
}

// absences lists hearings at which no head is known to have been.
func absences(p forms.Period, id, title string, entries []Absence) *analysis.List {
	out := &analysis.List{ID: id, Title: title, Kind: cases.Litigation, Period: p, Columns: []analysis.ListColumn{{Label: "序号", Width: 6}, {Label: "案号", Width: 24},
		{Label: "法院案号", Width: 24}, {Label: "原告", Width: 14}, {Label: "被诉机关", Width: 28}, {Label: "开庭日期", Width: 12, Date: true}, {Label: "审理法院", Width: 24}, {Label: "理由", Width: 30}, {Label: "理由成立", Width: 10}}}
	for i, x := range entries {
		out.Rows = append(out.Rows, analysis.ListRow{ID: x.Case, Cells: []analysis.ListCell{{Text: fmt.Sprint(i + 1)}, {Text: x.Number}, {Text: x.CourtNumber}, {Text: x.Plaintiff}, {Text: x.Organ}, {Day: x.On}, {Text: x.Court},
			{Text: x.Reason}, {Text: yesNo(x.Excused)}}})
	}
	return out
}

func yesNo(b bool) string { return map[bool]string{true: "是", false: "否"}[b] }
