package statistics

import (
	"context"
	"strings"
	"testing"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

func TestRates(t *testing.T) {
	tests := []struct {
		n, of         int
		exact, report string
	}{
		{38, 38, "100%", "100%"},
		{34, 38, "89.5%", "近90%（89.5%）"},
		{12, 38, "31.6%", "31.6%"},
		{1, 2, "50%", "50%"},
		{7, 10, "70%", "70%"},
		{35, 47, "74.5%", "74.5%"},
		{1, 8, "12.5%", "12.5%"},
		{199, 200, "99.5%", "99.5%"},
		{1, 30, "3.3%", "3.3%"},
		{0, 5, "0%", "0%"},
		{0, 0, "0.0%", "0.0%"},
	}
	for _, tt := range tests {
		i := Indicator{Rate: true, Value: share(tt.n, tt.of), Numerator: tt.n, Denominator: tt.of}
		if got := percent(i); got != tt.exact {
			t.Errorf("%d/%d = %s, want %s", tt.n, tt.of, got, tt.exact)
		}
		if got := roughly(i); got != tt.report {
			t.Errorf("%d/%d = %s in a report, want %s", tt.n, tt.of, got, tt.report)
		}
	}
}

// The paragraphs of the published year, whole: every number in them is counted.
func TestParagraphs(t *testing.T) {
	demo, all := sample.Demo()
	o := newOffice(all...)
	o.settings = demo
	want := []string{
		"2020年，姑苏区新收行政复议申请38件，受理35件，办结38件，审结率100%。坚持调解优先、实质化解争议，以调解、和解方式结案12件，占办结案件的31.6%。" +
			"依法监督行政行为，直接纠错2件，直接纠错率5.3%。制发行政复议意见书和行政复议建议书共6份（意见书4份、建议书2份），推动行政机关改进执法。" +
			"6月，成立行政复议委员会，为疑难复杂案件提供咨询意见。11月，行政复议委员会召开案件咨询会议1次，讨论房屋征补案件3件，议题包括：房屋征收补偿和拆除案件的程序与实体问题。",
		"2020年，姑苏区上年结转行政应诉案件4件，新收行政应诉案件50件，审结50件，期末未结4件，败诉9件，败诉率18%；新收案件中以姑苏区政府为被告的23件，政府没有败诉。" +
			"开庭审理38件，行政机关负责人出庭34件，出庭应诉率近90%（89.5%），比上年提高15.0个百分点。",
	}
	r := count(t, o, 2020, 0)
	for i, p := range r.Paragraphs {
		if p.Text != want[i] {
			t.Errorf("%s reads\n%s\nwant\n%s", p.Title, p.Text, want[i])
		}
	}
}

func TestSentencesOfOtherYears(t *testing.T) {
	plain := newOffice(newCase(cases.Reconsideration, []string{police}, append(acts("2020-03-02 receipt", "2020-03-04 acceptance"),
		act("2020-03-16 consultation", nil), act("2020-04-01 decision", items(procedure.Uphold)), act("2020-04-02 recommendation", nil))...),
		suit([]string{gov}, act("2020-03-02 suit_received", nil), act("2020-05-06 judgment", results(procedure.Result{Outcome: procedure.ActRevoked}))))
	tests := []struct {
		name  string
		o     *office
		asOf  string
		parts []string
	}{
		{"nothing mediated, nothing corrected", plain, "", []string{"没有以调解、和解方式结案的案件", "没有直接纠错的案件", "制发行政复议建议书1份",
			"3月，行政复议委员会召开案件咨询会议1次，讨论公安案件1件。", "政府败诉1件", "没有开庭审理"}},
		{"still open", plain, "2020-03-31", []string{"2020年（截至3月31日）", "审结率0%", "期末未结1件"}},
		{"better than the year before", smallCourtYear(), "", []string{"比上年提高66.7个百分点"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			asOf := yearOf(2020).to
			if tt.asOf != "" {
				asOf = iso(tt.asOf)
			}
			r := count(t, tt.o, 2020, asOf)
			text := r.Paragraphs[0].Text + r.Paragraphs[1].Text
			for _, part := range tt.parts {
				if !strings.Contains(text, part) {
					t.Errorf("%q is missing from %s", part, text)
				}
			}
		})
	}
}

// loaded is an office whose cases cost nothing to find, to measure counting alone.
type loaded struct{ *office }

func (l loaded) Each(_ context.Context, s cases.Span, f func(*cases.Case) error) error {
	for _, c := range l.all {
		if s.Kind != "" && c.Kind != s.Kind {
			continue
		}
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

func BenchmarkCount(b *testing.B) {
	o := loaded{&office{settings: settings()}}
	cal := holidays(b)
	err := sample.Generate(20000, 1, 2023, 2025, iso("2026-01-01"), cal, func(c *cases.Case) error {
		c.ID = cases.ID(len(o.all) + 1)
		o.all = append(o.all, c)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		count(b, o, 2025, 0)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/20000, "ns/case")
}

func TestMonthsAreNamedTogether(t *testing.T) {
	for _, c := range []struct {
		months []int
		want   string
	}{{nil, ""}, {[]int{11}, "11月"}, {[]int{3, 1, 2, 3}, "1至3月"}, {[]int{1, 2, 4}, "1月、2月、4月"}, {[]int{1, 2, 3, 4, 5, 7, 8, 9, 10, 11}, "1至5月、7至11月"}, {[]int{10, 11, 12}, "10至12月"}} {
		var days []calendar.Date
		for _, m := range c.months {
			days = append(days, calendar.New(2026, time.Month(m), 9))
		}
		if got := strings.Join(monthSpans(days), "、"); got != c.want {
			t.Errorf("%v: %q, want %q", c.months, got, c.want)
		}
	}
}
