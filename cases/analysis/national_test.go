package analysis

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

// nationalMatters are the applications of the whole country in 2023 by 申请行政复议事项, with the shares as they were published; the
// rounded shares add up to 100.01 %.
func nationalMatters() []struct {
	matter string
	n      int64
	share  string
} {
	return []struct {
		matter string
		n      int64
		share  string
	}{
		{"行政处罚", 101_417, "32.80%"}, {"举报投诉处理", 92_637, "29.96%"}, {"信息公开", 25_539, "8.26%"}, {"行政征收", 10_721, "3.47%"}, {"行政确认", 17_021, "5.51%"},
		{"行政强制", 8_321, "2.69%"}, {"行政不作为", 18_189, "5.88%"}, {"行政确权", 5_706, "1.85%"}, {"行政许可", 3_086, "1.00%"}, {"其他", 26_547, "8.59%"},
	}
}

// country is an office with all of them, each made while it is read and forgotten: the days and the respondent are chosen.
type country struct {
	cases.Reader
	cases.Directory
}

func (country) Law() *procedure.Law                                 { return law() }
func (country) Settings(context.Context) (cases.Settings, error)    { return cases.Settings{}, nil }
func (country) Organs(context.Context) ([]cases.OrganRecord, error) { return nil, nil }

func (country) Preference(context.Context, string, string) ([]byte, error) { return nil, nil }

func (country) Each(ctx context.Context, s cases.Span, f func(*cases.Case) error) error {
	if s.To < calendar.New(2023, 1, 1) {
		return nil
	}
	id := cases.ID(0)
	for _, m := range nationalMatters() {
		for range m.n {
			id++
			day := calendar.New(2023, 1, 1).AddDays(int(id) % 340)
			c := &cases.Case{ID: id, Kind: cases.Reconsideration, Class: cases.Classification{Category: "公安", Matter: m.matter}, Parties: []cases.Party{
				{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "某市公安局某区分局", Organisation: true}},
				Acts: []procedure.Act{{Kind: procedure.Receipt, On: day}, {Kind: procedure.Acceptance, On: day.AddDays(2)}}}
			if err := f(c); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// The country's table of 2023: 309,184 applications in ten matters, in the official form and in the table with shares, which are never
// forced to add up to 100 %.
func TestNationalMatters(t *testing.T) {
	counted, err := forms.Load(context.Background(), country{}, year(2023))
	if err != nil {
		t.Fatal(err)
	}
	form := counted.Count(forms.For(cases.Reconsideration, 2023), nil, nil)
	shares := load(t, country{}, year(2023), nil).Table("matters")
	inForm := map[string]int64{}
	for j, c := range form.Edition.Columns {
		if strings.HasPrefix(c.ID, "matter.") {
			inForm[c.Label] = form.Rows[len(form.Rows)-1].Values[j]
		}
	}
	hundredths := 0
	for _, m := range nationalMatters() {
		if inForm[m.matter] != m.n {
			t.Errorf("%s is %d in the form, want %d", m.matter, inForm[m.matter], m.n)
		}
		if got := cell(t, shares, m.matter, "本年").N; got != m.n {
			t.Errorf("%s is %d in the table, want %d", m.matter, got, m.n)
		}
		share := cell(t, shares, m.matter, "占比").Show(2)
		if share != m.share {
			t.Errorf("the share of %s is %s, want %s", m.matter, share, m.share)
		}
		n, err := strconv.Atoi(strings.Replace(strings.TrimSuffix(share, "%"), ".", "", 1))
		if err != nil {
			t.Fatal(err)
		}
		hundredths += n
	}
	if hundredths != 10_001 {
		t.Errorf("the shares add up to %s %%", fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100))
	}
	if len(inForm) != 10 || cell(t, shares, "合计", "本年").N != 309_184 || cell(t, shares, "合计", "占比").Show(2) != "100.00%" {
		t.Errorf("%d matters, in all %s with a share of %s", len(inForm), cell(t, shares, "合计", "本年").Show(0), cell(t, shares, "合计", "占比").Show(2))
	}
	for _, c := range form.Checks() {
		if !c.OK && c.Severity == forms.Wrong {
			t.Errorf("%s %s: %s", c.ID, c.Rule, c.Says)
		}
	}
}

// A year that had nothing before it has no change, and a rate without cases is no zero.
func TestZeroBase(t *testing.T) {
	o := newOffice(cases.Settings{Organ: "某市某区人民政府"}, []*cases.Case{
		filed(1, police, "行政处罚", act("2023-03-01", procedure.Receipt, nil), act("2023-03-03", procedure.Acceptance, nil)),
	})
	b := load(t, o, year(2023), nil)
	want(t, b.Table("review_year"), [3]string{"新收", "本年", "1"}, [3]string{"新收", "上年", "0"}, [3]string{"新收", "同比", "-"})
	for _, i := range b.Indicators(nil) {
		switch i.ID {
		case "received":
			if i.Change.Show(1) != "-" {
				t.Errorf("%s changes by %s", i.ID, i.Change.Show(1))
			}
		case "correction_rate", "mediation_rate", "solved_rate", "loss_rate", "appearance_rate":
			if i.Now.Show(1) != "-" || i.Change.Show(1) != "-" {
				t.Errorf("%s is %s and changes by %s", i.ID, i.Now.Show(1), i.Change.Show(1))
			}
		}
	}
	// The year after has a base, and falls to nothing.
	after := load(t, o, year(2024), nil)
	want(t, after.Table("review_year"), [3]string{"新收", "本年", "0"}, [3]string{"新收", "同比", "-100.0%"})
}

// Mediation before acceptance is a class of its own, by each base of counting and in a period that is no calendar year.
func TestSettledBeforeAcceptance(t *testing.T) {
	p := forms.Period{From: iso("2023-12-11"), To: iso("2024-12-10"), AsOf: iso("2024-12-10")}
	o := newOffice(cases.Settings{Organ: "某市某区人民政府"}, []*cases.Case{
		filed(1, police, "行政处罚", act("2023-12-11", procedure.Receipt, nil), act("2023-12-14", procedure.Withdrawal, ground(procedure.SettlementReached))),
		filed(1, police, "行政处罚", act("2024-03-04", procedure.Receipt, nil), act("2024-03-06", procedure.Acceptance, nil), act("2024-04-08", procedure.Mediation, nil)),
		filed(1, police, "信息公开", act("2024-03-05", procedure.Receipt, nil), act("2024-03-07", procedure.Acceptance, nil), act("2024-04-09", procedure.Decision, decide(procedure.Revoke))),
		filed(1, police, "信息公开", act("2024-12-10", procedure.Receipt, nil), act("2024-12-12", procedure.Withdrawal, ground(procedure.SettlementReached))),
	})
	b := load(t, o, p, nil)
	want(t, b.Table("congress"), [3]string{"本期", "新收案件", "4"}, [3]string{"本期", "办结案件·总计", "3"}, [3]string{"本期", "办结案件·和解、调解", "1"},
		[3]string{"本期", "办结案件·受理前调撤", "1"}, [3]string{"本期", "办结案件·综合调撤率（含受理前调撤）", "66.7%"})
	want(t, b.Table("matters"), [3]string{"合计", "本年", "2"})
	want(t, load(t, o, p, forms.Rules{forms.RuleBase: "received"}).Table("matters"), [3]string{"合计", "本年", "4"})
}
