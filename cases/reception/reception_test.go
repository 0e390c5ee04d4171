package reception

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/identity"
	"fuyi/cases/procedure"
)

var (
	inB = calendar.New(2026, 6, 30)
	inC = calendar.New(2026, 7, 1)
)

// Each row of the table of jurisdiction.
func TestJurisdiction(t *testing.T) {
	const own = "苏州市姑苏区人民政府"
	for _, c := range []struct {
		kind cases.OrganKind
		want Answer
		say  string
	}{
		{cases.Department, Yes, own}, {cases.Township, Yes, own}, {cases.Subdistrict, Yes, own}, {cases.AuthorisedBody, Yes, own}, {cases.Outpost, Yes, own},
		{cases.CityOutpost, Yes, "由申请人选择"}, {cases.Vertical, No, "上一级主管部门"}, {cases.JusticeBureau, Yes, "市司法局"}, {cases.DistrictGovernment, No, "市政府"},
		{cases.InternalUnit, Unknown, "设立它的机关"}, {cases.CoastGuard, No, "上一级海警机构"}, {cases.CityOrgan, No, "市政府"}, {cases.OtherOrgan, Unknown, "机关名录"}, {"", Unknown, "机关名录"},
	} {
		h := Jurisdiction([]cases.OrganRecord{{Name: "某机关", Kind: c.kind}}, own, inC)
		if len(h) != 1 || h[0].Answer != c.want || !strings.Contains(h[0].Text, c.say) || h[0].Basis == "" || !strings.HasSuffix(h[0].Text, "。") {
			t.Errorf("%s: %+v", c.kind, h)
		}
		if c.want == No && !strings.Contains(h[0].Text, "不予受理") {
			t.Errorf("%s: the hint does not say what to do: %s", c.kind, h[0].Text)
		}
	}
	if h := Jurisdiction([]cases.OrganRecord{GuessOrgan("江苏省公安厅")}, own, inC); h[0].Answer != No || !strings.Contains(h[0].Text, "不予受理") {
		t.Errorf("an organ of the province: %+v", h)
	}
	if h := Jurisdiction([]cases.OrganRecord{{Name: own, Kind: cases.Department}}, own, inC); h[0].Answer != No {
		t.Errorf("the government against itself: %+v", h)
	}
	if h := Jurisdiction([]cases.OrganRecord{{Name: "某海关", Kind: cases.Vertical}, {Name: "某局", Kind: cases.Department}}, own, inC); len(h) != 3 || !strings.Contains(h[2].Text, "共同") {
		t.Errorf("a joint act: %+v", h)
	}
	if h := Jurisdiction([]cases.OrganRecord{{Name: "某局", Kind: cases.Department, Inactive: true, Successor: "某新局"}}, own, inC); h[0].Answer != Unknown || !strings.Contains(h[0].Text, "某新局") {
		t.Errorf("an organ that was dissolved: %+v", h)
	}
	if h := Jurisdiction([]cases.OrganRecord{{Name: "某局", Kind: cases.Department}}, own, calendar.New(2023, 12, 31)); h != nil {
		t.Errorf("under the old law: %+v", h)
	}
}

func TestPrerequisites(t *testing.T) {
	for _, c := range []struct {
		code  string
		words []string
		day   calendar.Date
		ok    bool
		say   string
		not   string
	}{
		{"", []string{"不服当场作出的罚款决定"}, inB, true, "当场", "五百元"},
		{"", []string{"不服当场作出的罚款决定"}, inC, true, "五百元", ""},
		{"", []string{"信息公开"}, inC, true, "第14条、第15条、第16条", ""},
		{Inaction, nil, inC, true, "明确拒绝", ""},
		{Inaction, nil, inB, true, "未履行法定职责", "明确拒绝"},
		{"", []string{"行政处罚"}, inC, false, "", ""},
		{"", []string{"信息公开"}, calendar.New(2023, 12, 31), false, "", ""},
	} {
		h, ok := PrerequisiteHint(c.code, c.words, c.day)
		if ok != c.ok || !strings.Contains(h.Text, c.say) || c.not != "" && strings.Contains(h.Text, c.not) {
			t.Errorf("%+v: %v %+v", c, ok, h)
		}
	}
}

func TestRepresentatives(t *testing.T) {
	for _, c := range []struct {
		people, chosen int
		day            calendar.Date
		suit           bool
		ok             bool
		want           Answer
		say            string
	}{
		{5, 0, inB, false, false, "", ""}, {6, 0, inB, false, true, No, "1至5名"}, {6, 1, inB, false, true, Yes, "1至5名"},
		{10, 0, inC, false, false, "", ""}, {11, 1, inC, false, true, No, "2至5名"}, {11, 2, inC, false, true, Yes, "2至5名"}, {14, 6, inC, false, true, No, "现在登记了6名"},
		{10, 0, inC, true, true, No, "2至5名"}, {9, 0, inC, true, false, "", ""},
	} {
		h, ok := Representatives(c.people, c.chosen, c.day, c.suit)
		if ok != c.ok || h.Answer != c.want || !strings.Contains(h.Text, c.say) {
			t.Errorf("%+v: %v %+v", c, ok, h)
		}
	}
}

func application() *cases.Case {
	return &cases.Case{Kind: cases.Reconsideration, Number: "〔2026〕姑苏行复第9号", Parties: []cases.Party{{Role: cases.Applicant, Name: "陈某某"},
		{Role: cases.Respondent, Name: "某局", Organisation: true}}, Acts: []procedure.Act{{Kind: procedure.Receipt, On: inC}}, Particulars: &cases.Particulars{}}
}

func TestConditionsSayWhatIsOpen(t *testing.T) {
	c := application()
	list := Conditions(c, nil, false, false)
	if len(list) != 7 || list[0].Answer != Yes || list[2].Answer != No || list[3].Answer != Unknown || list[5].Answer != Unknown {
		t.Errorf("%+v", list)
	}
	c.Particulars.Requests, c.Particulars.Reasons, c.Particulars.Known = "撤销", "没有事实依据", inB
	forums := []Hint{{Answer: Yes}, {Answer: No}}
	list = Conditions(c, forums, true, true)
	if list[2].Answer != Yes || list[3].Answer != No || list[5].Answer != No || list[6].Answer != No {
		t.Errorf("%+v", list)
	}
	for _, h := range list {
		if h.Basis == "" || !strings.HasSuffix(h.Text, "。") {
			t.Errorf("%+v", h)
		}
	}
}

func TestMaterialsFollowTheApplication(t *testing.T) {
	c := application()
	names := func() string {
		var out []string
		for _, m := range Materials(c, c.Particulars.Materials) {
			out = append(out, m.Name)
		}
		return strings.Join(out, "，")
	}
	if s := names(); !strings.Contains(s, "申请书") || !strings.Contains(s, "身份证明") || strings.Contains(s, "授权委托书") {
		t.Errorf("%s", s)
	}
	c.Parties = append(c.Parties, cases.Party{Role: cases.Agent, Name: "周某"})
	c.Acts[0].Detail = &procedure.Detail{Means: procedure.Orally}
	if s := names(); strings.Contains(s, "复议申请书") || !strings.Contains(s, "笔录") || !strings.Contains(s, "授权委托书") {
		t.Errorf("%s", s)
	}
	c.Particulars.Materials = []cases.Material{{Name: "证据材料及清单", Pages: 12, State: cases.MaterialFaulty, Fault: "第3页不清楚。"}, {Name: "录音光盘", Copies: 1, State: cases.MaterialReceived}}
	got := Materials(c, c.Particulars.Materials)
	if got[len(got)-1].Name != "录音光盘" || !strings.Contains(names(), "证据材料及清单") {
		t.Errorf("%+v", got)
	}
	for _, m := range got {
		if m.Name == "证据材料及清单" && m.Pages != 12 {
			t.Error("what was ticked is lost")
		}
	}
}

func TestTheNoticeAsksForEverythingAtOnce(t *testing.T) {
	c := application()
	c.Particulars.Materials = []cases.Material{{Name: "行政复议申请书", Pages: 2, State: cases.MaterialFaulty, Fault: "没有签名。"},
		{Name: "申请人身份证明复印件", State: cases.MaterialMissing}, {Name: "送达地址确认书", State: cases.MaterialReceived, Pages: 1, Original: true}}
	l := Supplement(c, cases.Settings{Agency: "苏州市姑苏区司法局"}, inC)
	text := strings.Join(l.Paragraphs, "\n")
	for _, want := range []string{"1. 行政复议申请书：没有签名；", "2. 申请人身份证明复印件：未提交，请补交。", "一次性告知", "十个工作日", "视为放弃", "某局"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notice lacks %q:\n%s", want, text)
		}
	}
	if l.To != "陈某某" || l.Signer != "苏州市姑苏区司法局" || strings.Contains(text, "送达地址") {
		t.Errorf("%+v", l)
	}
	r := Receipt(c, cases.Settings{}, inC)
	if len(r.Table) != 3 || r.Table[2][1] != "送达地址确认书" || r.Table[2][4] != "原件" || r.Table[1][3] != "2" {
		t.Errorf("%+v", r.Table)
	}
}

func TestOrganisationsByTheirNames(t *testing.T) {
	for name, want := range map[string]bool{"某某物业有限公司": true, "陈某某": false, "平江街道办事处": true, "某某律师事务所": true, "局某": false} {
		if identity.Organisation(name) != want {
			t.Error(name)
		}
	}
}

// A government of the county level is sued at the intermediate court, unless it stands beside the organ of the act.
func TestCourtOfAGovernment(t *testing.T) {
	gov, bureau, town := GuessOrgan("某市某区人民政府"), GuessOrgan("某市公安局某区分局"), GuessOrgan("某县某镇人民政府")
	for _, c := range []struct {
		organs []cases.OrganRecord
		court  string
		i      cases.Instance
		want   bool
	}{
		{[]cases.OrganRecord{gov}, "某市某区人民法院", cases.First, true}, {[]cases.OrganRecord{gov}, "某市中级人民法院", cases.First, false},
		{[]cases.OrganRecord{gov}, "某市某区人民法院", cases.Second, false}, {[]cases.OrganRecord{gov, bureau}, "某市某区人民法院", cases.First, false},
		{[]cases.OrganRecord{town}, "某县人民法院", cases.First, false}, {nil, "某县人民法院", cases.First, false}, {[]cases.OrganRecord{gov}, "", cases.First, false},
	} {
		if _, ok := CourtHint(c.organs, c.court, c.i); ok != c.want {
			t.Errorf("%v at %q: %v", c.organs, c.court, ok)
		}
	}
}
