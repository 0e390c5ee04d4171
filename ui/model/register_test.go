package model

import (
	"testing"

	"fuyi/cases"
	"fuyi/cases/reception"
	"fuyi/ui/model/fake"
)

func TestOrganIsGuessedFromItsName(t *testing.T) {
	for name, want := range map[string]cases.OrganRecord{
		"苏州市公安局姑苏分局":        {Kind: cases.CityOutpost, Level: cases.DistrictLevel, Field: "公安"},
		"苏州市姑苏区人民政府平江街道办事处": {Kind: cases.Subdistrict, Level: cases.TownshipLevel},
		"姑苏区住房和建设委员会":       {Kind: cases.Department, Level: cases.DistrictLevel, Field: "城乡建设"},
		"国家税务总局苏州市姑苏区税务局":   {Kind: cases.Vertical, Level: cases.DistrictLevel, Field: "税务"},
		"苏州市姑苏区司法局":         {Kind: cases.JusticeBureau, Level: cases.DistrictLevel, Field: "司法行政"},
		"苏州市生态环境局":          {Kind: cases.CityOrgan, Level: cases.CityLevel, Field: "生态环境"},
		"某某研究所":             {Kind: cases.OtherOrgan},
	} {
		got := reception.GuessOrgan(name)
		want.Name = name
		if got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestOrganIsFoundAsTyped(t *testing.T) {
	x := NewOrganIndex([]cases.OrganRecord{{ID: 1, Name: "苏州市公安局姑苏分局", Short: "姑苏公安"}, {ID: 2, Name: "苏州市姑苏区市场监督管理局"},
		{ID: 3, Name: "旧机关", Inactive: true}})
	for typed, want := range map[string]int64{"苏州市公安": 1, "姑苏公": 1, "szsga": 1, "GSGA": 1, "市场监": 2, "姑苏区管理局": 2, "scjd": 2, "旧机关": 0, "": 0, "没有": 0} {
		got := int64(0)
		if found := x.Find(typed, 5); len(found) > 0 {
			got = found[0].ID
		}
		if got != want {
			t.Errorf("%q finds %d", typed, got)
		}
	}
	if _, ok := x.Get("姑苏公安"); !ok {
		t.Error("the short name is not known")
	}
	if _, ok := x.Get("公安"); ok {
		t.Error("a part is taken for the name")
	}
}

func TestUsualOrgansAreCounted(t *testing.T) {
	o := fake.New()
	b, err := LoadOrgans(t.Context(), o)
	if err != nil || len(b.Usual) == 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	for i, u := range b.Usual {
		if i > 0 && u.Cases > b.Usual[i-1].Cases {
			t.Error("not the most frequent first")
		}
	}
	if _, err := o.SaveOrgan(t.Context(), reception.GuessOrgan(b.Usual[0].Name)); err != nil {
		t.Fatal(err)
	}
	again, _ := LoadOrgans(t.Context(), o)
	if len(again.Usual) != len(b.Usual)-1 {
		t.Errorf("%d offered, %d before", len(again.Usual), len(b.Usual))
	}
}

func TestSignInIsNeeded(t *testing.T) {
	one := cases.Person{ID: 1, Name: "沈某", Role: cases.HandlerRole}
	guarded := one
	guarded.HasPIN = true
	for _, c := range []struct {
		people []cases.Person
		want   bool
	}{{nil, false}, {[]cases.Person{one}, false}, {[]cases.Person{guarded}, true}, {[]cases.Person{one, {ID: 2, Name: "顾某某"}}, true}} {
		if got := (SignIn{c.people}).Needed(); got != c.want {
			t.Errorf("%+v: %v", c.people, got)
		}
	}
	o := fake.New()
	for _, p := range []cases.Person{one, {Name: "陆某", Inactive: true}, {Name: "钱某", Role: cases.MemberRole}} {
		p.ID = 0
		if _, err := o.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	who, err := LoadSignIn(t.Context(), o)
	if x, ok := who.Only(); err != nil || !ok || x.Name != "沈某" {
		t.Errorf("%+v, %v", who, err)
	}
}

func TestPersonFormRefuses(t *testing.T) {
	all := []cases.Person{{ID: 1, Name: "沈某", Role: cases.HandlerRole}, {ID: 2, Name: "陆某", Inactive: true}}
	for _, c := range []struct {
		form PersonForm
		bad  string
	}{
		{PersonForm{Person: cases.Person{Role: cases.HandlerRole}}, "name"},
		{PersonForm{Person: cases.Person{Name: "沈某", Role: cases.HandlerRole}}, "name"},
		{PersonForm{Person: cases.Person{Name: "顾某某"}}, "role"},
		{PersonForm{Person: cases.Person{Name: "顾某某", Role: cases.HeadRole}, PIN: "123", Again: "123"}, "pin"},
		{PersonForm{Person: cases.Person{Name: "顾某某", Role: cases.HeadRole}, PIN: "12ab", Again: "12ab"}, "pin"},
		{PersonForm{Person: cases.Person{Name: "顾某某", Role: cases.HeadRole}, PIN: "1234", Again: "12345"}, "again"},
		{PersonForm{Person: cases.Person{Name: "陆某", Role: cases.HeadRole}, PIN: "1234", Again: "1234"}, ""},
	} {
		bad := c.form.Check(all)
		if len(bad) > 1 || c.bad == "" && len(bad) > 0 || c.bad != "" && bad[c.bad] == "" {
			t.Errorf("%+v: %v", c.form, bad)
		}
	}
}

func TestHandlersOffered(t *testing.T) {
	people := []cases.Person{{Name: "沈某", Role: cases.HandlerRole}, {Name: "钱某", Role: cases.MemberRole}, {Name: "陆某", Role: cases.HandlerRole, Inactive: true}}
	if got := ActiveHandlers(people, []string{"旧人"}); len(got) != 1 || got[0] != "沈某" {
		t.Errorf("%q", got)
	}
	if got := ActiveHandlers(people[2:], []string{"陆某", "旧人"}); len(got) != 1 || got[0] != "旧人" {
		t.Errorf("%q", got)
	}
}
