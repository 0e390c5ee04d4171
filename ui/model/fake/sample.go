package fake

import (
	"fmt"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Today is the day the sample stands on, a Wednesday.
var today = calendar.New(2026, 5, 20)

// New is an office with sample cases in every state that screens treat differently: overdue, due today, soon, calm,
// suspended, concluded, of both kinds. It panics if the embedded calendar cannot be read.
func New() *Office {
	o := Empty()
	people := []string{"陈某某", "苏州某某置业有限公司", "王某", "李某某、赵某某", "周某某", "吴某", "郑某某"}
	organs := []string{"苏州市公安局姑苏分局", "苏州市姑苏区住房和建设委员会", "苏州市姑苏区市场监督管理局", "苏州市姑苏区人民政府平江街道办事处"}
	subjects := []string{"不服行政处罚决定", "不服政府信息公开答复", "不服房屋征收补偿决定", "要求履行法定职责", "不服举报投诉处理结果"}
	matters := []string{"行政处罚", "信息公开", "行政征补", "不作为", "举报投诉处理"}
	for i := range 60 {
		c := &cases.Case{Kind: cases.Reconsideration, Number: fmt.Sprintf("〔2026〕姑苏行复第%d号", i+1),
			Subject: subjects[i%5], Handler: []string{"沈某", "顾某某", "陆某"}[i%3],
			Class: cases.Classification{Category: "公安", Matter: matters[i%5]}}
		o.parties(c, people[i%7], organs[i%4])
		c.Acts = o.acts(i)
		if i == 3 {
			c.Notes = []cases.Note{{Label: "备注", Text: "申请人另有信访件一并转来，原件存卷。"}}
		}
		o.add(c)
	}
	for i := range 30 {
		c := &cases.Case{Kind: cases.Litigation, Number: fmt.Sprintf("〔2026〕姑苏行应第%d号", i+1), Subject: subjects[i%5],
			Handler: "沈某", Suit: &cases.Suit{Court: "苏州市姑苏区人民法院", CourtNumber: fmt.Sprintf("（2026）苏0508行初%d号", 20+i),
				Instance: cases.First, Source: cases.Direct}}
		o.parties(c, people[(i+2)%7], organs[(i+1)%4])
		c.Acts = o.suitActs(i)
		o.add(c)
	}
	return o
}

// Empty is an office without cases, with its settings made.
func Empty() *Office {
	cal, err := assets.Calendar()
	if err != nil {
		panic(err)
	}
	return &Office{Cal: cal, Today: today, Set: cases.Settings{Office: "苏州市姑苏区司法局", Organ: "苏州市姑苏区人民政府",
		Agency: "苏州市姑苏区司法局", District: "姑苏区", ReconsiderationPrefix: "姑苏行复", SuitPrefix: "姑苏行应"}}
}

func (o *Office) add(c *cases.Case) {
	o.next++
	c.ID = o.next
	o.All = append(o.All, c)
}

func (o *Office) parties(c *cases.Case, who, organ string) {
	c.Parties = []cases.Party{{Role: cases.Applicant, Name: who}, {Role: cases.Respondent, Name: organ, Organisation: true}}
}

// acts spreads the receipts so that the due dates fall around today.
func (o *Office) acts(i int) []procedure.Act {
	day := func(back int) calendar.Date { return o.Today.AddDays(-back) }
	kind := func(k procedure.Kind, on calendar.Date, paper string, d *procedure.Detail) procedure.Act {
		return procedure.Act{Kind: k, On: on, Paper: paper, By: "沈某", Detail: d}
	}
	start := []int{70, 67, 65, 64, 60, 59, 50, 30, 7, 2, 100, 120}[i%12] + i/12
	acts := []procedure.Act{kind(procedure.Receipt, day(start), "", nil)}
	if start < 10 {
		return acts
	}
	acts = append(acts, kind(procedure.Acceptance, day(start-4), fmt.Sprintf("〔2026〕姑苏行复受字第%d号", i+1), nil),
		kind(procedure.CopySent, day(start-6), "", &procedure.Detail{To: "苏州市公安局姑苏分局"}),
		kind(procedure.Reply, day(start-14), "", nil))
	switch i % 12 {
	case 5:
		acts = append(acts, kind(procedure.Suspension, day(20), "", &procedure.Detail{Ground: procedure.OtherCasePending}))
	case 10:
		acts = append(acts, kind(procedure.Decision, day(45), fmt.Sprintf("〔2026〕姑苏行复决字第%d号", i+1),
			&procedure.Detail{Items: []procedure.Item{{Kind: procedure.Revoke, Redo: true, Text: "撤销被申请人作出的行政处罚决定"}}}))
	case 11:
		acts = append(acts, kind(procedure.Mediation, day(70), "", nil))
		for j := range acts {
			acts[j].Imported = true
		}
	}
	return acts
}

func (o *Office) suitActs(i int) []procedure.Act {
	back := []int{14, 10, 3, 60, 90}[i%5] + i/5
	acts := []procedure.Act{{Kind: procedure.SuitReceived, On: o.Today.AddDays(-back), By: "沈某"}}
	if i%5 < 3 {
		return acts
	}
	acts = append(acts, procedure.Act{Kind: procedure.SuitAnswered, On: o.Today.AddDays(10 - back)},
		procedure.Act{Kind: procedure.CourtHearing, On: o.Today.AddDays(25 - back), Detail: &procedure.Detail{
			Appearance: &procedure.Appearance{Head: true, Name: "钱某", Post: "副局长", Rank: procedure.DeputyHead}}})
	if i%5 == 4 {
		acts = append(acts, procedure.Act{Kind: procedure.Judgment, On: o.Today.AddDays(40 - back),
			Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ClaimDismissed}}}})
	}
	return acts
}
