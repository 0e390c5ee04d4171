package forms

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden tables anew")

// law is read once: a test asks for it once a case.
var law = sync.OnceValue(func() *procedure.Law {
	cal, err := assets.Calendar()
	if err != nil {
		panic(err)
	}
	return procedure.NewLaw(cal)
})

func year(y int) Period {
	return Period{From: calendar.New(y, 1, 1), To: calendar.New(y, 12, 31), AsOf: calendar.New(y, 12, 31)}
}

// derived are the records of cases as of a day.
func derived(all []*cases.Case, organ string, asOf calendar.Date) (*Deriver, []Record) {
	d := NewDeriver(law(), organ, nil, asOf)
	var out []Record
	for i, c := range all {
		if c.ID == 0 {
			c.ID = cases.ID(i + 1)
		}
		out = append(out, d.Record(c))
	}
	return d, out
}

// dump writes a table as its head, the rows that are not all zero, and what its foot would say.
func dump(t *Table) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s %s至%s\n", t.Edition.Title, t.Edition.Name, t.Period.From, t.Period.To)
	for _, r := range t.Rows {
		if !slices.ContainsFunc(r.Values, func(n int64) bool { return n != 0 }) {
			continue
		}
		fmt.Fprintf(&b, "%s:", r.Label)
		for j, n := range r.Values {
			if n != 0 {
				fmt.Fprintf(&b, " %d.%s=%d", t.Edition.Columns[j].Number, t.Edition.Columns[j].Head(), n)
			}
		}
		b.WriteByte('\n')
	}
	for _, f := range t.Folded {
		fmt.Fprintf(&b, "%s -> %s (%d, %v)\n", f.From, f.To, f.Cases, f.Known)
	}
	for _, c := range t.Checks() {
		if !c.OK {
			fmt.Fprintf(&b, "! %s %s: %s %v\n", c.ID, c.Rule, c.Says, c.Cases)
		}
	}
	return b.String()
}

// madeOffice is a generated office of 2023 and 2024: it has open cases, suspensions and appeals, which the sample office has not.
func madeOffice(t *testing.T) []*cases.Case {
	t.Helper()
	var out []*cases.Case
	if err := sample.Generate(600, 24, 2023, 2024, calendar.New(2025, 3, 31), law().Calendar, func(c *cases.Case) error {
		out = append(out, c)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

// The tables of the sample office and of a generated one in every edition, whatever the year.
func TestGoldenForms(t *testing.T) {
	set, all := sample.Demo()
	made := madeOffice(t)
	for _, e := range Editions() {
		var b strings.Builder
		for _, y := range []int{2019, 2020} {
			d, records := derived(all, set.Organ, calendar.New(y, 12, 31))
			b.WriteString(dump(Count(e, d, records, year(y), nil, nil)))
		}
		d, records := derived(made, set.Organ, calendar.New(2024, 12, 31))
		b.WriteString(dump(Count(e, d, records, year(2024), nil, nil)))
		path := filepath.Join("testdata", e.ID+".golden")
		if *update {
			if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s changed:\n%s", e.ID, b.String())
		}
	}
}

func TestEditionsAreAsPrinted(t *testing.T) {
	for id, want := range map[string]struct{ columns, rows int }{
		"form1-2010": {47, 44}, "form1-2015": {45, 46}, "form1-2016": {47, 46}, "form1-2024": {56, 44}, "form2-2010": {30, 44}, "form2-2015": {35, 46},
	} {
		e := ByID(id)
		if e == nil || len(e.Columns) != want.columns || len(e.Rows) != want.rows {
			t.Errorf("%s has %d columns and %d rows, want %v", id, len(e.Columns), len(e.Rows), want)
			continue
		}
		seen := map[string]bool{}
		for i, c := range e.Columns {
			if c.Number != i+1 || seen[c.ID] || c.Label == "" || c.Unit == "" || c.add == nil || c.why == nil {
				t.Errorf("%s: column %d is %+v", id, i, c)
			}
			seen[c.ID] = true
		}
		if e.Rows[len(e.Rows)-1] != "其他" {
			t.Errorf("%s ends with %q", id, e.Rows[len(e.Rows)-1])
		}
	}
	for y, want := range map[int]string{2008: "form1-2010", 2012: "form1-2010", 2015: "form1-2015", 2020: "form1-2016", 2024: "form1-2024", 2030: "form1-2024"} {
		if got := For(cases.Reconsideration, y).ID; got != want {
			t.Errorf("%d is counted by %s, want %s", y, got, want)
		}
	}
}

// The published year: 38 received, 38 concluded.
func TestSampleYearInTheForm(t *testing.T) {
	set, all := sample.Demo()
	d, records := derived(all, set.Organ, calendar.New(2020, 12, 31))
	one := Count(ByID("form1-2016"), d, records, year(2020), nil, nil)
	for id, want := range map[string]int64{"carried": 0, "received": 38, "accepted": 35, "concluded": 35, "open": 0} {
		j, _ := one.Edition.Column(id)
		if got := one.Rows[len(one.Rows)-1].Values[j]; got != want {
			t.Errorf("%s is %d, want %d", id, got, want)
		}
	}
	two := Count(ByID("form2-2015"), d, records, year(2020), nil, nil)
	var received int64
	for _, id := range []string{"received.after", "received.direct"} {
		j, _ := two.Edition.Column(id)
		received += two.Rows[len(two.Rows)-1].Values[j]
	}
	if received != 50 {
		t.Errorf("%d suits, want 50", received)
	}
}

func drawOffice(t *rapid.T) []*cases.Case {
	cal := law().Calendar
	var out []*cases.Case
	n := rapid.IntRange(0, 60).Draw(t, "cases")
	today := calendar.New(2022, 1, 1).AddDays(rapid.IntRange(0, 1400).Draw(t, "today"))
	if err := sample.Generate(n, rapid.Uint64().Draw(t, "seed"), 2021, 2025, today, cal, func(c *cases.Case) error {
		c.ID = cases.ID(len(out) + 1)
		if rapid.IntRange(0, 4).Draw(t, "claims") == 0 {
			c.Particulars = &cases.Particulars{Compensation: int64(rapid.IntRange(1, 1_000_000).Draw(t, "fen"))}
		}
		out = append(out, c)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func drawRules(t *rapid.T) Rules {
	r := Rules{}
	for _, s := range RuleSpecs() {
		c := s.Choices[rapid.IntRange(0, len(s.Choices)-1).Draw(t, string(s.ID))]
		r = r.With(s.ID, c.Code)
	}
	return r
}

// Whatever the office, the period and the rules: each number is the sum of what its cases add, the checks of the recommended rules hold,
// and a total counts every case once.
func TestEveryNumberIsItsCases(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := drawOffice(t)
		from := calendar.New(2021, 1, 1).AddDays(rapid.IntRange(0, 1500).Draw(t, "from"))
		p := Period{From: from, To: from.AddDays(rapid.IntRange(0, 800).Draw(t, "days"))}
		p.AsOf = p.To.AddDays(rapid.IntRange(0, 300).Draw(t, "known"))
		e := rapid.SampledFrom(Editions()).Draw(t, "edition")
		rules := drawRules(t)
		if rapid.Bool().Draw(t, "recommended") {
			rules = nil
		}
		d, records := derived(all, "苏州市姑苏区人民政府", p.AsOf)
		table := Count(e, d, records, p, rules, Mapping{"公安": "公安"})
		for i, row := range table.Rows {
			for j := range e.Columns {
				cell := table.Cell(i, j)
				var sum int64
				for _, n := range cell.Amounts {
					sum += n
				}
				switch e.Columns[j].Unit {
				case unitYuan:
					sum = (sum + 50) / 100
				case "件":
					if row.Values[j] != int64(len(cell.Cases)) {
						t.Fatalf("%s, %s, %s: %d, its list has %d cases", e.ID, row.Label, e.Columns[j].Head(), row.Values[j], len(cell.Cases))
					}
				}
				if sum != row.Values[j] || len(cell.Cases) != len(cell.Amounts) || !strings.HasSuffix(cell.Why, "。") {
					t.Fatalf("%s, %s, %s: %d, its cases give %d", e.ID, row.Label, e.Columns[j].Head(), row.Values[j], sum)
				}
			}
		}
		for _, c := range table.Checks() {
			if !c.OK && c.Severity == Wrong {
				t.Errorf("%s with %v: %s %s: %s", e.ID, rules, c.ID, c.Rule, c.Says)
			}
		}
	})
}

// What is known later does not change a table counted as of its day: acts after it are unseen.
func TestCountedAsOfADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := drawOffice(t)
		asOf := calendar.New(2022, 1, 1).AddDays(rapid.IntRange(0, 900).Draw(t, "as of"))
		p := Period{From: calendar.New(2022, 1, 1), To: asOf, AsOf: asOf}
		cut := make([]*cases.Case, 0, len(all))
		for _, c := range all {
			n := *c
			n.Acts = slices.DeleteFunc(slices.Clone(c.Acts), func(a procedure.Act) bool { return a.On > asOf })
			cut = append(cut, &n)
		}
		for _, e := range Editions() {
			d, records := derived(all, "苏州市姑苏区人民政府", asOf)
			d2, records2 := derived(cut, "苏州市姑苏区人民政府", asOf)
			a, b := dump(Count(e, d, records, p, nil, nil)), dump(Count(e, d2, records2, p, nil, nil))
			if a != b {
				t.Fatalf("%s differs:\n%s\n%s", e.ID, a, b)
			}
		}
	})
}

// The year's 上期结转 is last year's 未审结 as long as nothing is entered late; what was entered late is named.
func TestCarryOverNamesTheDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := drawOffice(t)
		d, records := derived(all, "苏州市姑苏区人民政府", calendar.New(2024, 12, 31))
		e := ByID("form1-2016")
		before := Count(e, d, records, Period{From: calendar.New(2023, 1, 1), To: calendar.New(2023, 12, 31), AsOf: calendar.New(2024, 12, 31)}, nil, nil)
		now := Count(e, d, records, year(2024), nil, nil)
		if c := CarryOver(before, now); !c.OK {
			t.Fatalf("%s", c.Says)
		}
		open, _ := e.Column("open")
		list := before.Cell(len(before.Rows)-1, open).Cases
		if len(list) == 0 {
			return
		}
		gone := list[0]
		fewer := slices.DeleteFunc(slices.Clone(records), func(r Record) bool { return r.id == gone })
		c := CarryOver(before, Count(e, d, fewer, year(2024), nil, nil))
		if c.OK || len(c.Cases) != 1 || c.Cases[0] != gone {
			t.Errorf("%+v does not name %d", c, gone)
		}
	})
}

func TestCategoriesAreFolded(t *testing.T) {
	e := ByID("form1-2016")
	for name, want := range map[string]struct {
		row   string
		known bool
	}{"公安": {"公安", true}, "市场监管": {"工商", true}, "自然资源": {"土地", true}, "人社": {"劳动和社会保障", true}, "城管": {"其他", false}, "不知所云": {"其他", false}} {
		i, known := e.rowOf(name, nil)
		if e.Rows[i] != want.row || known != want.known {
			t.Errorf("%s goes to %s (%v)", name, e.Rows[i], known)
		}
	}
	for id, want := range map[string]string{"form1-2010": "计划生育", "form1-2016": "卫生计生", "form1-2024": "卫生健康"} {
		if i, known := ByID(id).rowOf("计生", nil); ByID(id).Rows[i] != want || !known {
			t.Errorf("%s counts 计生 in %s", id, ByID(id).Rows[i])
		}
	}
	if i, known := e.rowOf("城管", Mapping{"城管": "城乡规划"}); e.Rows[i] != "城乡规划" || !known {
		t.Error("the mapping does not win")
	}
}

func TestMatters(t *testing.T) {
	for _, c := range []struct {
		recorded, subject string
		want              Matter
	}{
		{"行政处罚", "不服行政拘留决定", Detention}, {"行政处罚", "不服没收违法所得、罚款决定", Confiscation}, {"行政处罚", "不服罚款决定", Fine}, {"行政处罚", "不服警告决定", OtherPenalty},
		{"行政强制措施", "不服强制传唤", ForceOnPerson}, {"行政强制执行", "不服强制拆除", ForceOnThings}, {"投诉举报处理", "", Complaint}, {"政府信息公开", "", Disclosure},
		{"行政处罚、信息公开", "", OtherMatter}, {"行政协议", "", Agreement}, {"不履行行政协议", "", Agreement}, {"", "", OtherMatter}, {"工伤认定", "", Confirmation}, {"不履行法定职责", "", Omission},
	} {
		if got := matterOf(c.recorded, c.subject); got != c.want {
			t.Errorf("%s %s: %d, want %d", c.recorded, c.subject, got, c.want)
		}
	}
}

func TestRules(t *testing.T) {
	if err := (Rules{}).With(RuleBase, "received").Check(); err != nil {
		t.Error(err)
	}
	for _, r := range []Rules{{"x": "y"}, {RuleBase: "y"}} {
		if r.Check() == nil {
			t.Errorf("%v passes", r)
		}
	}
	if got := (Rules{RuleBase: "received"}).Says(); len(got) != len(RuleSpecs()) || !strings.Contains(strings.Join(got, ""), "本期新收的案件，一案计一件") {
		t.Errorf("%q", got)
	}
}

// A dispute that was taken to court but has no suit is pointed at; what an old reading of the law leaves between columns too.
func TestChecksBetweenForms(t *testing.T) {
	set, all := sample.Demo()
	d, records := derived(all, set.Organ, calendar.New(2020, 12, 31))
	review, suits := Count(For(cases.Reconsideration, 2020), d, records, year(2020), nil, nil), Count(For(cases.Litigation, 2020), d, records, year(2020), nil, nil)
	if c := CrossCheck(review, suits); !c.OK {
		t.Errorf("%+v", c)
	}
	n := 0
	for i := range records {
		if records[i].kind == 0 && n < 9 {
			records[i].sued, n = calendar.New(2020, 7, 1), n+1
		}
	}
	if c := CrossCheck(review, suits); c.OK || len(c.Cases) != 9 || !strings.Contains(c.Says, "复议后应诉8件") {
		t.Errorf("%+v", c)
	}
	for _, id := range []string{"F2", "F4", "F5"} {
		if !slices.ContainsFunc(suits.Checks(), func(c Check) bool { return c.ID == id && c.OK }) {
			t.Errorf("%s is not there, or does not hold", id)
		}
	}
	g := suits.suitGroups()[1]
	g.columns = g.columns[1:]
	if c := suits.grouped(g); c.OK || len(c.Cases) == 0 {
		t.Error("a group that lacks a column holds")
	}
}

// A second reply to one letter is not a second letter carried out: the column stays at one, and E9 names the case.
func TestMoreRepliesThanLetters(t *testing.T) {
	year := days([3]int{2023, 1, 1}, [3]int{2023, 12, 31})
	acts := []procedure.Act{on(2023, 3, 9, procedure.Receipt), on(2023, 3, 10, procedure.Acceptance), on(2023, 4, 10, procedure.Decision),
		on(2023, 4, 11, procedure.OpinionLetter), on(2023, 5, 4, procedure.LetterReply)}
	for replies, ok := range map[int]bool{1: true, 2: false} {
		list := acts
		if replies == 2 {
			list = append(slices.Clone(acts), on(2023, 6, 5, procedure.LetterReply))
		}
		table := counted(t, smallOffice(filed(office1, "行政处罚", list...)), "form1-2016", year, nil)
		i, j, _ := table.Find(TotalRow, "letters.done")
		checks := table.Checks()
		at := slices.IndexFunc(checks, func(c Check) bool { return c.ID == "E9" })
		if table.Rows[i].Values[j] != 1 || at < 0 || checks[at].OK != ok || len(checks[at].Cases) != replies-1 {
			t.Errorf("%d replies: %d carried out, %+v", replies, table.Rows[i].Values[j], checks[at])
		}
	}
}
