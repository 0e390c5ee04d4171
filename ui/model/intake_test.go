package model

import (
	"reflect"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

// filled is a registration with the fields that must be there.
func filled(k cases.Kind, today calendar.Date) *Intake {
	in := NewIntake(k, today)
	in.Number, in.Subject, in.Court = "〔2026〕姑苏行复第99号", "不服行政处罚决定", "苏州市姑苏区人民法院"
	in.Of(cases.Applicant)[0].Name, in.Of(cases.Respondent)[0].Name = "陈某某", "苏州市公安局姑苏分局"
	return in
}

func TestIntakeSaysWhatIsMissing(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	in := NewIntake(cases.Litigation, today)
	in.Received = "2026-5-21"
	c, bad := in.Case(today)
	if c != nil {
		t.Fatal("an empty page became a case")
	}
	for _, id := range []string{"number", "received", "applicant.0.name", "respondent.0.name", "subject", "court"} {
		if bad[id] == "" {
			t.Errorf("nothing said about %s: %v", id, bad)
		}
	}
	in.Remove(in.Of(cases.Applicant)[0])
	if _, bad = in.Case(today); bad["applicant"] == "" {
		t.Error("nothing said where every applicant was removed")
	}
	in.Add(cases.Agent).Phone = "13800000000"
	if _, bad = in.Case(today); bad["agent.0.name"] == "" {
		t.Error("an agent with a phone and without a name was left out silently")
	}
}

func TestIntakeBuildsTheCase(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	in := filled(cases.Reconsideration, today)
	in.Received = "2026年5月19日"
	in.AddPasted(cases.Applicant, append(in.Of(cases.Applicant), Pasted("苏州某某公司", cases.Applicant)...))
	in.Parties = in.Parties[1:]
	x := in.Of(cases.Applicant)[0]
	x.BornText, x.Phone = "1980.1.2", " 13800000000 "
	in.Add(cases.ThirdParty).Name = "王某"
	in.Add(cases.Agent) // left empty
	in.Channel, in.Posted = procedure.ByPost, "2026-5-15"
	in.Said = Said{ActNumber: "苏公〔2026〕12号", ActDate: "2026-4-1", Known: "2026-4-2", Compensation: "1.2万", Amount: "12,345.6", Stay: true,
		Materials: []MaterialForm{{Name: "申请书", Copies: "2", State: cases.MaterialReceived}}}
	c, bad := in.Case(today)
	if c == nil {
		t.Fatal(bad)
	}
	if got := c.Joined(cases.Applicant); got != "陈某某、苏州某某公司" || c.Parties[0].Organisation || !c.Parties[1].Organisation {
		t.Errorf("applicants %s, %+v", got, c.Parties)
	}
	if p := c.Parties[0]; p.Born != calendar.New(1980, 1, 2) || p.Phone != "13800000000" {
		t.Errorf("first applicant %+v", p)
	}
	if len(c.Names(cases.Agent)) != 0 || len(c.Names(cases.ThirdParty)) != 1 {
		t.Errorf("parties %+v", c.Parties)
	}
	if p := c.Particulars; p.Compensation != 1_200_000 || p.Amount != 1_234_560 || !p.Stay || p.Posted != calendar.New(2026, 5, 15) || p.Materials[0].Copies != 2 {
		t.Errorf("particulars %+v", p)
	}
	a := c.Acts[0]
	if len(c.Acts) != 1 || a.Kind != procedure.Receipt || a.On != calendar.New(2026, 5, 19) || a.Detail.Means != procedure.ByPost ||
		a.Detail.Posted != calendar.New(2026, 5, 15) || a.Detail.Filing.Known != calendar.New(2026, 4, 2) {
		t.Errorf("acts %+v", c.Acts)
	}
}

// Every channel gives acts that the procedure permits.
func TestEveryChannelCanBeRecorded(t *testing.T) {
	o := fake.New()
	for _, m := range procedure.MeansOf(procedure.Receipt) {
		in := filled(cases.Reconsideration, o.Today)
		in.Channel, in.Posted, in.Forwarded, in.PenaltyOrgan, in.Clock = m, o.Today.AddDays(-4).String(), o.Today.AddDays(-1).String(), "苏州市公安局姑苏分局", "20:15"
		c, bad := in.Case(o.Today)
		if c == nil {
			t.Fatal(bad)
		}
		for i, a := range c.Acts {
			if reason := procedure.Check(c.Acts[:i], procedure.ReviewCourse, o.Law(), o.Today, a); reason != "" {
				t.Errorf("%s: %s", m, reason)
			}
		}
		tl := procedure.Fold(c.Acts, procedure.ReviewCourse, o.Law(), o.Today)
		if tl.State != procedure.Reviewing || len(tl.Problems) > 0 || (len(c.Acts) == 2) != (m == procedure.ViaPenalizer) {
			t.Errorf("%s: %s, %v, %d acts", m, tl.State, tl.Problems, len(c.Acts))
		}
	}
}

func TestMoneyIsRead(t *testing.T) {
	for text, want := range map[string]int64{"": 0, "100": 10000, "1,234.5元": 123450, "3万": 3_000_000, "0.01": 1} {
		bad := map[string]string{}
		if got := money(text, bad, "x"); got != want || len(bad) > 0 {
			t.Errorf("%q is %d, %v", text, got, bad)
		}
	}
	for _, text := range []string{"很多", "-5", "1e40"} {
		bad := map[string]string{}
		if money(text, bad, "x"); bad["x"] == "" {
			t.Errorf("%q is money", text)
		}
	}
	for fen, want := range map[int64]string{0: "", 100: "1", 123456705: "1,234,567.05"} {
		if got := Yuan(fen); got != want {
			t.Errorf("%d is %q", fen, got)
		}
	}
}

func TestDraftKeepsWhatWasTyped(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	in := filled(cases.Litigation, today)
	in.Received = "明天吧"
	in.Add(cases.Applicant).Name = "王"
	in.Said.Requests, in.Of(cases.Applicant)[1].BornText = "撤销", "八零年"
	d, err := in.Draft()
	if err != nil || d.Title != "行政应诉：陈某某、王" {
		t.Fatalf("%q %v", d.Title, err)
	}
	d.ID = 3
	back, err := OpenDraft(d)
	if err != nil {
		t.Fatal(err)
	}
	in.DraftID = 3
	if !reflect.DeepEqual(in, back) {
		t.Errorf("%+v became %+v", in, back)
	}
	if _, err := OpenDraft(cases.Draft{Data: []byte("{")}); cases.KindOf(err) != cases.Damaged {
		t.Errorf("a broken draft gave %v", err)
	}
	old, err := OpenDraft(cases.Draft{Data: []byte(`{"kind":"reconsideration","applicants":"陈某某\n某某公司","respondents":"某局"}`)})
	if err != nil || strings.Join(old.Names(cases.Applicant), "|") != "陈某某|某某公司" || old.Names(cases.Respondent)[0] != "某局" {
		t.Errorf("a draft of an earlier version became %+v, %v", old, err)
	}
}

// One registration gives one case: pressed twice, saved late, and resumed in a second window.
func TestOneRegistrationGivesOneCase(t *testing.T) {
	o := fake.New()
	n := len(o.All)
	in := filled(cases.Reconsideration, o.Today)
	d, _ := in.Draft()
	if err := in.Save(t.Context(), o, d); err != nil || len(o.Saved) != 1 {
		t.Fatal(err)
	}
	second, err := OpenDraft(o.Saved[0])
	if err != nil {
		t.Fatal(err)
	}
	c, _ := in.Case(o.Today)
	first, err := in.Register(t.Context(), o, c)
	if err != nil || len(o.Saved) != 0 {
		t.Fatalf("%v, %d drafts", err, len(o.Saved))
	}
	if again, err := in.Register(t.Context(), o, c); err != nil || again != first {
		t.Errorf("the second press gave %d, %v", again, err)
	}
	if err := in.Save(t.Context(), o, d); err != nil || len(o.Saved) != 0 {
		t.Errorf("a late save left %d drafts, %v", len(o.Saved), err)
	}
	second.Number = "〔2026〕姑苏行复第100号"
	c2, _ := second.Case(o.Today)
	if _, err := second.Register(t.Context(), o, c2); !Gone(err) {
		t.Errorf("the second window registered: %v", err)
	}
	if err := second.Save(t.Context(), o, d); !Gone(err) || len(o.Saved) != 0 {
		t.Errorf("the second window saved: %v", err)
	}
	if len(o.All) != n+1 {
		t.Errorf("%d cases became %d", n, len(o.All))
	}
	second.Detach()
	if err := second.Save(t.Context(), o, d); err != nil || len(o.Saved) != 1 {
		t.Errorf("another registration is not kept: %v", err)
	}
	if err := second.Drop(t.Context(), o); err != nil || len(o.Saved) != 0 {
		t.Errorf("%v, %d drafts", err, len(o.Saved))
	}
}

func TestPartiesMove(t *testing.T) {
	in := NewIntake(cases.Reconsideration, calendar.New(2026, 5, 20))
	in.AddPasted(cases.Applicant, Pasted("甲某\n乙某\n丙某", cases.Applicant))
	all := in.Of(cases.Applicant)
	in.Move(all[2], -1)
	in.Move(all[0], -1)
	in.Remove(all[1])
	if got := strings.Join(in.Names(cases.Applicant), ""); got != "甲某丙某" || len(in.Of(cases.Respondent)) != 1 {
		t.Errorf("%s", got)
	}
}

func TestKindFollowsTheNameUntilChosen(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	in := NewIntake(cases.Reconsideration, today)
	p := in.Of(cases.Applicant)[0]
	p.Name = "苏州某某公司"
	if got := in.Derive(today); len(got) != 1 || p.Kind != cases.LegalPerson || !p.Organisation {
		t.Errorf("%+v", p)
	}
	p.Choose(cases.SoleTrader)
	if got := in.Derive(today); len(got) != 0 || p.Kind != cases.SoleTrader || p.Organisation {
		t.Errorf("after choosing %+v", p)
	}
}

func TestRevisionShowsWhatChanges(t *testing.T) {
	o := fake.New()
	before, _ := o.Case(t.Context(), 3)
	in := NewRevision(before)
	same, bad := in.Revised(o.Today)
	if same == nil || len(FactChanges(before, same)) != 0 || !reflect.DeepEqual(before, same) {
		t.Fatalf("an untouched page changes %+v, %v\n%+v\n%+v", FactChanges(before, same), bad, before, same)
	}
	in.Subject, in.Handler = "不服行政强制措施", "周某某"
	in.Of(cases.Applicant)[0].Phone = "13800000000"
	in.Said.Requests = "撤销"
	after, _ := in.Revised(o.Today)
	got := FactChanges(before, after)
	if len(got) != 4 || after.ID != before.ID || !reflect.DeepEqual(after.Acts, before.Acts) {
		t.Errorf("%+v", got)
	}
	in.Subject = ""
	if c, bad := in.Revised(o.Today); c != nil || bad["subject"] == "" {
		t.Error("a case without a subject was taken")
	}
}

func TestApplicationPeriodIsChecked(t *testing.T) {
	o := fake.New()
	x := IntakeContext{Law: o.Law(), Settings: o.Set, Organs: NewOrganIndex(nil), Today: o.Today}
	in := filled(cases.Reconsideration, o.Today)
	if k := in.Check(x); len(k.Hints) > 0 && k.Hints[0].Tone == Late {
		t.Errorf("late without dates: %+v", k.Hints)
	}
	in.Said.Known = o.Today.AddDays(-61).String()
	late := func() bool {
		for _, h := range in.Check(x).Hints {
			if h.Tone == Late {
				return true
			}
		}
		return false
	}
	if !late() {
		t.Error("61 days are in time")
	}
	in.Channel, in.Posted = procedure.ByPost, o.Today.AddDays(-3).String()
	if late() {
		t.Error("the postmark does not count")
	}
	in.Channel = procedure.InPerson
	in.Said.NotTold = true
	if late() {
		t.Error("not told, yet late")
	}
}

func TestSimilarCasesInWords(t *testing.T) {
	list := []cases.SimilarCase{{Why: []string{"同一申请人"}}, {Why: []string{"同一申请人", "同一文书"}, Same: true}}
	if got := NewIntake(cases.Reconsideration, 0).SimilarWords(list); got != "同一申请人已有2件，同一文书已有1件，其中1件可能是重复申请" {
		t.Error(got)
	}
	if NewIntake(cases.Reconsideration, 0).SimilarWords(nil) != "" {
		t.Error("words about nothing")
	}
}

func TestAgentsAndRepresentatives(t *testing.T) {
	o := fake.New()
	in := filled(cases.Reconsideration, o.Today)
	in.Of(cases.Applicant)[0].Phone = "13800000000"
	r := in.Add(cases.RepresentativeRole)
	r.Name = "陈某某"
	if !in.Represent(r) || r.Phone != "13800000000" || in.Represent(r) {
		t.Errorf("representative %+v", r)
	}
	for i, name := range []string{"周某", "吴某", "郑某"} {
		in.Add(cases.Agent).Name = name
		if got := len(in.agents(in.facts(o.Today, map[string]string{}), IntakeContext{Today: o.Today})); (got > 0) != (i == 2) {
			t.Errorf("%d agents give %d hints", i+1, got)
		}
	}
	in.Of(cases.Agent)[2].For = "王某"
	if len(in.agents(in.facts(o.Today, map[string]string{}), IntakeContext{Today: o.Today})) > 0 {
		t.Error("agents of different parties are counted together")
	}
}

// Nobody can know of an act before it is made.
func TestKnownBeforeTheAct(t *testing.T) {
	today := calendar.New(2026, 8, 3)
	in := NewIntake(cases.Reconsideration, today)
	in.Said.ActDate, in.Said.Known = "2026-7-20", "2026-7-10"
	if k := in.Check(IntakeContext{Today: today, Organs: NewOrganIndex(nil), Law: procedure.NewLaw(&calendar.Calendar{})}); !strings.Contains(k.Warnings["known"], "早于行政行为的日期2026-07-20") {
		t.Errorf("warnings %v", k.Warnings)
	}
	in.Said.Known = "2026-7-20"
	if k := in.Check(IntakeContext{Today: today, Organs: NewOrganIndex(nil), Law: procedure.NewLaw(&calendar.Calendar{})}); k.Warnings["known"] != "" {
		t.Errorf("warnings %v", k.Warnings)
	}
}
