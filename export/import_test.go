package export

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// fixture is a workbook under construction: a sheet is rows of cells.
type fixture struct {
	t testing.TB
	f *excelize.File
}

func newFixture(t testing.TB) *fixture {
	f := excelize.NewFile()
	t.Cleanup(func() { _ = f.Close() })
	return &fixture{t, f}
}

func (x *fixture) sheet(name string, rows ...[]any) *fixture {
	x.t.Helper()
	if _, err := x.f.NewSheet(name); err != nil {
		x.t.Fatal(err)
	}
	for i, r := range rows {
		if err := x.f.SetSheetRow(name, rowCell(i+1), &r); err != nil {
			x.t.Fatal(err)
		}
	}
	return x
}

func (x *fixture) merge(sheet, from, to string) *fixture {
	x.t.Helper()
	if err := x.f.MergeCell(sheet, from, to); err != nil {
		x.t.Fatal(err)
	}
	return x
}

func (x *fixture) save() string {
	x.t.Helper()
	if i, err := x.f.GetSheetIndex("Sheet1"); err == nil && i >= 0 && len(x.f.GetSheetList()) > 1 {
		if err := x.f.DeleteSheet("Sheet1"); err != nil {
			x.t.Fatal(err)
		}
	}
	path := filepath.Join(x.t.TempDir(), "旧台账.xlsx")
	if err := x.f.SaveAs(path); err != nil {
		x.t.Fatal(err)
	}
	return path
}

// imported is what came of an import.
type imported struct {
	t      testing.TB
	office *memory
	report cases.LedgerReport
	rows   []cases.LedgerRow
	err    error
}

func importFile(t testing.TB, path string, opt cases.ImportOptions) *imported {
	t.Helper()
	office := newMemory(t, cases.Settings{Office: "某区司法局", ReconsiderationPrefix: "某行复", SuitPrefix: "某行应"})
	return importInto(t, office, path, opt)
}

func importInto(t testing.TB, office *memory, path string, opt cases.ImportOptions) *imported {
	t.Helper()
	out := &imported{t: t, office: office}
	opt.Row = func(r cases.LedgerRow) { out.rows = append(out.rows, r) }
	out.report, out.err = New(office, office, today).ImportLedger(context.Background(), path, opt)
	return out
}

func (i *imported) good() *imported {
	i.t.Helper()
	if i.err != nil {
		i.t.Fatal(i.err)
	}
	for _, r := range i.rows {
		if r.Status == cases.RowRefused {
			i.t.Errorf("row %d refused: %v", r.Row, r.Reasons)
		}
	}
	return i
}

// one finds a case by its number.
func (i *imported) one(number string) *cases.Case {
	i.t.Helper()
	for _, c := range i.office.list {
		if c.Number == number {
			return c
		}
	}
	i.t.Fatalf("no case %s; rows %+v", number, i.rows)
	return nil
}

// acts writes a case's acts as day and kind, with ground, items and outcomes.
func actsOf(c *cases.Case) string {
	var out []string
	for _, a := range c.Acts {
		s := a.On.String() + " " + string(a.Kind)
		if a.Paper != "" {
			s += " " + a.Paper
		}
		if d := a.Detail; d != nil {
			if d.Ground != "" {
				s += " " + string(d.Ground)
			}
			if len(d.Items) > 0 {
				s += " " + formatItems(d.Items)
			}
			if len(d.Results) > 0 {
				s += " " + formatResults(d.Results, true)
			}
			if d.Appearance != nil {
				s += " " + formatAppearance(d.Appearance)
			}
		}
		if !a.Imported {
			s += " NOT MARKED AS IMPORTED"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func expectActs(t testing.TB, c *cases.Case, want ...string) {
	t.Helper()
	if got := actsOf(c); got != strings.Join(want, "\n") {
		t.Errorf("%s: acts\n%s\nwant\n%s", c.Number, got, strings.Join(want, "\n"))
	}
}

// An old ledger: a title, a header of two rows with a merged group, several names, every form of date, results in a
// clerk's words, a repeated header and a total.
func TestOldReconsiderationLedger(t *testing.T) {
	x := newFixture(t).sheet("2020年复议",
		[]any{"某区司法局2020年行政复议案件台账"},
		[]any{"制表：李某", "", "", "", "", "", "", "", "", "单位：件"},
		[]any{"序号", "文 号", "当事人", "", "复议事项", "收件\n日期", "立案日期", "办结日期", "结案方式", "是否调解", "意见书", "办案人员", "来访方式"},
		[]any{"", "", "申请人", "被申请机关"},
		[]any{1, "〔2020〕1号", "张某、李某，王某；赵某\n钱某", "某区公安分局", "治安罚款", "2020.3.5", 43899, "2020年4月28日", "维持", "否", "无", "孙某", "当面"},
		[]any{2, "〔2020〕2号", "某某科技（苏州）有限公司", "某区市场监督管理局", "举报答复", "２０２０－３－６", "20200309", "2020/5/6", "撤销，并责令重作", "", "〔2020〕意1号 2020-05-07", "孙某", "邮寄"},
		[]any{"序号", "文 号", "申请人", "被申请机关", "复议事项", "收件日期", "立案日期", "办结日期", "结案方式", "是否调解"},
		[]any{3, "〔2020〕3号", "张某等5人", "某街道办事处", "拆违", "2020.3.7收件", "2020-03-10 09:30:00", "二〇二〇年五月七日", "调解和解", "是", 1, "孙某", "当面"},
		[]any{4, "〔2020〕4号", "周　某", "某区人民政府", "信息公开", "2020年3月8号", "", "2020-3-12", "不予受理"},
		[]any{"合计", "", "4件"},
	).merge("2020年复议", "A1", "M1").merge("2020年复议", "C3", "D3")
	for _, c := range []string{"A", "B", "E", "F", "G", "H", "I", "J", "K", "L", "M"} {
		x.merge("2020年复议", c+"3", c+"4")
	}
	i := importFile(t, x.save(), cases.ImportOptions{}).good()
	if i.report.Imported != 4 || i.report.Skipped != 2 || i.report.Refused != 0 {
		t.Errorf("report %+v", i.report)
	}
	if s := i.report.Sheets[0]; s.HeaderRow != 4 || s.Kind != cases.Reconsideration || s.Rows != 4 {
		t.Errorf("sheet %+v", s)
	}
	one := i.one("〔2020〕1号")
	if got := one.Joined(cases.Applicant); got != "张某、李某、王某、赵某、钱某" {
		t.Errorf("applicants %s", got)
	}
	expectActs(t, one, "2020-03-05 receipt", "2020-03-09 acceptance", "2020-04-28 decision 维持")
	if len(one.Notes) != 1 || one.Notes[0] != (cases.Note{Label: "来访方式", Text: "当面"}) || one.Handler != "孙某" {
		t.Errorf("notes %v handler %s", one.Notes, one.Handler)
	}
	two := i.one("〔2020〕2号")
	expectActs(t, two, "2020-03-06 receipt", "2020-03-09 acceptance", "2020-05-06 decision 撤销并责令重作", "2020-05-07 opinion_letter 〔2020〕意1号")
	if !two.Parties[0].Organisation || one.Parties[0].Organisation || !two.Parties[1].Organisation {
		t.Errorf("organisations %+v", two.Parties)
	}
	three := i.one("〔2020〕3号")
	expectActs(t, three, "2020-03-07 receipt", "2020-03-10 acceptance", "2020-05-07 termination settlement", "2020-05-07 opinion_letter")
	if len(three.Names(cases.Applicant)) != 1 || three.Notes[0] != (cases.Note{Label: "申请人人数", Text: "5"}) || three.Acts[0].Note != "收件" {
		t.Errorf("group of applicants: %+v %+v %+v", three.Parties, three.Notes, three.Acts[0])
	}
	expectActs(t, i.one("〔2020〕4号"), "2020-03-08 receipt", "2020-03-12 rejection")
	i.allAccounted()
}

// allAccounted checks that every cell of every row says what became of it or is kept as a note.
func (i *imported) allAccounted() {
	i.t.Helper()
	for _, r := range i.rows {
		for _, c := range r.Cells {
			if c.Understood != "" || r.Status != cases.RowImported {
				continue
			}
			kept := false
			for _, n := range i.one(r.Number).Notes {
				kept = kept || strings.Contains(n.Text, c.Text)
			}
			if !kept {
				i.t.Errorf("row %d %s %q is neither understood nor kept", r.Row, c.Address, c.Text)
			}
		}
	}
}

// Rows that would falsify the figures are refused with the address of the cell, the others go in.
func TestRefusedRows(t *testing.T) {
	head := []any{"案号", "收案日期", "申请人", "被申请人", "案由", "受理日期", "结案日期", "处理结果", "中止日期"}
	for _, tt := range []struct {
		name, reason string
		row          []any
	}{
		{"no applicant", "“台账”C2：申请人为空", []any{"1号", "2020-3-5", "", "甲局", "罚款"}},
		{"no respondent", "“台账”D2：被申请人为空", []any{"1号", "2020-3-5", "张某", "", "罚款"}},
		{"no date", "“台账”B2：收案日期为空", []any{"1号", "", "张某", "甲局", "罚款"}},
		{"impossible date", "“台账”B2：收案日期“2020.2.30”无法识别", []any{"1号", "2020.2.30", "张某", "甲局", "罚款"}},
		{"a day too many", "“台账”B2：收案日期“2020.3.51”无法识别", []any{"1号", "2020.3.51", "张某", "甲局", "罚款"}},
		{"future", "晚于今天", []any{"1号", "2027-1-1", "张某", "甲局", "罚款"}},
		{"result without date", "“台账”G2：写有处理结果“维持”而没有结案日期", []any{"1号", "2020-3-5", "张某", "甲局", "罚款", "", "", "维持"}},
		{"date without result", "“台账”H2：写有结案日期而没有处理结果", []any{"1号", "2020-3-5", "张某", "甲局", "罚款", "", "2020-4-5", ""}},
		{"unknown result", "“台账”H2：处理结果“另案处理”无法识别", []any{"1号", "2020-3-5", "张某", "甲局", "罚款", "", "2020-4-5", "另案处理"}},
		{"new law 驳回", "“驳回”不明确", []any{"1号", "2024-3-5", "张某", "甲局", "罚款", "", "2024-4-5", "驳回"}},
		{"closed before received", "早于收案日期", []any{"1号", "2020-3-5", "张某", "甲局", "罚款", "", "2020-2-5", "维持"}},
		{"accepted before received", "“台账”F2：受理日期2020-03-01早于收案日期", []any{"1号", "2020-3-5", "张某", "甲局", "罚款", "2020-3-1"}},
		{"error value", "“台账”B2：收案日期为空", []any{"1号", "#REF!", "张某", "甲局", "罚款"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := newFixture(t).sheet("台账", head, tt.row, []any{"2号", "2020-3-6", "李某", "乙局", "罚款"}).save()
			i := importFile(t, path, cases.ImportOptions{})
			if i.err != nil || i.report.Refused != 1 || i.report.Imported != 1 || len(i.office.list) != 1 {
				t.Fatalf("%v %+v", i.err, i.report)
			}
			if got := strings.Join(i.rows[0].Reasons, "\n"); !strings.Contains(got, tt.reason) {
				t.Errorf("reasons %s, want %s", got, tt.reason)
			}
			all := importFile(t, path, cases.ImportOptions{AllOrNothing: true})
			if cases.KindOf(all.err) != cases.Refused || len(all.office.list) != 0 || all.report.Imported != 0 || all.report.ImportID != 0 {
				t.Errorf("all or nothing: %v %+v", all.err, all.report)
			}
		})
	}
}

// An optional cell that cannot be read neither stops the row nor gets lost.
func TestUnreadableOptionalCell(t *testing.T) {
	i := importFile(t, newFixture(t).sheet("台账",
		[]any{"案号", "收案日期", "申请人", "被申请人", "案由", "中止日期", "意见书"},
		[]any{"1号", "2020-3-5", "张某", "甲局", "罚款", "三月中旬", "待定"}).save(), cases.ImportOptions{}).good()
	c := i.one("1号")
	expectActs(t, c, "2020-03-05 receipt")
	if len(c.Notes) != 2 || c.Notes[0] != (cases.Note{Label: "中止日期", Text: "三月中旬"}) {
		t.Errorf("notes %+v", c.Notes)
	}
	problems := 0
	for _, cell := range i.rows[0].Cells {
		if cell.Problem != "" {
			problems++
		}
	}
	if problems != 2 {
		t.Errorf("%d problems reported", problems)
	}
}

// What old ledgers leave out is added only where the law says how, and said.
func TestAssumptionsAreSaid(t *testing.T) {
	head := []any{"案号", "收案日期", "申请人", "被申请人", "受理日期", "结案日期", "处理结果", "调解/和解"}
	for _, tt := range []struct {
		name string
		row  []any
		said string
		acts []string
	}{
		{"regime A accepts on receipt", []any{"1号", "2020-3-5", "张某", "甲局", "", "2020-4-5", "维持"}, "收到申请之日即为受理日",
			[]string{"2020-03-05 receipt", "2020-03-05 acceptance", "2020-04-05 decision 维持"}},
		{"regime B leaves it to the law", []any{"1号", "2024-3-5", "张某", "甲局", "", "2024-4-5", "维持"}, "维持",
			[]string{"2024-03-05 receipt", "2024-04-05 decision 维持"}},
		{"old 驳回", []any{"1号", "2020-3-5", "张某", "甲局", "2020-3-6", "2020-4-5", "驳回"}, "按驳回行政复议申请计",
			[]string{"2020-03-05 receipt", "2020-03-06 acceptance", "2020-04-05 dismissal"}},
		{"withdrawn before acceptance", []any{"1号", "2020-3-5", "张某", "甲局", "", "2020-3-8", "撤回申请"}, "受理前撤回",
			[]string{"2020-03-05 receipt", "2020-03-08 withdrawal voluntary"}},
		{"withdrawn after acceptance", []any{"1号", "2020-3-5", "张某", "甲局", "2020-3-6", "2020-4-8", "撤回", "和解"}, "终止（和解）",
			[]string{"2020-03-05 receipt", "2020-03-06 acceptance", "2020-04-08 termination settlement"}},
		{"mediated by the column", []any{"1号", "2020-3-5", "张某", "甲局", "2020-3-6", "2020-4-8", "", "调解"}, "调解",
			[]string{"2020-03-05 receipt", "2020-03-06 acceptance", "2020-04-08 mediation"}},
		{"abandoned", []any{"1号", "2020-3-5", "张某", "甲局", "", "2020-3-28", "逾期未补正"}, "按收案日期补记",
			[]string{"2020-03-05 receipt", "2020-03-05 supplement_notice", "2020-03-28 abandonment"}},
		{"several items", []any{"1号", "2020-3-5", "张某", "甲局", "2020-3-6", "2020-4-8", "部分撤销、维持"}, "部分撤销；维持",
			[]string{"2020-03-05 receipt", "2020-03-06 acceptance", "2020-04-08 decision 部分撤销；维持"}},
		{"still open", []any{"1号", "2020-3-5", "张某", "甲局", "2020-3-6", "", "审理中"}, "未结",
			[]string{"2020-03-05 receipt", "2020-03-06 acceptance"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			i := importFile(t, newFixture(t).sheet("台账", head, tt.row).save(), cases.ImportOptions{}).good()
			expectActs(t, i.one("1号"), tt.acts...)
			said := ""
			for _, c := range i.rows[0].Cells {
				said += c.Understood + "\n"
			}
			if !strings.Contains(said, tt.said) {
				t.Errorf("account\n%s\ndoes not say %s", said, tt.said)
			}
			i.allAccounted()
			tl := i.office.list[0].Timeline(i.office.Law(), today())
			if c := i.office.list[0]; len(c.Acts) > 2 && tl.Concluded.IsZero() {
				t.Errorf("the case does not count as concluded: %+v", tl.Problems)
			}
		})
	}
}

// Cells merged downwards count for every row they cover; a merged case number makes the rows one case.
func TestMergedCells(t *testing.T) {
	i := importFile(t, newFixture(t).sheet("台账",
		[]any{"案号", "收案日期", "申请人", "被申请人", "案由", "承办人"},
		[]any{"1号", "2020-3-5", "张某", "甲局", "罚款", "孙某"},
		[]any{"", "", "李某"},
		[]any{"", "", "王某"},
		[]any{"2号", "2020-3-6", "周某", "乙局", "罚款", ""},
		[]any{"3号", "2020-3-7", "周某", "", "扣车", "吴某"},
	).merge("台账", "A2", "A4").merge("台账", "B2", "B4").merge("台账", "D5", "D6").merge("台账", "F2", "F5").save(), cases.ImportOptions{}).good()
	if got := i.one("1号").Joined(cases.Applicant); got != "张某、李某、王某" || i.report.Imported != 3 {
		t.Errorf("applicants %s, %+v", got, i.report)
	}
	if i.one("3号").Joined(cases.Respondent) != "乙局" || i.one("2号").Handler != "孙某" || i.one("3号").Handler != "吴某" {
		t.Errorf("merged cells: %+v %+v", i.one("2号"), i.one("3号"))
	}
	i.allAccounted()
}

// Numbers: missing ones are made of the row, bare ones are completed, doubled ones are refused.
func TestNumbers(t *testing.T) {
	path := newFixture(t).sheet("台账",
		[]any{"案号", "收案日期", "申请人", "被申请人", "案由"},
		[]any{7, "2020-3-5", "张某", "甲局", "罚款"},
		[]any{"", "2020-3-5", "李某", "甲局", "罚款"},
		[]any{"9号", "2020-3-5", "王某", "甲局", "罚款"},
		[]any{"9号", "2020-3-6", "赵某", "甲局", "罚款"}).save()
	i := importFile(t, path, cases.ImportOptions{})
	if i.err != nil || i.report.Imported != 3 || i.report.Refused != 1 || !strings.Contains(i.rows[3].Reasons[0], "与“台账”第4行相同") {
		t.Fatalf("%v %+v %+v", i.err, i.report, i.rows)
	}
	i.one("〔2020〕某行复第7号")
	if n := i.rows[1].Number; !strings.HasPrefix(n, "〔2020〕某行复台账") || !strings.Contains(i.rows[1].Cells[0].Understood, n) {
		t.Errorf("made number %s, account %+v", n, i.rows[1].Cells)
	}
	again := importInto(t, i.office, path, cases.ImportOptions{})
	if again.report.Present != 3 || again.report.Imported != 0 || again.report.ImportID != 0 {
		t.Errorf("second import %+v", again.report)
	}
	dry := importInto(t, i.office, path, cases.ImportOptions{DryRun: true})
	if dry.err != nil || dry.report.Present != 3 || dry.report.Refused != 1 || !dry.report.DryRun || dry.report.ImportID != 0 {
		t.Errorf("dry run %v %+v", dry.err, dry.report)
	}
}

// Numbers that differ only in brackets and width are one number: in a dry run as in an import, and across sheets.
func TestNumbersTypedInOtherWays(t *testing.T) {
	head := []any{"案号", "收案日期", "申请人", "被申请人"}
	first := newFixture(t).sheet("台账", head, []any{"〔2020〕某行复第7号", "2020-3-5", "张某", "甲局"}).save()
	i := importFile(t, first, cases.ImportOptions{}).good()
	other := newFixture(t).sheet("一季度", head, []any{"[2020]某行复第7号", "2020-3-5", "张某", "甲局"}).
		sheet("二季度", head, []any{"（2020）某行复第８号", "2020-4-5", "李某", "甲局"}, []any{"〔2020〕某行复第9号", "2020-4-6", "王某", "甲局"}).
		sheet("三季度", head, []any{"〔2020〕某行复第8号", "2020-7-5", "赵某", "甲局"}).save()
	dry := importInto(t, i.office, other, cases.ImportOptions{DryRun: true})
	if dry.err != nil || dry.report.Present != 1 || dry.report.Imported != 2 || dry.report.Refused != 1 {
		t.Fatalf("dry run %v %+v", dry.err, dry.report)
	}
	if reason := dry.rows[3].Reasons[0]; !strings.Contains(reason, "“二季度”第2行") {
		t.Errorf("the doubled number is refused with %q", reason)
	}
}

// A reader alone can rehearse an import, but not do it.
func TestReadOnlyOffice(t *testing.T) {
	path := newFixture(t).sheet("台账", []any{"案号", "收案日期", "申请人", "被申请人"}, []any{"1号", "2020-3-5", "张某", "甲局"}).save()
	office := newMemory(t, cases.Settings{})
	f := New(office, nil, today)
	if _, err := f.ImportLedger(context.Background(), path, cases.ImportOptions{}); cases.KindOf(err) != cases.Refused {
		t.Errorf("import without a writer: %v", err)
	}
	report, err := f.ImportLedger(context.Background(), path, cases.ImportOptions{DryRun: true})
	if err != nil || report.Imported != 1 {
		t.Errorf("dry run: %v %+v", err, report)
	}
}

// Both kinds in one file, a sheet that is neither, and columns nobody knows.
func TestSeveralSheets(t *testing.T) {
	i := importFile(t, newFixture(t).
		sheet("通讯录", []any{"姓名", "电话"}, []any{"李某", "123"}).
		sheet("复议", []any{"案号", "收案日期", "申请人", "被申请人", "是否公开"}, []any{"1号", "2020-3-5", "张某", "甲局", "公开"}).
		sheet("应诉", []any{"案号", "收案日期", "法院", "原告", "被告"}, []any{"1号", "2020-3-5", "某院", "张某", "甲局"}).save(), cases.ImportOptions{}).good()
	if len(i.report.Sheets) != 3 || i.report.Sheets[0].Kind != "" || i.report.Sheets[0].Reason == "" ||
		i.report.Sheets[1].Kind != cases.Reconsideration || i.report.Sheets[2].Kind != cases.Litigation || i.report.Imported != 2 {
		t.Errorf("%+v", i.report)
	}
	if c := i.report.Sheets[1].Columns[4]; c.Field != "" || c.Header != "是否公开" || c.Column != "E" {
		t.Errorf("unknown column %+v", c)
	}
}

// A workbook of the 1904 date system, a formula with a result, and one without.
func TestSerialsAndFormulas(t *testing.T) {
	x := newFixture(t).sheet("台账", []any{"案号", "收案日期", "申请人", "被申请人", "结案日期", "处理结果", "登记时间"},
		[]any{"1号", 43895 - serial1904, "张某", "甲局"}, []any{"2号", 43895 - serial1904, nil, "甲局"})
	yes := true
	if err := x.f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
		t.Fatal(err)
	}
	if err := x.f.SetCellFormula("台账", "C3", `"李"&"某"`); err != nil {
		t.Fatal(err)
	}
	i := importFile(t, x.save(), cases.ImportOptions{})
	expectActs(t, i.one("1号"), "2020-03-05 receipt")
	if i.err != nil || i.report.Refused != 1 || !strings.Contains(i.rows[1].Reasons[0], "C3") || !strings.Contains(i.rows[1].Reasons[0], "公式没有计算结果") {
		t.Errorf("%v %+v", i.err, i.rows)
	}
}

// Note columns of dates keep dates, not the numbers under which workbooks store them.
func TestDatesInUnknownColumns(t *testing.T) {
	x := newFixture(t).sheet("台账", []any{"案号", "收案日期", "申请人", "被申请人", "移交时间", "标的额"}, []any{"1号", 43895, "张某", "甲局", 43896, 43896})
	format := "yyyy-mm-dd"
	style, err := x.f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.f.SetCellStyle("台账", "E2", "E2", style); err != nil {
		t.Fatal(err)
	}
	c := importFile(t, x.save(), cases.ImportOptions{}).good().one("1号")
	if len(c.Notes) != 2 || c.Notes[0].Text != "2020-03-06" || c.Notes[1].Text != "43896" {
		t.Errorf("notes %+v", c.Notes)
	}
}

// The template is a ledger without cases: its example row is skipped, and what a clerk fills in goes in.
func TestTemplateCanBeFilledIn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "模板.xlsx")
	if err := New(nil, nil, today).Template(path); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for sheet, row := range map[string][]any{
		ledgerName(cases.Reconsideration): {1, "〔2020〕1号", "2020.3.5", "张某", "甲局"},
		ledgerName(cases.Litigation):      {1, "〔2020〕2号", "2020.3.5", "", "某院", "", "一审", "张某", "甲局"},
	} {
		if err := f.SetSheetRow(sheet, "A5", &row); err != nil {
			t.Fatal(err)
		}
		dv, err := f.GetDataValidations(sheet)
		if err != nil || len(dv) < 4 {
			t.Errorf("%s has %d drop-downs, %v", sheet, len(dv), err)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	i := importFile(t, path, cases.ImportOptions{}).good()
	if i.report.Imported != 2 || i.report.Skipped != 2 {
		t.Errorf("%+v", i.report)
	}
	if s := i.one("〔2020〕2号"); s.Suit.Instance != cases.First {
		t.Errorf("%+v", s.Suit)
	}
	if k := i.one("〔2020〕1号").Acts[0].Kind; k != procedure.Receipt {
		t.Errorf("act %s", k)
	}
}
