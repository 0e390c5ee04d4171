package export

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Who came to court, who is sued as what and why it was lost, as clerks write it.
func TestCourtLedger(t *testing.T) {
	head := []any{"案号", "收案日期", "法院", "原告", "被告", "案件来源", "诉讼类型", "赔偿请求金额（万元）", "判决赔偿金额（元）", "被告诉讼地位", "开庭日期", "负责人出庭", "是否通知负责人出庭",
		"出声情况", "未出庭原因类别", "法院是否准许", "工作人员", "结案日期", "裁判结果", "是否败诉", "败诉理由"}
	row := []any{"1号", "2025-5-11", "某区法院", "张某", "甲区人民政府、乙区城管局", "复议机关逾期未作决定", "行政赔偿案件", "1.2345", "6000.5", "甲区人民政府：共同被告；城管局：原机关",
		"2025-6-18；2025-7-1", "否；是", "是；未通知", "—；已出声", "公务；—", "同意；—", "李某、王某；赵某", "2025-7-20", "甲区人民政府：驳回诉讼请求；乙区城管局：撤销", "甲区人民政府：否；乙区城管局：是",
		"认定事实不清、程序违法"}
	i := importFile(t, newFixture(t).sheet("应诉", head, row).save(), cases.ImportOptions{}).good()
	i.allAccounted()
	c := i.one("1号")
	if len(c.Notes) > 0 {
		t.Errorf("left over: %v", c.Notes)
	}
	expectActs(t, c, "2025-05-11 suit_received",
		"2025-06-18 court_hearing 否（法院通知：是，未出庭事由：需要履行他人不能代替的公务，法院认定：准许，工作人员：「李某、王某」）",
		"2025-07-01 court_hearing 是（出声：是，工作人员：赵某）",
		"2025-07-20 judgment 甲区人民政府：驳回诉讼请求；乙区城管局：撤销（败诉原因：「事实、程序」）")
	if s := c.Suit; s.Source != cases.OverInaction || s.Type != cases.DamagesSuit || s.Claimed != 1_234_500 || s.Awarded != 600_050 {
		t.Errorf("suit %+v", s)
	}
	if a, b := c.Parties[1].Capacity, c.Parties[2].Capacity; a != cases.JointReviewer || b != cases.OriginalOrgan {
		t.Errorf("sued as %q and %q", a, b)
	}
}

// What no table has stays with the case as a note, and is reported.
func TestCourtWordsThatNoTableHas(t *testing.T) {
	head := []any{"案号", "收案日期", "法院", "原告", "被告", "开庭日期", "负责人出庭", "出庭律师"}
	row := []any{"1号", "2025-5-11", "某区法院", "张某", "甲局、乙局", "2025-6-18", "否", "周律师"}
	for _, tt := range []struct{ header, text, problem string }{
		{"诉讼种类", "刑事诉讼", "“刑事诉讼”无法识别，请写“行政诉讼”“行政赔偿诉讼”"},
		{"赔偿请求（元）", "八万元左右", "不是可识别的金额"},
		{"赔偿请求（元）", "-5", "不是可识别的金额"},
		{"赔偿请求（元）", "0.005", "不是可识别的金额"},
		{"赔偿请求（元）", "99999999999999999999", "不是可识别的金额"},
		{"被告身份", "共同被告", "没有写明是哪个被告的身份"},
		{"被告身份", "甲局：主犯", "“主犯”无法识别"},
		{"败诉原因", "程序违法", "案件没有裁判结果，败诉原因没有计入"},
		{"是否出声", "声音很小", "“声音很小”无法识别"},
		{"法院认定", "待定", "“待定”无法识别"},
		{"是否通知负责人出庭", "是；否；是", "“是；否；是”无法识别"},
	} {
		i := importFile(t, newFixture(t).sheet("应诉", append(slices.Clone(head), tt.header), append(slices.Clone(row), tt.text)).save(), cases.ImportOptions{}).good()
		i.allAccounted()
		c := i.one("1号")
		if len(c.Notes) != 1 || c.Notes[0] != (cases.Note{Label: tt.header, Text: tt.text}) {
			t.Errorf("%s %s: notes %v", tt.header, tt.text, c.Notes)
		}
		cells := i.rows[0].Cells
		if p := cells[len(cells)-1].Problem; !strings.Contains(p, tt.problem) {
			t.Errorf("%s %s: %q", tt.header, tt.text, p)
		}
	}
}

// A ground in a clerk's own words is the reason of the absence.
func TestGroundInOwnWordsIsTheReason(t *testing.T) {
	i := importFile(t, newFixture(t).sheet("应诉", []any{"案号", "收案日期", "法院", "原告", "被告", "开庭日期", "负责人出庭", "未出庭事由"},
		[]any{"1号", "2025-5-11", "某区法院", "张某", "甲局", "2025-6-18", "否", "参加市里的会议"}).save(), cases.ImportOptions{}).good()
	expectActs(t, i.one("1号"), "2025-05-11 suit_received", "2025-06-18 court_hearing 否（理由：参加市里的会议）")
}

// Columns that ledgers had before the register of suits asked for more keep their meaning.
func TestOldHeadersKeepTheirColumns(t *testing.T) {
	base := []string{"案号", "收案日期", "原告", "被告"}
	for header, want := range map[string]field{
		"案件类型": fMatter, "司法建议书": fAdvice, "司法建议文号": fAdvice, "未出庭原因": fAbsence, "未出庭理由": fAbsence, "起诉类型": fSource, "被告形式": fSource,
		"应诉人员": fHandler, "出庭人员": fHeadName, "出庭情况": fAppeared, "出庭应诉情况": fAppeared, "一审案号": fCourtNumber, "原审案号": fRelated, "关联一审案号": fRelated,
		"败诉情况": fLost, "类别": fCategory,
	} {
		if columns, _ := bind(cases.Litigation, append(slices.Clone(base), header)); columns[len(base)].field() != want {
			t.Errorf("%s is field %d, want %d", header, columns[len(base)].field(), want)
		}
	}
	var own []string
	for _, d := range written(cases.Litigation) {
		own = append(own, d.header)
	}
	columns, _ := bind(cases.Litigation, own)
	for i, d := range written(cases.Litigation) {
		if columns[i].field() != d.field {
			t.Errorf("the program's own %s is read as field %d", d.header, columns[i].field())
		}
	}
}

// The kind of suit is understood in the one column 案件类型 of older ledgers too, whose word stays the act.
func TestKindOfSuitInTheColumnOfTheAct(t *testing.T) {
	i := importFile(t, newFixture(t).sheet("应诉", []any{"案号", "收案日期", "法院", "原告", "被告", "案件类型"},
		[]any{"1号", "2025-5-11", "某区法院", "张某", "甲局", "行政赔偿诉讼"}, []any{"2号", "2025-5-11", "某区法院", "张某", "甲局", "行政赔偿"}).save(), cases.ImportOptions{}).good()
	if c := i.one("1号"); c.Suit.Type != cases.DamagesSuit || c.Class.Matter != "行政赔偿诉讼" {
		t.Errorf("%q, %q", c.Suit.Type, c.Class.Matter)
	}
	if c := i.one("2号"); c.Suit.Type != cases.DamagesSuit || c.Class.Matter != "行政赔偿" {
		t.Errorf("%q, %q", c.Suit.Type, c.Class.Matter)
	}
}

// No word may stand for two codes of a list.
func TestWordsOfCourtAreUnambiguous(t *testing.T) {
	unambiguous(t, procedure.AbsenceGrounds(), procedure.AbsenceLabel, absenceWords)
	unambiguous(t, procedure.CourtViews(), procedure.CourtViewLabel, viewWords)
	unambiguous(t, procedure.Consequences(), procedure.ConsequenceLabel, consequenceWords)
	unambiguous(t, procedure.LossCauses(), procedure.LossCauseLabel, causeWords)
	unambiguous(t, cases.SuitTypes(), cases.SuitType.Label, suitTypeWords)
	unambiguous(t, cases.Capacities(), cases.Capacity.Label, capacityWords)
}

func unambiguous[C ~string](t *testing.T, list []C, label func(C) string, words map[C]string) {
	t.Helper()
	seen := map[string]C{}
	for _, c := range list {
		for _, w := range append(strings.Fields(words[c]), plain(label(c))) {
			if other, twice := seen[w]; twice || w != plain(w) {
				t.Errorf("%s stands for %q and %q", w, other, c)
			}
			seen[w] = c
		}
	}
}

// Who is no head of an organ came as staff or as a lawyer, however the ledger calls it, and the account says why.
func TestImportMakesNoHeads(t *testing.T) {
	for _, tt := range []struct {
		organ, cell, want, account string
	}{
		{"甲局", "科长张某出庭", "否（工作人员：科长张某）", "内设机构的负责人"},
		{"甲局", "副科长张某出庭", "否（工作人员：副科长张某）", "内设机构的负责人"},
		{"甲局", "律师王某出庭", "否（出庭律师：王某）", "不是负责人，也不能单独代替负责人出庭"},
		{"甲局", "执法大队队长李某出庭", "否（工作人员：执法大队队长李某）", "下级机关、派出机构"},
		{"甲区人民政府", "办公室主任赵某出庭", "否（工作人员：办公室主任赵某）", "内设机构的负责人"},
		{"甲局", "居委会主任钱某出庭", "否（工作人员：居委会主任钱某）", "不是行政机关的负责人"},
		{"甲局", "四级调研员周某出庭", "否（工作人员：四级调研员周某）", "是职级"},
		{"甲局", "民警李某出庭", "否（工作人员：民警李某）", "是工作人员"},
		{"甲区执法大队", "副大队长李某出庭", "是（姓名：李某，职务：副大队长，职级：副职负责人）", ""},
		{"甲局", "党组成员、副局长张某和律师王某出庭", "是（姓名：张某，职务：「党组成员、副局长」，职级：副职负责人，出庭律师：王某）", ""},
		{"甲局", "副局长李和平、科长张某出庭应诉", "是（姓名：李和平，职务：副局长，职级：副职负责人，工作人员：科长张某）", ""},
		{"甲区人民政府", "民政局副局长张某出庭", "是（姓名：张某，职务：民政局副局长，职级：副职负责人）", "其部门或者下级机关的负责人"},
		{"甲局", "主要负责人李某出庭", "是（姓名：李某，职务：主要负责人，职级：正职负责人）", ""},
		{"甲局", "张某出庭", "是（姓名：张某）", ""},
		{"甲局", "张某（党组成员、副局长）出庭", "是（姓名：张某，职务：「党组成员、副局长」，职级：副职负责人）", ""},
		{"甲局", "张某(科长)出庭", "否（工作人员：科长张某）", "内设机构的负责人"},
	} {
		i := importFile(t, newFixture(t).sheet("应诉", []any{"案号", "收案日期", "法院", "原告", "被告", "开庭日期", "负责人出庭"},
			[]any{"1号", "2025-5-11", "某区法院", "张某", tt.organ, "2025-6-18", tt.cell}).save(), cases.ImportOptions{}).good()
		i.allAccounted()
		expectActs(t, i.one("1号"), "2025-05-11 suit_received", "2025-06-18 court_hearing "+tt.want)
		cells := i.rows[0].Cells
		if said := cells[len(cells)-1].Understood; !strings.Contains(said, tt.account) || tt.account == "" && said != tt.cell {
			t.Errorf("%s: the account says %q, want %q", tt.cell, said, tt.account)
		}
	}
}

// The columns of name, post and rank are asked the same; a rank that the ledger tells is kept, with the doubt.
func TestImportAsksThePostColumn(t *testing.T) {
	head := []any{"案号", "收案日期", "法院", "原告", "被告", "开庭日期", "负责人出庭", "出庭负责人", "出庭负责人职务"}
	row := []any{"1号", "2025-5-11", "某区法院", "张某", "甲局", "2025-6-18", "是", "李某"}
	for _, tt := range []struct{ post, rank, want string }{
		{"科长", "", "否（工作人员：科长李某）"},
		{"副局长", "", "是（姓名：李某，职务：副局长）"},
		{"科长", "其他", "是（姓名：李某，职务：科长，职级：其他分管负责人）"},
		{"副局长", "副科级", "是（姓名：李某，职务：副局长，职级：其他分管负责人）"},
	} {
		i := importFile(t, newFixture(t).sheet("应诉", append(slices.Clone(head), "出庭负责人级别"), append(slices.Clone(row), tt.post, tt.rank)).save(), cases.ImportOptions{}).good()
		expectActs(t, i.one("1号"), "2025-05-11 suit_received", "2025-06-18 court_hearing "+tt.want)
	}
}
