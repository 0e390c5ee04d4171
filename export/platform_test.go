package export

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/platform"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

// platformCard is a platform with its own names, order and codes.
func platformCard() cases.PlatformCard {
	card := cases.PlatformCard{Name: "统计报备系统", Kind: cases.Reconsideration}
	for _, f := range [][2]string{{"number", "案件编号"}, {"received", "收件日"}, {"applicants", "申请方"}, {"respondents", "被申请方"}, {"matter", "复议事项代码"},
		{"accepted", "受理日"}, {"concluded", "办结日"}, {"result", "办理结果"}, {"paper", "法律文书编号"}, {"opinion_letters", "有无意见书"}, {"handler", "经办"}} {
		card.Fields = append(card.Fields, cases.PlatformField{Field: f[0], Label: f[1]})
	}
	card.Fields[3].Heads = []string{"被申请机关"}
	for i, m := range strings.Fields(matters) {
		card.Fields[4].Codes = append(card.Fields[4].Codes, cases.PlatformCode{Ours: m, Name: m + "类", Code: fmt.Sprintf("%02d", i+1)})
	}
	return card
}

// reconsiderations invents n cases of a year.
func reconsiderations(t testing.TB, n, year int) (out []*cases.Case) {
	t.Helper()
	err := sample.Generate(4*n, 19, year, year, today(), loadCalendar(t), func(c *cases.Case) error {
		if c.Kind == cases.Reconsideration && len(out) < n {
			out = append(out, c)
		}
		return nil
	})
	if err != nil || len(out) < n {
		t.Fatalf("%d cases, %v", len(out), err)
	}
	return out
}

// exported is what the platform gives of the cases: its own heads, codes, ways of writing numbers, days, blanks and names.
func exported(t testing.TB, office *memory, list []*cases.Case) [][]any {
	t.Helper()
	card := platformCard()
	head := []any{"序号"}
	for i, f := range card.Fields {
		h := f.Label
		if i == 3 {
			h = "被申请机关"
		}
		head = append(head, h)
	}
	rows := [][]any{append(head, "推送状态")}
	for n, c := range list {
		tl := procedure.Fold(c.Acts, procedure.ReviewCourse, office.Law(), today())
		row := []any{n + 1}
		for _, l := range platform.Lines(&card, c, &tl) {
			row = append(row, typed(l, n))
		}
		rows = append(rows, append(row, "成功"))
	}
	return append(rows, []any{"合计", len(list)})
}

// typed writes a value as one platform or another does, going through the ways row by row.
func typed(l cases.PlatformLine, n int) any {
	switch l.Field {
	case "number":
		return []string{l.Value, strings.NewReplacer("〔", "[", "〕", "]").Replace(l.Value), strings.NewReplacer("〔", "（", "〕", "）").Replace(l.Value) + " "}[n%3]
	case "received", "accepted", "concluded":
		d, err := calendar.ParseISO(l.Value)
		if err != nil {
			return []any{nil, "-", "无"}[n%3]
		}
		return []any{d.Time(), d.Chinese(), strings.ReplaceAll(l.Value, "-", "/") + " 00:00:00", serial(d)}[n%4]
	case "applicants":
		names := strings.Split(l.Value, "；")
		if n%2 == 0 {
			slices.Reverse(names)
		}
		if len(names) > 1 && n%3 == 0 {
			return fmt.Sprintf("%s等%d人", names[0], len(names))
		}
		return strings.Join(names, []string{"、", "，", "\n"}[n%3])
	case "matter":
		return []any{l.Value, l.Code}[n%2]
	case "opinion_letters":
		return map[bool]string{true: "有", false: "无"}[l.Value != ""]
	case "handler":
		return strings.ReplaceAll(l.Value, "；", ",")
	case "paper":
		if l.Value == "" {
			return []any{nil, "/", "—"}[n%3]
		}
	}
	return l.Value
}

func column(rows [][]any, head string) int {
	return slices.Index(rows[0], any(head))
}

// Two hundred cases on the platform, seven planted differences: seven are found, with the field and the cell, and no other.
func TestSevenDifferences(t *testing.T) {
	list := reconsiderations(t, 200, 2025)
	office := newMemory(t, cases.Settings{}, list...)
	rows := exported(t, office, list)
	find := func(ok func(c *cases.Case) bool, from int) int {
		i := slices.IndexFunc(list[from:], ok)
		if i < 0 {
			t.Fatal("the office has no such case")
		}
		return from + i + 1
	}
	concluded := func(c *cases.Case) bool {
		return procedure.Headline(c.Acts) == procedure.DispositionLabel(procedure.Uphold)
	}
	planted := map[string]string{}
	plant := func(row int, head, field string, v any) {
		rows[row][column(rows, head)] = v
		planted[fmt.Sprintf("different %s %s %s%d", list[row-1].Number, field, colName(column(rows, head)+1), row+1)] = ""
	}
	plant(11, "收件日", "received", "2025-02-30")
	plant(23, "申请方", "applicants", "赵某某")
	plant(34, "被申请机关", "respondents", "某市某局")
	at := find(concluded, 40)
	plant(at, "办理结果", "result", "撤销")
	rows[70][column(rows, "案件编号")] = "〔2025〕某行复第9999号"
	planted["extra 〔2025〕某行复第9999号  B71"], planted["missing "+list[69].Number+"  "] = "", ""
	rows = slices.Delete(rows, 120, 121)
	planted["missing "+list[119].Number+"  "] = ""
	path := newFixture(t).sheet("导出", append([][]any{{"2025年行政复议案件导出清单"}}, rows...)...).merge("导出", "A1", "M1").save()
	planted = shift(planted)

	r, err := New(office, nil, today).Reconcile(t.Context(), path, cases.ReconcileOptions{Year: 2025, Cards: []cases.PlatformCard{platformCard()}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Cases != 200 || r.Records != 199 || r.Same != 194 || len(r.Compared) != 10 || !slices.Equal(r.Ignored, []string{"序号", "推送状态"}) || len(r.Problems) > 0 {
		t.Errorf("%d cases, %d records, %d same, compared %v, ignored %v, %v", r.Cases, r.Records, r.Same, r.Compared, r.Ignored, r.Problems)
	}
	if len(r.Lines) != 7 || r.Count[cases.PlatformDifferent] != 4 || r.Count[cases.PlatformMissing] != 2 || r.Count[cases.PlatformExtra] != 1 {
		t.Errorf("%d findings: %v", len(r.Lines), r.Count)
	}
	for _, l := range r.Lines {
		k := fmt.Sprintf("%s %s %s %s", l.Status, l.Number, l.Field, l.Address)
		if _, ok := planted[k]; !ok {
			t.Errorf("%s was not planted: %+v\nplanted: %v", k, l, planted)
		}
		if l.Status == cases.PlatformExtra && !strings.Contains(l.Note, list[69].Number) {
			t.Errorf("the mistyped number is not guessed: %q", l.Note)
		}
	}
	saved(t, r)
}

// shift moves the addresses below the title that stands above the list.
func shift(planted map[string]string) map[string]string {
	out := map[string]string{}
	for k := range planted {
		i := strings.LastIndexByte(k, ' ')
		if row, column, ok := cases.ParseCell(k[i+1:]); ok {
			k = k[:i+1] + cases.CellName(row+1, column)
		}
		out[k] = ""
	}
	return out
}

// saved writes the result and reads it again.
func saved(t *testing.T, r cases.Reconciliation) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "对账.xlsx")
	if err := New(nil, nil, nil).SaveReconciliation(t.Context(), path, r); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows("对账结果")
	if err != nil || len(rows) != 2+len(r.Lines) || rows[0][0] != "2025年行政复议案件与平台对账结果" {
		t.Fatalf("%q, %v", rows, err)
	}
	for i, l := range r.Lines {
		if got := rows[i+2]; got[0] != l.Status.Label() || got[1] != l.Number {
			t.Errorf("line %d is %q", i, got)
		}
	}
	about, err := x.GetRows("对账说明")
	if err != nil || !slices.ContainsFunc(about, func(l []string) bool { return slices.Equal(l, []string{"没有核对的栏目", "推送状态"}) }) {
		t.Errorf("%q, %v", about, err)
	}
}

// The program's own ledger agrees with the office in every case, of both kinds: nothing is found where nothing differs.
func TestOwnLedgerAgrees(t *testing.T) {
	set, list := sample.Demo()
	err := sample.Generate(600, 7, 2021, 2026, today(), loadCalendar(t), func(c *cases.Case) error {
		list = append(list, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range list {
		c.Number += fmt.Sprintf("之%d", i)
	}
	office := newMemory(t, set, list...)
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	f := New(office, nil, today)
	if err := f.Ledger(t.Context(), path, 0, nil); err != nil {
		t.Fatal(err)
	}
	for _, k := range kinds() {
		r, err := f.Reconcile(t.Context(), path, cases.ReconcileOptions{Kind: k})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Lines) > 0 || r.Same != r.Cases || r.Cases == 0 || len(r.Compared) < 12 {
			t.Errorf("%s: %d cases, %d same, compared %v\n%+v", k, r.Cases, r.Same, r.Compared, r.Lines[:min(9, len(r.Lines))])
		}
	}
}

// Repeated and missing numbers are said; rows under one merged number are one record; other years' cases are no findings
// unless they differ.
func TestReconcileOddRows(t *testing.T) {
	list := append(reconsiderations(t, 3, 2024), reconsiderations(t, 3, 2025)...)
	for i, c := range list {
		c.Number = fmt.Sprintf("〔%d〕某行复第%d号", 2024+i/3, i%3+1)
	}
	office := newMemory(t, cases.Settings{}, list...)
	name := func(i int, r cases.Role) string { return list[i].Joined(r) }
	row := func(i int) []any { return []any{list[i].Number, name(i, cases.Applicant), name(i, cases.Respondent)} }
	rows := [][]any{{"案号", "申请人", "被申请人"}, row(0), row(3), row(4), row(4), {"", "钱某", "某局"}}
	list[5].Parties = append(list[5].Parties, cases.Party{Role: cases.Applicant, Name: "孙某某"}, cases.Party{Role: cases.Applicant, Name: "李某某"})
	first := strings.Join(list[5].Names(cases.Applicant)[:len(list[5].Names(cases.Applicant))-1], "、")
	rows = append(rows, []any{list[5].Number, first, name(5, cases.Respondent)}, []any{"", "李某某", ""})
	path := newFixture(t).sheet("导出", rows...).merge("导出", "A7", "A8").merge("导出", "C7", "C8").save()
	r, err := New(office, nil, today).Reconcile(t.Context(), path, cases.ReconcileOptions{Year: 2025})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range r.Lines {
		got = append(got, fmt.Sprintf("%s %d", l.Status, l.Row))
	}
	if !slices.Equal(got, []string{"repeated 5", "unnumbered 6"}) || r.Cases != 3 || r.Same != 4 {
		t.Errorf("%v, %+v", got, r)
	}
}

// Files that are no list get a sentence.
func TestHostilePlatformLists(t *testing.T) {
	for _, tt := range []struct{ name, path, want string }{
		{"missing", filepath.Join(t.TempDir(), "没有.xlsx"), "没有找到文件"},
		{"text", write(t, []byte("案号,收案日期\n")), "不是 .xlsx 工作簿"},
		{"old format", write(t, append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 4096)...)), "旧格式（.xls）"},
		{"no list", newFixture(t).sheet("通讯录", []any{"姓名", "电话"}).save(), "没有找到可以核对的清单"},
		{"no number", newFixture(t).sheet("导出", []any{"收案日期", "申请人", "被申请人"}).save(), "没有找到可以核对的清单"},
	} {
		_, err := New(newMemory(t, cases.Settings{}), nil, today).Reconcile(t.Context(), tt.path, cases.ReconcileOptions{})
		if err == nil || !strings.Contains(cases.Message(err), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

// A list of 5,000 cases is compared with an office of as many.
func BenchmarkReconcile(b *testing.B) {
	office := newMemory(b, cases.Settings{}, reconsiderations(b, 5000, 2025)...)
	f, path := New(office, nil, today), filepath.Join(b.TempDir(), "台账.xlsx")
	if err := f.Ledger(b.Context(), path, 2025, nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r, err := f.Reconcile(b.Context(), path, cases.ReconcileOptions{Year: 2025, Kind: cases.Reconsideration})
		if err != nil || r.Same != 5000 {
			b.Fatal(r.Same, r.Lines[:min(8, len(r.Lines))], err)
		}
	}
}
