package analysis

import (
	"context"
	"testing"

	"fuyi/cases"
)

// Every name has a value, a row that does not occur is 0, a name that cannot be is none.
func TestFiguresForBlankForms(t *testing.T) {
	f, err := LoadFigures(context.Background(), small(), year(2023), nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	m := cases.BlankMap{Cells: []cases.NamedCell{{Name: "respondent_organs/某区某局/本年"}, {Name: "respondent_organs/某区某局/没有"}, {Name: "nothing/某区某局/本年"}, {Name: "congress/没有/新收案件"}}}
	values := f.Values(m)
	for _, n := range f.Names() {
		if _, ok := values[n.Name]; !ok {
			t.Errorf("%s has no value", n.Name)
		}
	}
	for i, want := range []bool{true, false, false, false} {
		if _, ok := values[m.Cells[i].Name]; ok != want {
			t.Errorf("%s has a value: %v", m.Cells[i].Name, ok)
		}
	}
	for name, want := range map[string]cases.BlankValue{"indicators/received/now": {Number: 5}, "indicators/received/before": {Number: 1}, "indicators/correction_rate/now": {Number: 20, Percent: true},
		"indicators/appearance_rate/before": {Text: "-"}, "respondent_organs/" + police + "/本年": {Number: 1}, "form1/合计/received": {Number: 5}} {
		if got := values[name]; got != want {
			t.Errorf("%s = %+v, want %+v", name, got, want)
		}
	}
}

// shelf keeps preferences in memory.
type shelf map[string][]byte

func (s shelf) Preference(_ context.Context, owner, name string) ([]byte, error) {
	return s[owner+"/"+name], nil
}

func (s shelf) SetPreference(_ context.Context, owner, name string, value []byte) error {
	s[owner+"/"+name] = value
	return nil
}

// The office keeps its readings; those that no longer exist are forgotten.
func TestKeptReadings(t *testing.T) {
	p := shelf{}
	if err := (Choices{"loss_rate": "first", "mediation_rate": "gone"}).Keep(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	got := KeptChoices(context.Background(), p).With(Choices{"correction_rate": "merits"})
	if len(got) != 2 || got["loss_rate"] != "first" || got["correction_rate"] != "merits" {
		t.Errorf("kept %v", got)
	}
	p["/"+readingsName] = []byte("{")
	if got := KeptChoices(context.Background(), p); len(got) != 0 {
		t.Errorf("what cannot be read gives %v", got)
	}
}
