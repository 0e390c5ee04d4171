package model

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

func TestIdentityNumberFillsSexAndBirth(t *testing.T) {
	today := calendar.New(2026, 5, 20)
	in := NewIntake(cases.Reconsideration, today)
	p := in.Of(cases.Applicant)[0]
	p.IDNumber = "11010519491231002X"
	if in.Derive(today); p.Sex != "女" || p.BornText != "1949-12-31" {
		t.Fatalf("%+v", p)
	}
	p.Sex = "男"
	if in.Derive(today); p.Sex != "男" {
		t.Error("what the clerk chose was overwritten")
	}
	p.IDNumber, p.Sex = "110105198001010016", "女"
	if in.Derive(today); p.Sex != "男" || p.BornText != "1980-01-01" {
		t.Errorf("another number gives %s, %s", p.Sex, p.BornText)
	}
}

func hint(list []Hint, title string) (Hint, bool) {
	for _, h := range list {
		if strings.HasPrefix(h.Title, title) {
			return h, true
		}
	}
	return Hint{}, false
}

func TestHintsNameTheirArticle(t *testing.T) {
	o := fake.New()
	x := IntakeContext{Law: o.Law(), Settings: o.Set, Organs: NewOrganIndex([]cases.OrganRecord{{ID: 1, Name: "国家税务总局某某区税务局", Short: "某区税务", Kind: cases.Vertical}}), Today: o.Today}
	in := filled(cases.Reconsideration, o.Today)
	if h, ok := hint(in.Check(x).Hints, "管辖"); !ok || h.Tone != Finished || !strings.Contains(h.Basis, "24") {
		t.Errorf("%+v", h)
	}
	in.Of(cases.Respondent)[0].Name = "某区税务"
	k := in.Check(x)
	if h, _ := hint(k.Hints, "管辖"); h.Tone != Late || !strings.Contains(h.Basis, "27") {
		t.Errorf("%+v", h)
	}
	if h, _ := hint(k.Conditions, "属于本机关管辖"); h.Tone != Late || len(k.Conditions) != 7 {
		t.Errorf("%+v", k.Conditions)
	}
	for i, h := range Compact(k.Conditions) {
		if h.Title != k.Conditions[i].Title || (h.Text != "") != (h.Tone == Late) {
			t.Errorf("compact: %+v", h)
		}
	}
	in.Matter = "信息公开"
	if h, ok := hint(in.Check(x).Hints, "可能属于复议前置"); !ok || !strings.Contains(h.Basis, "第4项") {
		t.Errorf("%+v", h)
	}
	in.Said.Prerequisite = OtherPrerequisite()
	if h, _ := hint(in.Check(x).Hints, "复议前置"); h.Tone != Soon {
		t.Errorf("without its law: %+v", h)
	}
	for _, code := range Prerequisites() {
		if PrerequisiteLabel(code) == code {
			t.Errorf("%s has no name", code)
		}
	}
}

// The number of representatives follows the rules in force on the day of receipt.
func TestRepresentativesByRegime(t *testing.T) {
	o := fake.New()
	o.Today = calendar.New(2026, 8, 3)
	x := IntakeContext{Law: o.Law(), Today: o.Today}
	for _, c := range []struct {
		day    string
		n      int
		chosen int
		want   Tone
		told   bool
	}{{"2026-6-30", 5, 0, Calm, false}, {"2026-6-30", 6, 0, Soon, true}, {"2026-6-30", 6, 1, Finished, true}, {"2026-7-1", 10, 0, Calm, false},
		{"2026-7-1", 11, 1, Soon, true}, {"2026-7-1", 11, 2, Finished, true}, {"2026-7-1", 11, 6, Soon, true}} {
		in := NewIntake(cases.Reconsideration, o.Today)
		in.Received = c.day
		in.AddPasted(cases.Applicant, Pasted(strings.Repeat("陈某某\n", c.n), cases.Applicant))
		for range c.chosen {
			in.Add(cases.RepresentativeRole).Name = "陈某某"
		}
		h, told := hint(in.representatives(x), "代表人")
		if told != c.told || h.Tone != c.want {
			t.Errorf("%+v: %+v", c, h)
		}
	}
}

func TestPastedColumnsAreToldApart(t *testing.T) {
	got := Pasted("序号\t姓名\t身份证号\t电话\t地址\r\n1\t陈某某\t11010519491231002X\t138 0000 0000\t某某路1号\r\n2\t某某公司\t\t0512-65222222\t\r\n", cases.Applicant)
	if len(got) != 2 || got[0].Name != "陈某某" || got[0].IDNumber != "11010519491231002X" || got[0].Phone != "13800000000" || got[0].Address != "某某路1号" ||
		got[1].Name != "某某公司" || !got[1].Organisation {
		t.Errorf("%+v", got)
	}
	if n := len(Pasted("甲某、乙某，丙某\n丁某\n\n", cases.Applicant)); n != 4 {
		t.Errorf("%d names in a list", n)
	}
}

func TestMaterialsBecomeTheNotice(t *testing.T) {
	o := fake.New()
	in := filled(cases.Reconsideration, o.Today)
	in.Add(cases.Agent).Name = "周某"
	in.FillMaterials(IntakeContext{})
	n := len(in.Said.Materials)
	in.FillMaterials(IntakeContext{})
	if n < 5 || len(in.Said.Materials) != n {
		t.Fatalf("%d materials, then %d", n, len(in.Said.Materials))
	}
	in.Said.Materials[0].State, in.Said.Materials[0].Fault = cases.MaterialFaulty, "没有签名"
	in.Said.Materials[1].State = cases.MaterialMissing
	if in.Said.Materials[2].State != "" {
		t.Error("what nobody looked at counts as received")
	}
	in.ReceiveAll()
	c, bad := in.Case(o.Today)
	if c == nil {
		t.Fatal(bad)
	}
	f := NewActForm(c, procedure.SpecOf(procedure.SupplementNotice), o.Law(), o.Today)
	if f.Note != "1.行政复议申请书：没有签名；2.申请人身份证明复印件：未提交，请补交" {
		t.Errorf("the notice says %s", f.Note)
	}
	if l := ReceiptLetter(c, o.Set, o.Today); len(l.Table) != n || l.Date != o.Today || l.To != "陈某某" {
		t.Errorf("the receipt is %+v", l)
	}
	if l := SupplementLetter(c, o.Set, o.Today); !strings.Contains(strings.Join(l.Paragraphs, ""), "没有签名") || l.Number != c.Number {
		t.Errorf("the notice is %+v", l)
	}
	for i := range in.Said.Materials {
		in.Said.Materials[i].State = cases.MaterialReceived
	}
	if c, _ = in.Case(o.Today); len(Faults(c)) != 0 {
		t.Error("everything is there, yet something is missing")
	}
}
