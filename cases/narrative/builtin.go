package narrative

import (
	_ "embed" // the texts of the built-in templates
)

//go:embed rule_of_law.txt
var ruleOfLaw string

//go:embed yearly_analysis.txt
var yearlyAnalysis string

// Templates are the built-in ones; an office keeps its own wording under the same ID.
func Templates() []Template {
	return []Template{{"rule_of_law", "法治政府建设年度报告（复议应诉部分）", ruleOfLaw}, {"yearly_analysis", "行政复议行政应诉统计分析报告", yearlyAnalysis}}
}

// ByID finds a built-in template; ok is false if there is none.
func ByID(id string) (t Template, ok bool) {
	for _, t := range Templates() {
		if t.ID == id {
			return t, true
		}
	}
	return Template{}, false
}
