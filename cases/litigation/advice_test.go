package litigation

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases/procedure"
)

// Letters are answered in order of receipt, courts' and procuratorates' apart; each number of the table opens the cases of its letters, and
// received is the sum of answered and open ones.
func TestAdvice(t *testing.T) {
	r := register(t, "2026-12-31", suit(t, 1, `number=1 against=甲局、乙局
2026-01-05 suit_received
2026-03-02 judgment results=act_revoked
2026-03-10 judicial_advice ground=advice_general paper=某法建〔2026〕1号 subject=规范送达 to=甲局
2026-03-20 prosecutor_advice sender=某区人民检察院 until=2026-04-20
2026-04-02 judicial_advice ground=advice_on_case until=2026-04-30
2026-04-15 advice_replied paper=复1号 adopted=partly measures=修订流程
2026-05-20 prosecutor_replied adopted=adopted`), suit(t, 2, `number=2 against=甲局
2026-01-06 suit_received
2026-12-10 judicial_advice ground=advice_norm`))
	s := year(t, 2026)
	all := r.Advices(s)
	var got []string
	for _, a := range all {
		got = append(got, strings.TrimSpace(strings.Join([]string{a.Number, a.Kind, a.Due.String(), a.state(r.AsOf), procedure.AdoptionLabel(a.Adopted)}, " ")))
	}
	want := []string{"1 综合治理类司法建议 2026-05-11 已回复 部分采纳", "1 检察建议 2026-04-20 逾期回复 采纳", "1 个案司法建议 2026-04-30 超期未回复", "2 规范性文件不合法的司法建议 2027-02-08 待回复"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if a := all[0]; !slices.Equal(a.Organs, []string{"甲局"}) || a.Subject != "规范送达" || a.Measures != "修订流程" || a.ReplyPaper != "复1号" {
		t.Errorf("%+v", a)
	}
	table := r.AdviceByOrgan(s)
	for _, row := range table.Rows {
		n := func(label string) int64 {
			for i, c := range table.Columns {
				if c.Label == label {
					if int(row.Cells[i].N) != len(row.Cells[i].Cases) {
						t.Errorf("%s %s: %d counted, %d behind", row.Label, label, row.Cells[i].N, len(row.Cells[i].Cases))
					}
					return row.Cells[i].N
				}
			}
			t.Fatal("no column " + label)
			return 0
		}
		if n("合计") != n("按期")+n("逾期")+n("未到期")+n("已超期") {
			t.Errorf("%s: the letters do not add up", row.Label)
		}
	}
	if last := table.Rows[len(table.Rows)-1]; last.Label != "合计" || last.Cells[0].N != 4 || table.Rows[0].Label != "甲局" || table.Rows[0].Cells[0].N != 4 {
		t.Errorf("%+v", table.Rows)
	}
	b := r.NewBulletin(s, "某区", "某机关", day(t, "2026-12-31"))
	if text := strings.Join(b.Paragraphs, ""); !strings.Contains(text, "收到司法建议、检察建议4件，已回复2件，采纳或者部分采纳2件；逾期2件。") {
		t.Error(text)
	}
	if l := r.AdviceList(Scope{From: s.From, To: s.To, Organ: "乙局"}); len(l.Rows) != 2 {
		t.Errorf("%d letters to one organ", len(l.Rows))
	}
}
