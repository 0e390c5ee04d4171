package storage

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// detailed is a case with everything an application may say.
func detailed(n int) *cases.Case {
	c := application(n, "陈某某", "苏州市公安局姑苏分局", "不服行政处罚决定", calendar.New(2020, 11, 2))
	c.Parties[0].PartyDetail = cases.PartyDetail{Kind: cases.Citizen, Sex: "女", Born: calendar.New(1949, 12, 31), Domicile: "姑苏区某路1号"}
	c.Particulars = &cases.Particulars{Requests: "撤销处罚决定", ActNumber: "苏公（平）行罚决字〔2020〕12号", Known: calendar.New(2020, 10, 9), Compensation: 120_050,
		Materials: []cases.Material{{Name: "行政复议申请书", Copies: 2, Pages: 3, State: cases.MaterialReceived}}, Issues: []string{"处罚是否过重"}}
	return c
}

func register(t *testing.T, o *Office, c *cases.Case) cases.ID {
	t.Helper()
	id, err := o.Register(context.Background(), c)
	must(t, err)
	return id
}

func load(t *testing.T, o *Office, id cases.ID) *cases.Case {
	t.Helper()
	c, err := o.Case(context.Background(), id)
	must(t, err)
	return c
}

func listed(t *testing.T, o *Office, text string) []cases.ID {
	t.Helper()
	p, err := o.List(context.Background(), cases.Query{Text: text})
	must(t, err)
	var out []cases.ID
	for _, r := range p.Rows {
		out = append(out, r.ID)
	}
	return out
}

func TestDetailsComeBackAsEntered(t *testing.T) {
	o := newOffice(t)
	want := detailed(1)
	got := load(t, o, register(t, o, want))
	if !reflect.DeepEqual(got.Parties, want.Parties) || !reflect.DeepEqual(got.Particulars, want.Particulars) {
		t.Errorf("got %+v\n%+v", got.Parties, got.Particulars)
	}
	wantSound(t, o)
}

func TestReviseReplacesFactsAndKeepsActs(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	must(t, o.Warm(ctx))
	id := register(t, o, detailed(1))
	before := load(t, o, id)
	n := load(t, o, id)
	n.Number, n.Handler, n.Subject = "〔2020〕姑苏行复第7号", "周某", "不服拘留决定"
	n.Parties = append(n.Parties, cases.Party{Role: cases.ThirdParty, Name: "某某公司", Organisation: true, PartyDetail: cases.PartyDetail{Head: "王某"}})
	n.Acts = nil // acts are not the reviser's business
	must(t, o.Revise(ctx, []*cases.Case{n}))
	got := load(t, o, id)
	if got.Subject != "不服拘留决定" || len(got.Parties) != 3 || got.Parties[2].Head != "王某" || !reflect.DeepEqual(got.Acts, before.Acts) {
		t.Errorf("got %+v", got)
	}
	if !slices.Equal(listed(t, o, "拘留 周某"), []cases.ID{id}) || len(listed(t, o, "行政处罚")) != 0 {
		t.Error("the list does not follow")
	}
	wantSound(t, o)
	must(t, o.Revise(ctx, []*cases.Case{before}))
	if back := load(t, o, id); !reflect.DeepEqual(back, before) {
		t.Errorf("got %+v want %+v", back, before)
	}
	wantSound(t, o)
}

func TestReviseChangesAllOrNone(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	a, b := load(t, o, register(t, o, detailed(1))), load(t, o, register(t, o, detailed(2)))
	a.Handler, b.Number = "周某", a.Number
	wantKind(t, o.Revise(ctx, []*cases.Case{a, b}), cases.Conflict)
	if load(t, o, a.ID).Handler != "李某" {
		t.Error("half of a refused change was kept")
	}
	b.Number, b.Parties = "〔2020〕姑苏行复第2号", nil
	wantKind(t, o.Revise(ctx, []*cases.Case{a, b}), cases.Invalid)
	wantKind(t, o.Revise(ctx, []*cases.Case{{ID: 99, Kind: cases.Reconsideration, Number: "x"}}), cases.NotFound)
	entries, err := o.Audit(ctx, 0)
	must(t, err)
	if len(entries) != 3 { // the projection's first version needs none: two registrations and the first refresh at most
		for _, e := range entries {
			if e.Action == actionRevise {
				t.Error("a refused change left an entry")
			}
		}
	}
}

func TestReviseInsideAnImportKeepsItsFootprint(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	fill(t, o, 60)
	for _, id := range []cases.ID{1, 20, 21, 60} {
		c := load(t, o, id)
		c.Handler, c.Parties, c.Notes = "周某", c.Parties[:2], nil
		must(t, o.Revise(ctx, []*cases.Case{c}))
	}
	wantSound(t, o)
	for _, q := range []string{"UPDATE cases SET handler = 'x' WHERE id = 20", "UPDATE cases SET subject = 'x' WHERE id = 30", "DELETE FROM parties WHERE case_id = 60"} {
		tx, err := o.write.Begin()
		must(t, err)
		_, err = tx.Exec(q)
		must(t, err)
		must(t, tx.Commit())
		found, err := o.Check(ctx)
		must(t, err)
		if len(found) == 0 {
			t.Errorf("%s was not noticed", q)
		}
	}
}

func TestDiscardedCasesAreNowhere(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	fill(t, o, 60)
	must(t, o.Warm(ctx))
	id := register(t, o, detailed(901))
	err := o.Discard(ctx, []cases.ID{id}, "重复登记", false)
	wantKind(t, err, cases.Refused)
	if !strings.Contains(cases.Message(err), "2020-") {
		t.Errorf("the refusal names no date: %s", cases.Message(err))
	}
	wantKind(t, o.Discard(ctx, []cases.ID{id}, " ", true), cases.Invalid)
	must(t, o.Discard(ctx, []cases.ID{id, 30}, "重复登记", true))
	if slices.Contains(listed(t, o, ""), id) || slices.Contains(listed(t, o, ""), 30) || len(listed(t, o, "901")) != 0 {
		t.Error("a discarded case is listed")
	}
	must(t, o.Each(ctx, cases.Span{}, func(c *cases.Case) error {
		if c.ID == id || c.ID == 30 {
			t.Errorf("case %d is counted", c.ID)
		}
		return nil
	}))
	wantKind(t, o.Record(ctx, id, procedure.Act{Kind: procedure.Acceptance, On: calendar.New(2020, 11, 5)}), cases.NotFound)
	_, err = o.CaseByNumber(ctx, detailed(901).Number)
	wantKind(t, err, cases.NotFound)
	_, err = o.Register(ctx, detailed(901))
	wantKind(t, err, cases.Conflict)
	must(t, o.Rebuild(ctx))
	wantSound(t, o)
	bin, err := o.Discarded(ctx)
	must(t, err)
	if len(bin) != 2 || bin[1].ID != id || bin[1].Reason != "重复登记" || bin[1].Title == "" || bin[1].By != "张某" {
		t.Errorf("bin %+v", bin)
	}
	must(t, o.Reinstate(ctx, []cases.ID{30, id}))
	wantKind(t, o.Reinstate(ctx, []cases.ID{id}), cases.NotFound)
	if all := listed(t, o, ""); !slices.Contains(all, id) || !slices.Contains(all, 30) || len(all) != 61 {
		t.Errorf("%d listed after reinstating", len(all))
	}
	wantSound(t, o)
}

// A catalogue that was read while a case lay in the bin has no place for it.
func TestReinstateAfterAFreshStart(t *testing.T) {
	dir, ctx := t.TempDir(), context.Background()
	o := openOffice(t, dir, true)
	fill(t, o, 20)
	must(t, o.Discard(ctx, []cases.ID{7}, "误登记", true))
	must(t, o.Close())
	o = openOffice(t, dir, true)
	must(t, o.Warm(ctx))
	must(t, o.Reinstate(ctx, []cases.ID{7}))
	if got := listed(t, o, "第6号"); !slices.Equal(got, []cases.ID{7}) {
		t.Errorf("listed %v", got)
	}
	p, err := o.List(ctx, cases.Query{Sort: cases.ByNumber})
	must(t, err)
	if p.Total != 20 {
		t.Errorf("%d cases", p.Total)
	}
}

func TestSigningIn(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	id, err := o.SavePerson(ctx, cases.Person{Name: "沈某", Role: cases.HandlerRole})
	must(t, err)
	_, err = o.SavePerson(ctx, cases.Person{Name: "沈某", Role: cases.MemberRole})
	wantKind(t, err, cases.Conflict)
	wantKind(t, o.SetPIN(ctx, id, "12a4"), cases.Invalid)
	must(t, o.SetPIN(ctx, id, "2468"))
	people, err := o.People(ctx)
	must(t, err)
	if len(people) != 1 || !people[0].HasPIN {
		t.Errorf("people %+v", people)
	}
	wantKind(t, o.SignIn(ctx, id, "1357"), cases.Refused)
	if o.Author() != "张某" {
		t.Error("a wrong PIN changed the author")
	}
	must(t, o.SignIn(ctx, id, "2468"))
	c := load(t, o, register(t, o, detailed(1)))
	if c.Acts[0].By != "沈某" {
		t.Errorf("recorded by %s", c.Acts[0].By)
	}
	for range freeTries {
		wantKind(t, o.SignIn(ctx, id, "0000"), cases.Refused)
	}
	if err := o.SignIn(ctx, id, "2468"); !strings.Contains(cases.Message(err), "秒后再试") {
		t.Errorf("the right PIN at once after many wrong ones: %v", err)
	}
	entries, err := o.Audit(ctx, 0)
	must(t, err)
	for _, e := range entries {
		if strings.Contains(e.Content, "argon2id") {
			t.Error("the trail holds a PIN's hash")
		}
	}
	wantSound(t, o)
}

func TestPINHashes(t *testing.T) {
	a, b := hashPIN("2468"), hashPIN("2468")
	if a == b || !samePIN(a, "2468") || samePIN(a, "2469") {
		t.Error("hashes are not salted or do not match")
	}
	for _, bad := range []string{"", "2468", "$argon2id$v=19$m=1,t=0,p=0$$", strings.Replace(a, "v=19", "v=16", 1)} {
		if samePIN(bad, "2468") {
			t.Errorf("%q matches", bad)
		}
	}
}

func TestOrganDirectory(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	first, err := o.SaveOrgan(ctx, cases.OrganRecord{Name: "苏州市姑苏区市场监督管理局", Short: "市监局", Kind: cases.Department, Level: cases.DistrictLevel, Field: "市场监管"})
	must(t, err)
	_, err = o.SaveOrgan(ctx, cases.OrganRecord{Name: "苏州市姑苏区市场监督管理局", Kind: cases.Department})
	wantKind(t, err, cases.Conflict)
	_, err = o.SaveOrgan(ctx, cases.OrganRecord{Name: "平江街道办事处", Kind: "unknown"})
	wantKind(t, err, cases.Invalid)
	_, err = o.SaveOrgan(ctx, cases.OrganRecord{Name: "平江街道办事处", Kind: cases.Subdistrict})
	must(t, err)
	must(t, ignore(o.SaveOrgan(ctx, cases.OrganRecord{ID: first, Name: "苏州市姑苏区市场监督管理局", Kind: cases.Department, Inactive: true})))
	list, err := o.Organs(ctx)
	must(t, err)
	if len(list) != 2 || list[0].Name != "平江街道办事处" || !list[1].Inactive || list[1].Short != "" {
		t.Errorf("list %+v", list)
	}
	must(t, o.RemoveOrgan(ctx, first))
	wantKind(t, o.RemoveOrgan(ctx, first), cases.NotFound)
	wantSound(t, o)
}

func ignore(_ int64, err error) error { return err }

func TestPreferences(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	must(t, o.SetPreference(ctx, "沈某", "views", []byte(`["a"]`)))
	must(t, o.SetPreference(ctx, "沈某", "views", []byte(`["b"]`)))
	for _, c := range []struct{ owner, want string }{{"沈某", `["b"]`}, {"周某", ""}} {
		got, err := o.Preference(ctx, c.owner, "views")
		must(t, err)
		if string(got) != c.want {
			t.Errorf("%s has %s", c.owner, got)
		}
	}
	must(t, o.SetPreference(ctx, "沈某", "views", nil))
	if got, err := o.Preference(ctx, "沈某", "views"); err != nil || got != nil {
		t.Errorf("got %s, %v", got, err)
	}
}
