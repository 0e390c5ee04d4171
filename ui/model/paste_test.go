package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/ui/model/fake"
)

// fourteen are rows as a chat sends them: no heads, days in several forms.
func fourteen() string {
	var b strings.Builder
	for i := range 14 {
		fmt.Fprintf(&b, "%d\t陈某%c\t苏州市公安局姑苏分局\t不服行政处罚决定第%d号\t%s\t沈某\r\n", i+1, []rune("甲乙丙丁戊己庚辛壬癸子丑寅卯")[i], i+1,
			[]string{"2026-05-18", "2026.5.18", "2026年5月18日"}[i%3])
	}
	return b.String()
}

func pasted(t *testing.T, o *fake.Office, text string) *Paste {
	t.Helper()
	p, err := NewPaste(cases.Reconsideration, text, []string{"沈某"}, o.Today)
	if err != nil {
		t.Fatal(err)
	}
	propose(t, p, o)
	return p
}

func propose(t *testing.T, p *Paste, o *fake.Office) {
	t.Helper()
	a, err := p.Clone().Propose(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	p.Take(a)
}

func TestFourteenRowsBecomeFourteenCases(t *testing.T) {
	o := fake.New()
	p := pasted(t, o, fourteen())
	want := []PasteField{PasteNumber, PasteSkip, PasteApplicant, PasteRespondent, PasteSubject, PasteReceived, PasteHandler}
	if !slices.Equal(p.Fields, want) {
		t.Fatalf("columns %q", p.Fields)
	}
	if good, bad := p.Good(); good != 14 || bad != 0 {
		t.Fatalf("%d good, %d bad: %+v", good, bad, p.Rows[0])
	}
	done, err := p.Register(t.Context(), o)
	if err != nil || len(done.IDs) != 14 || len(o.All) != 104 || done.Step.Label != "粘贴登记14件" {
		t.Fatalf("%d registered, %v", len(done.IDs), err)
	}
	last, _ := o.Case(t.Context(), done.IDs[13])
	if last.Number != "〔2026〕姑苏行复第74号" || last.Joined(cases.Applicant) != "陈某卯" || last.Handler != "沈某" || last.Acts[0].On.String() != "2026-05-18" {
		t.Errorf("last case %+v", last)
	}
	p.Settle(done)
	if good, bad := p.Good(); good+bad != 0 {
		t.Error("rows are still to be registered")
	}
	if err := done.Step.Undo(t.Context()); err != nil || len(o.All) != 90 {
		t.Errorf("%d cases after undo, %v", len(o.All), err)
	}
	if err := done.Step.Redo(t.Context()); err != nil || len(o.All) != 104 {
		t.Errorf("%d cases after redo, %v", len(o.All), err)
	}
}

func TestHeadsAreRecognised(t *testing.T) {
	o := fake.New()
	p := pasted(t, o, "序号\t收到日期\t申请人姓名\t被申请机关\t复议请求\t经办人\t联系电话\n1\t2026-5-18\t王某、李某某\t某局\t撤销处罚决定\t顾某某\t138\n")
	want := []PasteField{PasteNumber, PasteSkip, PasteReceived, PasteApplicant, PasteRespondent, PasteSubject, PasteHandler, PasteNote}
	if !slices.Equal(p.Fields, want) || len(p.Rows) != 1 {
		t.Fatalf("columns %q, %d rows", p.Fields, len(p.Rows))
	}
	c := p.Case(0)
	if c == nil || len(c.Names(cases.Applicant)) != 2 || len(c.Notes) != 1 || c.Notes[0] != (cases.Note{Label: "联系电话", Text: "138"}) {
		t.Errorf("case %+v", c)
	}
}

// A row says in words what is wrong with it and can be registered once it is mended.
func TestRowsAreMended(t *testing.T) {
	o := fake.New()
	p := pasted(t, o, "申请人\t被申请人\t复议事项\t收件日期\t案号\n陈某某\t某局\t不服处罚\t2026-13-40\t\n王某\t\t不服处罚\t2026-05-18\t〔2026〕姑苏行复第1号\n李某\t某局\t不服处罚\t\t自编7号\n赵某\t某局\t不服处罚\t2026-05-18\t自编7号\n")
	say := func(row int) string { return strings.Join(p.Rows[row].Problems, "；") }
	for row, want := range []string{"2026-13-40", "请填写被申请人；案号〔2026〕姑苏行复第1号已经登记过", "请填写收件日期", "案号与第3行相同"} {
		if !strings.Contains(say(row), want) {
			t.Errorf("row %d says %q, want %q", row+1, say(row), want)
		}
	}
	received, respondent, number := p.Column(PasteReceived), p.Column(PasteRespondent), p.Column(PasteNumber)
	p.Set(0, received, "5-18")
	p.FillDown(0, 1, respondent)
	p.Set(1, number, "")
	p.Set(3, number, "")
	p.FillToday()
	propose(t, p, o)
	if good, bad := p.Good(); good != 4 || bad != 0 {
		t.Fatalf("%d good, %d bad: %q %q %q %q", good, bad, say(0), say(1), say(2), say(3))
	}
	numbers := map[string]bool{}
	for i := range p.Rows {
		numbers[p.Case(i).Number] = true
	}
	if len(numbers) != 4 || !numbers["〔2026〕姑苏行复第63号"] || p.Rows[0].Understood != "收件日期读作2026-05-18 周一" {
		t.Errorf("numbers %v, %q", numbers, p.Rows[0].Understood)
	}
	p.Remove(3)
	if len(p.Rows) != 3 {
		t.Error("the row is still there")
	}
}

// What the office refuses stays with the reason; the rest is registered.
func TestRefusedRowStays(t *testing.T) {
	o := fake.New()
	p := pasted(t, o, "申请人\t被申请人\t复议事项\t收件日期\t案号\n陈某某\t某局\t不服处罚\t2026-05-18\t\n王某\t某局\t不服处罚\t2026-05-18\t\n")
	taken := p.Case(0)
	taken.Number = p.Rows[1].Proposed
	if _, err := o.Register(t.Context(), taken); err != nil {
		t.Fatal(err)
	}
	done, err := p.Register(t.Context(), o)
	p.Settle(done)
	if err != nil || len(done.IDs) != 1 || !p.Rows[0].Done || p.Rows[1].Done || !strings.Contains(strings.Join(p.Rows[1].Problems, ""), "已经使用") {
		t.Errorf("%+v, %v, %q", done.IDs, err, p.Rows[1].Problems)
	}
}

func TestColumnsCanBeToldAnew(t *testing.T) {
	o := fake.New()
	p := pasted(t, o, "甲某某\t乙某某\n")
	first := slices.Index(p.Fields, PasteApplicant)
	p.SetField(1-first+1, PasteApplicant)
	if n := p.Column(PasteApplicant); n < 0 || p.Rows[0].Cells[n] == "" {
		t.Errorf("columns %q", p.Fields)
	}
	count := 0
	for _, f := range p.Fields {
		if f == PasteApplicant {
			count++
		}
	}
	if count != 1 {
		t.Errorf("%d columns of applicants", count)
	}
}

func TestNothingToPaste(t *testing.T) {
	for _, text := range []string{"", " \r\n\t\n"} {
		if _, err := NewPaste(cases.Litigation, text, nil, 0); cases.KindOf(err) != cases.Invalid {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestNumbersFollow(t *testing.T) {
	for number, want := range map[string]string{"〔2026〕姑苏行复第9号": "〔2026〕姑苏行复第10号", "复2026-009": "复2026-010", "无号": "", "99": "100"} {
		if got := following(number); got != want {
			t.Errorf("after %s comes %q", number, got)
		}
	}
}

func FuzzPaste(f *testing.F) {
	f.Add(fourteen())
	f.Add("\"a\tb\"\"\n\"\t\t\nx")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := NewPaste(cases.Litigation, text, []string{"沈某"}, 738000)
		if err != nil {
			return
		}
		for i, r := range p.Rows {
			if len(r.Cells) != len(p.Fields) {
				t.Fatalf("row %d has %d cells of %d", i, len(r.Cells), len(p.Fields))
			}
			if c := p.Case(i); (c != nil) != (len(r.Problems) == 0) && !strings.Contains(strings.Join(r.Problems, ""), "相同") && p.year(&p.Rows[i]) != 0 {
				t.Errorf("row %d: case %v, problems %q", i, c != nil, r.Problems)
			}
		}
	})
}
