package sample_test

import (
	"cmp"
	"context"
	"math"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
	"fuyi/cases/statistics"
)

// office is a cases.Reader over a slice, with only what counting uses.
type office struct {
	cases.Reader
	settings cases.Settings
	all      []*cases.Case
	law      *procedure.Law
}

func (o *office) Law() *procedure.Law { return o.law }

func (o *office) Settings(context.Context) (cases.Settings, error) { return o.settings, nil }

func (o *office) Each(ctx context.Context, s cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.all {
		if s.Kind != "" && s.Kind != c.Kind {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func demo(t testing.TB) *office {
	o := &office{law: procedure.NewLaw(holidays(t))}
	o.settings, o.all = sample.Demo()
	for i, c := range o.all {
		c.ID = cases.ID(i + 1)
	}
	return o
}

func holidays(t testing.TB) *calendar.Calendar {
	t.Helper()
	cal, err := assets.Calendar()
	if err != nil {
		t.Fatal(err)
	}
	return cal
}

func count(t *testing.T, o cases.Reader, year int, asOf calendar.Date) *statistics.Report {
	t.Helper()
	r, err := statistics.Count(t.Context(), o, year, asOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Checks {
		t.Errorf("%d: %s: %s", year, c.Rule, c.Detail)
	}
	return r
}

// The figures the district published for 2020, and the numerators and denominators behind its rates.
func TestDemoGivesPublishedFigures(t *testing.T) {
	want := map[string][2]int{
		"received": {38, 0}, "accepted": {35, 0}, "carried_in": {0, 0}, "concluded": {38, 0}, "pending": {0, 0},
		"conclusion_rate": {38, 38}, "corrected": {2, 0}, "correction_rate": {2, 38}, "mediated": {12, 0},
		"mediation_rate": {12, 38}, "letters": {6, 0}, "suits": {50, 0}, "suits_lost": {9, 0}, "loss_rate": {9, 50},
		"suits_government": {23, 0}, "suits_government_lost": {0, 0}, "appearance_rate": {34, 38}, "committee_sessions": {1, 0},
		"committee_cases": {3, 0}, "upheld": {14, 0},
	}
	check := func(t *testing.T, r *statistics.Report) {
		t.Helper()
		for id, w := range want {
			if i := r.Indicator(id); i.ID != id || i.Numerator != w[0] || i.Denominator != w[1] {
				t.Errorf("%s = %d/%d, want %d/%d", id, i.Numerator, i.Denominator, w[0], w[1])
			}
		}
		if c := r.Indicator("appearance_rate_change"); c.Value != 15 {
			t.Errorf("the rate of appearance rose by %v points, want 15", c.Value)
		}
	}
	o := demo(t)
	check(t, count(t, o, 2020, 0))
	// What became known later changes nothing in the year.
	check(t, count(t, o, 2020, calendar.New(2026, 11, 1)))
}

func TestDemoBefore(t *testing.T) {
	o := demo(t)
	r := count(t, o, 2019, 0)
	if i := r.Indicator("appearance_rate"); i.Numerator != 35 || i.Denominator != 47 {
		t.Errorf("appearance in 2019 = %d/%d, want 35/47", i.Numerator, i.Denominator)
	}
	if n := r.Indicator("pending").Numerator; n != 0 {
		t.Errorf("%d reconsiderations of 2019 are left over", n)
	}
	if n := r.Indicator("suits_pending").Numerator; n != 4 {
		t.Errorf("%d suits of 2019 are left over, want 4", n)
	}
	if c := r.Indicator("appearance_rate_change"); c.ID != "" {
		t.Errorf("2019 is compared with a year without data: %v", c.Value)
	}
	if n := count(t, o, 2021, 0).Indicator("suits_lost").Numerator; n != 0 {
		t.Errorf("%d suits were lost in 2021, want none", n)
	}
}

func TestDemoIsLawful(t *testing.T) {
	cal := holidays(t)
	today := calendar.New(2026, 11, 23)
	o := demo(t)
	numbers := map[string]calendar.Date{}
	for _, c := range o.all {
		tl := procedure.Fold(c.Acts, c.Course(), procedure.NewLaw(cal), today)
		for _, p := range tl.Problems {
			t.Errorf("%s: %s", c.Number, p)
		}
		if tl.State != procedure.Archived {
			t.Errorf("%s ends as %s, want it filed", c.Number, tl.State.Label())
		}
		for _, p := range tl.Periods {
			// The time to sue lapses without anybody's fault, copies wait for supplements, and a court sends its papers when it does.
			if p.Late(today) && p.Rule.Owner != "法院" && p.Rule.ID != "SUE_DECISION" && p.Rule.ID != "COPY_ORD" {
				t.Errorf("%s: %s was due %s and met %s", c.Number, p.Rule.Name, p.Count.Due, p.Done)
			}
		}
		for _, a := range c.Acts {
			if work, err := cal.IsWorkday(a.On); !work || err != nil {
				t.Errorf("%s: %s on %s, no working day (%v)", c.Number, procedure.ActLabel(a.Kind), a.On, err)
			}
		}
		if _, twice := numbers[c.Number]; twice {
			t.Errorf("%s occurs twice", c.Number)
		}
		numbers[c.Number] = tl.Concluded
		checkSuit(t, c, tl, numbers)
	}
}

// checkSuit checks what links a suit to the case it goes back to.
func checkSuit(t *testing.T, c *cases.Case, tl procedure.Timeline, concluded map[string]calendar.Date) {
	t.Helper()
	if c.Suit == nil {
		return
	}
	if from := cmp.Or(c.Suit.Earlier, c.Suit.Related); from != "" {
		before, known := concluded[from]
		if days := tl.Received.Sub(before); !known || days < 15 || days > 120 {
			t.Errorf("%s was received %d days after %s", c.Number, days, from)
		}
	}
	checkCourt(t, c)
	limit := 183
	if c.Suit.Instance == cases.Second {
		limit = 92
	}
	if days := tl.Concluded.Sub(tl.Received); days > limit {
		t.Errorf("%s took %d days, want at most %d", c.Number, days, limit)
	}
}

// checkCourt checks that a suit tells what the register of suits asks: in what capacity each organ is sued, who came to court, why an
// organ lost.
func checkCourt(t *testing.T, c *cases.Case) {
	t.Helper()
	for _, p := range c.Parties {
		if p.Role == cases.Respondent && p.Capacity == "" && !c.Enforcement() {
			t.Errorf("%s does not say in what capacity %s is sued", c.Number, p.Name)
		}
	}
	if c.Suit.Instance == cases.Second && c.Suit.Source.Reviewed() && c.Suit.Related == "" {
		t.Errorf("%s has lost its reconsideration", c.Number)
	}
	for _, a := range c.Acts {
		if a.Detail == nil {
			continue
		}
		if x := a.Detail.Appearance; x != nil && (x.Staff == "" || x.Head != (x.Absence == "") || !x.Head && (x.Spoke || x.Absence != procedure.AbsentJoint && (!x.Notified || x.View == ""))) {
			t.Errorf("%s: who came to court is not told: %+v", c.Number, x)
		}
		for _, r := range a.Detail.Results {
			if procedure.LostBy(r) != (len(r.Causes) > 0) {
				t.Errorf("%s: the causes of the loss are %v", c.Number, r.Causes)
			}
		}
	}
}

// The demonstration office keeps its own holidays; they must be those of the program.
func TestDemoHolidays(t *testing.T) {
	cal, mine := holidays(t), sample.DemoDiary()
	for d := calendar.New(2018, 12, 24); d <= calendar.New(2021, 12, 31); d++ {
		want, err := cal.IsWorkday(d)
		if err != nil {
			t.Fatal(err)
		}
		if got := mine.Open(d); got != want {
			t.Errorf("%s: working day = %t, want %t", d, got, want)
		}
	}
}

func TestDemoIsTheSameEveryTime(t *testing.T) {
	a, b := count(t, demo(t), 2020, 0), count(t, demo(t), 2020, 0)
	for i := range a.Paragraphs {
		t.Log(a.Paragraphs[i].Title, a.Paragraphs[i].Text)
		if a.Paragraphs[i] != b.Paragraphs[i] {
			t.Errorf("%q and %q differ", a.Paragraphs[i].Text, b.Paragraphs[i].Text)
		}
	}
	if math.Abs(a.Indicator("appearance_rate").Value-34.0/38) > 1e-9 {
		t.Errorf("the rate of appearance is %v, want 34/38", a.Indicator("appearance_rate").Value)
	}
}
