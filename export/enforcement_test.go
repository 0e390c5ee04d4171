package export

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

// The ledger of suits has cases of 非诉执行 among them: its heads are true of both, and what it says of a party is in the case's own words,
// on paper and back.
func TestEnforcementAmongSuitsInTheLedger(t *testing.T) {
	party := func(r cases.Role, name, address string) cases.Party {
		return cases.Party{Role: r, Name: name, Address: address, Organisation: true}
	}
	suit := &cases.Case{Kind: cases.Litigation, Number: "〔2020〕应1号", Subject: "不服罚款决定", Suit: &cases.Suit{Court: "某院", Instance: cases.First},
		Parties: []cases.Party{party(cases.Applicant, "苏州某某公司", "甲路1号"), party(cases.Respondent, "甲区城管局", "乙路2号")},
		Acts:    []procedure.Act{{Kind: procedure.SuitReceived, On: day("2020-03-05")}}}
	other := &cases.Case{Kind: cases.Litigation, Number: "〔2020〕执1号", Subject: "申请执行罚款决定",
		Suit:    &cases.Suit{Court: "某院", SuitDetail: cases.SuitDetail{Type: cases.EnforcementSuit}},
		Parties: []cases.Party{party(cases.Applicant, "苏州某某公司", "甲路1号"), party(cases.Respondent, "甲区城管局", "乙路2号")},
		Acts:    []procedure.Act{{Kind: procedure.EnforcementApplied, On: day("2020-03-06")}}}
	from := newMemory(t, sample.Office(), suit, other)
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := New(from, nil, today).Ledger(t.Context(), path, 0, nil); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	rows, err := x.GetRows("行政应诉台账")
	if err != nil {
		t.Fatal(err)
	}
	head := rows[headerRow-1]
	details := slices.Index(head, "当事人信息")
	if !slices.Contains(head, "原告/被执行人") || !slices.Contains(head, "被告/申请执行人") || details < 0 {
		t.Fatalf("the ledger is headed %v", head)
	}
	for i, want := range []string{"原告 苏州某某公司（地址：甲路1号）；被告 甲区城管局（地址：乙路2号）", "被执行人 苏州某某公司（地址：甲路1号）；申请执行人 甲区城管局（地址：乙路2号）"} {
		if got := rows[headerRow+i][details]; got != want {
			t.Errorf("row %d says %q, want %q", i+1, got, want)
		}
	}
	compareCases(t, from.list, roundTrip(t, from).list)

	i := importFile(t, newFixture(t).sheet("应诉", []any{"案号", "收案日期", "法院", "原告/被执行人", "被告"}, []any{"1号", "2020-5-11 非诉执行", "某院", "张某", ""}).save(), cases.ImportOptions{})
	if i.err != nil || len(i.rows) != 1 || !strings.Contains(strings.Join(i.rows[0].Reasons, ""), "申请执行人为空，每个案件都必须写明申请执行人") {
		t.Errorf("%v %+v", i.err, i.rows)
	}
}
