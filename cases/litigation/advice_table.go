package litigation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

// AdviceTable is the ID of the table of advice.
const AdviceTable = "advice"

// adviceColumns are what the table counts of the letters of an organ, in order. It is read only.
var adviceColumns = []struct {
	head, label, why string
	in               func(*Advice, *Register) bool
}{
	{"收到", "合计", "在统计期内收到的司法建议、检察建议，一份计一件", func(*Advice, *Register) bool { return true }},
	{"收到", "其中检察建议", "检察机关发出的建议", func(a *Advice, _ *Register) bool { return a.Prosecutor }},
	{"回复", "按期", "在期限内回复，或者没有期限而已经回复", func(a *Advice, r *Register) bool { return !a.Replied.IsZero() && !a.Late(r.AsOf) }},
	{"回复", "逾期", "期限届满以后回复", func(a *Advice, r *Register) bool { return !a.Replied.IsZero() && a.Late(r.AsOf) }},
	{"未回复", "未到期", "还没有回复，期限没有届满", func(a *Advice, r *Register) bool { return a.Replied.IsZero() && !a.Late(r.AsOf) }},
	{"未回复", "已超期", "还没有回复，期限已经届满", func(a *Advice, r *Register) bool { return a.Replied.IsZero() && a.Late(r.AsOf) }},
	{"采纳情况", "采纳", "回复采纳", func(a *Advice, _ *Register) bool { return a.Adopted == procedure.AdoptedFully }},
	{"采纳情况", "部分采纳", "回复部分采纳", func(a *Advice, _ *Register) bool { return a.Adopted == procedure.AdoptedPartly }},
	{"采纳情况", "未采纳", "回复不采纳", func(a *Advice, _ *Register) bool { return a.Adopted == procedure.NotAdopted }},
}

// AdviceByOrgan counts the letters of a scope organ by organ (司法建议、检察建议办理情况); a letter to several organs counts for each.
func (r *Register) AdviceByOrgan(s Scope) *analysis.Table {
	t := r.table(AdviceTable, "司法建议、检察建议办理情况", s)
	for _, c := range adviceColumns {
		t.Columns = append(t.Columns, analysis.Column{Heads: []string{c.head}, Label: c.label})
	}
	all := r.Advices(s)
	for _, organ := range adviceOrgans(all) {
		row := analysis.Row{Label: cmp.Or(organ, "合计"), Total: organ == ""}
		for _, c := range adviceColumns {
			ids := []cases.ID{}
			for _, a := range all {
				if (organ == "" || slices.Contains(a.Organs, organ)) && c.in(a, r) {
					ids = append(ids, a.Case)
				}
			}
			row.Cells = append(row.Cells, count(ids, c.why))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = append(t.Notes, "发给两个以上机关的建议，每个机关各计一件，合计中只计一件；庭审中通报负责人出庭情况的司法建议书见各次开庭的记录。")
	return t
}

// adviceOrgans are the organs with letters, by their number, and "" for all at the end.
func adviceOrgans(all []*Advice) []string {
	n := map[string]int{}
	var out []string
	for _, a := range all {
		for _, name := range a.Organs {
			if n[name] == 0 {
				out = append(out, name)
			}
			n[name]++
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(n[b], n[a]) })
	return append(out, "")
}

// AdviceList lists the letters of a scope with what became of them.
func (r *Register) AdviceList(s Scope) *analysis.List {
	l := &analysis.List{ID: AdviceTable, Title: "司法建议和检察建议", Kind: cases.Litigation, Period: forms.Period{From: s.From, To: s.To, AsOf: r.AsOf}, Notes: scopeNotes(s)}
	l.Columns = []analysis.ListColumn{{Label: "序号", Width: 6}, {Label: "案号", Width: 24}, {Label: "法院案号", Width: 24}, {Label: "建议文号", Width: 22}, {Label: "种类", Width: 20}, {Label: "发出机关", Width: 24},
		{Label: "收到机关", Width: 28}, {Label: "收到日期", Width: 12, Date: true}, {Label: "建议事项", Width: 36}, {Label: "回复期限", Width: 12, Date: true}, {Label: "办理情况", Width: 12},
		{Label: "回复日期", Width: 12, Date: true}, {Label: "回复文号", Width: 22}, {Label: "采纳情况", Width: 10}, {Label: "整改措施", Width: 36}, {Label: "承办人", Width: 12}}
	for i, a := range r.Advices(s) {
		text := func(s string) analysis.ListCell { return analysis.ListCell{Text: s} }
		l.Rows = append(l.Rows, analysis.ListRow{ID: a.Case, Cells: []analysis.ListCell{text(fmt.Sprint(i + 1)), text(a.Number), text(a.CourtNumber), text(a.Paper), text(a.Kind), text(a.Sender),
			text(strings.Join(a.Organs, "、")), {Day: a.On}, text(a.Subject), {Day: a.Due}, text(a.state(r.AsOf)), {Day: a.Replied}, text(a.ReplyPaper), text(procedure.AdoptionLabel(a.Adopted)),
			text(a.Measures), text(a.Handler)}})
	}
	return l
}

// adviceText is the sentence of a bulletin about advice, "" where none was received.
func (b *Bulletin) adviceText(r *Register) string {
	all := r.Advices(b.scope)
	if len(all) == 0 {
		return ""
	}
	n := func(in func(*Advice) bool) int {
		k := 0
		for _, a := range all {
			if in(a) {
				k++
			}
		}
		return k
	}
	text := fmt.Sprintf("收到司法建议、检察建议%d件，已回复%d件", len(all), n(func(a *Advice) bool { return !a.Replied.IsZero() }))
	if k := n(func(a *Advice) bool { return a.Adopted != "" && a.Adopted != procedure.NotAdopted }); k > 0 {
		text += fmt.Sprintf("，采纳或者部分采纳%d件", k)
	}
	if k := n(func(a *Advice) bool { return a.Late(r.AsOf) }); k > 0 {
		text += fmt.Sprintf("；逾期%d件", k)
	}
	return text + "。"
}
