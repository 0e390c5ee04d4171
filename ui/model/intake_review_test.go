package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/reception"
	"fuyi/ui/model/fake"
)

// reviewedIntake is the registration of a suit after the reconsideration of linkedOffice, with the defendant that the plaintiff named.
func reviewedIntake(t *testing.T) (*Intake, IntakeContext) {
	t.Helper()
	o, _, _, _ := linkedOffice(t)
	in := NewIntake(cases.Litigation, o.Today)
	in.Related = "〔2025〕姑苏行复第1号"
	in.Of(cases.Applicant)[0].Name = "戴某某"
	in.Of(cases.Respondent)[0].Name = "姑苏区城市管理局"
	x := IntakeContext{Law: o.Law(), Settings: o.Set, Today: o.Today}
	number := in.ReviewWanted()
	c, err := FindReview(t.Context(), o, number)
	if err != nil || c == nil {
		t.Fatal(c, err)
	}
	in.Review(number, c)
	return in, x
}

func hintText(list []Hint) string {
	var out []string
	for _, h := range list {
		out = append(out, string(h.Tone)+h.Title+"："+h.Text)
	}
	return strings.Join(out, "\n")
}

// Taking the reconsideration over adds the defendant that the page said was missing, once, and says nothing more of it.
func TestFillAddsTheMissingDefendant(t *testing.T) {
	in, x := reviewedIntake(t)
	if k := in.Check(x); !strings.Contains(hintText(k.Hints), "缺少被告“"+x.Settings.Organ+"”") {
		t.Fatalf("no warning: %s", hintText(k.Hints))
	}
	for range 2 {
		in.FillFromReview(x)
	}
	if got := strings.Join(in.Names(cases.Respondent), "、"); got != "姑苏区城市管理局、"+x.Settings.Organ {
		t.Errorf("defendants %s", got)
	}
	if p := in.Of(cases.Respondent); p[0].Capacity != cases.OriginalOrgan || p[len(p)-1].Capacity != cases.JointReviewer {
		t.Errorf("capacities %s, %s", p[0].Capacity, p[len(p)-1].Capacity)
	}
	if k := in.Check(x); strings.Contains(hintText(k.Hints), "不一致") {
		t.Errorf("still warned: %s", hintText(k.Hints))
	}
}

// A government sued alone beside the organ that it upheld, a plaintiff who did not apply, and a time to sue long over are told.
func TestReviewIsComparedWithTheSuit(t *testing.T) {
	in, x := reviewedIntake(t)
	in.FillFromReview(x)
	p := in.Of(cases.Respondent)
	p[len(p)-1].Capacity = cases.SoleReviewer
	in.Of(cases.Applicant)[0].Name = "苏州某某物业管理有限公司"
	in.Received = "2026-01-20"
	text := hintText(in.Check(x).Hints)
	for _, want := range []string{"填写的身份是" + cases.SoleReviewer.Label() + "，按复议结果应当是" + cases.JointReviewer.Label(), string(Soon) + "原告不是复议申请人：复议申请人是戴某某",
		"以后才收到应诉通知，可能超过起诉期限"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
	in, x = reviewedIntake(t)
	in.FillFromReview(x)
	in.Received = "2025-03-20"
	if text = hintText(in.Check(x).Hints); strings.Contains(text, "不是复议申请人") || strings.Contains(text, "可能超过") || strings.Contains(text, "身份") {
		t.Errorf("nothing is wrong: %s", text)
	}
}

// Names that stand in cases are offered, by part and by initials, without being taken for the directory; the office's own government is known.
func TestNamesUsedInCasesAreOffered(t *testing.T) {
	o := fake.Empty()
	o.Set.Organ = "苏州市姑苏区人民政府"
	add := func(number, organ string) {
		if _, err := o.Register(t.Context(), &cases.Case{Kind: cases.Litigation, Number: number, Parties: []cases.Party{{Role: cases.Applicant, Name: "戴某某"},
			{Role: cases.Respondent, Name: organ, Organisation: true}}, Suit: &cases.Suit{}, Acts: []procedure.Act{{Kind: procedure.SuitReceived, On: calendar.New(2026, 1, 5)}}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, number := range []string{"第1号", "第2号"} {
		add(number, "苏州市姑苏区住房和建设委员会")
	}
	add("第3号", "戴某")
	x, err := LoadOrganIndex(t.Context(), o, o.Set.Organ)
	if err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"住房", "zfhjs"} {
		found := x.Find(typed, 6)
		if len(found) != 1 || found[0].Name != "苏州市姑苏区住房和建设委员会" || x.Hint(found[0]) != "2件案件用过" {
			t.Errorf("%s finds %+v", typed, found)
		}
	}
	if _, known := x.Describe("苏州市姑苏区住房和建设委员会"); known || !strings.HasPrefix(x.Unlisted("苏州市姑苏区住房和建设委员会"), "2件案件用过") {
		t.Error("a name of cases is taken for the directory")
	}
	if _, known := x.Describe(o.Set.Organ); !known || len(x.Find("姑苏区人民政府", 6)) != 1 {
		t.Error("the office's own government is unknown")
	}
	if x.Find("戴某", 6) != nil {
		t.Error("a person is offered as an organ")
	}
	if x.Unlisted("某某区文化旅游局") != "名录里没有这个机关，按名称看是"+reception.GuessOrgan("某某区文化旅游局").Kind.Label() || x.Unlisted("文旅") != "" {
		t.Errorf("%q", x.Unlisted("某某区文化旅游局"))
	}
}

// A suit speaks of the plaintiff, enforcement of who is enforced against.
func TestSimilarCasesOfASuit(t *testing.T) {
	in := NewIntake(cases.Litigation, calendar.New(2026, 3, 1))
	list := []cases.SimilarCase{{Why: []string{"同一申请人"}, Same: true}}
	if got := in.SimilarWords(list); got != "同一原告已有1件，其中1件可能重复登记" {
		t.Error(got)
	}
	in.Open(procedure.EnforcementApplied)
	if got := in.SimilarWhy("同一申请人"); got != "同一"+in.RoleLabel(cases.Applicant) || got == "同一原告" {
		t.Error(got)
	}
}

// The copy of an appeal opens the file of the second instance: its fifteen days are those of the answer to the appeal.
func TestSecondInstanceBegins(t *testing.T) {
	o := fake.Empty()
	in := NewIntake(cases.Litigation, o.Today)
	in.Open(procedure.AppealReceived)
	if in.Instance != cases.Second || in.Executes() || in.ReceivedLabel() != "收到上诉状副本日期" {
		t.Errorf("%s, %s", in.Instance, in.ReceivedLabel())
	}
	in.Of(cases.Applicant)[0].Name = "戴某某"
	in.Of(cases.Respondent)[0].Name = "姑苏区城市管理局"
	in.Subject, in.Number, in.Court = "不服处罚", "〔2026〕姑苏行应第9号", "某市中级人民法院"
	c, bad := in.Case(o.Today)
	if c == nil {
		t.Fatal(bad)
	}
	v := NewCaseView(c, nil, o.Law(), o.Today)
	if len(v.Timeline.Periods) == 0 || v.Timeline.Periods[0].Rule.ID != procedure.AnswerAppeal {
		t.Errorf("periods %+v", v.Timeline.Periods)
	}
	in.SetInstance(cases.Retrial)
	if in.Opening != procedure.SuitReceived {
		t.Error("a retrial begins with the copy of an appeal")
	}
	in.Open(procedure.AppealReceived)
	in.Open(procedure.EnforcementApplied)
	if in.Instance != cases.First || !in.Executes() {
		t.Errorf("enforcement of the %s", in.Instance.Label())
	}
}
