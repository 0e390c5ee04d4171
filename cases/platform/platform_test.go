package platform

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func on(month, day int) calendar.Date {
	return calendar.New(2025, 1, 1).AddMonths(month - 1).AddDays(day - 1)
}

// decided is a case with several of everything.
func decided() *cases.Case {
	return &cases.Case{
		Kind: cases.Reconsideration, Number: "〔2025〕某行复第5号", Subject: "不服罚款2000元", Handler: "李某、王某",
		Class: cases.Classification{Category: "公安", Matter: "行政处罚"},
		Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某", Phone: "139"}, {Role: cases.Applicant, Name: "赵某"}, {Role: cases.Applicant, Name: "钱某"},
			{Role: cases.Respondent, Name: "某市公安局", Organisation: true}},
		Particulars: &cases.Particulars{ActNumber: "某公罚〔2025〕1号", Compensation: 123450},
		Acts: []procedure.Act{
			{Kind: procedure.Receipt, On: on(1, 6)}, {Kind: procedure.Acceptance, On: on(1, 10)},
			{Kind: procedure.Decision, On: on(2, 20), Paper: "〔2025〕某行复决第5号", Detail: &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Revoke, Redo: true}, {Kind: procedure.RefuseRequest}}}},
			{Kind: procedure.Served, On: on(2, 22)}, {Kind: procedure.Served, On: on(2, 24)},
			{Kind: procedure.OpinionLetter, On: on(3, 1), Paper: "〔2025〕某行复意第1号"},
		},
	}
}

func sued() *cases.Case {
	lostIt := procedure.Result{Defendant: "甲局", Outcome: procedure.ActRevoked, Causes: []procedure.LossCause{procedure.LostByFacts, procedure.LostByProcedure}}
	return &cases.Case{
		Kind: cases.Litigation, Number: "〔2025〕某行应第1号", Suit: &cases.Suit{Court: "某区人民法院", CourtNumber: "（2025）某行初1号", Instance: cases.First, Source: cases.Direct,
			SuitDetail: cases.SuitDetail{Type: cases.DamagesSuit, Earlier: "〔2024〕某行应第9号"}},
		Parties: []cases.Party{{Role: cases.Applicant, Name: "某某公司"}, defendant("甲局", cases.OriginalOrgan), defendant("乙局", cases.JointReviewer)},
		Acts: []procedure.Act{
			{Kind: procedure.SuitReceived, On: on(1, 6)},
			{Kind: procedure.CourtHearing, On: on(3, 3), Detail: &procedure.Detail{Appearance: &procedure.Appearance{Head: true, Name: "张某", Notified: true, Staff: "李某、王某"}}},
			{Kind: procedure.Judgment, On: on(4, 1), Detail: &procedure.Detail{Results: []procedure.Result{lostIt, {Defendant: "乙局", Outcome: procedure.ClaimDismissed}}}},
		},
	}
}

func defendant(name string, c cases.Capacity) cases.Party {
	p := cases.Party{Role: cases.Respondent, Name: name}
	p.Capacity = c
	return p
}

func timeline(c *cases.Case) *procedure.Timeline {
	t := procedure.Fold(c.Acts, c.Course(), procedure.NewLaw(&calendar.Calendar{}), on(12, 31))
	return &t
}

// Every way of writing the same is the same; every other value is a difference.
func TestAgrees(t *testing.T) {
	card := &cases.PlatformField{Codes: []cases.PlatformCode{{Ours: "行政处罚", Name: "处罚类", Code: "01"}, {Ours: "撤销并责令重作", Name: "撤销", Code: "3"}}}
	open := decided()
	open.Acts = open.Acts[:1]
	withdrawn := decided()
	withdrawn.Acts[2] = procedure.Act{Kind: procedure.Termination, On: on(2, 20), Detail: &procedure.Detail{Ground: procedure.VoluntaryWithdrawal}}
	for _, tt := range []struct {
		c           *cases.Case
		field       string
		same, other string // parted by |
	}{
		{decided(), "received", "2025-01-06|2025年1月6日|20250106", "2025-01-07|||无|1月6日"},
		{open, "concluded", "|-|无|/|暂无|——", "2025-01-06|是"},
		{decided(), "served", "2025-02-22|2025-02-24|2025-02-22；2025-02-24", "2025-02-23|2025-02-22；2025-03-01|"},
		{decided(), "applicants", "陈某某、赵某、钱某|钱某,陈某某,赵某|陈某某等3人|赵某等３名|陈某某 赵某、钱某", "陈某某|陈某某等2人|陈某某、赵某、孙某|陈某某、赵某、钱某、孙某|"},
		{decided(), "respondents", "某市公安局|某市公安局。", "某市公安局交警支队|公安局"},
		{decided(), "matter", "行政处罚|处罚类|01|行政 处罚", "行政强制|02|处罚"},
		{decided(), "subject", "不服罚款2000元|不服 罚款２０００元", "不服罚款200元|"},
		{decided(), "result", "撤销并责令重作|撤销|3|撤销并责令重作；驳回行政复议请求", "维持|驳回|撤销；维持|"},
		{withdrawn, "result", "终止（撤回）|终止|撤回", "终止（和解）|维持|撤销"},
		{decided(), "paper", "〔2025〕某行复决第5号|[2025]某行复决第5号|(2025) 某行复决第5号", "〔2025〕某行复决第15号|〔2024〕某行复决第5号"},
		{decided(), "opinion_letters", "有|是|1|1份|2025-03-01|〔2025〕某行复意第1号|2025.3.1", "无||2份|2025-03-02|〔2025〕某行复意第2号"},
		{decided(), "recommendation_letters", "无||否|0|-", "有|1份|2025-03-01"},
		{decided(), "handler", "李某、王某|王某;李某|李某/王某", "李某|李某、赵某"},
		{sued(), "court_number", "（2025）某行初1号|(2025)某行初1号", "（2025）某行初11号"},
		{sued(), "lost", "是|败诉|Y|1|甲局：是；乙局：否", "否||未知情况|胜诉"},
		{sued(), "appearances", "是|出庭|√", "否|未出庭|"},
		{sued(), "notified", "是|已通知", "否||未通知"},
		{sued(), "spoke", "否|未出声||", "是|出声"},
		{sued(), "staff", "李某、王某|王某；李某", "李某|"},
		{sued(), "earlier", "〔2024〕某行应第9号|[2024]某行应第9号", "〔2024〕某行应第19号|"},
		{sued(), "capacities", "甲局：作出原行政行为的机关；乙局：复议机关（共同被告）", "甲局：复议机关（共同被告）；乙局：作出原行政行为的机关|"},
		{sued(), "loss_causes", "事实、程序|程序；事实|甲局：事实、程序；乙局：—", "事实|法律适用|甲局：事实；乙局：法律适用|"},
		{sued(), "suit_type", "行政赔偿诉讼", "行政诉讼|"},
		{sued(), "heads", "张某", "李某|张某、李某|"},
		{sued(), "result", "撤销|撤销；驳回诉讼请求", "驳回诉讼请求|维持"},
		{sued(), "instance", "一审", "二审"},
	} {
		def := fieldOf(tt.field, tt.c.Kind)
		ours := def.get(view{tt.c, timeline(tt.c)})
		for _, s := range strings.Split(tt.same, "|") {
			if !def.agrees(card, ours, s) {
				t.Errorf("%s: %q and %q differ", tt.field, ours, s)
			}
		}
		for _, s := range strings.Split(tt.other, "|") {
			if def.agrees(card, ours, s) {
				t.Errorf("%s: %q and %q agree", tt.field, ours, s)
			}
		}
	}
}

// A card gives a case's fields in its order and words; a word without a code is said.
func TestLines(t *testing.T) {
	card := cases.PlatformCard{Name: "平台", Kind: cases.Reconsideration, Fields: []cases.PlatformField{
		{Field: "matter", Label: "事项", Codes: []cases.PlatformCode{{Ours: "行政处罚", Name: "处罚", Code: "01"}}},
		{Field: "number", Label: "编号"},
		{Field: "result", Label: "结案方式", Codes: []cases.PlatformCode{{Ours: "撤销并责令重作", Name: "撤销", Code: "3"}}},
		{Field: "category", Label: "类别", Codes: []cases.PlatformCode{{Ours: "土地", Name: "自然资源", Code: "6"}}},
		{Field: "applicants", Label: "申请人"}, {Field: "applicant_count", Label: "人数"}, {Field: "compensation", Label: "赔偿"}, {Field: "accepted", Label: "受理日"}, {Field: "applicant_phones", Label: "电话"},
	}}
	c := decided()
	got := Lines(&card, c, timeline(c))
	want := []cases.PlatformLine{
		{Field: "matter", Label: "事项", Value: "处罚", Code: "01"},
		{Field: "number", Label: "编号", Value: "〔2025〕某行复第5号"},
		{Field: "result", Label: "结案方式", Value: "撤销；驳回行政复议请求", Code: "3", Problem: "“驳回行政复议请求”没有对应的平台用词，请在抄录卡的代码表中补上。"},
		{Field: "category", Label: "类别", Value: "公安", Problem: "“公安”没有对应的平台用词，请在抄录卡的代码表中补上。"},
		{Field: "applicants", Label: "申请人", Value: "陈某某；赵某；钱某"}, {Field: "applicant_count", Label: "人数", Value: "3"},
		{Field: "compensation", Label: "赔偿", Value: "1234.50"}, {Field: "accepted", Label: "受理日", Value: "2025-01-10"}, {Field: "applicant_phones", Label: "电话", Value: "139"},
	}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

// The usual cards are sound, go through JSON unchanged, and have a line for each field of any case.
func TestUsualCards(t *testing.T) {
	cards, err := UsualCards()
	if err != nil || len(cards) != 2 {
		t.Fatalf("%d cards, %v", len(cards), err)
	}
	data, err := json.Marshal(cards)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := ReadCards(data); err != nil || !reflect.DeepEqual(again, cards) {
		t.Errorf("%v", err)
	}
	for _, c := range []*cases.Case{decided(), sued(), {Kind: cases.Reconsideration}, {Kind: cases.Litigation}} {
		card, err := CardFor(c.Kind, nil)
		if err != nil || card.Kind != c.Kind {
			t.Fatalf("%+v, %v", card, err)
		}
		if lines := Lines(&card, c, timeline(c)); len(lines) != len(card.Fields) {
			t.Errorf("%d lines of %d fields", len(lines), len(card.Fields))
		}
	}
	for _, k := range []cases.Kind{cases.Reconsideration, cases.Litigation} {
		for _, f := range Fields(k) {
			if f.Label == "" || !Known(f.ID, k) {
				t.Errorf("%+v", f)
			}
		}
	}
	if Known("court", cases.Reconsideration) || !Known("court", cases.Litigation) {
		t.Error("courts are of litigation only")
	}
}

// A card that cannot be used is refused with a sentence about its fault.
func TestReadCardsRefuses(t *testing.T) {
	for data, want := range map[string]string{
		`{`:                             "格式不正确",
		`[] []`:                         "多余的内容",
		`[{"name":"卡","colour":"red"}]`: "格式不正确",
		`[{"name":"卡","kind":"x"}]`:     "没有说明是行政复议还是行政应诉",
		`[{"name":"卡","kind":"litigation","fields":[{"field":"applicants","label":"申请人"}]}]`:                                       "第1项的字段“applicants”在行政应诉案件中不存在",
		`[{"name":"卡","kind":"litigation","fields":[{"field":"court","label":" "}]}]`:                                              "没有平台上的名称",
		`[{"name":"卡","kind":"litigation","fields":[{"field":"court","label":"法院"},{"field":"court","label":"法院2"}]}]`:             "“法院2”出现了两次",
		`[{"name":"卡","kind":"litigation","fields":[{"field":"court","label":"法院","codes":[{"ours":"某院","name":"","code":""}]}]}]`: "代码表有一行不完整",
	} {
		if _, err := ReadCards([]byte(data)); err == nil || !strings.Contains(cases.Message(err), want) {
			t.Errorf("%s: %v, want %s", data, err, want)
		}
	}
	if _, err := CardFor(cases.Litigation, []cases.PlatformCard{{Name: "卡", Kind: cases.Litigation, Fields: []cases.PlatformField{{Field: "x", Label: "x"}}}}); err == nil {
		t.Error("a faulty card was taken")
	}
}

// Cases that must not be compared, and those of other years, are told apart; a field that is typed in only is named.
func TestComparison(t *testing.T) {
	c := decided()
	record := cases.PlatformRecord{Sheet: "表", Row: 2, Cells: map[string]cases.PlatformCell{
		"number": {Address: "A2", Text: "[2025]某行复第5号", Value: "[2025]某行复第5号"}, "subject": {Address: "B2", Text: "别的", Value: "别的"}, "state": {Address: "C2", Text: "已办结", Value: "已办结"}}}
	list := &cases.PlatformList{File: "导出.xlsx", Kind: cases.Reconsideration, Fields: []string{"number", "subject", "state", "accepted"}, Records: []cases.PlatformRecord{record}}
	card := cases.PlatformCard{Kind: cases.Reconsideration, Fields: []cases.PlatformField{{Field: "subject", Label: "事由", CardOnly: true}}}
	x := NewComparison(card, list, 2024)
	if other := (&cases.Case{Number: "别的"}); x.Wants(other) || !x.Wants(c) {
		t.Error("the wrong cases are wanted")
	}
	x.Case(c, timeline(c))
	r := x.Result()
	if r.Cases != 0 || r.Same != 0 || len(r.Lines) != 1 || r.Lines[0].Label != "受理日期" || r.Lines[0].Ours != "2025-01-10" || r.Lines[0].Theirs != "" {
		t.Errorf("%+v", r)
	}
	if strings.Join(r.Ignored, "、") != "事由、当前状态" || strings.Join(r.Compared, "、") != "受理日期" {
		t.Errorf("ignored %v, compared %v", r.Ignored, r.Compared)
	}
}
