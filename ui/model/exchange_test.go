package model

import (
	"context"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/naming"
	"fuyi/cases/platform"
	"fuyi/cases/procedure"
	"fuyi/ui/model/fake"
)

func gridOf(name string, lines ...string) cases.BlankSheet {
	s := cases.BlankSheet{Name: name, Rows: len(lines)}
	for r, line := range lines {
		for c, text := range strings.Split(line, "|") {
			s.Columns = max(s.Columns, c+1)
			if text != "" {
				s.Cells = append(s.Cells, cases.BlankCell{Row: r + 1, Column: c + 1, Kind: cases.BlankText, Text: text})
			}
		}
	}
	return s
}

// blanksOf reads one form whatever the path, and notes what it fills.
type blanksOf struct {
	b      cases.Blank
	values map[string]cases.BlankValue
}

func (f *blanksOf) ReadBlank(string) (cases.Blank, error) { return f.b, nil }

func (f *blanksOf) FillBlank(_ context.Context, _, _ string, m cases.BlankMap, values map[string]cases.BlankValue) (cases.BlankReport, error) {
	f.values = values
	return cases.BlankReport{Filled: len(m.Cells)}, nil
}

func TestBlankFormIsNamedKeptAndFilled(t *testing.T) {
	ctx, o := t.Context(), fake.New()
	p, err := FillSpan(o.Today).Period(o.Today)
	if err != nil {
		t.Fatal(err)
	}
	files := &blanksOf{b: cases.Blank{File: "年报.xlsx", Sheets: []cases.BlankSheet{gridOf("表", "类别|新收|填表人", "公安||", "税务||")}}}
	f, err := OpenBlank(ctx, o, files.b, []byte("bytes"), naming.KeptForm{}, cases.BlankMap{}, p)
	if err != nil {
		t.Fatal(err)
	}
	if f.Name("x") == nil {
		t.Error("a name went nowhere")
	}
	f.Choose(2, 2)
	found, _ := f.Search("公安 表1")
	if len(found) == 0 || !strings.HasPrefix(found[0].Label, "表1：公安") {
		t.Fatalf("found %v", found)
	}
	if err := f.Name(found[0].Name); err != nil {
		t.Fatal(err)
	}
	if _, heads, name, proposed := f.ChosenCell(); heads != "公安 × 新收" || name != found[0].Name || proposed {
		t.Errorf("chosen %q %q %v", heads, name, proposed)
	}
	places, rows, columns, whole := f.Places()
	if rows != 3 || columns != 3 || !whole || places[4].State != BlankNamed || !places[4].Chosen || places[0].State != BlankHead {
		t.Errorf("places %+v", places)
	}
	if err := f.Save(ctx, o, o.Today); err != nil || f.Changed || f.Kept.ID != 1 {
		t.Fatalf("saved %+v, %v", f.Kept, err)
	}
	m, file, err := naming.LoadForm(ctx, o, 1)
	if err != nil || string(file) != "bytes" || len(m.Cells) != 1 {
		t.Fatalf("kept %+v, %q, %v", m, file, err)
	}
	x := BlankFill{Map: m, Path: "a", Out: "b", Period: p}
	if r, err := x.Fill(ctx, o, files); err != nil || r.Filled != 1 {
		t.Errorf("filled %+v, %v", r, err)
	}
	c, err := forms.Load(ctx, o, p)
	if err != nil {
		t.Fatal(err)
	}
	want := c.Count(forms.For(cases.Reconsideration, p.To.Year()), nil, nil).Values()[found[0].Name]
	if got := files.values[found[0].Name]; got != want {
		t.Errorf("filled %v, counted %v", got, want)
	}

	files.b.Sheets[0] = gridOf("表", "类别|备注|新收", "公安||", "税务||")
	files.values = nil
	r, err := x.Fill(ctx, o, files)
	if cases.KindOf(err) != cases.Refused || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Text, "B2") || files.values != nil {
		t.Errorf("a changed layout: %+v, %v", r, err)
	}
	carried, lost := Carry(m, files.b)
	if len(lost) != 0 || len(carried.Cells) != 1 || carried.Cells[0].Cell != "C2" {
		t.Errorf("carried %+v, lost %v", carried, lost)
	}
	f.Choose(2, 2)
	f.Unname()
	if err := f.Save(ctx, o, o.Today); cases.KindOf(err) != cases.Invalid {
		t.Errorf("an empty map is kept: %v", err)
	}
}

func TestKeptFormsAreRenamedAndDeleted(t *testing.T) {
	ctx, o := t.Context(), fake.New()
	m := cases.BlankMap{Cells: []cases.NamedCell{{Sheet: "表", Cell: "B2", Name: "form1/公安/received"}}}
	for _, title := range []string{"甲", "乙"} {
		if _, err := naming.SaveForm(ctx, o, naming.KeptForm{Title: title, File: "a.xlsx"}, m, []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := naming.SaveForm(ctx, o, naming.KeptForm{Title: "甲"}, m, []byte("x")); cases.KindOf(err) != cases.Conflict {
		t.Errorf("a title twice: %v", err)
	}
	if err := naming.RenameForm(ctx, o, 1, "乙"); cases.KindOf(err) != cases.Conflict {
		t.Errorf("renamed to a title that another has: %v", err)
	}
	if err := naming.RenameForm(ctx, o, 1, " 丙 "); err != nil {
		t.Error(err)
	}
	if err := naming.DeleteForm(ctx, o, 2); err != nil {
		t.Error(err)
	}
	list, err := naming.KeptForms(ctx, o)
	if err != nil || len(list) != 1 || list[0].Title != "丙" || list[0].Cells != 1 {
		t.Errorf("left %+v, %v", list, err)
	}
	if _, _, err := naming.LoadForm(ctx, o, 2); cases.KindOf(err) != cases.NotFound {
		t.Errorf("a deleted form: %v", err)
	}
}

func TestPlatformCardIsTickedWhileTyping(t *testing.T) {
	ctx, o := t.Context(), fake.New()
	c := firstCase(t, o)
	tl := procedure.Fold(c.Acts, procedure.ReviewCourse, o.Law(), o.Today)
	m, err := LoadPlatformCard(ctx, o, c, &tl)
	if err != nil {
		t.Fatal(err)
	}
	if lines := m.Lines(); !lines[0].Next || lines[0].Value != c.Number {
		t.Errorf("begins with %+v", lines[0])
	}
	m.Tick("number", true)
	if err := m.Save(ctx, o); err != nil {
		t.Fatal(err)
	}
	changed := *c
	changed.Subject += "（改）"
	m.Tick("subject", true)
	if err := m.Save(ctx, o); err != nil {
		t.Fatal(err)
	}
	m, err = LoadPlatformCard(ctx, o, &changed, &tl)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range m.Lines() {
		switch {
		case l.Field == "number" && (!l.Ticked || l.Next), l.Field == "received" && !l.Next:
			t.Errorf("%+v", l)
		case l.Field == "subject" && (l.Ticked || !strings.Contains(l.Stale, c.Subject)):
			t.Errorf("a changed value: %+v", l)
		}
	}
	if say := m.Says(); !strings.Contains(say, "已抄录1项") || !strings.Contains(say, "1项抄录后有变动") || !strings.Contains(say, "没有登记的") {
		t.Error(say)
	}
	m.Clear()
	if err := m.Save(ctx, o); err != nil || !m.Lines()[0].Next {
		t.Errorf("cleared: %v", err)
	}
}

func TestCardEditor(t *testing.T) {
	ctx, o := t.Context(), fake.New()
	e, err := LoadCardEditor(ctx, o, cases.Reconsideration)
	if err != nil {
		t.Fatal(err)
	}
	first, second := e.Card.Fields[0].Field, e.Card.Fields[1].Field
	e.Move(0, 1)
	e.Move(0, -1)
	e.Remove(2)
	if say := e.SetCodes(0, "不是代码表"); !strings.Contains(say, "第1行") || e.Card.Fields[0].Codes != nil {
		t.Errorf("took %q", say)
	}
	if say := e.SetCodes(0, "行政处罚＝处罚类 01\n\n其他=其他类"); say != "" {
		t.Error(say)
	}
	if text := CodeText(&e.Card.Fields[0]); text != "行政处罚=处罚类 01\n其他=其他类" {
		t.Errorf("codes %q", text)
	}
	ids, _ := e.Missing()
	e.Add(ids[0])
	if err := platform.SaveCard(ctx, o, e.Card); err != nil {
		t.Fatal(err)
	}
	again, err := LoadCardEditor(ctx, o, cases.Reconsideration)
	if err != nil || again.Card.Fields[0].Field != second || again.Card.Fields[1].Field != first || len(again.Card.Fields[0].Codes) != 2 {
		t.Errorf("kept %+v, %v", again, err)
	}
	again.Card.Fields[0].Label = " "
	if err := platform.SaveCard(ctx, o, again.Card); cases.KindOf(err) != cases.Invalid {
		t.Errorf("a field without a name is kept: %v", err)
	}
	if err := again.Reset(); err != nil || again.Card.Fields[0].Field != first {
		t.Errorf("reset to %+v, %v", again.Card.Fields[0], err)
	}
	if other, err := LoadCardEditor(ctx, o, cases.Litigation); err != nil || other.Card.Kind != cases.Litigation {
		t.Errorf("the other card: %v, %v", other, err)
	}
}

func TestCategoriesAreMappedForAll(t *testing.T) {
	ctx, o := t.Context(), fake.New()
	c := firstCase(t, o)
	changed := *c
	changed.Class.Category = "某某中队"
	if err := o.Revise(ctx, []*cases.Case{&changed}); err != nil {
		t.Fatal(err)
	}
	year := c.Acts[0].On.Year()
	m, err := LoadCategories(ctx, o, year, o.Today)
	if err != nil {
		t.Fatal(err)
	}
	l := m.Lines()[0]
	if l.Name != "某某中队" || l.Known || l.Row != "其他" || !strings.Contains(m.Says(), "1个类别") {
		t.Fatalf("first %+v: %s", l, m.Says())
	}
	labels, chosen := m.Choices(l)
	if chosen != 0 || labels[0] != "不在表列类别中：其他" {
		t.Errorf("choices %v, %d", labels[:2], chosen)
	}
	if err := m.Choose(ctx, o, l.Name, 1); err != nil {
		t.Fatal(err)
	}
	if err := KeepRules(ctx, o, forms.Rules{forms.RuleAccepted: "accepted", forms.RuleOpen: "all"}); err != nil {
		t.Fatal(err)
	}
	f := NewForms(cases.Reconsideration, year, &CountSpan{})
	table, err := f.Count(ctx, o, forms.Period{From: calendar.New(year-5, 1, 1), To: o.Today})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range table.Folded {
		if x.From == l.Name && (!x.Known || x.To != m.Edition.Rows[0]) {
			t.Errorf("folded %+v", x)
		}
	}
	if table.Rules[forms.RuleAccepted] != "accepted" {
		t.Errorf("counted by %v", table.Rules)
	}
	b, err := BeginCounting(ctx, o)
	if err != nil || len(b.Rules) != 1 || len(b.Years) == 0 {
		t.Errorf("begins with %+v, %v", b, err)
	}
	if err := KeepRules(ctx, o, Recommended()); err != nil {
		t.Fatal(err)
	}
	k, err := forms.LoadKept(ctx, o)
	if err != nil || len(k.Rules) != 0 || len(k.Mappings) != 1 {
		t.Errorf("after the reset %+v, %v", k, err)
	}
	if err := m.Choose(ctx, o, l.Name, 0); err != nil || len(m.Kept.Mappings) != 0 {
		t.Errorf("taken back: %+v, %v", m.Kept, err)
	}
}

func TestReconcileWords(t *testing.T) {
	r := Reconcile{Result: &cases.Reconciliation{File: "a.xlsx", Records: 3, Cases: 2, Same: 1, Ignored: []string{"录入人"}, Lines: []cases.ReconcileLine{
		{Status: cases.PlatformDifferent, Label: "受理日期", Ours: "甲", Theirs: "乙", Sheet: "S", Row: 4},
		{Status: cases.PlatformMissing, Title: "陈某某 不服 某局", Note: "可能写错案号"}}}}
	if len(r.Lines()) != 2 || !strings.Contains(r.Says(), "平台3条") || len(r.Notes()) != 2 {
		t.Errorf("%v %s %v", r.Lines(), r.Says(), r.Notes())
	}
	r.Only = cases.PlatformMissing
	if l := r.Lines(); len(l) != 1 || FindingText(l[0]) != "陈某某 不服 某局 可能写错案号" {
		t.Errorf("%+v", l)
	}
	if text := FindingText(r.Result.Lines[0]); text != "受理日期：本单位“甲”，平台“乙”（S第4行）" {
		t.Error(text)
	}
}

// firstCase is the newest reconsideration of an office.
func firstCase(t *testing.T, o *fake.Office) *cases.Case {
	t.Helper()
	page, err := o.List(t.Context(), cases.Query{Kind: cases.Reconsideration, Today: o.Today, Limit: 1})
	if err != nil || len(page.Rows) == 0 {
		t.Fatal(err)
	}
	c, err := o.Case(t.Context(), page.Rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
