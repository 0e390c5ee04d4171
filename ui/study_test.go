package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/cases/analysis"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// The indicators, the tables and the ledgers are reached from the statistics page; a number opens its cases and says why.
func TestStudyInTheWindow(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageStatistics).(*statisticsPage)
	text := func() string { return strings.Join(shown(p.page.Container), "") }

	p.which.SetSelected(model.StudyIndicators)
	if p.study == nil || len(p.study.Indicators) == 0 {
		t.Fatal("the indicators were not counted")
	}
	for _, want := range []string{"负责人出庭件数÷登记了出庭情况的开庭件数", "分子÷分母", "败诉件数÷新收应诉件数"} {
		if !strings.Contains(text(), want) {
			t.Errorf("%q is not shown", want)
		}
	}
	p.chooseReading("loss_rate", "concluded")
	if !strings.Contains(text(), "败诉件数÷审结应诉件数") {
		t.Error("the reading did not change")
	}
	p.which.SetSelected("行政复议分析")
	p.which.SetSelected(model.StudyIndicators)
	if !strings.Contains(text(), "败诉件数÷审结应诉件数") {
		t.Error("the office does not keep the reading")
	}

	p.which.SetSelected("行政复议分析")
	tb := p.study.Tables[slices.IndexFunc(p.study.Tables, func(x *analysis.Table) bool { return x.ID == "respondent_organs" })]
	title, why, ids := model.CellBehind(tb, 0, 1)
	if len(ids) == 0 || !strings.Contains(why, "本行：“"+tb.Rows[0].Label+"”") {
		t.Errorf("behind %q: %q, %v", title, why, ids)
	}
	p.showBehind(title, why, ids)
	if p.behind == nil || !strings.Contains(strings.Join(shown(p.behind), ""), why) {
		t.Error("the reason is not told")
	}
	r.key(fyne.KeyEscape)

	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 1 || !slices.Contains(r.files.forms.Forms, "respondent_organs") || slices.Contains(r.files.forms.Forms, "congress") {
		t.Errorf("exported %q as %+v", r.files.exported, r.files.forms)
	}
	p.which.SetSelected(model.StudyLists)
	if !strings.Contains(text(), "审理期限开始计算日期") {
		t.Error("the ledgers are not shown")
	}
	p.exportStudy("losses", "败诉案件清单")
	if got := r.files.forms.Forms; len(got) != 1 || got[0] != "losses" {
		t.Errorf("exported %v", got)
	}
	p.study.To = "2020-1-1"
	p.count()
	if !strings.Contains(text(), "最后一天早于第一天") {
		t.Error("a wrong period is not told")
	}
	p.which.SetSelected(overviewLabel)
	if p.study != nil {
		t.Error("the overview does not come back")
	}
}
