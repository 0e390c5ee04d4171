package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// searchable is an office of which each case has something of its own.
func searchable(t testing.TB) *Office {
	t.Helper()
	o, ctx := newOffice(t), context.Background()
	add := func(n int, applicant, respondent, subject string, on calendar.Date, more func(*cases.Case)) {
		c := application(n, applicant, respondent, subject, on)
		if more != nil {
			more(c)
		}
		_, err := o.Register(ctx, c)
		must(t, err)
	}
	add(85, "张松", "苏州市姑苏区市场监督管理局", "不服吊销营业执照决定", calendar.New(2020, 10, 12), nil)
	add(5, "单芳", "苏州市公安局姑苏分局", "不服行政处罚决定", calendar.New(2020, 3, 12), func(c *cases.Case) {
		c.Parties[0].IDNumber, c.Parties[0].Phone = "11010519491231002X", "13900000312"
	})
	add(6, "某某物业有限公司", "平江街道办事处", "申请政府信息公开答复", calendar.New(2020, 11, 2), func(c *cases.Case) {
		c.Notes = []cases.Note{{Label: "备注", Text: "申请人耳背，请写信联系"}}
		c.Particulars = &cases.Particulars{ActNumber: "平街公开〔2020〕17号"}
	})
	add(7, "周张氏", "苏州市姑苏区住房和建设委员会", "不服房屋征收补偿决定", calendar.New(2020, 11, 9), func(c *cases.Case) {
		c.Acts = append(c.Acts, procedure.Act{Kind: procedure.Acceptance, On: calendar.New(2020, 11, 12), Paper: "姑苏复受字〔2020〕3号"})
	})
	for n, body := range map[int]string{6: "关于桂花公园停车收费的答复\n本机关经审查……", 7: "评估报告：建筑面积八十五平方米"} {
		c, err := o.CaseByNumber(ctx, fmt.Sprintf("第%d号", n))
		must(t, err)
		p, err := o.AddPaper(ctx, cases.Paper{Case: c.ID, File: "附件.pdf", Volume: cases.MainVolume}, strings.NewReader(body), -1, nil)
		must(t, err)
		must(t, o.SetPaperText(ctx, p.ID, body, 2))
	}
	return o
}

// What clerks type, and the case that must come first.
func TestFindTyped(t *testing.T) {
	o := searchable(t)
	for _, c := range []struct {
		typed string
		first int
		field string
	}{
		{"85号", 85, "案号"}, {"85", 85, "案号"}, {"5号", 5, "案号"}, {"〔2020〕姑苏行复第6号", 6, "案号"}, {"[2020]姑苏行复第6号", 6, "案号"}, {"姑苏行复第7", 7, "案号"},
		{"zs 吊销 上月", 85, "申请人（首字母）"}, {"张松", 85, "申请人"}, {"zs", 85, "申请人（首字母）"}, {"sf", 5, "申请人（首字母）"}, {"张", 85, "申请人"}, {"周张", 7, "申请人"},
		{"吊销", 85, "复议事项"}, {"吊销 张松", 85, "复议事项"}, {"平江", 6, "被申请人"}, {"征收补偿", 7, "复议事项"}, {"李某 征收", 7, "承办人"},
		{"11010519491231002X", 5, "申请人证件号码"}, {"002x", 5, "申请人证件号码"}, {"139000", 5, "申请人电话"}, {"耳背", 6, "备注"}, {"17号", 6, "被申请的文书"},
		{"复受字", 7, "受理文号"}, {"桂花公园", 6, "附件“附件.pdf”"}, {"停车", 6, "附件“附件.pdf”"}, {"平江 停车", 6, "被申请人"}, {"建筑面积", 7, "附件“附件.pdf”"},
		{"0312", 5, "申请人电话"}, {"3月12日", 5, "收案日期"}, {"20201012", 85, "收案日期"}, {"2020-11-12", 7, "受理日期"}, {"10月", 85, "收案日期"}, {"３月１２日", 5, "收案日期"},
		{"张松 去年", 0, ""}, {"不存在", 0, ""}, {"吊销 征收", 0, ""},
	} {
		f, err := o.Find(context.Background(), cases.FindQuery{Text: c.typed, Today: today})
		must(t, err)
		if c.first == 0 {
			if f.Total != 0 {
				t.Errorf("%q finds %s", c.typed, f.Hits[0].Row.Number)
			}
			continue
		}
		if f.Total == 0 || f.Hits[0].Row.Number != fmt.Sprintf("〔2020〕姑苏行复第%d号", c.first) {
			t.Errorf("%q finds %d, first %+v", c.typed, f.Total, f.Hits)
			continue
		}
		if m := f.Hits[0].Matches; len(m) != len(strings.Fields(c.typed)) || m[0].Field != c.field {
			t.Errorf("%q is explained by %+v", c.typed, m)
		}
	}
}

// A number is found by its figures and characters even where what stands between them was left out.
func TestFindNumberInPieces(t *testing.T) {
	o := searchable(t)
	for _, typed := range []string{"行复7号", "2020行复7号", "2020姑苏7"} {
		f, err := o.Find(context.Background(), cases.FindQuery{Text: typed, Today: today})
		must(t, err)
		if f.Total == 0 || f.Hits[0].Row.Number != "〔2020〕姑苏行复第7号" {
			t.Errorf("%q finds %d: %+v", typed, f.Total, f.Hits)
		}
	}
	if f, err := o.Find(context.Background(), cases.FindQuery{Text: "没有7", Today: today}); err != nil || f.Total != 0 {
		t.Errorf("%d, %v", f.Total, err)
	}
}

// Any two neighbouring Chinese characters of a case find it.
func TestAnySubstringFindsItsCase(t *testing.T) {
	o, ctx := searchable(t), context.Background()
	p, err := o.List(ctx, cases.Query{})
	must(t, err)
	for _, r := range p.Rows {
		c, err := o.Case(ctx, r.ID)
		must(t, err)
		for _, f := range append(shownFields(c), hiddenFields(c)...) {
			runes := []rune(f.text)
			for i := range len(runes) - 1 {
				word := string(runes[i : i+2])
				if len(words(word)) != 1 || strings.ContainsAny(word, " ，。") {
					continue
				}
				found, err := o.Find(ctx, cases.FindQuery{Text: word, Today: today})
				must(t, err)
				if !slices.ContainsFunc(found.Hits, func(h cases.Hit) bool { return h.Row.ID == r.ID }) {
					t.Errorf("%q of %s does not find %s", word, f.label, r.Number)
				}
			}
		}
	}
}

func TestExplanationsPointAtTheMatch(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"〔2020〕姑苏行复第85号", "85号", "85号"}, {"（平）行罚〔2020〕12号", "平行罚2020", "平）行罚〔2020"}, {"ＡＢＣ公司", "abc公", "ＡＢＣ公"},
	} {
		from, to, ok := locate(c.text, foldText(c.word))
		if got := string([]rune(c.text)[from:to]); !ok || got != c.want {
			t.Errorf("%s in %s: %q", c.word, c.text, got)
		}
	}
}

func TestSpokenDays(t *testing.T) {
	on := calendar.New(2026, 3, 4) // Wednesday
	for word, want := range map[string]string{"今天": "2026-03-04 2026-03-04", "昨天": "2026-03-03 2026-03-03", "上周": "2026-02-23 2026-03-01",
		"本月": "2026-03-01 2026-03-31", "上月": "2026-02-01 2026-02-28", "去年": "2025-01-01 2025-12-31", "3月": "2026-03-01 2026-03-31",
		"12月": "2025-12-01 2025-12-31", "0312": "2025-03-12 2025-03-12", "0301": "2026-03-01 2026-03-01", "3-1": "2026-03-01 2026-03-01",
		"2024年": "2024-01-01 2024-12-31", "2024年2月": "2024-02-01 2024-02-29", "20240229": "2024-02-29 2024-02-29", "2月29日": ""} {
		s, ok := spoken(word, on)
		if got := s.from.String() + " " + s.to.String(); ok != (want != "") || ok && got != want {
			t.Errorf("%s is %s", word, got)
		}
	}
	for _, word := range []string{"1399", "85", "王某", "13月", "20261301"} {
		if s, ok := spoken(word, on); ok {
			t.Errorf("%s is taken for %s", word, s.said)
		}
	}
}

func TestAttachmentTextFollowsThePaper(t *testing.T) {
	o, ctx := searchable(t), context.Background()
	count := func(word string) int {
		f, err := o.Find(ctx, cases.FindQuery{Text: word, Today: today})
		must(t, err)
		return f.Total
	}
	c, err := o.CaseByNumber(ctx, "第6号")
	must(t, err)
	list, err := o.Papers(ctx, c.ID)
	must(t, err)
	if !list[0].Read || list[0].Pages != 2 {
		t.Errorf("%+v", list[0])
	}
	must(t, o.SetPaperText(ctx, list[0].ID, "换成了月季花", 0))
	if count("桂花") != 0 || count("月季") != 1 {
		t.Error("the index keeps the old text")
	}
	must(t, o.DiscardPapers(ctx, []cases.PaperID{list[0].ID}))
	if count("月季") != 0 {
		t.Error("a paper in the bin is found")
	}
	wantSound(t, o)
}

func TestSimilarCases(t *testing.T) {
	o := searchable(t)
	for _, c := range []struct {
		like cases.Likeness
		want int
		why  string
		same bool
	}{
		{cases.Likeness{Applicants: []string{"张松"}}, 1, "同一申请人", false},
		{cases.Likeness{Applicants: []string{"张"}}, 0, "", false},
		{cases.Likeness{IDNumbers: []string{"11010519491231002x"}}, 1, "同一证件号码", false},
		{cases.Likeness{Phones: []string{"13900000312"}}, 1, "同一电话", false},
		{cases.Likeness{ActNumber: "平街公开[2020]17号"}, 1, "同一文书", false},
		{cases.Likeness{Applicants: []string{"单芳"}, Subject: "不服行政处罚决定", Respondent: "苏州市公安局姑苏分局"}, 1, "同一申请人", true},
		{cases.Likeness{Subject: "不服行政处罚决定", Respondent: "平江街道办事处"}, 0, "", false},
		{cases.Likeness{}, 0, "", false},
	} {
		got, err := o.Similar(context.Background(), c.like, 5)
		must(t, err)
		if len(got) != c.want || c.want > 0 && (got[0].Why[0] != c.why || got[0].Same != c.same) {
			t.Errorf("%+v: %+v", c.like, got)
		}
	}
}

// Totals say of any query what counting its pages says.
func TestTotalsAgreeWithLists(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	fill(t, o, 300)
	for _, q := range []cases.Query{{}, {Kind: cases.Litigation}, {Text: "陈"}, {Handler: "周某"}, {Categories: []string{"公安"}, From: calendar.New(2015, 1, 1)},
		{Respondents: []string{"平江街道办事处"}}, {Results: []string{"维持"}}, {Matters: []string{"无"}}, {To: calendar.New(2014, 6, 30)}} {
		got, err := o.Totals(ctx, q)
		must(t, err)
		want := cases.Totals{}
		for _, part := range []struct {
			s  cases.Status
			to *int
		}{{cases.Any, &want.All}, {cases.Open, &want.Open}, {cases.Overdue, &want.Overdue}, {cases.SuspendedNow, &want.Suspended}, {cases.Done, &want.Done}} {
			n := q
			n.Status, n.Limit = part.s, 1
			p, err := o.List(ctx, n)
			must(t, err)
			*part.to = p.Total
		}
		if got != want {
			t.Errorf("%+v: %+v, lists say %+v", q, got, want)
		}
	}
}
