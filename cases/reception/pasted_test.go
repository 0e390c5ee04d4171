package reception

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fuyi/cases"
)

func TestPastedLists(t *testing.T) {
	const id, code = "11010519491231002X", "9144030071526726XG"
	for _, c := range []struct {
		text string
		want []Pasted
	}{
		{"陈某某\n周某某\r\n\n李某\n", []Pasted{{Name: "陈某某"}, {Name: "周某某"}, {Name: "李某"}}},
		{"陈某某、周某某，李某;钱某", []Pasted{{Name: "陈某某"}, {Name: "周某某"}, {Name: "李某"}, {Name: "钱某"}}},
		{"1. 陈某某\n2、周某某\n(3) 李某\n（4）钱某\n⑤孙某\n12.吴某", []Pasted{{Name: "陈某某"}, {Name: "周某某"}, {Name: "李某"}, {Name: "钱某"}, {Name: "孙某"}, {Name: "吴某"}}},
		{"序号\t姓名\t性别\t身份证号码\t联系电话\t住址\n1\t陈某某\t女\t11010519491231002x\t139 0000 0312\t某市某区某路1号\n2\t周　某\t男\t\t\t某村",
			[]Pasted{{Name: "陈某某", IDNumber: id, Phone: "13900000312", Address: "某市某区某路1号", Sex: "女"}, {Name: "周某", Address: "某村", Sex: "男"}}},
		{"陈某某 13900000312\n周 某 " + id, []Pasted{{Name: "陈某某", Phone: "13900000312"}, {Name: "周某", IDNumber: id}}},
		{"陈某某13900000312、周某某（13900000313）", []Pasted{{Name: "陈某某", Phone: "13900000312"}, {Name: "周某某", Phone: "13900000313"}}},
		{"陈某某，女，汉族，1949年12月31日，身份证号：" + id + "，住址：某市某区某路1号，电话：13900000312", []Pasted{{Name: "陈某某", IDNumber: id, Phone: "13900000312", Address: "某市某区某路1号", Sex: "女"}}},
		{"某某商贸有限公司\t" + code + "\t0512-65220000", []Pasted{{Name: "某某商贸有限公司", IDNumber: code, Phone: "0512-65220000", Organisation: true}}},
		{"某某合伙企业（有限合伙）", []Pasted{{Name: "某某合伙企业（有限合伙）", Organisation: true}}},
		{"陈某某 13900000312 13900000313", []Pasted{{Name: "陈某某", Phone: "13900000312、13900000313"}}},
		{"姓名", nil}, {"\n \t\n", nil}, {"1\t\t", nil},
	} {
		if got := SplitNames(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q:\n got %+v\nwant %+v", c.text, got, c.want)
		}
	}
}

// However many rows with names are pasted, so many people come out, in their order.
func TestEveryPastedRowBecomesOnePerson(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.StringMatching(`[陈周李钱孙吴][某明华伟]{1,2}`), 1, 20).Draw(t, "names")
		form := rapid.SampledFrom([]string{"NAME", "N. NAME", "N、NAME", "N\tNAME\t13900000312", "NAME 13900000312", "NAME，女"}).Draw(t, "form")
		var rows, got []string
		for i, n := range names {
			rows = append(rows, strings.ReplaceAll(strings.ReplaceAll(form, "NAME", n), "N", fmt.Sprint(i+1)))
		}
		for _, p := range SplitNames(strings.Join(rows, "\n")) {
			got = append(got, p.Name)
		}
		if !slices.Equal(got, names) {
			t.Fatalf("%q gives %q", rows, got)
		}
	})
}

func TestAgents(t *testing.T) {
	agent := func(name, of, agency string) cases.Party {
		return cases.Party{Role: cases.Agent, Name: name, For: of, PartyDetail: cases.PartyDetail{Agency: agency}}
	}
	c := application()
	if got := Agents(c, inC); got != nil {
		t.Errorf("%+v", got)
	}
	c.Parties = append(c.Parties, agent("周某", "", "律师"), agent("李某", "", "近亲属"), agent("钱某", "", "近亲属"), agent("孙某", "某局", "律师"))
	got := Agents(c, inC)
	if len(got) != 2 || !strings.Contains(got[0].Text, "申请人有3名代理人") || !strings.Contains(got[1].Text, "某局只委托了律师") {
		t.Errorf("%+v", got)
	}
	if got := Agents(c, inB); len(got) != 1 {
		t.Errorf("before the new regulation: %+v", got)
	}
	c.Parties = append(c.Parties, agent("吴某", "某局", "工作人员"))
	if got := Agents(c, inC); len(got) != 1 {
		t.Errorf("with one of the staff: %+v", got)
	}
	c.Kind = cases.Litigation
	if got := Agents(c, inC); len(got) != 1 || !strings.Contains(got[0].Basis, "行政诉讼法") || !strings.Contains(got[0].Text, "原告") {
		t.Errorf("in a suit: %+v", got)
	}
}
