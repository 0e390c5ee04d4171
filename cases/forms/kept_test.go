package forms

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
)

// shelf is an office that only keeps preferences.
type shelf map[string][]byte

func (s shelf) Preference(_ context.Context, owner, name string) ([]byte, error) {
	return s[owner+"/"+name], nil
}

func (s shelf) SetPreference(_ context.Context, owner, name string, value []byte) error {
	s[owner+"/"+name] = value
	return nil
}

// What an office keeps holds where nothing else is asked for, and a reading asked for goes before it.
func TestKeptCounting(t *testing.T) {
	ctx, o := t.Context(), shelf{}
	k := Kept{Rules: Rules{RuleAccepted: "accepted", RuleOpen: "period"}}.With("2024", "城管中队", "公安")
	if err := SaveKept(ctx, o, k); err != nil {
		t.Fatal(err)
	}
	rules, err := InForce(ctx, o, Rules{RuleOpen: "all"})
	if err != nil || rules[RuleAccepted] != "accepted" || len(rules) != 1 {
		t.Errorf("in force are %v, %v", rules, err)
	}
	// Rules that were resolved stay what they are when they are resolved again.
	asked := k.rules(Rules{RuleAccepted: "received", RuleOpen: "all"})
	if again := k.rules(asked.spelled()); len(asked) != 0 || len(again) != 0 {
		t.Errorf("the recommended readings became %v, then %v", asked, again)
	}
	got, err := LoadKept(ctx, o)
	if err != nil || got.Mappings["2024"]["城管中队"] != "公安" {
		t.Fatalf("kept %+v, %v", got, err)
	}
	now, old := For(cases.Reconsideration, 2026), For(cases.Reconsideration, 2016)
	if row, known := now.RowOf("城管中队", got.mapping(now, nil)); row != "公安" || !known {
		t.Errorf("counted in %s, %v", row, known)
	}
	if row, known := old.RowOf("城管中队", got.mapping(old, nil)); row != "其他" || known {
		t.Errorf("another family counts in %s, %v", row, known)
	}
	if m := got.mapping(now, Mapping{}); len(m) != 0 {
		t.Errorf("an empty mapping asked for became %v", m)
	}
	if left := got.With("2024", "城管中队", ""); len(left.Mappings) != 0 || got.Mappings["2024"] == nil {
		t.Errorf("taking one back left %v of %v", left, got)
	}
	if err := SaveKept(ctx, o, Kept{Rules: Rules{"accepted": "never"}}); err == nil || !strings.Contains(err.Error(), "没有") {
		t.Errorf("a reading that does not exist is kept: %v", err)
	}
	o["/counting"] = []byte(`{"rules":{"gone":"x","open":"period"}}`)
	if k, err := LoadKept(ctx, o); err != nil || len(k.Rules) != 1 {
		t.Errorf("of old readings %v stayed, %v", k.Rules, err)
	}
	o["/counting"] = []byte(`{`)
	if _, err := LoadKept(ctx, o); cases.KindOf(err) != cases.Invalid {
		t.Errorf("broken: %v", err)
	}
}

// Every edition belongs to the family of its rows.
func TestFamilies(t *testing.T) {
	var got []string
	for _, e := range Editions() {
		got = append(got, e.Family())
	}
	slices.Sort(got)
	if got = slices.Compact(got); !slices.Equal(got, []string{"2010", "2015", "2024"}) {
		t.Errorf("families %v", got)
	}
}
