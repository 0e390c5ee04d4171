package narrative

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
)

var update = flag.Bool("update", false, "write the golden texts anew")

func indicator(label, unit string, now, before int64) analysis.Indicator {
	return analysis.Indicator{ID: label, Label: label, Unit: unit, Now: analysis.Cell{N: now}, Before: analysis.Cell{N: before},
		Change: analysis.Cell{Kind: analysis.Percent, N: now - before, Of: before}}
}

func rate(label string, n, of, m, before int64) analysis.Indicator {
	return analysis.Indicator{ID: label, Label: label, Unit: "%", Now: analysis.Cell{Kind: analysis.Percent, N: n, Of: of}, Before: analysis.Cell{Kind: analysis.Percent, N: m, Of: before},
		Change: analysis.Cell{Kind: analysis.Points, N: n*before - m*of, Of: of * before}}
}

func average(label, unit string, n, of, m, before int64) analysis.Indicator {
	i := rate(label, n, of, m, before)
	i.Unit, i.Now.Kind, i.Before.Kind, i.Change.Kind = unit, analysis.Average, analysis.Average, analysis.Average
	return i
}

func source() *Source {
	return &Source{Period: forms.Period{From: calendar.New(2020, 1, 1), To: calendar.New(2020, 12, 31), AsOf: calendar.New(2020, 12, 31)}, Decimals: 1,
		Indicators: []analysis.Indicator{indicator("新收", "件", 38, 31), indicator("直接纠错", "件", 2, 4), indicator("维持", "件", 5, 5), indicator("建议书", "份", 0, 1),
			indicator("意见书", "份", 3, 0), rate("出庭率", 34, 38, 35, 47), rate("听证率", 1, 2, 0, 0), average("平均结案时间", "天", 85, 2, 123, 3)},
		Tables: []*analysis.Table{{ID: "matters", Title: "申请复议事项", Columns: []analysis.Column{{Label: "上年"}, {Label: "本年"}},
			Rows: []analysis.Row{{Label: "行政处罚", Cells: []analysis.Cell{{N: 1}, {N: 2}}}, {Label: "信息公开", Cells: []analysis.Cell{{N: 0}, {N: 5}}},
				{Label: "行政许可", Cells: []analysis.Cell{{}, {}}}, {Label: "乡镇/街道", Cells: []analysis.Cell{{}, {}}}, {Label: "合计", Total: true, Cells: []analysis.Cell{{N: 1}, {N: 7}}}}}},
		Typed: map[string]string{"合法性审查件数": "120"}, TypedBefore: map[string]string{"合法性审查件数": "100"}, Units: map[string]string{"合法性审查件数": "件", "法律顾问人数": "人"}}
}

func TestFiguresInWords(t *testing.T) {
	for line, want := range map[string]string{
		"【年度】新收【新收】件，同比【新收:同比】，【新收:增减】。": "2020年新收38件，同比增长22.6%，增加7件。",
		"【直接纠错:同比】【直接纠错：增减】":             "下降50.0%减少2件",
		"【维持:同比】": "持平",
		"意见书【意见书】份，同比【意见书:同比】":                 "意见书3份，同比-",
		"意见书【意见书】份〔，同比【意见书:同比】〕。":              "意见书3份。",
		"〔建议书【建议书】份。〕〔意见书【意见书】份。〕":             "意见书3份。",
		"【出庭率】，【出庭率:百分点】，【出庭率:分子】/【出庭率:分母】":    "89.5%，上升15.0个百分点，34/38",
		"【听证率】〔，【听证率:百分点】〕":                    "50.0%",
		"【申请复议事项:前三】":                          "信息公开5件（71.4%）、行政处罚2件（28.6%）",
		"【matters/信息公开/本年】和【申请复议事项/没有/本年】":     "5和0",
		"【平均结案时间】天，同比【平均结案时间:同比】":              "42.5天，同比增加1.5天",
		"【matters/乡镇/街道/本年】、【matters/行政处罚/上年】": "0、1",
		"〔【建议书=0】没有制发建议书。〕〔【意见书＝0】没有制发意见书。〕":   "没有制发建议书。",
		"审查【合法性审查件数】件，【合法性审查件数:同比】":            "审查120件，增长20.0%",
		"顾问【法律顾问人数】人":                          "顾问【法律顾问人数：未填写】人",
	} {
		d := Write(Template{Text: line}, source())
		if len(d.Blocks) != 1 || d.Blocks[0].Text != want {
			t.Errorf("%s becomes %+v, want %s", line, d.Blocks, want)
		}
	}
}

func TestProblemsNameTheirLine(t *testing.T) {
	for text, want := range map[string]string{
		"好\n【新收件】": "第2行：没有名为“新收件”的数字，可能是“新收”。",
		"【新收":      "第1行：“【”没有对应的“】”。",
		"〔【新收】":    "第1行：“〔”没有对应的“〕”。",
		"【新收】〕":    "第1行：“〕”前面没有“〔”。",
		"〔a〔b〕〕":   "第1行：“〔〕”里不能再有“〔〕”。",
		"【】":       "第1行：【】里没有写数字的名称。",
		"表：没有这个":   "第1行：没有名为“没有这个”的数字",
		"【法律顾问人数】": "还没有填写的另填数字：法律顾问人数。",
		"【新收:没有】":  "第1行：没有名为“新收:没有”的数字",
	} {
		d := Write(Template{Text: text}, source())
		if len(d.Problems) == 0 || !strings.HasPrefix(d.Problems[0].Text, want) {
			t.Errorf("%q: %+v, want %s", text, d.Problems, want)
		}
	}
	if d := Write(Template{Text: "〔建议书【建议书】份。〕"}, source()); len(d.Blocks) != 0 || len(d.Problems) != 0 {
		t.Errorf("an empty line is written: %+v", d)
	}
}

func TestTables(t *testing.T) {
	d := Write(Template{Text: "# 标题\n## 一、构成\n表：申请复议事项"}, source())
	if len(d.Blocks) != 3 || d.Blocks[0].Kind != cases.ReportTitle || d.Blocks[1].Kind != cases.ReportHeading || len(d.Blocks[2].Rows) != 3 {
		t.Fatalf("%+v", d.Blocks)
	}
	want := "标题\n\n一、构成\n\n申请复议事项\n项目\t上年\t本年\n行政处罚\t1\t2\n信息公开\t0\t5\n合计\t1\t7\n"
	if got := d.Text(); got != want {
		t.Errorf("the text is %q", got)
	}
}

// A period that is no calendar year is named by its days.
func TestPeriodInWords(t *testing.T) {
	s := source()
	s.Period.From = calendar.New(2019, 12, 11)
	s.Period.To = calendar.New(2020, 12, 10)
	if d := Write(Template{Text: "【年度】"}, s); d.Blocks[0].Text != "2019年12月11日至2020年12月10日" {
		t.Errorf("%+v", d.Blocks)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s changed:\n%s", name, got)
	}
}
