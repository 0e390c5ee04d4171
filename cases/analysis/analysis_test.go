package analysis

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"

	"pgregory.net/rapid"
)

func dump(b *Book) string {
	var out bytes.Buffer
	for _, x := range Tables(b.Period) {
		t := b.Table(x.ID)
		fmt.Fprintf(&out, "== %s %s\n", t.ID, t.Title)
		for _, r := range t.Rows {
			fmt.Fprintf(&out, "%s:", r.Label)
			for j, c := range r.Cells {
				if text := c.Show(2); text != "0" && text != "" && text != "-" {
					fmt.Fprintf(&out, " %s=%s", t.Columns[j].Head(), text)
				}
			}
			out.WriteByte('\n')
		}
		for _, c := range t.Checks() {
			if !c.OK {
				fmt.Fprintf(&out, "! %s: %s %v\n", c.Rule, c.Says, c.Cases)
			}
		}
	}
	for _, i := range b.Indicators(nil) {
		fmt.Fprintf(&out, "%s %s %s (%s) %s\n", i.ID, i.Label, i.Now.Show(2), i.Before.Show(2), i.Change.Show(2))
	}
	return out.String()
}

// All tables and indicators of the sample office.
func TestGoldenTables(t *testing.T) {
	o := newOffice(sample.Demo())
	for _, y := range []int{2019, 2020} {
		got := dump(load(t, o, year(y), nil))
		path := filepath.Join("testdata", fmt.Sprintf("%d.golden", y))
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		wanted, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(wanted) {
			t.Errorf("%d changed:\n%s", y, got)
		}
	}
}

// The figures that the district published for 2020.
func TestPublishedFigures(t *testing.T) {
	b := load(t, newOffice(sample.Demo()), year(2020), nil)
	got := map[string]string{}
	for _, i := range b.Indicators(nil) {
		got[i.ID] = i.Now.Show(1)
	}
	for id, w := range map[string]string{"received": "38", "concluded": "38", "mediated": "12", "corrected": "2", "letters": "6", "suits": "50", "suits_lost": "9",
		"suits_government": "23", "suits_government_lost": "0", "appearance_rate": "89.5%"} {
		if got[id] != w {
			t.Errorf("%s = %s, want %s", id, got[id], w)
		}
	}
}

const (
	police = "某市公安局某区分局"
	street = "某区某街道办事处"
)

func small() *office {
	return newOffice(cases.Settings{Organ: "某市某区人民政府"}, []*cases.Case{
		filed(1, police, "行政处罚", act("2022-12-20", procedure.Receipt, nil), act("2022-12-22", procedure.Acceptance, nil), act("2023-01-30", procedure.Decision, decide(procedure.Uphold))),
		filed(6, street, "信息公开", act("2023-03-01", procedure.Receipt, &procedure.Detail{Means: procedure.ByPost}), act("2023-03-03", procedure.Acceptance, nil), act("2023-04-20", procedure.Decision, decide(procedure.ConfirmIllegal)),
			act("2023-05-10", procedure.OpinionLetter, &procedure.Detail{To: street}), act("2023-06-01", procedure.LetterReply, nil), act("2023-05-20", procedure.DecisionSued, nil)),
		filed(1, police, "行政处罚", act("2023-05-04", procedure.Receipt, &procedure.Detail{Means: procedure.InPerson}), act("2023-05-06", procedure.Withdrawal, ground(procedure.SettlementReached))),
		filed(1, police, "行政强制", act("2023-06-05", procedure.Receipt, nil), act("2023-06-07", procedure.Rejection, ground(procedure.TooLate))),
		filed(1, police, "行政处罚、信息公开", act("2023-07-03", procedure.Receipt, nil), act("2023-07-05", procedure.Acceptance, nil), act("2023-08-01", procedure.Termination, ground(procedure.ActCorrected))),
		filed(1, street, "行政处罚", act("2023-12-20", procedure.Receipt, nil), act("2023-12-22", procedure.SupplementNotice, nil)),
		suitAgainst([]string{police, "某市某区人民政府"}, act("2023-02-01", procedure.SuitReceived, nil),
			act("2023-03-10", procedure.CourtHearing, &procedure.Detail{Appearance: &procedure.Appearance{Head: true, Rank: procedure.DeputyHead, For: police}}),
			act("2023-03-20", procedure.CourtHearing, &procedure.Detail{Appearance: &procedure.Appearance{Reason: "同日参加上级会议", For: "某市某区人民政府"}}),
			act("2023-05-05", procedure.Judgment, &procedure.Detail{Results: []procedure.Result{{Defendant: police, Outcome: procedure.ActRevoked}, {Defendant: "某市某区人民政府", Outcome: procedure.ClaimDismissed}}})),
	})
}

func TestYearOfTables(t *testing.T) {
	b := load(t, small(), year(2023), nil)
	want(t, b.Table("review_year"), [3]string{"新收", "本年", "5"}, [3]string{"新收", "上年", "1"}, [3]string{"新收", "同比", "400.0%"}, [3]string{"受理", "本年", "2"},
		[3]string{"办结", "本年", "5"}, [3]string{"办结", "同比", "-"}, [3]string{"期末未结", "本年", "1"}, [3]string{"申请人总数", "本年", "10"})
	want(t, b.Table("matters"), [3]string{"行政处罚", "本年", "0"}, [3]string{"信息公开", "本年", "1"}, [3]string{"其他", "本年", "1"}, [3]string{"信息公开", "占比", "50.0%"})
	want(t, b.Table("congress"), [3]string{"本期", "新收案件", "5"}, [3]string{"本期", "办结案件·总计", "5"}, [3]string{"本期", "办结案件·受理前调撤", "1"}, [3]string{"本期", "办结案件·综合调撤率（含受理前调撤）", "40.0%"},
		[3]string{"本期", "办结案件·纠错率", "20.0%"})
	want(t, b.Table("examination"), [3]string{"当期总数", "C＝A＋B", "6"}, [3]string{"通知补正待处理", "A 本期新收", "1"}, [3]string{"已审查：其他处理（案前和解）", "A 本期新收", "1"}, [3]string{"已审查：受理", "B 上期结转", "1"})
	want(t, b.Table("rejections"), [3]string{procedure.GroundLabel(procedure.TooLate), "本年", "1"}, [3]string{"合计", "本年", "1"})
	want(t, b.Table("reception"), [3]string{"来信", "人数", "6"}, [3]string{"当面", "件数", "1"}, [3]string{"未记载", "件数", "3"})
	want(t, b.Table("collective"), [3]string{"本期", "五人以上的件数", "1"}, [3]string{"本期", "件均人数", "2.0"})
	want(t, b.Table("letters"), [3]string{street, "意见书·制发", "1"}, [3]string{street, "意见书·收到反馈", "1"})
	want(t, b.Table("appearances"), [3]string{police, "负责人出庭件数", "1"}, [3]string{police, "其中·副职", "1"}, [3]string{"某市某区人民政府", "未出庭件数", "1"},
		[3]string{"某市某区人民政府", "书面说明理由", "1"}, [3]string{"合计", "出庭率", "100.0%"}, [3]string{"合计", "上年出庭率", "-"}, [3]string{"合计", "同比（百分点）", "-"})
	want(t, b.Table("disclosure"), [3]string{"合计", "行政复议·结果纠正", "1"}, [3]string{"合计", "行政诉讼·未经复议直接起诉·结果纠正", "1"}, [3]string{"合计", "行政诉讼·未经复议直接起诉·总计", "1"})
	want(t, b.Table("suits_organs"), [3]string{police, "败诉·本年", "1"}, [3]string{"某市某区人民政府", "败诉·本年", "0"}, [3]string{"合计", "败诉率", "100.0%"})
	want(t, b.Table("mediation"), [3]string{"二季度", "行政争议·22 行政复议阶段", "1"})
}

// The base of structures is a choice: received instead of accepted.
func TestBaseOfReceived(t *testing.T) {
	b := load(t, small(), year(2023), forms.Rules{forms.RuleBase: "received"})
	want(t, b.Table("matters"), [3]string{"行政处罚", "本年", "2"}, [3]string{"合计", "本年", "5"})
	want(t, b.Table("respondent_organs"), [3]string{police, "本年", "3"}, [3]string{street, "本年", "2"})
}

// A reading of a rate chooses another denominator; what does not exist is refused.
func TestDenominators(t *testing.T) {
	b := load(t, small(), year(2023), nil)
	show := func(c Choices, id string) string {
		for _, i := range b.Indicators(c) {
			if i.ID == id {
				return i.Now.Show(1)
			}
		}
		return ""
	}
	for reading, w := range map[string]string{"concluded": "20.0%", "closed": "33.3%", "merits": "50.0%", "received": "20.0%"} {
		if got := show(Choices{"correction_rate": reading}, "correction_rate"); got != w {
			t.Errorf("correction rate by %s = %s, want %s", reading, got, w)
		}
	}
	for id, w := range map[string]string{"mediation_rate": "20.0%", "finished_rate": "66.7%", "sued_rate": "33.3%", "review_per_suit": "5.0", "load": "3.0", "correction_both_rate": "66.7%"} {
		if got := show(nil, id); got != w {
			t.Errorf("%s = %s, want %s", id, got, w)
		}
	}
	if err := (Choices{"correction_rate": "nothing"}).Check(); err == nil || !strings.Contains(err.Error(), "直接纠错率") {
		t.Errorf("an unknown reading is refused with %v", err)
	}
	if err := (Choices{"nothing": "closed"}).Check(); err == nil {
		t.Error("an unknown indicator is not refused")
	}
}

// Periods need not be calendar years; the year before has the same days.
func TestPeriodsAcrossYears(t *testing.T) {
	p := forms.Period{From: iso("2022-12-11"), To: iso("2023-12-10"), AsOf: iso("2023-12-10")}
	b := load(t, small(), p, nil)
	if b.Before != (forms.Period{From: iso("2021-12-11"), To: iso("2022-12-10"), AsOf: iso("2022-12-10")}) {
		t.Errorf("the year before is %v", b.Before)
	}
	want(t, b.Table("review_year"), [3]string{"新收", "本年", "5"}, [3]string{"期末未结", "本年", "0"})
	want(t, b.Table("months"), [3]string{"2022年12月", "新收·本年", "1"}, [3]string{"2023年3月", "新收·本年", "1"}, [3]string{"合计", "新收·本年", "5"})
	feb := YearBefore(forms.Period{From: iso("2024-02-01"), To: iso("2024-02-29"), AsOf: iso("2024-02-10")})
	if feb.To != iso("2023-02-28") || feb.AsOf != iso("2023-02-10") {
		t.Errorf("the year before a February is %v", feb)
	}
	if open := YearBefore(forms.Period{From: iso("2024-01-01"), To: iso("2024-12-31")}); open.AsOf != iso("2023-12-31") {
		t.Errorf("the year before one without a day is known as of %s", open.AsOf)
	}
	if leap := YearBefore(forms.Period{From: iso("2025-01-01"), To: iso("2025-02-28"), AsOf: iso("2025-02-28")}); leap.To != iso("2024-02-29") {
		t.Errorf("the year before ends on %s", leap.To)
	}
}

func TestLists(t *testing.T) {
	o := small()
	for _, x := range Lists() {
		l, err := NewList(context.Background(), o, x.ID, year(2023), nil)
		if err != nil {
			t.Fatal(err)
		}
		wanted := 6
		if l.Kind == cases.Litigation {
			wanted = 1
		}
		if len(l.Rows) != wanted {
			t.Errorf("《%s》 has %d rows, want %d", l.Title, len(l.Rows), wanted)
		}
		for _, r := range l.Rows {
			if len(r.Cells) != len(l.Columns) {
				t.Errorf("《%s》 has a row of %d cells for %d columns", l.Title, len(r.Cells), len(l.Columns))
			}
		}
	}
	l, _ := NewList(context.Background(), o, "losses", year(2023), nil)
	var cells []string
	for _, c := range l.Rows[0].Cells {
		cells = append(cells, c.Show())
	}
	if got := strings.Join(cells, "|"); !strings.Contains(got, "|"+police+"|") || !strings.Contains(got, police+"：撤销；某市某区人民政府：驳回诉讼请求") {
		t.Errorf("the lost suit reads %s", got)
	}
	if l, err := NewList(context.Background(), o, "nothing", year(2023), nil); l != nil || err != nil {
		t.Error("a list that does not exist is not nil")
	}
}

// For random offices and periods every number is the sum of its list, every check holds, and the halves of a year add up to the year.
func TestTablesAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		o := generated(rt)
		b, err := Load(context.Background(), o, year(2022), nil)
		if err != nil {
			rt.Fatal(err)
		}
		for _, x := range Tables(b.Period) {
			tb := b.Table(x.ID)
			for _, c := range tb.Checks() {
				if !c.OK {
					rt.Errorf("《%s》 %s: %s %v", tb.Title, c.Rule, c.Says, c.Cases)
				}
			}
			for _, r := range tb.Rows {
				for j, c := range r.Cells {
					addsUp(rt, tb, r.Label, j, c)
				}
			}
		}
		halves(rt, o, b)
	})
}

func generated(rt *rapid.T) *office {
	var all []*cases.Case
	n, seed := rapid.IntRange(0, 60).Draw(rt, "n"), rapid.Uint64().Draw(rt, "seed")
	cal := law().Calendar
	if err := sample.Generate(n, seed, 2021, 2022, calendar.New(2022, 12, 31), cal, func(c *cases.Case) error {
		all = append(all, c)
		return nil
	}); err != nil {
		rt.Fatal(err)
	}
	return newOffice(sample.Office(), all)
}

func addsUp(rt *rapid.T, tb *Table, row string, j int, c Cell) {
	if c.Kind != Count || c.Why == "" {
		return
	}
	var n int64
	for _, a := range c.Amounts {
		n += a
	}
	if n != c.N || len(c.Cases) != len(c.Amounts) {
		rt.Errorf("《%s》 %s/%s is %d, its list adds up to %d", tb.Title, row, tb.Columns[j].Head(), c.N, n)
	}
}

func halves(rt *rapid.T, o *office, whole *Book) {
	count := func(p forms.Period, id string) int64 {
		b, err := Load(context.Background(), o, p, nil)
		if err != nil {
			rt.Fatal(err)
		}
		list := b.Indicators(nil)
		return list[slices.IndexFunc(list, func(i Indicator) bool { return i.ID == id })].Now.N
	}
	for _, id := range []string{"received", "concluded", "suits", "suits_lost", "letters"} {
		first := count(forms.Period{From: iso("2022-01-01"), To: iso("2022-06-30"), AsOf: iso("2022-12-31")}, id)
		second := count(forms.Period{From: iso("2022-07-01"), To: iso("2022-12-31")}, id)
		if all := count(whole.Period, id); first+second != all {
			rt.Errorf("%s: %d in the first half and %d in the second, %d in the year", id, first, second, all)
		}
	}
}

// Rounding is half up and exact, whatever the denominator.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		n, of    int64
		decimals int
		want     string
	}{{236, 977, 1, "24.2%"}, {1, 8, 1, "12.5%"}, {1, 8, 0, "13%"}, {49669, 100000, 2, "49.67%"}, {1, 3, 2, "33.33%"}, {0, 5, 1, "0.0%"}, {1, 0, 1, "-"}, {-1, 8, 0, "-13%"}, {-1, 100000, 1, "0.0%"}} {
		if got := (Cell{Kind: Percent, N: c.n, Of: c.of}).Show(c.decimals); got != c.want {
			t.Errorf("%d/%d with %d decimals = %s, want %s", c.n, c.of, c.decimals, got, c.want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		n, of := rapid.Int64Range(0, 1e9).Draw(rt, "n"), rapid.Int64Range(1, 1e9).Draw(rt, "of")
		text := strings.TrimSuffix((Cell{Kind: Percent, N: n, Of: of}).Show(2), "%")
		shown, ok := new(big.Rat).SetString(text)
		if !ok {
			rt.Fatalf("%s is no number", text)
		}
		// The difference to the exact share is at most half of the last place, and half goes up.
		exact := big.NewRat(100*n, of)
		diff := new(big.Rat).Sub(shown, exact)
		half := big.NewRat(1, 200)
		if diff.Cmp(half) > 0 || diff.Cmp(new(big.Rat).Neg(half)) <= 0 {
			rt.Errorf("%d/%d is shown as %s", n, of, text)
		}
	})
}

func BenchmarkTables(b *testing.B) {
	var all []*cases.Case
	if err := sample.Generate(10_000, 1, 2021, 2022, calendar.New(2022, 12, 31), law().Calendar, func(c *cases.Case) error {
		all = append(all, c)
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	book := load(b, newOffice(sample.Office(), all), year(2022), nil)
	b.ResetTimer()
	for range b.N {
		for _, x := range Tables(book.Period) {
			book.Table(x.ID)
		}
		book.Indicators(nil)
	}
}
