package statistics

import (
	"context"
	"errors"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func items(k ...procedure.Disposition) *procedure.Detail {
	d := &procedure.Detail{}
	for _, k := range k {
		d.Items = append(d.Items, procedure.Item{Kind: k})
	}
	return d
}

func grounded(g procedure.Ground) *procedure.Detail { return &procedure.Detail{Ground: g} }

const (
	police = "苏州市公安局姑苏分局"
	street = "平江街道办事处"
	gov    = "苏州市姑苏区人民政府"
)

// smallYear has one application for each way a year can go.
func smallYear() *office {
	on := func(a ...procedure.Act) *cases.Case { return newCase(cases.Reconsideration, []string{police}, a...) }
	return newOffice(
		// Carried in, decided on 2 January.
		on(append(acts("2019-12-02 receipt", "2019-12-04 acceptance"), act("2020-01-02 decision", items(procedure.Uphold)))...),
		// Concluded on the last day of the year before: not carried in; its letter is of this year.
		on(append(acts("2019-11-04 receipt", "2019-11-06 acceptance"), act("2019-12-31 decision", items(procedure.Revoke)),
			act("2020-01-06 opinion_letter", &procedure.Detail{To: police}))...),
		// First and last day of the period.
		on(append(acts("2020-01-01 receipt", "2020-01-06 acceptance"), act("2020-12-31 decision", items(procedure.Uphold, procedure.RevokePart)))...),
		on(acts("2020-12-31 receipt")...),
		on(append(acts("2020-03-02 receipt", "2020-03-04 acceptance"), act("2020-04-01 mediation", nil))...),
		on(append(acts("2020-03-03 receipt", "2020-03-05 acceptance"), act("2020-04-02 termination", grounded(procedure.SettlementReached)))...),
		on(append(acts("2020-03-04 receipt", "2020-03-06 acceptance"), act("2020-04-03 termination", grounded(procedure.VoluntaryWithdrawal)))...),
		on(act("2020-05-06 receipt", nil), act("2020-05-08 withdrawal", grounded(procedure.SettlementReached))),
		on(acts("2020-06-01 receipt", "2020-06-03 rejection")...),
		// Nobody acted: deemed accepted, still open, two letters.
		on(append(acts("2020-10-09 receipt"), act("2020-12-01 opinion_letter", nil), act("2020-12-02 recommendation", &procedure.Detail{To: street}))...),
		on(append(acts("2020-07-01 receipt", "2020-07-03 acceptance"), act("2020-08-03 decision", items(procedure.RefuseRequest)))...),
		on(append(acts("2020-07-02 receipt", "2020-07-06 acceptance"), act("2020-08-04 dismissal", nil))...),
		// Received after the year.
		on(acts("2021-01-04 receipt")...),
	)
}

func TestReconsiderationYear(t *testing.T) {
	r := count(t, smallYear(), 2020, 0)
	wantFigures(t, r, "received 10", "accepted 7", "carried_in 1", "concluded 9", "pending 2", "conclusion_rate 9/11", "upheld 1",
		"corrected 1", "correction_rate 1/9", "mediated 3", "mediation_rate 3/9", "letters 3", "committee_sessions 0", "suits 0",
		"loss_rate 0/0", "appearance_rate 0/0")
	wantChecks(t, r)
	if r.From != iso("2020-01-01") || r.To != iso("2020-12-31") || r.AsOf != r.To {
		t.Errorf("the period is %s to %s as of %s", r.From, r.To, r.AsOf)
	}
	if got := r.Indicator("letters").Cases; len(got) != 2 {
		t.Errorf("letters lie in cases %v, want two cases", got)
	}
}

// A year is counted as it stood on a day: what happened later is not seen, what is dated outside the year does not count.
func TestAsOf(t *testing.T) {
	o := smallYear()
	r := count(t, o, 2020, iso("2020-03-31"))
	wantFigures(t, r, "received 4", "accepted 4", "concluded 1", "pending 4", "letters 1", "carried_in 1")
	wantChecks(t, r)
	r = count(t, o, 2019, iso("2020-12-31"))
	wantFigures(t, r, "received 2", "concluded 1", "pending 1", "letters 0", "corrected 1")
	r = count(t, o, 2020, iso("2021-06-30"))
	wantFigures(t, r, "received 10", "accepted 8", "pending 2")
}

func results(r ...procedure.Result) *procedure.Detail { return &procedure.Detail{Results: r} }

func hearing(a procedure.Appearance) *procedure.Detail { return &procedure.Detail{Appearance: &a} }

func suit(organs []string, a ...procedure.Act) *cases.Case {
	return newCase(cases.Litigation, organs, a...)
}

func smallCourtYear() *office {
	lost := true
	return newOffice(
		// Only the street office beside the government lost.
		suit([]string{street, "姑苏区政府"}, act("2020-02-03 suit_received", nil),
			act("2020-03-02 court_hearing", hearing(procedure.Appearance{Head: true, For: street, Rank: procedure.ChiefHead})),
			act("2020-04-01 judgment", results(procedure.Result{Defendant: street, Outcome: procedure.ActIllegal},
				procedure.Result{Defendant: gov, Outcome: procedure.ClaimDismissed}))),
		// The government lost.
		suit([]string{gov}, act("2020-02-04 suit_received", nil), act("2020-03-03 court_hearing", hearing(procedure.Appearance{})),
			act("2020-04-02 judgment", results(procedure.Result{Outcome: procedure.ActRevoked}))),
		// The appeal upheld a judgment that was lost; carried in.
		suit([]string{police}, act("2019-12-02 suit_received", nil), act("2020-01-06 judgment",
			results(procedure.Result{Outcome: procedure.AppealDismissed, Lost: &lost}))),
		// Heard twice, once with a head; open.
		suit([]string{police}, act("2020-09-01 suit_received", nil), act("2020-10-09 court_hearing", hearing(procedure.Appearance{})),
			act("2020-11-02 court_hearing", hearing(procedure.Appearance{Head: true}))),
		// The year before: heard without a head.
		suit([]string{police}, act("2019-03-01 suit_received", nil), act("2019-04-01 court_hearing", hearing(procedure.Appearance{})),
			act("2019-05-06 judgment", results(procedure.Result{Outcome: procedure.ClaimDismissed}))),
		suit([]string{"苏州市人民政府"}, act("2020-06-01 suit_received", nil)),
	)
}

func TestCourtYear(t *testing.T) {
	r := count(t, smallCourtYear(), 2020, 0)
	wantFigures(t, r, "suits 4", "suits_carried_in 1", "suits_concluded 3", "suits_pending 2", "suits_lost 3", "loss_rate 3/4",
		"suits_government 2", "suits_government_lost 1", "suits_heard 3", "appearance_rate 2/3")
	wantChecks(t, r)
	if c := r.Indicator("appearance_rate_change"); c.Value != 66.7 {
		t.Errorf("the change is %v points, want 66.7", c.Value)
	}
	if c := count(t, smallCourtYear(), 2019, 0).Indicator("appearance_rate_change"); c.ID != "" {
		t.Errorf("a year is compared with one without hearings: %v", c)
	}
	want := map[string][]int{ // 上期结转, 新收, 审结, 败诉, 未结, 开庭, 负责人出庭, 正职
		street:  {0, 1, 1, 1, 0, 1, 1, 1},
		police:  {1, 1, 1, 1, 1, 1, 1, 0},
		gov:     {0, 1, 1, 1, 0, 1, 0, 0},
		"姑苏区政府": {0, 1, 1, 0, 0, 1, 0, 0},
		total:   {1, 4, 3, 3, 2, 3, 2, 1},
	}
	for _, row := range table(t, r, "litigation_organs").Rows {
		for i, n := range want[row.Label] {
			if row.Cells[i].N != n {
				t.Errorf("%s column %d = %d, want %d", row.Label, i, row.Cells[i].N, n)
			}
		}
	}
}

func table(t *testing.T, r *Report, id string) Table {
	t.Helper()
	for _, tb := range r.Tables {
		if tb.ID == id {
			return tb
		}
	}
	t.Fatalf("no table %s", id)
	return Table{}
}

// A relation must be able to fail, or a report without failures would mean nothing.
func TestChecksFail(t *testing.T) {
	backwards := newOffice(newCase(cases.Reconsideration, []string{police}, act("2020-03-02 decision", items(procedure.Uphold)), act("2020-05-06 receipt", nil)))
	wantChecks(t, count(t, backwards, 2020, 0), "1件案件没有收案日期")
	stranger := newOffice(suit([]string{police, street}, act("2020-02-03 suit_received", nil),
		act("2020-04-01 judgment", results(procedure.Result{Defendant: "某局", Outcome: procedure.ActRevoked}))))
	wantChecks(t, count(t, stranger, 2020, 0), "败诉")
	r := count(t, smallYear(), 2020, 0)
	for i := range r.Indicators {
		if r.Indicators[i].ID == "pending" {
			r.Indicators[i].Numerator++
		}
	}
	p := yearOf(2020)
	sheets := append(reconsiderationSheets(p), litigationSheets(p)...)
	r.Checks = check(r, sheets, nil)
	wantChecks(t, r, "上期结转＋新收＝办结＋期末未结（行政复议）")
}

func TestCountPassesErrorsOn(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Count(ctx, smallYear(), 2020, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled count returns %v", err)
	}
}

// An office without cases gives a whole report: no rate divides by zero, and the sentences make sense.
func TestEmptyOffice(t *testing.T) {
	r := count(t, newOffice(), 2020, 0)
	for _, i := range r.Indicators {
		if i.Value != 0 || i.Formula == "" || i.Label == "" {
			t.Errorf("%s = %v (%q)", i.ID, i.Value, i.Formula)
		}
	}
	wantChecks(t, r)
	want := []string{"2020年，姑苏区没有收到行政复议申请，也没有上年结转的行政复议案件。", "2020年，姑苏区没有行政应诉案件。"}
	for i, p := range r.Paragraphs {
		if p.Text != want[i] {
			t.Errorf("%s: %q, want %q", p.Title, p.Text, want[i])
		}
	}
	if asOf := calendar.New(2020, 6, 30); count(t, newOffice(), 2020, asOf).AsOf != asOf {
		t.Error("the day of counting is lost")
	}
}
