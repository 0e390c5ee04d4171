package storage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// today is the day of the tests unless they say otherwise.
var today = calendar.New(2020, 11, 30)

func holidays(t testing.TB) *calendar.Calendar {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "assets", "holidays.json"))
	must(t, err)
	cal, err := calendar.Read(data)
	must(t, err)
	return cal
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func options(t testing.TB, write bool) Options {
	t.Helper()
	return Options{Calendar: holidays(t), Today: today, Who: "张某", Write: write,
		Now: func() time.Time { return time.Date(2020, 11, 30, 9, 0, 0, 0, time.UTC) }}
}

// openOffice opens an office that the test closes at its end.
func openOffice(t testing.TB, dir string, write bool) *Office {
	t.Helper()
	return openWith(t, dir, options(t, write))
}

func openWith(t testing.TB, dir string, opt Options) *Office {
	t.Helper()
	o, err := Open(dir, opt)
	must(t, err)
	t.Cleanup(func() { _ = o.Close() }) // a test may have closed it to look at the files
	return o
}

func newOffice(t testing.TB) *Office {
	t.Helper()
	return openOffice(t, filepath.Join(t.TempDir(), "单位"), true)
}

// wantKind checks an error's kind and that it carries a sentence.
func wantKind(t testing.TB, err error, kind cases.ErrorKind) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %s", kind)
	}
	if got := cases.KindOf(err); got != kind {
		t.Fatalf("kind %s, want %s: %v", got, kind, err)
	}
	if m := []rune(cases.Message(err)); len(m) < 6 || m[len(m)-1] != '。' {
		t.Errorf("not a complete sentence: %q", cases.Message(err))
	}
}

func wantSound(t testing.TB, o *Office) {
	t.Helper()
	problems, err := o.Check(context.Background())
	must(t, err)
	for _, p := range problems {
		t.Errorf("check: %s", p.Msg)
	}
}

// application is a reconsideration case with its receipt.
func application(n int, applicant, respondent, subject string, received calendar.Date) *cases.Case {
	return &cases.Case{Kind: cases.Reconsideration, Number: fmt.Sprintf("〔%d〕姑苏行复第%d号", received.Year(), n),
		Parties: []cases.Party{{Role: cases.Applicant, Name: applicant}, {Role: cases.Respondent, Name: respondent, Organisation: true}},
		Subject: subject, Class: cases.Classification{Category: "公安", Matter: "行政处罚"}, Handler: "李某",
		Acts: []procedure.Act{{Kind: procedure.Receipt, On: received}}}
}

// Parts of synthetic cases.
var (
	names1    = []string{"陈", "曾", "张", "王", "李", "单", "欧阳", "赵", "钱", "孙", "周", "吴"}
	names2    = []string{"某某", "某", "志强", "秀英", "伟", "芳", "建国"}
	organs    = []string{"苏州市公安局姑苏分局", "苏州市姑苏区住房和建设委员会", "苏州市姑苏区市场监督管理局", "平江街道办事处", "苏州市姑苏区人民政府"}
	subjects  = []string{"不服行政处罚决定", "不服房屋征收补偿决定", "申请政府信息公开答复", "请求履行法定职责", "不服工伤认定", "不服责令改正通知"}
	clerks    = []string{"李某", "周某", "吴某、郑某", "沈某", ""}
	suitCourt = []string{"苏州市姑苏区人民法院", "苏州市中级人民法院"}
)

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// synthetic is case number i of n of a made-up office: the same for the same i and n, received between 2011 and 2020,
// nearly in order, as ledgers are.
func synthetic(i, n int) *cases.Case {
	r := rand.New(rand.NewPCG(7, uint64(i)))
	on := calendar.New(2011, 1, 4).AddDays(i*3500/n + r.IntN(20))
	c := &cases.Case{Kind: cases.Reconsideration, Number: fmt.Sprintf("〔%d〕姑苏行复第%d号", on.Year(), i),
		Subject: fmt.Sprintf("%s（苏公决字〔%d〕第%d号）", pick(r, subjects), on.Year(), r.IntN(9000)),
		Class:   cases.Classification{Category: "公安", Matter: "行政处罚"}, Handler: pick(r, clerks),
		Parties: []cases.Party{{Role: cases.Applicant, Name: pick(r, names1) + pick(r, names2) + fmt.Sprint(r.IntN(1000))},
			{Role: cases.Respondent, Name: pick(r, organs), Organisation: true}, {Role: cases.ThirdParty, Name: pick(r, names1) + pick(r, names2)}},
		Notes: []cases.Note{{Label: "备注", Text: "台账原有列"}}}
	if i%5 == 4 {
		return syntheticSuit(r, c, on, i, n)
	}
	c.Acts = []procedure.Act{{Kind: procedure.Receipt, On: on, Imported: true}, {Kind: procedure.Acceptance, On: on.AddDays(3), Imported: true}}
	switch open := i > n*9/10; { // old cases are all decided
	case open && i%20 == 0:
		c.Acts = c.Acts[:1] // still under review, or accepted by time
	case i%20 == 1 && open:
		c.Acts = append(c.Acts, procedure.Act{Kind: procedure.Suspension, On: on.AddDays(20), Imported: true, Detail: &procedure.Detail{Ground: procedure.LawQuestion}})
	case i%20 == 2 && open:
	default:
		kind := []procedure.Disposition{procedure.Uphold, procedure.Revoke, procedure.ConfirmIllegal}[r.IntN(3)]
		c.Acts = append(c.Acts, procedure.Act{Kind: procedure.CopySent, On: on.AddDays(6), Imported: true},
			procedure.Act{Kind: procedure.Decision, On: on.AddDays(50), Imported: true, Paper: fmt.Sprintf("〔%d〕第%d号决定", on.Year(), i),
				Detail: &procedure.Detail{Items: []procedure.Item{{Kind: kind}}}},
			procedure.Act{Kind: procedure.Served, On: on.AddDays(54), Imported: true, Note: "邮寄"})
	}
	return c
}

func syntheticSuit(r *rand.Rand, c *cases.Case, on calendar.Date, i, n int) *cases.Case {
	c.Kind, c.Number = cases.Litigation, fmt.Sprintf("（%d）苏0508行初%d号", on.Year(), i)
	c.Suit = &cases.Suit{Court: pick(r, suitCourt), CourtNumber: c.Number, Instance: cases.First, Source: cases.Direct}
	c.Acts = []procedure.Act{{Kind: procedure.SuitReceived, On: on, Imported: true}, {Kind: procedure.SuitAnswered, On: on.AddDays(10), Imported: true}}
	if i%10 == 9 || i <= n*9/10 {
		lost := r.IntN(5) == 0
		c.Acts = append(c.Acts,
			procedure.Act{Kind: procedure.CourtHearing, On: on.AddDays(40), Imported: true, Detail: &procedure.Detail{Appearance: &procedure.Appearance{Head: true, Name: "某局长", Rank: procedure.DeputyHead}}},
			procedure.Act{Kind: procedure.Judgment, On: on.AddDays(60), Imported: true, Detail: &procedure.Detail{Results: []procedure.Result{{Outcome: procedure.ClaimDismissed, Lost: &lost}}}},
			procedure.Act{Kind: procedure.JudgmentServed, On: on.AddDays(65), Imported: true})
	}
	return c
}

// fill imports n synthetic cases as one import and returns its number.
func fill(t testing.TB, o *Office, n int) int64 {
	t.Helper()
	im, err := o.BeginImport(context.Background(), cases.ImportSource{File: "台账.xlsx", Hash: "abc"})
	must(t, err)
	for i := range n {
		present, err := im.Add(synthetic(i, n))
		must(t, err)
		if present {
			t.Fatalf("case %d was there already", i)
		}
	}
	id, err := im.Commit()
	must(t, err)
	return id
}
