package sample_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/litigation"
	"fuyi/cases/statistics"
)

// The demonstration office has a case of 非诉执行 among the suits of 2020. It is received and decided in the year, and no figure knows it:
// the year's report, the register of suits, every loss rate, every rate of appearance and the bulletin are the same without it.
func TestDemoEnforcementIsInNoFigure(t *testing.T) {
	with, without := demo(t), demo(t)
	i := slices.IndexFunc(with.all, (*cases.Case).Enforcement)
	if i < 0 || slices.ContainsFunc(with.all[i+1:], (*cases.Case).Enforcement) {
		t.Fatal("the office has no single case of 非诉执行")
	}
	row := cases.Project(with.all[i], with.law, calendar.New(2020, 12, 31))
	if row.Kind != cases.Litigation || row.Received.Year() != 2020 || row.Concluded.Year() != 2020 || row.Result != "准予执行" {
		t.Fatalf("%+v", row)
	}
	without.all = slices.Delete(without.all, i, i+1)
	if a, b := figures(t, with), figures(t, without); a != b {
		t.Errorf("a figure counts it:\n%s\n%s", a, b)
	}
	for id, want := range map[string]int{"enforcements": 1, "enforcements_ruled": 1, "enforcements_refused": 0, "suits": 50, "suits_lost": 9} {
		if got := count(t, with, 2020, 0).Indicator(id).Numerator; got != want {
			t.Errorf("%s = %d, want %d", id, got, want)
		}
	}
}

// figures are those of 2020 that are about suits, as text, with the cases behind each.
func figures(t *testing.T, o *office) string {
	t.Helper()
	end := calendar.New(2020, 12, 31)
	r, err := litigation.Load(t.Context(), o, end)
	if err != nil {
		t.Fatal(err)
	}
	s := litigation.Scope{From: calendar.New(2020, 1, 1), To: end, AsOf: end}
	report := count(t, o, 2020, 0)
	report.Indicators = slices.DeleteFunc(report.Indicators, func(i statistics.Indicator) bool { return strings.HasPrefix(i.ID, "enforcement") })
	b := r.NewBulletin(s, "姑苏区", "姑苏区司法局", end)
	var out strings.Builder
	for _, x := range []any{report, r.Received(s), r.Losses(s), r.ByOrgan(s, litigation.Formulas()), r.ByQuarter(s, litigation.Formulas()), b, b.Tables, b.Report()} {
		data, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s\n", data)
	}
	return out.String()
}
