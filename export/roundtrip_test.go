package export

import (
	"cmp"
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
	"fuyi/cases/statistics"
)

// roundTrip exports an office's ledgers and reads them into an empty one.
func roundTrip(t testing.TB, from *memory) *memory {
	t.Helper()
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	if err := New(from, nil, today).Ledger(context.Background(), path, 0, nil); err != nil {
		t.Fatal(err)
	}
	to := newMemory(t, from.settings)
	report, err := New(to, to, today).ImportLedger(context.Background(), path, cases.ImportOptions{
		Row: func(r cases.LedgerRow) {
			for _, reason := range r.Reasons {
				t.Errorf("row %d: %s", r.Row, reason)
			}
			for _, c := range r.Cells {
				if c.Problem != "" || c.Understood == "" {
					t.Errorf("%s%s %s %q: understood %q, problem %q", r.Sheet, c.Address, c.Header, c.Text, c.Understood, c.Problem)
				}
			}
		}})
	if err != nil {
		t.Fatal(err)
	}
	if report.Imported != len(from.list) || report.Refused != 0 || report.ImportID == 0 {
		t.Fatalf("imported %d of %d, refused %d", report.Imported, len(from.list), report.Refused)
	}
	return to
}

// The acceptance test: the demonstration office's figures survive the way through its ledgers.
func TestFiguresSurviveTheRoundTrip(t *testing.T) {
	set, list := sample.Demo()
	from := newMemory(t, set, list...)
	to := roundTrip(t, from)
	for _, year := range []int{2019, 2020, 2021} {
		a, b := figures(t, from, year), figures(t, to, year)
		if a != b {
			t.Errorf("figures of %d differ:\n%s\n%s", year, a, b)
		}
		if year == 2020 && len(a) < 1000 {
			t.Errorf("no figures to compare: %s", a)
		}
	}
	compareCases(t, from.list, to.list)
}

// figures are the counts of a year without the cases behind them, whose ids differ between offices.
func figures(t testing.TB, m *memory, year int) string {
	t.Helper()
	r, err := statistics.Count(context.Background(), m, year, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Indicators {
		r.Indicators[i].Cases, r.Indicators[i].Base = nil, nil
	}
	for _, tab := range r.Tables {
		for _, row := range tab.Rows {
			for i := range row.Cells {
				row.Cells[i].Cases = nil
			}
		}
	}
	out, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// compareCases compares everything that a ledger carries.
func compareCases(t *testing.T, a, b []*cases.Case) {
	t.Helper()
	find := map[string]*cases.Case{}
	for _, c := range b {
		find[string(c.Kind)+c.Number] = c
	}
	for _, want := range a {
		got := find[string(want.Kind)+want.Number]
		if got == nil {
			t.Errorf("%s is missing", want.Number)
			continue
		}
		if w, g := asText(t, want), asText(t, got); w != g {
			t.Errorf("%s changed:\n%s\n%s", want.Number, w, g)
		}
	}
}

// asText is a case in a form that two offices share: without ids and recorders, acts by day and kind, parties by role.
func asText(t *testing.T, c *cases.Case) string {
	t.Helper()
	out := *c
	out.ID = 0
	out.Acts = slices.Clone(c.Acts)
	slices.SortStableFunc(out.Acts, func(a, b procedure.Act) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Kind, b.Kind))
	})
	for i := range out.Acts {
		out.Acts[i].ID, out.Acts[i].By, out.Acts[i].Imported = 0, "", false
	}
	order := []cases.Role{cases.Applicant, cases.Respondent, cases.ThirdParty, cases.Agent}
	out.Parties = slices.Clone(c.Parties)
	slices.SortStableFunc(out.Parties, func(a, b cases.Party) int { return slices.Index(order, a.Role) - slices.Index(order, b.Role) })
	s, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(s)
}
