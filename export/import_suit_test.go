package export

import (
	"strings"
	"testing"

	"fuyi/cases"
)

// Suits as clerks write them: results per defendant, heads of organs in their own words, several hearings.
func TestSuitLedger(t *testing.T) {
	head := []any{"案号", "收到应诉通知书日期", "受诉法院", "审级", "原告", "被诉单位", "案由", "开庭时间", "机关负责人出庭情况", "判决日期", "判决结果", "是否败诉", "承办人"}
	for _, tt := range []struct {
		name string
		row  []any
		acts []string
	}{
		{"won, head appeared", []any{"1号", "2020-5-11", "某区法院", "一审", "张某", "甲局", "罚款", "2020.6.18", "副局长李某出庭", "2020-7-20", "驳回诉讼请求", "否"},
			[]string{"2020-05-11 suit_received", "2020-06-18 court_hearing 是（姓名：李某，职务：副局长，职级：副职负责人）", "2020-07-20 judgment 驳回诉讼请求"}},
		{"two defendants, two results", []any{"1号", "2020-5-11", "某区法院", "一审", "张某", "甲区人民政府、乙区城管局", "拆违", "2020.6.18", "未出庭", "2020-7-20", "甲区人民政府：驳回诉讼请求；乙区城管局：撤销", "是"},
			[]string{"2020-05-11 suit_received", "2020-06-18 court_hearing 否", "2020-07-20 judgment 甲区人民政府：驳回诉讼请求（败诉：是）；乙区城管局：撤销"}},
		{"two defendants, one result", []any{"1号", "2020-5-11", "某区法院", "", "张某", "甲局，乙局", "拆违", "", "", "2020-7-20", "准许撤诉"},
			[]string{"2020-05-11 suit_received", "2020-07-20 judgment 甲局：准许撤诉；乙局：准许撤诉"}},
		{"appeal lost below too", []any{"1号", "2020-5-11", "某市中院", "二审", "张某", "甲局", "罚款", "", "", "2020-7-20", "驳回上诉，维持原判", "败诉"},
			[]string{"2020-05-11 suit_received", "2020-07-20 judgment 驳回上诉维持原判（败诉：是）"}},
		{"altered against the organ", []any{"1号", "2020-5-11", "某市中院", "二审", "张某", "甲局", "罚款", "", "", "2020-7-20", "改判", "是"},
			[]string{"2020-05-11 suit_received", "2020-07-20 judgment 二审改判败诉"}},
		{"only 败诉", []any{"1号", "2020-5-11", "某区法院", "一审", "张某", "甲局", "罚款", "", "", "2020-7-20", "败诉", ""},
			[]string{"2020-05-11 suit_received", "2020-07-20 judgment 撤销（败诉：是）"}},
		{"several hearings", []any{"1号", "2020-5-11", "某区法院", "一审", "张某", "甲局", "罚款", "2020.6.18、2020.7.1", "否；是", "", ""},
			[]string{"2020-05-11 suit_received", "2020-06-18 court_hearing 否", "2020-07-01 court_hearing 是"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			i := importFile(t, newFixture(t).sheet("应诉", []any{"应诉台账"}, head, tt.row).save(), cases.ImportOptions{}).good()
			expectActs(t, i.one("1号"), tt.acts...)
			if s := i.one("1号").Suit; s == nil || s.Court == "" || s.Instance == "" {
				t.Errorf("suit %+v", s)
			}
			i.allAccounted()
		})
	}
}

// A ledger without a word on who lost the second instance: it follows the first, which stands in an earlier row; what the ledger says stays.
func TestAppealFollowsTheJudgmentBelow(t *testing.T) {
	head := []any{"案号", "收案日期", "法院", "审级", "前一审级案号", "原告", "被告", "结案日期", "裁判结果", "是否败诉"}
	lost := []any{"1号", "2020-5-11", "某区法院", "一审", "", "张某", "甲局", "2020-7-20", "撤销", ""}
	won := []any{"2号", "2020-5-12", "某区法院", "一审", "", "张某", "甲局", "2020-7-20", "驳回诉讼请求", ""}
	appeal := func(below, said string) []any {
		return []any{"3号", "2020-8-11", "某市中院", "二审", below, "张某", "甲局", "2020-10-20", "驳回上诉维持原判", said}
	}
	for want, row := range map[string][]any{"驳回上诉维持原判（败诉：是）": appeal("1号", ""), "驳回上诉维持原判": appeal("2号", ""), "驳回上诉维持原判 ": appeal("1号", "否"),
		"驳回上诉维持原判  ": appeal("9号", "")} {
		i := importFile(t, newFixture(t).sheet("应诉", head, lost, won, row).save(), cases.ImportOptions{}).good()
		expectActs(t, i.one("3号"), "2020-08-11 suit_received", "2020-10-20 judgment "+strings.TrimSpace(want))
	}
}

// A row of 非诉执行 in a ledger of suits is known by its word or by its outcome, and counts as no suit.
func TestEnforcementInALedgerOfSuits(t *testing.T) {
	head := []any{"案号", "收案日期", "法院", "原告", "被告", "结案日期", "裁判结果", "是否败诉"}
	for _, tt := range []struct {
		name string
		row  []any
		acts []string
	}{
		{"by its word", []any{"1号", "2020-5-11 非诉执行", "某院", "张某", "某区城管局", "", ""}, []string{"2020-05-11 enforcement_applied"}},
		{"by its outcome", []any{"1号", "2020-5-11", "某院", "张某", "某区城管局", "2020-5-20", "不准予执行", "否"},
			[]string{"2020-05-11 enforcement_applied", "2020-05-20 judgment 不准予执行"}},
	} {
		i := importFile(t, newFixture(t).sheet("应诉", head, tt.row).save(), cases.ImportOptions{}).good()
		expectActs(t, i.one("1号"), tt.acts...)
		if !i.one("1号").Enforcement() {
			t.Errorf("%s: it is a suit", tt.name)
		}
		i.allAccounted()
	}
}

// A ledger of suits that writes the agency under 原告 of a case of 非诉执行, and the kind of case under 案件类型, is read as it is meant; no act
// of a suit is made of it.
func TestKindsOfCasesInALedgerOfSuits(t *testing.T) {
	head := []any{"案号", "收案日期", "法院", "原告", "被告", "案件类型"}
	for _, tt := range []struct {
		name                string
		row                 []any
		kind                cases.SuitType
		applicant, opponent string
		acts                []string
	}{
		{"the agency first", []any{"1号", "2020-5-11", "某院", "某区市场监督管理局", "某某餐饮店", "非诉执行"}, cases.EnforcementSuit, "某某餐饮店", "某区市场监督管理局", []string{"2020-05-11 enforcement_applied"}},
		{"the agency last", []any{"1号", "2020-5-11", "某院", "某某餐饮店", "某区市场监督管理局", "非诉"}, cases.EnforcementSuit, "某某餐饮店", "某区市场监督管理局", []string{"2020-05-11 enforcement_applied"}},
		{"damages", []any{"1号", "2020-5-11", "某院", "张某", "某区公安分局", "行政赔偿"}, cases.DamagesSuit, "张某", "某区公安分局", []string{"2020-05-11 suit_received"}},
	} {
		i := importFile(t, newFixture(t).sheet("应诉", head, tt.row).save(), cases.ImportOptions{}).good()
		c := i.one("1号")
		expectActs(t, c, tt.acts...)
		if c.Suit.Type != tt.kind || (c.Class.Matter == "") != (tt.kind == cases.EnforcementSuit) || c.Joined(cases.Applicant) != tt.applicant || c.Joined(cases.Respondent) != tt.opponent {
			t.Errorf("%s: %s, matter %q, %s against %s", tt.name, c.Suit.Type, c.Class.Matter, c.Joined(cases.Applicant), c.Joined(cases.Respondent))
		}
		i.allAccounted()
	}
}

func TestSuitRefusals(t *testing.T) {
	head := []any{"案号", "收案日期", "法院", "原告", "被告", "结案日期", "裁判结果", "是否败诉"}
	for want, row := range map[string][]any{
		"“应诉”G2：“改判”没有写明":         {"1号", "2020-5-11", "某院", "张某", "甲局", "2020-7-1", "改判"},
		"“应诉”G2：裁判结果“其他情况”无法识别":   {"1号", "2020-5-11", "某院", "张某", "甲局", "2020-7-1", "其他情况"},
		"“应诉”G2：裁判结果中的“丙局”不是本案被告": {"1号", "2020-5-11", "某院", "张某", "甲局、乙局", "2020-7-1", "丙局：撤销"},
		"“应诉”E2：被告为空":             {"1号", "2020-5-11", "某院", "张某", "", "2020-7-1", "撤销"},
	} {
		i := importFile(t, newFixture(t).sheet("应诉", head, row).save(), cases.ImportOptions{})
		if i.err != nil || len(i.rows) != 1 || !strings.Contains(strings.Join(i.rows[0].Reasons, ""), want) {
			t.Errorf("want %s: %v %+v", want, i.err, i.rows)
		}
	}
}
