package ui

import (
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
)

// sealScenes are the statistics page of a sealed year, and what has changed since.
func sealScenes() []scene {
	sealed := func(s *shell) *statisticsPage {
		p := s.show(pageStatistics).(*statisticsPage)
		p.which.SetSelectedIndex(3)
		p.sealed = sampleSeal()
		p.drawForm()
		return p
	}
	return []scene{
		{"5-sealed", func(s *shell) { sealed(s).page.scroll.ScrollToTop() }},
		{"5-differences", func(s *shell) { sealed(s).showDifference() }},
		{"5-changes", func(s *shell) {
			p := sealed(s)
			p.showDifference()
			p.showChanges(&p.sealed.Difference.Lines[0])
		}},
	}
}

// sampleSeal is a year that was sealed and then changed, and a carry-over that fails, for pictures: nothing is recorded for them.
func sampleSeal() seal.View {
	moved := cases.SealChange{Kind: cases.Reconsideration, Number: "〔2020〕姑苏行复第1号", Title: "陈某某 不服 苏州市公安局姑苏分局", Status: cases.SealDropped,
		Why:     []string{"收件日期：2020-01-07→2019-12-31", "受理日期：2020-01-10→2020-01-08"},
		Entered: []string{"2021-02-03 沈某把“2020-01-07收件”更正为“2019-12-31收件”（收件日期看错）"}}
	came := moved
	came.Status = cases.SealAdded
	gone := cases.SealChange{Kind: cases.Reconsideration, Number: "〔2020〕姑苏行复第12号", Title: "王某 不服 某街道办事处", Status: cases.SealDropped, Gone: true,
		Why: []string{"案件已不在案件列表中（移入了回收站，或者导入被撤销）"}}
	record := cases.SealRecord{ID: 1, Title: "2020年", From: calendar.New(2020, 1, 1), To: calendar.New(2020, 12, 31), AsOf: calendar.New(2020, 12, 31),
		By: "张某某", On: calendar.New(2021, 1, 8), Note: "统计数字已经核对", Hash: "3780e15324990ebc474a966abf5a4b07e43a621431c3f5fea383eab90dcf3c09"}
	const form = "行政复议案件统计报表"
	d := &cases.SealDifference{Seal: record, On: calendar.New(2021, 3, 1), Lines: []cases.SealLine{
		{Key: "overview/received", Table: "年度概览", Label: "新收行政复议申请", Was: 38, Is: 36, Cases: []cases.SealChange{moved, gone}},
		{Key: "form1-2016/公安/received", Table: form, Label: "公安 · 本期新收", Unit: "件", Was: 7, Is: 6, Cases: []cases.SealChange{moved}},
		{Key: "form1-2016/合计/carried", Table: form, Label: "合计 · 上期结转", Unit: "件", Was: 0, Is: 1, Cases: []cases.SealChange{came}},
		{Key: "form1-2016/合计/received", Table: form, Label: "合计 · 本期新收", Unit: "件", Was: 38, Is: 36, Cases: []cases.SealChange{moved, gone}}}}
	return seal.View{Record: &record, Difference: d, Carry: []forms.Check{{ID: "E10", Rule: "本期上期结转＝封存的上期未审结", Severity: forms.Doubtful, Row: -1, Column: -1,
		Says:  "2019年封存的未审结0件，本期上期结转1件，相差：〔2020〕姑苏行复第1号（封存时没有计入，现在结转：收件2019-12-31，受理2020-01-08，结案2020-02-28）",
		Cases: []cases.ID{1}}}}
}
