package forms

import (
	"context"
	"slices"
	"testing"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"

	"pgregory.net/rapid"
)

// Reports of other places are counted in periods, classes and bases that the district of the sample office does not use.

// streamed is an office whose cases are made while they are read. It narrows by span as its contract says.
type streamed struct {
	cases.Reader
	cases.Directory
	list []*cases.Case
}

func (o *streamed) Law() *procedure.Law { return law() }
func (o *streamed) Settings(context.Context) (cases.Settings, error) {
	return cases.Settings{Organ: "某市某区人民政府"}, nil
}
func (o *streamed) Organs(context.Context) ([]cases.OrganRecord, error) { return nil, nil }
func (o *streamed) Each(ctx context.Context, s cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.list {
		row := cases.Project(c, law(), calendar.New(2030, 1, 1))
		if s.Kind != "" && c.Kind != s.Kind || !s.To.IsZero() && row.Received > s.To || !row.Concluded.IsZero() && row.LastAct < s.From {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// filed is an application against an organ; acts are written "2023-01-05 receipt".
func filed(organ, matter string, acts ...procedure.Act) *cases.Case {
	return &cases.Case{Kind: cases.Reconsideration, Class: cases.Classification{Category: "公安", Matter: matter}, Acts: acts, Parties: []cases.Party{
		{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: organ, Organisation: true}}}
}

func on(y, m, d int, k procedure.Kind) procedure.Act {
	// Old cases come from a ledger, which is believed where it records no supplement.
	return procedure.Act{Kind: k, On: calendar.New(y, time.Month(m), d), Imported: true}
}

func decided(y, m, d int, what procedure.Disposition) procedure.Act {
	a := on(y, m, d, procedure.Decision)
	a.Detail = &procedure.Detail{Items: []procedure.Item{{Kind: what}}}
	return a
}

func grounded(y, m, d int, k procedure.Kind, g procedure.Ground) procedure.Act {
	a := on(y, m, d, k)
	a.Detail = &procedure.Detail{Ground: g}
	return a
}

func days(from, to [3]int) Period {
	return Period{From: calendar.New(from[0], time.Month(from[1]), from[2]), To: calendar.New(to[0], time.Month(to[1]), to[2])}
}

func smallOffice(list ...*cases.Case) *streamed {
	for i, c := range list {
		c.ID = cases.ID(i + 1)
	}
	return &streamed{list: list}
}

// counted counts a form from the office, as the commands do.
func counted(t testing.TB, o Source, id string, p Period, r Rules) *Table {
	t.Helper()
	c, err := Load(context.Background(), o, p)
	if err != nil {
		t.Fatal(err)
	}
	return c.Count(ByID(id), r, nil)
}

// wantTotals compares numbers of the total row, and sees that every check holds.
func wantTotals(t *testing.T, table *Table, want map[string]int64) {
	t.Helper()
	for id, n := range want {
		_, j, ok := table.Find(TotalRow, id)
		if !ok {
			t.Errorf("%s has no column %s", table.Edition.ID, id)
			continue
		}
		if got := table.Rows[len(table.Rows)-1].Values[j]; got != n {
			t.Errorf("%s %s to %s, %s = %d, want %d", table.Edition.ID, table.Period.From, table.Period.To, id, got, n)
		}
	}
	for _, c := range table.Checks() {
		if !c.OK {
			t.Errorf("%s %s: %s", c.ID, c.Rule, c.Says)
		}
	}
}

const (
	office1 = "某市公安局某区分局"
	office2 = "某区某街道办事处"
)

// acrossYears are cases on both sides of the days at which statistical years turn.
func acrossYears() *streamed {
	return smallOffice(
		filed(office1, "行政处罚", on(2022, 12, 9, procedure.Receipt), on(2022, 12, 12, procedure.Acceptance), decided(2023, 1, 31, procedure.Uphold)),
		filed(office1, "行政处罚", on(2022, 12, 12, procedure.Receipt), on(2022, 12, 14, procedure.Acceptance), decided(2022, 12, 30, procedure.Revoke)),
		filed(office2, "信息公开", on(2023, 6, 30, procedure.Receipt), on(2023, 7, 3, procedure.Acceptance), decided(2023, 8, 25, procedure.Uphold)),
		filed(office2, "信息公开", on(2023, 7, 3, procedure.Receipt), on(2023, 7, 5, procedure.Acceptance), decided(2023, 12, 11, procedure.Uphold)),
		filed(office2, "行政强制", on(2023, 12, 11, procedure.Receipt), on(2023, 12, 13, procedure.Acceptance)),
	)
}

// A statistical year may begin on 11 December, and reports are due for half years.
func TestPeriodsThatAreNoCalendarYears(t *testing.T) {
	o := acrossYears()
	year := counted(t, o, "form1-2016", days([3]int{2022, 12, 11}, [3]int{2023, 12, 10}), nil)
	wantTotals(t, year, map[string]int64{"carried": 1, "received": 3, "accepted": 3, "concluded": 3, "result.upheld": 2, "result.revoked": 1, "open": 1})
	next := counted(t, o, "form1-2024", days([3]int{2023, 12, 11}, [3]int{2024, 12, 10}), nil)
	wantTotals(t, next, map[string]int64{"carried": 1, "received": 1, "concluded": 1, "open": 1})
	if c := CarryOver(year, next); !c.OK {
		t.Error(c.Says)
	}
	first := counted(t, o, "form1-2016", days([3]int{2023, 1, 1}, [3]int{2023, 6, 30}), nil)
	wantTotals(t, first, map[string]int64{"carried": 1, "received": 1, "accepted": 0, "concluded": 1, "open": 0})
	// What was received on the last day of the half and accepted after it is known to be accepted only later.
	later := days([3]int{2023, 1, 1}, [3]int{2023, 6, 30})
	later.AsOf = calendar.New(2023, 12, 31)
	wantTotals(t, counted(t, o, "form1-2016", later, nil), map[string]int64{"received": 1, "accepted": 1, "concluded": 1, "open": 1})
	second := counted(t, o, "form1-2016", days([3]int{2023, 7, 1}, [3]int{2023, 12, 31}), nil)
	wantTotals(t, second, map[string]int64{"carried": 1, "received": 2, "accepted": 2, "concluded": 2, "open": 1})
}

// An application that is settled before it was accepted (受理前调解, 案前调撤) is received, and neither accepted nor concluded by the form,
// however long the talks took; one settled after acceptance is 和解.
func TestSettledBeforeAcceptance(t *testing.T) {
	o := smallOffice(
		filed(office1, "行政处罚", on(2024, 3, 1, procedure.Receipt), grounded(2024, 3, 5, procedure.Withdrawal, procedure.SettlementReached)),
		filed(office1, "行政处罚", on(2024, 4, 1, procedure.Receipt), grounded(2024, 5, 20, procedure.Withdrawal, procedure.SettlementReached)),
		filed(office1, "行政处罚", on(2024, 4, 2, procedure.Receipt), grounded(2024, 4, 8, procedure.Withdrawal, procedure.VoluntaryWithdrawal)),
		filed(office1, "行政处罚", on(2024, 5, 6, procedure.Receipt), grounded(2024, 5, 9, procedure.Rejection, procedure.TooLate)),
		filed(office1, "行政处罚", on(2024, 6, 3, procedure.Receipt), on(2024, 6, 5, procedure.Acceptance), grounded(2024, 6, 28, procedure.Termination, procedure.SettlementReached)),
		filed(office1, "行政处罚", on(2024, 6, 4, procedure.Receipt), on(2024, 6, 6, procedure.Acceptance), on(2024, 7, 1, procedure.Mediation)),
	)
	for _, basis := range []struct {
		rules   Rules
		penalty int64
	}{{nil, 2}, {Rules{RuleBase: "received"}, 6}} {
		table := counted(t, o, "form1-2024", year(2024), basis.rules)
		wantTotals(t, table, map[string]int64{"received": 6, "accepted": 2, "concluded": 2, "result.settled": 1, "result.mediated": 1, "result.withdrawn": 0, "open": 0,
			"matter.penalty": basis.penalty, "respondent.county_dept": basis.penalty, "persons": 6})
	}
}

// The same office by each base: 收到, 受理 by the day of receipt, 受理 by the day of acceptance.
func TestBasesOfCounting(t *testing.T) {
	o := smallOffice(
		filed(office1, "行政处罚", on(2022, 12, 30, procedure.Receipt), on(2023, 1, 4, procedure.Acceptance), decided(2023, 2, 20, procedure.Uphold)),
		filed(office2, "投诉举报", on(2023, 5, 8, procedure.Receipt), on(2023, 5, 10, procedure.Acceptance), decided(2023, 6, 20, procedure.ConfirmIllegal)),
		filed(office2, "投诉举报", on(2023, 5, 9, procedure.Receipt), on(2023, 5, 11, procedure.Rejection)),
		filed(office2, "投诉举报、行政处罚", on(2023, 5, 9, procedure.Receipt), on(2023, 5, 11, procedure.Rejection)),
	)
	for _, c := range []struct {
		rules Rules
		want  map[string]int64
	}{
		{nil, map[string]int64{"carried": 1, "received": 3, "accepted": 1, "matter.complaint": 1, "matter.other": 0, "respondent.township": 1, "persons": 3}},
		{Rules{RuleBase: "received"}, map[string]int64{"carried": 1, "received": 3, "accepted": 1, "matter.complaint": 2, "matter.other": 1, "respondent.township": 3}},
		{Rules{RuleAccepted: "accepted"}, map[string]int64{"carried": 0, "received": 3, "accepted": 2, "matter.penalty": 1, "matter.complaint": 1, "respondent.township": 1}},
		{Rules{RulePersons: "accepted"}, map[string]int64{"persons": 1}},
	} {
		wantTotals(t, counted(t, o, "form1-2016", year(2023), c.rules), c.want)
	}
}

// An office that has imported its ledger and not yet said which organ it is learns why the columns of 复议机关 are empty.
func TestOfficeWithoutAnOrgan(t *testing.T) {
	d, records := derived([]*cases.Case{filed(office1, "行政处罚", on(2023, 5, 8, procedure.Receipt), on(2023, 5, 10, procedure.Acceptance))}, "", calendar.New(2023, 12, 31))
	found := Check{}
	for _, c := range Count(ByID("form1-2016"), d, records, year(2023), nil, nil).Checks() {
		if !c.OK {
			found = c
		}
	}
	if found.ID != "E3" || found.Severity != Doubtful || len(found.Cases) != 1 || found.Says == "" {
		t.Errorf("%+v", found)
	}
}

// Nothing at all is a table of zeros in which every check holds.
func TestNothingToCount(t *testing.T) {
	for _, e := range Editions() {
		table := counted(t, smallOffice(), e.ID, days([3]int{2023, 12, 11}, [3]int{2024, 6, 10}), nil)
		wantTotals(t, table, nil)
		for _, r := range table.Rows {
			if slices.ContainsFunc(r.Values, func(n int64) bool { return n != 0 }) {
				t.Errorf("%s %s: %v", e.ID, r.Label, r.Values)
			}
		}
	}
}

// For random offices and a random day that divides a period: what happens adds up over the parts, what is open at the end of the first
// part is carried into the second, and counting what storage gives for the period is counting everything.
func TestPartsMakeTheWhole(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		o := smallOffice(drawOffice(rt)...)
		from := calendar.New(2021, 1, 1).AddDays(rapid.IntRange(0, 900).Draw(rt, "from"))
		middle := from.AddDays(rapid.IntRange(0, 400).Draw(rt, "middle"))
		to := middle.AddDays(rapid.IntRange(1, 400).Draw(rt, "to"))
		id := rapid.SampledFrom([]string{"form1-2010", "form1-2015", "form1-2016", "form1-2024", "form2-2010", "form2-2015"}).Draw(rt, "edition")
		load := func(a, b calendar.Date) *Table {
			c, err := Load(context.Background(), o, Period{From: a, To: b, AsOf: to})
			if err != nil {
				rt.Fatal(err)
			}
			return c.Count(ByID(id), nil, nil)
		}
		whole, first, second := load(from, to), load(from, middle), load(middle.AddDays(1), to)
		d, records := derived(o.list, "某市某区人民政府", to)
		if all := Count(ByID(id), d, records, whole.Period, nil, nil); dump(all) != dump(whole) {
			rt.Fatalf("the span loses cases:\n%s\n%s", dump(all), dump(whole))
		}
		for i, row := range whole.Rows {
			for j, c := range whole.Edition.Columns {
				a, b, all := first.Rows[i].Values[j], second.Rows[i].Values[j], row.Values[j]
				switch c.ID {
				case "carried":
					open, _ := whole.Edition.Column("open")
					if all != a || b != first.Rows[i].Values[open] {
						rt.Fatalf("%s, %s: %d carried into the whole, %d into the first part, %d into the second", id, row.Label, all, a, b)
					}
				case "open":
					if all != b {
						rt.Fatalf("%s, %s: %d open after the whole, %d after the second part", id, row.Label, all, b)
					}
				default:
					// Amounts are rounded in each part.
					if diff := a + b - all; diff != 0 && (c.Unit != unitYuan || max(diff, -diff) > 1) {
						rt.Fatalf("%s, %s, %s: %d and %d are not %d", id, row.Label, c.Head(), a, b, all)
					}
				}
			}
		}
	})
}

// Preference is nothing: the office keeps no readings of its own.
func (*streamed) Preference(context.Context, string, string) ([]byte, error) { return nil, nil }
