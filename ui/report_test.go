package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// A report is read in the window, its typed figures and its wording are kept by the office, and it leaves as a Word file.
func TestReportInTheWindow(t *testing.T) {
	o := fake.New()
	r := newRig(t, o, model.Look{})
	p := r.show(pageStatistics).(*statisticsPage)
	p.which.SetSelected(model.ReportLabel)
	if p.report == nil || p.report.Source == nil {
		t.Fatal("the report was not written")
	}
	text := func() string { return strings.Join(shown(p.page.Container), "") }
	if !strings.Contains(text(), "还没有填写的另填数字：合法性审查件数、") || !strings.Contains(text(), "收到行政复议申请") {
		t.Error("the report or what it lacks is not shown")
	}
	p.typeFigure("合法性审查件数", "120")
	if !strings.Contains(text(), "开展合法性审查120件") || strings.Contains(text(), "另填数字：合法性审查件数、") {
		t.Error("the typed figure is not in the report")
	}
	p.report.Wording = "# 短报告\n新收【新收】件，【新收件】"
	p.changeWording(p.report.KeepWording())
	if !strings.Contains(text(), "第2行：没有名为“新收件”的数字，可能是“新收”。") {
		t.Error("the problem of the office's wording is not told")
	}
	p.which.SetSelected(overviewLabel)
	p.which.SetSelected(model.ReportLabel)
	if !p.report.Own() || p.report.FileName() != "短报告.docx" {
		t.Errorf("the office does not keep its wording: %q", p.report.FileName())
	}
	r.ctrl(fyne.KeyE)
	if len(r.files.exported) != 1 || r.files.written.Blocks[0].Text != "短报告" {
		t.Errorf("exported %v", r.files.exported)
	}
	p.editTemplate()
	if !strings.Contains(text(), "每行一段") {
		t.Error("the template is not shown")
	}
	p.changeWording(p.report.Reset())
	if p.report.Own() || !strings.Contains(text(), "收到行政复议申请") {
		t.Error("the built-in wording does not come back")
	}
	p.report.To = "2020-1-1"
	p.count()
	if !strings.Contains(text(), "最后一天早于第一天") {
		t.Error("a wrong period is not told")
	}
}
