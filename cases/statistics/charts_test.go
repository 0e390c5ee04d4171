package statistics

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/sample"
)

func chartOf(t testing.TB, list []cases.Chart, id string) cases.Chart {
	t.Helper()
	i := slices.IndexFunc(list, func(c cases.Chart) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("no chart %s", id)
	}
	for _, s := range list[i].Series {
		if len(s.Values) != len(list[i].Categories) {
			t.Fatalf("%s: %d values of %s for %d categories", id, len(s.Values), s.Label, len(list[i].Categories))
		}
	}
	return list[i]
}

// Every chart of the sample office shows the numbers of its table, whatever was joined: part by part and in sum.
func TestChartsEqualTheTables(t *testing.T) {
	set, all := sample.Demo()
	o := newOffice(all...)
	o.settings = set
	now, before := count(t, o, 2020, 0), count(t, o, 2019, 0)
	charts := Charts(now, before)
	for _, s := range chartSources() {
		c, table := chartOf(t, charts, s.id), tableOf(now, s.table)
		for k, label := range s.columns {
			column := slices.IndexFunc(table.Columns, func(x Column) bool { return x.Label == label })
			sum := 0.0
			for i, name := range c.Categories {
				sum += c.Series[k].Values[i]
				row := slices.IndexFunc(table.Rows, func(r TableRow) bool { return r.Label == name })
				if name != others && float64(table.Rows[row].Cells[column].N) != c.Series[k].Values[i] {
					t.Errorf("%s: %s %s is %v, the table says %d", s.id, name, label, c.Series[k].Values[i], table.Rows[row].Cells[column].N)
				}
			}
			if want := table.Rows[len(table.Rows)-1].Cells[column].N; sum != float64(want) || want == 0 {
				t.Errorf("%s: %s adds up to %v, the table's total is %d", s.id, label, sum, want)
			}
		}
		if s.limit > 0 && len(c.Categories) > s.limit {
			t.Errorf("%s names %d parts", s.id, len(c.Categories))
		}
	}
	years := chartOf(t, charts, "years")
	for k, r := range []*Report{before, now} {
		for i, id := range compared() {
			if years.Series[k].Values[i] != r.Indicator(id).Value {
				t.Errorf("%s of %d: %v, want %v", id, r.Year, years.Series[k].Values[i], r.Indicator(id).Value)
			}
		}
	}
	rates := chartOf(t, charts, "appearances")
	last := len(rates.Categories) - 1
	if rates.Categories[last] != "2020年" || rates.Series[0].Values[last] != 100*now.Indicator("appearance_rate").Value {
		t.Errorf("%+v", rates)
	}
}

// A year without cases has charts that say so in a sentence.
func TestChartsOfAnEmptyYear(t *testing.T) {
	o := newOffice()
	for _, c := range Charts(count(t, o, 2020, 0), count(t, o, 2019, 0)) {
		if !c.Empty() || !strings.HasSuffix(c.Note, "。") || !strings.Contains(c.Note, "没有") {
			t.Errorf("%s: empty %v, note %q", c.ID, c.Empty(), c.Note)
		}
	}
	if got := Charts(count(t, o, 2020, 0), nil); len(chartOf(t, got, "years").Series) != 1 {
		t.Error("a year before that was not counted is shown")
	}
}

// Small parts are joined with a 其他 that is there already; it stands last, and the note names what went into it.
func TestJoined(t *testing.T) {
	parts := []part{{"其他", 5}, {"甲", 1}, {"乙", 9}, {"空", 0}, {"丙", 4}, {"丁", 2}}
	tests := []struct {
		limit int
		want  string
		note  string
	}{
		{8, "[{乙 9} {丙 4} {丁 2} {甲 1} {其他 5}]", ""},
		{5, "[{乙 9} {丙 4} {丁 2} {甲 1} {其他 5}]", ""},
		{3, "[{乙 9} {丙 4} {其他 8}]", "“其他”中并入了：丁2件、甲1件。"},
	}
	for _, tt := range tests {
		got, note := joined(parts, tt.limit)
		if fmt.Sprint(got) != tt.want || note != tt.note {
			t.Errorf("limit %d: %v %q", tt.limit, got, note)
		}
	}
	if got, _ := joined(parts[1:], 4); fmt.Sprint(got) != "[{乙 9} {丙 4} {丁 2} {甲 1}]" {
		t.Errorf("as many as there is room for: %v", got)
	}
}

// While a year runs it is compared with the same part of the year before.
func TestYearBefore(t *testing.T) {
	tests := []struct{ asOf, want calendar.Date }{
		{0, 0}, {iso("2020-12-31"), 0}, {iso("2021-03-01"), 0}, {iso("2020-06-30"), iso("2019-06-30")}, {iso("2020-02-29"), iso("2019-02-28")},
	}
	for _, tt := range tests {
		if got := YearBefore(2020, tt.asOf); got != tt.want {
			t.Errorf("as of %s: %s, want %s", tt.asOf, got, tt.want)
		}
	}
	o := newOffice(newCase(cases.Reconsideration, nil, acts("2020-03-02 receipt")...))
	years := chartOf(t, Charts(count(t, o, 2020, iso("2020-06-30")), count(t, o, 2019, iso("2019-06-30"))), "years")
	if years.Note != "2019年的数字截至2019年6月30日，2020年的截至2020年6月30日。" {
		t.Errorf("note %q", years.Note)
	}
}
