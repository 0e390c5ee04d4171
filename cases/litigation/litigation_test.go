package litigation

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// XSJ-136: the original act stands and the reconsideration decision falls: one defendant won, one lost.
func TestCodefendantsLostOnceWonOnce(t *testing.T) {
	r := register(t, "2026-12-31", suit(t, 1, `number=〔2026〕姑苏行应第1号 against=姑苏区城市管理局/original、苏州市姑苏区人民政府/joint
2026-01-05 suit_received
2026-02-10 court_hearing head=yes rank=deputy for=姑苏区城市管理局 spoke=yes
2026-02-10 court_hearing head=no for=苏州市姑苏区人民政府 absence=duty proof=会议通知 view=accepted
2026-03-02 judgment results=姑苏区城市管理局@original=claim_dismissed+苏州市姑苏区人民政府@decision=act_illegal:procedure
2026-03-05 judgment_served`))
	s := year(t, 2026)
	x := r.Suits[0]
	if x.Lost("姑苏区城市管理局") || !x.Lost(government) || !x.Lost("") {
		t.Error("one won, the other lost", x.Verdicts)
	}
	d := r.DisputeOf(x)
	if d.Final != day(t, "2026-03-21") {
		t.Error("final on the day after the fifteenth", d.Final)
	}
	if v := d.OnDecision(); len(v) != 1 || v[0].Outcome != procedure.ActIllegal {
		t.Error("on the decision", v)
	}
	for _, f := range LossFormulas() {
		won, lost := r.LossRate(f, s, "姑苏区城市管理局"), r.LossRate(f, s, government)
		if len(won.Num) != 0 || len(lost.Num) != 1 {
			t.Error(f.ID, won, lost)
		}
	}
	// One hearing of two appearances: R4 counts one, R2 excuses the government.
	for _, x := range []struct {
		id      FormulaID
		organ   string
		num, of int
	}{{PerHeard, "", 1, 1}, {PerHeard, government, 0, 1}, {PerDue, government, 0, 0}, {PerDue, "", 1, 1}, {PerHearing, "", 1, 1}, {PerNotified, "", 0, 0},
		{SpokenRate, "姑苏区城市管理局", 1, 1}, {ChiefRate, "", 0, 1}} {
		f, _ := FormulaOf(x.id)
		if got := r.Rate(f, s, x.organ); len(got.Num) != x.num || len(got.Of) != x.of {
			t.Errorf("%s of %q: %d/%d, want %d/%d", x.id, x.organ, len(got.Num), len(got.Of), x.num, x.of)
		}
	}
}

// An office may credit both defendants with the head whom one of them sent.
func TestCreditJoint(t *testing.T) {
	o := &office{law: newLaw(t), list: []*cases.Case{suit(t, 1, `number=1 against=甲局、乙局
2026-01-05 suit_received
2026-02-10 court_hearing head=yes for=甲局
2026-02-10 court_hearing head=no for=乙局`)}}
	o.law.Practice.CreditJoint = true
	r, err := Load(t.Context(), o, day(t, "2026-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	f, _ := FormulaOf(PerHeard)
	if got := r.Rate(f, year(t, 2026), "乙局"); len(got.Num) != 1 {
		t.Error("乙局 is credited", got)
	}
}

// One attendance per instance is enough; an adjourned hearing counts once for R1 and twice for R4; the second instance is apart.
func TestOnceIsEnoughPerInstance(t *testing.T) {
	r := register(t, "2026-12-31", suit(t, 1, `number=1 against=甲局
2026-01-05 suit_received
2026-02-10 court_hearing head=no reason=开会
2026-03-10 court_hearing head=yes rank=chief notified=yes
2026-04-01 judgment results=act_revoked!
2026-04-03 judgment_served
2026-04-10 appealed`), suit(t, 2, `number=2 instance=second earlier=1 against=甲局
2026-05-06 suit_received
2026-06-10 court_hearing head=no
2026-07-01 judgment results=appeal_dismissed`))
	for _, x := range []struct {
		id      FormulaID
		num, of int
	}{{PerHeard, 1, 2}, {PerDue, 1, 2}, {PerNotified, 1, 1}, {PerHearing, 1, 3}, {ChiefRate, 1, 2}} {
		f, _ := FormulaOf(x.id)
		if got := r.Rate(f, year(t, 2026), ""); len(got.Num) != x.num || len(got.Of) != x.of {
			t.Errorf("%s: %d/%d, want %d/%d", x.id, len(got.Num), len(got.Of), x.num, x.of)
		}
	}
	q := r.ByQuarter(year(t, 2026), Formulas())
	if len(q.Lines) != 4 || len(q.Lines[0].Rates[0].Of) != 1 || len(q.Lines[1].Rates[0].Of) != 1 || len(q.Lines[2].Rates[0].Of) != 0 {
		t.Error("quarters", q.Lines)
	}
}

// R2 excuses only who was absent for a reason that counts at every hearing; a ground that the court refused, or none at all, excuses nobody.
func TestWhoIsExcused(t *testing.T) {
	const excused, plain = "2026-02-10 court_hearing head=no absence=duty view=accepted", "2026-03-10 court_hearing head=no"
	for _, x := range []struct {
		name, acts string
		reasons    bool
		due        int
	}{
		{"excused", excused, false, 0}, {"excused once, then not", excused + "\n" + plain, false, 1},
		{"one of two defendants", excused + " for=甲局\n2026-02-10 court_hearing head=no for=乙局", false, 1},
		{"a reason the office accepts", "2026-02-10 court_hearing head=no reason=开会", true, 0},
		{"a reason the court refused", "2026-02-10 court_hearing head=no reason=开会 view=refused", true, 1},
		{"words beside no reason", "2026-02-10 court_hearing head=no absence=none reason=忘记", true, 1},
	} {
		o := &office{law: newLaw(t), list: []*cases.Case{suit(t, 1, "number=1 against=甲局、乙局\n2026-01-05 suit_received\n"+x.acts)}}
		o.law.Practice.ReasonExcuses = x.reasons
		r, err := Load(t.Context(), o, day(t, "2026-12-31"))
		if err != nil {
			t.Fatal(err)
		}
		f, _ := FormulaOf(PerDue)
		if got := r.Rate(f, year(t, 2026), ""); len(got.Of) != x.due || len(got.Num) != 0 {
			t.Errorf("%s: %d/%d, want 0/%d", x.name, len(got.Num), len(got.Of), x.due)
		}
	}
}

// What a chain of instances comes to.
func TestChains(t *testing.T) {
	const first = "number=1 against=甲局\n2026-01-05 suit_received\n2026-02-02 judgment results=act_revoked\n2026-02-04 judgment_served\n"
	second := func(result string) string {
		return "number=2 instance=second earlier=1 against=甲局\n2026-03-02 suit_received\n2026-05-06 judgment results=" + result + "\n2026-05-08 judgment_served"
	}
	for _, x := range []struct {
		name  string
		texts []string
		lost  bool
		final string
		by    string
	}{
		{"not appealed", []string{first}, true, "2026-02-25", "1"},
		{"appeal pending", []string{first + "2026-02-10 appealed", "number=2 instance=second earlier=1 against=甲局\n2026-03-02 suit_received"}, false, "", ""},
		{"appeal announced", []string{first + "2026-02-10 appealed"}, false, "", ""},
		{"upheld", []string{first + "2026-02-10 appealed", second("appeal_dismissed")}, true, "2026-05-08", "2"},
		{"appeal dropped", []string{first + "2026-02-10 appealed", second("appeal_dropped")}, true, "2026-05-08", "2"},
		{"altered", []string{first + "2026-02-10 appealed", second("appeal_altered_won")}, false, "2026-05-08", "2"},
		{"remanded", []string{first + "2026-02-10 appealed", second("remanded")}, false, "", ""},
		{"tried again", []string{first + "2026-02-10 appealed", second("remanded"),
			"number=3 earlier=2 against=甲局\n2026-06-01 suit_received\n2026-07-01 judgment results=claim_dismissed\n2026-07-02 suit_closing"}, false, "2026-07-02", "3"},
		{"not served yet", []string{strings.Replace(first, "2026-02-04 judgment_served\n", "", 1)}, false, "", ""},
		{"closed where no service was recorded", []string{strings.Replace(first, "2026-02-04 judgment_served", "2026-03-02 suit_closing", 1)}, true, "2026-03-02", "1"},
		{"closed long after the service", []string{first + "2026-02-10 appealed", second("appeal_altered_won") + "\n2026-11-02 suit_closing"}, false, "2026-05-08", "2"},
		{"retrial refused", []string{first, "number=4 instance=retrial earlier=1 against=甲局\n2026-06-01 suit_received\n2026-07-01 judgment results=retrial_refused\n2026-07-03 judgment_served"}, true, "2026-07-03", "4"},
		{"another spelling of the number", []string{strings.Replace(first, "number=1 ", "number=〔2026〕某行应第1号 ", 1) + "2026-02-10 appealed",
			strings.Replace(second("appeal_altered_won"), "earlier=1 ", "earlier=(2026)某行应第1号 ", 1)}, false, "2026-05-08", "2"},
		{"retrial pending", []string{first, "number=4 instance=retrial earlier=1 against=甲局\n2026-06-01 suit_received"}, true, "2026-02-25", "1"},
		{"named in one column", []string{first + "2026-02-10 appealed", strings.Replace(second("appeal_altered_won"), "earlier", "related", 1)}, false, "2026-05-08", "2"},
	} {
		t.Run(x.name, func(t *testing.T) {
			var list []*cases.Case
			for i, text := range x.texts {
				list = append(list, suit(t, cases.ID(i+1), text))
			}
			r := register(t, "2026-12-31", list...)
			all := r.Disputes()
			if len(all) != 1 {
				t.Fatalf("%d disputes", len(all))
			}
			d := all[0]
			by := ""
			if d.By != nil {
				by = d.By.Number
			}
			if d.Lost("") != x.lost || d.Final.String() != x.final || by != x.by {
				t.Errorf("lost %v, final %s by %q; want %v, %s, %q", d.Lost(""), d.Final, by, x.lost, x.final, x.by)
			}
			if got := r.DisputeOf(r.Suits[len(r.Suits)-1]); len(got.Suits) != len(x.texts) {
				t.Error("the chain seen from its end", len(got.Suits))
			}
		})
	}
}

// For random offices: every rate's numerator lies within its denominator, lost and not lost and undecided make all, and the organs'
// suits add up to those of the table.
func TestRatesOfRandomOffices(t *testing.T) {
	g := rand.New(rand.NewPCG(6, 6))
	law := newLaw(t)
	organs := []string{"甲局", "乙局", "丙街道办事处", government}
	pick := func() string { return organs[g.IntN(len(organs))] }
	for round := range 40 {
		var list []*cases.Case
		for id := 1; id <= 30; id++ {
			text := fmt.Sprintf("number=%d-%d instance=%s against=%s", round, id, []string{"first", "second", "retrial"}[g.IntN(3)], pick())
			if other := pick(); g.IntN(3) == 0 && !strings.Contains(text, other) {
				text += "、" + other
			}
			if id > 1 && g.IntN(3) == 0 {
				text += fmt.Sprintf(" earlier=%d-%d", round, 1+g.IntN(id-1))
			}
			c := suit(t, cases.ID(id), text+"\n"+randomActs(g, pick))
			list = append(list, c)
		}
		law.Practice = procedure.Practice{CreditJoint: g.IntN(2) == 0, ReasonExcuses: g.IntN(2) == 0, MediatedLost: g.IntN(2) == 0}
		r, err := Load(t.Context(), &office{law: law, list: list}, day(t, "2026-12-31"))
		if err != nil {
			t.Fatal(err)
		}
		s := year(t, 2026)
		s.Own = g.IntN(4) == 0
		sheet := r.ByOrgan(s, Formulas())
		for _, l := range append(slices.Clone(sheet.Lines), sheet.Total) {
			for i, rate := range l.Rates {
				within(t, fmt.Sprint(l.Label, sheet.Formulas[i].ID), rate)
			}
		}
		losses := r.Losses(s)
		for _, l := range append(slices.Clone(losses.Lines), losses.Total) {
			for i, rate := range l.Rates[:4] {
				within(t, fmt.Sprint(l.Label, losses.Formulas[i].ID), rate)
			}
		}
		adds(t, r, s)
		agrees(t, r, s)
	}
}

// agrees compares the bulletin's list of absences with its rows, and the rows of the organs with the total: what any organ did is in
// the total, and R2 counts no suit that R1 does not.
func agrees(t *testing.T, r *Register, s Scope) {
	t.Helper()
	b := r.NewBulletin(s, "某区", "某机关", r.AsOf)
	listed, gaps := map[string]int{}, map[string]int{}
	for _, x := range b.Absences {
		listed[x.Organ]++
	}
	for _, x := range b.Gaps {
		gaps[x.Organ]++
	}
	lost := 0
	for _, row := range b.Rows {
		if listed[row.Organ] != len(row.Absent) {
			t.Errorf("%s: %d absences listed, %d counted", row.Organ, listed[row.Organ], len(row.Absent))
		}
		if gaps[row.Organ] != len(row.Unrecorded) {
			t.Errorf("%s: %d gaps listed, %d counted", row.Organ, gaps[row.Organ], len(row.Unrecorded))
		}
		for _, id := range row.Due {
			if !slices.Contains(row.Heard, id) {
				t.Errorf("%s: suit %d was due and not heard", row.Organ, id)
			}
		}
		lost += len(row.Lost)
	}
	if lost < len(b.Total.Lost) {
		t.Errorf("the organs lost %d, all together %d", lost, len(b.Total.Lost))
	}
	final := map[*Suit]bool{}
	for _, d := range r.Disputes() {
		if d.By != nil {
			if final[d.By] || d.Final.IsZero() {
				t.Errorf("suit %s ends two disputes, or none", d.By.Number)
			}
			final[d.By] = true
		}
	}
}

func randomActs(g *rand.Rand, pick func() string) string {
	var out strings.Builder
	on := calendar.New(2025, 10, 1) + calendar.Date(g.IntN(300))
	add := func(act string) {
		on += calendar.Date(1 + g.IntN(40))
		fmt.Fprintf(&out, "%s %s\n", on, act)
	}
	add("suit_received")
	for range g.IntN(3) {
		switch g.IntN(5) {
		case 0:
			add("court_hearing")
		case 1:
			add("court_hearing head=no absence=joint for=" + pick())
		case 2, 3:
			add("court_hearing head=yes spoke=yes rank=" + []string{"chief", "deputy", "other"}[g.IntN(3)] + " for=" + pick())
		default:
			add("court_hearing head=no absence=duty view=" + []string{"accepted", "refused"}[g.IntN(2)] + " for=" + pick())
		}
	}
	if g.IntN(4) > 0 {
		add("judgment results=" + string(procedure.Outcomes()[g.IntN(len(procedure.Outcomes()))]))
		if g.IntN(3) > 0 {
			add("judgment_served")
		}
	}
	return out.String()
}

func within(t *testing.T, what string, r Rate) {
	t.Helper()
	left := slices.Clone(r.Of)
	for _, id := range r.Num {
		i := slices.Index(left, id)
		if i < 0 {
			t.Fatalf("%s: case %d is counted above and not below", what, id)
		}
		left = slices.Delete(left, i, i+1)
	}
}

func adds(t *testing.T, r *Register, s Scope) {
	t.Helper()
	all, lost, won, open := 0, 0, 0, 0
	for _, x := range r.Suits {
		if !s.of(x) {
			continue
		}
		all++
		switch {
		case x.Concluded.IsZero():
			open++
		case x.Lost(""):
			lost++
		default:
			won++
		}
	}
	if lost+won+open != all {
		t.Errorf("%d lost, %d not lost, %d undecided of %d", lost, won, open, all)
	}
	for _, organ := range append(r.Organs(s), "") {
		row := r.row(organ, organ, s)
		parts := slices.Concat(row.Came, row.Joint, row.Absent, row.Unrecorded)
		slices.Sort(parts)
		heard := slices.Clone(row.Heard)
		slices.Sort(heard)
		if !slices.Equal(parts, heard) {
			t.Errorf("%q: came %v, by a co-defendant %v, absent %v, not entered %v do not make the heard ones %v", organ, row.Came, row.Joint, row.Absent, row.Unrecorded, row.Heard)
		}
	}
}

// 青岛, first half of 2021: 837 of 837 by R1, and by R5 (76+39) of (837+169) = 11.43 %.
func TestPublishedRatesOfQingdao(t *testing.T) {
	var list []*cases.Case
	id := cases.ID(0)
	add := func(organ, rank string, n int) {
		for range n {
			id++
			list = append(list, suit(t, id, fmt.Sprintf("number=%d against=%s\n2021-02-01 suit_received\n2021-04-01 court_hearing head=yes rank=%s", id, organ, rank)))
		}
	}
	add("甲局", "chief", 76)
	add("甲局", "deputy", 837-76)
	add("乙局", "chief", 39)
	add("乙局", "deputy", 169-39)
	r := register(t, "2021-06-30", list...)
	s := Scope{From: calendar.New(2021, 1, 1), To: calendar.New(2021, 6, 30)}
	heard, _ := FormulaOf(PerHeard)
	if x := r.Rate(heard, s, "甲局"); len(x.Num) != 837 || len(x.Of) != 837 || Percent(len(x.Num), len(x.Of), 2) != "100.00%" {
		t.Error("R1", len(x.Num), len(x.Of))
	}
	head, _ := FormulaOf(ChiefRate)
	if x := r.Rate(head, s, ""); Percent(len(x.Num), len(x.Of), 2) != "11.43%" {
		t.Error("R5", len(x.Num), len(x.Of))
	}
}

func TestPeriodTitles(t *testing.T) {
	for _, x := range [][3]string{{"2020-01-01", "2020-12-31", "2020年"}, {"2021-01-01", "2021-06-30", "2021年上半年"}, {"2026-07-01", "2026-09-30", "2026年第三季度"},
		{"2026-10-01", "2026-12-31", "2026年第四季度"}, {"2026-03-05", "2026-05-31", "2026年3月5日至5月31日"}} {
		if got := PeriodTitle(day(t, x[0]), day(t, x[1])); got != x[2] {
			t.Errorf("%s, want %s", got, x[2])
		}
	}
	if got := pointsText(34, 38, 35, 47); got != "同比上升15.0个百分点" {
		t.Error(got)
	}
	if got := Points(1, 3, 1, 0, 1); got != "-" {
		t.Error(got)
	}
}
