package courtroom

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

const (
	district = "苏州市姑苏区人民政府"
	housing  = "苏州市姑苏区住房和建设委员会"
)

// desk is an office with a few cases.
type desk struct {
	cases.Reader
	all    []*cases.Case
	organs []cases.OrganRecord
	people []cases.Person
}

func (d *desk) Law() *procedure.Law { return procedure.NewLaw(&calendar.Calendar{}) }

func (d *desk) Settings(context.Context) (cases.Settings, error) {
	return cases.Settings{Office: "苏州市姑苏区司法局", Organ: district, Agency: "苏州市姑苏区司法局"}, nil
}

func (d *desk) Organs(context.Context) ([]cases.OrganRecord, error) { return d.organs, nil }
func (d *desk) People(context.Context) ([]cases.Person, error)      { return d.people, nil }

func (d *desk) CaseByNumber(_ context.Context, number string) (*cases.Case, error) {
	for _, c := range d.all {
		if strings.Contains(c.Number, number) {
			return c, nil
		}
	}
	return nil, &cases.Error{Kind: cases.NotFound, Msg: "没有这件案件。"}
}

func suit() *cases.Case {
	return &cases.Case{Kind: cases.Litigation, Number: "〔2020〕姑苏行应第9号", Subject: "不服房屋征收补偿决定", Handler: "沈怡",
		Parties: []cases.Party{{Role: cases.Applicant, Name: "方某某"}, {Role: cases.Respondent, Name: housing}, {Role: cases.Respondent, Name: district}},
		Suit:    &cases.Suit{Court: "苏州市中级人民法院", CourtNumber: "（2020）苏05行初9号", Instance: cases.First, Source: cases.AfterReconsideration, Related: "〔2020〕姑苏行复第3号"},
		Acts: []procedure.Act{
			{Kind: procedure.SuitReceived, On: calendar.New(2020, 5, 6)},
			{Kind: procedure.SuitAnswered, On: calendar.New(2020, 5, 15)},
			{Kind: procedure.CourtSummons, On: calendar.New(2020, 6, 1), Note: "上午9时30分，第三法庭", Detail: &procedure.Detail{Until: calendar.New(2020, 6, 18)}},
		}}
}

func review() *cases.Case {
	return &cases.Case{Kind: cases.Reconsideration, Number: "〔2020〕姑苏行复第3号",
		Particulars: &cases.Particulars{Requests: "撤销征收补偿决定。", Issues: []string{"评估程序是否合法"}, ActName: "房屋征收补偿决定书", Proposal: "拟维持。"},
		Acts: []procedure.Act{{Kind: procedure.Decision, On: calendar.New(2020, 4, 2), Paper: "〔2020〕姑苏行复第3号",
			Detail: &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Uphold}}}}}}
}

func office() *desk {
	return &desk{all: []*cases.Case{review()},
		organs: []cases.OrganRecord{{Name: district, Head: "顾某某", Address: "苏州市姑苏区某某路1号", Phone: "0512-00000000", Contact: "陆某"}},
		people: []cases.Person{{Name: "顾某某", Role: cases.HeadRole, Post: "副区长", Unit: district}, {Name: "顾某某", Post: "科长", Unit: housing}}}
}

var today = calendar.New(2020, 6, 10)

func load(t *testing.T, o *desk, c *cases.Case, ask Ask) *Matter {
	t.Helper()
	m, err := Load(t.Context(), o, c, ask, today)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// written is a paper as text, a block a line.
func written(p cases.CourtPaper) string {
	var b strings.Builder
	b.WriteString(p.Title + "\n")
	for _, x := range p.Blocks {
		b.WriteString(x.Label + "|" + x.Text + "\n")
	}
	return b.String()
}

func TestPapersSayWhatTheFileKnows(t *testing.T) {
	c := suit()
	c.Parties = append(c.Parties, cases.Party{Role: cases.Agent, Name: "沈怡", For: district, Phone: "139", PartyDetail: cases.PartyDetail{Agency: "工作人员", Firm: "苏州市姑苏区司法局"}},
		cases.Party{Role: cases.Agent, Name: "钱某", For: district, PartyDetail: cases.PartyDetail{Agency: "律师", Firm: "某某律师事务所", Special: true}},
		cases.Party{Role: cases.Agent, Name: "赵某", For: "方某某", PartyDetail: cases.PartyDetail{Agency: "律师"}})
	m := load(t, office(), c, Ask{Ground: procedure.AbsentDuty, Reason: "当日主持防汛调度", Proof: "值班安排"})
	for _, tt := range []struct {
		kind Kind
		want []string
		// blanks are parts of the sentences about what is open, in order.
		blanks []string
	}{
		{Letter, []string{"|苏州市中级人民法院：", "原告方某某诉被告" + housing + "、" + district + "“不服房屋征收补偿决定”一案（一审，案号：（2020）苏05行初9号）", "2020年6月18日",
			"由负责人顾某某（职务：副区长，副职负责人）出庭应诉", "沈怡（苏州市姑苏区司法局）、钱某（某某律师事务所）", "联系人：陆某　联系电话：0512-00000000", "附件：|1．行政机关负责人身份证明", "|" + district, "|2020年6月10日"},
			[]string{"上午9时30分"}},
		{Identity, []string{"姓名|顾某某", "职务|副区长", "系我机关负责人", "|此致\n|苏州市中级人民法院\n", "机关住所|苏州市姑苏区某某路1号"}, nil},
		{Absence, []string{"需要履行他人不能代替的公务。该事由属于", "第八条第（三）项", "当日主持防汛调度。", "相应的工作人员沈怡", "律师钱某", "证明材料：值班安排"}, []string{"上午9时30分"}},
		{Authorisation, []string{"委托人|" + district, "受委托人1|沈怡", "受委托人2|钱某", "某某律师事务所　律师", "沈怡的代理权限为一般代理", "钱某的代理权限为特别授权", "至本案一审审理终结"},
			[]string{"钱某的联系电话"}},
	} {
		p, ok := m.Paper(tt.kind)
		if !ok {
			t.Fatalf("no paper %s", tt.kind)
		}
		text := written(p)
		for _, w := range tt.want {
			if !strings.Contains(text, w) {
				t.Errorf("%s has no %q:\n%s", tt.kind, w, text)
			}
		}
		if len(p.Blanks) != len(tt.blanks) {
			t.Errorf("%s leaves open %q, want %q", tt.kind, p.Blanks, tt.blanks)
			continue
		}
		for i, w := range tt.blanks {
			if !strings.Contains(p.Blanks[i], w) {
				t.Errorf("%s leaves open %q, want %q", tt.kind, p.Blanks[i], w)
			}
		}
		if strings.Contains(text, "赵某") {
			t.Errorf("%s names the plaintiff's lawyer", tt.kind)
		}
	}
}

// A bare suit gives every paper, with a blank wherever a sentence says one is.
func TestNothingIsInvented(t *testing.T) {
	c := &cases.Case{Kind: cases.Litigation, Number: "1", Parties: []cases.Party{{Role: cases.Respondent, Name: housing}}}
	m := load(t, &desk{}, c, Ask{})
	for _, k := range Kinds() {
		p, ok := m.Paper(k)
		if !ok {
			continue
		}
		if text := written(p); len(p.Blanks) < 5 || !strings.Contains(text, Blank) || p.Finish == "" {
			t.Errorf("%s leaves open %q:\n%s", k, p.Blanks, text)
		}
		for i, s := range p.Blanks {
			if !strings.HasSuffix(s, "。") || slices.Contains(p.Blanks[:i], s) {
				t.Errorf("%s: the sentence %q", k, s)
			}
		}
	}
	if _, err := m.Date(); cases.KindOf(err) != cases.Invalid {
		t.Errorf("a date without a hearing: %v", err)
	}
	if b := m.Brief(); !strings.Contains(b.Facts[0].Value, "没有记录开庭日期") {
		t.Errorf("the brief says %q", b.Facts[0].Value)
	}
}

func TestDefendant(t *testing.T) {
	set := cases.Settings{Organ: district}
	review := &cases.Case{Kind: cases.Reconsideration, Parties: suit().Parties}
	two := suit()
	two.Parties = two.Parties[:2]
	two.Parties = append(two.Parties, cases.Party{Role: cases.Respondent, Name: "某某局"})
	enforcement := suit()
	enforcement.Suit.Type = cases.EnforcementSuit
	for _, tt := range []struct {
		name  string
		c     *cases.Case
		asked string
		want  string
		fails string
	}{
		{"own", suit(), "", district, ""},
		{"asked", suit(), housing, housing, ""},
		{"stranger", suit(), "某某局", "", "不是本案的被告"},
		{"choice", two, "", "", "为哪一个机关"},
		{"none", &cases.Case{Kind: cases.Litigation}, "", "", "没有登记被告"},
		{"reconsideration", review, "", "", "应诉案件的案号"},
		{"enforcement", enforcement, "", "", "非诉执行"},
	} {
		got, err := Defendant(tt.c, set, tt.asked)
		if got != tt.want || (tt.fails == "") != (err == nil) || err != nil && !strings.Contains(cases.Message(err), tt.fails) {
			t.Errorf("%s: %q, %v", tt.name, got, err)
		}
	}
	if _, err := Load(t.Context(), office(), suit(), Ask{Ground: procedure.AbsentNone}, today); cases.KindOf(err) != cases.Invalid {
		t.Errorf("absence without a ground: %v", err)
	}
}

// What was recorded at an earlier hearing is used; doubts are told and change nothing.
func TestEarlierHearingsAreUsed(t *testing.T) {
	c := suit()
	c.Acts = append(c.Acts, procedure.Act{Kind: procedure.CourtHearing, On: calendar.New(2020, 6, 8), Detail: &procedure.Detail{Appearance: &procedure.Appearance{
		For: housing, Absence: procedure.AbsentAccident, Reason: "途中车祸", Proof: "事故认定书", Staff: "蒋某"}}})
	c.Parties = append(c.Parties, cases.Party{Role: cases.Agent, Name: "钱某", For: district, PartyDetail: cases.PartyDetail{Agency: "律师"}})
	p, _ := load(t, office(), c, Ask{Organ: housing, Head: "陆某某", Post: "副主任"}).Paper(Absence)
	for _, w := range []string{"途中车祸。", "第八条第（二）项", "蒋某", "事故认定书"} {
		if !strings.Contains(written(p), w) {
			t.Errorf("no %q in %s", w, written(p))
		}
	}
	p, _ = load(t, office(), c, Ask{}).Paper(Absence)
	if text := written(p); strings.Contains(text, "途中车祸") || !strings.Contains(text, "□不可抗力") {
		t.Errorf("another organ's absence: %s", text)
	}
	if !slices.ContainsFunc(p.Doubts, func(s string) bool { return strings.Contains(s, "不得仅委托律师") }) {
		t.Errorf("doubts %q", p.Doubts)
	}
	p, _ = load(t, office(), c, Ask{Head: "蒋某某", Post: "住建局局长"}).Paper(Letter)
	if !strings.Contains(written(p), "负责人蒋某某（") || len(p.Doubts) != 1 || !strings.Contains(p.Doubts[0], "下级机关") {
		t.Errorf("doubts %q", p.Doubts)
	}
}

func TestBriefAndDate(t *testing.T) {
	first := suit()
	first.Number, first.Suit.Related = "〔2019〕姑苏行应第2号", ""
	first.Acts = append(first.Acts, procedure.Act{Kind: procedure.CourtHearing, On: calendar.New(2020, 6, 3), Detail: &procedure.Detail{Appearance: &procedure.Appearance{
		Head: true, Name: "顾某某", Post: "副区长", Rank: procedure.DeputyHead, For: district, Spoke: true}}})
	c := suit()
	c.Suit.Instance, c.Suit.Earlier = cases.Second, first.Number
	o := office()
	o.all = append(o.all, first)
	m := load(t, o, c, Ask{})
	b := m.Brief()
	var all []string
	for _, f := range b.Facts {
		all = append(all, f.Label+f.Value)
	}
	for _, s := range b.Sections {
		all = append(append(all, s.Title), s.Lines...)
		for _, r := range s.Rows {
			all = append(all, strings.Join(r, "|"))
		}
	}
	text := strings.Join(all, "\n")
	for _, w := range []string{"开庭时间2020年6月18日（周四）　上午9时30分，第三法庭", "撤销征收补偿决定。", "评估程序是否合法", "〔2020〕姑苏行复第3号：2020年4月2日，维持。", "维持", "实质性化解",
		"2020-06-03|一审|" + district + "|顾某某　副区长（副职负责人），发言", "出庭负责人顾某某　副区长", "答辩2020年5月15日已提交"} {
		if !strings.Contains(text, w) {
			t.Errorf("no %q in:\n%s", w, text)
		}
	}
	if strings.Contains(text, "拟维持") {
		t.Error("the proposal of the reconsideration stands as what the head would offer in court")
	}
	d, err := m.Date()
	if err != nil || d.On != calendar.New(2020, 6, 18) || d.Place != "苏州市中级人民法院" || !strings.Contains(strings.Join(d.About, "\n"), "上午9时30分") {
		t.Errorf("%+v, %v", d, err)
	}
}

// A hearing whose day is over is not announced once more.
func TestPastHearings(t *testing.T) {
	c := suit()
	late := calendar.New(2020, 7, 1)
	for _, tt := range []struct {
		acts []procedure.Act
		want string
	}{
		{c.Acts, "2020年6月18日已经过去"},
		{append(slices.Clone(c.Acts), procedure.Act{Kind: procedure.CourtHearing, On: calendar.New(2020, 6, 18)}), "没有记录开庭日期"},
	} {
		c.Acts = tt.acts
		m, err := Load(t.Context(), office(), c, Ask{}, late)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := m.Paper(Letter)
		if len(p.Blanks) == 0 || !strings.Contains(p.Blanks[0], tt.want) || strings.Contains(written(p), "2020年6月18日") {
			t.Errorf("blanks %q, want %q", p.Blanks, tt.want)
		}
		if _, err := m.Date(); err == nil {
			t.Error("a past hearing goes into the calendar")
		}
	}
}

func TestBriefSaysWhetherThereWasAReview(t *testing.T) {
	for _, tt := range []struct {
		source cases.Source
		want   string
	}{{cases.Direct, "直接起诉"}, {cases.AfterReconsideration, "没有登记在本机"}, {cases.OverInaction, "复议逾期后起诉"}, {"", "没有登记是否经过行政复议"}} {
		c := suit()
		c.Suit.Source, c.Suit.Related = tt.source, ""
		if got := load(t, office(), c, Ask{}).review(); !strings.Contains(got, tt.want) {
			t.Errorf("%q: %s", tt.source, got)
		}
	}
}

// Cases that name each other do not hold the program up.
func TestLinksMayRunInACircle(t *testing.T) {
	a, b := suit(), suit()
	a.Suit.Earlier, b.Number, b.Suit.Earlier = "乙", "乙", a.Number
	if m := load(t, &desk{all: []*cases.Case{a, b}}, a, Ask{}); len(m.Before) != 1 {
		t.Errorf("%d suits before", len(m.Before))
	}
}
