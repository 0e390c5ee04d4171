package export

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
	"fuyi/export/pages"
)

// shelf is a dossier with papers.
type shelf struct {
	cases.Dossiers
	list []cases.Paper
}

func (s shelf) Papers(context.Context, cases.ID) ([]cases.Paper, error) { return s.list, nil }

// reader reads what was printed; it is shared because its engine takes seconds to start.
var reader = sync.OnceValue(func() *pages.Reader { return pages.New(pages.Options{}) })

// read gives the text and the number of pages of a PDF that was written.
func read(t *testing.T, path string) (string, int) {
	t.Helper()
	text, n, err := reader().ReadText(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return text, n
}

// flat is a text without blanks and line breaks, which printing moves.
func flat(s string) string { return strings.Join(strings.Fields(s), "") }

func printing(m *memory, papers ...cases.Paper) *Files {
	return New(m, m, today).Printing(Press{Regular: assets.FontRegular(), Bold: assets.FontBold(), Papers: shelf{list: papers}})
}

// vast is a case with more of everything than an office has seen.
func vast(t testing.TB) *cases.Case {
	m := newMemory(t, sample.Office())
	var c *cases.Case
	if err := sample.Generate(400, 3, 2025, 2026, today(), m.cal, func(x *cases.Case) error {
		if c == nil || len(x.Acts) > len(c.Acts) {
			c = x
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	out := *c
	out.Parties = nil
	for _, r := range []cases.Role{cases.Applicant, cases.Respondent, cases.ThirdParty, cases.Agent, cases.RepresentativeRole} {
		for i := range 150 {
			out.Parties = append(out.Parties, cases.Party{Role: r, Name: fmt.Sprintf("某某第%d某某村民小组", i), Address: strings.Repeat("某某路", 10)})
		}
	}
	for range 5 {
		for _, a := range c.Acts {
			a.Note = strings.Repeat("备注很长。", 60)
			out.Acts = append(out.Acts, a)
		}
	}
	long := strings.Repeat("事实不清，证据不足，适用法律错误。", 2000)
	p := &cases.Particulars{Requests: long, Reasons: long, ActName: long, Review: long, Proposal: long}
	for range 80 {
		p.Issues = append(p.Issues, strings.Repeat("争议焦点是否成立", 40))
	}
	out.Particulars, out.Subject = p, strings.Repeat("不服行政处罚决定", 100)
	return &out
}

func TestBriefIsOnePageWhateverTheCase(t *testing.T) {
	small := simple("〔2026〕姑苏行复第1号")
	huge := vast(t)
	huge.Number = "〔2026〕姑苏行复第2号"
	m := newMemory(t, sample.Office(), small, huge)
	f := printing(m)
	for _, c := range []*cases.Case{small, huge} {
		path := filepath.Join(t.TempDir(), "案情.pdf")
		if err := f.Brief(context.Background(), path, c.ID); err != nil {
			t.Fatal(err)
		}
		text, n := read(t, path)
		if n != 1 || !strings.Contains(flat(text), c.Number) || !strings.Contains(text, "拟处理意见") || !strings.Contains(text, "内部资料") {
			t.Errorf("%s: %d pages: %.200q", c.Number, n, text)
		}
		if got := strings.Contains(flat(text), inFile); got != (c == huge) {
			t.Errorf("%s: says that it was shortened: %v", c.Number, got)
		}
	}
}

// Every case of an office fits without a word left out, unless it says so.
func TestBriefsOfAnOffice(t *testing.T) {
	m := newMemory(t, sample.Office())
	if err := sample.Generate(60, 9, 2025, 2026, today(), m.cal, func(c *cases.Case) error {
		m.put(c)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	f := printing(m)
	path := filepath.Join(t.TempDir(), "案情.pdf")
	for _, c := range m.list {
		if err := f.Brief(context.Background(), path, c.ID); err != nil {
			t.Fatal(c.Number, err)
		}
		text, n := read(t, path)
		if text = flat(text); n != 1 || strings.Contains(text, inFile) {
			t.Errorf("%s: %d pages, shortened: %v", c.Number, n, strings.Contains(text, inFile))
		}
		for _, a := range c.Acts {
			if !strings.Contains(text, a.On.String()) || !strings.Contains(text, flat(procedure.ActLabel(a.Kind))) {
				t.Errorf("%s: the brief has no %s of %s", c.Number, procedure.ActLabel(a.Kind), a.On)
			}
		}
	}
}

func somePapers() []cases.Paper {
	return []cases.Paper{
		{Volume: cases.InternalVolume, Slot: 3, Title: "受理审批表", Pages: 2},
		{Volume: cases.MainVolume, Slot: 9, Title: "答复书", Author: "某局", Pages: 150, Date: calendar.New(2026, 2, 3)},
		{Volume: cases.MainVolume, Slot: 3, Order: 2, Title: "身份证明", Pages: 1},
		{Volume: cases.MainVolume, Slot: 3, Order: 1, Title: "申请书", Number: "〔2026〕7号", Author: "陈某某", Pages: 3, Date: calendar.New(2026, 1, 5), Remark: "原件"},
		{Volume: cases.MainVolume, Slot: 18, Title: "决定书", Pages: 60},
	}
}

func TestVolumeListAsWorkbook(t *testing.T) {
	m := newMemory(t, sample.Office(), simple("〔2026〕姑苏行复第1号"))
	path := filepath.Join(t.TempDir(), "卷内目录.xlsx")
	if err := printing(m, somePapers()...).VolumeList(context.Background(), path, 1); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	}()
	if got := strings.Join(x.GetSheetList(), " "); got != "正卷第1册 正卷第2册 副卷" {
		t.Errorf("sheets %s", got)
	}
	rows, err := x.GetRows("正卷第1册")
	if err != nil || len(rows) != 6 || strings.Join(rows[2], "|") != "顺序号|文号|责任者|题名|日期|页号|备注" || strings.Join(rows[3], "|") != "1|〔2026〕7号|陈某某|申请书|2026-01-05|1-3|原件" {
		t.Errorf("rows %q, %v", rows, err)
	}
	if raw, err := x.GetCellValue("正卷第1册", "E4", excelize.Options{RawCellValue: true}); err != nil || raw != "46027" {
		t.Errorf("the date is %q, no serial number: %v", raw, err)
	}
	if layout, err := x.GetPageLayout("副卷"); err != nil || *layout.Size != paperA4 {
		t.Errorf("page layout %v, %v", layout, err)
	}
	if err := printing(m).VolumeList(context.Background(), path, 1); cases.KindOf(err) != cases.Invalid {
		t.Errorf("a dossier without papers: %v", err)
	}
}

func TestSlips(t *testing.T) {
	c := simple("〔2026〕姑苏行复第1号")
	c.Parties[0].Address, c.Parties[0].Phone = "某某路1号", "13800000000"
	c.Particulars = &cases.Particulars{Materials: []cases.Material{{Name: "行政复议申请书", Copies: 2, Pages: 3, Original: true, State: cases.MaterialReceived},
		{Name: "授权委托书", State: cases.MaterialMissing}}}
	m := newMemory(t, sample.Office(), c)
	f := printing(m, somePapers()...)
	for slip, want := range map[cases.Slip]struct {
		pages int
		words []string
	}{
		cases.SlipPhoneBrief: {2, []string{c.Number, "办理经过"}},
		cases.SlipService:    {len(c.Parties), []string{"送达回证", c.Parties[0].Name, "某某路1号"}},
		cases.SlipAddress:    {1, []string{"送达地址确认书", "13800000000"}},
		cases.SlipLabels:     {1, []string{"某某路1号", c.Parties[0].Name + "收"}},
		cases.SlipCover:      {1, []string{"正卷", c.Number, "全宗号", "保管期限", "共2册214页"}},
		cases.SlipInnerCover: {1, []string{"副卷不对外提供查阅", "共1册2页"}},
		cases.SlipContents:   {3, []string{"卷内目录", "5-154", "受理审批表"}},
		cases.SlipReference:  {3, []string{"卷内备考表", "立卷人", "154页"}},
		cases.SlipMaterials:  {2, []string{"接收材料清单", "行政复议申请书", "交申请人", "存卷"}},
	} {
		path := filepath.Join(t.TempDir(), "打印.pdf")
		if err := f.CasePrint(context.Background(), path, c.ID, slip); err != nil {
			t.Errorf("%s: %v", slip, err)
			continue
		}
		text, n := read(t, path)
		if n != want.pages {
			t.Errorf("%s has %d pages, want %d", slip, n, want.pages)
		}
		for _, w := range want.words {
			if !strings.Contains(flat(text), flat(w)) {
				t.Errorf("%s does not say %s: %.300q", slip, w, flat(text))
			}
		}
		if slip == cases.SlipMaterials && strings.Contains(text, "授权委托书") {
			t.Error("the list of what was received names what is missing")
		}
	}
	for _, slip := range cases.Slips() {
		if slip.Label() == "" {
			t.Errorf("%s has no name", slip)
		}
	}
}

// A case with hundreds of parties prints all its slips, and a case of which nothing is known refuses those it cannot fill.
func TestSlipsOfExtremes(t *testing.T) {
	bare := &cases.Case{Kind: cases.Reconsideration, Number: "〔2026〕姑苏行复第9号"}
	m := newMemory(t, cases.Settings{}, vast(t), bare)
	path := filepath.Join(t.TempDir(), "打印.pdf")
	for _, slip := range cases.Slips() {
		if err := printing(m, somePapers()...).CasePrint(context.Background(), path, 1, slip); err != nil && slip != cases.SlipMaterials {
			t.Errorf("%s of a vast case: %v", slip, err)
		}
		err := printing(m).CasePrint(context.Background(), path, 2, slip)
		switch slip {
		case cases.SlipCover, cases.SlipInnerCover, cases.SlipPhoneBrief:
			if err != nil {
				t.Errorf("%s of a bare case: %v", slip, err)
			}
		default:
			if cases.KindOf(err) != cases.Invalid {
				t.Errorf("%s of a bare case: %v", slip, err)
			}
		}
	}
	if err := printing(m).Brief(context.Background(), path, 2); err != nil {
		t.Errorf("the brief of a bare case: %v", err)
	}
}

func TestLetterAndListCanBeRead(t *testing.T) {
	m := newMemory(t, sample.Office())
	f, dir := printing(m), t.TempDir()
	letter := filepath.Join(dir, "补正通知书.pdf")
	if err := f.LetterPrint(context.Background(), letter, cases.Letter{Title: "补正通知书", Number: "〔2026〕5号", To: "陈某某",
		Paragraphs: []string{"请补正：", "特此通知。"}, Table: [][]string{{"序号", "材料"}, {"1", "授权委托书"}}, Signer: "某区人民政府", Date: calendar.New(2026, 1, 14)}); err != nil {
		t.Fatal(err)
	}
	text, n := read(t, letter)
	at := 0
	for _, w := range []string{"补正通知书", "〔2026〕5号", "陈某某：", "请补正：", "授权委托书", "特此通知。", "某区人民政府", "2026年1月14日"} {
		i := strings.Index(flat(text)[at:], w)
		if i < 0 || n != 1 {
			t.Fatalf("%d pages, %s is missing or out of order: %q", n, w, text)
		}
		at += i
	}
	list, names := filepath.Join(dir, "列表.pdf"), strings.Repeat("陈某某、", 300)
	if err := f.ListPrint(context.Background(), list, "行政复议案件\n状态：在办", []string{"案号", "申请人"}, [][]string{{"1", names}, {"2"}}); err != nil {
		t.Fatal(err)
	}
	if text, _ := read(t, list); strings.Count(text, "陈") != 300 || !strings.Contains(text, "状态：在办") || !strings.Contains(flat(text), "共2条") {
		t.Errorf("the list holds %d of 300 names: %.200q", strings.Count(text, "陈"), text)
	}
	if err := f.ListPrint(context.Background(), list, "列表", []string{"案号"}, [][]string{{"1", "2"}}); cases.KindOf(err) != cases.Invalid {
		t.Errorf("a row longer than the head: %v", err)
	}
	if err := New(m, m, today).ListPrint(context.Background(), list, "列表", []string{"案号"}, nil); cases.KindOf(err) != cases.Internal {
		t.Errorf("without a press: %v", err)
	}
}

// BenchmarkBrief writes the brief of the largest case, with all the layouts that are tried until it fits.
func BenchmarkBrief(b *testing.B) {
	f, path := printing(newMemory(b, sample.Office(), vast(b))), filepath.Join(b.TempDir(), "案情.pdf")
	for b.Loop() {
		if err := f.Brief(context.Background(), path, 1); err != nil {
			b.Fatal(err)
		}
	}
}
