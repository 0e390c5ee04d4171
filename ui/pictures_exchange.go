package ui

import (
	"context"
	"strings"

	"fuyi/cases"
	"fuyi/cases/naming"
	"fuyi/ui/model"
)

// exchangeScenes are the pages of what is counted for others and typed into other places.
func exchangeScenes() []scene {
	return []scene{
		{"5-categories", func(s *shell) { s.openCategories(s.today().Year()) }},
		{"5-blanks", func(s *shell) {
			p := s.show(pageBlanks).(*blanksPage)
			p.form = nil
			p.list = []naming.KeptForm{{ID: 1, Title: "省厅行政复议年报", File: "2026年报空表.xlsx", Cells: 132, Saved: s.today()},
				{ID: 2, Title: "区依法行政考核表", File: "考核.xlsx", Cells: 9, Saved: s.today()}}
			p.draw()
		}},
		{"5-blank-cells", func(s *shell) {
			p := s.show(pageBlanks).(*blanksPage)
			p.sampleForm()
		}},
		{"5-blank-changed", func(s *shell) {
			p := s.show(pageBlanks).(*blanksPage)
			p.form = nil
			p.openFill(naming.KeptForm{ID: 1, Title: "省厅行政复议年报", File: "2026年报空表.xlsx"})
			p.fill.report.Problems = []cases.BlankProblem{{Text: "工作表“附表1”的D5的表头变了：命名时是“公安 × 受理”，现在是“公安 × 收到申请”，原来的栏目现在位于E5；请把名称沿用到新的表样。"}}
			p.fill.draw()
		}},
		{"5-reconcile", func(s *shell) {
			p := s.show(pageReconcile).(*reconcilePage)
			p.m.Result = sampleReconciliation()
			p.draw()
		}},
		{"6-cards", func(s *shell) { s.editCard(cases.Reconsideration) }},
		{"9-platform", func(s *shell) {
			p := s.list(cases.Reconsideration)
			p.clear()
			p.table.list.Select(0)
			p.pane.openCard()
			if c := p.pane.card; c != nil {
				c.m.Tick("number", true)
				c.draw()
			}
		}},
	}
}

// sampleForm shows the naming of a small form, with what its heads tell.
func (p *blanksPage) sampleForm() {
	period, err := p.span.Period(p.s.today())
	if err != nil {
		p.s.failed("sample form", err)
		return
	}
	m, err := model.OpenBlank(context.Background(), p.s.deps.Office, sampleBlank(), nil, naming.KeptForm{}, cases.BlankMap{}, period)
	if err != nil {
		p.s.failed("sample form", err)
		return
	}
	m.Accept(true)
	m.Choose(4, 2)
	p.edited(m)
}

// sampleBlank is a form of a superior: categories against what became of the cases.
func sampleBlank() cases.Blank {
	s := cases.BlankSheet{Name: "附表1", Rows: 9, Columns: 6, Merged: []cases.BlankArea{{Row: 1, Column: 1, LastRow: 1, LastColumn: 6}}}
	for r, line := range []string{"2025年行政复议案件统计表", "行政管理类别|新收|受理|审结|未审结|备注", "公安", "自然资源", "市场监督管理", "生态环境", "税务", "其他", "合计|=SUM(B3:B8)|=SUM(C3:C8)"} {
		for c, text := range strings.Split(line, "|") {
			kind := cases.BlankText
			if strings.HasPrefix(text, "=") {
				kind = cases.BlankFormula
			}
			s.Cells = append(s.Cells, cases.BlankCell{Row: r + 1, Column: c + 1, Kind: kind, Text: text})
		}
	}
	return cases.Blank{File: "2025年报空表.xlsx", Sheets: []cases.BlankSheet{s}}
}

// sampleReconciliation has a line of each kind.
func sampleReconciliation() *cases.Reconciliation {
	lines := []cases.ReconcileLine{
		{Status: cases.PlatformMissing, ID: 1, Number: "〔2026〕姑苏行复第12号", Title: "陈某某 不服 苏州市公安局姑苏分局"},
		{Status: cases.PlatformExtra, Number: "〔2026〕姑苏行复第120号", Sheet: "Sheet1", Row: 8, Note: "可能是第12号的笔误"},
		{Status: cases.PlatformDifferent, ID: 2, Number: "〔2026〕姑苏行复第13号", Title: "王某 不服 苏州市姑苏区人民政府", Sheet: "Sheet1", Row: 9,
			Label: "受理日期", Ours: "2026-03-05", Theirs: "2026-03-06"}}
	return &cases.Reconciliation{File: "平台导出.xlsx", Kind: cases.Reconsideration, Year: 2026, Cases: 61, Records: 60, Same: 58, Lines: lines,
		Count:    map[cases.ReconcileStatus]int{cases.PlatformMissing: 1, cases.PlatformExtra: 1, cases.PlatformDifferent: 1},
		Compared: []string{"收案日期", "申请人", "受理日期"}, Ignored: []string{"录入人"}}
}
