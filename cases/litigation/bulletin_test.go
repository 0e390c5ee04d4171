package litigation

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases/analysis"
)

// The bulletin's document has what 府院联席会议 circulates of heads in court: also 应出庭, 其中副职 and the rate of the year before.
func TestBulletinDocumentHasTheColumns(t *testing.T) {
	r := register(t, "2026-12-31", suit(t, 1, `number=1 against=甲局
2026-01-05 suit_received
2026-02-10 court_hearing head=yes rank=deputy`), suit(t, 2, `number=2 against=甲局
2026-01-06 suit_received
2026-02-11 court_hearing head=no absence=duty view=accepted`), suit(t, 3, `number=3 against=甲局
2026-01-07 suit_received
2026-02-12 court_hearing head=yes rank=chief`), suit(t, 4, `number=4 against=甲局
2026-01-08 suit_received
2026-02-13 court_hearing head=no`), suit(t, 5, `number=5 against=甲局
2025-01-08 suit_received
2025-02-13 court_hearing head=yes rank=chief`))
	b := r.NewBulletin(year(t, 2026), "姑苏区", "某局", day(t, "2026-12-31"))
	for _, block := range b.Report().Blocks {
		if block.Text != "各行政机关负责人出庭应诉情况" {
			continue
		}
		if len(block.Widths) != len(block.Head) {
			t.Errorf("%d widths for %d columns", len(block.Widths), len(block.Head))
		}
		for head, want := range map[string]string{"应诉": "4", "开庭": "4", "应出庭": "3", "出庭": "2", "其中正职": "1", "其中副职": "1", "未出庭": "2", "说明理由": "1",
			"出庭率": "50.0%", "上年出庭率": "100.0%", "同比（百分点）": "−50.0"} {
			i := slices.IndexFunc(block.Head, func(h string) bool { return strings.ReplaceAll(h, "\n", "") == head })
			if i < 0 {
				t.Errorf("no column %s", head)
			} else if got := block.Rows[0][i]; got != want {
				t.Errorf("%s is %s, want %s", head, got, want)
			}
		}
		return
	}
	t.Error("the document has no table of heads in court")
}

// An organ of which nothing was entered at a hearing is in no list of absences; the bulletin says that it is not ready.
func TestGapsKeepABulletinBack(t *testing.T) {
	r := register(t, "2026-12-31", suit(t, 1, `number=1 against=甲局、乙局
2026-01-05 suit_received
2026-02-10 court_hearing head=yes rank=deputy for=甲局`), suit(t, 2, `number=2 against=甲局、丙局
2026-01-06 suit_received
2026-02-11 court_hearing head=no for=甲局
2026-02-11 court_hearing head=no for=丙局`))
	b := r.NewBulletin(year(t, 2026), "某区", "某机关", day(t, "2026-12-31"))
	if len(b.Gaps) != 1 || b.Gaps[0].Organ != "乙局" || len(b.Absences) != 2 || len(b.Warnings) != 1 || !strings.Contains(b.Warnings[0], "有1项") {
		t.Errorf("gaps %v, absences %v, warnings %v", b.Gaps, b.Absences, b.Warnings)
	}
	if text := strings.Join(b.Paragraphs, ""); strings.Contains(text, "乙局") || !strings.Contains(text, "丙局1件") {
		t.Error(text)
	}
	if i := slices.IndexFunc(b.Lists, func(l *analysis.List) bool { return l.ID == "unrecorded" }); i < 0 || len(b.Lists[i].Rows) != 1 {
		t.Error("the gaps are not listed")
	}
}
