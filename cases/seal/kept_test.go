package seal

import (
	"testing"

	"fuyi/cases"
	"fuyi/cases/forms"
)

// A seal counts categories by what it sealed, for each family of editions.
func TestSealedMapping(t *testing.T) {
	s := &cases.Seal{Mapping: map[string]string{"2024/中队": "税务", "2015/中队": "工商", "甲": "公安"}}
	now, old := forms.For(cases.Reconsideration, 2026), forms.For(cases.Litigation, 2026)
	if m := mappingOf(s, now); m["中队"] != "税务" || m["甲"] != "公安" {
		t.Errorf("%s: %v", now.ID, m)
	}
	if m := mappingOf(s, old); m["中队"] != "工商" {
		t.Errorf("%s: %v", old.ID, m)
	}
	if mappingOf(&cases.Seal{}, now) == nil {
		t.Error("nothing sealed leaves it to what the office maps today")
	}
}
